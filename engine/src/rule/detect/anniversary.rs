//! Anniversaries: the day a draft goes out is the day of a tragedy, for the people it speaks to.

use super::Context;
use crate::plan::Moment;
use crate::rule::finding::Finding;
use crate::{Lang, Severity};
use draftlens_rule::Event;
use draftlens_text::{Kind, Language};

/// The longest name of an event, in words.
const WORDS: usize = 6;

/// What the rule's patterns found counts on such a day. A draft that names the event is stopped.
pub(crate) fn anniversary(context: &Context<'_>, finding: Finding) -> Option<Finding> {
    let events = on_the_day(context);
    let named = events.iter().find(|event| names(context, event));
    let event = named.or(events.first())?;
    let french = context.settings.lang == Lang::Fr;
    let also = if french { &event.also_fr } else { &event.also_en };
    let severity = named.map(|_| Severity::Stop);
    let vars = vec![("event", event.told(french)), ("also", also.clone())];
    Some(Finding { severity, vars, ..finding })
}

/// The events of the day, those that are remembered every year first.
fn on_the_day<'a>(context: &Context<'a>) -> Vec<&'a Event> {
    let Some(at) = context.draft.scheduled_at.as_deref().and_then(Moment::parse) else { return Vec::new() };
    let (year, month, day) = at.day().civil();
    let countries = countries(context);
    let of_the_day = |event: &&Event| {
        let years = year - i64::from(event.year);
        let round = matches!(years, 1 | 25 | 75) || (years > 0 && years % 10 == 0) || years == 5;
        (u32::from(event.month), u32::from(event.day)) == (month, day)
            && years > 0
            && (event.yearly || round)
            && event.is_of(&countries)
    };
    let all: Vec<&Event> = context.table.events().iter().filter(of_the_day).collect();
    let (yearly, round): (Vec<&Event>, Vec<&Event>) = all.into_iter().partition(|event| event.yearly);
    [yearly, round].concat()
}

/// Whom the draft speaks to; where nobody says, those who speak its language.
fn countries(context: &Context<'_>) -> Vec<String> {
    let policy = &context.settings.policy;
    let told = if context.draft.audience.is_empty() { &policy.countries } else { &context.draft.audience };
    if !told.is_empty() {
        return told.clone();
    }
    let likely: &[&str] = match context.text.language() {
        Language::French => &["FR", "BE"],
        Language::English => &["US", "GB"],
        _ => &[],
    };
    likely.iter().map(|code| (*code).to_owned()).collect()
}

/// Whether a hashtag or words that stand side by side are a name of the event.
fn names(context: &Context<'_>, event: &Event) -> bool {
    let (text, tokens) = (context.text, context.text.tokens());
    let is_it = |joined: &str| context.table.event(joined).is_some_and(|known| std::ptr::eq(known, event));
    tokens.iter().enumerate().any(|(i, token)| match token.kind {
        Kind::Hashtag => is_it(text.folded(token)),
        Kind::Word | Kind::Number => {
            let mut joined = String::new();
            tokens[i..tokens.len().min(i + WORDS)].iter().any(|next| {
                joined.extend(text.folded(next).chars().filter(|c| c.is_alphanumeric()));
                is_it(&joined)
            })
        }
        _ => false,
    })
}
