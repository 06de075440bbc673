//! Links that lead elsewhere than they seem to: a name before an `@`, code in place of an address, a
//! backslash, a host in numbers, a program dressed as a document, a known domain as part of another.

use super::Context;
use super::url::Url;
use crate::rule::finding::Finding;

/// Endings of programs, and of the documents they pass for.
const PROGRAMS: &[&str] =
    &["exe", "scr", "bat", "cmd", "com", "pif", "vbs", "msi", "apk", "jar", "hta", "lnk", "ps1", "js", "iso"];
const DOCUMENTS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "txt", "zip", "csv",
];

/// Domains that others put in front of their own.
const KNOWN: &[&str] = &[
    "google.com",
    "facebook.com",
    "instagram.com",
    "paypal.com",
    "apple.com",
    "amazon.com",
    "amazon.fr",
    "microsoft.com",
    "netflix.com",
    "linkedin.com",
    "ameli.fr",
    "impots.gouv.fr",
    "laposte.fr",
    "orange.fr",
    "leboncoin.fr",
    "whatsapp.com",
];

/// One finding a link.
pub(crate) fn link_deception(context: &Context<'_>, found: &mut Vec<Finding>) {
    for url in context.urls {
        if is_deceptive(context, url) {
            found.push(Finding::at(url.start, url.end(), url.raw.to_owned()));
        }
    }
    let source = context.text.source();
    for (at, _) in source.match_indices(':') {
        if let Some((start, end)) = code(source, at).or_else(|| slashes(source, at)) {
            found.push(Finding::at(start, end, source[start..end].to_owned()));
        }
    }
}

fn is_deceptive(context: &Context<'_>, url: &Url<'_>) -> bool {
    let web = url.scheme.is_empty() || ["http", "https", "ftp"].iter().any(|s| url.scheme.eq_ignore_ascii_case(s));
    web && (!url.scheme.is_empty() && url.user.is_some()
        || url.rest.starts_with('\\')
        || url.host.contains('%')
        || is_number(url)
        || is_dressed(url.path())
        || is_borrowed(context, url))
}

/// A host that is one number, or hexadecimal: nobody reads an address of the internet so.
fn is_number(url: &Url<'_>) -> bool {
    let hex = url.host.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("0x"));
    let digits = url.host.len() > 6 && url.host.bytes().all(|b| b.is_ascii_digit());
    !url.scheme.is_empty() && (hex || digits)
}

/// `invoice.pdf.exe`
fn is_dressed(path: &str) -> bool {
    let mut ends = path.rsplit('.');
    let (last, before) = (ends.next().unwrap_or(""), ends.next().unwrap_or(""));
    let one_of = |list: &[&str], word: &str| list.iter().any(|known| word.eq_ignore_ascii_case(known));
    ends.next().is_some() && one_of(PROGRAMS, last) && one_of(DOCUMENTS, before)
}

/// `acme.fr.evil.io`: a domain that readers know, with another behind it.
fn is_borrowed(context: &Context<'_>, url: &Url<'_>) -> bool {
    if url.host.bytes().filter(|&b| b == b'.').count() < 2 {
        return false;
    }
    let own = context.settings.policy.domains.iter().map(|d| draftlens_rule::host(d));
    let mut known = KNOWN.iter().copied().chain(own.filter(|d| d.contains('.')));
    known.any(|domain| {
        let inside = find_folded(url.host, domain).is_some_and(|at| {
            let (before, after) = (&url.host[..at], &url.host[at + domain.len()..]);
            (before.is_empty() || before.ends_with('.')) && has_domain_behind(after)
        });
        inside && !url.is_at(domain)
    })
}

/// `.evil.io`, `.secure-login`; not `.au`, which is only a country's.
fn has_domain_behind(after: &str) -> bool {
    let rest = after.strip_prefix(['.', '-']).unwrap_or("");
    rest.contains('.') || after.starts_with('-')
}

