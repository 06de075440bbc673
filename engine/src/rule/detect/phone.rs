//! Telephone numbers, by the grammar of France, Belgium, Switzerland, Britain, North America and, after a
//! `+`, of any country. A mobile is somebody's; a landline or an American number is, when the words say so.

use draftlens_text::{Kind, Text, Token};

use super::Context;
use super::digits::{self, Group, Run};
use crate::Severity;
use crate::rule::finding::Finding;

/// Whose number it is, as far as its digits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Mobile,
    Landline,
    /// A grammar that does not tell mobile from landline.
    Open,
    /// Free, shared-cost, premium: made to be published.
    Service,
}

/// Words that announce a number, folded.
const LABEL: &[&str] = &[
    "tel",
    "telephone",
    "phone",
    "mobile",
    "cell",
    "portable",
    "gsm",
    "number",
    "numero",
    "call",
    "calls",
    "text",
    "sms",
    "whatsapp",
    "appel",
    "appelez",
    "appeler",
    "appelle",
    "joindre",
    "joignez",
    "joignable",
    "ring",
    "texto",
    "telephonez",
    "telephoner",
    "rappelez",
    "phoning",
    "dial",
    "reach",
    "contactez",
    "contact",
    "fax",
];

/// Words of numbers that are no telephone's, folded.
const OTHER: &[&str] = &[
    "ref",
    "reference",
    "order",
    "commande",
    "siret",
    "siren",
    "isbn",
    "issn",
    "tracking",
    "suivi",
    "colis",
    "dossier",
    "facture",
    "invoice",
    "sku",
    "ticket",
    "rcs",
    "tva",
    "vat",
    "iban",
    "ean",
    "imei",
    "patent",
    "serial",
    "loto",
    "tirage",
    "euromillions",
    "lot",
    "code",
    "item",
    "article",
    "rna",
    "account",
    "compte",
    "doi",
    "arxiv",
    "cas",
    "permit",
    "licence",
    "license",
];

/// Words that say that a number is a person's own, folded.
const PERSONAL: &[&str] = &[
    "cell",
    "personal",
    "private",
    "home",
    "perso",
    "personnel",
    "portable",
    "domicile",
    "prive",
    "privee",
    "directly",
    "directement",
    "mum",
    "mom",
    "dad",
    "maman",
    "papa",
];

/// Words that say so right before a number: “call me at”, “appelez-moi au”.
const TO_ME: &[&str] = &["me", "moi"];

/// Somebody's, and what of theirs: “my number”, “mon numéro”, “her direct line”.
const WHOSE: &[&str] = &["my", "his", "her", "mon", "ma", "son", "sa"];
const NUMBER: &[&str] = &[
    "number",
    "numero",
    "cell",
    "phone",
    "mobile",
    "tel",
    "telephone",
    "portable",
    "home",
    "personal",
    "private",
    "direct",
    "ligne",
    "line",
    "gsm",
    "whatsapp",
];

/// Words that say that a house gives the number to everybody, folded.
const OFFICE: &[&str] = &[
    "us",
    "our",
    "office",
    "store",
    "shop",
    "hotline",
    "helpline",
    "reservation",
    "reservations",
    "reserve",
    "book",
    "booking",
    "bookings",
    "reserver",
    "reservez",
    "reception",
    "desk",
    "team",
    "support",
    "service",
    "customer",
    "renseignement",
    "renseignements",
    "ticket",
    "tickets",
    "billetterie",
    "billets",
    "rsvp",
    "appointment",
    "appointments",
    "rdv",
    "clinic",
    "hotel",
    "restaurant",
    "press",
    "presse",
    "standard",
    "accueil",
    "boutique",
    "magasin",
    "mairie",
    "agence",
    "nous",
    "notre",
    "nos",
    "inscription",
    "inscriptions",
    "contactez",
    "sav",
    "urgence",
    "urgences",
    "emergency",
    "lifeline",
    "crisis",
    "donate",
    "vote",
    "register",
    "concours",
    "contest",
    "poste",
    "vocale",
    "department",
    "concierge",
    "dealer",
    "concessionnaire",
    "toll",
    "secretariat",
    "association",
];

