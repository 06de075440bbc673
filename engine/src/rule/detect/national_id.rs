//! Numbers that states give to a person: the American SSN, the French NIR, the British NINO, the Belgian,
//! Swiss and Canadian numbers. Each by its own grammar and key; where there is no key, by a word before it.

use super::Context;
use super::cards::passes_luhn;
use super::digits::{self, Run};
use crate::Severity;
use crate::rule::finding::Finding;

const SSN: &[&str] = &["ssn", "ssns", "social", "security", "sss", "itin"];
const NIR: &[&str] = &["nir", "secu", "securite", "sociale", "insee", "vitale", "immatriculation"];
const NINO: &[&str] = &["nino", "ni", "nin", "national", "insurance"];
const SIN: &[&str] = &["sin", "nas", "assurance", "insurance"];
/// Words of numbers that are nobody's, folded.
const OTHER: &[&str] = &[
    "part",
    "model",
    "modele",
    "ref",
    "reference",
    "order",
    "commande",
    "sku",
    "tracking",
    "suivi",
    "case",
    "invoice",
    "facture",
    "ticket",
    "item",
    "patent",
    "serial",
    "lot",
    "siret",
    "product",
    "produit",
    "isbn",
    "article",
    "dossier",
    "call",
    "tel",
    "phone",
    "fax",
];

/// One finding a number, masked after its first signs.
pub(crate) fn national_id(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let runs = digits::runs(text, 6);
    for run in &runs {
        let mut from = 0;
        while from < run.groups.len() {
            let hit = of_groups(context, run, from).or_else(|| nir_at(context, run.groups[from].start));
            let Some((end, kind)) = hit else {
                from += 1;
                continue;
            };
            add(context, run.groups[from].start, end, kind, None, found);
            while from < run.groups.len() && run.groups[from].start < end {
                from += 1;
            }
        }
        if let Some((start, end, labelled)) = nino(context, run) {
            add(context, start, end, "NINO", (!labelled).then_some(Severity::Review), found);
        }
    }
}

fn add(
    context: &Context<'_>,
    start: usize,
    end: usize,
    kind: &str,
    severity: Option<Severity>,
    found: &mut Vec<Finding>,
) {
    let covered = found.iter().any(|f| (f.spans[0].0 as usize) < end && start < f.spans[0].1 as usize);
    if !covered {
        let head: String = context.text.source()[start..end].chars().take(2).collect();
        let vars = vec![("kind", kind.to_owned())];
        found.push(Finding { vars, severity, ..Finding::at(start, end, [kind, " ", &head, "…"].concat()) });
    }
}

/// A number of digits alone: SSN, Belgian, Swiss, Canadian.
fn of_groups(context: &Context<'_>, run: &Run, from: usize) -> Option<(usize, &'static str)> {
    const MOST: usize = 5;
    let (text, source) = (context.text, context.text.source());
    (from + 1..=run.groups.len().min(from + MOST)).rev().find_map(|to| {
        if !run.stands_alone(source, from, to) {
            return None;
        }
        let number = run.digits(source, from, to);
        let lengths = run.lengths(from, to);
        let start = run.groups[from].start;
        let end = run.groups[to - 1].end;
        let says = |list: &[&str]| digits::labelled(text, start, 5, list);
        let other = digits::labelled(text, start, 3, OTHER);
        let mark = run.mark(source, from);
        match *lengths {
            [3, 2, 4] if is_ssn(&number) && (says(SSN) || mark == "-" && !other) => Some((end, "SSN")),
            [9] if is_ssn(&number) && says(&["ssn", "ssns"]) => Some((end, "SSN")),
            [3, 3, 3] | [9] if passes_luhn(&number) && says(SIN) && !says(&["call", "order"]) => Some((end, "SIN")),
            [2, 2, 2, 3, 2] if is_belgian(&number) => Some((end, "NRN")),
            [3, 4, 4, 2] | [13] if is_swiss(&number) && !other => Some((end, "AHV/AVS")),
            _ => None,
        }
    })
}

/// Area, group and serial as they are given out.
fn is_ssn(number: &str) -> bool {
    let (area, group, serial) = (&number[..3], &number[3..5], &number[5..]);
    area != "000" && area != "666" && !area.starts_with('9') && group != "00" && serial != "0000"
}

/// Birthday, count and key: what is left of 97, with a 2 in front for those born since 2000.
fn is_belgian(number: &str) -> bool {
    let (Ok(body), Ok(key)) = (number[..9].parse::<u64>(), number[9..].parse::<u64>()) else { return false };
    let month = body / 100_000 % 100;
    (1..=12).contains(&month) && [body, 2_000_000_000 + body].iter().any(|n| 97 - n % 97 == key)
}

/// 756, and the check digit of an EAN.
fn is_swiss(number: &str) -> bool {
    let sum: u32 = number.bytes().enumerate().map(|(i, b)| u32::from(b - b'0') * if i % 2 == 1 { 3 } else { 1 }).sum();
    number.starts_with("756") && sum.is_multiple_of(10)
}

