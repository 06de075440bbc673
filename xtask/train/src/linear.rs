//! The model in floats: weights of shapes, cues and grams, found by logistic regression with a prior.

use std::collections::{BTreeMap, HashMap};

use draftlens_engine::category::learn::{self, Family, Seen};

use crate::lbfgs;
use crate::meaning::{AXES, Meaning, Meanings};

/// Takes out the pieces of words, which the model that ships does not look at.
pub fn without_pieces(mut seen: Seen) -> Seen {
    seen.grams.retain(|(_, family)| *family != Family::Piece);
    seen
}

/// What is tried: which signs, and how far weights may stray from nothing.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Its name in tables.
    pub name: &'static str,
    /// Standard deviation of the prior of grams, by family: words, pairs, stems, pieces; 0 leaves it out.
    pub grams: [f64; 4],
    /// Of what an axis of the words' meanings says; 0 leaves meanings out.
    pub meanings: f64,
    /// Of shapes.
    pub shapes: f64,
    /// Whether the shapes of which we know better have a prior of their own.
    pub known: bool,
    /// Of cues.
    pub cues: f64,
    /// Where the prior of a cue stands: so many times what its line says.
    pub cue_prior: f64,
    /// A gram must stand in the posts of so many accounts.
    pub accounts: usize,
    /// Grams that are kept; the rest weigh nothing.
    pub keep: usize,
    /// How far the many posts of one account count less: 0 not at all, 1 every account counts alike.
    pub even: f64,
}

/// A row as the model sees it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What is in it.
    pub seen: Seen,
    /// How likely each label is.
    pub target: [f64; 3],
    /// How much it counts.
    pub weight: f64,
    /// Number of its account.
    pub account: usize,
}

/// Shapes of which we know better than the few accounts of the sample: where their prior stands.
const KNOWN: &[(&str, Weights)] = &[
    ("Carrier", [-0.6, -0.3, 1.4]),
    ("OnlyAsks", [-0.3, -0.4, 0.9]),
    ("AsksYou", [-0.2, -0.3, 0.5]),
    ("NewsAsks", [-0.3, -0.3, 0.6]),
    ("Repost", [-0.4, 0.8, -0.4]),
    ("Cheering", [-0.4, -0.4, 0.8]),
    ("Reply", [-0.6, -0.8, 1.4]),
    ("HelpDesk", [-0.5, -0.5, 1.0]),
    ("Addressed", [-0.3, -0.4, 0.7]),
    ("Alone", [-0.3, 0.0, 0.3]),
    ("Lesson", [-0.3, 0.5, -0.2]),
    ("NewsLink", [-0.5, 0.8, -0.3]),
    ("Blog", [-0.3, 0.5, -0.2]),
    ("NewsBio", [-0.6, 0.9, -0.3]),
];

/// Weights of one sign for the three categories.
pub type Weights = [f64; 3];

/// A trained model.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    /// Before anything is read.
    pub bias: Weights,
    /// By shape.
    pub shapes: Vec<Weights>,
    /// By cue.
    pub cues: Vec<Weights>,
    /// By bucket.
    pub grams: BTreeMap<usize, Weights>,
}

impl Linear {
    /// The scores of a row, in log-odds.
    pub fn scores(&self, seen: &Seen) -> Weights {
        let mut scores = self.bias;
        let mut add = |weights: &Weights, scale: f64| (0..3).for_each(|k| scores[k] += weights[k] * scale);
        for (value, weights) in seen.shapes.iter().zip(&self.shapes) {
            add(weights, *value);
        }
        let damping = learn::damping(seen.cues.len());
        for cue in &seen.cues {
            self.cues.get(*cue as usize).into_iter().for_each(|weights| add(weights, damping));
        }
        let mut buckets: Vec<usize> = seen.grams.iter().map(|(hash, _)| learn::bucket(*hash)).collect();
        buckets.sort_unstable();
        buckets.dedup();
        let found: Vec<&Weights> = buckets.iter().filter_map(|bucket| self.grams.get(bucket)).collect();
        let share = learn::gram_share(found.len());
        found.into_iter().for_each(|weights| add(weights, share));
        scores
    }
}

/// A gram as training sees it: what it is known by, how far its weight may stray by itself, and what it means.
#[derive(Clone, Copy)]
struct Gram<'a> {
    key: usize,
    stray: f64,
    meaning: Option<&'a Meaning>,
}

