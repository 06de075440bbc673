//! A house's own rules, lists, levels and exemptions, through the same compiler and the same face.

use draftlens_engine::{Checker, Draft, Report, Settings, Verdict};

fn checker(settings: &str) -> (Checker, Vec<String>) {
    let (settings, mut problems) = Settings::from_json(settings);
    let (checker, more) = Checker::new(settings);
    problems.extend(more);
    (checker, problems.into_iter().map(|p| format!("{} {}:{}: {}", p.at, p.line, p.column, p.message)).collect())
}

fn check(settings: &str, draft: &str) -> Report {
    let (checker, problems) = checker(settings);
    assert_eq!(problems, Vec::<String>::new());
    let (draft, problems) = Draft::from_json(draft).unwrap();
    assert_eq!(problems, Vec::new());
    checker.check(&draft)
}

const CHEAP: &str = r#"{"policy": {"version": "7", "rules": [{"id": "no-cheap", "severity": "stop",
  "patterns": "find cheap~\n  unless near 1 not\n  replace \"fair\"",
  "en": {"title": "“{match}” is not how we speak", "why": "Our brand book says so.", "advice": "Say “good value”.", "fix": "Write “fair”", "flag": ["so cheap"], "pass": ["not cheap"]}}]}}"#;

#[test]
fn a_rule_of_the_house_flags_groups_its_places_and_mends_them_all() {
    let report = check(CHEAP, r#"{"text": "Cheap é cheap!", "networks": ["x", "linkedin"]}"#);
    assert_eq!(report.verdict, Verdict::Stop);
    assert_eq!(report.flags.len(), 1);
    let flag = &report.flags[0];
    assert_eq!((flag.rule.as_str(), flag.title.as_str()), ("house/no-cheap", "“Cheap” is not how we speak"));
    assert_eq!(flag.spans.iter().map(|s| (s.start, s.end)).collect::<Vec<_>>(), [(0, 5), (8, 13)]);
    assert_eq!(flag.networks, ["x", "linkedin"]);
    let edits: Vec<_> = flag.fixes[0].edits.iter().map(|e| (e.start, e.end, e.replacement.as_str())).collect();
    assert_eq!(edits, [(0, 5, "fair"), (8, 13, "fair")]);
}

#[test]
fn a_dismissal_holds_while_the_words_stay_and_reopens_when_they_change() {
    let id = check(CHEAP, r#"{"text": "a cheap coat"}"#).flags[0].id.clone();
    let draft = |text: &str| {
        format!(r#"{{"text": "{text}", "dismissed": [{{"id": "{id}", "reason": "quote", "by": "Ana"}}]}}"#)
    };
    let kept = check(CHEAP, &draft("a cheap coat, and more"));
    assert_eq!((kept.verdict, kept.flags.len(), kept.dismissed[0].reason.as_str()), (Verdict::Ready, 0, "quote"));
    assert_eq!(
        check(&CHEAP.replace("how we speak", "us"), &draft("a cheap coat")).flags.len(),
        0,
        "the message is no part of the key"
    );
    assert_eq!(check(CHEAP, &draft("a cheap shirt")).flags.len(), 1, "the neighbour is");
}

#[test]
fn a_dismissal_that_expired_holds_no_more() {
    let id = check(CHEAP, r#"{"text": "cheap"}"#).flags[0].id.clone();
    let draft =
        format!(r#"{{"text": "cheap", "dismissed": [{{"id": "{id}", "reason": "sale", "until": "2026-11-24"}}]}}"#);
    let at = |now: &str| check(&CHEAP.replacen('{', &format!("{{\"now\": \"{now}\", "), 1), &draft).flags.len();
    assert_eq!((at("2026-11-24T23:00:00+01:00"), at("2026-11-25T00:00:00+01:00")), (0, 1));
}

#[test]
fn levels_are_the_houses_by_network_and_by_intent() {
    let level = |level: &str| {
        CHEAP.replace("\"version\"", &format!("\"levels\": {{\"house/no-cheap\": {level}}}, \"version\""))
    };
    let draft = r#"{"text": "cheap", "networks": ["x", "linkedin"]}"#;
    let off = check(&level("\"off\""), draft);
    assert_eq!((off.verdict, off.flags.len(), off.off[0].by.as_str()), (Verdict::Ready, 0, "level"));
    let mixed = check(&level(r#"{"x": "review", "default": "off"}"#), draft);
    assert_eq!(mixed.flags[0].networks, ["x"]);
    assert_eq!(mixed.networks.iter().map(|n| n.verdict).collect::<Vec<_>>(), [Verdict::Review, Verdict::Ready]);
    let saved = check(&level(r#"{"save": "advise"}"#), r#"{"text": "cheap", "intent": "save"}"#);
    assert_eq!(saved.verdict, Verdict::Ready);
}

#[test]
fn an_exemption_is_told_with_its_reason() {
    let allow = CHEAP.replace("\"version\"", r#""allow": [{"rule": "house/no-cheap", "patterns": "find cheap as chips", "why": "It is our product's name."}], "version""#);
    let report = check(&allow, r#"{"text": "Cheap as chips"}"#);
    assert_eq!((report.flags.len(), report.off[0].by.as_str()), (0, "It is our product's name."));
    assert_eq!(check(&allow, r#"{"text": "Cheap coats"}"#).flags.len(), 1);
}

#[test]
fn a_variant_is_checked_for_its_network_alone() {
    let report = check(CHEAP, r#"{"text": "dear", "networks": ["linkedin", "x"], "variants": {"x": "cheap"}}"#);
    assert_eq!((report.flags[0].text, report.flags[0].networks.as_slice()), ("x", ["x"].as_slice()));
    assert_eq!(
        report.networks.iter().map(|n| (n.network, n.text, n.verdict)).collect::<Vec<_>>(),
        [("linkedin", "base", Verdict::Ready), ("x", "x", Verdict::Stop)]
    );
}

#[test]
fn what_is_wrong_with_a_policy_is_told_and_the_rest_works() {
    let (_, problems) = checker(&CHEAP.replace("near 1 not", "near 1 (not"));
    assert_eq!(
        problems,
        [
            "policy.rules[0].patterns 0:0: pattern line 2, column 17: this bracket is never closed",
            "policy.rules[0] 0:0: house/no-cheap does not flag its example “so cheap”"
        ]
    );
    let (_, problems) = checker(&CHEAP.replace("\"so cheap\"", "\"so dear\""));
    assert_eq!(problems, ["policy.rules[0] 0:0: house/no-cheap does not flag its example “so dear”"]);
    let (checker, problems) = checker(r#"{"policyText": "{\n  \"levels\": {\"no-such-rule\": \"off\"}\n}"}"#);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].contains("2:") && problems[0].contains("there is no rule \"no-such-rule\""), "{problems:?}");
    assert_eq!(checker.check(&Draft { text: "x".into(), ..Draft::default() }).problems.len(), 1);
}

#[test]
fn the_verdict_is_pending_until_the_policy_is_in_and_when_it_failed() {
    assert_eq!(check(r#"{"pending": true}"#, r#"{"text": "hello"}"#).verdict, Verdict::Pending);
    let (checker, problems) = checker(r#"{"policyText": "{"}"#);
    assert_eq!(problems.len(), 1);
    assert_eq!(checker.check(&Draft::default()).verdict, Verdict::Pending);
}
