//! The dictionary of the hashtag splitter: `engine/data/words.*`, as `build.rs` packs it.

use std::sync::OnceLock;

use draftlens_text::words;

/// Whose words.
#[derive(Clone, Copy)]
pub(super) enum Words {
    English,
    French,
    /// Of either language.
    Either,
}

/// The words of both languages; its format is told in `build.rs`.
static PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// What a word of each class costs, in hundredths of the logarithm of its rarity: seven classes from the
/// commonest to the rarest, then words that only look as if they were made of two.
const COSTS: [u32; 8] = [500, 680, 790, 870, 940, 1000, 1060, 1100];

impl Words {
    /// What a folded word costs; `None` when it is not there.
    pub(super) fn cost(self, word: &str) -> Option<u32> {
        let classes = words::entry(unpacked(), word, 1)?.bytes().next_back()?.saturating_sub(b'!');
        let class = match self {
            Self::English => classes / 9,
            Self::French => classes % 9,
            Self::Either => (classes / 9).min(classes % 9),
        };
        COSTS.get(usize::from(class)).copied()
    }
}

/// Each word with its sign after it and a space between: unpacked when the first tag is looked at.
fn unpacked() -> &'static str {
    static UNPACKED: OnceLock<String> = OnceLock::new();
    UNPACKED.get_or_init(|| unpack(PACKED))
}

fn unpack(packed: &str) -> String {
    let (letters, classes) = packed.split_once('\n').unwrap_or_default();
    let mut classes = classes.chars();
    let mut out = String::with_capacity(letters.len() * 3);
    let mut word = String::new();
    // One more sign ends the last word.
    for letter in letters.bytes().chain([b'A']) {
        if !letter.is_ascii_uppercase() {
            word.push(char::from(letter));
            continue;
        }
        if !word.is_empty() {
            out.push_str(&word);
            out.push(classes.next().unwrap_or('!'));
            out.push(' ');
        }
        word.truncate(word.len().saturating_sub(usize::from(letter - b'A')));
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_files_is_found_with_its_class_and_no_other() {
        let files = [
            (Words::English, include_str!("../../../data/words.en")),
            (Words::French, include_str!("../../../data/words.fr")),
        ];
        for (words, file) in files {
            assert_eq!(file.lines().count(), COSTS.len());
            for (line, cost) in file.lines().zip(COSTS) {
                assert!(line.bytes().all(|b| b == b' ' || b.is_ascii_lowercase()));
                assert!(
                    line.split(' ').all(|w| words.cost(w) == Some(cost) && words.cost(&format!("{w}qx")).is_none())
                );
            }
        }
        assert_eq!((Words::English.cost(""), Words::English.cost("pourquoi")), (None, None));
    }
}
