//! Characters that nobody sees: junk of copying, marks of a machine, words that hide from filters.

use draftlens_text::{Kind, chars};

use super::Context;
use crate::Severity;
use crate::rule::finding::Finding;

/// One finding for all of them; the edit deletes them. Joiners that a script or an emoji needs stay.
pub(crate) fn zero_width(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    // Most texts have none, and are not asked what they need.
    if source.is_ascii() || !source.chars().any(is_hidden) {
        return;
    }
    let right_to_left = source.chars().any(is_right_to_left);
    let mut emoji = context.text.tokens().iter().filter(|t| t.kind == Kind::Emoji).peekable();
    let mut hidden: Vec<(usize, char)> = Vec::new();
    for (at, c) in source.char_indices().filter(|(_, c)| is_hidden(*c)) {
        while emoji.next_if(|t| t.end as usize <= at).is_some() {}
        let in_emoji = emoji.peek().is_some_and(|t| (t.start as usize) <= at);
        if !in_emoji && !is_needed(source, at, c, right_to_left) && !holds_a_line(source, at) {
            hidden.push((at, c));
        }
    }
    if hidden.iter().enumerate().all(|(i, mark)| ends_a_line(source, &hidden, i, mark)) {
        return;
    }
    let Some(&(_, first)) = hidden.first() else { return };
    let tags = hidden.iter().filter(|(_, c)| is_tag(*c)).count();
    let spans: Vec<(u32, u32)> = hidden.iter().map(|&(at, c)| (at as u32, (at + c.len_utf8()) as u32)).collect();
    found.push(Finding {
        edits: Some(spans.iter().map(|&(start, end)| (start, end, String::new())).collect()),
        matched: code(first),
        // Tag characters spell words that only machines read.
        severity: if tags > 2 {
            Some(Severity::Stop)
        } else {
            (!hidden.iter().any(|h| harms(source, h))).then_some(Severity::Advise)
        },
        vars: vec![("count", hidden.len().to_string())],
        spans,
        ..Finding::default()
    });
}

/// `U+200B`
fn code(c: char) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEF";
    let code = c as u32;
    let width = if code > 0xFFFF { 5 } else { 4 };
    let digits = (0..width).rev().map(|i| char::from(DIGITS[(code >> (4 * i)) as usize & 15]));
    "U+".chars().chain(digits).collect()
}

/// Whether it stands within a word or between two: at the ends of lines it only makes room, and soft hyphens
/// and direction marks harm little.
fn harms(source: &str, &(at, c): &(usize, char)) -> bool {
    let outside = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r' | '\u{2028}') || is_hidden(c));
    let soft = matches!(c, '\u{AD}' | '\u{200E}' | '\u{200F}' | '\u{FFFC}');
    !soft && !outside(chars::before(source, at)) && !outside(chars::at(source, at + c.len_utf8()))
}

/// Whether one mark alone ends a line of words, as schedulers and pages leave them: it breaks nothing there.
fn ends_a_line(source: &str, hidden: &[(usize, char)], i: usize, &(at, c): &(usize, char)) -> bool {
    let common = matches!(c, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{2063}');
    let after = at + c.len_utf8();
    let alone = hidden.get(i + 1).is_none_or(|next| next.0 > after)
        && i.checked_sub(1).is_none_or(|before| hidden[before].0 + hidden[before].1.len_utf8() < at);
    let last = source[after..].split(['\n', '\r', '\u{2028}']).next().is_none_or(|rest| rest.trim().is_empty());
    let word = source[..at].split_ascii_whitespace().next_back().unwrap_or("");
    common && alone && last && !word.contains(['#', '@', '＃']) && !word.contains("://")
}

/// Whether it is there to keep a blank line, as people do where a network swallows those.
fn holds_a_line(source: &str, at: usize) -> bool {
    // A line of hidden marks is short: what is looked at keeps the whole linear.
    const LONGEST: usize = 64;
    let bytes = source.as_bytes();
    let back = &bytes[at.saturating_sub(LONGEST + 1)..at];
    let ahead = &bytes[at..bytes.len().min(at + LONGEST + 1)];
    let start = at - back.iter().rev().position(|&b| b == b'\n').unwrap_or(back.len());
    let end = at + ahead.iter().position(|&b| b == b'\n').unwrap_or(ahead.len());
    end - start <= LONGEST && source[start..end].chars().all(|c| c.is_whitespace() || is_hidden(c))
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFC}' | '\u{1D173}'..='\u{1D17A}')
        || is_tag(c)
}

