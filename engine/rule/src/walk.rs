//! The walk: once over the tokens, from position to position of the table.

use draftlens_text::{Kind, Token};

use crate::class::{self, Class};
use crate::list::MAX_WORDS;
use crate::reading::Reading;
use crate::table::{Table, class_label, condition, is_spoken, label_of, situation, speaks, spoken};

/// Slots for matches that end later: the longest thing is a phrase or a number with its currency.
const SLOTS: usize = MAX_WORDS + 2;

/// Up to so many, the ways a token was reached are looked through one by one.
const FEW: usize = 96;
/// Words of the mask that tells of most positions that they have not been reached.
const MASK: usize = 16;

/// From so many on, the positions that may follow are looked up by label instead of tried in turn.
const MANY: usize = 8;

/// Where a pattern was found: tokens `start..end` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) pattern: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Table {
    /// Finds the patterns of cases, or with `wanted` those of conditions that are marked there. The cost grows
    /// with the text: a token meets each position once at most.
    pub(crate) fn walk(&self, reading: &Reading<'_>, wanted: Option<&[bool]>) -> Vec<Found> {
        let asked = wanted.unwrap_or_default().iter().enumerate().filter(|(_, asked)| **asked);
        let mut walk = Walk {
            table: self,
            reading,
            wanted,
            pending: std::array::from_fn(|_| Ways { list: Vec::with_capacity(16), ..Ways::default() }),
            reached: Vec::new(),
            found: Vec::with_capacity(32),
            here: Here {
                situation: asked.fold(0, |all, (pattern, _)| all | condition(pattern)),
                more: &[],
                bits: vec![0; self.labels as usize / 64 + 1],
                first: Vec::with_capacity(16),
            },
            begins: true,
        };
        for i in 0..reading.text.tokens().len() {
            walk.step(i);
        }
        walk.found
    }
}

struct Walk<'a> {
    table: &'a Table,
    reading: &'a Reading<'a>,
    wanted: Option<&'a [bool]>,
    /// By the last token that they have read, modulo `SLOTS`.
    pending: [Ways; SLOTS],
    /// The last token, plus one, that each position was reached at. Only made when a token is reached
    /// in more ways than one can look through: most texts never do, and clearing it would cost them.
    reached: Vec<u32>,
    found: Vec<Found>,
    here: Here<'a>,
    /// Whether only marks and emoji were seen so far.
    begins: bool,
}

/// The ways that lead over one token.
#[derive(Default)]
struct Ways {
    /// Positions reached, with the token each match began at.
    list: Vec<(u32, u32)>,
    /// The positions, by their last bits: one whose bit is not set has not been reached.
    mask: [u64; MASK],
}

impl Ways {
    fn push(&mut self, position: u32, start: u32) {
        self.list.push((position, start));
        self.mask[position as usize / 64 % MASK] |= 1 << (position % 64);
    }

    fn has(&self, position: u32) -> bool {
        let may_be = self.mask[position as usize / 64 % MASK] >> (position % 64) & 1 == 1;
        may_be && self.list.iter().any(|&(p, _)| p == position)
    }

    fn clear(&mut self) {
        self.list.clear();
        self.mask = [0; MASK];
    }
}

/// What begins at the current token.
struct Here<'a> {
    /// When a pattern must begin to be looked for: the situation, or what conditions are wanted.
    situation: u32,
    /// What it may be beside what its word says: labels, and how many tokens each takes.
    more: &'a [(u32, u32)],
    /// The labels that it has by itself, as bits; only where a match may go on.
    bits: Vec<u64>,
    /// Labels that a pattern may begin with, and how many tokens each takes.
    first: Vec<(u32, u32)>,
}

impl Here<'_> {
    /// Whether the token has a label by itself.
    fn has(&self, label: u32) -> bool {
        self.bits[label as usize / 64] >> (label % 64) & 1 == 1
    }
}

fn set(bits: &mut [u64], label: u32) {
    bits[label as usize / 64] |= 1 << (label % 64);
}

impl<'a> Walk<'a> {
    fn step(&mut self, i: usize) {
        if self.wanted.is_none() {
            let line = i == 0 || self.token(i - 1).kind == Kind::Break;
            self.here.situation = situation(self.reading.language(i), line, self.begins);
        }
        self.here.first.clear();
        let goes_on = i > 0 && !self.pending[(i - 1) % SLOTS].list.is_empty();
        if goes_on {
            self.here.bits.fill(0);
        }
        self.here.more = self.reading.more(i);
        self.see_word(i, goes_on);
        if goes_on {
            self.go_on(i);
        }
        self.begin(i);
        self.begins &= !class::is_any(self.token(i));
    }

