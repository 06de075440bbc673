//! The plan gone through once: each post with its moment, networks, category and a sketch of its text.

use draftlens_text::{Text, order};

use super::similar::Sketch;
use super::{DAY, Moment, Plan, PlanPost};
use crate::{Category, NETWORKS};

/// So many posts are gone through, the latest: years of a busy house.
const MOST_POSTS: usize = 5_000;

/// The posts that count, by time.
#[derive(Default)]
pub(crate) struct History {
    rows: Vec<Row>,
    /// Posts whose moment nobody can read.
    pub(crate) undated: u32,
}

/// A post of the plan, as it is asked about.
pub(crate) struct Row {
    /// Minutes since 1970, UTC.
    pub(crate) minute: i64,
    /// A bit for each network, in the order of [`NETWORKS`].
    networks: u64,
    /// What it is for; `None` for an empty text.
    pub(crate) category: Option<Category>,
    /// Whether it comes from another source, beyond doubt.
    pub(crate) sourced: bool,
    pub(crate) sketch: Sketch,
    /// Whether it answers somebody.
    pub(crate) reply: bool,
    /// Whether it is a part of a thread, after the first.
    pub(crate) part: bool,
    id: String,
}

impl History {
    /// Goes through the plan; `score` says what a post is for where the plan does not, and whether it surely comes
    /// from another source.
    pub(crate) fn new(plan: &Plan, score: impl Fn(&PlanPost, &Text) -> (Option<Category>, bool)) -> Self {
        let mut history = Self::default();
        let mut dated: Vec<(i64, &PlanPost)> = Vec::new();
        for post in plan.posts.iter().filter(|post| post.counts()) {
            match Moment::parse(&post.at) {
                Some(moment) => dated.push((moment.minute, post)),
                None => history.undated += 1,
            }
        }
        order::sort_by(&mut dated, &|a, b| a.0 < b.0);
        let first = dated.len().saturating_sub(MOST_POSTS);
        history.rows = dated[first..].iter().map(|&(minute, post)| row(minute, post, &score)).collect();
        history
    }

    /// Posts within so many days of a moment, but the one that is the draft itself.
    pub(crate) fn around<'a>(&'a self, at: Moment, days: i64, id: &'a str) -> impl DoubleEndedIterator<Item = &'a Row> {
        let from = self.rows.partition_point(|row| row.minute < at.minute - days * DAY);
        let to = self.rows.partition_point(|row| row.minute <= at.minute + days * DAY);
        self.rows[from..to.max(from)].iter().filter(move |row| id.is_empty() || row.id != id)
    }
}

impl Row {
    /// Whether it goes to a network.
    pub(crate) fn on(&self, network: &str) -> bool {
        self.networks & bit(network) != 0
    }

    /// Whether it goes to any of these.
    pub(crate) fn on_any(&self, networks: &[&'static str]) -> bool {
        networks.iter().any(|network| self.on(network))
    }
}

fn row(minute: i64, post: &PlanPost, score: &impl Fn(&PlanPost, &Text) -> (Option<Category>, bool)) -> Row {
    let text = Text::parse(&post.text);
    let networks = post.networks.iter().fold(0, |bits, id| bits | bit(id));
    let (category, sourced) = match post.category {
        Some(category) => (Some(category), category == Category::Curated),
        None => score(post, &text),
    };
    Row {
        minute,
        networks: if networks == 0 { u64::MAX } else { networks },
        category,
        sourced,
        sketch: Sketch::of(&text),
        reply: post.reply_to.is_some(),
        part: is_later_part(&post.text),
        id: post.id.clone(),
    }
}

fn bit(network: &str) -> u64 {
    NETWORKS.iter().position(|id| *id == network).map_or(0, |index| 1 << index)
}

/// `2/5` at the start or end of a text: one part of a thread, which is one post to its readers.
fn is_later_part(text: &str) -> bool {
    let words = [text.split_whitespace().next(), text.split_whitespace().next_back()];
    words.into_iter().flatten().any(|word| {
        let word = word.trim_matches(['(', ')', '[', ']', '.', ':']);
        let parts = word.split_once('/').map(|(part, of)| (part.parse::<u8>(), of == "n" || of.parse::<u8>().is_ok()));
        matches!(parts, Some((Ok(2..), true)))
    })
}
