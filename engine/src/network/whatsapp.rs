//! WhatsApp's channels: next to nothing is documented.

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, links};
use super::reader::{Reader, Reading};
use super::{Fold, Network, PLAIN};

/// WhatsApp, channels.
pub(super) static WHATSAPP: Network =
    Network { id: "whatsapp", name: "WhatsApp", limit: 65_536, approximate: true, fold: Fold::Unknown, read, ..PLAIN };

const TOLD: &str = "https://whatsapp-tips.com/qa/view/how-many-characters-are-allowed-in-a-whatsapp-message";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "65,536 is told of chats; nothing is told of channels", TOLD, Read::Second),
    fact("link", "counts in full, and can be clicked", "", Read::No),
    fact("hashtag", "none", "", Read::No),
    fact("mention", "none in channels", "", Read::No),
    fact("fold", "no page tells", "", Read::No),
    fact("media", "no page tells how many", "", Read::No),
    fact("alt text", "none known", "", Read::No),
    fact("card", "from `og:*`, as in chats", "", Read::No),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: links(reader), ..characters(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::texts;

    #[test]
    fn only_links_are_seen() {
        assert_eq!(texts("whatsapp", "#tea @anna acme.fr"), ["acme.fr"]);
    }
}
