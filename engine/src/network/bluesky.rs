//! Bluesky: 300 grapheme clusters and 3,000 bytes; its composer shortens what a link shows.
//!
//! Beside npm `@atproto/api` 0.21 on the 10,129 posts of `../shared/data/posts/posts.jsonl` and on
//! 40,000 strings made of tricky pieces: the same facets and cluster counts in all. Shortened links
//! differ only for hosts that no domain can have (emoji, full-width signs).

use super::count::{Counter, cluster_count, clusters, earlier};
use super::fact::{Fact, Read, fact};
use super::reader::{Reader, Reading, Seen};
use super::{Fold, Media, Network, PLAIN};
use crate::{ApiCount, ByteReport};
use draftlens_text::chars::{self, Class, class, is_space};
use draftlens_text::entity::{Signs, punycode, tld};
use draftlens_text::order;
use draftlens_text::{Entity, EntityKind, nfc};

/// Bluesky.
pub(super) static BLUESKY: Network = Network {
    id: "bluesky",
    name: "Bluesky",
    limit: 300,
    unit: "graphemes",
    fold: Fold::lines((25, u32::MAX), (25, u32::MAX)),
    media: Media { images: Some(10), gifs: Some(1), videos: Some(1), mixed: false, needed: false },
    alt: Some(2000),
    read,
    ..PLAIN
};

const ATPROTO: &str = "https://github.com/bluesky-social/atproto";
const APP: &str = "https://github.com/bluesky-social/social-app";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "300 grapheme clusters and 3,000 bytes of UTF-8", ATPROTO, Read::Yes),
    fact("link", "its text becomes host and path, a path over 15 units its first 13 and three points", APP, Read::Yes),
    fact("link", "https:// and what is no space, or a host in small letters with a known domain", ATPROTO, Read::Yes),
    fact("link", "a post sent through the API counts its links as they were typed", ATPROTO, Read::Yes),
    fact("mention", "@ and a full host; an unknown one stays text", ATPROTO, Read::Yes),
    fact("hashtag", "# or ＃ after white space, up to 64 clusters to the next white space", ATPROTO, Read::Yes),
    fact("cashtag", "$, a letter and up to four letters or digits", ATPROTO, Read::Yes),
    fact("fold", "25 lines as laid out", APP, Read::Yes),
    fact("media", "10 images (4 in the older kind of post), or 1 video", ATPROTO, Read::Yes),
    fact("alt text", "2,000 in the app; the protocol sets none", APP, Read::Yes),
    fact("card", "one of card and media; title 3 lines, description 2 with a picture and 4 without", APP, Read::Yes),
    fact(
        "crop",
        "one picture not narrower than 1:2; two square, three one and two, four 3:2, more in a row",
        APP,
        Read::Yes,
    ),
];

/// The most a post may take in UTF-8.
const BYTES: usize = 3000;
/// The longest hashtag, in grapheme clusters.
const LONGEST_TAG: u32 = 64;
/// The longest path that is shown whole, in UTF-16 units.
const LONGEST_PATH: usize = 15;
/// What is left of a longer one.
const CUT_PATH: usize = 13;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let entities = facets(source);
    let mut posted = Counter::new(limit);
    let mut bytes = Counter::new(BYTES as u32);
    let mut typed = Counter::new(limit);
    let mut at = 0;
    for Seen { entity, shown } in &entities {
        let Some(shown) = shown else { continue };
        let (start, end) = (entity.start as usize, entity.end as usize);
        plain(source, (at, start), &mut [&mut posted, &mut typed], &mut bytes);
        posted.add(start, cluster_count(shown));
        bytes.add(start, shown.len() as u32);
        typed.add_clusters(source, start, end);
        at = end;
    }
    plain(source, (at, source.len()), &mut [&mut posted, &mut typed], &mut bytes);
    let api = ApiCount { count: typed.count, fits: typed.fits() && source.len() <= BYTES };
    Reading {
        overflow: earlier(posted.overflow, bytes.overflow),
        fits: posted.fits() && bytes.fits(),
        api: (api.count != posted.count || api.fits != (posted.fits() && bytes.fits())).then_some(api),
        bytes: (!bytes.fits()).then_some(ByteReport { count: bytes.count, limit: BYTES as u32 }),
        entities,
        ..Reading::of(posted.count, limit)
    }
}

