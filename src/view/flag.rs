//! One finding: what is wrong, why it matters, its source, and what can be done about it.

use draftlens_engine::{Flag, Source};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{icon, reason::Reason};
use crate::locale::Words;
use crate::snapshot::Action;

/// Mended in the host's own field rather than in the text.
const MISSING_ALT: &str = "alt-text-missing";

/// A finding to draw.
#[derive(PartialEq, Properties)]
pub struct FlagProps {
    pub flag: Flag,
    pub words: &'static Words,
    pub act: Callback<Action>,
    /// Whether the host has a field for the picture's description.
    pub describes: bool,
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
    let card = use_node_ref();
    let FlagProps { flag, words, main, .. } = props;
    let word = if *main { words.severity(flag.severity) } else { "" };
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
        <div ref={card.clone()} class="card" part={if *main { "worst" } else { "flag" }} data-flag={flag.id.clone()} tabindex="-1"
            role="group" aria-label={flag.title.clone()} onkeydown={keys(props, card)}>
            { icon::severity(flag.severity) }
            { title(*main, word, &flag.title) }
            <p class="why">{ &flag.why }{ advice(flag) }{ source(words, &flag.sources) }</p>
            { match *open {
                Open::Neither => buttons(props, &open),
                Open::Dismissal => dismissal(props, close),
                Open::Answer => answer(props, close),
            } }
        </div>
    }
}

fn title(main: bool, word: &'static str, title: &str) -> Html {
    let title = title.to_owned();
    if main {
        html! { <h2 class="title">{ word }{ title }</h2> }
    } else {
        html! { <h3 class="title">{ title }</h3> }
    }
}

/// What to do, where no button says it.
fn advice(flag: &Flag) -> Html {
    if flag.advice.is_empty() || !flag.fixes.is_empty() {
        return Html::default();
    }
    html! { <>{ " " }{ &flag.advice }</> }
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
fn buttons(props: &FlagProps, open: &UseStateHandle<Open>) -> Html {
    let FlagProps { flag, words, act, main, describes } = props;
    let first = if *main { "button first" } else { "button" };
    let fix = |(index, label): (usize, &String)| {
        let (act, id) = (act.clone(), flag.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| act.emit(Action::Fix(id.clone(), index)));
        html! { <button type="button" class={if index == 0 { first } else { "button" }} {onclick}>{ label }</button> }
    };
    let rewrite = flag.fixes.is_empty() && !flag.spans.is_empty() && flag.text == "base";
    let onrewrite = {
        let (act, id) = (act.clone(), flag.id.clone());
        Callback::from(move |_: MouseEvent| act.emit(Action::Rewrite(id.clone())))
    };
    let opens = |what: Open| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(what))
    };
    html! {
        <div class="buttons">
            { for flag.fixes.iter().take(2).map(|fix| &fix.label).enumerate().map(fix) }
            if rewrite {
                <button type="button" class={first} onclick={onrewrite}>{ words.rewrite }</button>
            }
            if *describes && flag.rule == MISSING_ALT {
                <button type="button" class={first} onclick={act.reform(|_: MouseEvent| Action::Describe)}>{ words.write_it }</button>
            }
            if flag.ask.is_some() {
                <button type="button" class="button" onclick={opens(Open::Answer)}>{ words.looked_up }</button>
            }
            <button type="button" class="button quiet" onclick={opens(Open::Dismissal)}>{ words.dismiss }</button>
        </div>
    }
}

fn dismissal(props: &FlagProps, cancel: Callback<()>) -> Html {
    let (act, id, words) = (props.act.clone(), props.flag.id.clone(), props.words);
    let done = Callback::from(move |reason| act.emit(Action::Dismiss(id.clone(), reason)));
    html! {
        <Reason label={words.dismiss_why} submit={words.dismiss_now} ready={words.reasons.to_vec()} {words} {done} {cancel} />
    }
}

fn answer(props: &FlagProps, cancel: Callback<()>) -> Html {
    let (act, id, words) = (props.act.clone(), props.flag.id.clone(), props.words);
    let done = Callback::from(move |text| act.emit(Action::Answer(id.clone(), text)));
    let label = props.flag.ask.clone().unwrap_or_default();
    html! { <Reason {label} submit={words.answer_now} {words} {done} {cancel} /> }
}

/// Enter goes to the first button, Alt+Enter applies the first fix.
fn keys(props: &FlagProps, card: NodeRef) -> Callback<KeyboardEvent> {
    let act = props.act.clone();
    let fix = (!props.flag.fixes.is_empty()).then(|| props.flag.id.clone());
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
