//! What edits do to a text and to a place in it. Pure; offsets are UTF-16 code units.

use draftlens_engine::Edit;

/// The text after the edits, which are in order and do not overlap.
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut edits = edits.iter().peekable();
    let (mut at, mut skip_to) = (0, 0);
    for c in text.chars() {
        while let Some(edit) = edits.next_if(|edit| edit.start <= at) {
            out.push_str(&edit.replacement);
            skip_to = skip_to.max(edit.end);
        }
        if at >= skip_to {
            out.push(c);
        }
        at += c.len_utf16() as u32;
    }
    edits.for_each(|edit| out.push_str(&edit.replacement));
    out
}

/// Where a place is after the edits: the same words before and after it, or the end of what replaced it.
pub fn moved(place: u32, edits: &[Edit]) -> u32 {
    let mut shift = 0i64;
    for edit in edits {
        let length = edit.replacement.encode_utf16().count() as i64;
        if place >= edit.end {
            shift += length - i64::from(edit.end - edit.start);
        } else if place > edit.start {
            return (i64::from(edit.start) + shift + length) as u32;
        }
    }
    (i64::from(place) + shift) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: u32, end: u32, replacement: &str) -> Edit {
        Edit { start, end, replacement: replacement.into() }
    }

    #[test]
    fn every_place_is_mended_at_once() {
        let edits = [edit(0, 4, "https"), edit(9, 13, "https")];
        assert_eq!(applied("http://a http://b", &edits), "https://a https://b");
    }

    #[test]
    fn offsets_count_as_javascript_does() {
        assert_eq!(applied("🧵 a", &[edit(3, 4, "b")]), "🧵 b");
        assert_eq!(applied("ab", &[edit(2, 2, "c")]), "abc");
        assert_eq!(applied("", &[edit(0, 0, "c")]), "c");
    }

    #[test]
    fn a_place_keeps_its_words() {
        let edits = [edit(2, 4, "xyz"), edit(8, 9, "")];
        assert_eq!(moved(1, &edits), 1);
        assert_eq!(moved(2, &edits), 2);
        assert_eq!(moved(3, &edits), 5);
        assert_eq!(moved(4, &edits), 5);
        assert_eq!(moved(6, &edits), 7);
        assert_eq!(moved(9, &edits), 9);
    }
}
