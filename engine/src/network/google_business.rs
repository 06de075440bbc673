//! Google Business Profile: plain text with a button.

use super::fact::{Fact, Read, fact};
use super::grammar::without_entities;
use super::{Card, Fold, Media, Network, PLAIN};

/// Google Business Profile.
pub(super) static GOOGLE_BUSINESS: Network = Network {
    id: "google-business",
    name: "Google Business Profile",
    limit: 1500,
    approximate: true,
    fold: Fold::Unknown,
    links: false,
    media: Media { images: Some(1), gifs: None, videos: None, mixed: false, needed: false },
    card: Card::Never,
    read: without_entities,
    ..PLAIN
};

const ZERNIO: &str = "https://docs.zernio.com/platforms/google-business";
const SYNCER: &str = "https://docs.postsyncer.com/platforms/google-business-profile";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "1,500 by four publishers; Google's own reference names none", ZERNIO, Read::Second),
    fact("title", "58 for events and offers", SYNCER, Read::Second),
    fact("link", "a button of its own; in the text it stays text", ZERNIO, Read::Second),
    fact(
        "phone number",
        "a post with one in its text is rejected",
        "https://www.ayrshare.com/docs/apis/post/social-networks/google",
        Read::Second,
    ),
    fact("hashtag", "none known", "", Read::No),
    fact("mention", "none known", "", Read::No),
    fact("fold", "no page tells", "", Read::No),
    fact("media", "1 photo", ZERNIO, Read::Second),
    fact("alt text", "none known", "", Read::No),
    fact("card", "none", "", Read::No),
];

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};

    #[test]
    fn nothing_is_linked() {
        assert_eq!(texts("google-business", "#tea @anna acme.fr"), [""; 0]);
        assert_eq!(counted("google-business", "ééé", 2), (3, Some(2)));
    }
}
