//! The words that moved the scores, as the writer can be shown them: never two over the same place.

use draftlens_text::Text;
use draftlens_text::order;

use super::Signal;
use crate::{Category, Evidence};

/// The most places that are told: the heaviest.
const MOST: usize = 12;
/// The most signals that are looked at for them.
const LOOKED_AT: usize = 18;
/// What weighs less says nothing that a writer would see.
const LEAST: f64 = 0.1;
/// What a word of up to three letters alone must weigh: the model counts “at” and “de”, but they convince nobody.
const LEAST_SMALL: f64 = 0.5;

/// Turns what spoke into places of the text: the heaviest first choice of place, then by place.
pub(super) fn from(text: &Text, signals: &[Signal]) -> Vec<Evidence> {
    let mut kept: Vec<Piece> = Vec::with_capacity(MOST);
    for piece in heaviest(signals) {
        match kept.iter_mut().find(|k| k.overlaps(&piece)) {
            Some(same) if same.category == piece.category => same.weight += piece.weight,
            Some(_) => {}
            None => kept.push(piece),
        }
    }
    order::sort_by(&mut kept, &heavier);
    kept.truncate(MOST);
    order::sort_by(&mut kept, &|a, b| a.tokens < b.tokens);
    kept.iter().filter(|k| !k.is_small_word(text)).filter_map(|k| k.report(text)).collect()
}

/// The signals that weigh most, the heaviest first.
fn heaviest(signals: &[Signal]) -> Vec<Piece> {
    let mut top: Vec<Piece> = Vec::with_capacity(LOOKED_AT + 1);
    for piece in signals.iter().filter_map(Piece::of) {
        if top.len() == LOOKED_AT && top.last().is_some_and(|last| !heavier(&piece, last)) {
            continue;
        }
        let place = top.iter().rposition(|other| !heavier(&piece, other)).map_or(0, |i| i + 1);
        top.insert(place, piece);
        top.truncate(LOOKED_AT);
    }
    top
}

/// Whether `a` weighs more than `b`, or as much and stands before it.
fn heavier(a: &Piece, b: &Piece) -> bool {
    a.weight > b.weight || (a.weight == b.weight && a.tokens < b.tokens)
}

struct Piece {
    tokens: (u32, u32),
    category: usize,
    weight: f64,
}

impl Piece {
    /// What a signal says for the category it helps most, over what it says for the others.
    fn of(signal: &Signal) -> Option<Self> {
        let weights = signal.weights;
        let category = (1..3).fold(0, |best, i| if weights[i] > weights[best] { i } else { best });
        let others = (weights[0] + weights[1] + weights[2] - weights[category]) / 2.0;
        Some(Self { tokens: signal.tokens?, category, weight: weights[category] - others })
            .filter(|p| p.weight >= LEAST)
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.tokens.0 < other.tokens.1 && other.tokens.0 < self.tokens.1
    }

    /// Whether it is one short word that weighs little.
    fn is_small_word(&self, text: &Text) -> bool {
        let (first, after) = self.tokens;
        let is_short = |word: &str| word.chars().count() <= 3 && word.chars().all(char::is_alphabetic);
        let token = text.tokens().get(first as usize);
        after - first == 1 && self.weight < LEAST_SMALL && token.is_some_and(|token| is_short(text.folded(token)))
    }

    fn report(&self, text: &Text) -> Option<Evidence> {
        let (first, last) =
            (text.tokens().get(self.tokens.0 as usize)?, text.tokens().get(self.tokens.1 as usize - 1)?);
        let weight = (self.weight * 100.0 + 0.5).clamp(1.0, 65_535.0) as u16;
        let category = Category::ALL[self.category];
        Some(Evidence { start: text.utf16(first.start), end: text.utf16(last.end), category, weight })
    }
}
