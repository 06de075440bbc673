//! Cases for rules, `{"rule", "lang", "flags", "text" or "example"}` a line, written by somebody who has not seen the
//! patterns. How many of those that should be flagged are, and which of the others.

use std::collections::BTreeMap;

use draftlens_engine::{Checker, Draft, Flag};
use serde_json::{Value, json};

use crate::rows::{self, word};

/// What the cases of one rule came to.
#[derive(Default)]
struct Tally {
    violating: u32,
    caught: u32,
    innocent: u32,
    wrong: u32,
}

/// Tries a file of cases and prints what was missed; `made` makes the checker of a case's own settings.
/// With `only`, the cases of these rules alone.
///
/// # Errors
///
/// A file that cannot be read, a line that is no JSON, or a case whose settings or draft cannot be read.
pub fn run(
    path: &str,
    only: &[String],
    plain: &Checker,
    made: &dyn Fn(&str) -> Result<Checker, String>,
) -> Result<(), String> {
    let mut rules: BTreeMap<String, Tally> = BTreeMap::new();
    let mut lines = Vec::new();
    for (number, row) in (1..).zip(rows::read(path)?) {
        let rule = word(&row, "rule");
        if !only.is_empty() && !only.iter().any(|id| id == rule) {
            continue;
        }
        let flags = row["flags"].as_bool().unwrap_or_default();
        let found = flags_of(&row, plain, made).map_err(|message| format!("{path}:{number}: {message}"))?;
        let hit = found.iter().any(|flag| flag.rule == rule);
        rules.entry(rule.to_owned()).or_default().count(flags, hit);
        if hit != flags {
            let verb = if flags { "missed" } else { "flagged" };
            lines.push(format!("  {verb} {rule}: {}{}", word(&row, "text"), word(&row, "example")));
        }
    }
    print(path, &rules, &lines);
    Ok(())
}

impl Tally {
    fn count(&mut self, flags: bool, hit: bool) {
        if flags {
            self.violating += 1;
            self.caught += u32::from(hit);
        } else {
            self.innocent += 1;
            self.wrong += u32::from(hit);
        }
    }
}

fn flags_of(row: &Value, plain: &Checker, made: &dyn Fn(&str) -> Result<Checker, String>) -> Result<Vec<Flag>, String> {
    let (settings, draft) = settings_and_draft(row)?;
    let (draft, _) = Draft::from_json(&draft.to_string()).map_err(|problem| problem.message)?;
    match settings {
        Some(settings) => Ok(made(&settings.to_string())?.check(&draft).flags),
        None => Ok(plain.check(&draft).flags),
    }
}

/// The settings of a case, where it has some, and its draft: `example` is a draft, or settings that hold one.
fn settings_and_draft(row: &Value) -> Result<(Option<Value>, Value), String> {
    let example = word(row, "example");
    if example.is_empty() {
        return Ok((None, json!({ "text": word(row, "text") })));
    }
    let mut settings: Value = serde_json::from_str(example).map_err(|error| format!("its example: {error}"))?;
    match settings.as_object_mut().and_then(|keys| keys.remove("draft")) {
        Some(draft) => {
            settings["lang"] = row["lang"].clone();
            Ok((Some(settings), draft))
        }
        None => Ok((Some(json!({ "lang": row["lang"] })), settings)),
    }
}

fn print(path: &str, rules: &BTreeMap<String, Tally>, lines: &[String]) {
    let sum = |part: fn(&Tally) -> u32| rules.values().map(part).sum::<u32>();
    let (violating, caught) = (sum(|rule| rule.violating), sum(|rule| rule.caught));
    let recall = f64::from(caught) / f64::from(violating.max(1));
    println!(
        "\nCases of {path}: {caught} of {violating} violating ones caught ({recall:.3}), {} of {} innocent ones flagged\n",
        sum(|rule| rule.wrong),
        sum(|rule| rule.innocent),
    );
    for (rule, tally) in rules.iter().filter(|(_, tally)| tally.caught < tally.violating || tally.wrong > 0) {
        println!("  {rule:32} {:3} of {:3}   {} flagged", tally.caught, tally.violating, tally.wrong);
    }
    println!();
    lines.iter().for_each(|line| println!("{}", line.replace('\n', "⏎")));
}
