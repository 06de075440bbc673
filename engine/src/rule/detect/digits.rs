//! Numbers that are written in groups: cards, telephones, identities. Knows groups and what parts them, and
//! nothing of what they mean.

use draftlens_text::{Kind, Text};

/// One group of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Groups of digits with nothing between them but the marks that part a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) groups: Vec<Group>,
}

/// The most groups that are read as one: no number is longer, and a table of figures is none.
const MOST: usize = 24;

impl Run {
    /// What stands between group `i` and the one after it; empty at the end.
    pub(super) fn mark<'a>(&self, source: &'a str, i: usize) -> &'a str {
        match (self.groups.get(i), self.groups.get(i + 1)) {
            (Some(a), Some(b)) => &source[a.end..b.start],
            _ => "",
        }
    }

    /// The lengths of groups `from..to`.
    pub(super) fn lengths(&self, from: usize, to: usize) -> Vec<usize> {
        self.groups[from..to].iter().map(|g| g.end - g.start).collect()
    }

    /// The digits of groups `from..to`.
    pub(super) fn digits(&self, source: &str, from: usize, to: usize) -> String {
        self.groups[from..to].iter().map(|g| &source[g.start..g.end]).collect()
    }

    /// Whether groups `from..to` are a number of their own: no letter is glued to them, and the same mark
    /// does not go on to further digits.
    pub(super) fn stands_alone(&self, source: &str, from: usize, to: usize) -> bool {
        let (first, last) = (self.groups[from], self.groups[to - 1]);
        let glued_before = source[..first.start]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '#'));
        let glued_after = source[last.end..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let inner = if to - from > 1 { self.mark(source, from) } else { "" };
        let goes_on = |mark: &str| !mark.is_empty() && (mark == inner || matches!(mark, "." | ","));
        let goes_on_before = from > 0 && goes_on(self.mark(source, from - 1));
        let goes_on_after = to < self.groups.len() && goes_on(self.mark(source, to - 1));
        !(glued_before || glued_after || goes_on_before || goes_on_after)
    }
}

/// The runs of a text that have `least` digits at least, outside links, hashtags, handles and addresses.
pub(super) fn runs(text: &Text, least: usize) -> Vec<Run> {
    let source = text.source();
    if source.bytes().filter(u8::is_ascii_digit).count() < least {
        return Vec::new();
    }
    let mut entities = text
        .tokens()
        .iter()
        .filter(|t| matches!(t.kind, Kind::Link | Kind::Hashtag | Kind::Mention | Kind::Email))
        .peekable();
    let mut runs: Vec<Run> = Vec::new();
    let mut run = Run::default();
    for group in groups(source) {
        while entities.next_if(|t| t.end as usize <= group.start).is_some() {}
        let inside = entities.peek().is_some_and(|t| (t.start as usize) <= group.start);
        let joined =
            run.groups.last().is_some_and(|last| run.groups.len() < MOST && joins(&source[last.end..group.start]));
        if !joined || inside {
            keep(&mut runs, &mut run, least);
        }
        if !inside {
            run.groups.push(group);
        }
    }
    keep(&mut runs, &mut run, least);
    runs
}

fn keep(runs: &mut Vec<Run>, run: &mut Run, least: usize) {
    let run = core::mem::take(run);
    if run.groups.iter().map(|g| g.end - g.start).sum::<usize>() >= least {
        runs.push(run);
    }
}

fn groups(source: &str) -> impl Iterator<Item = Group> {
    let bytes = source.as_bytes();
    let mut at = 0;
    core::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        let end = start + bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = end;
        Some(Group { start, end })
    })
}

/// One mark, or a bracket with a space or hyphen: what people write within a number.
fn joins(between: &str) -> bool {
    matches!(
        between,
        " " | "\u{A0}"
            | "\u{202F}"
            | "\u{2009}"
            | "\u{2007}"
            | "."
            | "-"
            | "‑"
            | "–"
            | "/"
            | "·"
            | "•"
            | ")"
            | ") "
            | ")-"
            | " ("
            | "("
            | ". "
            | " - "
            | " – "
            | "  "
            | ")."
    )
}

/// Whether one of the words stands in the text, in folded form.
pub(super) fn says(text: &Text, list: &[&str]) -> bool {
    text.tokens().iter().any(|t| matches!(t.kind, Kind::Word | Kind::Hashtag) && list.contains(&text.folded(t)))
}

/// The words right before a byte, nearest first, folded: at most `count`, of the same line.
pub(super) fn words_before(text: &Text, byte: usize, count: usize) -> Vec<&str> {
    let tokens = text.tokens();
    let end = tokens.partition_point(|t| (t.end as usize) <= byte);
    let line = tokens[..end].iter().rev().take_while(|t| t.kind != Kind::Break).take(count * 3 + 8);
    line.filter(|t| t.kind == Kind::Word).take(count).map(|t| text.folded(t)).collect()
}

/// Whether one of the words stands within `count` words before a byte.
pub(super) fn labelled(text: &Text, byte: usize, count: usize, list: &[&str]) -> bool {
    words_before(text, byte, count).iter().any(|w| list.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_joined_by_the_marks_of_a_number_and_parted_by_words() {
        let text = Text::parse("Tel (04) 72-00 00.00, 12 and 345 678 901 https://a.fr/123456789");
        let found = runs(&text, 9);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].lengths(0, 5), found[0].digits(text.source(), 0, 5)),
            (vec![2; 5], "0472000000".to_owned())
        );
        assert_eq!(words_before(&text, 40, 2), ["and", "tel"]);
    }

    #[test]
    fn a_number_glued_to_letters_or_to_more_of_its_kind_does_not_stand_alone() {
        let alone = |source: &str, from: usize, to: usize| {
            let text = Text::parse(source);
            runs(&text, 4)[0].stands_alone(source, from, to)
        };
        assert!(alone("1234 5678", 0, 2) && alone("1234-5678 12/27", 0, 2));
        assert!(!alone("1234 5678 9012", 0, 2) && !alone("A1234 5678", 0, 2) && !alone("1234 5678x", 0, 2));
    }
}
