//! The rule machine.
#![forbid(unsafe_code)]
