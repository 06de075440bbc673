//! Compiles the built-in rules into one table.
fn main() {}
