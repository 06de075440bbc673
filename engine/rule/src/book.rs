//! The book of built-in rules, for the build script: every rule file and list compiled to bytes, with
//! every example tried.

use std::fmt;

use draftlens_text::{Language, Text};

use crate::codec::Writer;
use crate::event::{self, Event, Name, NameKind};
use crate::file::{self, Example, RuleFile};
use crate::{Compiler, FIRST_CUE, Mistake, Own, Table, list, pattern};

/// A file of the book: its path as it is shown in messages, and its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path.
    pub path: String,
    /// Text.
    pub text: String,
}

/// What is wrong with a file.
#[derive(Debug)]
pub struct Fault {
    /// Path of the file.
    pub path: String,
    /// What, and where in it.
    pub mistake: Mistake,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path, self.mistake)
    }
}

/// Rule files and lists on their way to bytes.
#[derive(Default)]
pub struct Book {
    rules: Vec<(String, RuleFile)>,
    lists: Vec<(String, Vec<list::Entry>)>,
    cues: Vec<(String, u32, String, Language)>,
    events: Vec<(Event, Vec<Name>)>,
}

impl Book {
    /// Adds a rule file; its name is the rule's id.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn rule(&mut self, source: &Source) -> Result<(), Fault> {
        let id = stem(&source.path);
        let file = file::parse(id, &source.text).map_err(|mistake| Fault { path: source.path.clone(), mistake })?;
        if let Some((other, _)) = self.rules.iter().find(|(_, f)| f.rule.id == id) {
            let mistake = Mistake::new(1, 1, format!("the id {id} is taken by {other}"));
            return Err(Fault { path: source.path.clone(), mistake });
        }
        self.rules.push((source.path.clone(), file));
        Ok(())
    }

    /// Adds a list; its name is the file's.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn list(&mut self, source: &Source) -> Result<(), Fault> {
        let entries = list::parse(&source.text).map_err(|mistake| Fault { path: source.path.clone(), mistake })?;
        self.lists.push((stem(&source.path).to_owned(), entries));
        Ok(())
    }

    /// Adds a file of events. Their names make three lists, called after the file's name: `tragedy` holds
    /// what is meant as plain words, `tragedy-tag` and `tragedy-tag-ordinary` what is meant as a hashtag.
    ///
    /// # Errors
    /// The first row that has no date, or else cannot be used.
    pub fn events(&mut self, source: &Source) -> Result<(), Fault> {
        let events = event::parse(&source.text).map_err(|mistake| Fault { path: source.path.clone(), mistake })?;
        let stem = stem(&source.path);
        let of = |kinds: &[NameKind]| {
            let names = events.iter().flat_map(|(_, names)| names).filter(|n| kinds.contains(&n.kind));
            names.map(|n| n.entry.clone()).collect::<Vec<_>>()
        };
        self.lists.push((stem.to_owned(), of(&[NameKind::Word])));
        self.lists.push((format!("{stem}-tag"), of(&[NameKind::Word, NameKind::Tag])));
        self.lists.push((format!("{stem}-tag-ordinary"), of(&[NameKind::Ordinary])));
        self.events.extend(events);
        Ok(())
    }

    /// Adds a cue of the category scorer: a pattern at a line of a file. Cues are numbered as they come.
    pub fn cue(&mut self, path: &str, line: u32, pattern: &str, language: Language) {
        self.cues.push((path.to_owned(), line, pattern.to_owned(), language));
    }

    /// The rule files, in the order of their numbers.
    pub fn files(&self) -> impl Iterator<Item = (&str, &RuleFile)> {
        self.rules.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// Compiles all, tries every example, and writes the bytes.
    ///
    /// # Errors
    /// The faults of all files.
    pub fn compile(mut self) -> Result<Vec<u8>, Vec<Fault>> {
        self.rules.sort_by(|a, b| a.1.rule.id.cmp(&b.1.rule.id));
        let (mut table, mut faults) = self.table();
        table.merge();
        for (index, (path, file)) in self.rules.iter().enumerate() {
            faults.extend(
                try_examples(&table, index as u32, file)
                    .into_iter()
                    .map(|mistake| Fault { path: path.clone(), mistake }),
            );
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut out = Writer::default();
        table.write(&mut out);
        out.number(self.rules.len() as u32);
        self.rules.iter().for_each(|(_, file)| file.rule.write(&mut out));
        Ok(out.finish())
    }

    fn table(&self) -> (Table, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut compiler = Compiler::new(Table::default());
        for (name, entries) in &self.lists {
            compiler.add_list(name, entries.clone());
        }
        for (event, names) in &self.events {
            compiler.add_event(event.clone(), names.iter().map(|n| &n.entry));
        }
        for (index, (path, file)) in self.rules.iter().enumerate() {
            if let Some((_, args)) = &file.rule.detect {
                args.split(' ').for_each(|name| compiler.ask_list(name));
            }
            for (language, case) in &file.cases {
                if let Err(mistake) = compiler.add_case(index as u32, case, *language) {
                    faults.push(Fault { path: path.clone(), mistake });
                }
            }
        }
        for (index, (path, line, text, language)) in self.cues.iter().enumerate() {
            let added = pattern::parse_find(text, *line)
                .and_then(|case| compiler.add_case(FIRST_CUE + index as u32, &case, *language));
            if let Err(mistake) = added {
                faults.push(Fault { path: path.clone(), mistake });
            }
        }
        (compiler.finish(), faults)
    }
}

/// Tries the examples that are plain texts against the patterns. Those of rules with a detector, and
/// those in JSON, need the whole engine: its tests try them.
fn try_examples(table: &Table, owner: u32, file: &RuleFile) -> Vec<Mistake> {
    if file.rule.detect.is_some() {
        return Vec::new();
    }
    let mut mistakes = Vec::new();
    let mut fired = Vec::new();
    for example in &file.examples {
        if example.is_json() {
            continue;
        }
        let text = Text::parse(&example.text);
        let own = Own::default();
        let matches = table.run(&text, &own);
        let hits: Vec<u32> = matches.hits(None).iter().filter(|h| h.owner == owner).map(|h| h.case).collect();
        if hits.is_empty() == example.flags {
            let verb = if example.flags { "does not flag" } else { "flags" };
            mistakes.push(Mistake::new(example.line, 1, format!("this example {verb}: “{}”", example.text)));
        }
        if example.flags {
            fired.extend(hits);
        }
    }
    let has_json = file.examples.iter().any(Example::is_json);
    for (index, (_, case)) in table.cases_of(owner).zip(&file.cases) {
        if !fired.contains(&index) && !has_json {
            mistakes.push(Mistake::new(case.line, case.column, "no example fires this pattern"));
        }
    }
    mistakes
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "---\nseverity: stop\nen:\n  title: T\n  why: W\n  advice: A\n  find cheap\n  flag: a cheap thing\n  pass: a thing\nfr:\n  title: T\n  why: W\n  advice: A\n  find pas cher\n  flag: pas cher\n  pass: cher\n---\nPage.";

    fn faults(text: &str) -> Vec<String> {
        let mut book = Book::default();
        book.rule(&Source { path: "rules/x/no-cheap.md".into(), text: text.into() }).unwrap();
        book.compile().err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_rule_whose_examples_hold_compiles() {
        assert_eq!(faults(RULE), Vec::<String>::new());
    }

    #[test]
    fn an_example_that_does_not_hold_or_a_pattern_that_none_fires_is_a_fault() {
        assert_eq!(
            faults(&RULE.replace("flag: a cheap", "flag: a dear"))[0],
            "rules/x/no-cheap.md:8:1: this example does not flag: “a dear thing”"
        );
        assert_eq!(
            faults(&RULE.replace("pass: a thing", "pass: cheap"))[0],
            "rules/x/no-cheap.md:9:1: this example flags: “cheap”"
        );
        assert_eq!(
            faults(&RULE.replace("find pas cher", "find pas cher\n  find bon marche"))[0],
            "rules/x/no-cheap.md:15:8: no example fires this pattern"
        );
    }
}
