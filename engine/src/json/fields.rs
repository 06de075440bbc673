//! Typed fields out of a JSON tree: what does not fit becomes a problem, and the rest is read.
//!
//! Everything is asked by key of a [`Node`], so that a call costs few bytes in the browser.

use super::reader::{Kind, Member, Value};
use super::{Cursor, choices, join};
use crate::Problem;

/// A value of the tree with the way to it, which messages name: `policy.rules[0].patterns`.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    parent: Option<&'a Node<'a>>,
    /// Its key; empty for an item of a list.
    name: &'a str,
    /// Its place in a list.
    index: usize,
    /// The value.
    pub value: &'a Value,
}

impl<'a> Node<'a> {
    /// The whole; its name may be empty.
    pub(crate) fn root(name: &'a str, value: &'a Value) -> Self {
        Self { parent: None, name, index: 0, value }
    }

    /// The value of a key of this object; `null` is as good as none.
    pub(crate) fn get(&'a self, key: &str) -> Option<Self> {
        let member = self.members().iter().find(|member| member.key == key)?;
        (!matches!(member.value.kind, Kind::Null)).then(|| self.member(member))
    }

    /// The keys of an object; other values have none.
    pub(crate) fn members(&self) -> &'a [Member] {
        if let Kind::Object(members) = &self.value.kind { members } else { &[] }
    }

    /// The value of one of its members.
    pub(crate) fn member(&'a self, member: &'a Member) -> Self {
        Self { parent: Some(self), name: &member.key, index: 0, value: &member.value }
    }

    /// The items of a list; other values have none.
    pub(crate) fn items(&'a self) -> impl Iterator<Item = Self> {
        let items: &'a [Value] = if let Kind::List(items) = &self.value.kind { items } else { &[] };
        items.iter().enumerate().map(|(index, value)| Self { parent: Some(self), name: "", index, value })
    }

    /// Whether it is a list.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self.value.kind, Kind::List(_))
    }

    /// Whether it is an object.
    pub(crate) fn is_object(&self) -> bool {
        matches!(self.value.kind, Kind::Object(_))
    }

    /// Its text, when it is one.
    pub(crate) fn as_text(&self) -> Option<&'a str> {
        if let Kind::Text(text) = &self.value.kind { Some(text) } else { None }
    }

    fn write_path(&self, out: &mut String) {
        if let Some(parent) = self.parent {
            parent.write_path(out);
        }
        if self.parent.is_some() && self.name.is_empty() {
            out.push('[');
            out.push_str(&self.index.to_string());
            out.push(']');
        } else {
            if !out.is_empty() {
                out.push('.');
            }
            out.push_str(self.name);
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
    pub(crate) fn place(&mut self, node: &Node<'_>) -> Place {
        self.place_at(node, node.value.at)
    }

    fn place_at(&mut self, node: &Node<'_>, at: usize) -> Place {
        let mut path = String::new();
        node.write_path(&mut path);
        let (line, column) = self.cursor.as_mut().map_or((0, 0), |cursor| cursor.position(at));
        Place { at: path, line, column }
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, node: &Node<'_>, message: String) {
        self.problem_at(node, node.value.at, message);
    }

    fn problem_at(&mut self, node: &Node<'_>, at: usize, message: String) {
        if self.is_full() {
            return;
        }
        let mut problem = self.place_at(node, at).problem(message);
        if self.problems.len() == MOST - 1 {
            problem.message = "there are more problems from here on".into();
        }
        self.problems.push(problem);
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MOST
    }

    /// Notes a value of the wrong type.
    pub(crate) fn wrong(&mut self, node: &Node<'_>, expected: &str) {
        self.problem(node, format!("expected {expected}, found {}", node.value.name()));
    }

    /// Notes that the node is no object, or which of its keys nobody reads.
    pub(crate) fn keys(&mut self, node: &Node<'_>, known: &[&str]) {
        if !node.is_object() {
            self.wrong(node, "an object");
        }
        for member in node.members() {
            if !known.contains(&member.key.as_str()) {
                self.unknown(&node.member(member), member.at, "key", &member.key, known);
            }
        }
    }

    /// The same where the keys are for the house to choose.
    pub(crate) fn any_keys(&mut self, node: &Node<'_>) {
        if !node.is_object() {
            self.wrong(node, "an object");
        }
    }

    /// Whether a member's key is among the known ones; a problem when not.
    pub(crate) fn knows_key(&mut self, node: &Node<'_>, member: &Member, what: &str, known: &[&str]) -> bool {
        let knows = known.contains(&member.key.as_str());
        if !knows {
            self.unknown(&node.member(member), member.at, what, &member.key, known);
        }
        knows
    }

    /// Notes a word that is none of the known ones.
    fn unknown(&mut self, node: &Node<'_>, at: usize, what: &str, word: &str, known: &[&str]) {
        if !self.is_full() {
            self.problem_at(node, at, format!("unknown {what} \"{word}\": {}", choices(word, known)));
        }
    }

    /// The place of a word among the known ones, or a problem.
    pub(crate) fn known(&mut self, node: &Node<'_>, what: &str, known: &[&str]) -> Option<usize> {
        let Some(word) = node.as_text() else {
            let expected = format!("one of {}", join(known, ", "));
            self.wrong(node, &expected);
            return None;
        };
        let found = known.iter().position(|k| *k == word);
        if found.is_none() {
            self.unknown(node, node.value.at, what, word, known);
        }
        found
    }

    /// The word of a key, which must be one of the known ones and names them when it is not.
    pub(crate) fn one_of(&mut self, node: &Node<'_>, key: &str, known: &[&'static str]) -> Option<&'static str> {
        let value = node.get(key)?;
        self.known(&value, key, known).map(|index| known[index])
    }

    /// The text of a key.
    pub(crate) fn maybe_text(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let value = node.get(key)?;
        let text = value.as_text();
        if text.is_none() {
            self.wrong(&value, "a text");
        }
        text.map(str::to_owned)
    }

    /// The text of a key, empty when it is missing.
    pub(crate) fn text(&mut self, node: &Node<'_>, key: &str) -> String {
        self.maybe_text(node, key).unwrap_or_default()
    }

    /// The whole number of a key.
    pub(crate) fn whole(&mut self, node: &Node<'_>, key: &str) -> Option<u32> {
        let value = node.get(key)?;
        match value.value.kind {
            Kind::Integer(number) if number >= 0 && number <= i64::from(u32::MAX) => return Some(number as u32),
            Kind::Integer(_) => self.problem(&value, "expected a whole number from 0 to 4294967295".into()),
            Kind::Number(_) => self.problem(&value, "expected a whole number".into()),
            _ => self.wrong(&value, "a whole number"),
        }
        None
    }

    /// True or false; false when it is neither.
    pub(crate) fn truth(&mut self, node: &Node<'_>, key: &str) -> bool {
        self.maybe_truth(node, key).unwrap_or_default()
    }

    /// True or false; `None` when nobody said, or said something else.
    pub(crate) fn maybe_truth(&mut self, node: &Node<'_>, key: &str) -> Option<bool> {
        let value = node.get(key)?;
        if let Kind::Bool(yes) = value.value.kind {
            return Some(yes);
        }
        self.wrong(&value, "true or false");
        None
    }

    /// The list of a key.
    pub(crate) fn list<'a>(&mut self, node: &'a Node<'a>, key: &str) -> Option<Node<'a>> {
        let value = node.get(key)?;
        if !value.is_list() {
            self.wrong(&value, "a list");
            return None;
        }
        Some(value)
    }

    /// The texts of a list; those that are blank are left out.
    pub(crate) fn texts(&mut self, list: &Node<'_>) -> Vec<String> {
        let mut texts = Vec::new();
        if !list.is_list() {
            self.wrong(list, "a list");
        }
        for item in list.items() {
            match item.as_text() {
                Some(text) if text.trim().is_empty() => {}
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong(&item, "a text"),
            }
        }
        texts
    }

    /// The texts of a key's list, or of its one text with spaces or commas between them, as an
    /// attribute has it.
    pub(crate) fn words(&mut self, node: &Node<'_>, key: &str) -> Vec<String> {
        let Some(value) = node.get(key) else { return Vec::new() };
        let Some(text) = value.as_text() else { return self.texts(&value) };
        let mut words = Vec::new();
        for word in text.split(|c: char| c.is_ascii_whitespace() || c == ',' || c == ';') {
            if !word.is_empty() {
                words.push(word.to_owned());
            }
        }
        words
    }

    /// The networks of a key, each once; those nobody knows are problems and left out.
    pub(crate) fn networks(&mut self, node: &Node<'_>, key: &str) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for id in self.words(node, key) {
            if !crate::NETWORKS.contains(&id.as_str()) {
                if let Some(value) = node.get(key) {
                    self.unknown(&value, value.value.at, "network", &id, &crate::NETWORKS);
                }
            } else if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}