/// Words beside numbers in general, which say so where the number may be any, folded.
const PUBLIC: &[&str] = &[
    "info",
    "infos",
    "information",
    "informations",
    "fax",
    "line",
    "ligne",
    "contact",
    "numero",
    "vert",
    "details",
    "order",
    "commande",
    "commandes",
    "adresse",
    "visit",
    "today",
    "questions",
    "question",
    "city",
    "tel",
    "telephone",
    "phone",
    "hours",
    "horaires",
    "open",
    "ouvert",
    "rue",
    "street",
    "avenue",
    "www",
];

/// One finding a number that is not the house's, masked after its first digits.
pub(crate) fn phone(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    for run in digits::runs(context.text, 8) {
        let mut from = 0;
        while from < run.groups.len() {
            let Some((to, line)) = number_at(context.text, &run, from) else {
                from += 1;
                continue;
            };
            let start = start_of(source, run.groups[from]);
            let end = run.groups[to - 1].end;
            let number = run.digits(source, from, to);
            from = to;
            if let Some(severity) = severity(context.text, line, start, end).filter(|_| !is_own(context, &number)) {
                found.push(finding(context, start, end, severity));
            }
        }
    }
}

fn finding(context: &Context<'_>, start: usize, end: usize, severity: Severity) -> Finding {
    let head: String = context.text.source()[start..end].chars().take(4).collect();
    let phones = &context.settings.policy.phones;
    // Which of several is meant, nobody knows.
    let edits = (phones.len() == 1).then(|| vec![(start as u32, end as u32, phones[0].clone())]);
    Finding { severity: Some(severity), edits, ..Finding::at(start, end, [head.trim_end(), "…"].concat()) }
}

/// How bad it is, if at all: the words around a number say whose it is.
fn severity(text: &Text, line: Line, start: usize, end: usize) -> Option<Severity> {
    let near = around(text, start, end);
    let says = |list: &[&str]| near.iter().any(|w| list.contains(w));
    let whose = digits::labelled(text, start, 4, TO_ME) || is_somebodys(text, start);
    match line {
        Line::Service => None,
        _ if whose || says(PERSONAL) => Some(Severity::Review),
        _ if is_house_line(text, start, end, &near) => None,
        // A house that gives a mobile to everybody may mean to.
        Line::Mobile if !says(OFFICE) => Some(Severity::Review),
        Line::Mobile => Some(Severity::Advise),
        Line::Open if !says(OFFICE) && !says(PUBLIC) => Some(Severity::Advise),
        Line::Open | Line::Landline => None,
    }
}

/// Whether it is the line of a house: beside its web address, its helpline, or alone below “visit us” or a street.
fn is_house_line(text: &Text, start: usize, end: usize, near: &[&str]) -> bool {
    const BESIDE: usize = 3;
    const MARKS: usize = 8;
    let tokens = text.tokens();
    let first = tokens.partition_point(|t| (t.end as usize) <= start);
    let last = tokens.partition_point(|t| (t.start as usize) < end);
    let beside = &tokens[first.saturating_sub(BESIDE)..(last + BESIDE).min(tokens.len())];
    let before = tokens[..first].iter().rev().take(MARKS).find(|t| !matches!(t.kind, Kind::Emoji | Kind::Mark));
    let alone = before.is_some_and(|t| t.kind == Kind::Break);
    let house =
        |t: &Token| matches!(text.folded(t), "visit" | "stop" | "branch" | "depot" | "rue" | "street" | "avenue");
    beside.iter().any(|t| t.kind == Kind::Link)
        || near.iter().any(|word| matches!(*word, "helpline" | "hotline"))
        || alone && tokens[..first].iter().rev().take(60).any(house)
}

/// Whether the words before a number, in its line, say whose it is.
fn is_somebodys(text: &Text, start: usize) -> bool {
    // Nearest first: what is somebody's stands before the word that says so.
    let mut words = digits::words_before(text, start, 8);
    words.retain(|w| !matches!(*w, "own" | "new" | "propre" | "nouveau"));
    words.windows(2).any(|pair| NUMBER.contains(&pair[0]) && WHOSE.contains(&pair[1]))
}

/// The words of the number's sentence, as many as count.
fn around(text: &Text, start: usize, end: usize) -> Vec<&str> {
    const FURTHEST: usize = 20;
    let tokens = text.tokens();
    let first = tokens.partition_point(|t| (t.end as usize) <= start);
    let last = tokens.partition_point(|t| (t.start as usize) < end);
    let sentence = tokens.get(first).map(|t| t.sentence);
    let here = |t: &&draftlens_text::Token| Some(t.sentence) == sentence;
    let before = tokens[..first].iter().rev().take(FURTHEST).take_while(here);
    let after = tokens[last.min(tokens.len())..].iter().take(FURTHEST).take_while(here);
    before.chain(after).map(|t| text.folded(t)).collect()
}

