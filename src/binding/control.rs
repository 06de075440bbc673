//! A textarea or an input: offsets are the browser's own.

use draftlens_engine::Edit;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::js::{self, RawControl};

/// A textarea or an input.
#[derive(Clone)]
pub struct Control {
    element: HtmlElement,
    raw: RawControl,
}

impl Control {
    pub fn new(element: &HtmlElement) -> Self {
        Self { element: element.clone(), raw: element.clone().unchecked_into() }
    }

    pub fn text(&self) -> String {
        self.raw.value().into()
    }

    pub fn selection(&self) -> Option<(u32, u32)> {
        Some((self.raw.selection_start().ok()??, self.raw.selection_end().ok()??))
    }

    pub fn select(&self, start: u32, end: u32) -> bool {
        self.raw.set_selection_range(start, end).is_ok()
    }

    pub fn is_writable(&self) -> bool {
        !self.raw.read_only() && !self.raw.disabled() && self.selection().is_some()
    }

    /// One edit that covers them all: one step of undo, one `input` event. What stands between them is
    /// taken from the field as it is. Gives the number of steps.
    pub fn write(&self, edits: &[Edit]) -> u32 {
        let (Some(first), Some(last)) = (edits.first(), edits.last()) else { return 0 };
        let value = self.raw.value();
        let mut text = JsString::from("");
        let mut at = first.start;
        for edit in edits {
            text = text.concat(&value.slice(at, edit.start)).concat(&JsString::from(edit.replacement.as_str()));
            at = edit.end;
        }
        if self.select(first.start, last.end) {
            js::insert(&self.element, &text);
        }
        1
    }
}
