//! Hashtags that are not the house's own and that it has not used before: what are they about?

use super::Context;
use crate::rule::finding::Finding;
use crate::settings::tag_of;
use crate::{Lang, Severity};
use draftlens_text::{Kind, Text, fold};

/// A finding for each such tag: advice where the house told its tags or its history, a stop where it wants an answer
/// for every tag, nothing where neither is known.
pub(crate) fn strange_hashtag(context: &Context<'_>, found: &mut Vec<Finding>) {
    let (text, settings) = (context.text, context.settings);
    let required = settings.policy.hashtag_answers;
    let known = !settings.policy.hashtags.is_empty() || settings.plan.as_ref().is_some_and(|p| !p.posts.is_empty());
    if !required && !known {
        return;
    }
    for token in text.tokens().iter().filter(|t| t.kind == Kind::Hashtag) {
        let tag = text.folded(token);
        if context.own.has_hashtag(tag) || used_before(context, tag) || trend(context, tag).is_some() {
            continue;
        }
        let severity = Some(if required { Severity::Stop } else { Severity::Advise });
        let finding = Finding::at(token.start as usize, token.end as usize, text.typed(token).to_owned());
        found.push(said(context, tag, Finding { severity, ..finding }));
    }
}

/// What the rule's patterns found, with what the host knows of the tag.
pub(crate) fn trending(context: &Context<'_>, finding: Finding) -> Option<Finding> {
    let tag = tag_of(&finding.matched);
    Some(said(context, &tag, finding))
}

fn said(context: &Context<'_>, tag: &str, finding: Finding) -> Finding {
    let french = context.settings.lang == Lang::Fr;
    let known = trend(context, tag).map(|trend| {
        let about = [&trend.summary, &trend.topic].into_iter().find(|text| !text.trim().is_empty());
        let about = about.map(|text| text.trim().trim_end_matches('.')).unwrap_or_default();
        match (about, french) {
            ("", _) => String::new(),
            (about, false) => format!("It trends for: {about}."),
            (about, true) => format!("En tendance pour : {about}."),
        }
    });
    Finding { vars: vec![("known", known.unwrap_or_default())], ..finding }
}

fn trend<'a>(context: &Context<'a>, tag: &str) -> Option<&'a crate::Trend> {
    context.settings.trending.iter().flatten().find(|trend| tag_of(&trend.tag) == tag)
}

/// Whether a post of the plan that went out, or will, has the tag.
fn used_before(context: &Context<'_>, tag: &str) -> bool {
    let posts = context.settings.plan.iter().flat_map(|plan| &plan.posts);
    posts.filter(|post| post.counts() && post.id != context.draft.id || context.draft.id.is_empty()).any(|post| {
        // A text without the letters has not the tag: most posts need no parsing.
        fold::fold(&post.text).contains(tag) && has_tag(&post.text, tag)
    })
}

fn has_tag(source: &str, tag: &str) -> bool {
    let text = Text::parse(source);
    text.tokens().iter().any(|t| t.kind == Kind::Hashtag && text.folded(t) == tag)
}
