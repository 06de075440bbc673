//! “Hear it”: what a screen reader says of the post, in words, when somebody asks for it.

use yew::prelude::*;

use super::button::{asks, toggle};
use crate::snapshot::{Action, Snapshot};

/// The button, and the words.
pub fn view(snapshot: &Snapshot) -> Html {
    let heard = snapshot.heard.as_deref();
    let ask = asks(&snapshot.act, Action::Hear);
    html! {
        <div class="hear" part="hear">
            { toggle("link", snapshot.words.hear, heard.is_some(), NodeRef::default(), ask) }
            if let Some(lines) = heard {
                <p>{ snapshot.words.heard }</p>
                <ul>{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </div>
    }
}
