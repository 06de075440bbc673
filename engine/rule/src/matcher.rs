//! The matcher: one walk over the tokens finds every pattern of the table.

use draftlens_text::{Kind, Language, Text, Token, order};

use crate::Own;
use crate::class::{self, Class};
use crate::list::MAX_WORDS;
use crate::pattern::{Mend, Place};
use crate::table::{AS_TYPED, CaseRow, MENTION, TAG, Table, WORD, class_label, pack, prefix_slot, speaks, unpack};

/// Slots for matches that end later: the longest thing is a phrase or a number with its currency.
const SLOTS: usize = MAX_WORDS + 2;

/// Up to so many, the ways a token was reached are looked through one by one.
const FEW: usize = 24;

/// From so many on, the positions that may follow are looked up by label instead of tried in turn.
const MANY: usize = 8;

/// Where a pattern was found: tokens `start..end` of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    pattern: u32,
    start: u32,
    end: u32,
}

/// A case that holds, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'t> {
    /// Whose case it is, as given to the compiler.
    pub owner: u32,
    /// Number of the case in the table.
    pub case: u32,
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// The edit that mends it.
    pub mend: Option<&'t Mend>,
    /// Ids of the networks it is for, with spaces between; all when empty.
    pub on: &'t str,
}

/// All that was found in one text, before conditions are weighed.
pub struct Matches<'a> {
    table: &'a Table,
    text: &'a Text,
    own: &'a Own,
    found: Vec<Found>,
}

impl Table {
    /// Walks over the text once. The cost grows with the text: a token meets each position once at most.
    #[must_use]
    pub fn run<'a>(&'a self, text: &'a Text, own: &'a Own) -> Matches<'a> {
        let mut walk = Walk {
            table: self,
            text,
            pending: std::array::from_fn(|_| Vec::new()),
            reached: Vec::new(),
            found: Vec::with_capacity(64),
            seen: Vec::with_capacity(32),
            lens: vec![0; self.labels as usize],
        };
        for i in 0..text.tokens().len() {
            walk.see(i, own);
            walk.step(i);
        }
        let mut found = walk.found;
        self.keep_wanted(&mut found);
        order::sort(&mut found);
        keep_longest(&mut found);
        Matches { table: self, text, own, found }
    }
}

impl Table {
    /// Drops the places of conditions that no case found asks about: most of what was found, and sorting costs.
    fn keep_wanted(&self, found: &mut Vec<Found>) {
        let mut wanted = vec![false; self.patterns.len()];
        for place in &*found {
            if let Some(case) = self.patterns[place.pattern as usize].case {
                wanted[place.pattern as usize] = true;
                self.cases[case as usize].conditions.iter().for_each(|&(_, _, p)| wanted[p as usize] = true);
            }
        }
        found.retain(|place| wanted[place.pattern as usize]);
    }
}