/// Trains on the samples: first on all grams that enough accounts use or that have a meaning, then on the buckets of
/// those that weigh most, collisions included, as they will be in the browser.
pub fn train(samples: &[&Sample], meanings: &Meanings, recipe: &Recipe) -> Linear {
    let usable = usable(samples, recipe);
    let meanings = if recipe.meanings > 0.0 { meanings.without_french(samples) } else { Meanings::default() };
    let mut all: BTreeMap<usize, Gram<'_>> = BTreeMap::new();
    for (hash, meaning) in meanings.all() {
        all.insert(hash as usize, Gram { key: hash as usize, stray: 0.0, meaning: Some(meaning) });
    }
    for (hash, family) in samples.iter().flat_map(|s| &s.seen.grams).filter(|(hash, _)| usable.contains_key(hash)) {
        let key = *hash as usize;
        all.insert(key, Gram { key, stray: recipe.grams[*family as usize], meaning: meanings.of(*hash) });
    }
    let full = solve(samples, recipe, &all, |seen| {
        seen.grams.iter().filter_map(|(hash, _)| all.get(&(*hash as usize)).copied()).collect()
    });
    let rank = |(hash, w): (&usize, &Weights)| {
        let rows = usable.get(&(*hash as u32)).copied().unwrap_or(0) as f64;
        let expected = all[hash].meaning.map_or(0.0, |meaning| meaning.expected(samples.len()));
        (*hash, (w[0] * w[0] + w[1] * w[1] + w[2] * w[2]) * rows.max(expected))
    };
    let mut ranked: Vec<(usize, f64)> = full.grams.iter().map(rank).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.truncate(recipe.keep);
    let mut kept: BTreeMap<usize, Gram<'_>> = BTreeMap::new();
    for (hash, _) in ranked {
        let key = learn::bucket(hash as u32);
        kept.entry(key).or_insert(Gram { key, ..all[&hash] });
    }
    solve(samples, recipe, &kept, |seen| {
        let mut buckets: Vec<usize> = seen.grams.iter().map(|(hash, _)| learn::bucket(*hash)).collect();
        buckets.sort_unstable();
        buckets.dedup();
        buckets.iter().filter_map(|bucket| kept.get(bucket).copied()).collect()
    })
}

/// Grams of the families that the recipe takes, used by enough accounts; with the number of rows.
fn usable(samples: &[&Sample], recipe: &Recipe) -> HashMap<u32, usize> {
    let mut users: HashMap<u32, (Vec<usize>, usize)> = HashMap::new();
    for sample in samples {
        for (hash, family) in &sample.seen.grams {
            if recipe.grams[*family as usize] > 0.0 {
                let (accounts, rows) = users.entry(*hash).or_default();
                *rows += 1;
                if accounts.len() < recipe.accounts && !accounts.contains(&sample.account) {
                    accounts.push(sample.account);
                }
            }
        }
    }
    users.retain(|_, (accounts, rows)| accounts.len() >= recipe.accounts && *rows > recipe.accounts);
    users.into_iter().map(|(hash, (_, rows))| (hash, rows)).collect()
}

/// A sign in a row: its column, and its value times the deviation of its prior.
type Cell = (u32, f64);

