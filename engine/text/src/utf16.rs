//! From bytes of the source to UTF-16 code units, the unit of JavaScript and of the report.

const STRIDE: usize = 64;

/// Knows the UTF-16 offset of every byte offset, in constant time.
#[derive(Clone, Debug, Default)]
pub struct Utf16 {
    /// Code units before byte `i * STRIDE`; empty for ASCII, where both units agree.
    marks: Vec<u32>,
}

impl Utf16 {
    /// Reads the text once.
    #[must_use]
    pub fn new(source: &str) -> Self {
        if source.is_ascii() {
            return Self::default();
        }
        let mut marks = Vec::with_capacity(source.len() / STRIDE + 1);
        let mut units = 0;
        for (i, &byte) in source.as_bytes().iter().enumerate() {
            if i % STRIDE == 0 {
                marks.push(units);
            }
            units += units_of(byte);
        }
        Self { marks }
    }

    /// The code units before byte `byte` of `source`, the text this was made from.
    #[must_use]
    pub fn of(&self, source: &str, byte: usize) -> u32 {
        let byte = byte.min(source.len());
        if self.marks.is_empty() {
            return byte as u32;
        }
        let mark = (byte / STRIDE).min(self.marks.len() - 1);
        let rest = &source.as_bytes()[mark * STRIDE..byte];
        self.marks[mark] + rest.iter().map(|&b| units_of(b)).sum::<u32>()
    }
}

/// Code units that begin at this byte: continuation bytes add none, four-byte leads add a pair.
fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_agrees_with_encode_utf16() {
        let source = "aé😀 ".repeat(50);
        let index = Utf16::new(&source);
        for (byte, _) in source.char_indices() {
            assert_eq!(index.of(&source, byte) as usize, source[..byte].encode_utf16().count());
        }
        assert_eq!(index.of(&source, source.len()) as usize, source.encode_utf16().count());
    }
}
