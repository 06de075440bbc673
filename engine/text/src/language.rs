//! English or French, by their small words. Anything else, or too little, is unknown.

use crate::text::Sentence;
use crate::token::{Kind, Token};

/// A language that the rules speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Neither, or too short to tell: rules of both are tried.
    #[default]
    Unknown,
}

impl Language {
    /// Its BCP 47 code; `und` for unknown.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Unknown => "und",
        }
    }

    /// The language of a BCP 47 tag.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code.split(['-', '_']).next() {
            Some("en") => Self::English,
            Some("fr") => Self::French,
            _ => Self::Unknown,
        }
    }
}

/// Folded function words that are no word of the other language; sorted.
const ENGLISH: &[&str] = &[
    "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "back", "be", "been", "before", "being",
    "best", "but", "by", "can", "did", "do", "does", "don", "every", "for", "from", "get", "had", "has", "have", "he",
    "help", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "know", "let",
    "like", "ll", "make", "more", "most", "my", "need", "new", "no", "not", "now", "of", "off", "only", "or", "our",
    "out", "over", "she", "should", "so", "some", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "to", "today", "too", "up", "us", "ve", "was", "we", "were", "what", "when", "where", "which",
    "who", "why", "will", "with", "would", "you", "your",
];
const FRENCH: &[&str] = &[
    "au", "aujourd", "aussi", "aux", "avec", "avez", "avons", "bien", "c", "ce", "cela", "ces", "cet", "cette", "chez",
    "comme", "d", "dans", "de", "depuis", "des", "deux", "du", "elle", "elles", "en", "encore", "entre", "est", "et",
    "etait", "ete", "etes", "etre", "faire", "fait", "hui", "il", "ils", "j", "je", "jusqu", "l", "la", "le", "les",
    "leur", "leurs", "lors", "ma", "mais", "merci", "mes", "moi", "n", "ne", "nos", "notre", "nous", "ont", "ou",
    "par", "pas", "plus", "pour", "pouvez", "qu", "quand", "que", "quel", "quelle", "quelles", "quels", "qui", "sa",
    "sans", "se", "ses", "si", "sommes", "son", "sont", "sous", "sur", "ta", "tes", "toi", "tous", "tout", "toute",
    "toutes", "tres", "tu", "un", "une", "vers", "vos", "votre", "vous", "y",
];

/// Detects the draft's language and writes each sentence's own.
pub(crate) fn detect(tokens: &[Token], folded: &str, source: &str, sentences: &mut [Sentence]) -> Language {
    let mut total = Score::default();
    let mut scores = Vec::with_capacity(sentences.len());
    for sentence in sentences.iter() {
        let mut score = Score::default();
        for token in &tokens[sentence.start as usize..sentence.end as usize] {
            score.read(token, folded, source);
        }
        total.english += score.english;
        total.french += score.french;
        scores.push(score);
    }
    let whole = total.language(2);
    for (sentence, score) in sentences.iter_mut().zip(scores) {
        let own = score.language(3);
        sentence.language = if own == Language::Unknown { whole } else { own };
    }
    whole
}

#[derive(Clone, Copy, Default)]
struct Score {
    english: u32,
    french: u32,
}

impl Score {
    fn read(&mut self, token: &Token, folded: &str, source: &str) {
        if token.kind != Kind::Word {
            return;
        }
        let word = &folded[token.fold.0 as usize..token.fold.1 as usize];
        if ENGLISH.binary_search(&word).is_ok() {
            self.english += 2;
        } else if FRENCH.binary_search(&word).is_ok() {
            self.french += 2;
        }
        let typed = &source[token.start as usize..token.end as usize];
        if !typed.is_ascii() && typed.chars().any(|c| "éèêàùçœîôûëïÉÈÊÀÇŒ".contains(c)) {
            self.french += 1;
        }
    }

    /// The clear winner, when it leads by more than `margin` and by half again.
    fn language(self, margin: u32) -> Language {
        let Self { english, french } = self;
        if english > french + margin && english * 2 > french * 3 {
            Language::English
        } else if french > english + margin && french * 2 > english * 3 {
            Language::French
        } else {
            Language::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_for_the_binary_search() {
        assert!(ENGLISH.is_sorted() && FRENCH.is_sorted());
    }
}
