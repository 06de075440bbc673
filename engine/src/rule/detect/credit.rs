//! Other people's words and pages without a name: a long quotation nobody is said to have said, a link that
//! stands alone.

use super::{Context, word_count};
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, words};

/// Words that name a source, folded. Sorted.
const NAMES: &str = "\
    according asks auteur author by cite credit credits declare demande disait dit dixit ecrit explains \
    expliquait explique par quote quoted quotes raconte rappelle resume rt said says selon source sources \
    suggests tells temoigne told tweeted via writes wrote";

/// Words of a quotation that is somebody's.
const QUOTED: usize = 8;

/// Words beside a quotation that is the whole post.
const FEW: usize = 6;

/// Words of one's own that make a link a recommendation.
const OWN_WORDS: usize = 5;

/// One finding for a quotation without a name, one for links that stand alone where the house's own pages are known.
pub(crate) fn credit(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    if context.draft.reply_to.is_some() {
        return;
    }
    let quoted = quotation(text).filter(|&(from, to)| is_all(text, from, to));
    if quoted.is_none() && context.settings.policy.domains.is_empty() {
        return;
    }
    let (from, to) = quoted.unwrap_or_default();
    // What the quoted words say themselves names nobody.
    if (0..text.tokens().len()).any(|i| (quoted.is_none() || i < from || i > to) && is_credit(text, i)) {
        return;
    }
    if let Some((from, to)) = quoted.filter(|&(from, to)| !is_signed(text, from, to)) {
        let (start, end) = (text.tokens()[from].start as usize, text.tokens()[to].end as usize);
        let matched: String = text.source()[start..end].chars().take(60).collect();
        let vars = vec![
            ("finding", "A quotation without a name".to_owned()),
            ("constat", "Une citation sans auteur".to_owned()),
        ];
        // A picture or the page behind the link may name them.
        let severity = Some(Severity::Advise);
        found.push(Finding { vars, severity, ..Finding::at(start, end, matched) });
        return;
    }
    if quoted.is_some() {
        return;
    }
    let own_words = word_count(text.tokens());
    let elsewhere = text.tokens().iter().find(|t| t.kind == Kind::Link && !context.own.has_link(text.folded(t)));
    if let Some(link) = elsewhere.filter(|_| own_words < OWN_WORDS) {
        let vars = vec![
            ("finding", "A link without a word of yours".to_owned()),
            ("constat", "Un lien sans un mot de vous".to_owned()),
        ];
        found
            .push(Finding { vars, ..Finding::at(link.start as usize, link.end as usize, text.typed(link).to_owned()) });
    }
}

/// A handle, a word such as “via”, or a name after a dash.
fn is_credit(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let token = &tokens[i];
    let next_is_name = tokens.get(i + 1).is_some_and(|t| {
        matches!(t.kind, Kind::Mention | Kind::Hashtag)
            || t.kind == Kind::Word && text.typed(t).starts_with(|c: char| c.is_uppercase())
    });
    match token.kind {
        Kind::Mention => true,
        Kind::Word if text.folded(token) == "apres" => i > 0 && text.folded(&tokens[i - 1]) == "d",
        Kind::Word => words::holds(NAMES, text.folded(token)),
        Kind::Mark => next_is_name && matches!(text.folded(token), "-" | "~" | "|" | ":") || text.folded(token) == "©",
        Kind::Emoji => matches!(text.typed(token), "📷" | "📸" | "🎥" | "✍️" | "✍"),
        _ => false,
    }
}

/// Whether a name stands beside the quotation: “Rand Paul: …” before it, or “- Ana” after it.
fn is_signed(text: &Text, from: usize, to: usize) -> bool {
    let tokens = text.tokens();
    let is_name = |token: &draftlens_text::Token| {
        token.kind == Kind::Word && text.typed(token).starts_with(|c: char| c.is_uppercase())
    };
    let named_before = tokens[..from].windows(2).any(|pair| is_name(&pair[0]) && is_name(&pair[1]));
    let after = tokens[to + 1..].iter().find(|t| !matches!(t.kind, Kind::Mark | Kind::Break | Kind::Emoji));
    let named_after = after.is_some_and(|next| {
        let between = &text.source()[tokens[to].end as usize..next.start as usize];
        is_name(next) && between.contains(['-', '–', '—', '\n', '‑'])
    });
    named_before || named_after
}

/// A quotation of many words, from its opening to its closing mark, that is most of its line.
fn quotation(text: &Text) -> Option<(usize, usize)> {
    let tokens = text.tokens();
    let mut open: Option<usize> = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Break {
            open = None;
        }
        if token.kind != Kind::Mark || !text.folded(token).starts_with('"') {
            continue;
        }
        match open.take() {
            Some(from) => {
                let words = word_count(&tokens[from..i]);
                if words >= QUOTED && alone(text, from, i) {
                    return Some((from, i));
                }
            }
            None => open = Some(i),
        }
    }
    None
}

/// Whether the post is the quotation and little else: a longer text tells who speaks.
fn is_all(text: &Text, from: usize, to: usize) -> bool {
    let tokens = text.tokens();
    word_count(&tokens[..from]) + word_count(&tokens[to..]) <= FEW
}

/// Whether little else stands on the line: a title or a word in quotes stands in a sentence.
fn alone(text: &Text, from: usize, to: usize) -> bool {
    let tokens = text.tokens();
    let on_line = |t: &&draftlens_text::Token| t.kind != Kind::Break;
    let before = tokens[..from].iter().rev().take_while(on_line).filter(|t| t.kind == Kind::Word).count();
    let after = tokens[to + 1..].iter().take_while(on_line).filter(|t| t.kind == Kind::Word).count();
    let named = from.checked_sub(1).is_some_and(|i| text.folded(&tokens[i]) == ":");
    before + after <= 3 || (after == 0 && before <= FEW && !named)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use crate::Settings;

    #[test]
    fn a_quotation_wants_a_name() {
        assert_eq!(
            find("credit", "\"The best way to predict the future is to invent it for your own customers\"").len(),
            1
        );
        assert_eq!(find("credit", "« La meilleure façon de prédire l’avenir est de le créer soi-même »").len(), 1);
        for text in [
            "\"The best way to predict the future is to invent it yourself\" — Alan Kay",
            "\"So good\"",
            "\"The best way to predict the future is to invent it\" @alan",
            "Our new show “The best way to predict the future is to invent it” opens on Friday at nine",
            "“The best way to predict the future is to invent it”, says our founder",
        ] {
            assert_eq!(find("credit", text), [], "{text}");
        }
    }

    #[test]
    fn a_link_wants_a_word_where_the_houses_pages_are_known() {
        let mut settings = Settings::default();
        settings.policy.domains = vec!["acme.com".into()];
        assert_eq!(find_for(&settings, "credit", "https://lemonde.fr/a").len(), 1);
        assert_eq!(find_for(&settings, "credit", "Great read https://nyt.com/a").len(), 1);
        assert_eq!(find_for(&settings, "credit", "https://acme.com/a"), []);
        assert_eq!(find_for(&settings, "credit", "Great read by @jane on pricing: https://nyt.com/a"), []);
        assert_eq!(find("credit", "https://lemonde.fr/a"), [], "nobody knows whose page it is");
    }
}
