//! Characters that turn the direction of the text around: what is read is not what stands there.

use super::Context;
use crate::Severity;
use crate::rule::finding::Finding;

/// One finding for each kind of character. Isolates that open and close in a right-to-left text are
/// how such a text is written; pairs that only embed come from copying and are merely junk.
pub(crate) fn bidi(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    // All of them begin with this byte, which ASCII has not.
    if !source.as_bytes().contains(&0xE2) {
        return;
    }
    let marks: Vec<(usize, char)> = source.char_indices().filter(|(_, c)| is_control(*c)).collect();
    if marks.is_empty() {
        return;
    }
    let paired = pairs(&marks);
    let rtl = source.chars().any(is_rtl);
    let harmful = marks.iter().zip(&paired).any(|(m, ok)| !ok || matches!(m.1, '\u{202D}' | '\u{202E}'));
    let kept = |c: char, paired: bool| rtl && paired && matches!(c, '\u{2066}'..='\u{2069}');
    let wrong: Vec<(usize, char)> =
        marks.iter().zip(&paired).filter(|(m, ok)| !kept(m.1, **ok)).map(|(m, _)| *m).collect();
    let Some(first) = wrong.iter().find(|m| matches!(m.1, '\u{202D}' | '\u{202E}')).or(wrong.first()) else { return };
    let spans: Vec<(u32, u32)> = wrong.iter().map(|&(i, c)| (i as u32, (i + c.len_utf8()) as u32)).collect();
    found.push(Finding {
        edits: Some(spans.iter().map(|&(start, end)| (start, end, String::new())).collect()),
        matched: format!("U+{:X}", first.1 as u32),
        vars: vec![("count", wrong.len().to_string())],
        severity: (!harmful).then_some(Severity::Review),
        spans,
        ..Finding::default()
    });
}

/// Which characters have their partner in the same line.
fn pairs(marks: &[(usize, char)]) -> Vec<bool> {
    let mut paired = vec![false; marks.len()];
    let mut open: Vec<usize> = Vec::new();
    for (i, &(_, c)) in marks.iter().enumerate() {
        let closes = |opener: char| match c {
            '\u{202C}' => matches!(opener, '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}'),
            _ => matches!(opener, '\u{2066}'..='\u{2068}'),
        };
        match c {
            '\u{202C}' | '\u{2069}' => {
                if let Some(&opener) = open.last().filter(|&&o| closes(marks[o].1)) {
                    paired[i] = true;
                    paired[opener] = true;
                    open.pop();
                }
            }
            _ => open.push(i),
        }
    }
    paired
}

fn is_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};
    use crate::Severity;

    #[test]
    fn an_override_is_found_and_deleted() {
        let source = "safe\u{202E}gpj.exe";
        let found = find("bidi", source);
        assert_eq!((found[0].matched.as_str(), found[0].severity), ("U+202E", None));
        assert_eq!(mended(source, &found[0]), "safegpj.exe");
        assert_eq!(find("bidi", "price \u{202D}100")[0].severity, None);
        assert_eq!(find("bidi", "\u{202E}abc\u{202C}")[0].severity, None, "a pair of overrides still lies");
    }

    #[test]
    fn pairs_that_only_embed_are_less_bad() {
        let found = find("bidi", "call \u{202A}01 02\u{202C} or \u{2066}03\u{2069}");
        assert_eq!((found.len(), found[0].spans.len()), (1, 4));
        assert_eq!(found[0].severity, Some(Severity::Review));
    }

    #[test]
    fn isolates_in_a_right_to_left_text_stay() {
        assert_eq!(find("bidi", "مرحبا \u{2066}DraftLens\u{2069} بكم"), []);
        assert_eq!(find("bidi", "مرحبا \u{2066}DraftLens بكم").len(), 1, "never closed");
        assert_eq!(find("bidi", "naïve café \u{200F}"), []);
    }
}
