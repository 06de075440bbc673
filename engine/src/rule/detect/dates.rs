//! Dates as people write them, in English and French: words, digits, with or without weekday and year.
//! Several weekdays and days before one month are told apart. For the detectors that look at dates.

use std::cell::OnceCell;

use draftlens_text::{Kind, Language, Text, Token, words};

use crate::plan::{Day, Moment};

/// A date of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// First token and the one after the last.
    pub(super) tokens: (usize, usize),
    /// The weekday, 0 for Monday, and its token.
    pub(super) weekday: Option<(usize, usize)>,
    /// Year, where it is written.
    pub(super) year: Option<i64>,
    /// 1 to 12.
    pub(super) month: u32,
    /// 1 to 31.
    pub(super) day: u32,
}

/// The dates of a text, found when they are first asked for.
#[derive(Default)]
pub(crate) struct Dates(OnceCell<Vec<Written>>);

impl Dates {
    pub(super) fn of(&self, text: &Text) -> &[Written] {
        self.0.get_or_init(|| find(text))
    }
}

/// How far back a date without a year may lie; farther back, next year is meant.
const BACK: i64 = 90;

impl Written {
    /// The day it means; `None` where there is no such day, or nobody knows the year.
    pub(super) fn date(&self, at: Option<Moment>) -> Option<Day> {
        if let Some(year) = self.year {
            return Day::new(year, self.month, self.day);
        }
        let today = at?.day();
        let year = today.civil().0;
        let near = |day: &Day| (today.0 - BACK..today.0 - BACK + 366).contains(&day.0);
        (year - 1..=year + 1).filter_map(|year| Day::new(year, self.month, self.day)).find(near)
    }

    /// Whether no calendar has such a day.
    pub(super) fn is_impossible(&self) -> bool {
        // Every fourth year is enough to know whether the day exists at all.
        Day::new(self.year.unwrap_or(2024), self.month, self.day).is_none()
    }

    /// Its first and last byte.
    pub(super) fn span(&self, text: &Text) -> (usize, usize) {
        let tokens = text.tokens();
        (tokens[self.tokens.0].start as usize, tokens[self.tokens.1 - 1].end as usize)
    }
}

/// Names of each weekday, from Monday: English, French, and what is short for them.
const NAMES: [[&str; 4]; 7] = [
    ["monday", "lundi", "mon", "lun"],
    ["tuesday", "mardi", "tue", "mar"],
    ["wednesday", "mercredi", "wed", "mer"],
    ["thursday", "jeudi", "thu", "jeu"],
    ["friday", "vendredi", "fri", "ven"],
    ["saturday", "samedi", "sat", "sam"],
    ["sunday", "dimanche", "sun", "dim"],
];

/// Weekdays, folded, each with its number from Monday on. Sorted.
static WEEKDAYS: words::List = words::List::of(
    "\
    dim6 dimanche6 fri4 friday4 jeu3 jeudi3 lun0 lundi0 mar1 mardi1 mer2 mercredi2 mon0 monday0 sam5 samedi5 \
    sat5 saturday5 sun6 sunday6 thu3 thur3 thurs3 thursday3 tue1 tues1 tuesday1 ven4 vendredi4 wed2 wednesday2 \
    weds2",
);

/// Months, folded, each with a letter, `a` for January. Sorted.
static MONTHS: words::List = words::List::of(
    "\
    aouth aprd aprild augh augusth avrd avrild decl decemberl decembrel febb februaryb fevb fevrb fevrierb jana \
    januarya janva janviera juilg juilletg juinf julg julyg junf junef maie marc marchc marsc maye novk \
    novemberk novembrek octj octoberj octobrej sepi septi septemberi septembrei",
);

/// French months, folded: they stand after their day. Sorted.
const FRENCH_MONTHS: &str = "aout avril decembre fevrier janvier juillet juin mai mars novembre octobre septembre";

/// The number of a word in a list whose entries end in a sign that counts from `first`.
fn place(list: &words::List, word: &str, first: u8) -> Option<usize> {
    // The shortest of these words has three letters, the longest nine.
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    list.entry(word, 1)?.bytes().next_back().map(|sign| usize::from(sign - first))
}

