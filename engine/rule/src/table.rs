//! The one table that every pattern is compiled to, and that the matcher reads.
//!
//! It is a position automaton: each place of a pattern where a token may stand is a position with one
//! label, and knows which positions may follow. No pattern loops over words, so it cannot backtrack.

use draftlens_text::{Language, order};

use crate::class::Class;
use crate::dictionary::Dictionary;
use crate::event::Event;
use crate::pattern::{Mend, Place};

/// Sigils keep words, hashtags and mentions apart in the dictionary.
pub(crate) const WORD: u8 = b' ';
pub(crate) const TAG: u8 = b'#';
pub(crate) const MENTION: u8 = b'@';
/// Among the prefixes, this one marks what a hashtag ends in; no other sigil there sorts behind it.
pub(crate) const TAG_END: u8 = b'$';

/// Where a prefix is looked up: by its sigil and the byte after it.
pub(crate) fn prefix_slot(sigil: u8, byte: u8) -> usize {
    usize::from(sigil == TAG) << 8 | usize::from(byte)
}

/// The label of a class; those of words and lists come after.
pub(crate) fn class_label(class: Class) -> u32 {
    class as u32
}

/// Patterns and lists, compiled.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub(crate) words: Dictionary,
    /// Number of labels handed out, classes included.
    pub(crate) labels: u32,
    /// Names of the lists, with the label of each; a tag list's name begins with `#`.
    pub(crate) lists: Vec<(String, u32)>,
    /// Prefixes (with sigil), sorted, each with what it may be.
    pub(crate) prefixes: Vec<(String, u32)>,
    /// Labels that hold only for a word as typed.
    pub(crate) exact: Vec<(u32, String)>,
    /// Phrases of lists: (first word, other words, what it may be), sorted by first word.
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) positions: Vec<Position>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) cases: Vec<CaseRow>,
    /// What is known of entries: (joined words, English, French).
    pub(crate) notes: Vec<(String, String, String)>,
    /// What happened, and when.
    pub(crate) events: Vec<Event>,
    /// The event that a hashtag, or the joined words of a phrase, is a name of: (word, number in `events`).
    pub(crate) event_of: Vec<(u32, u32)>,
    /// Hashtags that are an entry of a list with something around it.
    pub(crate) around: Vec<Around>,
    /// Positions that a pattern may begin with, by label; made by `freeze`, as is what follows.
    pub(crate) firsts: Vec<Vec<u32>>,
    /// Number of the first phrase that begins with a word, plus one, by word; 0 for none.
    pub(crate) phrase_of: Vec<u32>,
    /// Number of the first prefix that begins with a byte, plus one, by [`prefix_slot`]; 0 for none.
    pub(crate) prefix_of: Vec<u32>,
    /// How many prefixes begin with that byte, by [`prefix_slot`].
    pub(crate) prefixes_at: Vec<u32>,
    /// From this one on, `prefixes` holds what hashtags end in.
    pub(crate) tag_ends: u32,
}

/// A list entry of several words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<u32>,
    /// Label and language.
    pub(crate) label: u32,
}

/// A hashtag that is an entry of a list with something before or after it.
#[derive(Clone, Debug)]
pub(crate) struct Around {
    pub(crate) before: String,
    pub(crate) after: String,
    /// Label of the list, in its form for hashtags.
    pub(crate) list: u32,
    /// What the whole hashtag then is.
    pub(crate) label: u32,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Position {
    pub(crate) label: u32,
    /// Whether a pattern may begin here.
    pub(crate) first: bool,
    pub(crate) follow: Vec<u32>,
    /// The patterns that are complete here.
    pub(crate) accepts: Vec<u32>,
}

#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) language: Language,
    pub(crate) line_start: bool,
    pub(crate) line_end: bool,
    /// The case whose `find` this is.
    pub(crate) case: Option<u32>,
}

#[derive(Clone, Debug)]
pub(crate) struct CaseRow {
    pub(crate) owner: u32,
    pub(crate) place: Place,
    /// The part of a match that is flagged.
    pub(crate) part: Option<Class>,
    pub(crate) conditions: Vec<(bool, Place, u32)>,
    pub(crate) mend: Option<Mend>,
    /// Ids of the networks it is for, with spaces between; all when empty.
    pub(crate) on: String,
}

/// A label of a word or phrase: the label itself, the language it holds in, and whether it holds only
/// for the word as typed.
pub(crate) fn pack(label: u32, language: Language) -> u32 {
    label << 3 | language as u32
}

/// The bit of a label that holds only for the word as typed.
pub(crate) const AS_TYPED: u32 = 4;

pub(crate) fn unpack(packed: u32) -> (u32, Language) {
    let language = match packed & 3 {
        0 => Language::English,
        1 => Language::French,
        _ => Language::Unknown,
    };
    (packed >> 3, language)
}

