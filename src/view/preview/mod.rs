//! The post as one network shows it. Neutral marks instead of logos; nothing that is not in the draft,
//! and what nobody can know is said below.

mod card;
mod compare;
mod elsewhere;
mod header;
mod look;
mod media;
mod notes;
mod other;
mod picture;
mod pieces;
mod poll;
mod text;

use draftlens_engine::{NetworkReport, has_threads};
use yew::prelude::*;

use super::button::{button, flips, toggle};
use super::{host_of, name};
use crate::locale::Words;
use crate::snapshot::Snapshot;
pub use notes::tells;

use look::{COVER, COVER_ALL, Look, Part, QUOTE, REPLY, SIGNED};

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

/// What every part of a preview is drawn from.
struct Scene<'a> {
    snapshot: &'a Snapshot,
    words: &'static Words,
    network: &'a NetworkReport,
    look: &'static Look,
    /// The text that this network shows.
    source: &'a str,
    /// The stretch of it that stands in this post, in UTF-16 code units.
    span: (u32, u32),
    /// First code unit of it that is too many.
    overflow_at: Option<u32>,
    /// First code unit that the feed hides on the screen that is shown.
    fold: Option<u32>,
    /// Its place in a thread.
    place: Option<draftlens_engine::Part>,
}

/// The preview, with what is said of it.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    // The networks whose fold is open and whose cover is off: another network starts anew.
    let unfolded = use_state(|| "");
    let uncovered = use_state(|| "");
    let is_desk = use_state(|| false);
    let compares = use_state(|| false);
    let looks_elsewhere = use_state(|| false);
    let snapshot = &props.snapshot;
    let words = snapshot.words;
    let Some(network) = snapshot.report.networks.iter().find(|network| network.network == props.network) else {
        return Html::default();
    };
    let source = snapshot.draft.text_for(network.text);
    let length = source.encode_utf16().count() as u32;
    let scene = Scene {
        snapshot,
        words,
        network,
        look: look::of(network.network),
        source,
        span: (0, length),
        overflow_at: network.overflow_at,
        fold: if *is_desk { network.fold_desk } else { network.fold_at },
        place: snapshot.draft.thread.filter(|_| has_threads(network.network)),
    };
    let has_link = snapshot.draft.link.is_some();
    html! {
        <div class={classes!("stage", is_desk.then_some("desk"))}>
            { for posts(&scene).iter().map(|scene| post(scene, props.why, &unfolded, &uncovered)) }
            { notes::view(&scene) }
            <div class="tools">
                { button("link", if *is_desk { words.phone } else { words.desk }, flips(&is_desk)) }
                if snapshot.report.networks.len() > 1 {
                    { toggle("link", words.compare, *compares, NodeRef::default(), flips(&compares)) }
                }
                if has_link {
                    { toggle("link", words.elsewhere, *looks_elsewhere, NodeRef::default(), flips(&looks_elsewhere)) }
                }
            </div>
            if *compares {
                { compare::view(snapshot, *is_desk) }
            }
            if *looks_elsewhere {
                { elsewhere::view(snapshot) }
            }
        </div>
    }
}

/// The posts of the thread that the writer cut, or the one post.
fn posts<'a>(whole: &Scene<'a>) -> Vec<Scene<'a>> {
    let parts = &whole.network.parts;
    if parts.is_empty() {
        return vec![Scene { ..*whole }];
    }
    let of = parts.len() as u32;
    let post = |(number, part): (u32, &draftlens_engine::PartReport)| Scene {
        span: (part.start, part.end),
        overflow_at: part.overflow_at,
        fold: None,
        place: Some(draftlens_engine::Part { number, of }),
        ..*whole
    };
    (1..).zip(parts).map(post).collect()
}

