//! What the writer dismissed or answered, with what was said: listed, so that it can be taken back.

use draftlens_engine::Dismissed;
use yew::prelude::*;

use super::button::{asks, button};
use crate::snapshot::{Action, Snapshot};

/// The list, folded.
pub fn view(snapshot: &Snapshot) -> Html {
    let settled = &snapshot.report.dismissed;
    if settled.is_empty() {
        return Html::default();
    }
    let row = |dismissed: &Dismissed| {
        let id = dismissed.flag.id.clone();
        html! {
            <li key={id.clone()}>
                <span><b>{ &dismissed.flag.title }</b>{ " · " }{ &dismissed.reason }</span>
                { button("link", snapshot.words.reopen, asks(&snapshot.act, Action::Reopen(id))) }
            </li>
        }
    };
    html! {
        <details class="settled" part="settled">
            <summary>{ (snapshot.words.settled)(settled.len()) }</summary>
            <ul>{ for settled.iter().map(row) }</ul>
        </details>
    }
}
