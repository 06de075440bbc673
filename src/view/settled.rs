//! What the writer dismissed or answered, with what was said: listed, so that it can be taken back.

use draftlens_engine::Dismissed;
use yew::prelude::*;

use crate::snapshot::{Action, Snapshot};

/// The list, folded.
pub fn view(snapshot: &Snapshot) -> Html {
    let settled = &snapshot.report.dismissed;
    if settled.is_empty() {
        return Html::default();
    }
    let row = |dismissed: &Dismissed| {
        let (act, id) = (snapshot.act.clone(), dismissed.flag.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| act.emit(Action::Reopen(id.clone())));
        html! {
            <li key={dismissed.flag.id.clone()}>
                <span><b>{ &dismissed.flag.title }</b>{ " · " }{ &dismissed.reason }</span>
                <button type="button" class="link" {onclick}>{ snapshot.words.reopen }</button>
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
