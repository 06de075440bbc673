//! The recipe that ships, and those that were tried beside it.

use crate::linear::Recipe;

/// What ships.
pub const CHOSEN: Recipe = Recipe {
    name: "chosen",
    grams: [0.25, 0.2, 0.2, 0.0],
    meanings: 0.03,
    shapes: 0.6,
    known: true,
    cues: 0.5,
    cue_prior: 1.2,
    accounts: 3,
    keep: 4000,
    even: 0.3,
};

/// What was tried beside it, each without or with one thing more.
pub const TRIED: [Recipe; 14] = [
    CHOSEN,
    Recipe { name: "without words and pairs", grams: [0.0; 4], ..CHOSEN },
    Recipe { name: "without meanings", meanings: 0.0, ..CHOSEN },
    Recipe { name: "without cues", cues: 0.0, ..CHOSEN },
    Recipe { name: "without shapes", shapes: 0.0, ..CHOSEN },
    Recipe { name: "words and pairs alone", cues: 0.0, shapes: 0.0, grams: [0.8, 0.5, 0.6, 0.3], ..CHOSEN },
    Recipe { name: "cues alone", shapes: 0.0, grams: [0.0; 4], ..CHOSEN },
    Recipe { name: "single words only", grams: [0.25, 0.0, 0.0, 0.0], ..CHOSEN },
    Recipe { name: "with pieces of words", grams: [0.25, 0.2, 0.2, 0.1], ..CHOSEN },
    Recipe { name: "words as strong as they like", grams: [0.8, 0.5, 0.6, 0.0], ..CHOSEN },
    Recipe { name: "cues without a prior", cue_prior: 0.0, ..CHOSEN },
    Recipe { name: "shapes without a prior", known: false, ..CHOSEN },
    Recipe { name: "shapes held looser", shapes: 1.0, ..CHOSEN },
    Recipe { name: "every post counts alike", even: 0.0, ..CHOSEN },
];
