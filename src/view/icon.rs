//! The shapes of the severities: octagon, triangle, ring, and a tick for "nothing found". Decoration only:
//! the word stands beside them.

use draftlens_engine::Severity;
use yew::prelude::*;

/// The shape of a severity.
pub fn severity(severity: Severity) -> Html {
    match severity {
        Severity::Stop => shape("stop", "M6 1h8l5 5v8l-5 5H6l-5-5V6z", "M5.5 8.7h9v2.6h-9z"),
        Severity::Review => shape(
            "review",
            "M10 1.5c.6 0 1 .3 1.3.8l8 14c.6 1.1-.1 2.2-1.3 2.2H2c-1.2 0-1.9-1.1-1.3-2.2l8-14c.3-.5.7-.8 1.3-.8z",
            "M9 6.5h2v6H9zM9 14h2v2H9z",
        ),
        Severity::Advise => html! {
            <svg class="icon advise" viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="6" fill="none" stroke="currentColor" stroke-width="2.2" />
            </svg>
        },
    }
}

/// Nothing to look at.
pub fn ready() -> Html {
    shape("ready", "M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18z", "M8.6 14.3 4.8 10.5l1.4-1.4 2.4 2.4 5.2-5.2 1.4 1.4z")
}

/// Nobody can say yet.
pub fn pending() -> Html {
    shape("pending", "M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18z", "M5 9h2.5v2.5H5zM8.8 9h2.5v2.5H8.8zM12.5 9H15v2.5h-2.5z")
}

fn shape(class: &'static str, outline: &'static str, inner: &'static str) -> Html {
    html! {
        <svg class={classes!("icon", class)} viewBox="0 0 20 20" aria-hidden="true">
            <path d={outline} fill="currentColor" />
            <path class="inner" d={inner} />
        </svg>
    }
}
