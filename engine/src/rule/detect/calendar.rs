//! What the calendar says against this draft: too much promotion, nobody asked, nothing from elsewhere,
//! too many posts or none for long. Each speaks for the networks where it holds, in one finding.

use super::Context;
use crate::Category;
use crate::network;
use crate::plan::Look;
use crate::rule::finding::Finding;

/// The fewest posts, this one among them, that have a mix to speak of.
const FEW: u32 = 6;

/// The fewest before it is said that nobody is asked or answered.
const SOME: u32 = 10;

/// So many promotional posts one after the other are a row, this one among them.
const ROW: usize = 4;

/// Too many promotional posts around a draft that is one more.
pub(crate) fn mix_promo(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.facts.category != Some(Category::Promotional) || context.draft.reply_to.is_some() {
        return;
    }
    each(context, found, |look, network| {
        let target = look.target().shares[0];
        let counts = look.counts(&[network]);
        let (ours, all) = (counts[0] + 1, counts.iter().sum::<u32>() + 1);
        // One post more than the share is no trend.
        let over = all >= FEW && (ours - 1) * 100 > target * all;
        let row = look.run_before(network, Category::Promotional) + 1;
        if over {
            return Some((
                format!("{ours} of {all} posts promote; the aim is {target} %"),
                format!("{ours} posts sur {all} font la promotion ; l’objectif est de {target} %"),
            ));
        }
        (row >= ROW && target < 60).then(|| {
            (format!("This is promotion number {row} in a row"), format!("C’est la {row}ᵉ promotion d’affilée"))
        })
    });
}

/// Nobody is asked or answered around a draft that does not either.
pub(crate) fn mix_interaction(context: &Context<'_>, found: &mut Vec<Finding>) {
    const KIND: usize = Category::Engagement as usize;
    if context.facts.category.is_none_or(|category| category as usize == KIND) || context.draft.reply_to.is_some() {
        return;
    }
    each(context, found, |look, network| {
        let counts = look.counts(&[network]);
        let (ours, all) = (counts[KIND], counts.iter().sum::<u32>() + 1);
        // One post less than the share is no trend.
        (all >= SOME && (ours + 1) * 100 < look.target().shares[KIND] * all).then(|| {
            (
                format!("{ours} of {all} posts ask or answer somebody"),
                format!("{ours} posts sur {all} questionnent ou répondent"),
            )
        })
    });
}

/// Nothing from elsewhere around a draft that is not either.
pub(crate) fn mix_curation(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.facts.sourced || context.draft.reply_to.is_some() {
        return;
    }
    each(context, found, |look, network| {
        let all = look.counts(&[network]).iter().sum::<u32>() + 1;
        // One is enough, and few posts show that there is none.
        let none = all >= FEW && look.sources(network) == 0 && look.target().shares[Category::Curated as usize] > 0;
        none.then(|| {
            (format!("0 of {all} posts come from another source"), format!("0 post sur {all} vient d’une autre source"))
        })
    });
}

/// More posts than the house sends out, two too close, or the first one after a long silence.
pub(crate) fn cadence(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.draft.reply_to.is_some() || context.draft.thread.is_some_and(|place| place.number > 1) {
        return;
    }
    each(context, found, |look, id| {
        let cadence = look.cadence(id);
        let name = network::by_id(id).map_or(id, |network| network.name);
        let day = look.same_day(id) + 1;
        if cadence.per_day > 0 && day > cadence.per_day {
            return Some((
                format!("Post number {day} of the day on {name}; {} is the aim", cadence.per_day),
                format!("{day}ᵉ post du jour sur {name} ; l’objectif est de {}", cadence.per_day),
            ));
        }
        if let Some(gap) = look.nearest(id).filter(|gap| *gap < i64::from(cadence.min_gap)) {
            return Some((
                format!("{gap} minutes from another post on {name}"),
                format!("À {gap} minutes d’un autre post sur {name}"),
            ));
        }
        let days = look.silence(id).filter(|days| cadence.max_gap > 0 && *days > i64::from(cadence.max_gap))?;
        Some((format!("Nothing on {name} for {days} days"), format!("Rien sur {name} depuis {days} jours")))
    });
}

/// Asks each network of the draft; what the first one says is said for all where something is.
fn each(
    context: &Context<'_>,
    found: &mut Vec<Finding>,
    ask: impl Fn(&Look<'_>, &'static str) -> Option<(String, String)>,
) {
    let Some(look) = context.facts.look.filter(|look| context.facts.first && !look.is_exception()) else { return };
    let mut finding = Finding::default();
    let mut networks = Vec::new();
    for report in context.networks {
        if let Some((english, french)) = ask(look, report.network) {
            if networks.is_empty() {
                finding.matched = english.clone();
                finding.vars = vec![("finding", english), ("constat", french)];
            }
            networks.push(report.network);
        }
    }
    if !networks.is_empty() {
        finding.networks = Some(networks);
        found.push(finding);
    }
}
