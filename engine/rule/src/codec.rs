//! The table as bytes, for the wasm: variable-length numbers and front-coded words.
//!
//! What is read back was written by the build script of the same crate; still, bytes that end too soon
//! give an empty rest, never a panic.

use crate::class::Class;
use crate::event::Event;
use crate::pattern::{Mend, Place};
use crate::table::{Around, CaseRow, Pattern, Phrase, Position, Table};

/// Writes numbers and texts.
#[derive(Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// The bytes written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// A number, in 7 bits a byte.
    pub fn number(&mut self, mut n: u32) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    /// A text, with its length.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Rising numbers, as differences.
    fn rising(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u32);
        let mut before = 0;
        for &n in numbers {
            self.number(zigzag(n.wrapping_sub(before) as i32));
            before = n;
        }
    }
}

/// Reads what [`Writer`] wrote.
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads from the start.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The next number; 0 past the end.
    pub fn number(&mut self) -> u32 {
        let (mut n, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            n |= u32::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 || shift > 28 {
                break;
            }
        }
        n
    }

    /// The next text; empty past the end.
    pub fn text(&mut self) -> &'a str {
        let len = (self.number() as usize).min(self.bytes.len());
        let (text, rest) = self.bytes.split_at(len);
        self.bytes = rest;
        std::str::from_utf8(text).unwrap_or("")
    }

    fn rising(&mut self) -> Vec<u32> {
        let mut before = 0u32;
        (0..self.number())
            .map(|_| {
                before = before.wrapping_add(unzigzag(self.number()) as u32);
                before
            })
            .collect()
    }
}

fn zigzag(n: i32) -> u32 {
    ((n << 1) ^ (n >> 31)) as u32
}

fn unzigzag(n: u32) -> i32 {
    (n >> 1) as i32 ^ -((n & 1) as i32)
}

impl Table {
    /// Writes the table.
    pub fn write(&self, out: &mut Writer) {
        out.number(self.labels);
        let rank = self.write_words(out);
        out.number(self.events.len() as u32);
        self.events.iter().for_each(|event| event.write(out));
        let mut named: Vec<(u32, u32)> = self.event_of.iter().map(|&(w, e)| (rank[w as usize], e)).collect();
        named.sort_unstable();
        let (words, events): (Vec<u32>, Vec<u32>) = named.into_iter().unzip();
        out.rising(&words);
        out.rising(&events);
        out.number(self.around.len() as u32);
        for around in &self.around {
            out.text(&around.before);
            out.text(&around.after);
            out.number(around.list);
            out.number(around.label);
        }
        out.number(self.lists.len() as u32);
        for (name, label) in &self.lists {
            out.text(name);
            out.number(*label);
        }
        out.number(self.prefixes.len() as u32);
        for (prefix, packed) in &self.prefixes {
            out.text(prefix);
            out.number(*packed);
        }
        out.number(self.exact.len() as u32);
        for (label, typed) in &self.exact {
            out.number(*label);
            out.text(typed);
        }
        self.write_machine(out);
        out.number(self.notes.len() as u32);
        for (key, en, fr) in &self.notes {
            out.text(key);
            out.text(en);
            out.text(fr);
        }
    }

    /// Words sorted, each as what it shares with the one before and the rest; phrases by their sorted numbers.
    /// Gives the number that each word gets.
    fn write_words(&self, out: &mut Writer) -> Vec<u32> {
        let order = self.sorted_words();
        let mut rank = vec![0; order.len()];
        out.number(order.len() as u32);
        let mut before = "";
        for (i, &id) in order.iter().enumerate() {
            rank[id as usize] = i as u32;
            let word = self.words.word(id);
            let shared = shared(before, word);
            out.number(shared as u32);
            out.text(&word[shared..]);
            before = word;
        }
        for &id in &order {
            let labels = self.words.labels(id);
            out.rising(labels);
        }
        let mut phrases: Vec<Phrase> = self
            .phrases
            .iter()
            .map(|p| Phrase { words: p.words.iter().map(|&w| rank[w as usize]).collect(), label: p.label })
            .collect();
        phrases.sort();
        out.number(phrases.len() as u32);
        for phrase in &phrases {
            out.rising(&phrase.words);
            out.number(phrase.label);
        }
        rank
    }

    fn sorted_words(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.sort_by(|&a, &b| self.words.word(a).cmp(self.words.word(b)));
        order
    }

    fn write_machine(&self, out: &mut Writer) {
        out.number(self.positions.len() as u32);
        for (i, position) in self.positions.iter().enumerate() {
            out.number(position.label);
            out.rising(&position.accepts);
            let mut relative: Vec<u32> = position.follow.iter().map(|&f| f.wrapping_sub(i as u32)).collect();
            relative.sort_unstable();
            out.rising(&relative);
        }
        out.number(self.patterns.len() as u32);
        for pattern in &self.patterns {
            out.number(pattern.language as u32 | u32::from(pattern.line_start) << 2 | u32::from(pattern.line_end) << 3);
            out.number(pattern.case.map_or(0, |c| c + 1));
            out.rising(&pattern.first);
        }
        out.number(self.cases.len() as u32);
        for case in &self.cases {
            out.number(case.owner);
            out.number(case.find);
            out.number(place_number(case.place));
            out.number(case.part.map_or(0, |class| class as u32 + 1));
            out.number(case.conditions.len() as u32);
            for &(unless, place, pattern) in &case.conditions {
                out.number(u32::from(unless));
                out.number(place_number(place));
                out.number(pattern);
            }
            match &case.mend {
                None => out.number(0),
                Some(mend) => write_mend(mend, out),
            }
            out.text(&case.on);
        }
    }

