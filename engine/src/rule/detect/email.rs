//! E-mail addresses of persons. Addresses of a desk (`contact@`, `press@`) are there to be published.

use super::{Context, offset};
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_text::fold::fold;
use draftlens_text::{Kind, Text, Token, words};

/// Names of desks, folded; an address with one of them in it belongs to no one person. Sorted.
const ROLES: &str = "\
    abuse accessibilite accounts accueil admin administration ads adv agence alumni ambassadeurs asso \
    association atelier bienvenue billetterie billing bonjour booking bookings boutique brand bureau \
    candidature candidatures care careers carriere carrieres casting club coiffure collab collabs commande \
    commandes commercial comms communication communications community compta comptabilite concours conseil \
    contact contacts contest courrier customer customercare customerservice customersupport desk devis \
    direction donate donation dons dpo editor editorial education emploi emplois enquiries enquiry equipe \
    event events facturation fashion feedback festival finance firstname formation formations frontdesk \
    giveaway hello hellocontact help helpdesk hey hi hotel hr info information informations infos inquiries \
    inscription inscriptions investor investors ir job jobs journal juridique legal library licensing \
    logistique mail mairie marketing matin matinale media medias membership moderation musee museum name news newsletter \
    newsroom no nom noreply office order orders partenariat partenariats partner partners partnership \
    partnerships people podcast pr prenom press presse prevention privacy prix promo rdv reception recruiting \
    recruitment recrutement redaction registration reply resa resas reservation reservations restaurant retail \
    rh rsvp sales salon salut sav scolarite secretariat security service serviceclient services shop social \
    sponsor sponsors sponsorship staff stage stages store studio submissions support talent talents team tech \
    ticket ticketing tickets tips tourisme training urgence vente ventes visit volunteer volunteers web \
    webmaster welcome wholesale you yourname";

/// Endings that an address spelled out in words is believed by. Sorted.
const ENDINGS: &str = "\
    be biz ca ch co com de edu es eu fr gov ie info io it net org uk";

/// Hosts of private mailboxes, by their first part. Sorted.
const PRIVATE: &str = "\
    aol bbox free gmail gmx googlemail hotmail icloud laposte live mac me msn neuf numericable orange outlook \
    proton protonmail sfr videotron wanadoo yahoo ymail";

/// Hosts that stand for no real one in examples and manuals.
const EXAMPLES: &[&str] = &["example.com", "example.org", "example.net", "exemple.fr", "exemple.com"];

/// One finding an address of a person, plain or spelled out (`name [at] domain dot com`), masked.
pub(crate) fn email(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let mut add = |address: Address<'_>| {
        let domain = fold(&address.domain);
        if !is_role(address.local, context)
            && !is_programme(address.local, &domain)
            && !EXAMPLES.contains(&domain.as_str())
            && (names_a_person(address.local, &domain) || !is_named(address.local, context.text))
        {
            let first = address.local.chars().next().unwrap_or('…');
            let mut finding = Finding::at(address.start, address.end, format!("{first}…@{domain}"));
            finding.severity = (!names_a_person(address.local, &domain)).then_some(Severity::Advise);
            finding.vars = vec![("domain", domain)];
            found.push(finding);
        }
    };
    for (at, _) in source.match_indices('@') {
        if let Some(address) = plain(source, at) {
            add(address);
        }
    }
    if says_at(context.text) {
        spelled_out(source, &mut add);
    }
}

/// Whether the post names what the address is of: a programme, a publication, a place. First names are shorter.
fn is_named(local: &str, text: &Text) -> bool {
    const SHORTEST: usize = 7;
    // As far as a post is read; a text of nothing but addresses must not be searched for each.
    const FURTHEST: usize = 300;
    let local = fold(local);
    let path = ["/", &local].concat();
    let names = |t: &Token| match t.kind {
        Kind::Word | Kind::Hashtag => text.folded(t).trim_start_matches('#') == local,
        Kind::Link => fold(text.typed(t)).ends_with(&path),
        _ => false,
    };
    local.len() >= SHORTEST && text.tokens().iter().take(FURTHEST).any(names)
}

