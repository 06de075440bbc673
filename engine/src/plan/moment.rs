//! Days and moments, counted: the small part of a calendar that rules need. It touches nothing.

use draftlens_rule::event::month_length;

/// A day of the Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// A moment: minutes since 1970 in UTC, and how far the clock there is ahead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Minutes since 1 January 1970, 00:00 UTC.
    pub minute: i64,
    /// Minutes that the writer's clock is ahead of UTC.
    pub offset: i64,
}

/// Minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;

/// A moment as it was written.
pub(crate) enum Written {
    /// With its offset.
    Whole(Moment),
    /// Without an offset: taken as if the clock showed UTC.
    NoOffset(Moment),
    /// No moment at all.
    Unreadable,
}

impl Day {
    /// The day of a year, month (1 to 12) and day; `None` where there is no such day.
    #[must_use]
    pub fn new(year: i64, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > month_length(year, month) {
            return None;
        }
        // A year that begins in March has its odd day at the end.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let before = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Some(Self(before + i64::from((153 * month + 2) / 5 + day - 1) - 719_468))
    }

    /// Year, month (1 to 12) and day.
    #[must_use]
    pub fn civil(self) -> (i64, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day = shifted.rem_euclid(146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let of_year = day - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        (year + era * 400 + i64::from(month <= 2), month as u32, (of_year - (153 * march + 2) / 5 + 1) as u32)
    }

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// ISO 8601, `2026-11-24`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }
}

impl Moment {
    /// The day that the writer's calendar shows.
    #[must_use]
    pub fn day(self) -> Day {
        Day((self.minute + self.offset).div_euclid(DAY))
    }

    /// The day at the start of an ISO 8601 text.
    #[must_use]
    pub fn day_of(text: &str) -> Option<Day> {
        let (year, month, day) = (digits(text, 0, 4)?, digits(text, 5, 2)?, digits(text, 8, 2)?);
        let dashes = text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        let ends = text.len() == 10 || matches!(text.as_bytes()[10], b'T' | b't' | b' ');
        if dashes && ends { Day::new(i64::from(year), month, day) } else { None }
    }

    /// Reads ISO 8601: a day, a time, and an offset such as `Z` or `+01:00`. A bare day is its noon.
    pub(crate) fn read(text: &str) -> Written {
        let Some(day) = Self::day_of(text) else { return Written::Unreadable };
        let at = |minute: i64, offset: i64| Moment { minute: day.0 * DAY + minute - offset, offset };
        if text.len() == 10 {
            return Written::NoOffset(at(DAY / 2, 0));
        }
        let (Some(hour), Some(minute)) = (digits(text, 11, 2), digits(text, 14, 2)) else { return Written::Unreadable };
        if text.as_bytes()[13] != b':' || hour > 24 || minute > 59 {
            return Written::Unreadable;
        }
        let minutes = i64::from(hour * 60 + minute);
        let Some(zone) = after_seconds(&text[16..]) else { return Written::Unreadable };
        match zone {
            "" => Written::NoOffset(at(minutes, 0)),
            _ => offset(zone).map_or(Written::Unreadable, |offset| Written::Whole(at(minutes, offset))),
        }
    }

    /// The moment of a text, with or without an offset.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match Self::read(text.trim()) {
            Written::Whole(moment) | Written::NoOffset(moment) => Some(moment),
            Written::Unreadable => None,
        }
    }
}

/// What stands after `:SS` and `.fff`; `None` where something else does.
fn after_seconds(rest: &str) -> Option<&str> {
    let Some(seconds) = rest.strip_prefix(':') else { return Some(rest) };
    digits(seconds, 0, 2)?;
    let rest = &seconds[2..];
    let Some(fraction) = rest.strip_prefix(['.', ',']) else { return Some(rest) };
    Some(fraction.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// Minutes of `Z`, `+01:00`, `+0100` or `+01`.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = match zone.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let hours = digits(zone, 1, 2)?;
    let minutes = match zone.len() {
        3 => 0,
        5 => digits(zone, 3, 2)?,
        6 if zone.as_bytes()[3] == b':' => digits(zone, 4, 2)?,
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * i64::from(hours * 60 + minutes))
}

/// The number of `count` digits from byte `from` on; all before them must be ASCII, so that slicing is safe.
fn digits(text: &str, from: usize, count: usize) -> Option<u32> {
    let bytes = text.as_bytes().get(..from + count)?;
    let good = bytes.is_ascii() && bytes[from..].iter().all(u8::is_ascii_digit);
    good.then(|| bytes[from..].iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_weekday_and_come_back() {
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::new(2026, 11, 24).map(Day::weekday), Some(1), "a Tuesday");
        assert_eq!(Day::new(2000, 2, 29).map(Day::weekday), Some(1));
        assert_eq!(Day::new(1900, 2, 29), None);
        assert_eq!(Day::new(2026, 6, 31), None);
        for day in (-800_000..800_000).step_by(37) {
            let (year, month, date) = Day(day).civil();
            assert_eq!(Day::new(year, month, date).filter(|_| year > 0), (year > 0).then_some(Day(day)));
        }
        assert_eq!(Day::new(987, 6, 5).map(Day::iso).as_deref(), Some("0987-06-05"));
    }

    #[test]
    fn a_moment_is_read_with_its_offset() {
        let whole = |text: &str| match Moment::read(text) {
            Written::Whole(moment) => Some((moment.minute, moment.offset, moment.day().iso())),
            _ => None,
        };
        let at = |text: &str| whole(text).unwrap().0;
        assert_eq!(at("2026-11-24T00:30:00+01:00"), at("2026-11-23T23:30Z"));
        assert_eq!(whole("2026-11-24T00:30:00.123+0100").unwrap().2, "2026-11-24");
        assert_eq!(whole("2026-11-24t00:30-05").unwrap().1, -300);
        for wrong in ["2026-11-24T09:00", "2026-11-24", "tomorrow", "", "2026-13-01T00:00Z", "2026-11-24T9:00Z"] {
            assert_eq!(whole(wrong), None, "{wrong}");
        }
        assert!(matches!(Moment::read("2026-11-24T09:00"), Written::NoOffset(_)));
        assert!(matches!(Moment::read("2026-11-24"), Written::NoOffset(_)));
        for odd in [
            "2026-11-24T",
            "2026-11-24T09:00+",
            "é026-11-24",
            "2026-11-2é",
            "2026-11-24T09:0é",
            "2026-11-24T09:00:0é",
            "2026-11-24T09:00é",
            "2026-11-24é09:00Z",
        ] {
            assert!(matches!(Moment::read(odd), Written::Unreadable), "{odd}");
        }
    }
}
