//! The dictionary of the hashtag splitter: `engine/data/words.*`, read where it stands.

/// Words of one language. Eight lines of sorted words: seven classes from the commonest to the rarest, then
/// words that only look as if they were made of two.
pub(super) struct Words {
    text: &'static str,
    /// Where each line ends.
    ends: [usize; COSTS.len()],
}

pub(super) static ENGLISH: Words = Words::new(include_str!("../../../data/words.en"));
pub(super) static FRENCH: Words = Words::new(include_str!("../../../data/words.fr"));

/// What a word of each class costs, in hundredths of the logarithm of its rarity.
const COSTS: [u32; 8] = [500, 680, 790, 870, 940, 1000, 1060, 1100];

impl Words {
    /// Finds the lines when it is compiled, not at every look-up.
    const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut ends = [text.len(); COSTS.len()];
        let (mut line, mut at) = (0, 0);
        while at < bytes.len() && line < ends.len() {
            if bytes[at] == b'\n' {
                ends[line] = at;
                line += 1;
            }
            at += 1;
        }
        Self { text, ends }
    }

    fn lines(&self) -> impl Iterator<Item = &'static str> {
        let text = self.text;
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| end + 1));
        starts.zip(self.ends).map(move |(start, end)| &text[start.min(end)..end])
    }

    /// What a folded word costs; `None` when it is not there.
    pub(super) fn cost(&self, word: &str) -> Option<u32> {
        self.lines().zip(COSTS).find(|(class, _)| holds(class, word)).map(|(_, cost)| cost)
    }
}

/// Whether a line of sorted words, a space between them, holds a word.
fn holds(line: &str, word: &str) -> bool {
    let (mut low, mut high) = (0, line.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = line[low..middle].rfind(' ').map_or(low, |i| low + i + 1);
        let end = line[middle..high].find(' ').map_or(high, |i| middle + i);
        match line[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = (end + 1).min(high),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        for words in [&ENGLISH, &FRENCH] {
            assert_eq!(words.lines().count(), COSTS.len());
            for line in words.lines() {
                assert!(line.is_ascii() && line.split(' ').is_sorted());
                assert!(line.split(' ').all(|w| holds(line, w) && !holds(line, &format!("{w}x1"))));
            }
        }
        assert_eq!(ENGLISH.cost(""), None);
        assert!(ENGLISH.cost("the") < ENGLISH.cost("marketing"));
    }
}
