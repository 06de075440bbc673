//! Links that stand for a real one, and links that cannot open: nothing after `https://`, two addresses
//! in one, a slip in the scheme, an ending that no domain has.

use std::cell::LazyCell;

use draftlens_text::entity::tld::{self, List};
use draftlens_text::{Kind, Text, fold::fold, words};

use super::Context;
use super::internal_link::{ALONE, ENDINGS};
use super::url::Url;
use crate::Severity;
use crate::rule::finding::Finding;

/// Names of sites in manuals and briefs, folded, without hyphens. Sorted.
const SITES: &str = "\
    acmeexample adressedusite domainname enterlink example exampledomain examplesite exemple insererlien \
    insertlink inserturl liendusite lienici linkgoeshere linkhere lipsum lorem mondomaine monlien monsite \
    monsiteweb mycompany mydomain mysite mywebsite nomdedomaine nomdevotresite nomdusite notreblog notreboutique \
    notredomaine notresite notresiteweb ourdomain oursite ourwebsite placeholder sitename siteweb tonlien \
    tonsite urlhere urlici votreboutique votredomaine votreentreprise votrelien votremarque votresite \
    votresiteweb websitename xxxx xxxxx xxxxxx yourblog yourbrand yourbusiness yourcompany yourdomain yourlink \
    yourlinkhere yourpage yourshop yoursite yoursitename yourstore yoururl yourwebsite yourwebsitehere";

/// The same, where a real site of that name exists under other endings: with these endings only.
const HOSTS: &[&str] = &[
    "domain.com",
    "website.com",
    "site.com",
    "link.com",
    "url.com",
    "domaine.fr",
    "site.fr",
    "lien.fr",
    "foo.com",
    "foo.bar",
    "bar.com",
    "test.com",
    "company.com",
    "xxx.xxx",
    "abc.xyz.com",
    "lien.com",
    "monentreprise.fr",
];

/// Parts of a path that a brief leaves open, folded, without hyphens and underscores. Sorted.
const PATHS: &str = "\
    addlinkhere insererlien insererlienici insertlink insertlinkhere inserturl inserturlhere lienacompleter \
    lienavenir lienici linkgoeshere linkhere linktbc linktbd linktocome tbd todo urlhere votrelien votrelienici \
    xxx xxxx xxxxx xxxxxx yourlink yourlinkhere yourslug yoururl yoururlhere";

/// One finding an address.
pub(crate) fn placeholder_link(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let code = LazyCell::new(|| super::url::is_code(source));
    for url in context.urls {
        if !is_web(url) {
            continue;
        }
        let finding = Finding {
            // A lesson shows such addresses on purpose.
            severity: code.then_some(Severity::Advise),
            ..Finding::at(url.start, url.end(), url.raw.to_owned())
        };
        if let Some(at) = glued(url) {
            let at = (url.start + at) as u32;
            let doubled = url.rest.starts_with("://")
                || url.host.is_empty()
                || url.host.eq_ignore_ascii_case("https")
                || url.host.eq_ignore_ascii_case("http");
            let edit = if doubled { (url.start as u32, at, String::new()) } else { (at, at, " ".to_owned()) };
            found.push(Finding { edits: Some(vec![edit]), ..finding });
        } else if is_placeholder(url) || is_nowhere(context, url) {
            found.push(finding);
        }
    }
    slips(source, found);
    bare_www(source, found);
}

fn is_web(url: &Url<'_>) -> bool {
    url.scheme.is_empty() || url.scheme.eq_ignore_ascii_case("http") || url.scheme.eq_ignore_ascii_case("https")
}

/// Where a second address begins within the first, when none was meant to carry the other.
fn glued(url: &Url<'_>) -> Option<usize> {
    const FIRST: usize = 4;
    let lower = |at: usize, word: &str| url.raw.get(at..at + word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word));
    let mut places = url.raw.match_indices("://").skip(1).filter_map(|(at, _)| {
        let start = ["https", "http"].iter().find_map(|s| at.checked_sub(s.len()).filter(|&from| lower(from, s)))?;
        (start >= FIRST).then_some(start)
    });
    places.find(|&at| {
        let before = url.raw[..at].chars().next_back();
        let host = url.raw[at..].split("://").nth(1).unwrap_or("");
        let same = host.get(..url.host.len()).is_some_and(|h| h.eq_ignore_ascii_case(url.host)) && !url.host.is_empty();
        match before {
            Some('=' | '?' | '&' | ':' | '%' | '#' | '+') => false,
            Some('/') => same || url.raw[..at].ends_with("://"),
            _ => true,
        }
    })
}

