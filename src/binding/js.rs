//! The few calls of the page that `web-sys` has no strings for: these carry JavaScript's own, lone
//! surrogates included, and take elements of any realm (an editor in an iframe is no `instanceof`).

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{EventTarget, HtmlElement, Selection};

#[wasm_bindgen]
extern "C" {
    /// A textarea or input.
    #[derive(Clone)]
    pub type RawControl;
    #[wasm_bindgen(method, getter)]
    pub fn value(this: &RawControl) -> JsString;
    #[wasm_bindgen(method, getter, catch, js_name = selectionStart)]
    pub fn selection_start(this: &RawControl) -> Result<Option<u32>, JsValue>;
    #[wasm_bindgen(method, getter, catch, js_name = selectionEnd)]
    pub fn selection_end(this: &RawControl) -> Result<Option<u32>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setSelectionRange)]
    pub fn set_selection_range(this: &RawControl, start: u32, end: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = readOnly)]
    pub fn read_only(this: &RawControl) -> bool;
    #[wasm_bindgen(method, getter)]
    pub fn disabled(this: &RawControl) -> bool;
    #[wasm_bindgen(method, getter)]
    fn form(this: &RawControl) -> Option<EventTarget>;

    /// A document, for its commands.
    type Commands;
    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Commands, name: &str, show: bool, value: &JsString) -> Result<bool, JsValue>;

    /// A document or shadow root, for its selection.
    type Scope;
    #[wasm_bindgen(method, catch, js_name = getSelection)]
    fn get_selection(this: &Scope) -> Result<Option<Selection>, JsValue>;
}

/// Runs an editing command where the focus is; a command that throws is a command that did nothing.
pub fn command(element: &HtmlElement, name: &str, value: Option<&JsString>) {
    let Some(document) = element.owner_document() else { return };
    let empty = JsString::from("");
    let _ = document.unchecked_into::<Commands>().exec_command(name, false, value.unwrap_or(&empty));
}

/// Replaces what is selected.
pub fn insert(element: &HtmlElement, text: &JsString) {
    if text.length() == 0 {
        command(element, "delete", None);
    } else {
        command(element, "insertText", Some(text));
    }
}

/// The selection where an element lives: its shadow root's where that can tell, else its document's.
pub fn selection(element: &HtmlElement) -> Option<Selection> {
    let scope = element.get_root_node().unchecked_into::<Scope>();
    if let Ok(Some(selection)) = scope.get_selection() {
        return Some(selection);
    }
    let document = element.owner_document()?.unchecked_into::<Scope>();
    document.get_selection().ok().flatten()
}

/// The form of a control.
pub fn form(element: &HtmlElement) -> Option<EventTarget> {
    element.unchecked_ref::<RawControl>().form()
}
