//! Networks: how each counts, folds and links. A network is data, with where every number comes
//! from, and one function that reads a text as it does. Touches `draftlens-text` and the report.

mod bluesky;
mod count;
mod fold;
mod linkedin;
mod mastodon;
mod x;

use crate::{ApiCount, NetworkEntity, NetworkReport, Verdict};
use draftlens_text::{Entity, Text};

/// All networks, in the order in which the widget shows them.
pub static ALL: &[&Network] = &[&x::X, &linkedin::LINKEDIN, &bluesky::BLUESKY, &mastodon::MASTODON];

/// A network.
pub struct Network {
    /// Stable id: `x`, `linkedin`, `bluesky`, `mastodon`.
    pub id: &'static str,
    /// The name people know.
    pub name: &'static str,
    /// The most a post may hold, in `unit`. A house may set its own.
    pub limit: u32,
    /// What is counted: `weighted`, `graphemes` or `characters`.
    pub unit: &'static str,
    /// True where nobody could verify what is counted.
    pub approximate: bool,
    /// Where the numbers come from.
    pub facts: &'static [Fact],
    read: fn(&Text, u32) -> Reading,
}

/// One number or rule of a network, with its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: `limit`, `link`, `fold`, …
    pub what: &'static str,
    /// What holds.
    pub value: &'static str,
    /// Where it says so.
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

/// The day all facts were looked up.
const LOOKED_UP: &str = "2026-11-24";

const fn fact(what: &'static str, value: &'static str, source: &'static str, read: Read) -> Fact {
    Fact { what, value, source, date: LOOKED_UP, read }
}

/// A text as a network reads it. Offsets are bytes.
struct Reading {
    count: u32,
    overflow: Option<usize>,
    fits: bool,
    api: Option<ApiCount>,
    fold: Option<usize>,
    fold_approximate: bool,
    entities: Vec<Seen>,
}

/// An entity of a network, with what it shows instead when that differs.
struct Seen {
    entity: Entity,
    shown: Option<String>,
}

impl Seen {
    fn as_typed(entity: Entity) -> Self {
        Self { entity, shown: None }
    }
}

/// The network with an id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Network> {
    ALL.iter().copied().find(|network| network.id == id)
}

/// How a text fits a network. `limit` is the house's, where it has one. The verdict is left at
/// `ready`, and the text's name at `base`: who asks knows better.
#[must_use]
pub fn report(network: &'static Network, text: &Text, limit: Option<u32>) -> NetworkReport {
    let limit = limit.unwrap_or(network.limit);
    let reading = (network.read)(text, limit);
    let utf16 = |byte: usize| text.utf16(byte as u32);
    NetworkReport {
        network: network.id,
        verdict: Verdict::Ready,
        text: "base",
        count: reading.count,
        limit,
        unit: network.unit,
        approximate: network.approximate,
        fits: reading.fits,
        fold_at: reading.fold.map(utf16),
        fold_approximate: reading.fold_approximate,
        overflow_at: reading.overflow.map(utf16),
        api: reading.api,
        entities: reading.entities.into_iter().map(|seen| network_entity(text, seen)).collect(),
        parts: Vec::new(),
    }
}

fn network_entity(text: &Text, Seen { entity, shown }: Seen) -> NetworkEntity {
    NetworkEntity {
        kind: entity.kind.as_str(),
        start: text.utf16(entity.start),
        end: text.utf16(entity.end),
        text: text.source()[entity.range()].to_owned(),
        shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_is_found_by_its_id_and_names_its_sources() {
        for network in ALL {
            assert!(by_id(network.id).is_some_and(|found| found.name == network.name));
            for what in ["limit", "link", "fold", "hashtag"] {
                assert!(network.facts.iter().any(|fact| fact.what == what), "{} says nothing on {what}", network.id);
            }
            assert!(network.facts.iter().all(|fact| fact.read == Read::No || !fact.source.is_empty()));
        }
        assert!(by_id("myspace").is_none());
    }

    #[test]
    fn any_text_gives_offsets_within_it() {
        let hostile = ["", "\u{301}", "a\r\nb", "😀", "\u{FFFD}#é @", "https://é.com/ü?x @a@b.fr $A", "\n\n\n\n\n"];
        for source in hostile.iter().map(|s| s.repeat(40)) {
            let text = Text::parse(&source);
            for network in ALL {
                for limit in [None, Some(0), Some(7)] {
                    let report = report(network, &text, limit);
                    let end = text.utf16_len();
                    assert!(report.fold_at.is_none_or(|at| at < end) && report.overflow_at.is_none_or(|at| at < end));
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
