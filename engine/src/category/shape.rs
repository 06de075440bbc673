//! What the shape of a draft says of its category: who speaks, to whom, whose links, which questions.
//! One pass over the tokens; touches the text, the draft's facts and who speaks.

use draftlens_rule::host;
use draftlens_text::{Kind, Language, Text, Token};

use super::press;
use super::voice::{self, Voice, is_name};
use crate::Draft;

/// Names the shapes once, for the enum and for the list of all.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The shapes that are looked at; each has a value from 0 to 1.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Shape {
            $($(#[$doc])* $name,)*
        }

        /// All of them, in order.
        pub(crate) const ALL: [Shape; COUNT] = [$(Shape::$name,)*];

        /// How many shapes are looked at.
        pub(crate) const COUNT: usize = [$(stringify!($name),)*].len();
    };
}

shapes! {
    /// It answers a post.
    Reply,
    /// It begins with somebody else's handle.
    Addressed,
    /// A name of ours stands in it.
    OwnName,
    /// A name of ours is among its first words.
    NamedFirst,
    /// How often a name of ours stands in it; three times are the most that count.
    OwnOften,
    /// It leads to a page of ours.
    OwnLink,
    /// It leads to somebody else's page.
    OtherLink,
    /// It leads somewhere, by a shortened link.
    ShortLink,
    /// It leads nowhere.
    NoLink,
    /// It ends with a link.
    EndsWithLink,
    /// Other people's handles; three are the most that count.
    Mentions,
    /// The share of its words that stand in questions.
    Asking,
    /// Its first sentence asks.
    StartsAsking,
    /// Its last sentence asks.
    EndsAsking,
    /// Nearly all of it asks, and it leads nowhere.
    OnlyAsks,
    /// A question says you, your, vous, tu.
    AsksYou,
    /// It asks, and has a link: a teaser or a headline more often than a question.
    Teasing,
    /// A repost, by the old `RT @…`.
    Repost,
    /// Somebody's post is passed on with words of one's own before it.
    Cheering,
    /// Six words or fewer.
    Short,
    /// Its length up to forty words.
    Length,
    /// Its length beyond forty words; full at two hundred.
    Long,
    /// No word of the first or second person, in a text long enough to have had one.
    Impersonal,
    /// We, our, nous, notre: four such words are the most that count.
    We,
    /// You, your, vous, tu: four such words are the most that count.
    You,
    /// I, my, je, mon: four such words are the most that count.
    I,
    /// Exclamation marks; three are the most that count.
    Exclaiming,
    /// Most words begin with a capital, as in a headline.
    Headline,
    /// Its first words are all in capitals, or end with a bar: a running head.
    RunningHead,
    /// The share of its words that are shouted.
    Shouting,
    /// Something is quoted.
    Quoting,
    /// A sum of money stands in it.
    Money,
    /// A share of a hundred stands in it.
    Percent,
    /// Numbers; five are the most that count.
    Numbers,
    /// Hashtags; six are the most that count.
    Hashtags,
    /// Nothing but hashtags, links and handles follows its last sentence.
    TagsLast,
    /// Emoji; five are the most that count.
    Emoji,
    /// Lines; eight are the most that count.
    Lines,
    /// It gives a source: via, source, (AFP).
    Via,
    /// It gives a mail address or a number to call.
    Contact,
    /// The author's name is one of a newsroom.
    Newsroom,
    /// A newsroom that does not speak of itself and to nobody.
    Reporting,
    /// A newsroom that speaks of itself.
    Programme,
    /// The author's name is one of a help desk.
    HelpDesk,
    /// The author's name is one of those who tell how traffic or supply goes.
    Carrier,
    /// A question of a newsroom.
    NewsAsks,
    /// No newsroom, a link to others: something is passed on.
    PassesOn,
    /// No newsroom, and nothing of its own in it.
    Quiet,
    /// No newsroom, no link and nothing of its own, in thirty words and more: a lesson told to all.
    Lesson,
    /// Somebody speaks for themselves alone, and leads nowhere.
    Alone,
    /// It speaks to its readers, says nothing of itself and leads nowhere.
    ToReaders,
    /// It leads to a page of a newsroom, a university or an authority that is not ours.
    NewsLink,
    /// Lines that begin with a number, a dash or an emoji; five are the most that count.
    Listing,
    /// It is French.
    French,
    /// It trails off: an ellipsis stands in it.
    TrailingOff,
    /// The same word again and again: the share of its words that were there before.
    Repeated,
    /// The author's name is one of a blog.
    Blog,
    /// A newsroom that leads to its report by “link in bio”.
    NewsBio,
}

