//! What was not checked, and what is wrong with the settings: silence is never taken for clearance.

use draftlens_engine::Problem;
use yew::prelude::*;

use super::preview;
use crate::locale::Words;
use crate::snapshot::Snapshot;

/// What was not checked, by the facts that are missing.
pub fn not_checked(snapshot: &Snapshot) -> Html {
    let words = snapshot.words;
    let mut needs: Vec<&str> = Vec::new();
    for missing in &snapshot.report.not_checked {
        let need = (words.need)(missing.needs);
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    if needs.is_empty() {
        return Html::default();
    }
    html! { <p class="not-checked" part="not-checked">{ words.not_checked }{ needs.join(", ") }</p> }
}

/// What is wrong with the settings, the draft or the page.
pub fn problems(snapshot: &Snapshot) -> Html {
    let words = snapshot.words;
    let is_new = |problem: &&Problem| snapshot.compact || !preview::tells(&problem.at);
    let problems: Vec<&Problem> = snapshot.report.problems.iter().filter(is_new).collect();
    if problems.is_empty() && snapshot.notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="problems" part="problems" role="group" aria-label={words.problems}>
            { for snapshot.notes.iter().map(|note| html! { <p>{ note }</p> }) }
            { for problems.into_iter().map(|problem| html! { <p>{ line(words, problem) }</p> }) }
        </div>
    }
}

fn line(words: &Words, problem: &Problem) -> String {
    let mut out = problem.at.clone();
    if problem.line > 0 {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&(words.place)(problem.line, problem.column));
    }
    if !out.is_empty() {
        out.push_str(": ");
    }
    out.push_str(&problem.message);
    out
}