/// Whether the house gives this number to everybody: the last nine digits say so, whatever stands before them.
fn is_own(context: &Context<'_>, number: &str) -> bool {
    const LAST: usize = 9;
    let tail = |digits: &str| digits[digits.len().saturating_sub(LAST)..].to_owned();
    context.settings.policy.phones.iter().any(|phone| {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        digits.len() >= 6 && tail(&digits) == tail(number)
    })
}

/// With its `+` and bracket.
fn start_of(source: &str, group: Group) -> usize {
    let before = source[..group.start].trim_end_matches('(');
    let before = before.strip_suffix('+').unwrap_or(before);
    let before = before.strip_suffix('(').filter(|_| source[before.len()..].starts_with('+')).unwrap_or(before);
    before.len()
}

/// The number that begins with group `from`: the group after its last, and whose it is. The longest wins.
fn number_at(text: &Text, run: &Run, from: usize) -> Option<(usize, Line)> {
    const MOST: usize = 8;
    let source = text.source();
    let start = start_of(source, run.groups[from]);
    let plus = source[start..].starts_with(['+']) || source[start..].starts_with("(+");
    if source[..start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '=' | '$' | '€' | '£' | '#' | '.' | ','))
    {
        return None;
    }
    let labelled = digits::labelled(text, start, 4, LABEL);
    // “Tracking number” is no telephone's.
    let named =
        digits::words_before(text, start, 4).iter().any(|w| LABEL.contains(w) && !matches!(*w, "number" | "numero"));
    if !named && !plus && digits::labelled(text, start, 3, OTHER) {
        return None;
    }
    (from + 1..=run.groups.len().min(from + MOST)).rev().find_map(|to| {
        let number = run.digits(source, from, to);
        let after = source[run.groups[to - 1].end..].chars().next();
        if after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '€' | '$' | '£' | '_'))
            || !is_even(source, run, from, to)
        {
            return None;
        }
        let lengths = run.lengths(from, to);
        let line = if plus { abroad(&number)? } else { at_home(&number, &lengths, labelled)? };
        (plus || !is_a_list(text, source, run, from, to)).then_some((to, line))
    })
}

/// Whether the marks between the groups are of one kind after the first; a point or comma goes on to no digits.
fn is_even(source: &str, run: &Run, from: usize, to: usize) -> bool {
    let marks: Vec<&str> = (from..to - 1).map(|i| run.mark(source, i)).collect();
    // In `+33 (0)6 12` the brackets are marks of their own.
    let first = if marks.first().is_some_and(|mark| mark.ends_with('(')) { 3 } else { 2 };
    let even = marks.iter().skip(first).all(|mark| *mark == marks[first - 1] || mark.trim() == marks[first - 1].trim());
    let next = if to < run.groups.len() { run.mark(source, to - 1) } else { "" };
    let goes_on = !next.is_empty() && marks.last() == Some(&next) && next != " " || matches!(next, ".");
    even && !goes_on
}

/// Days in a row, or drawn numbers: `06/07/08/09/10 December`.
fn is_a_list(text: &Text, source: &str, run: &Run, from: usize, to: usize) -> bool {
    if run.lengths(from, to) != [2; 5] {
        return false;
    }
    let numbers: Vec<u32> =
        (from..to).filter_map(|i| source[run.groups[i].start..run.groups[i].end].parse().ok()).collect();
    let rising = numbers.windows(2).all(|w| w[0] < w[1]);
    let in_a_row = numbers.windows(2).all(|w| w[0] + 1 == w[1]);
    in_a_row
        || rising
            && numbers.iter().all(|n| *n <= 50)
            && digits::says(text, &["loto", "tirage", "euromillions", "lotto", "jackpot", "keno"])
}

