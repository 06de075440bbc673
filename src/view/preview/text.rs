//! The text of a post as its network shows it: links, fold, overflow, and the words that moved the kind.

use draftlens_engine::{CategoryReport, NetworkReport};
use yew::prelude::*;

use super::pieces::{self, CUT, EVIDENCE, LINK, Mark, OVER, Piece};

/// The text up to `end`, marked.
pub fn view(text: &str, network: &NetworkReport, why: Option<&CategoryReport>, end: u32) -> Html {
    let mut marks: Vec<Mark<'_>> = network
        .entities
        .iter()
        .map(|entity| Mark { start: entity.start, end: entity.end, bits: LINK, shown: entity.shown.as_deref() })
        .collect();
    if let Some(start) = network.overflow_at {
        marks.push(Mark { start, end: u32::MAX, bits: OVER, shown: None });
    }
    for evidence in why.iter().flat_map(|category| &category.evidence) {
        let bits = EVIDENCE << evidence.category as u8;
        marks.push(Mark { start: evidence.start, end: evidence.end, bits, shown: None });
    }
    html! {
        <div class="text" part="text" dir="auto">{ for pieces::pieces(text, &marks, end).iter().map(piece) }</div>
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
