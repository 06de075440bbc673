//! twitter-text's own cases for the weighted count, and for the links and marks that its readers see:
//! every one of them passes. What is written as HTML is written here: the widget never does.

use draftlens_engine::NetworkEntity;
use draftlens_engine::network::{by_id, report};
use draftlens_text::Text;
use yaml_rust2::{Yaml, YamlLoader};

const AUTOLINK: &str = include_str!("../../tests/conformance/twitter-text/autolink.yml");
const HIGHLIGHT: &str = include_str!("../../tests/conformance/twitter-text/hit_highlighting.yml");
const SUITE: &str = include_str!("../../tests/conformance/twitter-text/validate.yml");

fn number(case: &Yaml, key: &str) -> u32 {
    case["expected"][key].as_i64().and_then(|n| u32::try_from(n).ok()).unwrap_or_else(|| panic!("no {key}"))
}

/// The section of configuration v3, which counts every emoji as two.
const EMOJI: &str = "WeightedTweetsWithDiscountedEmojiCounterTest";

/// Runs a section; says how many of its cases hold.
fn run(section: &str) -> usize {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let all = &suite[0]["tests"];
    let cases = all[section].as_vec().unwrap_or_else(|| panic!("no section {section}"));
    let newer = all[EMOJI].as_vec().cloned().unwrap_or_default();
    let x = by_id("x").expect("X is known");
    for case in cases {
        let source = case["text"].as_str().expect("a text");
        let text = Text::parse(source);
        let mut row = report(x, &text, None);
        let what = case["description"].as_str().unwrap_or_default();
        // Two cases were written for configuration v2, which knew no emoji of several characters:
        // the emoji section has the same text and another number, v3's.
        if newer.iter().any(|n| n["text"] == case["text"] && n["expected"] != case["expected"]) {
            row.count = source.chars().map(|c| report(x, &Text::parse(&c.to_string()), None).count).sum();
        }
        assert_eq!(row.count, number(case, "weightedLength"), "{section}: {what}");
        assert_eq!(row.count * 1000 / row.limit, number(case, "permillage"), "{section}: {what}");
        assert_eq!(text.utf16_len(), number(case, "displayRangeEnd") + 1, "{section}: {what}");
        assert_eq!(Some(row.fits), case["expected"]["valid"].as_bool(), "{section}: {what}");
        let valid = row.overflow_at.unwrap_or(text.utf16_len());
        assert_eq!(valid, number(case, "validRangeEnd") + 1, "{section}: {what}");
    }
    cases.len()
}