/// A number with its country's code.
fn abroad(number: &str) -> Option<Line> {
    let whole = (8..=15).contains(&number.len()) && !number.starts_with('0');
    if !whole {
        return None;
    }
    let rest = |code: &str| number.strip_prefix(code).map(|rest| rest.strip_prefix('0').unwrap_or(rest));
    let pick = |mobile: bool, service: bool| match (service, mobile) {
        (true, _) => Line::Service,
        (_, true) => Line::Mobile,
        _ => Line::Landline,
    };
    let begins = |n: &str, heads: &[&str]| heads.iter().any(|h| n.starts_with(h));
    if let Some(n) = number.strip_prefix('1') {
        return american(n);
    }
    if let Some(n) = rest("33") {
        return (n.len() == 9).then(|| pick(begins(n, &["6", "7"]), n.starts_with('8')));
    }
    if let Some(n) = rest("44") {
        return (9..=10)
            .contains(&n.len())
            .then(|| pick(n.starts_with('7') && !n.starts_with("70"), begins(n, &["3", "8", "9"])));
    }
    if let Some(n) = rest("32") {
        return (8..=9)
            .contains(&n.len())
            .then(|| pick(n.len() == 9 && n.starts_with('4'), begins(n, &["800", "78", "90"])));
    }
    if let Some(n) = rest("41") {
        return (n.len() == 9).then(|| pick(n.starts_with('7'), begins(n, &["8", "90"])));
    }
    if let Some(n) = rest("49") {
        return Some(pick(begins(n, &["15", "16", "17"]), begins(n, &["800", "180", "900"])));
    }
    if let Some(n) = rest("34") {
        return (n.len() == 9).then(|| pick(begins(n, &["6", "7"]), begins(n, &["900", "901", "902"])));
    }
    if let Some(n) = number.strip_prefix("39") {
        return Some(pick(n.starts_with('3'), begins(n, &["800", "840", "199"])));
    }
    let mobile = MOBILES.iter().any(|(code, heads)| rest(code).is_some_and(|n| begins(n, heads)));
    (number.len() >= 9).then_some(if mobile { Line::Mobile } else { Line::Open })
}

/// Countries whose mobiles have heads of their own: Ireland, Australia, the Netherlands, Portugal, Luxembourg,
/// Morocco, Algeria, Tunisia. Recalled, not looked up.
const MOBILES: &[(&str, &[&str])] = &[
    ("353", &["83", "85", "86", "87", "89"]),
    ("61", &["4"]),
    ("31", &["6"]),
    ("351", &["9"]),
    ("352", &["6"]),
    ("212", &["6", "7"]),
    ("213", &["5", "6", "7"]),
    ("216", &["2", "4", "5", "9"]),
];

/// A number without a country's code, by its length and grouping.
fn at_home(number: &str, lengths: &[usize], labelled: bool) -> Option<Line> {
    if let Some(rest) = number.strip_prefix("00").filter(|_| number.len() >= 11) {
        return abroad(rest);
    }
    let pairs = matches!(
        lengths,
        [10] | [2, 2, 2, 2, 2] | [2, 8] | [2, 4, 4] | [4, 2, 2, 2] | [3, 3, 2, 2] | [4, 3, 3] | [4, 6] | [2, 3, 3, 2]
    );
    let second = *number.as_bytes().get(1)?;
    match (number.len(), number.as_bytes()[0], second) {
        // Nor does it group 0713 059 942: Kenya does, and its neighbours.
        (10, b'0', b'6' | b'7') if *lengths == [4, 3, 3] || *lengths == [4, 6] => Some(Line::Open),
        (10, b'0', b'6' | b'7') if pairs => Some(Line::Mobile),
        // Belgium writes its mobiles 0470 12 34 56, and France nothing so.
        (10, b'0', b'4') if matches!(lengths, [4, 2, 2, 2] | [4, 3, 3] | [4, 6]) && number.as_bytes()[2] >= b'5' => {
            Some(Line::Mobile)
        }
        (10, b'0', b'8') if pairs => Some(Line::Service),
        (10, b'0', b'1'..=b'5' | b'9') if pairs && (lengths.len() > 1 || labelled) => Some(Line::Landline),
        (9, b'0', b'1'..=b'9') if matches!(lengths, [2, 3, 2, 2] | [3, 2, 2, 2]) => Some(Line::Landline),
        (11, b'0', b'7') if matches!(lengths, [11] | [5, 6] | [5, 3, 3] | [4, 3, 4] | [3, 4, 4]) => Some(Line::Mobile),
        (11, b'0', b'1' | b'2') if lengths.len() > 1 || labelled => Some(Line::Landline),
        (11, b'0', b'3' | b'8' | b'9') => Some(Line::Service),
        (11, b'0', b'1') if labelled => Some(Line::Landline),
        (10, _, _) if matches!(lengths, [3, 3, 4]) || labelled && matches!(lengths, [10] | [3, 7]) => american(number),
        (11, b'1', _) if matches!(lengths, [1, 3, 3, 4]) => american(&number[1..]),
        (9, b'6' | b'7', _) if labelled && matches!(lengths, [3, 3, 3] | [3, 2, 2, 2] | [9]) => Some(Line::Mobile),
        (11..=12, b'0', b'1') if labelled && matches!(number.as_bytes()[2], b'5'..=b'7') => Some(Line::Mobile),
        _ => None,
    }
}

