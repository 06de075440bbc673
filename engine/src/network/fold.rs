//! Where a feed folds a text. Feeds fold by laid-out lines, which nobody can know here: typed line
//! breaks are counted, and a line that is long is taken for several.

/// Characters that fit a line of a narrow phone. More fit a desk, where the fold comes later.
const COLUMNS: usize = 45;

/// How much a feed shows.
pub(super) struct Window {
    /// Lines.
    pub lines: usize,
    /// Characters, whatever the lines.
    pub characters: usize,
}

/// The first byte that is hidden, or `None` when nothing of substance is.
pub(super) fn fold_at(text: &str, window: &Window) -> Option<usize> {
    // Most posts are far too short to fold, which their bytes show.
    let breaks = text.bytes().filter(|&b| b == b'\n').count();
    if text.len() <= window.characters && 1 + breaks + text.len() / COLUMNS <= window.lines {
        return None;
    }
    let (mut line, mut column) = (1, 0);
    for (seen, (at, c)) in text.char_indices().enumerate() {
        if c == '\n' {
            (line, column) = (line + 1, 0);
        } else if column == COLUMNS {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
        if line > window.lines || seen >= window.characters {
            return (!text[at..].trim().is_empty()).then_some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = Window { lines: 3, characters: 140 };

    #[test]
    fn the_third_line_is_the_last_that_is_seen() {
        assert_eq!(fold_at("a\nb\nc\nd", &WINDOW), Some(5));
        assert_eq!(fold_at("a\nb\nc\n \n", &WINDOW), None);
        assert_eq!(fold_at("short", &WINDOW), None);
    }

    #[test]
    fn a_long_line_is_several() {
        assert_eq!(fold_at(&"x".repeat(200), &WINDOW), Some(135));
        assert_eq!(fold_at(&"x".repeat(200), &Window { lines: 9, characters: 140 }), Some(140));
        assert_eq!(fold_at(&format!("{}\nb\nc", "é".repeat(46)), &WINDOW), Some(46 * 2 + 2));
    }
}
