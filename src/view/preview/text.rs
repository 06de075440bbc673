//! The text of a post as its network shows it: links, fold, overflow, and the words that moved the kind.

use draftlens_engine::NetworkEntity;
use yew::prelude::*;

use super::Scene;
use super::look::{BARE_LINK, BARE_TAG};
use super::pieces::{self, CUT, EVIDENCE, LINK, Mark, OVER, Piece, SPELT, byte_at};

/// The longest path that X shows whole.
const PATH: usize = 15;

/// The text of a post from `start` to `end`, marked; with `why`, the words that moved the kind too.
pub fn view(scene: &Scene<'_>, (start, end): (u32, u32), why: bool) -> Html {
    let network = scene.network;
    let mut marks: Vec<Mark<'_>> = Vec::with_capacity(network.entities.len() + 1);
    for entity in network.entities.iter().filter(|entity| entity.start >= start && entity.start < end) {
        let (shown, is_cut) = shown(scene, entity);
        let mut bits = if is_cut { LINK | CUT } else { LINK };
        if shown.is_some_and(|shown| !is_from(shown.trim_end_matches(['…', '.']), &entity.text)) {
            bits |= SPELT;
        }
        marks.push(Mark { start: entity.start, end: entity.end, bits, shown });
    }
    if let Some(start) = scene.overflow_at {
        marks.push(Mark { start, end: u32::MAX, bits: OVER, shown: None });
    }
    if why && network.text == "base" {
        for evidence in scene.snapshot.report.category.evidence.iter().filter(|evidence| evidence.start >= start) {
            let bits = EVIDENCE << evidence.category as u8;
            marks.push(Mark { start: evidence.start, end: evidence.end, bits, shown: None });
        }
    }
    for mark in &mut marks {
        (mark.start, mark.end) = (mark.start - start, mark.end - start);
    }
    let text = &scene.source[byte_at(scene.source, start)..];
    html! {
        <div class="text" part="text" dir="auto">{ for pieces::pieces(text, &marks, end - start).iter().map(piece) }</div>
    }
}

/// What stands there in place of an entity, when it is not as typed, and whether its end is left out.
fn shown<'a>(scene: &Scene<'_>, entity: &'a NetworkEntity) -> (Option<&'a str>, bool) {
    match entity.kind {
        "hashtag" if scene.look.has(BARE_TAG) => (Some(entity.text.trim_start_matches(['#', '＃'])), false),
        "link" if scene.look.has(BARE_LINK) => {
            let (link, is_cut) = bare_link(&entity.text);
            (Some(link), is_cut)
        }
        _ => (entity.shown.as_deref(), false),
    }
}

/// Whether what is shown is made of the characters typed, in their order.
fn is_from(shown: &str, typed: &str) -> bool {
    let mut typed = typed.chars();
    shown.chars().all(|c| typed.any(|other| other == c))
}

/// A link without scheme, without `www.`, and with the first fifteen characters of its path.
fn bare_link(link: &str) -> (&str, bool) {
    let link = link.split_once("://").map_or(link, |(_, rest)| rest);
    let link = link.strip_prefix("www.").unwrap_or(link);
    let host = link.find(['/', '?', '#']).unwrap_or(link.len());
    match link[host..].char_indices().nth(PATH) {
        Some((path, _)) => (&link[..host + path], true),
        None => (link.strip_suffix('/').filter(|bare| bare.len() == host).unwrap_or(link), false),
    }
}

fn piece(piece: &Piece<'_>) -> Html {
    let text = piece.text.to_string();
    if piece.bits == 0 {
        return html! { { text } };
    }
    const CLASSES: [(u8, &str); 6] = [
        (LINK, "link"),
        (OVER, "too-much"),
        (CUT, "cut"),
        (EVIDENCE, "promotional"),
        (EVIDENCE << 1, "curated"),
        (EVIDENCE << 2, "engagement"),
    ];
    let mut class = String::new();
    for (_, name) in CLASSES.iter().filter(|(bit, _)| piece.bits & bit != 0) {
        class.push_str(name);
        class.push(' ');
    }
    if piece.bits & (EVIDENCE | EVIDENCE << 1 | EVIDENCE << 2) != 0 {
        return html! { <mark {class}>{ text }</mark> };
    }
    // What the network spells its own way (a host in Punycode) is not the writer's text: the style sheet shows it.
    if piece.bits & SPELT != 0 {
        return html! { <span {class} data-shown={text} /> };
    }
    html! { <span {class}>{ text }</span> }
}

#[cfg(test)]
mod tests {
    use super::{bare_link, is_from};

    #[test]
    fn a_bare_link_ends_in_its_path() {
        assert_eq!(bare_link("https://www.example.fr/repair"), ("example.fr/repair", false));
        assert_eq!(bare_link("https://example.fr/"), ("example.fr", false));
        assert_eq!(bare_link("https://example.fr/2026/11/24/repairs-of-coats"), ("example.fr/2026/11/24/rep", true));
        assert_eq!(bare_link("example.fr?é"), ("example.fr?é", false));
    }

    #[test]
    fn what_a_network_spells_its_own_way_is_not_from_the_text() {
        assert!(is_from("example.fr/a", "https://www.example.fr/a/b"));
        assert!(!is_from("xn--r8jz45g.jp", "http://例え.jp"));
    }
}
