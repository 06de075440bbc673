//! From a byte of a text to the line and column that an editor shows.

/// Line and column of a byte, both from 1; columns are counted in characters.
///
/// A byte past the end counts as the end.
pub(crate) fn position(text: &str, at: usize) -> (u32, u32) {
    Cursor::new(text).position(at)
}

/// A place in a text that goes on from the last one asked for: asked in order, all places of a
/// text cost one pass over it.
pub(crate) struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'t> Cursor<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// Line and column of a byte, as [`position`] gives them.
    pub(crate) fn position(&mut self, at: usize) -> (u32, u32) {
        if at < self.at {
            *self = Self::new(self.text);
        }
        let at = at.min(self.text.len());
        for byte in &self.text.as_bytes()[self.at..at] {
            match byte {
                b'\n' => (self.line, self.column) = (self.line + 1, 1),
                // The second to fourth byte of a character.
                0x80..=0xBF => {}
                _ => self.column += 1,
            }
        }
        self.at = at;
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, position};

    #[test]
    fn columns_are_characters_and_lines_begin_after_a_line_feed() {
        let text = "é€😀\r\nab";
        assert_eq!(position(text, 0), (1, 1));
        assert_eq!(position(text, 2), (1, 2));
        assert_eq!(position(text, 5), (1, 3));
        assert_eq!(position(text, 11), (2, 1));
        assert_eq!(position(text, 12), (2, 2));
        assert_eq!(position(text, 99), (2, 3));
    }

    #[test]
    fn a_cursor_says_the_same_forwards_and_backwards() {
        let text = "a\n\u{1F600}b\nc";
        let mut cursor = Cursor::new(text);
        for at in [0, 1, 2, 6, 7, 8, 2, 0, 8] {
            assert_eq!(cursor.position(at), position(text, at));
        }
        assert_eq!(cursor.position(8), (3, 1));
    }
}