/// Whether an address may be spelled out: most texts have no such word, and are not searched.
fn says_at(text: &Text) -> bool {
    let is_at = |t: &Token| match t.kind {
        Kind::Word => matches!(text.folded(t), "at" | "arobase" | "arobas"),
        Kind::Mark => text.typed(t) == "@" || text.typed(t) == "＠",
        _ => false,
    };
    text.tokens().iter().any(is_at)
}

struct Address<'a> {
    start: usize,
    end: usize,
    local: &'a str,
    domain: String,
}

/// The address around an `@`; none in a link, after another `@` (`@name@host` is a handle), or without a domain.
fn plain(source: &str, at: usize) -> Option<Address<'_>> {
    let before = source[..at].trim_end_matches(is_local);
    let local = source[before.len()..at].trim_start_matches(['.', '-', '+', '_', '%']);
    let start = at - local.len();
    if local.is_empty() || before.ends_with('@') || (before.ends_with(['/', ':', '=']) && in_link(before)) {
        return None;
    }
    let rest = &source[at + 1..];
    let domain = rest[..rest.find(|c| !is_domain(c)).unwrap_or(rest.len())].trim_end_matches(['.', '-']);
    let end = at + 1 + domain.len();
    is_host(domain).then(|| Address { start, end, local, domain: domain.to_owned() })
}

/// Whether what stands right before belongs to a link: `https://host/`, `https://user:`.
fn in_link(before: &str) -> bool {
    let word = before.rfind(char::is_whitespace).map_or(before, |i| &before[i..]);
    word.contains("://") || word.contains('/')
}

/// `jane.doe [at] acme dot com`, `lea (arobase) orange point fr`, `jane (at) acme.com`.
fn spelled_out<'a>(source: &'a str, add: &mut impl FnMut(Address<'a>)) {
    let words: Vec<(usize, &str)> = source
        .split(|c: char| c.is_whitespace())
        .map(|word| (offset(source, word), word))
        .filter(|(_, word)| !word.is_empty())
        .collect();
    for i in 1..words.len() {
        let Some(bracketed) = is_at(words[i].1) else { continue };
        let (start, local) = (words[i - 1].0, words[i - 1].1);
        let local = local.trim_start_matches(['(', '"', '«', ':', '<']);
        let start = start + (words[i - 1].1.len() - local.len());
        if local.is_empty() || !local.chars().all(is_local) || !local.chars().any(char::is_alphabetic) {
            continue;
        }
        if let Some((domain, end, dots)) = spelled_host(&words[i + 1..], bracketed)
            && (bracketed || dots > 0)
            && is_host(&domain)
            && words::holds(ENDINGS, &fold(domain.rsplit('.').next().unwrap_or("")))
        {
            add(Address { start, end, local, domain });
        }
    }
}

/// Whether a word says "at"; true inside when brackets leave no doubt.
fn is_at(word: &str) -> Option<bool> {
    let bare = word.trim_matches(['(', ')', '[', ']', '{', '}', '<', '>']);
    let bracketed = bare.len() < word.len();
    if bare.starts_with(|c: char| c.is_ascii() && !matches!(c, 'a' | 'A' | '@')) {
        return None;
    }
    match fold(bare).as_str() {
        "at" | "@" => Some(bracketed),
        "arobase" | "arobas" => Some(true),
        _ => None,
    }
}

/// A host in words: `gmail dot com`, `acme.com`; its last byte, and how many dots were words.
fn spelled_host(words: &[(usize, &str)], bracketed: bool) -> Option<(String, usize, usize)> {
    let (mut host, mut end, mut dots) = (String::new(), 0, 0);
    for pair in 0..3 {
        let &(start, word) = words.get(pair * 2)?;
        let part = word.trim_end_matches(['.', ',', ';', '!', '?', ')', ':']);
        if part.is_empty() || !part.chars().all(is_domain) {
            return None;
        }
        host.push_str(part);
        end = start + part.len();
        let next = words.get(pair * 2 + 1).map_or("", |(_, w)| w.trim_matches(['(', ')', '[', ']', '{', '}']));
        if part.len() < word.len()
            || !(next == "dot" || bracketed && matches!(fold(next).as_str(), "dot" | "point" | "."))
        {
            break;
        }
        host.push('.');
        dots += 1;
    }
    Some((host, end, dots))
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-')
}

