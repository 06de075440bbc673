//! `eval`, its second half: what the rules find on real posts, how quiet they are, and how many of the blind cases
//! they catch. A report, not a test.

use std::{collections::BTreeMap, path::Path};

use draftlens_engine::{Checker, Draft, Settings, Severity};
use serde_json::Value;

use crate::{
    cases,
    judged::{Judged, Share},
    rows::word,
};

/// Cases written by people who had not seen the patterns; the patterns were mended on them since.
const CASES: [&str; 4] =
    ["data/risks/blind.jsonl", "data/risks/second.jsonl", "data/risks/third.jsonl", "data/risks/tags.jsonl"];

/// Prints the evaluation of the rules on posts of the world.
pub fn run(checker: &Checker, posts: &[Value]) -> Result<(), String> {
    let real: Vec<&Value> = posts.iter().filter(|post| word(post, "kind") == "real").collect();
    on_posts(checker, &real, &Judged::read(Path::new("."))?);
    quiet(checker, &real);
    let built_in = |settings: &str| Ok(Checker::new(Settings::from_json(settings).0).0);
    let mut there = CASES.iter().filter(|path| Path::new(path).is_file());
    there.try_for_each(|path| cases::run(path, &[], checker, &built_in))
}

/// A post as a draft for the network that it stood on.
fn draft(post: &Value) -> Draft {
    let network = match word(post, "network") {
        "twitter" => "x",
        network => network,
    };
    Draft { text: word(post, "text").to_owned(), networks: vec![network.to_owned()], ..Draft::default() }
}

/// What one rule flagged.
struct Hits<'a> {
    severity: Severity,
    ids: Vec<&'a str>,
}

fn on_posts(checker: &Checker, posts: &[&Value], judged: &Judged) {
    let mut hits: BTreeMap<String, Hits<'_>> = BTreeMap::new();
    let mut flagged = [0_u32; 3];
    let mut wrong = [0_u32; 3];
    for post in posts {
        let flags = checker.check(&draft(post)).flags;
        let id = word(post, "id");
        for severity in [Severity::Advise, Severity::Review, Severity::Stop] {
            let mut at = flags.iter().filter(|flag| flag.severity == severity).peekable();
            flagged[severity as usize] += u32::from(at.peek().is_some());
            wrong[severity as usize] += u32::from(at.any(|flag| judged.is_right(&flag.rule, id) == Some(false)));
        }
        for flag in flags {
            let rule = hits.entry(flag.rule).or_insert(Hits { severity: flag.severity, ids: Vec::new() });
            if rule.ids.last() != Some(&id) {
                rule.ids.push(id);
            }
        }
    }
    let thousand = |count: u32| f64::from(count) * 1000.0 / posts.len().max(1) as f64;
    let [advise, review, stop] = flagged.map(thousand);
    println!("\nRules on {} real posts, each on its own network, without a policy\n", posts.len());
    println!("  posts flagged in 1,000: stop {stop:.1}, review {review:.1}, advise {advise:.1}");
    let [_, review, stop] = wrong.map(thousand);
    println!(
        "  of these read and found wrong: stop {stop:.1} (aim: at most 2), review {review:.1} (aim: at most 15)\n"
    );
    for (rule, Hits { severity, ids }) in &hits {
        let share: Share = ids.iter().filter_map(|id| judged.is_right(rule, id)).collect();
        let right =
            if share.read == 0 { String::new() } else { format!("{} of {} read are right", share.right, share.read) };
        println!(
            "  {:7} {rule:32} {:6}   {right:28} {}",
            severity.as_str(),
            ids.len(),
            ids[..ids.len().min(5)].join(" ")
        );
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
