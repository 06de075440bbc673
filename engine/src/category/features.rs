//! What the shape of a draft says of its category: who speaks, to whom, whose links, which questions.

use draftlens_text::{Kind, Sentence, Text, Token};

use super::voice::{Voice, Whose};
use crate::Draft;

/// A feature that was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Feature {
    /// Which one.
    pub kind: Shape,
    /// How much of it, from 0 to 1.
    pub value: f64,
    /// Its tokens, first to after the last; `None` when no words carry it.
    pub tokens: Option<(u32, u32)>,
}

/// The shapes that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It answers a post.
    Reply,
    /// It begins with somebody else's handle.
    Addressed,
    /// A name of ours stands in it.
    OwnName,
    /// It leads to a page of ours.
    OwnLink,
    /// It leads to somebody else's page.
    OtherLink,
    /// It leads somewhere, by a shortened link.
    ShortLink,
    /// Other people's handles; three are the most that count.
    Mentions,
    /// The share of its words that stand in questions.
    Asking,
    /// Its last sentence asks.
    EndsAsking,
    /// A repost, by the old `RT @…`.
    Repost,
    /// Six words or fewer.
    Short,
    /// Its length beyond forty words; full at two hundred.
    Long,
    /// No word of the first or second person, in a text long enough to have had one.
    Impersonal,
    /// Exclamation marks; three are the most that count.
    Exclaiming,
    /// Most words begin with a capital, as in a headline.
    Headline,
    /// The author's name is one of a newsroom.
    Newsroom,
    /// The author's name is one of a help desk.
    HelpDesk,
    /// A name of ours is among its first words.
    NamedFirst,
    /// The writer tells of themselves: I, my, je, mon. Four such words are the most that count.
    Confiding,
    /// Somebody's post is passed on with words of one's own before it.
    Cheering,
    /// It asks, and has a link: a teaser or a headline more often than a question.
    Teasing,
}

impl Shape {
    /// Its weights for the three categories, in hundredths of log-odds (see `docs/category.md`).
    pub(crate) fn weights(self) -> [i16; 3] {
        WEIGHTS[self as usize]
    }
}

const WEIGHTS: [[i16; 3]; 21] = [
    [-45, -90, 180],
    [-85, -40, 185],
    [35, -95, 0],
    [85, 20, -50],
    [25, 45, -50],
    [35, -25, -5],
    [-20, 15, 50],
    [-30, 45, 75],
    [-40, 20, 60],
    [0, 110, 0],
    [-70, 25, 45],
    [15, 40, -40],
    [10, 60, -45],
    [30, -85, 70],
    [15, 70, -45],
    [15, 90, -30],
    [-20, -35, 180],
    [25, -30, 0],
    [25, 20, -20],
    [-35, -30, 125],
    [40, 60, -95],
];

/// A folded word of the first or second person.
fn is_personal(word: &str) -> bool {
    is_self(word)
        || matches!(
            word,
            "let"
                | "nos"
                | "notre"
                | "nous"
                | "our"
                | "ours"
                | "ta"
                | "tes"
                | "toi"
                | "ton"
                | "tu"
                | "u"
                | "us"
                | "vos"
                | "votre"
                | "vous"
                | "we"
                | "you"
                | "your"
                | "yours"
        )
}

/// A folded word of one who speaks for themselves.
fn is_self(word: &str) -> bool {
    matches!(word, "i" | "je" | "ma" | "me" | "mes" | "moi" | "mon" | "my")
}

/// All that the shape of the draft says, in the order of the text where it has a place.
pub(crate) fn find(text: &Text, voice: &Voice<'_>, draft: &Draft) -> Vec<Feature> {
    let mut found = Vec::new();
    let mut add = |kind, value: f64, tokens| {
        if value > 0.0 {
            found.push(Feature { kind, value: value.min(1.0), tokens });
        }
    };
    if draft.reply_to.is_some() {
        add(Shape::Reply, 1.0, None);
    }
    let tokens = text.tokens();
    let names = of_ours(text, voice);
    if let Some(&name) = names.first() {
        add(Shape::OwnName, 1.0, Some(name));
        if name.0 <= 3 {
            add(Shape::NamedFirst, 1.0, Some(name));
        }
    }
    links(text, voice, draft, &mut add);
    mentions(text, voice, &mut add);
    questions(text, &mut add);
    let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
    if words <= 6 {
        add(Shape::Short, 1.0, None);
    }
    add(Shape::Long, (words as f64 - 40.0) / 160.0, None);
    let said_enough = words > 6 || tokens.iter().any(|t| t.kind == Kind::Link);
    if said_enough && !tokens.iter().any(|t| t.kind == Kind::Word && is_personal(text.folded(t))) {
        add(Shape::Impersonal, 1.0, None);
    }
    let selves = tokens.iter().filter(|t| t.kind == Kind::Word && is_self(text.folded(t))).count();
    add(Shape::Confiding, selves as f64 / 4.0, None);
    let exclaims = tokens.iter().filter(|t| t.kind == Kind::Mark && text.folded(t).starts_with('!')).count();
    add(Shape::Exclaiming, exclaims as f64 / 3.0, None);
    if is_headline(text) {
        add(Shape::Headline, 1.0, None);
    }
    if voice.newsroom {
        add(Shape::Newsroom, 1.0, None);
    }
    if voice.help_desk {
        add(Shape::HelpDesk, 1.0, None);
    }
    found
}

