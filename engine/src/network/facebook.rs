//! Facebook: a limit that nobody meets, and a fold that everybody does.

use super::fact::{Fact, Read, fact};
use super::grammar::{entities, hashtag, utf16};
use super::reader::{Reader, Reading};
use super::{Fold, Network, PLAIN};

/// Facebook.
pub(super) static FACEBOOK: Network = Network {
    id: "facebook",
    name: "Facebook",
    limit: 63_206,
    approximate: true,
    fold: Fold::lines((5, 477), (5, 477)),
    read,
    ..PLAIN
};

const POSTIZ: &str = "https://github.com/gitroomhq/postiz-app";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "63,206; no page of Meta's says so", POSTIZ, Read::Second),
    fact("link", "counts in full, and can be clicked", "", Read::No),
    fact("hashtag", "no page tells the grammar; twitter-text's is taken", "", Read::No),
    fact("mention", "chosen from a list; a typed @name is none", "", Read::No),
    fact(
        "fold",
        "about 477 characters or 5 lines; others say 440, and 110 on phones",
        "https://github.com/Automattic/jetpack",
        Read::Second,
    ),
    fact(
        "media",
        "no page tells how many; a picture up to 10 MB",
        "https://developers.facebook.com/docs/graph-api/reference/page/photos/",
        Read::Quoted,
    ),
    fact("alt text", "no page names a limit", "", Read::No),
    fact(
        "card",
        "picture 1.91:1; smaller than 600 × 315 it is a square beside the text",
        "https://developers.facebook.com/docs/sharing/webmasters/images",
        Read::Yes,
    ),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    Reading { entities: entities(reader, true, hashtag), ..utf16(reader, limit) }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};
    use super::super::{by_id, report};
    use draftlens_text::Text;

    #[test]
    fn typed_names_are_no_mentions() {
        assert_eq!(texts("facebook", "@anna loves #tea from acme.fr"), ["#tea", "acme.fr"]);
        assert_eq!(counted("facebook", "😀", 1), (2, Some(0)));
    }

    #[test]
    fn six_short_lines_fold() {
        let fold = |source: &str| report(by_id("facebook").unwrap(), &Text::parse(source), None).fold_at;
        assert_eq!((fold("a\nb\nc\nd\ne\nf"), fold("a\nb\nc\nd\ne")), (Some(9), None));
    }
}
