//! Numbers and texts as bytes, for the wasm: numbers of variable length in one block, texts in another, so that
//! what packs the download meets like beside like.
//!
//! What is read back was written by the build script of the same crate; still, bytes that end too soon
//! give zeros and empty texts, never a panic.

/// Writes numbers and texts.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<u8>,
    texts: Vec<u8>,
}

impl Writer {
    /// The bytes written: the length of the numbers, the numbers, the texts.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        let mut all = Self::default();
        all.number(self.numbers.len() as u32);
        [all.numbers, self.numbers, self.texts].concat()
    }

    /// A number, in 7 bits a byte.
    pub fn number(&mut self, mut n: u32) {
        while n >= 0x80 {
            self.numbers.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.numbers.push(n as u8);
    }

    /// A number that is near another one, which it takes the place of.
    pub(crate) fn near(&mut self, n: u32, before: &mut u32) {
        self.number(zigzag(n.wrapping_sub(*before) as i32));
        *before = n;
    }

    /// A text.
    ///
    /// # Panics
    /// When it holds a NUL, which ends texts.
    pub fn text(&mut self, text: &str) {
        assert!(!text.contains('\0'), "a text of the book holds a NUL: {text}");
        self.texts.extend_from_slice(text.as_bytes());
        self.texts.push(0);
    }
}

/// Reads what [`Writer`] wrote.
pub struct Reader<'a> {
    numbers: &'a [u8],
    texts: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads from the start.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut all = Self { numbers: bytes, texts: &[] };
        let len = all.number() as usize;
        let (numbers, texts) = all.numbers.split_at(len.min(all.numbers.len()));
        Self { numbers, texts }
    }

    /// The next number; 0 past the end.
    pub fn number(&mut self) -> u32 {
        let (mut n, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.numbers.split_first() {
            self.numbers = rest;
            n |= u32::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 || shift > 28 {
                break;
            }
        }
        n
    }

    /// The next number, near another one, which it takes the place of.
    pub(crate) fn near(&mut self, before: &mut u32) -> u32 {
        *before = before.wrapping_add(unzigzag(self.number()) as u32);
        *before
    }

    /// How many there are of what follows: never more than the bytes that are left can tell of.
    pub(crate) fn count(&mut self) -> usize {
        (self.number() as usize).min(self.numbers.len() + self.texts.len())
    }

    /// So many numbers.
    pub(crate) fn numbers(&mut self, count: usize) -> Vec<u32> {
        (0..count).map(|_| self.number()).collect()
    }

    /// The next text; empty past the end.
    pub fn text(&mut self) -> &'a str {
        let len = self.texts.iter().position(|&byte| byte == 0).unwrap_or(self.texts.len());
        let (text, rest) = self.texts.split_at(len);
        self.texts = rest.get(1..).unwrap_or(&[]);
        std::str::from_utf8(text).unwrap_or("")
    }
}

fn zigzag(n: i32) -> u32 {
    ((n << 1) ^ (n >> 31)) as u32
}

fn unzigzag(n: u32) -> i32 {
    (n >> 1) as i32 ^ -((n & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_then_nothing() {
        let mut out = Writer::default();
        let numbers = [0, 127, 128, 300_000, u32::MAX, 7];
        let mut before = 0;
        for n in numbers {
            out.number(n);
            out.text(&"é".repeat(n as usize % 5));
            out.near(n, &mut before);
        }
        let bytes = out.finish();
        let mut from = Reader::new(&bytes);
        let mut before = 0;
        for n in numbers {
            assert_eq!(
                (from.number(), from.text(), from.near(&mut before)),
                (n, "é".repeat(n as usize % 5).as_str(), n)
            );
        }
        assert_eq!((from.number(), from.text(), from.count()), (0, "", 0));
    }

    #[test]
    #[should_panic(expected = "holds a NUL")]
    fn a_text_with_a_nul_is_refused() {
        Writer::default().text("a\0b");
    }
}
