//! Checks a drafted social-media post.
#![forbid(unsafe_code)]

mod draft;
mod report;

pub use draft::{Author, Dismissal, Draft, Intent, Link, Media};
pub use draftlens_rule::Severity;
pub use report::*;
