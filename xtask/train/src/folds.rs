//! Splits by account, and cross-validation over them: near-duplicates never stand on both sides.

use draftlens_engine::category::learn::Seen;
use draftlens_engine::{Checker, Settings};

use crate::figures::Answer;
use crate::groups::{draw, house, near};
use crate::linear::{Linear, Recipe, Sample, softmax, train, without_pieces};
use crate::meaning::Meanings;
use crate::rows::Row;

/// Names the draw of the test accounts.
const SPLIT: &str = "draftlens-category-test-1";
/// Of a hundred accounts, how many are kept for the test.
const TEST: u64 = 22;
/// Names the draw of the folds.
const FOLDS: &str = "draftlens-category-folds-1";
/// Folds of the cross-validation.
pub const COUNT: usize = 6;
/// How much a written row counts in training beside a real one.
const WRITTEN: f64 = 0.7;
/// How much a row counts on which readers are divided.
const DIVIDED: f64 = 0.6;

/// Rows with all that splits go by.
pub struct Set {
    /// The rows.
    pub rows: Vec<Row>,
    /// What the model sees in each.
    pub samples: Vec<Sample>,
    /// Whether each is of a test account.
    pub test: Vec<bool>,
    /// Its fold.
    fold: Vec<usize>,
    /// Its group of near-duplicates.
    near: Vec<usize>,
    /// What words mean.
    meanings: Meanings,
}

impl Set {
    /// Looks at the rows as the engine does.
    pub fn new(rows: Vec<Row>) -> Result<Self, String> {
        Self::with(rows, without_pieces)
    }

    /// The same, with a way to change what is seen.
    pub fn with(rows: Vec<Row>, change: impl Fn(Seen) -> Seen) -> Result<Self, String> {
        let (checker, _) = Checker::new(Settings::default());
        let houses: Vec<String> = rows.iter().map(|row| house(&row.author)).collect();
        let mut names = houses.clone();
        names.sort();
        names.dedup();
        let number = |house: &String| names.binary_search(house).unwrap_or(0);
        let samples = rows.iter().zip(&houses).map(|(row, house)| Sample {
            seen: change(checker.see(&row.draft())),
            target: row.target(),
            weight: if row.real { 1.0 } else { WRITTEN } * if row.alt.is_some() { DIVIDED } else { 1.0 },
            account: number(house),
        });
        Ok(Self {
            samples: samples.collect(),
            test: rows.iter().zip(&houses).map(|(row, house)| row.real && draw(SPLIT, house) % 100 < TEST).collect(),
            fold: houses.iter().map(|house| (draw(FOLDS, house) % COUNT as u64) as usize).collect(),
            near: near(&rows),
            meanings: Meanings::read()?,
            rows,
        })
    }

    /// The rows that train when `held` are kept out: none of them, and nothing nearly the same.
    pub fn without(&self, pool: &[usize], held: &[usize]) -> Vec<usize> {
        let mut out = vec![false; self.rows.len()];
        held.iter().for_each(|&at| out[self.near[at]] = true);
        let mut kept_out = vec![false; self.rows.len()];
        held.iter().for_each(|&at| kept_out[at] = true);
        pool.iter().copied().filter(|&at| !kept_out[at] && !out[self.near[at]]).collect()
    }

    /// The real rows of a fold.
    pub fn held(&self, pool: &[usize], fold: usize) -> Vec<usize> {
        pool.iter().copied().filter(|&at| self.fold[at] == fold && self.rows[at].real).collect()
    }

    /// The rows of test accounts.
    pub fn test(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|&at| self.test[at]).collect()
    }

    /// The rows that train the model that ships.
    pub fn train(&self) -> Vec<usize> {
        let all: Vec<usize> = (0..self.rows.len()).collect();
        self.without(&all, &self.test())
    }

    /// Whether the engine takes a row for French.
    pub fn is_french(&self, at: usize) -> bool {
        self.samples[at].seen.french
    }

    /// A model trained on some rows.
    pub fn fit(&self, at: &[usize], recipe: &Recipe) -> Linear {
        let samples: Vec<&Sample> = at.iter().map(|&at| &self.samples[at]).collect();
        train(&samples, &self.meanings, recipe)
    }

    /// Scores of every real row of `pool` from a model that has not seen its account. `fit` trains on rows
    /// and returns what scores a row.
    pub fn cross<F: Fn(usize) -> [f64; 3]>(
        &self,
        pool: &[usize],
        fit: impl Fn(&[usize]) -> F,
    ) -> Vec<(usize, [f64; 3])> {
        let mut scores = Vec::new();
        for fold in 0..COUNT {
            let held = self.held(pool, fold);
            let model = fit(&self.without(pool, &held));
            scores.extend(held.iter().map(|&at| (at, model(at))));
        }
        scores
    }

    /// The answer that scores give for a row.
    pub fn answer(&self, at: usize, scores: [f64; 3], sharpness: f64) -> Answer {
        let row = &self.rows[at];
        let shares = softmax(scores.map(|s| s * sharpness)).0;
        Answer { label: row.label, alt: row.alt, shares, sure: false }
    }
}
