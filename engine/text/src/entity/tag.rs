//! Hashtags and cashtags as twitter-text finds them.

use crate::chars::{self, Class, class};

/// The end of the hashtag whose `#` or `＃` stands at `at`: letters, marks and digits of any
/// script, one letter at least, not glued to a word before it.
#[must_use]
pub fn hashtag_at(source: &str, at: usize) -> Option<usize> {
    if !may_begin(source, at, SELECTORS) {
        return None;
    }
    let start = at + chars::at(source, at)?.len_utf8();
    if matches!(chars::at(source, start), Some('\u{FE0F}' | '\u{20E3}')) {
        return None;
    }
    let (end, letter) = tag_end(source, start);
    let after = &source[end..];
    (letter && !after.starts_with(['#', '＃']) && !after.starts_with("://")).then_some(end)
}

/// So many tags that end in a variation selector are followed back: each glued to the next, as nobody writes them.
const SELECTORS: usize = 16;

/// Whether a tag may begin at a byte. A variation selector ends an emoji or a tag before it: only after an emoji it may.
fn may_begin(source: &str, at: usize, selectors: usize) -> bool {
    match chars::before(source, at) {
        None => true,
        Some('\u{FE0E}' | '\u{FE0F}') => !in_tag(source, at, selectors),
        Some(c) => c != '&' && !is_tag_char(c),
    }
}

/// Whether the characters before a byte belong to what looks like a tag that begins earlier.
fn in_tag(source: &str, at: usize, selectors: usize) -> bool {
    let head = source[..at].trim_end_matches(is_tag_char);
    let Some(before) = head.strip_suffix(['#', '＃']) else { return false };
    let begins = selectors > 0 && may_begin(source, before.len(), selectors - 1);
    begins && !source[head.len()..].starts_with(['\u{FE0F}', '\u{20E3}'])
}

/// The end of the tag characters from `start` on, and whether a letter is among them.
fn tag_end(source: &str, start: usize) -> (usize, bool) {
    let (mut end, mut letter) = (start, false);
    while let Some(c) = chars::at(source, end).filter(|&c| is_tag_char(c)) {
        letter |= matches!(class(c), Class::Letter | Class::Mark) && !is_joiner(c);
        end += c.len_utf8();
    }
    (end, letter)
}

fn is_tag_char(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::Mark | Class::Digit) || is_joiner(c)
}

/// What may stand inside a hashtag without being a letter.
fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '_' | '\u{200C}'
            | '\u{200D}'
            | '\u{A67E}'
            | '\u{5BE}'
            | '\u{5F3}'
            | '\u{5F4}'
            | '～'
            | '〜'
            | '\u{309B}'
            | '\u{309C}'
            | '\u{30A0}'
            | '・'
            | '〃'
            | '\u{F0B}'
            | '\u{F0C}'
            | '·'
    )
}

/// The end of the cashtag whose `$` stands at `at`: up to six letters, perhaps `.` or `_` and two more.
#[must_use]
pub fn cashtag_at(source: &str, at: usize) -> Option<usize> {
    if chars::before(source, at).is_some_and(|c| !is_space(c)) {
        return None;
    }
    let bytes = source.as_bytes();
    let letters =
        |from: usize| bytes[from.min(bytes.len())..].iter().take(7).take_while(|b| b.is_ascii_alphabetic()).count();
    let end = at + 1 + letters(at + 1);
    if end == at + 1 || end > at + 7 {
        return None;
    }
    if matches!(bytes.get(end), Some(b'.' | b'_')) {
        let suffix = end + 1 + letters(end + 1);
        if (end + 2..=end + 3).contains(&suffix) && ends_cashtag(source, suffix) {
            return Some(suffix);
        }
    }
    ends_cashtag(source, end).then_some(end)
}

/// White space that may stand before a cashtag: not quite JavaScript's, which may stand after it.
fn is_space(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{180E}') || (c != '\u{FEFF}' && chars::is_space(c))
}

fn ends_cashtag(source: &str, end: usize) -> bool {
    chars::at(source, end).is_none_or(|c| chars::is_space(c) || (c.is_ascii_punctuation() && c != '"' && c != '`'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::find;

    fn tag(source: &str) -> Option<&str> {
        let at = source.find(['#', '＃', '$'])?;
        let end = if source[at..].starts_with('$') { cashtag_at(source, at) } else { hashtag_at(source, at) };
        end.map(|end| &source[at..end])
    }

    #[test]
    fn hashtags_in_every_script() {
        for whole in ["#été2024", "＃日本語", "#il·lusió", "#महात्मा_१२३४", "#می‌خواهم", "#1st", "#a\u{301}"]
        {
            assert_eq!(tag(whole), Some(whole));
        }
    }

    #[test]
    fn no_hashtag_without_a_letter_or_inside_a_word() {
        for none in ["#1", "#_", "a#b", "&#x", "#️⃣", "#http://x", "#a#b", "#"] {
            assert_eq!(tag(none), None, "{none}");
        }
        let glued = "❤️#a\u{FE0E}#b";
        assert_eq!(find(glued).len(), 0, "a selector that ends a tag begins none");
        assert_eq!(find("❤️#b").len(), 1, "one that ends an emoji does");
    }

    #[test]
    fn cashtags_are_short_and_stand_alone() {
        assert_eq!(
            (tag("$AAPL."), tag("($AAPL)"), tag("$BRK.B"), tag("$TEST_")),
            (Some("$AAPL"), None, Some("$BRK.B"), Some("$TEST"))
        );
        assert_eq!((tag("$12"), tag("$toolong"), tag("a$b"), tag("$US20")), (None, None, None, None));
    }
}