/// Counts a stretch that is posted as typed.
fn plain(source: &str, (start, end): (usize, usize), counters: &mut [&mut Counter; 2], bytes: &mut Counter) {
    clusters(source, start, end, |at, len, is_run| {
        for counter in counters.iter_mut() {
            if is_run { counter.add_run(at, len) } else { counter.add(at, 1) }
        }
        if is_run { bytes.add_run(at, len) } else { bytes.add(at, len as u32) }
    });
}

/// Links, mentions, hashtags and cashtags, in order; those that overlap an earlier one are left out.
fn facets(source: &str) -> Vec<Seen> {
    let mut facets: Vec<Seen> = Vec::new();
    words(source, |start, end, looks| {
        if looks.link {
            facets.extend(link_in(source, start, end));
        }
        if looks.signs {
            let signs = Signs::new(&source[start..end]);
            let entities = signs.filter_map(|(at, sign)| sign_at(source, start, start + at, end, sign));
            facets.extend(entities.map(Seen::as_typed));
        }
    });
    order::sort_by(&mut facets, &|a, b| a.entity.start < b.entity.start);
    let mut free = 0;
    facets.retain(|seen| {
        let keep = seen.entity.start >= free;
        free = if keep { seen.entity.end } else { free };
        keep
    });
    facets
}

/// What a word's bytes show it may hold.
#[derive(Clone, Copy, Default)]
struct Looks {
    /// A point or a colon, without which nothing is a link.
    link: bool,
    /// A sign of an entity, or the first byte of a full-width one.
    signs: bool,
}

/// Calls `each` with the stretches between white space that may hold an entity.
fn words(source: &str, mut each: impl FnMut(usize, usize, Looks)) {
    let (mut start, mut looks) = (0, Looks::default());
    let mut end_word = |start: usize, end: usize, looks: Looks| {
        if looks.link || looks.signs {
            each(start, end, looks);
        }
    };
    for (at, byte) in source.bytes().enumerate() {
        let space = match byte {
            b' ' | b'\t'..=b'\r' => 1,
            b'.' | b':' => {
                looks.link = true;
                continue;
            }
            b'#' | b'@' | b'$' => {
                looks.signs = true;
                continue;
            }
            // The first bytes of white space that is not ASCII, and of full-width signs.
            0xC2 | 0xE1..=0xE3 | 0xEF => {
                looks.signs |= byte == 0xEF;
                chars::at(source, at).filter(|&c| is_space(c)).map_or(0, char::len_utf8)
            }
            _ => continue,
        };
        if space > 0 {
            end_word(start, at, looks);
            (start, looks) = (at + space, Looks::default());
        }
    }
    end_word(start, source.len(), looks);
}

fn sign_at(source: &str, start: usize, at: usize, end: usize, sign: char) -> Option<Entity> {
    let opens = at == start || source.as_bytes()[at - 1] == b'(';
    let (kind, end) = match sign {
        '#' if at == start => (EntityKind::Hashtag, hashtag_end(source, at, end)?),
        '@' if opens => (EntityKind::Mention, mention_end(source, at, end)?),
        '$' if opens => (EntityKind::Cashtag, cashtag_end(source, at, end)?),
        _ => return None,
    };
    Some(Entity::new(kind, (at, end)))
}

/// The link of a word: it begins at the word's start or after a bracket.
fn link_in(source: &str, start: usize, end: usize) -> Option<Seen> {
    let word = &source[start..end];
    let starts = core::iter::once(0).chain(word.bytes().enumerate().filter(|&(_, b)| b == b'(').map(|(i, _)| i + 1));
    for from in starts {
        let rest = &word[from..];
        if let Some(link) = web_link(rest).or_else(|| bare_link(rest)) {
            let link = without_end(link.ok()?);
            let entity = Entity::new(EntityKind::Link, (start + from, start + from + link.len()));
            return Some(Seen { entity, shown: shown(link) });
        }
    }
    None
}

/// A link that looks like one but is none: nothing after it in its word is one either.
struct NoLink;

/// A scheme is recognised in any case, but links in small letters only.
fn web_link(rest: &str) -> Option<Result<&str, NoLink>> {
    let has = |scheme: &str| starts_with_any_case(rest, scheme) && rest.len() > scheme.len();
    if !has("https://") && !has("http://") {
        return None;
    }
    Some(if rest.starts_with("http") { Ok(rest) } else { Err(NoLink) })
}

