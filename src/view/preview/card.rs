//! The card of a link: large, small or without picture, as far as the host knows the page.

use draftlens_engine::Link;
use yew::prelude::*;

use super::host_of;
use super::picture::Picture;
use crate::locale::Words;

/// The card.
pub fn view(words: &'static Words, link: &Link) -> Html {
    let host = host_of(&link.url);
    let has_title = !link.title.trim().is_empty();
    let class = classes!(
        "link-card",
        (link.card == "small").then_some("small"),
        link.image.is_empty().then_some("bare"),
        (link.card == "large").then_some("large"),
    );
    html! {
        <div {class}>
            if !link.image.is_empty() {
                <Picture key={link.image.clone()} src={link.image.clone()} alt="" missing={words.picture}
                    failed={words.broken_picture} width={0} height={0} />
            }
            <div class="about">
                <span class="where"><bdi>{ host }</bdi></span>
                <strong dir="auto">{ if has_title { &*link.title } else { host } }</strong>
                if !link.description.trim().is_empty() {
                    <span class="description" dir="auto">{ &link.description }</span>
                }
                <span class="from">{ (words.from)(host) }</span>
            </div>
        </div>
    }
}
