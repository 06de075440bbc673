//! What the house says and how: words it avoids or spells its own way, competitors, required tags,
//! messages, goals, address, authors, mix and cadence. Plain data; `editorial_read` fills it.

use crate::Draft;
use crate::json::Place;

/// The editorial part of a policy. Keys that are absent are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editorial {
    /// Words the house does not use.
    pub forbidden: Vec<Term>,
    /// Words the house writes in one way only.
    pub spellings: Vec<Spelling>,
    /// Names of competitors and of their products.
    pub competitors: Vec<String>,
    /// Hashtags, mentions or words that a post must carry.
    pub required: Vec<Required>,
    /// What the house wants to be known for.
    pub messages: Vec<Message>,
    /// Goals a post may have; where there is one only, it is every post's.
    pub goals: Vec<Goal>,
    /// How readers are addressed.
    pub audience: Audience,
    /// Words that tell what a post is about: (topic, words).
    pub topics: Vec<(String, Vec<String>)>,
    /// Who may post what, where, and who must approve it; the first row that fits decides.
    pub authors: Vec<AuthorRule>,
    /// The mix aimed at; `None` where the house sets none.
    pub mix: Option<Mix>,
    /// How often it posts: (network, cadence).
    pub cadence: Vec<(String, Cadence)>,
    /// Days on which mix and cadence do not count: a launch, a live event.
    pub exceptions: Vec<Exception>,
}

impl Editorial {
    /// The part of the policy that a rule needs and the house does not give.
    pub(crate) fn missing(&self, need: &str, draft: &Draft) -> Option<&'static str> {
        match need {
            "forbidden" if self.forbidden.is_empty() => Some("forbidden"),
            "spellings" if self.spellings.is_empty() => Some("spellings"),
            "competitors" if self.competitors.is_empty() => Some("competitors"),
            "required" if self.required.is_empty() => Some("required"),
            "messages" if self.messages.is_empty() => Some("messages"),
            "author" if self.authors.is_empty() => Some("authors"),
            "goal" if self.goal(draft).is_none() => Some("goal"),
            _ => None,
        }
    }

    /// What a draft is to achieve: as it says, or the one goal of the house.
    pub(crate) fn goal(&self, draft: &Draft) -> Option<Goal> {
        draft.goal.or(if let [goal] = self.goals[..] { Some(goal) } else { None })
    }
}

/// A word the house does not use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The word or phrase; it may end in `~` or `*` as in a pattern.
    pub term: String,
    /// What to write instead; may be empty.
    pub instead: String,
    /// Where the policy says so.
    pub place: Place,
}

/// A word the house writes in one way only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// How it is written.
    pub write: String,
    /// How it is not; the same word in other capitals or accents needs no mention.
    pub not: Vec<String>,
    /// Where the policy says so.
    pub place: Place,
}

/// Something a post must carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Required {
    /// One of these must be there: `#tag`, `@handle`, or words.
    pub any: Vec<String>,
    /// The campaign whose posts must carry it; all posts when empty.
    pub campaign: String,
    /// The networks it is for; all when empty.
    pub networks: Vec<String>,
}

/// What the house wants to be known for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its name, as people are told.
    pub name: String,
    /// Words of which one is enough to carry it.
    pub words: Vec<String>,
}

/// What a post is to achieve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Be known.
    Awareness,
    /// Be listened to.
    Leadership,
    /// Be visited.
    Traffic,
    /// Be asked for an offer.
    Leads,
    /// Help.
    Service,
}

impl Goal {
    /// Words of a policy and of a draft, in the order of the variants.
    pub(crate) const WORDS: [&str; 5] = ["awareness", "leadership", "traffic", "leads", "service"];

    /// The goal of a place in [`Goal::WORDS`].
    pub(crate) fn at(index: usize) -> Option<Self> {
        [Self::Awareness, Self::Leadership, Self::Traffic, Self::Leads, Self::Service].get(index).copied()
    }
}

/// How readers are addressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// `tu` or `vous` in French; empty where the house does not say.
    pub address: String,
    /// `formal` or `casual`; empty where the house does not say.
    pub register: String,
    /// Whether readers know the trade: acronyms need no words then. `None` where the house does not say.
    pub experts: Option<bool>,
    /// Acronyms that everybody here knows.
    pub acronyms: Vec<String>,
}

/// Who may post what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorRule {
    /// Role, handle, name or type of the author; everybody when empty.
    pub who: Vec<String>,
    /// Networks they may post on; all when empty.
    pub networks: Vec<String>,
    /// Topics they may post about; all when empty.
    pub topics: Vec<String>,
    /// Topics they may not post about.
    pub not_topics: Vec<String>,
    /// Who must approve it first; nobody when empty.
    pub approval: String,
}

/// Shares of the three categories, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mix {
    /// In the order of [`crate::Category::ALL`].
    pub shares: [u32; 3],
    /// Days looked at, before and after the post.
    pub days: u32,
}

impl Default for Mix {
    /// A third each, over thirty days.
    fn default() -> Self {
        Self { shares: [34, 33, 33], days: 30 }
    }
}

/// How often a network gets a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// The most posts a day; 0 for no limit.
    pub per_day: u32,
    /// The fewest minutes between two posts; 0 for no limit.
    pub min_gap: u32,
    /// The most days without a post; 0 for no limit.
    pub max_gap: u32,
}

/// Days on which mix and cadence do not count, both included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exception {
    /// First day, ISO 8601; from ever when empty.
    pub from: String,
    /// Last day, ISO 8601; for ever when empty.
    pub until: String,
    /// Why, as the house says it.
    pub why: String,
}