impl<'a> Matches<'a> {
    /// The cases that hold. `fold` is the token where a network folds the text, when it does.
    #[must_use]
    pub fn hits(&self, fold: Option<u32>) -> Vec<Hit<'a>> {
        let mut hits = Vec::new();
        for found in &self.found {
            let Some(index) = self.table.patterns[found.pattern as usize].case else { continue };
            let case = &self.table.cases[index as usize];
            if self.holds(case, found, fold) {
                let (start, end) = self.part(case, found);
                hits.push(Hit { owner: case.owner, case: index, start, end, mend: case.mend.as_ref(), on: &case.on });
            }
        }
        hits
    }

    /// Whether any case that was found looks at the fold: then `hits` differs by network.
    #[must_use]
    pub fn fold_matters(&self) -> bool {
        self.found.iter().any(|f| {
            self.table.patterns[f.pattern as usize].case.is_some_and(|c| self.table.cases[c as usize].sees_fold())
        })
    }

    /// The tokens that are flagged: the part that the case names, or all.
    fn part(&self, case: &CaseRow, found: &Found) -> (u32, u32) {
        let mut tokens = found.start..found.end;
        let part = case.part.and_then(|class| {
            tokens.find(|&i| class.is(&self.text.tokens()[i as usize], self.text, self.own)).map(|i| (i, i + 1))
        });
        part.unwrap_or((found.start, found.end))
    }

    fn holds(&self, case: &CaseRow, found: &Found, fold: Option<u32>) -> bool {
        self.stands(case.place, found, found, fold)
            && case.conditions.iter().all(|&(unless, place, pattern)| {
                let there = self.candidates(place, pattern, found);
                there.iter().any(|other| self.stands(place, other, found, fold)) != unless
            })
    }

    /// Of the places of a pattern, those that can decide: the first, the last, or the neighbours of what
    /// was found. Looking at all of them would cost the square of a hostile text.
    fn candidates(&self, place: Place, pattern: u32, here: &Found) -> &[Found] {
        let all = self.of(pattern);
        match place {
            Place::Anywhere | Place::First | Place::BeforeFold => &all[..all.len().min(1)],
            Place::AfterFold => &all[all.len().saturating_sub(1)..],
            Place::Sentence | Place::Near(_) => {
                let after = all.partition_point(|f| f.start < here.start);
                &all[after.saturating_sub(1)..all.len().min(after + 1)]
            }
        }
    }

    /// Whether `there` stands in `place`, as seen from `here`.
    fn stands(&self, place: Place, there: &Found, here: &Found, fold: Option<u32>) -> bool {
        let tokens = self.text.tokens();
        match place {
            Place::Anywhere => true,
            Place::First => {
                tokens[..there.start as usize].iter().all(|t| matches!(t.kind, Kind::Mark | Kind::Break | Kind::Emoji))
            }
            Place::BeforeFold => fold.is_none_or(|f| there.end <= f),
            Place::AfterFold => fold.is_some_and(|f| there.end > f),
            Place::Sentence => tokens[there.start as usize].sentence == tokens[here.start as usize].sentence,
            Place::Near(words) => self.are_near(there, here, usize::from(words)),
        }
    }

    /// Whether at most so many words are between two places.
    fn are_near(&self, a: &Found, b: &Found, words: usize) -> bool {
        let (from, to) = if a.start < b.start { (a.end, b.start) } else { (b.end, a.start) };
        let between = self.text.tokens().get(from as usize..to as usize).unwrap_or(&[]);
        let is_word = |t: &&Token| !matches!(t.kind, Kind::Mark | Kind::Break | Kind::Emoji);
        between.iter().filter(is_word).take(words + 1).count() <= words
    }

    fn of(&self, pattern: u32) -> &[Found] {
        let start = self.found.partition_point(|f| f.pattern < pattern);
        let len = self.found[start..].partition_point(|f| f.pattern == pattern);
        &self.found[start..start + len]
    }
}

impl CaseRow {
    fn sees_fold(&self) -> bool {
        let looks = |p: Place| matches!(p, Place::BeforeFold | Place::AfterFold);
        looks(self.place) || self.conditions.iter().any(|&(_, place, _)| looks(place))
    }
}

/// Of the places of one pattern that overlap, keeps the first and longest.
fn keep_longest(found: &mut Vec<Found>) {
    let mut kept = 0;
    for i in 0..found.len() {
        let next = found[i];
        if kept > 0 && found[kept - 1].pattern == next.pattern && next.start < found[kept - 1].end {
            if next.start == found[kept - 1].start {
                found[kept - 1].end = next.end.max(found[kept - 1].end);
            }
            continue;
        }
        found[kept] = next;
        kept += 1;
    }
    found.truncate(kept);
}

struct Walk<'a> {
    table: &'a Table,
    text: &'a Text,
    /// Positions reached, with the token each match began at, by the token they have read (modulo `SLOTS`).
    pending: [Vec<(u32, u32)>; SLOTS],
    /// The last token, plus one, that each position was reached at. Only made when a token is reached
    /// in more ways than one can look through: most texts never do, and clearing it would cost them.
    reached: Vec<u32>,
    found: Vec<Found>,
    /// What begins at the current token: label and number of tokens.
    seen: Vec<(u32, u32)>,
    /// By label, the lengths in `seen` as bits: bit `n` for `n` tokens.
    lens: Vec<u16>,
}

