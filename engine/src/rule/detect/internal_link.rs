//! Addresses that only the house can open: this machine, private networks, previews, staging servers, and
//! documents in their editor.

use std::cell::LazyCell;

use super::url::Url;
use super::{Context, offset};
use crate::Severity;
use crate::rule::finding::Finding;

/// Labels before a domain that name a server for trying things out or for the staff.
const SERVERS: &[&str] = &[
    "staging",
    "stage",
    "stg",
    "preprod",
    "pre-prod",
    "preproduction",
    "pprod",
    "recette",
    "recettage",
    "rec",
    "dev",
    "develop",
    "test",
    "testing",
    "uat",
    "qa",
    "sandbox",
    "intranet",
    "intra",
    "extranet",
    "internal",
    "interne",
    "int",
    "localhost",
    "preview",
    "demo-preprod",
    "vpn",
    "backoffice",
    "back-office",
    "bo",
    "cms-admin",
    "jira",
    "confluence",
    "jenkins",
    "gitlab",
    "grafana",
    "kibana",
];

/// Labels that public sites have as well.
const DOUBTFUL: &[&str] = &["sandbox", "dev", "test", "demo", "int", "rec", "qa", "bo", "preview", "stage", "develop"];

/// Endings that no public domain has.
pub(super) const ENDINGS: &[&str] =
    &["local", "localhost", "internal", "lan", "corp", "home", "intranet", "localdomain", "private", "test"];

/// Names without a dot that are servers.
pub(super) const ALONE: &[&str] = &[
    "localhost",
    "intranet",
    "intra",
    "extranet",
    "wiki",
    "jira",
    "confluence",
    "sharepoint",
    "staging",
    "preprod",
    "dev",
];

/// Hosts that keep their customers' drafts, with what the path must have; empty for any.
const DRAFTS: &[(&str, &str)] = &[
    ("sharepoint.com", ""),
    ("onedrive.live.com", ""),
    ("1drv.ms", ""),
    ("atlassian.net", ""),
    ("slack.com", "/archives/"),
    ("slack.com", "/client/"),
    ("teams.microsoft.com", "/l/"),
    ("docs.google.com", "/edit"),
    ("docs.google.com", "/preview"),
    ("drive.google.com", "/drive/folders"),
    ("drive.google.com", "/drive/u/"),
    ("mail.google.com", "/mail"),
    ("trello.com", "/b/"),
    ("trello.com", "/c/"),
    ("app.asana.com", ""),
    ("app.clickup.com", ""),
    ("monday.com", "/boards/"),
    ("figma.com", "/file/"),
    ("figma.com", "/design/"),
    ("figma.com", "/board/"),
    ("canva.com", "/edit"),
    ("miro.com", "/app/board"),
    ("airtable.com", "/app"),
    ("basecamp.com", "/buckets"),
    ("netlify.app", "deploy-preview"),
    ("ngrok.io", ""),
    ("ngrok-free.app", ""),
    ("ngrok.app", ""),
    ("trycloudflare.com", ""),
    ("loca.lt", ""),
    ("business.facebook.com", "/latest/"),
    ("business.facebook.com", "/settings"),
    ("adsmanager.facebook.com", ""),
    ("app.hubspot.com", ""),
    ("lightning.force.com", ""),
    ("mail.yahoo.com", ""),
    ("outlook.office.com", "/mail"),
];

/// Parts of a path or query that open an editor or a preview.
const PATHS: &[&str] = &[
    "/wp-admin",
    "/wp-login",
    "preview=true",
    "preview=1",
    "preview_id=",
    "preview_nonce=",
    "/admin/",
    "/administrator/",
    "/node/add",
    "/typo3/",
    "/umbraco",
    "_preview=",
    "isdraft=",
    "draft=true",
    "draft=1",
    "elementor-preview",
    "customize_changeset",
    "?p=draft",
    "/ghost/#/editor",
    "/sitecore/",
    "?preview-",
    "&preview-",
    "preview_theme_id=",
];

