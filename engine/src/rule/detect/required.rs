//! Hashtags, mentions and words that the house's policy asks for.

use super::{Context, phrase};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, fold::fold};

/// One finding for each thing that is missing, for the networks that ask for it.
pub(crate) fn required(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = context.draft;
    if draft.reply_to.is_some() {
        return;
    }
    for required in &context.settings.policy.editorial.required {
        let asked = required.campaign.is_empty() || fold(&required.campaign) == fold(&draft.campaign);
        if !asked || required.any.iter().any(|one| holds(context.text, one)) {
            continue;
        }
        let applies = |id: &&'static str| required.networks.is_empty() || required.networks.iter().any(|n| n == id);
        let networks: Vec<&'static str> = context.networks.iter().map(|n| n.network).filter(applies).collect();
        let Some(first) = required.any.first().map(|one| one.trim().to_owned()).filter(|_| !networks.is_empty()) else {
            continue;
        };
        found.push(Finding {
            edits: addition(context, &first, &networks),
            matched: first,
            networks: Some(networks),
            ..Finding::default()
        });
    }
}

fn holds(text: &Text, one: &str) -> bool {
    let one = one.trim();
    let of_kind = |kind: Kind, body: &str| {
        let body = fold(body).replace('_', "");
        text.tokens().iter().any(|t| {
            t.kind == kind
                && (text.folded(t) == body
                    || kind == Kind::Mention
                        && text.folded(t).split('@').next().unwrap_or_default().replace('_', "") == body)
        })
    };
    match one.chars().next() {
        Some('#' | '＃') => of_kind(Kind::Hashtag, one.trim_start_matches(['#', '＃'])),
        Some('@' | '＠') => of_kind(Kind::Mention, one.trim_start_matches(['@', '＠'])),
        // A sign such as © is no word.
        _ if phrase::words(one).is_empty() => text.source().contains(one),
        _ => phrase::Phrase::new(one).is_in(text),
    }
}

/// A tag is written at the end, where no network becomes too long by it.
fn addition(context: &Context<'_>, tag: &str, networks: &[&'static str]) -> Option<Vec<(u32, u32, String)>> {
    let length = tag.encode_utf16().count() as i64 + 1;
    let fits = context.networks.iter().filter(|n| networks.contains(&n.network)).all(|n| n.remaining() >= length);
    let source = context.text.source();
    let end = source.trim_end().len() as u32;
    (fits && end > 0 && tag.starts_with(['#', '@'])).then(|| vec![(end, end, format!(" {tag}"))])
}
