//! Cuts a text where its marks begin and end. Pure; offsets are UTF-16 code units.

use std::borrow::Cow;

use draftlens_engine::order;

/// A hashtag, mention, cashtag or link.
pub const LINK: u8 = 1;
/// Beyond what the network takes.
pub const OVER: u8 = 2;
/// Speaks for a category: the first of three bits, in the order of `Category::ALL`.
pub const EVIDENCE: u8 = 4;
/// A link shown shortened.
pub const CUT: u8 = 32;
/// A link that the network spells its own way.
pub const SPELT: u8 = 64;

/// A stretch with a mark.
pub struct Mark<'a> {
    pub start: u32,
    pub end: u32,
    pub bits: u8,
    /// What is shown in its place.
    pub shown: Option<&'a str>,
}

/// A stretch with the same marks all along.
#[derive(Debug, PartialEq)]
pub struct Piece<'a> {
    pub text: Cow<'a, str>,
    pub bits: u8,
}

/// The pieces of `text` up to `end`.
pub fn pieces<'a>(text: &'a str, marks: &[Mark<'a>], end: u32) -> Vec<Piece<'a>> {
    let mut bounds: Vec<(u32, bool, usize)> = Vec::with_capacity(marks.len() * 2);
    for (index, mark) in marks.iter().enumerate().filter(|(_, mark)| mark.start < mark.end && mark.start < end) {
        bounds.extend([(mark.start, true, index), (mark.end.min(end), false, index)]);
    }
    order::sort(&mut bounds);
    let mut cutter = Cutter { text, byte: 0, unit: 0, open: [0; 8], skip_to: 0, out: Vec::new() };
    for (at, begins, index) in bounds {
        cutter.cut(at);
        let mark = &marks[index];
        if let (true, Some(shown)) = (begins && at >= cutter.skip_to, mark.shown) {
            cutter.replace(shown, mark.bits, mark.end.min(end));
        }
        cutter.mark(mark.bits, begins);
    }
    cutter.cut(end);
    cutter.out
}

/// The byte at a UTF-16 offset.
pub fn byte_at(text: &str, unit: u32) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= unit {
            return at;
        }
        units += c.len_utf16() as u32;
    }
    text.len()
}

struct Cutter<'a> {
    text: &'a str,
    byte: usize,
    unit: u32,
    /// How many open marks have each bit.
    open: [u16; 8],
    /// What was replaced is not shown.
    skip_to: u32,
    out: Vec<Piece<'a>>,
}

impl<'a> Cutter<'a> {
    /// Ends a piece at `unit`.
    fn cut(&mut self, unit: u32) {
        let start = self.byte;
        let hidden = self.unit < self.skip_to;
        for c in self.text[start..].chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += c.len_utf16() as u32;
            self.byte += c.len_utf8();
        }
        if self.byte > start && !hidden {
            let bits = self.bits();
            self.out.push(Piece { text: Cow::Borrowed(&self.text[start..self.byte]), bits });
        }
    }

    fn replace(&mut self, shown: &str, bits: u8, end: u32) {
        let whole = shown.trim_end_matches(['…', '.']);
        let cut = if whole.len() < shown.len() { CUT } else { 0 };
        let bits = self.bits() | bits | cut;
        self.out.push(Piece { text: Cow::Owned(whole.to_owned()), bits });
        self.skip_to = end;
    }

    fn mark(&mut self, bits: u8, begins: bool) {
        for bit in (0..8).filter(|bit| bits & (1 << bit) != 0) {
            let open = &mut self.open[bit];
            *open = if begins { *open + 1 } else { open.saturating_sub(1) };
        }
    }

    fn bits(&self) -> u8 {
        (0..8).filter(|bit| self.open[*bit] > 0).map(|bit| 1 << bit).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, bits: u8) -> Mark<'static> {
        Mark { start, end, bits, shown: None }
    }

    fn said<'a>(pieces: &'a [Piece<'_>]) -> Vec<(&'a str, u8)> {
        pieces.iter().map(|piece| (&*piece.text, piece.bits)).collect()
    }

    #[test]
    fn marks_that_cross_are_cut_at_each_bound() {
        let pieces = pieces("#Aurora dress", &[mark(0, 7, LINK), mark(5, 13, OVER)], 13);
        assert_eq!(said(&pieces), [("#Auro", LINK), ("ra", LINK | OVER), (" dress", OVER)]);
    }

    #[test]
    fn offsets_count_as_javascript_does() {
        assert_eq!(said(&pieces("🧵#a b", &[mark(2, 4, LINK)], 6)), [("🧵", 0), ("#a", LINK), (" b", 0)]);
    }

    #[test]
    fn a_shortened_link_stands_for_the_whole() {
        let marks = [Mark { start: 2, end: 12, bits: LINK, shown: Some("b.fr/12…") }, mark(4, 14, OVER)];
        let pieces = pieces("a https://b. c", &marks, 14);
        assert_eq!(said(&pieces), [("a ", 0), ("b.fr/12", LINK | CUT), (" c", OVER)]);
    }

    #[test]
    fn offsets_are_those_of_javascript() {
        assert_eq!((byte_at("a🧵b", 1), byte_at("a🧵b", 3), byte_at("a🧵b", 9)), (1, 5, 6));
    }

    #[test]
    fn nothing_is_shown_after_the_end() {
        assert_eq!(said(&pieces("abcdef", &[mark(2, 6, LINK)], 4)), [("ab", 0), ("cd", LINK)]);
        assert!(pieces("", &[], 0).is_empty());
    }
}
