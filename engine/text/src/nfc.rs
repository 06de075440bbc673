//! Composition to Unicode's normal form C, as X does before it counts.
//!
//! Tables of our own: the usual crate would cost the wasm ten times as much. Ideographs of
//! compatibility are left as they are: what they would become is as wide.

use crate::order;
use crate::tables::{BASES, FAR_PAIRS, MARKS, ORDERS, SPLITS, WHOLES};

const HANGUL: u32 = 0xAC00;
const HANGUL_COUNT: u32 = 11_172;
const LEAD: u32 = 0x1100;
const VOWEL: u32 = 0x1161;
const TAIL: u32 = 0x11A7;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;

/// Whether a text is composed already. Never true of one that is not; most texts answer at once.
#[must_use]
pub fn is_composed(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|c| c < '\u{300}' || !may_change(c))
}

/// Whether a character alone or with the one before it may change.
fn may_change(c: char) -> bool {
    order(c) != 0
        || (VOWEL..VOWEL + VOWELS).contains(&(c as u32))
        || (TAIL + 1..TAIL + TAILS).contains(&(c as u32))
        || split(c).is_some()
        || is_second(c)
}

/// A composed text that knows where its parts stood in the source.
pub struct Composed {
    /// The text in normal form C.
    pub text: String,
    /// For every byte of `text` and its end, the byte of the source; what was composed stands where its
    /// stretch began, marks after it that stayed as they were where they stood.
    places: Vec<u32>,
}

impl Composed {
    /// The byte of the source where the stretch at a byte of the composed text begins.
    #[must_use]
    pub fn place(&self, byte: usize) -> usize {
        self.places.get(byte).or(self.places.last()).map_or(0, |&place| place as usize)
    }
}

/// Composes a text.
#[must_use]
pub fn compose(source: &str) -> Composed {
    let mut composed = Composed { text: String::with_capacity(source.len()), places: Vec::new() };
    let mut stretch: Vec<(u8, char)> = Vec::new();
    let mut start = 0;
    let mut chars = source.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        decompose(c, &mut stretch);
        if chars.peek().is_none_or(|&(_, next)| starts_stretch(next)) {
            sort_marks(&mut stretch);
            recompose(&mut stretch);
            let from = composed.text.len();
            composed.text.extend(stretch.drain(..).map(|(_, c)| c));
            let end = chars.peek().map_or(source.len(), |&(next, _)| next) as u32;
            let same = same_end(&composed.text[from..], &source[start as usize..end as usize]);
            composed.places.resize(composed.text.len() - same, start);
            composed.places.extend(end - same as u32..end);
            start = end;
        }
    }
    composed.places.push(source.len() as u32);
    composed
}

/// How many bytes at the end of two texts are the same, in whole characters.
fn same_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// Whether nothing before a character can change it.
fn starts_stretch(c: char) -> bool {
    c < '\u{300}' || !may_change(c)
}

/// Sorts each run of marks by its class, keeping the order of equals.
fn sort_marks(stretch: &mut [(u8, char)]) {
    for marks in stretch.split_mut(|&(order, _)| order == 0) {
        order::sort_by(marks, &|a, b| a.0 < b.0);
    }
}

fn decompose(c: char, out: &mut Vec<(u8, char)>) {
    let code = c as u32;
    if let Some(index) = code.checked_sub(HANGUL).filter(|&i| i < HANGUL_COUNT) {
        let tail = index % TAILS;
        let parts = [LEAD + index / TAILS / VOWELS, VOWEL + index / TAILS % VOWELS, TAIL + tail];
        let parts = parts.into_iter().take(if tail == 0 { 2 } else { 3 });
        out.extend(parts.filter_map(char::from_u32).map(|c| (0, c)));
    } else if let Some((base, mark)) = pair_of(c) {
        decompose(base, out);
        out.push((order(mark), mark));
    } else if let Some(parts) = split(c) {
        out.extend(parts.chars().map(|c| (order(c), c)));
    } else {
        out.push((order(c), c));
    }
}

/// Composes in place: each mark with the starter before it, unless another mark of its class or
/// higher stands between.
fn recompose(parts: &mut Vec<(u8, char)>) {
    let mut starter: Option<usize> = None;
    let mut kept = 0;
    for i in 0..parts.len() {
        let (order, c) = parts[i];
        let composed = starter.and_then(|s| {
            let blocked = kept > s + 1 && (parts[kept - 1].0 >= order || parts[kept - 1].0 == 0);
            if blocked { None } else { pair(parts[s].1, c).map(|whole| (s, whole)) }
        });
        if let Some((s, whole)) = composed {
            parts[s].1 = whole;
            continue;
        }
        if order == 0 {
            starter = Some(kept);
        }
        parts[kept] = (order, c);
        kept += 1;
    }
    parts.truncate(kept);
}

