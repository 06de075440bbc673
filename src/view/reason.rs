//! One line to type, with a few ready answers: for dismissals, answers and overrides.

use web_sys::{HtmlInputElement, SubmitEvent};
use yew::prelude::*;

use super::button::button;
use crate::locale::Words;

/// What a small form asks.
#[derive(PartialEq, Properties)]
pub struct ReasonProps {
    pub label: AttrValue,
    pub submit: &'static str,
    pub words: &'static Words,
    /// Answers that one click gives.
    #[prop_or_default]
    pub ready: Vec<&'static str>,
    /// What else the form asks, drawn above its buttons.
    #[prop_or_default]
    pub also: Html,
    pub done: Callback<String>,
    pub cancel: Callback<()>,
}

/// The form. Takes the focus when it opens; Esc closes it; an empty answer is none.
#[component]
pub fn Reason(props: &ReasonProps) -> Html {
    let input = use_node_ref();
    use_effect_with(input.clone(), |input| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            let _ = input.focus();
        }
    });
    let onsubmit = {
        let (input, done) = (input.clone(), props.done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            if !text.trim().is_empty() {
                done.emit(text.trim().to_owned());
            }
        })
    };
    let onkeydown = {
        let cancel = props.cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                event.prevent_default();
                cancel.emit(());
            }
        })
    };
    let ready = props.ready.iter().map(|answer| {
        let (done, answer) = (props.done.clone(), *answer);
        let onclick = Callback::from(move |_: MouseEvent| done.emit(answer.to_owned()));
        button("button", answer, onclick)
    });
    let onclick = props.cancel.reform(|_: MouseEvent| ());
    html! {
        <form class="reason" {onsubmit} {onkeydown}>
            <label>
                <span>{ props.label.clone() }</span>
                <input ref={input} type="text" required=true autocomplete="off" />
            </label>
            if !props.ready.is_empty() {
                <div class="buttons ready">{ for ready }</div>
            }
            { props.also.clone() }
            <div class="buttons">
                <button type="submit" class="button first">{ props.submit }</button>
                { button("button quiet", props.words.cancel, onclick) }
            </div>
        </form>
    }
}
