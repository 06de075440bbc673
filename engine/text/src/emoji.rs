//! Where an emoji ends: one picture may take many characters (UTS 51).

use crate::chars::{self, Class, class};

const VARIATION: char = '\u{FE0F}';
const JOINER: char = '\u{200D}';
const KEYCAP: char = '\u{20E3}';
const BLACK_FLAG: char = '🏴';

/// The end of the emoji that begins at `at`, or `None` where none does: flags, keycaps, skin
/// tones, tagged flags and joined pictures are one emoji each.
#[must_use]
pub fn end_at(source: &str, at: usize) -> Option<usize> {
    let first = chars::at(source, at)?;
    match first {
        '0'..='9' | '#' | '*' => keycap_end(source, at + 1),
        '\0'..='\u{A8}' => None,
        _ if chars::is_flag_letter(first) => Some(flag_end(source, at + first.len_utf8())),
        _ => joined_end(source, at),
    }
}

fn keycap_end(source: &str, at: usize) -> Option<usize> {
    let at = skip(source, at, VARIATION);
    let end = skip(source, at, KEYCAP);
    (end > at).then_some(end)
}

fn flag_end(source: &str, at: usize) -> usize {
    match chars::at(source, at) {
        Some(c) if chars::is_flag_letter(c) => at + c.len_utf8(),
        _ => at,
    }
}

fn joined_end(source: &str, at: usize) -> Option<usize> {
    let mut end = picture_end(source, at)?;
    while chars::at(source, end) == Some(JOINER) {
        let Some(next) = picture_end(source, end + JOINER.len_utf8()) else { break };
        end = next;
    }
    Some(end)
}

/// One picture with its variation, skin tone or tags.
fn picture_end(source: &str, at: usize) -> Option<usize> {
    let c = chars::at(source, at)?;
    let class = class(c);
    if !matches!(class, Class::Emoji | Class::EmojiBase) || c.is_ascii() || chars::is_flag_letter(c) {
        return None;
    }
    let mut end = at + c.len_utf8();
    if class == Class::EmojiBase {
        end = chars::at(source, end).filter(|&c| chars::is_skin_tone(c)).map_or(end, |c| end + c.len_utf8());
    }
    end = skip(source, end, VARIATION);
    Some(if c == BLACK_FLAG { tags_end(source, end) } else { end })
}

/// Tags count only when their end is there.
fn tags_end(source: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c @ '\u{E0020}'..='\u{E007F}') = chars::at(source, end) {
        end += c.len_utf8();
        if c == '\u{E007F}' {
            return end;
        }
    }
    at
}

fn skip(source: &str, at: usize, c: char) -> usize {
    if chars::at(source, at) == Some(c) { at + c.len_utf8() } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_sequence_is_one_emoji() {
        for whole in ["😀", "👍🏽", "✌🏿️", "❤️", "🇫🇷", "1️⃣", "#⃣", "👨‍👩‍👧‍👦", "🧑🏽‍🤝‍🧑🏿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "❤️‍🔥", "🐦‍🔥", "🫩", "🇨🇶", "👁️‍🗨️"]
        {
            assert_eq!(end_at(whole, 0), Some(whole.len()), "{whole}");
            assert_eq!(end_at(&format!("{whole}x"), 0), Some(whole.len()), "{whole}");
        }
    }

    #[test]
    fn what_does_not_belong_is_left_out() {
        assert_eq!(end_at("😀🏽", 0), Some(4));
        assert_eq!(end_at("👩\u{200D}a", 0), Some(4));
        assert_eq!(end_at("🇫🇷🇩🇪", 0), Some(8));
        assert_eq!(end_at("👩\u{200D}🇫🇷", 0), Some(4), "no flag is joined");
        assert_eq!(end_at("🏴\u{E0067}", 0), Some(4));
        for none in ["1", "a", "#", "é", "→", "日", ""] {
            assert_eq!(end_at(none, 0), None, "{none}");
        }
    }
}