fn starts_with_any_case(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}

fn bare_link(rest: &str) -> Option<Result<&str, NoLink>> {
    let bytes = rest.as_bytes();
    if !bytes.first()?.is_ascii_alphabetic() {
        return None;
    }
    let mut end = label_end(bytes, 0);
    let mut labels = 1;
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        end = label_end(bytes, end + 1);
        labels += 1;
    }
    if labels < 2 {
        return None;
    }
    let known = rest[..end].rsplit_once('.').is_some_and(|(_, top)| tld::contains(tld::List::Root, top));
    Some(if known || rest.starts_with("http") { Ok(rest) } else { Err(NoLink) })
}

fn label_end(bytes: &[u8], start: usize) -> usize {
    start + bytes[start..].iter().take_while(|b| b.is_ascii_alphanumeric()).count()
}

/// A link without the punctuation after it.
fn without_end(link: &str) -> &str {
    let link = link.strip_suffix(['.', ',', ';', ':', '!', '?']).unwrap_or(link);
    match link.strip_suffix(')') {
        Some(inner) if !inner.contains('(') => inner,
        _ => link,
    }
}

fn mention_end(source: &str, at: usize, end: usize) -> Option<usize> {
    let start = at + chars::at(source, at)?.len_utf8();
    if source.as_bytes()[at] != b'@' {
        return None;
    }
    let run = source[start..end].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    if source.as_bytes().get(start + run) == Some(&b'_') {
        return None;
    }
    let handle = source[start..start + run].trim_end_matches(['.', '-']);
    let (_, top) = handle.rsplit_once('.')?;
    (top == "test" || tld::contains(tld::List::Root, top)).then_some(start + handle.len())
}

fn hashtag_end(source: &str, at: usize, end: usize) -> Option<usize> {
    let start = at + chars::at(source, at)?.len_utf8();
    let run = source[start..end].find(ends_tag).map_or(end, |i| start + i);
    let body = &source[start..run];
    let substance = body.chars().any(|c| !c.is_ascii_digit() && !is_punctuation(c));
    let tag = body.trim_end_matches(is_punctuation);
    (substance && !body.starts_with('\u{FE0F}') && cluster_count(tag) <= LONGEST_TAG).then_some(start + tag.len())
}

fn ends_tag(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{2060}' | '\u{200A}'..='\u{200D}' | '\u{20E2}')
}

fn is_punctuation(c: char) -> bool {
    class(c) == Class::Punct || matches!(c, '‼' | '⁉' | '〰' | '〽')
}

fn cashtag_end(source: &str, at: usize, end: usize) -> Option<usize> {
    let body = &source.as_bytes()[at + 1..end];
    if !body.first()?.is_ascii_alphabetic() {
        return None;
    }
    let run = body.iter().take(6).take_while(|b| b.is_ascii_alphanumeric()).count();
    let after = source[at + 1 + run..end].chars().next();
    let free = after.is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '\'' | '’'));
    (run <= 5 && free).then_some(at + 1 + run)
}

/// What the composer writes in place of a link: host and path, as a browser reads the address.
/// `None` where it leaves the link as typed.
fn shown(link: &str) -> Option<String> {
    let scheme =
        if link.starts_with("https://") { "https://" } else { link.starts_with("http://").then_some("http://")? };
    let rest = link[scheme.len()..].trim_start_matches(['/', '\\']);
    let split = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let mut shown = host(&rest[..split], if scheme.len() == 8 { "443" } else { "80" })?;
    let path = path(&rest[split..]);
    if path.len() > LONGEST_PATH {
        shown.push_str(&path[..CUT_PATH]);
        shown.push_str("...");
    } else if path != "/" {
        shown.push_str(&path);
    }
    Some(shown)
}

/// Host and port of an address; `None` when a browser would not read it.
fn host(authority: &str, usual_port: &str) -> Option<String> {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let forbidden = |c: char| c.is_ascii_control() || " #/:<>?@[\\]^|%".contains(c);
    if name.is_empty() || name.contains(forbidden) || !port.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut out = String::new();
    for (i, label) in name.split(['.', '。']).enumerate() {
        if i > 0 {
            out.push('.');
        }
        out.push_str(&punycode::ascii_label(&nfc::compose(&label.to_lowercase()).text)?);
    }
    let port = port.trim_start_matches('0');
    if port.parse::<u16>().is_err() && !port.is_empty() {
        return None;
    }
    if !port.is_empty() && port != usual_port {
        out.push(':');
        out.push_str(port);
    }
    Some(out)
}

