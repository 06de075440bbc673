//! What the host says of the draft's films and moving pictures: flashes, captions.

use draftlens_text::{Kind, words};

use super::Context;
use crate::rule::finding::Finding;

/// Words of a warning, folded: with one of them the viewer was told. Sorted.
const WARNING: &str = "\
    clignotant clignotante clignotantes clignotants epilepsie epilepsy epileptique epileptiques flashing flashs \
    photosensibilite photosensible photosensibles photosensitive photosensitivity strobe strobes stroboscope \
    stroboscopes stroboscopique stroboscopiques";

/// One finding for all that flash, unless the post warns of it.
pub(crate) fn flashes(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(media) = context.draft.media.as_deref().filter(|_| context.facts.first) else { return };
    let count = media.iter().filter(|m| m.flashes && matches!(m.kind.as_str(), "gif" | "video")).count();
    let text = context.text;
    let warns = |t: &draftlens_text::Token| {
        matches!(t.kind, Kind::Word | Kind::Hashtag) && words::holds(WARNING, text.folded(t))
    };
    if count > 0 && !text.tokens().iter().any(warns) {
        found.push(Finding { matched: count.to_string(), ..Finding::default() });
    }
}

/// One finding for all films whose words nobody can read.
pub(crate) fn captions(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(media) = context.draft.media.as_deref().filter(|_| context.facts.first) else { return };
    let count = media.iter().filter(|m| m.kind == "video" && !m.captions).count();
    if count > 0 {
        found.push(Finding { matched: count.to_string(), ..Finding::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_in;
    use super::WARNING;
    use crate::{Draft, Media, Settings};

    fn found(detector: &str, text: &str, media: Media) -> bool {
        let draft = Draft { media: Some(vec![media]), ..Draft::default() };
        !find_in(&Settings::default(), detector, text, &draft, &[], "base").is_empty()
    }

    fn of(kind: &str, captions: bool, flashes: bool) -> Media {
        Media { kind: kind.into(), captions, flashes, ..Media::default() }
    }

    #[test]
    fn a_strobe_without_a_warning_is_found() {
        assert!(found("flashes", "Party", of("gif", false, true)));
        assert!(found("flashes", "Soirée flash", of("video", true, true)));
        assert!(!found("flashes", "⚠️ Flashing lights", of("video", true, true)));
        assert!(!found("flashes", "Attention, images clignotantes", of("gif", true, true)));
        assert!(
            !found("flashes", "Party", of("image", false, true)) && !found("flashes", "Party", of("gif", false, false))
        );
        assert!(WARNING.split(' ').is_sorted());
    }

    #[test]
    fn a_film_without_captions_is_found() {
        assert!(found("captions", "Interview", of("video", false, false)));
        assert!(
            !found("captions", "Interview", of("video", true, false))
                && !found("captions", "", of("gif", false, false))
        );
    }
}