/// One finding an address.
pub(crate) fn internal_link(context: &Context<'_>, found: &mut Vec<Finding>) {
    let code = LazyCell::new(|| super::url::is_code(context.text.source()));
    for url in context.urls {
        if is_internal(url) && !is_own_and_public(context, url) {
            let mut finding = Finding::at(url.start, url.end(), url.raw.to_owned());
            let host = url.host.to_ascii_lowercase();
            let doubtful = host.split('.').any(|label| DOUBTFUL.contains(&label));
            // A lesson shows such addresses on purpose.
            finding.severity = if *code { Some(Severity::Advise) } else { doubtful.then_some(Severity::Review) };
            finding.edits = without_preview(url).map(|edit| vec![edit]);
            found.push(finding);
        }
    }
    for (start, word) in bare_words(context.text.source()) {
        let covered = found.iter().any(|f| f.spans[0].0 as usize <= start && start < f.spans[0].1 as usize);
        if !covered && is_bare_address(word) {
            let severity = code.then_some(Severity::Advise);
            found.push(Finding { severity, ..Finding::at(start, start + word.len(), word.to_owned()) });
        }
    }
}

fn is_internal(url: &Url<'_>) -> bool {
    let scheme = url.scheme.to_ascii_lowercase();
    if matches!(scheme.as_str(), "file" | "smb" | "afp" | "ssh" | "rdp") {
        return url.raw.len() > scheme.len() + 3;
    }
    if !matches!(scheme.as_str(), "" | "http" | "https" | "ftp" | "ws" | "wss") {
        return false;
    }
    let host = url.host.to_ascii_lowercase();
    if is_private(&host) || host.split_once('.').is_none() && !scheme.is_empty() && ALONE.contains(&host.as_str()) {
        return true;
    }
    let Some((names, top)) = host.rsplit_once('.') else { return false };
    if ENDINGS.contains(&top) {
        return !names.is_empty() && (!scheme.is_empty() || url.rest.starts_with([':', '/']));
    }
    is_server(names) || keeps_drafts(url, &host) || opens_editor(url)
}

/// A label before the domain itself: `staging.acme.com`, `shop-preprod.acme.com`; not `dev.to`.
fn is_server(names: &str) -> bool {
    let Some((before, _)) = names.rsplit_once('.') else { return false };
    before.split('.').any(|label| {
        let number = label.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = number.trim_end_matches('-');
        SERVERS.contains(&number)
            || ["-staging", "-preprod", "-recette", "-dev", "-uat", "-preview", "-stg"]
                .iter()
                .any(|end| number.ends_with(end))
            || ["staging-", "preprod-", "recette-", "dev-", "uat-", "preview-", "stg-"]
                .iter()
                .any(|head| label.starts_with(head))
    })
}

fn keeps_drafts(url: &Url<'_>, host: &str) -> bool {
    let form = host == "docs.google.com" && (url.rest.starts_with("/forms/") && !url.rest.contains("/edit"));
    let published = url.rest.contains("/pub")
        || url.rest.contains("/viewform")
        || url.rest.contains("/servicedesk/customer/portal");
    let place = |part: &str| url.rest.contains(part) || host.contains(part);
    !form && !published && DRAFTS.iter().any(|(known, part)| url.is_at(known) && (part.is_empty() || place(part)))
}

fn opens_editor(url: &Url<'_>) -> bool {
    let rest = url.rest.to_ascii_lowercase();
    PATHS.iter().any(|part| rest.contains(part))
        || rest.ends_with("/admin")
        || rest.ends_with("/edit") && url.is_at("canva.com")
}

/// This machine, and networks that nobody outside can reach (RFC 1918, 3927, 4193, 6598).
fn is_private(host: &str) -> bool {
    let mut parts = [0_u8; 4];
    let mut count = 0;
    for part in host.split('.') {
        let Ok(number) = part.parse() else { return host == "localhost" };
        if count == 4 {
            return false;
        }
        parts[count] = number;
        count += 1;
    }
    count == 4
        && match parts {
            [127 | 10 | 0, ..] | [192, 168, ..] | [169, 254, ..] => true,
            [172, second, ..] => (16..=31).contains(&second),
            [100, second, ..] => (64..=127).contains(&second),
            _ => false,
        }
}

/// A house may run a public site under such a name, when it says so.
fn is_own_and_public(context: &Context<'_>, url: &Url<'_>) -> bool {
    let host = draftlens_text::fold::fold(url.host);
    context.settings.policy.domains.iter().any(|d| {
        let own = draftlens_text::fold::fold(draftlens_rule::host(d.trim()));
        own.split('.').count() > 2 && own == host
    }) && !opens_editor(url)
}