/// The weekday of a folded word, from Monday, and whether it is short for it.
pub(super) fn weekday(word: &str) -> Option<(usize, bool)> {
    place(&WEEKDAYS, word, b'0').map(|day| (day, !word.ends_with("day") && !word.ends_with("di") && word != "dimanche"))
}

/// A weekday in the language and manner of the one that was typed.
pub(super) fn weekday_like(typed: &str, day: usize) -> String {
    let folded = draftlens_text::fold::fold(typed);
    // What is short in another way (tues, thurs) is short for it.
    let form = NAMES.iter().find_map(|names| names.iter().position(|name| *name == folded)).unwrap_or(2);
    let name = NAMES[day][form];
    let caps = typed.len() > 1 && typed.bytes().all(|byte| !byte.is_ascii_lowercase());
    if caps {
        return name.to_ascii_uppercase();
    }
    let mut name = name.to_owned();
    if typed.starts_with(|c: char| c.is_ascii_uppercase()) {
        name[..1].make_ascii_uppercase();
    }
    name
}

/// English and French name of a weekday, from Monday.
pub(super) fn names(day: usize) -> (String, &'static str) {
    let [english, french, ..] = NAMES[day];
    let mut english = english.to_owned();
    english[..1].make_ascii_uppercase();
    (english, french)
}

