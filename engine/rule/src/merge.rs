//! Merges positions that are always reached together, for the build script.
//!
//! Patterns share beginnings (`our …`, `the …5`), and each would walk its own copy of them. Positions
//! with the same label and the same positions before them are one: rules by the hundred then cost
//! little more than one rule with as many endings.

use std::collections::{BTreeSet, HashMap};

use crate::table::{Position, Table};

/// What two positions must have in common to be one.
#[derive(PartialEq, Eq, Hash)]
struct Likeness {
    label: u32,
    first: bool,
    repeats: bool,
    before: BTreeSet<u32>,
}

impl Table {
    /// Merges until nothing is alike any more.
    pub fn merge(&mut self) {
        while self.merge_once() {}
        self.freeze();
    }

    fn merge_once(&mut self) -> bool {
        let kept = self.likenesses();
        let mut number = HashMap::new();
        let mut new_of = Vec::with_capacity(kept.len());
        for likeness in kept {
            let next = number.len() as u32;
            new_of.push(*number.entry(likeness).or_insert(next));
        }
        if number.len() == new_of.len() {
            return false;
        }
        self.renumber(&new_of, number.len());
        true
    }

    fn likenesses(&self) -> Vec<Likeness> {
        let mut all: Vec<Likeness> = self
            .positions
            .iter()
            .map(|p| Likeness { label: p.label, first: p.first, repeats: false, before: BTreeSet::new() })
            .collect();
        for (i, position) in self.positions.iter().enumerate() {
            for &next in &position.follow {
                if next as usize == i {
                    all[i].repeats = true;
                } else {
                    all[next as usize].before.insert(i as u32);
                }
            }
        }
        all
    }

    fn renumber(&mut self, new_of: &[u32], count: usize) {
        let old = std::mem::take(&mut self.positions);
        self.positions = vec![Position::default(); count];
        for (position, &new) in old.into_iter().zip(new_of) {
            let merged = &mut self.positions[new as usize];
            merged.label = position.label;
            merged.first = position.first;
            merged.accepts.extend(position.accepts);
            merged.follow.extend(position.follow.iter().map(|&f| new_of[f as usize]));
        }
        for position in &mut self.positions {
            position.follow.sort_unstable();
            position.follow.dedup();
        }
    }
}
