//! Nothing is written yet: three ways to begin.

use yew::prelude::*;

use crate::snapshot::{Action, Snapshot};

/// Three starters. Each puts its first words into the editor.
pub fn view(snapshot: &Snapshot) -> Html {
    let starter = |(label, begin): (&'static str, &'static str)| {
        let act = snapshot.act.clone();
        let onclick = Callback::from(move |_: MouseEvent| act.emit(Action::Start(begin)));
        html! { <li><button type="button" class="link" {onclick}>{ label }</button></li> }
    };
    html! {
        <div class="starters">
            <p>{ snapshot.words.empty }</p>
            <ul>{ for snapshot.words.starters.into_iter().map(starter) }</ul>
        </div>
    }
}
