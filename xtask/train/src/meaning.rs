//! What English words mean, by the company they keep elsewhere: a few coordinates a word, made from public vectors
//! (`data/category/vectors.py`). Training leans words of like meaning the same way, those too that no post has.

use std::collections::HashMap;
use std::fs;

use draftlens_engine::category::learn;

use crate::linear::Sample;
use crate::rows::DATA;

/// Coordinates of a word.
pub const AXES: usize = 30;
/// Steps of a coordinate in one standard deviation.
const STEPS: f64 = 10.0;
/// The letter of the lowest step, and the step that is nothing.
const LOWEST: u8 = b'0';
const NOTHING: f64 = 32.0;
/// A text of usual length holds the word of rank r so many times r.
const TEXT: f64 = 2.0;

/// A word's coordinates and its rank, 0 for the commonest.
#[derive(Clone, Debug)]
pub struct Meaning {
    /// Where it stands.
    pub axes: [f64; AXES],
    /// Its rank.
    pub rank: usize,
}

/// Meanings by the hash of the word's gram.
#[derive(Clone, Debug, Default)]
pub struct Meanings(HashMap<u32, Meaning>);

impl Meanings {
    /// Reads `data/category/vectors.en`. A broken line stops it.
    pub fn read() -> Result<Self, String> {
        let path = format!("{DATA}/vectors.en");
        let text = fs::read_to_string(&path).map_err(|error| format!("{path} could not be read: {error}."))?;
        Self::of_text(&text).map_err(|line| format!("{path}:{line}: not a word and {AXES} letters."))
    }

    /// A word and its letters a line, the commonest word first; or the number of a line that is not so.
    fn of_text(text: &str) -> Result<Self, usize> {
        let line = |(rank, line): (usize, &str)| {
            let (word, letters) = line.split_once(' ').ok_or(rank + 1)?;
            let axes: [u8; AXES] = letters.as_bytes().try_into().map_err(|_| rank + 1)?;
            let axes = axes.map(|letter| (f64::from(letter.wrapping_sub(LOWEST)) - NOTHING) / STEPS);
            Ok((learn::word(word), Meaning { axes, rank }))
        };
        text.lines().enumerate().map(line).collect::<Result<_, _>>().map(Self)
    }

    /// Without the words that French posts use more than others: `son` is no child there.
    pub fn without_french(&self, samples: &[&Sample]) -> Self {
        let mut lean: HashMap<u32, i32> = HashMap::new();
        for sample in samples {
            let step = if sample.seen.french { 1 } else { -1 };
            sample.seen.grams.iter().for_each(|(hash, _)| *lean.entry(*hash).or_default() += step);
        }
        let mut kept = self.clone();
        kept.0.retain(|hash, _| lean.get(hash).copied().unwrap_or(0) <= 0);
        kept
    }

    /// The meaning of a gram, where it is a word that has one.
    pub fn of(&self, hash: u32) -> Option<&Meaning> {
        self.0.get(&hash)
    }

    /// All of them, by hash.
    pub fn all(&self) -> impl Iterator<Item = (u32, &Meaning)> {
        self.0.iter().map(|(hash, meaning)| (*hash, meaning))
    }
}

impl Meaning {
    /// In how many of `texts` it is to be expected.
    pub fn expected(&self, texts: usize) -> f64 {
        texts as f64 * TEXT / (self.rank as f64 + 3.0)
    }
}

#[cfg(test)]
mod tests {
    use draftlens_engine::category::learn::{Family, Seen};

    use super::*;
    use crate::linear::{Recipe, train};
    use crate::recipe::CHOSEN;

    fn meanings(words: &[(&str, char)]) -> Meanings {
        let line = |(word, letter): &(&str, char)| format!("{word} {}\n", letter.to_string().repeat(AXES));
        Meanings::of_text(&words.iter().map(line).collect::<String>()).unwrap()
    }

    fn sample(word: &str, label: usize, account: usize, french: bool) -> Sample {
        let mut target = [0.0; 3];
        target[label] = 1.0;
        let seen = Seen { grams: vec![(learn::word(word), Family::Word)], french, ..Seen::default() };
        Sample { seen, target, weight: 1.0, account }
    }

    #[test]
    fn a_broken_line_is_told_by_its_number() {
        let good = format!("sale {}", "P".repeat(AXES));
        assert!(Meanings::of_text(&good).is_ok());
        assert_eq!(Meanings::of_text(&format!("{good}\nsale")).unwrap_err(), 2);
        assert_eq!(Meanings::of_text(&format!("{good}\nsale {}", "P".repeat(AXES - 1))).unwrap_err(), 2);
    }

    #[test]
    fn a_word_that_no_post_has_leans_as_words_of_its_meaning_do() {
        let words = meanings(&[("sale", 'Z'), ("bargain", 'Z'), ("study", 'F')]);
        let samples: Vec<Sample> = (0..40).map(|i| sample(["sale", "study"][i % 2], i % 2, i, false)).collect();
        let samples: Vec<&Sample> = samples.iter().collect();
        let weight = |recipe: &Recipe, word: &str| {
            train(&samples, &words, recipe).grams.get(&learn::bucket(learn::word(word))).copied()
        };
        let bargain = weight(&CHOSEN, "bargain").unwrap();
        assert!(bargain[0] > 0.01 && bargain[1] < -0.01, "{bargain:?}");
        assert!(weight(&Recipe { meanings: 0.0, ..CHOSEN }, "bargain").is_none());
    }

    #[test]
    fn a_word_of_french_posts_has_no_english_meaning() {
        let words = meanings(&[("son", 'Z'), ("sale", 'Z')]);
        let samples = [sample("son", 0, 0, true), sample("sale", 0, 1, false)];
        let kept = words.without_french(&samples.iter().collect::<Vec<_>>());
        assert!(kept.of(learn::word("son")).is_none() && kept.of(learn::word("sale")).is_some());
    }
}
