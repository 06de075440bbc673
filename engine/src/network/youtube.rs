//! YouTube's community posts: nothing but the kinds of a post is documented.

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, entities, hashtag, name_at};
use super::reader::{Reader, Reading};
use super::{Fold, Network, PLAIN};

/// YouTube, community posts.
pub(super) static YOUTUBE: Network = Network {
    id: "youtube",
    name: "YouTube",
    limit: 5000,
    approximate: true,
    fold: Fold::lines((4, u32::MAX), (4, u32::MAX)),
    read,
    ..PLAIN
};

const HELP: &str = "https://support.google.com/youtube/answer/7124474";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "5,000 is recalled; the help page names none", "", Read::No),
    fact("link", "counts in full, and can be clicked", "", Read::No),
    fact("hashtag", "no page tells the grammar in posts; twitter-text's is taken", "", Read::No),
    fact("mention", "@ and a handle of letters, digits, _ - . and ·", "", Read::No),
    fact("fold", "4 lines", "", Read::No),
    fact("media", "one of image, GIF, poll, quiz and video; how many images is not told", HELP, Read::Yes),
    fact("alt text", "no page names a limit", "", Read::No),
    fact("card", "no page tells", "", Read::No),
];

/// The longest handle.
const LONGEST_NAME: usize = 30;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let entities = entities(reader, true, |source, at, sign| match sign {
        '@' => name_at(source, at, &['.', '-', '·'], LONGEST_NAME),
        _ => hashtag(source, at, sign),
    });
    Reading { entities, ..characters(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::texts;

    #[test]
    fn handles_hold_dots_and_hyphens() {
        assert_eq!(texts("youtube", "@a-b.c·d. #tea acme.fr"), ["@a-b.c·d", "#tea", "acme.fr"]);
    }
}
