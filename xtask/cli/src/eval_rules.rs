//! `eval`, its second half: what the rules find on real posts, how quiet they are, and how many of the blind cases
//! they catch. A report, not a test.

use std::{collections::BTreeMap, fs, path::Path};

use draftlens_engine::{Checker, Draft, Flag, Settings, Severity};
use draftlens_rule::file::Example;
use draftlens_text::Language;
use serde_json::Value;

/// Cases written by somebody who had not seen the patterns: `{"rule", "lang", "flags", "text" or "example"}` a line.
const BLIND: &str = "data/risks/blind.jsonl";

/// Prints the evaluation of the rules on posts of the world.
pub fn run(checker: &Checker, posts: &[Value]) -> Result<(), String> {
    let real: Vec<&Value> = posts.iter().filter(|post| word(post, "kind") == "real").collect();
    on_posts(checker, &real);
    quiet(checker, &real);
    blind(checker)
}

fn word<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A post as a draft for the network that it stood on.
fn draft(post: &Value) -> Draft {
    let network = match word(post, "network") {
        "twitter" => "x",
        network => network,
    };
    Draft { text: word(post, "text").to_owned(), networks: vec![network.to_owned()], ..Draft::default() }
}

fn on_posts(checker: &Checker, posts: &[&Value]) {
    let mut hits: BTreeMap<String, (Severity, Vec<&str>)> = BTreeMap::new();
    let mut flagged = [0_u32; 3];
    for post in posts {
        let flags = checker.check(&draft(post)).flags;
        for severity in [Severity::Advise, Severity::Review, Severity::Stop] {
            flagged[severity as usize] += u32::from(flags.iter().any(|flag| flag.severity == severity));
        }
        for flag in flags {
            let (_, ids) = hits.entry(flag.rule).or_insert((flag.severity, Vec::new()));
            if ids.last() != Some(&word(post, "id")) {
                ids.push(word(post, "id"));
            }
        }
    }
    let thousand = |count: u32| f64::from(count) * 1000.0 / posts.len().max(1) as f64;
    let [advise, review, stop] = flagged.map(thousand);
    println!("\nRules on {} real posts, each on its own network, without a policy\n", posts.len());
    println!("  posts flagged in 1,000: stop {stop:.1}, review {review:.1}, advise {advise:.1}\n");
    for (rule, (severity, ids)) in &hits {
        println!("  {:7} {rule:32} {:6}   {}", severity.as_str(), ids.len(), ids[..ids.len().min(5)].join(" "));
    }
}

/// Advice and questions on a hundred ordinary posts, taken evenly from all.
fn quiet(checker: &Checker, posts: &[&Value]) {
    let step = (posts.len() / 100).max(1);
    let mut said: BTreeMap<String, u32> = BTreeMap::new();
    for post in posts.iter().step_by(step).take(100) {
        let flags = checker.check(&draft(post)).flags;
        for flag in flags.into_iter().filter(|flag| flag.severity == Severity::Advise || flag.ask.is_some()) {
            *said.entry(flag.rule).or_default() += 1;
        }
    }
    let total: u32 = said.values().sum();
    println!(
        "\nQuiet: {total} pieces of advice and questions on 100 ordinary posts without a policy (aim: at most 30)\n"
    );
    for (rule, count) in said {
        println!("  {rule:40} {count:3}");
    }
}

/// Recall on the violating cases, and the innocent ones that are flagged.
fn blind(plain: &Checker) -> Result<(), String> {
    if !Path::new(BLIND).is_file() {
        return Ok(());
    }
    let text = fs::read_to_string(BLIND).map_err(|error| format!("{BLIND}: {error}."))?;
    let (mut caught, mut violating, mut wrong, mut innocent) = (0, 0, 0, 0);
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let row: Value = serde_json::from_str(line).map_err(|error| format!("{BLIND}:{number}: {error}"))?;
        let flags = row["flags"].as_bool().unwrap_or_default();
        let hit = of_case(plain, &row).iter().any(|flag| flag.rule == word(&row, "rule"));
        if flags {
            violating += 1;
            caught += u32::from(hit);
        } else {
            innocent += 1;
            wrong += u32::from(hit);
        }
        if hit != flags {
            let verb = if flags { "missed" } else { "flagged" };
            lines.push(format!("  {verb} {}: {}{}", word(&row, "rule"), word(&row, "text"), word(&row, "example")));
        }
    }
    let recall = f64::from(caught) / f64::from(violating.max(1));
    println!(
        "\nBlind cases: {caught} of {violating} violating ones caught ({recall:.3}), {wrong} of {innocent} innocent ones flagged\n"
    );
    lines.iter().for_each(|line| println!("{}", line.replace('\n', "⏎")));
    Ok(())
}

fn of_case(plain: &Checker, row: &Value) -> Vec<Flag> {
    let text = if word(row, "example").is_empty() { word(row, "text") } else { word(row, "example") };
    let lang = word(row, "lang");
    let example = Example { line: 1, language: Language::from_code(lang), flags: true, text: text.to_owned() };
    let (settings, draft) = example.settings_and_draft(lang);
    let Ok((draft, _)) = Draft::from_json(&draft) else { return Vec::new() };
    if !example.is_json() {
        return plain.check(&draft).flags;
    }
    Checker::new(Settings::from_json(&settings).0).0.check(&draft).flags
}
