//! The compiler: cases and lists into the table. The same for built-in rules and a house's own.

use draftlens_text::Language;

use crate::event::Event;
use crate::inflect;
use crate::list::{Ending, Entry};
use crate::pattern::{Atom, Case, Node};
use crate::table::{
    AS_TYPED, Around, CaseRow, MENTION, Pattern, Phrase, Position, TAG, Table, WORD, class_label, pack, unpack,
};
use crate::{Class, Mistake};

/// The most positions one pattern may have: alternatives in alternatives multiply.
const MAX_POSITIONS: usize = 4000;

/// Adds cases and lists to a table.
pub struct Compiler {
    table: Table,
    /// Atoms that have a label already, with the language their inflections are of.
    atoms: Vec<(Atom, Language, u32)>,
    sources: Vec<(String, Vec<Entry>)>,
    /// Alternatives of one word each that have a label already: a file's `let` is written out wherever it is named.
    groups: Vec<(Vec<Node>, Language, u32)>,
    /// Conditions that have a pattern already.
    conditions: Vec<(Node, Language, u32)>,
}

impl Compiler {
    /// Goes on from a table, perhaps an empty one.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table, atoms: Vec::new(), sources: Vec::new(), groups: Vec::new(), conditions: Vec::new() }
    }

    /// Names a list that patterns may ask for. Call it before [`Compiler::add_case`].
    pub fn add_list(&mut self, name: &str, entries: Vec<Entry>) {
        if let Some((_, own)) = self.sources.iter_mut().find(|(n, _)| n == name) {
            own.extend(entries);
        } else {
            self.sources.push((name.to_owned(), entries));
        }
    }

    /// Adds entries to a list that is already in the table, in both its forms.
    pub fn extend_list(&mut self, name: &str, entries: &[Entry]) -> bool {
        let mut known = false;
        for (key, tag) in [(name.to_owned(), false), (format!("#{name}"), true)] {
            if let Some(label) = self.label_of(&key) {
                known = true;
                self.write_entries(label, entries, tag);
            }
        }
        for entry in entries {
            if let Some(event) = entry.event.clone().filter(|_| known) {
                self.add_event(event, std::iter::once(entry));
            }
        }
        known
    }

    /// Lets `#{name}` match the handles of entries too: what a rival is called in a tag, it is called after `@`.
    pub fn extend_handles(&mut self, name: &str, entries: &[Entry]) {
        let Some(label) = self.label_of(&format!("#{name}")) else { return };
        for entry in entries {
            self.spell(MENTION, &entry.words.concat(), pack(label, entry.language));
        }
    }

    /// Names an event, so that [`Table::note`] knows its names.
    pub fn add_event<'e>(&mut self, event: Event, names: impl Iterator<Item = &'e Entry>) {
        let index = self.table.events.len() as u32;
        self.table.events.push(event);
        for name in names {
            let word = self.table.words.intern(TAG, &name.words.concat());
            if !self.table.event_of.iter().any(|(w, _)| *w == word) {
                self.table.event_of.push((word, index));
            }
        }
    }

    /// Takes entries out of a list that is in the table; tells which were not there.
    pub fn shrink_list<'a>(&mut self, name: &str, entries: &'a [Entry]) -> Vec<&'a Entry> {
        let labels: Vec<u32> =
            [name.to_owned(), format!("#{name}")].iter().filter_map(|key| self.label_of(key)).collect();
        entries.iter().filter(|entry| !self.drop_entry(&labels, entry)).collect()
    }

    /// Whether a list of this name can be asked for.
    #[must_use]
    pub fn has_list(&self, name: &str) -> bool {
        self.label_of(name).is_some()
            || self.label_of(&format!("#{name}")).is_some()
            || self.sources.iter().any(|(n, _)| n == name)
    }

    /// Puts a list in the table that a detector asks for, when there is one of this name.
    pub fn ask_list(&mut self, name: &str) {
        if self.has_list(name) {
            // A list that is there has a label.
            let _ = self.list(name, false);
        }
    }

    /// Compiles a case for an owner: an index of the caller's.
    ///
    /// # Errors
    /// A list that is not there, or a pattern that may be empty or is too large, with the place of the case.
    pub fn add_case(&mut self, owner: u32, case: &Case, language: Language) -> Result<u32, Mistake> {
        let at = |message: String| Mistake::new(case.line, case.column, message);
        let index = self.table.cases.len() as u32;
        let find = self.add_pattern(&case.find, language).map_err(at)?;
        self.table.patterns[find as usize].case = Some(index);
        let mut conditions = Vec::new();
        for c in &case.conditions {
            conditions.push((c.unless, c.place, self.condition(&c.pattern, language).map_err(at)?));
        }
        self.table.cases.push(CaseRow {
            owner,
            place: case.place,
            part: case.part,
            conditions,
            mend: case.mend.clone(),
            on: case.on.clone(),
        });
        Ok(index)
    }

    /// The finished table.
    #[must_use]
    pub fn finish(mut self) -> Table {
        self.table.freeze();
        self.table
    }

    fn label_of(&self, key: &str) -> Option<u32> {
        self.table.lists.iter().find(|(n, _)| n == key).map(|(_, label)| *label)
    }

    /// Rules ask for the same things: one pattern serves all of them.
    fn condition(&mut self, node: &Node, language: Language) -> Result<u32, String> {
        if let Some((.., pattern)) = self.conditions.iter().find(|(n, l, _)| n == node && *l == language) {
            return Ok(*pattern);
        }
        let pattern = self.add_pattern(node, language)?;
        self.conditions.push((node.clone(), language, pattern));
        Ok(pattern)
    }

    fn add_pattern(&mut self, node: &Node, language: Language) -> Result<u32, String> {
        let index = self.table.patterns.len() as u32;
        let from = self.table.positions.len();
        let Stripped { node, line_start, line_end, lead } = strip(node);
        let part = self.build(&node, language)?;
        if part.nullable {
            return Err("a pattern must find at least one word".to_owned());
        }
        if part.first.iter().any(|&first| self.table.positions[first as usize].label == class_label(Class::Any)) {
            let mend = "begin with what it looks for, or with a gap alone";
            return Err(format!("this pattern may begin with any word at all, which costs every check: {mend}"));
        }
        if self.table.positions.len() - from > MAX_POSITIONS {
            return Err(format!("a pattern may have {MAX_POSITIONS} places at most"));
        }
        for &last in &part.last {
            let accepts = &mut self.table.positions[last as usize].accepts;
            if !accepts.contains(&index) {
                accepts.push(index);
            }
        }
        part.first.iter().for_each(|&first| self.table.positions[first as usize].first = true);
        self.table.patterns.push(Pattern { language, line_start, line_end, lead, case: None });
        Ok(index)
    }

    fn build(&mut self, node: &Node, language: Language) -> Result<Part, String> {
        match node {
            Node::Atom(Atom::LineStart | Atom::LineEnd) => {
                Err("<start> stands at the very beginning of a pattern, <end> at its very end".to_owned())
            }
            Node::Atom(atom) => {
                let label = self.atom(atom, language)?;
                Ok(Part::single(self.position(label)))
            }
            Node::Maybe(inner) => {
                let mut part = self.build(inner, language)?;
                part.nullable = true;
                Ok(part)
            }
            Node::Either(choices) => {
                let (plain, other): (Vec<&Node>, Vec<&Node>) = choices.iter().partition(|c| is_plain(c));
                let mut whole = if plain.len() > 1 { self.plain(&plain, language) } else { Part::default() };
                let alone = if plain.len() > 1 { &[][..] } else { &plain[..] };
                for choice in alone.iter().chain(&other) {
                    let part = self.build(choice, language)?;
                    whole.first.extend(part.first);
                    whole.last.extend(part.last);
                    whole.nullable |= part.nullable;
                }
                Ok(whole)
            }
            Node::Sequence(items) => {
                let mut whole = Part { nullable: true, ..Part::default() };
                for item in items {
                    let part = self.build(item, language)?;
                    whole = self.join(whole, part);
                }
                Ok(whole)
            }
            Node::Gap(words) => Ok(self.gap(*words)),
        }
    }

    /// Alternatives of one word each are one position, with a label that all of them have: a position
    /// each would be three times the size.
    fn plain(&mut self, choices: &[&Node], language: Language) -> Part {
        let same = |(group, spoken, _): &&(Vec<Node>, Language, u32)| {
            *spoken == language && group.len() == choices.len() && group.iter().zip(choices).all(|(a, b)| a == *b)
        };
        if let Some(label) = self.groups.iter().find(same).map(|(.., label)| *label) {
            return Part::single(self.position(label));
        }
        let label = self.table.label();
        for choice in choices {
            if let Node::Atom(atom) = choice {
                self.label_atom(label, atom, language);
            }
        }
        self.groups.push((choices.iter().map(|&choice| choice.clone()).collect(), language, label));
        Part::single(self.position(label))
    }

    fn join(&mut self, a: Part, b: Part) -> Part {
        for &last in &a.last {
            self.table.positions[last as usize].follow.extend(&b.first);
        }
        let mut first = a.first;
        if a.nullable {
            first.extend(&b.first);
        }
        let mut last = b.last;
        if b.nullable {
            last.extend(a.last);
        }
        Part { first, last, nullable: a.nullable && b.nullable }
    }

    /// Up to `words` words, each with soft marks around it; soft marks alone repeat.
    fn gap(&mut self, words: u8) -> Part {
        let (any, soft) = (class_label(crate::class::Class::Any), class_label(crate::class::Class::Soft));
        let mut whole = Part { nullable: true, ..Part::default() };
        let opening = self.soft(soft);
        let mut before = vec![opening];
        whole.first.push(opening);
        whole.last.push(opening);
        for i in 0..words {
            let word = self.position(any);
            let after = self.soft(soft);
            for &b in &before {
                self.table.positions[b as usize].follow.push(word);
            }
            if i == 0 {
                whole.first.push(word);
            }
            self.table.positions[word as usize].follow.push(after);
            whole.last.extend([word, after]);
            before = vec![word, after];
        }
        whole
    }

    fn soft(&mut self, label: u32) -> u32 {
        let position = self.position(label);
        self.table.positions[position as usize].follow.push(position);
        position
    }

    fn position(&mut self, label: u32) -> u32 {
        self.table.positions.push(Position { label, ..Position::default() });
        self.table.positions.len() as u32 - 1
    }

    fn atom(&mut self, atom: &Atom, language: Language) -> Result<u32, String> {
        if let Atom::Class(class) = atom {
            return Ok(class_label(*class));
        }
        let inflects = matches!(atom, Atom::Inflected(_));
        let spoken = if inflects { language } else { Language::Unknown };
        if let Some((.., label)) = self.atoms.iter().find(|(a, l, _)| a == atom && *l == spoken) {
            return Ok(*label);
        }
        let label = match atom {
            Atom::List(name) => self.list(name, false)?,
            Atom::TagList(name) => self.list(name, true)?,
            Atom::TagAround(before, name, after) => {
                let (list, label) = (self.list(name, true)?, self.table.label());
                self.table.around.push(Around { before: before.clone(), after: after.clone(), list, label });
                label
            }
            _ => self.word_atom(atom, language),
        };
        self.atoms.push((atom.clone(), spoken, label));
        Ok(label)
    }

    fn word_atom(&mut self, atom: &Atom, language: Language) -> u32 {
        let label = self.table.label();
        self.label_atom(label, atom, language);
        label
    }

    /// Gives a label to every spelling of an atom.
    fn label_atom(&mut self, label: u32, atom: &Atom, language: Language) {
        let free = pack(label, Language::Unknown);
        match atom {
            Atom::Word(word) => self.spell(WORD, word, free),
            Atom::Inflected(word) => {
                for form in inflect::forms(word, language) {
                    self.spell(WORD, &form, free);
                }
            }
            Atom::Exact(typed) => {
                self.spell(WORD, &draftlens_text::fold::fold(typed), free | AS_TYPED);
                self.table.exact.push((label, typed.clone()));
            }
            Atom::Tag(word) => self.spell(TAG, word, free),
            Atom::Mention(word) => self.spell(MENTION, word, free),
            Atom::Prefix(word) => self.table.prefixes.push((format!(" {word}"), free)),
            Atom::TagPrefix(word) => self.table.prefixes.push((format!("#{word}"), free)),
            Atom::TagSuffix(word) => self.table.prefixes.push((format!("${word}"), free)),
            Atom::Class(_)
            | Atom::List(_)
            | Atom::TagList(_)
            | Atom::TagAround(..)
            | Atom::LineStart
            | Atom::LineEnd => {}
        }
    }

    fn spell(&mut self, sigil: u8, word: &str, packed: u32) {
        let i = self.table.words.intern(sigil, word);
        self.table.words.add_label(i, packed);
    }

    fn list(&mut self, name: &str, tag: bool) -> Result<u32, String> {
        let key = if tag { format!("#{name}") } else { name.to_owned() };
        if let Some(label) = self.label_of(&key) {
            return Ok(label);
        }
        let Some((_, entries)) = self.sources.iter().find(|(n, _)| n == name).cloned() else {
            let names: Vec<&str> = self.sources.iter().map(|(n, _)| n.as_str()).collect();
            return Err(format!("there is no list {{{name}}}; there are {}", names.join(", ")));
        };
        let label = self.table.list(&key);
        self.write_entries(label, &entries, tag);
        Ok(label)
    }

    fn write_entries(&mut self, label: u32, entries: &[Entry], tag: bool) {
        for entry in entries {
            let packed = pack(label, entry.language);
            let (last, before) = entry.words.split_last().expect("an entry has a word");
            for form in endings(last, entry) {
                if tag {
                    let joined = before.concat() + &form;
                    self.write_word(TAG, &joined, entry.ending, packed);
                } else if before.is_empty() {
                    self.write_word(WORD, &form, entry.ending, packed);
                } else {
                    let mut words: Vec<u32> = before.iter().map(|w| self.table.words.intern(WORD, w)).collect();
                    words.push(self.table.words.intern(WORD, &form));
                    self.table.phrases.push(Phrase { words, label: packed });
                }
            }
            if let Some((en, fr)) = &entry.note {
                let key = entry.words.concat();
                if !self.table.notes.iter().any(|(known, ..)| *known == key) {
                    self.table.notes.push((key, en.clone(), fr.clone()));
                }
            }
        }
    }

    fn write_word(&mut self, sigil: u8, word: &str, ending: Ending, packed: u32) {
        if ending == Ending::Prefix {
            self.table.prefixes.push((format!("{}{word}", char::from(sigil)), packed));
        } else {
            self.spell(sigil, word, packed);
        }
    }

    fn drop_entry(&mut self, labels: &[u32], entry: &Entry) -> bool {
        let ours = |packed: u32| labels.contains(&unpack(packed).0);
        let mut found = false;
        let (last, before) = entry.words.split_last().expect("an entry has a word");
        for form in endings(last, entry) {
            let joined = before.concat() + &form;
            for (sigil, word) in [(TAG, &joined), (WORD, &form)] {
                if sigil == WORD && !before.is_empty() {
                    continue;
                }
                if let Some(i) = self.table.words.find(sigil, word) {
                    found |= self.table.words.labels(i).iter().any(|&l| ours(l));
                    self.table.words.drop_label(i, |l| !ours(l));
                }
            }
            let spelled: Vec<Option<u32>> =
                before.iter().chain([&form]).map(|w| self.table.words.find(WORD, w)).collect();
            let size = self.table.phrases.len();
            self.table
                .phrases
                .retain(|p| !(ours(p.label) && p.words.iter().map(|&w| Some(w)).eq(spelled.iter().copied())));
            found |= self.table.phrases.len() < size;
        }
        let prefixes = [format!(" {}", entry.words.concat()), format!("#{}", entry.words.concat())];
        if entry.ending == Ending::Prefix {
            let size = self.table.prefixes.len();
            self.table.prefixes.retain(|(p, l)| !(ours(*l) && prefixes.contains(p)));
            found |= self.table.prefixes.len() < size;
        }
        found
    }
}

