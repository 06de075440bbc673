//! X: twitter-text's weighted count (configuration v3) after composition to NFC.
//!
//! Beside npm `twitter-text` 3.1 on the 10,129 posts of `../shared/data/posts/posts.jsonl`: the same
//! links, hashtags, mentions, cashtags and places of overflow in all; the same count in all but 6
//! (82 with the emoji of 2018 that it pins), which have emoji younger than its newest parser of
//! them. It differs on purpose where a text begins with a domain in accented letters, whose first
//! letter twitter-text loses.

use super::count::{Counter, earlier, plain_run};
use super::fact::{Fact, Read, fact};
use super::reader::{Reader, Reading, Seen};
use super::{Fold, Media, Network, PLAIN, When};
use draftlens_text::entity::{self, Signs, link, mention, tag};
use draftlens_text::{Entity, EntityKind, chars, emoji, nfc};

/// X.
pub(super) static X: Network = Network {
    id: "x",
    name: "X",
    limit: 280,
    limits: &[(When::Premium, 25_000)],
    unit: "weighted",
    fold: Fold::Count(FOLD),
    media: Media { images: Some(4), gifs: Some(1), videos: Some(1), mixed: false, needed: false },
    alt: Some(1000),
    read,
    ..PLAIN
};

const COUNTING: &str = "https://docs.x.com/fundamentals/counting-characters";
const TWITTER_TEXT: &str = "https://github.com/twitter/twitter-text";
const MEDIA: &str = "https://docs.x.com/x-api/media/quickstart/best-practices";
const PREMIUM: &str = "https://help.x.com/en/using-x/x-premium";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "280, weighted after NFC; Latin letters weigh 1, most other characters 2", COUNTING, Read::Yes),
    fact("limit", "25,000 with Premium; such posts cannot be scheduled on the web", PREMIUM, Read::Quoted),
    fact("emoji", "2 each, whatever the sequence", COUNTING, Read::Yes),
    fact("link", "23, with or without a scheme, when its domain is valid", COUNTING, Read::Yes),
    fact("hashtag", "as twitter-text's conformance suite has it; mentions and cashtags too", TWITTER_TEXT, Read::Yes),
    fact("mention", "counts; those that X puts at the start of a reply do not", COUNTING, Read::Yes),
    fact("mention", "an account first named after character 280 is not notified", PREMIUM, Read::Quoted),
    fact("fold", "a long post of Premium folds at about 280", "", Read::No),
    fact("media", "4 images, or 1 GIF, or 1 video; they count for nothing in the text", MEDIA, Read::Quoted),
    fact(
        "alt text",
        "1,000 characters",
        "https://developer.x.com/en/docs/media/upload-media/api-reference/post-media-metadata-create",
        Read::Yes,
    ),
    fact(
        "card",
        "`twitter:*`, else `og:*`; when no media is attached; the headline lies on the image",
        "https://github.com/Automattic/jetpack",
        Read::Second,
    ),
];

/// What a link weighs, whatever its length.
const LINK: u32 = 23;
/// Characters with which X takes no post.
pub const REFUSED: [char; 3] = ['\u{FFFE}', '\u{FEFF}', '\u{FFFF}'];
/// Where longer posts fold.
const FOLD: u32 = 280;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let text = reader.text;
    let source = text.source();
    if nfc::is_composed(source) {
        return read_composed(source, text.links(), text.signs(), limit);
    }
    let composed = nfc::compose(source);
    let signs: Vec<(usize, char)> = Signs::new(&composed.text).collect();
    let mut reading = read_composed(&composed.text, &link::find(&composed.text), &signs, limit);
    reading.overflow = reading.overflow.map(|at| composed.place(at));
    reading.fold = reading.fold.map(|at| composed.place(at));
    for Seen { entity, .. } in &mut reading.entities {
        let range = entity.range();
        *entity = Entity::new(entity.kind, (composed.place(range.start), composed.place(range.end)));
    }
    reading.entities.retain(|seen| seen.entity.start < seen.entity.end);
    reading
}

fn read_composed(source: &str, links: &[Entity], signs: &[(usize, char)], limit: u32) -> Reading {
    let counter = weigh(source, links, limit);
    let fold = if limit > FOLD { weigh(source, links, FOLD).overflow } else { None };
    let refused = source.find(REFUSED);
    Reading {
        overflow: earlier(counter.overflow, refused),
        fits: counter.fits() && refused.is_none(),
        fold,
        entities: entities(source, links, signs).into_iter().map(Seen::as_typed).collect(),
        ..Reading::of(counter.count, limit)
    }
}

