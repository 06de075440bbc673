//! The rule machine: a small pattern language, its compiler to one table, and the matcher.
//!
//! It is a crate of its own so that `engine/build.rs` compiles the built-in rules, and runs their
//! examples, with the very code that compiles a house's rules in the browser. It touches texts only.
#![forbid(unsafe_code)]

#[cfg(feature = "build")]
pub mod book;
pub mod codec;
pub mod event;
#[cfg(feature = "build")]
pub mod file;
#[cfg(feature = "build")]
pub mod folder;
pub mod list;
pub mod pattern;

mod class;
mod compile;
mod dictionary;
mod inflect;
mod matcher;
#[cfg(feature = "build")]
mod merge;
mod mistake;
mod own;
mod pack;
mod prefix;
mod reading;
mod rule;
mod severity;
mod table;
mod walk;

pub use class::Class;
pub use compile::Compiler;
pub use event::Event;
pub use matcher::{Hit, Matches};
pub use mistake::Mistake;
pub use own::{Own, host};
pub use rule::{Rule, RuleSource, Words};
pub use severity::Severity;
pub use table::Table;

/// Owners of cases below this are rules, by their number; from here on, cues of the category scorer.
pub const FIRST_CUE: u32 = 1 << 20;

/// Owners from here on are exemptions of the house.
pub const FIRST_ALLOW: u32 = 1 << 21;