/// All dates of a text, in order.
fn find(text: &Text) -> Vec<Written> {
    let mut found = Vec::new();
    if !text.tokens().iter().any(|token| may_be_day(text, token)) {
        return found;
    }
    let mut i = 0;
    while i < text.tokens().len() {
        match group(text, i).or_else(|| plain(text, i)).or_else(|| digits(text, i)) {
            Some((dates, end)) => {
                found.extend(dates);
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

/// Whether a token may be the day of a date, or a date by itself: every date has one.
fn may_be_day(text: &Text, token: &Token) -> bool {
    match token.kind {
        Kind::Number => !(3..=4).contains(&(token.end - token.start)),
        Kind::Word => text.folded(token).starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Dates and the token after them.
type Group = (Vec<Written>, usize);

/// What stands before the month of a group.
#[derive(Clone, Copy)]
enum Item {
    Weekday(usize, usize),
    Day(u32, usize),
}

/// Weekdays with their days: “Friday 27 and Saturday 28 November 2026”, “Fri–Sun, November 27–29”.
fn group(text: &Text, i: usize) -> Option<Group> {
    const FAR: usize = 14;
    let tokens = text.tokens();
    weekday_at(text, i)?;
    let mut items = Vec::new();
    let mut at = i;
    let mut month = None;
    while at < tokens.len().min(i + FAR) {
        if let Some((day, _)) = weekday_at(text, at) {
            items.push(Item::Weekday(day, at));
        } else if let Some(day) = day_at(text, at) {
            if let Some(end) = slashed(text, at) {
                return numeric(text, i, &items, at, end);
            }
            items.push(Item::Day(day, at));
        } else if let Some(found) = month_at(text, at) {
            if month.is_some() {
                break;
            }
            month = Some(found);
            if items.iter().any(|item| matches!(item, Item::Day(..))) {
                at += 1;
                break;
            }
        } else if !is_link(text, at) {
            break;
        }
        at += 1;
    }
    let month = month?;
    let (year, end) = year_at(text, back(text, at, &items));
    Some((pair(&items, month, year, (i, end)), end))
}

/// The token after the last item that is no linking word.
fn back(text: &Text, mut at: usize, items: &[Item]) -> usize {
    let last = items
        .iter()
        .map(|item| match item {
            Item::Weekday(_, at) | Item::Day(_, at) => *at,
        })
        .max()
        .unwrap_or(0);
    while at > last + 1 && month_at(text, at - 1).is_none() {
        at -= 1;
    }
    at
}

/// Runs of weekdays and the runs of days after them, one to one; a lone weekday goes with the first day.
fn pair(items: &[Item], month: u32, year: Option<i64>, span: (usize, usize)) -> Vec<Written> {
    let mut dates = Vec::new();
    let mut i = 0;
    while i < items.len() {
        let weekdays: Vec<(usize, usize)> = items[i..]
            .iter()
            .map_while(|item| if let Item::Weekday(day, at) = *item { Some((day, at)) } else { None })
            .collect();
        i += weekdays.len();
        let days: Vec<(u32, usize)> = items[i..]
            .iter()
            .map_while(|item| if let Item::Day(day, at) = *item { Some((day, at)) } else { None })
            .collect();
        i += days.len();
        for (index, &(day, at)) in days.iter().enumerate() {
            let weekday = match (weekdays.len(), days.len()) {
                (w, d) if w == d => weekdays.get(index),
                (1, _) if index == 0 => weekdays.first(),
                (_, 1) => weekdays.last(),
                _ => None,
            };
            let alone = days.len() == 1 && i == items.len() && dates.is_empty();
            let start = weekday.map_or(at, |&(_, token)| token);
            let tokens = if alone { (start.min(at), span.1) } else { (start.min(at), at + 1) };
            dates.push(Written { tokens, weekday: weekday.copied(), year, month, day });
        }
    }
    // A date whose month comes first, or that ends the group, reaches to its end.
    if let Some(last) = dates.last_mut() {
        last.tokens.1 = span.1;
    }
    dates
}

/// A date without a weekday: “24 November 2026”, “November 24, 2026”, “24th of November”.
fn plain(text: &Text, i: usize) -> Option<Group> {
    let (day, month, end) = if let Some(day) = day_at(text, i) {
        let at = if word_is(text, i + 1, &["of", "de"]) { i + 2 } else { i + 1 };
        (day, month_at(text, at)?, at + 1)
    } else {
        // “November 24”, but never “novembre 24”: it is a place or a list there.
        let month = month_at(text, i).filter(|_| !words::holds(FRENCH_MONTHS, text.folded(&text.tokens()[i])))?;
        let at = if mark_is(text, i + 1, ".") { i + 2 } else { i + 1 };
        (day_at(text, at)?, month, at + 1)
    };
    let (year, end) = year_at(text, end);
    Some((vec![Written { tokens: (i, end), weekday: None, year, month, day }], end))
}

/// A date in digits: 24/11/2026, 24.11.2026, 2026-11-24.
fn digits(text: &Text, i: usize) -> Option<Group> {
    let tokens = text.tokens();
    if tokens[i].kind != Kind::Number {
        return None;
    }
    if let Some(end) = slashed(text, i) {
        return numeric(text, i, &[], i, end);
    }
    let date = |year: Option<&str>, month: Option<&str>, day: Option<&str>, end: usize| {
        let (year, month, day) = (four(year?)?, small(month?, 12)?, small(day?, 31)?);
        Some((vec![Written { tokens: (i, end), weekday: None, year: Some(year), month, day }], end))
    };
    let typed = text.typed(&tokens[i]);
    if typed.len() > 4 {
        let mut parts = typed.split('.');
        let (day, month, year) = (parts.next(), parts.next(), parts.next());
        return if parts.next().is_none() { date(year, month, day, i + 1) } else { None };
    }
    let dashed =
        |a: usize| tokens.get(a + 1).is_some_and(|b| &text.source()[tokens[a].end as usize..b.start as usize] == "-");
    if dashed(i) && dashed(i + 1) {
        return date(Some(typed), Some(text.typed(&tokens[i + 1])), Some(text.typed(&tokens[i + 2])), i + 3);
    }
    None
}

/// The token after `24/11` or `24/11/2026` at `i`.
fn slashed(text: &Text, i: usize) -> Option<usize> {
    let tokens = text.tokens();
    let part = |at: usize| {
        let (mark, number) = (tokens.get(at)?, tokens.get(at + 1)?);
        (mark.glued && number.glued && text.folded(mark) == "/" && number.kind == Kind::Number).then_some(at + 2)
    };
    let end = part(i + 1)?;
    Some(part(end).unwrap_or(end))
}

/// Reads `24/11` or `24/11/2026`: day first in French, else only where it cannot be the month.
fn numeric(text: &Text, from: usize, items: &[Item], at: usize, end: usize) -> Option<Group> {
    let tokens = text.tokens();
    let number = |at: usize| text.typed(&tokens[at]);
    let (a, b) = (small(number(at), 31)?, small(number(at + 2), 31)?);
    let year = if end > at + 3 { Some(four(number(at + 4))?) } else { None };
    let french = text.language() == Language::French;
    let (day, month) = match (a, b) {
        (a, b) if a > 12 && b <= 12 => (a, b),
        (a, b) if b > 12 && a <= 12 && !french => (b, a),
        (a, b) if french && b <= 12 => (a, b),
        _ => return None,
    };
    let weekdays: Vec<(usize, usize)> = items
        .iter()
        .filter_map(|item| if let Item::Weekday(day, at) = *item { Some((day, at)) } else { None })
        .collect();
    let weekday = if let [one] = weekdays[..] { Some(one) } else { None };
    // Without a year or a weekday, 3/4 is a share more often than a day.
    (weekday.is_some() || year.is_some())
        .then(|| (vec![Written { tokens: (from, end), weekday, year, month, day }], end))
}

/// A weekday; a short one must stand before a number, for “sun” and “mar” are other things too.
fn weekday_at(text: &Text, i: usize) -> Option<(usize, bool)> {
    let token = text.tokens().get(i).filter(|token| token.kind == Kind::Word)?;
    let (day, short) = weekday(text.folded(token))?;
    let next = if mark_is(text, i + 1, ".") || mark_is(text, i + 1, ",") { i + 2 } else { i + 1 };
    let before_date = day_at(text, next).is_some()
        || month_at(text, next).is_some()
        || text.tokens().get(next).is_some_and(|t| t.kind == Kind::Word && weekday(text.folded(t)).is_some());
    (!short || before_date).then_some((day, short))
}

fn month_at(text: &Text, i: usize) -> Option<u32> {
    let token = text.tokens().get(i).filter(|token| token.kind == Kind::Word)?;
    place(&MONTHS, text.folded(token), b'a').map(|month| month as u32 + 1)
}

/// A day in digits, or as 1st, 24th, 1er.
fn day_at(text: &Text, i: usize) -> Option<u32> {
    let token = text.tokens().get(i)?;
    match token.kind {
        Kind::Number => small(text.typed(token), 31),
        Kind::Word => {
            let word = text.folded(token);
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let ends = matches!(&word[digits..], "st" | "nd" | "rd" | "th" | "er");
            if digits > 0 && ends { small(&word[..digits], 31) } else { None }
        }
        _ => None,
    }
}

/// A number from 1 to `most` of one or two digits.
fn small(digits: &str, most: u32) -> Option<u32> {
    if digits.len() > 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|number| (1..=most).contains(number))
}

/// A year in four digits that a post may speak of; calendars of before 1800 differ by country.
fn four(digits: &str) -> Option<i64> {
    let good = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| good && (1800..2200).contains(year))
}

/// The year at `i`, perhaps after a comma, and the token after it; `i` where there is none.
fn year_at(text: &Text, i: usize) -> (Option<i64>, usize) {
    let at = if mark_is(text, i, ",") || mark_is(text, i, ".") { i + 1 } else { i };
    let year = text.tokens().get(at).filter(|t| t.kind == Kind::Number).and_then(|t| four(text.typed(t)));
    if year.is_some() { (year, at + 1) } else { (None, i) }
}

/// Words and marks that may stand between weekdays, days and month.
fn is_link(text: &Text, i: usize) -> bool {
    let token = &text.tokens()[i];
    match token.kind {
        Kind::Mark => matches!(text.folded(token), "," | "-" | "&" | "." | "/" | "+"),
        Kind::Word => matches!(text.folded(token), "and" | "to" | "et" | "au" | "the" | "le" | "of" | "or" | "ou"),
        _ => false,
    }
}

fn word_is(text: &Text, i: usize, words: &[&str]) -> bool {
    text.tokens().get(i).is_some_and(|token| token.kind == Kind::Word && words.contains(&text.folded(token)))
}

fn mark_is(text: &Text, i: usize, mark: &str) -> bool {
    text.tokens().get(i).is_some_and(|token| token.kind == Kind::Mark && text.folded(token) == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each date as weekday, year-month-day and its words.
    fn dates(source: &str) -> Vec<(Option<usize>, String, String)> {
        let text = Text::parse(source);
        let one = |d: Written| {
            let span = d.span(&text);
            let year = d.year.map_or("?".to_owned(), |y| y.to_string());
            (d.weekday.map(|w| w.0), format!("{year}-{}-{}", d.month, d.day), source[span.0..span.1].to_owned())
        };
        find(&text).into_iter().map(one).collect()
    }

    fn one(source: &str) -> (Option<usize>, String) {
        let mut all = dates(source);
        assert_eq!(all.len(), 1, "{source}: {all:?}");
        let (weekday, date, _) = all.remove(0);
        (weekday, date)
    }

    #[test]
    fn a_date_is_read_however_it_is_written() {
        for source in [
            "See you Tuesday 24 November 2026!",
            "Tuesday, November 24, 2026",
            "Tue. 24 Nov 2026",
            "tues 24th of november, 2026",
            "Rendez-vous mardi 24 novembre 2026",
            "mar. 24 nov. 2026",
            "MARDI 24 NOVEMBRE 2026",
            "mardi 24/11/2026 à 20 h",
            "Tuesday the 24th of November 2026",
            "On Tuesday, 24 November 2026, we open",
        ] {
            assert_eq!(one(source), (Some(1), "2026-11-24".into()), "{source}");
        }
        for source in ["le 1er janvier 2026", "January 1st 2026", "1 Jan 2026", "2026-01-01", "01.01.2026"] {
            assert_eq!(one(source), (None, "2026-1-1".into()), "{source}");
        }
        assert_eq!(one("jeudi 3 mars"), (Some(3), "?-3-3".into()));
    }

    #[test]
    fn several_days_of_a_month_keep_their_weekdays() {
        let pairs = |source: &str| dates(source).into_iter().map(|d| (d.0, d.1)).collect::<Vec<_>>();
        let two = vec![(Some(4), "2026-11-27".to_owned()), (Some(6), "2026-11-29".to_owned())];
        assert_eq!(pairs("Friday 27 to Sunday 29 November 2026"), two);
        assert_eq!(pairs("Friday–Sunday, November 27–29, 2026"), two);
        assert_eq!(pairs("du vendredi 27 au dimanche 29 novembre 2026"), two);
        assert_eq!(pairs("Friday 27-29 November 2026")[0], two[0]);
        assert_eq!(pairs("Friday 27-29 November 2026")[1].0, None);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for source in [
            "Monday is our day",
            "24 hours",
            "3/4 of us",
            "may 5 of you win?".get(4..).unwrap(),
            "sun and sea",
            "1.5",
            "20.000.000",
            "12/13",
            "le mar est bleu",
            "Nov",
            "Friday at 5",
            "24/7",
        ] {
            assert_eq!(dates(source), [], "{source}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_next_one() {
        let at = Moment::parse("2026-11-24T10:00:00Z");
        let day = |source: &str| find(&Text::parse(source))[0].date(at).map(Day::iso);
        assert_eq!(day("3 March").as_deref(), Some("2027-03-03"));
        assert_eq!(day("20 November").as_deref(), Some("2026-11-20"));
        assert_eq!(day("24 December").as_deref(), Some("2026-12-24"));
        assert_eq!(find(&Text::parse("3 March"))[0].date(None), None);
    }

    #[test]
    fn weekdays_keep_their_manner() {
        assert_eq!(weekday_like("Monday", 1), "Tuesday");
        assert_eq!(weekday_like("LUNDI", 1), "MARDI");
        assert_eq!(weekday_like("lun", 2), "mer");
        assert_eq!(weekday_like("Thurs", 4), "Fri");
    }
}
