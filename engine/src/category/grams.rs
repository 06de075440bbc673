//! The words of a draft as hashes: single words, pairs, beginnings and pieces. Names, numbers, links and
//! handles stand as what they are, so that nobody's name is learned. Touches the text and who speaks.

use draftlens_text::{Kind, Text};

use super::voice::{self, is_name};

/// What stands for a token in a hash; words stand as the hash of their folded form.
mod sign {
    pub const EDGE: u32 = 0x9E37_0001;
    pub const OWN: u32 = 0x9E37_0002;
    pub const NUMBER: u32 = 0x9E37_0003;
    pub const OWN_LINK: u32 = 0x9E37_0004;
    pub const OTHER_LINK: u32 = 0x9E37_0005;
    pub const SHORT_LINK: u32 = 0x9E37_0006;
    pub const TAG: u32 = 0x9E37_0007;
    pub const MENTION: u32 = 0x9E37_0008;
    pub const BREAK: u32 = 0x9E37_0009;
    pub const OTHER: u32 = 0x9E37_000A;
}

/// The kinds of grams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// One word, or what stands for it.
    Word,
    /// Two that follow one another.
    Pair,
    /// The beginning of a long word.
    Stem,
    /// Four letters inside a word.
    Piece,
}

const BASIS: u32 = 0x811C_9DC5;

/// FNV-1a over the bytes.
pub(crate) fn hash(word: &str) -> u32 {
    hash_on(BASIS, word.as_bytes())
}

fn hash_on(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

/// Spreads a hash over all its bits; the kind keeps families apart.
fn mix(hash: u32, kind: u32) -> u32 {
    let mut h = hash ^ kind.wrapping_mul(0x85EB_CA6B);
    h = (h ^ (h >> 16)).wrapping_mul(0x7FEB_352D);
    h = (h ^ (h >> 15)).wrapping_mul(0x846C_A68B);
    h ^ (h >> 16)
}

fn pair(a: u32, b: u32) -> u32 {
    a.rotate_left(13).wrapping_mul(0x9E37_79B1) ^ b
}

/// The gram that a folded word is, by itself.
pub(crate) fn word(word: &str) -> u32 {
    mix(hash(word), 1)
}

/// Letters at the beginning of a word that stand for all its forms.
const STEM: usize = 5;
/// Letters of a piece.
const PIECE: usize = 4;

/// Shows every gram of the text with its tokens, first to after the last; `marks` are those of the voice.
/// Pieces of words are shown only to who asks for them: the model that ships has none.
pub(crate) fn each<const PIECES: bool>(text: &Text, marks: &[u8], mut see: impl FnMut(Family, u32, (u32, u32))) {
    let tokens = text.tokens();
    let (mut before, mut from, mut i) = (sign::EDGE, 0, 0);
    while i < tokens.len() {
        let named = is_name(marks[i]);
        let len = if named { usize::from(marks[i]) } else { 1 };
        let place = (i as u32, (i + len) as u32);
        let folded = text.folded(&tokens[i]);
        let (symbol, stem) = if named { (Some(sign::OWN), None) } else { symbol(tokens[i].kind, folded, marks[i]) };
        if let Some(symbol) = symbol {
            see(Family::Word, mix(symbol, 1), place);
            see(Family::Pair, mix(pair(before, symbol), 2), (from, place.1));
            if let Some(stem) = stem {
                see(Family::Stem, mix(stem, 3), place);
            }
            if tokens[i].kind == Kind::Hashtag && !named {
                see(Family::Word, mix(hash(folded), 1), place);
            }
            if PIECES && tokens[i].kind == Kind::Word && folded.is_ascii() {
                for start in 1..folded.len().saturating_sub(PIECE - 1) {
                    see(Family::Piece, mix(hash(&folded[start..start + PIECE]), 4), place);
                }
            }
            (before, from) = (symbol, place.0);
        }
        i += len;
    }
    see(Family::Pair, mix(pair(before, sign::EDGE), 2), (from, tokens.len() as u32));
}

/// What stands for a token, and the hash of its first letters where it is a long word.
fn symbol(kind: Kind, folded: &str, mark: u8) -> (Option<u32>, Option<u32>) {
    let symbol = match kind {
        Kind::Word => {
            let stem = folded.as_bytes().get(..STEM).filter(|_| folded.len() > STEM).map(|b| hash_on(BASIS, b));
            let rest = if stem.is_some() { STEM } else { 0 };
            return (Some(hash_on(stem.unwrap_or(BASIS), &folded.as_bytes()[rest..])), stem);
        }
        Kind::Emoji => hash(folded),
        Kind::Number => sign::NUMBER,
        Kind::Mark if matches!(folded, "." | ",") => return (None, None),
        Kind::Mark => hash(folded),
        Kind::Link => match mark {
            voice::OURS => sign::OWN_LINK,
            voice::UNKNOWN => sign::SHORT_LINK,
            _ => sign::OTHER_LINK,
        },
        Kind::Hashtag => sign::TAG,
        Kind::Mention => sign::MENTION,
        Kind::Break => sign::BREAK,
        Kind::Email | Kind::Cashtag => sign::OTHER,
    };
    (Some(symbol), None)
}
