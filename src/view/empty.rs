//! Nothing is written yet: three ways to begin.

use yew::prelude::*;

use super::button::{asks, button};
use crate::snapshot::{Action, Snapshot};

/// Three starters. Each puts its first words into the editor.
pub fn view(snapshot: &Snapshot) -> Html {
    let starter = |(label, begin): (&'static str, &'static str)| {
        html! { <li>{ button("link", label, asks(&snapshot.act, Action::Start(begin))) }</li> }
    };
    html! {
        <div class="starters">
            <p>{ snapshot.words.empty }</p>
            <ul>{ for snapshot.words.starters.into_iter().map(starter) }</ul>
        </div>
    }
}
