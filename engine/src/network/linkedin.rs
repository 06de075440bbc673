//! LinkedIn: 3,000 characters of an unknown kind, counted here as JavaScript counts.

use super::count::Counter;
use super::fold::{Window, fold_at};
use super::{Fact, Network, Read, Reading, Seen, fact};
use draftlens_text::{EntityKind, Text};

/// LinkedIn.
pub(super) static LINKEDIN: Network = Network {
    id: "linkedin",
    name: "LinkedIn",
    limit: 3000,
    unit: "characters",
    approximate: true,
    facts: FACTS,
    read,
};

const LITTLE_TEXT: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";

const FACTS: &[Fact] = &[
    fact(
        "limit",
        "3,000 characters; nothing says of what kind",
        "https://www.linkedin.com/help/linkedin/answer/a528176",
        Read::Quoted,
    ),
    fact("hashtag", "# and one word", LITTLE_TEXT, Read::Yes),
    fact("mention", "chosen from a list; a typed @name is none", LITTLE_TEXT, Read::Yes),
    fact("link", "counts in full; said to become lnkd.in when it is long", "", Read::No),
    fact(
        "fold",
        "not documented: third parties say 140 characters on phones, 210 or 250 on desks, 3 lines",
        "https://github.com/Automattic/jetpack",
        Read::Second,
    ),
];

/// The earliest fold that anybody saw.
const WINDOW: Window = Window { lines: 3, characters: 140 };

fn read(text: &Text, limit: u32) -> Reading {
    let count = text.utf16_len();
    let seen = text.entities().iter().filter(|e| matches!(e.kind, EntityKind::Link | EntityKind::Hashtag));
    Reading {
        count,
        overflow: if count > limit { overflow(text.source(), limit) } else { None },
        fits: count <= limit,
        api: None,
        fold: fold_at(text.source(), &WINDOW),
        fold_approximate: true,
        entities: seen.copied().map(Seen::as_typed).collect(),
    }
}

/// The first character that does not fit whole.
fn overflow(source: &str, limit: u32) -> Option<usize> {
    let mut counter = Counter::new(limit);
    source.char_indices().for_each(|(at, c)| counter.add(at, c.len_utf16() as u32));
    counter.overflow
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_units_and_never_cuts_a_pair() {
        let reading = read(&Text::parse("ab😀"), 3);
        assert_eq!((reading.count, reading.overflow), (4, Some(2)));
    }

    #[test]
    fn typed_names_are_no_mentions() {
        let text = Text::parse("#été with @anna at acme.fr, $ACME, a@b.fr");
        let kinds: Vec<_> = read(&text, 3000).entities.iter().map(|seen| seen.entity.kind).collect();
        assert_eq!(kinds, [EntityKind::Hashtag, EntityKind::Link]);
    }
}
