//! Rows of ! and ?, and posts full of exclamation marks.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text};

/// Marks side by side that are too many.
const ROW: usize = 3;
/// Points side by side that are no ellipsis, however it is typed.
const POINTS: usize = 5;
/// Exclamations in a post that are too many, and characters that each may have.
const EXCLAMATIONS: usize = 3;
const ROOM: usize = 40;

/// One finding a row, or one for the whole where the post exclaims all the time.
pub(crate) fn punctuation(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let before = found.len();
    let mut exclamations = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let end = row_end(text, i);
        if end == i {
            i += 1;
            continue;
        }
        let (start, stop) = (tokens[i].start as usize, tokens[end - 1].end as usize);
        let row = &text.source()[start..stop];
        if let Some(kept) = kept(row, text, i, end) {
            let edits = Some(vec![(start as u32, stop as u32, kept.to_owned())]);
            found.push(Finding { edits, ..Finding::at(start, stop, row.to_owned()) });
        } else if row == "!" {
            exclamations.push(i);
        }
        i = end;
    }
    let room = text.source().chars().count() / ROOM;
    if found.len() == before && exclamations.len() >= EXCLAMATIONS.max(room) {
        found.push(calmer(text, &exclamations));
    }
}

/// The token after the last of a row of ! ? or points that begins at token `i`.
fn row_end(text: &Text, i: usize) -> usize {
    let tokens = text.tokens();
    let is_loud = |mark: &str| mark.starts_with(['!', '?', '！', '？']);
    let first = text.typed(&tokens[i]);
    if tokens[i].kind != Kind::Mark || !(is_loud(first) || first.starts_with(['.', '…'])) {
        return i;
    }
    let same_sort = |mark: &str| is_loud(mark) == is_loud(first) && (is_loud(mark) || mark.starts_with(['.', '…']));
    let mut end = i + 1;
    while tokens.get(end).is_some_and(|t| t.kind == Kind::Mark && t.glued && same_sort(text.typed(t))) {
        end += 1;
    }
    end
}

/// What is left of a row that is too long; `None` where it is not.
fn kept(row: &str, text: &Text, from: usize, end: usize) -> Option<&'static str> {
    if row.starts_with(['.', '…']) {
        let points: usize = row.chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
        return (points >= POINTS && !leads_to_a_number(text, end)).then_some("…");
    }
    let wild = row.chars().count() >= ROW && !stands_alone(text, from, end);
    wild.then_some(if row.contains(['?', '？']) { "?" } else { "!" })
}

/// `Menu ........ 12 €`
fn leads_to_a_number(text: &Text, end: usize) -> bool {
    text.tokens().get(end).is_some_and(|t| t.kind == Kind::Number)
}

/// A row that is a line of its own, as a placeholder or a chess move's note is.
fn stands_alone(text: &Text, from: usize, end: usize) -> bool {
    let tokens = text.tokens();
    let edge = |t: Option<&draftlens_text::Token>| t.is_none_or(|t| t.kind == Kind::Break);
    edge(from.checked_sub(1).and_then(|i| tokens.get(i))) && edge(tokens.get(end)) && from > 0
}

/// Full stops for all exclamation marks but the last.
fn calmer(text: &Text, marks: &[usize]) -> Finding {
    let source = text.source();
    let span = |i: usize| (text.tokens()[i].start, text.tokens()[i].end);
    let edits = marks[..marks.len() - 1].iter().map(|&i| {
        let (start, end) = span(i);
        // French puts a space before the mark, and none before a full stop.
        let bare = source[..start as usize].trim_end_matches([' ', '\u{A0}', '\u{202F}']).len() as u32;
        (bare, end, ".".to_owned())
    });
    Finding {
        spans: marks.iter().map(|&i| span(i)).collect(),
        matched: marks.len().to_string() + " !",
        edits: Some(edits.collect()),
        ..Finding::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    fn mend(source: &str) -> String {
        let found = find("punctuation", source);
        found.iter().rev().fold(source.to_owned(), |text, f| mended(&text, f))
    }

    #[test]
    fn a_row_keeps_one_mark() {
        assert_eq!(mend("Wow!!! Really???"), "Wow! Really?");
        assert_eq!(mend("Génial !!! Vraiment ?!?!"), "Génial ! Vraiment ?");
        assert_eq!(mend("And then....... it rained"), "And then… it rained");
    }

    #[test]
    fn exclamations_calm_down_to_the_last() {
        assert_eq!(mend("So good! So fresh! So you!"), "So good. So fresh. So you!");
        assert_eq!(mend("Si bon ! Si frais ! Si vous !"), "Si bon. Si frais. Si vous !");
    }

    #[test]
    fn ordinary_marks_pass() {
        for source in
            ["Wow!", "Really?", "Ready... set... go!", "Quoi ?!", "Soupe ........ 4 €", "Wait…", "Oh! Oh!", "a != b"]
        {
            assert_eq!(find("punctuation", source), [], "{source}");
        }
    }
}