fn is_placeholder(url: &Url<'_>) -> bool {
    let host = fold(url.host);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let joined: String = host.chars().filter(|c| *c != '-').collect();
    let mut labels = joined.rsplit('.');
    let top = labels.next().unwrap_or("");
    let reserved = ["example", "invalid"].contains(&top) && joined.contains('.');
    let site = labels.any(|label| words::holds(SITES, label));
    reserved || site || HOSTS.contains(&host) || url.path().split('/').any(|part| is_open(url, part))
}

/// Whether a part of a path waits to be filled in.
fn is_open(url: &Url<'_>, part: &str) -> bool {
    let joined: String = fold(part).chars().filter(|c| !matches!(c, '-' | '_' | '.')).collect();
    // `t.co/xxx` may be a slug of that name; a part of several words is none.
    part.len() > 2 && words::holds(PATHS, &joined) && (joined.len() > 4 || url.path().trim_matches('/') == part)
}

/// A scheme with nothing behind it, or with a name that no server of the internet has.
fn is_nowhere(context: &Context<'_>, url: &Url<'_>) -> bool {
    if url.scheme.is_empty() || url.user.is_some() {
        return false;
    }
    let source = context.text.source();
    if url.host.is_empty() {
        return !teaches(context.text)
            && !url.rest.starts_with(['{', '[', '<', '%', '\\'])
            && !source[url.end()..].starts_with(['{', '[', '<', '%', '$', '\\', '"', '»', '`']);
    }
    if !url.host.contains('.') {
        return !is_of_a_network(url.host) && url.host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    }
    let top = url.host.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let is_word = top.len() > 1 && top.bytes().all(|b| b.is_ascii_lowercase());
    let broken = ends_after_a_space(&source[url.end()..]);
    let of_a_network = ENDINGS.contains(&top.as_str()) || ["onion", "eth", "arpa"].contains(&top.as_str());
    broken || url.host.contains("..") || (is_word && !tld::contains(List::Any, &top) && !of_a_network)
}

/// `https://www.acme .fr`: the ending stands apart, and the link stops before it.
fn ends_after_a_space(rest: &str) -> bool {
    let Some(ending) = rest.strip_prefix(" .") else { return false };
    let len = ending.bytes().take_while(u8::is_ascii_lowercase).count();
    let stops = ending[len..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (2..=6).contains(&len) && stops && tld::contains(List::Any, &ending[..len])
}

/// Whether the text is about addresses: “look for https:// in the address bar”.
fn teaches(text: &Text) -> bool {
    const WORDS: &str = "\
    adresse begin begins cadenas commence commencent commencer debute lock padlock prefix prefixe protocol \
    protocole secure securise securisee start starts";
    text.tokens().iter().any(|t| t.kind == Kind::Word && words::holds(WORDS, text.folded(t)))
}

/// A name without a dot that a house's own network may know: that it is internal is another rule's to say.
fn is_of_a_network(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    ALONE.iter().chain(&["server", "srv", "nas", "git"]).any(|name| host.starts_with(name))
        || host.bytes().all(|b| b.is_ascii_digit())
        || host.starts_with("0x")
}

/// `http//acme.com`, `https:/acme.com`, `htps://…`, by the slash; the edit writes `https://`.
fn slips(source: &str, found: &mut Vec<Finding>) {
    const WRONG: &[&str] = &[
        "http//:",
        "https//:",
        "http//",
        "https//",
        "http:/",
        "https:/",
        "http;//",
        "https;//",
        "htp://",
        "htps://",
        "htpps://",
        "htttp://",
        "htttps://",
        "hhttps://",
        "hhttp://",
        "ttps://",
        "ttp://",
        "httpss://",
        "httos://",
        "https:www.",
        "http:www.",
    ];
    let bytes = source.as_bytes();
    for at in 0..bytes.len() {
        let is_ht = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte | 0x20, b'h' | b't'));
        let begins = is_ht(bytes.get(at)) && is_ht(bytes.get(at + 1));
        if !begins || at > 0 && bytes[at - 1].is_ascii_alphanumeric() {
            continue;
        }
        let is = |wrong: &&&str| {
            let end = at + wrong.len();
            bytes.get(at..end).is_some_and(|b| b.eq_ignore_ascii_case(wrong.as_bytes()))
                && bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
        };
        let Some(wrong) = WRONG.iter().find(is) else { continue };
        let end = at + wrong.len();
        let rest = source[end..].find(|c: char| c.is_whitespace()).map_or(source.len(), |i| end + i);
        let www = if wrong.ends_with("www.") { "https://www." } else { "https://" };
        let is_host = source[end..rest.min(end + 80).max(end)].contains('.') || wrong.ends_with("www.");
        if is_host {
            let edits = Some(vec![(at as u32, end as u32, www.to_owned())]);
            found.push(Finding { edits, ..Finding::at(at, rest, source[at..rest].to_owned()) });
        }
    }
}

