//! Descriptions of pictures that describe nothing: file names, “image of”, the post once more, hashtags,
//! more than the network takes.

use draftlens_text::fold::fold;
use draftlens_text::words;

use super::Context;
use crate::Media;
use crate::rule::finding::Finding;

/// Words that say that there is a picture, and nothing of it; folded. Sorted.
const EMPTY: &str = "\
    a affiche alt alternatif alternative attachment banner banniere bild cadre capture carousel carrousel \
    cliche copie copy cover dcim description dessin dsc ecran export fichier figure file final flyer gif \
    graphic graphique graphisme header icon icone illustration image images img infographic infographie jpeg \
    jpg logo media meme miniature ok photo photograph photographie photos pic picture pictures png post poster \
    sans screen screencapture screenshot shot story telechargement test text texte thumbnail titre untitled v1 \
    v2 v3 video vignette visual visuel webp whatsapp";

/// Openings that every reader already knows, folded.
const OPENINGS: &[&str] = &[
    "image of",
    "images of",
    "photo of",
    "photos of",
    "picture of",
    "pictures of",
    "pic of",
    "an image of",
    "a photo of",
    "a picture of",
    "image showing",
    "graphic of",
    "this is an image",
    "this is a photo",
    "this is a picture",
    "the image shows",
    "the picture shows",
    "this image shows",
    "image may contain",
    "image de",
    "image d'",
    "photo de",
    "photo d'",
    "photographie de",
    "photographie d'",
    "une photo de",
    "une image de",
    "une photo d'",
    "une image d'",
    "photo montrant",
    "image montrant",
    "ceci est une image",
    "ceci est une photo",
    "l'image montre",
    "la photo montre",
    "visuel de",
    "visuel d'",
    "il s'agit d'une image",
];

/// The most characters of a description: network, figure, by its own documents (see `docs/networks`).
const LIMITS: &[(&str, usize)] = &[
    ("x", 1000),
    ("threads", 1000),
    ("instagram", 1000),
    ("facebook", 1000),
    ("bluesky", 2000),
    ("mastodon", 1500),
    ("linkedin", 4086),
    ("pinterest", 500),
];

/// Why a description is poor, in English and French.
type Reason = (&'static str, &'static str);

/// One finding a picture.
pub(crate) fn alt_text_poor(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(media) = context.draft.media.as_deref().filter(|_| context.facts.first) else { return };
    for (index, one) in media.iter().enumerate() {
        if one.decorative {
            continue;
        }
        let Some(alt) = one.alt.as_deref().map(str::trim).filter(|alt| alt.chars().any(char::is_alphanumeric)) else {
            continue;
        };
        let before = &media[..index];
        if let Some((reason, raison)) = reason(context, alt, before) {
            let cut: String = alt.chars().take(60).collect();
            let matched = if cut.len() < alt.len() { [cut.as_str(), "…"].concat() } else { cut };
            let vars = vec![("reason", reason.to_owned()), ("raison", raison.to_owned())];
            found.push(Finding { matched, vars, ..Finding::default() });
        }
    }
}

fn reason(context: &Context<'_>, alt: &str, before: &[Media]) -> Option<Reason> {
    let folded = fold(alt);
    if is_file_name(&folded) {
        return Some(("It is the name of a file.", "C’est le nom d’un fichier."));
    }
    if says_nothing(&folded) {
        return Some((
            "It says that there is a picture, not what it shows.",
            "Elle dit qu’il y a une image, pas ce qu’on y voit.",
        ));
    }
    if OPENINGS.iter().any(|opening| opens(&folded, opening)) {
        return Some((
            "Screen readers already say that it is a picture: begin with what it shows.",
            "Le lecteur d’écran annonce déjà une image : commencez par ce qu’elle montre.",
        ));
    }
    if repeats(&folded, context.text.source()) {
        return Some(("It repeats the post.", "Elle répète le post."));
    }
    if before.iter().any(|m| m.alt.as_deref().is_some_and(|other| fold(other.trim()) == folded)) {
        return Some(("Another picture has the same description.", "Une autre image a la même description."));
    }
    if has_tag_or_link(alt) {
        return Some((
            "Hashtags and links do not work in a description.",
            "Les hashtags et les liens ne servent à rien dans une description.",
        ));
    }
    let length = alt.chars().count();
    let least = context.networks.iter().filter_map(|n| LIMITS.iter().find(|l| l.0 == n.network).map(|l| l.1)).min();
    least
        .filter(|least| length > *least)
        .map(|_| ("It is longer than one of the networks takes.", "Elle dépasse ce qu’accepte l’un des réseaux."))
}

