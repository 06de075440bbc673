//! Tumblr: no limit for the post, one for each of its paragraphs.

use super::fact::{Fact, Read, fact};
use super::grammar::{entities, name_at};
use super::reader::{Reader, Reading};
use super::{Card, Fold, Network, PLAIN};

/// Tumblr.
pub(super) static TUMBLR: Network = Network {
    id: "tumblr",
    name: "Tumblr",
    limit: 4096,
    fold: Fold::Unknown,
    urls: Some(100),
    alt: Some(4096),
    card: Card::Always,
    read,
    ..PLAIN
};

const NPF: &str = "https://github.com/tumblr/docs";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "4,096 code points a block of text, which is counted here: the longest paragraph", NPF, Read::Yes),
    fact("limit", "1,000 blocks a post", NPF, Read::Yes),
    fact("link", "counts in full; 100 a post", NPF, Read::Yes),
    fact("hashtag", "a field of its own: in the text it is none", NPF, Read::Yes),
    fact("mention", "@ and the name of a blog; 50 a post", NPF, Read::Yes),
    fact("fold", "no page tells", "", Read::No),
    fact("media", "blocks of their own: how many pictures is not told", NPF, Read::Yes),
    fact("alt text", "4,096 characters", NPF, Read::Yes),
    fact("card", "a block of its own; title and description cut at 140", NPF, Read::Yes),
];

/// The longest name of a blog.
const LONGEST_NAME: usize = 32;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let (mut longest, mut overflow, mut start) = (0, None, 0);
    for block in source.split('\n') {
        // A block is never longer than its bytes.
        if block.len() > longest as usize {
            let count = block.chars().count() as u32;
            longest = longest.max(count);
            if count > limit && overflow.is_none() {
                overflow = block.char_indices().nth(limit as usize).map(|(at, _)| start + at);
            }
        }
        start += block.len() + 1;
    }
    let entities = entities(reader, true, |source, at, sign| match sign {
        '@' => name_at(source, at, &['-'], LONGEST_NAME),
        _ => None,
    });
    Reading { overflow, entities, ..Reading::of(longest, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};

    #[test]
    fn the_longest_paragraph_counts() {
        assert_eq!(counted("tumblr", "abc\néééé\n\nab", 4), (4, None));
        assert_eq!(counted("tumblr", "abc\néééé\nabcde", 3), (5, Some(7)));
    }

    #[test]
    fn hashtags_in_the_text_are_none() {
        assert_eq!(texts("tumblr", "#tea with @the-anna- at acme.fr"), ["@the-anna", "acme.fr"]);
    }
}
