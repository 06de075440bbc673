//! Where what is known of the networks comes from. Only the pages of `docs/` read it: nothing of it
//! reaches the wasm, because nothing there asks for it.

use super::{
    bluesky, discord, facebook, google_business, instagram, linkedin, mastodon, nextdoor, pinterest, reddit, route,
    telegram, threads, tiktok, tumblr, whatsapp, x, youtube,
};

/// One number or rule of a network, with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: `limit`, `link`, `fold`, …
    pub what: &'static str,
    /// What holds.
    pub value: &'static str,
    /// Where it says so; empty when no source was seen.
    pub source: &'static str,
    /// Day it was looked up, ISO 8601.
    pub date: &'static str,
    /// How far the source was seen.
    pub read: Read,
}

/// How far a source was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The network's own page or source was read.
    Yes,
    /// The network's page was read in somebody's dated quotation.
    Quoted,
    /// A third party's claim.
    Second,
    /// Recalled; no source was seen.
    No,
}

impl Read {
    /// Its word on the page of the networks.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Quoted => "quoted",
            Self::Second => "second",
            Self::No => "no",
        }
    }
}

/// The day all facts were looked up.
const LOOKED_UP: &str = "2026-11-24";

/// A fact of that day.
pub(super) const fn fact(what: &'static str, value: &'static str, source: &'static str, read: Read) -> Fact {
    Fact { what, value, source, date: LOOKED_UP, read }
}

/// What is known of a network, and of a route to networks, by their ids; nothing of those nobody knows.
#[must_use]
pub fn facts(id: &str) -> &'static [Fact] {
    match id {
        "x" => x::FACTS,
        "linkedin" => linkedin::FACTS,
        "bluesky" => bluesky::FACTS,
        "mastodon" => mastodon::FACTS,
        "threads" => threads::FACTS,
        "facebook" => facebook::FACTS,
        "instagram" => instagram::FACTS,
        "tiktok" => tiktok::FACTS,
        "pinterest" => pinterest::FACTS,
        "youtube" => youtube::FACTS,
        "tumblr" => tumblr::FACTS,
        "reddit" => reddit::FACTS,
        "telegram" => telegram::FACTS,
        "whatsapp" => whatsapp::FACTS,
        "google-business" => google_business::FACTS,
        "nextdoor" => nextdoor::FACTS,
        "discord" => discord::FACTS,
        _ => route::facts(id),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ALL;
    use super::*;

    fn grouped(number: u32) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        out
    }

    /// The facts of one kind, as one text.
    fn said(id: &str, what: &str) -> String {
        facts(id).iter().filter(|fact| fact.what == what).map(|fact| fact.value).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn every_network_says_where_its_numbers_come_from() {
        for network in ALL {
            for what in ["limit", "link", "hashtag", "mention", "fold", "media", "alt text", "card"] {
                assert!(!said(network.id, what).is_empty(), "{} says nothing on {what}", network.id);
            }
            for fact in facts(network.id) {
                assert!(fact.read == Read::No || fact.source.starts_with("https://"), "{}: {fact:?}", network.id);
                assert!(!fact.value.contains('|') && !fact.value.is_empty(), "{}: {fact:?}", network.id);
            }
        }
        assert!(facts("myspace").is_empty());
    }

    #[test]
    fn the_numbers_of_the_code_stand_in_the_facts() {
        for network in ALL {
            let limits = said(network.id, "limit");
            let more = network.limits.iter().map(|(_, limit)| *limit);
            for limit in std::iter::once(network.limit).chain(more) {
                assert!(limits.contains(&grouped(limit)), "{}: {limit}", network.id);
            }
            if let Some(alt) = network.alt {
                assert!(said(network.id, "alt text").contains(&grouped(alt)), "{}: {alt}", network.id);
            }
            if let Some(images) = network.media.images {
                assert!(said(network.id, "media").contains(&images.to_string()), "{}: {images}", network.id);
            }
            if let Some(tags) = network.hashtags {
                assert!(said(network.id, "hashtag").contains(&tags.to_string()), "{}: {tags}", network.id);
            }
            if let Some(links) = network.urls {
                assert!(said(network.id, "link").contains(&links.to_string()), "{}: {links}", network.id);
            }
        }
    }

    #[test]
    fn a_limit_that_nobody_verified_is_shown_as_approximate() {
        for network in ALL {
            let first = facts(network.id).iter().find(|fact| fact.what == "limit").expect("a limit");
            let sure = matches!(first.read, Read::Yes | Read::Quoted);
            assert!(sure || network.approximate, "{} has a limit nobody saw", network.id);
        }
    }
}
