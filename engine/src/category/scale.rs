//! How much each kind of sign counts: the same numbers in training and in the browser.

/// Units of a gram's weight in one of log-odds, before `gram_share`.
pub const GRAM: f64 = 48.0;
/// Units of a shape's weight.
pub const SHAPE: f64 = 32.0;
/// Units of a cue's weight.
pub const CUE: f64 = 32.0;

/// A text with many cues repeats itself: this many different cues halve what each says.
const CROWD: f64 = 16.0;

/// What each cue still says among so many different ones.
#[must_use]
pub fn damping(different: usize) -> f64 {
    CROWD / (CROWD + different as f64)
}

/// What each gram says among so many that have weights: a long text is not surer for being long.
#[must_use]
pub fn gram_share(count: usize) -> f64 {
    4.0 / (count as f64 + 8.0).sqrt()
}