/// What a word says of who speaks to whom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing.
    None,
    /// One who speaks for a house.
    We,
    /// One who speaks to somebody.
    You,
    /// One who speaks for themselves.
    Me,
    /// A source follows.
    Source,
    /// A repost.
    Repost,
    /// The page of links.
    Bio,
}

/// The role of a folded word, in English or French.
fn role(word: &str) -> Role {
    match word {
        "nos" | "notre" | "nous" | "our" | "ours" | "us" | "we" => Role::We,
        "ta" | "tes" | "toi" | "ton" | "tu" | "u" | "vos" | "votre" | "vous" | "you" | "your" | "yours" => Role::You,
        "i" | "je" | "ma" | "me" | "mes" | "moi" | "mon" | "my" => Role::Me,
        "afp" | "ap" | "cp" | "credit" | "reuters" | "source" | "sources" | "via" => Role::Source,
        "rt" => Role::Repost,
        "bio" => Role::Bio,
        _ => Role::None,
    }
}

/// The value of each shape, and the words that carry it where some do.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    /// From 0 to 1, in the order of [`Shape`].
    pub values: [f64; COUNT],
    /// Tokens, first to after the last, of those that have a place.
    pub places: [Option<(u32, u32)>; COUNT],
}

impl Shapes {
    fn set(&mut self, shape: Shape, value: f64, place: Option<(u32, u32)>) {
        let index = shape as usize;
        self.values[index] = value.clamp(0.0, 1.0);
        if value > 0.0 {
            self.places[index] = self.places[index].or(place);
        }
    }

    /// Whether a shape is there.
    pub(crate) fn has(&self, shape: Shape) -> bool {
        self.values[shape as usize] > 0.0
    }

    fn flag(&mut self, shape: Shape, holds: bool) {
        if holds {
            self.set(shape, 1.0, None);
        }
    }
}

/// What is counted on the way through the tokens.
#[derive(Default)]
struct Count {
    words: u32,
    we: u32,
    you: u32,
    me: u32,
    capital: u32,
    long: u32,
    shouted: u32,
    exclaims: u32,
    numbers: u32,
    hashtags: u32,
    emoji: u32,
    lines: u32,
    listed: u32,
    quotes: u32,
    mentions: u32,
    own: u32,
    repeated: u32,
    digits: u32,
    bio: u32,
    /// Where the first `RT` stands.
    repost: Option<usize>,
    asks: Asks,
}

/// Who asks what, sentence by sentence.
#[derive(Default)]
struct Asks {
    /// Number of the sentence at hand, and its words.
    sentence: u32,
    words: u32,
    /// Its last question mark, and whether it says you.
    mark: Option<usize>,
    to_you: bool,
    /// Words of all sentences that asked, and the last question mark of all.
    asked: u32,
    last_mark: Option<usize>,
    /// Sentences with words so far; whether the first and the last asked; whether one that did says you.
    said: u32,
    first: bool,
    last: bool,
    you: bool,
}

impl Asks {
    /// Ends the sentence at hand.
    fn close(&mut self) {
        let asks = self.mark.is_some();
        if asks {
            self.asked += self.words;
            self.last_mark = self.mark;
            self.you |= self.to_you;
        }
        if self.words > 0 {
            self.first |= asks && self.said == 0;
            self.last = asks;
            self.said += 1;
        }
        (self.words, self.mark, self.to_you) = (0, None, false);
    }
}

/// All that the shape of the draft says; `marks` are those of the voice.
pub(crate) fn find(text: &Text, marks: &[u8], voice: &Voice<'_>, draft: &Draft) -> Shapes {
    let mut shapes = Shapes { values: [0.0; COUNT], places: [None; COUNT] };
    let mut count = walk(text, marks, &mut shapes);
    count.asks.close();
    if let Some(link) = &draft.link {
        shapes.set(link_shape(voice.whose(&draftlens_text::fold::fold(&link.url))), 1.0, None);
    }
    questions(&count, draft, &mut shapes);
    settle(text, &count, &mut shapes);
    speakers(&count, voice, &mut shapes);
    shapes.flag(Shape::Reply, draft.reply_to.is_some());
    shapes
}