/// What a base and a mark compose to.
fn pair(base: char, mark: char) -> Option<char> {
    let (b, m) = (base as u32, mark as u32);
    if let (Some(lead), Some(vowel)) =
        (b.checked_sub(LEAD).filter(|&i| i < 19), m.checked_sub(VOWEL).filter(|&i| i < VOWELS))
    {
        return char::from_u32(HANGUL + (lead * VOWELS + vowel) * TAILS);
    }
    if let (Some(index), Some(tail)) =
        (b.checked_sub(HANGUL).filter(|&i| i < HANGUL_COUNT), m.checked_sub(TAIL).filter(|&i| (1..TAILS).contains(&i)))
    {
        return (index % TAILS == 0).then(|| char::from_u32(b + tail)).flatten();
    }
    if let (Ok(b), Ok(m)) = (u16::try_from(b), u16::try_from(m)) {
        let first = MARKS.partition_point(|&mark| mark < m);
        let last = MARKS.partition_point(|&mark| mark <= m);
        let found = BASES[first..last].binary_search(&b).ok()?;
        return char::from_u32(u32::from(WHOLES[first + found]));
    }
    FAR_PAIRS.iter().find(|p| p[0] == b && p[1] == m).and_then(|p| char::from_u32(p[2]))
}

/// The base and mark of a composed character.
fn pair_of(c: char) -> Option<(char, char)> {
    let code = c as u32;
    if !can_be_pair(code) {
        return None;
    }
    let near = WHOLES.iter().position(|&whole| u32::from(whole) == code);
    let near = near.map(|at| [u32::from(BASES[at]), u32::from(MARKS[at])]);
    let [base, mark] = near.or_else(|| FAR_PAIRS.iter().find(|p| p[2] == code).map(|p| [p[0], p[1]]))?;
    Some((char::from_u32(base)?, char::from_u32(mark)?))
}

/// Spares the search for most characters: the blocks that hold composed ones.
fn can_be_pair(code: u32) -> bool {
    matches!(code, 0xC0..=0x233 | 0x344..=0x4F9 | 0x622..=0x6D3 | 0x929..=0x934 | 0x9CB..=0x9CC | 0xB48..=0x1026 | 0x1B06..=0x1B43 | 0x1E00..=0x1FFC | 0x2190..=0x22ED | 0x304C..=0x30FE | 0x11000..=0x1F000)
}

/// What a character becomes that composes with nothing again.
fn split(c: char) -> Option<&'static str> {
    if c < '\u{340}' {
        return None;
    }
    SPLITS.binary_search_by_key(&c, |s| s.0).ok().map(|i| SPLITS[i].1)
}

/// Whether a character is the mark of a pair.
fn is_second(c: char) -> bool {
    let code = c as u32;
    match u16::try_from(code) {
        Ok(code) => MARKS.binary_search(&code).is_ok(),
        Err(_) => FAR_PAIRS.iter().any(|p| p[1] == code),
    }
}

/// The canonical combining class.
fn order(c: char) -> u8 {
    if c < '\u{300}' {
        return 0;
    }
    let code = c as u32;
    let next = ORDERS.partition_point(|run| run.0 <= code);
    match ORDERS.get(next.wrapping_sub(1)) {
        Some(&(start, len, order)) if code - start < u32::from(len) => order,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn composed(text: &str) -> String {
        compose(text).text
    }

    fn is_ideograph(c: char) -> bool {
        matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
    }

    #[test]
    fn every_character_composes_as_in_the_standard() {
        for c in ('\0'..=char::MAX).filter(|&c| !is_ideograph(c)) {
            let text = c.to_string();
            assert_eq!(composed(&text), text.nfc().collect::<String>(), "U+{:04X}", c as u32);
            assert_eq!(composed(&text.nfd().collect::<String>()), text.nfc().collect::<String>(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn every_character_with_marks_composes_as_in_the_standard() {
        let marks = [
            "\u{301}",
            "\u{323}\u{302}",
            "\u{302}\u{323}",
            "\u{327}\u{301}\u{301}",
            "\u{93C}",
            "\u{11A8}",
            "\u{1161}\u{11A8}",
            "\u{345}\u{300}",
            "\u{3099}",
        ];
        for c in ('\0'..='\u{FFFF}').filter(|&c| !is_ideograph(c)) {
            for mark in marks {
                let text = format!("x{c}{mark}y");
                assert_eq!(composed(&text), text.nfc().collect::<String>(), "{text:?}");
            }
        }
    }

    #[test]
    fn every_place_is_that_of_the_source() {
        let composed = compose("ae\u{301}b\u{1112}\u{1161}c");
        assert_eq!(composed.text, "aéb하c");
        let places: Vec<usize> = composed.text.char_indices().map(|(at, _)| composed.place(at)).collect();
        assert_eq!((places, composed.place(composed.text.len())), (vec![0, 1, 4, 5, 11], 12));
    }

    #[test]
    fn is_composed_never_lies() {
        for c in ('\0'..=char::MAX).filter(|&c| !is_ideograph(c)) {
            let text = format!("e{c}");
            assert!(!is_composed(&text) || text == text.nfc().collect::<String>(), "{text:?}");
        }
        assert!(is_composed("déjà 日本語 😀") && !is_composed("e\u{301}"));
    }
}
