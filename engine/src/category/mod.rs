//! What a post is for: promotional, curated or engagement, with the words that say so.
//!
//! A linear model over hashed words, the shapes of the text and hand-written cues, trained by
//! `cargo xtask train`. `docs/category.md` tells how, and how well it does. Touches the text, the draft's
//! facts and the table of cues only.

mod evidence;
mod grams;
mod hints;
pub mod learn;
mod model;
mod press;
mod scale;
mod shape;
mod share;
mod voice;

use draftlens_rule::Own;
use draftlens_text::{Kind, Language, Text};

use crate::{Category, CategoryReport, Draft, Settings};
pub(crate) use model::Model;
use shape::Shapes;
use voice::Voice;

/// Category and weight in hundredths of each cue, in the order of the cue files.
static CUES: &[(u8, i16)] = include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// What is left of every score in a language that the model does not know.
const FOREIGN: f64 = 0.4;
/// Fewer words than this say too little to be sure of.
const FEW: usize = 3;

/// Where a cue was found: tokens `start..end` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueMatch {
    /// Its row in the table of cues.
    pub cue: u32,
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
}

/// Words or a shape that speak for a category; `tokens` is `None` when no words carry it.
#[derive(Clone, Copy, Debug)]
struct Signal {
    tokens: Option<(u32, u32)>,
    weights: [f64; 3],
}

impl Signal {
    fn new(tokens: Option<(u32, u32)>, weights: [i32; 3], scale: f64) -> Self {
        Self { tokens, weights: weights.map(|w| f64::from(w) * scale) }
    }
}

/// Says what the draft is for. `matches` are the cues found in `text`; the rest tells who speaks, whose
/// the links are, and which post it answers.
pub(crate) fn score(
    model: &Model,
    text: &Text,
    matches: &[CueMatch],
    own: &Own,
    settings: &Settings,
    draft: &Draft,
) -> CategoryReport {
    let words = text.tokens().iter().filter(|t| t.kind == Kind::Word).count();
    if text.tokens().iter().all(|t| t.kind == Kind::Break) {
        return CategoryReport::default();
    }
    let known = is_known(text, words);
    let voice = Voice::of(own, settings, draft);
    let (signals, shapes) = signals(model, text, matches, &voice, draft, known);
    let mut scores = model.bias().map(|b| f64::from(b) / scale::SHAPE);
    for signal in &signals {
        for (score, weight) in scores.iter_mut().zip(signal.weights) {
            *score += weight;
        }
    }
    let sharpness = f64::from(model.sharpness(text.language())) / 100.0 * if known { 1.0 } else { FOREIGN };
    let shares = share::shares(scores.map(|s| s * sharpness));
    let first = (1..3).fold(0, |best, i| if shares[i] > shares[best] { i } else { best });
    let second = (0..3).filter(|&i| i != first).map(|i| shares[i]).max().unwrap_or(0);
    CategoryReport {
        label: Some(Category::ALL[first]),
        scores: shares,
        confident: known && words >= FEW && shares[first] - second >= model.sure,
        evidence: evidence::from(text, &signals),
        hints: hints::from(first, &shapes),
    }
}

/// Whether the language is one that the model was trained on; a few words are given the benefit of the doubt.
fn is_known(text: &Text, words: usize) -> bool {
    text.language() != Language::Unknown || words <= 12
}

/// Everything that speaks, each with its weight as it counts.
fn signals(
    model: &Model,
    text: &Text,
    matches: &[CueMatch],
    voice: &Voice<'_>,
    draft: &Draft,
    known: bool,
) -> (Vec<Signal>, Shapes) {
    let marks = voice.marks(text);
    let mut signals = Vec::with_capacity(text.tokens().len() + matches.len() + shape::COUNT);
    let mut seen = Once::new(model.grams());
    if known {
        grams::each::<false>(text, &marks, |_, hash, place| {
            if let Some(at) = model.gram(hash).filter(|&at| seen.first(at)) {
                signals.push(Signal::new(Some(place), model.gram_weights(at), 1.0));
            }
        });
        let share = scale::gram_share(signals.len()) / scale::GRAM;
        signals.iter_mut().for_each(|s| s.weights = s.weights.map(|w| w * share));
    }
    let mut seen = Once::new(CUES.len());
    let from = signals.len();
    for found in matches {
        if seen.first(found.cue as usize) {
            signals.push(Signal::new(Some((found.start, found.end)), model.cue(found.cue as usize), 1.0));
        }
    }
    let share = scale::damping(signals.len() - from) / scale::CUE;
    signals[from..].iter_mut().for_each(|s| s.weights = s.weights.map(|w| w * share));
    let shapes = shape::find(text, &marks, voice, draft);
    for (index, &value) in shapes.values.iter().enumerate() {
        if value > 0.0 {
            signals.push(Signal::new(shapes.places[index], model.shape(index), value / scale::SHAPE));
        }
    }
    (signals, shapes)
}

/// What the model sees in a draft: for training.
pub(crate) fn see(text: &Text, matches: &[CueMatch], own: &Own, settings: &Settings, draft: &Draft) -> learn::Seen {
    let voice = Voice::of(own, settings, draft);
    let marks = voice.marks(text);
    let mut grams = Vec::new();
    grams::each::<true>(text, &marks, |family, hash, _| grams.push((hash, family)));
    let mut cues: Vec<u32> = matches.iter().map(|m| m.cue).collect();
    grams.sort_unstable_by_key(|gram: &(u32, _)| gram.0);
    grams.dedup_by_key(|gram| gram.0);
    cues.sort_unstable();
    cues.dedup();
    let words = text.tokens().iter().filter(|t| t.kind == Kind::Word).count();
    let shapes = shape::find(text, &marks, &voice, draft).values.to_vec();
    learn::Seen { shapes, cues, grams, known: is_known(text, words), french: text.language() == Language::French }
}

/// Tells the first time of each number below a bound.
struct Once(Vec<u64>);

impl Once {
    fn new(bound: usize) -> Self {
        Self(vec![0; bound / 64 + 1])
    }

    fn first(&mut self, number: usize) -> bool {
        let Some(word) = self.0.get_mut(number / 64) else { return false };
        let bit = 1 << (number % 64);
        let first = *word & bit == 0;
        *word |= bit;
        first
    }
}