fn entities(source: &str, links: &[Entity], signs: &[(usize, char)]) -> Vec<Entity> {
    let signs = signs.iter().filter_map(|&(at, sign)| {
        let (kind, end) = match sign {
            '#' => (EntityKind::Hashtag, tag::hashtag_at(source, at)?),
            '$' => (EntityKind::Cashtag, tag::cashtag_at(source, at)?),
            _ => (EntityKind::Mention, mention::x_mention_at(source, at)?),
        };
        Some(Entity::new(kind, (at, end)))
    });
    entity::merge(links.to_vec(), signs.collect())
}

/// Adds up the weights. As in twitter-text the count knows links only, those too that begin inside
/// of a hashtag and are therefore no entity.
fn weigh(source: &str, links: &[Entity], limit: u32) -> Counter {
    let mut counter = Counter::new(limit);
    let mut at = 0;
    for link in links {
        weigh_plain(source, (at, link.start as usize), &mut counter);
        counter.add(link.start as usize, LINK);
        at = link.end as usize;
    }
    weigh_plain(source, (at, source.len()), &mut counter);
    counter
}

/// Adds up the weights of a stretch without links.
fn weigh_plain(source: &str, (start, end): (usize, usize), counter: &mut Counter) {
    let mut at = start;
    loop {
        let run = plain_run(source, at, end);
        counter.add_run(at, run - at);
        at = run;
        let Some(c) = chars::at(source, at).filter(|_| at < end) else { return };
        let picture = picture(source, at).filter(|&after| after <= end);
        counter.add(at, if picture.is_some() { 2 } else { weight(c) });
        at = picture.unwrap_or(at + c.len_utf8());
    }
}

/// The end of an emoji of several characters; those of one weigh what the character weighs.
fn picture(source: &str, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    if bytes[at].is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii) {
        return None;
    }
    let first = chars::at(source, at)?;
    emoji::end_at(source, at).filter(|&end| end > at + first.len_utf8())
}

/// Configuration v3: these ranges weigh 100 of a scale of 100, all else 200.
fn weight(c: char) -> u32 {
    match c {
        '\0'..='\u{10FF}' | '\u{2000}'..='\u{200D}' | '\u{2010}'..='\u{201F}' | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_text::Text;

    fn read(text: &Text, limit: u32) -> Reading {
        super::read(&Reader::new(text), limit)
    }

    fn count(source: &str) -> u32 {
        read(&Text::parse(source), 280).count
    }

    #[test]
    fn a_link_weighs_23_and_an_emoji_2() {
        assert_eq!(count("See https://example.com/a/very/long/path/that/goes/on and a.co"), 4 + 23 + 5 + 23);
        assert_eq!(count("👨‍👩‍👧‍👦👍🏽1️⃣🇫🇷❤️"), 10);
        assert_eq!((count("é"), count("e\u{301}"), count("日"), count("’"), count("…")), (1, 1, 2, 1, 2));
    }

    #[test]
    fn the_overflow_begins_at_the_first_character_that_is_too_many() {
        let source = format!("{}日 https://a.fr", "x".repeat(279));
        let reading = read(&Text::parse(&source), 280);
        assert_eq!((reading.count, reading.overflow, reading.fits), (279 + 2 + 1 + 23, Some(279), false));
        let decomposed = format!("{}e\u{301}", "x".repeat(280));
        assert_eq!(read(&Text::parse(&decomposed), 280).overflow, Some(280));
    }

    #[test]
    fn links_are_those_of_the_composed_text() {
        let text = Text::parse("e\u{301} main.rse\u{301} #e\u{301}te\u{301}!");
        let reading = read(&text, 280);
        let seen: Vec<_> = reading.entities.iter().map(|seen| &text.source()[seen.entity.range()]).collect();
        assert_eq!((reading.count, seen), (2 + 23 + 2 + 5, vec!["main.rs", "#e\u{301}te\u{301}"]));
    }

    #[test]
    fn only_a_long_post_of_premium_folds() {
        let long = Text::parse(&"x".repeat(300));
        assert_eq!((read(&long, 280).fold, read(&long, 25_000).fold), (None, Some(280)));
    }

    #[test]
    fn hosts_are_no_part_of_a_mention() {
        let source = "@anna.bsky.social #été $ACME x@y.fr";
        let seen: Vec<_> = entities(source, &link::find(source), &Signs::new(source).collect::<Vec<_>>())
            .iter()
            .map(|e| &source[e.range()])
            .collect();
        assert_eq!(seen, ["@anna", "#été", "$ACME"]);
    }
}