/// The one pass: counts, and the shapes that have a place.
fn walk(text: &Text, marks: &[u8], shapes: &mut Shapes) -> Count {
    let mut count = Count::default();
    // Which of 256 kinds of words were there: enough to tell one who repeats themselves.
    let mut seen = [0_u64; 4];
    for (i, token) in text.tokens().iter().enumerate() {
        if token.sentence != count.asks.sentence {
            count.asks.close();
            count.asks.sentence = token.sentence;
        }
        let place = at(i);
        let folded = text.folded(token);
        if is_name(marks[i]) {
            if count.own == 0 {
                shapes.set(Shape::OwnName, 1.0, Some((i as u32, i as u32 + u32::from(marks[i]))));
                shapes.flag(Shape::NamedFirst, i <= 3);
            }
            count.own += 1;
        }
        match token.kind {
            Kind::Word => {
                word(text, i, folded, &mut count, shapes);
                let kind = usize::from(sketch(folded.as_bytes()));
                count.repeated += u32::from(seen[kind / 64] >> (kind % 64) & 1 == 1);
                seen[kind / 64] |= 1 << (kind % 64);
            }
            Kind::Number => {
                count.numbers += 1;
                count.digits = count.digits.max(token.end - token.start);
                number(text, i, shapes);
            }
            Kind::Mark if folded.starts_with('?') => count.asks.mark = Some(i),
            Kind::Mark => mark(folded, place, &mut count, shapes),
            Kind::Emoji => count.emoji += 1,
            Kind::Hashtag => count.hashtags += 1,
            Kind::Break => {
                count.lines += 1;
                count.listed += u32::from(text.tokens().get(i + 1).is_some_and(|next| is_bullet(text, next)));
            }
            Kind::Email => shapes.set(Shape::Contact, 1.0, place),
            Kind::Link => {
                shapes.set(link_shape(marks[i]), 1.0, place);
                if marks[i] != voice::OURS && press::is_reporting_host(host(folded)) {
                    shapes.set(Shape::NewsLink, 1.0, place);
                }
            }
            Kind::Mention if marks[i] == 0 => {
                mention(i, &count, shapes);
                count.mentions += 1;
            }
            Kind::Mention | Kind::Cashtag => {}
        }
    }
    count
}

/// Whether a line that begins so is one of a list.
fn is_bullet(text: &Text, token: &Token) -> bool {
    match token.kind {
        Kind::Number | Kind::Emoji => true,
        Kind::Mark => matches!(text.folded(token), "-" | "\u{2022}" | "*" | ">" | "\u{2192}" | "\u{2013}" | "\u{2014}"),
        _ => false,
    }
}

/// A byte that is the same for the same word, from its length and a few letters.
fn sketch(word: &[u8]) -> u8 {
    let letter = |i: usize| word.get(i).copied().unwrap_or(0);
    let last = word.last().copied().unwrap_or(0);
    let sum = letter(0).wrapping_mul(31) ^ letter(1).wrapping_mul(59) ^ letter(2).wrapping_mul(101);
    sum ^ last.wrapping_mul(7) ^ (word.len() as u8).wrapping_mul(17)
}

fn word(text: &Text, i: usize, folded: &str, count: &mut Count, shapes: &mut Shapes) {
    let token = &text.tokens()[i];
    count.words += 1;
    count.asks.words += 1;
    if token.end - token.start > 2 {
        count.long += 1;
        count.shouted += u32::from(token.caps);
        count.capital += u32::from(token.caps || begins_with_capital(text, token));
    }
    let place = |shape: Shape, shapes: &mut Shapes| {
        let held = &mut shapes.places[shape as usize];
        *held = held.or(at(i));
    };
    match role(folded) {
        Role::None => {}
        Role::We => {
            count.we += 1;
            place(Shape::We, shapes);
        }
        Role::You => {
            count.you += 1;
            count.asks.to_you = true;
            place(Shape::You, shapes);
        }
        Role::Me => count.me += 1,
        Role::Source => shapes.set(Shape::Via, 1.0, at(i)),
        Role::Repost => count.repost = count.repost.or(Some(i)),
        Role::Bio => count.bio += 1,
    }
}

fn begins_with_capital(text: &Text, token: &Token) -> bool {
    match text.typed(token).as_bytes().first() {
        Some(b) if b.is_ascii() => b.is_ascii_uppercase(),
        _ => text.typed(token).starts_with(char::is_uppercase),
    }
}

