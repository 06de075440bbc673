//! Domains that pass for another: letters of two scripts in one name, letters that look Latin and are not,
//! an accent or a digit in a known name, or one letter more or less than the house's own.

use draftlens_text::entity::punycode::{ascii_label, unicode_label};
use draftlens_text::fold::fold;

use super::url::Url;
use super::{Context, offset};
use crate::Severity;
use crate::rule::finding::Finding;

/// Names that are imitated most, as they stand in their domains.
const KNOWN: &str = "\
    adidas airbnb airfrance alibaba aliexpress allegro amazon ameli americanexpress apple bankofamerica barclays bbc \
    binance bing blablacar bnpparibas booking boursorama caixabank canva carrefour cdiscount chase chronopost cnn \
    coinbase creditagricole darty decathlon deliveroo dhl discord disney docusign doctolib dpd dropbox ebay facebook \
    fedex fnac free github gmail google googlemail hsbc hulu icloud ikea impots instagram labanquepostale laposte \
    leboncoin lemonde linkedin lloydsbank mastercard messenger metamask microsoft natwest netflix nike nytimes \
    office openai orange outlook paypal pinterest reddit revolut roblox ryanair samsung sfr shein shopify \
    sncf snapchat sncfconnect societegenerale spotify steam stripe swisscom target telegram temu tesla threads \
    ticketmaster tiktok tripadvisor twitch twitter ubereats ups usps venmo vinted visa walmart wellsfargo \
    whatsapp wikipedia yahoo youtube zalando zara zoom";

/// Small letters that look Latin, and the letters they look like.
const ALIKE: &[(&str, &str)] = &[
    // Cyrillic
    ("асԁеһіјӏорԛѕтхуѵԝьвкмнгп", "acdehijlopqstxyvwbbkmhrn"),
    // Greek
    ("αβϲεηιϳκνορτυχγω", "abcenijkvoptuxyw"),
    // Armenian
    ("օսհոզցյք", "ouhnqgjp"),
    // Latin that no alphabet of ours has
    ("ıɑɡɩɪʟɴʀʏᴄᴏᴘꜱᴠᴡᴢℓ", "iagiilnrycopsvwzl"),
];

/// Cyrillic, Greek and Armenian letters that cannot be told from Latin ones in most typefaces.
const TWINS: &str = "асԁеһіјӏорԛѕхуԝοαϲϳνօսհո";

/// One finding a link.
pub(crate) fn lookalike_domain(context: &Context<'_>, found: &mut Vec<Finding>) {
    for url in context.urls {
        if context.own.has_link(&fold(url.raw)) && url.host.is_ascii() {
            continue;
        }
        if let Some(alike) = alike(context, url) {
            let start = url.start + offset(url.raw, url.host);
            let mut finding = Finding::at(url.start, url.end(), url.host.to_owned());
            finding.severity = alike.severity;
            if let Some(own) = alike.own {
                finding.edits = Some(vec![(start as u32, (start + url.host.len()) as u32, own)]);
            }
            finding.vars = vec![("ascii", ascii(url.host)), ("like", alike.like)];
            found.push(finding);
        }
    }
}

/// What a domain passes for.
#[derive(Default)]
struct Alike {
    /// The name it looks like, as a reader takes it.
    like: String,
    /// The domain of the house that is meant.
    own: Option<String>,
    severity: Option<Severity>,
}

fn alike(context: &Context<'_>, url: &Url<'_>) -> Option<Alike> {
    if url.host.len() > 253 || !url.host.contains('.') {
        return None;
    }
    let labels: Vec<String> = url.host.split('.').map(readable).collect();
    let name = registered(&labels)?;
    if let Some(own) = like_own(context, &labels, name) {
        return Some(own);
    }
    let (tail, names) = labels.split_last()?;
    if let Some(label) = names.iter().find(|label| is_mixed(label) || is_imitation(label, tail)) {
        return Some(Alike { like: skeleton(label), ..Alike::default() });
    }
    // `crédit-agricole` is written with its hyphen; the name that is known has none.
    let whole = || if name.is_ascii() { None } else { imitated(&name.replace('-', "")) };
    let like = name.split('-').find_map(imitated).or_else(whole)?;
    Some(Alike { like: like.to_owned(), ..Alike::default() })
}

