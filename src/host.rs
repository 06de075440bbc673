//! The JavaScript element as the widget sees it. It owns settings, draft, answers and dismissals.

use draftlens_engine::Edit;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the widget tells, and asks of, the custom element (see `www/element.js`).
    pub type Host;

    /// A check is done; `report` is JSON text.
    #[wasm_bindgen(method)]
    pub fn reported(this: &Host, report: &str);
    /// A fix was tried.
    #[wasm_bindgen(method)]
    pub fn fixed(this: &Host, id: &str, rule: &str, label: &str, applied: bool);
    /// The writer dismissed a flag.
    #[wasm_bindgen(method)]
    pub fn dismissed(this: &Host, id: &str, reason: &str, scope: &str);
    /// The writer answered a flag's question.
    #[wasm_bindgen(method)]
    pub fn answered(this: &Host, id: &str, answer: &str);
    /// The writer wants a dismissed flag back.
    #[wasm_bindgen(method)]
    pub fn reopened(this: &Host, id: &str);
    /// The writer says what kind of post it is.
    #[wasm_bindgen(method)]
    pub fn sorted(this: &Host, category: &str);
    /// A network gets a text of its own, or the common one again.
    #[wasm_bindgen(method)]
    pub fn varied(this: &Host, network: &str, text: Option<String>);
    /// The writer publishes in spite of a stop.
    #[wasm_bindgen(method)]
    pub fn overrode(this: &Host, reason: &str);
    /// The writer wants to describe the picture.
    #[wasm_bindgen(method)]
    pub fn describe(this: &Host);
    /// Puts a text on the clipboard.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str);
    /// The host's own `apply`: [`NO_APPLY`], [`REFUSED`], [`APPLIED`] or [`LATER`].
    #[wasm_bindgen(method)]
    pub fn apply(this: &Host, fix: JsValue) -> u32;
}

/// The host has no `apply`.
pub const NO_APPLY: u32 = 0;
/// It said no.
pub const REFUSED: u32 = 1;
/// It is done.
pub const APPLIED: u32 = 2;
/// It will be done, and an `input` event will tell.
pub const LATER: u32 = 3;

/// A fix as the host's `apply` gets it.
#[derive(Serialize)]
pub struct HostFix<'a> {
    id: &'a str,
    label: &'a str,
    edits: Vec<HostEdit<'a>>,
    text: &'a str,
}

/// One replacement, in UTF-16 code units of the text before all of them.
#[derive(Serialize)]
struct HostEdit<'a> {
    start: u32,
    end: u32,
    replacement: &'a str,
}

impl<'a> HostFix<'a> {
    /// A fix that leaves `text`.
    pub fn new(id: &'a str, label: &'a str, edits: &'a [Edit], text: &'a str) -> Self {
        let edit = |e: &'a Edit| HostEdit { start: e.start, end: e.end, replacement: &e.replacement };
        Self { id, label, edits: edits.iter().map(edit).collect(), text }
    }

    /// As a JavaScript object.
    pub fn to_js(&self) -> JsValue {
        serde_wasm_bindgen::to_value(self).unwrap_or_default()
    }
}
