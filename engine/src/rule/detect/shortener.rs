//! Links through public shorteners, which hide where they lead.

use draftlens_text::{fold::fold, words};

use super::Context;
use crate::Severity;
use crate::rule::finding::Finding;

/// Hosts that shorten for everybody. Sorted.
const HOSTS: &str = "\
    1url.cz 2no.co adf.ly b.link bc.vc bit.do bit.ly bitly.com bitly.ws bl.ink buff.ly chilp.it clck.ru cli.gs \
    clicky.me cutt.ly cutt.us dlvr.it ed.gr fb.me gg.gg goo.gl goo.su grabify.link hoo.gl hubs.la hubs.li \
    hubs.ly hyperurl.co ift.tt is.gd j.mp kutt.it linkd.in lnk.to lnkd.in lnnk.in mcaf.ee min.gl ow.ly owl.li \
    prf.hn qr.ae qr.net qrco.de rb.gy rebrand.ly relink.fr s.id shar.es short.cm short.gy short.io shorte.st \
    shorturl.at shorturl.com shrtco.de smarturl.it snip.ly soo.gd su.pr swll.to t.co t.ly t1p.de t2m.io tcrn.ch \
    tiny.cc tiny.pl tinyurl.com tr.im trib.al u.to urlr.me urlz.fr v.gd vu.fr x.gd xurl.es yourls.org zpr.io";

/// Shorteners that were switched off: many of their links lead nowhere. Sorted.
const DEAD: &str = "\
    goo.gl hoo.gl su.pr tr.im";

/// One finding a link that is not the house's own.
pub(crate) fn shortener(context: &Context<'_>, found: &mut Vec<Finding>) {
    for url in context.urls {
        let host = fold(url.host);
        let host = host.strip_prefix("www.").unwrap_or(&host);
        let leads_somewhere = url.path().len() > 1;
        if !leads_somewhere
            || is_made_by_its_network(context, host)
            || !words::holds(HOSTS, host)
            || context.own.has_link(&fold(url.raw))
        {
            continue;
        }
        let dead = words::holds(DEAD, host);
        let (state, etat) = match dead {
            true => ("was switched off: many of its links are dead", "a été arrêté : beaucoup de ses liens sont morts"),
            false => ("hides where the link leads", "cache la destination du lien"),
        };
        let mut finding = Finding::at(url.start, url.end(), host.to_owned());
        finding.severity = dead.then_some(Severity::Review);
        finding.vars = vec![("state", state.to_owned()), ("etat", etat.to_owned())];
        found.push(finding);
    }
}

/// Whether a link goes through one of these, or has the looks of one: few letters, and a code for a path.
pub(super) fn is_short(host: &str, path: &str) -> bool {
    let host = fold(host);
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let code = path.trim_start_matches('/');
    let coded = code.bytes().any(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    let brief = (4..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    words::holds(HOSTS, host) || host.len() <= 11 && coded && brief
}

/// X makes t.co of every link and LinkedIn lnkd.in: a draft for that network alone may have come back from it.
fn is_made_by_its_network(context: &Context<'_>, host: &str) -> bool {
    let network = match host {
        "t.co" => "x",
        "lnkd.in" => "linkedin",
        _ => return false,
    };
    context.draft.networks.iter().all(|id| id == network) && !context.draft.networks.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use super::{DEAD, HOSTS};
    use crate::{Policy, Settings, Severity};

    #[test]
    fn short_links_are_found_and_dead_ones_are_worse() {
        for source in
            ["https://bit.ly/3xYz", "tinyurl.com/abc", "HTTPS://OW.LY/AbC", "(https://t.co/abc)", "lnkd.in/eXy"]
        {
            let found = find("shortener", source);
            assert_eq!((found.len(), found[0].severity), (1, None), "{source}");
        }
        assert_eq!(find("shortener", "Go: https://goo.gl/abc")[0].severity, Some(Severity::Review));
    }

    #[test]
    fn other_links_pass() {
        for source in [
            "https://acme.com/bit.ly-guide",
            "https://go.acme.com/x",
            "Tiny URLs explained",
            "bit.ly",
            "https://maps.app.goo.gl/abc",
            "https://youtu.be/abc",
            "https://bit.ly.acme.com/x",
        ] {
            assert_eq!(find("shortener", source), [], "{source}");
        }
        let policy = Policy { domains: vec!["bit.ly".into()], ..Policy::default() };
        assert_eq!(find_for(&Settings { policy, ..Settings::default() }, "shortener", "https://bit.ly/a"), []);
    }

    #[test]
    fn the_lists_are_sorted() {
        assert!(HOSTS.split(' ').is_sorted() && DEAD.split(' ').all(|host| draftlens_text::words::holds(HOSTS, host)));
    }
}
