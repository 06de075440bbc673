//! A draft's text, read once; every other part works on this.

use crate::entity::{self, Entity, Signs, link};
use crate::language::{self, Language};
use crate::token::{self, Kind, Token};
use crate::utf16::Utf16;

/// A parsed text: made once a check, then only read.
#[derive(Clone, Debug)]
pub struct Text {
    source: String,
    folded: String,
    entities: Vec<Entity>,
    links: Vec<Entity>,
    signs: Vec<(usize, char)>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    language: Language,
    utf16: Utf16,
}

/// A sentence, or a line without a full stop.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// First token.
    pub start: u32,
    /// Token after its last.
    pub end: u32,
    /// Its own language, or the draft's where it is too short to tell.
    pub language: Language,
}

impl Text {
    /// Parses a text. Costs grow with its length alone.
    #[must_use]
    pub fn parse(source: &str) -> Self {
        let links = link::find(source);
        let signs: Vec<(usize, char)> = Signs::new(source).collect();
        let entities = entity::among(source, &links, &signs);
        let mut folded = String::with_capacity(source.len() + 16);
        let mut tokens = token::tokenize(source, &entities, &mut folded);
        let mut sentences = split_sentences(source, &mut tokens);
        let language = language::detect(&tokens, &folded, source, &mut sentences);
        let (utf16, source) = (Utf16::new(source), source.to_owned());
        Self { source, folded, entities, links, signs, tokens, sentences, language, utf16 }
    }

    /// The same text in a language that the host names: it overrules what was detected.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = language;
        self.sentences.iter_mut().for_each(|s| s.language = language);
        self
    }

    /// The text as it was given.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Links, hashtags, mentions, cashtags and addresses by a common grammar; a network's own may differ.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Its links as X finds them: those too that overlap another entity.
    #[must_use]
    pub fn links(&self) -> &[Entity] {
        &self.links
    }

    /// Every `#`, `@` and `$` with its byte; full-width ones are given as the usual ones.
    #[must_use]
    pub fn signs(&self) -> &[(usize, char)] {
        &self.signs
    }

    /// Language of most of its words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Language of the sentence that a token stands in.
    #[must_use]
    pub fn language_of(&self, token: &Token) -> Language {
        self.sentences[token.sentence as usize].language
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn within(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.start as usize..sentence.end as usize]
    }

    /// The folded form of a token of this text.
    #[must_use]
    pub fn folded(&self, token: &Token) -> &str {
        &self.folded[token.fold.0 as usize..token.fold.1 as usize]
    }

    /// A token as it was typed.
    #[must_use]
    pub fn typed(&self, token: &Token) -> &str {
        &self.source[token.start as usize..token.end as usize]
    }

    /// UTF-16 code units before a byte of the source.
    #[must_use]
    pub fn utf16(&self, byte: u32) -> u32 {
        self.utf16.of(&self.source, byte as usize)
    }

    /// Length in UTF-16 code units.
    #[must_use]
    pub fn utf16_len(&self) -> u32 {
        self.utf16(self.source.len() as u32)
    }
}

/// Numbers the tokens by sentence. A sentence ends at `.`, `!`, `?` or `…` before a space, or at a line break.
fn split_sentences(source: &str, tokens: &mut [Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        tokens[i].sentence = sentences.len() as u32;
        let last = i + 1 == tokens.len();
        if last || ends_sentence(source, tokens, i) {
            sentences.push(Sentence { start: start as u32, end: i as u32 + 1, language: Language::Unknown });
            start = i + 1;
        }
    }
    sentences
}

fn ends_sentence(source: &str, tokens: &[Token], i: usize) -> bool {
    let (token, next) = (&tokens[i], &tokens[i + 1]);
    match token.kind {
        Kind::Break => true,
        Kind::Mark if next.kind == Kind::Mark || next.kind == Kind::Break => false,
        Kind::Mark => {
            matches!(source.as_bytes()[token.start as usize], b'.' | b'!' | b'?') && !next.glued
                || source[token.start as usize..].starts_with('…')
        }
        _ => false,
    }
}
