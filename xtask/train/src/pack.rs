//! The model's file: weights as small integers, laid out as `engine/src/category/model.rs` reads them.

use std::fs;

use draftlens_engine::category::learn::{BUCKETS, CUE, GRAM, HEADER, MAGIC, SHAPE};

use crate::linear::{Linear, Weights};
use crate::rows::{DATA, files};

/// Where the model stands.
pub const PATH: &str = "engine/category/model.bin";

/// What calibration found.
#[derive(Clone, Copy, Debug)]
pub struct Dials {
    /// Scores are multiplied by so many hundredths before they become shares.
    pub sharpness: u16,
    /// The same in French.
    pub french: u16,
    /// The lead from which an answer is sure, in hundredths of a percent.
    pub sure: u16,
}

impl Dials {
    /// What scores are multiplied by.
    pub fn factor(&self, french: bool) -> f64 {
        f64::from(if french { self.french } else { self.sharpness }) / 100.0
    }
}

/// A model whose weights are what the file can hold.
pub fn rounded(model: &Linear) -> Linear {
    let round = |weights: &Weights, unit: f64| -> Weights {
        let [a, b] = [0, 1].map(|k| small(weights[k], unit));
        [a, b, -(a + b)].map(|w| f64::from(w) / unit)
    };
    let all = |list: &[Weights], unit: f64| list.iter().map(|w| round(w, unit)).collect();
    let grams = model.grams.iter().map(|(bucket, w)| (*bucket, round(w, GRAM)));
    Linear {
        bias: model.bias.map(|b| f64::from(wide(b)) / SHAPE),
        shapes: all(&model.shapes, SHAPE),
        cues: all(&model.cues, CUE),
        grams: grams.filter(|(_, w)| w[0] != 0.0 || w[1] != 0.0).collect(),
    }
}

fn small(weight: f64, unit: f64) -> i32 {
    nearest(weight * unit).clamp(-127, 127)
}

fn wide(weight: f64) -> i16 {
    nearest(weight * SHAPE).clamp(-32_000, 32_000) as i16
}

/// Rounds without the standard library's `round`, which may differ between machines.
fn nearest(x: f64) -> i32 {
    if x < 0.0 { -((0.5 - x) as i32) } else { (x + 0.5) as i32 }
}

/// The file's bytes.
pub fn bytes(model: &Linear, dials: Dials, digest: [u8; 8]) -> Vec<u8> {
    let model = rounded(model);
    let mut out = MAGIC.to_vec();
    let number = |out: &mut Vec<u8>, n: u16| out.extend(n.to_le_bytes());
    number(&mut out, dials.sharpness);
    number(&mut out, dials.sure);
    out.extend(digest);
    model.bias.iter().for_each(|b| out.extend(wide(*b).to_le_bytes()));
    number(&mut out, dials.french);
    for count in [model.shapes.len(), model.cues.len(), model.grams.len()] {
        number(&mut out, count as u16);
    }
    out.resize(HEADER, 0);
    let mut bits = vec![0; BUCKETS / 8];
    model.grams.keys().for_each(|bucket| bits[bucket / 8] |= 1 << (bucket % 8));
    out.extend(bits);
    planes(&mut out, model.shapes.iter(), SHAPE);
    planes(&mut out, model.cues.iter(), CUE);
    planes(&mut out, model.grams.values(), GRAM);
    out
}

/// The weights for the first category, then those for the second.
fn planes<'a>(out: &mut Vec<u8>, weights: impl Iterator<Item = &'a Weights>, unit: f64) {
    let (first, second): (Vec<u8>, Vec<u8>) =
        weights.map(|w| (small(w[0], unit) as i8 as u8, small(w[1], unit) as i8 as u8)).unzip();
    out.extend(first);
    out.extend(second);
}

/// A digest of all that the model is trained on and that stands in the repository.
pub fn digest() -> Result<[u8; 8], String> {
    let mut paths = files(&format!("{DATA}/labels"))?;
    paths.extend(files(&format!("{DATA}/written"))?);
    paths.push(format!("{DATA}/vectors.en"));
    paths.extend(["any", "en", "fr"].map(|name| format!("engine/category/{name}.cues")));
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for path in paths {
        let file = fs::read(&path).map_err(|error| format!("{path} could not be read: {error}."))?;
        for byte in path.bytes().chain(file) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
    Ok(hash.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_engine::category::learn;

    /// Without the posts outside the repository nobody can train again, but anybody can see that the file is the
    /// one that was trained on these labels, written rows and cues, for the shapes and cues of this engine.
    #[test]
    fn the_model_is_of_this_data_and_this_engine() {
        std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).unwrap();
        let file = fs::read(PATH).unwrap();
        let count = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
        assert!(file.starts_with(MAGIC));
        assert_eq!((count(24), count(26)), (learn::SHAPES, learn::cues()), "run `cargo xtask train`");
        let grams = file[HEADER..HEADER + BUCKETS / 8].iter().map(|byte| byte.count_ones() as usize).sum::<usize>();
        assert_eq!(count(28), grams);
        assert_eq!(file.len(), HEADER + BUCKETS / 8 + 2 * (learn::SHAPES + learn::cues() + grams));
        assert_eq!(
            digest().unwrap(),
            file[8..16],
            "labels, written rows or cues have changed: run `cargo xtask train`"
        );
    }

    #[test]
    fn the_same_rows_train_the_same_bytes() {
        std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).unwrap();
        let rows = || crate::rows::read().unwrap().rows.into_iter().filter(|row| !row.real).collect();
        let made = || {
            let set = crate::folds::Set::new(rows()).unwrap();
            let all: Vec<usize> = (0..set.rows.len()).collect();
            let recipe = crate::linear::Recipe { accounts: 2, keep: 500, ..crate::recipe::CHOSEN };
            bytes(&set.fit(&all, &recipe), Dials { sharpness: 100, french: 100, sure: 5_000 }, [0; 8])
        };
        let first = made();
        assert!(first.len() > HEADER + BUCKETS / 8 + 2 * (learn::SHAPES + learn::cues()), "no grams were kept");
        assert!(first == made());
    }
}
