//! A text as the networks read it: what several of them ask is worked out once.

use core::cell::OnceCell;

use super::count::cluster_count;
use super::fold::{Fold, fold_at};
use super::route::Route;
use super::{Network, When};
use crate::{ApiCount, ByteReport, NetworkEntity, NetworkReport};
use draftlens_text::{Entity, Text};

/// Reads one text for any number of networks.
pub struct Reader<'t> {
    pub(super) text: &'t Text,
    breaks: usize,
    characters: OnceCell<u32>,
    units_agree: OnceCell<bool>,
}

/// What a report depends on beside the text.
#[derive(Clone, Copy, Default)]
pub struct Asked {
    /// The house's own limit.
    pub limit: Option<u32>,
    /// Whether the account pays for longer posts.
    pub premium: bool,
    /// Whether a picture is attached.
    pub pictures: bool,
    /// Whether a video is attached.
    pub videos: bool,
    /// How many grapheme clusters of a cover count with the text.
    pub cover: u32,
    /// What posts it.
    pub route: Option<&'static Route>,
}

/// A text as a network reads it. Offsets are bytes.
pub(super) struct Reading {
    pub count: u32,
    pub overflow: Option<usize>,
    pub fits: bool,
    pub api: Option<ApiCount>,
    pub bytes: Option<ByteReport>,
    /// Where the network folds by its own count.
    pub fold: Option<usize>,
    /// Whether the network does not say how it counts a text like this.
    pub unsure: bool,
    pub entities: Vec<Seen>,
}

/// An entity of a network, with what it shows instead when that differs.
pub(super) struct Seen {
    pub entity: Entity,
    pub shown: Option<String>,
}

impl Seen {
    pub fn as_typed(entity: Entity) -> Self {
        Self { entity, shown: None }
    }
}

impl Reading {
    /// A reading of so many of a limit; the rest is empty.
    pub fn of(count: u32, limit: u32) -> Self {
        Self {
            count,
            overflow: None,
            fits: count <= limit,
            api: None,
            bytes: None,
            fold: None,
            unsure: false,
            entities: Vec::new(),
        }
    }
}

impl Asked {
    /// With the words of a cover, for a network that counts them.
    pub(crate) fn covered(self, network: &Network, cover: Option<&str>) -> Self {
        let cover = cover.filter(|_| network.counts_cover).map_or(0, cluster_count);
        Self { cover, ..self }
    }

    /// The limit that holds, the house's before the network's.
    pub(crate) fn limit(&self, network: &Network) -> u32 {
        let media = self.pictures || self.videos;
        let holds = |when: &When| match when {
            When::Premium => self.premium,
            When::Media => media,
            When::PremiumMedia => self.premium && media,
            When::Pictures => self.pictures && !self.videos,
        };
        let other = || network.limits.iter().find(|(when, _)| holds(when)).map(|(_, limit)| *limit);
        self.limit.or_else(other).unwrap_or(network.limit)
    }
}

impl<'t> Reader<'t> {
    /// A reader of a text.
    #[must_use]
    pub fn new(text: &'t Text) -> Self {
        let breaks = text.source().bytes().filter(|&b| b == b'\n').count();
        Self { text, breaks, characters: OnceCell::new(), units_agree: OnceCell::new() }
    }

    /// How the text fits a network. The verdict is left at `ready`, and the text's name at `base`:
    /// who asks knows better.
    #[must_use]
    pub fn report(&self, network: &'static Network, asked: &Asked) -> NetworkReport {
        let limit = asked.limit(network);
        let reading = self.reading(network, limit, asked.cover);
        let utf16 = |byte: usize| self.text.utf16(byte as u32);
        let [phone, desk] = self.folds(network, &reading);
        NetworkReport {
            network: network.id,
            text: "base",
            count: reading.count,
            limit,
            unit: network.unit,
            approximate: network.approximate || reading.unsure || (network.any_unit && !self.units_agree()),
            fits: reading.fits,
            fold_at: phone.map(utf16),
            fold_desk: desk.map(utf16),
            fold_approximate: network.fold.is_approximate() && (phone.is_some() || !network.fold.is_known()),
            overflow_at: reading.overflow.map(utf16),
            api: reading.api,
            bytes: reading.bytes,
            route: asked.route.and_then(|route| route.report(network.id, self.text, reading.count)),
            entities: reading.entities.into_iter().map(|seen| network_entity(self.text, seen)).collect(),
            ..NetworkReport::default()
        }
    }

