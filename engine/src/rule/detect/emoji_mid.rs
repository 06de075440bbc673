//! Emoji that stand for a word or cut a sentence in two.

use draftlens_text::{Kind, Text, Token, words};

use super::Context;
use crate::rule::finding::Finding;

/// Words that a sentence cannot break off after, folded: what follows belongs to them. Sorted.
const LEANING: &str = "\
    a an and are as at au aux avec be because been before between but by can ce ces cet cette chaque comme dans \
    de des deux du elle elles en est et every for from go grab have he her his how i il ils in into is it its \
    je l la le les leur leurs ma mais make mes mon my nos not notre nous of on or ou our par pas pour qu que \
    quel quelle qui sa sans se ses si son sont sous such sur ta take that the their these they this those to tu \
    two un under une vers via vos votre vous want was we were what when which why will with without you your";

/// Signs that lead, count, join or tick: they part things rather than cut them.
const PARTING: &str = "➡⬅⬆⬇↗↘↙↖▶◀👉👇👈☝👆➜➤✔✅☑❌✖➕➖➗🔸🔹🔶🔷▪▫◾◽🔴🟠🟡🟢🔵🟣⚫⚪🟥🟧🟨🟩🟦🟪🆚🆕📍🎙✍📸📷📹🎥🔗📞☎📧✉📩🗓📅⏰🕐⭐©®™ℹ❗❓‼⁉💬🗣";

/// One finding for all of them. The edit moves those that only interrupt to the end of their sentence.
pub(crate) fn emoji_mid(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let within: Vec<usize> = (1..tokens.len()).filter(|&i| is_within(text, tokens, i)).collect();
    let mut cutting: Vec<usize> = Vec::new();
    for sentence in within.chunk_by(|&i, &j| tokens[i].sentence == tokens[j].sentence) {
        // Two different ones in a sentence stand for its words, or beside each of them.
        let paired = sentence.iter().any(|&i| text.typed(&tokens[i]) != text.typed(&tokens[sentence[0]]));
        cutting.extend(sentence.iter().filter(|&&i| paired || cuts(text, tokens, i)));
    }
    let Some(&first) = cutting.first() else { return };
    let spans = cutting.iter().map(|&i| (tokens[i].start, tokens[i].end)).collect();
    let edits: Option<Vec<_>> = cutting.iter().map(|&i| moved(text, tokens, i)).collect();
    let edits = edits.map(|moves| moves.into_iter().flatten().collect::<Vec<_>>());
    let edits = edits.map(|mut edits| {
        draftlens_text::order::sort(&mut edits);
        edits
    });
    found.push(Finding { spans, matched: text.typed(&tokens[first]).to_owned(), edits, ..Finding::default() });
}

/// Whether the sentence that the emoji at `i` stands in leans on it, or goes on from it.
fn cuts(text: &Text, tokens: &[Token], i: usize) -> bool {
    leans(text, &tokens[i - 1]) || goes_on(text, &tokens[i + 1])
}

/// Whether the emoji at `i` stands between two words of one sentence.
fn is_within(text: &Text, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    if token.kind != Kind::Emoji
        || text.typed(token).starts_with(|c| PARTING.contains(c))
        || is_flag_or_key(text, token)
    {
        return false;
    }
    let (before, Some(after)) = (&tokens[i - 1], tokens.get(i + 1)) else { return false };
    let same = before.sentence == token.sentence && after.sentence == token.sentence;
    let small = text.typed(after).starts_with(|c: char| c.is_lowercase());
    if !same || before.kind != Kind::Word || after.kind != Kind::Word || !(small || is_loved(text, before, token)) {
        return false;
    }
    // A dash is no token: `in 😂 - for fun` is two thoughts.
    let source = text.source();
    let dashed = |gap: &str| gap.contains(['-', '–', '—']);
    let (left, right) =
        (&source[before.end as usize..token.start as usize], &source[token.end as usize..after.start as usize]);
    !dashed(left) && !dashed(right)
}