/// Whether something of language `own` is looked for in a sentence of language `sentence`.
pub(crate) fn speaks(own: Language, sentence: Language) -> bool {
    own == sentence || own == Language::Unknown || sentence == Language::Unknown
}

impl Table {
    /// Makes what is derived: call it after the last pattern was added.
    pub fn freeze(&mut self) {
        self.labels = self.labels.max(Class::COUNT as u32);
        self.firsts = vec![Vec::new(); self.labels as usize];
        for (i, position) in (0..).zip(&self.positions).filter(|(_, p)| p.first) {
            self.firsts[position.label as usize].push(i);
        }
        // By label, so that the matcher can look one up where many may follow.
        let labels: Vec<u32> = self.positions.iter().map(|p| p.label).collect();
        for position in &mut self.positions {
            order::sort_by(&mut position.follow, &|a, b| (labels[*a as usize], a) < (labels[*b as usize], b));
            position.follow.dedup();
        }
        order::sort(&mut self.prefixes);
        order::sort(&mut self.phrases);
        self.phrase_of = vec![0; self.words.len()];
        for (i, phrase) in self.phrases.iter().enumerate().rev() {
            self.phrase_of[phrase.words[0] as usize] = i as u32 + 1;
        }
        self.prefix_of = vec![0; 512];
        self.prefixes_at = vec![0; 512];
        let ends = self.prefixes.partition_point(|(p, _)| p.as_bytes()[0] < TAG_END);
        self.tag_ends = ends as u32;
        for (i, (prefix, _)) in self.prefixes[..ends].iter().enumerate().rev() {
            let slot = prefix_slot(prefix.as_bytes()[0], prefix.as_bytes()[1]);
            self.prefix_of[slot] = i as u32 + 1;
            self.prefixes_at[slot] += 1;
        }
    }

    /// How many words, patterns and positions it has, for reports on size.
    #[must_use]
    pub fn size(&self) -> (usize, usize, usize) {
        (self.words.len(), self.patterns.len(), self.positions.len())
    }

    /// Whether a folded word is an entry of a list by itself, in sentences of a language. Lists that neither a
    /// pattern nor a detector asks for are empty.
    #[must_use]
    pub fn holds(&self, list: &str, word: &str, language: Language) -> bool {
        self.list_number(list).is_some_and(|number| self.is_in(number, word, language))
    }

    /// The number of a list, for [`Self::is_in`]: look it up once where many words are asked for.
    #[must_use]
    pub fn list_number(&self, list: &str) -> Option<u32> {
        self.lists.iter().find(|(name, _)| name == list).map(|(_, label)| *label)
    }

    /// The same as [`Self::holds`], for a list's number.
    #[must_use]
    pub fn is_in(&self, list: u32, word: &str, language: Language) -> bool {
        let Some(word) = self.words.find(WORD, word) else { return false };
        self.words.labels(word).iter().map(|&packed| unpack(packed)).any(|(l, own)| l == list && speaks(own, language))
    }

    /// What is known of the words found, when they are the name of an event or a list's entry with a note.
    #[must_use]
    pub fn note(&self, joined: &str, french: bool) -> String {
        if let Some(event) = self.event(joined) {
            return event.told(french) + ".";
        }
        let note = self.notes.iter().find(|(key, ..)| key == joined);
        note.map(|(_, en, fr)| if french { fr.clone() } else { en.clone() }).unwrap_or_default()
    }

    /// The event that the joined words name.
    #[must_use]
    pub fn event(&self, joined: &str) -> Option<&Event> {
        let word = self.words.find(TAG, joined)?;
        let (_, index) = self.event_of.iter().find(|(w, _)| *w == word)?;
        self.events.get(*index as usize)
    }

    /// Every event that is known.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Whether a hashtag is an entry of the list with this label.
    pub(crate) fn is_tag_of(&self, word: &str, list: u32) -> bool {
        let labels = self.words.find(TAG, word).map(|i| self.words.labels(i));
        labels.is_some_and(|labels| labels.iter().any(|&l| unpack(l).0 == list))
    }

    /// The numbers of an owner's cases, in the order they were added.
    #[cfg(feature = "build")]
    pub(crate) fn cases_of(&self, owner: u32) -> impl Iterator<Item = u32> {
        self.cases.iter().enumerate().filter(move |(_, c)| c.owner == owner).map(|(i, _)| i as u32)
    }

    /// The label of a list, made when it is new.
    pub(crate) fn list(&mut self, name: &str) -> u32 {
        if let Some((_, label)) = self.lists.iter().find(|(n, _)| n == name) {
            return *label;
        }
        let label = self.label();
        self.lists.push((name.to_owned(), label));
        label
    }

    /// A new label.
    pub(crate) fn label(&mut self) -> u32 {
        self.labels = self.labels.max(Class::COUNT as u32) + 1;
        self.labels - 1
    }
}
