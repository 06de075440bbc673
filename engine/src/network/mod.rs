//! Networks: how each counts, folds and links. A network is data and one function that reads a text
//! as it does; where every number comes from stands beside it. Touches `draftlens-text` and the report.

mod bluesky;
mod count;
mod discord;
mod facebook;
mod fact;
mod fold;
mod google_business;
mod grammar;
mod instagram;
mod linkedin;
mod mastodon;
mod nextdoor;
mod pinterest;
mod reader;
mod reddit;
mod route;
mod telegram;
mod threads;
mod tiktok;
mod tumblr;
mod whatsapp;
mod x;
mod youtube;

pub use fact::{Fact, Read, facts};
pub use fold::{Fold, Window};
pub use reader::{Asked, Reader, report};
pub(crate) use x::REFUSED as REFUSED_BY_X;

pub use route::{ROUTE_IDS, ROUTES, Route};

use reader::Reading;

/// All networks, in the order in which the widget shows them.
pub static ALL: &[&Network] = &[
    &x::X,
    &linkedin::LINKEDIN,
    &bluesky::BLUESKY,
    &mastodon::MASTODON,
    &threads::THREADS,
    &facebook::FACEBOOK,
    &instagram::INSTAGRAM,
    &tiktok::TIKTOK,
    &pinterest::PINTEREST,
    &youtube::YOUTUBE,
    &tumblr::TUMBLR,
    &reddit::REDDIT,
    &telegram::TELEGRAM,
    &whatsapp::WHATSAPP,
    &google_business::GOOGLE_BUSINESS,
    &nextdoor::NEXTDOOR,
    &discord::DISCORD,
];

/// How many of [`ALL`], from the first on, a draft is for that names none.
pub const USUAL: usize = 4;

/// A network.
pub struct Network {
    /// Stable id: `x`, `linkedin`, `google-business`, …
    pub id: &'static str,
    /// The name people know.
    pub name: &'static str,
    /// The most a post may hold, in `unit`. A house may set its own.
    pub limit: u32,
    /// Other limits, and when they hold: the first that does.
    pub limits: &'static [(When, u32)],
    /// What is counted: `weighted`, `graphemes`, `characters` (code points, or nobody knows of what
    /// kind) or `utf16` (UTF-16 code units).
    pub unit: &'static str,
    /// True where nobody could verify the limit.
    pub approximate: bool,
    /// True where the network does not say which characters it counts: a count is then approximate
    /// when the text has characters that are one in one unit and several in another.
    pub any_unit: bool,
    /// Where its feed folds a text.
    pub fold: Fold,
    /// Whether links in the text can be clicked. Where not, they are no entities.
    pub links: bool,
    /// The most hashtags it takes; `None` when nobody knows, or any number.
    pub hashtags: Option<u32>,
    /// The most different links it takes; `None` when nobody knows, or any number.
    pub urls: Option<u32>,
    /// Pictures and videos.
    pub media: Media,
    /// The longest text that describes a picture, in characters; `None` when there is none or nobody knows.
    pub alt: Option<u32>,
    /// When it shows a card for a link.
    pub card: Card,
    /// Whether the words of a cover over the post count with its text.
    pub counts_cover: bool,
    read: fn(&Reader<'_>, u32) -> Reading,
}

/// When another limit holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The account pays for longer posts.
    Premium,
    /// A picture or video is attached.
    Media,
    /// Both.
    PremiumMedia,
    /// Pictures are attached, and no video.
    Pictures,
}

/// How many pictures and videos a post may have; `None` when nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Media {
    /// The most pictures.
    pub images: Option<u32>,
    /// The most moving pictures of the kind GIF.
    pub gifs: Option<u32>,
    /// The most videos.
    pub videos: Option<u32>,
    /// Whether kinds may stand side by side; all together are then at most the largest number.
    pub mixed: bool,
    /// Whether a post without any cannot be made.
    pub needed: bool,
}

/// When a network shows a card for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// Never.
    Never,
    /// When no picture or video is attached.
    WithoutMedia,
    /// Whenever there is a link.
    Always,
}

/// What most networks have in common; each says where it differs.
const PLAIN: Network = Network {
    id: "",
    name: "",
    limit: 0,
    limits: &[],
    unit: "characters",
    approximate: false,
    any_unit: false,
    fold: Fold::Unknown,
    links: true,
    hashtags: None,
    urls: None,
    media: Media { images: None, gifs: None, videos: None, mixed: true, needed: false },
    alt: None,
    card: Card::WithoutMedia,
    counts_cover: false,
    read: grammar::without_entities,
};

/// The network with an id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Network> {
    ALL.iter().copied().find(|network| network.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_text::Text;

    #[test]
    fn every_network_is_found_by_its_id() {
        for network in ALL {
            assert!(by_id(network.id).is_some_and(|found| found.name == network.name));
            assert!(["weighted", "graphemes", "characters", "utf16"].contains(&network.unit));
        }
        assert!(by_id("myspace").is_none());
        let usual: Vec<_> = ALL[..USUAL].iter().map(|network| network.id).collect();
        assert_eq!((ALL.len(), usual), (17, vec!["x", "linkedin", "bluesky", "mastodon"]));
    }

    #[test]
    fn any_text_gives_offsets_within_it() {
        let hostile = [
            "",
            "\u{301}",
            "a\r\nb",
            "😀",
            "\u{FFFD}#é @",
            "https://é.com/ü?x @a@b.fr $A",
            "\n\n\n\n\n",
            "#@$＃＠",
            "u/a r/b <@1>",
            "👨‍👩‍👧 #a ",
            "@.a_-· ",
            "www.x.fr ",
        ];
        for source in hostile.iter().map(|s| s.repeat(40)) {
            let text = Text::parse(&source);
            let reader = Reader::new(&text);
            for network in ALL {
                for limit in [None, Some(0), Some(7)] {
                    let report = reader.report(network, &Asked { limit, ..Asked::default() });
                    let end = text.utf16_len();
                    assert!(report.fold_at.is_none_or(|at| at < end) && report.overflow_at.is_none_or(|at| at < end));
                    assert!(report.fold_desk.is_none_or(|at| at < end));
                    assert_eq!(
                        report.count > report.limit,
                        report.overflow_at.is_some() && report.count > report.limit
                    );
                    assert!(report.fits == report.overflow_at.is_none(), "{} {source:?}", network.id);
                    assert!(report.entities.iter().all(|e| e.start < e.end && e.end <= end));
                    assert!(report.entities.is_sorted_by(|a, b| a.end <= b.start), "{} {source:?}", network.id);
                }
            }
        }
    }
}
