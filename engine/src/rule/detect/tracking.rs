//! Tracking parameters that came along when a link was copied: click ids, ids of a person, another
//! network's campaign.

use draftlens_text::words;

use super::Context;
use super::url::Url;
use crate::Severity;
use crate::rule::finding::Finding;

/// Parameters that name a click or a share, on any host. Sorted.
const CLICK: &str = "\
    __hsfp __hssc __hstc __tn__ _branch_match_id _ga _gl _kx _openstat action_object_map action_type_map cmpid \
    dclid epik fb_action_ids fb_action_types fb_ref fb_source fbadid fbc fbclid fbp ga_campaign gad_campaignid \
    gad_source gbraid gclid gclsrc gdffi gdfms gps_adid hsa_acc hsa_ad hsa_cam hsa_grp hsa_kw hsa_mt hsa_net \
    hsa_src hsa_tgt hsa_ver igsh igshid igshuid irclickid irgwc itm_campaign itm_medium itm_source li_fat_id \
    mibextid msclkid mtm_campaign mtm_source ns_campaign ns_mchannel ns_source obclid oft_id outbrainclickid \
    pk_campaign pk_source rdt_cid sccid scid share_id sharer_id srsltid tblci ttclid tw_adid twclid uet vmcid \
    wbraid xhsshare yclid ysclid";

/// Parameters that name one reader of a newsletter or one member. Sorted.
const PERSON: &str = "\
    __s _hsenc _hsmi bsft_uid ck_subscriber_id cm_mmc_sub elqtrackid email_id email_subscriber_id goal_sub \
    inf_contact_key lipi mailid mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash oly_anon_id oly_enc_id \
    rcm s_subid sc_uid sfmc_sub subscriber_id trackingid user_email vero_conv vero_id wickedid";

/// Parameters that track on one host only, where others use them for their pages.
const AT_HOST: &[(&str, &str)] = &[
    ("youtube.com", "si feature pp"),
    ("youtu.be", "si feature"),
    ("open.spotify.com", "si context nd"),
    ("x.com", "s t ref_src ref_url"),
    ("twitter.com", "s t ref_src ref_url"),
    ("tiktok.com", "_r _t is_from_webapp sender_device share_app_id sharer_language u_code tt_from"),
    ("facebook.com", "rdid share_url __cft__ __xts__ paipv"),
    ("instagram.com", "ig_rid utm_source hl"),
    ("linkedin.com", "utm_source utm_medium refid licu trk"),
    ("amazon.com", "pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_p pf_rd_r qid sr crid sprefix dib dib_tag"),
    ("amazon.fr", "pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_p pf_rd_r qid sr crid sprefix dib dib_tag"),
    ("google.com", "ved ei sca_esv gs_lcrp sclient oq sourceid"),
];