/// First and last positions of a part of a pattern, and whether it may be empty.
#[derive(Default)]
struct Part {
    first: Vec<u32>,
    last: Vec<u32>,
    nullable: bool,
}

impl Part {
    fn single(position: u32) -> Self {
        Self { first: vec![position], last: vec![position], nullable: false }
    }
}

fn endings(last: &str, entry: &Entry) -> Vec<String> {
    if entry.ending == Ending::Inflected { inflect::forms(last, entry.language) } else { vec![last.to_owned()] }
}

/// Whether an alternative is one word, tag or handle that needs no more than a label.
fn is_plain(node: &Node) -> bool {
    matches!(
        node,
        Node::Atom(
            Atom::Word(_)
                | Atom::Inflected(_)
                | Atom::Prefix(_)
                | Atom::Tag(_)
                | Atom::TagPrefix(_)
                | Atom::TagSuffix(_)
                | Atom::Mention(_)
        )
    )
}

/// A pattern without what stands at its ends and takes no position.
struct Stripped {
    node: Node,
    line_start: bool,
    line_end: bool,
    /// A gap at the beginning is looked for backwards, from where the rest was found: it would begin at every word.
    lead: u8,
}

fn strip(node: &Node) -> Stripped {
    let Node::Sequence(items) = node else {
        return Stripped { node: node.clone(), line_start: false, line_end: false, lead: 0 };
    };
    let line_start = items.first() == Some(&Node::Atom(Atom::LineStart));
    let line_end = items.last() == Some(&Node::Atom(Atom::LineEnd));
    let inner = &items[usize::from(line_start)..items.len() - usize::from(line_end)];
    let (lead, inner) = match inner {
        [Node::Gap(words), rest @ ..] if !line_start && !rest.is_empty() => (*words, rest),
        _ => (0, inner),
    };
    Stripped { node: Node::Sequence(inner.to_vec()), line_start, line_end, lead }
}