/// A French NIR that begins at a byte: sex, year, month, place of birth, order, and its key; without the key
/// where a word says what it is.
fn nir_at(context: &Context<'_>, start: usize) -> Option<(usize, &'static str)> {
    const WHOLE: usize = 15;
    const WITHOUT_KEY: usize = 13;
    let source = context.text.source();
    if source[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut signs: Vec<u8> = Vec::with_capacity(WHOLE);
    let (mut at, mut ends) = (start, [0; 2]);
    let mut gap = 0;
    for c in source[start..].chars() {
        match c {
            _ if signs.len() == WHOLE => break,
            '0'..='9' => gap = 0,
            'A' | 'B' | 'a' | 'b' if signs.len() == 6 && signs[5] == b'2' => gap = 0,
            ' ' | '\u{A0}' | '\u{202F}' | '.' | '-' | '/' if gap == 0 && !signs.is_empty() => {
                gap = 1;
                at += c.len_utf8();
                continue;
            }
            _ => break,
        }
        signs.push(c.to_ascii_uppercase() as u8);
        at += c.len_utf8();
        if signs.len() == WITHOUT_KEY {
            ends[0] = at;
        }
        if signs.len() == WHOLE {
            ends[1] = at;
        }
    }
    let ends_there = |end: usize| !source[end..].starts_with(char::is_alphanumeric);
    let number = value(signs.get(..WITHOUT_KEY)?)?;
    if ends[1] > 0 && ends_there(ends[1]) {
        let key = u64::from(signs[13] - b'0') * 10 + u64::from(signs[14] - b'0');
        return (97 - number % 97 == key).then_some((ends[1], "NIR"));
    }
    let labelled = digits::labelled(context.text, start, 5, NIR);
    (signs.len() == WITHOUT_KEY && labelled && ends_there(ends[0])).then_some((ends[0], "NIR"))
}

/// The thirteen signs as a number, Corsica's letters replaced; `None` where no such person can be born.
fn value(signs: &[u8]) -> Option<u64> {
    let two = |i: usize| u64::from(signs[i] - b'0') * 10 + u64::from(signs[i + 1].saturating_sub(b'0'));
    let month = two(3);
    let corsica = match signs[6] {
        b'A' => 1_000_000,
        b'B' => 2_000_000,
        _ => 0,
    };
    let possible = matches!(signs[0], b'1'..=b'4' | b'7' | b'8')
        && (matches!(month, 1..=12 | 20 | 30..=42 | 50..=99))
        && (corsica > 0 || two(5) > 0)
        && signs[7..10] != *b"000"
        && signs[10..] != *b"000";
    let digits = signs.iter().fold(0, |n, &b| n * 10 + u64::from(if b.is_ascii_digit() { b - b'0' } else { 0 }));
    possible.then(|| digits - corsica)
}

/// Two letters, six digits and perhaps a letter around the digits of a run. Whether a word says so.
fn nino(context: &Context<'_>, run: &Run) -> Option<(usize, usize, bool)> {
    let source = context.text.source();
    let count = run.lengths(0, run.groups.len());
    let to = match *count {
        [6, ..] => 1,
        [2, 2, 2, ..] => 3,
        _ => return None,
    };
    let (first, last) = (run.groups[0].start, run.groups[to - 1].end);
    let letters = source[..first].trim_end_matches([' ', '\u{A0}', '-']);
    let start = letters.len().checked_sub(2)?;
    let prefix = letters.get(start..).filter(|p| p.bytes().all(|b| b.is_ascii_uppercase()))?;
    if letters[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = source[last..].trim_start_matches([' ', '\u{A0}', '-']);
    let suffix =
        rest.bytes().next().filter(|b| (b'A'..=b'D').contains(b) && !rest[1..].starts_with(char::is_alphanumeric));
    let end = if suffix.is_some() { source.len() - rest.len() + 1 } else { last };
    let labelled = digits::labelled(context.text, start, 6, NINO);
    let strict = suffix.is_some() && is_given_out(prefix) && !digits::labelled(context.text, start, 3, OTHER);
    let whole = suffix.is_some() || !source[last..].starts_with(char::is_alphanumeric);
    (whole && (labelled || strict)).then_some((start, end, labelled))
}

/// Prefixes that people have.
fn is_given_out(prefix: &str) -> bool {
    let (first, second) = (prefix.as_bytes()[0], prefix.as_bytes()[1]);
    !b"DFIQUV".contains(&first)
        && !b"DFIOQUV".contains(&second)
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix)
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn numbers_of_persons_are_found_and_masked() {
        for source in [
            "SSN 078-05-1120",
            "NI number QQ 12 34 56 C",
            "My SSN is 219-09-9999",
            "NIR 1 85 05 78 006 084 91",
            "N° sécu 185057800608491",
            "ssn: 219099999",
            "185057800608491",
            "1 85 05 78 006 084 91",
            "AB 12 34 56 C",
            "National insurance AB123456C",
            "My social security number: 078 05 1120",
            "numéro de sécurité sociale 1 85 05 78 006 084",
            "756.9217.0769.85",
            "SIN 046 454 286",
            "1 85 05 2A 006 084 35",
        ] {
            let found = find("national-id", source);
            assert_eq!(found.len(), 1, "{source}");
            assert!(found[0].matched.ends_with('…'), "{}", found[0].matched);
        }
    }

    #[test]
    fn other_numbers_pass() {
        for source in [
            "Part 123-45",
            "Call 078 051 1200",
            "Model QQ123",
            "Réf. 185057800608492",
            "Tél. 01 85 05 78 00",
            "Order 219099999",
            "Ref 123-45-6789",
            "000-12-3456",
            "Order AB123456C",
            "2026-11-24",
            "1 85 05 78 006 084 92",
            "From 10 to 12 34 56 people",
            "046 454 286",
            "Score 21-09-9999",
            "BA 123456 is on time",
        ] {
            assert_eq!(find("national-id", source), [], "{source}");
        }
    }
}
