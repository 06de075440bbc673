//! The poll of a preview: its question and its answers, no votes.

use yew::prelude::*;

use super::Scene;
use super::look::POLL;

/// The poll, where the draft has one and the network takes it.
pub fn view(scene: &Scene<'_>) -> Html {
    let Some(poll) = scene.snapshot.draft.poll.as_ref().filter(|_| scene.look.has(POLL)) else {
        return Html::default();
    };
    html! {
        <div class="poll">
            if !poll.question.trim().is_empty() {
                <strong dir="auto">{ &poll.question }</strong>
            }
            <ul>{ for poll.options.iter().map(|option| html! { <li dir="auto">{ option }</li> }) }</ul>
        </div>
    }
}
