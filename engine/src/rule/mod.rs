//! Rules at work: the built-in book, the house's own, and the way from a match to a flag.
//!
//! Patterns live in crate `draftlens-rule`; what no pattern can say lives in `detect`, one file a
//! detector. Touches texts, networks and the policy.

pub(crate) mod book;
pub(crate) mod detect;
pub(crate) mod finding;
pub(crate) mod flag;
pub(crate) mod house;
