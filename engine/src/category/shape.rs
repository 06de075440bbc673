//! What the shape of a draft says of its category: who speaks, to whom, whose links, which questions.
//! One pass over the tokens; touches the text, the draft's facts and who speaks.

use draftlens_text::{Kind, Text, Token, words};

use super::voice::{Voice, Whose};
use crate::Draft;

/// How many shapes are looked at.
pub(crate) const COUNT: usize = Shape::Repeated as usize + 1;

/// The shapes that are looked at; each has a value from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
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
    /// It trails off: an ellipsis stands in it.
    TrailingOff,
    /// The same word again and again: the share of its words that were there before.
    Repeated,
}

/// All of them, in order.
pub(crate) const NAMES: [Shape; COUNT] = {
    use Shape::*;
    [
        Reply,
        Addressed,
        OwnName,
        NamedFirst,
        OwnOften,
        OwnLink,
        OtherLink,
        ShortLink,
        NoLink,
        EndsWithLink,
        Mentions,
        Asking,
        StartsAsking,
        EndsAsking,
        OnlyAsks,
        AsksYou,
        Teasing,
        Repost,
        Cheering,
        Short,
        Length,
        Long,
        Impersonal,
        We,
        You,
        I,
        Exclaiming,
        Headline,
        RunningHead,
        Shouting,
        Quoting,
        Money,
        Percent,
        Numbers,
        Hashtags,
        TagsLast,
        Emoji,
        Lines,
        Via,
        Contact,
        Newsroom,
        Reporting,
        Programme,
        HelpDesk,
        Carrier,
        NewsAsks,
        PassesOn,
        Quiet,
        TrailingOff,
        Repeated,
    ]
};

/// Words of one who speaks for a house: folded, sorted.
const WE: &str = "nos notre nous our ours us we";
/// Words of one who speaks to somebody.
const YOU: &str = "ta tes toi ton tu u vos votre vous you your yours";
/// Words of one who speaks for themselves.
const ME: &str = "i je ma me mes moi mon my";
/// Words before the source of what is passed on.
const SOURCE: &str = "afp ap cp credit reuters source sources via";

/// How the words of these lists begin.
static SPEAKING: words::Starts = words::Starts::of(WE).and(YOU).and(ME).and(SOURCE);

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

    fn has(&self, shape: Shape) -> bool {
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
    quotes: u32,
    mentions: u32,
    own: u32,
    repeated: u32,
    digits: u32,
}

/// All that the shape of the draft says. `own` marks the tokens that are a name of ours: the number of
/// tokens of the name that begins there.
pub(crate) fn find(text: &Text, own: &[u8], voice: &Voice<'_>, draft: &Draft) -> Shapes {
    let mut shapes = Shapes { values: [0.0; COUNT], places: [None; COUNT] };
    let count = walk(text, own, voice, &mut shapes);
    if let Some(link) = &draft.link {
        shapes.set(link_shape(voice.whose(&draftlens_text::fold::fold(&link.url))), 1.0, None);
    }
    questions(text, &count, &mut shapes);
    settle(text, &count, &mut shapes);
    shapes.flag(Shape::Reply, draft.reply_to.is_some());
    shapes.flag(Shape::Newsroom, voice.newsroom);
    shapes.flag(Shape::HelpDesk, voice.help_desk);
    let speaks = count.we + count.you + count.own > 0;
    shapes.flag(Shape::Reporting, voice.newsroom && !speaks);
    shapes.flag(Shape::Programme, voice.newsroom && count.own + count.we > 0);
    shapes.flag(Shape::Carrier, voice.carrier);
    shapes.flag(Shape::NewsAsks, voice.newsroom && shapes.has(Shape::OnlyAsks));
    shapes.flag(Shape::PassesOn, !voice.newsroom && shapes.has(Shape::OtherLink));
    shapes.flag(Shape::Quiet, !voice.newsroom && count.own + count.we + count.me == 0 && !shapes.has(Shape::OwnLink));
    shapes
}

