//! The house's messages, and its goals: whether the post carries one of the first and serves the second.

use super::{Context, phrase::Phrase};
use crate::Category;
use crate::policy::Goal;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, words};

/// One finding where no message of the house is in the post.
pub(crate) fn key_message(context: &Context<'_>, found: &mut Vec<Finding>) {
    let messages = &context.settings.policy.editorial.messages;
    let draft = context.draft;
    let asks = context.text.tokens().iter().any(|t| t.kind == Kind::Mark && context.text.folded(t).starts_with('?'));
    let exempt = draft.reply_to.is_some() || draft.category == Some(Category::Engagement) || asks;
    if messages.is_empty() || exempt || !context.facts.first || context.text.tokens().is_empty() {
        return;
    }
    if messages.iter().any(|message| message.words.iter().any(|word| Phrase::new(word).is_in(context.text))) {
        return;
    }
    let names: Vec<&str> = messages.iter().take(3).map(|message| message.name.as_str()).collect();
    found.push(Finding { matched: names.join(", "), ..Finding::default() });
}

/// Words that ask for an answer, folded. Sorted.
const CONTACT: &str = "\
    appelez apply book call contact contactez demandez demo devis download ebook ecrivez essai essayez form \
    formulaire inscrivez message quote rdv register rendez reservez sign signup subscribe telechargez trial \
    webinaire webinar";

/// Words that sell hard, folded. Sorted.
const HARD: &str = "\
    achetez buy commandez discount discounts promo promos promotion rabais remise sale solde soldes";

/// One finding for what the goal of the post asks for and the post has not, or the other way round.
pub(crate) fn goal(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(goal) = context.settings.policy.editorial.goal(context.draft).filter(|_| context.facts.first) else {
        return;
    };
    let text = context.text;
    if text.tokens().iter().all(|t| t.kind == Kind::Break) {
        return;
    }
    let has = |list: &str| text.tokens().iter().any(|t| t.kind == Kind::Word && words::holds(list, text.folded(t)));
    let link = context.draft.link.is_some() || text.tokens().iter().any(|t| t.kind == Kind::Link);
    let hard = has(HARD) || has_price(text);
    let missing = match goal {
        Goal::Traffic if !link => ("a link and a reason to follow it", "un lien et une raison de le suivre"),
        Goal::Leads if !has(CONTACT) && !text.tokens().iter().any(|t| t.kind == Kind::Email) => (
            "one clear way to get in touch: a form, a call, a booking",
            "un moyen clair de vous joindre : formulaire, appel, rendez-vous",
        ),
        Goal::Awareness if hard => ("a story instead of the offer", "une histoire à la place de l’offre"),
        Goal::Leadership if hard => {
            ("a point with evidence instead of the offer", "une idée étayée à la place de l’offre")
        }
        Goal::Service if hard => ("help without the offer", "de l’aide sans l’offre"),
        _ => return,
    };
    let (english, french) = NAMES[goal as usize];
    found.push(Finding {
        matched: missing.0.to_owned(),
        vars: vec![
            ("goal", english.to_owned()),
            ("objectif", french.to_owned()),
            ("signal", missing.0.to_owned()),
            ("signe", missing.1.to_owned()),
        ],
        ..Finding::default()
    });
}

const NAMES: [(&str, &str); 5] = [
    ("awareness", "notoriété"),
    ("leadership", "expertise"),
    ("traffic", "trafic"),
    ("leads", "prospects"),
    ("service", "service client"),
];

/// A price, or a share taken off one.
fn has_price(text: &Text) -> bool {
    let tokens = text.tokens();
    (0..tokens.len()).any(|i| {
        let next = |at: usize| tokens.get(at).map_or("", |t| text.folded(t));
        let number = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.kind == Kind::Number);
        match next(i) {
            "€" | "£" => true,
            "$" => number(Some(i + 1)),
            "%" => number(i.checked_sub(1)) && matches!(next(i + 1), "off" | "de" | "sur" | "reduction"),
            _ => false,
        }
    })
}
