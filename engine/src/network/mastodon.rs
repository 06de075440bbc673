//! Mastodon: grapheme clusters; links count 23, a mention without its host.

use super::count::{Counter, cluster_count, earlier};
use super::fact::{Fact, Read, fact};
use super::grammar::is_word;
use super::reader::{Reader, Reading, Seen};
use super::{Fold, Media, Network, PLAIN};
use crate::ApiCount;
use draftlens_text::chars::{self, Class, class};
use draftlens_text::entity::{self, link, mention};
use draftlens_text::{Entity, EntityKind, Text};

/// Mastodon. A server may have another limit.
pub(super) static MASTODON: Network = Network {
    id: "mastodon",
    name: "Mastodon",
    limit: 500,
    unit: "graphemes",
    fold: Fold::lines((32, u32::MAX), (32, u32::MAX)),
    media: Media { images: Some(4), gifs: Some(4), videos: Some(1), mixed: false, needed: false },
    alt: Some(1500),
    counts_cover: true,
    read,
    ..PLAIN
};

const SOURCE: &str = "https://github.com/mastodon/mastodon";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "500 grapheme clusters; a server may change it", SOURCE, Read::Yes),
    fact("content warning", "counts with the text, as typed: its links in full", SOURCE, Read::Yes),
    fact("link", "23 with a scheme and a known domain, in full above 4,096", SOURCE, Read::Yes),
    fact("link", "without a scheme: 23 in the composer of 2026, in full on the server", SOURCE, Read::Yes),
    fact("link", "shown without scheme and www., cut after 30 characters unless 31 are all", SOURCE, Read::Yes),
    fact("mention", "@user@host counts as @user; in full when the host has over 253 characters", SOURCE, Read::Yes),
    fact(
        "hashtag",
        "# or ＃ after white space; word characters, · ・ _ and ZWNJ inside, one letter",
        SOURCE,
        Read::Yes,
    ),
    fact("fold", "706 pixels on the web: 32 lines; apps differ", SOURCE, Read::Yes),
    fact("media", "4; a video stands alone", SOURCE, Read::Yes),
    fact("alt text", "1,500 characters", SOURCE, Read::Yes),
    fact("card", "from `og:*`, when no media is attached", SOURCE, Read::Yes),
    fact(
        "card",
        "a picture wider than high at 1.91:1 above the words, others as a square beside them",
        SOURCE,
        Read::Yes,
    ),
    fact("crop", "one picture whole; two to four in a field of 3:2", SOURCE, Read::Yes),
];

/// What a link counts, whatever its length.
const LINK: u32 = 23;
/// A longer host is counted.
const LONGEST_HOST: usize = 253;
/// How much of a link is shown.
const SHOWN: usize = 30;
const SCHEMES: &[&str] = &["https", "http", "dat", "dweb", "ipfs", "ipns", "ssb", "gopher", "gemini"];
/// Those that are no links elsewhere.
const RARE_SCHEMES: &[&str] = SCHEMES.split_at(2).1;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let text = reader.text;
    let source = text.source();
    let entities = entities(text);
    let linked = |e: &Entity| e.kind != EntityKind::Link || has_scheme(&source[e.range()]);
    let composer = count(source, &entities, limit, |_| LINK);
    // Only links without a scheme part the two.
    let server = (!entities.iter().all(linked))
        .then(|| count(source, &entities, limit, |link| if has_scheme(link) { LINK } else { cluster_count(link) }));
    Reading {
        overflow: server.as_ref().map_or(composer.overflow, |server| earlier(composer.overflow, server.overflow)),
        fits: composer.fits() && server.as_ref().is_none_or(Counter::fits),
        api: server
            .filter(|server| server.count != composer.count)
            .map(|server| ApiCount { count: server.count, fits: server.fits() }),
        entities: entities.into_iter().filter(linked).map(|e| seen(source, e)).collect(),
        ..Reading::of(composer.count, limit)
    }
}

fn has_scheme(link: &str) -> bool {
    link.contains("://")
}

fn entities(text: &Text) -> Vec<Entity> {
    let source = text.source();
    let signs = text.signs().iter().filter_map(|&(at, sign)| {
        let (kind, end) = match sign {
            '#' => (EntityKind::Hashtag, hashtag_at(source, at)?),
            '@' => (EntityKind::Mention, mention_at(source, at)?),
            _ => return None,
        };
        Some(Entity::new(kind, (at, end)))
    });
    let links = if has_rare_scheme(source) { link::find_with(source, SCHEMES) } else { text.links().to_vec() };
    entity::merge(links, signs.collect())
}

/// Whether a scheme stands in the text that X does not know: its links must be looked for anew.
fn has_rare_scheme(source: &str) -> bool {
    let ends = |head: &str, name: &str| {
        head.len() >= name.len() && head.as_bytes()[head.len() - name.len()..].eq_ignore_ascii_case(name.as_bytes())
    };
    let is_rare = |colon: usize| RARE_SCHEMES.iter().any(|name| ends(&source[..colon], name));
    source.match_indices(':').any(|(colon, _)| is_rare(colon))
}

