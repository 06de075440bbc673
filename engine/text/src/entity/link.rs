//! Links as twitter-text finds them: a domain that ends in a known top-level domain, with or
//! without `http(s)://`, then port, path and query.
//!
//! Work starts at a dot between two characters of a domain; the run of characters around it is
//! read once from left to right, label by label. A label looks ahead for the furthest top-level
//! domain that can end its domain, and what was seen ahead is kept for the labels after it.

use super::punycode::ascii_label;
use super::{Entity, EntityKind, tld};
use crate::chars;

/// The longest link that X shortens, in UTF-16 units, its scheme included.
const LONGEST: usize = 4096;
/// The longest label of a domain, in its ASCII form.
const LONGEST_LABEL: usize = 63;
/// The longest slug of X's own `t.co`.
const LONGEST_SLUG: usize = 40;

/// Finds the links of a text, in order.
#[must_use]
pub fn find(source: &str) -> Vec<Entity> {
    find_with(source, &["https", "http"])
}

/// Finds links, with other schemes than X's. Where one scheme ends like another, the longer comes first.
#[must_use]
pub fn find_with(source: &str, schemes: &[&str]) -> Vec<Entity> {
    let mut finder =
        Finder { source, schemes, bytes: source.as_bytes(), floor: 0, ahead: Ahead::default(), found: Vec::new() };
    let mut at = 0;
    while let Some(dot) = finder.bytes[at..].iter().position(|&b| b == b'.').map(|i| at + i) {
        at = if finder.joins(dot) { finder.run(at, dot) } else { dot + 1 };
    }
    finder.found
}

struct Finder<'a> {
    source: &'a str,
    schemes: &'a [&'a str],
    bytes: &'a [u8],
    /// The character before a link must begin here or later.
    floor: usize,
    ahead: Ahead,
    found: Vec<Entity>,
}

/// What is known of the labels that follow.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// Labels that begin before this byte were read.
    until: usize,
    /// The furthest dot before a top-level domain, and that domain's end.
    best: Option<(usize, usize)>,
}

/// What stands before a link's domain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Scheme(usize),
    Nothing,
    /// `-`, `_`, `.` or `/`: what follows is part of something else.
    Refused,
}

