//! The other flags, worst first, and advice: folded into one line where something worse is to be looked at.

use std::ops::Range;

use draftlens_engine::Severity;
use yew::prelude::*;

use super::button::{asks, button, expanded};
use super::{flag::FlagCard, icon, verdict::leads};
use crate::element::is_finding;
use crate::snapshot::{Action, Snapshot};

/// What to list.
#[derive(PartialEq, Properties)]
pub struct FindingsProps {
    pub snapshot: Snapshot,
}

/// The list below the verdict.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let choice = use_state(|| None);
    let snapshot = &props.snapshot;
    let words = snapshot.words;
    let flags = &snapshot.report.flags;
    // Worst first: what is advice stands after the findings.
    let count = flags.iter().filter(|flag| is_finding(flag)).count();
    let (others, advice) = (usize::from(leads(snapshot))..count, count..flags.len());
    if others.is_empty() && advice.is_empty() {
        return Html::default();
    }
    let open = choice.unwrap_or(count == 0);
    let list = |range: Range<usize>| {
        let card =
            |at: usize| html! { <li key={flags[at].id.clone()}><FlagCard snapshot={snapshot.clone()} {at} /></li> };
        html! { <ul class="list">{ for range.map(card) }</ul> }
    };
    html! {
        <section class="findings" part="findings" aria-label={words.then}>
            if !others.is_empty() {
                <div class="head">
                    <h2>{ words.then }</h2>
                    // On a phone there is no F8: a button stands in its place.
                    <span class="hint" aria-hidden="true">{ words.next_key }</span>
                    { button("link touch", words.next, asks(&snapshot.act, Action::Next(false))) }
                </div>
                { list(others) }
            }
            if !advice.is_empty() {
                { fold(snapshot, advice.len(), open, &choice) }
                if open {
                    { list(advice) }
                }
            }
        </section>
    }
}

fn fold(snapshot: &Snapshot, count: usize, is_open: bool, choice: &UseStateHandle<Option<bool>>) -> Html {
    let choice = choice.clone();
    let onclick = Callback::from(move |_: MouseEvent| choice.set(Some(!is_open)));
    html! {
        <button type="button" class="advice" data-flag={(!is_open).then_some("")} aria-expanded={expanded(is_open)} {onclick}>
            { icon::severity(Severity::Advise) }
            <span>{ (snapshot.words.suggestions)(count) }</span>
            <span class="toggle">{ if is_open { snapshot.words.hide } else { snapshot.words.show } }</span>
        </button>
    }
}
