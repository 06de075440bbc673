//! Links that do not work where the post goes: an address in a caption that links nothing, and “link in
//! bio” where a link would do. Looks only where the draft says which networks it is for.

use draftlens_text::{Kind, Language, Text, Token, words};

use super::Context;
use crate::Severity;
use crate::rule::finding::Finding;

/// Networks whose captions show an address as plain text.
const PLAIN: &[&str] = &["instagram", "tiktok", "pinterest", "snapchat"];
/// Networks whose posts have links that work.
const LINKING: &[&str] = &[
    "x",
    "linkedin",
    "facebook",
    "bluesky",
    "mastodon",
    "threads",
    "telegram",
    "reddit",
    "google-business",
    "whatsapp",
];

/// What may stand between “link” and “bio”, folded. Sorted.
const BETWEEN: &str = "\
    a accessible au can clickable dans de des dispo disponible du en est find found from in is la le les lien \
    link ma mon my nos notre on our profil profile sont sur the to votre you your";

/// One finding for the addresses and one for the words.
pub(crate) fn not_clickable(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.draft.networks.is_empty() {
        return;
    }
    let among = |list: &[&str]| -> Vec<&'static str> {
        context.networks.iter().map(|n| n.network).filter(|id| list.contains(id)).collect()
    };
    let (plain, linking) = (among(PLAIN), among(LINKING));
    if !plain.is_empty() {
        addresses(context, &plain, found);
    }
    if !linking.is_empty() {
        words_for_a_link(context, &linking, found);
    }
}

/// Every address, where a network shows it as text. The edit says where the link is instead, unless
/// another network shows the same text.
fn addresses(context: &Context<'_>, networks: &[&'static str], found: &mut Vec<Finding>) {
    if context.urls.is_empty() {
        return;
    }
    let alone = context.networks.iter().all(|n| ["instagram", "tiktok"].contains(&n.network));
    let french = context.text.language() == Language::French;
    let text = context.text;
    let said = (0..text.tokens().len()).any(|i| phrase(text, text.tokens(), i).is_some());
    for url in context.urls {
        if !["", "http", "https"].iter().any(|s| url.scheme.eq_ignore_ascii_case(s)) || !url.host.contains('.') {
            continue;
        }
        // “See more at acme.com” is a name that people can type.
        let is_name = url.scheme.is_empty() && url.path().len() < 2;
        // “Link in bio” or “acme.com en bio” says where it is, and “in stores and on acme.com” where it is sold.
        let after = text.source()[url.end()..].trim_start();
        let there = after.starts_with("en bio") || after.starts_with("in bio");
        if said || there || is_name && (is_inclusive(url.host) || says_shops(&text.source()[..url.start])) {
            continue;
        }
        let there = if french { "lien en bio" } else { "link in bio" };
        let edit = (url.start as u32, url.end() as u32, there.to_owned());
        found.push(Finding {
            edits: alone.then(|| vec![edit]),
            networks: Some(networks.to_vec()),
            severity: is_name.then_some(Severity::Advise),
            vars: vec![
                ("finding", "An address that nobody can click".to_owned()),
                ("constat", "Une adresse que personne ne peut cliquer".to_owned()),
                ("advice", "Say “link in bio” and put it there, or use the network’s own link.".to_owned()),
                (
                    "conseil",
                    "Écrivez « lien en bio » et mettez-le là, ou utilisez le lien prévu par le réseau.".to_owned(),
                ),
            ],
            ..Finding::at(url.start, url.end(), url.raw.to_owned())
        });
    }
}

/// Whether the ending is that of two genders in French: “prêt.es”, “tous.tes”.
fn is_inclusive(host: &str) -> bool {
    host.split_once('.').is_some_and(|(word, end)| {
        matches!(end, "es" | "ne" | "nes" | "rice" | "euse") && (!word.is_ascii() || matches!(word, "tous" | "tout"))
    })
}

/// Whether the words before name the shops as well: “now available in stores and on”.
fn says_shops(before: &str) -> bool {
    let before = before.trim_end();
    ["available in stores and on", "available in store and on", "en magasin et sur", "en boutique et sur"].iter().any(
        |words| {
            before.get(before.len().saturating_sub(words.len())..).is_some_and(|end| end.eq_ignore_ascii_case(words))
        },
    )
}

/// “Link in bio”, “swipe up”, where links work. The edit pastes the link that the draft carries.
fn words_for_a_link(context: &Context<'_>, networks: &[&'static str], found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let shared = context.networks.len() > networks.len();
    let has_link = !context.urls.is_empty();
    for i in 0..tokens.len() {
        let Some(from) = phrase(text, tokens, i) else { continue };
        let (start, end) = (tokens[from].start, tokens[i].end);
        let link = context.draft.link.as_ref().filter(|_| !shared && !has_link);
        found.push(Finding {
            edits: link.map(|link| vec![(start, end, link.url.clone())]),
            networks: Some(networks.to_vec()),
            severity: has_link.then_some(Severity::Advise),
            vars: vec![
                ("finding", "“Link in bio” where a link would work".to_owned()),
                ("constat", "« Lien en bio » là où un lien fonctionnerait".to_owned()),
                ("advice", "Paste the link.".to_owned()),
                ("conseil", "Collez le lien.".to_owned()),
            ],
            ..Finding::at(start as usize, end as usize, text.source()[start as usize..end as usize].to_owned())
        });
    }
}

