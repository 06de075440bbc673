//! The table as numbers and texts, for the wasm: column by column, with what repeats written once.
//!
//! A packer finds again what stands in one column and is near in it, and little else: so labels are numbered as
//! positions come to them, words stand under their labels, and positions that lead to the same ones say so.

use crate::class::Class;
use crate::codec::{Reader, Writer};
use crate::dictionary::Dictionary;
use crate::event::Event;
use crate::pattern::{Mend, Place};
use crate::table::{Around, CaseRow, Pattern, Phrase, Position, Table, label_of, unpack};

/// Before each word stands the number of bytes that the word before it drops, plus one; from `ALL` on, all.
const ALL: usize = 31;

/// What may follow a position: nothing, the next one, a new set, or one of the last sets from `OLD` on.
const NONE: u32 = 0;
const NEXT: u32 = 1;
const NEW: u32 = 2;
const OLD: u32 = 3;

const CLASSES: usize = Class::COUNT;

impl Table {
    /// Writes the table. Labels and words get other numbers; what it finds stays the same.
    pub fn write(&self, out: &mut Writer) {
        let table = self.in_order();
        out.number(table.labels);
        table.write_words(out);
        table.write_labels(out);
        table.write_phrases(out);
        table.write_events(out);
        table.write_names(out);
        table.write_positions(out);
        table.write_patterns(out);
        table.write_cases(out);
        table.write_notes(out);
    }

    /// The same table, with words sorted and labels numbered as positions come to them.
    fn in_order(&self) -> Self {
        let mut new = self.clone();
        let labels = self.label_order();
        let label = |old: u32| labels[old as usize];
        let packed = |old: u32| label(label_of(old)) << 3 | old & 7;
        let rank = self.sort_words(&mut new.words, &packed);
        for phrase in &mut new.phrases {
            phrase.words.iter_mut().for_each(|w| *w = rank[*w as usize]);
            phrase.label = packed(phrase.label);
        }
        new.phrases.sort();
        new.event_of.iter_mut().for_each(|(word, _)| *word = rank[*word as usize]);
        new.event_of.sort_unstable();
        for around in &mut new.around {
            (around.list, around.label) = (label(around.list), label(around.label));
        }
        new.lists.iter_mut().for_each(|(_, own)| *own = label(*own));
        new.prefixes.iter_mut().for_each(|(_, own)| *own = packed(*own));
        new.exact.iter_mut().for_each(|(own, _)| *own = label(*own));
        for position in &mut new.positions {
            position.label = label(position.label);
            position.follow.sort_unstable();
        }
        new
    }

    /// The new number of each label: classes keep theirs.
    fn label_order(&self) -> Vec<u32> {
        let mut new: Vec<Option<u32>> = (0..self.labels).map(|l| ((l as usize) < CLASSES).then_some(l)).collect();
        let mut next = CLASSES as u32;
        for old in self.positions.iter().map(|p| p.label).chain(0..self.labels) {
            new[old as usize].get_or_insert_with(|| {
                next += 1;
                next - 1
            });
        }
        new.into_iter().flatten().collect()
    }