/// The known name that a word passes for.
fn imitated(word: &str) -> Option<&'static str> {
    let seen = skeleton(word);
    let same = |known: &&str| {
        let letters = known.bytes().map(|b| if b == b'i' { b'l' } else { b });
        known.len() == seen.len() && letters.eq(seen.bytes())
    };
    KNOWN.split_ascii_whitespace().find(same).filter(|known| *known != word)
}

/// A label as it is read, small.
fn readable(label: &str) -> String {
    unicode_label(label).unwrap_or_else(|| label.to_owned()).to_lowercase()
}

/// The label that somebody registered: the one before `.fr` or `.co.uk`.
fn registered(labels: &[String]) -> Option<&String> {
    let last = labels.len().checked_sub(1)?;
    let second = ["co", "com", "org", "net", "gov", "gouv", "ac", "asso", "edu"].contains(&labels[last - 1].as_str());
    labels.get(if second && last >= 2 { last - 2 } else { last - 1 })
}

/// Whether it passes for a domain of the house: the same to the eye, or one letter off.
fn like_own(context: &Context<'_>, labels: &[String], name: &str) -> Option<Alike> {
    let domains = context.settings.policy.domains.iter().map(|d| fold(draftlens_rule::host(d.trim())));
    for domain in domains {
        let own: Vec<String> = domain.split('.').map(readable).collect();
        let Some(own_name) = registered(&own).filter(|n| n.chars().count() > 3) else { continue };
        let own_skeleton = skeleton(own_name);
        let same = own_skeleton == skeleton(name);
        let (typed, meant): (Vec<char>, Vec<char>) = (name.chars().collect(), own_name.chars().collect());
        if name == own_name || !(same || is_one_off(&typed, &meant)) {
            continue;
        }
        let replaced =
            labels.iter().map(|l| if l == name { own_name.as_str() } else { l }).collect::<Vec<_>>().join(".");
        let severity = (!same).then_some(Severity::Review);
        return Some(Alike { like: domain.clone(), own: Some(replaced), severity });
    }
    None
}

/// Latin and Cyrillic, Greek, Armenian or Cherokee in one label. Japanese, Chinese and Korean are written with Latin.
fn is_mixed(label: &str) -> bool {
    let (mut latin, mut other) = (false, None);
    for c in label.chars() {
        match script(c) {
            Script::Latin => latin = true,
            Script::None => {}
            script if other.is_some_and(|known| known != script) => return true,
            script => other = Some(script),
        }
    }
    latin && other.is_some()
}

/// A whole word of another script that reads as Latin, under a Latin ending.
fn is_imitation(label: &str, tail: &str) -> bool {
    let letters = label.chars().filter(|c| c.is_alphabetic());
    tail.is_ascii() && !label.is_ascii() && letters.clone().count() > 1 && letters.clone().all(|c| TWINS.contains(c))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
}

fn script(c: char) -> Script {
    match c {
        'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{530}'..='\u{58F}' => Script::Armenian,
        '\u{13A0}'..='\u{13FF}' | '\u{AB70}'..='\u{ABBF}' => Script::Cherokee,
        _ => Script::None,
    }
}

/// What the eye makes of a name: letters that look alike are one, accents and doubled strokes disappear.
fn skeleton(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match if c.is_ascii() { c } else { latin(c) } {
            '0' => out.push('o'),
            '1' | '|' => out.push('l'),
            '3' => out.push('e'),
            '5' => out.push('s'),
            plain => draftlens_text::fold::push_char(plain, &mut out),
        }
    }
    let joined = out.replace("rn", "m").replace("vv", "w");
    // An l and an i are told apart by no typeface without strokes: where a name has either, it is an l.
    joined.replace('i', "l")
}

