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

#[cfg(test)]
mod tests {
    use crate::{Intent, Settings, Severity};

    #[test]
    fn the_intent_goes_before_the_network_and_the_network_before_the_rule() {
        let json = r#"{"policy": {"levels": {"shouting-caps": "off",
            "pii-email": {"x": "stop", "save": "advise", "default": "review"}, "bidi-control": {"bluesky": "advise"}}}}"#;
        let (settings, problems) = Settings::from_json(json);
        assert_eq!(problems, []);
        let level = |rule, network, intent| settings.policy.level(rule, network, intent).map(|level| level.level);
        assert_eq!(level("shouting-caps", Some("x"), Intent::Publish), Some(None));
        assert_eq!(level("pii-email", Some("x"), Intent::Publish), Some(Some(Severity::Stop)));
        assert_eq!(level("pii-email", Some("x"), Intent::Save), Some(Some(Severity::Advise)));
        assert_eq!(level("pii-email", Some("linkedin"), Intent::Publish), Some(Some(Severity::Review)));
        assert_eq!(level("pii-email", None, Intent::Publish), Some(Some(Severity::Review)));
        assert_eq!(level("bidi-control", Some("x"), Intent::Publish), None);
        assert_eq!(level("ai-residue", Some("x"), Intent::Publish), None);
    }

    #[test]
    fn a_level_that_is_none_is_told_with_its_place() {
        let policy = r#"{\n\"levels\": {\"a\": \"warn\", \"b\": {\"myspace\": \"off\"}, \"c\": \"stop\"}}"#;
        let (settings, problems) = Settings::from_json(&format!("{{\"policyText\": \"{policy}\"}}"));
        let told: Vec<_> = problems.iter().map(|p| (p.at.as_str(), p.line, p.column)).collect();
        assert_eq!(told, [("policy.levels.a", 2, 17), ("policy.levels.b.myspace", 2, 31)]);
        assert_eq!(problems[0].message, "unknown level \"warn\": the known ones are off, stop, review, advise");
        assert_eq!(settings.policy.levels.len(), 1);
        let unknown = settings.policy.unknown_rules(&["cc", "other-rule"]);
        assert_eq!(unknown[0].message, "there is no rule \"c\"; did you mean cc?");
        assert_eq!((unknown[0].line, unknown[0].column), (2, 55));
        assert_eq!(settings.policy.unknown_rules(&["c"]), []);
    }
}
