//! Posts and replies that were sent before: the same text again, the same answer to everybody, the same
//! mould with other names. From the plan, and from the draft's own variants.

use super::{Context, word_count};
use crate::Severity;
use crate::network;
use crate::plan::Sketch;
use crate::rule::finding::Finding;
use draftlens_text::Text;

/// From this likeness on, in percent of the pairs of words, two texts say the same: one word in twenty may differ.
const SAME: u32 = 72;

/// A reply may hold another name.
const SAME_REPLY: u32 = 55;

/// Shorter texts are greetings, which may return.
const WORDS: usize = 5;

/// The text was posted on one of these networks within a month.
pub(crate) fn same_post(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(look) = context.facts.look.filter(|_| context.draft.reply_to.is_none() && is_long(context.text)) else {
        return;
    };
    let networks: Vec<&'static str> = context.networks.iter().map(|n| n.network).collect();
    let Some(twin) = look.twin(context.text, &networks, SAME) else { return };
    // X refuses a text that it has seen in the last days.
    let refused = twin.on.contains(&"x") && twin.minutes < 48 * 60 && twin.likeness >= 90;
    found.push(Finding {
        matched: twin.day.iso(),
        severity: refused.then_some(Severity::Stop),
        networks: Some(twin.on),
        vars: vec![("day", twin.day.iso())],
        ..Finding::default()
    });
}

/// The text stands on other networks already, or in the variants word for word.
pub(crate) fn same_everywhere(context: &Context<'_>, found: &mut Vec<Finding>) {
    if context.draft.reply_to.is_some() || !context.facts.first || !is_long(context.text) {
        return;
    }
    if context.draft.variants.is_empty() && context.facts.look.is_none() {
        return;
    }
    let mut names: Vec<&'static str> = Vec::new();
    let sketch = Sketch::of(context.text);
    // Variants were asked for, and say the same: nobody meant that.
    for (index, (id, text)) in context.draft.variants.iter().enumerate() {
        let other = Sketch::of(&Text::parse(text));
        let twin = context.draft.variants[..index]
            .iter()
            .any(|(_, earlier)| Sketch::of(&Text::parse(earlier)).likeness(&other) >= 90);
        if (twin || context.text_id != id && sketch.likeness(&other) >= 90)
            && let Some(known) = network::by_id(id)
        {
            names.push(known.name);
        }
    }
    if names.is_empty()
        && let Some(look) = context.facts.look
    {
        let ours: Vec<&'static str> = context.networks.iter().map(|n| n.network).collect();
        let elsewhere: Vec<&'static str> = network::ALL.iter().map(|n| n.id).filter(|id| !ours.contains(id)).collect();
        // What goes out in the same hour is one post on several networks.
        if let Some(twin) = look.twin(context.text, &elsewhere, 90).filter(|twin| twin.minutes > 60) {
            names.extend(twin.on.iter().filter_map(|id| network::by_id(id)).map(|known| known.name));
        }
    }
    if !names.is_empty() {
        names.truncate(3);
        let matched = names.join(", ");
        found.push(Finding { matched: matched.clone(), vars: vec![("networks", matched)], ..Finding::default() });
    }
}

/// The same answer went to two people at least.
pub(crate) fn same_reply(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(look) = context.facts.look.filter(|_| context.draft.reply_to.is_some() && context.facts.first) else {
        return;
    };
    let times = look.repeats(context.text, SAME_REPLY, true);
    if times >= 2 {
        found.push(Finding { matched: (times + 1).to_string(), ..Finding::default() });
    }
}

/// Three of the last ten posts were cast in this mould.
pub(crate) fn same_mould(context: &Context<'_>, found: &mut Vec<Finding>) {
    let Some(look) = context.facts.look.filter(|_| context.draft.reply_to.is_none() && context.facts.first) else {
        return;
    };
    let networks: Vec<&'static str> = context.networks.iter().map(|n| n.network).collect();
    let times = look.same_shape(context.text, &networks);
    if times >= 3 {
        found.push(Finding { matched: times.to_string(), ..Finding::default() });
    }
}

fn is_long(text: &Text) -> bool {
    word_count(text.tokens()) >= WORDS
}
