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

/// Calls `each` with the first byte of every grapheme cluster of `source[start..end]`. Only where
/// the text is not ASCII is it segmented: that costs fifty times as much.
pub(super) fn clusters(source: &str, start: usize, end: usize, mut each: impl FnMut(usize)) {
    let bytes = &source.as_bytes()[..end];
    let lone = |at: usize| bytes[at].is_ascii() && bytes[at] != b'\r' && bytes.get(at + 1).is_none_or(u8::is_ascii);
    let mut at = start;
    while at < end {
        if lone(at) {
            each(at);
            at += 1;
            continue;
        }
        // A cluster never ends before an ASCII character that another one follows, but may hold it.
        let stop = (at + 1..end).find(|&i| lone(i)).map_or(end, |i| i + 1);
        source[at..stop].grapheme_indices(true).for_each(|(i, _)| each(at + i));
        at = stop;
    }
}

/// How many grapheme clusters a text has.
pub(super) fn cluster_count(text: &str) -> u32 {
    let mut count = 0;
    clusters(text, 0, text.len(), |_| count += 1);
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
            clusters(&text, 0, text.len(), |at| found.push(at));
            let expected: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
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
