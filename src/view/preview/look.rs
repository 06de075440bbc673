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
    /// The row of shapes below a post, with the place of its word in `Words::actions`.
    pub marks: &'static [(&'static str, Option<usize>)],
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
/// A cover hides the text too.
pub const COVER_ALL: u16 = 32;
/// A badge says that a picture is described.
pub const ALT: u16 = 64;
/// How pictures are cropped is documented.
pub const CROP_KNOWN: u16 = 128;
/// How the card looks is documented.
pub const CARD_KNOWN: u16 = 256;
/// A link stands without scheme and with a short path.
pub const BARE_LINK: u16 = 1024;
/// The author's handle stands before the text.
pub const SIGNED: u16 = 512;

use Names::{Both, Handle, Name};
use Part::{Card, Head, Marks, Media, Poll, Quote, Reply, Text};

const FEED: &[Part] = &[Reply, Head, Text, Poll, Media, Card, Quote, Marks];
const PICTURE_FIRST: &[Part] = &[Head, Media, Text, Poll, Card, Quote, Marks];
const TALK: &[(&str, Option<usize>)] = &[("bubble", None), ("square", None), ("round", None), ("square", None)];
const REACT: &[(&str, Option<usize>)] = &[("round", Some(0)), ("bubble", Some(1)), ("square", Some(4))];

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
        marks: &[("round", Some(0)), ("bubble", Some(1)), ("square", Some(2)), ("square", Some(3))],
    },
    Look { id: "facebook", order: FEED, names: Name, grid: "tower", tiles: 5, traits: QUOTE, marks: REACT },
    Look {
        id: "instagram",
        order: &[Head, Media, Marks, Text],
        names: Handle,
        grid: "slides",
        tiles: 20,
        traits: SIGNED,
        marks: &[("round", None), ("bubble", None), ("square", None), ("square", None)],
    },
    Look {
        id: "threads",
        order: FEED,
        names: Handle,
        grid: "row",
        tiles: 20,
        traits: BARE_TAG | BARE_LINK | POLL | QUOTE | REPLY | COVER | ALT,
        marks: &[("round", None), ("bubble", None), ("square", None), ("square", None)],
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
        traits: POLL | QUOTE | REPLY | COVER_ALL | ALT,
        marks: TALK,
    },
    Look {
        id: "tiktok",
        order: &[Media, Marks, Head, Text],
        names: Handle,
        grid: "slides",
        tiles: 35,
        traits: 0,
        marks: &[("round", None), ("round", None), ("round", None), ("round", None)],
    },
    Look {
        id: "pinterest",
        order: &[Media, Marks, Text, Head],
        names: Name,
        grid: "slides",
        tiles: 5,
        traits: 0,
        marks: &[("round", None), ("bubble", None), ("square", None)],
    },
    Look {
        id: "tumblr",
        order: PICTURE_FIRST,
        names: Handle,
        grid: "halves",
        tiles: 10,
        traits: POLL | QUOTE | COVER_ALL | ALT,
        marks: &[("bubble", None), ("square", None), ("round", None)],
    },
    Look { id: "google-business", order: PICTURE_FIRST, names: Name, grid: "halves", tiles: 1, traits: 0, marks: &[] },
    Look { id: "nextdoor", order: FEED, names: Name, grid: "tower", tiles: 5, traits: POLL, marks: REACT },
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