    /// Fills a dictionary with the words, sorted; gives the number that each word gets.
    fn sort_words(&self, words: &mut Dictionary, packed: &impl Fn(u32) -> u32) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.sort_by_key(|&id| self.words.word(id));
        *words = Dictionary::default();
        let mut rank = vec![0; order.len()];
        for id in order {
            let word = self.words.word(id);
            let new = words.intern(word.as_bytes()[0], &word[1..]);
            let mut labels: Vec<u32> = self.words.labels(id).iter().map(|&l| packed(l)).collect();
            labels.sort_unstable();
            labels.into_iter().for_each(|label| words.add_label(new, label));
            rank[id as usize] = new;
        }
        rank
    }

    /// All words as one text.
    fn write_words(&self, out: &mut Writer) {
        let (mut all, mut before) = (String::new(), "");
        for id in 0..self.words.len() as u32 {
            let word = self.words.word(id);
            assert!(word.bytes().all(|b| b >= b' '), "a word holds a control character: {word:?}");
            let mut keep = shared(before, word);
            if before.len() - keep + 1 >= ALL {
                keep = 0;
            }
            all.push(((before.len() - keep + 1).min(ALL) as u8).into());
            all.push_str(&word[keep..]);
            before = word;
        }
        out.text(&all);
    }

    /// The words of each label; then what kind of label it is to each, in runs.
    fn write_labels(&self, out: &mut Writer) {
        let mut words_of = vec![Vec::new(); self.labels as usize];
        for id in 0..self.words.len() as u32 {
            self.words.labels(id).iter().for_each(|&packed| words_of[label_of(packed) as usize].push((id, packed & 7)));
        }
        words_of.iter().for_each(|words| out.number(words.len() as u32));
        for words in &words_of {
            words.iter().fold(0, |before, &(id, _)| {
                out.number(id - before);
                id
            });
        }
        for run in words_of.concat().chunk_by(|(_, a), (_, b)| a == b) {
            out.number(run[0].1);
            out.number(run.len() as u32);
        }
    }

    fn write_phrases(&self, out: &mut Writer) {
        out.number(self.phrases.len() as u32);
        self.phrases.iter().for_each(|p| out.number(p.words.len() as u32));
        let mut before = 0;
        self.phrases.iter().for_each(|p| out.near(p.words[0], &mut before));
        self.phrases.iter().flat_map(|p| &p.words[1..]).for_each(|&word| out.number(word));
        self.phrases.iter().for_each(|p| out.number(p.label));
    }

    fn write_events(&self, out: &mut Writer) {
        out.number(self.events.len() as u32);
        self.events.iter().for_each(|event| event.write(out));
        out.number(self.event_of.len() as u32);
        let mut before = 0;
        self.event_of.iter().for_each(|&(word, _)| out.near(word, &mut before));
        before = 0;
        self.event_of.iter().for_each(|&(_, event)| out.near(event, &mut before));
    }

    /// What is looked for by more than a whole word.
    fn write_names(&self, out: &mut Writer) {
        out.number(self.around.len() as u32);
        for around in &self.around {
            out.text(&around.before);
            out.text(&around.after);
            out.number(around.list);
            out.number(around.label);
        }
        for named in [&self.lists, &self.prefixes] {
            out.number(named.len() as u32);
            for (name, label) in named {
                out.text(name);
                out.number(*label);
            }
        }
        out.number(self.exact.len() as u32);
        for (label, typed) in &self.exact {
            out.number(*label);
            out.text(typed);
        }
    }

    /// Labels, 0 for one that is new; which are first; what may follow.
    fn write_positions(&self, out: &mut Writer) {
        out.number(self.positions.len() as u32);
        let mut fresh = CLASSES as u32;
        for position in &self.positions {
            let is_fresh = position.label == fresh;
            out.number(if is_fresh { 0 } else { position.label + 1 });
            fresh += u32::from(is_fresh);
        }
        let firsts = || (0..).zip(&self.positions).filter(|(_, p)| p.first).map(|(i, _)| i);
        out.number(firsts().count() as u32);
        firsts().fold(0, |before, i| {
            out.number(i - before);
            i
        });
        let mut sets: Vec<(u32, &[u32])> = Vec::new();
        for (i, position) in (0..).zip(&self.positions) {
            let old = sets.iter().rev().position(|(_, set)| *set == position.follow);
            out.number(match (position.follow.as_slice(), old) {
                ([], _) => NONE,
                (&[next], _) if next == i + 1 => NEXT,
                (_, Some(back)) => OLD + back as u32,
                (set, None) => {
                    sets.push((i, set));
                    NEW
                }
            });
        }
        sets.iter().for_each(|(_, set)| out.number(set.len() as u32));
        for (mut before, set) in sets {
            set.iter().for_each(|&next| out.near(next, &mut before));
        }
    }

    /// What binds each pattern; then the positions where each is complete.
    fn write_patterns(&self, out: &mut Writer) {
        out.number(self.patterns.len() as u32);
        for pattern in &self.patterns {
            let ends = u32::from(pattern.line_start) << 2 | u32::from(pattern.line_end) << 3;
            out.number(pattern.language as u32 | ends | u32::from(pattern.lead) << 4);
        }
        let mut lasts = vec![Vec::new(); self.patterns.len()];
        for (i, position) in (0..).zip(&self.positions) {
            position.accepts.iter().for_each(|&pattern| lasts[pattern as usize].push(i));
        }
        lasts.iter().for_each(|positions| out.number(positions.len() as u32));
        let mut before = 0;
        lasts.iter().flatten().for_each(|&position| out.near(position, &mut before));
    }

    /// Each case with the pattern it is looked for by; owner and pattern are near those of the case before.
    fn write_cases(&self, out: &mut Writer) {
        let mut finds = vec![0; self.cases.len()];
        for (i, pattern) in (0..).zip(&self.patterns) {
            pattern.case.into_iter().for_each(|case| finds[case as usize] = i);
        }
        out.number(self.cases.len() as u32);
        let (mut owner, mut before) = (0, 0);
        for (case, find) in self.cases.iter().zip(finds) {
            out.near(case.owner, &mut owner);
            out.near(find, &mut before);
            write_case(case, out);
        }
    }

    fn write_notes(&self, out: &mut Writer) {
        out.number(self.notes.len() as u32);
        for (key, en, fr) in &self.notes {
            [key, en, fr].into_iter().for_each(|text| out.text(text));
        }
    }
}

