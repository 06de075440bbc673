//! Whether a text is, as a whole, the address of a page: what a host's link field may hold. Stricter
//! than what networks link in a running text, and as twitter-text validates addresses.

/// Whether it is an address with `http://` or `https://`, or without when `scheme` is false.
#[must_use]
pub fn is_address(text: &str, scheme: bool) -> bool {
    let rest = match text.split_once("://") {
        Some((name, rest)) if name.eq_ignore_ascii_case("http") || name.eq_ignore_ascii_case("https") => rest,
        Some((name, _)) if !name.contains(['/', '?', '#']) => return false,
        _ if scheme => return false,
        _ => text,
    };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    is_authority(authority) && holds(path, "/:|@") && holds(query, "/?:|@") && holds(fragment, "/?:|@")
}

fn is_authority(authority: &str) -> bool {
    let (user, host) = authority.split_once('@').unwrap_or(("", authority));
    holds(user, ":") && is_host_with_port(host)
}

fn is_host_with_port(host: &str) -> bool {
    let port_at = host.rfind(':').filter(|&at| !host[at..].contains(']'));
    let (name, port) = port_at.map_or((host, "0"), |at| (&host[..at], &host[at + 1..]));
    let digits = !port.is_empty() && port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    digits && (is_number(name) || is_domain(name))
}

/// An address of four numbers, or one of the sixth version in brackets.
fn is_number(name: &str) -> bool {
    if let Some(inner) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inner.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.')) && inner.contains(':');
    }
    name.split('.').count() == 4 && name.split('.').all(|part| part.len() <= 3 && part.parse::<u8>().is_ok())
}

/// Labels of letters and digits of any script; `-` and in front of the domain `_` only inside.
fn is_domain(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let Some((top, lower)) = labels.split_last() else { return false };
    let begins = top.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    let last = lower.len().saturating_sub(1);
    let mut whole = lower.iter().enumerate().map(|(i, label)| is_label(label, i < last));
    !lower.is_empty() && begins && is_label(top, false) && whole.all(|whole| whole)
}

fn is_label(label: &str, underscore: bool) -> bool {
    let is_end = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    let inside = |c: char| is_end(c) || c == '-' || (underscore && c == '_');
    label.starts_with(is_end) && label.ends_with(is_end) && label.chars().all(inside)
}

/// Whether all of a part is letters and digits (Cyrillic too), usual signs, `more`, or `%` and two digits.
fn holds(part: &str, more: &str) -> bool {
    let mut escaped = 0;
    for c in part.chars() {
        let fits = match c {
            _ if escaped > 0 => {
                escaped -= 1;
                c.is_ascii_hexdigit()
            }
            '%' => {
                escaped = 2;
                true
            }
            'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{400}'..='\u{4FF}' => true,
            _ => "-._~!$&'()*+,;=".contains(c) || more.contains(c),
        };
        if !fits {
            return false;
        }
    }
    escaped == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_scheme_and_a_host() {
        for good in ["https://acme.fr", "http://u:p@a.acme.fr:8080/a?b=c#d", "https://[::1]/", "http://é.fr"] {
            assert!(is_address(good, true), "{good}");
        }
        for bad in [
            "acme.fr",
            "https://",
            "https://acme",
            "ftp://acme.fr",
            "https://a b.fr",
            "https://acme.fr/%zz",
            "https://acme.fr:",
            "x",
        ] {
            assert!(!is_address(bad, true), "{bad}");
        }
        assert!(is_address("acme.fr/a", false) && !is_address("acme", false) && !is_address("", false));
    }
}
