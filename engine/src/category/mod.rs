//! What the post is for: promotional, curated or engagement, from the cues found in it.

use draftlens_rule::Own;
use draftlens_text::Text;

use crate::{CategoryReport, Draft, Settings};

/// A cue that was found: its number, and its tokens.
pub(crate) struct CueMatch {
    pub(crate) cue: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Category and weight in hundredths of each cue, in the order of the cue files.
static CUES: &[(u8, i16)] = include!(concat!(env!("OUT_DIR"), "/cues.rs"));

/// Scores a text.
pub(crate) fn score(
    text: &Text,
    cues: &[CueMatch],
    _own: &Own,
    _settings: &Settings,
    _draft: &Draft,
) -> CategoryReport {
    let mut sums = [0.0f64; 3];
    for cue in cues {
        let (category, weight) = CUES[cue.cue as usize];
        sums[category as usize] += f64::from(weight) / 100.0 * f64::from(cue.end > cue.start);
    }
    if text.tokens().is_empty() {
        return CategoryReport::default();
    }
    let powers = sums.map(libm::exp);
    let total: f64 = powers.iter().sum();
    CategoryReport { scores: powers.map(|p| (p / total * 10_000.0) as u16), ..CategoryReport::default() }
}
