//! How alike two texts are: pairs of neighbouring words, hashed. Links, numbers, marks and emoji do not
//! count, so that a post with another link or another emoji is the same post.

use draftlens_text::{Kind, Text, order};

/// So many hashes of a text are kept, the smallest: a fair sample of a long one, all of a post.
const KEPT: usize = 96;

/// So many words of a text are looked at: more than any network takes.
const MOST_WORDS: usize = 16_384;

/// Words of an opening, words that a shape needs, and how alike texts of one opening are, in percent, that were
/// cast in a mould.
const OPENING: usize = 4;
const FIXED: u32 = 4;
const CAST: u32 = 35;

/// What is kept of a text to compare it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sketch {
    /// Hashes of its pairs of words, sorted, each once.
    pairs: Vec<u32>,
    /// Hash of its shape: numbers, links, names and tags stand for any other.
    pub(crate) shape: u32,
    /// Words that the shape holds as they are.
    pub(crate) fixed: u32,
    /// Hash of its first words; 0 for a text of fewer.
    opening: u32,
}

impl Sketch {
    pub(crate) fn of(text: &Text) -> Self {
        let mut pairs = Vec::new();
        let mut last = START;
        let (mut shape, mut fixed, mut words, mut opening) = (START, 0, 0, START);
        for (index, token) in text.tokens().iter().enumerate() {
            if token.kind == Kind::Word && pairs.len() < MOST_WORDS {
                let word = hash(START, text.folded(token));
                pairs.push(hash(last, text.folded(token)));
                (last, words) = (word, words + 1);
                if words <= OPENING {
                    opening = hash(opening, text.folded(token));
                }
            }
            let begins = index == 0 || text.tokens()[index - 1].sentence != token.sentence;
            let is_name = !begins && text.typed(token).starts_with(|c: char| c.is_uppercase());
            shape = match token.kind {
                Kind::Word if is_name => shape,
                Kind::Word => {
                    fixed += 1;
                    hash(shape, text.folded(token))
                }
                Kind::Mark => hash(shape, text.folded(token)),
                Kind::Break | Kind::Emoji => shape,
                kind => hash(shape, MASKS[kind as usize % MASKS.len()]),
            };
        }
        if words > 0 {
            pairs.push(last);
        }
        order::sort(&mut pairs);
        pairs.dedup();
        pairs.truncate(KEPT);
        Self { pairs, shape, fixed, opening: if words < OPENING { 0 } else { opening } }
    }

    /// Whether two texts were cast in one mould: the same but for names and numbers, or the same opening and much
    /// of the rest.
    pub(crate) fn same_mould(&self, other: &Self) -> bool {
        self.fixed >= FIXED && self.shape == other.shape
            || self.opening != 0 && self.opening == other.opening && self.likeness(other) >= CAST
    }

    /// How alike they are, in percent of their pairs of words.
    pub(crate) fn likeness(&self, other: &Self) -> u32 {
        let (a, b) = (&self.pairs, &other.pairs);
        let (few, many) = (a.len().min(b.len()), a.len().max(b.len()));
        // Lengths this far apart cannot be alike enough to matter.
        if few == 0 || few * 2 < many {
            return 0;
        }
        let (mut i, mut j, mut same, mut all) = (0, 0, 0usize, 0usize);
        while i < a.len() && j < b.len() && all < KEPT {
            all += 1;
            if a[i] == b[j] {
                same += 1;
                (i, j) = (i + 1, j + 1);
            } else if a[i] < b[j] {
                i += 1;
            } else {
                j += 1;
            }
        }
        if all < KEPT {
            all += (a.len() - i) + (b.len() - j);
        }
        (same * 100 / all.max(1)) as u32
    }
}

/// What stands for a kind of token in a shape.
const MASKS: [&str; 7] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{5}", "\u{6}", "\u{7}"];

const START: u32 = 0x811C_9DC5;

fn hash(from: u32, word: &str) -> u32 {
    word.bytes().chain([0]).fold(from, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::Sketch;
    use draftlens_text::Text;

    fn likeness(a: &str, b: &str) -> u32 {
        Sketch::of(&Text::parse(a)).likeness(&Sketch::of(&Text::parse(b)))
    }

    #[test]
    fn another_emoji_or_link_leaves_a_post_the_same() {
        let post = "Our autumn menu is here: pumpkin, chestnut and a very long list of cheeses from the Jura";
        assert_eq!(likeness(post, &format!("🎃 {post} https://acme.com/b 20")), 100);
        let one_word = post.replace("chestnut", "mushroom");
        assert!((75..100).contains(&likeness(post, &one_word)), "{}", likeness(post, &one_word));
        assert!(likeness(post, "The new menu of this autumn: come and try our pumpkin soup with cheese") < 30);
        assert_eq!(likeness("", ""), 0);
        assert_eq!(likeness("Merci", "MERCI !"), 100);
    }

    #[test]
    fn long_texts_are_compared_by_a_sample() {
        let words = |from: u32| (from..from + 3000).map(|i| format!("w{i}x ")).collect::<String>();
        assert_eq!(likeness(&words(0), &words(0)), 100);
        assert!(likeness(&words(0), &words(1500)) < 60);
        assert_eq!(likeness(&words(0), &words(9000)), 0);
    }

    #[test]
    fn a_shape_forgets_numbers_links_and_names() {
        let shape = |text: &str| Sketch::of(&Text::parse(text)).shape;
        assert_eq!(
            shape("New listing: 3 rooms in Lyon https://a.fr/1"),
            shape("New listing: 5 rooms in Paris https://a.fr/2")
        );
        assert_ne!(shape("New listing: 3 rooms in Lyon"), shape("New listing: 3 flats in Lyon"));
    }
}
