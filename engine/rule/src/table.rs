//! The one table that every pattern is compiled to, and that the matcher reads.
//!
//! It is a position automaton: each place of a pattern where a token may stand is a position with one
//! label, and knows which positions may follow. No pattern loops over words, so it cannot backtrack.

use draftlens_text::{Language, order};

use crate::class::Class;
use crate::dictionary::Dictionary;
use crate::event::Event;
use crate::pattern::{Mend, Place};
use crate::prefix::Prefixes;

/// Sigils keep words, hashtags and mentions apart in the dictionary.
pub(crate) const WORD: u8 = b' ';
pub(crate) const TAG: u8 = b'#';
pub(crate) const MENTION: u8 = b'@';
/// Among the prefixes, this one marks what a hashtag ends in; no other sigil there sorts behind it.
pub(crate) const TAG_END: u8 = b'$';

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
    /// Phrases of lists, sorted by their words.
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
    /// Positions that a pattern may begin with, by label, each with when that leads anywhere ([`situation`],
    /// [`condition`]); made by `freeze`, as is what follows.
    pub(crate) firsts: Vec<Vec<(u32, u32)>>,
    /// By label, when any position that a pattern may begin with leads anywhere.
    pub(crate) opens: Vec<u32>,
    /// Number of the first phrase that begins with a word, plus one, by word; 0 for none.
    pub(crate) phrase_of: Vec<u32>,
    /// The prefixes of words, by their places in `prefixes`.
    pub(crate) word_prefixes: Prefixes,
    /// Those of hashtags, by their places after the prefixes of words.
    pub(crate) tag_prefixes: Prefixes,
    /// From this one on, `prefixes` holds those of hashtags.
    pub(crate) tags: u32,
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
    /// Words before what is looked for that belong to it: the gap that the pattern begins with.
    pub(crate) lead: u8,
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

/// The label of a packed one.
pub(crate) fn label_of(packed: u32) -> u32 {
    packed >> 3
}

/// The languages that are looked for in a sentence, each with its bit.
pub(crate) fn spoken(sentence: Language) -> u32 {
    let bit = |own: Language| u32::from(speaks(own, sentence)) << own as u32;
    bit(Language::English) | bit(Language::French) | bit(Language::Unknown)
}

/// Whether a packed label holds where these languages are looked for; never for one that asks how the word is typed.
pub(crate) fn is_spoken(packed: u32, spoken: u32) -> bool {
    spoken >> (packed & 7) & 1 == 1
}

pub(crate) fn unpack(packed: u32) -> (u32, Language) {
    let language = match packed & 3 {
        0 => Language::English,
        1 => Language::French,
        _ => Language::Unknown,
    };
    (label_of(packed), language)
}

/// Whether something of language `own` is looked for in a sentence of language `sentence`.
pub(crate) fn speaks(own: Language, sentence: Language) -> bool {
    own == sentence || own == Language::Unknown || sentence == Language::Unknown
}

/// Where a walk that looks for cases stands, as one bit: the language of the sentence, whether a line begins here,
/// and whether the text does, but for marks and emoji.
pub(crate) fn situation(language: Language, line: bool, first: bool) -> u32 {
    1 << ((language as u32) << 2 | u32::from(line) << 1 | u32::from(first))
}

/// The bit that a walk for conditions asks for: one that few other patterns have, of those that situations leave.
pub(crate) fn condition(pattern: usize) -> u32 {
    1 << (12 + pattern % 20)
}

impl Table {
    /// When a pattern may begin, as bits: in which situations, or as which condition.
    fn begins(&self, number: usize, pattern: &Pattern) -> u32 {
        let Some(case) = pattern.case else { return condition(number) };
        // Words before it may begin the text.
        let case = self.cases.get(case as usize).filter(|_| pattern.lead == 0);
        let only_first = case.is_some_and(|case| case.place == Place::First);
        let mut all = 0;
        for language in [Language::English, Language::French, Language::Unknown] {
            for (line, first) in [(false, false), (false, true), (true, false), (true, true)] {
                let begins = (line || !pattern.line_start) && (first || !only_first);
                if begins && speaks(pattern.language, language) {
                    all |= situation(language, line, first);
                }
            }
        }
        all
    }

    /// By position, when a pattern that can be completed from there may begin.
    fn leads(&self) -> Vec<u32> {
        let begins: Vec<u32> = self.patterns.iter().enumerate().map(|(i, pattern)| self.begins(i, pattern)).collect();
        let of = |position: &Position| position.accepts.iter().fold(0, |all, &p| all | begins[p as usize]);
        let mut leads: Vec<u32> = self.positions.iter().map(of).collect();
        let mut grows = true;
        // Most positions lead to later ones.
        while std::mem::take(&mut grows) {
            for (i, position) in self.positions.iter().enumerate().rev() {
                let all = position.follow.iter().fold(leads[i], |all, &next| all | leads[next as usize]);
                grows |= std::mem::replace(&mut leads[i], all) != all;
            }
        }
        leads
    }

    fn freeze_firsts(&mut self) {
        self.firsts = vec![Vec::new(); self.labels as usize];
        self.opens = vec![0; self.labels as usize];
        let leads = self.leads();
        for ((i, position), leads) in (0..).zip(&self.positions).zip(leads).filter(|((_, p), _)| p.first) {
            self.firsts[position.label as usize].push((i, leads));
            self.opens[position.label as usize] |= leads;
        }
    }

    /// Makes what is derived: call it after the last pattern was added.
    pub fn freeze(&mut self) {
        self.labels = self.labels.max(Class::COUNT as u32);
        self.freeze_firsts();
        let opens = &self.opens;
        self.words.part(|packed| opens[label_of(packed) as usize] != 0);
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
        let from = |sigil: u8| self.prefixes.partition_point(|(p, _)| p.as_bytes()[0] < sigil);
        let (tags, ends) = (from(TAG), from(TAG_END));
        (self.tags, self.tag_ends) = (tags as u32, ends as u32);
        let sorted = |part: &[(String, u32)]| Prefixes::new(part.iter().map(|(p, _)| &p.as_bytes()[1..]));
        self.word_prefixes = sorted(&self.prefixes[..tags]);
        self.tag_prefixes = sorted(&self.prefixes[tags..ends]);
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
