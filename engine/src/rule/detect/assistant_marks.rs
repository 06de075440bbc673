//! Marks that an assistant leaves and no network shows as meant: Markdown, and addresses that name it.

use super::{Context, offset};
use crate::Severity;
use crate::rule::finding::Finding;

/// Sources that assistants add to the links they give.
const ORIGINS: [&str; 6] = ["chatgpt.com", "chatgpt", "openai", "copilot.com", "perplexity", "gemini"];

/// Far more characters than any of them has.
const LONGEST_ORIGIN: usize = 64;

/// Links with `utm_source=chatgpt.com`; `**bold**`, `## heading` and `[words](address)`, with edits.
pub(crate) fn assistant_marks(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    if source.contains('=') {
        origins(source, found);
    }
    // Most texts have none of these, and are not searched line by line.
    if !source.contains('*') && !source.contains('[') && !has_two_marks(source) {
        return;
    }
    for line in source.lines() {
        let start = offset(source, line);
        heading(line, start, found);
        bold(line, start, found);
        link(line, start, found);
    }
}

fn has_two_marks(source: &str) -> bool {
    source.match_indices('#').any(|(at, _)| source[at + 1..].starts_with('#'))
}

fn mild(start: usize, end: usize, matched: &str, edits: Vec<(u32, u32, String)>) -> Finding {
    Finding { edits: Some(edits), severity: Some(Severity::Advise), ..Finding::at(start, end, matched.to_owned()) }
}

fn delete(start: usize, end: usize) -> (u32, u32, String) {
    (start as u32, end as u32, String::new())
}

fn origins(source: &str, found: &mut Vec<Finding>) {
    const KEY: &str = "utm_source=";
    for (at, _) in source.match_indices(KEY) {
        let value = &source[at + KEY.len()..];
        let ends = |&(_, c): &(usize, char)| c == '&' || c == '#' || c.is_whitespace();
        let end = value.char_indices().chain([(value.len(), ' ')]).take(LONGEST_ORIGIN).find(ends);
        let Some(value) = end.map(|(end, _)| &value[..end]) else { continue };
        let value = value.trim_end_matches(['.', ',', ')', ';']);
        if !ORIGINS.iter().any(|o| value.eq_ignore_ascii_case(o)) {
            continue;
        }
        let end = at + KEY.len() + value.len();
        let more = source[end..].starts_with('&');
        let first = source[..at].ends_with('?');
        let edit = match (first, more) {
            (true, false) => delete(at - 1, end),
            (_, true) => delete(at, end + 1),
            (false, false) => delete(at.saturating_sub(usize::from(source[..at].ends_with('&'))), end),
        };
        found.push(mild(at, end, &source[at..end], vec![edit]));
    }
}

/// `## Title`: one to six marks, a space, words.
fn heading(line: &str, start: usize, found: &mut Vec<Finding>) {
    let marks = line.bytes().take_while(|b| *b == b'#').count();
    let words = line[marks..].trim_start();
    if (2..=6).contains(&marks) && line[marks..].starts_with(' ') && words.starts_with(|c: char| c.is_alphanumeric()) {
        let end = start + line.len() - words.len();
        found.push(mild(start, start + marks, &line[..marks], vec![delete(start, end)]));
    }
}

/// `**words**`: marks that touch the words inside. A row of stars alone is a divider, and a title in
/// capitals between stars is how people write one.
fn bold(line: &str, start: usize, found: &mut Vec<Finding>) {
    let mut at = 0;
    while let Some(open) = line[at..].find("**").map(|i| at + i) {
        let inner = open + 2;
        let Some(close) = line[inner..].find("**").map(|i| inner + i) else { return };
        let words = &line[inner..close];
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && c != '*');
        let alone = !line[..open].ends_with('*') && !line[close + 2..].starts_with('*');
        let title = !words.chars().any(char::is_lowercase);
        if alone && !title && touches(words.chars().next()) && touches(words.chars().next_back()) {
            let edits = vec![delete(start + open, start + inner), delete(start + close, start + close + 2)];
            found.push(mild(start + open, start + close + 2, &line[open..close + 2], edits));
            at = close + 2;
        } else {
            at = open + 2 + line[open + 2..].bytes().take_while(|b| *b == b'*').count();
        }
    }
}

/// `[words](https://address)`
fn link(line: &str, start: usize, found: &mut Vec<Finding>) {
    for (middle, _) in line.match_indices("](http") {
        let (Some(open), Some(close)) = (line[..middle].rfind('['), line[middle..].find(')')) else { continue };
        let (words, end) = (&line[open + 1..middle], middle + close + 1);
        let address = &line[middle + 2..end - 1];
        let plain = if words == address { address.to_owned() } else { format!("{words} {address}") };
        let edits = vec![((start + open) as u32, (start + end) as u32, plain)];
        found.push(mild(start + open, start + end, &line[open..end], edits));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    fn all_mended(source: &str) -> String {
        let found = find("assistant-marks", source);
        found.iter().rev().fold(source.to_owned(), |text, finding| mended(&text, finding))
    }

    #[test]
    fn markdown_is_taken_out() {
        assert_eq!(all_mended("## Big news\n**We** are **live**"), "Big news\nWe are live");
        assert_eq!(all_mended("See [our page](https://acme.fr/a) now"), "See our page https://acme.fr/a now");
    }

    #[test]
    fn an_address_forgets_who_gave_it() {
        assert_eq!(all_mended("https://a.fr/x?utm_source=chatgpt.com"), "https://a.fr/x");
        assert_eq!(all_mended("https://a.fr/x?utm_source=openai&b=1"), "https://a.fr/x?b=1");
        assert_eq!(all_mended("https://a.fr/x?b=1&utm_source=chatgpt.com."), "https://a.fr/x?b=1.");
    }

    #[test]
    fn stars_and_hashtags_of_people_stay() {
        for source in [
            "*** Le concours est terminé ***",
            "f**k",
            "**",
            "5 ** 2 ** 1",
            "#soldes #promo",
            "# 1",
            "##",
            "****",
            "https://a.fr/?utm_source=newsletter",
            "** note **",
            "**CONCOURS**",
        ] {
            assert_eq!(find("assistant-marks", source), [], "{source}");
        }
    }
}
