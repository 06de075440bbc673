//! Pictures without a description, from what the host says of the draft's media.

use super::Context;
use crate::rule::finding::Finding;

/// One finding for all pictures of the draft that nobody described; a film is asked for captions elsewhere.
pub(crate) fn alt_text(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(media) = context.draft.media.as_deref().filter(|_| context.facts.first) else { return };
    let pictures = media.iter().filter(|m| matches!(m.kind.as_str(), "" | "image" | "gif") && !m.decorative);
    let total = pictures.clone().count();
    let missing = pictures.filter(|m| !m.alt.as_deref().is_some_and(says_something)).count();
    if missing > 0 {
        let (finding, constat) = sentences(missing, total);
        let vars = vec![("finding", finding), ("constat", constat)];
        found.push(Finding { matched: format!("{missing}/{total}"), vars, ..Finding::default() });
    }
}

/// What is missing, in English and French: one picture needs no figure.
fn sentences(missing: usize, total: usize) -> (String, String) {
    if total == 1 {
        return ("The picture has no description".to_owned(), "L’image n’a pas de description".to_owned());
    }
    let verb = if missing == 1 { ("has", "n’a") } else { ("have", "n’ont") };
    (
        format!("{missing} of {total} pictures {} no description", verb.0),
        format!("{missing} des {total} images {} pas de description", verb.1),
    )
}

/// A space, a dash or a full stop describes nothing.
fn says_something(alt: &str) -> bool {
    alt.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_in;
    use crate::{Draft, Media, Settings};

    fn missing(alts: &[Option<&str>], text_id: &str) -> Option<String> {
        let picture = |alt: &Option<&str>| Media { alt: alt.map(str::to_owned), ..Media::default() };
        let draft = Draft { media: Some(alts.iter().map(picture).collect()), ..Draft::default() };
        find_in(&Settings::default(), "alt-text", "Our team", &draft, &[], text_id).pop().map(|f| f.matched)
    }

    #[test]
    fn pictures_without_a_description_are_counted_once_for_the_draft() {
        assert_eq!(missing(&[None, Some("Six people in a warehouse"), Some(" - ")], "base").as_deref(), Some("2/3"));
        assert_eq!(missing(&[Some("Six people in a warehouse")], "base"), None);
        assert_eq!(missing(&[], "base"), None);
        assert_eq!(missing(&[None], "x"), None, "a variant shares the draft's media");
    }

    #[test]
    fn a_film_is_no_picture() {
        let film = Media { kind: "video".into(), ..Media::default() };
        let draft = Draft { media: Some(vec![film]), ..Draft::default() };
        assert_eq!(find_in(&Settings::default(), "alt-text", "", &draft, &[], "base"), []);
    }
}