fn write_case(case: &CaseRow, out: &mut Writer) {
    out.number(place_number(case.place));
    out.number(case.part.map_or(0, |class| class as u32 + 1));
    out.number(case.conditions.len() as u32);
    for &(unless, place, pattern) in &case.conditions {
        out.number(u32::from(unless) | place_number(place) << 1);
        out.number(pattern);
    }
    match &case.mend {
        None => out.number(0),
        Some(mend) => write_mend(mend, out),
    }
    out.text(&case.on);
}

impl Table {
    /// Reads a table; [`Self::freeze`] makes it ready, as a compiler does that goes on from it.
    #[must_use]
    pub fn read(from: &mut Reader<'_>) -> Self {
        let mut table = Self { labels: from.number().max(CLASSES as u32), ..Self::default() };
        table.read_words(from.text());
        table.read_labels(from);
        table.read_phrases(from);
        table.read_events(from);
        table.read_names(from);
        table.read_positions(from);
        table.read_patterns(from);
        table.read_cases(from);
        for _ in 0..from.count() {
            table.notes.push((from.text().to_owned(), from.text().to_owned(), from.text().to_owned()));
        }
        table
    }

    fn read_words(&mut self, all: &str) {
        let (mut word, mut rest) = (String::new(), all);
        while let Some(&control) = rest.as_bytes().first().filter(|&&b| b < b' ') {
            let len = rest.bytes().skip(1).position(|b| b < b' ').map_or(rest.len(), |i| i + 1);
            let drop = usize::from(control.max(1)) - 1;
            word.truncate(if usize::from(control) == ALL { 0 } else { word.len().saturating_sub(drop) });
            word.push_str(&rest[1..len]);
            rest = &rest[len..];
            let sigil = word.bytes().next().unwrap_or(b' ');
            self.words.intern(sigil, word.get(1..).unwrap_or(""));
        }
    }

