//! Typed fields out of a JSON tree: what does not fit becomes a problem, and the rest is read.

use super::reader::{Kind, Member, Value};
use super::{Cursor, choices};
use crate::Problem;

/// The way to a value, as a message names it: `policy.rules[0].patterns`.
#[derive(Clone, Copy)]
pub(crate) enum Path<'p> {
    /// The whole; its name may be empty.
    Root(&'p str),
    /// A key of an object.
    Key(&'p Path<'p>, &'p str),
    /// An item of a list.
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::Root(name) => out.push_str(name),
            Self::Key(parent, key) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(key);
            }
            Self::Item(parent, index) => {
                parent.write(out);
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
        }
    }
}

/// Where a value of the policy stands, kept for problems that come to light later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its path: `policy.rules[0].patterns`.
    pub at: String,
    /// Line in the policy's text, from 1; 0 when the policy came as an object.
    pub line: u32,
    /// Column in that line, from 1, in characters; 0 when the policy came as an object.
    pub column: u32,
}

impl Place {
    /// A problem here.
    #[must_use]
    pub fn problem(&self, message: String) -> Problem {
        Problem { at: self.at.clone(), line: self.line, column: self.column, message }
    }
}

/// How many problems are told: who has more has one great mistake, and a hostile text has no end.
const MOST: usize = 100;

/// One pass over a tree, collecting problems.
#[derive(Default)]
pub(crate) struct Reading<'t> {
    /// Where a byte stands in the text that a person wrote; `None` where no person wrote it, since
    /// the same draft must give the same report however a program spaced it.
    cursor: Option<Cursor<'t>>,
    /// What did not fit.
    pub problems: Vec<Problem>,
}

impl<'t> Reading<'t> {
    /// A pass over a text that a person wrote: problems name line and column.
    pub(crate) fn of_text(text: &'t str) -> Self {
        Self { cursor: Some(Cursor::new(text)), problems: Vec::new() }
    }

    /// Where a value stands.
    pub(crate) fn place(&mut self, path: &Path<'_>, at: usize) -> Place {
        let mut name = String::new();
        path.write(&mut name);
        let (line, column) = self.cursor.as_mut().map_or((0, 0), |cursor| cursor.position(at));
        Place { at: name, line, column }
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, path: &Path<'_>, at: usize, message: String) {
        if self.is_full() {
            return;
        }
        let mut problem = self.place(path, at).problem(message);
        if self.problems.len() == MOST - 1 {
            problem.message = "there are more problems from here on".into();
        }
        self.problems.push(problem);
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MOST
    }

    /// Notes a key that nobody reads.
    pub(crate) fn unknown_key(&mut self, path: &Path<'_>, at: usize, key: &str, known: &[&str]) {
        self.known(path, at, key, "key", known);
    }

    /// A word that must be one of the known ones.
    pub(crate) fn one_of(
        &mut self,
        path: &Path<'_>,
        value: &Value,
        what: &str,
        known: &[&'static str],
    ) -> Option<&'static str> {
        let word = match &value.kind {
            Kind::Null => return None,
            Kind::Text(word) => word,
            _ => {
                self.wrong(path, value, &format!("one of {}", known.join(", ")));
                return None;
            }
        };
        let found = self.known(path, value.at, word, what, known);
        found.map(|index| known[index])
    }

    /// The place of a word among the known ones, or a problem.
    pub(crate) fn known(
        &mut self,
        path: &Path<'_>,
        at: usize,
        word: &str,
        what: &str,
        known: &[&str],
    ) -> Option<usize> {
        let found = known.iter().position(|k| *k == word);
        if found.is_none() && !self.is_full() {
            let message = format!("unknown {what} \"{word}\": {}", choices(word, known));
            self.problem(path, at, message);
        }
        found
    }

    /// Notes a value of the wrong type.
    pub(crate) fn wrong(&mut self, path: &Path<'_>, value: &Value, expected: &str) {
        let message = format!("expected {expected}, found {}", value.name());
        self.problem(path, value.at, message);
    }

    /// A text; `null` is none.
    pub(crate) fn text(&mut self, path: &Path<'_>, value: Value) -> Option<String> {
        match value.kind {
            Kind::Text(text) => Some(text),
            Kind::Null => None,
            _ => {
                self.wrong(path, &value, "a text");
                None
            }
        }
    }

    /// A whole number from 0; `null` is none.
    pub(crate) fn whole(&mut self, path: &Path<'_>, value: &Value) -> Option<u32> {
        match value.kind {
            Kind::Null => return None,
            Kind::Integer(number) => {
                if let Ok(number) = u32::try_from(number) {
                    return Some(number);
                }
                self.problem(path, value.at, format!("expected a whole number from 0 to {}", u32::MAX));
            }
            Kind::Number(_) => self.problem(path, value.at, "expected a whole number".into()),
            _ => self.wrong(path, value, "a whole number"),
        }
        None
    }

    /// True or false; `null` is none.
    pub(crate) fn truth(&mut self, path: &Path<'_>, value: &Value) -> Option<bool> {
        match value.kind {
            Kind::Bool(yes) => Some(yes),
            Kind::Null => None,
            _ => {
                self.wrong(path, value, "true or false");
                None
            }
        }
    }

    /// The items of a list; `null` has none.
    pub(crate) fn items(&mut self, path: &Path<'_>, value: Value) -> Vec<Value> {
        match value.kind {
            Kind::List(items) => items,
            Kind::Null => Vec::new(),
            _ => {
                self.wrong(path, &value, "a list");
                Vec::new()
            }
        }
    }

    /// The keys of an object; `null` has none.
    pub(crate) fn members(&mut self, path: &Path<'_>, value: Value) -> Vec<Member> {
        match value.kind {
            Kind::Object(members) => members,
            Kind::Null => Vec::new(),
            _ => {
                self.wrong(path, &value, "an object");
                Vec::new()
            }
        }
    }

    /// A list of texts; those that are empty or blank are left out.
    pub(crate) fn texts(&mut self, path: &Path<'_>, value: Value) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, item) in self.items(path, value).into_iter().enumerate() {
            let text = self.text(&Path::Item(path, index), item);
            texts.extend(text.filter(|text| !text.trim().is_empty()));
        }
        texts
    }

    /// A list of texts, or one text with spaces or commas between them, as an attribute has it.
    pub(crate) fn words(&mut self, path: &Path<'_>, value: Value) -> Vec<String> {
        if let Kind::Text(text) = &value.kind {
            let words = text.split([' ', ',', ';', '\t', '\n', '\r']);
            return words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        }
        self.texts(path, value)
    }

    /// Ids of networks: each once; those nobody knows are problems and left out.
    pub(crate) fn networks(&mut self, path: &Path<'_>, value: Value, known: &[&str]) -> Vec<String> {
        let at = value.at;
        let mut ids: Vec<String> = Vec::new();
        for id in self.words(path, value) {
            if self.known(path, at, &id, "network", known).is_some() && !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}
