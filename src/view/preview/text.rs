//! The text of a post as its network shows it: links, fold, overflow, and the words that moved the kind.

use yew::prelude::*;

use super::Scene;
use super::pieces::{self, CUT, EVIDENCE, LINK, Mark, OVER, Piece, byte_at};

/// The text of a post from `start` to `end`, marked; with `why`, the words that moved the kind too.
pub fn view(scene: &Scene<'_>, (start, end): (u32, u32), why: bool) -> Html {
    let network = scene.network;
    let mut marks: Vec<Mark<'_>> = Vec::with_capacity(network.entities.len() + 1);
    for entity in network.entities.iter().filter(|entity| entity.start >= start && entity.start < end) {
        marks.push(Mark { start: entity.start, end: entity.end, bits: LINK, shown: entity.shown.as_deref() });
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
    html! { <span {class}>{ text }</span> }
}
