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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let list = "a ab b café zoo";
        assert!(list.split(' ').all(|word| holds(list, word) && !holds(list, &format!("{word}x"))));
        assert!(!holds(list, "") && !holds(list, "a ab") && !holds("", "a") && !holds(list, "zz"));
        assert_eq!((entry("a1 b2", "b", 1), entry("a1 b2", "b2", 1)), (Some("b2"), None));
    }
}
