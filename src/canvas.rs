//! The roots that yew draws in. yew never lets go of the listeners of a root it was given, so a root that a
//! widget no longer needs is emptied and kept for the next: a page holds as many as it ever showed at once.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use crate::snapshot::Snapshot;
use crate::view::App;

thread_local! {
    static IDLE: RefCell<Vec<Canvas>> = const { RefCell::new(Vec::new()) };
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// A root with an app in it.
pub struct Canvas {
    root: Element,
    app: AppHandle<Root>,
    turn: u32,
}

/// What a root shows: the panel of one widget, or nothing.
#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    snapshot: Option<Snapshot>,
    /// Which widget has the root: the next one starts with a state of its own.
    turn: u32,
}

#[component]
fn Root(props: &RootProps) -> Html {
    match props.snapshot.clone() {
        Some(snapshot) => html! { <App key={props.turn} ..snapshot /> },
        None => Html::default(),
    }
}

impl Canvas {
    /// Draws a first snapshot into a frame, in place of what is there.
    pub fn new(frame: &HtmlElement, snapshot: Snapshot) -> Option<Self> {
        let turn = TURN.get().wrapping_add(1);
        TURN.set(turn);
        let idle = IDLE.with_borrow_mut(Vec::pop);
        let canvas = match idle {
            Some(mut canvas) => {
                canvas.turn = turn;
                canvas.draw(snapshot);
                canvas
            }
            None => {
                let root = frame.owner_document()?.create_element("div").ok()?;
                let props = RootProps { snapshot: Some(snapshot), turn };
                let app = Renderer::<Root>::with_root_and_props(root.clone(), props).render();
                Self { root, app, turn }
            }
        };
        frame.set_text_content(None);
        frame.append_child(canvas.root.unchecked_ref()).ok()?;
        Some(canvas)
    }

    /// Draws the next snapshot.
    pub fn draw(&mut self, snapshot: Snapshot) {
        self.app.update(RootProps { snapshot: Some(snapshot), turn: self.turn });
    }

    /// Empties the root and leaves it to the next widget.
    pub fn leave(mut self) {
        self.root.remove();
        self.app.update(RootProps { snapshot: None, turn: self.turn });
        IDLE.with_borrow_mut(|idle| idle.push(self));
    }
}