fn number(text: &Text, i: usize, shapes: &mut Shapes) {
    let tokens = text.tokens();
    let beside = [i.checked_sub(1), Some(i + 1)];
    for token in beside.into_iter().flatten().filter_map(|k| tokens.get(k)) {
        let folded = text.folded(token);
        if matches!(folded, "€" | "$" | "£" | "eur" | "euro" | "euros" | "usd" | "dollars" | "dollar") {
            shapes.set(Shape::Money, 1.0, at(i));
        } else if folded == "%" {
            shapes.set(Shape::Percent, 1.0, at(i));
        }
    }
}

fn mark(folded: &str, place: Option<(u32, u32)>, count: &mut Count, shapes: &mut Shapes) {
    match folded.as_bytes().first() {
        Some(b'!') => count.exclaims += 1,
        Some(b'"') => {
            count.quotes += 1;
            if count.quotes == 2 {
                shapes.set(Shape::Quoting, 1.0, None);
            }
        }
        Some(b'|') => shapes.flag(Shape::RunningHead, count.words <= 5),
        _ if folded.starts_with("...") => shapes.set(Shape::TrailingOff, 1.0, place),
        _ => {}
    }
}

fn link_shape(whose: u8) -> Shape {
    match whose {
        voice::OURS => Shape::OwnLink,
        voice::UNKNOWN => Shape::ShortLink,
        _ => Shape::OtherLink,
    }
}

fn mention(i: usize, count: &Count, shapes: &mut Shapes) {
    let place = at(i);
    if count.mentions == 0 {
        if i == 0 {
            shapes.set(Shape::Addressed, 1.0, place);
        }
        match count.repost {
            Some(0) => shapes.set(Shape::Repost, 1.0, place),
            Some(_) => shapes.set(Shape::Cheering, 1.0, place),
            None => {}
        }
    }
    shapes.set(Shape::Mentions, f64::from(count.mentions + 1) / 3.0, place);
}

/// Which questions are asked, and whether they lead anywhere. A poll asks too.
fn questions(count: &Count, draft: &Draft, shapes: &mut Shapes) {
    let asks = &count.asks;
    let place = asks.last_mark.and_then(at);
    let leads = [Shape::OwnLink, Shape::OtherLink, Shape::ShortLink].iter().any(|&s| shapes.has(s));
    let polls = draft.poll.is_some();
    if asks.asked > 0 {
        shapes.set(Shape::Asking, f64::from(asks.asked) / f64::from(count.words.max(1)), place);
    }
    if asks.last || polls {
        shapes.set(Shape::EndsAsking, 1.0, place);
    }
    shapes.flag(Shape::StartsAsking, asks.first);
    shapes.flag(Shape::AsksYou, asks.you || polls);
    shapes.flag(Shape::NoLink, !leads);
    shapes.flag(Shape::OnlyAsks, !leads && (asks.asked * 10 >= count.words * 7 && asks.asked > 0 || polls));
    shapes.flag(Shape::Teasing, asks.last_mark.is_some() && leads);
}

/// The shapes that come from who speaks.
fn speakers(count: &Count, voice: &Voice<'_>, shapes: &mut Shapes) {
    let ours = count.own + count.we;
    shapes.flag(Shape::HelpDesk, voice.help_desk);
    shapes.flag(Shape::Carrier, voice.carrier);
    shapes.flag(Shape::Newsroom, voice.newsroom);
    shapes.flag(Shape::Blog, voice.blog);
    if voice.newsroom {
        shapes.flag(Shape::Reporting, ours + count.you == 0);
        shapes.flag(Shape::Programme, ours > 0);
        shapes.flag(Shape::NewsAsks, shapes.has(Shape::OnlyAsks));
        shapes.flag(Shape::NewsBio, ours + count.you == 0 && count.bio > 0);
    } else {
        shapes.flag(Shape::PassesOn, shapes.has(Shape::OtherLink));
        let quiet = ours + count.me == 0 && !shapes.has(Shape::OwnLink);
        shapes.flag(Shape::Quiet, quiet);
        shapes.flag(Shape::Lesson, quiet && shapes.has(Shape::NoLink) && count.words >= 30);
    }
    if ours == 0 && shapes.has(Shape::NoLink) {
        shapes.flag(Shape::Alone, count.me > 0);
        shapes.flag(Shape::ToReaders, count.me == 0 && count.you > 0);
    }
}

