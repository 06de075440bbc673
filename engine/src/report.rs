//! What a check says: plain data, in the shape of the JSON report (see `docs/report.md`).
//!
//! Every offset is in UTF-16 code units of the text it speaks of, as JavaScript counts.

use crate::{Settle, Severity};

/// The whole answer to one draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The worst network's verdict.
    pub verdict: Verdict,
    /// Language of the draft: `en`, `fr` or `und` where neither is clear.
    pub language: &'static str,
    /// One entry for each network of the draft, in the draft's order.
    pub networks: Vec<NetworkReport>,
    /// What the post is for.
    pub category: CategoryReport,
    /// What the rules found, worst first, then by place in the text.
    pub flags: Vec<Flag>,
    /// Flags that the writer dismissed or answered, with what was said.
    pub dismissed: Vec<Dismissed>,
    /// Rules that found something but are off here, and what switched them off.
    pub off: Vec<Off>,
    /// Rules that could not be checked, and the fact they lack. Silence is not clearance.
    pub not_checked: Vec<NotChecked>,
    /// What the calendar says of the draft; `None` where the host gives no plan.
    pub plan: Option<PlanReport>,
    /// What is wrong with the settings or the draft; the rest goes on working.
    pub problems: Vec<Problem>,
    /// Ties an approval to exactly what was seen: text, variants, media, alt texts, link, date.
    pub text_hash: String,
    /// Version, digest and date of the built-in rules.
    pub rules: Stamp,
    /// Version and digest of the house's policy; `None` without one.
    pub policy: Option<Stamp>,
}

/// The worst severity, in one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing that a person must look at.
    #[default]
    Ready,
    /// A person should look.
    Review,
    /// The settings are not in, or failed: nobody can say.
    Pending,
    /// Do not publish.
    Stop,
}

impl Verdict {
    /// Its word in the report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Review => "review",
            Self::Pending => "pending",
            Self::Stop => "stop",
        }
    }
}

/// How the draft fits one network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkReport {
    /// Id of the network, `x`, `linkedin`, …
    pub network: &'static str,
    /// The worst flag that touches this network.
    pub verdict: Verdict,
    /// Which text it was counted in: `base`, or the network's id when it has a variant.
    pub text: &'static str,
    /// Length as the network's own composer counts, in `unit`.
    pub count: u32,
    /// The most it takes, in `unit`.
    pub limit: u32,
    /// What `count` counts: `weighted`, `graphemes`, `characters`, `utf16`.
    pub unit: &'static str,
    /// True where nobody could verify the number.
    pub approximate: bool,
    /// Whether the text is within every limit of the network.
    pub fits: bool,
    /// Where the feed folds the text on a phone, or `None` when all of it is seen.
    pub fold_at: Option<u32>,
    /// Where it folds the text on a desk, or `None` when all of it is seen.
    pub fold_desk: Option<u32>,
    /// True where the place of the fold is a guess, or nobody knows whether the feed folds.
    pub fold_approximate: bool,
    /// First code unit that is too many, or `None`.
    pub overflow_at: Option<u32>,
    /// Length as the network's API counts, where it differs from the composer.
    pub api: Option<ApiCount>,
    /// Bytes of UTF-8 and the most of them, where they are too many.
    pub bytes: Option<ByteReport>,
    /// How it passes the house's way of posting; `None` without one, or when it knows nothing of this network.
    pub route: Option<RouteReport>,
    /// Links, hashtags, mentions and cashtags as this network sees them.
    pub entities: Vec<NetworkEntity>,
    /// The posts of a thread, where the text is cut by lines of three hyphens and the network has threads: then
    /// `count` is that of the fullest post, and `overflow_at` lies in the first that does not fit.
    pub parts: Vec<PartReport>,
}

/// A post of a thread that the writer cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartReport {
    /// First code unit of the text in it.
    pub start: u32,
    /// Code unit after its last.
    pub end: u32,
    /// Its length, in the network's unit.
    pub count: u32,
    /// Whether it fits.
    pub fits: bool,
    /// First code unit that is too many, or `None`.
    pub overflow_at: Option<u32>,
}