#[test]
fn weights_are_those_of_twitter_text() {
    assert_eq!(run("WeightedTweetsCounterTest"), 20);
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

/// The section was written for configuration v1: 140 characters, whatever they are, and links of 23.
#[test]
fn texts_are_valid_up_to_their_limit() {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let cases = suite[0]["tests"]["tweets"].as_vec().expect("a section");
    let ones = by_id("mastodon").expect("Mastodon weighs no letters");
    for case in cases {
        let source = case["text"].as_str().expect("a text");
        let valid = !source.is_empty() && report(ones, &Text::parse(source), Some(140)).fits;
        assert_eq!(Some(valid), case["expected"].as_bool(), "{source}");
    }
    assert_eq!(cases.len(), 8);
}

/// The entities of a text as X sees them, of some kinds.
fn seen(source: &str, kinds: &[&str]) -> Vec<NetworkEntity> {
    let row = report(by_id("x").expect("X is known"), &Text::parse(source), None);
    row.entities.into_iter().filter(|entity| kinds.contains(&entity.kind)).collect()
}

/// The text with its entities as links; `url` writes what stands in a link to a page.
fn linked(source: &str, entities: &[NetworkEntity], url: &dyn Fn(&str) -> String) -> String {
    let units: Vec<u16> = source.encode_utf16().collect();
    let text = |from: u32, to: u32| String::from_utf16_lossy(&units[from as usize..to as usize]);
    let (mut out, mut at) = (String::new(), 0);
    for entity in entities {
        out += &text(at, entity.start);
        out += &anchor(entity, url);
        at = entity.end;
    }
    out + &text(at, units.len() as u32)
}

fn anchor(entity: &NetworkEntity, url: &dyn Fn(&str) -> String) -> String {
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    let sign = entity.text.chars().next().expect("an entity has a text");
    let name = &entity.text[sign.len_utf8()..];
    match entity.kind {
        "link" => url(&escaped(&entity.text)),
        "mention" => {
            let class = if name.contains('/') { "list-slug" } else { "username" };
            format!("{sign}<a class=\"tweet-url {class}\" href=\"https://twitter.com/{name}\">{name}</a>")
        }
        kind => {
            let (code, plain) = if kind == "hashtag" { ("%23", '#') } else { ("%24", '$') };
            // What is written from right to left says so.
            let rtl = name.chars().any(|c| matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{590}'..='\u{5FF}' | '\u{FE70}'..='\u{FEFF}'));
            let class = if rtl && kind == "hashtag" { "hashtag rtl" } else { kind };
            format!(
                "<a href=\"https://twitter.com/search?q={code}{name}\" title=\"{plain}{name}\" class=\"tweet-url {class}\">{sign}{name}</a>"
            )
        }
    }
}

fn plain_link(address: &str) -> String {
    format!("<a href=\"{address}\">{address}</a>")
}

fn autolinked(section: &str, kinds: &[&str]) -> usize {
    let suite = YamlLoader::load_from_str(AUTOLINK).expect("the suite is YAML");
    let cases = suite[0]["tests"][section].as_vec().unwrap_or_else(|| panic!("no section {section}"));
    for case in cases {
        let source = case["text"].as_str().expect("a text");
        let mut entities = seen(source, kinds);
        // This part of twitter-text leaves links without a scheme to others.
        entities.retain(|entity| entity.kind != "link" || entity.text.contains("://"));
        let html = linked(source, &entities, &plain_link);
        assert_eq!(Some(html.as_str()), case["expected"].as_str(), "{section}: {source}");
    }
    cases.len()
}

#[test]
fn names_lists_hashtags_links_and_cashtags_are_linked_as_in_twitter_text() {
    assert_eq!(autolinked("usernames", &["mention"]) + autolinked("lists", &["mention"]), 19 + 12);
    assert_eq!(autolinked("hashtags", &["hashtag"]), 70);
    assert_eq!(autolinked("urls", &["link"]), 78);
    assert_eq!(autolinked("cashtags", &["cashtag"]), 2);
    assert_eq!(autolinked("all", &["link", "hashtag", "mention", "cashtag"]), 10);
}

/// The section gives what a shortened link stands for.
#[test]
fn shortened_links_are_linked_with_what_they_stand_for() {
    let suite = YamlLoader::load_from_str(AUTOLINK).expect("the suite is YAML");
    let cases = suite[0]["tests"]["json"].as_vec().expect("a section");
    for case in cases {
        let source = case["text"].as_str().expect("a text");
        let given = YamlLoader::load_from_str(case["json"].as_str().expect("JSON")).expect("JSON is YAML");
        let (full, display) =
            (given[0]["urls"][0]["expanded_url"].as_str(), given[0]["urls"][0]["display_url"].as_str());
        let url = |address: &str| expanded(address, full.unwrap_or_default(), display.unwrap_or_default());
        let html = linked(source, &seen(source, &["link", "hashtag", "mention"]), &url);
        assert_eq!(Some(html.as_str()), case["expected"].as_str(), "{source}");
    }
    assert_eq!(cases.len(), 5);
}

/// A shortened link: what it stands for is there to be copied, its ends are hidden.
fn expanded(address: &str, full: &str, display: &str) -> String {
    const HIDDEN: &str = "style='position:absolute;left:-9999px;'";
    let ellipsis = format!("<span class='tco-ellipsis'><span {HIDDEN}>&nbsp;</span></span>");
    let at = full.find(display).expect("what is shown is a part of the address");
    let (before, after) = (&full[..at], &full[at + display.len()..]);
    format!(
        "<a href=\"{address}\" title=\"{full}\">{ellipsis}<span {HIDDEN}>{before}</span><span class='js-display-url'>{display}</span><span {HIDDEN}>{after}</span>{ellipsis}</a>"
    )
}

/// Marks stretches of what is read, which HTML goes through.
fn highlighted(html: &str, hits: &[(usize, usize)]) -> String {
    let (mut out, mut read, mut depth, mut open) = (String::new(), 0, 0, false);
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let tag = if c == '<' { rest.find('>').map(|end| &rest[..=end]) } else { None };
        let piece = tag.unwrap_or(&rest[..c.len_utf8()]);
        if tag.is_none() && hits.iter().any(|hit| hit.0 == read) {
            (depth, open) = (0, true);
            out += "<em>";
        }
        out += piece;
        match tag {
            Some(tag) => depth += if tag.starts_with("</") { -1 } else { 1 },
            None => read += 1,
        }
        if open && depth == 0 && hits.iter().any(|hit| hit.1 == read) {
            open = false;
            out += "</em>";
        }
        rest = &rest[piece.len()..];
    }
    out
}

#[test]
fn hits_are_marked_as_in_twitter_text() {
    let suite = YamlLoader::load_from_str(HIGHLIGHT).expect("the suite is YAML");
    let mut cases = 0;
    for section in ["plain_text", "with_links"] {
        for case in suite[0]["tests"][section].as_vec().expect("a section") {
            let number = |value: &Yaml| value.as_i64().and_then(|n| usize::try_from(n).ok()).expect("a number");
            let hits = case["hits"].as_vec().expect("hits").iter().map(|hit| (number(&hit[0]), number(&hit[1])));
            let text = case["text"].as_str().expect("a text");
            let html = highlighted(text, &hits.collect::<Vec<_>>());
            assert_eq!(Some(html.as_str()), case["expected"].as_str(), "{section}: {text}");
            cases += 1;
        }
    }
    assert_eq!(cases, 14);
}
