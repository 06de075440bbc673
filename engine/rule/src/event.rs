//! Events of a day: what happened, where, when, and the names people give it. Touches texts only.

use draftlens_text::Language;

use crate::Mistake;
use crate::codec::{Reader, Writer};
use crate::list::{self, Entry};

/// What happened on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// Codes of the countries it is remembered in, with commas; `INT` for everywhere, `LOC` for no country as a whole.
    pub countries: String,
    /// Whether these countries remember it every year, and not only in round ones.
    pub yearly: bool,
    /// What it was and where, in English.
    pub en: String,
    /// What it was and where, in French.
    pub fr: String,
    /// What else the day is, in English: a sentence, or nothing.
    pub also_en: String,
    /// What else the day is, in French.
    pub also_fr: String,
}

const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];

impl Event {
    /// What is known of it, in a line: what, where, when.
    #[must_use]
    pub fn told(&self, french: bool) -> String {
        let (en, fr) = MONTHS[usize::from(self.month.clamp(1, 12)) - 1];
        let (name, month) = if french { (&self.fr, fr) } else { (&self.en, en) };
        let first = if french && self.day == 1 { "er" } else { "" };
        [name, ", ", &self.day.to_string(), first, " ", month, " ", &self.year.to_string()].concat()
    }

    /// Whether one of these countries remembers it.
    #[must_use]
    pub fn is_of(&self, countries: &[String]) -> bool {
        self.countries.split(',').any(|code| code == "INT" || countries.iter().any(|c| c.eq_ignore_ascii_case(code)))
    }

    /// Reads a day and the countries: `2012-07-20 US`, `1941-12-07 US!` where it is remembered every year.
    ///
    /// # Errors
    /// What is wrong with it, in one sentence.
    pub fn parse_day(text: &str) -> Result<Self, String> {
        let (date, countries) = text.split_once(' ').unwrap_or((text, ""));
        let (year, month, day) = date_of(date).ok_or_else(|| {
            format!("“{date}” is no date: write the day and the countries so: 2012-07-20 US, or 1941-12-07 US! where it is remembered every year")
        })?;
        let countries = countries.trim();
        let (countries, yearly) = countries.strip_suffix('!').map_or((countries, false), |codes| (codes, true));
        let is_code = |c: &str| matches!(c.len(), 2 | 3) && c.bytes().all(|b| b.is_ascii_uppercase());
        if !countries.split(',').all(is_code) {
            return Err(format!(
                "“{countries}” is no list of countries: write two capitals each, with commas, INT for everywhere, or LOC for no country as a whole"
            ));
        }
        Ok(Self { year, month, day, countries: countries.to_owned(), yearly, ..Self::default() })
    }

    /// Writes it.
    pub(crate) fn write(&self, out: &mut Writer) {
        let days = (u32::from(self.year) * 12 + u32::from(self.month) - 1) * 31 + u32::from(self.day) - 1;
        out.number(days << 1 | u32::from(self.yearly));
        [&self.countries, &self.en, &self.fr, &self.also_en, &self.also_fr].into_iter().for_each(|t| out.text(t));
    }

    /// Reads one.
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        let bits = from.number();
        let days = bits >> 1;
        let mut next = || from.text().to_owned();
        Self {
            year: (days / 372) as u16,
            month: (days / 31 % 12) as u8 + 1,
            day: (days % 31) as u8 + 1,
            yearly: bits & 1 != 0,
            countries: next(),
            en: next(),
            fr: next(),
            also_en: next(),
            also_fr: next(),
        }
    }
}

/// Days of a month (1 to 12) of the Gregorian calendar.
#[must_use]
pub fn month_length(year: i64, month: u32) -> u32 {
    match month {
        2 => 28 + u32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Year, month and day of `2012-07-20` or of a longer moment that begins so; `None` when it is no day.
#[must_use]
pub fn date_of(text: &str) -> Option<(u16, u8, u8)> {
    let text = text.trim();
    let mut parts = text.get(..10)?.split('-');
    let mut next = |len: usize| {
        let part = parts.next()?;
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
    };
    let (year, month, day) = (next(4)?, next(2)? as u8, next(2)? as u8);
    let is_day =
        (1..=12).contains(&month) && (1..=month_length(i64::from(year), u32::from(month))).contains(&u32::from(day));
    (is_day && text[10..].bytes().next().is_none_or(|b| matches!(b, b'T' | b't' | b' '))).then_some((year, month, day))
}

/// A name of an event, with what it is besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words.
    pub entry: Entry,
    /// How it may be meant.
    pub kind: NameKind,
}

/// How a name of an event may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// The event, as a hashtag.
    Tag,
    /// The event, as a hashtag, unless the words beside it show another sense: written with `?`.
    Ordinary,
    /// The event and nothing else, as a hashtag and as plain words: written with `=`.
    Word,
}

