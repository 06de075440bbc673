//! Pictures and videos in the network's grid, else the card of the link, else what cannot be known.

use draftlens_engine::Media;
use draftlens_engine::network::{self, Card};
use yew::prelude::*;

use super::look::ALT;
use super::picture::Picture;
use super::{Scene, card};

/// The pictures, or a stand-in where the network needs one.
pub fn view(scene: &Scene<'_>) -> Html {
    let pictures = scene.snapshot.draft.media.as_deref().unwrap_or_default();
    if pictures.is_empty() && needs_media(scene) {
        let missing = Media { decorative: true, ..Media::default() };
        return html! { <div class="media one">{ tile(scene, &missing, "", 0) }</div> };
    }
    grid(scene, pictures)
}

/// The card of the link that the draft names.
pub fn card(scene: &Scene<'_>) -> Html {
    let link = scene.snapshot.draft.link.as_ref().filter(|link| shows_card(scene) && link.is_web_address());
    link.map(|link| card::view(scene.words, link)).unwrap_or_default()
}

/// Whether the network draws a card beside what the draft has.
pub fn shows_card(scene: &Scene<'_>) -> bool {
    let has_media = scene.snapshot.draft.media.as_ref().is_some_and(|media| !media.is_empty());
    match network::by_id(scene.network.network).map(|network| network.card) {
        Some(Card::Never) => false,
        Some(Card::Always) => true,
        _ => !has_media,
    }
}

/// Whether a post without picture cannot be made.
fn needs_media(scene: &Scene<'_>) -> bool {
    network::by_id(scene.network.network).is_some_and(|network| network.media.needed)
}

/// The pictures and videos that the network takes, as far as anybody knows: those of the first kind where kinds do
/// not mix, up to the most of it.
pub fn taken<'a>(scene: &Scene<'_>, media: &'a [Media]) -> Vec<&'a Media> {
    let kind = |one: &Media| ["gif", "video"].iter().position(|kind| *kind == one.kind).map_or(0, |kind| kind + 1);
    let Some(rule) = network::by_id(scene.network.network).map(|network| network.media) else {
        return media.iter().collect();
    };
    let most = [rule.images, rule.gifs, rule.videos];
    let first = media.first().map_or(0, kind);
    let most = if rule.mixed { most.into_iter().flatten().max() } else { most[first] };
    let fits = media.iter().filter(|one| rule.mixed || kind(one) == first);
    fits.take(most.map_or(usize::MAX, |most| most as usize)).collect()
}

fn grid(scene: &Scene<'_>, media: &[Media]) -> Html {
    let taken = taken(scene, media);
    let seen = taken.len().min(scene.look.tiles);
    if seen == 0 {
        return Html::default();
    }
    let class = if seen == 1 { classes!("media", "one") } else { classes!("media", scene.look.grid) };
    let tile = |(index, one): (usize, &&Media)| {
        let mut count = String::new();
        if scene.look.grid == "slides" && seen > 1 {
            count = [&(index + 1).to_string(), "/", &seen.to_string()].concat();
        }
        tile(scene, one, &count, if index + 1 == seen { taken.len() - seen } else { 0 })
    };
    // What scrolls sideways must be reached by the keyboard.
    let scrolls = match scene.look.grid {
        "slides" | "row" => seen > 1,
        "squares" => seen > 4,
        _ => false,
    };
    html! {
        <div {class} data-count={seen.min(6).to_string()} tabindex={scrolls.then_some("0")} role={scrolls.then_some("group")}
            aria-label={scrolls.then_some(scene.words.pictures)}>
            { for taken.iter().take(seen).enumerate().map(tile) }
        </div>
    }
}

/// One picture with what the network writes on it.
fn tile(scene: &Scene<'_>, media: &Media, count: &str, more: usize) -> Html {
    let words = scene.words;
    let is_video = media.kind == "video";
    let alt = media.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty());
    let src = if is_video { &media.poster } else { &media.src };
    let missing = if is_video { words.video } else { words.picture };
    let lacks_alt = alt.is_none() && !media.decorative;
    html! {
        <div class="tile">
            <Picture key={src.clone()} src={src.clone()} alt={alt.unwrap_or_default().to_owned()} {missing}
                failed={words.broken_picture} width={media.width} height={media.height} />
            if is_video {
                <i class="play" aria-hidden="true" />
            }
            if more > 0 {
                <span class="rest-of">{ "+" }{ more }</span>
            }
            if !count.is_empty() {
                <span class="count">{ count.to_owned() }</span>
            }
            <span class="badges">
                if media.kind == "gif" {
                    <span class="badge">{ "GIF" }</span>
                }
                if lacks_alt {
                    <span class="badge">{ words.no_description }</span>
                } else if alt.is_some() && scene.look.has(ALT) {
                    <span class="badge" aria-hidden="true">{ "ALT" }</span>
                }
            </span>
        </div>
    }
}
