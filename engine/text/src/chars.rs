//! What a character is. One table of our own: std's would cost as much for each question.

use crate::tables::RUNS;

/// A character's class, by Unicode's general category and emoji data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Spaces, symbols, controls.
    Other,
    /// A letter of any script.
    Letter,
    /// A mark that belongs to the letter before.
    Mark,
    /// A decimal digit of any script.
    Digit,
    /// Another number, such as `²` or `Ⅷ`.
    Number,
    /// An emoji, whatever its default look; ASCII never is.
    Emoji,
    /// An emoji that takes a skin tone.
    EmojiBase,
    /// Punctuation.
    Punct,
}

/// The class of a character.
#[must_use]
pub fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' => {
            return Class::Letter;
        }
        '0'..='9' => return Class::Digit,
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => return Class::Letter,
        _ => {}
    }
    let code = c as u32;
    let run = RUNS.partition_point(|run| run >> 3 <= code);
    match RUNS[run.saturating_sub(1)] & 7 {
        1 => Class::Letter,
        2 => Class::Mark,
        3 => Class::Digit,
        4 => Class::Number,
        5 => Class::Emoji,
        6 => Class::EmojiBase,
        7 => Class::Punct,
        _ => Class::Other,
    }
}

/// White space as JavaScript's `\s` has it.
#[must_use]
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}')
}

/// One of the 26 letters from which flags are made.
#[must_use]
pub fn is_flag_letter(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// A skin tone.
#[must_use]
pub fn is_skin_tone(c: char) -> bool {
    ('\u{1F3FB}'..='\u{1F3FF}').contains(&c)
}

/// The character at a byte, which must be a boundary; `None` at the end.
#[must_use]
pub fn at(source: &str, byte: usize) -> Option<char> {
    match source.as_bytes().get(byte) {
        Some(&ascii) if ascii < 0x80 => Some(char::from(ascii)),
        Some(_) => source.get(byte..)?.chars().next(),
        None => None,
    }
}

/// The character that ends before a byte, which must be a boundary; `None` at the start.
#[must_use]
pub fn before(source: &str, byte: usize) -> Option<char> {
    match source.as_bytes().get(byte.wrapping_sub(1)) {
        Some(&ascii) if ascii < 0x80 => Some(char::from(ascii)),
        Some(_) => source.get(..byte)?.chars().next_back(),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_properties::{GeneralCategoryGroup as Group, UnicodeEmoji, UnicodeGeneralCategory};

    #[test]
    fn every_class_is_that_of_the_standard() {
        for c in '\0'..=char::MAX {
            let emoji = !c.is_ascii() && c.is_emoji_char();
            let expected = match class(c) {
                Class::Emoji | Class::EmojiBase => emoji,
                _ if emoji => false,
                Class::Letter => c.general_category_group() == Group::Letter,
                Class::Mark => c.general_category_group() == Group::Mark,
                Class::Digit | Class::Number => c.general_category_group() == Group::Number,
                Class::Punct => c.general_category_group() == Group::Punctuation,
                Class::Other => matches!(c.general_category_group(), Group::Symbol | Group::Separator | Group::Other),
            };
            assert!(expected, "U+{:04X} is no {:?}", c as u32, class(c));
        }
        assert_eq!(
            (class('²'), class('٣'), class('👍'), class('😀')),
            (Class::Number, Class::Digit, Class::EmojiBase, Class::Emoji)
        );
    }

    #[test]
    fn the_neighbours_of_a_byte_are_whole_characters() {
        let source = "aé😀";
        assert_eq!(
            (at(source, 0), at(source, 1), at(source, 3), at(source, 7)),
            (Some('a'), Some('é'), Some('😀'), None)
        );
        assert_eq!(
            (before(source, 0), before(source, 1), before(source, 3), before(source, 7)),
            (None, Some('a'), Some('é'), Some('😀'))
        );
    }
}
