//! The post as one network shows it. Neutral marks instead of logos; nothing that is not in the draft.

use draftlens_engine::NetworkReport;
use yew::prelude::*;

use super::button::{flips, toggle};
use super::{card, name, text};
use crate::locale::Date;
use crate::snapshot::Snapshot;

/// So much beyond the limit is drawn; nobody reads more, and a megabyte would hold up the page.
const BEYOND: u32 = 2_000;

/// What to preview.
#[derive(PartialEq, Properties)]
pub struct PreviewProps {
    pub snapshot: Snapshot,
    /// Id of the network.
    pub network: &'static str,
    /// Whether to mark the words that moved the kind of post.
    pub why: bool,
}

/// The preview.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let open = use_state(|| false);
    let snapshot = &props.snapshot;
    let words = snapshot.words;
    let Some(network) = snapshot.report.networks.iter().find(|network| network.network == props.network) else {
        return Html::default();
    };
    let base = network.text == "base";
    let variant = snapshot.draft.variants.iter().find(|(id, _)| id == network.text);
    let source = variant.map_or(&*snapshot.draft.text, |(_, text)| text);
    let length = source.encode_utf16().count() as u32;
    let drawn = length.min(network.limit + BEYOND);
    let fold = network.fold_at.filter(|fold| *fold < drawn && !props.why);
    let end = if *open { drawn } else { fold.unwrap_or(drawn) };
    let why = (props.why && base).then_some(&snapshot.report.category);
    let rest = length - drawn;
    html! {
        <article class={classes!("post", network.network)} part="preview" aria-label={(words.preview)(name(network.network))}>
            { header(snapshot) }
            <div class="said">
                { text::view(source, network, why, end) }
                if fold.is_some() {
                    { more(words, &open) }
                }
                if rest > 0 && end == drawn {
                    <p class="note">{ (words.too_long_to_show)(&words.number(i64::from(rest))) }</p>
                }
            </div>
            { card::view(snapshot, network) }
            { marks(words, network) }
            if fold.is_some() && network.fold_approximate {
                <p class="note">{ (words.fold_approximate)(name(network.network)) }</p>
            }
        </article>
    }
}

/// Name, handle and day, as far as the draft or the house tells them.
fn header(snapshot: &Snapshot) -> Html {
    let author = snapshot.draft.author.as_ref();
    let pick = |of_draft: Option<&str>, of_house: &str| {
        of_draft.filter(|text| !text.is_empty()).unwrap_or(of_house).trim_start_matches('@').to_owned()
    };
    let who = pick(author.map(|author| author.name.as_str()), &snapshot.author.name);
    let handle = pick(author.map(|author| author.handle.as_str()), &snapshot.author.handle);
    let date = snapshot.draft.scheduled_at.as_deref().and_then(Date::parse).map(|date| date.short(snapshot.words));
    html! {
        <header>
            <span class="avatar" aria-hidden="true" />
            <p class="by">
                <strong>{ if who.is_empty() { snapshot.words.your_name.to_owned() } else { who } }</strong>
                if !handle.is_empty() {
                    <span class="handle">{ " @" }{ handle }</span>
                }
                if let Some(date) = date {
                    <span class="day">{ date }</span>
                }
            </p>
        </header>
    }
}

fn more(words: &crate::locale::Words, open: &UseStateHandle<bool>) -> Html {
    let label = if **open { words.less } else { words.more };
    toggle("more", label, **open, NodeRef::default(), flips(open))
}

/// Four marks where the network has its buttons: shapes, no counts.
fn marks(words: &crate::locale::Words, network: &NetworkReport) -> Html {
    let named = network.network == "linkedin";
    let mark = |(index, action): (usize, &'static str)| {
        html! {
            <span class="mark">
                <i class={["round", "bubble", "square", "square"][index]} />
                if named {
                    { action }
                }
            </span>
        }
    };
    html! { <div class="marks" aria-hidden="true">{ for words.actions.into_iter().enumerate().map(mark) }</div> }
}
