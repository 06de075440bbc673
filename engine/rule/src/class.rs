//! Classes: kinds of things that a pattern can ask for without naming the words, and what the host says of
//! the draft.

use draftlens_text::{Kind, Text, Token};

use crate::Own;

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// An amount with its currency.
    Money,
    /// A percentage.
    Percent,
    /// Digits.
    Number,
    /// A day and a month, in digits or words.
    Date,
    /// A web address.
    Link,
    /// A hashtag.
    Hashtag,
    /// A mention.
    Mention,
    /// An emoji.
    Emoji,
    /// A word in capitals.
    Caps,
    /// An e-mail address.
    Email,
    /// A ticker such as `$ACME`.
    Cashtag,
    /// A link to a domain of the house.
    OwnLink,
    /// A link elsewhere.
    OtherLink,
    /// A hashtag of the house.
    OwnHashtag,
    /// A handle of the house.
    OwnMention,
    /// Somebody else's handle.
    OtherMention,
    /// The first word of the post.
    First,
    /// The first word of a post that is paid for.
    Paid,
    /// The first word of a post that was made by AI, wholly or in part.
    ByAi,
    /// The first word of a post with a retouched face or figure in its media.
    Retouched,
    /// The first word of a post by the house itself.
    ByBrand,
    /// The first word of a post by somebody who works for the house.
    ByEmployee,
    /// The first word of a post by an agency for the house.
    ByAgency,
    /// The first word of a post by an influencer.
    ByInfluencer,
    /// The first word of a post by the house as an employer.
    ByEmployer,
    /// The first word of a reply, or the handle that a post begins with.
    Reply,
    /// The first word of a post by a house that sells food or drink.
    SellsFood,
    /// The first word of a post for people in France, where the host says so.
    ForFrance,
    /// A word that begins with a capital and is not all capitals, as names do; or one capital letter.
    Capital,
    /// The first word of a post as short as a message, without a link or a hashtag.
    Short,
    /// The first word of a post, when it begins with a small letter.
    Small,
    /// Any word, number or entity: what a gap counts.
    Any,
    /// A comma, a quote, a bracket or the sign of an amount: what a gap passes over.
    Soft,
}

const NAMES: [&str; 31] = [
    "money",
    "percent",
    "number",
    "date",
    "link",
    "hashtag",
    "mention",
    "emoji",
    "caps",
    "email",
    "cashtag",
    "own-link",
    "other-link",
    "own-hashtag",
    "own-mention",
    "other-mention",
    "first",
    "paid",
    "by-ai",
    "retouched",
    "by-brand",
    "by-employee",
    "by-agency",
    "by-influencer",
    "by-employer",
    "reply",
    "sells-food",
    "for-france",
    "capital",
    "short",
    "small",
];

const ALL: [Class; 33] = [
    Class::Money,
    Class::Percent,
    Class::Number,
    Class::Date,
    Class::Link,
    Class::Hashtag,
    Class::Mention,
    Class::Emoji,
    Class::Caps,
    Class::Email,
    Class::Cashtag,
    Class::OwnLink,
    Class::OtherLink,
    Class::OwnHashtag,
    Class::OwnMention,
    Class::OtherMention,
    Class::First,
    Class::Paid,
    Class::ByAi,
    Class::Retouched,
    Class::ByBrand,
    Class::ByEmployee,
    Class::ByAgency,
    Class::ByInfluencer,
    Class::ByEmployer,
    Class::Reply,
    Class::SellsFood,
    Class::ForFrance,
    Class::Capital,
    Class::Short,
    Class::Small,
    Class::Any,
    Class::Soft,
];

/// Months in both languages, folded; sorted.
const MONTHS: &[&str] = &[
    "aout",
    "apr",
    "april",
    "aug",
    "august",
    "avril",
    "dec",
    "december",
    "decembre",
    "feb",
    "february",
    "fevrier",
    "jan",
    "janvier",
    "january",
    "juil",
    "juillet",
    "juin",
    "july",
    "june",
    "mai",
    "march",
    "mars",
    "may",
    "nov",
    "november",
    "novembre",
    "oct",
    "october",
    "octobre",
    "sept",
    "september",
    "septembre",
];

/// Words for currencies and for "percent", folded; sorted.
const CURRENCIES: &[&str] = &[
    "balles",
    "bucks",
    "cad",
    "cents",
    "cfa",
    "chf",
    "dirhams",
    "dollar",
    "dollars",
    "eur",
    "euro",
    "euros",
    "fcfa",
    "francs",
    "gbp",
    "naira",
    "piasses",
    "pounds",
    "quid",
    "rupees",
    "shillings",
    "usd",
    "xof",
];

