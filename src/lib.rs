//! What JavaScript can call: `Engine` checks drafts without a page, `Widget` is one panel in a page.

mod binding;
mod canvas;
mod element;
mod engine;
mod hold;
mod host;
mod locale;
mod snapshot;
mod view;

pub use element::Widget;
pub use engine::Engine;
