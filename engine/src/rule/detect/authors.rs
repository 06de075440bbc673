//! Who may post what, where, and with whose approval, by the house's policy.

use super::{Context, phrase::Phrase};
use crate::policy::AuthorRule;
use crate::rule::finding::Finding;
use crate::{Author, Intent};
use draftlens_text::fold::fold;

/// One finding where the author may not send this post out. Saving is always allowed.
pub(crate) fn author(context: &Context<'_>, found: &mut Vec<Finding>) {
    let editorial = &context.settings.policy.editorial;
    let draft = context.draft;
    let Some(author) = draft.author.as_ref().filter(|_| draft.intent == Intent::Publish && context.facts.first) else {
        return;
    };
    if editorial.authors.is_empty() {
        return;
    }
    let name = [&author.name, &author.role, &author.handle, &author.kind].into_iter().find(|n| !n.is_empty());
    let name = name.cloned().unwrap_or_default();
    let mut say = |english: String, french: String, networks: Option<Vec<&'static str>>| {
        found.push(Finding {
            matched: name.clone(),
            networks,
            vars: vec![("finding", english), ("constat", french)],
            ..Finding::default()
        });
    };
    let Some(rule) = editorial.authors.iter().find(|rule| fits(rule, author)) else {
        return say("The policy names nobody like that".into(), "La politique ne prévoit pas cet auteur".into(), None);
    };
    let elsewhere = |id: &&'static str| !rule.networks.is_empty() && !rule.networks.iter().any(|n| n == id);
    let networks: Vec<&'static str> = context.networks.iter().map(|n| n.network).filter(elsewhere).collect();
    if !networks.is_empty() {
        return say("Not on this network".into(), "Pas sur ce réseau".into(), Some(networks));
    }
    if let Some(topic) = topics(context).into_iter().find(|topic| !may(rule, topic)) {
        return say(format!("Not about {topic}"), format!("Pas sur le sujet {topic}"), None);
    }
    if !rule.approval.is_empty() && !approved(context, rule, author) {
        let by = if rule.approval == "*" {
            ("somebody else".to_owned(), "quelqu’un d’autre".to_owned())
        } else {
            (rule.approval.clone(), rule.approval.clone())
        };
        say(format!("Not before {} has approved it", by.0), format!("Pas avant l’accord de {}", by.1), None);
    }
}

fn fits(rule: &AuthorRule, author: &Author) -> bool {
    let said = [&author.role, &author.handle, &author.name, &author.kind];
    rule.who.is_empty()
        || rule.who.iter().any(|who| {
            let who = fold(who.trim().trim_start_matches('@'));
            said.iter().any(|said| !said.is_empty() && fold(said) == who)
        })
}

/// What the draft is about: as the host says, and as its words tell.
fn topics<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let told = &context.settings.policy.editorial.topics;
    let found = told.iter().filter(|(_, words)| words.iter().any(|word| Phrase::new(word).is_in(context.text)));
    let named = context.draft.topics.iter().map(String::as_str);
    named.chain(found.map(|(topic, _)| topic.as_str())).collect()
}

fn may(rule: &AuthorRule, topic: &str) -> bool {
    let holds = |list: &[String]| list.iter().any(|one| fold(one) == fold(topic));
    (rule.topics.is_empty() || holds(&rule.topics)) && !holds(&rule.not_topics)
}

/// Whether the right person approved what is there now.
fn approved(context: &Context<'_>, rule: &AuthorRule, author: &Author) -> bool {
    let hash = context.draft.hash();
    context.draft.approvals.iter().any(|approval| {
        let right = if rule.approval == "*" {
            !approval.by.is_empty() && fold(&approval.by) != fold(&author.name)
        } else {
            fold(&approval.by) == fold(&rule.approval)
        };
        right && (approval.text_hash.is_empty() || approval.text_hash == hash)
    })
}
