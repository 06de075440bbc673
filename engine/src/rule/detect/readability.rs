//! Texts that are hard to read: sentences without end, long words all along, a wall without a break.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text};

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
    let french = text.language() == Language::French;
    let most = if french { LONG_SENTENCE.1 } else { LONG_SENTENCE.0 };
    let total = text.tokens().iter().filter(|t| t.kind == Kind::Word).count();
    let mut counted = Counted::default();
    for sentence in text.sentences() {
        let tokens = &text.tokens()[sentence.start as usize..sentence.end as usize];
        let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
        // A list has many commas, a row of tags no verbs: neither is a sentence.
        let lists = tokens
            .iter()
            .filter(|t| {
                matches!(t.kind, Kind::Emoji | Kind::Hashtag | Kind::Mention | Kind::Number)
                    || t.kind == Kind::Mark && matches!(text.folded(t), "," | ";" | "/" | "|" | "•" | ":")
            })
            .count();
        counted.add(text, tokens, words);
        let heavy = words * PART >= total || words > most + most / 2;
        if words > most && heavy && lists * 6 < words {
            let last = tokens.iter().rposition(|t| t.kind != Kind::Break).unwrap_or(0);
            let (start, end) = (tokens[0].start as usize, tokens[last].end as usize);
            found.push(says(
                text,
                (start, end),
                format!("A sentence of {words} words"),
                format!("Une phrase de {words} mots"),
            ));
            return;
        }
    }
    let lix = counted.lix();
    let hard = if french { LIX.1 } else { LIX.0 };
    let far = counted.words >= MEASURED_FAR && lix >= hard + FAR;
    if far || counted.words >= MEASURED && lix >= hard {
        let said = (
            format!("Long words and long sentences (LIX {lix})"),
            format!("Mots longs et phrases longues (LIX {lix})"),
        );
        found.push(Finding {
            matched: lix.to_string(),
            vars: vec![("finding", said.0), ("constat", said.1)],
            ..Finding::default()
        });
        return;
    }
    // No paragraph is longer than the text.
    let long = Some(text.source()).filter(|source| source.len() > WALL);
    for paragraph in long.into_iter().flat_map(|source| source.split(['\n', '\r'])) {
        let characters = paragraph.chars().count();
        if characters > WALL {
            let start = paragraph.as_ptr() as usize - text.source().as_ptr() as usize;
            let said = (
                format!("{characters} characters without a break"),
                format!("{characters} caractères sans retour à la ligne"),
            );
            found.push(says(text, (start, start + paragraph.len()), said.0, said.1));
            return;
        }
    }
}

fn says(text: &Text, (start, end): (usize, usize), english: String, french: String) -> Finding {
    let first: String = text.source()[start..end].chars().take(40).collect();
    Finding { vars: vec![("finding", english), ("constat", french)], ..Finding::at(start, end, first) }
}

/// Words, sentences and long words of a text.
#[derive(Default)]
struct Counted {
    words: usize,
    long: usize,
    sentences: usize,
}

impl Counted {
    fn add(&mut self, text: &Text, tokens: &[draftlens_text::Token], words: usize) {
        if words > 0 {
            self.sentences += 1;
            self.words += words;
        }
        self.long += tokens.iter().filter(|t| t.kind == Kind::Word && text.folded(t).len() > 6).count();
    }

    fn lix(&self) -> u32 {
        if self.words == 0 || self.sentences == 0 {
            return 0;
        }
        (self.words / self.sentences + self.long * 100 / self.words) as u32
    }
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
