//! Nextdoor: 8,192 of what its page calls bytes or characters.

use super::fact::{Fact, Read, fact};
use super::grammar::{characters, links};
use super::reader::{Reader, Reading};
use super::{Fold, Media, Network, PLAIN};

/// Nextdoor.
pub(super) static NEXTDOOR: Network = Network {
    id: "nextdoor",
    name: "Nextdoor",
    limit: 8192,
    any_unit: true,
    fold: Fold::lines((3, u32::MAX), (4, u32::MAX)),
    media: Media { images: Some(10), gifs: Some(10), videos: Some(10), mixed: true, needed: false },
    read,
    ..PLAIN
};

const API: &str = "https://developer.nextdoor.com/reference/sharing-data-types";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "8,192 bytes or characters, as the page writes it; fits here when its bytes do", API, Read::Yes),
    fact("link", "counts in full, and can be clicked", "", Read::No),
    fact("hashtag", "a field of its own, without spaces", API, Read::Yes),
    fact("mention", "no page tells", "", Read::No),
    fact("fold", "the first three or four lines", "https://github.com/Automattic/jetpack", Read::Second),
    fact("media", "10; images up to 10 MB, videos up to 500 MB", API, Read::Yes),
    fact("alt text", "none known", "", Read::No),
    fact("card", "from the address that is shared", API, Read::Yes),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let mut reading = Reading { entities: links(reader), ..characters(reader, limit) };
    // Bytes are never fewer: only where they fit is it sure.
    reading.unsure = source.len() != reading.count as usize && source.len() > limit as usize;
    reading
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};
    use super::super::{by_id, report};
    use draftlens_text::Text;

    #[test]
    fn only_links_are_seen() {
        assert_eq!(texts("nextdoor", "#tea @anna acme.fr"), ["acme.fr"]);
    }

    #[test]
    fn a_text_that_fits_as_characters_but_not_as_bytes_is_unsure() {
        let about = |limit| report(by_id("nextdoor").unwrap(), &Text::parse("ééé"), Some(limit)).approximate;
        assert_eq!((counted("nextdoor", "ééé", 3), about(3), about(6)), ((3, None), true, false));
    }
}
