//! `eval`: how often the category is right, and what the rules find, on real posts that stay outside the
//! repository. A report, not a test. Never reads the reserved posts.

use std::{collections::BTreeMap, fs, path::Path};

use draftlens_engine::{Category, Checker, Draft, Settings};
use serde_json::Value;

use crate::eval_rules;

const POSTS: &str = "../shared/data/posts/posts.jsonl";
const LABELS: &str = "data/category/labels/first.jsonl";

/// Prints the evaluation, or says that the posts are not here.
pub fn run() -> Result<(), String> {
    if !Path::new(POSTS).is_file() {
        println!("Nothing to evaluate on: {POSTS} is not here.");
        return Ok(());
    }
    let (checker, _) = Checker::new(Settings::default());
    let posts = rows(POSTS)?;
    category(&checker, &posts)?;
    eval_rules::run(&checker, &posts)
}

fn rows(path: &str) -> Result<Vec<Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path} could not be read: {error}."))?;
    let row =
        |(at, line): (usize, &str)| serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}", at + 1));
    text.lines().enumerate().map(row).collect()
}

fn word<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn draft(post: &Value) -> Draft {
    Draft { text: word(post, "text").to_owned(), networks: vec!["x".to_owned()], ..Draft::default() }
}

// ── Category: labelled posts by language ──

/// Counts of one language: `seen[label][answer]`, in the order of `Category::ALL`.
#[derive(Default)]
struct Confusion {
    seen: [[u32; 3]; 3],
    confident: u32,
    confident_right: u32,
}

impl Confusion {
    fn total(&self) -> u32 {
        self.seen.iter().flatten().sum()
    }

    fn accuracy(&self) -> f64 {
        ratio((0..3).map(|at| self.seen[at][at]).sum(), self.total())
    }

    /// Mean of the three F1 scores.
    fn macro_f1(&self) -> f64 {
        let f1 = |at: usize| {
            let labelled: u32 = self.seen[at].iter().sum();
            let answered: u32 = self.seen.iter().map(|row| row[at]).sum();
            ratio(2 * self.seen[at][at], labelled + answered)
        };
        (0..3).map(f1).sum::<f64>() / 3.0
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

fn category(checker: &Checker, posts: &[Value]) -> Result<(), String> {
    let texts: BTreeMap<&str, &Value> = posts.iter().map(|post| (word(post, "id"), post)).collect();
    let mut sets: BTreeMap<String, Confusion> = BTreeMap::new();
    for label in rows(LABELS)? {
        let label_of = |name: &str| Category::ALL.iter().position(|category| category.as_str() == name);
        // A row that the guide leaves open has no right answer.
        let (Some(truth), Some(post)) = (label_of(word(&label, "label")), texts.get(word(&label, "id"))) else {
            continue;
        };
        let report = checker.check(&draft(post)).category;
        let Some(answer) = report.label.and_then(|label| label_of(label.as_str())) else { continue };
        let set = sets.entry(word(post, "lang").to_owned()).or_default();
        set.seen[truth][answer] += 1;
        if report.confident {
            set.confident += 1;
            set.confident_right += u32::from(truth == answer);
        }
    }
    println!("Category on real posts, ambiguous ones left out (one labeller, who also wrote the scorer)\n");
    println!("  lang   posts  accuracy  macro F1  confident  right when confident");
    for (lang, set) in &sets {
        let (confident, right) = (ratio(set.confident, set.total()), ratio(set.confident_right, set.confident));
        let (accuracy, f1) = (set.accuracy(), set.macro_f1());
        println!("  {lang:4} {:7} {accuracy:9.3} {f1:9.3} {confident:10.3} {right:21.3}", set.total());
    }
    Ok(())
}
