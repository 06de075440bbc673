//! Sorted words in one string, a space between: a list of them costs the download no pointers.

use core::cmp::Ordering;

/// Whether a list of sorted words holds a word.
#[must_use]
pub fn holds(list: &str, word: &str) -> bool {
    entry(list, word, 0).is_some()
}

/// The entry of a word in a list where `tail` bytes stand after each word; sorted by the words alone.
#[must_use]
pub fn entry<'a>(list: &'a str, word: &str, tail: usize) -> Option<&'a str> {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle].iter().rposition(|&b| b == b' ').map_or(low, |i| low + i + 1);
        let end = bytes[middle..high].iter().position(|&b| b == b' ').map_or(high, |i| middle + i);
        let known = &bytes[start..end.saturating_sub(tail).max(start)];
        match known.cmp(word.as_bytes()) {
            Ordering::Equal => return list.get(start..end),
            Ordering::Less => low = (end + 1).min(high),
            Ordering::Greater => high = start,
        }
    }
    None
}

/// How the words of a list begin: most words are not in a list, and two letters tell so.
#[derive(Debug)]
pub struct Starts([u32; 32]);

impl Starts {
    /// The first two letters of every word of a list, or of several, a line each.
    #[must_use]
    pub const fn of(list: &str) -> Self {
        let (mut starts, bytes, mut i) = (Self([0; 32]), list.as_bytes(), 0);
        while i < bytes.len() {
            if i == 0 || matches!(bytes[i - 1], b' ' | b'\n') {
                starts = starts.and(bytes.split_at(i).1);
            }
            i += 1;
        }
        starts
    }

    /// Those of one more word.
    #[must_use]
    pub const fn and(mut self, word: &[u8]) -> Self {
        if let [first, second, ..] = word {
            self.0[(*first & 31) as usize] |= 1 << (*second & 31);
        }
        self
    }

    /// False only for a word of two bytes or more that is not in the list.
    #[must_use]
    pub fn begin(&self, word: &[u8]) -> bool {
        match word {
            [first, second, ..] => self.0[usize::from(first & 31)] & 1 << (second & 31) != 0,
            _ => true,
        }
    }
}

/// A list of sorted words that most words are not in.
#[derive(Debug)]
pub struct List {
    words: &'static str,
    starts: Starts,
}

impl List {
    /// The list of these words.
    #[must_use]
    pub const fn of(words: &'static str) -> Self {
        Self { words, starts: Starts::of(words) }
    }

    /// Its words, in order.
    pub fn each(&self) -> impl Iterator<Item = &'static str> {
        self.words.split(' ')
    }

    /// As [`Starts::begin`].
    #[must_use]
    pub fn begin(&self, word: &str) -> bool {
        self.starts.begin(word.as_bytes())
    }

    /// As [`holds`].
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        self.entry(word, 0).is_some()
    }

    /// As [`entry`].
    #[must_use]
    pub fn entry(&self, word: &str, tail: usize) -> Option<&'static str> {
        if self.begin(word) { entry(self.words, word, tail) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let list = "a ab b café zoo";
        assert!(list.split(' ').all(|word| holds(list, word) && !holds(list, &format!("{word}x"))));
        assert!(!holds(list, "") && !holds(list, "a ab") && !holds("", "a") && !holds(list, "zz"));
        let starts = Starts::of("ab café\nzebra");
        assert!(["ab", "café", "zebra"].iter().all(|word| starts.begin(word.as_bytes())) && !starts.begin(b"ba"));
        let starts = Starts::of("ab café zoo");
        assert!(["ba", "zebra", "oz"].iter().all(|word| !starts.begin(word.as_bytes())));
        static LIST: List = List::of("ab café zoo");
        assert!(LIST.each().all(|word| LIST.holds(word)) && !LIST.holds("cafés") && !LIST.holds("a"));
        assert_eq!((entry("a1 b2", "b", 1), entry("a1 b2", "b2", 1)), (Some("b2"), None));
    }
}
