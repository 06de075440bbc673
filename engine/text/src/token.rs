//! Tokens: the words, numbers, marks and entities of a draft, in order.

use crate::entity::{Entity, EntityKind};
use crate::fold;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, perhaps with digits. Apostrophes, hyphens and underscores end a word and are no token.
    Word,
    /// Digits, with decimal and thousands marks inside.
    Number,
    /// A run of one punctuation mark or symbol; its fold keeps three at most.
    Mark,
    /// One emoji, joined sequences and flags included.
    Emoji,
    /// A link, as a network would link it.
    Link,
    /// A hashtag; its fold is the body without `#` and `_`.
    Hashtag,
    /// A mention; its fold is the handle without `@`.
    Mention,
    /// A cashtag; its fold is the symbol without `$`.
    Cashtag,
    /// An e-mail address.
    Email,
    /// One or more line breaks.
    Break,
}

/// One token. Offsets are bytes of the source.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Whether all its letters are capitals, and it has two at least.
    pub caps: bool,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
    /// First byte in the source.
    pub start: u32,
    /// Byte after its last.
    pub end: u32,
    /// Number of its sentence, from 0.
    pub sentence: u32,
    pub(crate) fold: (u32, u32),
}

/// Cuts the source into tokens; appends their folded forms to `folded`.
pub(crate) fn tokenize(source: &str, entities: &[Entity], folded: &mut String) -> Vec<Token> {
    let mut lexer =
        Lexer { source, folded, tokens: Vec::with_capacity(source.len() / 4 + 4), at: 0, last_end: usize::MAX };
    for entity in entities {
        lexer.run_to(entity.start as usize);
        lexer.entity(entity);
    }
    lexer.run_to(source.len());
    lexer.tokens
}

struct Lexer<'a> {
    source: &'a str,
    folded: &'a mut String,
    tokens: Vec<Token>,
    at: usize,
    last_end: usize,
}

impl Lexer<'_> {
    fn run_to(&mut self, end: usize) {
        while self.at < end {
            let c = self.char_at(self.at);
            let len = c.len_utf8();
            match class(c) {
                Class::Space | Class::Joiner => self.at += len,
                Class::Break => self.take(Kind::Break, end, |c| class(c) == Class::Break || c == ' '),
                Class::Letter | Class::Digit => self.word(end),
                Class::Emoji => self.emoji(end),
                Class::Mark => self.take(Kind::Mark, end, |d| d == c),
            }
        }
    }

    fn char_at(&self, at: usize) -> char {
        let byte = self.source.as_bytes()[at];
        if byte < 0x80 {
            return char::from(byte);
        }
        self.source[at..].chars().next().unwrap_or('\0')
    }

    fn take(&mut self, kind: Kind, end: usize, more: impl Fn(char) -> bool) {
        let start = self.at;
        while self.at < end {
            let c = self.char_at(self.at);
            if self.at > start && !more(c) {
                break;
            }
            self.at += c.len_utf8();
        }
        let body = (start, self.at);
        let kept = if kind == Kind::Mark {
            self.source[start..self.at].char_indices().nth(3).map_or(self.at, |(i, _)| start + i)
        } else {
            start
        };
        self.push(kind, body, (start, kept), false);
    }

    fn word(&mut self, end: usize) {
        let start = self.at;
        let (mut letters, mut upper, mut lower) = (0, 0, false);
        while self.at < end {
            let c = self.char_at(self.at);
            match class(c) {
                Class::Letter => {
                    letters += 1;
                    let is_upper = if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() };
                    upper += usize::from(is_upper);
                    lower |= !is_upper && !is_combining(c);
                }
                Class::Digit => {}
                _ if letters == 0 && self.decimal_mark(c, end) => {}
                _ if is_combining(c) => {}
                _ => break,
            }
            self.at += c.len_utf8();
        }
        let kind = if letters == 0 { Kind::Number } else { Kind::Word };
        self.push(kind, (start, self.at), (start, self.at), upper >= 2 && !lower);
    }

    /// A point or comma between two digits.
    fn decimal_mark(&self, c: char, end: usize) -> bool {
        matches!(c, '.' | ',') && self.at + 1 < end && self.source.as_bytes()[self.at + 1].is_ascii_digit()
    }

    fn emoji(&mut self, end: usize) {
        let start = self.at;
        let (mut joined, mut flags) = (false, 0);
        while self.at < end {
            let c = self.char_at(self.at);
            let first = self.at == start;
            let flag = ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
            let goes_on = first || joined || extends_emoji(c) || (flag && flags == 1);
            if !goes_on {
                break;
            }
            flags += usize::from(flag);
            joined = c == '\u{200D}';
            self.at += c.len_utf8();
        }
        self.push(Kind::Emoji, (start, self.at), (start, self.at), false);
    }

    fn entity(&mut self, entity: &Entity) {
        let (start, end) = (entity.start as usize, entity.end as usize);
        let sigil = self.char_at(start).len_utf8();
        let (kind, body) = match entity.kind {
            EntityKind::Link => (Kind::Link, start),
            EntityKind::Email => (Kind::Email, start),
            EntityKind::Hashtag => (Kind::Hashtag, start + sigil),
            EntityKind::Mention => (Kind::Mention, start + sigil),
            EntityKind::Cashtag => (Kind::Cashtag, start + sigil),
        };
        self.at = end;
        self.push(kind, (start, end), (body, end), false);
    }

    fn push(&mut self, kind: Kind, span: (usize, usize), body: (usize, usize), caps: bool) {
        let from = self.folded.len() as u32;
        let skip_underscores = kind == Kind::Hashtag;
        for c in self.source[body.0..body.1].chars() {
            if !(skip_underscores && c == '_') {
                fold::push_char(c, self.folded);
            }
        }
        let glued = span.0 == self.last_end;
        self.last_end = span.1;
        self.tokens.push(Token {
            kind,
            caps,
            glued,
            start: span.0 as u32,
            end: span.1 as u32,
            sentence: 0,
            fold: (from, self.folded.len() as u32),
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// Between the parts of a word: no token of its own.
    Joiner,
    Break,
    Letter,
    Digit,
    Emoji,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{3000}' => Class::Space,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\x0B' | '\x0C' | '\u{85}' => Class::Break,
        '\'' | '-' | '_' | '’' | '‘' | 'ʼ' | '‐' | '‑' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {
            Class::Joiner
        }
        '\0'..='\x7F' => Class::Mark,
        _ if is_emoji(c) => Class::Emoji,
        _ if c.is_alphabetic() || is_combining(c) => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        _ if c.is_whitespace() => Class::Space,
        _ => Class::Mark,
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{20D0}'..='\u{20FF}' | '\u{93C}' | '\u{94D}' | '\u{64B}'..='\u{65F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

/// The blocks whose characters people use as pictures.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{231A}'..='\u{23FF}' | '\u{25A0}'..='\u{25FF}' | '\u{2190}'..='\u{21FF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{203C}' | '\u{2049}')
}

fn extends_emoji(c: char) -> bool {
    matches!(c, '\u{FE0F}' | '\u{FE0E}' | '\u{200D}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// The tokens of a text without looking for entities: kind and folded form. This is how a pattern's
/// own words are read, so that they meet a draft's.
#[must_use]
pub fn plain(source: &str) -> Vec<(Kind, String)> {
    let mut folded = String::new();
    let tokens = tokenize(source, &[], &mut folded);
    tokens.iter().map(|t| (t.kind, folded[t.fold.0 as usize..t.fold.1 as usize].to_owned())).collect()
}
