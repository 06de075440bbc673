//! How each network lays out a post: a row a network, data only. Proportions and colours stand in
//! `www/draftlens.css` under `[data-network]`; what is drawn, and in which order, stands here.
//!
//! Recalled by people who use the networks, where `docs/networks.md` names no source: what nobody
//! documents is told as approximate under the preview.

/// One row.
pub struct Look {
    /// Id of the network; empty for the plain look of those without a row.
    pub id: &'static str,
    /// The parts from top to bottom.
    pub order: &'static [Part],
    /// What the header says.
    pub names: Names,
    /// How several pictures lie: a class of the style sheet.
    pub grid: &'static str,
    /// So many pictures are seen at once; the last tells how many more there are.
    pub tiles: usize,
    /// What it can show, and what of that is documented.
    pub traits: u16,
    /// The row of shapes where the network has its buttons.
    pub marks: &'static [Mark],
}

/// A part of a post.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The post it answers.
    Reply,
    /// Avatar, name, handle, day.
    Head,
    /// The text.
    Text,
    /// The poll.
    Poll,
    /// Pictures and videos.
    Media,
    /// The link's card.
    Card,
    /// The post it quotes.
    Quote,
    /// Shapes where the network has its buttons.
    Marks,
}

/// What a header says of the author.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Name and handle.
    Both,
    /// The name.
    Name,
    /// The handle, where it is known.
    Handle,
}

