//! Labels of domains in their ASCII form (RFC 3492).

/// The longest label of a domain, in its ASCII form; nothing longer is written.
const LONGEST: usize = 63;

/// A label in ASCII, `xn--…` where it is none; `None` when it has too many characters.
#[must_use]
pub fn ascii_label(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    if label.chars().count() > LONGEST {
        return None;
    }
    let codes: Vec<u32> = label.chars().map(u32::from).collect();
    let mut out = String::from("xn--");
    out.extend(label.chars().filter(char::is_ascii));
    let basic = out.len() - "xn--".len();
    if basic > 0 {
        out.push('-');
    }
    write_rest(&codes, basic, &mut out);
    Some(out)
}

fn write_rest(codes: &[u32], basic: usize, out: &mut String) {
    let (mut next, mut delta, mut bias, mut handled) = (0x80, 0_u64, 72, basic);
    while let Some(code) = codes.iter().copied().filter(|&code| code >= next).min() {
        delta += u64::from(code - next) * (handled as u64 + 1);
        for &other in codes {
            delta += u64::from(other < code);
            if other == code {
                write_delta(delta, bias, out);
                bias = adapt(delta, handled as u64 + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        next = code + 1;
    }
}

/// A label as people read it: what an `xn--…` one stands for; `None` where it is none or says nothing.
#[must_use]
pub fn unicode_label(label: &str) -> Option<String> {
    let body = label.get(..4).filter(|head| head.eq_ignore_ascii_case("xn--")).map(|_| &label[4..])?;
    if body.len() > LONGEST || !body.is_ascii() {
        return None;
    }
    let (basic, rest) = body.rsplit_once('-').unwrap_or(("", body));
    let mut out: Vec<char> = basic.chars().map(|c| c.to_ascii_lowercase()).collect();
    let (mut code, mut index, mut bias) = (0x80_u64, 0_u64, 72);
    let mut digits = rest.bytes();
    while digits.len() > 0 {
        let (before, mut weight, mut place) = (index, 1_u64, 36_u64);
        loop {
            let digit = value(digits.next()?)?;
            index = index.checked_add(digit.checked_mul(weight)?)?;
            let threshold = u64::saturating_sub(place, bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            place += 36;
        }
        let count = out.len() as u64 + 1;
        bias = adapt(index - before, count, before == 0);
        code += index / count;
        index %= count;
        out.insert(index as usize, char::from_u32(u32::try_from(code).ok()?)?);
        index += 1;
    }
    Some(out.into_iter().collect())
}

fn value(digit: u8) -> Option<u64> {
    match digit.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => Some(u64::from(letter - b'a')),
        number @ b'0'..=b'9' => Some(u64::from(number - b'0') + 26),
        _ => None,
    }
}

fn write_delta(mut delta: u64, bias: u64, out: &mut String) {
    let mut place = 36_u64;
    loop {
        let threshold = u64::saturating_sub(place, bias).clamp(1, 26);
        if delta < threshold {
            return out.push(digit(delta));
        }
        out.push(digit(threshold + (delta - threshold) % (36 - threshold)));
        delta = (delta - threshold) / (36 - threshold);
        place += 36;
    }
}

fn digit(value: u64) -> char {
    char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[value as usize % 36])
}

fn adapt(delta: u64, points: u64, first: bool) -> u64 {
    let mut delta = delta / if first { 700 } else { 2 };
    delta += delta / points;
    let mut steps = 0;
    while delta > 35 * 26 / 2 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_as_the_root_zone_and_the_standard_have_them() {
        for (label, ascii) in [
            ("acme", "acme"),
            ("みんな", "xn--q9jyb4c"),
            ("vermögensberatung", "xn--vermgensberatung-pwb"),
            ("bücher", "xn--bcher-kva"),
            ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
            ("рф", "xn--p1ai"),
        ] {
            assert_eq!(ascii_label(label).as_deref(), Some(ascii));
            let back = (label != ascii).then(|| label.to_owned());
            assert_eq!(unicode_label(ascii), back);
        }
        for none in ["acme", "xn--", "xn--é", "xn--a-!", "xn--99999999", "xn--\u{130}"] {
            assert!(unicode_label(none).is_none_or(|label| label.is_empty()), "{none}");
        }
        assert_eq!(ascii_label(&"é".repeat(64)), None);
    }
}