fn find_folded(host: &str, domain: &str) -> Option<usize> {
    let (host, domain) = (host.as_bytes(), domain.as_bytes());
    host.windows(domain.len().max(1)).position(|window| window.eq_ignore_ascii_case(domain))
}

/// `javascript:alert(1)`, `data:text/html,…`, by the colon.
fn code(source: &str, colon: usize) -> Option<(usize, usize)> {
    let name = word_before(source, colon);
    let is = |word: &str| source[name..colon].eq_ignore_ascii_case(word);
    let runs = is("javascript") || is("vbscript");
    if !runs && !is("data") {
        return None;
    }
    let word = word_after(source, colon);
    let says_code = word.bytes().any(|b| matches!(b, b'(' | b';' | b'=' | b'/' | b'\''));
    let carries = ["text/", "image/", "application/"].iter().any(|kind| word.starts_with(kind));
    (runs && says_code || !runs && carries).then(|| (name, colon + 1 + word.len()))
}

/// `https:\\acme.com`, by the colon.
fn slashes(source: &str, colon: usize) -> Option<(usize, usize)> {
    let rest = &source[colon + 1..];
    let wrong = rest.starts_with("\\\\") || rest.starts_with("/\\") || rest.starts_with("\\/");
    if !wrong {
        return None;
    }
    let name = word_before(source, colon);
    let web = ["http", "https"].iter().any(|scheme| source[name..colon].eq_ignore_ascii_case(scheme));
    let word = word_after(source, colon);
    (web && word.len() > 2).then(|| (name, colon + 1 + word.len()))
}

/// What follows the colon up to a space, the first characters of it.
fn word_after(source: &str, colon: usize) -> &str {
    const LONGEST: usize = 200;
    let rest = &source[colon + 1..];
    let mut chars = rest.char_indices().take(LONGEST + 1);
    let end = chars.find(|&(i, c)| c.is_whitespace() || i >= LONGEST).map(|(i, _)| i);
    &rest[..end.unwrap_or(rest.len())]
}

fn word_before(source: &str, at: usize) -> usize {
    const LONGEST: usize = 12;
    at - source.as_bytes()[..at].iter().rev().take(LONGEST).take_while(|b| b.is_ascii_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use crate::{Policy, Settings};

    #[test]
    fn links_that_lie_are_found() {
        for source in [
            "https://acme.com@evil.io/a",
            "Log in: https://www.paypal.com:443@203.0.113.9/login",
            "javascript:alert(1)",
            "JavaScript:void(0)",
            "data:text/html,hi",
            "https:\\\\acme.com",
            "https://acme.com\\@evil.io",
            "http://3232235521/a",
            "http://0x7f000001/",
            "https://acme.com/invoice.pdf.exe",
            "https://www.paypal.com.secure-login.io/a",
            "https://acme.com%40evil.io",
        ] {
            assert_eq!(find("link-deception", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn ordinary_links_and_prose_pass() {
        for source in [
            "https://acme.com/@jane",
            "mailto:contact@acme.com",
            "https://medium.com/@jane/x",
            "https://www.google.com/maps/@48.85,2.35,14z",
            "https://acme.fr/a@b",
            "JavaScript: the good parts",
            "Big data: what it is",
            "https://www.amazon.com.au/b",
            "http://203.0.113.9/live",
            "https://acme.com/app.js",
            "https://acme.com/jquery.min.js",
            "Les données (data : la suite)",
            "https://news.google.com/a",
        ] {
            assert_eq!(find("link-deception", source), [], "{source}");
        }
    }

    #[test]
    fn the_house_s_domain_in_front_of_another_lies() {
        let policy = Policy { domains: vec!["www.acme.fr".into()], ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "link-deception", "https://acme.fr.gagnez.io/x").len(), 1);
        assert_eq!(find_for(&house, "link-deception", "https://www.acme.fr/x https://shop.acme.fr"), []);
    }
}
