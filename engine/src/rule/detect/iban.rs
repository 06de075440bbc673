//! Numbers of bank accounts (IBAN): a country, its length, and the check digits of ISO 7064.

use super::Context;
use super::digits;
use crate::Severity;
use crate::rule::finding::Finding;

/// Country and length of its accounts, by the registry of ISO 13616.
const LENGTHS: &str = "\
    AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27\
    GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28\
    PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";

/// Words of a collection, folded: a charity gives its account on purpose.
const GIVING: &[&str] = &[
    "don",
    "dons",
    "donate",
    "donation",
    "donations",
    "cagnotte",
    "collecte",
    "fundraiser",
    "soutenir",
    "soutenez",
    "solidarite",
    "charity",
];

/// One finding an account, masked after its country.
pub(crate) fn iban(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let bytes = source.as_bytes();
    if bytes.iter().filter(|b| b.is_ascii_digit()).count() < 10 {
        return;
    }
    let mut at = 0;
    while at + 4 < bytes.len() {
        let head = &bytes[at..at + 4];
        let opens = head[..2].iter().all(u8::is_ascii_alphabetic) && head[2..].iter().all(u8::is_ascii_digit);
        match opens.then(|| account_at(source, at)).flatten() {
            Some(end) => {
                let head: String = source[at..end].chars().take(4).collect();
                let severity = digits::says(context.text, GIVING).then_some(Severity::Review);
                found.push(Finding { severity, ..Finding::at(at, end, [&head, "…"].concat()) });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// The end of the account that begins at a byte.
fn account_at(source: &str, at: usize) -> Option<usize> {
    if source[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let length = length(source.as_bytes()[at], source.as_bytes()[at + 1])?;
    let mut account: Vec<u8> = Vec::with_capacity(length);
    let mut gap = 0;
    let mut end = at;
    for c in source[at..].chars() {
        match c {
            _ if account.len() == length => break,
            '0'..='9' | 'a'..='z' | 'A'..='Z' => {
                account.push(c.to_ascii_uppercase() as u8);
                gap = 0;
            }
            ' ' | '\u{A0}' | '\u{202F}' | '-' | '.' if gap == 0 => gap = 1,
            _ => return None,
        }
        end += c.len_utf8();
    }
    let whole = account.len() == length && !source[end..].starts_with(char::is_alphanumeric);
    (whole && remainder(&account) == 1).then_some(end)
}

fn length(first: u8, second: u8) -> Option<usize> {
    let country = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
    let row = LENGTHS.as_bytes().chunks(4).find(|row| row[..2] == country)?;
    Some(usize::from(row[2] - b'0') * 10 + usize::from(row[3] - b'0'))
}

/// The number that the account stands for, its first four signs last, modulo 97.
fn remainder(account: &[u8]) -> u32 {
    account[4..].iter().chain(&account[..4]).fold(0, |rest, &sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;
    use crate::Severity;

    #[test]
    fn accounts_are_found_in_blocks_and_in_groups() {
        for source in [
            "GB82 WEST 1234 5698 7654 32",
            "DE89370400440532013000",
            "Pay to NL91ABNA0417164300 today",
            "FR76 3000 6000 0112 3456 7890 189",
            "Versez à BE68539007547034.",
            "iban:fr7630006000011234567890189",
            "FR76\u{A0}3000\u{A0}6000\u{A0}0112\u{A0}3456\u{A0}7890\u{A0}189, merci",
            "CH93-0076-2011-6238-5295-7",
            "NO9386011117947",
        ] {
            let found = find("iban", source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!(found[0].matched.chars().count(), 5, "masked");
        }
        assert_eq!(
            find("iban", "Faites un don : FR76 3000 6000 0112 3456 7890 189")[0].severity,
            Some(Severity::Review)
        );
    }

    #[test]
    fn what_only_looks_like_one_passes() {
        for source in [
            "GB82 WEST 1234 5698 7654 33",
            "Flight FR7630 to Nice",
            "Code DE89",
            "FR76 3000 6000 0112 3456 7890 188",
            "Vol FR76 demain à 10h12, porte 3000",
            "XGB82WEST12345698765432",
            "GB82WEST12345698765432X",
            "ZZ12 3456 7890 1234",
        ] {
            assert_eq!(find("iban", source), [], "{source}");
        }
    }
}
