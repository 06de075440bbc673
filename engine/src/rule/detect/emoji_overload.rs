//! Too many emoji: a screen reader says each by its name.

use super::Context;
use crate::rule::finding::{Finding, deletion};
use draftlens_text::{Kind, Text, Token};

/// As many as a short post may have.
const MOST: usize = 3;
/// In a long post, one for so many characters.
const ONE_IN: usize = 120;
/// So many of the same side by side are one too many.
const RUN: usize = 3;

/// One finding for the post. Bullets do not count: an emoji at the start of a line, when other lines begin so too.
pub(crate) fn emoji_overload(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let emoji: Vec<usize> =
        (0..tokens.len()).filter(|&i| tokens[i].kind == Kind::Emoji && !is_flag_or_key(text, i)).collect();
    if emoji.len() < RUN {
        return;
    }
    let bullets = emoji.iter().filter(|&&i| begins_line(tokens, i)).count() > 1;
    let counted: Vec<usize> = emoji.into_iter().filter(|&i| !(bullets && begins_line(tokens, i))).collect();
    let most = MOST.max(text.source().chars().count() / ONE_IN);
    let repeated = repeated(text, &counted);
    if counted.len() <= most && repeated.is_empty() {
        return;
    }
    let over = if counted.len() > most { &counted } else { &repeated };
    found.push(Finding {
        spans: over.iter().map(|&i| (tokens[i].start, tokens[i].end)).collect(),
        matched: counted.len().to_string(),
        edits: edits(text, &counted, &repeated, most),
        vars: vec![("most", most.to_string())],
        ..Finding::default()
    });
}

/// Flags of countries name what is spoken of, and keycaps count: they are no decoration.
fn is_flag_or_key(text: &Text, i: usize) -> bool {
    let first = text.typed(&text.tokens()[i]).chars().next();
    first.is_some_and(|c| c.is_ascii() || matches!(c, '\u{1F1E6}'..='\u{1F1FF}'))
}

fn begins_line(tokens: &[Token], i: usize) -> bool {
    i == 0 || tokens[i - 1].kind == Kind::Break
}

/// Those that stand in a run of the same, three or more.
fn repeated(text: &Text, emoji: &[usize]) -> Vec<usize> {
    let tokens = text.tokens();
    let same = |a: usize, b: usize| b == a + 1 && text.typed(&tokens[a]) == text.typed(&tokens[b]);
    let mut out = Vec::new();
    let mut start = 0;
    for end in 1..=emoji.len() {
        if end == emoji.len() || !same(emoji[end - 1], emoji[end]) {
            if end - start >= RUN {
                out.extend(&emoji[start..end]);
            }
            start = end;
        }
    }
    out
}

/// Keeps one of each run, and of the rest those that stand between words; none where that is not enough.
fn edits(text: &Text, counted: &[usize], repeated: &[usize], most: usize) -> Option<Vec<(u32, u32, String)>> {
    let tokens = text.tokens();
    let in_run = |i: usize| repeated.binary_search(&i).is_ok();
    let follows =
        |i: usize| in_run(i) && i > 0 && in_run(i - 1) && text.typed(&tokens[i]) == text.typed(&tokens[i - 1]);
    let mut gone: Vec<bool> = counted.iter().map(|&i| follows(i)).collect();
    let mut left = gone.iter().filter(|gone| !**gone).count();
    // From the end: the first ones are seen before the fold.
    for (&i, gone) in counted.iter().zip(&mut gone).rev() {
        if left > most && !*gone && hangs(tokens, i) {
            *gone = true;
            left -= 1;
        }
    }
    let gone = counted.iter().zip(gone).filter(|(_, gone)| *gone).map(|(&i, _)| (tokens[i].start, tokens[i].end));
    let cuts = gone.map(|span| deletion(text.source(), span)).map(|(start, end)| (start, end, String::new()));
    (left <= most).then(|| cuts.collect())
}

/// Whether no word would miss it: it ends a line or a sentence, or stands beside another emoji.
fn hangs(tokens: &[Token], i: usize) -> bool {
    let light =
        |t: Option<&Token>| t.is_none_or(|t| matches!(t.kind, Kind::Break | Kind::Mark | Kind::Emoji | Kind::Hashtag));
    light(tokens.get(i + 1)) || i == 0 || light(tokens.get(i - 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    #[test]
    fn too_many_are_counted_once_and_thinned_out() {
        let source = "New drop 🔥🔥🔥🔥";
        let found = find("emoji-overload", source);
        assert_eq!((found.len(), found[0].matched.as_str()), (1, "4"));
        assert_eq!(mended(source, &found[0]), "New drop 🔥");
        for source in ["🎉 Sale 🎉 today 🎉 only 🎉", "👉👉👉 link 👇👇👇", "Hi 😀😃😄😁", "Well done 👏👏👏"]
        {
            assert_eq!(find("emoji-overload", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn a_word_in_pictures_has_no_edit() {
        let found = find("emoji-overload", "We 💚 our 🌍 and 🐝 and 🌻 too");
        assert_eq!((found.len(), found[0].edits.as_ref()), (1, None));
    }

    #[test]
    fn bullets_flags_and_joined_pictures_pass() {
        for source in [
            "Programme:\n✅ Bread\n✅ Butter\n✅ Jam\n✅ Tea",
            "🇫🇷🇩🇪🇮🇹🇪🇸 meet today",
            "Family 👨‍👩‍👧‍👦 day 👍🏽",
            "1️⃣ 2️⃣ 3️⃣ 4️⃣",
            "Hello 👋",
        ] {
            assert_eq!(find("emoji-overload", source), [], "{source}");
        }
    }
}
