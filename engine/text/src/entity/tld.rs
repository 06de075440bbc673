//! The top-level domains, from `data/tlds.txt` (`cargo xtask tables` makes it).
//!
//! The list is that of twitter-text (Copyright Twitter, Inc., Apache-2.0) joined with the root
//! zone as of the `tlds` list of November 2026: X reads the first, Bluesky the second.

use crate::chars;

/// One domain a line, sorted by bytes, with a mark after those that only one side knows.
const DOMAINS: &str = include_str!("../../data/tlds.txt");

/// Whose list is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// twitter-text's.
    Twitter,
    /// The root zone's, as of `data/tlds.txt`.
    Root,
    /// Either.
    Any,
}

/// Longest domain of the list, in bytes, with room for capitals that are longer than small letters.
const LONGEST: usize = 64;

/// Whether a name, in small letters, is a top-level domain.
#[must_use]
pub fn contains(list: List, name: &str) -> bool {
    match find(name) {
        Some(b'-') => list != List::Root,
        Some(b'+') => list != List::Twitter,
        Some(_) => true,
        None => false,
    }
}

/// Where the domains of each first letter begin, those of other scripts after `z`, and the end.
static STARTS: [u16; 28] = starts();

const fn starts() -> [u16; 28] {
    let (bytes, mut starts, mut letter, mut i) = (DOMAINS.as_bytes(), [0; 28], 0, 0);
    while i < bytes.len() {
        let first = if bytes[i] > b'z' { 26 } else { (bytes[i] - b'a') as usize };
        while letter < first {
            letter += 1;
            starts[letter] = i as u16;
        }
        while bytes[i] != b'\n' {
            i += 1;
        }
        i += 1;
    }
    starts[27] = bytes.len() as u16;
    starts
}

/// The byte after the name in its line, where the name has a line.
fn find(name: &str) -> Option<u8> {
    let bytes = DOMAINS.as_bytes();
    let first = usize::from(name.as_bytes().first()?.clamp(&b'a', &(b'z' + 1)) - b'a');
    let (mut low, mut high) = (usize::from(STARTS[first]), usize::from(STARTS[first + 1]));
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |i| low + i + 1);
        let end = start + bytes[start..].iter().position(|b| matches!(b, b'\n' | b'-' | b'+'))?;
        match bytes[start..end].cmp(name.as_bytes()) {
            core::cmp::Ordering::Equal => return bytes.get(end).copied(),
            core::cmp::Ordering::Less => low = end + 1 + usize::from(bytes[end] != b'\n'),
            core::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// The end of the top-level domain that begins at `at`, in any case, looking no further than
/// `limit`. What follows must not go on in letters, digits, `@`, `+` or `-`.
#[must_use]
pub fn end_at(source: &str, at: usize, limit: usize) -> Option<usize> {
    let rest = source.get(at..limit)?;
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    match rest.as_bytes().get(letters) {
        Some(b'0'..=b'9' | b'@' | b'+') => None,
        Some(b'-') => punycode(rest).map(|len| at + len),
        Some(0x80..) => longest(rest).map(|len| at + len),
        _ => (letters > 0 && known(&rest[..letters])).then_some(at + letters),
    }
}

fn known(name: &str) -> bool {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..name.len()) else {
        return false;
    };
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    core::str::from_utf8(small).is_ok_and(|name| contains(List::Twitter, name))
}

/// Length of the longest domain with which `rest` begins, other scripts included.
fn longest(rest: &str) -> Option<usize> {
    let mut small = String::new();
    let mut found = None;
    for (i, c) in rest.char_indices() {
        small.extend(c.to_lowercase());
        if small.len() > LONGEST || (c.is_ascii() && !c.is_ascii_alphabetic()) {
            break;
        }
        let end = i + c.len_utf8();
        let goes_on = chars::at(rest, end).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '+' | '-'));
        if !goes_on && contains(List::Twitter, &small) {
            found = Some(end);
        }
    }
    found
}

fn punycode(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let prefix = bytes.get(..4)?.eq_ignore_ascii_case(b"xn--");
    let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'-').count();
    (prefix && len > 4).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_between() {
        let mut last = "";
        for line in DOMAINS.lines() {
            let name = line.trim_end_matches(['-', '+']);
            assert!(last < name && name.len() <= LONGEST, "{name} is out of order");
            assert!(contains(List::Any, name) && !contains(List::Any, &format!("{name}q-")));
            assert_eq!(contains(List::Twitter, name), !line.ends_with('+'), "{name}");
            assert_eq!(contains(List::Root, name), !line.ends_with('-'), "{name}");
            last = name;
        }
        assert!(!contains(List::Any, "") && !contains(List::Any, "local") && !contains(List::Any, "zzz"));
    }

    #[test]
    fn a_domain_ends_where_no_letter_goes_on() {
        let end = |text: &str| end_at(text, 0, text.len());
        assert_eq!(end("com"), Some(3));
        assert_eq!(end("COM/x"), Some(3));
        assert_eq!(end("comだよね"), Some(3));
        assert_eq!(end("みんなです"), Some("みんな".len()));
        assert_eq!(end("vermögensberatung."), Some("vermögensberatung".len()));
        assert_eq!(end("УКР"), Some(6));
        assert_eq!(end("xn--p1ai/"), Some(8));
        assert_eq!((end("com-x"), end("com@"), end("comm"), end("xn--"), end("")), (None, None, None, None, None));
    }
}
