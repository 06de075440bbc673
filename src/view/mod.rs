//! What a person sees: yew components, one a file. Draws a [`Snapshot`] and asks by [`Action`]; decides
//! nothing about the text.

mod button;
mod empty;
mod findings;
mod fit;
mod flag;
mod foot;
mod hear;
mod icon;
mod kind;
mod networks;
mod notes;
mod own;
mod preview;
mod reason;
mod settled;
mod verdict;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::snapshot::{Action, Snapshot};

/// The whole panel.
#[component]
pub fn App(snapshot: &Snapshot) -> Html {
    let chosen = use_state(|| "");
    let why = use_state(|| false);
    let panel = use_node_ref();
    use_effect_with((snapshot.focus, panel.clone()), |(focus, panel)| {
        if let Some(place) = panel.cast::<Element>().filter(|_| *focus > 0).and_then(|panel| verdict_place(&panel)) {
            let _ = place.focus();
        }
    });
    let network = snapshot.report.networks.iter().find(|network| network.network == *chosen);
    let network = network.or(snapshot.report.networks.first());
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |id| chosen.set(id))
    };
    let toggle_why = {
        let why = why.clone();
        Callback::from(move |()| why.set(!*why))
    };
    let blank = snapshot.draft.text.trim().is_empty();
    let body = match network {
        Some(network) if snapshot.bound => html! {
            <div class="body">
                <div class="look">
                    { networks::view(snapshot, network, &choose) }
                    { own::view(snapshot, network) }
                    if !snapshot.compact && !blank {
                        <preview::Preview snapshot={snapshot.clone()} network={network.network} why={*why} />
                    }
                </div>
                <div class="tell">
                    if !snapshot.compact && !blank {
                        <kind::Kind snapshot={snapshot.clone()} why={*why} {toggle_why} />
                    }
                    <findings::Findings snapshot={snapshot.clone()} />
                    // Always there: yew puts what comes before it in front of it, and fails when it has just gone.
                    <div class="rest">
                        { settled::view(snapshot) }
                        if !verdict::is_clear(snapshot, blank) {
                            { notes::not_checked(snapshot) }
                        }
                        if !blank {
                            { hear::view(snapshot) }
                        }
                    </div>
                </div>
            </div>
        },
        _ => Html::default(),
    };
    html! {
        <section ref={panel} class="panel" part="panel" aria-label={snapshot.words.panel} lang={snapshot.words.code}
            onkeydown={keys(&snapshot.act)}>
            if snapshot.bound {
                { verdict::view(snapshot, blank) }
            }
            { notes::problems(snapshot) }
            { body }
            <foot::Foot words={snapshot.words} date={snapshot.report.rules.date.clone()} />
            <p class="unseen" role="status" aria-live="polite">{ &*snapshot.said }</p>
        </section>
    }
}

/// Where the verdict stands in a drawn panel.
pub fn verdict_place(panel: &Element) -> Option<HtmlElement> {
    panel.query_selector("[part~=verdict]").ok().flatten().map(JsCast::unchecked_into)
}

/// The keys of the whole panel; a card or form that heeds a key stops it first.
fn keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        let action = match event.key().as_str() {
            "F8" if event.alt_key() => Action::Next(event.shift_key()),
            "Escape" => Action::Back,
            _ => return,
        };
        event.prevent_default();
        act.emit(action);
    })
}

/// The name of a network as people write it.
fn name(network: &'static str) -> &'static str {
    draftlens_engine::network::by_id(network).map_or(network, |known| known.name)
}

/// The host of an address, without `www.`.
fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
