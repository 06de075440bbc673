//! The life of one widget: binds the editor, checks what is in it, draws the report, and passes on what a
//! person did. Never holds a borrow while it calls out: the host may call back in.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use draftlens_engine::{Category, Checker, Draft, Edit, Flag, Problem, Report, Severity};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};
use yew::Callback;

use crate::binding::{Attempt, Change, Field, applied};
use crate::canvas::Canvas;
use crate::engine::compile;
use crate::hold;
use crate::host::{APPLIED, Host, HostFix, LATER, NO_APPLY, REFUSED};
use crate::locale::{self, Words};
use crate::snapshot::{Action, Byline, Cuts, Gate, Snapshot};

/// Above the longest post any network takes, in UTF-16 code units, a check waits for a pause.
const LONG: usize = 63_206;
/// That pause, in milliseconds.
const PAUSE: u32 = 300;
/// How long a finger may rest on a button, in milliseconds: the field loses the focus when it comes down, and nothing
/// may move until it goes up.
const TAP: u32 = 300;

/// One widget in a page.
#[wasm_bindgen]
pub struct Widget {
    inner: Rc<Inner>,
}

struct Inner {
    me: Weak<Inner>,
    root: HtmlElement,
    host: Host,
    state: RefCell<State>,
    canvas: RefCell<Option<Canvas>>,
    /// Counts what was typed, so that a fix is not taken back with what came after it.
    typed: Cell<u32>,
}

/// What a widget knows between two events.
struct State {
    checker: Option<Checker>,
    words: &'static Words,
    author: Rc<Byline>,
    draft: Rc<Draft>,
    draft_problems: Vec<Problem>,
    report: Rc<Report>,
    /// The report without the flags that wait for the end of their word.
    shown: Rc<Report>,
    seen: Vec<String>,
    notes: Rc<[String]>,
    gate: Gate,
    kind: Option<Category>,
    compact: bool,
    describes: bool,
    cuts: Option<Rc<Cuts>>,
    heard: Option<Rc<[String]>>,
    offer: Option<Rc<str>>,
    said: Rc<str>,
    focus: u32,
    field: Option<Field>,
    /// Alive as long as the field is bound.
    listeners: Vec<EventListener>,
    /// Alive while a flag waits for its word.
    caret: Option<EventListener>,
    /// Runs when a pause is over.
    pause: Option<Timeout>,
    /// Looks whether a fix holds.
    settling: Option<Timeout>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            checker: None,
            words: locale::of("en"),
            author: Rc::default(),
            draft: Rc::default(),
            draft_problems: Vec::new(),
            report: Rc::default(),
            shown: Rc::default(),
            seen: Vec::new(),
            notes: Rc::from([]),
            gate: Gate::None,
            kind: None,
            compact: false,
            describes: false,
            cuts: None,
            heard: None,
            offer: None,
            said: Rc::from(""),
            focus: 0,
            field: None,
            listeners: Vec::new(),
            caret: None,
            pause: None,
            settling: None,
        }
    }
}