/// The shapes that come from the counts.
fn settle(text: &Text, count: &Count, shapes: &mut Shapes) {
    let part = |n: u32, most: f64| f64::from(n) / most;
    let words = f64::from(count.words);
    let tokens = text.tokens();
    shapes.set(Shape::OwnOften, part(count.own, 3.0), None);
    shapes.flag(Shape::Short, count.words <= 6);
    shapes.set(Shape::Length, words / 40.0, None);
    shapes.set(Shape::Long, (words - 40.0) / 160.0, None);
    let spoken = count.we + count.you + count.me;
    shapes.flag(Shape::Impersonal, spoken == 0 && (count.words > 6 || !shapes.has(Shape::NoLink)));
    shapes.set(Shape::We, part(count.we, 4.0), None);
    shapes.set(Shape::You, part(count.you, 4.0), None);
    shapes.set(Shape::I, part(count.me, 4.0), None);
    shapes.set(Shape::Exclaiming, part(count.exclaims, 3.0), None);
    let headline = count.long >= 5 && count.capital * 4 >= count.long * 3 && count.shouted * 2 < count.long;
    shapes.flag(Shape::Headline, headline);
    let head = tokens.first().is_some_and(|t| t.caps) && count.shouted * 2 < count.long;
    shapes.flag(Shape::RunningHead, head);
    shapes.set(Shape::Shouting, f64::from(count.shouted) / f64::from(count.long.max(4)), None);
    shapes.set(Shape::Numbers, part(count.numbers, 5.0), None);
    shapes.set(Shape::Hashtags, part(count.hashtags, 6.0), None);
    shapes.set(Shape::Emoji, part(count.emoji, 5.0), None);
    shapes.set(Shape::Lines, part(count.lines, 8.0), None);
    shapes.set(Shape::Listing, part(count.listed, 5.0), None);
    shapes.flag(Shape::French, text.language() == Language::French);
    shapes.set(Shape::Repeated, f64::from(count.repeated) / words.max(1.0), None);
    if count.digits >= 10 {
        shapes.set(Shape::Contact, 1.0, None);
    }
    let last = tokens.iter().rev().find(|t| !matches!(t.kind, Kind::Break | Kind::Mark | Kind::Emoji));
    shapes.flag(Shape::EndsWithLink, last.is_some_and(|t| t.kind == Kind::Link));
    shapes.flag(Shape::TagsLast, count.words > 0 && last.is_some_and(|t| t.kind == Kind::Hashtag));
}

fn at(i: usize) -> Option<(u32, u32)> {
    Some((i as u32, i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, shape: Shape) -> bool {
        has_by("Atelier Marius", text, shape)
    }

    fn has_by(name: &str, text: &str, shape: Shape) -> bool {
        let voice = Voice::new([name], None);
        let text = Text::parse(text);
        find(&text, &voice.marks(&text), &voice, &Draft::default()).has(shape)
    }

    #[test]
    fn shapes_are_seen_and_only_where_they_are() {
        assert!(has("@lea Sorry to hear that, we will look into it today.", Shape::Addressed));
        assert!(!has("@ateliermarius opens its doors again on Saturday morning", Shape::Addressed));
        assert!(has("RT @lea a day at the lake", Shape::Repost));
        assert!(has("Great advice. What would you cook?", Shape::EndsAsking));
        assert!(!has("What would you cook? Here is our answer.", Shape::EndsAsking));
        assert!(has("What would you cook? Here is our answer.", Shape::StartsAsking));
        assert!(has("House Republicans Sue Over Healthcare Law", Shape::Headline));
        assert!(!has("HOUSE REPUBLICANS SUE OVER HEALTHCARE LAW", Shape::Headline));
        assert!(has("Rain is on its way to the whole of the south", Shape::Impersonal));
        assert!(!has("Rain is on its way to all of you in the south", Shape::Impersonal));
        assert!(has("Le menu à 12 € ce midi", Shape::Money) && has("-20 % ce soir", Shape::Percent));
        assert!(!has("12 personnes ce midi", Shape::Money));
    }

    #[test]
    fn a_blog_and_a_newsrooms_link_in_bio_are_seen() {
        assert!(has_by("thebagblog", "The new tote in three colours", Shape::Blog));
        assert!(!has_by("bagatelle", "The new tote in three colours", Shape::Blog));
        assert!(has_by("cnnhealth", "A study of 4,000 sleepers. Link in bio.", Shape::NewsBio));
        assert!(!has_by("cnnhealth", "Our study of 4,000 sleepers. Link in bio.", Shape::NewsBio));
        assert!(!has("A study of 4,000 sleepers. Link in bio.", Shape::NewsBio));
    }
}
