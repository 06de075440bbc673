//! Counting: adds up what a network counts, and remembers where the limit was passed.

use unicode_segmentation::UnicodeSegmentation;

/// A sum with a limit.
pub(super) struct Counter {
    limit: u32,
    /// The sum.
    pub count: u32,
    /// The first byte that is too many.
    pub overflow: Option<usize>,
}

impl Counter {
    pub fn new(limit: u32) -> Self {
        Self { limit, count: 0, overflow: None }
    }

    /// Adds what begins at byte `at`.
    pub fn add(&mut self, at: usize, weight: u32) {
        self.count = self.count.saturating_add(weight);
        if self.count > self.limit && weight > 0 {
            self.overflow = self.overflow.or(Some(at));
        }
    }

    /// Adds `len` characters of weight 1 and one byte each, from byte `at` on.
    pub fn add_run(&mut self, at: usize, len: usize) {
        let count = self.count.saturating_add(len as u32);
        if count > self.limit && len > 0 {
            self.overflow = self.overflow.or(Some(at + self.limit.saturating_sub(self.count) as usize));
        }
        self.count = count;
    }

    /// Adds the grapheme clusters of `source[start..end]`.
    pub fn add_clusters(&mut self, source: &str, start: usize, end: usize) {
        clusters(source, start, end, |at, len, is_run| if is_run { self.add_run(at, len) } else { self.add(at, 1) });
    }

    pub fn fits(&self) -> bool {
        self.count <= self.limit
    }
}

/// The earlier of two places.
pub(super) fn earlier(a: Option<usize>, b: Option<usize>) -> Option<usize> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// Calls `each` with the grapheme clusters of `source[start..end]`: first byte, bytes, and whether it is
/// a run of so many clusters of one byte. Only where the text is not ASCII is it segmented: that costs
/// fifty times as much.
pub(super) fn clusters(source: &str, start: usize, end: usize, mut each: impl FnMut(usize, usize, bool)) {
    let mut at = start;
    while at < end {
        let run = plain_run(source, at, end);
        if run > at {
            each(at, run - at, true);
            at = run;
            continue;
        }
        // A cluster never ends before an ASCII character that another one follows, but may hold it.
        let bytes = &source.as_bytes()[..end];
        let lone = |i: usize| bytes[i].is_ascii() && bytes[i] != b'\r' && bytes.get(i + 1).is_none_or(u8::is_ascii);
        let stop = (at + 1..end).find(|&i| lone(i)).map_or(end, |i| i + 1);
        source[at..stop].grapheme_indices(true).for_each(|(i, cluster)| each(at + i, cluster.len(), false));
        at = stop;
    }
}

/// Where a run of ASCII characters from `at` on ends, each of them a cluster of its own.
pub(super) fn plain_run(source: &str, at: usize, end: usize) -> usize {
    let bytes = &source.as_bytes()[at..end];
    let words = bytes.chunks_exact(8).take_while(|chunk| is_plain(chunk)).count() * 8;
    let run = words + bytes[words..].iter().take_while(|&&b| b.is_ascii() && b != b'\r').count();
    // What a character of more bytes follows may be the first of its cluster.
    let joined = bytes.get(run).is_some_and(|b| !b.is_ascii());
    at + run - usize::from(joined && run > 0)
}

/// Whether eight bytes are ASCII, none of them a carriage return; all at once.
fn is_plain(chunk: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    const RETURNS: u64 = ONES * 0x0D;
    let Ok(bytes) = chunk.try_into() else { return false };
    let word = u64::from_le_bytes(bytes);
    let returns = word ^ RETURNS;
    (word | (returns.wrapping_sub(ONES) & !returns)) & HIGH == 0
}

/// How many grapheme clusters a text has.
pub(super) fn cluster_count(text: &str) -> u32 {
    let mut count = 0;
    clusters(text, 0, text.len(), |_, len, is_run| count += if is_run { len as u32 } else { 1 });
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn clusters_are_those_of_the_standard(text in "[a\r\n é\u{301}\u{600}1👩🏽\u{200D}🇫\u{94D}क각\u{11A8}©\u{FE0F}]{0,24}") {
            let mut found = Vec::new();
            clusters(&text, 0, text.len(), |at, len, is_run| {
                found.extend((at..at + len).filter(|&i| is_run || i == at));
            });
            let expected: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_run_counts_as_its_characters_one_by_one() {
        for (limit, len) in [(0, 0), (0, 3), (2, 2), (2, 3), (9, 3)] {
            let (mut run, mut single) = (Counter::new(limit), Counter::new(limit));
            run.add_run(5, len);
            (5..5 + len).for_each(|at| single.add(at, 1));
            assert_eq!((run.count, run.overflow), (single.count, single.overflow), "{limit} {len}");
        }
    }

    #[test]
    fn the_place_of_the_overflow_is_the_first_that_is_too_many() {
        let mut counter = Counter::new(3);
        for (at, weight) in [(0, 1), (1, 2), (3, 0), (4, 1), (5, 1)] {
            counter.add(at, weight);
        }
        assert_eq!((counter.count, counter.overflow, counter.fits()), (5, Some(4), false));
        assert_eq!((earlier(None, Some(2)), earlier(Some(1), Some(2)), earlier(None, None)), (Some(2), Some(1), None));
    }
}
