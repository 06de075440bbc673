//! What several networks share: counts in plain units, and grammars of hashtags and names.

use draftlens_text::chars::{self, Class, class};
use draftlens_text::{Entity, EntityKind, entity};

use super::count::Counter;
use super::reader::{Reader, Reading, Seen};

/// An entity at a sign: what it is, and its end.
pub(super) type AtSign = fn(&str, usize, char) -> Option<(EntityKind, usize)>;

/// Counts code points.
pub(super) fn characters(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let count = reader.characters();
    let overflow = if count > limit { source.char_indices().nth(limit as usize).map(|(at, _)| at) } else { None };
    Reading { overflow, ..Reading::of(count, limit) }
}

/// Counts code points, and sees neither links nor hashtags nor names.
pub(super) fn without_entities(reader: &Reader<'_>, limit: u32) -> Reading {
    characters(reader, limit)
}

/// Counts UTF-16 code units; a pair that does not fit whole does not fit.
pub(super) fn utf16(reader: &Reader<'_>, limit: u32) -> Reading {
    let count = reader.text.utf16_len();
    let overflow = if count > limit { utf16_overflow(reader.text.source(), limit) } else { None };
    Reading { overflow, ..Reading::of(count, limit) }
}

fn utf16_overflow(source: &str, limit: u32) -> Option<usize> {
    let mut counter = Counter::new(limit);
    source.char_indices().for_each(|(at, c)| counter.add(at, c.len_utf16() as u32));
    counter.overflow
}

/// Links where they can be clicked, and what stands at the signs.
pub(super) fn entities(reader: &Reader<'_>, links: bool, at_sign: AtSign) -> Vec<Seen> {
    let (text, mut free) = (reader.text, 0);
    let mut found = Vec::new();
    for &(at, sign) in text.signs() {
        if at < free {
            continue;
        }
        let Some((kind, end)) = at_sign(text.source(), at, sign) else { continue };
        found.push(Entity::new(kind, (at, end)));
        free = end;
    }
    // Links hide the signs inside of them even where they cannot be clicked.
    let merged = entity::merge(text.links().to_vec(), found);
    merged.into_iter().filter(|e| links || e.kind != EntityKind::Link).map(Seen::as_typed).collect()
}

/// Only links.
pub(super) fn links(reader: &Reader<'_>) -> Vec<Seen> {
    entities(reader, true, |_, _, _| None)
}

/// Hashtags as twitter-text has them, which nobody knows to be wrong.
pub(super) fn hashtag(source: &str, at: usize, sign: char) -> Option<(EntityKind, usize)> {
    let end = if sign == '#' { entity::tag::hashtag_at(source, at)? } else { return None };
    Some((EntityKind::Hashtag, end))
}

/// The end of a name of ASCII letters, digits, `_` and `extra` marks inside, after the `@` at `at`.
pub(super) fn name_at(source: &str, at: usize, extra: &[char], longest: usize) -> Option<(EntityKind, usize)> {
    if !source[at..].starts_with('@') || !is_free(source, at) {
        return None;
    }
    let body = &source[at + 1..];
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || extra.contains(&c);
    let run = body.find(|c| !is_name(c)).unwrap_or(body.len());
    let name = body[..run].trim_end_matches(extra);
    let begins = !name.is_empty() && !name.starts_with(extra);
    (begins && name.chars().count() <= longest).then_some((EntityKind::Mention, at + 1 + name.len()))
}

/// Whether no word, sign or path goes before.
pub(super) fn is_free(source: &str, at: usize) -> bool {
    chars::before(source, at).is_none_or(|c| !is_word(c) && !matches!(c, '@' | '#' | '$' | '/' | '.'))
}

/// A letter, mark or digit of any script, or `_`.
pub(super) fn is_word(c: char) -> bool {
    c == '_' || matches!(class(c), Class::Letter | Class::Mark | Class::Digit)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::{by_id, report};
    use draftlens_text::Text;

    /// What a network sees in a text, each with its kind.
    pub(in super::super) fn seen(id: &str, source: &str) -> Vec<(&'static str, String)> {
        let network = by_id(id).expect("a known network");
        let report = report(network, &Text::parse(source), None);
        report.entities.into_iter().map(|entity| (entity.kind, entity.text)).collect()
    }

    /// The same without kinds.
    pub(in super::super) fn texts(id: &str, source: &str) -> Vec<String> {
        seen(id, source).into_iter().map(|(_, text)| text).collect()
    }

    /// Count and first unit that is too many, for a limit.
    pub(in super::super) fn counted(id: &str, source: &str, limit: u32) -> (u32, Option<u32>) {
        let report = report(by_id(id).expect("a known network"), &Text::parse(source), Some(limit));
        (report.count, report.overflow_at)
    }

    #[test]
    fn code_points_and_units_are_told_apart() {
        assert_eq!((counted("telegram", "ab😀c", 3), counted("tiktok", "ab😀c", 3)), ((4, Some(4)), (5, Some(2))));
    }

    #[test]
    fn a_link_that_cannot_be_clicked_still_hides_the_signs_inside() {
        assert_eq!(texts("instagram", "https://a.fr/#b @c #d"), ["@c", "#d"]);
    }
}
