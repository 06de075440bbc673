//! Links that begin with `http://`, in any case, to hosts of the open internet.

use super::{Context, shortener};
use crate::rule::finding::Finding;

const SCHEME: &str = "http://";

/// One finding a link; the edit writes `https://`.
pub(crate) fn insecure_link(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let bytes = source.as_bytes();
    let mut from = 0;
    while let Some(host) = scheme_end(source, from) {
        let floor = from;
        from = host;
        let Some(at) = host.checked_sub(SCHEME.len()).filter(|&at| at >= floor) else { continue };
        let begins = bytes[at..host].eq_ignore_ascii_case(SCHEME.as_bytes())
            && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric());
        if !begins || host == bytes.len() {
            continue;
        }
        let end = host + source[host..].find(ends_link).unwrap_or(source.len() - host);
        let end = host + source[host..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '…']).len();
        if is_public(&source[host..end]) && !is_redirect(&source[host..end]) {
            let edits = Some(vec![(at as u32, host as u32, "https://".to_owned())]);
            found.push(Finding { edits, ..Finding::at(at, end, source[at..end].to_owned()) });
        }
        from = end.max(host);
    }
}

/// The byte after the next `://`.
fn scheme_end(source: &str, mut from: usize) -> Option<usize> {
    loop {
        from += source[from..].find(':')? + 1;
        if source[from..].starts_with("//") {
            return Some(from + 2);
        }
    }
}

fn ends_link(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '«' | '»' | '“' | '”')
}

/// A short link only leads on, to a page that has https or not: `link-shortener` speaks of the public ones.
fn is_redirect(rest: &str) -> bool {
    const COUNTERS: [&str; 6] = ["click", "go", "l", "link", "links", "r"];
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (first, more) = host.split_once('.').unwrap_or((host, ""));
    let counts = more.contains('.') && COUNTERS.iter().any(|name| first.eq_ignore_ascii_case(name));
    let code = path.len() > 2 && path.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    shortener::is_short(host, path) || counts && code
}

/// False for this machine, private networks, names without a dot and addresses that have no https.
fn is_public(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let numbers: Vec<u8> = host.split('.').filter_map(|part| part.parse().ok()).collect();
    let private = match numbers[..] {
        [127 | 10, _, _, _] | [192, 168, _, _] | [0, 0, 0, 0] => true,
        [172, second, _, _] => (16..=31).contains(&second),
        _ => false,
    };
    let last = host.rsplit('.').next().unwrap_or("");
    let local = ["local", "localhost", "test", "internal", "onion", "invalid"];
    host.contains('.') && !private && !last.is_empty() && !local.iter().any(|l| last.eq_ignore_ascii_case(l))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    #[test]
    fn an_insecure_link_is_found_in_any_case_and_mended() {
        let source = "Voir HTTP://ACME.FR/soldes, puis http://blog.acme.fr/x?y=1.";
        let found = find("insecure-link", source);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].matched, "http://blog.acme.fr/x?y=1");
        assert_eq!(mended(source, &found[0]), "Voir https://ACME.FR/soldes, puis http://blog.acme.fr/x?y=1.");
    }

    #[test]
    fn a_link_that_counts_clicks_only_leads_on() {
        assert_eq!(find("insecure-link", "http://link.acme.com/911R-fb1"), []);
        assert_eq!(find("insecure-link", "http://link.acme.com/our/page").len(), 1);
        assert_eq!(find("insecure-link", "http://go.com/page").len(), 1);
    }

    #[test]
    fn private_and_secure_addresses_pass() {
        for source in [
            "https://acme.fr",
            "acme.fr",
            "http://",
            "http://localhost:3000/a",
            "http://192.168.0.1/",
            "http://nas.local",
            "http://172.20.1.1",
            "HTTP explained",
            "xhttp://acme.fr",
            "http://intranet/page",
        ] {
            assert_eq!(find("insecure-link", source), [], "{source}");
        }
        assert_eq!(find("insecure-link", "http://172.40.1.1").len(), 1);
    }
}