impl Class {
    /// How many there are, for tables.
    pub const COUNT: usize = ALL.len();

    /// The class of a name as written between `<` and `>`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().position(|n| *n == name).map(|i| ALL[i])
    }

    /// Whether a token is of a class of single tokens.
    pub(crate) fn is(self, token: &Token, text: &Text, own: &Own) -> bool {
        match self {
            Self::Link => token.kind == Kind::Link,
            Self::Hashtag => token.kind == Kind::Hashtag,
            Self::Mention => token.kind == Kind::Mention,
            Self::Emoji => token.kind == Kind::Emoji,
            Self::Email => token.kind == Kind::Email,
            Self::Cashtag => token.kind == Kind::Cashtag,
            Self::Number => token.kind == Kind::Number,
            Self::Caps => token.caps,
            Self::OwnLink | Self::OtherLink => {
                token.kind == Kind::Link && own.has_link(text.folded(token)) == (self == Self::OwnLink)
            }
            _ => false,
        }
    }

    /// The class of a number, for the codec.
    pub(crate) fn from_number(number: u32) -> Option<Self> {
        ALL.get(number as usize).copied()
    }

    /// All names, for messages.
    #[must_use]
    pub fn names() -> String {
        NAMES.join(", ") + ", start and end"
    }
}

/// Calls `found` with every class that begins at token `i`, and how many tokens it takes.
pub(crate) fn each(text: &Text, i: usize, own: &Own, mut found: impl FnMut(Class, usize)) {
    let tokens = text.tokens();
    let token = &tokens[i];
    match token.kind {
        Kind::Word => {
            if token.caps {
                found(Class::Caps, 1);
            } else if text.typed(token).starts_with(char::is_uppercase) {
                found(Class::Capital, 1);
            }
            if let Some(len) = month_day(text, i) {
                found(Class::Date, len);
            }
        }
        Kind::Number => number(text, i, &mut found),
        Kind::Mark => {
            if is_currency_mark(text, token) {
                match kind_at(tokens, i + 1) {
                    Some(Kind::Number) => found(Class::Money, 1 + number_len(text, i + 1)),
                    Some(Kind::Word) if is_short_amount(text, &tokens[i + 1]) => found(Class::Money, 2),
                    _ => {}
                }
            }
        }
        Kind::Emoji => found(Class::Emoji, 1),
        Kind::Link => {
            found(Class::Link, 1);
            found(if own.has_link(text.folded(token)) { Class::OwnLink } else { Class::OtherLink }, 1);
        }
        Kind::Hashtag => {
            found(Class::Hashtag, 1);
            if own.has_hashtag(text.folded(token)) {
                found(Class::OwnHashtag, 1);
            }
        }
        Kind::Mention => {
            found(Class::Mention, 1);
            found(if own.has_handle(text.folded(token)) { Class::OwnMention } else { Class::OtherMention }, 1);
        }
        Kind::Email => found(Class::Email, 1),
        Kind::Cashtag => found(Class::Cashtag, 1),
        Kind::Break => {}
    }
    if is_soft(text, token) {
        found(Class::Soft, 1);
    }
    if is_any(token) {
        found(Class::Any, 1);
        if tokens[..i].iter().rev().all(|t| !is_any(t)) {
            found(Class::First, 1);
            if token.kind == Kind::Mention {
                found(Class::Reply, 1);
            }
            if is_short(tokens) {
                found(Class::Short, 1);
            }
            if token.kind == Kind::Word && text.typed(token).starts_with(char::is_lowercase) {
                found(Class::Small, 1);
            }
            own.facts().iter().for_each(|&fact| found(fact, 1));
        }
    }
}

/// Whether a post has few words and nothing that shows it is one: no link, no hashtag.
fn is_short(tokens: &[Token]) -> bool {
    const MOST: usize = 24;
    tokens.iter().filter(|t| is_any(t)).take(MOST + 1).count() <= MOST
        && !tokens.iter().any(|t| matches!(t.kind, Kind::Link | Kind::Hashtag))
}

/// Whether a gap counts a token as a word.
pub(crate) fn is_any(token: &Token) -> bool {
    !matches!(token.kind, Kind::Mark | Kind::Break | Kind::Emoji)
}