fn is_tag(c: char) -> bool {
    ('\u{E0000}'..='\u{E007F}').contains(&c)
}

/// Whether the writing around it needs it: joiners in Arabic and Indic scripts, breaks in Thai and Khmer.
fn is_needed(source: &str, at: usize, c: char, right_to_left: bool) -> bool {
    let near = |is: fn(char) -> bool| {
        chars::before(source, at).is_some_and(is) || chars::at(source, at + c.len_utf8()).is_some_and(is)
    };
    match c {
        '\u{200C}' | '\u{200D}' => near(joins),
        '\u{200B}' | '\u{2060}' => near(has_no_spaces),
        '\u{200E}' | '\u{200F}' => right_to_left,
        '\u{34F}' => near(is_right_to_left),
        '\u{180B}'..='\u{180E}' => near(|c| ('\u{1800}'..='\u{18AF}').contains(&c)),
        '\u{115F}' | '\u{1160}' | '\u{FFA0}' => near(|c| ('\u{1100}'..='\u{11FF}').contains(&c)),
        _ => false,
    }
}

/// Arabic, Syriac, N'Ko, the scripts of India, Tibetan, Mongolian and Khmer.
fn joins(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{FB50}'..='\u{FEFC}')
}

/// Thai, Lao, Tibetan, Burmese, Khmer, Japanese and Chinese.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};
    use crate::Severity;

    #[test]
    fn what_nobody_sees_is_found_and_deleted() {
        for (source, clean) in [
            ("#Aut\u{200B}umn", "#Autumn"),
            ("\u{FEFF}hello\u{FEFF} world\u{200B}", "hello world"),
            ("Bonjour\u{3164} !", "Bonjour !"),
            ("🎉\u{200D} party", "🎉 party"),
            ("a\u{200C}b", "ab"),
        ] {
            let found = find("zero-width", source);
            assert_eq!((found.len(), found[0].severity), (1, None), "{source}");
            assert_eq!(mended(source, &found[0]), clean);
        }
        assert_eq!(find("zero-width", "#Aut\u{200B}umn")[0].matched, "U+200B");
        assert_eq!(find("zero-width", "sale\u{AD} today")[0].severity, Some(Severity::Advise));
    }

    #[test]
    fn one_mark_at_the_end_of_a_line_harms_nobody() {
        for source in ["One\u{2060}\nTwo\u{2060}", "Now\u{200B}\n\nThen", "Soon\u{AD}", "Yes ✅\u{2063}\n"] {
            assert_eq!(find("zero-width", source), [], "{source}");
        }
        for source in [
            "One\u{2060}\u{2060}\nTwo",
            "#Now\u{200B}\nThen",
            "So\u{AD}on",
            "A\u{2060}\nin\u{200B}side",
            "https://acme.com/a\u{200B}",
        ] {
            assert_eq!(find("zero-width", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn words_for_machines_stop() {
        let hidden: String = "buy".chars().filter_map(|c| char::from_u32(0xE0000 + c as u32)).collect();
        assert_eq!(find("zero-width", &["Hello", &hidden].concat())[0].severity, Some(Severity::Stop));
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_stays() {
        for source in [
            "family 👨\u{200D}👩\u{200D}👧 day",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ok",
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "ภาษา\u{200B}ไทย",
            "שלום\u{200F}!",
            "❤\u{FE0F} naïve cafe\u{301}",
            "plain",
        ] {
            assert_eq!(find("zero-width", source), [], "{source}");
        }
    }
}
