//! Where a text may be cut: after a paragraph, a line, a sentence or a word, and never inside a link, a mention, a
//! hashtag or a grapheme.

use std::ops::Range;

use draftlens_text::{Kind, Text, Token};
use unicode_segmentation::UnicodeSegmentation;

/// A place to cut: where the piece before it ends, and where the next begins. Bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) end: usize,
    pub(super) next: usize,
    pub(super) rank: Rank,
}

/// What ends at a place; a greater one is a better cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Word,
    Sentence,
    Line,
    Paragraph,
}

/// The pieces between lines of three hyphens, without the white space around them. Bytes.
pub(super) fn forced(source: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in source.split_inclusive('\n') {
        let end = at + line.len();
        if is_mark(line) {
            pieces.push(start..at);
            start = end;
        }
        at = end;
    }
    pieces.push(start..source.len());
    pieces.into_iter().map(|piece| trimmed(source, piece)).filter(|piece| !piece.is_empty()).collect()
}

/// Whether a line says “cut here”.
pub(super) fn is_mark(line: &str) -> bool {
    line.trim() == "---"
}

fn trimmed(source: &str, piece: Range<usize>) -> Range<usize> {
    let text = &source[piece.clone()];
    let start = piece.start + (text.len() - text.trim_start().len());
    start..(start + text.trim().len())
}

/// The places between the words of a piece, in order.
pub(super) fn places(text: &Text, piece: &Range<usize>) -> Vec<Place> {
    let tokens = text.tokens();
    let first = tokens.partition_point(|t| (t.start as usize) < piece.start);
    let last = tokens.partition_point(|t| (t.start as usize) < piece.end);
    let mut places = Vec::new();
    let mut before: Option<&Token> = None;
    let mut lines = 0;
    for token in &tokens[first..last] {
        if token.kind == Kind::Break {
            lines += text.typed(token).matches('\n').count().max(1);
            continue;
        }
        if let Some(before) = before {
            places.extend(place(text, before, token, lines));
        }
        (before, lines) = (Some(token), 0);
    }
    places
}

fn place(text: &Text, before: &Token, after: &Token, lines: usize) -> Option<Place> {
    let (end, next) = (before.end as usize, after.start as usize);
    let rank = match lines {
        0 if !text.source()[end..next].contains(char::is_whitespace) => return None,
        // « Bonjour ! » : neither the mark after a space nor the word after an opening quote may begin a post.
        0 if belongs_before(text.typed(after)) || opens(text.typed(before)) => return None,
        0 if before.sentence != after.sentence => Rank::Sentence,
        0 => Rank::Word,
        1 => Rank::Line,
        _ => Rank::Paragraph,
    };
    Some(Place { end, next, rank })
}

fn belongs_before(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, '!' | '?' | ':' | ';' | '%' | '…' | '.' | ',' | ')' | ']' | '»' | '”' | '€'))
}

fn opens(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, '(' | '[' | '«' | '“' | '¿' | '¡'))
}

/// The places inside a run without spaces that no word fits: between graphemes, outside `whole` spans.
pub(super) fn inside(source: &str, run: &Range<usize>, whole: &[Range<usize>]) -> Vec<Place> {
    let graphemes = source[run.clone()].grapheme_indices(true).skip(1);
    let at = graphemes.map(|(i, _)| run.start + i);
    at.filter(|at| !whole.iter().any(|span| span.start < *at && *at < span.end))
        .map(|at| Place { end: at, next: at, rank: Rank::Word })
        .collect()
}
