//! Texts that are hard to read: sentences without end, long words all along, a wall without a break.

use super::{Context, offset, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token};

/// Words of a sentence that is too long, in English and French, which needs more of them.
const LONG_SENTENCE: (usize, usize) = (40, 44);

/// Such a sentence is let through where it is less than this part of a longer text, unless it is half as long again.
const PART: usize = 3;

/// Words a text must have before its measure says something; fewer, where the measure is far beyond.
const MEASURED: usize = 40;
const MEASURED_FAR: usize = 20;
const FAR: u32 = 14;

/// Läsbarhetsindex (words a sentence, and the share of words of more than six letters) of a text that is hard to
/// read in English and in French, whose words are longer.
const LIX: (u32, u32) = (66, 70);

/// Characters in one paragraph that are a wall.
const WALL: usize = 1100;

/// One finding: the first long sentence, or the measure, or the wall.
pub(crate) fn readability(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    found.extend(long_sentence(text).or_else(|| hard(text)).or_else(|| wall(text)));
}

/// What holds for the language of a text, of a pair for English and French.
fn own<T>(text: &Text, (english, french): (T, T)) -> T {
    if text.language() == Language::French { french } else { english }
}

fn long_sentence(text: &Text) -> Option<Finding> {
    let (most, total) = (own(text, LONG_SENTENCE), word_count(text.tokens()));
    for tokens in text.sentences().iter().map(|sentence| text.within(sentence)) {
        let words = word_count(tokens);
        let heavy = words * PART >= total || words > most + most / 2;
        if words > most && heavy && !is_list(text, tokens, words) {
            let last = tokens.iter().rposition(|t| t.kind != Kind::Break).unwrap_or(0);
            let place = (tokens[0].start as usize, tokens[last].end as usize);
            return Some(says(
                text,
                place,
                format!("A sentence of {words} words"),
                format!("Une phrase de {words} mots"),
            ));
        }
    }
    None
}

/// A list has many commas, a row of tags no verbs: neither is a sentence.
fn is_list(text: &Text, tokens: &[Token], words: usize) -> bool {
    let parts = |t: &&Token| {
        matches!(t.kind, Kind::Emoji | Kind::Hashtag | Kind::Mention | Kind::Number)
            || t.kind == Kind::Mark && matches!(text.folded(t), "," | ";" | "/" | "|" | "•" | ":")
    };
    tokens.iter().filter(parts).count() * 6 >= words
}

fn hard(text: &Text) -> Option<Finding> {
    let (least, words) = (own(text, LIX), word_count(text.tokens()));
    if words < MEASURED_FAR {
        return None;
    }
    let long = text.tokens().iter().filter(|t| t.kind == Kind::Word && text.folded(t).len() > 6).count();
    let sentences = text.sentences().iter().filter(|sentence| word_count(text.within(sentence)) > 0).count();
    let lix = (words / sentences.max(1) + long * 100 / words) as u32;
    if lix < least + FAR && (words < MEASURED || lix < least) {
        return None;
    }
    let finding = format!("Long words and long sentences (LIX {lix})");
    let constat = format!("Mots longs et phrases longues (LIX {lix})");
    let vars = vec![("finding", finding), ("constat", constat)];
    Some(Finding { matched: lix.to_string(), vars, ..Finding::default() })
}

fn wall(text: &Text) -> Option<Finding> {
    let source = text.source();
    // No paragraph is longer than the text.
    if source.len() <= WALL {
        return None;
    }
    let paragraph = source.split(['\n', '\r']).find(|paragraph| paragraph.chars().count() > WALL)?;
    let (start, count) = (offset(source, paragraph), paragraph.chars().count());
    Some(says(
        text,
        (start, start + paragraph.len()),
        format!("{count} characters without a break"),
        format!("{count} caractères sans retour à la ligne"),
    ))
}

fn says(text: &Text, (start, end): (usize, usize), english: String, french: String) -> Finding {
    let first: String = text.source()[start..end].chars().take(40).collect();
    Finding { vars: vec![("finding", english), ("constat", french)], ..Finding::at(start, end, first) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn a_sentence_without_end_and_a_wall_are_found() {
        let words = "the house that we built by the sea has a door and ";
        assert_eq!(find("readability", &format!("{}end.", words.repeat(4))).len(), 1);
        assert_eq!(find("readability", &"We say it in short. And then again. ".repeat(40)).len(), 1);
        let jargon = "Operational transformation initiatives leverage comprehensive multidimensional stakeholder engagement frameworks. ";
        assert_eq!(find("readability", &jargon.repeat(6)).len(), 1);
    }

    #[test]
    fn short_sentences_lists_and_short_posts_are_fine() {
        assert_eq!(find("readability", "We open at nine. Come in, the coffee is on. See you there."), []);
        assert_eq!(find("readability", &format!("With us: {}", "apples, pears, plums, ".repeat(20))), []);
        assert_eq!(find("readability", &"We say it in short. And then again.\n\n".repeat(30)), []);
        assert_eq!(find("readability", "Incomprehensibilities notwithstanding"), []);
    }
}
