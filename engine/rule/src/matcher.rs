//! What one walk over a text found, and which cases hold.

use draftlens_text::{Text, order};

use crate::Own;
use crate::class::is_any;
use crate::pattern::{Mend, Place};
use crate::table::{CaseRow, Table};
use crate::walk::Found;

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
    /// Walks over the text, and a second time where a case was found that looks at other words: most texts have
    /// none.
    #[must_use]
    pub fn run<'a>(&'a self, text: &'a Text, own: &'a Own) -> Matches<'a> {
        let reading = self.reading(text, own);
        let mut found = self.walk(&reading, None);
        if let Some(wanted) = self.wanted(&found) {
            found.extend(self.walk(&reading, Some(&wanted)));
        }
        order::sort(&mut found);
        keep_longest(&mut found);
        Matches { table: self, text, own, found }
    }

    /// By pattern, whether a case that was found asks for it; `None` when none asks for any.
    fn wanted(&self, found: &[Found]) -> Option<Vec<bool>> {
        let cases = found.iter().filter_map(|place| self.patterns[place.pattern as usize].case);
        let mut asked = cases.flat_map(|case| &self.cases[case as usize].conditions).peekable();
        asked.peek()?;
        let mut wanted = vec![false; self.patterns.len()];
        asked.for_each(|&(_, _, pattern)| wanted[pattern as usize] = true);
        Some(wanted)
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
            Place::First => !tokens[..there.start as usize].iter().any(is_any),
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
        between.iter().filter(|token| is_any(token)).take(words + 1).count() <= words
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
