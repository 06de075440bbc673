//! Whatever stands at a known key, settings and drafts are read without a panic, and what cannot be
//! used is told.

use draftlens_engine::{Checker, Draft, Settings};
use proptest::prelude::*;

const KEYS: &str = "text networks variants link media scheduledAt author audience replyTo dismissed answers textLang \
                    intent lang policy policyText facts plan trending now pending version brand handles domains \
                    hashtags countries sector levels rules lists allow limits id severity group patterns en fr \
                    sources title why advice ask fix flag pass add drop rule until name aliases kind src alt width \
                    height url x linkedin save default posts at tag topic shouting-caps promo reason quote poll question options sensitive thread part of card \
                    poster";

const TEXTS: &str = "x linkedin stop off review find {promo} (a ... \u{FFFD} 2026-11-24 fr en #Aurora https://a.b é";

fn word(of: &'static str) -> impl Strategy<Value = String> {
    prop::sample::select(of.split(' ').collect::<Vec<_>>()).prop_map(|word| format!("\"{word}\""))
}

/// A JSON text whose keys the engine knows, at places where they may make no sense.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => word(TEXTS),
        1 => prop::sample::select(vec!["null", "true", "-1", "7", "1e99", "99999999999", "\"\\ud83d\"", "\"\""]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        let member = (word(KEYS), inner.clone()).prop_map(|(key, value)| (key, value));
        let object = prop::collection::vec(member, 0..8).prop_map(|mut members| {
            members.sort();
            members.dedup_by(|a, b| a.0 == b.0);
            let members: Vec<String> = members.into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
            format!("{{{}}}", members.join(","))
        });
        let list = prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(",")));
        prop_oneof![3 => object, 1 => list]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_a_draft_holds_it_is_read_or_refused_in_a_sentence(media in json(), author in json(), other in json()) {
        let text = format!("{{\"text\":\"Hi #Aurora\",\"media\":{media},\"author\":{author},\"dismissed\":{other},\"link\":{other}}}");
        let (draft, problems) = Draft::from_json(&text).expect("it has a text");
        prop_assert_eq!(draft.text, "Hi #Aurora");
        prop_assert!(problems.iter().all(|p| !p.at.is_empty() && !p.message.is_empty()));
        if let Err(problem) = Draft::from_json(&other) {
            prop_assert!(problem.line == 1 && problem.column >= 1);
        }
    }

    #[test]
    fn whatever_a_policy_holds_a_checker_is_made_of_it(policy in json(), rules in json(), levels in json()) {
        let policies = [
            format!("{{\"policy\":{policy},\"facts\":{policy},\"trending\":{rules},\"plan\":{rules}}}"),
            format!("{{\"policy\":{{\"rules\":[{rules}],\"levels\":{levels},\"lists\":{levels},\"allow\":[{rules}]}}}}"),
        ];
        for text in policies {
            let (settings, problems) = Settings::from_json(&text);
            prop_assert!(problems.len() <= 100);
            let (checker, _) = Checker::new(settings);
            let (draft, _) = Draft::from_json("{\"text\":\"Hi #Aurora\"}").expect("a draft");
            let report = checker.with_problems(problems).check(&draft).to_json();
            prop_assert!(Draft::from_json(&report).is_err_and(|problem| problem.message.contains("no key")), "it is JSON");
        }
    }
}
