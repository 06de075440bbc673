//! Name, handle and day of a preview, as far as the draft or the house tells them.

use yew::prelude::*;

use super::Scene;
use super::look::Names;
use crate::locale::Date;

/// Avatar, names, day, place in the thread.
pub fn view(scene: &Scene<'_>) -> Html {
    let draft = &scene.snapshot.draft;
    let (who, handle) = who(scene);
    let date = draft.scheduled_at.as_deref().and_then(Date::parse).map(|date| date.short(scene.words));
    let is_person = draft.author.as_ref().is_some_and(|author| ["employee", "influencer"].contains(&&*author.kind));
    let place = scene.place.map(|thread| match thread.of {
        0 => thread.number.to_string(),
        of => [&thread.number.to_string(), "/", &of.to_string()].concat(),
    });
    html! {
        <header>
            <span class={if is_person { "avatar person" } else { "avatar" }} aria-hidden="true" />
            <p class="by">
                <strong><bdi>{ who }</bdi></strong>
                if !handle.is_empty() {
                    <span class="handle">{ " " }<bdi>{ "@" }{ handle }</bdi></span>
                }
                if let Some(date) = date {
                    <span class="day">{ date }</span>
                }
                if let Some(place) = place {
                    <span class="place">{ place }</span>
                }
            </p>
        </header>
    }
}

/// What stands in bold, and the handle beside it, which may be empty.
pub fn who(scene: &Scene<'_>) -> (String, String) {
    let author = scene.snapshot.draft.author.as_ref();
    let house = &scene.snapshot.author;
    let name = pick(author.map(|author| &*author.name), &house.name);
    let handle = pick(author.map(|author| &*author.handle), &house.handle);
    let name = if name.is_empty() { scene.words.your_name } else { name };
    let (who, handle) = match scene.look.names {
        Names::Both => (name, handle),
        Names::Handle if !handle.is_empty() => (handle, ""),
        _ => (name, ""),
    };
    (who.to_owned(), handle.to_owned())
}

/// What the draft says, else what the house says.
fn pick<'a>(of_draft: Option<&'a str>, of_house: &'a str) -> &'a str {
    of_draft.filter(|text| !text.is_empty()).unwrap_or(of_house).trim().trim_start_matches('@')
}
