//! The dictionary of the hashtag splitter: `engine/data/words.*`, read where it stands.

/// Words of one language. Eight lines of sorted words: seven classes from the commonest to the rarest, then
/// words that only look as if they were made of two.
pub(super) struct Words(&'static str);

pub(super) static ENGLISH: Words = Words(include_str!("../../../data/words.en"));
pub(super) static FRENCH: Words = Words(include_str!("../../../data/words.fr"));

/// What a word of each class costs, in hundredths of the logarithm of its rarity.
const COSTS: [u32; 8] = [500, 680, 790, 870, 940, 1000, 1060, 1100];

impl Words {
    /// What a folded word costs; `None` when it is not there.
    pub(super) fn cost(&self, word: &str) -> Option<u32> {
        self.0.lines().zip(COSTS).find(|(class, _)| holds(class, word)).map(|(_, cost)| cost)
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
            assert_eq!(words.0.lines().count(), COSTS.len());
            for line in words.0.lines() {
                assert!(line.is_ascii() && line.split(' ').is_sorted());
                assert!(line.split(' ').all(|w| holds(line, w) && !holds(line, &format!("{w}x1"))));
            }
        }
        assert_eq!(ENGLISH.cost(""), None);
        assert!(ENGLISH.cost("the") < ENGLISH.cost("marketing"));
    }
}
