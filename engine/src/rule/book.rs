//! The built-in rules, as the build script left them.

use draftlens_rule::codec::Reader;
use draftlens_rule::{Rule, Table};

use crate::Stamp;
use crate::digest::digest;

/// The book that the build script wrote.
pub(crate) static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/book.bin"));

/// The rules with their table, which a compiler must finish, and what they are called.
pub(crate) struct Book {
    pub(crate) table: Table,
    pub(crate) rules: Vec<Rule>,
    pub(crate) stamp: Stamp,
}

/// Reads a book.
pub(crate) fn read(bytes: &[u8]) -> Book {
    let mut reader = Reader::new(bytes);
    let table = Table::read(&mut reader);
    let rules: Vec<Rule> = (0..reader.number()).map(|_| Rule::read(&mut reader)).collect();
    // The rules are as old as the youngest page that one of them rests on.
    let date = rules.iter().flat_map(|r| &r.sources).map(|s| s.date.as_str()).max().unwrap_or("").to_owned();
    let stamp = Stamp { version: env!("CARGO_PKG_VERSION").to_owned(), digest: digest(bytes), date };
    Book { table, rules, stamp }
}
