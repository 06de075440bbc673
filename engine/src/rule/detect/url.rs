//! Web addresses of a text, taken apart: those that networks link, and all that have a scheme.

use draftlens_text::Text;

/// A web address as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Url<'a> {
    /// First byte in the text.
    pub(crate) start: usize,
    /// The address as typed, without the full stop or bracket of the sentence around it.
    pub(crate) raw: &'a str,
    /// What stands before `://`; empty when nothing does.
    pub(crate) scheme: &'a str,
    /// What stands before an `@` in front of the host.
    pub(crate) user: Option<&'a str>,
    /// The host as typed, without port.
    pub(crate) host: &'a str,
    /// Port, path, query and fragment.
    pub(crate) rest: &'a str,
}

impl<'a> Url<'a> {
    /// The byte after its last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.raw.len()
    }

    /// The query without `?`, and its first byte in the text.
    pub(crate) fn query(&self) -> Option<(usize, &'a str)> {
        let whole = self.rest.split('#').next().unwrap_or("");
        let mark = whole.find('?')?;
        Some((self.end() - self.rest.len() + mark + 1, &whole[mark + 1..]))
    }

    /// The path, from its slash.
    pub(crate) fn path(&self) -> &'a str {
        let from = self.rest.find('/').unwrap_or(self.rest.len());
        let path = &self.rest[from..];
        path.split(['?', '#']).next().unwrap_or("")
    }

    /// Whether the host is this domain or stands under it, in any case.
    pub(crate) fn is_at(&self, domain: &str) -> bool {
        let (host, domain) = (self.host.as_bytes(), domain.as_bytes());
        let Some(before) = host.len().checked_sub(domain.len()) else { return false };
        host[before..].eq_ignore_ascii_case(domain) && (before == 0 || host[before - 1] == b'.')
    }

    fn new(start: usize, raw: &'a str) -> Self {
        let (scheme, after) = raw.split_once("://").unwrap_or(("", raw));
        let authority = after.split(['/', '?', '#', '\\']).next().unwrap_or("");
        let (user, place) = match authority.rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, authority),
        };
        let host = place.split(':').next().unwrap_or("");
        let rest = &after[authority.len() - place.len() + host.len()..];
        Self { start, raw, scheme, user, host, rest }
    }
}

/// The addresses of a text, in order.
pub(crate) fn find(text: &Text) -> Vec<Url<'_>> {
    let mut urls = with_scheme(text.source());
    let bare: Vec<Url<'_>> = text.links().iter().map(|link| bare(text.source(), link.range())).collect();
    if urls.is_empty() {
        return bare;
    }
    let mut merged = Vec::with_capacity(urls.len() + bare.len());
    let mut later = urls.drain(..).peekable();
    for url in bare {
        while let Some(next) = later.next_if(|next| next.start <= url.start) {
            merged.push(next);
        }
        let covered = merged.last().is_some_and(|last| last.end() > url.start)
            || later.peek().is_some_and(|next| next.start < url.end());
        if !covered {
            merged.push(url);
        }
    }
    merged.extend(later);
    merged
}

/// Whether a text shows code, where addresses are examples of themselves.
pub(crate) fn is_code(source: &str) -> bool {
    source.contains("```")
        || source.contains("curl ")
        || source.contains("{ \"")
        || source.contains("{\"")
        || source.contains("();")
}

/// Everything with `://` in it, to the end of its word.
fn with_scheme(source: &str) -> Vec<Url<'_>> {
    let mut urls = Vec::new();
    let (mut floor, mut from) = (0, 0);
    while let Some(at) = source[from..].find("://").map(|at| from + at) {
        from = at + 3;
        let name = source.as_bytes()[floor..at].iter().rev().take_while(|b| is_scheme(**b)).count();
        if name == 0 {
            continue;
        }
        let start = at - name;
        let end = start + source[start..].find(ends).unwrap_or(source.len() - start);
        let raw = trimmed(&source[start..end]);
        if raw.len() > name {
            urls.push(Url::new(start, raw));
        }
        (floor, from) = (end.max(from), end.max(from));
    }
    urls
}

/// A link without scheme. Letters right before it, which networks leave out, are part of what a reader sees.
fn bare(source: &str, link: core::ops::Range<usize>) -> Url<'_> {
    let mut before = &source[..link.start];
    if before.chars().next_back().is_some_and(|c| !c.is_ascii() && c.is_alphabetic()) {
        before = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '-');
    }
    let start = before.len();
    Url::new(start, &source[start..link.end])
}

fn is_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-')
}

fn ends(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '«' | '»' | '“' | '”' | '`')
}

/// Without the marks of the sentence around it; a bracket stays where the address opens one.
fn trimmed(raw: &str) -> &str {
    let opens = raw.contains('(');
    raw.trim_end_matches(|c| {
        matches!(c, '.' | ',' | ';' | '!' | '?' | '…' | '\'' | '’' | '*' | ']' | '}' | '|') || c == ')' && !opens
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(source: &str) -> Vec<(String, String)> {
        let text = Text::parse(source);
        find(&text).iter().map(|u| (u.host.to_owned(), u.rest.to_owned())).collect()
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn addresses_are_taken_apart_with_and_without_scheme() {
        assert_eq!(
            hosts("acme.fr/a, (see http://localhost:3000/x?y=1#z) https://a@b.io. www.acme.com"),
            pairs(&[("acme.fr", "/a"), ("localhost", ":3000/x?y=1#z"), ("b.io", ""), ("www.acme.com", "")])
        );
        let text = Text::parse("Voir https://acme.fr/a?b=1&c=2#d !");
        let urls = find(&text);
        assert_eq!((urls[0].path(), urls[0].query(), urls[0].end()), ("/a", Some((23, "b=1&c=2")), 32));
        assert!(urls[0].is_at("ACME.fr") && !urls[0].is_at("me.fr"));
    }

    #[test]
    fn brackets_of_the_sentence_stay_out_and_those_of_the_address_in() {
        assert_eq!(hosts("(https://a.org/x_(y))."), pairs(&[("a.org", "/x_(y))")]));
        assert_eq!(hosts("(https://a.org/x)."), pairs(&[("a.org", "/x")]));
        assert_eq!(hosts("https:// ://a https://…"), pairs(&[("", ""), ("", "")]));
    }

    #[test]
    fn letters_of_another_script_belong_to_the_host() {
        assert_eq!(
            hosts("p\u{430}ypal.com and \u{430}cme.com"),
            pairs(&[("p\u{430}ypal.com", ""), ("\u{430}cme.com", "")])
        );
    }
}
