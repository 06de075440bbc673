//! Checks a drafted social-media post.
#![forbid(unsafe_code)]

#[doc(hidden)]
pub mod category;
mod checker;
mod compose;
mod digest;
mod draft;
mod draft_json;
mod hold;
mod json;
pub mod network;
mod plan;
mod policy;
mod report;
mod report_json;
mod rule;
mod settings;
mod speech;

pub use checker::Checker;
pub use compose::{Cut, CutKind, Post, Shortening, has_threads};
pub use draft::{Approval, Author, Dismissal, Draft, Intent, Link, Media, Other, Part, Poll};
pub use draftlens_rule::Severity;
pub use draftlens_text::order;
pub use hold::{Hold, Scope};
pub use json::Place;
pub use plan::{Day, Moment, Plan, PlanPost};
pub use policy::{
    Allow, Audience, AuthorRule, Cadence, Editorial, Exception, Goal, Group, HouseRule, HouseWords, Level, ListChange,
    Message, Mix, Placed, Policy, Required, Settle, Spelling, Term,
};
pub use report::*;
pub use report_json::problems_json;
pub use settings::{Lang, Settings, Trend};

/// Ids of the networks the engine knows, in the order it shows them.
const NETWORKS: [&str; network::ALL.len()] = {
    let mut ids = [""; network::ALL.len()];
    let mut index = 0;
    while index < ids.len() {
        ids[index] = network::ALL[index].id;
        index += 1;
    }
    ids
};
