//! Reads and writes the host's editor: the only place that touches it.
//!
//! An edit goes by `execCommand`, the one way that keeps the editor's own undo and tells frameworks.
//! Nothing is inserted otherwise, and no value is ever set.

mod control;
mod edit;
mod editable;
mod js;

use draftlens_engine::Edit;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Event, HtmlElement};

use control::Control;
pub use edit::applied;
use editable::Editable;

/// An editor of the host's.
#[derive(Clone)]
pub struct Field {
    element: HtmlElement,
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Control(Control),
    Editable(Editable),
}

/// An edit that was tried: what stood there, and what should.
pub struct Attempt {
    /// The text before.
    pub before: String,
    /// The text as it should be now.
    pub after: String,
    /// How many steps of undo it took.
    steps: u32,
}

impl Field {
    /// The editor in `element`, or `None` where there is none.
    pub fn new(element: HtmlElement) -> Option<Self> {
        let kind = match element.tag_name().to_ascii_lowercase().as_str() {
            "textarea" | "input" => Kind::Control(Control::new(&element)),
            _ if element.is_content_editable() => Kind::Editable(Editable::new(&element)),
            _ => return None,
        };
        Some(Self { element, kind })
    }

    /// Its text. A lone surrogate reads as U+FFFD, one for one, so offsets hold.
    pub fn text(&self) -> String {
        match &self.kind {
            Kind::Control(control) => control.text(),
            Kind::Editable(editable) => editable.text(),
        }
    }

    /// Where the caret is, in UTF-16 code units, when it is in this editor and nothing is selected.
    pub fn caret(&self) -> Option<u32> {
        let (start, end) = self.selection()?;
        (start == end && self.has_focus()).then_some(end)
    }

    fn selection(&self) -> Option<(u32, u32)> {
        match &self.kind {
            Kind::Control(control) => control.selection(),
            Kind::Editable(editable) => editable.selection(),
        }
    }

    fn select_range(&self, start: u32, end: u32) -> bool {
        match &self.kind {
            Kind::Control(control) => control.select(start, end),
            Kind::Editable(editable) => editable.select(start, end),
        }
    }

    /// Whether the keyboard writes here.
    pub fn has_focus(&self) -> bool {
        self.element.matches(":focus").unwrap_or(false)
    }

    /// Gives it the keyboard. The caret stays where it was.
    pub fn focus(&self) {
        let _ = self.element.focus();
    }

    /// Selects a stretch and shows it.
    pub fn select(&self, start: u32, end: u32) {
        // A control scrolls to its caret when it takes the focus.
        self.select_range(start, start);
        self.focus();
        self.select_range(start, end);
    }

    /// Applies edits through the editor, and puts the caret back to its place among the words.
    pub fn write(&self, edits: &[Edit]) -> Attempt {
        let before = self.text();
        let after = edit::applied(&before, edits);
        let mut attempt = Attempt { before, after, steps: 0 };
        if !self.is_writable() {
            return attempt;
        }
        let caret = self.selection();
        self.focus();
        attempt.steps = match &self.kind {
            Kind::Control(control) => control.write(edits),
            Kind::Editable(editable) => editable.write(edits),
        };
        if let Some((start, end)) = caret.filter(|_| self.text() == attempt.after) {
            self.select_range(edit::moved(start, edits), edit::moved(end, edits));
        }
        attempt
    }

    /// Whether an attempt holds. Where the field has become something else than was meant, it is undone.
    pub fn settle(&self, attempt: &Attempt) -> bool {
        let now = self.text();
        if now == attempt.after {
            return true;
        }
        for _ in 0..attempt.steps {
            if self.text() == attempt.before {
                break;
            }
            js::command(&self.element, "undo", None);
        }
        false
    }

    fn is_writable(&self) -> bool {
        match &self.kind {
            Kind::Control(control) => control.is_writable(),
            Kind::Editable(_) => self.element.is_content_editable(),
        }
    }

    /// Calls `heard` whenever its text may have changed.
    pub fn listen(&self, heard: impl Fn(Change) + Clone + 'static) -> Vec<EventListener> {
        let on = |name: &'static str, change: Change| {
            let heard = heard.clone();
            EventListener::new(&self.element, name, move |_| heard(change))
        };
        let mut listeners = vec![
            on("input", Change::Typed),
            on("compositionend", Change::Typed),
            on("focus", Change::Set),
            on("blur", Change::Left),
        ];
        if let Some(form) = js::form(&self.element) {
            let heard = heard.clone();
            listeners.push(EventListener::new(&form, "reset", move |_| heard(Change::Reset)));
        }
        listeners
    }

    /// Calls `heard` with every key that is pressed in it.
    pub fn listen_to_keys(&self, heard: impl Fn(&Event) + 'static) -> EventListener {
        let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
        EventListener::new_with_options(&self.element, "keydown", options, heard)
    }

    /// Calls `heard` whenever the caret moves in its document.
    pub fn listen_to_caret(&self, heard: impl Fn() + 'static) -> Option<EventListener> {
        let document = self.element.owner_document()?;
        Some(EventListener::new(&document, "selectionchange", move |_| heard()))
    }

    /// Whether it is this element.
    pub fn is(&self, element: &HtmlElement) -> bool {
        self.element.loose_eq(element)
    }
}

/// Why the text may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A person typed, pasted, undid.
    Typed,
    /// A script set it, for all we know.
    Set,
    /// The keyboard went elsewhere.
    Left,
    /// Its form is being reset: the text is still the old one.
    Reset,
}
