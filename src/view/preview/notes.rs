//! What is said below a preview: what is wrong with the draft's parts, what the network does not take,
//! and what is only about right because nobody documents it.

use draftlens_engine::{Draft, Link};
use yew::prelude::*;

use super::look::{BARE_LINK, CARD_KNOWN, COVER, COVER_ALL, CROP_KNOWN, POLL, QUOTE};
use super::{Scene, host_of, media, name};

/// No feed is known to fold a text of so many code units.
const SHORT: u32 = 100;

/// The notes, the worst first.
pub fn view(scene: &Scene<'_>) -> Html {
    let wrong = wrong(scene);
    let plain = [lacks(scene), about(scene)];
    html! {
        <div class="notes">
            { for wrong.into_iter().map(|note| html! { <p class="note wrong">{ note }</p> }) }
            { for plain.into_iter().flatten().map(|note| html! { <p class="note">{ note }</p> }) }
        </div>
    }
}

/// Whether the preview says of a place of the draft what is wrong with it, in the writer's language.
pub fn tells(place: &str) -> bool {
    matches!(place, "author.handle" | "link.url")
}

/// What stands in the way of a preview as it should be.
fn wrong(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let draft = &scene.snapshot.draft;
    let network = name(scene.network.network);
    let mut out = Vec::new();
    let handle = draft.author.as_ref().map_or(&*scene.snapshot.author.handle, |author| &*author.handle).trim();
    if handle.contains(char::is_whitespace) {
        out.push((words.handle_spaces)(handle));
    }
    let pictures = draft.media.as_deref().unwrap_or_default();
    let taken = media::taken(scene, pictures).len();
    if taken < pictures.len() {
        out.push((words.too_many_pictures)(network, taken, pictures.len() - taken));
    }
    if let Some(link) = &draft.link {
        if !link.is_web_address() {
            out.push((words.no_address)(&link.url));
        } else if media::shows_card(scene) && link.title.trim().is_empty() {
            out.push(words.card_no_title.to_owned());
        }
    }
    if draft.poll.as_ref().is_some_and(|poll| poll.options.len() < 2) && scene.look.has(POLL) {
        out.push(words.poll_too_short.to_owned());
    }
    out
}

/// What the draft has and this network does not show.
fn lacks(scene: &Scene<'_>) -> Option<String> {
    let draft = &scene.snapshot.draft;
    let shows = |what| scene.look.has(what);
    let parts = [
        draft.poll.is_some() && !shows(POLL),
        draft.quote.is_some() && !shows(QUOTE),
        draft.sensitive.is_some() && !shows(COVER | COVER_ALL),
        draft.link.is_some() && !has_media(draft) && !media::shows_card(scene),
    ];
    let names = scene.words.lacking.iter().zip(parts);
    let missing: Vec<&str> = names.filter(|(_, is_missing)| *is_missing).map(|(name, _)| *name).collect();
    (!missing.is_empty()).then(|| (scene.words.lacks)(name(scene.network.network), &missing.join(", ")))
}

/// What is only about right.
fn about(scene: &Scene<'_>) -> Option<String> {
    let draft = &scene.snapshot.draft;
    let shows_card = media::shows_card(scene);
    let has_card = shows_card && draft.link.as_ref().is_some_and(Link::is_web_address);
    let network = name(scene.network.network);
    // Where nobody knows whether a feed folds, a short text need not hear of it.
    let may_fold = scene.fold.is_some() || scene.span.1 > SHORT;
    let parts = [
        scene.network.fold_approximate && may_fold,
        has_media(draft) && !scene.look.has(CROP_KNOWN),
        has_card && !scene.look.has(CARD_KNOWN),
        scene.look.has(BARE_LINK) && scene.network.entities.iter().any(|entity| entity.kind == "link"),
    ];
    let names: Vec<&str> =
        scene.words.roughly.into_iter().zip(parts).filter(|(_, is_there)| *is_there).map(|(name, _)| name).collect();
    if !names.is_empty() {
        return Some((scene.words.approximate)(network, &names.join(", ")));
    }
    let link = scene.network.entities.iter().find(|entity| entity.kind == "link")?;
    let is_unknown = draft.link.is_none() && shows_card;
    is_unknown.then(|| (scene.words.card_unknown)(network, host_of(&link.text)))
}

fn has_media(draft: &Draft) -> bool {
    draft.media.as_ref().is_some_and(|media| !media.is_empty())
}
