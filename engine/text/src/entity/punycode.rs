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
        }
        assert_eq!(ascii_label(&"é".repeat(64)), None);
    }
}