/// A hashtag stands without its sign.
pub const BARE_TAG: u16 = 1;
/// A post can carry a poll.
pub const POLL: u16 = 2;
/// A post can quote another.
pub const QUOTE: u16 = 4;
/// A post that answers another stands in the feed.
pub const REPLY: u16 = 8;
/// A cover hides the pictures.
pub const COVER: u16 = 16;
/// A cover hides the text too; where pictures can be covered alone, when the cover has words.
pub const COVER_ALL: u16 = 32;
/// A badge says that a picture is described.
pub const ALT: u16 = 64;
/// How pictures are cropped is documented.
pub const CROP_KNOWN: u16 = 128;
/// How the card looks is documented.
pub const CARD_KNOWN: u16 = 256;
/// A shape, and the place of its word in `Words::actions`.
pub type Mark = (&'static str, Option<usize>);

/// A link stands without scheme and with a short path.
pub const BARE_LINK: u16 = 1024;
/// The author's handle stands before the text.
pub const SIGNED: u16 = 512;

use Names::{Both, Handle, Name};
use Part::{Card, Head, Marks, Media, Poll, Quote, Reply, Text};

const FEED: &[Part] = &[Reply, Head, Text, Poll, Media, Card, Quote, Marks];
const PICTURE_FIRST: &[Part] = &[Head, Media, Text, Poll, Card, Quote, Marks];
// Shapes as people draw them on paper, on a field of 24 by 24; none is a network's own.
const BUBBLE: &str =
    "M12 4c5 0 8.5 3 8.5 7s-3.5 7-8.5 7c-1 0-2-.1-2.9-.4L5 20l.8-3.5C4.300 15.200 3.5 13.200 3.5 11 3.5 7 7 4 12 4z";
const AGAIN: &str = "M4 12v-2a3 3 0 0 1 3-3h12m-3-3 3 3-3 3m4 2v2a3 3 0 0 1-3 3H5m3-3-3 3 3 3";
const HEART: &str = "M12 20C6 15.5 3.5 12.5 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 3.5-2.5 6.5-8.5 11z";
const THUMB: &str =
    "M7 10v10H4V10zl4-7c1.5 0 2.5 1 2.200 2.8L12.700 9H19c1 0 1.700.9 1.5 1.9l-1.300 7c-.2 1.200-1 2.100-2.200 2.100H7";
const SHARE: &str = "M12 15V4M8 8l4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5";
const SEND: &str = "M3 11l18-7-6 17-3.5-7zm8.5 3L21 4";
const KEEP: &str = "M6 4h12v16l-6-4.5L6 20z";
const STAR: &str = "M12 3.5l2.600 5.400 5.9.8-4.300 4.100 1 5.9-5.200-2.8-5.200 2.8 1-5.9L3.5 9.700l5.9-.8z";
const REPLY_ARROW: &str = "M10 6l-7 6 7 6v-4c5 0 8 1.5 11 5-1-6-4-9-11-9z";
const PASS_ON: &str = "M14 6l7 6-7 6v-4c-5 0-8 1.5-11 5 1-6 4-9 11-9z";

const TALK: &[Mark] = &[(BUBBLE, None), (AGAIN, None), (HEART, None), (SHARE, None)];

/// Every network with a look of its own, then the plain one.
static LOOKS: [Look; 13] = [
    Look {
        id: "x",
        order: FEED,
        names: Both,
        grid: "halves",
        tiles: 4,
        traits: BARE_LINK | POLL | QUOTE | REPLY | COVER | ALT,
        marks: TALK,
    },
    Look {
        id: "linkedin",
        order: FEED,
        names: Name,
        grid: "tower",
        tiles: 5,
        traits: POLL | QUOTE,
        marks: &[(THUMB, Some(0)), (BUBBLE, Some(1)), (AGAIN, Some(2)), (SEND, Some(3))],
    },
    Look {
        id: "facebook",
        order: FEED,
        names: Name,
        grid: "tower",
        tiles: 5,
        traits: QUOTE,
        marks: &[(THUMB, Some(0)), (BUBBLE, Some(1)), (PASS_ON, Some(4))],
    },
    Look {
        id: "instagram",
        order: &[Head, Media, Marks, Text],
        names: Handle,
        grid: "slides",
        tiles: 20,
        traits: SIGNED,
        marks: &[(HEART, None), (BUBBLE, None), (SEND, None), (KEEP, None)],
    },
    Look {
        id: "threads",
        order: FEED,
        names: Handle,
        grid: "row",
        tiles: 20,
        traits: BARE_TAG | BARE_LINK | POLL | QUOTE | REPLY | COVER | ALT,
        marks: &[(HEART, None), (BUBBLE, None), (AGAIN, None), (SEND, None)],
    },
    Look {
        id: "bluesky",
        order: FEED,
        names: Both,
        grid: "squares",
        tiles: 10,
        traits: QUOTE | REPLY | COVER | ALT | CROP_KNOWN | CARD_KNOWN,
        marks: TALK,
    },
    Look {
        id: "mastodon",
        order: FEED,
        names: Both,
        grid: "halves",
        tiles: 4,
        traits: POLL | QUOTE | REPLY | COVER | COVER_ALL | ALT | CROP_KNOWN | CARD_KNOWN,
        marks: &[(REPLY_ARROW, None), (AGAIN, None), (STAR, None), (KEEP, None)],
    },
    Look {
        id: "tiktok",
        order: &[Media, Marks, Head, Text],
        names: Handle,
        grid: "slides",
        tiles: 35,
        traits: 0,
        marks: &[(HEART, None), (BUBBLE, None), (KEEP, None), (PASS_ON, None)],
    },
    Look {
        id: "pinterest",
        order: &[Media, Marks, Text, Head],
        names: Name,
        grid: "slides",
        tiles: 5,
        traits: 0,
        marks: &[(HEART, None), (BUBBLE, None), (SHARE, None)],
    },
    Look {
        id: "tumblr",
        order: PICTURE_FIRST,
        names: Handle,
        grid: "halves",
        tiles: 10,
        traits: POLL | QUOTE | COVER_ALL | ALT,
        marks: &[(BUBBLE, None), (AGAIN, None), (HEART, None)],
    },
    Look { id: "google-business", order: PICTURE_FIRST, names: Name, grid: "halves", tiles: 1, traits: 0, marks: &[] },
    Look {
        id: "nextdoor",
        order: FEED,
        names: Name,
        grid: "tower",
        tiles: 5,
        traits: POLL,
        marks: &[(HEART, Some(0)), (BUBBLE, Some(1)), (PASS_ON, Some(4))],
    },
    Look {
        id: "",
        order: FEED,
        names: Both,
        grid: "halves",
        tiles: 4,
        traits: POLL | QUOTE | REPLY | COVER,
        marks: &[],
    },
];

/// The look of a network; the plain one where it has none of its own.
pub fn of(id: &str) -> &'static Look {
    LOOKS.iter().find(|look| look.id == id).unwrap_or(&LOOKS[LOOKS.len() - 1])
}

impl Look {
    /// Whether it can show something, or whether something is documented.
    pub fn has(&self, what: u16) -> bool {
        self.traits & what != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_belongs_to_a_network_and_shows_the_text_once() {
        for look in &LOOKS {
            assert!(look.id.is_empty() || draftlens_engine::network::by_id(look.id).is_some(), "{}", look.id);
            for part in [Head, Text, Media] {
                assert_eq!(look.order.iter().filter(|other| **other == part).count(), 1, "{}", look.id);
            }
        }
        assert_eq!(of("reddit").id, "");
        assert_eq!(of("mastodon").id, "mastodon");
    }

    #[test]
    fn what_a_look_can_show_has_a_place_in_its_order() {
        for look in &LOOKS {
            for (what, part) in [(POLL, Poll), (QUOTE, Quote), (REPLY, Reply)] {
                assert!(!look.has(what) || look.order.contains(&part), "{}", look.id);
            }
        }
    }
}
