//! Phrases of the policy looked for in a text, when the checker's table has no place for them: what must
//! be there, not what must not.

use draftlens_text::{Kind, Text, token};

/// A phrase, folded. Its last word may go on: “repair” finds “repairs” and “repaired”.
pub(super) struct Phrase {
    words: Vec<String>,
}

/// The folded words of a text of the policy.
pub(super) fn words(text: &str) -> Vec<String> {
    token::plain(text)
        .into_iter()
        .filter(|(kind, _)| matches!(kind, Kind::Word | Kind::Number))
        .map(|(_, word)| word)
        .collect()
}

impl Phrase {
    pub(super) fn new(text: &str) -> Self {
        Self { words: words(text) }
    }

    /// Whether the text holds it, as words or as a hashtag.
    pub(super) fn is_in(&self, text: &Text) -> bool {
        let Some((last, before)) = self.words.split_last() else { return false };
        let tokens = text.tokens();
        let joined = self.words.concat();
        (0..tokens.len()).any(|i| {
            if tokens[i].kind == Kind::Hashtag {
                return text.folded(&tokens[i]).starts_with(&joined);
            }
            let Some(window) = tokens.get(i..i + self.words.len()) else { return false };
            let starts = window.iter().zip(before).all(|(token, word)| text.folded(token) == word);
            starts && window.last().is_some_and(|token| goes_on(text.folded(token), last))
        })
    }
}

/// A long word with an ending; a short one as it is.
fn goes_on(word: &str, stem: &str) -> bool {
    word == stem || stem.len() >= 4 && word.strip_prefix(stem).is_some_and(|rest| rest.len() <= 4)
}
