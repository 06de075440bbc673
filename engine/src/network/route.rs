//! Publishers and interfaces that stand between a house and a network, with limits of their own.

use draftlens_text::Text;

use super::fact::{Fact, Read, fact};
use crate::RouteReport;

/// A way in which posts go out.
#[derive(Debug, PartialEq, Eq)]
pub struct Route {
    /// Stable id: `buffer`, `linkedin-api`, …
    pub id: &'static str,
    /// The name people know.
    pub name: &'static str,
    limits: &'static [(&'static str, u32)],
    /// The network whose text it cuts at the first reserved character.
    cuts: Option<&'static str>,
}

/// All routes.
pub static ROUTES: [Route; 4] = [
    Route {
        id: "buffer",
        name: "Buffer",
        limits: &[
            ("facebook", 5000),
            ("instagram", 2196),
            ("x", 280),
            ("linkedin", 3000),
            ("pinterest", 500),
            ("tiktok", 2200),
            ("mastodon", 500),
            ("threads", 500),
            ("bluesky", 300),
        ],
        cuts: None,
    },
    Route {
        id: "metricool",
        name: "Metricool",
        limits: &[
            ("facebook", 16_192),
            ("instagram", 2200),
            ("threads", 500),
            ("x", 280),
            ("bluesky", 300),
            ("linkedin", 3000),
            ("pinterest", 800),
            ("tiktok", 2000),
            ("google-business", 1500),
        ],
        cuts: None,
    },
    Route {
        id: "postiz",
        name: "Postiz",
        limits: &[
            ("x", 280),
            ("linkedin", 3000),
            ("facebook", 63_206),
            ("instagram", 2200),
            ("threads", 500),
            ("tiktok", 2000),
            ("pinterest", 500),
            ("reddit", 10_000),
            ("telegram", 4096),
            ("discord", 1980),
            ("bluesky", 300),
            ("mastodon", 500),
            ("google-business", 1500),
        ],
        cuts: None,
    },
    Route { id: "linkedin-api", name: "LinkedIn's API", limits: &[("linkedin", 3000)], cuts: Some("linkedin") },
];

/// Ids of the routes, in their order.
pub const ROUTE_IDS: [&str; 4] = [ROUTES[0].id, ROUTES[1].id, ROUTES[2].id, ROUTES[3].id];

const BUFFER: &str = "https://support.buffer.com/article/588-character-limits-for-each-social-network";
const METRICOOL: &str = "https://metricool-onxkr.hc.ferndesk.com/character-limit-for-each-social-network-42qxs";
const POSTIZ: &str = "https://github.com/gitroomhq/postiz-app";
const LITTLE_TEXT: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";

const OF_BUFFER: &[Fact] = &[
    fact("limit", "5,000 on Facebook, 500 on Pinterest, elsewhere the networks' own", BUFFER, Read::Yes),
    fact(
        "limit",
        "2,196 on Instagram; a copy of its page gives that to first comments, and 2,200 to captions",
        BUFFER,
        Read::Quoted,
    ),
];
const OF_METRICOOL: &[Fact] =
    &[fact("limit", "16,192 on Facebook, 2,000 on TikTok, 1,500 on Google Business Profile", METRICOOL, Read::Yes)];
const OF_POSTIZ: &[Fact] =
    &[fact("limit", "2,000 on TikTok, 500 on Pinterest, 10,000 on Reddit, 1,980 on Discord", POSTIZ, Read::Yes)];
const OF_LINKEDINS_API: &[Fact] = &[fact(
    "cut",
    "a text that is not escaped ends before the first of `{ } @ [ ] ( ) < > * _ ~`, a vertical bar, or a # without a word",
    LITTLE_TEXT,
    Read::Quoted,
)];

/// What is known of a route.
pub(super) fn facts(id: &str) -> &'static [Fact] {
    match id {
        "buffer" => OF_BUFFER,
        "metricool" => OF_METRICOOL,
        "postiz" => OF_POSTIZ,
        "linkedin-api" => OF_LINKEDINS_API,
        _ => &[],
    }
}

impl Route {
    /// The route with an id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        ROUTES.iter().find(|route| route.id == id)
    }

    /// How a text of so many on a network passes; `None` when the route says nothing of that network.
    pub(super) fn report(&self, network: &str, text: &Text, count: u32) -> Option<RouteReport> {
        let limit = self.limits.iter().find(|(id, _)| *id == network)?.1;
        let cut = if self.cuts == Some(network) { cut_at(text.source()) } else { None };
        Some(RouteReport {
            id: self.id,
            name: self.name,
            count,
            limit,
            fits: count <= limit && cut.is_none(),
            cut_at: cut.map(|at| text.utf16(at as u32)),
        })
    }
}

/// The first reserved character of LinkedIn's little text, where the rest is lost. A `#` before a
/// word makes a hashtag, and a backslash frees what follows.
fn cut_at(source: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in source.char_indices() {
        let reserved = match c {
            _ if escaped => false,
            '\\' => {
                escaped = true;
                continue;
            }
            '#' => !source[at + 1..].starts_with(super::grammar::is_word),
            _ => "|{}@[]()<>*_~".contains(c),
        };
        if reserved {
            return Some(at);
        }
        escaped = false;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, Reader, by_id};
    use super::*;

    fn passed(route: &str, network: &str, source: &str) -> Option<RouteReport> {
        let asked = Asked { route: Route::by_id(route), ..Asked::default() };
        Reader::new(&Text::parse(source)).report(by_id(network).expect("known"), &asked).route
    }

    #[test]
    fn a_publisher_refuses_what_the_network_takes() {
        let route = passed("buffer", "instagram", &"x".repeat(2200)).expect("Buffer posts to Instagram");
        assert_eq!((route.count - route.limit, route.fits, route.cut_at), (4, false, None));
        assert!(passed("buffer", "facebook", &"x".repeat(5000)).is_some_and(|route| route.fits));
        assert_eq!(passed("buffer", "discord", "x"), None);
    }

    #[test]
    fn linkedins_api_cuts_at_a_reserved_character() {
        let cut = |source: &str| passed("linkedin-api", "linkedin", source).and_then(|route| route.cut_at);
        assert_eq!(
            (cut("é (b)"), cut("a \\(b\\)"), cut("#tea 100%"), cut("# tea"), cut("a_b")),
            (Some(2), None, None, Some(0), Some(1))
        );
        assert!(passed("linkedin-api", "linkedin", "a (b)").is_some_and(|route| !route.fits));
    }

    #[test]
    fn every_route_has_a_source_and_known_networks() {
        for route in &ROUTES {
            assert!(!facts(route.id).is_empty() && route.limits.iter().all(|(id, _)| by_id(id).is_some()));
        }
    }
}