    fn token(&self, i: usize) -> &'a Token {
        &self.reading.text.tokens()[i]
    }

    /// Reads what the word of token `i` may be.
    fn see_word(&mut self, i: usize, goes_on: bool) {
        let (table, reading, here) = (self.table, self.reading, &mut self.here);
        let (word, spoken) = (reading.words[i], spoken(reading.language(i)));
        let holds = |packed: u32| is_spoken(packed, spoken) || table.is_as_typed(packed, spoken, reading, i);
        for &packed in table.words.first_labels(word) {
            if table.opens[label_of(packed) as usize] & here.situation != 0 && holds(packed) {
                here.first.push((label_of(packed), 1));
            }
        }
        if goes_on {
            let bits = here.bits.as_mut_slice();
            for &packed in table.words.labels(word) {
                if holds(packed) {
                    set(bits, label_of(packed));
                }
            }
        }
    }

    /// Takes the matches that have read token `i - 1` over token `i`.
    fn go_on(&mut self, i: usize) {
        let new_sentence = self.token(i).sentence != self.token(i - 1).sentence;
        for &(label, len) in self.here.more {
            // No gap reaches into the next sentence.
            if len == 1 && !(new_sentence && is_gap(label)) {
                set(&mut self.here.bits, label);
            }
        }
        let mut before = std::mem::take(&mut self.pending[(i - 1) % SLOTS]);
        let table = self.table;
        let count = table.words.labels(self.reading.words[i]).len() + self.here.more.len();
        let longer = self.here.more.iter().any(|(_, len)| *len > 1);
        for &(position, start) in &before.list {
            let follow = &table.positions[position as usize].follow;
            if follow.len() > MANY.max(4 * count) {
                self.look_up(follow, start, i);
            } else {
                self.try_each(follow, start, i);
            }
            if longer {
                self.try_longer(follow, start, i);
            }
        }
        before.clear();
        self.pending[(i - 1) % SLOTS] = before;
    }

    fn try_each(&mut self, follow: &[u32], start: u32, i: usize) {
        for &next in follow {
            if self.here.has(self.table.positions[next as usize].label) {
                self.reach(next, start, i, 1);
            }
        }
    }

    /// Where many positions may follow, asks only for those that what is seen can reach.
    fn look_up(&mut self, follow: &[u32], start: u32, i: usize) {
        for &packed in self.table.words.labels(self.reading.words[i]) {
            self.try_label(follow, label_of(packed), start, i);
        }
        for &(label, _) in self.here.more {
            self.try_label(follow, label, start, i);
        }
    }

    fn try_label(&mut self, follow: &[u32], label: u32, start: u32, i: usize) {
        if self.here.has(label) {
            self.try_each(self.table.with_label(follow, label), start, i);
        }
    }

    fn try_longer(&mut self, follow: &[u32], start: u32, i: usize) {
        let table = self.table;
        for &(label, len) in self.here.more.iter().filter(|(_, len)| *len > 1) {
            table.with_label(follow, label).iter().for_each(|&next| self.reach(next, start, i, len));
        }
    }

    /// Begins the patterns that may begin with token `i`.
    fn begin(&mut self, i: usize) {
        let (table, situation) = (self.table, self.here.situation);
        let opens = |&&(label, _): &&(u32, u32)| table.opens[label as usize] & situation != 0;
        self.here.first.extend(self.here.more.iter().filter(opens));
        for k in 0..self.here.first.len() {
            let (label, len) = self.here.first[k];
            for &(position, leads) in &table.firsts[label as usize] {
                if leads & situation != 0 {
                    self.reach(position, i as u32, i, len);
                }
            }
        }
    }

    /// A match that began at token `start` has read `len` tokens from token `i` on, up to `position`.
    fn reach(&mut self, position: u32, start: u32, i: usize, len: u32) {
        let last = i + len as usize - 1;
        if self.is_reached(position, last) {
            return;
        }
        let table = self.table;
        let row = &table.positions[position as usize];
        for &pattern in &row.accepts {
            self.accept(pattern, start, last as u32 + 1);
        }
        if !row.follow.is_empty() {
            let ways = &mut self.pending[last % SLOTS];
            ways.push(position, start);
            if ways.list.len() == FEW {
                self.reached.resize(table.positions.len(), 0);
                ways.list.iter().for_each(|&(p, _)| self.reached[p as usize] = last as u32 + 1);
            }
        }
    }

    /// Whether `position` has been reached at token `last` before: a second way there adds nothing.
    fn is_reached(&mut self, position: u32, last: usize) -> bool {
        let ways = &self.pending[last % SLOTS];
        if ways.list.len() < FEW {
            return ways.has(position);
        }
        let stamp = last as u32 + 1;
        std::mem::replace(&mut self.reached[position as usize], stamp) == stamp
    }

    fn accept(&mut self, index: u32, start: u32, end: u32) {
        let pattern = &self.table.patterns[index as usize];
        let asked = self.wanted.map_or(pattern.case.is_some(), |wanted| wanted[index as usize]);
        let is_break = |t: &Token| t.kind == Kind::Break;
        let tokens = self.reading.text.tokens();
        let starts = !pattern.line_start || start == 0 || is_break(&tokens[start as usize - 1]);
        let ends = !pattern.line_end || tokens.get(end as usize).is_none_or(is_break);
        if asked && starts && ends && speaks(pattern.language, self.reading.language(start as usize)) {
            let start = self.lead(start, pattern.lead);
            self.found.push(Found { pattern: index, start, end });
        }
    }

    /// The first of up to so many words before token `start`, with the marks that a gap passes over.
    fn lead(&self, start: u32, words: u8) -> u32 {
        let (text, mut words, mut start) = (self.reading.text, words, start as usize);
        if words == 0 {
            return start as u32;
        }
        while let Some(before) = start.checked_sub(1).map(|i| &text.tokens()[i]) {
            if class::is_any(before) && words > 0 {
                words -= 1;
            } else if !class::is_soft(text, before) {
                break;
            }
            start -= 1;
        }
        start as u32
    }
}

fn is_gap(label: u32) -> bool {
    label == class_label(Class::Any) || label == class_label(Class::Soft)
}

impl Table {
    /// Those of the positions that may follow, sorted by label, that have a label.
    fn with_label<'f>(&self, follow: &'f [u32], label: u32) -> &'f [u32] {
        let label_of = |next: u32| self.positions[next as usize].label;
        let from = follow.partition_point(|&next| label_of(next) < label);
        let len = follow[from..].iter().take_while(|&&next| label_of(next) == label).count();
        &follow[from..from + len]
    }
}
