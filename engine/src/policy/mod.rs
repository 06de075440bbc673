//! The house's settings: who it is, its levels, rules, lists, exemptions and limits.
//!
//! It touches JSON and the report's words, and none of the other rooms: whether a rule of that id
//! exists, and what a pattern means, is the checker's to say, with the [`Place`] that is kept here.
//! `docs/policy.md` describes every key.

mod level;
mod read;
mod rule;

pub use level::Level;
pub use rule::{Allow, Group, HouseRule, HouseWords, ListChange, Placed};

use crate::Stamp;

/// The house's settings. Keys that are absent are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    /// Its version, as the house names it.
    pub version: String,
    /// Sixteen hexadecimal digits over its content; empty when the host gave no policy.
    pub digest: String,
    /// Name of the house; empty when not told.
    pub brand: String,
    /// Other names of the house and of its products.
    pub aliases: Vec<String>,
    /// Its handles, as written.
    pub handles: Vec<String>,
    /// Its domains, as written.
    pub domains: Vec<String>,
    /// Its own hashtags, as written.
    pub hashtags: Vec<String>,
    /// Countries it speaks to: two letters in capitals, ISO 3166-1.
    pub countries: Vec<String>,
    /// Its sector; empty when not told.
    pub sector: String,
    /// Its levels, in the order written: see [`Policy::level`].
    pub levels: Vec<Level>,
    /// Its own rules.
    pub rules: Vec<HouseRule>,
    /// Its own lists, and what it adds to and drops from the built-in ones.
    pub lists: Vec<ListChange>,
    /// What it allows though a rule would flag it.
    pub allow: Vec<Allow>,
    /// Lengths of its own: (network, most), in the network's unit.
    pub limits: Vec<(String, u32)>,
}

impl Policy {
    /// Version and digest for the report; `None` when the host gave no policy.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        let given = !self.digest.is_empty();
        given.then(|| Stamp { version: self.version.clone(), digest: self.digest.clone(), date: String::new() })
    }

    /// The house's own limit for a network, where it is shorter than the network's.
    #[must_use]
    pub fn limit(&self, network: &str) -> Option<u32> {
        self.limits.iter().find(|(id, _)| id == network).map(|(_, most)| *most)
    }
}
