//! The calendar through the engine's face: what the report says of it, and what is wrong with it.

use draftlens_engine::{Checker, Draft, Report, Settings, Verdict};

fn check(settings: &str, draft: &str) -> Report {
    let (settings, problems) = Settings::from_json(settings);
    assert_eq!(problems, []);
    let (checker, problems) = Checker::new(settings);
    assert_eq!(problems, []);
    let (draft, problems) = Draft::from_json(draft).expect("a draft");
    assert_eq!(problems, []);
    checker.check(&draft)
}

fn rules(report: &Report) -> Vec<&str> {
    report.flags.iter().map(|flag| flag.rule.as_str()).collect()
}

const PLAN: &str = r#"{"now": "2026-11-24T12:00:00+01:00", "plan": [
    {"id": "a", "text": "Buy now, 20% off all coats in our shop", "at": "2026-11-24T09:00:00+01:00", "networks": ["x"], "status": "published"},
    {"text": "Which coat would you wear on a rainy day?", "at": "2026-11-20T09:00:00+01:00", "networks": ["x", "linkedin"]},
    {"text": "A draft", "at": "2026-11-24T11:50:00+01:00", "networks": ["x"], "status": "draft"},
    {"text": "Far away", "at": "2026-01-24T09:00:00+01:00", "networks": ["x"], "category": "curated"},
    {"text": "Thanks, Ana!", "at": "2026-11-24T11:30:00+01:00", "networks": ["x"], "replyTo": "Lovely"}]}"#;

#[test]
fn the_report_tells_mix_and_frequency_around_the_draft() {
    let report = check(PLAN, r#"{"text": "Our café opens at nine", "networks": ["x", "linkedin"]}"#);
    let plan = report.plan.expect("a plan");
    let mix = plan.mix.expect("a mix");
    assert_eq!((mix.days, mix.posts, mix.target), (30, [1, 0, 2], [34, 33, 33]));
    let rows: Vec<_> = plan.frequency.iter().map(|row| (row.network, row.day, row.limit, row.gap)).collect();
    assert_eq!(rows, [("x", 1, 5, Some(180)), ("linkedin", 0, 1, None)]);
    assert_eq!(plan.notes, Vec::<String>::new());
}

#[test]
fn a_draft_that_stands_in_the_plan_is_not_its_own_twin() {
    let text = r#""text": "Buy now, 20% off all coats in our shop", "networks": ["x"]"#;
    let again = check(PLAN, &format!("{{{text}}}"));
    assert!(rules(&again).contains(&"identical-repost"), "{:?}", rules(&again));
    assert_eq!(again.verdict, Verdict::Stop, "X refuses it within two days");
    assert!(!rules(&check(PLAN, &format!("{{\"id\": \"a\", {text}}}"))).contains(&"identical-repost"));
}

#[test]
fn without_a_plan_or_a_time_the_rules_are_not_checked() {
    let needs = |report: &Report, rule: &str| report.not_checked.iter().find(|n| n.rule == rule).map(|n| n.needs);
    let bare = check("{}", r#"{"text": "Hello"}"#);
    assert_eq!((needs(&bare, "mix-promo-heavy"), bare.plan.is_none()), (Some("plan"), true));
    assert_eq!(needs(&bare, "brand-forbidden-term"), Some("forbidden"));
    let timeless = check(&PLAN.replace(r#""now": "2026-11-24T12:00:00+01:00", "#, ""), r#"{"text": "Hello"}"#);
    assert_eq!(needs(&timeless, "mix-promo-heavy"), Some("now"));
    assert!(timeless.plan.is_some_and(|plan| plan.mix.is_none() && plan.frequency.is_empty()));
    assert_eq!(needs(&check(PLAN, r#"{"text": "Hello"}"#), "mix-promo-heavy"), None);
}

#[test]
fn what_is_wrong_with_a_plan_is_told_by_path_and_the_rest_counts() {
    let json = r#"{"now": "2026-11-24T12:00:00", "plan": {"posts": [
        {"text": "One", "at": "2026-11-24T09:00"}, {"text": "Two", "at": "soon"}, {"text": "Three"}, "Four",
        {"text": "Five", "at": "2026-11-23T09:00:00Z", "category": "promo", "status": "gone"}]}}"#;
    let (settings, problems) = Settings::from_json(json);
    let told: Vec<_> = problems.iter().map(|p| format!("{}: {}", p.at, p.message)).collect();
    assert_eq!(
        told,
        [
            "now: \"2026-11-24T12:00:00\" has no offset: write 2026-11-24T09:00:00+01:00; it is read as UTC here",
            "plan.posts[0].at: \"2026-11-24T09:00\" has no offset: write 2026-11-24T09:00:00+01:00; it is read as UTC here",
            "plan.posts[1].at: \"soon\" is no time such as 2026-11-24T09:00:00+01:00",
            "plan.posts[2]: a post of the plan needs \"at\": when it goes out",
            "plan.posts[3]: expected an object, found a text",
            "plan.posts[4].category: unknown category \"promo\": the known ones are promotional, curated, engagement",
            "plan.posts[4].status: unknown status \"gone\": the known ones are published, scheduled, draft, cancelled",
        ]
    );
    let report = Checker::new(settings).0.check(&Draft { text: "Hello".into(), ..Draft::default() });
    let plan = report.plan.expect("a plan");
    assert_eq!(plan.mix.map(|mix| mix.posts.iter().sum::<u32>()), Some(2));
    assert_eq!(plan.notes, ["3 posts have no date and are left out"]);
}

#[test]
fn a_plan_of_years_is_gone_through_once() {
    let posts: Vec<String> = (0..6_000u32)
        .map(|i| {
            let (month, day, hour) = (1 + i / 504 % 12, 1 + i / 18 % 28, i % 18);
            format!(r#"{{"text": "Coat number {i} is in the window today", "at": "2026-{month:02}-{day:02}T{hour:02}:00:00Z", "category": "curated"}}"#)
        })
        .collect();
    let settings = format!(r#"{{"now": "2026-06-15T12:00:00Z", "plan": [{}]}}"#, posts.join(","));
    let (checker, _) = Checker::new(Settings::from_json(&settings).0);
    let draft = Draft { text: "Coat number 7 is in the window today".into(), ..Draft::default() };
    for _ in 0..200 {
        assert!(checker.check(&draft).plan.is_some());
    }
}