/// `We ❤️ Leeds`: a heart is the verb.
fn is_loved(text: &Text, before: &Token, token: &Token) -> bool {
    const WHO: &str = "i je nous they we";
    text.typed(token).starts_with(['❤', '💙', '💚', '💛', '💜', '🖤', '🤍', '🧡', '🩷'])
        && words::holds(WHO, text.folded(before))
}

/// Flags name countries, keycaps count.
fn is_flag_or_key(text: &Text, token: &Token) -> bool {
    let typed = text.typed(token);
    typed.starts_with(|c: char| c.is_ascii() || draftlens_text::chars::is_flag_letter(c))
}

fn leans(text: &Text, token: &Token) -> bool {
    words::holds(LEANING, text.folded(token))
}

/// A verb that no sentence begins with: what stands before is its subject.
fn is_verb(text: &Text, token: &Token) -> bool {
    const VERBS: &str = "are arrive arrivent est had has is sera seront sont was were will";
    words::holds(VERBS, text.folded(token))
}

/// A verb, or a small word that goes on from what stands before.
fn goes_on(text: &Text, token: &Token) -> bool {
    const SMALL: &str = "at au aux avec by chez dans de des du en for from in into of on par pour qui sur that to with";
    is_verb(text, token) || text.typed(token) == "à" || words::holds(SMALL, text.folded(token))
}

/// Deletes the emoji and puts it at the end of its sentence; none where a word leans on it.
fn moved(text: &Text, tokens: &[Token], i: usize) -> Option<[(u32, u32, String); 2]> {
    if leans(text, &tokens[i - 1]) && !is_verb(text, &tokens[i + 1]) && !is_extra(text, tokens, i) {
        return None;
    }
    let source = text.source();
    let start = source[..tokens[i].start as usize].trim_end_matches(' ').len() as u32;
    let last = tokens[i..].iter().take_while(|t| t.sentence == tokens[i].sentence && t.kind != Kind::Break).last()?;
    let end = last.end;
    let sign = ["\u{20}", text.typed(&tokens[i])].concat();
    Some([(start, tokens[i].end, String::new()), (end, end, sign)])
}

/// `Our 🚀 launch is live`: a word that leans, and the noun it leans on after the emoji, before a verb.
fn is_extra(text: &Text, tokens: &[Token], i: usize) -> bool {
    tokens.get(i + 2).is_some_and(|t| t.kind == Kind::Word && is_verb(text, t))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};
    use super::LEANING;

    #[test]
    fn emoji_in_place_of_words_are_found() {
        for source in [
            "I ❤️ our new store",
            "Grab a ☕ with us today",
            "On ❤️ nos clients",
            "Un ☕ avec nous ?",
            "We are going to the 🏖️ this weekend",
            "Nous 🫶 nos bénévoles",
        ] {
            let found = find("emoji-mid", source);
            assert_eq!((found.len(), found[0].edits.clone()), (1, None), "{source}");
        }
    }

    #[test]
    fn emoji_that_only_interrupt_are_moved() {
        for (source, whole) in [
            ("Our 🚀 launch is live", "Our launch is live 🚀"),
            ("The shop 🎉 is open. Come!", "The shop is open. 🎉 Come!"),
            ("La boutique 🎉 est ouverte", "La boutique est ouverte 🎉"),
        ] {
            let found = find("emoji-mid", source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!(mended(source, &found[0]), whole);
        }
    }

    #[test]
    fn emoji_at_the_end_and_bullets_pass() {
        for source in [
            "Our launch is live 🚀",
            "Coffee with us? ☕",
            "Nos clients, on les aime ❤️",
            "New 🎉 Come and see",
            "✅ one\n✅ two",
            "Big news 🎉 our shop is open",
            "Paris 👉 lyon",
            "Made in 🇫🇷 with love",
            "Sale 🔥 sale 🔥 sale",
            "🎉",
        ] {
            assert_eq!(find("emoji-mid", source), [], "{source}");
        }
        assert!(LEANING.split(' ').is_sorted());
    }
}