/// Ten digits of North America; `None` where no area or exchange begins so.
fn american(number: &str) -> Option<Line> {
    let bytes = number.as_bytes();
    let given = bytes.len() == 10 && bytes[0] >= b'2' && bytes[3] >= b'2' && bytes[1..3] != *b"11";
    let free = ["800", "833", "844", "855", "866", "877", "888", "900"].iter().any(|head| number.starts_with(head));
    given.then_some(if free { Line::Service } else { Line::Open })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, mended};
    use crate::{Policy, Settings, Severity};

    #[test]
    fn numbers_of_persons_are_found_and_masked() {
        for source in [
            "Call me on 310-555-0142",
            "Text +44 7700 900123",
            "My cell: (212) 555-0199",
            "Appelez-moi au 06 12 34 56 78",
            "SMS au +33 6 12 34 56 78",
            "06.12.34.56.78",
            "0612345678",
            "07-12-34-56-78",
            "+33612345678",
            "+33 (0)6 12 34 56 78",
            "0033 6 12 34 56 78",
            "WhatsApp 07700 900123",
            "GSM 0470 12 34 56",
            "+32 470 12 34 56",
            "079 123 45 67",
            "+41 79 123 45 67",
            "my home number is 01 23 45 67 89",
            "Ring me, Dave: 415.555.0132",
            "+1 310 555 0142",
            "(310) 555-0142",
            "+221 77 123 45 67",
            "tel:+33612345678",
            "06 12 34 56 78 / 07 98 76 54 32",
            "Mon numéro : 04 72 00 11 22",
            "06\u{202F}12\u{202F}34\u{202F}56\u{202F}78",
        ] {
            let found = find("phone", source);
            let expected = if source.contains(" / ") { 2 } else { 1 };
            assert_eq!(found.len(), expected, "{source} {found:?}");
            let untold = ["+1", "(3", "+2"].iter().any(|head| source.starts_with(head));
            assert_eq!(found[0].severity, Some(if untold { Severity::Advise } else { Severity::Review }), "{source}");
            assert!(found[0].matched.chars().count() <= 5, "masked: {}", found[0].matched);
        }
    }

    #[test]
    fn public_lines_and_other_numbers_pass() {
        for source in [
            "Order 310555",
            "Only 2026-11-24",
            "Room 310, floor 5",
            "Réf. 0612345",
            "Le 24 11 2026",
            "Call our helpline 0800 123 4567",
            "Numéro vert 0 800 12 34 56",
            "0800 12 34 56",
            "Appelez le 3939 ou le 15",
            "Call 1-800-555-0199",
            "Réservations au 04 72 00 11 22",
            "Book at 212-555-0199",
            "Commande 0612345678",
            "Les 06/07/08/09/10 décembre",
            "Loto : 06 12 23 34 45",
            "1 000 000 000 €",
            "Total 612 345 678",
            "2.3.4 then 10.20.30",
            "10 000 20 000 30 000",
            "SIRET 732 829 320 00074",
            "ISBN 978-2-07-036002-4",
            "12:30 - 14:00, 15/11/2026",
            "1234567890",
            "https://a.fr/0612345678",
            "Since 1998, 2004, 2012 and 2026",
            "0844 123 4567",
            "Version 310.555.0142.7",
            "📞 Contact us: 0713 059 942",
            "Concours par téléphone (514-790-9850) attendez mon signal",
            "Score 110-112-0199",
        ] {
            assert_eq!(find("phone", source), [], "{source}");
        }
    }

    #[test]
    fn the_house_s_own_number_passes_and_is_offered() {
        let policy = Policy { phones: vec!["+33 6 00 00 00 01".into()], ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "phone", "06 00 00 00 01"), []);
        let source = "Appelez le 06 12 34 56 78";
        assert_eq!(mended(source, &find_for(&house, "phone", source)[0]), "Appelez le +33 6 00 00 00 01");
    }
}
