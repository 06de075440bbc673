//! What `cargo xtask train` needs of the engine: what the model sees in a draft, and how its file is laid
//! out. No use to anybody else, and not in the wasm.

use super::{grams, model, shape};

pub use super::grams::Family;
pub use super::scale::{CUE, GRAM, SHAPE, damping, gram_share};
pub use model::{BUCKETS, HEADER, MAGIC};

/// Number of shapes.
pub const SHAPES: usize = shape::COUNT;

/// What the model sees in a draft.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Value of each shape, from 0 to 1.
    pub shapes: Vec<f64>,
    /// Rows of the cues found, each once, ascending.
    pub cues: Vec<u32>,
    /// Hashes of the grams with their family, each once, ascending.
    pub grams: Vec<(u32, Family)>,
    /// Whether the language is one that the model was trained on.
    pub known: bool,
    /// Whether it is French.
    pub french: bool,
}

/// Number of cues in the cue files.
#[must_use]
pub fn cues() -> usize {
    super::CUES.len()
}

/// The category that a cue's line names, and its weight in hundredths, before training.
#[must_use]
pub fn cue(index: usize) -> (u8, i16) {
    super::CUES.get(index).copied().unwrap_or((0, 0))
}

/// The names of the shapes, in order.
#[must_use]
pub fn shape_name(index: usize) -> String {
    shape::ALL.get(index).map_or_else(String::new, |shape| format!("{shape:?}"))
}

/// The bucket of a gram's hash.
#[must_use]
pub fn bucket(hash: u32) -> usize {
    model::bucket(hash)
}

/// The digest of the data that the built-in model was trained on.
#[must_use]
pub fn digest() -> [u8; 8] {
    model::Model::built_in().digest
}

/// The hash of the gram that a folded word is.
#[must_use]
pub fn word(word: &str) -> u32 {
    grams::word(word)
}