    /// Reads a table and makes it ready.
    #[must_use]
    pub fn read(from: &mut Reader<'_>) -> Self {
        let mut table = Self { labels: from.number(), ..Self::default() };
        table.read_words(from);
        table.read_events(from);
        for _ in 0..from.number() {
            let name = from.text().to_owned();
            table.lists.push((name, from.number()));
        }
        for _ in 0..from.number() {
            let prefix = from.text().to_owned();
            table.prefixes.push((prefix, from.number()));
        }
        for _ in 0..from.number() {
            let label = from.number();
            table.exact.push((label, from.text().to_owned()));
        }
        table.read_machine(from);
        for _ in 0..from.number() {
            table.notes.push((from.text().to_owned(), from.text().to_owned(), from.text().to_owned()));
        }
        table.freeze();
        table
    }

    fn read_words(&mut self, from: &mut Reader<'_>) {
        let count = from.number();
        let mut word = String::new();
        for _ in 0..count {
            let keep = (from.number() as usize).min(word.len());
            word.truncate(keep);
            word.push_str(from.text());
            let sigil = word.bytes().next().unwrap_or(b' ');
            self.words.intern(sigil, word.get(1..).unwrap_or(""));
        }
        for id in 0..self.words.len() as u32 {
            for label in from.rising() {
                self.words.add_label(id, label);
            }
        }
        for _ in 0..from.number() {
            let words = from.rising();
            self.phrases.push(Phrase { words, label: from.number() });
        }
    }

    fn read_events(&mut self, from: &mut Reader<'_>) {
        self.events = (0..from.number()).map(|_| Event::read(from)).collect();
        let (words, events) = (from.rising(), from.rising());
        self.event_of = words.into_iter().zip(events).collect();
        for _ in 0..from.number() {
            let (before, after) = (from.text().to_owned(), from.text().to_owned());
            self.around.push(Around { before, after, list: from.number(), label: from.number() });
        }
    }

    fn read_machine(&mut self, from: &mut Reader<'_>) {
        for i in 0..from.number() {
            let label = from.number();
            let accepts = from.rising();
            let follow = from.rising().into_iter().map(|f| f.wrapping_add(i)).collect();
            self.positions.push(Position { label, follow, accepts });
        }
        for _ in 0..from.number() {
            let bits = from.number();
            let case = from.number().checked_sub(1);
            let (_, language) = crate::table::unpack(bits);
            self.patterns.push(Pattern {
                first: from.rising(),
                language,
                line_start: bits & 4 != 0,
                line_end: bits & 8 != 0,
                case,
            });
        }
        for _ in 0..from.number() {
            let (owner, find, place) = (from.number(), from.number(), place_of(from.number()));
            let part = from.number().checked_sub(1).and_then(Class::from_number);
            let conditions =
                (0..from.number()).map(|_| (from.number() == 1, place_of(from.number()), from.number())).collect();
            let mend = read_mend(from);
            self.cases.push(CaseRow { owner, find, place, part, conditions, mend, on: from.text().to_owned() });
        }
    }
}

fn write_mend(mend: &Mend, out: &mut Writer) {
    let (kind, text) = match mend {
        Mend::Replace(text) => (1, text),
        Mend::Begin(text) => (2, text),
        Mend::Move(text) => (3, text),
        Mend::End(text) => (4, text),
    };
    out.number(kind);
    out.text(text);
}

fn read_mend(from: &mut Reader<'_>) -> Option<Mend> {
    let mend = match from.number() {
        1 => Mend::Replace,
        2 => Mend::Begin,
        3 => Mend::Move,
        4 => Mend::End,
        _ => return None,
    };
    Some(mend(from.text().to_owned()))
}

fn shared(a: &str, b: &str) -> usize {
    let mut n = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    while !b.is_char_boundary(n) || !a.is_char_boundary(n) {
        n -= 1;
    }
    n
}

fn place_number(place: Place) -> u32 {
    match place {
        Place::Anywhere => 0,
        Place::First => 1,
        Place::BeforeFold => 2,
        Place::AfterFold => 3,
        Place::Sentence => 4,
        Place::Near(n) => 5 + u32::from(n),
    }
}

fn place_of(number: u32) -> Place {
    match number {
        0 => Place::Anywhere,
        1 => Place::First,
        2 => Place::BeforeFold,
        3 => Place::AfterFold,
        4 => Place::Sentence,
        n => Place::Near((n - 5).min(255) as u8),
    }
}
