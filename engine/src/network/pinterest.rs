//! Pinterest: the description of a pin; its link is a field of its own.

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, entities, hashtag};
use super::reader::{Reader, Reading};
use super::{Card, Fold, Media, Network, PLAIN};

/// Pinterest.
pub(super) static PINTEREST: Network = Network {
    id: "pinterest",
    name: "Pinterest",
    limit: 800,
    fold: Fold::lines((2, 50), (2, 50)),
    links: false,
    media: Media { images: Some(5), gifs: Some(1), videos: Some(1), mixed: false, needed: true },
    alt: Some(500),
    card: Card::Never,
    read,
    ..PLAIN
};

const API: &str = "https://github.com/pinterest/api-description";
const AYRSHARE: &str = "https://www.ayrshare.com/docs/apis/post/social-networks/pinterest";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "800 code points of description; the title has 100 of its own", API, Read::Yes),
    fact("limit", "500 in several publishers, and recalled of the site's form", AYRSHARE, Read::Second),
    fact("link", "a field of its own, up to 2,048; in the description it cannot be clicked", API, Read::Yes),
    fact("hashtag", "no page tells the grammar; twitter-text's is taken", "", Read::No),
    fact("mention", "no page tells the grammar; none is shown", "", Read::No),
    fact("fold", "about 50 characters", "", Read::No),
    fact("media", "needed: 1 image or video, or 2 to 5 images", API, Read::Yes),
    fact("alt text", "500 characters", API, Read::Yes),
    fact("card", "none: the picture leads to the link", "", Read::No),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: entities(reader, false, hashtag), ..characters(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};

    #[test]
    fn counts_code_points_and_sees_hashtags() {
        assert_eq!(counted("pinterest", "a😀b", 2), (3, Some(3)));
        assert_eq!(texts("pinterest", "#tea @anna acme.fr"), ["#tea"]);
    }
}