    /// The text as the network reads it, where a cover has taken so many of the limit.
    fn reading(&self, network: &Network, limit: u32, cover: u32) -> Reading {
        let mut reading = (network.read)(self, limit.saturating_sub(cover));
        reading.count = reading.count.saturating_add(cover);
        reading.fits &= cover <= limit;
        if let Some(api) = &mut reading.api {
            api.count = api.count.saturating_add(cover);
            api.fits &= cover <= limit;
        }
        reading
    }

    /// Where a phone and a desk fold the text.
    fn folds(&self, network: &Network, reading: &Reading) -> [Option<usize>; 2] {
        match &network.fold {
            Fold::Never | Fold::Unknown => [None; 2],
            Fold::Count(_) => [reading.fold; 2],
            Fold::Lines { phone, desk } => {
                let first = fold_at(self.text.source(), self.breaks, phone);
                [first, if phone == desk { first } else { fold_at(self.text.source(), self.breaks, desk) }]
            }
        }
    }

    /// How many code points the text has.
    pub(super) fn characters(&self) -> u32 {
        *self.characters.get_or_init(|| self.text.source().chars().count() as u32)
    }

    /// Whether code points, UTF-16 units and grapheme clusters are equally many.
    pub(super) fn units_agree(&self) -> bool {
        *self.units_agree.get_or_init(|| cluster_count(self.text.source()) == self.text.utf16_len())
    }
}

/// How a text fits one network.
#[must_use]
pub fn report(network: &'static Network, text: &Text, limit: Option<u32>) -> NetworkReport {
    Reader::new(text).report(network, &Asked { limit, ..Asked::default() })
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
    use crate::network::by_id;

    fn limit(id: &str, asked: Asked) -> u32 {
        asked.limit(by_id(id).expect("a known network"))
    }

    #[test]
    fn the_limit_is_that_of_the_account_and_of_what_is_attached() {
        let premium = Asked { premium: true, ..Asked::default() };
        let pictures = Asked { pictures: true, ..Asked::default() };
        assert_eq!((limit("x", Asked::default()), limit("x", premium)), (280, 25_000));
        assert_eq!((limit("telegram", Asked::default()), limit("telegram", pictures)), (4096, 1024));
        assert_eq!(limit("telegram", Asked { premium: true, ..pictures }), 4096);
        assert_eq!((limit("tiktok", pictures), limit("tiktok", Asked { videos: true, ..pictures })), (4000, 2200));
        assert_eq!(limit("x", Asked { limit: Some(250), ..premium }), 250);
    }

    #[test]
    fn a_content_warning_counts_on_mastodon_alone() {
        let (text, cover) = (Text::parse("Hello example.com"), "Spoilers 👩🏽‍🚀 https://example.com/a/long/path");
        let counted = |id: &str, limit: u32| {
            let network = by_id(id).unwrap();
            let asked = Asked { limit: Some(limit), ..Asked::default() }.covered(network, Some(cover));
            let report = Reader::new(&text).report(network, &asked);
            (report.count, report.fits, report.overflow_at, report.api.map(|api| api.count))
        };
        assert_eq!(counted("mastodon", 500), (29 + 42, true, None, Some(17 + 42)));
        assert_eq!(counted("mastodon", 45), (29 + 42, false, Some(3), Some(17 + 42)));
        assert_eq!(counted("mastodon", 10), (29 + 42, false, Some(0), Some(17 + 42)));
        assert_eq!(counted("bluesky", 500), (17, true, None, None));
    }

    #[test]
    fn a_count_is_approximate_where_the_unit_is_not_told_and_matters() {
        let about = |id: &str, source: &str| report(by_id(id).unwrap(), &Text::parse(source), None).approximate;
        assert_eq!((about("discord", "Plain é text"), about("discord", "👍🏽")), (false, true));
        assert_eq!((about("telegram", "👍🏽"), about("youtube", "plain")), (false, true));
    }
}