impl NetworkReport {
    /// What is left before the limit; negative when over.
    #[must_use]
    pub fn remaining(&self) -> i64 {
        i64::from(self.limit) - i64::from(self.count)
    }
}

/// Length as a network's API counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiCount {
    /// Length in the network's unit.
    pub count: u32,
    /// Whether the API takes it.
    pub fits: bool,
}

/// A length in bytes that is over a network's limit of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteReport {
    /// Bytes of UTF-8, as the network counts them.
    pub count: u32,
    /// The most it takes.
    pub limit: u32,
}

/// How a text passes a publisher or an interface on its way to a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteReport {
    /// Its id: `buffer`, `linkedin-api`, …
    pub id: &'static str,
    /// The name people know.
    pub name: &'static str,
    /// Length in the network's unit.
    pub count: u32,
    /// The most it takes for this network.
    pub limit: u32,
    /// Whether the whole text gets through.
    pub fits: bool,
    /// The first code unit that is lost because the text is cut there, or `None`.
    pub cut_at: Option<u32>,
}

/// A link, hashtag, mention or cashtag of one network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkEntity {
    /// `link`, `hashtag`, `mention` or `cashtag`.
    pub kind: &'static str,
    /// First code unit.
    pub start: u32,
    /// Code unit after the last.
    pub end: u32,
    /// The entity as typed.
    pub text: String,
    /// How the network shows it when that is not as typed (Bluesky and Mastodon shorten links).
    pub shown: Option<String>,
}

/// What the post is for, with how sure we are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CategoryReport {
    /// The likeliest category, or `None` for an empty draft.
    pub label: Option<Category>,
    /// Scores in hundredths of a percent, in the order of [`Category::ALL`]; they sum to 10,000.
    pub scores: [u16; 3],
    /// Whether the first is far enough ahead to be shown without "perhaps".
    pub confident: bool,
    /// The words that moved the scores, by place.
    pub evidence: Vec<Evidence>,
    /// What would move the post to each of the two other categories.
    pub hints: Vec<Hint>,
}

/// What would move a post to another category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// To promotional: lead to a page of ours.
    OwnLink,
    /// To promotional: say what we offer.
    Offer,
    /// To curated: name or link the source.
    Source,
    /// To curated: speak less of ourselves.
    LessOfUs,
    /// To engagement: ask readers something.
    Ask,
    /// To engagement: leave the link out.
    DropLink,
    /// To engagement: speak to readers.
    Address,
}

impl Hint {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::OwnLink, Self::Offer, Self::Source, Self::LessOfUs, Self::Ask, Self::DropLink, Self::Address];

    /// Its word in the report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        ["own-link", "offer", "source", "less-of-us", "ask", "drop-link", "address"][self as usize]
    }

    /// The category that it leads to.
    #[must_use]
    pub fn category(self) -> Category {
        match self {
            Self::OwnLink | Self::Offer => Category::Promotional,
            Self::Source | Self::LessOfUs => Category::Curated,
            Self::Ask | Self::DropLink | Self::Address => Category::Engagement,
        }
    }
}

/// The three kinds of the content mix (see `docs/category.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// About us, or leads to us.
    Promotional,
    /// Of interest without us, and from elsewhere.
    Curated,
    /// Somebody is addressed, and the exchange is the point.
    Engagement,
}

impl Category {
    /// All three, in the order of [`CategoryReport::scores`].
    pub const ALL: [Self; 3] = [Self::Promotional, Self::Curated, Self::Engagement];

    /// Its word in the report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Promotional => "promotional",
            Self::Curated => "curated",
            Self::Engagement => "engagement",
        }
    }
}

/// Words that moved a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// First code unit.
    pub start: u32,
    /// Code unit after the last.
    pub end: u32,
    /// The category they speak for.
    pub category: Category,
    /// How much, in hundredths (of log-odds); always positive.
    pub weight: u16,
}