fn count(source: &str, entities: &[Entity], limit: u32, link: impl Fn(&str) -> u32) -> Counter {
    let mut counter = Counter::new(limit);
    let mut at = 0;
    for entity in entities {
        let (start, end) = (entity.start as usize, entity.end as usize);
        let whole = &source[start..end];
        let (weight, next) = match entity.kind {
            EntityKind::Link => (link(whole), end),
            EntityKind::Mention => (name_count(whole), end),
            _ => (0, start),
        };
        counter.add_clusters(source, at, start);
        counter.add(start, weight);
        at = next;
    }
    counter.add_clusters(source, at, source.len());
    counter
}

/// What a mention counts: it is known by its name, unless its host is beyond belief.
fn name_count(mention: &str) -> u32 {
    let sign = chars::at(mention, 0).map_or(0, char::len_utf8);
    match mention[sign..].split_once('@') {
        Some((name, host)) if host.chars().count() <= LONGEST_HOST => cluster_count(name) + 1,
        _ => cluster_count(mention),
    }
}

fn seen(source: &str, entity: Entity) -> Seen {
    let shown = if entity.kind == EntityKind::Link { shown(&source[entity.range()]) } else { None };
    Seen { entity, shown }
}

/// How a link is shown: without scheme and `www.`, and not to its end.
fn shown(link: &str) -> Option<String> {
    let (scheme, rest) = link.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    match rest.char_indices().nth(SHOWN) {
        Some((cut, _)) if rest[cut..].chars().nth(1).is_some() => Some(format!("{}…", &rest[..cut])),
        _ => Some(rest.to_owned()),
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '_' | '·' | '・' | '\u{200C}')
}

/// The end of the hashtag at `at`.
fn hashtag_at(source: &str, at: usize) -> Option<usize> {
    if chars::before(source, at).is_some_and(|c| !chars::is_space(c)) {
        return None;
    }
    let start = at + chars::at(source, at)?.len_utf8();
    let run = source[start..].find(|c| !is_word(c) && !is_separator(c)).unwrap_or(source.len() - start);
    let tag = source[start..start + run].trim_end_matches(|c| is_separator(c) && c != '_');
    let begins = tag.chars().next().is_some_and(is_word);
    let letter = tag.chars().any(|c| class(c) == Class::Letter);
    (begins && letter).then_some(start + tag.len())
}

/// The end of the mention at `at`, with its host.
fn mention_at(source: &str, at: usize) -> Option<usize> {
    let free = chars::before(source, at).is_none_or(|c| !(is_word(c) || matches!(c, '=' | '/')));
    if !free || source.as_bytes().get(at) != Some(&b'@') {
        return None;
    }
    let name = parts_end(source, at + 1, |c| c.is_ascii_alphanumeric() || c == '_')?;
    let host = if source[name..].starts_with('@') { parts_end(source, name + 1, is_word) } else { None };
    let end = host.unwrap_or(name);
    mention::is_free(source, end).then_some(end)
}

/// The end of a run of characters that are `ok`, with dots and hyphens between them.
fn parts_end(source: &str, start: usize, ok: impl Fn(char) -> bool) -> Option<usize> {
    if !chars::at(source, start).is_some_and(&ok) {
        return None;
    }
    let run = source[start..].find(|c| !ok(c) && c != '.' && c != '-').unwrap_or(source.len() - start);
    Some(start + source[start..start + run].trim_end_matches(['.', '-']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &Text, limit: u32) -> Reading {
        super::read(&Reader::new(text), limit)
    }

    fn counted(source: &str) -> (u32, Option<u32>) {
        let reading = read(&Text::parse(source), 500);
        (reading.count, reading.api.map(|api| api.count))
    }

    #[test]
    fn links_count_23_and_mentions_lose_their_host() {
        assert_eq!(counted("https://example.com/a/long/path/that/goes/on/and/on"), (23, None));
        assert_eq!(counted("Hi @anna@mastodon.social!"), ("Hi @anna!".len() as u32, None));
        assert_eq!(counted("👨‍👩‍👧‍👦 é e\u{301}"), (5, None));
    }

    #[test]
    fn a_link_without_scheme_is_counted_twice() {
        assert_eq!(counted("example.com"), (23, Some(11)));
        let text = Text::parse("example.com #x");
        assert_eq!(read(&text, 500).entities.len(), 1);
        assert_eq!((read(&text, 20).fits, read(&text, 20).overflow), (false, Some(0)));
    }

    #[test]
    fn links_are_shown_short() {
        assert_eq!(shown("https://www.example.com/a").as_deref(), Some("example.com/a"));
        let (long, exact) = (format!("https://{}", "x".repeat(32)), format!("https://{}", "x".repeat(31)));
        assert_eq!(shown(&long).as_deref(), Some(format!("{}…", "x".repeat(30)).as_str()));
        assert_eq!(shown(&exact).as_deref(), Some("x".repeat(31).as_str()));
    }

    #[test]
    fn hashtags_need_white_space_before_and_a_letter_inside() {
        let tag = |source: &str| entities(&Text::parse(source)).first().map(|e| source[e.range()].to_owned());
        assert_eq!(tag("＃été·2024・").as_deref(), Some("＃été·2024"));
        assert_eq!((tag("(#x)"), tag("#12"), tag("#·a"), tag("a#b")), (None, None, None, None));
    }

    #[test]
    fn mentions_stand_free() {
        let mentions = |source: &str| entities(&Text::parse(source)).len();
        assert_eq!((mentions("(@anna.b)"), mentions("x@y.fr"), mentions("@a@b@c"), mentions("/@anna")), (1, 0, 0, 0));
    }
}
