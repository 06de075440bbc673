//! The text that a network has of its own: written here, and kept by the element.

use draftlens_engine::NetworkReport;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::button::{asks, button};
use super::name;
use crate::snapshot::{Action, Snapshot};

/// The network's own text, where it has one.
pub fn view(snapshot: &Snapshot, network: &NetworkReport) -> Html {
    let Snapshot { words, act, .. } = snapshot;
    let id = network.network;
    let Some(text) = snapshot.draft.variant(id) else { return Html::default() };
    let label = (words.own_text)(name(id));
    let oninput = act.reform(move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        Action::Own(id, Some(field.map(|field| field.value()).unwrap_or_default()))
    });
    html! {
        <div key={id} class="own" part="own">
            <label>
                <span>{ label }</span>
                <textarea rows="4" dir="auto" value={text.to_owned()} {oninput} />
            </label>
            { button("link", words.common_text, asks(act, Action::Own(id, None))) }
        </div>
    }
}
