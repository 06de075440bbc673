//! A chip a network: what is left, and its own verdict. The chosen one is what the preview shows.

use draftlens_engine::{NetworkReport, Verdict};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::button::expanded;
use super::{icon, name};
use crate::locale::Words;
use crate::snapshot::Snapshot;

/// Up to this limit a number says more than "fits".
const COUNTED: u32 = 1_000;

/// The chips.
pub fn view(snapshot: &Snapshot, chosen: &NetworkReport, choose: &Callback<&'static str>) -> Html {
    let networks = &snapshot.report.networks;
    let ids: Vec<&'static str> = networks.iter().map(|network| network.network).collect();
    html! {
        <div class="chips" role="radiogroup" aria-label={snapshot.words.networks} onkeydown={arrows(ids, chosen.network, choose)}>
            { for networks.iter().map(|network| chip(snapshot.words, network, stops_alone(network, networks), chosen, choose)) }
        </div>
    }
}

/// What stops every network is the verdict's to say.
fn stops_alone(network: &NetworkReport, all: &[NetworkReport]) -> bool {
    network.verdict == Verdict::Stop && network.fits && all.iter().any(|other| other.verdict != Verdict::Stop)
}

fn chip(
    words: &Words,
    network: &NetworkReport,
    stops: bool,
    chosen: &NetworkReport,
    choose: &Callback<&'static str>,
) -> Html {
    let is_chosen = network.network == chosen.network;
    let id = network.network;
    let onclick = choose.reform(move |_: MouseEvent| id);
    let share = u64::from(network.count) * 1_000 / u64::from(network.limit.max(1));
    let width = tenths(share.min(1_000) as u32);
    html! {
        <button type="button" key={id} class={classes!("chip", (!network.fits).then_some("over"), (network.text != "base").then_some("varied"))} part="network" role="radio"
            data-network={id} aria-checked={expanded(is_chosen)} tabindex={if is_chosen { "0" } else { "-1" }}
            aria-label={label(words, network)} {onclick}>
            <span class="name">
                if stops {
                    { icon::severity(draftlens_engine::Severity::Stop) }
                }
                { name(id) }
            </span>
            <span class="left">{ left(words, network) }</span>
            <svg class="bar" width="100%" height="3" aria-hidden="true"><rect width={width} height="3" /></svg>
        </button>
    }
}

/// `12.5%` of a thousand.
pub fn tenths(thousandths: u32) -> String {
    [&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat()
}

/// What is left, or in a word that it fits, or folds.
fn left(words: &Words, network: &NetworkReport) -> String {
    if !network.fits || network.limit <= COUNTED {
        let number = words.number(network.remaining());
        return if network.approximate { [words.about, &number].concat() } else { number };
    }
    if network.fold_at.is_some() { words.folds } else { words.fits }.to_owned()
}

/// What a screen reader says of it.
fn label(words: &Words, network: &NetworkReport) -> String {
    let remaining = network.remaining();
    let number = words.number(remaining.abs());
    let left = if remaining < 0 { (words.over)(&number) } else { (words.left)(&number) };
    let own =
        if network.text == "base" { String::new() } else { [", ", &(words.own_text)(name(network.network))].concat() };
    [name(network.network), ", ", &left, &own].concat()
}

/// Arrow keys choose, Home and End too.
fn arrows(ids: Vec<&'static str>, chosen: &'static str, choose: &Callback<&'static str>) -> Callback<KeyboardEvent> {
    let choose = choose.clone();
    Callback::from(move |event: KeyboardEvent| {
        let here = ids.iter().position(|id| *id == chosen).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (here + 1) % ids.len(),
            "ArrowLeft" | "ArrowUp" => (here + ids.len() - 1) % ids.len(),
            "Home" => 0,
            "End" => ids.len() - 1,
            _ => return,
        };
        event.prevent_default();
        focus(&event, next);
        choose.emit(ids[next]);
    })
}

/// Moves the focus to the chip at `index`.
fn focus(event: &KeyboardEvent, index: usize) {
    let Some(chip) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    let chip = chip.parent_element().and_then(|group| group.children().item(index as u32));
    if let Some(chip) = chip {
        let _ = chip.unchecked_into::<HtmlElement>().focus();
    }
}
