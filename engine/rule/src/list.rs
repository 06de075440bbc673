//! Lists of words and phrases: one entry a line, with a language and perhaps a note.

use draftlens_text::Language;

use crate::Mistake;
use crate::event::Event;
use crate::pattern::words_of;

/// The most words an entry may have.
pub const MAX_WORDS: usize = 8;

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its folded words.
    pub words: Vec<String>,
    /// How the last word may end.
    pub ending: Ending,
    /// The language whose sentences it is looked for in; all when unknown.
    pub language: Language,
    /// What is known of it, in English and French.
    pub note: Option<(String, String)>,
    /// The event that it is a name of: a day, countries and the note, where a row has `| 2012-07-20 US`.
    pub event: Option<Event>,
}

/// How the last word of an entry may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// As written.
    Plain,
    /// With its inflections.
    Inflected,
    /// With anything.
    Prefix,
}

/// Reads a list file.
///
/// # Errors
/// The first entry that cannot be used, with its line.
pub fn parse(text: &str) -> Result<Vec<Entry>, Mistake> {
    let mut entries = Vec::new();
    let mut language = Language::Unknown;
    for (i, line) in text.lines().enumerate() {
        let body = line.split("# ").next().unwrap_or(line).trim();
        match body {
            "" | "#" => {}
            "en:" => language = Language::English,
            "fr:" => language = Language::French,
            "all:" => language = Language::Unknown,
            _ => entries.push(entry(body, language).map_err(|m| Mistake::new(i as u32 + 1, 1, m))?),
        }
    }
    Ok(entries)
}

/// Reads one entry.
///
/// # Errors
/// What is wrong with it, in one sentence.
pub fn entry(text: &str, language: Language) -> Result<Entry, String> {
    let mut parts = text.split(" | ");
    let body = parts.next().unwrap_or("").trim();
    let (body, ending) = match body.as_bytes().last() {
        Some(b'~') => (&body[..body.len() - 1], Ending::Inflected),
        Some(b'*') => (&body[..body.len() - 1], Ending::Prefix),
        _ => (body, Ending::Plain),
    };
    let words = words_of(body);
    match words.len() {
        0 => return Err(format!("“{text}” has no word in it")),
        1..=MAX_WORDS => {}
        _ => return Err(format!("“{text}” has more than {MAX_WORDS} words")),
    }
    let note = match (parts.next(), parts.next()) {
        (Some(en), Some(fr)) => Some((en.trim().to_owned(), fr.trim().to_owned())),
        (Some(_), None) => return Err(format!("“{text}” has a note in one language only: write | English | French")),
        _ => None,
    };
    let event = parts.next().map(|day| Event::parse_day(day.trim())).transpose()?;
    let event = event.zip(note.clone()).map(|(day, (en, fr))| Event { en, fr, ..day });
    Ok(Entry { words, ending, language, note: if event.is_some() { None } else { note }, event })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_words_language_and_notes() {
        let list = parse("# source: ours\nfree shipping\nen:\nbuy~\nfr:\nlivraison offerte\nall:\naurora | 12 killed | 12 morts # 2012").unwrap();
        assert_eq!(list.len(), 4);
        assert_eq!(list[0].words, ["free", "shipping"]);
        assert_eq!((list[1].language, list[1].ending), (Language::English, Ending::Inflected));
        assert_eq!(list[2].language, Language::French);
        assert_eq!(list[3].note, Some(("12 killed".into(), "12 morts".into())));
        assert_eq!(parse("a\nb c d e f g h i j").unwrap_err().line, 2);
        let dated = entry("acme fire | Fire at Acme | Incendie chez Acme | 2019-05-03 FR", Language::Unknown).unwrap();
        assert_eq!(dated.event.unwrap().told(true), "Incendie chez Acme, 3 mai 2019");
        assert!(entry("acme fire | Fire | Incendie | May 2019", Language::Unknown).is_err());
    }
}