/// One finding of a rule, with all its places.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Stable key: rule, matched words and their neighbours, never the message.
    pub id: String,
    /// Id of the rule, as of 2026-11 (`tragedy-hashtag`), or `house/…` for a house's own.
    pub rule: String,
    /// How bad it is here, after the house's levels.
    pub severity: Severity,
    /// The text it is in: `base`, or a network's id.
    pub text: &'static str,
    /// Its places in that text, in order; empty when it is about the draft as a whole.
    pub spans: Vec<Span>,
    /// The networks it touches.
    pub networks: Vec<&'static str>,
    /// What is wrong, in one line.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub advice: String,
    /// A question whose answer settles it, or `None`.
    pub ask: Option<String>,
    /// Where the reason comes from.
    pub sources: Vec<Source>,
    /// Edits that remove the flag; empty when only the writer can.
    pub fixes: Vec<Fix>,
    /// Who may set it aside; `None` where everybody may.
    pub settle: Option<Settle>,
}

/// A stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// Code unit after the last.
    pub end: u32,
}

/// Where a reason or a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Address of the page.
    pub url: String,
    /// What it shows.
    pub title: String,
    /// Day it was read, ISO 8601, or empty when it was not seen.
    pub date: String,
}

/// A set of edits that removes a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// The edits, in order of place, never overlapping.
    pub edits: Vec<Edit>,
}

/// One replacement in the draft's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// First code unit.
    pub start: u32,
    /// Code unit after the last.
    pub end: u32,
    /// What stands there afterwards.
    pub replacement: String,
}

/// A flag that was dismissed or answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissed {
    /// The flag as it would stand.
    pub flag: Flag,
    /// The reason given, or the answer to its question.
    pub reason: String,
    /// True when it was answered rather than dismissed.
    pub answered: bool,
    /// Who, as the host names them; may be empty.
    pub by: String,
    /// When, as the host wrote it; may be empty.
    pub at: String,
    /// Until when; empty for ever.
    pub until: String,
    /// Their role; may be empty.
    pub role: String,
    /// Who agreed; may be empty.
    pub second: String,
}

/// A rule that found something but is off here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Off {
    /// Id of the rule.
    pub rule: String,
    /// What switched it off: `level`, or the `why` of the house's `allow`.
    pub by: String,
}

/// A rule that could not be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// Id of the rule.
    pub rule: String,
    /// The fact it lacks: `media`, `trending`, …
    pub needs: &'static str,
}

/// What the calendar says of the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanReport {
    /// Posts around the draft by category; `None` where nobody knows when the draft goes out.
    pub mix: Option<MixReport>,
    /// How often its networks are posted on, in the draft's order.
    pub frequency: Vec<FrequencyReport>,
    /// What else there is to say, in sentences of the interface's language.
    pub notes: Vec<String>,
}

/// Posts around the draft, without the draft itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MixReport {
    /// Days looked at, before and after.
    pub days: u32,
    /// Posts of each category, in the order of [`Category::ALL`].
    pub posts: [u32; 3],
    /// The shares aimed at, in percent.
    pub target: [u32; 3],
}

/// How often a network is posted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrequencyReport {
    /// Id of the network.
    pub network: &'static str,
    /// Other posts on the draft's day.
    pub day: u32,
    /// The most posts a day; 0 where there is no limit.
    pub limit: u32,
    /// Minutes to the nearest other post; `None` where none is within a day.
    pub gap: Option<u32>,
}

/// Something wrong with the settings or the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a path such as `policy.rules[0].en.find`, or a rule file.
    pub at: String,
    /// Line in the text that was given, from 1; 0 where there is no text.
    pub line: u32,
    /// Column in that line, from 1, in characters; 0 where there is no text.
    pub column: u32,
    /// What is wrong, in one sentence.
    pub message: String,
}

/// Version, digest and date of a set of rules or of a policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Version as its author names it.
    pub version: String,
    /// Sixteen hexadecimal digits over its content.
    pub digest: String,
    /// ISO 8601 day; empty for a policy.
    pub date: String,
}