/// An ending of a picture's file, or a camera's number.
fn is_file_name(folded: &str) -> bool {
    const ENDINGS: &[&str] =
        &["jpg", "jpeg", "png", "gif", "webp", "heic", "svg", "bmp", "tif", "tiff", "avif", "psd", "mp4", "mov", "pdf"];
    const CAMERAS: &[&str] = &[
        "img",
        "dsc",
        "dscn",
        "dscf",
        "pxl",
        "dcim",
        "gopr",
        "dji",
        "mvi",
        "p10",
        "sam",
        "imag",
        "image",
        "photo",
        "screenshot",
        "capture",
    ];
    let ends = folded.rsplit_once('.').is_some_and(|(name, end)| !name.ends_with(' ') && ENDINGS.contains(&end));
    let head =
        folded.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | ' ' | '(' | ')' | '.' | ':'));
    let numbered = head.len() < folded.len() && CAMERAS.contains(&head);
    let bare = !folded.contains(' ')
        && (folded.contains('_') || folded.len() > 24 && folded.contains('-'))
        && folded.bytes().any(|b| b.is_ascii_digit());
    ends || numbered || bare || folded.starts_with("whatsapp image ")
}

/// One to three letters, or nothing but words for a picture.
fn says_nothing(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let letters = folded.chars().filter(|c| c.is_alphanumeric()).count();
    let small = |w: &str| {
        matches!(
            w,
            "of" | "the"
                | "an"
                | "de"
                | "du"
                | "d"
                | "l"
                | "la"
                | "le"
                | "une"
                | "un"
                | "here"
                | "ici"
                | "our"
                | "notre"
                | "my"
                | "alt"
                | "text"
        )
    };
    (letters <= 3 && folded.is_ascii())
        || words.all(|w| words::holds(EMPTY, w) || small(w) || w.bytes().all(|b| b.is_ascii_digit()))
}

/// An opening, and after it no more than a picture of nothing known: “Photo of the year” is a name.
fn opens(folded: &str, opening: &str) -> bool {
    let Some(rest) = folded.strip_prefix(opening) else { return false };
    let whole = opening.ends_with('\'') || rest.starts_with(' ') || rest.is_empty();
    whole && !rest.starts_with(" the day") && !rest.starts_with(" the year") && !rest.starts_with(" the week")
}

/// The post's words, or a line of them, once more.
fn repeats(folded: &str, source: &str) -> bool {
    const LEAST: usize = 12;
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let alt = bare(folded);
    let post = bare(&fold(source));
    alt.len() >= LEAST
        && (alt == post
            || alt.len() * 2 > post.len() && post.contains(&alt)
            || post.starts_with(&alt) && alt.len() > 40)
}

fn has_tag_or_link(alt: &str) -> bool {
    use draftlens_text::{EntityKind, entity};
    entity::find(alt).iter().any(|e| matches!(e.kind, EntityKind::Hashtag | EntityKind::Link))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find_in, row};
    use super::EMPTY;
    use crate::{Draft, Media, Settings};

    fn poor(alt: &str) -> bool {
        let picture = Media { alt: Some(alt.to_owned()), ..Media::default() };
        let draft = Draft { media: Some(vec![picture]), ..Draft::default() };
        let text = "Our new shop opens on Saturday in Lyon, come early";
        !find_in(&Settings::default(), "alt-text-poor", text, &draft, &[row("x")], "base").is_empty()
    }

    #[test]
    fn descriptions_of_nothing_are_found() {
        for alt in [
            "IMG_2041.jpg",
            "image of",
            "screenshot",
            "photo de",
            "image1.png",
            "Image",
            "DSC01234",
            "image (3)",
            "Untitled",
            "alt text",
            "pic",
            "ok",
            "Capture d’écran",
            "Photo of a chef plating a tart",
            "Une photo de notre équipe",
            "Logo",
            "WhatsApp Image 2026-11-20 at 10.12.44",
            "Our new shop opens on Saturday in Lyon, come early!",
            "Chef plating a tart #food #chef",
            "Map, see https://acme.com",
            "summer_sale_final_v2",
        ] {
            assert!(poor(alt), "{alt}");
        }
        assert!(poor(&"A long word ".repeat(90)));
    }

    #[test]
    fn descriptions_of_something_pass() {
        for alt in [
            "Bar chart: sales up 20% in 2026",
            "Chef plating a tart",
            "Map of the new tram line",
            "Courbe des ventes, +20 % en 2026",
            "Cheffe dressant une tarte",
            "Six people in a warehouse",
            "Chat",
            "Logo of Acme: a red fox",
            "Screenshot of the new settings page, with the dark mode switch on",
            "Opening",
            "犬",
        ] {
            assert!(!poor(alt), "{alt}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(EMPTY.split(' ').is_sorted());
    }
}
