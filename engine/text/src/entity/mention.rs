//! Mentions: X's `@name`, Mastodon's `@name@host` and Bluesky's `@host.example`.

use super::{email, link, tld};
use crate::chars;

/// The longest name that X takes.
const LONGEST_ON_X: usize = 20;
/// The longest name of a list on X, with its first letter.
const LONGEST_LIST: usize = 25;

/// The end of the mention whose `@` or `＠` stands at `at`, by any network's grammar.
#[must_use]
pub fn mention_at(source: &str, at: usize) -> Option<usize> {
    let start = name_start(source, at)?;
    let handle = handle_end(source, start);
    if source[handle..].starts_with('@') && handle > start {
        return email::domain_end(source, handle + 1);
    }
    if is_domain(&source[start..handle]) {
        return Some(handle);
    }
    let end = name_end(source, start, usize::MAX);
    (end > start && is_free(source, end)).then_some(end)
}

/// The end of the mention at `at` as X sees it, with the name of a list when one follows.
#[must_use]
pub fn x_mention_at(source: &str, at: usize) -> Option<usize> {
    let start = name_start(source, at).filter(|_| !ends_list(source, at, LISTS))?;
    let name = name_end(source, start, LONGEST_ON_X);
    let end = list_end(source, name);
    (name > start && is_free(source, end)).then_some(end)
}

/// So many lists, each glued to the next mention by a hyphen, are followed back.
const LISTS: usize = 16;

/// Whether the hyphen before a sign is the end of a list's name that a mention before it has taken.
fn ends_list(source: &str, at: usize, lists: usize) -> bool {
    let bytes = &source.as_bytes()[..at];
    let back = |end: usize, most: usize, is_part: fn(&u8) -> bool| {
        end - bytes[..end].iter().rev().take(most).take_while(|&b| is_part(b)).count()
    };
    if lists == 0 || bytes.last() != Some(&b'-') {
        return false;
    }
    let slug = back(at, LONGEST_LIST, |b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    let Some(slash) = slug.checked_sub(1).filter(|&s| bytes[s] == b'/' && bytes[slug].is_ascii_alphabetic()) else {
        return false;
    };
    let name = back(slash, LONGEST_ON_X, |b| b.is_ascii_alphanumeric() || *b == b'_');
    let sign = source[..name].char_indices().next_back().filter(|(_, c)| name < slash && matches!(c, '@' | '＠'));
    sign.is_some_and(|(sign, _)| name_start(source, sign).is_some() && !ends_list(source, sign, lists - 1))
}

/// Where the name begins, when what stands before the sign allows a mention.
fn name_start(source: &str, at: usize) -> Option<usize> {
    let sign = chars::at(source, at)?;
    (is_open(source, at) || is_retweet(source, at)).then_some(at + sign.len_utf8())
}

/// Whether nothing before a sign makes it a part of something else.
fn is_open(source: &str, at: usize) -> bool {
    chars::before(source, at).is_none_or(|c| {
        !(c.is_ascii_alphanumeric() || matches!(c, '_' | '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠'))
    })
}

/// `RT` glued to the sign, as people wrote retweets by hand.
fn is_retweet(source: &str, at: usize) -> bool {
    let bytes = source.as_bytes();
    let Some(start) = at.checked_sub(2) else {
        return false;
    };
    let glued = bytes[start..at].eq_ignore_ascii_case(b"rt");
    glued
        && match chars::before(source, start) {
            // `@RT` may be a name itself.
            Some(sign @ ('@' | '＠')) => !is_open(source, start - sign.len_utf8()),
            before => before.is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '~' | '.' | '-'))),
        }
}

fn name_end(source: &str, start: usize, longest: usize) -> usize {
    start + source[start..].bytes().take(longest).take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count()
}

fn list_end(source: &str, name: usize) -> usize {
    let bytes = &source.as_bytes()[name..];
    if bytes.first() != Some(&b'/') || !bytes.get(1).is_some_and(u8::is_ascii_alphabetic) {
        return name;
    }
    let slug = bytes[1..]
        .iter()
        .take(LONGEST_LIST)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        .count();
    name + 1 + slug
}

/// A name with dots and hyphens inside, as hosts have them.
fn handle_end(source: &str, start: usize) -> usize {
    let run =
        source[start..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')).count();
    let handle = source[start..start + run].trim_end_matches(['-', '.']);
    start + handle.len()
}

/// Whether a handle is a host in small letters.
fn is_domain(handle: &str) -> bool {
    let Some((host, top)) = handle.rsplit_once('.') else {
        return false;
    };
    host.split('.').all(|label| !label.is_empty() && !label.contains('_')) && tld::contains(tld::List::Any, top)
}

/// Whether nothing after a mention makes it something else: another `@`, an accented letter, `://`.
#[must_use]
pub fn is_free(source: &str, end: usize) -> bool {
    let after = &source[end..];
    !after.starts_with(|c| matches!(c, '@' | '＠') || link::is_latin_accent(c)) && !after.starts_with("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(source: &str) -> Option<&str> {
        let at = source.find('@')?;
        mention_at(source, at).map(|end| &source[at..end])
    }

    #[test]
    fn a_list_keeps_its_hyphen() {
        let on_x = |source: &str| source.rfind('@').and_then(|at| x_mention_at(source, at));
        assert_eq!(on_x("@acme/list-@anna"), None);
        assert_eq!(on_x("@acme/list-@b/c-@anna"), Some(21), "the mention in the middle is none and takes nothing");
        assert_eq!(on_x("acme/list-@anna"), Some(15));
        assert_eq!(on_x("@acme-@anna"), Some(11));
    }

    #[test]
    fn names_of_every_network() {
        assert_eq!(whole("(@acme)"), Some("@acme"));
        assert_eq!(whole("の@acmeに"), Some("@acme"));
        assert_eq!(whole("@anna.bsky.social."), Some("@anna.bsky.social"));
        assert_eq!(whole("@a-b.acme.fr's"), Some("@a-b.acme.fr"));
        assert_eq!(whole("@anna@mastodon.social!"), Some("@anna@mastodon.social"));
        assert_eq!(whole("thanks @anna.Great"), Some("@anna"));
        assert_eq!(whole("RT@anna"), Some("@anna"));
    }

    #[test]
    fn what_only_looks_like_a_mention() {
        for none in ["a@b", "@", "@é", "@annaé", "@http://x", "@a@b", "@@a", "$@a"] {
            assert_eq!(whole(none), None, "{none}");
        }
    }

    #[test]
    fn x_knows_lists_and_no_hosts() {
        let x = |source: &'static str| x_mention_at(source, 0).map(|end| &source[..end]);
        assert_eq!(
            (x("@acme/team-a_1!"), x("@acme/7"), x("@anna.bsky.social")),
            (Some("@acme/team-a_1"), Some("@acme"), Some("@anna"))
        );
        assert_eq!((x("@anna@host.fr"), x("@aliceì")), (None, None));
    }
}
