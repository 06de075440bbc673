//! What the calendar says of one draft: the mix around it, how often its networks are posted on, and
//! posts that say the same.

use draftlens_text::Text;

use super::similar::Sketch;
use super::{Day, History, Moment};
use crate::policy::{Cadence, Mix};
use crate::{Category, FrequencyReport, Lang, MixReport, PlanReport, Settings};

/// The calendar around a draft.
pub(crate) struct Look<'a> {
    history: &'a History,
    /// When the draft goes out.
    at: Moment,
    /// The host's name for the draft; may be empty.
    id: &'a str,
    settings: &'a Settings,
}

/// A post that says the same.
pub(crate) struct Twin {
    /// Minutes between it and the draft.
    pub(crate) minutes: i64,
    /// The day it goes out, by the draft's clock.
    pub(crate) day: Day,
    /// The networks asked for that it is on.
    pub(crate) on: Vec<&'static str>,
    /// How alike the texts are, in percent.
    pub(crate) likeness: u32,
}

impl<'a> Look<'a> {
    pub(crate) fn new(history: &'a History, at: Moment, id: &'a str, settings: &'a Settings) -> Self {
        Self { history, at, id, settings }
    }

    /// The mix the house aims at, or a third of each.
    pub(crate) fn target(&self) -> Mix {
        self.settings.policy.editorial.mix.unwrap_or_default()
    }

    /// Whether the house says that these days do not count.
    pub(crate) fn is_exception(&self) -> bool {
        let day = self.at.day();
        self.settings.policy.editorial.exceptions.iter().any(|exception| {
            let from = Moment::day_of(&exception.from);
            let until = Moment::day_of(&exception.until);
            (from.is_some() || until.is_some()) && from.is_none_or(|d| d <= day) && until.is_none_or(|d| day <= d)
        })
    }

