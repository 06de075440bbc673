//! What can be done with a text that is too long: shorten it by small cuts, make it a thread, write another version.

use draftlens_engine::{Cut, Flag, has_threads};
use yew::prelude::*;

use super::button::{asks, button, toggle};
use super::name;
use crate::locale::Words;
use crate::snapshot::{Action, Cuts, Snapshot};

/// The buttons of a flag that says a text is too long.
pub fn buttons(snapshot: &Snapshot, flag: &Flag, first: &'static str) -> Vec<Html> {
    let Snapshot { words, act, .. } = snapshot;
    let Some(&network) = flag.networks.first() else { return Vec::new() };
    let shows = cuts_of(snapshot, flag).is_some();
    let mut row = vec![toggle(first, words.shorten, shows, NodeRef::default(), asks(act, Action::Shorten(network)))];
    let threaded = flag.networks.iter().copied().find(|id| has_threads(id));
    if let Some(threaded) = threaded {
        row.push(button("button", words.make_thread, asks(act, Action::Thread(threaded))));
    }
    if flag.text == "base" {
        let text = snapshot.draft.text.clone();
        let label = (words.own_version)(name(network));
        row.push(button("button", &label, asks(act, Action::Own(network, Some(text)))));
    }
    row
}

/// The cuts on show, where they are this flag's.
pub fn cuts(snapshot: &Snapshot, flag: &Flag) -> Html {
    let Some(cuts) = cuts_of(snapshot, flag) else { return Html::default() };
    let Snapshot { words, act, .. } = snapshot;
    let found = &cuts.found;
    html! {
        <div class="cuts">
            <ul>{ for found.cuts.iter().enumerate().map(|(index, cut)| row(words, act, cuts, cut, index)) }</ul>
            if found.enough > 0 {
                { button("button", &(words.cuts_enough)(found.enough), asks(act, Action::Cut(None))) }
            } else {
                <p>{ words.cuts_not_enough }</p>
                if !found.cuts.is_empty() {
                    { button("button", words.cut_all, asks(act, Action::Cut(None))) }
                }
            }
        </div>
    }
}

fn cuts_of<'a>(snapshot: &'a Snapshot, flag: &Flag) -> Option<&'a Cuts> {
    snapshot.cuts.as_deref().filter(|cuts| flag.networks.first() == Some(&cuts.network))
}

/// What goes, what comes, and what it saves.
fn row(words: &Words, act: &Callback<Action>, cuts: &Cuts, cut: &Cut, index: usize) -> Html {
    let units: Vec<u16> = cuts.text.encode_utf16().collect();
    let (start, end) = (cut.edit.start as usize, cut.edit.end as usize);
    let gone = visible(&String::from_utf16_lossy(units.get(start..end).unwrap_or_default()));
    let come = visible(&cut.edit.replacement);
    html! {
        <li>
            <button type="button" class="cut" onclick={asks(act, Action::Cut(Some(index)))}>
                <del>{ gone }</del>
                if !come.is_empty() {
                    <ins>{ come }</ins>
                }
                <span class="saves">{ words.number(-i64::from(cut.saves)) }</span>
            </button>
        </li>
    }
}

/// White space that can be seen.
fn visible(text: &str) -> String {
    let blank = text.trim().is_empty();
    text.chars()
        .map(|c| match c {
            '\n' => '↵',
            c if blank && c.is_whitespace() => '·',
            c => c,
        })
        .collect()
}