/// `www.` with nothing that could be a domain behind it.
fn bare_www(source: &str, found: &mut Vec<Finding>) {
    for (at, _) in source.match_indices("www.") {
        let before = source[..at].chars().next_back();
        let fresh = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '«' | ':' | '>' | '👉'));
        let rest = &source[at + 4..];
        let name = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
        let after = rest[name..].chars().take(2).collect::<Vec<_>>();
        let dot = after.first() == Some(&'.') && after.get(1).is_some_and(|c| c.is_alphanumeric());
        if fresh
            && !dot
            && !after.first().is_some_and(|c| matches!(c, '{' | '[' | '<' | '%' | '*' | '_'))
            && !rest.starts_with('.')
        {
            found.push(Finding::at(at, at + 4 + name, source[at..at + 4 + name].to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};
    use super::{PATHS, SITES};

    #[test]
    fn links_that_stand_for_others_are_found() {
        for source in [
            "Read https://example.com/post",
            "Shop now https://",
            "Shop now https://…",
            "https://... to be added",
            "Go to www.yourwebsite.com",
            "https://www.your-site.com/sale",
            "Lire https://example.fr/article",
            "https://votre-site.fr",
            "https://acme.com/your-link-here",
            "https://acme.fr/TODO",
            "https://monsite.fr",
            "http://xxxxx.fr",
            "See www.acme for more",
            "www. is all there is",
            "https://link",
            "https://acme.con/a",
            "https://acme..com",
            "blog.example.org/x",
        ] {
            assert_eq!(find("placeholder-link", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn links_that_open_pass() {
        for source in [
            "https://acme.com/example",
            "For example, read on",
            "https://acme.com.",
            "(https://acme.com).",
            "https://acme.fr/exemple",
            "https://web.archive.org/web/2020/https://acme.com/",
            "https://acme.com/go?url=https://b.com",
            "https://t.me/share?url=http://b.com",
            "http://localhost:3000",
            "http://192.168.0.1",
            "https://пример.рф",
            "https://{{host}}/x",
            "www.acme.fr",
            "Look for https:// at the start of the address",
            "The www is thirty. www, we said",
            "https://todo.com/list https://acme.com/todo-list",
            "ftp://files",
            "https://site.gouv.fr",
        ] {
            assert_eq!(find("placeholder-link", source), [], "{source}");
        }
    }

    #[test]
    fn slips_are_mended() {
        for (source, whole) in [
            ("https://acme.com/ahttps://acme.com/b", "https://acme.com/a https://acme.com/b"),
            ("https://https://acme.com", "https://acme.com"),
            ("https://acme.com/https://acme.com/b", "https://acme.com/ https://acme.com/b"),
            ("See http//acme.com now", "See https://acme.com now"),
            ("htps://acme.com", "https://acme.com"),
            ("https:/acme.com/x", "https://acme.com/x"),
            ("https:www.acme.com", "https://www.acme.com"),
        ] {
            let found = find("placeholder-link", source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!(mended(source, &found[0]), whole);
        }
    }

    #[test]
    fn the_lists_hold_what_they_should() {
        for list in [PATHS, SITES] {
            let words: Vec<&str> = list.split(' ').collect();
            assert!(words.is_sorted(), "{:?}", words.windows(2).find(|w| w[0] > w[1]));
        }
    }
}