/// Path, query and fragment in ASCII.
fn path(typed: &str) -> String {
    let mut out = String::new();
    let mut part = '/';
    if !typed.starts_with(['/', '\\']) && !typed.is_empty() {
        out.push('/');
    }
    for c in typed.chars() {
        match (part, c) {
            ('/', '\\') => out.push('/'),
            ('/', '?' | '#') | ('?', '#') => {
                part = c;
                out.push(c);
            }
            _ if is_encoded(part, c) => push_encoded(c, &mut out),
            _ => out.push(c),
        }
    }
    out
}

fn is_encoded(part: char, c: char) -> bool {
    let always = !c.is_ascii() || c.is_ascii_control() || matches!(c, '"' | '<' | '>');
    always
        || match part {
            '/' => matches!(c, '`' | '{' | '}' | '^'),
            '?' => c == '\'',
            _ => c == '`',
        }
}

fn push_encoded(c: char, out: &mut String) {
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        out.push('%');
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_text::Text;

    fn read(text: &Text, limit: u32) -> Reading {
        super::read(&Reader::new(text), limit)
    }

    fn seen(source: &str) -> Vec<&str> {
        facets(source).iter().map(|seen| &source[seen.entity.range()]).collect()
    }

    #[test]
    fn links_need_a_scheme_or_a_known_domain_in_small_letters() {
        assert_eq!(seen("main.rs, README.md (file.zip) http://x"), ["main.rs", "README.md", "file.zip", "http://x"]);
        assert_eq!(seen("node.js ex-ample.com 9gag.com EXAMPLE.COM HTTPS://A.COM é.fr"), [""; 0]);
        assert_eq!(seen("https://a.fr/b_(c)). (https://a.fr/x)."), ["https://a.fr/b_(c))", "https://a.fr/x"]);
    }

    #[test]
    fn mentions_are_full_hosts() {
        assert_eq!(seen("@anna.bsky.social. (@bo.test) @anna 'x@y.fr' @a.fr_"), ["@anna.bsky.social", "@bo.test"]);
    }

    #[test]
    fn hashtags_run_to_the_next_space() {
        assert_eq!(seen("#c++ #foo-bar! #c# ＃été #12 a#b #️⃣ (#x) #٣"), ["#c++", "#foo-bar", "#c", "＃été", "#٣"]);
        assert_eq!(seen(&format!("#{} #{}", "x".repeat(64), "x".repeat(65))).len(), 1);
    }

    #[test]
    fn cashtags_are_short() {
        assert_eq!(seen("$AAPL, ($A1) $TOOLONG $1A a$B $A/B"), ["$AAPL", "$A1"]);
    }

    #[test]
    fn the_composer_shortens_what_a_link_shows() {
        let cases = [
            ("https://example.com/", "example.com"),
            ("https://Example.com/a?b=c#d", "example.com/a?b=c#d"),
            ("http://u:p@example.com:80/", "example.com"),
            ("https://example.com:8080/path/that/is/long", "example.com:8080/path/that/is..."),
            ("https://example.com?q=1", "example.com/?q=1"),
            ("https://bücher.de/é", "xn--bcher-kva.de/%C3%A9"),
            ("https://Bu\u{308}cher.de", "xn--bcher-kva.de"),
        ];
        for (link, short) in cases {
            assert_eq!(shown(link).as_deref(), Some(short));
        }
        assert_eq!((shown("example.com/a/very/long/path"), shown("https://a%b.fr/")), (None, None));
    }

    #[test]
    fn the_api_counts_what_was_typed() {
        let text = Text::parse("See https://example.com/path/that/is/long");
        let reading = read(&text, 300);
        assert_eq!(reading.count, "See example.com/path/that/is...".len() as u32);
        assert_eq!(reading.api, Some(ApiCount { count: text.source().len() as u32, fits: true }));
    }

    #[test]
    fn bytes_have_a_limit_of_their_own() {
        let family = "👨‍👩‍👧‍👦".repeat(150);
        let reading = read(&Text::parse(&family), 300);
        assert_eq!((reading.count, reading.fits, reading.overflow), (150, false, Some(3000)));
        assert_eq!(reading.bytes, Some(ByteReport { count: 3750, limit: 3000 }));
    }
}