/// Reads a file of events: `date countries | English | French | names | verified`, then perhaps what else the
/// day is, in English and in French.
///
/// # Errors
/// The first row that cannot be used, with its line.
pub fn parse(text: &str) -> Result<Vec<(Event, Vec<Name>)>, Mistake> {
    let mut events = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let body = line.trim();
        if !body.is_empty() && body != "#" && !body.starts_with("# ") {
            events.push(row(body).map_err(|m| Mistake::new(i as u32 + 1, 1, m))?);
        }
    }
    Ok(events)
}

fn row(text: &str) -> Result<(Event, Vec<Name>), String> {
    let parts: Vec<&str> = text.split(" | ").map(str::trim).collect();
    let mut event = Event::parse_day(parts[0])?;
    let (en, fr, names, checked, also) = match parts[1..] {
        [en, fr, names, checked] => (en, fr, names, checked, ("", "")),
        [en, fr, names, checked, also_en, also_fr] => (en, fr, names, checked, (also_en, also_fr)),
        _ => return Err("a row is “date countries | English | French | names | verified or recalled”, then perhaps what else the day is, in English and French".to_owned()),
    };
    if !matches!(checked, "verified" | "recalled") {
        return Err(format!("“{checked}” says neither verified nor recalled"));
    }
    (event.en, event.fr) = (en.to_owned(), fr.to_owned());
    (event.also_en, event.also_fr) = (also.0.to_owned(), also.1.to_owned());
    let names = names.split(',').map(str::trim).map(name).collect::<Result<Vec<_>, _>>()?;
    Ok((event, names))
}

fn name(text: &str) -> Result<Name, String> {
    let (kind, words) = match text.as_bytes().first() {
        Some(b'?') => (NameKind::Ordinary, &text[1..]),
        Some(b'=') => (NameKind::Word, &text[1..]),
        _ => (NameKind::Tag, text),
    };
    Ok(Name { entry: list::entry(words, Language::Unknown)?, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_the_event_and_its_names() {
        let text = "# Facts\n2012-07-20 US | Shooting in Aurora | Fusillade d’Aurora | aurora strong, ?aurora, =aurora shooting | recalled\n1941-12-07 US,JP! | Attack | Attaque | pearl harbor | verified | It is a Sunday. | C’est un dimanche.";
        let events = parse(text).unwrap();
        let (event, names) = &events[0];
        assert_eq!((event.told(false).as_str(), event.yearly), ("Shooting in Aurora, 20 July 2012", false));
        let kinds: Vec<NameKind> = names.iter().map(|n| n.kind).collect();
        assert_eq!(kinds, [NameKind::Tag, NameKind::Ordinary, NameKind::Word]);
        assert_eq!(names[2].entry.words, ["aurora", "shooting"]);
        let (event, _) = &events[1];
        assert!(event.yearly && event.is_of(&["jp".into()]) && !event.is_of(&["FR".into()]));
        assert_eq!(event.also_fr, "C’est un dimanche.");
    }

    #[test]
    fn a_row_without_a_date_is_refused_with_its_line() {
        for row in ["aurora | A | B | aurora | recalled", "2012-13-01 US | A | B | aurora | recalled", " | A | B"] {
            let mistake = parse(&format!("# Facts\n{row}")).unwrap_err();
            assert!(mistake.line == 2 && mistake.message.contains("is no date"), "{mistake:?}");
        }
        let says = |row: &str| parse(row).unwrap_err().message;
        assert!(says("2012-07-20 USA! | A | B | c").contains("a row is"));
        assert!(says("2012-07-20 us | A | B | c | recalled").contains("no list of countries"));
        assert!(says("2012-07-20 US | A | B | c | heard").contains("neither"));
    }

    #[test]
    fn days_are_days_and_survive_their_bytes() {
        assert_eq!(date_of("2024-02-29T10:00:00+01:00"), Some((2024, 2, 29)));
        for no in ["2023-02-29", "2026-11-3", "26-11-2026", "2026-11-31", "", "2026-11-24x", "2026-é1-24"] {
            assert_eq!(date_of(no), None, "{no}");
        }
        let mut event = Event::parse_day("1912-04-15 INT!").unwrap();
        event.fr = "Naufrage du Titanic".into();
        let mut out = Writer::default();
        event.write(&mut out);
        assert_eq!(Event::read(&mut Reader::new(&out.finish())), event);
        event.day = 1;
        assert_eq!(event.told(true), "Naufrage du Titanic, 1er avril 1912");
    }
}
