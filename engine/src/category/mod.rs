//! What a post is for: promotional, curated or engagement, with the words that say so.
//!
//! Cues and shapes add up to a score for each category; shares of a hundred come from the scores.
//! [`score`] is the whole interface: a trained model can stand behind it. `docs/category.md` tells how
//! it works and how well. Touches the text, the draft's facts and the table of cues only.

mod evidence;
mod features;
mod share;
mod voice;

use draftlens_rule::Own;
use draftlens_text::{Kind, Text};

use crate::{Category, CategoryReport, Draft, Settings};
use voice::Voice;

/// Category and weight in hundredths of each cue, in the order of the cue files.
static CUES: &[(u8, i16)] = include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// What speaks for each category before anything is read, in hundredths of log-odds.
const BIAS: [i16; 3] = [15, 15, -30];

/// Scores are multiplied by it before they become shares, so that a share is how often it is right.
const SHARPNESS: f64 = 1.0;

/// A text with many cues repeats itself: this many different cues halve what each says.
const CROWD: f64 = 16.0;

/// The lead of the first share over the second from which the label is sure, in hundredths of a percent.
const SURE: u16 = 3_500;

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

/// Says what the draft is for. `matches` are the cues found in `text`; the rest tells who speaks, whose
/// the links are, and which post it answers.
pub(crate) fn score(
    text: &Text,
    matches: &[CueMatch],
    own: &Own,
    settings: &Settings,
    draft: &Draft,
) -> CategoryReport {
    if text.tokens().iter().all(|t| t.kind == Kind::Break) {
        return CategoryReport::default();
    }
    let voice = Voice::of(own, settings, draft);
    let signals = signals(text, matches, &voice, draft);
    let mut scores = BIAS.map(|b| f64::from(b) / 100.0);
    for signal in &signals {
        for (score, weight) in scores.iter_mut().zip(signal.weights) {
            *score += weight;
        }
    }
    let shares = share::shares(scores.map(|s| s * SHARPNESS));
    let first = (1..3).fold(0, |best, i| if shares[i] > shares[best] { i } else { best });
    let second = (0..3).filter(|&i| i != first).map(|i| shares[i]).max().unwrap_or(0);
    CategoryReport {
        label: Some(Category::ALL[first]),
        scores: shares,
        confident: shares[first] - second >= SURE,
        evidence: evidence::from(text, &signals),
    }
}

/// Everything that speaks, each with its weight as it counts.
fn signals(text: &Text, matches: &[CueMatch], voice: &Voice<'_>, draft: &Draft) -> Vec<Signal> {
    let damped = damping(matches);
    let mut signals = Vec::with_capacity(matches.len() + 8);
    for (i, found) in matches.iter().enumerate() {
        let Some(&(category, weight)) = CUES.get(found.cue as usize) else { continue };
        let before = matches[..i].iter().filter(|m| m.cue == found.cue).count();
        let mut weights = [0.0; 3];
        if let Some(own) = weights.get_mut(usize::from(category)) {
            *own = f64::from(weight) / 100.0 * damped * repeated(before);
        }
        signals.push(Signal { tokens: Some((found.start, found.end)), weights });
    }
    for feature in features::find(text, voice, draft) {
        let weights = feature.kind.weights().map(|w| f64::from(w) / 100.0 * feature.value);
        signals.push(Signal { tokens: feature.tokens, weights });
    }
    signals
}

/// A cue says most the first time, half as much the second and third, and nothing more after that.
fn repeated(before: usize) -> f64 {
    match before {
        0 => 1.0,
        1 | 2 => 0.5,
        _ => 0.0,
    }
}

/// What each cue still says among so many different ones.
fn damping(matches: &[CueMatch]) -> f64 {
    let different = (0..matches.len()).filter(|&i| matches[..i].iter().all(|m| m.cue != matches[i].cue)).count();
    CROWD / (CROWD + different as f64)
}
