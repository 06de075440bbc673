//! twitter-text's own cases for links, hashtags, mentions and cashtags: every one of them passes.

use draftlens_text::Entity;
use draftlens_text::EntityKind::{Cashtag, Hashtag, Mention};
use draftlens_text::entity::{self, Signs, address, link, mention, tag};
use yaml_rust2::{Yaml, YamlLoader};

const SUITE: &str = include_str!("../../../tests/conformance/twitter-text/extract.yml");

const TLDS: &str = include_str!("../../../tests/conformance/twitter-text/tlds.yml");
const VALIDATE: &str = include_str!("../../../tests/conformance/twitter-text/validate.yml");

/// The stretches of one kind, as X sees them: byte spans.
type Find = fn(&str) -> Vec<Entity>;

fn mentions(text: &str) -> Vec<Entity> {
    let spans = Signs::new(text).filter(|&(_, sign)| sign == '@');
    spans.filter_map(|(at, _)| mention::x_mention_at(text, at).map(|end| Entity::new(Mention, (at, end)))).collect()
}

fn cashtags(text: &str) -> Vec<Entity> {
    let spans = Signs::new(text).filter(|&(_, sign)| sign == '$');
    spans.filter_map(|(at, _)| tag::cashtag_at(text, at).map(|end| Entity::new(Cashtag, (at, end)))).collect()
}

fn hashtags(text: &str) -> Vec<Entity> {
    let spans = Signs::new(text).filter(|&(_, sign)| sign == '#');
    let tags =
        spans.filter_map(|(at, _)| tag::hashtag_at(text, at).map(|end| Entity::new(Hashtag, (at, end)))).collect();
    entity::merge(link::find(text), tags).into_iter().filter(|e| e.kind == Hashtag).collect()
}

/// The text of an entity as the suite writes it: without its sign.
fn body(text: &str, entity: &Entity) -> String {
    let whole = &text[entity.start as usize..entity.end as usize];
    whole.trim_start_matches(['#', '＃', '@', '＠', '$']).to_owned()
}

/// The suite counts code points.
fn indices(text: &str, entity: &Entity) -> (i64, i64) {
    let count = |end: u32| text[..end as usize].chars().count() as i64;
    (count(entity.start), count(entity.end))
}

fn expected_indices(case: &Yaml) -> Vec<(i64, i64)> {
    let of = |e: &Yaml| Some((e["indices"][0].as_i64()?, e["indices"][1].as_i64()?));
    case["expected"].as_vec().map(|list| list.iter().filter_map(of).collect()).unwrap_or_default()
}

fn expected_bodies(case: &Yaml) -> Vec<String> {
    let list = case["expected"].as_vec().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|e| e.as_str().map_or_else(|| e.as_i64().unwrap_or_default().to_string(), str::to_owned)).collect()
}

/// Runs a section; says how many cases it has.
fn run(section: &str, find: Find) -> usize {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let cases = suite[0]["tests"][section].as_vec().unwrap_or_else(|| panic!("no section {section}"));
    for case in cases {
        let text = case["text"].as_str().expect("a text");
        let found = find(text);
        let what = case["description"].as_str().unwrap_or_default();
        if section.contains("indices") || section.contains("directional") {
            let spans: Vec<_> = found.iter().map(|e| indices(text, e)).collect();
            assert_eq!(spans, expected_indices(case), "{section}: {what}: {text}");
        } else {
            let bodies: Vec<_> = found.iter().map(|e| body(text, e)).collect();
            assert_eq!(bodies, expected_bodies(case), "{section}: {what}: {text}");
        }
    }
    cases.len()
}

#[test]
fn links_are_those_of_twitter_text() {
    let cases = run("urls", link::find)
        + run("urls_with_indices", link::find)
        + run("urls_with_directional_markers", link::find);
    assert_eq!(cases + run("tco_urls_with_params", link::find), 108);
}

#[test]
fn hashtags_are_those_of_twitter_text() {
    let cases = run("hashtags", hashtags) + run("hashtags_from_astral", hashtags);
    assert_eq!(cases + run("hashtags_with_indices", hashtags), 76);
}

#[test]
fn mentions_and_lists_are_those_of_twitter_text() {
    let cases = run("mentions", mentions) + run("mentions_with_indices", mentions);
    assert_eq!(cases + run("mentions_or_lists_with_indices", mentions), 31);
}

#[test]
fn cashtags_are_those_of_twitter_text() {
    assert_eq!(run("cashtags", cashtags) + run("cashtags_with_indices", cashtags), 10);
}

#[test]
fn every_top_level_domain_of_twitter_text_ends_a_link() {
    let suite = YamlLoader::load_from_str(TLDS).expect("the suite is YAML");
    let mut cases = 0;
    for section in ["country", "generic"] {
        for case in suite[0]["tests"][section].as_vec().expect("a section") {
            let text = case["text"].as_str().expect("a text");
            let found: Vec<_> = link::find(text).iter().map(|link| text[link.range()].to_owned()).collect();
            assert_eq!(found, expected_bodies(case), "{text}");
            cases += 1;
        }
    }
    assert_eq!(cases, 315 + 1259);
}

#[test]
fn addresses_are_valid_as_in_twitter_text() {
    let suite = YamlLoader::load_from_str(VALIDATE).expect("the suite is YAML");
    let mut cases = 0;
    for (section, scheme) in [("urls", true), ("urls_without_protocol", false)] {
        for case in suite[0]["tests"][section].as_vec().expect("a section") {
            let text = case["text"].as_str().expect("a text");
            assert_eq!(Some(address::is_address(text, scheme)), case["expected"].as_bool(), "{text}");
            cases += 1;
        }
    }
    assert_eq!(cases, 29);
}

/// A post that begins with a name answers its owner.
#[test]
fn replies_begin_with_a_name() {
    let suite = YamlLoader::load_from_str(SUITE).expect("the suite is YAML");
    let cases = suite[0]["tests"]["replies"].as_vec().expect("a section");
    for case in cases {
        let text = case["text"].as_str().expect("a text");
        let first = mentions(text).into_iter().next().filter(|e| text[..e.start as usize].trim().is_empty());
        assert_eq!(first.map(|e| body(text, &e)).as_deref(), case["expected"].as_str(), "{text}");
    }
    assert_eq!(cases.len(), 13);
}
