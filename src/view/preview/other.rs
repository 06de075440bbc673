//! Posts of other people beside the draft: the one it quotes, the one it answers.

use draftlens_engine::Other;
use yew::prelude::*;

use super::Scene;

/// The quoted post, in a frame.
pub fn quote(other: &Other) -> Html {
    html! { <blockquote class="quote">{ names(other) }{ text(other) }</blockquote> }
}

/// The post that is answered: above the draft, or in a line where only its author is known.
pub fn reply(scene: &Scene<'_>, other: &Other) -> Html {
    if other.text.trim().is_empty() {
        let who = if other.handle.is_empty() { other.name.clone() } else { ["@", &other.handle].concat() };
        return html! { <p class="replies"><bdi>{ (scene.words.replies_to)(&who) }</bdi></p> };
    }
    html! {
        <div class="answered">
            <span class="avatar" aria-hidden="true" />
            <div>{ names(other) }{ text(other) }</div>
        </div>
    }
}

fn names(other: &Other) -> Html {
    html! {
        <p class="by" dir="auto">
            if !other.name.is_empty() {
                <strong><bdi>{ &other.name }</bdi></strong>
            }
            if !other.handle.is_empty() {
                <span class="handle">{ " " }<bdi>{ "@" }{ &other.handle }</bdi></span>
            }
        </p>
    }
}

fn text(other: &Other) -> Html {
    html! { <p class="theirs" dir="auto">{ &other.text }</p> }
}
