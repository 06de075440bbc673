//! What a house writes of its own: rules, lists and exemptions.

use crate::json::Place;
use crate::{Problem, Severity, Source};

/// Pattern lines of the house, with the place where the policy holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The lines, as `docs/rules.md` describes them.
    pub text: String,
    /// Where they stand in the policy.
    pub place: Place,
}

impl Placed {
    /// A mistake in these lines: the problem stands where they begin, and names the line and
    /// column within them.
    #[must_use]
    pub fn problem(&self, line: u32, column: u32, message: &str) -> Problem {
        self.place.problem(format!("pattern line {line}, column {column}: {message}"))
    }
}

/// A rule of the house.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseRule {
    /// Its id, without the `house/` that the report puts before it.
    pub id: String,
    /// How bad it is; `review` unless told.
    pub severity: Severity,
    /// What counts as one flag.
    pub group: Group,
    /// The networks it is for; empty for all.
    pub networks: Vec<String>,
    /// Patterns that are tried in every draft.
    pub patterns: Option<Placed>,
    /// What it says in English.
    pub en: Option<HouseWords>,
    /// What it says in French.
    pub fr: Option<HouseWords>,
    /// Where its reason comes from.
    pub sources: Vec<Source>,
    /// Where the policy holds it.
    pub place: Place,
}

/// What counts as one flag of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// Equal words are one flag with several places.
    #[default]
    Word,
    /// All places are one flag.
    Rule,
}

/// What a rule of the house says, and looks for, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseWords {
    /// What is wrong, in one line; `{match}` is what was found.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub advice: String,
    /// A question whose answer settles it.
    pub ask: Option<String>,
    /// Label of the button when a pattern has `replace`.
    pub fix: Option<String>,
    /// Patterns for sentences of this language, and of an unknown one.
    pub patterns: Option<Placed>,
    /// Texts that it must flag.
    pub flag: Vec<String>,
    /// Texts that it must let pass.
    pub pass: Vec<String>,
}

/// A list of the house, or a change to a built-in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChange {
    /// Name of the list.
    pub name: String,
    /// Whether the house gave the whole list rather than a change to a built-in one.
    pub whole: bool,
    /// Entries it adds.
    pub add: Vec<String>,
    /// Entries it takes out.
    pub drop: Vec<String>,
    /// Where the policy holds it.
    pub place: Place,
}

/// An exemption: what these patterns find, a rule does not flag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allow {
    /// Id of the rule.
    pub rule: String,
    /// Patterns for what is allowed.
    pub patterns: Placed,
    /// Why; the report says it.
    pub why: String,
    /// ISO 8601 day after which it no longer holds; empty for never.
    pub until: String,
    /// Where the policy holds it.
    pub place: Place,
}
