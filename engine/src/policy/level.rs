//! How bad a rule's findings are for this house.

use super::Policy;
use crate::json::Place;
use crate::{Intent, Severity};

/// One level: for a rule everywhere, or on one network, or when the draft is saved or published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Id of the rule.
    pub rule: String,
    /// The network it is for; `None` for all.
    pub network: Option<String>,
    /// What the writer is about to do; `None` for both.
    pub intent: Option<Intent>,
    /// How bad it is there; `None` switches the rule off.
    pub level: Option<Severity>,
    /// Where the policy says so.
    pub place: Place,
}

impl Policy {
    /// The level of a rule: what is said for the intent, else for the network, else for the rule.
    ///
    /// `None` when the house says nothing; `Some(level)` with `level.level == None` when it is off.
    #[must_use]
    pub fn level(&self, rule: &str, network: Option<&str>, intent: Intent) -> Option<&Level> {
        let mut of_rule = self.levels.iter().filter(|level| level.rule == rule).peekable();
        of_rule.peek()?;
        let mut best = None;
        let mut most = 0;
        for level in of_rule {
            let weight = match (level.intent, level.network.as_deref()) {
                (Some(when), _) if when == intent => 3,
                (None, Some(id)) if Some(id) == network => 2,
                (None, None) => 1,
                _ => 0,
            };
            if weight > most {
                (best, most) = (Some(level), weight);
            }
        }
        best
    }
}