impl Walk<'_> {
    /// Collects what token `i` may be.
    fn see(&mut self, i: usize, own: &Own) {
        self.seen.clear();
        let (table, text) = (self.table, self.text);
        let token = &text.tokens()[i];
        let seen = &mut self.seen;
        class::each(text, i, own, |class, len| seen.push((class_label(class), len as u32)));
        let sigil = match token.kind {
            Kind::Word | Kind::Number | Kind::Mark | Kind::Emoji => WORD,
            Kind::Hashtag => TAG,
            Kind::Mention => MENTION,
            Kind::Link | Kind::Email | Kind::Cashtag | Kind::Break => return,
        };
        let word = text.folded(token);
        let sentence = text.sentences()[token.sentence as usize].language;
        let mut push = |packed: u32, len: usize| {
            let (label, language) = unpack(packed);
            if speaks(language, sentence) {
                seen.push((label, len as u32));
            }
        };
        if let Some(id) = table.words.find(sigil, word) {
            for &packed in table.words.labels(id) {
                if packed & AS_TYPED == 0 || table.is_typed(packed, text.typed(token)) {
                    push(packed, 1);
                }
            }
            if sigil == WORD {
                table.each_phrase(text, i, id, &mut push);
            }
        }
        table.each_prefix(sigil, word, |packed| push(packed, 1));
        if sigil == TAG {
            table.each_tag_end(word, |packed| push(packed, 1));
            table.each_around(word, |label| push(pack(label, Language::Unknown), 1));
        }
    }

    fn step(&mut self, i: usize) {
        for k in 0..self.seen.len() {
            let (label, len) = self.seen[k];
            self.lens[label as usize] |= 1 << len;
        }
        if i > 0 {
            self.go_on(i);
        }
        for k in 0..self.seen.len() {
            let (label, len) = self.seen[k];
            for &position in &self.table.firsts[label as usize] {
                self.reach(position, i as u32, i, len);
            }
        }
        for &(label, _) in &self.seen {
            self.lens[label as usize] = 0;
        }
    }

    /// Takes the matches that have read token `i - 1` over token `i`.
    fn go_on(&mut self, i: usize) {
        let mut before = std::mem::take(&mut self.pending[(i - 1) % SLOTS]);
        let tokens = self.text.tokens();
        let new_sentence = tokens[i].sentence != tokens[i - 1].sentence;
        let table = self.table;
        for &(position, start) in &before {
            let follow = &table.positions[position as usize].follow;
            if follow.len() > MANY.max(4 * self.seen.len()) {
                self.look_up(follow, start, i, new_sentence);
            } else {
                for &next in follow {
                    self.try_one(next, start, i, new_sentence);
                }
            }
        }
        before.clear();
        self.pending[(i - 1) % SLOTS] = before;
    }

    /// Where many positions may follow, asks only for those that what is seen can reach.
    fn look_up(&mut self, follow: &[u32], start: u32, i: usize, new_sentence: bool) {
        let table = self.table;
        let label_of = |next: u32| table.positions[next as usize].label;
        for k in 0..self.seen.len() {
            let (label, _) = self.seen[k];
            let from = follow.partition_point(|&next| label_of(next) < label);
            for &next in follow[from..].iter().take_while(|&&next| label_of(next) == label) {
                self.try_one(next, start, i, new_sentence);
            }
        }
    }

    fn try_one(&mut self, next: u32, start: u32, i: usize, new_sentence: bool) {
        let label = self.table.positions[next as usize].label;
        let mut lens = self.lens[label as usize];
        if lens == 0 || (new_sentence && is_gap(label)) {
            return;
        }
        while lens != 0 {
            self.reach(next, start, i, lens.trailing_zeros());
            lens &= lens - 1;
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
            self.pending[last % SLOTS].push((position, start));
        }
    }

    /// Whether `position` has been reached at token `last` before: a second way there adds nothing.
    fn is_reached(&mut self, position: u32, last: usize) -> bool {
        let there = &self.pending[last % SLOTS];
        if there.len() < FEW {
            return there.iter().any(|(p, _)| *p == position);
        }
        let stamp = last as u32 + 1;
        if there.len() == FEW {
            self.reached.resize(self.table.positions.len(), 0);
            for (p, _) in there {
                self.reached[*p as usize] = stamp;
            }
        }
        std::mem::replace(&mut self.reached[position as usize], stamp) == stamp
    }

    fn accept(&mut self, index: u32, start: u32, end: u32) {
        let pattern = &self.table.patterns[index as usize];
        let tokens = self.text.tokens();
        let sentence = self.text.sentences()[tokens[start as usize].sentence as usize].language;
        let is_break = |t: &Token| t.kind == Kind::Break;
        let starts = !pattern.line_start || start == 0 || is_break(&tokens[start as usize - 1]);
        let ends = !pattern.line_end || tokens.get(end as usize).is_none_or(is_break);
        if starts && ends && speaks(pattern.language, sentence) {
            self.found.push(Found { pattern: index, start, end });
        }
    }
}

