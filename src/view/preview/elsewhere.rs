//! The link by itself: as Google lists it, and as the card that chats and other networks draw.

use draftlens_engine::Link;
use yew::prelude::*;

use super::{card, host_of};
use crate::locale::Words;
use crate::snapshot::Snapshot;

/// Both, or what is wrong with the address.
pub fn view(snapshot: &Snapshot) -> Html {
    let words = snapshot.words;
    match &snapshot.draft.link {
        Some(link) if link.is_web_address() => html! {
            <div class="elsewhere">
                <h3>{ words.search_result }</h3>
                { search_result(words, link) }
                <p class="note">{ words.search_note }</p>
                <h3>{ words.card_alone }</h3>
                <div class="post" data-network="card">{ card::view(words, link) }</div>
            </div>
        },
        _ => Html::default(),
    }
}

fn search_result(words: &Words, link: &Link) -> Html {
    let host = host_of(&link.url);
    let rest = link.url.split_once("://").map_or(&*link.url, |(_, rest)| rest);
    let path = rest.split(['?', '#']).next().unwrap_or(rest).split('/').skip(1).filter(|step| !step.is_empty());
    let crumbs = path.fold(["https://", host].concat(), |crumbs, step| [&crumbs, " › ", step].concat());
    html! {
        <article class="post" data-network="google" part="search-result">
            <header>
                <span class="avatar" aria-hidden="true" />
                <p class="by"><strong><bdi>{ host }</bdi></strong><span class="crumbs"><bdi>{ crumbs }</bdi></span></p>
            </header>
            <strong class="found" dir="auto">{ if link.title.trim().is_empty() { host } else { &*link.title } }</strong>
            <p class="description" dir="auto">
                { if link.description.trim().is_empty() { words.no_page_description } else { &*link.description } }
            </p>
        </article>
    }
}
