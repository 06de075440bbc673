//! The trained weights: a file that `cargo xtask train` writes (`engine/category/model.bin`), read where
//! it lies. Integers only; `docs/category.md` tells what the numbers mean.

use draftlens_text::Language;

/// The file's first bytes: name and version of the format.
pub const MAGIC: &[u8; 4] = b"DLC1";
/// Buckets of the grams' hashes.
pub const BUCKETS: usize = 1 << 16;
/// Bytes before the tables.
pub const HEADER: usize = 40;

static FILE: &[u8] = include_bytes!("../../category/model.bin");

/// Where a gram's weights stand: a bit a bucket, and how many bits are set before each word of 64.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    bits: Vec<u64>,
    before: Vec<u16>,
    grams: Planes,
    shapes: Planes,
    cues: Planes,
    bias: [i32; 3],
    /// Hundredths by which scores are multiplied before they become shares, and the same in French.
    sharpness: [u16; 2],
    /// The lead of the first share from which the label is sure, in hundredths of a percent.
    pub sure: u16,
    /// Digest of the data that it was trained on.
    pub digest: [u8; 8],
}

/// Weights of two categories, one after the other; the third's is what makes their sum zero.
#[derive(Clone, Copy, Debug)]
struct Planes(&'static [u8]);

impl Planes {
    fn at(self, index: usize) -> [i32; 3] {
        let half = self.0.len() / 2;
        let weight = |i: usize| self.0.get(i).map_or(0, |&b| i32::from(b as i8));
        if index >= half {
            return [0; 3];
        }
        let (a, b) = (weight(index), weight(half + index));
        [a, b, -(a + b)]
    }
}

impl Model {
    /// The model of this build.
    pub(crate) fn built_in() -> Self {
        Self::read(FILE)
    }

    /// Reads a model's file; what is missing in it weighs nothing.
    pub(crate) fn read(file: &'static [u8]) -> Self {
        let number = |at: usize| file.get(at..at + 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]));
        let signed = |at: usize| i32::from(number(at) as i16);
        let (shapes, cues, grams) = (number(24) as usize, number(26) as usize, number(28) as usize);
        let cut = |from: usize, len: usize| file.get(from..from + len).unwrap_or_default();
        let (a, b) = (HEADER + BUCKETS / 8, HEADER + BUCKETS / 8 + 2 * shapes);
        let bits: Vec<u64> = cut(HEADER, BUCKETS / 8)
            .chunks_exact(8)
            .map(|c| u64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]))
            .collect();
        let mut sum = 0;
        let mut before = Vec::with_capacity(bits.len());
        for word in &bits {
            before.push(sum);
            sum += word.count_ones() as u16;
        }
        let mut digest = [0; 8];
        digest.iter_mut().zip(cut(8, 8)).for_each(|(to, from)| *to = *from);
        Self {
            bits,
            before,
            shapes: Planes(cut(a, 2 * shapes)),
            cues: Planes(cut(b, 2 * cues)),
            grams: Planes(cut(b + 2 * cues, 2 * grams)),
            bias: [signed(16), signed(18), signed(20)],
            sharpness: [number(4), number(22)],
            sure: number(6),
            digest,
        }
    }

    /// The place of a gram's weights, where it has any.
    pub(crate) fn gram(&self, hash: u32) -> Option<usize> {
        let bucket = bucket(hash);
        let word = *self.bits.get(bucket / 64)?;
        let bit = 1_u64 << (bucket % 64);
        (word & bit != 0).then(|| usize::from(self.before[bucket / 64]) + (word & (bit - 1)).count_ones() as usize)
    }

    /// How many grams have weights.
    pub(crate) fn grams(&self) -> usize {
        self.grams.0.len() / 2
    }

    /// Weights of a gram by its place.
    pub(crate) fn gram_weights(&self, place: usize) -> [i32; 3] {
        self.grams.at(place)
    }

    /// Weights of a shape.
    pub(crate) fn shape(&self, index: usize) -> [i32; 3] {
        self.shapes.at(index)
    }

    /// Weights of a cue.
    pub(crate) fn cue(&self, index: usize) -> [i32; 3] {
        self.cues.at(index)
    }

    /// Hundredths by which scores in a language are multiplied before they become shares.
    pub(crate) fn sharpness(&self, language: Language) -> u16 {
        self.sharpness[usize::from(language == Language::French)]
    }

    /// What speaks for each category before anything is read.
    pub(crate) fn bias(&self) -> [i32; 3] {
        self.bias
    }
}

/// The bucket of a gram's hash.
pub(crate) fn bucket(hash: u32) -> usize {
    (hash >> 16) as usize
}
