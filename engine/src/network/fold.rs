//! Where a feed folds a text. Feeds fold by laid-out lines, which nobody can know here: typed line
//! breaks are counted, and a line is filled with words as a screen of usual width fills it.

use draftlens_text::chars;

use super::count::clusters;

/// How a network's feed folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It shows every text whole.
    Never,
    /// Nobody knows.
    Unknown,
    /// After so many of what the network counts.
    Count(u32),
    /// After what a screen shows.
    Lines {
        /// On a phone, where it comes first.
        phone: Window,
        /// On a desk.
        desk: Window,
    },
}

/// How much a feed shows on one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Letters of usual width that fit a line.
    pub columns: u32,
    /// Lines.
    pub lines: u32,
    /// Characters, whatever the lines.
    pub characters: u32,
}

impl Fold {
    /// Lines on a phone of 45 columns and a desk of 75, and characters on either.
    pub(super) const fn lines(phone: (u32, u32), desk: (u32, u32)) -> Self {
        Self::Lines {
            phone: Window { columns: 45, lines: phone.0, characters: phone.1 },
            desk: Window { columns: 75, lines: desk.0, characters: desk.1 },
        }
    }

    /// Whether a text that is not folded is known to be seen whole.
    pub(super) fn is_known(&self) -> bool {
        *self != Self::Unknown
    }

    /// Whether the place of a fold is a guess: lines always are.
    pub(super) fn is_approximate(&self) -> bool {
        *self != Self::Never
    }
}

/// The first byte that is hidden, or `None` when nothing of substance is. `breaks` are the line
/// breaks of the text.
pub(super) fn fold_at(text: &str, breaks: usize, window: &Window) -> Option<usize> {
    let Window { columns, lines, characters } = *window;
    // Most posts are far too short to fold, which their bytes show: each line but the last is at
    // least half full, or ends at a break.
    let most = 1 + breaks + text.len() / (columns as usize).div_ceil(2).max(1);
    if text.len() <= characters as usize && most <= lines as usize {
        return None;
    }
    let (mut line, mut column, mut seen) = (1, 0, 0);
    // The word that is being laid: its first byte, and the column it began in.
    let (mut word, mut from) = (0, 0);
    for (at, c) in text.char_indices() {
        let mut hidden = at;
        if c == '\n' {
            (line, column) = (line + 1, 0);
            (word, from) = (at + 1, 0);
        } else if c == ' ' {
            column += 1;
            (word, from) = (at + 1, column);
        } else {
            let width = width(c);
            if width == 2 {
                // Scripts without spaces break anywhere.
                (word, from) = (at, column);
            }
            if column + width > columns && width > 0 {
                line += 1;
                if from > 0 {
                    hidden = word;
                    column -= from;
                } else {
                    column = 0;
                    word = at;
                }
                from = 0;
            }
            column += width;
        }
        if line > lines {
            return substance(text, whole(text, hidden));
        }
        if seen >= characters {
            return substance(text, whole(text, at));
        }
        seen += 1;
    }
    None
}

/// Columns that a character takes.
fn width(c: char) -> u32 {
    match c {
        '\0'..='\u{2FF}' => 1,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{1F000}'..='\u{3FFFF}' => 2,
        _ => 1,
    }
}

/// A place that is in no grapheme cluster, not after `at`. Clusters of more than 64 bytes are cut.
fn whole(text: &str, at: usize) -> usize {
    if chars::at(text, at).is_none_or(|c| c.is_ascii()) {
        return at;
    }
    let from = text.floor_char_boundary(at.saturating_sub(64));
    let end = text.ceil_char_boundary(at + 16);
    let mut start = from;
    clusters(text, from, end, |first, len, is_run| {
        if first <= at {
            start = if is_run { at.min(first + len) } else { first };
        }
    });
    start
}

fn substance(text: &str, at: usize) -> Option<usize> {
    (!text[at..].trim().is_empty()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = Window { columns: 45, lines: 3, characters: 140 };

    fn fold(text: &str, window: &Window) -> Option<usize> {
        fold_at(text, text.bytes().filter(|&b| b == b'\n').count(), window)
    }

    #[test]
    fn the_third_line_is_the_last_that_is_seen() {
        assert_eq!(fold("a\nb\nc\nd", &WINDOW), Some(5));
        assert_eq!(fold("a\n\n\nd", &WINDOW), Some(3));
        assert_eq!(fold("a\nb\nc\n \n", &WINDOW), None);
        assert_eq!(fold("short", &WINDOW), None);
    }

    #[test]
    fn a_long_line_is_several() {
        assert_eq!(fold(&"x".repeat(200), &WINDOW), Some(135));
        assert_eq!(fold(&"x".repeat(200), &Window { lines: 9, ..WINDOW }), Some(140));
        assert_eq!(fold(&format!("{}\nb\nc", "é".repeat(46)), &WINDOW), Some(46 * 2 + 2));
        assert_eq!(fold(&"語".repeat(70), &WINDOW), Some(22 * 3 * 3), "wide characters take two columns");
    }

    #[test]
    fn words_stay_whole() {
        let text = "abcdefghij ".repeat(20);
        assert_eq!(fold(&text, &Window { characters: u32::MAX, ..WINDOW }), Some(11 * 4 * 3));
        let text = format!("{} {}", "x".repeat(40), "y".repeat(10));
        assert_eq!(fold(&text, &Window { lines: 1, ..WINDOW }), Some(41));
    }

    #[test]
    fn no_picture_is_cut() {
        let text = format!("{}👨‍👩‍👧‍👦", "x".repeat(138));
        assert_eq!(fold(&text, &Window { lines: 9, ..WINDOW }), Some(138));
        let text = format!("{}e\u{301}!", "x".repeat(139));
        assert_eq!(fold(&text, &Window { lines: 9, ..WINDOW }), Some(139));
    }

    #[test]
    fn three_short_lines_fold_before_one_long_line() {
        let (long, short) = ("word ".repeat(26), "a\n\nb\nc");
        assert_eq!((fold(&long, &WINDOW), fold(short, &WINDOW)), (None, Some(4)));
    }
}
