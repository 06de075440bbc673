//! Links, hashtags, mentions, cashtags and addresses, by a grammar common to the networks:
//! twitter-text's, with the mentions of Bluesky and Mastodon and with e-mail addresses.
//!
//! The parts are public: each network puts its own grammar together from them. Every part reads
//! the text once, so the cost grows with its length, whatever it holds.

pub mod address;
pub mod link;
pub mod mention;
pub mod punycode;
pub mod tag;
pub mod tld;

mod email;

use crate::chars;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A web address, with or without a scheme.
    Link,
    /// `#tag`, in any script, also `＃`.
    Hashtag,
    /// `@name`, also `@name@host` and `@host.example`.
    Mention,
    /// `$ABC`.
    Cashtag,
    /// An e-mail address; no network links it, but rules look at it.
    Email,
}

/// One entity. Offsets are bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl EntityKind {
    /// Its word in the report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Hashtag => "hashtag",
            Self::Mention => "mention",
            Self::Cashtag => "cashtag",
            Self::Email => "email",
        }
    }
}

impl Entity {
    /// Its bytes of the source.
    #[must_use]
    pub fn range(&self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// An entity of a stretch of the source.
    #[must_use]
    pub fn new(kind: EntityKind, (start, end): (usize, usize)) -> Self {
        Self { kind, start: start as u32, end: end as u32 }
    }
}

/// Finds the entities of a text, in order, never overlapping: where two would, the first stays.
#[must_use]
pub fn find(source: &str) -> Vec<Entity> {
    let signs: Vec<(usize, char)> = Signs::new(source).collect();
    among(source, &link::find(source), &signs)
}

/// The same, where links and signs are known.
pub(crate) fn among(source: &str, links: &[Entity], signs: &[(usize, char)]) -> Vec<Entity> {
    let mut found = Vec::new();
    for &(at, sign) in signs {
        let floor = found.last().map_or(0, |last: &Entity| last.end as usize);
        if at < floor {
            continue;
        }
        found.extend(match sign {
            '#' => tag::hashtag_at(source, at).map(|end| Entity::new(EntityKind::Hashtag, (at, end))),
            '$' => tag::cashtag_at(source, at).map(|end| Entity::new(EntityKind::Cashtag, (at, end))),
            _ => address_at(source, floor, at),
        });
    }
    merge(links.to_vec(), found)
}

/// What an `@` makes: a mention, or an e-mail address that begins at `floor` or later.
fn address_at(source: &str, floor: usize, at: usize) -> Option<Entity> {
    let email = email::around(source, floor, at).map(|span| Entity::new(EntityKind::Email, span));
    email.or_else(|| mention::mention_at(source, at).map(|end| Entity::new(EntityKind::Mention, (at, end))))
}

/// Merges links with the other entities; both are in order. Where two overlap, the first stays.
#[must_use]
pub fn merge(links: Vec<Entity>, others: Vec<Entity>) -> Vec<Entity> {
    if others.is_empty() {
        return links;
    }
    let mut merged: Vec<Entity> = Vec::with_capacity(links.len() + others.len());
    let (mut links, mut others) = (links.into_iter().peekable(), others.into_iter().peekable());
    loop {
        let other_first = match (links.peek(), others.peek()) {
            (Some(link), Some(other)) => other.start < link.start,
            (link, _) => link.is_none(),
        };
        let Some(next) = (if other_first { others.next() } else { links.next() }) else {
            return merged;
        };
        if merged.last().is_none_or(|last| last.end <= next.start) {
            merged.push(next);
        }
    }
}

/// Every `#`, `@` and `$` of a text with its byte; full-width ones are given as the usual ones.
pub struct Signs<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Signs<'a> {
    /// Reads from the start of the text.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.source.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let at = self.at;
            self.at += 1;
            match byte {
                b'#' | b'@' | b'$' => return Some((at, char::from(byte))),
                0xEF => match sign_at(self.source, at) {
                    Some('＃') => return Some((at, '#')),
                    Some('＠') => return Some((at, '@')),
                    _ => {}
                },
                _ => {}
            }
        }
        None
    }
}

fn sign_at(source: &str, at: usize) -> Option<char> {
    chars::at(source, at).filter(|c| matches!(c, '#' | '＃' | '@' | '＠' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(EntityKind, &str)> {
        find(source).iter().map(|e| (e.kind, &source[e.start as usize..e.end as usize])).collect()
    }

    #[test]
    fn one_post_with_every_kind() {
        use EntityKind::{Cashtag, Email, Hashtag, Link, Mention};
        assert_eq!(
            kinds(
                "Ask @anna, @bo@mastodon.social or @cy.bsky.social about $ACME #sale: acme.com/a_(b). press@acme.com"
            ),
            [
                (Mention, "@anna"),
                (Mention, "@bo@mastodon.social"),
                (Mention, "@cy.bsky.social"),
                (Cashtag, "$ACME"),
                (Hashtag, "#sale"),
                (Link, "acme.com/a_(b)"),
                (Email, "press@acme.com"),
            ]
        );
    }

    #[test]
    fn the_first_of_two_that_overlap_stays() {
        use EntityKind::{Hashtag, Link};
        assert_eq!(kinds("https://acme.com/#about #x"), [(Link, "https://acme.com/#about"), (Hashtag, "#x")]);
        assert_eq!(kinds("#acme.com"), [(Hashtag, "#acme")]);
    }

    #[test]
    fn an_address_is_neither_mention_nor_link() {
        use EntityKind::{Email, Mention};
        assert_eq!(
            kinds("jo.do+x@news.acme.co.uk, mailto:a@b.fr"),
            [(Email, "jo.do+x@news.acme.co.uk"), (Email, "a@b.fr")]
        );
        assert_eq!(kinds("rené@acme.fr"), [(Email, "rené@acme.fr")]);
        assert_eq!(kinds("a@b and @c@d"), []);
        assert_eq!(kinds("＠full"), [(Mention, "＠full")]);
    }
}
