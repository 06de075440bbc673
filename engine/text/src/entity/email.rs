//! E-mail addresses.

use super::tld;
use crate::chars::{self, Class, class};

/// The address around the `@` at `at`. It begins at `floor` or later.
pub(super) fn around(source: &str, floor: usize, at: usize) -> Option<(usize, usize)> {
    if source.as_bytes().get(at) != Some(&b'@') {
        return None;
    }
    let start = local_start(source, floor, at)?;
    domain_end(source, at + 1).map(|end| (start, end))
}

fn local_start(source: &str, floor: usize, at: usize) -> Option<usize> {
    let local = &source[floor.min(at)..at];
    let run = local.char_indices().rev().take_while(|&(_, c)| is_local(c)).last()?.0;
    let kept = local[run..].trim_start_matches(['.', '-', '+', '%', '\'']);
    let start = at - kept.len();
    let glued = matches!(chars::before(source, start), Some('@' | '＠' | '#' | '＃' | '$' | '/'));
    (!kept.is_empty() && !kept.ends_with('.') && !glued).then_some(start)
}

fn is_local(c: char) -> bool {
    matches!(class(c), Class::Letter | Class::Mark | Class::Digit) || matches!(c, '.' | '_' | '%' | '+' | '-')
}

/// The end of the host that begins at `start`: labels without `_`, the last of them a top-level domain.
pub(super) fn domain_end(source: &str, start: usize) -> Option<usize> {
    let (mut label, mut found) = (start, None);
    loop {
        let end = label_end(source, label);
        let whole = end > label && !source[label..end].starts_with('-') && !source[label..end].ends_with('-');
        if !whole || source.as_bytes().get(end) != Some(&b'.') {
            return found;
        }
        label = end + 1;
        found = tld::end_at(source, label, source.len()).or(found);
    }
}

fn label_end(source: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(c) =
        chars::at(source, at).filter(|&c| c == '-' || matches!(class(c), Class::Letter | Class::Mark | Class::Digit))
    {
        at += c.len_utf8();
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email(source: &str) -> Option<&str> {
        around(source, 0, source.find('@')?).map(|(start, end)| &source[start..end])
    }

    #[test]
    fn an_address_needs_a_name_and_a_host_with_a_known_end() {
        assert_eq!(email("Write to press@acme.com."), Some("press@acme.com"));
        assert_eq!(email("<j.o+x_1@mail.acme.co.uk>"), Some("j.o+x_1@mail.acme.co.uk"));
        for none in ["@acme.com", "a@acme", "a.@acme.com", "#a@acme.com", "a@-acme.com", "a@acme.zzz"] {
            assert_eq!(email(none), None, "{none}");
        }
    }
}
