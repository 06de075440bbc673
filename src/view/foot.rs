//! The foot: that nothing is sent, the day of the rules, and the keys.

use yew::prelude::*;

use super::button::{expanded, flips};
use crate::locale::{Date, Words};

/// What to draw.
#[derive(PartialEq, Properties)]
pub struct FootProps {
    pub words: &'static Words,
    /// Day of the rules, ISO 8601; empty before the first check.
    pub date: String,
}

/// The foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let open = use_state(|| false);
    let words = props.words;
    let is_open = *open;
    let onclick = flips(&open);
    html! {
        <div class="foot" part="foot">
            <p>{ words.sends_nothing }</p>
            <p class="rules">
                if let Some(date) = Date::parse(&props.date) {
                    { (words.rules_of)(&date.long(words)) }{ " · " }
                }
                <button type="button" class="help" aria-label={words.help} aria-expanded={expanded(is_open)} {onclick}>{ "?" }</button>
            </p>
            if is_open {
                <dl>
                    { for words.keys.iter().map(|(key, does)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div> }) }
                </dl>
                <p class="privacy">{ words.privacy }</p>
            }
        </div>
    }
}