/// Finds the weights of shapes, cues and the grams of `all`; `grams` tells which of them a row has.
fn solve<'a>(
    samples: &[&Sample],
    recipe: &Recipe,
    all: &BTreeMap<usize, Gram<'a>>,
    grams: impl Fn(&Seen) -> Vec<Gram<'a>>,
) -> Linear {
    let (shapes, cues) = (learn::SHAPES, learn::cues());
    let axes = 1 + shapes + cues;
    let found: Vec<Vec<Gram<'a>>> = samples.iter().map(|s| grams(&s.seen)).collect();
    let straying = all.values().filter(|gram| gram.stray > 0.0);
    let columns: HashMap<usize, u32> =
        straying.enumerate().map(|(at, gram)| (gram.key, (axes + AXES + at) as u32)).collect();
    let width = axes + AXES + columns.len();
    let mut start = vec![0.0; 3 * width];
    for shape in 0..shapes {
        let name = learn::shape_name(shape);
        let known = KNOWN.iter().find(|(known, _)| recipe.known && *known == name);
        for k in 0..3 {
            let prior = known.map_or(0.0, |(_, weights)| weights[k]);
            start[3 * (1 + shape) + k] = if recipe.shapes > 0.0 { prior / recipe.shapes } else { 0.0 };
        }
    }
    for cue in 0..cues {
        let (category, hundredths) = learn::cue(cue);
        let prior = recipe.cue_prior * f64::from(hundredths) / 100.0;
        for k in 0..3 {
            let own = if k == usize::from(category) { 2.0 / 3.0 } else { -1.0 / 3.0 };
            start[3 * (1 + shapes + cue) + k] = if recipe.cues > 0.0 { own * prior / recipe.cues } else { 0.0 };
        }
    }
    let rows: Vec<Vec<Cell>> = samples
        .iter()
        .zip(&found)
        .map(|(sample, found)| {
            let mut cells: Vec<Cell> = vec![(0, 1.0)];
            let seen = &sample.seen;
            if recipe.shapes > 0.0 {
                let values = seen.shapes.iter().enumerate().filter(|(_, v)| **v > 0.0);
                cells.extend(values.map(|(i, v)| (1 + i as u32, v * recipe.shapes)));
            }
            if recipe.cues > 0.0 {
                let damping = learn::damping(seen.cues.len());
                cells.extend(seen.cues.iter().map(|c| (1 + shapes as u32 + c, damping * recipe.cues)));
            }
            let share = learn::gram_share(found.len());
            let columns = found.iter().filter_map(|gram| Some((*columns.get(&gram.key)?, share * gram.stray)));
            cells.extend(columns);
            for axis in 0..if recipe.meanings > 0.0 { AXES } else { 0 } {
                let sum: f64 = found.iter().filter_map(|gram| gram.meaning).map(|meaning| meaning.axes[axis]).sum();
                cells.push(((axes + axis) as u32, share * recipe.meanings * sum));
            }
            cells
        })
        .collect();
    let prior = start.clone();
    let counts = counts(samples, recipe);
    let mut x = start;
    lbfgs::descend(&mut x, 120, |x, slope| {
        let mut value = 0.0;
        for (i, (x, (slope, prior))) in x.iter().zip(slope.iter_mut().zip(&prior)).enumerate() {
            let stray = if i < 3 { 0.0 } else { x - prior };
            *slope = stray;
            value += 0.5 * stray * stray;
        }
        for ((sample, cells), weight) in samples.iter().zip(&rows).zip(&counts) {
            value += weight * loss(x, slope, cells, sample.target, *weight);
        }
        value
    });
    let take = |column: usize, scale: f64| -> Weights {
        let mut weights = [0, 1, 2].map(|k| x[3 * column + k] * scale);
        let mean = (weights[0] + weights[1] + weights[2]) / 3.0;
        weights.iter_mut().for_each(|w| *w -= mean);
        weights
    };
    let meant: Vec<Weights> = (0..AXES).map(|axis| take(axes + axis, recipe.meanings)).collect();
    let weigh = |gram: &Gram<'_>| -> Weights {
        let mut weights = columns.get(&gram.key).map_or([0.0; 3], |column| take(*column as usize, gram.stray));
        for (place, meant) in gram.meaning.iter().flat_map(|meaning| meaning.axes).zip(&meant) {
            (0..3).for_each(|k| weights[k] += place * meant[k]);
        }
        weights
    };
    Linear {
        bias: take(0, 1.0),
        shapes: (0..shapes).map(|i| take(1 + i, recipe.shapes)).collect(),
        cues: (0..cues).map(|i| take(1 + shapes + i, recipe.cues)).collect(),
        grams: all.values().map(|gram| (gram.key, weigh(gram))).collect(),
    }
}

/// How much each row counts: as its sample says, less where its account has many, as much in sum as before.
fn counts(samples: &[&Sample], recipe: &Recipe) -> Vec<f64> {
    let mut rows: HashMap<usize, f64> = HashMap::new();
    samples.iter().for_each(|sample| *rows.entry(sample.account).or_default() += 1.0);
    let count = |sample: &&Sample| sample.weight * libm::pow(rows[&sample.account], -recipe.even);
    let counts: Vec<f64> = samples.iter().map(count).collect();
    let scale = samples.iter().map(|sample| sample.weight).sum::<f64>() / counts.iter().sum::<f64>().max(1e-9);
    counts.into_iter().map(|count| count * scale).collect()
}

/// Cross entropy of one row; adds its slope.
fn loss(x: &[f64], slope: &mut [f64], cells: &[Cell], target: [f64; 3], weight: f64) -> f64 {
    let mut scores = [0.0; 3];
    for (column, value) in cells {
        let at = 3 * *column as usize;
        (0..3).for_each(|k| scores[k] += x[at + k] * value);
    }
    let (shares, log_sum) = softmax(scores);
    let pull = [0, 1, 2].map(|k| weight * (shares[k] - target[k]));
    for (column, value) in cells {
        let at = 3 * *column as usize;
        (0..3).for_each(|k| slope[at + k] += pull[k] * value);
    }
    (0..3).map(|k| target[k] * (log_sum - scores[k])).sum()
}

/// Shares of the scores, and the logarithm of the sum of their powers.
pub fn softmax(scores: [f64; 3]) -> ([f64; 3], f64) {
    let top = scores[0].max(scores[1]).max(scores[2]);
    let powers = scores.map(|s| libm::exp(s - top));
    let sum = powers[0] + powers[1] + powers[2];
    (powers.map(|p| p / sum), top + libm::log(sum))
}
