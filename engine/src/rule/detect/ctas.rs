//! Calls to action that compete: three different things asked of one reader.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, order, words};

/// What a reader is asked to do, as folded verbs, each with a letter for the action. Sorted.
static VERBS: words::List = words::List::of(
    "\
    abonneze achetezf aimeza appelezh bookg buyf callh commandezf commentb commentezb donaten donnezn downloadk \
    ecoutezl enrollj followd inscrivezj installk installezk likea likeza lisezo listenl orderf partagezc phoneh \
    reado regardezl registerj repondezp repostc reserveg reservezg retweetc rtc sharec shopf signupj subscribee \
    suivezd telechargezk telephonezh venezi visiti visitezi votem votezm watchl",
);

/// What a reader is asked to do in two words, joined by a point, with the letter of the action. Sorted.
static PAIRS: words::List = words::List::of(
    "\
    contactez.nousq dm.usq drop.byi drop.ini ecrivez.nousq email.usq envoyez.nousq message.usq parlez.enc \
    passez.nousi pop.ini prenez.rdvg prenez.rendezg see.morer see.ourr see.ther send.usq sign.upj stop.byi \
    swing.byi tell.yourc write.usq",
);

/// Actions that have a letter.
const ACTIONS: usize = 18;

/// The most linking words before a verb.
const LINKS: usize = 3;

/// The most words from a call to the linking word after it.
const NEAR: usize = 5;

/// So many different actions compete, and so many different pages.
const MANY: usize = 3;

/// Words of a text that may well name many pages: a list of sources, a newsletter.
const LONG: usize = 60;

/// Words of a story, whose calls to the reader stand in its last `LONG` words.
const STORY: usize = 200;

/// One finding for the whole post, with every call as a place.
pub(crate) fn ctas(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let count = word_count(tokens);
    let told = if count > STORY { count - LONG } else { 0 };
    let mut seen = [false; ACTIONS];
    let mut spans = Vec::new();
    let mut last = None;
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word).skip(told) {
        let word = text.folded(token);
        let Some(action) = action(word).or_else(|| pair(word, next_word(text, i))) else { continue };
        if !begins(text, i, last) {
            continue;
        }
        last = Some(i);
        if !std::mem::replace(&mut seen[action], true) {
            spans.push((token.start, token.end));
        }
    }
    if spans.len() < MANY {
        spans = if count > LONG { Vec::new() } else { pages(text) };
    }
    if spans.len() >= MANY {
        let calls: Vec<&str> = spans.iter().map(|&(start, end)| &text.source()[start as usize..end as usize]).collect();
        let matched = calls.join(", ");
        found.push(Finding { matched, spans, ..Finding::default() });
    }
}

/// The different links of a text.
fn pages(text: &Text) -> Vec<(u32, u32)> {
    let mut links: Vec<&Token> = text.tokens().iter().filter(|t| t.kind == Kind::Link).collect();
    let typed = |link: &Token| text.typed(link);
    // Side by side, equal ones cost no look at all others.
    order::sort_by(&mut links, &|a, b| (typed(a), a.start) < (typed(b), b.start));
    links.dedup_by(|next, last| typed(next) == typed(last));
    order::sort_by(&mut links, &|a, b| a.start < b.start);
    links.iter().map(|link| (link.start, link.end)).collect()
}

fn next_word(text: &Text, i: usize) -> &str {
    text.tokens().get(i + 1).filter(|t| t.kind == Kind::Word).map_or("", |t| text.folded(t))
}

fn pair(first: &str, second: &str) -> Option<usize> {
    if second.is_empty() || !PAIRS.begin(first) {
        return None;
    }
    PAIRS.entry(&format!("{first}.{second}"), 1)?.bytes().next_back().map(number)
}

/// The number of an action from its letter.
fn number(letter: u8) -> usize {
    usize::from(letter - b'a').min(ACTIONS - 1)
}

fn action(word: &str) -> Option<usize> {
    // The shortest has two letters, the longest eleven.
    if !(2..=11).contains(&word.len()) {
        return None;
    }
    VERBS.entry(word, 1)?.bytes().next_back().map(number)
}

/// Whether a verb at `i` commands: it begins a sentence or a part of one, perhaps after a linking word.
fn begins(text: &Text, i: usize, last: Option<usize>) -> bool {
    let tokens = text.tokens();
    // “Comment” asks how in French.
    if text.folded(&tokens[i]) == "comment" && text.language() == Language::French {
        return false;
    }
    let mut at = i;
    // “and now please” is the longest row of linking words that matters.
    for _ in 0..=LINKS {
        let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else { return true };
        match before.kind {
            Kind::Break | Kind::Emoji | Kind::Hashtag | Kind::Mention | Kind::Link => return true,
            Kind::Mark => {
                return matches!(
                    text.folded(before),
                    "," | "." | "!" | "?" | ":" | ";" | "&" | "+" | "-" | "..." | "(" | ">" | "→" | "•" | "!!!"
                );
            }
            Kind::Word => match text.folded(before) {
                "and" | "or" | "then" | "et" | "ou" | "puis" | "please" | "also" | "now" | "just" => at -= 1,
                // Before a linking word stands another call with its object: “follow us and share”.
                _ => {
                    let near = |last: usize| last + NEAR >= at && tokens[last].sentence == tokens[at].sentence;
                    return at < i && last.is_some_and(near);
                }
            },
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn three_different_calls_compete() {
        for text in [
            "Like, comment, subscribe and buy now",
            "Follow us, call us, visit us",
            "Likez, commentez, partagez et achetez",
            "Suivez-nous, appelez-nous, abonnez-vous",
            "Follow us and share this. Register today!",
            "👉 Download\n👉 Watch\n👉 Vote",
            "Shop the drop, follow us and sign up to the letter",
            "Call us, DM us or drop by the salon",
            "Plan: https://acme.com/a Seats: https://acme.com/b Helpers: https://acme.com/c",
        ] {
            assert_eq!(find("ctas", text).len(), 1, "{text}");
        }
    }

    #[test]
    fn one_or_two_do_not() {
        for text in [
            "Read our guide",
            "Call us",
            "Visit us or call",
            "Lisez le guide",
            "Appelez-nous",
            "People like to share and to follow what they buy",
            "Comment ça va ? Partagez !",
            "We like it, they order it, you share it",
            "Share it. Share it! Share it, please.",
            "Read this, see you there, and tell us",
            "https://acme.com/a and again https://acme.com/a https://acme.com/b",
        ] {
            assert_eq!(find("ctas", text), [], "{text}");
        }
    }
}