    fn read_labels(&mut self, from: &mut Reader<'_>) {
        let counts = from.numbers(self.labels as usize);
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (label, count) in (0..).zip(counts) {
            let mut id = 0;
            for _ in 0..count {
                id += from.number();
                pairs.push((id, label << 3));
            }
        }
        let mut rest = pairs.as_mut_slice();
        while !rest.is_empty() {
            let (kind, len) = (from.number(), from.number().max(1) as usize);
            let (run, after) = rest.split_at_mut(len.min(rest.len()));
            run.iter_mut().for_each(|(_, packed)| *packed |= kind & 7);
            rest = after;
        }
        for (id, packed) in pairs {
            if (id as usize) < self.words.len() {
                self.words.add_label(id, packed);
            }
        }
    }

    fn read_phrases(&mut self, from: &mut Reader<'_>) {
        let count = from.count();
        let lens = from.numbers(count);
        let mut first = 0;
        self.phrases = (0..count).map(|_| Phrase { words: vec![from.near(&mut first)], label: 0 }).collect();
        for (phrase, len) in self.phrases.iter_mut().zip(lens) {
            phrase.words.extend((1..len).map(|_| from.number()));
        }
        self.phrases.iter_mut().for_each(|phrase| phrase.label = from.number());
        let words = self.words.len();
        self.phrases.retain(|phrase| phrase.words.iter().all(|&word| (word as usize) < words));
    }

    fn read_events(&mut self, from: &mut Reader<'_>) {
        self.events = (0..from.count()).map(|_| Event::read(from)).collect();
        let (mut word, mut event) = (0, 0);
        self.event_of = (0..from.count()).map(|_| (from.near(&mut word), 0)).collect();
        self.event_of.iter_mut().for_each(|(_, of)| *of = from.near(&mut event));
    }

    fn read_names(&mut self, from: &mut Reader<'_>) {
        for _ in 0..from.count() {
            let (before, after) = (from.text().to_owned(), from.text().to_owned());
            self.around.push(Around { before, after, list: from.number(), label: from.number() });
        }
        for named in [&mut self.lists, &mut self.prefixes] {
            *named = (0..from.count()).map(|_| (from.text().to_owned(), from.number())).collect();
        }
        self.prefixes.retain(|(prefix, _)| prefix.len() > 1);
        self.exact = (0..from.count()).map(|_| (from.number(), from.text().to_owned())).collect();
    }

    fn read_positions(&mut self, from: &mut Reader<'_>) {
        let mut fresh = CLASSES as u32;
        self.positions = (0..from.count())
            .map(|_| {
                let label = from.number().checked_sub(1).unwrap_or(fresh);
                fresh += u32::from(label == fresh);
                Position { label, ..Position::default() }
            })
            .collect();
        self.labels = self.labels.max(fresh);
        let mut first = 0;
        for _ in 0..from.count() {
            first += from.number() as usize;
            self.positions.get_mut(first).into_iter().for_each(|position| position.first = true);
        }
        self.read_follow(from);
    }

    fn read_follow(&mut self, from: &mut Reader<'_>) {
        let codes = from.numbers(self.positions.len());
        let new = codes.iter().filter(|&&code| code == NEW).count();
        let mut lens = from.numbers(new).into_iter();
        let mut sets: Vec<Vec<u32>> = Vec::new();
        let count = codes.len() as u32;
        for (i, (position, code)) in (0..).zip(self.positions.iter_mut().zip(codes)) {
            position.follow = match code {
                NONE => Vec::new(),
                NEXT => vec![i + 1],
                NEW => {
                    let mut next = i;
                    sets.push((0..lens.next().unwrap_or(0)).map(|_| from.near(&mut next)).collect());
                    sets.last().cloned().unwrap_or_default()
                }
                back => sets.iter().rev().nth((back - OLD) as usize).cloned().unwrap_or_default(),
            };
            position.follow.retain(|&next| next < count);
        }
    }

