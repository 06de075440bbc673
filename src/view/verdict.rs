//! The top of the panel: the worst finding with its buttons, or one line that all is well.

use draftlens_engine::{Severity, Verdict};
use yew::prelude::*;

use super::{empty, flag::FlagCard, icon, reason::Reason};
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
                <FlagCard key={flag.id.clone()} flag={flag.clone()} {words} act={snapshot.act.clone()} describes={snapshot.describes} main=true />
            },
        ),
        None if report.verdict == Verdict::Pending => {
            ("pending", line(icon::pending(), words.pending, Some(words.pending_why)))
        }
        None if blank => ("blank", empty::view(snapshot)),
        None if report.flags.is_empty() => ("ready", line(icon::ready(), words.nothing, None)),
        None => ("ready", line(icon::ready(), &(words.ready_but)(report.flags.len()), None)),
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

fn format_part(class: &str) -> String {
    ["verdict verdict-", class].concat()
}

fn line(icon: Html, title: &str, why: Option<&'static str>) -> Html {
    html! {
        <div class="card">
            { icon }
            <h2 class="title">{ title.to_owned() }</h2>
            if let Some(why) = why {
                <p class="why">{ why }</p>
            }
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
    let onclick = Callback::from(move |_: MouseEvent| open.set(true));
    html! {
        <p class={classes!("gate", props.held.then_some("held"))}>
            { words.publishing_waits }{ " " }
            <button type="button" class="link" {onclick}>{ words.publish_anyway }</button>
        </p>
    }
}

/// The text that the field did not take.
fn offer(snapshot: &Snapshot) -> Html {
    if snapshot.offer.is_none() {
        return Html::default();
    }
    let act = |action: Action| {
        let act = snapshot.act.clone();
        Callback::from(move |_: MouseEvent| act.emit(action.clone()))
    };
    html! {
        <div class="offer">
            <p>{ snapshot.words.not_taken }</p>
            <div class="buttons">
                <button type="button" class="button first" onclick={act(Action::Copy)}>{ snapshot.words.copy }</button>
                <button type="button" class="button quiet" onclick={act(Action::Keep)}>{ snapshot.words.close }</button>
            </div>
        </div>
    }
}