fn number(text: &Text, i: usize, found: &mut impl FnMut(Class, usize)) {
    let tokens = text.tokens();
    found(Class::Number, 1);
    let len = number_len(text, i);
    if let Some(next) = tokens.get(i + len) {
        let typed = text.typed(next);
        if typed == "%" || is_word(next, text, &["pct", "percent"]) {
            found(Class::Percent, len + 1);
        } else if is_word(next, text, &["per", "pour"])
            && tokens.get(i + len + 1).is_some_and(|t| is_word(t, text, &["cent"]))
        {
            found(Class::Percent, len + 2);
        }
        if is_currency_mark(text, next) || is_word(next, text, CURRENCIES) {
            found(Class::Money, len + 1);
        }
    }
    if let Some(len) = numeric_date(text, i).or_else(|| day_month(text, i)) {
        found(Class::Date, len);
    }
}

/// `25 000`: groups of three digits after a space go on with the number.
fn number_len(text: &Text, i: usize) -> usize {
    let tokens = text.tokens();
    let mut len = 1;
    while tokens.get(i + len).is_some_and(|t| t.kind == Kind::Number && t.end - t.start == 3 && !t.glued) && len < 4 {
        len += 1;
    }
    len
}

/// `12/03`, `12/03/2026`, `2026-03-12`.
fn numeric_date(text: &Text, i: usize) -> Option<usize> {
    let tokens = text.tokens();
    let slash = |k: usize| tokens.get(k).is_some_and(|t| text.typed(t) == "/" && t.glued);
    let small = |k: usize, most: u32| {
        tokens.get(k).is_some_and(|t| {
            t.kind == Kind::Number && text.typed(t).parse::<u32>().is_ok_and(|n| (1..=most).contains(&n))
        })
    };
    if !(slash(i + 1) && small(i, 31) && small(i + 2, 31)) {
        return None;
    }
    Some(if slash(i + 3) && small(i + 4, 2200) { 5 } else { 3 })
}

/// `12 mars`, `12 of March`.
fn day_month(text: &Text, i: usize) -> Option<usize> {
    let tokens = text.tokens();
    let skip = usize::from(tokens.get(i + 1).is_some_and(|t| is_word(t, text, &["of"])));
    is_day(text, i).then_some(())?;
    tokens.get(i + 1 + skip).filter(|t| is_word(t, text, MONTHS)).map(|_| 2 + skip)
}

/// `March 12`, `March 12th`; also `12th March`, `1er mars`, whose day is a word.
fn month_day(text: &Text, i: usize) -> Option<usize> {
    let token = &text.tokens()[i];
    if begins_with_digit(text, token) {
        return day_month(text, i);
    }
    // The day first: a digit is quicker to see than a month.
    (is_day(text, i + 1) && is_word(token, text, MONTHS)).then_some(2)
}

fn begins_with_digit(text: &Text, token: &Token) -> bool {
    text.source().as_bytes()[token.start as usize].is_ascii_digit()
}

fn is_day(text: &Text, i: usize) -> bool {
    let Some(token) = text.tokens().get(i).filter(|t| begins_with_digit(text, t)) else { return false };
    let digits: &str = text.folded(token).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &text.folded(token)[digits.len()..];
    matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er")
        && digits.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n))
}

fn is_word(token: &Token, text: &Text, words: &[&str]) -> bool {
    token.kind == Kind::Word && words.binary_search(&text.folded(token)).is_ok()
}

fn is_currency_mark(text: &Text, token: &Token) -> bool {
    matches!(text.typed(token), "$" | "€" | "£" | "¥" | "₹" | "₦" | "CHF")
}

/// `3k`, `2m`, `5bn`: an amount with its thousands as a letter.
fn is_short_amount(text: &Text, token: &Token) -> bool {
    let letters = text.folded(token).trim_start_matches(|c: char| c.is_ascii_digit());
    begins_with_digit(text, token) && matches!(letters, "k" | "m" | "bn")
}

fn kind_at(tokens: &[Token], i: usize) -> Option<Kind> {
    tokens.get(i).map(|t| t.kind)
}

/// Whether a gap passes over a token.
pub(crate) fn is_soft(text: &Text, token: &Token) -> bool {
    match token.kind {
        Kind::Emoji => true,
        Kind::Mark => text.typed(token).starts_with(is_soft_mark),
        _ => false,
    }
}

fn is_soft_mark(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '"'
            | '('
            | ')'
            | '«'
            | '»'
            | '“'
            | '”'
            | '–'
            | '—'
            | '*'
            | '/'
            | '&'
            | '+'
            | '·'
            | '•'
            | '|'
            | '%'
            | '$'
            | '€'
            | '£'
    )
}
