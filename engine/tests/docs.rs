//! The pages that describe the JSON at the edge say what the code does.

use draftlens_engine::{Draft, Settings, network};

const POLICY: &str = include_str!("../../docs/policy.md");
const DRAFT: &str = include_str!("../../docs/draft.md");

/// The JSON examples of a page, in order.
fn examples(page: &str) -> Vec<&str> {
    page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn the_policy_of_the_page_is_read_without_a_problem() {
    let (settings, problems) = Settings::from_json(&format!("{{\"policy\": {}}}", examples(POLICY)[0]));
    assert_eq!(problems, []);
    let policy = settings.policy;
    assert_eq!((policy.levels.len(), policy.rules.len(), policy.lists.len(), policy.allow.len()), (5, 1, 2, 1));
    assert_eq!(policy.limit("x"), Some(250));
}

#[test]
fn the_draft_and_the_settings_of_the_page_are_read_without_a_problem() {
    let examples = examples(DRAFT);
    let (draft, problems) = Draft::from_json(examples[0]).expect("the example is a draft");
    assert_eq!(problems, []);
    assert!(draft.media.is_some() && draft.author.is_some() && draft.answers.len() == 1);
    let (settings, problems) = Settings::from_json(examples[1]);
    assert_eq!(problems, []);
    assert!(settings.trending.is_some() && settings.plan.is_some() && settings.now.is_some());
}

#[test]
fn every_known_key_stands_on_its_page() {
    let known = |json: &str| {
        let message = match Draft::from_json(json) {
            Ok((_, problems)) if !problems.is_empty() => problems[0].message.clone(),
            _ => Settings::from_json(json).1[0].message.clone(),
        };
        let list = message.split("the known ones are ").nth(1).expect("the message names the known ones").to_owned();
        list.split("; did you mean").next().unwrap_or_default().split(", ").map(str::to_owned).collect::<Vec<_>>()
    };
    let says = |page: &str, keys: Vec<String>| {
        for key in keys {
            assert!(page.contains(&format!("`{key}`")) || page.contains(&format!("\"{key}\"")), "{key}");
        }
    };
    says(DRAFT, known(r#"{"text": "", "?": 1}"#));
    says(DRAFT, known(r#"{"text": "", "media": [{"?": 1}]}"#));
    says(DRAFT, known(r#"{"?": 1}"#));
    says(POLICY, known(r#"{"policy": {"?": 1}}"#));
    says(POLICY, known(r#"{"policy": {"rules": [{"?": 1}]}}"#));
    says(POLICY, known(r#"{"policy": {"rules": [{"en": {"?": 1}}]}}"#));
    says(POLICY, known(r#"{"policy": {"levels": {"a": {"?": 1}}}}"#));
    says(POLICY, known(r#"{"policy": {"allow": [{"?": 1}]}}"#));
}

#[test]
fn every_network_can_be_named_at_the_edge() {
    let ids: Vec<String> = network::ALL.iter().map(|network| format!("\"{}\"", network.id)).collect();
    let (draft, problems) =
        Draft::from_json(&format!("{{\"text\": \"\", \"networks\": [{}]}}", ids.join(","))).unwrap();
    assert_eq!(problems, []);
    assert_eq!(draft.networks.len(), network::ALL.len());
}