/// A dot inside, and letters only after the last one.
fn is_host(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(name, top)| {
        !name.is_empty()
            && !name.contains("..")
            && (2..=6).contains(&top.len())
            && top.chars().all(|c| c.is_ascii_alphabetic())
    })
}

/// One long word, or one with digits, at a firm: the name of a programme or a campaign.
fn is_programme(local: &str, domain: &str) -> bool {
    let one_word = local.chars().all(char::is_alphanumeric);
    let odd = local.chars().count() > 11 || local.chars().any(|c| c.is_ascii_digit());
    one_word && odd && !is_private(domain)
}

/// Whether an address has first and last name, or a private host; one word at a firm may be a desk's name.
fn names_a_person(local: &str, domain: &str) -> bool {
    let parts = local.split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty()).count();
    parts > 1 || is_private(domain)
}

fn is_private(domain: &str) -> bool {
    words::holds(PRIVATE, domain.split('.').next().unwrap_or(""))
}

/// Whether a desk, or the house itself, reads the mail: `team.paris@`, `marius@` for the house Marius.
fn is_role(local: &str, context: &Context<'_>) -> bool {
    let folded = fold(local);
    let mut parts = folded.split(|c: char| !c.is_alphabetic()).filter(|p| !p.is_empty());
    let joined: String = folded.chars().filter(|c| c.is_alphabetic()).collect();
    let brands = context.names();
    let mut brand = brands.iter().map(|b| b.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let known = |part: &str| words::holds(ROLES, part);
    joined.is_empty()
        || parts.any(known)
        || ["contact", "support", "presse", "service", "boutique", "commande", "concours", "evenement", "event"]
            .iter()
            .any(|r| joined.contains(r))
        || brand.any(|b| b.len() > 2 && joined.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use crate::{Policy, Settings};

    #[test]
    fn an_address_of_a_person_is_found_and_masked() {
        let found = find("email", "Write to Jane.Doe@gmail.com, please");
        assert_eq!(found[0].matched, "J…@gmail.com");
        assert_eq!(found[0].spans, [(9, 27)]);
        for source in [
            "CV à paul@acme.fr",
            "lea_b@outlook.fr will help",
            "mailto:jane@acme.com",
            "(jane@acme.co.uk)",
            "jane.doe [at] acme [dot] com",
            "Jane (at) acme.com",
            "lea.durand arobase orange point fr",
            "jane at acme dot com",
        ] {
            assert_eq!(find("email", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn desks_handles_and_prose_pass() {
        for source in [
            "Écrivez à contact@acme.fr",
            "press.office@acme.com",
            "Follow @jane.doe",
            "Meet us @ 5 pm",
            "@marius@mode.social",
            "https://medium.com/@jane.doe",
            "See you at acme.com",
            "Meet Paul at the shop dot",
            "https://user:pass@host.com/",
            "sav-france@acme.fr",
            "jane@example.com",
            "Join us at work. It starts at 5.",
            "a@b",
            "contactacme@gmail.com",
            "prenom.nom@acme.fr",
        ] {
            assert_eq!(find("email", source), [], "{source}");
        }
    }

    #[test]
    fn the_house_s_own_name_is_a_desk() {
        assert_eq!(find("email", "marius.lyon@gmail.com").len(), 1);
        let policy = Policy { brand: "Marius".into(), ..Policy::default() };
        assert_eq!(find_for(&Settings { policy, ..Settings::default() }, "email", "marius.lyon@gmail.com"), []);
    }
}
