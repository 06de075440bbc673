//! Other people's words and pages without a name: a long quotation nobody is said to have said, a link that
//! stands alone.

use super::{Context, word_count};
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_rule::host;
use draftlens_text::{Kind, Text, Token, words};

/// Words that name a source, folded. Sorted.
const NAMES: &str = "\
    according asks auteur author by cite credit credits declare demande disait dit dixit ecrit explains \
    expliquait explique par quote quoted quotes raconte rappelle resume rt said says selon source sources \
    suggests tells temoigne told tweeted via writes wrote";

/// Words of a quotation that is somebody's.
const QUOTED: usize = 8;

/// Words beside a quotation that is the whole post.
const FEW: usize = 6;

/// Words of one's own that make a link a recommendation; an article wants its author's name beside so many more.
const OWN_WORDS: usize = 5;
const REMARK: usize = 20;

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
    let taken = |link: &str| {
        let link = link.to_lowercase();
        !context.own.has_link(&link)
            && (own_words < OWN_WORDS || own_words <= REMARK && is_article(&link) && !is_named(text, &link))
    };
    let elsewhere = text.tokens().iter().find(|t| t.kind == Kind::Link && taken(text.typed(t)));
    let card = context.draft.link.as_ref().filter(|link| !link.url.is_empty() && taken(&link.url));
    let severity = (own_words >= OWN_WORDS).then_some(Severity::Advise);
    if let Some(link) = elsewhere {
        let at = Finding::at(link.start as usize, link.end as usize, text.typed(link).to_owned());
        found.push(Finding { severity, ..at });
    } else if let Some(card) = card.filter(|_| context.facts.first) {
        found.push(Finding { matched: card.url.clone(), severity, ..Finding::default() });
    }
}

/// Whether an address looks like one piece of writing: a long name with hyphens, a number, a year.
fn is_article(link: &str) -> bool {
    // Pages that people make for themselves elsewhere: tickets, forms, collections, films, shops.
    const OURS: &str = "\
        amazon billetweb calendly doctolib eventbrite facebook forms framaforms gofundme goo google helloasso \
        instagram justgiving kickstarter leetchi linkedin meetup shotgun spotify ticketmaster tiktok typeform \
        ulule weezevent youtube zoom";
    if host(link).split('.').any(|part| words::holds(OURS, part)) {
        return false;
    }
    let path = link.split_once("://").map_or(link, |(_, rest)| rest).split(['?', '#']).next().unwrap_or_default();
    path.split('/').skip(1).any(|part| {
        part.matches('-').count() >= 2
            || part.bytes().filter(u8::is_ascii_digit).count() >= 5
            || part.len() == 4 && part.starts_with("20")
            || matches!(part, "article" | "articles" | "news" | "actualites" | "opinion" | "blog" | "story")
    })
}

/// Whether the text names the site, or somebody by a first and a last name.
fn is_named(text: &Text, link: &str) -> bool {
    let glued: String =
        text.tokens().iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Hashtag)).map(|t| text.folded(t)).collect();
    let site = host(link).split('.').filter(|part| part.len() > 2).max_by_key(|part| part.len());
    let site = site.unwrap_or_default().replace('-', "");
    let is_name = |t: &Token| t.kind == Kind::Word && text.typed(t).starts_with(char::is_uppercase);
    let person = text
        .tokens()
        .windows(3)
        .any(|three| is_name(&three[1]) && is_name(&three[2]) && three[0].sentence == three[1].sentence);
    !site.is_empty() && glued.contains(&site) || person
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
