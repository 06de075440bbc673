//! The words of a draft as hashes: single words, pairs, beginnings and pieces. Names, numbers, links and
//! handles stand as what they are, so that nobody's name is learned. Touches the text and who speaks.

use draftlens_text::{Kind, Text};

use super::voice::{Voice, Whose};

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

/// FNV-1a over the bytes.
pub(crate) fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
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

/// Letters at the beginning of a word that stand for all its forms.
const STEM: usize = 5;
/// Letters of a piece.
const PIECE: usize = 4;

/// Shows every gram of the text with its tokens, first to after the last. `own` as in `shape::find`.
pub(crate) fn each(text: &Text, own: &[u8], voice: &Voice<'_>, mut see: impl FnMut(Family, u32, (u32, u32))) {
    let tokens = text.tokens();
    let (mut before, mut from, mut i) = (sign::EDGE, 0, 0);
    while i < tokens.len() {
        let len = usize::from(own[i]).max(1);
        let place = (i as u32, (i + len) as u32);
        let folded = text.folded(&tokens[i]);
        let symbol = if own[i] > 0 { Some(sign::OWN) } else { symbol(tokens[i].kind, folded, voice) };
        if let Some(symbol) = symbol {
            see(Family::Word, mix(symbol, 1), place);
            see(Family::Pair, mix(pair(before, symbol), 2), (from, place.1));
            if own[i] == 0 {
                pieces(tokens[i].kind, folded, &mut |family, h| see(family, h, place));
            }
            (before, from) = (symbol, place.0);
        }
        i += len;
    }
    see(Family::Pair, mix(pair(before, sign::EDGE), 2), (from, tokens.len() as u32));
}

fn symbol(kind: Kind, folded: &str, voice: &Voice<'_>) -> Option<u32> {
    Some(match kind {
        Kind::Word | Kind::Emoji => hash(folded),
        Kind::Number => sign::NUMBER,
        Kind::Mark if matches!(folded, "." | ",") => return None,
        Kind::Mark => hash(folded),
        Kind::Link => match voice.whose(folded) {
            Whose::Ours => sign::OWN_LINK,
            Whose::Others => sign::OTHER_LINK,
            Whose::Unknown => sign::SHORT_LINK,
        },
        Kind::Hashtag => sign::TAG,
        Kind::Mention => sign::MENTION,
        Kind::Break => sign::BREAK,
        Kind::Email | Kind::Cashtag => sign::OTHER,
    })
}

/// The beginning of a long word, its pieces, and a hashtag's body as if it were a word.
fn pieces(kind: Kind, folded: &str, see: &mut impl FnMut(Family, u32)) {
    match kind {
        Kind::Hashtag => see(Family::Word, mix(hash(folded), 1)),
        Kind::Word if folded.is_ascii() => {
            if folded.len() > STEM {
                see(Family::Stem, mix(hash(&folded[..STEM]), 3));
            }
            for start in 1..folded.len().saturating_sub(PIECE - 1) {
                see(Family::Piece, mix(hash(&folded[start..start + PIECE]), 4));
            }
        }
        _ => {}
    }
}
