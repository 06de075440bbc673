//! Instagram: a caption under pictures; links do nothing.

use super::fact::{Fact, Read, fact};
use super::grammar::{entities, hashtag, name_at, utf16};
use super::reader::{Reader, Reading};
use super::{Card, Fold, Media, Network, PLAIN};

/// Instagram.
pub(super) static INSTAGRAM: Network = Network {
    id: "instagram",
    name: "Instagram",
    limit: 2200,
    any_unit: true,
    fold: Fold::lines((3, u32::MAX), (3, u32::MAX)),
    links: false,
    hashtags: Some(30),
    media: Media { images: Some(20), gifs: Some(20), videos: Some(20), mixed: true, needed: true },
    alt: Some(1000),
    card: Card::Never,
    read,
    ..PLAIN
};

const MEDIA: &str =
    "https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media";
const TAGS: &str = "https://help.instagram.com/351460621611097";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "2,200 characters; nothing says of what kind", MEDIA, Read::Yes),
    fact("hashtag", "30 a post by the API's page; 5 by the Help Center: Meta disagrees with itself", MEDIA, Read::Yes),
    fact("hashtag", "letters, digits and _; no spaces, $ or %", TAGS, Read::Quoted),
    fact("mention", "@ and a name of letters, digits, _ and dots; 20 a post", MEDIA, Read::Yes),
    fact(
        "link",
        "text: it cannot be clicked",
        "https://www.ayrshare.com/docs/apis/post/social-networks/instagram",
        Read::Second,
    ),
    fact(
        "fold",
        "three lines; 125 characters or fewer are advised",
        "https://help.instagram.com/1643471055915254",
        Read::Yes,
    ),
    fact("media", "needed; 2 to 10 together by the API, 20 in the app", MEDIA, Read::Quoted),
    fact("alt text", "1,000 characters, for images", MEDIA, Read::Yes),
    fact("card", "none", "", Read::No),
];

/// The longest name.
const LONGEST_NAME: usize = 30;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let entities = entities(reader, false, |source, at, sign| match sign {
        '@' => name_at(source, at, &['.'], LONGEST_NAME),
        _ => hashtag(source, at, sign),
    });
    Reading { entities, ..utf16(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};

    #[test]
    fn names_hold_dots_and_links_do_nothing() {
        assert_eq!(texts("instagram", "@marius.lyon. #été at acme.fr, a@b.fr"), ["@marius.lyon", "#été"]);
        assert_eq!(counted("instagram", &"x".repeat(2201), 2200), (2201, Some(2200)));
    }
}
