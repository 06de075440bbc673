//! Pictures and videos in the network's grid, else the card of the link, else what cannot be known.

use draftlens_engine::Media;
use yew::prelude::*;

use super::look::{ALT, CARD};
use super::picture::Picture;
use super::{Scene, card};

/// What hangs below the text.
pub fn view(scene: &Scene<'_>) -> Html {
    let draft = &scene.snapshot.draft;
    match (draft.media.as_deref(), &draft.link) {
        (Some(media), _) if !media.is_empty() => grid(scene, media),
        (_, Some(link)) if scene.look.has(CARD) && card::is_web_address(&link.url) => card::view(scene.words, link),
        _ if needs_media(scene) => html! { <div class="media one">{ tile(scene, &Media::default(), "", 0) }</div> },
        _ => Html::default(),
    }
}

/// Whether a post without picture cannot be made.
pub fn needs_media(scene: &Scene<'_>) -> bool {
    ["instagram", "tiktok", "pinterest"].contains(&scene.network.network)
}

/// How many pictures or videos the network takes, as far as anybody knows.
pub fn most(_scene: &Scene<'_>) -> Option<usize> {
    None
}

fn grid(scene: &Scene<'_>, media: &[Media]) -> Html {
    let taken = media.len().min(most(scene).unwrap_or(usize::MAX));
    let seen = taken.min(scene.look.tiles).max(1);
    let class = if seen == 1 { classes!("media", "one") } else { classes!("media", scene.look.grid) };
    let tile = |(index, one): (usize, &Media)| {
        let mut count = String::new();
        if scene.look.grid == "slides" && seen > 1 {
            count = [&(index + 1).to_string(), "/", &seen.to_string()].concat();
        }
        tile(scene, one, &count, if index + 1 == seen { taken - seen } else { 0 })
    };
    html! { <div {class} data-count={seen.min(6).to_string()}>{ for media.iter().take(seen).enumerate().map(tile) }</div> }
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