/// The same link without its preview, where only a parameter makes it one.
fn without_preview(url: &Url<'_>) -> Option<(u32, u32, String)> {
    let (start, query) = url.query()?;
    let previews = |p: &&str| p.to_ascii_lowercase().starts_with("preview") || p.starts_with("_thumbnail_id");
    let kept: Vec<&str> = query.split('&').filter(|p| !previews(p)).collect();
    // `?p=123` is a draft without an address of its own.
    if kept.len() == query.split('&').count() || kept.iter().any(|p| p.starts_with("p=") || p.starts_with("page_id=")) {
        return None;
    }
    let end = (start + query.len()) as u32;
    Some(if kept.is_empty() { (start as u32 - 1, end, String::new()) } else { (start as u32, end, kept.join("&")) })
}

/// The words of a text, with their first byte, without the marks around them.
fn bare_words(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.split_ascii_whitespace().map(move |word| {
        let inner =
            word.trim_start_matches(['(', '[', '"', '\'']).trim_end_matches(['.', ',', ';', ')', ']', '"', '!', '?']);
        (offset(source, inner), inner)
    })
}

/// `localhost:3000`, `192.168.1.20/promo`, `\\server\share`: an address though nothing says so.
fn is_bare_address(word: &str) -> bool {
    if let Some(share) = word.strip_prefix("\\\\") {
        return share.len() > 2 && share.contains('\\');
    }
    let starts = word.starts_with(|c: char| c.is_ascii_digit())
        || word.get(..9).is_some_and(|w| w.eq_ignore_ascii_case("localhost"));
    if !starts {
        return false;
    }
    let host = word.split(['/', ':']).next().unwrap_or("");
    let goes_on = word[host.len()..].len() > 1;
    is_private(&host.to_ascii_lowercase()) && (goes_on || host.starts_with("192.168.") || host.starts_with("127.0.0."))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, mended};
    use crate::{Policy, Settings};

    #[test]
    fn addresses_of_the_house_alone_are_found() {
        for source in [
            "See http://localhost:3000/new",
            "https://staging.acme.com/promo",
            "https://docs.google.com/document/d/1x/edit",
            "Voir http://192.168.1.20/promo",
            "https://preprod.acme.fr/offre",
            "http://10.0.0.4/",
            "http://172.20.0.1/a",
            "http://nas.local/x",
            "https://wiki.acme.internal",
            "http://intranet/rh",
            "https://intranet.acme.fr",
            "https://shop-staging.acme.com",
            "https://dev2.acme.com",
            "https://acme.sharepoint.com/:w:/r/sites/x",
            "https://acme.atlassian.net/browse/ACM-12",
            "https://acme.com/wp-admin/post.php?post=4&action=edit",
            "https://acme.com/?p=123&preview=true",
            "https://www.figma.com/design/abc/Promo",
            "file:///C:/Users/jane/promo.pdf",
            "localhost:8080/x",
            "192.168.1.20/promo",
            "\\\\srv01\\com\\promo.docx",
            "https://drive.google.com/drive/folders/1x",
        ] {
            assert_eq!(find("internal-link", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn public_addresses_and_prose_pass() {
        for source in [
            "https://acme.com/staging-furniture",
            "https://acme.com/promo",
            "Local shops near you",
            "https://acme.fr/local",
            "https://dev.to/acme",
            "https://test.com https://developer.apple.com",
            "https://docs.google.com/forms/d/e/1x/viewform",
            "https://docs.google.com/document/d/e/2PACX/pub",
            "https://acme.com/preview-of-the-season",
            "localhost is where I live",
            "10.0.0 is out, 10.5 too",
            "https://www.preview.fr",
            "Version 10.0.0.1",
            "https://172.15.0.1/",
            "https://localfood.com https://thelocal.fr",
        ] {
            assert_eq!(find("internal-link", source), [], "{source}");
        }
    }

    #[test]
    fn a_preview_is_mended_by_its_parameter() {
        let source = "https://acme.com/news/autumn?preview=true&lang=fr";
        assert_eq!(mended(source, &find("internal-link", source)[0]), "https://acme.com/news/autumn?lang=fr");
        assert_eq!(find("internal-link", "https://acme.com/?p=12&preview=true")[0].edits, None);
    }

    #[test]
    fn a_house_may_name_a_server_as_its_own() {
        let policy = Policy { domains: vec!["dev.acme.com".into()], ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "internal-link", "https://dev.acme.com/docs"), []);
        assert_eq!(find_for(&house, "internal-link", "https://staging.acme.com/docs").len(), 1);
    }
}
