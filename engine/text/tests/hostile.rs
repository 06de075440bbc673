//! Hostile text: nothing panics, offsets hold, and the cost grows with the length alone.

use draftlens_text::{Text, entity, fold, nfc};
use proptest::prelude::*;

/// What could make a careless reader start over again and again.
const HOSTILE: [&str; 24] = [
    "@",
    "#",
    ".",
    "$",
    "(",
    "http://",
    "a.",
    "a@",
    "@a.",
    "a-",
    "a_b.",
    "a.com/(",
    "http://a.com/((",
    "é.",
    "日",
    "日.",
    "&#",
    "a.b@",
    "\u{301}",
    "👩\u{200D}",
    "🇫",
    "a.co?",
    "@a@b.",
    "#_",
];

/// A megabyte of each is read to its end. A reader that starts over would take hours here, not moments,
/// so that no clock is needed to see it.
#[test]
fn a_megabyte_of_anything_is_read() {
    for piece in HOSTILE {
        let text = piece.repeat((1 << 20) / piece.len());
        let parsed = Text::parse(&text);
        assert_eq!(parsed.utf16_len() as usize, text.encode_utf16().count(), "{piece:?}");
        assert!(nfc::compose(&text).text.len() <= text.len(), "{piece:?}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_tokens_and_entities_in_order(
        source in prop_oneof![
            any::<String>(),
            proptest::collection::vec(proptest::sample::select(&HOSTILE[..]), 0..30).prop_map(|v| v.concat()),
            "[a-z.@#$/:é日 \u{301}👍🏽\u{200D}_\r\n(),-]{0,60}",
        ]
    ) {
        let text = Text::parse(&source);
        let (mut free, mut sentence) = (0, 0);
        for token in text.tokens() {
            prop_assert!(token.start >= free && token.start < token.end);
            prop_assert!(source.is_char_boundary(token.start as usize) && source.is_char_boundary(token.end as usize));
            prop_assert!(token.sentence == sentence || token.sentence == sentence + 1);
            let _ = (text.folded(token), text.typed(token));
            (free, sentence) = (token.end, token.sentence);
        }
        prop_assert_eq!(text.utf16_len() as usize, source.encode_utf16().count());
        let mut free = 0;
        for found in entity::find(&source) {
            prop_assert!(found.start >= free && found.start < found.end);
            prop_assert!(source.get(found.range()).is_some());
            free = found.end;
        }
        let covered: u32 = text.sentences().iter().map(|s| s.end - s.start).sum();
        prop_assert_eq!(covered as usize, text.tokens().len());
    }

    #[test]
    fn folding_twice_changes_nothing_more(source in any::<String>()) {
        let once = fold::fold(&source);
        prop_assert_eq!(fold::fold(&once), once);
    }
}
