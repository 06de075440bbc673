//! Reddit: the text of a post; users and communities instead of hashtags.

use draftlens_text::{Entity, EntityKind, entity};

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, is_free};
use super::reader::{Reader, Reading, Seen};
use super::{Fold, Network, PLAIN};

/// Reddit.
pub(super) static REDDIT: Network =
    Network { id: "reddit", name: "Reddit", limit: 40_000, approximate: true, fold: Fold::Unknown, read, ..PLAIN };

const SUBMIT: &str = "https://www.reddit.com/dev/api/#POST_api_submit";
const CLIENTS: &str = "https://github.com/praw-dev/praw";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "40,000 of text by client libraries; 10,000 by one publisher", CLIENTS, Read::Second),
    fact("title", "300 characters", SUBMIT, Read::Quoted),
    fact("link", "counts in full; it needs a scheme or www. before it", "", Read::No),
    fact("hashtag", "none", "", Read::No),
    fact("mention", "u/name of 3 to 20 letters, digits, _ and -, or r/name of 2 to 21", "", Read::No),
    fact("fold", "no page tells", "", Read::No),
    fact("media", "a gallery; how many pictures is not told", "", Read::No),
    fact("alt text", "none known", "", Read::No),
    fact("card", "no page tells", "", Read::No),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let clicked = |link: &&Entity| {
        let typed = &source[link.range()];
        typed.contains("://") || typed.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
    };
    let links: Vec<Entity> = reader.text.links().iter().filter(clicked).copied().collect();
    let entities = entity::merge(links, names(source)).into_iter().map(Seen::as_typed).collect();
    Reading { entities, ..characters(reader, limit) }
}

/// `u/name` and `r/name`, with or without `/` before.
fn names(source: &str) -> Vec<Entity> {
    let bytes = source.as_bytes();
    let slashes = bytes.iter().enumerate().filter(|&(_, &b)| b == b'/').map(|(at, _)| at);
    slashes.filter_map(|slash| name_at(source, bytes, slash)).collect()
}

fn name_at(source: &str, bytes: &[u8], slash: usize) -> Option<Entity> {
    let letter = slash.checked_sub(1)?;
    let (least, most) = match bytes[letter] {
        b'u' => (3, 20),
        b'r' => (2, 21),
        _ => return None,
    };
    let start = if letter > 0 && bytes[letter - 1] == b'/' { letter - 1 } else { letter };
    let run = bytes[slash + 1..]
        .iter()
        .take(most + 1)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'_' || (**b == b'-' && bytes[letter] == b'u'))
        .count();
    let whole = (least..=most).contains(&run) && is_free(source, start);
    whole.then(|| Entity::new(EntityKind::Mention, (start, slash + 1 + run)))
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::texts;

    #[test]
    fn users_and_communities_are_named() {
        assert_eq!(texts("reddit", "u/anna-b, /r/tea and r/x; and/or/us"), ["u/anna-b", "/r/tea"]);
        assert_eq!(
            texts("reddit", "https://reddit.com/r/tea www.acme.fr acme.fr #tea @anna"),
            ["https://reddit.com/r/tea", "www.acme.fr"]
        );
    }
}