    /// Posts of each category around the draft on these networks, without the draft.
    pub(crate) fn counts(&self, networks: &[&'static str]) -> [u32; 3] {
        let mut counts = [0; 3];
        let days = i64::from(self.target().days);
        for row in self.history.around(self.at, days, self.id).filter(|row| row.on_any(networks) && !row.part) {
            if let Some(category) = row.category {
                counts[category as usize] += 1;
            }
        }
        counts
    }

    /// Posts around the draft on a network that come from another source beyond doubt.
    pub(crate) fn sources(&self, network: &str) -> usize {
        let rows = self.history.around(self.at, i64::from(self.target().days), self.id);
        rows.filter(|row| row.on(network) && !row.part && row.sourced).count()
    }

    /// How many posts of that category went out on a network just before the draft, one after the other.
    pub(crate) fn run_before(&self, network: &str, category: Category) -> usize {
        let days = i64::from(self.target().days);
        let before = self.history.around(self.at, days, self.id).rev().filter(|row| row.minute < self.at.minute);
        before.filter(|row| row.on(network) && !row.part).take_while(|row| row.category == Some(category)).count()
    }

    /// Posts on the network on the draft's day, the draft not among them.
    pub(crate) fn same_day(&self, network: &str) -> u32 {
        let day = self.at.day();
        let rows = self.history.around(self.at, 1, self.id).filter(|row| row.on(network) && !row.part && !row.reply);
        rows.filter(|row| self.local_day(row.minute) == day).count() as u32
    }

    /// Minutes to the nearest post on the network, before or after.
    pub(crate) fn nearest(&self, network: &str) -> Option<i64> {
        let rows = self.history.around(self.at, 1, self.id).filter(|row| row.on(network) && !row.part && !row.reply);
        rows.map(|row| (row.minute - self.at.minute).abs()).min()
    }

    /// Days since the last post on the network, where there was one in the year before.
    pub(crate) fn silence(&self, network: &str) -> Option<i64> {
        let rows = self.history.around(self.at, 366, self.id).rev();
        let last = rows.filter(|row| row.on(network) && row.minute <= self.at.minute).map(|row| row.minute).next()?;
        Some(self.at.day().0 - self.local_day(last).0)
    }

    /// The nearest post of the last and next thirty days on one of these networks that says the same.
    pub(crate) fn twin(&self, text: &Text, networks: &[&'static str], least: u32) -> Option<Twin> {
        let sketch = Sketch::of(text);
        let rows = self.history.around(self.at, 30, self.id).filter(|row| !row.reply && row.on_any(networks));
        let mut best: Option<Twin> = None;
        for row in rows {
            let minutes = (row.minute - self.at.minute).abs();
            let likeness = row.sketch.likeness(&sketch);
            // The same words at the same minute are the draft itself, as the host has it in the plan.
            let is_draft = minutes == 0 && likeness == 100;
            if likeness >= least && !is_draft && best.as_ref().is_none_or(|twin| minutes < twin.minutes) {
                let on = networks.iter().copied().filter(|network| row.on(network)).collect();
                best = Some(Twin { minutes, day: self.local_day(row.minute), on, likeness });
            }
        }
        best
    }

    /// How many earlier posts, or replies, of thirty days say the same, on any network.
    pub(crate) fn repeats(&self, text: &Text, least: u32, replies: bool) -> usize {
        let sketch = Sketch::of(text);
        let rows = self.history.around(self.at, 30, self.id).filter(|row| row.reply == replies);
        rows.filter(|row| row.sketch.likeness(&sketch) >= least).count()
    }

    /// How many of the last ten posts on these networks were cast in the mould of the draft.
    pub(crate) fn same_shape(&self, text: &Text, networks: &[&'static str]) -> usize {
        let sketch = Sketch::of(text);
        let before = self.history.around(self.at, 366, self.id).rev().filter(|row| row.minute < self.at.minute);
        let last = before.filter(|row| row.on_any(networks) && !row.reply).take(10);
        last.filter(|row| row.sketch.same_mould(&sketch)).count()
    }

    fn local_day(&self, minute: i64) -> Day {
        Moment { minute, offset: self.at.offset }.day()
    }

    /// What the report says of the plan.
    pub(crate) fn report(&self, networks: &[&'static str]) -> PlanReport {
        let target = self.target();
        let frequency = networks.iter().map(|network| FrequencyReport {
            network,
            day: self.same_day(network),
            limit: self.cadence(network).per_day,
            gap: self.nearest(network).map(|minutes| minutes as u32),
        });
        PlanReport {
            mix: Some(MixReport { days: target.days, posts: self.counts(networks), target: target.shares }),
            frequency: frequency.collect(),
            notes: self.notes(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let french = self.settings.lang == Lang::Fr;
        let mut notes = Vec::new();
        notes.extend(undated(self.history.undated, french));
        if self.is_exception() {
            let text = if french {
                "Jour d’exception : le dosage et la fréquence ne comptent pas"
            } else {
                "A day of exception: mix and frequency do not count"
            };
            notes.push(text.to_owned());
        }
        notes
    }

    /// How often the house posts on a network, or what is usual.
    pub(crate) fn cadence(&self, network: &str) -> Cadence {
        let own = self.settings.policy.editorial.cadence.iter().find(|(id, _)| id == network);
        own.map_or_else(|| usual(network), |(_, cadence)| *cadence)
    }
}

/// What the report says of a plan where nobody knows when the draft goes out.
pub(crate) fn undated(count: u32, french: bool) -> Option<String> {
    let text = match (count, french) {
        (0, _) => return None,
        (1, false) => "1 post has no date and is left out".to_owned(),
        (1, true) => "1 publication sans date n’est pas comptée".to_owned(),
        (_, false) => format!("{count} posts have no date and are left out"),
        (_, true) => format!("{count} publications sans date ne sont pas comptées"),
    };
    Some(text)
}

/// What is usual, where the house sets nothing: the catalogue's numbers (`docs/policy.md`).
fn usual(network: &str) -> Cadence {
    let per_day = match network {
        "linkedin" | "instagram" => 1,
        "facebook" | "youtube" => 2,
        "tiktok" => 3,
        _ => 5,
    };
    Cadence { per_day, min_gap: 60, max_gap: 10 }
}
