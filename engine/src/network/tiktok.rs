//! TikTok: a caption in UTF-16 units, longer under pictures than under a video.

use draftlens_text::{EntityKind, chars};

use super::fact::{Fact, Read, fact};
use super::grammar::{entities, is_word, utf16};
use super::reader::{Reader, Reading};
use super::{Card, Fold, Media, Network, PLAIN, When};

/// TikTok.
pub(super) static TIKTOK: Network = Network {
    id: "tiktok",
    name: "TikTok",
    limit: 2200,
    limits: &[(When::Pictures, 4000)],
    unit: "utf16",
    fold: Fold::lines((2, 100), (2, 100)),
    links: false,
    media: Media { images: Some(35), gifs: Some(0), videos: Some(1), mixed: false, needed: true },
    card: Card::Never,
    read,
    ..PLAIN
};

const POST: &str = "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post";
const PHOTOS: &str = "https://developers.tiktok.com/doc/content-posting-api-reference-photo-post";
const FOLDS: &str = "https://toolshake.xyz/tool/caption-character-counter/";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "2,200 UTF-16 units under a video", POST, Read::Yes),
    fact("limit", "4,000 under photos, with a title of 90", PHOTOS, Read::Quoted),
    fact("hashtag", "# and what follows up to a space or line break", POST, Read::Yes),
    fact("mention", "@ and what follows up to a space or line break", POST, Read::Yes),
    fact("link", "text: it cannot be clicked", "", Read::No),
    fact("fold", "one or two lines, about 100 characters; others say 150", FOLDS, Read::Second),
    fact("media", "1 video or up to 35 photos; needed", PHOTOS, Read::Quoted),
    fact("alt text", "no page names a limit", "", Read::No),
    fact("card", "none", "", Read::No),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: entities(reader, false, at_sign), ..utf16(reader, limit) }
}

fn at_sign(source: &str, at: usize, sign: char) -> Option<(EntityKind, usize)> {
    let free = chars::before(source, at).is_none_or(|c| !is_word(c) && c != '/' && c != '&');
    let kind = match sign {
        '#' => EntityKind::Hashtag,
        '@' => EntityKind::Mention,
        _ => return None,
    };
    let start = at + chars::at(source, at)?.len_utf8();
    let body = &source[start..];
    let run = body.find(|c: char| chars::is_space(c) || matches!(c, '#' | '@')).unwrap_or(body.len());
    // What ends a sentence ends the tag too, whatever the page says.
    let body = body[..run].trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '_');
    let substance = body.chars().any(is_word);
    (free && substance).then_some((kind, start + body.len()))
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};

    #[test]
    fn tags_and_names_run_to_the_next_space() {
        assert_eq!(texts("tiktok", "#été-2026! @a.b_c, (#x) a#b"), ["#été-2026", "@a.b_c", "#x"]);
        assert_eq!(texts("tiktok", "#a#b @ # see acme.fr"), ["#a"]);
    }

    #[test]
    fn a_pair_is_two_units() {
        assert_eq!(counted("tiktok", "a😀", 2), (3, Some(1)));
    }
}