/// The post itself, its parts in the network's order.
fn post(
    scene: &Scene<'_>,
    why: bool,
    unfolded: &UseStateHandle<&'static str>,
    uncovered: &UseStateHandle<&'static str>,
) -> Html {
    let id = scene.network.network;
    let draft = &scene.snapshot.draft;
    let hides = draft.sensitive.is_some() && **uncovered != id;
    let has_words = draft.sensitive.as_deref().is_some_and(|says| !says.trim().is_empty());
    let hides_all = hides && scene.look.has(COVER_ALL) && (has_words || !scene.look.has(COVER));
    // Pictures, poll and quote hang on the first post of a thread.
    let is_first = scene.span.0 == 0;
    let part = |part: &Part| match part {
        Part::Reply | Part::Poll | Part::Media | Part::Card | Part::Quote if !is_first => Html::default(),
        Part::Head => header::view(scene),
        Part::Marks => marks(scene),
        Part::Reply if scene.look.has(REPLY) => {
            draft.reply_to.as_ref().map(|other| other::reply(scene, other)).unwrap_or_default()
        }
        Part::Text if hides_all => cover(scene, uncovered),
        _ if hides_all => Html::default(),
        Part::Text => said(scene, why, unfolded),
        Part::Poll => poll::view(scene),
        Part::Media if hides && scene.look.has(COVER) => {
            html! { <div class="covered">{ media::view(scene) }{ cover(scene, uncovered) }</div> }
        }
        Part::Media => media::view(scene),
        Part::Card => media::card(scene),
        Part::Quote if scene.look.has(QUOTE) => draft.quote.as_ref().map(other::quote).unwrap_or_default(),
        _ => Html::default(),
    };
    let thread = scene.place.map(|thread| {
        let goes_on = thread.of == 0 || thread.number < thread.of;
        classes!((thread.number > 1).then_some("after"), goes_on.then_some("before"))
    });
    html! {
        <article class={classes!("post", thread)} data-network={id} part="preview" aria-label={(scene.words.preview)(name(id))}>
            { for scene.look.order.iter().map(part) }
        </article>
    }
}

/// The text up to its fold, and the way on.
fn said(scene: &Scene<'_>, why: bool, unfolded: &UseStateHandle<&'static str>) -> Html {
    let Scene { words, network, .. } = *scene;
    let id = network.network;
    let (start, end) = scene.span;
    let drawn = end.min(start.saturating_add(network.limit).saturating_add(BEYOND));
    let fold = scene.fold.filter(|fold| *fold < drawn && !why);
    let is_open = **unfolded == id;
    let shown = if is_open { drawn } else { fold.map_or(drawn, |fold| without_space(scene.source, fold)) };
    let rest = end - drawn;
    html! {
        <div class="said">
            if scene.look.has(SIGNED) {
                <strong class="signed"><bdi>{ header::who(scene).0 }</bdi></strong>
            }
            { text::view(scene, (start, shown), why) }
            if fold.is_some() {
                { toggle("more", if is_open { words.less } else { words.more }, is_open, NodeRef::default(), chooses(unfolded, id)) }
            }
            if rest > 0 && shown == drawn {
                <p class="note">{ (words.too_long_to_show)(&words.number(i64::from(rest))) }</p>
            }
        </div>
    }
}

/// The same place, or the one before the white space that leads up to it. White space is one code unit each.
fn without_space(text: &str, unit: u32) -> u32 {
    let seen = &text[..pieces::byte_at(text, unit)];
    unit - seen.chars().rev().take_while(|c| c.is_whitespace()).count() as u32
}

/// A click chooses `id`, or none when it was chosen.
fn chooses(state: &UseStateHandle<&'static str>, id: &'static str) -> Callback<MouseEvent> {
    let state = state.clone();
    Callback::from(move |_| state.set(if *state == id { "" } else { id }))
}

/// What readers open first.
fn cover(scene: &Scene<'_>, uncovered: &UseStateHandle<&'static str>) -> Html {
    // Elsewhere a cover has words of the network's own.
    let says = scene.snapshot.draft.sensitive.as_deref().map(str::trim).filter(|_| scene.look.has(COVER_ALL));
    let says = says.filter(|says| !says.is_empty());
    html! {
        <div class="cover">
            <p dir="auto">{ says.unwrap_or(scene.words.sensitive) }</p>
            { button("button", scene.words.show, chooses(uncovered, scene.network.network)) }
        </div>
    }
}

/// Shapes where the network has its buttons: no counts.
fn marks(scene: &Scene<'_>) -> Html {
    if scene.look.marks.is_empty() {
        return Html::default();
    }
    let mark = |(shape, word): &look::Mark| {
        html! {
            <span class="mark">
                <svg viewBox="0 0 24 24"><path d={*shape} /></svg>
                { word.map_or("", |word| scene.words.actions[word]) }
            </span>
        }
    };
    html! { <div class="marks" aria-hidden="true">{ for scene.look.marks.iter().map(mark) }</div> }
}
