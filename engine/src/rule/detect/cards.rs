//! Numbers of payment cards: a network's prefix and length, the check digit, and the grouping people use.

use super::Context;
use super::digits::{self, Run};
use crate::rule::finding::Finding;

/// Words of cards, folded: near one of them a rarer kind of number is believed too.
const CARD: &[&str] = &[
    "card",
    "cards",
    "carte",
    "cartes",
    "cb",
    "visa",
    "mastercard",
    "amex",
    "american",
    "express",
    "diners",
    "discover",
    "maestro",
    "jcb",
    "unionpay",
    "cvv",
    "cvc",
    "cryptogramme",
    "debit",
    "credit",
    "pan",
    "expiry",
    "expires",
    "exp",
    "expire",
    "bleue",
];

/// Words of numbers that are none of a card, folded.
const OTHER: &[&str] = &[
    "order",
    "orders",
    "commande",
    "commandes",
    "tracking",
    "suivi",
    "colis",
    "parcel",
    "ref",
    "reference",
    "isbn",
    "ean",
    "siret",
    "siren",
    "imei",
    "sku",
    "ticket",
    "billet",
    "invoice",
    "facture",
    "gtin",
    "upc",
    "serial",
    "serie",
    "patent",
    "iccid",
    "sim",
    "barcode",
    "rna",
    "rcs",
    "dossier",
    "licence",
];

/// Numbers that payment services give out for tests, and nobody can pay with.
const TEST: &[&str] = &[
    "4111111111111111",
    "4242424242424242",
    "4000000000000002",
    "4000056655665556",
    "4012888888881881",
    "5555555555554444",
    "5105105105105100",
    "5200828282828210",
    "2223003122003222",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "6011000990139424",
    "30569309025904",
    "38520000023237",
    "3530111333300000",
    "3566002020360505",
    "4970100000000154",
];

/// One finding a number, masked after its first digits.
pub(crate) fn cards(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    for run in digits::runs(context.text, 13) {
        let mut from = 0;
        while from < run.groups.len() {
            let Some((to, brand)) = card_at(context, &run, from) else {
                from += 1;
                continue;
            };
            let (start, end) = (run.groups[from].start, run.groups[to - 1].end);
            let head: String = source[start..end].chars().take(4).collect();
            let vars = vec![("brand", brand.to_owned())];
            found.push(Finding { vars, ..Finding::at(start, end, [&head, "…"].concat()) });
            from = to;
        }
    }
}

/// The card that begins with group `from`: the group after its last, and its network.
fn card_at(context: &Context<'_>, run: &Run, from: usize) -> Option<(usize, &'static str)> {
    const MOST_GROUPS: usize = 6;
    let source = context.text.source();
    let last = run.groups.len().min(from + MOST_GROUPS);
    (from + 1..=last).rev().find_map(|to| {
        let number = run.digits(source, from, to);
        let (brand, is_common) = brand(&number)?;
        if !passes_luhn(&number) || !ends_well(source, run, from, to) || !is_varied(&number) {
            return None;
        }
        let start = run.groups[from].start;
        let named = digits::labelled(context.text, start, 6, CARD);
        let grouped = is_usual(&run.lengths(from, to));
        let other = digits::labelled(context.text, start, 3, OTHER);
        let for_tests = TEST.contains(&number.as_str())
            && digits::says(context.text, &["test", "tests", "testing", "sandbox", "essai", "essais"]);
        (!for_tests && (named || is_common && grouped && !other)).then_some((to, brand))
    })
}

/// Whether the number ends there; an expiry date or three digits of a code may follow.
fn ends_well(source: &str, run: &Run, from: usize, to: usize) -> bool {
    let after = run.groups.get(to).map(|g| g.end - g.start);
    run.stands_alone(source, from, to)
        || after.is_some_and(|len| len <= 3) && {
            let head = Run { groups: run.groups[..to].to_vec() };
            head.stands_alone(source, from, to)
        }
}

/// The network of a number, and whether its kind is common enough to be believed without a word.
fn brand(number: &str) -> Option<(&'static str, bool)> {
    let head = |len: usize| number.get(..len).and_then(|h| h.parse::<u32>().ok()).unwrap_or(0);
    let (one, two, three, four) = (head(1), head(2), head(3), head(4));
    match number.len() {
        16 if one == 4 => Some(("Visa", true)),
        13 | 19 if one == 4 => Some(("Visa", false)),
        16 if (51..=55).contains(&two) || (2221..=2720).contains(&four) => Some(("Mastercard", true)),
        15 if two == 34 || two == 37 => Some(("American Express", true)),
        16 if four == 6011 || two == 65 || (644..=649).contains(&three) => Some(("Discover", true)),
        16 if (3528..=3589).contains(&four) => Some(("JCB", true)),
        14 if (300..=305).contains(&three) || two == 36 || two == 38 || two == 39 => Some(("Diners Club", false)),
        16..=19 if two == 62 => Some(("UnionPay", number.len() == 16)),
        16..=19 if matches!(four, 5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761 | 6762 | 6763) => {
            Some(("Maestro", false))
        }
        _ => None,
    }
}

/// One block, or the groups that are printed on cards.
fn is_usual(lengths: &[usize]) -> bool {
    matches!(lengths, [_] | [4, 4, 4, 4] | [4, 6, 5] | [4, 4, 4, 3] | [4, 4, 4, 4, _] | [8, 8] | [6, 10] | [4, 12])
}

/// All digits alike, or counting up, are an example of nothing.
fn is_varied(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes[1..].iter().any(|b| *b != bytes[1]) || bytes[0] != bytes[1]
}

/// The check digit of ISO/IEC 7812.
pub(super) fn passes_luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let digit = u32::from(b - b'0') * if i % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn cards_of_every_network_are_found_and_masked() {
        for source in [
            "4111 1111 1111 1111",
            "Card 5500-0000-0000-0004",
            "378282246310005",
            "Carte 5555 5555 5555 4444",
            "CB 4111111111111111 12/27 123",
            "4111\u{A0}1111\u{A0}1111\u{A0}1111 exp 01/28",
            "3782 822463 10005",
            "6011 1111 1111 1117",
            "3530111333300000",
            "Diners card 30569309025904",
            "pay with 2223 0031 2200 3222 today",
            "(4242424242424242)",
            "my visa:4012888888881881.",
        ] {
            let found = find("cards", source);
            assert_eq!(found.len(), 1, "{source}");
            assert!(found[0].matched.ends_with('…') && found[0].matched.chars().count() <= 5);
        }
        assert_eq!(find("cards", "CB 4970 1000 0000 0154 ? non : 4111111111111111").len(), 2);
    }

    #[test]
    fn other_numbers_pass() {
        for source in [
            "4111 1111 1111 1112",
            "Order 1234567890123456",
            "ISBN 9782070360024",
            "Commande 1111 2222 3333 4445",
            "Suivi 1Z999AA10123456784",
            "Tracking 9400 1000 0000 0000 0000 00",
            "SIRET 38235772100017",
            "Order no. 4111111111111111",
            "IMEI 356938035643809",
            "4000 4000 4000 4000 4000 4000",
            "Use the test card 4242 4242 4242 4242",
            "https://a.fr/4111111111111111",
            "1732440000000",
            "A4111111111111111",
            "Followers: 4 111 111 111 111 111",
            "#4111111111111111",
        ] {
            assert_eq!(find("cards", source), [], "{source}");
        }
    }
}
