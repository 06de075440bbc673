//! What is said below a preview: what is wrong with the draft's parts, what the network does not take,
//! and what is only about right because nobody documents it.

use draftlens_engine::Draft;
use yew::prelude::*;

use super::look::{CARD, CARD_KNOWN, COVER, COVER_ALL, CROP_KNOWN, POLL, QUOTE};
use super::{Scene, card, host_of, media, name};

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
    if let Some(most) = media::most(scene).filter(|most| pictures.len() > *most) {
        out.push((words.too_many_pictures)(network, most, pictures.len() - most));
    }
    if pictures.is_empty()
        && let Some(link) = &draft.link
    {
        if !card::is_web_address(&link.url) {
            out.push((words.no_address)(&link.url));
        } else if scene.look.has(CARD) && link.title.trim().is_empty() {
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
    let parts = [
        (draft.poll.is_some(), POLL),
        (draft.quote.is_some(), QUOTE),
        (draft.sensitive.is_some(), COVER | COVER_ALL),
        (draft.link.is_some() && !has_media(draft), CARD),
    ];
    let names = scene.words.lacking.iter().zip(parts);
    let missing: Vec<&str> =
        names.filter(|(_, (is_there, what))| *is_there && !scene.look.has(*what)).map(|(name, _)| *name).collect();
    (!missing.is_empty()).then(|| (scene.words.lacks)(name(scene.network.network), &missing.join(", ")))
}

/// What is only about right.
fn about(scene: &Scene<'_>) -> Option<String> {
    let draft = &scene.snapshot.draft;
    let has_card = draft.link.as_ref().is_some_and(|link| card::is_web_address(&link.url)) && scene.look.has(CARD);
    let network = name(scene.network.network);
    let parts = [
        scene.network.fold_at.is_some() && scene.network.fold_approximate,
        has_media(draft) && !scene.look.has(CROP_KNOWN),
        has_card && !has_media(draft) && !scene.look.has(CARD_KNOWN),
    ];
    let names: Vec<&str> =
        scene.words.roughly.into_iter().zip(parts).filter(|(_, is_there)| *is_there).map(|(name, _)| name).collect();
    if !names.is_empty() {
        return Some((scene.words.approximate)(network, &names.join(", ")));
    }
    let link = scene.network.entities.iter().find(|entity| entity.kind == "link")?;
    let is_unknown = draft.link.is_none() && !has_media(draft) && scene.look.has(CARD);
    is_unknown.then(|| (scene.words.card_unknown)(network, host_of(&link.text)))
}

fn has_media(draft: &Draft) -> bool {
    draft.media.as_ref().is_some_and(|media| !media.is_empty())
}
