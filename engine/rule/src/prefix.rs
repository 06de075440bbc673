//! What words begin with: found by the first two bytes, compared by the first four.

use core::array;

/// Prefixes, each with its place in the list they were made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Prefixes {
    /// Where the prefixes of a slot begin in `heads`, and the end.
    starts: Vec<u32>,
    /// The first bytes of each prefix, its place in the list it was made from; by slot.
    heads: Vec<(u32, u32)>,
}

/// Slots for two bytes, of which the low five bits tell.
const SLOTS: usize = 1 << 10;

impl Prefixes {
    /// Sorts prefixes, none of them empty, into slots; they keep their order there.
    pub(crate) fn new<'p>(prefixes: impl Iterator<Item = &'p [u8]> + Clone) -> Self {
        let mut starts = vec![0; SLOTS + 1];
        prefixes.clone().for_each(|prefix| starts[slot(head(prefix)) + 1] += 1);
        for i in 0..SLOTS {
            starts[i + 1] += starts[i];
        }
        let mut heads = vec![(0, 0); starts[SLOTS] as usize];
        let mut next = starts.clone();
        for (i, prefix) in (0..).zip(prefixes) {
            let place = &mut next[slot(head(prefix))];
            heads[*place as usize] = (head(prefix), i);
            *place += 1;
        }
        Self { starts, heads }
    }

    /// The places of the prefixes whose first four bytes a word begins with.
    pub(crate) fn each(&self, word: &[u8], mut found: impl FnMut(u32)) {
        let whole = head(word);
        let mut each = |slot: usize| {
            let [from, to] = [slot, slot + 1].map(|slot| self.starts[slot] as usize);
            for &(head, place) in &self.heads[from..to] {
                if (head ^ whole) & written(head) == 0 {
                    found(place);
                }
            }
        };
        // A prefix of one byte has a slot of its own.
        each(slot(whole & 0xFF00_0000));
        if slot(whole) != slot(whole & 0xFF00_0000) {
            each(slot(whole));
        }
    }
}

/// The first four bytes as a number; zeros after the end.
fn head(word: &[u8]) -> u32 {
    u32::from_be_bytes(array::from_fn(|i| word.get(i).copied().unwrap_or_default()))
}

fn slot(head: u32) -> usize {
    let [first, second, ..] = head.to_be_bytes();
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// The bits of a head that its prefix fills.
fn written(head: u32) -> u32 {
    u32::MAX << (head.trailing_zeros() & !7).min(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_prefix_of_a_word_is_found_and_few_others() {
        let list = ["a", "ab", "abcd", "abcde", "b1", "bq", "é", "été", "p"];
        let prefixes = Prefixes::new(list.iter().map(|prefix| prefix.as_bytes()));
        let found = |word: &str| {
            let mut found = Vec::new();
            prefixes.each(word.as_bytes(), |place| found.push(list[place as usize]));
            found
        };
        assert_eq!(found("abcdefg"), ["a", "ab", "abcd", "abcde"]);
        assert_eq!(found("abx"), ["a", "ab"]);
        assert_eq!((found("a"), found("p"), found("bq")), (vec!["a"], vec!["p"], vec!["bq"]));
        assert_eq!((found("b"), found("été"), found("")), (vec![], vec!["é", "été"], vec![]));
    }

    #[test]
    fn a_house_may_list_as_many_as_it_likes() {
        let prefixes = Prefixes::new((0..70_000).map(|_| b"ab".as_slice()));
        let mut last = 0;
        prefixes.each(b"abc", |place| last = place);
        assert_eq!(last, 69_999);
    }
}
