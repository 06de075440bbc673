//! Telegram: code points, fewer under a picture; grammars as its own library has them.

use draftlens_text::EntityKind;
use draftlens_text::chars::{self, Class, class};

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, entities, is_word};
use super::reader::{Reader, Reading};
use super::{Card, Fold, Media, Network, PLAIN, When};

/// Telegram.
pub(super) static TELEGRAM: Network = Network {
    id: "telegram",
    name: "Telegram",
    limit: 4096,
    limits: &[(When::PremiumMedia, 4096), (When::Media, 1024)],
    fold: Fold::Never,
    media: Media { images: Some(10), gifs: Some(1), videos: Some(10), mixed: true, needed: false },
    card: Card::WithoutMedia,
    read,
    ..PLAIN
};

const BOT_API: &str = "https://core.telegram.org/bots/api";
const LIBRARY: &str = "https://github.com/tdlib/td";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "4,096 code points", BOT_API, Read::Quoted),
    fact("limit", "1,024 under a picture or video; 4,096 with Premium", BOT_API, Read::Quoted),
    fact("link", "counts in full; with or without a scheme", LIBRARY, Read::Yes),
    fact(
        "hashtag",
        "1 to 256 letters, digits, _, · and ZWNJ, one letter at least; perhaps @ and a channel",
        LIBRARY,
        Read::Yes,
    ),
    fact("mention", "@ and 4 to 32 ASCII letters, digits and _", LIBRARY, Read::Yes),
    fact("cashtag", "$ and 1INCH or 1 to 8 capitals", LIBRARY, Read::Yes),
    fact("fold", "none in a channel", "", Read::No),
    fact("media", "2 to 10 together", BOT_API, Read::Quoted),
    fact("alt text", "none", "", Read::No),
    fact("card", "for the first link, when no media is attached", "", Read::No),
];

/// The longest hashtag.
const LONGEST_TAG: usize = 256;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: entities(reader, true, at_sign), ..characters(reader, limit) }
}

fn at_sign(source: &str, at: usize, sign: char) -> Option<(EntityKind, usize)> {
    // Full-width signs are none here.
    match source.as_bytes()[at] {
        b'#' => Some((EntityKind::Hashtag, hashtag_at(source, at)?)),
        b'@' => Some((EntityKind::Mention, mention_at(source, at)?)),
        b'$' if sign == '$' => Some((EntityKind::Cashtag, cashtag_at(source, at)?)),
        _ => None,
    }
}

fn is_tag(c: char) -> bool {
    let letter = matches!(class(c), Class::Letter | Class::Digit);
    letter || matches!(c, '_' | '\u{200C}' | '·' | '\u{D80}'..='\u{DFF}')
}

fn hashtag_at(source: &str, at: usize) -> Option<usize> {
    if chars::before(source, at).is_some_and(is_tag) {
        return None;
    }
    let body = &source[at + 1..];
    let run = body.find(|c| !is_tag(c)).unwrap_or(body.len());
    let cut = body[..run].char_indices().nth(LONGEST_TAG).map_or(run, |(end, _)| end);
    let letter = body[..cut].chars().any(|c| class(c) == Class::Letter);
    let end = at + 1 + if cut == run { channel_end(body, run, 3) } else { cut };
    (letter && !source[at + 1 + run..].starts_with('#') && !source[end..].starts_with('#')).then_some(end)
}

/// The end of a channel's name after `at`, or `at`.
fn channel_end(body: &str, at: usize, least: usize) -> usize {
    let Some(name) = body[at..].strip_prefix('@') else { return at };
    let run = ascii_name(name).min(32);
    if run >= least { at + 1 + run } else { at }
}

fn ascii_name(text: &str) -> usize {
    text.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count()
}

fn mention_at(source: &str, at: usize) -> Option<usize> {
    let end = at + 1 + ascii_name(&source[at + 1..]);
    let free = |c: Option<char>| !c.is_some_and(is_word);
    let whole = (4..=32).contains(&(end - at - 1)) && free(chars::before(source, at)) && free(chars::at(source, end));
    whole.then_some(end)
}

fn cashtag_at(source: &str, at: usize) -> Option<usize> {
    let stops = |c: Option<char>| !c.is_some_and(|c| c == '$' || is_tag(c));
    let body = &source[at + 1..];
    let run = if body.starts_with("1INCH") { 5 } else { body.bytes().take_while(u8::is_ascii_uppercase).count() };
    let end = at + 1 + channel_end(body, run, 3);
    let whole = (1..=8).contains(&run) && stops(chars::before(source, at)) && stops(chars::at(source, end));
    whole.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, seen, texts};

    #[test]
    fn hashtags_may_name_a_channel() {
        assert_eq!(
            texts("telegram", "#été·2026 #12 #a#b #tea@acme_fr #tea@ab (#x)"),
            ["#été·2026", "#tea@acme_fr", "#tea", "#x"]
        );
        let long = "#".to_owned() + &"x".repeat(300);
        assert_eq!(texts("telegram", &long)[0].len(), 257);
    }

    #[test]
    fn names_are_ascii_and_stand_free() {
        assert_eq!(texts("telegram", "@anna, @bo @annaé é@anna ＠anna a@anna"), ["@anna"]);
    }

    #[test]
    fn cashtags_are_capitals() {
        let seen = seen("telegram", "$ACME $1INCH $acme $TOOLONGER $A$B $ACME1");
        assert_eq!(seen, [("cashtag", "$ACME".into()), ("cashtag", "$1INCH".into())]);
    }

    #[test]
    fn counts_code_points() {
        assert_eq!(counted("telegram", "👨‍👩‍👧", 4), (5, Some(6)));
    }
}
