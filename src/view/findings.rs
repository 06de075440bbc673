//! The other flags, worst first, and advice: folded into one line where something worse is to be looked at.

use draftlens_engine::{Flag, Severity};
use yew::prelude::*;

use super::{flag::FlagCard, icon, verdict::leads};
use crate::element::is_finding;
use crate::snapshot::Snapshot;

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
    let (findings, advice): (Vec<&Flag>, Vec<&Flag>) = snapshot.report.flags.iter().partition(|flag| is_finding(flag));
    let others = findings.get(usize::from(leads(snapshot))..).unwrap_or_default();
    if others.is_empty() && advice.is_empty() {
        return Html::default();
    }
    let open = choice.unwrap_or(findings.is_empty());
    let card = |flag: &&Flag| {
        html! {
            <li key={flag.id.clone()}><FlagCard flag={(*flag).clone()} {words} act={snapshot.act.clone()} describes={snapshot.describes} /></li>
        }
    };
    html! {
        <section class="findings" part="findings" aria-label={words.then}>
            if !others.is_empty() {
                <div class="head">
                    <h2>{ words.then }</h2>
                    <span class="hint" aria-hidden="true">{ words.next_key }</span>
                    { next(snapshot) }
                </div>
                <ul class="list">{ for others.iter().map(card) }</ul>
            }
            if !advice.is_empty() {
                { fold(snapshot, advice.len(), open, &choice) }
                if open {
                    <ul class="list">{ for advice.iter().map(card) }</ul>
                }
            }
        </section>
    }
}

/// On a phone there is no F8.
fn next(snapshot: &Snapshot) -> Html {
    let act = snapshot.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(crate::snapshot::Action::Next(false)));
    html! { <button type="button" class="link touch" {onclick}>{ snapshot.words.next }</button> }
}

fn fold(snapshot: &Snapshot, count: usize, is_open: bool, choice: &UseStateHandle<Option<bool>>) -> Html {
    let choice = choice.clone();
    let onclick = Callback::from(move |_: MouseEvent| choice.set(Some(!is_open)));
    html! {
        <button type="button" class="advice" data-flag={(!is_open).then_some("")} aria-expanded={if is_open { "true" } else { "false" }} {onclick}>
            { icon::severity(Severity::Advise) }
            <span>{ (snapshot.words.suggestions)(count) }</span>
            <span class="toggle">{ if is_open { snapshot.words.hide } else { snapshot.words.show } }</span>
        </button>
    }
}
