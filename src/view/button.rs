//! Buttons and what they do, each drawn in one place: every `html!` and closure of its own costs the download.

use yew::prelude::*;

use crate::snapshot::Action;

/// A button.
pub fn button(class: &'static str, label: &str, onclick: Callback<MouseEvent>) -> Html {
    draw(class, label, None, NodeRef::default(), onclick)
}

/// A button that opens and closes something; `place` is where the focus returns to.
pub fn toggle(class: &'static str, label: &str, is_open: bool, place: NodeRef, onclick: Callback<MouseEvent>) -> Html {
    draw(class, label, Some(expanded(is_open)), place, onclick)
}

/// The value of `aria-expanded` and its kin.
pub fn expanded(is_open: bool) -> &'static str {
    if is_open { "true" } else { "false" }
}

/// A click asks for `action`.
pub fn asks(act: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    act.reform(move |_| action.clone())
}

/// A click opens what is closed and closes what is open.
pub fn flips(state: &UseStateHandle<bool>) -> Callback<MouseEvent> {
    let state = state.clone();
    Callback::from(move |_| state.set(!*state))
}

fn draw(
    class: &'static str,
    label: &str,
    expanded: Option<&'static str>,
    place: NodeRef,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button ref={place} type="button" {class} aria-expanded={expanded} {onclick}>{ label }</button> }
}