#[wasm_bindgen]
impl Widget {
    /// Takes a `div` in the element's shadow root, and the element to talk to. Draws with the first check.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(root: HtmlElement, host: Host) -> Self {
        let inner = Rc::new_cyclic(|me| Inner {
            me: me.clone(),
            root,
            host,
            state: RefCell::default(),
            canvas: RefCell::default(),
            typed: Cell::default(),
        });
        Self { inner }
    }

    /// Compiles settings, given as JSON text. `check` follows.
    pub fn configure(&self, settings: &str) {
        let (checker, _) = compile(settings);
        let policy = &checker.settings().policy;
        let handle = policy.handles.first().map(|handle| handle.trim_start_matches('@').to_owned());
        let author = Byline { name: policy.brand.clone(), handle: handle.unwrap_or_default() };
        let mut state = self.inner.state.borrow_mut();
        state.words = locale::of(checker.settings().lang.as_str());
        state.author = Rc::new(author);
        state.checker = Some(checker);
    }

    /// Takes the draft as JSON text; its text comes from the field. `check` follows.
    ///
    /// # Errors
    /// A JavaScript `Error` with a sentence when it is not a draft.
    pub fn draft(&self, json: &str) -> Result<(), JsError> {
        let (draft, problems) = Draft::from_json(json).map_err(|problem| JsError::new(&problem.message))?;
        let mut state = self.inner.state.borrow_mut();
        state.draft = Rc::new(draft);
        state.draft_problems = problems;
        Ok(())
    }

    /// Binds an editor, or none. False when the element is no editor. `check` follows.
    pub fn attach(&self, element: Option<HtmlElement>) -> bool {
        self.inner.attach(element)
    }

    /// What the element itself has to say and to show. `kind` is a category's word or empty.
    pub fn show(&self, notes: Vec<String>, gate: u8, kind: &str, compact: bool, describes: bool) {
        let mut state = self.inner.state.borrow_mut();
        state.notes = notes.into();
        state.gate = [Gate::None, Gate::Armed, Gate::Held, Gate::Open][usize::from(gate.min(3))];
        state.kind = Category::ALL.into_iter().find(|category| category.as_str() == kind);
        state.compact = compact;
        state.describes = describes;
    }

    /// Reads the field, checks, draws, and gives the whole report as JSON text.
    #[must_use]
    pub fn check(&self) -> String {
        self.inner.check(true);
        let report = Rc::clone(&self.inner.state.borrow().report);
        report.to_json()
    }

    /// Draws what `show` was told.
    pub fn draw(&self) {
        self.inner.draw();
    }

    /// Applies the first fix of a flag; false when there is none.
    #[wasm_bindgen(js_name = applyFix)]
    #[must_use]
    pub fn apply_fix(&self, id: &str) -> bool {
        self.inner.fix(id, 0)
    }

    /// Moves the focus to the worst flag, and says why publishing waits.
    #[wasm_bindgen(js_name = jumpToWorst)]
    pub fn jump_to_worst(&self) {
        self.inner.say_held();
        self.inner.draw();
        self.inner.focus_flag(0);
    }

    /// Unbinds, undraws and lets everything go. The object is then freed.
    pub fn destroy(&self) {
        let state = self.inner.state.take();
        let canvas = self.inner.canvas.borrow_mut().take();
        drop(state);
        if let Some(canvas) = canvas {
            canvas.leave();
        }
    }
}

impl Inner {
    fn attach(&self, element: Option<HtmlElement>) -> bool {
        let asked = element.is_some();
        let field = element.and_then(|element| {
            let mut state = self.state.borrow_mut();
            let old = state.field.take();
            old.filter(|field| field.is(&element)).or_else(|| Field::new(element))
        });
        let listeners = field.as_ref().map(|field| self.listen(field)).unwrap_or_default();
        let mut state = self.state.borrow_mut();
        let bound = field.is_some();
        state.field = field;
        let old = std::mem::replace(&mut state.listeners, listeners);
        (state.caret, state.pause) = (None, None);
        drop(state);
        drop(old);
        bound == asked
    }

    fn listen(&self, field: &Field) -> Vec<EventListener> {
        let me = self.me.clone();
        let mut listeners = field.listen(move |change| {
            if let Some(me) = me.upgrade() {
                me.changed(change);
            }
        });
        let me = self.me.clone();
        listeners.push(field.listen_to_keys(move |event| {
            if let Some(me) = me.upgrade() {
                me.key(event);
            }
        }));
        // What waits would move the buttons under a hand that is on its way to one.
        let me = self.me.clone();
        listeners.push(EventListener::new(&self.root, "pointerenter", move |event| {
            let event: &PointerEvent = event.unchecked_ref();
            // A finger comes in where it presses: too late to move anything.
            if let Some(me) = me.upgrade().filter(|_| event.pointer_type() != "touch") {
                me.release();
            }
        }));
        listeners
    }

    fn changed(&self, change: Change) {
        self.typed.set(self.typed.get().wrapping_add(1));
        match change {
            Change::Typed => self.check(false),
            Change::Set => self.check(true),
            Change::Left if self.waits() => self.later(TAP, Inner::release),
            Change::Left => {}
            // The form empties its fields when every listener has been asked.
            Change::Reset => self.later(0, |me| me.check(true)),
        }
    }

