//! LinkedIn: 3,000 characters of an unknown kind, counted here as JavaScript counts.

use super::fact::{Fact, Read, fact};
use super::grammar::{entities, hashtag, utf16};
use super::reader::{Reader, Reading};
use super::{Fold, Media, Network, PLAIN};

/// LinkedIn.
pub(super) static LINKEDIN: Network = Network {
    id: "linkedin",
    name: "LinkedIn",
    limit: 3000,
    approximate: true,
    fold: Fold::lines((3, 140), (3, 210)),
    media: Media { images: Some(20), gifs: Some(20), videos: Some(1), mixed: false, needed: false },
    alt: Some(4086),
    read,
    ..PLAIN
};

const LITTLE_TEXT: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";
const HELP: &str = "https://www.linkedin.com/help/linkedin/answer/a528176";
const IMAGES: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api";
const POSTS: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "3,000 characters; nothing says of what kind", HELP, Read::Quoted),
    fact("hashtag", "# and one word", LITTLE_TEXT, Read::Yes),
    fact("mention", "chosen from a list; a typed @name is none", LITTLE_TEXT, Read::Yes),
    fact("link", "counts in full; said to become lnkd.in when it is long", "", Read::No),
    fact(
        "fold",
        "not documented: third parties say 140 characters on phones, 210 or 250 on desks, 3 lines",
        "https://posttruncate.com/en/platform-limits/",
        Read::Second,
    ),
    fact("media", "2 to 20 images together, or 1 video, or one document", IMAGES, Read::Quoted),
    fact("alt text", "4,086 characters, better under 120", IMAGES, Read::Quoted),
    fact("card", "title up to 400, description up to 4,000; one of card and media", POSTS, Read::Quoted),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: entities(reader, true, hashtag), ..utf16(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, seen};

    #[test]
    fn counts_code_units_and_never_cuts_a_pair() {
        assert_eq!(counted("linkedin", "ab😀", 3), (4, Some(2)));
    }

    #[test]
    fn typed_names_are_no_mentions() {
        let seen = seen("linkedin", "#été with @anna at acme.fr, $ACME, a@b.fr");
        assert_eq!(seen, [("hashtag", "#été".into()), ("link", "acme.fr".into())]);
    }
}
