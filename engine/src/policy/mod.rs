//! The house's settings: who it is, its levels, rules, lists, exemptions and limits.
//!
//! It touches JSON, the report's words and the names of networks and routes, and none of the other rooms: whether a rule of that id
//! exists, and what a pattern means, is the checker's to say, with the [`Place`] that is kept here.
//! `docs/policy.md` describes every key.

mod editorial;
mod editorial_read;
mod level;
mod read;
mod rule;
mod settle;

pub use editorial::{
    Audience, AuthorRule, Cadence, Editorial, Exception, Goal, Message, Mix, Required, Spelling, Term,
};
pub(crate) use editorial_read::read_goal;
pub use level::Level;
pub use rule::{Allow, Group, HouseRule, HouseWords, ListChange, Placed};
pub use settle::Settle;

use crate::json::{Place, nearest};
use crate::network::Route;
use crate::{Problem, Stamp};

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
    /// Telephone numbers it gives to everybody, as written.
    pub phones: Vec<String>,
    /// Countries it speaks to: two letters in capitals, ISO 3166-1.
    pub countries: Vec<String>,
    /// Its sector; empty when not told.
    pub sector: String,
    /// Its levels, in the order written: see [`Policy::level`].
    pub levels: Vec<Level>,
    /// Who may set flags aside, in the order written: see [`Policy::settle`].
    pub settles: Vec<Settle>,
    /// Its own rules.
    pub rules: Vec<HouseRule>,
    /// Its own lists, and what it adds to and drops from the built-in ones.
    pub lists: Vec<ListChange>,
    /// What it allows though a rule would flag it.
    pub allow: Vec<Allow>,
    /// Lengths of its own: (network, most), in the network's unit.
    pub limits: Vec<(String, u32)>,
    /// Networks on which it pays for longer posts.
    pub premium: Vec<String>,
    /// How its posts go out: (network, or `None` for all others; route).
    pub routes: Vec<(Option<String>, &'static Route)>,
    /// Holds on subjects.
    pub holds: Vec<crate::hold::Hold>,
    /// Words that a person should look at today.
    pub sensitive_today: Vec<String>,
    /// Hours that an answer about a hashtag serves; a day when `None`.
    pub hashtag_hours: Option<u32>,
    /// Whether every hashtag that is not its own needs an answer.
    pub hashtag_answers: bool,
    /// What it says and how.
    pub editorial: Editorial,
}

impl Policy {
    /// Version and digest for the report; `None` when the host gave no policy.
    #[must_use]
    pub fn stamp(&self) -> Option<Stamp> {
        let given = !self.digest.is_empty();
        given.then(|| Stamp { version: self.version.clone(), digest: self.digest.clone(), date: String::new() })
    }

    /// The house's own limit for a network, which may be longer than the network's: servers differ.
    #[must_use]
    pub fn limit(&self, network: &str) -> Option<u32> {
        self.limits.iter().find(|(id, _)| id == network).map(|(_, most)| *most)
    }

    /// The way on which its posts for a network go out, where it is told.
    #[must_use]
    pub fn route(&self, network: &str) -> Option<&'static Route> {
        let of = |id: Option<&str>| self.routes.iter().find(|(to, _)| to.as_deref() == id).map(|(_, route)| *route);
        of(Some(network)).or_else(|| of(None))
    }

    /// Levels and exemptions for rules that are not there: not among the known ids (aliases and the
    /// house's own, `house/…`, included). The house may leave out its own `house/`.
    #[must_use]
    pub fn unknown_rules(&self, known: &[&str]) -> Vec<Problem> {
        let levels = self.levels.iter().map(|level| (&level.rule, &level.place));
        let allowed = self.allow.iter().map(|allow| (&allow.rule, &allow.place));
        let settled = self.settles.iter().filter(|s| s.rule != "*").map(|s| (&s.rule, &s.place));
        let mut problems = Vec::new();
        for (id, place) in levels.chain(allowed).chain(settled) {
            if !known.contains(&id.as_str()) && !self.rules.iter().any(|rule| rule.id == *id) {
                problems.push(unknown_rule(id, place, known));
            }
        }
        problems
    }
}

fn unknown_rule(id: &str, place: &Place, known: &[&str]) -> Problem {
    let guess = nearest(id, known).map(|guess| format!("; did you mean {guess}?")).unwrap_or_default();
    place.problem(format!("there is no rule \"{id}\"{guess}"))
}
