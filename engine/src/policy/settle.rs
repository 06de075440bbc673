//! Who may set a flag aside: by rule, by role, and whether a second person must agree.

use super::Policy;
use crate::Dismissal;
use crate::json::{Node, Place, Reading};

/// Who may set aside the flags of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settle {
    /// Id of the rule, or `*` for every rule that has no entry of its own.
    pub rule: String,
    /// Roles that may, as the host names them; empty for nobody.
    pub by: Vec<String>,
    /// Whether somebody else must agree.
    pub second: bool,
    /// Where the policy says so.
    pub place: Place,
}

impl Settle {
    /// Whether a dismissal or an answer holds: its role may, and where a second person must agree, one did.
    #[must_use]
    pub fn allows(&self, said: &Dismissal) -> bool {
        let may = self.by.iter().any(|role| role.eq_ignore_ascii_case(&said.role));
        let agreed = !self.second || !said.second.is_empty() && said.second != said.by;
        may && agreed
    }
}

impl Policy {
    /// Who may set aside the flags of a rule with one of these ids; `None` where everybody may.
    #[must_use]
    pub fn settle<'a>(&self, mut ids: impl Iterator<Item = &'a str>) -> Option<&Settle> {
        let of = |id: &str| self.settles.iter().find(|settle| settle.rule == id);
        ids.find_map(of).or_else(|| of("*"))
    }

    /// Reads `settle`: for each rule a role, a list of roles, or `{"by", "second"}`.
    pub(super) fn read_settles(&mut self, reading: &mut Reading<'_>, settles: &Node<'_>) {
        reading.any_keys(settles);
        for member in settles.members() {
            let node = settles.member(member);
            let (by, second) = if node.is_object() {
                reading.keys(&node, &["by", "second"]);
                (reading.words(&node, "by"), reading.truth(&node, "second"))
            } else {
                (reading.words(settles, &member.key), false)
            };
            self.settles.push(Settle { rule: member.key.clone(), by, second, place: reading.place(&node) });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Settings};

    /// What stays flagged for a draft whose dismissal is this.
    fn flags(policy: &str, dismissal: &str) -> Vec<String> {
        let (settings, problems) = Settings::from_json(&format!("{{\"policy\": {policy}}}"));
        assert_eq!(problems, []);
        let (checker, problems) = Checker::new(settings);
        assert_eq!(problems, []);
        let text = "Hello {{first_name}}, your bread is ready";
        let json =
            |dismissed: &str| format!("{{\"text\": \"{text}\", \"networks\": [\"x\"], \"dismissed\": [{dismissed}]}}");
        let flag = checker.check(&Draft::from_json(&json("")).unwrap().0).flags[0].id.clone();
        let (draft, problems) = Draft::from_json(&json(&dismissal.replace("ID", &flag))).unwrap();
        assert_eq!(problems, []);
        checker.check(&draft).flags.into_iter().map(|flag| flag.rule).collect()
    }

    const POLICY: &str =
        r#"{"settle": {"*": ["editor", "legal"], "placeholder-token": {"by": "legal", "second": true}}}"#;

    #[test]
    fn a_role_that_may_not_leaves_the_flag_standing() {
        let stands = vec!["placeholder-token".to_owned()];
        assert_eq!(flags(POLICY, r#"{"id": "ID", "reason": "fine", "by": "Ana", "role": "editor"}"#), stands);
        assert_eq!(flags(POLICY, r#"{"id": "ID", "reason": "fine", "by": "Ana", "role": "legal"}"#), stands);
        let agreed = r#"{"id": "ID", "reason": "fine", "by": "Ana", "role": "legal", "second": "Ben"}"#;
        assert_eq!(flags(POLICY, agreed), Vec::<String>::new());
        let alone = r#"{"id": "ID", "reason": "fine", "by": "Ana", "role": "legal", "second": "Ana"}"#;
        assert_eq!(flags(POLICY, alone), stands);
    }

    #[test]
    fn without_a_word_in_the_policy_everybody_may() {
        assert_eq!(flags("{}", r#"{"id": "ID", "reason": "fine"}"#), Vec::<String>::new());
        assert_eq!(
            flags(r#"{"settle": {"pii-email": "legal"}}"#, r#"{"id": "ID", "reason": "fine"}"#),
            Vec::<String>::new()
        );
        assert_eq!(flags(r#"{"settle": {"*": []}}"#, r#"{"id": "ID", "reason": "fine", "role": "editor"}"#).len(), 1);
    }

    #[test]
    fn a_dismissal_of_one_text_ends_with_it() {
        let other = r#"{"id": "ID", "reason": "fine", "textHash": "0000000000000000"}"#;
        assert_eq!(flags("{}", other).len(), 1);
    }

    #[test]
    fn a_rule_that_is_not_there_is_named() {
        let (settings, _) = Settings::from_json(r#"{"policy": {"settle": {"placeholder-tokn": "legal"}}}"#);
        let (_, problems) = Checker::new(settings);
        assert_eq!(problems[0].message, "there is no rule \"placeholder-tokn\"; did you mean placeholder-token?");
    }
}
