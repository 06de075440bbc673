//! Holds that the house or the host has put on a subject: what touches it, and what sells or jokes meanwhile.

use super::Context;
use crate::hold::{Hold, Scope};
use crate::rule::finding::Finding;
use crate::{Lang, Severity};
use draftlens_text::{Kind, fold};

/// A finding where the draft touches a hold or a word that is sensitive today; one for the whole draft where a hold
/// stops everything.
pub(crate) fn crisis_hold(context: &Context<'_>, found: &mut Vec<Finding>) {
    for hold in active(context) {
        for words in hold.words.iter().chain(&hold.place) {
            each(context, words, &mut |start, end, typed| {
                found.push(told(context, Some(hold), Finding::at(start, end, typed)));
            });
        }
        if hold.scope == Scope::All && context.facts.first {
            found.push(told(context, Some(hold), Finding::default()));
        }
    }
    for words in context.settings.sensitive_today.iter().chain(&context.settings.policy.sensitive_today) {
        each(context, words, &mut |start, end, typed| {
            let finding = Finding { severity: Some(Severity::Review), ..Finding::at(start, end, typed) };
            found.push(told(context, None, finding));
        });
    }
}

/// What the rule's patterns found, selling and jokes, counts while a hold does not want them.
pub(crate) fn light(context: &Context<'_>, finding: Finding) -> Option<Finding> {
    let hold = active(context).find(|hold| hold.scope != Scope::Topic)?;
    Some(told(context, Some(hold), finding))
}

fn active<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Hold> {
    let settings = context.settings;
    let all = settings.holds.iter().chain(&settings.policy.holds);
    all.filter(|hold| hold.holds(context.draft, &settings.policy, context.at))
}

/// The finding with what the rule's texts say of the hold.
fn told(context: &Context<'_>, hold: Option<&Hold>, finding: Finding) -> Finding {
    let french = context.settings.lang == Lang::Fr;
    let say = |en: &str, fr: &str| if french { fr.to_owned() } else { en.to_owned() };
    let about = hold.map(Hold::about).filter(|text| !text.is_empty()).unwrap_or_else(|| finding.matched.clone());
    let about = if about.is_empty() { say("the news", "l’actualité") } else { about };
    let who = hold.map(|hold| hold.ask.trim().to_owned()).filter(|ask| !ask.is_empty());
    let who = who.unwrap_or_else(|| say("whoever decides", "la personne qui décide"));
    let until = hold.map(|hold| hold.until.trim()).filter(|until| !until.is_empty());
    let until = until.map_or_else(
        || say("It lasts until somebody lifts it.", "Elle dure jusqu’à ce qu’on la lève."),
        |until| [&say("It ends with ", "Elle prend fin le "), until, "."].concat(),
    );
    // The same in both languages: the flag is known by it.
    let matched =
        if finding.matched.is_empty() { hold.map(Hold::about).unwrap_or_default() } else { finding.matched.clone() };
    Finding { matched, vars: vec![("about", about), ("who", who), ("until", until)], ..finding }
}

/// Calls with each place where the words stand, one after the other, perhaps with an ending, or in a hashtag.
fn each(context: &Context<'_>, words: &str, found: &mut impl FnMut(usize, usize, String)) {
    let text = context.text;
    let folded = fold::fold(words.trim().trim_start_matches(['#', '＃']));
    let parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let (Some(last), joined) = (parts.last(), parts.concat()) else { return };
    let tokens = text.tokens();
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Hashtag && in_tag(text.folded(token), &joined) {
            found(token.start as usize, token.end as usize, text.typed(token).to_owned());
            continue;
        }
        let Some(run) = tokens.get(i..i + parts.len()) else { break };
        let is_word = |at: usize| matches!(run[at].kind, Kind::Word | Kind::Number);
        let whole = (0..parts.len() - 1).all(|at| is_word(at) && text.folded(&run[at]) == parts[at]);
        if whole && is_word(parts.len() - 1) && is_form(text.folded(&run[parts.len() - 1]), last) {
            let (start, end) = (token.start as usize, run[parts.len() - 1].end as usize);
            found(start, end, text.source()[start..end].to_owned());
        }
    }
}

/// The word, or the word with a common ending.
fn is_form(word: &str, stem: &str) -> bool {
    let endings = ["", "s", "es", "x", "e", "ed", "ing", "er", "ers"];
    word.strip_suffix('\'').unwrap_or(word).strip_prefix(stem).is_some_and(|rest| endings.contains(&rest))
}

/// A short word is all of a tag; a long one may be a part of it.
fn in_tag(tag: &str, joined: &str) -> bool {
    tag == joined || (joined.len() >= 5 && tag.contains(joined))
}