/// One finding a link; the edit takes the parameters out and leaves the rest as it was.
pub(crate) fn tracking(context: &Context<'_>, found: &mut Vec<Finding>) {
    for url in context.urls {
        let Some((start, query)) = url.query() else { continue };
        let Some(first) = query.split('&').find(|p| kind(context, url, p).is_some()) else { continue };
        let personal = query.split('&').any(|p| kind(context, url, p) == Some(Kind::Person));
        let kept: Vec<&str> = query.split('&').filter(|p| kind(context, url, p).is_none() && !p.is_empty()).collect();
        let (from, to) = if kept.is_empty() { (start - 1, start + query.len()) } else { (start, start + query.len()) };
        let kept = kept.join("&");
        let mut clean = context.text.source()[url.start..from].to_owned();
        clean.push_str(&kept);
        let name = first.split('=').next().unwrap_or(first).to_owned();
        found.push(Finding {
            edits: Some(vec![(from as u32, to as u32, kept)]),
            severity: personal.then_some(Severity::Review),
            vars: vec![("clean", clean)],
            ..Finding::at(url.start, url.end(), name)
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Click,
    Person,
}

/// What a parameter tracks, if it does.
fn kind(context: &Context<'_>, url: &Url<'_>, parameter: &str) -> Option<Kind> {
    let (name, value) = parameter.split_once('=')?;
    let name = name.to_ascii_lowercase();
    let is_address = value.contains('@') || value.contains("%40");
    if words::holds(PERSON, &name) || (is_address && name.contains("mail")) {
        return Some(Kind::Person);
    }
    let at_host = |(host, names): &(&str, &str)| url.is_at(host) && names.split(' ').any(|n| n == name);
    let tracks =
        words::holds(CLICK, &name) || AT_HOST.iter().any(at_host) || is_stray_campaign(context, url, &name, value);
    tracks.then_some(Kind::Click)
}

/// A campaign's parameter that is not this post's: on a link to others where the house is known, or one
/// that says the link comes from a newsletter or from a network that this draft is not for.
fn is_stray_campaign(context: &Context<'_>, url: &Url<'_>, name: &str, value: &str) -> bool {
    if !name.starts_with("utm_") {
        return false;
    }
    let domains = &context.settings.policy.domains;
    if !domains.is_empty() && !context.own.has_link(&draftlens_text::fold::fold(url.raw)) {
        return true;
    }
    let query = url.query().map_or("", |(_, query)| query);
    let source = query.split('&').find_map(|p| p.strip_prefix("utm_source=")).unwrap_or(value);
    let medium = query.split('&').find_map(|p| p.strip_prefix("utm_medium=")).unwrap_or("");
    let mails = ["newsletter", "email", "e-mail", "mailchimp", "mail", "emailing", "sms"];
    let is = |list: &[&str], word: &str| list.iter().any(|w| word.eq_ignore_ascii_case(w));
    is(&mails, source) || is(&mails, medium) || is_other_network(context, source)
}

/// A network's name, where the draft says which networks it is for and that one is not among them.
fn is_other_network(context: &Context<'_>, source: &str) -> bool {
    let source = source.to_ascii_lowercase();
    let id = match source.as_str() {
        "twitter" => "x",
        "fb" => "facebook",
        "ig" => "instagram",
        "li" => "linkedin",
        other => other,
    };
    let networks = &context.draft.networks;
    let known =
        ["x", "linkedin", "bluesky", "mastodon", "threads", "facebook", "instagram", "tiktok", "pinterest", "youtube"];
    !networks.is_empty() && known.contains(&id) && !networks.iter().any(|n| n == id)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, find_in, mended};
    use super::{CLICK, PERSON};
    use crate::{Draft, Policy, Settings, Severity};

    fn cleaned(source: &str) -> String {
        let found = find("tracking", source);
        assert_eq!(found.len(), 1, "{source}");
        mended(source, &found[0])
    }

    #[test]
    fn parameters_are_taken_out_and_the_link_goes_on_working() {
        for (source, clean) in [
            ("https://acme.com/a?fbclid=IwAR0abc", "https://acme.com/a"),
            ("See https://acme.com/a?id=3&gclid=x&page=2#top.", "See https://acme.com/a?id=3&page=2#top."),
            ("https://acme.com/?fbclid=x&gclid=y#z", "https://acme.com/#z"),
            ("acme.com/a?a=1&&msclkid=2", "acme.com/a?a=1"),
            ("https://youtu.be/abc?si=XyZ", "https://youtu.be/abc"),
            ("https://x.com/acme/status/1?s=20&t=abc", "https://x.com/acme/status/1"),
            ("https://www.instagram.com/p/C1/?igsh=MzRlODB", "https://www.instagram.com/p/C1/"),
            ("https://acme.com/?FBCLID=x", "https://acme.com/"),
        ] {
            assert_eq!(cleaned(source), clean);
        }
    }

    #[test]
    fn parameters_that_name_a_person_are_worse() {
        let severity = |source| find("tracking", source)[0].severity;
        assert_eq!(severity("https://acme.com/?mc_eid=9f2"), Some(Severity::Review));
        assert_eq!(severity("https://acme.com/?email=jane%40acme.com"), Some(Severity::Review));
        assert_eq!(severity("https://acme.com/?gclid=9f2"), None);
    }

    #[test]
    fn parameters_of_the_page_and_of_the_campaign_stay() {
        for source in [
            "https://acme.com/a?id=3",
            "https://acme.com/?utm_source=linkedin",
            "https://acme.com/fbclid",
            "https://acme.com/?si=1&s=2&t=3",
            "https://acme.com/?q=fbclid",
            "What is fbclid=?",
            "https://www.youtube.com/watch?v=abc&t=42",
        ] {
            assert_eq!(find("tracking", source), [], "{source}");
        }
    }

    #[test]
    fn a_campaign_of_others_is_stray() {
        let policy = Policy { domains: vec!["acme.fr".into()], ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "tracking", "https://acme.fr/?utm_source=linkedin"), []);
        assert_eq!(find_for(&house, "tracking", "https://press.fr/a?utm_source=linkedin").len(), 1);
        assert_eq!(find("tracking", "https://acme.fr/?utm_source=newsletter&utm_medium=email").len(), 1);
        let draft = Draft { networks: vec!["x".into()], ..Draft::default() };
        let for_x = |source| find_in(&house, "tracking", source, &draft, &[], "base").len();
        assert_eq!(
            (for_x("https://acme.fr/?utm_source=facebook"), for_x("https://acme.fr/?utm_source=twitter")),
            (1, 0)
        );
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [CLICK, PERSON] {
            assert!(list.split(' ').is_sorted() && !list.contains("  "));
        }
    }
}