fn of_ours(text: &Text, voice: &Voice<'_>) -> Vec<(u32, u32)> {
    let found = |i: usize| {
        let len = voice.name_at(text, i);
        (len > 0).then_some((i as u32, (i + len) as u32))
    };
    (0..text.tokens().len()).filter_map(found).collect()
}

fn links(text: &Text, voice: &Voice<'_>, draft: &Draft, add: &mut impl FnMut(Shape, f64, Option<(u32, u32)>)) {
    let mut seen = [false; 3];
    let mut see = |whose, at| {
        let shape = match whose {
            Whose::Ours => Shape::OwnLink,
            Whose::Others => Shape::OtherLink,
            Whose::Unknown => Shape::ShortLink,
        };
        if !std::mem::replace(&mut seen[whose as usize], true) {
            add(shape, 1.0, at);
        }
    };
    for (i, token) in text.tokens().iter().enumerate() {
        if token.kind == Kind::Link {
            see(voice.whose(text.folded(token)), at(i));
        }
    }
    if let Some(link) = &draft.link {
        see(voice.whose(&draftlens_text::fold::fold(&link.url)), None);
    }
}

fn mentions(text: &Text, voice: &Voice<'_>, add: &mut impl FnMut(Shape, f64, Option<(u32, u32)>)) {
    let tokens = text.tokens();
    let others: Vec<usize> = (0..tokens.len())
        .filter(|&i| tokens[i].kind == Kind::Mention && !voice.owns_handle(text.folded(&tokens[i])))
        .collect();
    let Some(&first) = others.first() else { return };
    if first == 0 {
        add(Shape::Addressed, 1.0, at(0));
    }
    match tokens[..first].iter().position(|t| text.folded(t) == "rt") {
        Some(0) => add(Shape::Repost, 1.0, at(first)),
        Some(_) => add(Shape::Cheering, 1.0, at(first)),
        None => {}
    }
    add(Shape::Mentions, others.len() as f64 / 3.0, at(first));
}

fn questions(text: &Text, add: &mut impl FnMut(Shape, f64, Option<(u32, u32)>)) {
    let tokens = text.tokens();
    let (mut asked, mut all, mut mark, mut last_asks) = (0, 0, None, false);
    for sentence in text.sentences() {
        let words = words_of(tokens, sentence);
        let question = (sentence.start..sentence.end).rev().find(|&i| is_question(text, &tokens[i as usize]));
        all += words;
        if question.is_some() {
            asked += words;
            mark = question;
        }
        if words > 0 {
            last_asks = question.is_some();
        }
    }
    let place = mark.and_then(|i| at(i as usize));
    if mark.is_some() && tokens.iter().any(|t| t.kind == Kind::Link) {
        add(Shape::Teasing, 1.0, None);
    }
    if all > 0 {
        add(Shape::Asking, f64::from(asked) / f64::from(all), place);
    }
    if last_asks {
        add(Shape::EndsAsking, 1.0, place);
    }
}

fn words_of(tokens: &[Token], sentence: &Sentence) -> u32 {
    tokens[sentence.start as usize..sentence.end as usize].iter().filter(|t| t.kind == Kind::Word).count() as u32
}

fn is_question(text: &Text, token: &Token) -> bool {
    token.kind == Kind::Mark && text.folded(token).starts_with('?')
}

/// Five words or more, three quarters of them with a capital, and not all in capitals.
fn is_headline(text: &Text) -> bool {
    let words: Vec<&Token> = text.tokens().iter().filter(|t| t.kind == Kind::Word && t.end - t.start > 2).collect();
    let capital = words.iter().filter(|t| text.typed(t).starts_with(char::is_uppercase)).count();
    let shouted = words.iter().filter(|t| t.caps).count();
    words.len() >= 5 && capital * 4 >= words.len() * 3 && shouted * 2 < words.len()
}

fn at(i: usize) -> Option<(u32, u32)> {
    Some((i as u32, i as u32 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<Shape> {
        let voice = Voice::new(["Atelier Marius"], None);
        find(&Text::parse(text), &voice, &Draft::default()).iter().map(|f| f.kind).collect()
    }

    #[test]
    fn shapes_are_seen_and_only_where_they_are() {
        assert!(shapes("@lea Sorry to hear that, we will look into it today.").contains(&Shape::Addressed));
        assert!(!shapes("@ateliermarius opens its doors again on Saturday morning").contains(&Shape::Addressed));
        assert!(shapes("RT @lea a day at the lake").contains(&Shape::Repost));
        assert!(shapes("Great advice. What would you cook?").contains(&Shape::EndsAsking));
        assert!(!shapes("What would you cook? Here is our answer.").contains(&Shape::EndsAsking));
        assert!(shapes("House Republicans Sue Over Healthcare Law").contains(&Shape::Headline));
        assert!(!shapes("HOUSE REPUBLICANS SUE OVER HEALTHCARE LAW").contains(&Shape::Headline));
        assert!(shapes("Rain is on its way to the whole of the south").contains(&Shape::Impersonal));
        assert!(!shapes("Rain is on its way to all of you in the south").contains(&Shape::Impersonal));
    }
}
