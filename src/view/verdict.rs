//! The top of the panel: the worst finding with its buttons, or one line that all is well.

use draftlens_engine::{Severity, Verdict};
use yew::prelude::*;

use super::button::{asks, button, flips};
use super::{empty, flag::FlagCard, icon, notes, reason::Reason};
use crate::element::is_finding;
use crate::snapshot::{Action, Gate, Snapshot};

/// The verdict; `blank` when nothing is written.
pub fn view(snapshot: &Snapshot, blank: bool) -> Html {
    let words = snapshot.words;
    let report = &snapshot.report;
    let worst = report.flags.first().filter(|_| leads(snapshot));
    let (class, content) = match worst {
        Some(flag) => (
            flag.severity.as_str(),
            html! {
                <FlagCard key={flag.id.clone()} snapshot={snapshot.clone()} at=0 main=true />
            },
        ),
        None if report.verdict == Verdict::Pending => {
            ("pending", line(icon::pending(), words.pending, html! { <p class="why">{ words.pending_why }</p> }))
        }
        None if blank => ("blank", empty::view(snapshot)),
        None => ("ready", line(icon::ready(), &ready(snapshot), notes::not_checked(snapshot))),
    };
    html! {
        <div class={classes!("verdict", class)} part={format_part(class)} tabindex="-1">
            { content }
            { gate(snapshot) }
            { offer(snapshot) }
        </div>
    }
}

/// Whether the verdict is the worst finding. Over an empty text only a stop is; the others are listed.
pub fn leads(snapshot: &Snapshot) -> bool {
    let blank = snapshot.draft.text.trim().is_empty();
    let worst = snapshot.report.flags.first();
    worst.is_some_and(|flag| is_finding(flag) && (flag.severity == Severity::Stop || !blank))
}

/// Whether the verdict is one line that all is well, with what was not checked.
pub fn is_clear(snapshot: &Snapshot, blank: bool) -> bool {
    !blank && !leads(snapshot) && snapshot.report.verdict != Verdict::Pending
}

fn ready(snapshot: &Snapshot) -> String {
    match snapshot.report.flags.len() {
        0 => snapshot.words.nothing.to_owned(),
        count => (snapshot.words.ready_but)(count),
    }
}

fn format_part(class: &str) -> String {
    ["verdict verdict-", class].concat()
}

fn line(icon: Html, title: &str, rest: Html) -> Html {
    html! {
        <div class="card">
            { icon }
            <div>
                <h2 class="title">{ title }</h2>
                { rest }
            </div>
        </div>
    }
}

/// Why publishing waits, and the way past it.
fn gate(snapshot: &Snapshot) -> Html {
    let stopped = snapshot.report.verdict == Verdict::Stop;
    match snapshot.gate {
        Gate::Armed | Gate::Held if stopped => html! {
            <Override words={snapshot.words} act={snapshot.act.clone()} held={snapshot.gate == Gate::Held} />
        },
        Gate::Open if stopped => html! { <p class="gate">{ snapshot.words.publish_open }</p> },
        _ => Html::default(),
    }
}

#[derive(PartialEq, Properties)]
struct OverrideProps {
    words: &'static crate::locale::Words,
    act: Callback<Action>,
    held: bool,
}

/// Publishing in spite of a stop, with a reason.
#[component]
fn Override(props: &OverrideProps) -> Html {
    let open = use_state(|| false);
    let words = props.words;
    if *open {
        let act = props.act.clone();
        let done = Callback::from(move |reason| act.emit(Action::Override(reason)));
        let cancel = Callback::from(move |()| open.set(false));
        return html! { <Reason label={words.publish_why} submit={words.publish_keep} {words} {done} {cancel} /> };
    }
    html! {
        <p class={classes!("gate", props.held.then_some("held"))}>
            { words.publishing_waits }{ " " }
            { button("link", words.publish_anyway, flips(&open)) }
        </p>
    }
}

/// The text that the field did not take.
fn offer(snapshot: &Snapshot) -> Html {
    if snapshot.offer.is_none() {
        return Html::default();
    }
    html! {
        <div class="offer">
            <p>{ snapshot.words.not_taken }</p>
            <div class="buttons">
                { button("button first", snapshot.words.copy, asks(&snapshot.act, Action::Copy)) }
                { button("button quiet", snapshot.words.close, asks(&snapshot.act, Action::Keep)) }
            </div>
        </div>
    }
}
