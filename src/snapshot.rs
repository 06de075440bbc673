//! What the view draws, and what it asks for: the whole traffic between element and view.

use std::rc::Rc;

use draftlens_engine::{Category, Draft, Report, Shortening};
use yew::{Callback, Properties};

use crate::locale::Words;

/// One state of the widget. The view draws it and decides nothing about the text.
#[derive(Clone, Properties)]
pub struct Snapshot {
    /// What the widget says, in the interface's language.
    pub words: &'static Words,
    /// The report, without the flags whose word is still being written.
    pub report: Rc<Report>,
    /// The draft it is about.
    pub draft: Rc<Draft>,
    /// Name and handle for the previews.
    pub author: Rc<Byline>,
    /// What the element has to say: attributes nobody knows, a policy that did not come, …
    pub notes: Rc<[String]>,
    /// The button or form that waits on `stop`.
    pub gate: Gate,
    /// What kind of post the writer says it is.
    pub kind: Option<Category>,
    /// Whether the host has a field for the picture's description.
    pub describes: bool,
    /// Whether to leave out preview and kind.
    pub compact: bool,
    /// Ways to shorten the text for a network, while the writer looks at them.
    pub cuts: Option<Rc<Cuts>>,
    /// What a screen reader says of the draft, where it was asked for.
    pub heard: Option<Rc<[String]>>,
    /// A text that the field did not take, to be copied.
    pub offer: Option<Rc<str>>,
    /// What a screen reader is told.
    pub said: Rc<str>,
    /// Where the focus goes after drawing: it moves when the number changes.
    pub focus: u32,
    /// Whether an editor is bound; without one nothing but the notes is drawn.
    pub bound: bool,
    /// How the view asks.
    pub act: Callback<Action>,
}

/// Every drawing has a way to ask of its own: two snapshots with the same one are the same snapshot.
impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        self.act == other.act
    }
}

/// Who a preview says has written the post.
#[derive(Clone, Default, PartialEq)]
pub struct Byline {
    /// Name; may be empty.
    pub name: String,
    /// Handle, without `@`; may be empty.
    pub handle: String,
}

/// Ways to shorten the text for a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Cuts {
    /// Id of the network.
    pub network: &'static str,
    /// The text they cut.
    pub text: String,
    /// The ways.
    pub found: Shortening,
}

/// The button or form that waits on `stop`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gate {
    /// There is none.
    #[default]
    None,
    /// It waits when it must.
    Armed,
    /// It was pressed, and waits.
    Held,
    /// The writer gave a reason, and it lets go.
    Open,
}

/// How far a dismissal reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// This draft, whatever else changes in it.
    #[default]
    Draft,
    /// This very text: any change brings the flag back.
    Text,
    /// Every draft of the house: the host keeps it.
    House,
}

impl Scope {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Text, Self::House];

    /// Its word in events.
    pub fn as_str(self) -> &'static str {
        ["draft", "text", "house"][self as usize]
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Apply a flag's fix.
    Fix(String, usize),
    /// Select a flag's words in the editor.
    Rewrite(String),
    /// Go to the host's field for the picture's description.
    Describe,
    /// Dismiss a flag with a reason, as far as the writer means it.
    Dismiss(String, String, Scope),
    /// Answer a flag's question.
    Answer(String, String),
    /// Take back a dismissal or an answer.
    Reopen(String),
    /// Say what kind of post it is.
    Sort(Category),
    /// Publish in spite of a stop, with a reason.
    Override(String),
    /// Show or hide ways to shorten the text for a network.
    Shorten(&'static str),
    /// Make one of the cuts shown, or as many as are enough.
    Cut(Option<usize>),
    /// Make a thread of the text for a network.
    Thread(&'static str),
    /// Give a network a text of its own, or take it away.
    Own(&'static str, Option<String>),
    /// Begin an empty draft with a few words.
    Start(&'static str),
    /// Copy the text that the field did not take.
    Copy,
    /// Close the offer to copy.
    Keep,
    /// Show or hide what a screen reader says of the draft.
    Hear,
    /// Back to the text.
    Back,
    /// The next flag, or the one before.
    Next(bool),
}
