//! From a byte of a text to the line and column that an editor shows.

/// Line and column of a byte, both from 1; columns are counted in characters.
///
/// A byte past the end counts as the end.
pub(crate) fn position(text: &str, at: usize) -> (u32, u32) {
    Cursor::new(text).position(at)
}

/// A place in a text that goes on from the last one asked for: a near place costs little,
/// wherever the text has its line breaks.
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
        let bytes = self.text.as_bytes();
        let at = at.min(bytes.len());
        if at < self.at {
            self.go_back(bytes, at);
        }
        for byte in &bytes[self.at..at] {
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

    /// Goes back to `at`, or to the start of its line when that is another one.
    fn go_back(&mut self, bytes: &[u8], at: usize) {
        let passed = &bytes[at..self.at];
        let lines = passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        if lines == 0 {
            self.column -= passed.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count() as u32;
            self.at = at;
        } else {
            (self.line, self.column) = (self.line - lines, 1);
            self.at = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        }
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
        for at in [0, 1, 2, 6, 7, 8, 2, 0, 8, 7, 6, 2, 1, 0] {
            assert_eq!(cursor.position(at), position(text, at));
        }
        assert_eq!(cursor.position(8), (3, 1));
    }
}