    fn read_patterns(&mut self, from: &mut Reader<'_>) {
        for _ in 0..from.count() {
            let bits = from.number();
            let (_, language) = unpack(bits);
            let (line_start, line_end) = (bits & 4 != 0, bits & 8 != 0);
            let lead = (bits >> 4) as u8;
            self.patterns.push(Pattern { language, line_start, line_end, lead, case: None });
        }
        let mut last = 0;
        for (pattern, count) in (0..).zip(from.numbers(self.patterns.len())) {
            for _ in 0..count {
                let position = self.positions.get_mut(from.near(&mut last) as usize);
                position.into_iter().for_each(|position| position.accepts.push(pattern));
            }
        }
    }

    fn read_cases(&mut self, from: &mut Reader<'_>) {
        let (mut owner, mut find) = (0, 0);
        for index in 0..from.count() {
            let (owner, find) = (from.near(&mut owner), from.near(&mut find));
            let place = place_of(from.number());
            let part = from.number().checked_sub(1).and_then(Class::from_number);
            let conditions = (0..from.count())
                .map(|_| {
                    let bits = from.number();
                    (bits & 1 == 1, place_of(bits >> 1), from.number())
                })
                .collect();
            let mend = read_mend(from);
            self.cases.push(CaseRow { owner, place, part, conditions, mend, on: from.text().to_owned() });
            self.patterns.get_mut(find as usize).into_iter().for_each(|pattern| pattern.case = Some(index as u32));
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

/// How many bytes two words begin with alike.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Compiler, Own, list, pattern};
    use draftlens_text::{Language, Text};

    const LIST: &str = "free\nfree of charge\nfr:\ngratuit~\nbuy* | a note | une note\nanticonstitutionnellement";
    const CASES: [&str; 4] =
        ["our {offer} now", "{offer} (now|today|right away)", "exact(NASA) ...2 #{offer}", "<start> now (a|b c)? x"];
    const TEXTS: [&str; 5] = [
        "our free now, NASA told: #free",
        "Gratuits today! Free of charge right away. our buying now",
        "now b c x",
        "NASA a #free nasa a #free",
        "anticonstitutionnellement today",
    ];

    fn table() -> Table {
        let mut compiler = Compiler::new(Table::default());
        compiler.add_list("offer", list::parse(LIST).unwrap());
        for (owner, text) in (0..).zip(CASES) {
            let case = pattern::parse_find(text, 1).unwrap_or_else(|m| panic!("{text}: {m}"));
            compiler.add_case(owner, &case, Language::Unknown).unwrap();
        }
        compiler.finish()
    }

    fn bytes(table: &Table) -> Vec<u8> {
        let mut out = Writer::default();
        table.write(&mut out);
        out.finish()
    }

    fn found(table: &Table) -> Vec<(u32, u32, u32)> {
        let own = Own::default();
        let texts: Vec<Text> = TEXTS.iter().map(|text| Text::parse(text)).collect();
        let hits = texts.iter().flat_map(|text| table.run(text, &own).hits(None));
        hits.map(|h| (h.owner, h.start, h.end)).collect()
    }

    #[test]
    fn a_table_that_was_written_finds_the_same_and_is_written_alike() {
        let table = table();
        let written = bytes(&table);
        let mut read = Table::read(&mut Reader::new(&written));
        read.freeze();
        assert_eq!(found(&read), found(&table));
        let owners: Vec<u32> = found(&read).iter().map(|hit| hit.0).collect();
        assert!((0..4).all(|owner| owners.contains(&owner)), "a case that finds nothing proves nothing: {owners:?}");
        assert_eq!((read.size(), &read.notes), (table.size(), &table.notes));
        assert_eq!(bytes(&read), written);
    }

    #[test]
    fn bytes_that_end_too_soon_give_a_poorer_table_and_no_panic() {
        let written = bytes(&table());
        for len in 0..written.len() {
            let mut read = Table::read(&mut Reader::new(&written[..len]));
            read.freeze();
            found(&read);
        }
    }
}