/// The first token of a phrase that ends at token `last`.
fn phrase(text: &Text, tokens: &[Token], last: usize) -> Option<usize> {
    if tokens[last].kind != Kind::Word {
        return None;
    }
    match text.folded(&tokens[last]) {
        "bio" | "profil" | "profile" => link_before(text, tokens, last),
        "up" => previous(text, tokens, last, &["swipe", "swiping"]),
        "haut" => {
            let le = previous(text, tokens, last, &["le"])?;
            let vers = previous(text, tokens, le, &["vers"])?;
            previous(text, tokens, vers, &["glissez", "swipez", "balayez", "glisse", "swipe"])
        }
        _ => None,
    }
}

/// “Link” in the same sentence with nothing but small words after it, and one of them a preposition.
fn link_before(text: &Text, tokens: &[Token], last: usize) -> Option<usize> {
    const FURTHEST: usize = 6;
    let mut says_where = false;
    for i in (last.saturating_sub(FURTHEST)..last).rev() {
        let token = &tokens[i];
        if token.sentence != tokens[last].sentence || !matches!(token.kind, Kind::Word | Kind::Emoji) {
            return None;
        }
        let word = text.folded(token);
        let is_link = matches!(word, "link" | "links" | "lien" | "liens") || text.typed(token).starts_with('🔗');
        if is_link && (says_where || i + 1 == last) {
            return (says_where || word == "link").then_some(i);
        }
        says_where |= matches!(word, "in" | "en" | "dans" | "on" | "via" | "sur");
        if token.kind == Kind::Word && !words::holds(BETWEEN, word) {
            return None;
        }
    }
    None
}

fn previous(text: &Text, tokens: &[Token], i: usize, words: &[&str]) -> Option<usize> {
    let before = i.checked_sub(1)?;
    (tokens[before].kind == Kind::Word && words.contains(&text.folded(&tokens[before]))).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find_in, mended, row};
    use crate::rule::finding::Finding;
    use crate::{Draft, Link, NetworkReport, Settings};

    fn on(networks: &[&'static str], source: &str, link: Option<&str>) -> Vec<Finding> {
        let rows: Vec<NetworkReport> = networks.iter().map(|id| row(id)).collect();
        let link = link.map(|url| Link { url: url.to_owned(), ..Link::default() });
        let draft = Draft { networks: networks.iter().map(|n| (*n).to_owned()).collect(), link, ..Draft::default() };
        find_in(&Settings::default(), "not-clickable", source, &draft, &rows, "base")
    }

    #[test]
    fn an_address_in_a_caption_is_sent_to_the_bio() {
        let source = "Read https://acme.com/a";
        let found = on(&["instagram"], source, None);
        assert_eq!(mended(source, &found[0]), "Read link in bio");
        let both = on(&["x", "tiktok"], source, None);
        assert_eq!((both[0].networks.clone(), both[0].edits.clone()), (Some(vec!["tiktok"]), None));
        assert_eq!(on(&["instagram"], "Lire acme.fr, c’est dans la boutique", None).len(), 1);
        assert_eq!(on(&["instagram"], "Learn more at acme.com. Link in bio.", None), []);
        assert_eq!(on(&["instagram"], "Learn more at acme.com/a. Link in bio.", None), []);
        assert_eq!(on(&["instagram"], "Êtes-vous prêt.es ?", None), []);
        assert_eq!(on(&["x", "linkedin"], source, None), []);
        assert_eq!(on(&[], source, None), []);
    }

    #[test]
    fn link_in_bio_is_for_networks_without_links() {
        for source in [
            "Link in bio!",
            "The link is in our bio",
            "🔗 in bio",
            "Lien en bio",
            "Le lien est dans notre bio",
            "Retrouvez-nous (lien dans la bio)",
            "Swipe up to shop",
            "Swipez vers le haut",
            "Full story: links in profile",
        ] {
            assert_eq!(on(&["linkedin"], source, None).len(), 1, "{source}");
            assert_eq!(on(&["instagram"], source, None), [], "{source}");
        }
        for source in [
            "Link below",
            "Our bio is new",
            "Un lien avec le bio local",
            "Swipe to see more",
            "We link farmers and bio shops",
        ] {
            assert_eq!(on(&["x"], source, None), [], "{source}");
        }
        let source = "Shop now, link in bio";
        let found = on(&["x"], source, Some("https://acme.com/s"));
        assert_eq!(mended(source, &found[0]), "Shop now, https://acme.com/s");
    }
}