/// The one pass: counts, and the shapes that have a place.
fn walk(text: &Text, own: &[u8], voice: &Voice<'_>, shapes: &mut Shapes) -> Count {
    let tokens = text.tokens();
    let mut count = Count::default();
    let mut reposts = None;
    // Which of 512 hashes of words were there: enough to tell one who repeats themselves.
    let mut seen = [0_u64; 8];
    for (i, token) in tokens.iter().enumerate() {
        let place = at(i);
        let folded = text.folded(token);
        if own[i] > 0 {
            if count.own == 0 {
                shapes.set(Shape::OwnName, 1.0, Some((i as u32, i as u32 + u32::from(own[i]))));
                shapes.flag(Shape::NamedFirst, i <= 3);
            }
            count.own += 1;
        }
        match token.kind {
            Kind::Word => {
                word(text, token, folded, place, &mut count, shapes);
                let bit = super::grams::hash(folded) as usize % 512;
                count.repeated += u32::from(seen[bit / 64] >> (bit % 64) & 1 == 1);
                seen[bit / 64] |= 1 << (bit % 64);
                if folded == "rt" {
                    reposts = reposts.or(Some(i));
                }
            }
            Kind::Number => {
                count.numbers += 1;
                count.digits = count.digits.max(token.end - token.start);
                number(text, i, shapes);
            }
            Kind::Mark => mark(folded, place, &mut count, shapes),
            Kind::Emoji => count.emoji += 1,
            Kind::Hashtag => count.hashtags += 1,
            Kind::Break => count.lines += 1,
            Kind::Email => shapes.set(Shape::Contact, 1.0, place),
            Kind::Link => shapes.set(link_shape(voice.whose(folded)), 1.0, place),
            Kind::Mention if own[i] == 0 => {
                mention(i, reposts, &count, shapes);
                count.mentions += 1;
            }
            Kind::Mention | Kind::Cashtag => {}
        }
    }
    count
}

fn word(text: &Text, token: &Token, folded: &str, place: Option<(u32, u32)>, count: &mut Count, shapes: &mut Shapes) {
    count.words += 1;
    if token.end - token.start > 2 {
        count.long += 1;
        count.capital += u32::from(
            token.caps
                || text.typed(token).starts_with(|c: char| c.is_ascii_uppercase() || c > '\x7F' && c.is_uppercase()),
        );
        count.shouted += u32::from(token.caps);
    }
    if folded.len() <= 7 && SPEAKING.begin(folded) {
        if words::holds(WE, folded) {
            count.we += 1;
            shapes.places[Shape::We as usize] = shapes.places[Shape::We as usize].or(place);
        } else if words::holds(YOU, folded) {
            count.you += 1;
            shapes.places[Shape::You as usize] = shapes.places[Shape::You as usize].or(place);
        } else if words::holds(ME, folded) {
            count.me += 1;
        } else if words::holds(SOURCE, folded) {
            shapes.set(Shape::Via, 1.0, place);
        }
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
        Some(b'?') => {}
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

fn link_shape(whose: Whose) -> Shape {
    match whose {
        Whose::Ours => Shape::OwnLink,
        Whose::Others => Shape::OtherLink,
        Whose::Unknown => Shape::ShortLink,
    }
}

fn mention(i: usize, repost: Option<usize>, count: &Count, shapes: &mut Shapes) {
    let place = at(i);
    if count.mentions == 0 {
        if i == 0 {
            shapes.set(Shape::Addressed, 1.0, place);
        }
        match repost {
            Some(0) => shapes.set(Shape::Repost, 1.0, place),
            Some(_) => shapes.set(Shape::Cheering, 1.0, place),
            None => {}
        }
    }
    shapes.set(Shape::Mentions, f64::from(count.mentions + 1) / 3.0, place);
}

fn questions(text: &Text, count: &Count, shapes: &mut Shapes) {
    let tokens = text.tokens();
    let (mut asked, mut mark, mut first, mut last_asks) = (0, None, true, false);
    for sentence in text.sentences() {
        let (mut words, mut question, mut to_you) = (0, None, false);
        for i in sentence.start..sentence.end {
            let token = &tokens[i as usize];
            if token.kind == Kind::Word {
                words += 1;
                to_you |= words::holds(YOU, text.folded(token));
            }
            if token.kind == Kind::Mark && text.folded(token).starts_with('?') {
                question = Some(i);
            }
        }
        if question.is_some() {
            asked += words;
            mark = question;
            shapes.flag(Shape::AsksYou, to_you);
        }
        if words > 0 {
            last_asks = question.is_some();
            shapes.flag(Shape::StartsAsking, first && last_asks);
            first = false;
        }
    }
    let place = mark.and_then(|i| at(i as usize));
    if asked > 0 {
        shapes.set(Shape::Asking, f64::from(asked) / f64::from(count.words.max(1)), place);
    }
    if last_asks {
        shapes.set(Shape::EndsAsking, 1.0, place);
    }
    let leads = [Shape::OwnLink, Shape::OtherLink, Shape::ShortLink].iter().any(|&s| shapes.has(s));
    shapes.flag(Shape::NoLink, !leads);
    shapes.flag(Shape::OnlyAsks, !leads && asked * 10 >= count.words * 7 && asked > 0);
    shapes.flag(Shape::Teasing, mark.is_some() && leads);
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
        let voice = Voice::new(["Atelier Marius"], None);
        let text = Text::parse(text);
        find(&text, &voice.names_in(&text), &voice, &Draft::default()).has(shape)
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
    fn word_lists_are_sorted() {
        for list in [WE, YOU, ME, SOURCE] {
            let words: Vec<&str> = list.split(' ').collect();
            assert!(words.iter().all(|w| words::holds(list, w)), "{list}");
        }
    }
}