impl Finder<'_> {
    /// Whether a dot stands between two characters of a domain.
    fn joins(&self, dot: usize) -> bool {
        chars::at(self.source, dot + 1).is_some_and(is_domain) && chars::before(self.source, dot).is_some_and(is_domain)
    }

    /// Looks for one link in the run around `dot`, which begins at `from` or later. Says where to go on.
    fn run(&mut self, from: usize, dot: usize) -> usize {
        let start = self.run_start(from, dot);
        let mut label = start;
        loop {
            let end = self.label_end(label);
            if self.bytes.get(end) != Some(&b'.') {
                return end.max(dot + 1);
            }
            if let Some((domain, domain_end)) = self.domain_in(label, end) {
                let lead = self.lead(domain, label == start);
                return self.take(lead, domain, domain_end);
            }
            label = end + 1;
        }
    }

    fn run_start(&self, from: usize, dot: usize) -> usize {
        let back = self.source[from..dot]
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_domain(c) || matches!(c, '-' | '_' | '.'));
        back.last().map_or(dot, |(i, _)| from + i)
    }

    /// The end of the label at `start`: the first character that no label holds.
    fn label_end(&self, start: usize) -> usize {
        let mut at = start;
        while let Some(c) = chars::at(self.source, at) {
            if !is_domain(c) && c != '-' && c != '_' {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// The first domain that begins in the label at `label..dot`.
    fn domain_in(&mut self, label: usize, dot: usize) -> Option<(usize, usize)> {
        if !chars::before(self.source, dot).is_some_and(is_domain) || dot == label {
            return None;
        }
        let ahead = self.look_ahead(dot + 1);
        let (from, end) = match ahead {
            Some(end) => (label, end),
            None => {
                let end = tld::end_at(self.source, dot + 1, self.source.len())?;
                let from = self.bytes[label..dot].iter().rposition(|&b| b == b'_').map_or(label, |i| label + i + 1);
                (from, end)
            }
        };
        self.start_in(from, dot).map(|start| (start, end))
    }

    fn start_in(&self, from: usize, dot: usize) -> Option<usize> {
        let mut before = chars::before(self.source, from);
        for (i, c) in self.source[from..dot].char_indices() {
            let start = from + i;
            if is_domain(c) && (self.may_follow(before, start) || self.scheme(start).is_some()) {
                return Some(start);
            }
            before = Some(c);
        }
        None
    }

    /// Whether a link may begin at `start`, after the character `before`.
    fn may_follow(&self, before: Option<char>, start: usize) -> bool {
        match before {
            None => true,
            Some(c) => {
                start - c.len_utf8() >= self.floor
                    && !c.is_ascii_alphanumeric()
                    && !matches!(c, '@' | '＠' | '$' | '#' | '＃' | '\u{FFFE}' | '\u{FEFF}' | '\u{FFFF}')
            }
        }
    }

    /// The end of the furthest top-level domain that the labels from `label` on can reach.
    fn look_ahead(&mut self, label: usize) -> Option<usize> {
        if label >= self.ahead.until {
            self.ahead = self.read_ahead(label);
        }
        self.ahead.best.filter(|&(dot, _)| dot >= label).map(|(_, end)| end)
    }

    fn read_ahead(&self, mut label: usize) -> Ahead {
        let mut best = None;
        loop {
            let dot = self.label_end(label);
            let whole = dot > label
                && self.bytes.get(dot) == Some(&b'.')
                && chars::at(self.source, label).is_some_and(is_domain)
                && chars::before(self.source, dot).is_some_and(is_domain);
            if !whole {
                return Ahead { until: label + 1, best };
            }
            if !self.bytes[label..dot].contains(&b'_') {
                best = tld::end_at(self.source, dot + 1, self.source.len()).map(|end| (dot, end)).or(best);
            }
            label = dot + 1;
        }
    }

    fn lead(&self, domain: usize, first: bool) -> Lead {
        if let Some(scheme) = self.scheme(domain).filter(|_| first) {
            return Lead::Scheme(scheme);
        }
        match chars::before(self.source, domain) {
            Some('-' | '_' | '.' | '/') => Lead::Refused,
            _ => Lead::Nothing,
        }
    }

    /// Where the scheme and `://` before `domain` begins, if a link may begin there.
    fn scheme(&self, domain: usize) -> Option<usize> {
        let head = self.bytes.get(..domain)?.strip_suffix(b"://")?;
        let is_end = |name: &&str| {
            head.len() >= name.len() && head[head.len() - name.len()..].eq_ignore_ascii_case(name.as_bytes())
        };
        let name = self.schemes.iter().copied().find(is_end)?;
        let start = head.len() - name.len();
        self.may_follow(chars::before(self.source, start), start).then_some(start)
    }

    /// Takes or refuses the link whose domain is known; says where it ends.
    fn take(&mut self, lead: Lead, domain: usize, domain_end: usize) -> usize {
        let path = self.port_end(domain_end);
        let query = self.path_end(path);
        let end = self.query_end(query);
        self.floor = end;
        let link_start = if let Lead::Scheme(start) = lead { start } else { domain };
        if lead == Lead::Refused || !self.is_valid(link_start, domain, domain_end, end) {
            return end;
        }
        if let Lead::Scheme(start) = lead {
            self.take_with_scheme(start, domain, domain_end, end);
        } else {
            self.take_ascii(domain, domain_end);
            if let (true, Some(last)) =
                (query > path, self.found.last_mut().filter(|last| last.start as usize >= domain))
            {
                last.end = end as u32;
            }
        }
        end
    }

    fn take_with_scheme(&mut self, start: usize, domain: usize, domain_end: usize, end: usize) {
        let mut end = end;
        if self.source[domain..domain_end].eq_ignore_ascii_case("t.co") && self.bytes.get(domain_end) == Some(&b'/') {
            let slug = domain_end + 1;
            let slug_end = slug + self.bytes[slug..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            if slug_end - slug > LONGEST_SLUG {
                return;
            }
            if slug_end > slug {
                end = self.query_end(slug_end);
            }
        }
        self.found.push(Entity::new(EntityKind::Link, (start, end)));
    }

    /// Without a scheme only Latin domains are links: cuts them out of a domain that may hold others.
    fn take_ascii(&mut self, domain: usize, domain_end: usize) {
        let mut at = domain;
        while let Some((start, end)) = self.latin_domain(at, domain_end) {
            self.found.push(Entity::new(EntityKind::Link, (start, end)));
            at = end;
        }
    }

    /// The first Latin domain of a domain, from a byte on.
    fn latin_domain(&self, from: usize, domain_end: usize) -> Option<(usize, usize)> {
        let mut at = from;
        while at < domain_end {
            let label = self.latin_end(at, domain_end);
            if label == at {
                at += chars::at(self.source, at).map_or(1, char::len_utf8);
                continue;
            }
            let (mut dot, mut end) = (label, None);
            while self.bytes.get(dot) == Some(&b'.') && dot < domain_end {
                end = tld::end_at(self.source, dot + 1, domain_end).or(end);
                let next = self.latin_end(dot + 1, domain_end);
                if next == dot + 1 {
                    break;
                }
                dot = next;
            }
            if let Some(end) = end {
                return Some((at, end));
            }
            at = dot.max(label).max(at + 1);
        }
        None
    }

    fn latin_end(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while let Some(c) = chars::at(self.source, at).filter(|_| at < limit) {
            if !(c.is_ascii_alphanumeric() || c == '-' || is_latin_accent(c)) {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    fn port_end(&self, at: usize) -> usize {
        if self.bytes.get(at) != Some(&b':') {
            return at;
        }
        match self.bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count() {
            0 => at,
            digits => at + 1 + digits,
        }
    }

    fn path_end(&self, slash: usize) -> usize {
        if self.bytes.get(slash) != Some(&b'/') {
            return slash;
        }
        let (mut at, mut end) = (slash + 1, slash + 1);
        while let Some(c) = chars::at(self.source, at) {
            if let Some(group) = self.parentheses_end(at) {
                (at, end) = (group, group);
                continue;
            }
            if !is_path(c) {
                break;
            }
            at += c.len_utf8();
            if !matches!(
                c,
                '!' | '*' | '\'' | ';' | ':' | ',' | '.' | '$' | '%' | '[' | ']' | '–' | '~' | '@' | '|' | '&'
            ) {
                end = at;
            }
        }
        end
    }

    /// The end of `(…)` at `at`, with one more pair inside at most.
    fn parentheses_end(&self, at: usize) -> Option<usize> {
        if self.bytes.get(at) != Some(&b'(') {
            return None;
        }
        let inner = self.path_run(at + 1);
        match self.bytes.get(inner) {
            Some(b')') if inner > at + 1 => Some(inner + 1),
            Some(b'(') => {
                let nested = self.path_run(inner + 1);
                let close =
                    (nested > inner + 1 && self.bytes.get(nested) == Some(&b')')).then(|| self.path_run(nested + 1))?;
                (self.bytes.get(close) == Some(&b')')).then_some(close + 1)
            }
            _ => None,
        }
    }

    fn path_run(&self, mut at: usize) -> usize {
        while let Some(c) = chars::at(self.source, at).filter(|&c| is_path(c)) {
            at += c.len_utf8();
        }
        at
    }

    fn query_end(&self, mark: usize) -> usize {
        if self.bytes.get(mark) != Some(&b'?') {
            return mark;
        }
        let is_query = |b: &u8| b.is_ascii_alphanumeric() || b"!?*'@();:&=+$/%#[]-_.,~|".contains(b);
        let is_last = |b: &u8| b.is_ascii_alphanumeric() || b"-_&=#/".contains(b);
        let run = self.bytes[mark + 1..].iter().take_while(|b| is_query(b)).count();
        self.bytes[mark + 1..=mark + run].iter().rposition(is_last).map_or(mark, |i| mark + 2 + i)
    }

    /// Whether no label and not the whole is too long.
    fn is_valid(&self, start: usize, domain: usize, domain_end: usize, end: usize) -> bool {
        let name = &self.source[domain..domain_end];
        let scheme = if start == domain { "https://".len() } else { 0 };
        let units: usize = self.source[start..end].chars().map(char::len_utf16).take(LONGEST + 1).sum();
        // What begins as if it were encoded must be so, or hold a domain that may be.
        let encoded = name.starts_with("xn--") && !name.is_ascii();
        let fake = encoded && self.latin_domain(domain, domain_end).is_none();
        !fake && units + scheme <= LONGEST && name.split('.').all(|label| ascii_label_len(label) <= LONGEST_LABEL)
    }
}

/// Whether a character may stand in a domain: none that is punctuation, white space or a direction mark.
fn is_domain(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '"' | '`' => true,
        '!'..='~' => false,
        '\u{85}'
        | '\u{180E}'
        | '\u{FFFE}'
        | '\u{FFFF}'
        | '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => false,
        _ => !chars::is_space(c),
    }
}

fn is_path(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric() || "!*';:=+,.$/%#[]-_~@|&".contains(c),
        '–' | '\u{400}'..='\u{4FF}' => true,
        _ => is_latin_accent(c),
    }
}

/// The Latin letters and marks that twitter-text takes for those of a domain, a path or a name.
pub(crate) fn is_latin_accent(c: char) -> bool {
    match c {
        '\u{D7}' | '\u{F7}' => false,
        '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' => true,
        _ => matches!(
            c,
            '\u{253}'
                | '\u{254}'
                | '\u{256}'
                | '\u{257}'
                | '\u{259}'
                | '\u{25B}'
                | '\u{263}'
                | '\u{268}'
                | '\u{26F}'
                | '\u{272}'
                | '\u{289}'
                | '\u{28B}'
                | '\u{2BB}'
        ),
    }
}

/// Length of a label once it is written in Punycode, or any number above the longest.
fn ascii_label_len(label: &str) -> usize {
    if label.is_ascii() { label.len() } else { ascii_label(label).map_or(usize::MAX, |ascii| ascii.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(source: &str) -> Vec<&str> {
        find(source).iter().map(|e| &source[e.start as usize..e.end as usize]).collect()
    }

    #[test]
    fn punctuation_and_brackets_around_a_link_are_no_part_of_it() {
        assert_eq!(
            links("(see http://a.com/b), “a.fr/x!” or <http://c.org>."),
            ["http://a.com/b", "a.fr/x", "http://c.org"]
        );
        assert_eq!(
            links("en.wikipedia.org/wiki/Primer_(film) [http://a.com?q=1]"),
            ["en.wikipedia.org/wiki/Primer_(film)", "http://a.com?q=1"]
        );
    }

    #[test]
    fn a_full_stop_without_a_space_is_no_link_unless_a_domain_follows() {
        assert_eq!(links("Done.Then. e.g. 3.14 v1.2 ...ok node.js"), [""; 0]);
        assert_eq!(links("main.rs README.md"), ["main.rs", "README.md"]);
    }

    #[test]
    fn what_begins_as_if_encoded_must_hold_a_latin_domain() {
        assert_eq!(links("xn--bcher-kva.de例え.jp xn--例.jp"), ["xn--bcher-kva.de"]);
    }

    #[test]
    fn the_furthest_top_level_domain_ends_the_domain() {
        assert_eq!(links("www.foo.co.uk a.com.zzz x.zz_bar.com/y"), ["www.foo.co.uk", "a.com"]);
    }
}
