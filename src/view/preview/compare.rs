//! What changes where: for each network what is seen before the fold, what is cut, and what is no link.

use draftlens_engine::{NetworkEntity, NetworkReport};
use yew::prelude::*;

use super::name;
use super::pieces::byte_at;
use crate::snapshot::Snapshot;

/// Entities that are compared: nobody reads on beyond them.
const MOST: usize = 40;
/// Characters that a cell quotes.
const QUOTED: usize = 28;

/// The table, as a phone shows the posts or a desk.
pub fn view(snapshot: &Snapshot, is_desk: bool) -> Html {
    let words = snapshot.words;
    let networks = &snapshot.report.networks;
    html! {
        <table class="changes" part="changes">
            <thead><tr>{ for words.change_columns.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }</tr></thead>
            <tbody>{ for networks.iter().map(|network| row(snapshot, network, is_desk)) }</tbody>
        </table>
    }
}

fn row(snapshot: &Snapshot, network: &NetworkReport, is_desk: bool) -> Html {
    let words = snapshot.words;
    let text = snapshot.draft.text_for(network.text);
    let fold_at = if is_desk { network.fold_desk } else { network.fold_at };
    let fold = fold_at.map(|at| (words.seen_until)(&last_words(&text[..byte_at(text, at)])));
    let cut = network.overflow_at.map(|at| {
        let over = words.number(network.remaining());
        (words.cut_from)(&over, &first_words(&text[byte_at(text, at)..]))
    });
    let plain = unlinked(network, &snapshot.report.networks).join(", ");
    let cells = [
        (fold.unwrap_or_else(|| words.all_seen.to_owned()), fold_at.is_some()),
        (cut.unwrap_or_else(|| words.nothing_cut.to_owned()), network.overflow_at.is_some()),
        (if plain.is_empty() { "–".to_owned() } else { plain.clone() }, !plain.is_empty()),
    ];
    html! {
        <tr>
            <th scope="row">{ name(network.network) }</th>
            { for cells.into_iter().map(|(says, matters)| html! { <td class={matters.then_some("matters")}><bdi>{ says }</bdi></td> }) }
        </tr>
    }
}

/// What another network links in the same text, and this one does not.
fn unlinked<'a>(network: &NetworkReport, all: &'a [NetworkReport]) -> Vec<&'a str> {
    let same = || all.iter().filter(|other| other.text == network.text);
    let end = same().filter_map(|other| other.entities.get(MOST)).map(|entity| entity.start).min().unwrap_or(u32::MAX);
    let mut found: Vec<&NetworkEntity> = Vec::new();
    for entity in same().flat_map(|other| other.entities.iter().take(MOST)).filter(|entity| entity.start < end) {
        let is_there = |one: &NetworkEntity| one.start < entity.end && entity.start < one.end;
        if !network.entities.iter().take(MOST).any(is_there) && !found.iter().any(|one| is_there(one)) {
            found.push(entity);
        }
    }
    draftlens_engine::order::sort_by(&mut found, &|a, b| a.start < b.start);
    found.iter().map(|entity| &*entity.text).collect()
}

/// The end of what is seen, from a word on.
fn last_words(text: &str) -> String {
    let text = text.trim_end();
    let start = text.char_indices().rev().nth(QUOTED).map_or(0, |(at, _)| at);
    let tail = &text[start..];
    let tail = if start == 0 { tail } else { tail.find(' ').map_or(tail, |space| &tail[space + 1..]) };
    [if start == 0 { "" } else { "…" }, tail.replace('\n', " ").as_str()].concat()
}

/// The beginning of what is cut, to the end of a word.
fn first_words(text: &str) -> String {
    let text = text.trim();
    let end = text.char_indices().nth(QUOTED).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let head = if end == text.len() { head } else { head.rfind(' ').map_or(head, |space| &head[..space]) };
    [head.replace('\n', " ").as_str(), if end == text.len() { "" } else { "…" }].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_whole() {
        assert_eq!(last_words("The question we heard most: can cashmere be "), "…heard most: can cashmere be");
        assert_eq!(first_words(" darned? It can, with a thread thinner than"), "darned? It can, with a…");
        assert_eq!(
            (&*last_words("a\nb"), &*first_words("é".repeat(99).as_str())),
            ("a b", &*format!("{}…", "é".repeat(28)))
        );
    }
}
