//! Kind of post: three scores in one bar with their words, the words that moved them, and a correction.

use draftlens_engine::order::sort_by;
use draftlens_engine::{Category, CategoryReport, Hint};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::button::{button, flips, toggle};
use super::networks::tenths;
use crate::locale::Words;
use crate::snapshot::{Action, Snapshot};

/// The whole bar, in thousandths.
const WHOLE: u32 = 1_000;

/// What to draw.
#[derive(PartialEq, Properties)]
pub struct KindProps {
    pub snapshot: Snapshot,
    /// Whether the words that moved the scores are shown.
    pub why: bool,
    pub toggle_why: Callback<()>,
}

/// The kind of post.
#[component]
pub fn Kind(props: &KindProps) -> Html {
    let asking = use_state(|| false);
    let ask = use_node_ref();
    let snapshot = &props.snapshot;
    let words = snapshot.words;
    let category = &snapshot.report.category;
    if category.label.is_none() {
        return Html::default();
    }
    let onwhy = props.toggle_why.reform(|_: MouseEvent| ());
    html! {
        <section class="kind" part="kind" aria-label={words.kind}>
            <div class="head">
                <h2>{ if category.confident { words.kind } else { words.kind_perhaps } }</h2>
                <span class="ways">
                    { toggle("link", if props.why { words.why_hide } else { words.why }, props.why, NodeRef::default(), onwhy) }
                    <span aria-hidden="true">{ "·" }</span>
                    { toggle("link", words.not_right, *asking, ask.clone(), flips(&asking)) }
                </span>
            </div>
            { bar(category) }
            { legend(words, category) }
            if let Some(kind) = snapshot.kind {
                <p class="yours">{ (words.you_say)(words.category(kind)) }</p>
            }
            if *asking {
                { choice(snapshot, &asking, &ask) }
            }
            if props.why {
                { evidence(snapshot) }
                { hints(snapshot) }
            }
        </section>
    }
}

fn class(category: Category) -> &'static str {
    category.as_str()
}

/// The bar, in the order of the categories, with gaps of two pixels.
fn bar(category: &CategoryReport) -> Html {
    let mut from = 0;
    let part = |kind: Category| {
        let share = u32::from(category.scores[kind as usize]) / 10;
        // What rounding lost goes to the last, so that the bar ends where it should.
        let share = if kind as usize == 2 { WHOLE.saturating_sub(from) } else { share };
        let x = tenths(from);
        from += share;
        html! { <rect class={class(kind)} {x} width={tenths(share)} height="8" /> }
    };
    html! { <svg class="scores" width="100%" height="8" aria-hidden="true">{ for Category::ALL.into_iter().map(part) }</svg> }
}

/// The words and their percentages, the likeliest first; they sum to 100.
fn legend(words: &Words, category: &CategoryReport) -> Html {
    let mut order = Category::ALL;
    sort_by(&mut order, &|a, b| category.scores[*a as usize] > category.scores[*b as usize]);
    let round = |kind: Category| (u32::from(category.scores[kind as usize]) + 50) / 100;
    let entry = |kind: Category| {
        let percent = if kind == order[0] { 100 - (round(order[1]) + round(order[2])).min(100) } else { round(kind) };
        html! {
            <li><i class={class(kind)} />{ words.category(kind) }{ " " }<b>{ percent }{ words.percent }</b></li>
        }
    };
    html! { <ul class="legend">{ for order.into_iter().map(entry) }</ul> }
}

/// What it is, when the engine is wrong.
fn choice(snapshot: &Snapshot, asking: &UseStateHandle<bool>, ask: &NodeRef) -> Html {
    let option = |kind: Category| {
        let (act, asking, ask) = (snapshot.act.clone(), asking.clone(), ask.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            act.emit(Action::Sort(kind));
            asking.set(false);
            if let Some(ask) = ask.cast::<HtmlElement>() {
                let _ = ask.focus();
            }
        });
        button("button", snapshot.words.category(kind), onclick)
    };
    html! {
        <div class="choice" role="group" aria-label={snapshot.words.which_kind}>
            <p>{ snapshot.words.which_kind }</p>
            <div class="buttons">{ for Category::ALL.into_iter().map(option) }</div>
        </div>
    }
}

/// The words that moved the scores, a line a category.
fn evidence(snapshot: &Snapshot) -> Html {
    let units: Vec<u16> = snapshot.draft.text.encode_utf16().collect();
    let said = |kind: Category| -> Vec<String> {
        let mine = snapshot.report.category.evidence.iter().filter(|evidence| evidence.category == kind);
        mine.filter_map(|evidence| units.get(evidence.start as usize..evidence.end as usize))
            .map(String::from_utf16_lossy)
            .collect()
    };
    let lines = Category::ALL.into_iter().map(|kind| (kind, said(kind))).filter(|(_, said)| !said.is_empty());
    let lines: Vec<Html> = lines
        .map(|(kind, said)| {
            html! { <li><i class={class(kind)} />{ snapshot.words.category(kind) }{ ": " }<span dir="auto">{ said.join(" · ") }</span></li> }
        })
        .collect();
    if lines.is_empty() {
        return html! { <p class="note">{ snapshot.words.no_evidence }</p> };
    }
    html! { <ul class="evidence">{ lines }</ul> }
}

/// What would move the post to each of the other categories.
fn hints(snapshot: &Snapshot) -> Html {
    let words = snapshot.words;
    let hint = |hint: &Hint| {
        html! { <li>{ (words.toward)(words.category(hint.category()), words.hints[*hint as usize]) }</li> }
    };
    html! { <ul class="evidence">{ for snapshot.report.category.hints.iter().map(hint) }</ul> }
}
