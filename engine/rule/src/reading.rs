//! What each token of a text may be: labels of its word, of classes, phrases and prefixes. Read once, for each walk.

use draftlens_text::{Kind, Language, Text, Token};

use crate::Own;
use crate::class;
use crate::dictionary::NONE;
use crate::table::{AS_TYPED, MENTION, TAG, Table, WORD, class_label, is_spoken, label_of, pack, spoken};

/// A text as a table reads it.
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a Text,
    /// The number of each token's word in the dictionary, or [`NONE`].
    pub(crate) words: Vec<u32>,
    /// What tokens may be beside what their words say, one token after the other: labels, and how many tokens each
    /// takes.
    more: Vec<(u32, u32)>,
    /// Where the labels of each token end in `more`.
    ends: Vec<u32>,
}

impl Reading<'_> {
    /// The language of the sentence of token `i`.
    pub(crate) fn language(&self, i: usize) -> Language {
        self.text.language_of(&self.text.tokens()[i])
    }

    /// What token `i` may be beside what its word says.
    pub(crate) fn more(&self, i: usize) -> &[(u32, u32)] {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.more[start..self.ends[i] as usize]
    }
}

/// Which words of the dictionary a token is looked up among.
fn sigil(kind: Kind) -> Option<u8> {
    match kind {
        Kind::Word | Kind::Number | Kind::Mark | Kind::Emoji => Some(WORD),
        Kind::Hashtag => Some(TAG),
        Kind::Mention => Some(MENTION),
        Kind::Link | Kind::Email | Kind::Cashtag | Kind::Break => None,
    }
}

impl Table {
    /// Reads a text.
    pub(crate) fn reading<'a>(&self, text: &'a Text, own: &Own) -> Reading<'a> {
        let word = |token: &Token| sigil(token.kind).and_then(|sigil| self.words.find(sigil, text.folded(token)));
        let words: Vec<u32> = text.tokens().iter().map(|token| word(token).unwrap_or(NONE)).collect();
        let mut more = Vec::with_capacity(2 * words.len());
        let mut ends = Vec::with_capacity(words.len());
        for i in 0..words.len() {
            class::each(text, i, own, |class, len| more.push((class_label(class), len as u32)));
            self.see_more(text, &words, i, &mut more);
            ends.push(more.len() as u32);
        }
        Reading { text, words, more, ends }
    }

    /// Collects what token `i` may be by its letters and by the words after it.
    fn see_more(&self, text: &Text, words: &[u32], i: usize, more: &mut Vec<(u32, u32)>) {
        let token = &text.tokens()[i];
        let spoken = spoken(text.language_of(token));
        let Some(sigil) = sigil(token.kind) else { return };
        let mut push = |packed: u32, len: usize| {
            if is_spoken(packed, spoken) {
                more.push((label_of(packed), len as u32));
            }
        };
        if sigil == WORD {
            self.each_phrase(text, words, i, &mut push);
        }
        let word = text.folded(token);
        self.each_prefix(sigil, word, |packed| push(packed, 1));
        if sigil == TAG {
            self.each_tag_end(word, |packed| push(packed, 1));
            self.each_around(word, |label| push(pack(label, Language::Unknown), 1));
        }
    }

    /// Whether a label that asks for a word as typed holds at token `i`.
    pub(crate) fn is_as_typed(&self, packed: u32, spoken: u32, reading: &Reading<'_>, i: usize) -> bool {
        let asks = packed & AS_TYPED != 0 && is_spoken(packed ^ AS_TYPED, spoken);
        let typed = || reading.text.typed(&reading.text.tokens()[i]);
        asks && self.exact.iter().any(|(label, word)| *label == label_of(packed) && word == typed())
    }

    /// The phrases of lists that begin with token `i`.
    fn each_phrase(&self, text: &Text, words: &[u32], i: usize, push: &mut impl FnMut(u32, usize)) {
        let first = words[i];
        let Some(from) = self.phrase_of.get(first as usize).copied().filter(|&from| from > 0) else { return };
        let is_plain = |k: usize| matches!(text.tokens()[k].kind, Kind::Word | Kind::Number | Kind::Mark);
        for phrase in self.phrases[from as usize - 1..].iter().take_while(|p| p.words[0] == first) {
            let end = i + phrase.words.len();
            // Most phrases differ in their second word.
            let second = words.get(i + 1) == phrase.words.get(1);
            if second && words.get(i + 1..end) == Some(&phrase.words[1..]) && (i + 1..end).all(is_plain) {
                push(phrase.label, phrase.words.len());
            }
        }
    }

    /// There are a handful of these, and few hashtags: each is tried.
    fn each_tag_end(&self, tag: &str, mut found: impl FnMut(u32)) {
        for (end, packed) in &self.prefixes[self.tag_ends as usize..] {
            if tag.len() >= end.len() && tag.ends_with(&end[1..]) {
                found(*packed);
            }
        }
    }

    fn each_around(&self, word: &str, mut found: impl FnMut(u32)) {
        for around in &self.around {
            let inner = word.strip_suffix(around.after.as_str()).and_then(|w| w.strip_prefix(around.before.as_str()));
            if inner.is_some_and(|inner| !inner.is_empty() && self.is_tag_of(inner, around.list)) {
                found(around.label);
            }
        }
    }

    /// The prefixes that a word begins with.
    fn each_prefix(&self, sigil: u8, word: &str, mut found: impl FnMut(u32)) {
        let (index, from) = if sigil == TAG { (&self.tag_prefixes, self.tags) } else { (&self.word_prefixes, 0) };
        index.each(word.as_bytes(), |place| {
            let (prefix, packed) = &self.prefixes[(from + place) as usize];
            if word.as_bytes().starts_with(&prefix.as_bytes()[1..]) {
                found(*packed);
            }
        });
    }
}
