//! Dates that contradict themselves: another weekday than the calendar's, or a day that no month has.

use super::{Context, dates};
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_rule::event::month_length;

/// One finding a date; the edit writes the right weekday.
pub(crate) fn weekday(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    for date in context.dates.of(text) {
        let (start, end) = date.span(text);
        let words = &text.source()[start..end];
        let mut finding = Finding::at(start, end, words.to_owned());
        if date.is_impossible() {
            finding.severity = date.year.is_none().then_some(Severity::Review);
            let days = month_length(date.year.unwrap_or(2024), date.month);
            finding.vars = vec![
                ("finding", format!("“{words}” does not exist: that month has {days} days")),
                ("constat", format!("« {words} » n’existe pas : ce mois a {days} jours")),
            ];
            found.push(finding);
            continue;
        }
        let (Some((said, token)), Some(day)) = (date.weekday, date.date(context.at)) else { continue };
        let right = day.weekday();
        if said == right {
            continue;
        }
        let token = &text.tokens()[token];
        let (english, french) = dates::names(right);
        let article = if date.year.is_some() { String::new() } else { format!(" {}", day.civil().0) };
        let (of, de) = if article.is_empty() {
            (String::new(), String::new())
        } else {
            (format!(" in{article}"), format!(" en{article}"))
        };
        finding.vars = vec![
            ("finding", format!("“{words}” is a {english}{of}")),
            ("constat", format!("« {words} » est un {french}{de}")),
        ];
        finding.edits = Some(vec![(token.start, token.end, dates::weekday_like(text.typed(token), right))]);
        found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, mended};
    use crate::Settings;

    #[test]
    fn a_wrong_weekday_is_found_and_mended() {
        let source = "Join us Monday 24 November 2026";
        let found = find("weekday", source);
        assert_eq!(mended(source, &found[0]), "Join us Tuesday 24 November 2026");
        let source = "Rendez-vous JEUDI 27 novembre 2026";
        assert_eq!(mended(source, &find("weekday", source)[0]), "Rendez-vous VENDREDI 27 novembre 2026");
        assert_eq!(find("weekday", "Friday, November 27, 2026"), []);
        assert_eq!(find("weekday", "Monday 24 November"), [], "nobody knows the year");
    }

    #[test]
    fn without_a_year_the_next_one_is_meant() {
        let settings = Settings { now: Some("2026-11-01T10:00:00Z".into()), ..Settings::default() };
        assert_eq!(find_for(&settings, "weekday", "Monday 24 November").len(), 1);
        assert_eq!(find_for(&settings, "weekday", "Tuesday 24 November"), []);
        assert_eq!(find_for(&settings, "weekday", "Saturday 31 October"), [], "yesterday");
    }

    #[test]
    fn a_day_that_no_month_has_is_found() {
        assert_eq!(find("weekday", "See you on 31 June 2026").len(), 1);
        assert_eq!(find("weekday", "Le 29 février 2027").len(), 1);
        assert_eq!(find("weekday", "Le 29 février"), []);
        assert_eq!(find("weekday", "Le 29 février 2028"), []);
    }
}
