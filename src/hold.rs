//! Which flags wait until their word is finished, and what a report looks like without them. Pure.

use draftlens_engine::{Flag, Report, Severity, Verdict};

/// How long a word must rest to count as finished, in milliseconds.
pub const REST: u32 = 600;

/// The length of the text is told by the counts at once: this flag never waits.
pub const OVER_LIMIT: &str = "over-limit";

/// Indices of the flags whose word is still being written at `caret` (in UTF-16 code units of `text`).
/// A flag that was `seen` never waits.
pub fn unfinished(flags: &[Flag], seen: &[String], text: &str, caret: Option<u32>) -> Vec<usize> {
    let Some(caret) = caret.filter(|caret| in_word(text, *caret)) else { return Vec::new() };
    let waits = |flag: &Flag| {
        flag.text == "base"
            && flag.rule != OVER_LIMIT
            && !seen.contains(&flag.id)
            && flag.spans.iter().any(|span| span.start < caret && caret <= span.end)
    };
    (0..flags.len()).filter(|index| waits(&flags[*index])).collect()
}

/// Whether the caret stands right after a character of a word.
fn in_word(text: &str, caret: u32) -> bool {
    let mut at = 0;
    for c in text.chars() {
        at += c.len_utf16() as u32;
        if at >= caret {
            return at == caret && (c == '_' || !(c.is_ascii_punctuation() || c.is_whitespace() || is_mark(c)));
        }
    }
    false
}

/// Punctuation of typographers, `’` aside: French words are written with it.
fn is_mark(c: char) -> bool {
    matches!(c, '«' | '»' | '“' | '”' | '…' | '–' | '—' | '\u{3001}' | '\u{3002}' | '！' | '？')
}

/// The report without the flags at `held`, and with the verdict that the others give.
pub fn without(report: &Report, held: &[usize]) -> Report {
    let mut shown = report.clone();
    let mut index = 0;
    shown.flags.retain(|_| {
        index += 1;
        !held.contains(&(index - 1))
    });
    for network in &mut shown.networks {
        let mine = shown.flags.iter().filter(|flag| flag.networks.contains(&network.network));
        network.verdict = mine.map(|flag| verdict(flag.severity)).max().unwrap_or_default();
    }
    let worst = shown.networks.iter().map(|network| network.verdict).max().unwrap_or_default();
    shown.verdict = if report.verdict == Verdict::Pending { worst.max(Verdict::Pending) } else { worst };
    shown
}

fn verdict(severity: Severity) -> Verdict {
    match severity {
        Severity::Advise => Verdict::Ready,
        Severity::Review => Verdict::Review,
        Severity::Stop => Verdict::Stop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draftlens_engine::Span;

    fn flag(id: &str, start: u32, end: u32) -> Flag {
        Flag {
            id: id.into(),
            rule: "rule".into(),
            severity: Severity::Stop,
            text: "base",
            spans: vec![Span { start, end }],
            networks: vec!["x"],
            title: String::new(),
            why: String::new(),
            advice: String::new(),
            ask: None,
            sources: Vec::new(),
            fixes: Vec::new(),
            settle: None,
        }
    }

    #[test]
    fn a_flag_waits_while_its_word_is_written() {
        let flags = [flag("a", 0, 7)];
        assert_eq!(unfinished(&flags, &[], "#Aurora", Some(7)), [0]);
        assert_eq!(unfinished(&flags, &[], "#Aurora ", Some(8)), [0usize; 0]);
        assert_eq!(unfinished(&flags, &[], "#Aurora is", Some(10)), [0usize; 0]);
        assert_eq!(unfinished(&flags, &[], "#Aurora", None), [0usize; 0]);
    }

    #[test]
    fn a_flag_that_was_seen_never_waits() {
        assert_eq!(unfinished(&[flag("a", 0, 7)], &["a".into()], "#Aurora", Some(7)), [0usize; 0]);
    }

    #[test]
    fn a_place_ends_with_its_punctuation() {
        assert_eq!(unfinished(&[flag("a", 0, 8)], &[], "{{name}}", Some(8)), [0usize; 0]);
        assert_eq!(unfinished(&[flag("a", 0, 8)], &[], "{{name}}", Some(6)), [0]);
    }

    #[test]
    fn without_its_flags_a_report_is_ready() {
        let report = Report { verdict: Verdict::Stop, flags: vec![flag("a", 0, 7)], ..Report::default() };
        let shown = without(&report, &[0]);
        assert!(shown.flags.is_empty());
        assert_eq!(shown.verdict, Verdict::Ready);
    }
}
