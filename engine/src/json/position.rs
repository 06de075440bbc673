//! From a byte of a text to the line and column that an editor shows.

/// Line and column of a byte, both from 1; columns are counted in characters.
///
/// A byte past the end, or inside a character, counts as the place before it.
pub(crate) fn position(text: &str, at: usize) -> (u32, u32) {
    let (mut line, mut column) = (1, 1);
    for (place, c) in text.char_indices() {
        if place >= at {
            break;
        }
        if c == '\n' {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
    }
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::position;

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
}