/// The Latin letter that a letter looks like, or itself.
fn latin(c: char) -> char {
    let alike = ALIKE.iter().find_map(|(these, those)| {
        let at = these.chars().position(|t| t == c)?;
        those.as_bytes().get(at).map(|&b| char::from(b))
    });
    alike.unwrap_or(c)
}

/// One letter changed, added, left out, or two swapped.
fn is_one_off(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => {
            let rest = (&short[same..], &long[same..]);
            let swapped =
                rest.0.len() > 1 && rest.0[0] == rest.1[1] && rest.0[1] == rest.1[0] && rest.0[2..] == rest.1[2..];
            !rest.0.is_empty() && (rest.0[1..] == rest.1[1..] || swapped)
        }
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

fn ascii(host: &str) -> String {
    let labels = host.split('.').map(|label| ascii_label(label).unwrap_or_else(|| label.to_owned()));
    labels.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, mended};
    use super::*;
    use crate::{Policy, Settings};

    fn house() -> Settings {
        Settings { policy: Policy { domains: vec!["acme.fr".into()], ..Policy::default() }, ..Settings::default() }
    }

    #[test]
    fn names_of_two_scripts_and_imitations_are_found() {
        for source in [
            "https://\u{430}cme.com",
            "https://xn--cme-7cd.com",
            "https://www.p\u{430}ypal.com/login",
            "p\u{430}ypal.com",
            "https://\u{440}\u{430}\u{443}\u{440}\u{430}\u{4cf}.com",
            "https://g\u{3bf}\u{3bf}gle.com",
            "https://paypa1.com",
            "https://www.arnazon.co.uk/deal",
            "https://paypa1-secure.com",
            "https://m\u{131}crosoft.com",
            "https://faceb00k.com",
            "https://netfl\u{ed}x.com",
            "https://linkedln.com/in/x",
        ] {
            assert_eq!(find("lookalike-domain", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn accented_and_foreign_domains_pass() {
        for source in [
            "https://acme.com",
            "https://café.fr",
            "https://xn--caf-dma.fr",
            "https://www.xn--htel-vqa.fr",
            "https://münchen.de",
            "https://été.fr",
            "https://пример.рф",
            "https://яндекс.com",
            "https://東京tower.jp",
            "https://ελλάδα.gr",
            "https://linkedin.com https://www.google.co.uk https://micro.soft https://netflix.com",
            "https://paypal.me/x https://booking-hotel.fr https://apple-pie.com",
        ] {
            assert_eq!(find("lookalike-domain", source), [], "{source}");
        }
    }

    #[test]
    fn one_letter_off_the_house_s_own_domain_is_mended() {
        for (source, mended_source, severity) in [
            ("https://acrne.fr/x", "https://acme.fr/x", None),
            ("https://www.acmé.fr", "https://www.acme.fr", None),
            ("https://acmme.fr", "https://acme.fr", Some(Severity::Review)),
            ("https://amce.com", "https://acme.com", Some(Severity::Review)),
        ] {
            let found = find_for(&house(), "lookalike-domain", source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!((mended(source, &found[0]).as_str(), found[0].severity), (mended_source, severity));
        }
        for source in ["https://acme.fr", "https://blog.acme.fr", "https://acme.com", "https://academy.fr"] {
            assert_eq!(find_for(&house(), "lookalike-domain", source), [], "{source}");
        }
    }

    #[test]
    fn tables_fit_and_known_names_are_their_own_skeleton() {
        assert!(ALIKE.iter().all(|(these, those)| these.chars().count() == those.len() && those.is_ascii()));
        for known in KNOWN.split_ascii_whitespace() {
            assert_eq!(skeleton(known), known.replace('i', "l"), "{known} would never be found");
            assert_eq!(imitated(known), None);
        }
    }
}
