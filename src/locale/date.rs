//! A day of the calendar, read from ISO 8601 and written as a person writes it. Pure arithmetic, no clock.

use super::Words;

/// A day.
pub struct Date {
    year: u32,
    month: usize,
    day: u32,
}

impl Date {
    /// Reads the day at the start of an ISO 8601 date or time.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.get(..10)?.split('-');
        let year = parts.next()?.parse().ok()?;
        let month: usize = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Self { year, month, day })
    }

    /// `Fri 27 Nov`.
    pub fn short(&self, words: &Words) -> String {
        let day = self.day.to_string();
        [words.weekdays[self.weekday()], " ", day.as_str(), " ", words.months[self.month - 1]].concat()
    }

    /// `27 Nov 2026`.
    pub fn long(&self, words: &Words) -> String {
        let (day, year) = (self.day.to_string(), self.year.to_string());
        [day.as_str(), " ", words.months[self.month - 1], " ", year.as_str()].concat()
    }

    /// 0 for Sunday (Sakamoto's method).
    fn weekday(&self) -> usize {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year.saturating_sub(1) } else { self.year };
        ((year + year / 4 - year / 100 + year / 400 + SHIFT[self.month - 1] + self.day) % 7) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::of;

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let date = Date::parse("2026-11-27T09:30:00+01:00").unwrap();
        assert_eq!(date.short(of("en")), "Fri 27 Nov");
        assert_eq!(date.long(of("en")), "27 Nov 2026");
        assert_eq!(date.short(of("fr")), "ven. 27 nov.");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "tomorrow, early", "2026-13-01", "2026-11-00", "é026-11-27"] {
            assert!(Date::parse(text).is_none(), "{text}");
        }
    }
}