    /// Alt+F8 and Alt+Shift+F8 lead to the flags, Alt+Enter mends the first that has a fix.
    fn key(&self, event: &Event) {
        let event: &KeyboardEvent = event.unchecked_ref();
        if !event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "F8" => {
                event.prevent_default();
                self.release();
                self.focus_flag(if event.shift_key() { usize::MAX } else { 0 });
            }
            "Enter" => {
                let report = Rc::clone(&self.state.borrow().shown);
                if let Some(flag) = report.flags.iter().find(|flag| !flag.fixes.is_empty()) {
                    event.prevent_default();
                    self.fix(&flag.id, 0);
                }
            }
            _ => {}
        }
    }

    /// Runs something after a pause; what was to run before it does not.
    fn later(&self, milliseconds: u32, run: impl FnOnce(&Inner) + 'static) {
        let me = self.me.clone();
        let timeout = Timeout::new(milliseconds, move || {
            if let Some(me) = me.upgrade() {
                run(&me);
            }
        });
        self.state.borrow_mut().pause = Some(timeout);
    }

    /// Reads, checks and draws; a very long text only at a pause unless it must be `now`.
    fn check(&self, now: bool) {
        let field = self.state.borrow().field.clone();
        let text = field.as_ref().map(Field::text).unwrap_or_default();
        if !now && text.len() > LONG {
            return self.later(PAUSE, |me| me.check(true));
        }
        let mut state = self.state.borrow_mut();
        let Some(checker) = state.checker.take() else { return };
        Rc::make_mut(&mut state.draft).text = text;
        let mut report = checker.check(&state.draft);
        report.problems.extend(state.draft_problems.iter().cloned());
        state.checker = Some(checker);
        state.report = Rc::new(report);
        state.pause = None;
        drop(state);
        self.renew_cuts();
        self.renew_heard();
        self.hold(field.as_ref());
        self.draw();
        if field.is_some() {
            let report = Rc::clone(&self.state.borrow().report);
            self.host.reported(&report.to_json());
        }
    }

    /// What is heard follows the text, once it was asked for.
    fn renew_heard(&self) {
        let mut state = self.state.borrow_mut();
        if state.heard.is_some() {
            state.heard = state.checker.as_ref().map(|checker| checker.hear(&state.draft).into());
        }
    }

    /// Cuts on show follow the text, and go when it fits.
    fn renew_cuts(&self) {
        let shown = self.state.borrow().cuts.as_ref().map(|cuts| cuts.network);
        let cuts = shown.and_then(|network| self.cuts(network)).filter(|cuts| cuts.found.over > 0);
        self.state.borrow_mut().cuts = cuts;
    }

    /// Decides which flags are shown, and wakes up when the others may be.
    fn hold(&self, field: Option<&Field>) {
        let caret = field.and_then(Field::caret);
        let held = {
            let state = self.state.borrow();
            hold::unfinished(&state.report.flags, &state.seen, &state.draft.text, caret)
        };
        if held.is_empty() {
            return self.show_all();
        }
        let shown = hold::without(&self.state.borrow().report, &held);
        self.set_shown(Rc::new(shown));
        self.later(hold::REST, Inner::release);
        if self.state.borrow().caret.is_none() {
            let me = self.me.clone();
            let listener = field.and_then(|field| {
                field.listen_to_caret(move || {
                    if let Some(me) = me.upgrade() {
                        me.look_at_caret();
                    }
                })
            });
            self.state.borrow_mut().caret = listener;
        }
    }

    /// The caret moved while a flag waits: if it left the word, the word is finished.
    fn look_at_caret(&self) {
        let field = self.state.borrow().field.clone();
        let caret = field.as_ref().and_then(Field::caret);
        let state = self.state.borrow();
        if hold::unfinished(&state.report.flags, &state.seen, &state.draft.text, caret).is_empty() {
            drop(state);
            self.release();
        }
    }

    /// Shows what waited.
    fn release(&self) {
        if self.waits() {
            self.show_all();
            self.draw();
        }
    }

    /// Whether a flag waits for the end of its word.
    fn waits(&self) -> bool {
        self.state.borrow().caret.is_some()
    }

    fn show_all(&self) {
        let report = Rc::clone(&self.state.borrow().report);
        self.set_shown(report);
        let mut state = self.state.borrow_mut();
        let old = (state.caret.take(), state.pause.take());
        drop(state);
        drop(old);
    }

    fn set_shown(&self, report: Rc<Report>) {
        let mut state = self.state.borrow_mut();
        let seen: Vec<String> = report.flags.iter().map(|flag| flag.id.clone()).collect();
        if seen != state.seen {
            state.said = (state.words.announce)(state.words, &report).into();
        }
        state.seen = seen;
        state.shown = report;
    }

    fn say_held(&self) {
        let mut state = self.state.borrow_mut();
        let title = state.shown.flags.first().map_or("", |flag| flag.title.as_str());
        state.said = [state.words.publishing_waits, " ", title].concat().into();
    }

    fn draw(&self) {
        let snapshot = self.snapshot();
        let mut canvas = self.canvas.borrow_mut();
        match canvas.as_mut() {
            Some(canvas) => canvas.draw(snapshot),
            None => *canvas = Canvas::new(&self.root, snapshot),
        }
    }

    fn snapshot(&self) -> Snapshot {
        let state = self.state.borrow();
        let me = self.me.clone();
        Snapshot {
            words: state.words,
            report: Rc::clone(&state.shown),
            draft: Rc::clone(&state.draft),
            author: Rc::clone(&state.author),
            notes: Rc::clone(&state.notes),
            gate: state.gate,
            kind: state.kind,
            compact: state.compact,
            describes: state.describes,
            cuts: state.cuts.clone(),
            heard: state.heard.clone(),
            offer: state.offer.clone(),
            said: Rc::clone(&state.said),
            focus: state.focus,
            bound: state.field.is_some(),
            act: Callback::from(move |action| {
                if let Some(me) = me.upgrade() {
                    me.act(action);
                }
            }),
        }
    }

    fn act(&self, action: Action) {
        match action {
            Action::Fix(id, index) => {
                self.fix(&id, index);
            }
            Action::Rewrite(id) => self.rewrite(&id),
            Action::Describe => self.host.describe(),
            Action::Dismiss(id, reason, scope) => {
                self.focus_after_drawing();
                self.host.dismissed(&id, &reason, scope.as_str());
            }
            Action::Answer(id, text) => {
                self.focus_after_drawing();
                self.host.answered(&id, &text);
            }
            Action::Reopen(id) => {
                self.focus_after_drawing();
                self.host.reopened(&id);
            }
            Action::Sort(category) => self.host.sorted(category.as_str()),
            Action::Override(reason) => {
                self.focus_after_drawing();
                self.host.overrode(&reason);
            }
            Action::Shorten(network) => {
                let shows = self.state.borrow().cuts.as_ref().is_some_and(|cuts| cuts.network == network);
                let cuts = if shows { None } else { self.cuts(network) };
                self.state.borrow_mut().cuts = cuts;
                self.draw();
            }
            Action::Cut(which) => self.cut(which),
            Action::Thread(network) => {
                let text = self.thread(network);
                self.host.varied(network, text);
            }
            Action::Own(network, text) => self.host.varied(network, text),
            Action::Start(words) => {
                self.write("start", "start", words, &[Edit { start: 0, end: 0, replacement: words.into() }]);
                self.select_end();
            }
            Action::Copy => {
                let offer = self.state.borrow().offer.clone();
                self.host.copy(offer.as_deref().unwrap_or_default());
                self.close_offer();
            }
            Action::Keep => self.close_offer(),
            Action::Hear => {
                let shows = self.state.borrow().heard.is_some();
                self.state.borrow_mut().heard = if shows { None } else { Some(Rc::from([])) };
                self.renew_heard();
                self.draw();
            }
            Action::Back => self.back(),
            Action::Next(back) => self.next(back),
        }
    }

    fn flag(&self, id: &str) -> Option<Flag> {
        self.state.borrow().report.flags.iter().find(|flag| flag.id == id).cloned()
    }

    fn fix(&self, id: &str, index: usize) -> bool {
        let Some(flag) = self.flag(id) else { return false };
        let Some(fix) = flag.fixes.get(index) else { return false };
        self.write_in(flag.text, [&flag.id, &flag.rule, &fix.label], &fix.edits);
        true
    }

    /// Applies edits to the editor's text, or to a network's own, which the element keeps.
    fn write_in(&self, text: &'static str, [id, rule, label]: [&str; 3], edits: &[Edit]) {
        let own = self.state.borrow().draft.variant(text).map(str::to_owned);
        let Some(own) = own else { return self.write(id, rule, label, edits) };
        self.host.varied(text, Some(applied(&own, edits)));
        self.host.fixed(id, rule, label, true);
    }

    /// Ways to shorten the text for a network.
    fn cuts(&self, network: &'static str) -> Option<Rc<Cuts>> {
        let state = self.state.borrow();
        let found = state.checker.as_ref()?.shorten(&state.draft, network)?;
        let text = state.draft.text_for(network).to_owned();
        Some(Rc::new(Cuts { network, text, found }))
    }

    /// Makes one of the cuts shown, or as many as are enough; all where none are.
    fn cut(&self, which: Option<usize>) {
        let Some(cuts) = self.state.borrow().cuts.clone() else { return };
        let all = &cuts.found.cuts;
        let chosen = match which {
            Some(one) => all.get(one..=one),
            None if cuts.found.enough > 0 => all.get(..cuts.found.enough),
            None => Some(&all[..]),
        };
        let mut edits: Vec<Edit> = chosen.unwrap_or_default().iter().map(|cut| cut.edit.clone()).collect();
        draftlens_engine::order::sort_by(&mut edits, &|a, b| a.start < b.start);
        let label = self.state.borrow().words.shorten;
        let own = self.state.borrow().draft.variant(cuts.network).is_some();
        self.write_in(if own { cuts.network } else { "base" }, [hold::OVER_LIMIT, hold::OVER_LIMIT, label], &edits);
    }

    /// The text for a network as a thread: its posts with a line of hyphens between them.
    fn thread(&self, network: &'static str) -> Option<String> {
        let state = self.state.borrow();
        let posts = state.checker.as_ref()?.thread(&state.draft, network, true)?;
        let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
        Some(texts.join("\n---\n"))
    }

    /// Applies edits by the host's `apply` or through the field, and looks afterwards whether they hold.
    fn write(&self, id: &str, rule: &str, label: &str, edits: &[Edit]) {
        let Some(field) = self.state.borrow().field.clone() else { return };
        let before = field.text();
        let after = applied(&before, edits);
        let answer = self.host.apply(HostFix::new(id, label, edits, &after).to_js());
        match answer {
            NO_APPLY => {
                let attempt = field.write(edits);
                self.settle_later(field, attempt, [id, rule, label]);
            }
            REFUSED => {
                self.offer(Some(after.into()));
                self.host.fixed(id, rule, label, false);
            }
            APPLIED | LATER => {
                self.check(true);
                self.host.fixed(id, rule, label, true);
            }
            _ => {}
        }
    }

    /// A framework may put its own text back, or take the edit up, when this event is over.
    fn settle_later(&self, field: Field, attempt: Attempt, [id, rule, label]: [&str; 3]) {
        let names = [id.to_owned(), rule.to_owned(), label.to_owned()];
        let (me, typed) = (self.me.clone(), self.typed.get());
        let timeout = Timeout::new(0, move || {
            if let Some(me) = me.upgrade() {
                // What was typed since then is not ours to take back.
                let holds = me.typed.get() != typed || field.settle(&attempt);
                me.check(true);
                me.offer(if holds { None } else { Some(attempt.after.as_str().into()) });
                me.host.fixed(&names[0], &names[1], &names[2], holds);
            }
        });
        self.state.borrow_mut().settling = Some(timeout);
    }

    fn offer(&self, text: Option<Rc<str>>) {
        let mut state = self.state.borrow_mut();
        if state.offer == text {
            return;
        }
        if text.is_some() {
            state.said = state.words.not_taken.into();
        }
        state.offer = text;
        drop(state);
        self.draw();
    }

    fn close_offer(&self) {
        self.offer(None);
        self.back();
    }

    fn rewrite(&self, id: &str) {
        let Some(flag) = self.flag(id) else { return };
        let field = self.state.borrow().field.clone();
        if let (Some(field), Some(span)) = (field, flag.spans.first().filter(|_| flag.text == "base")) {
            field.select(span.start, span.end);
        }
    }

    fn select_end(&self) {
        let field = self.state.borrow().field.clone();
        if let Some(field) = field {
            let end = field.text().encode_utf16().count() as u32;
            field.select(end, end);
        }
    }

    fn back(&self) {
        let field = self.state.borrow().field.clone();
        if let Some(field) = field {
            field.focus();
        }
    }

    fn focus_after_drawing(&self) {
        let mut state = self.state.borrow_mut();
        state.focus = state.focus.wrapping_add(1);
    }

    /// From the flag that has the focus to the next one or the one before.
    fn next(&self, back: bool) {
        let flags = self.places();
        let here = flags.iter().position(|flag| flag.matches(":focus-within").unwrap_or(false));
        let next = match (here, back) {
            (None, false) => 0,
            (None, true) => usize::MAX,
            (Some(here), false) => (here + 1) % flags.len(),
            (Some(here), true) => here.checked_sub(1).unwrap_or(usize::MAX),
        };
        self.focus_flag(next);
    }

    fn places(&self) -> Vec<HtmlElement> {
        let Ok(found) = self.root.query_selector_all("[data-flag]") else { return Vec::new() };
        (0..found.length()).filter_map(|index| found.get(index)).map(JsCast::unchecked_into).collect()
    }

    /// Moves the focus to a flag as it is drawn, or to the verdict where there is none.
    fn focus_flag(&self, index: usize) {
        let flags = self.places();
        let place = flags.get(index).or(flags.last()).cloned();
        let place = place.or_else(|| crate::view::verdict_place(&self.root));
        if let Some(place) = place {
            let _ = place.focus();
        }
    }
}

/// Whether a flag must be looked at before publishing.
pub fn is_finding(flag: &Flag) -> bool {
    flag.severity > Severity::Advise
}
