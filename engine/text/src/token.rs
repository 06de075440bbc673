//! Tokens: the words, numbers, marks and entities of a draft, in order.

use crate::chars;
use crate::emoji;
use crate::entity::{Entity, EntityKind};
use crate::fold;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, perhaps with digits. Apostrophes, hyphens and underscores end a word and are no token;
    /// invisible characters are part of it.
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
        while let Some(c) = self.next_char(end) {
            // Letters and spaces are most of a text.
            if c == ' ' {
                self.at += 1;
                continue;
            }
            if c.is_ascii_alphabetic() {
                self.word(end);
                continue;
            }
            if may_be_emoji(c) && self.emoji(end) {
                continue;
            }
            match class(c) {
                Class::Space | Class::Joiner | Class::Within => self.at += c.len_utf8(),
                Class::Break => self.take(Kind::Break, end, |c| class(c) == Class::Break || c == ' '),
                Class::Letter | Class::Digit => self.word(end),
                Class::Mark => self.take(Kind::Mark, end, |d| d == c),
            }
        }
    }

    /// The character at hand, unless `end` is reached.
    fn next_char(&self, end: usize) -> Option<char> {
        if self.at < end { chars::at(self.source, self.at) } else { None }
    }

    /// Takes the emoji at hand, if there is one.
    fn emoji(&mut self, end: usize) -> bool {
        let Some(after) = emoji::end_at(self.source, self.at).filter(|&after| after <= end) else { return false };
        let whole = (self.at, after);
        self.at = after;
        self.push(Kind::Emoji, whole, whole, false);
        true
    }

    /// A run of marks or breaks. The fold has the first three marks, and nothing of breaks.
    fn take(&mut self, kind: Kind, end: usize, more: impl Fn(char) -> bool) {
        let start = self.at;
        let (mut count, mut kept) = (0, start);
        while let Some(c) = self.next_char(end) {
            if count > 0 && !more(c) {
                break;
            }
            self.at += c.len_utf8();
            count += 1;
            // One … is three marks already.
            if kind == Kind::Mark && (count == 1 || (count <= 3 && c != '…')) {
                kept = self.at;
            }
        }
        self.push(kind, (start, self.at), (start, kept), false);
    }

    fn word(&mut self, end: usize) {
        let start = self.at;
        let small = self.source.as_bytes()[start..end].iter().take_while(|b| b.is_ascii_lowercase()).count();
        self.at += small;
        let (mut letters, mut upper, mut lower) = (small, 0, small > 0);
        while let Some(c) = self.next_char(end) {
            match c {
                'a'..='z' => (letters, lower) = (letters + 1, true),
                'A'..='Z' => (letters, upper) = (letters + 1, upper + 1),
                '0'..='9' => {}
                '\0'..='\x7F' if letters > 0 || !self.decimal_mark(c, end) => break,
                '\0'..='\x7F' => {}
                _ => match class(c) {
                    Class::Letter if is_capital(c) => (letters, upper) = (letters + 1, upper + 1),
                    Class::Letter => (letters, lower) = (letters + 1, true),
                    Class::Digit | Class::Within => {}
                    _ => break,
                },
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

    fn entity(&mut self, entity: &Entity) {
        let (start, end) = (entity.start as usize, entity.end as usize);
        let sigil = chars::at(self.source, start).map_or(0, char::len_utf8);
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
        let body = &self.source[body.0..body.1];
        if kind == Kind::Hashtag {
            body.chars().filter(|&c| c != '_').for_each(|c| fold::push_char(c, self.folded));
        } else {
            fold::push(body, self.folded);
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
    /// Invisible, or a mark of the letter before: part of a word, nothing outside of one.
    Within,
    Break,
    Letter,
    Digit,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\x0B' | '\x0C' | '\u{85}' => Class::Break,
        '\0'..=' ' | '\x7F' => Class::Space,
        '\'' | '-' | '_' | '´' | '’' | '‘' | 'ʼ' | '‐' | '‑' => Class::Joiner,
        '!'..='~' => Class::Mark,
        _ if fold::is_invisible(c) => Class::Within,
        _ if chars::is_space(c) => Class::Space,
        _ if fold::fancy_letter(c).is_some() => Class::Letter,
        _ => match chars::class(c) {
            chars::Class::Letter => Class::Letter,
            chars::Class::Mark => Class::Within,
            chars::Class::Digit | chars::Class::Number => Class::Digit,
            _ => Class::Mark,
        },
    }
}

/// Whether an emoji may begin here. Signs that people use as text (© ® ™ ‼ ⁉) are marks.
fn may_be_emoji(c: char) -> bool {
    match c {
        '0'..='9' | '#' | '*' => true,
        '\0'..='\u{218F}' => false,
        _ => matches!(chars::class(c), chars::Class::Emoji | chars::Class::EmojiBase),
    }
}

/// Whether a letter that is not ASCII is a capital.
fn is_capital(c: char) -> bool {
    c.to_lowercase().next() != Some(c)
}

/// The tokens of a text without looking for entities: kind and folded form. This is how a pattern's
/// own words are read, so that they meet a draft's.
#[must_use]
pub fn plain(source: &str) -> Vec<(Kind, String)> {
    let mut folded = String::new();
    let tokens = tokenize(source, &[], &mut folded);
    tokens.iter().map(|t| (t.kind, folded[t.fold.0 as usize..t.fold.1 as usize].to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    fn tokens(source: &str) -> Vec<(Kind, String)> {
        let text = Text::parse(source);
        text.tokens().iter().map(|t| (t.kind, text.folded(t).to_owned())).collect()
    }

    fn words(source: &str) -> Vec<String> {
        tokens(source).into_iter().filter(|t| t.0 == Kind::Word).map(|t| t.1).collect()
    }

    #[test]
    fn apostrophes_hyphens_and_underscores_part_words_without_a_trace() {
        assert_eq!(
            words("Don’t l'été rendez-vous snake_case l´an"),
            ["don", "t", "l", "ete", "rendez", "vous", "snake", "case", "l", "an"]
        );
        assert!(tokens("a-b_c'd").iter().all(|t| t.0 == Kind::Word));
    }

    #[test]
    fn invisible_characters_hide_no_word() {
        assert_eq!(
            words("pro\u{200B}mo pro\u{AD}mo p\u{202E}romo e\u{301}te\u{301}"),
            ["promo", "promo", "promo", "ete"]
        );
        assert_eq!(tokens("\u{200B} \u{FE0F}\u{301}"), []);
    }

    #[test]
    fn runs_of_a_mark_keep_three() {
        let marks = |source: &str| tokens(source).into_iter().map(|t| t.1).collect::<Vec<_>>();
        assert_eq!(marks("!!!!!! ... …… ?!"), ["!!!", "...", "...", "?", "!"]);
    }

    #[test]
    fn numbers_keep_their_decimal_marks_and_words_their_digits() {
        use Kind::{Mark, Number, Word};
        let of = |source: &str| tokens(source).into_iter().map(|t| (t.0, t.1)).collect::<Vec<_>>();
        let expect = |list: &[(Kind, &str)]| list.iter().map(|&(k, s)| (k, s.to_owned())).collect::<Vec<_>>();
        assert_eq!(
            of("3.14 1,000. 50% 2nd"),
            expect(&[(Number, "3.14"), (Number, "1,000"), (Mark, "."), (Number, "50"), (Mark, "%"), (Word, "2nd")])
        );
    }

    #[test]
    fn an_emoji_is_one_token_and_signs_are_none() {
        let emoji = |source: &str| tokens(source).into_iter().filter(|t| t.0 == Kind::Emoji).count();
        assert_eq!(emoji("👨‍👩‍👧‍👦👍🏽1️⃣🇫🇷❤️"), 5);
        assert_eq!(emoji("© ® ™ 1 # * → é"), 0);
    }

    #[test]
    fn line_breaks_are_one_token_with_an_empty_fold() {
        assert_eq!(tokens("\r\n \n"), [(Kind::Break, String::new())]);
    }

    #[test]
    fn capitals_need_two_letters_and_no_small_one() {
        let caps = |source: &str| Text::parse(source).tokens().iter().map(|t| t.caps).collect::<Vec<_>>();
        assert_eq!(caps("SALE A Sale ÉTÉ B2B é 日本"), [true, false, false, true, true, false, false]);
    }

    #[test]
    fn tokens_lie_in_order_and_cover_what_is_seen() {
        for source in ["a b", "x@y.fr, #z $Q http://a.com!", "日本 é\u{301}", "\u{301}a", "1️⃣2", "🏴\u{E0067}x"]
        {
            let text = Text::parse(source);
            let mut last = 0;
            for token in text.tokens() {
                assert!(token.start >= last && token.end > token.start, "{source}");
                last = token.end;
            }
        }
    }
}