fn is_gap(label: u32) -> bool {
    label == class_label(Class::Any) || label == class_label(Class::Soft)
}

impl Table {
    /// False for a label that asks for another spelling than the typed one.
    fn is_typed(&self, packed: u32, typed: &str) -> bool {
        let (label, _) = unpack(packed);
        self.exact.iter().find(|(l, _)| *l == label).is_some_and(|(_, word)| word == typed)
    }

    fn each_phrase(&self, text: &Text, i: usize, first: u32, push: &mut impl FnMut(u32, usize)) {
        let from = self.phrase_of[first as usize];
        if from == 0 {
            return;
        }
        for phrase in self.phrases[from as usize - 1..].iter().take_while(|p| p.words[0] == first) {
            let rest = &phrase.words[1..];
            let there = rest.iter().enumerate().all(|(k, &word)| {
                text.tokens().get(i + 1 + k).is_some_and(|t| {
                    matches!(t.kind, Kind::Word | Kind::Number | Kind::Mark)
                        && &self.words.word(word)[1..] == text.folded(t)
                })
            });
            if there {
                push(phrase.label, phrase.words.len());
            }
        }
    }

    /// There are a handful of these, and few hashtags: each is tried.
    fn each_tag_end(&self, tag: &str, mut found: impl FnMut(u32)) {
        for (end, packed) in &self.prefixes[self.tag_ends as usize..] {
            if tag.len() >= end.len() && tag.ends_with(&end[1..]) {
                found(*packed);
            }
        }
    }

    fn each_around(&self, word: &str, mut found: impl FnMut(u32)) {
        for around in &self.around {
            let inner = word.strip_suffix(around.after.as_str()).and_then(|w| w.strip_prefix(around.before.as_str()));
            if inner.is_some_and(|inner| !inner.is_empty() && self.is_tag_of(inner, around.list)) {
                found(around.label);
            }
        }
    }

    fn each_prefix(&self, sigil: u8, word: &str, mut found: impl FnMut(u32)) {
        let byte = word.as_bytes().first().copied().unwrap_or(0);
        let from = self.prefix_of[prefix_slot(sigil, byte)];
        if from == 0 {
            return;
        }
        let begins = |p: &str| (p.as_bytes()[0], p.as_bytes()[1]) == (sigil, byte);
        let rest = &self.prefixes[from as usize - 1..];
        // Many share their first letter, so that the second is looked up; a prefix of one letter stands before them.
        let short = rest.iter().take_while(|(p, _)| p.len() == 2 && begins(p));
        short.for_each(|(_, packed)| found(*packed));
        let Some(&second) = word.as_bytes().get(1) else { return };
        let same = &rest[..self.prefixes_at[prefix_slot(sigil, byte)] as usize];
        let second_of = |p: &str| p.as_bytes().get(2).copied();
        let from = same.partition_point(|(p, _)| second_of(p) < Some(second));
        for (prefix, packed) in same[from..].iter().take_while(|(p, _)| second_of(p) == Some(second)) {
            if word.as_bytes().starts_with(&prefix.as_bytes()[1..]) {
                found(*packed);
            }
        }
    }
}
