//! One finding: what is wrong, why it matters, its source, and what can be done about it.

use draftlens_engine::{Flag, Settle, Source};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::button::{asks, button};
use super::{fit, icon, reason::Reason};
use crate::hold::OVER_LIMIT;
use crate::locale::Words;
use crate::snapshot::{Action, Scope, Snapshot};

/// Mended in the host's own field rather than in the text.
const MISSING_ALT: &str = "alt-text-missing";

/// A finding to draw.
#[derive(PartialEq, Properties)]
pub struct FlagProps {
    pub snapshot: Snapshot,
    /// Its place in the report.
    pub at: usize,
    /// Whether it is the verdict rather than one of the list.
    #[prop_or_default]
    pub main: bool,
}

/// Which form is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Neither,
    Dismissal,
    Answer,
}

/// The finding.
#[component]
pub fn FlagCard(props: &FlagProps) -> Html {
    let open = use_state(|| Open::Neither);
    let scope = use_state(Scope::default);
    let card = use_node_ref();
    let words = props.snapshot.words;
    let Some(flag) = props.snapshot.report.flags.get(props.at) else { return Html::default() };
    let close = {
        let (open, card) = (open.clone(), card.clone());
        Callback::from(move |()| {
            open.set(Open::Neither);
            if let Some(card) = card.cast::<HtmlElement>() {
                let _ = card.focus();
            }
        })
    };
    html! {
        <div ref={card.clone()} class="card" part={if props.main { "worst" } else { "flag" }} data-flag={flag.id.clone()} tabindex="-1"
            role="group" aria-label={flag.title.clone()} onkeydown={keys(&props.snapshot.act, flag, card)}>
            { icon::severity(flag.severity) }
            { title(props, flag) }
            <p class="why">{ &flag.why }{ source(words, &flag.sources) }</p>
            // What to do, where no button says it.
            if !flag.advice.is_empty() && flag.fixes.is_empty() && flag.rule != OVER_LIMIT {
                <p class="do">{ &flag.advice }</p>
            }
            { match *open {
                Open::Neither => html! { <>{ buttons(props, flag, &open) }{ fit::cuts(&props.snapshot, flag) }</> },
                Open::Dismissal => dismissal(&props.snapshot, flag, &scope, close),
                Open::Answer => answer(&props.snapshot, flag, close),
            } }
        </div>
    }
}

/// The verdict says its severity in a word; but what is too long for one network stops that one alone.
fn title(props: &FlagProps, flag: &Flag) -> Html {
    let alone = flag.rule == OVER_LIMIT && flag.networks.len() < props.snapshot.report.networks.len();
    let word = if props.main && !alone { props.snapshot.words.severity(flag.severity) } else { "" };
    let level = if props.main { "h2" } else { "h3" };
    html! { <@{level} class="title">{ word }{ &flag.title }</@> }
}

fn source(words: &Words, sources: &[Source]) -> Html {
    let Some(source) = sources.iter().find(|source| source.url.starts_with("https://")) else { return Html::default() };
    html! {
        <>
            { " " }
            <a href={source.url.clone()} target="_blank" rel="noopener noreferrer" title={source.title.clone()}>{ words.source }</a>
        </>
    }
}

/// The fix first, then the other way out, then the dismissal.
fn buttons(props: &FlagProps, flag: &Flag, open: &UseStateHandle<Open>) -> Html {
    let Snapshot { words, act, describes, .. } = &props.snapshot;
    let first = if props.main { "button first" } else { "button" };
    let opens = |what: Open| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(what))
    };
    let mut row = Vec::new();
    for (index, fix) in flag.fixes.iter().take(2).enumerate() {
        let class = if index == 0 { first } else { "button" };
        row.push(button(class, &fix.label, asks(act, Action::Fix(flag.id.clone(), index))));
    }
    if flag.rule == OVER_LIMIT {
        row.extend(fit::buttons(&props.snapshot, flag, first));
    } else if flag.fixes.is_empty() && !flag.spans.is_empty() && flag.text == "base" {
        row.push(button(first, words.rewrite, asks(act, Action::Rewrite(flag.id.clone()))));
    }
    if *describes && flag.rule == MISSING_ALT {
        row.push(button(first, words.write_it, asks(act, Action::Describe)));
    }
    if flag.ask.is_some() {
        row.push(button("button", words.looked_up, opens(Open::Answer)));
    }
    let settle = flag.settle.as_ref();
    let may = settle.is_none_or(|settle| may(settle, props.snapshot.draft.role.as_deref()));
    if may {
        row.push(button("button quiet", words.dismiss, opens(Open::Dismissal)));
    }
    html! {
        <>
            <div class="buttons">{ row }</div>
            if let Some(settle) = settle.filter(|settle| !may || settle.second) {
                <p class="note">{ settled_by(words, settle, may) }</p>
            }
        </>
    }
}

/// Whether a role may set the flag aside.
fn may(settle: &Settle, role: Option<&str>) -> bool {
    role.is_some_and(|role| settle.by.iter().any(|by| by.eq_ignore_ascii_case(role)))
}

/// Who may, or that a second person must agree.
fn settled_by(words: &Words, settle: &Settle, may: bool) -> String {
    match (may, settle.by.is_empty()) {
        (true, _) => words.second_person.to_owned(),
        (false, true) => words.nobody_may.to_owned(),
        (false, false) => (words.only_may)(&settle.by.join(", ")),
    }
}

fn dismissal(snapshot: &Snapshot, flag: &Flag, scope: &UseStateHandle<Scope>, cancel: Callback<()>) -> Html {
    let (id, words) = (flag.id.clone(), snapshot.words);
    let chosen = **scope;
    let done = snapshot.act.reform(move |reason| Action::Dismiss(id.clone(), reason, chosen));
    let choice = |one: Scope| {
        let scope = scope.clone();
        let onchange = Callback::from(move |_: Event| scope.set(one));
        html! {
            <label class="scope">
                <input type="radio" name={["scope-", &flag.id].concat()} checked={one == chosen} {onchange} />
                { words.scopes[one as usize] }
            </label>
        }
    };
    let also = html! { <div class="scopes">{ for Scope::ALL.into_iter().map(choice) }</div> };
    html! {
        <Reason label={words.dismiss_why} submit={words.dismiss_now} ready={words.reasons.to_vec()} {also} {words} {done} {cancel} />
    }
}

fn answer(snapshot: &Snapshot, flag: &Flag, cancel: Callback<()>) -> Html {
    let (id, words) = (flag.id.clone(), snapshot.words);
    let done = snapshot.act.reform(move |text| Action::Answer(id.clone(), text));
    let label = flag.ask.clone().unwrap_or_default();
    html! { <Reason {label} submit={words.answer_now} {words} {done} {cancel} /> }
}

/// Enter goes to the first button, Alt+Enter applies the first fix.
fn keys(act: &Callback<Action>, flag: &Flag, card: NodeRef) -> Callback<KeyboardEvent> {
    let act = act.clone();
    let fix = (!flag.fixes.is_empty()).then(|| flag.id.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(here) = card.cast::<HtmlElement>() else { return };
        if event.key() != "Enter" {
            return;
        }
        if event.alt_key() {
            if let Some(id) = &fix {
                act.emit(Action::Fix(id.clone(), 0));
            }
        } else if here.matches(":focus").unwrap_or(false) {
            let button = here.query_selector("button").ok().flatten();
            if let Some(button) = button.map(wasm_bindgen::JsCast::unchecked_into::<HtmlElement>) {
                let _ = button.focus();
            }
        } else {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    })
}
