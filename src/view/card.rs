//! Pictures and link cards of a preview. What is not known (a crop, a card that is fetched) is said.

use draftlens_engine::{Link, Media, NetworkReport};
use yew::prelude::*;

use super::{host_of, name};
use crate::snapshot::Snapshot;

/// What hangs below the text: pictures, else the card of the link, else what cannot be known.
pub fn view(snapshot: &Snapshot, network: &NetworkReport) -> Html {
    let draft = &snapshot.draft;
    match (draft.media.as_deref(), &draft.link) {
        (Some(media), _) if !media.is_empty() => pictures(snapshot, media),
        (_, Some(link)) if !link.url.is_empty() => card(snapshot, link),
        _ => unknown(snapshot, network),
    }
}

fn pictures(snapshot: &Snapshot, media: &[Media]) -> Html {
    let class = if media.len() == 1 { "media one" } else { "media many" };
    html! { <div {class}>{ for media.iter().take(4).map(|media| picture(snapshot, media)) }</div> }
}

fn picture(snapshot: &Snapshot, media: &Media) -> Html {
    let alt = media.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty());
    html! {
        <div class="picture">
            { image(&media.src, alt.unwrap_or_default()) }
            if media.src.is_empty() {
                <span class="stand-in">{ snapshot.words.picture }</span>
            }
            if alt.is_none() {
                <span class="badge">{ snapshot.words.no_description }</span>
            }
        </div>
    }
}

/// The host's own picture, or a stand-in where it gave none.
fn image(src: &str, alt: &str) -> Html {
    if src.is_empty() {
        return html! { <span class="ground" aria-hidden="true" /> };
    }
    html! { <img src={src.to_owned()} alt={alt.to_owned()} /> }
}

fn card(snapshot: &Snapshot, link: &Link) -> Html {
    let host = host_of(&link.url).to_owned();
    let title = if link.title.is_empty() { host.clone() } else { link.title.clone() };
    html! {
        <div class="link-card">
            { image(&link.image, "") }
            <div class="about">
                <span class="where">{ &host }</span>
                <strong>{ title }</strong>
                if !link.description.is_empty() {
                    <span class="description">{ &link.description }</span>
                }
                <span class="from">{ (snapshot.words.from)(&host) }</span>
            </div>
        </div>
    }
}

fn unknown(snapshot: &Snapshot, network: &NetworkReport) -> Html {
    let Some(link) = network.entities.iter().find(|entity| entity.kind == "link") else { return Html::default() };
    html! { <p class="note">{ (snapshot.words.card_unknown)(name(network.network), host_of(&link.text)) }</p> }
}
