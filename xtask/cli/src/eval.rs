//! `eval`: what the rules find on real posts that stay outside the repository; `draftlens-train` measures the
//! category. A report, not a test. Never reads the reserved posts.

use std::{fs, path::Path};

use draftlens_engine::{Checker, Settings};
use serde_json::Value;

use crate::eval_rules;

const POSTS: &str = "../shared/data/posts/posts.jsonl";

/// Prints the evaluation, or says that the posts are not here.
pub fn run() -> Result<(), String> {
    if !Path::new(POSTS).is_file() {
        println!("Nothing to evaluate on: {POSTS} is not here.");
        return Ok(());
    }
    let (checker, _) = Checker::new(Settings::default());
    let posts = rows(POSTS)?;
    eval_rules::run(&checker, &posts)
}

fn rows(path: &str) -> Result<Vec<Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path} could not be read: {error}."))?;
    let row =
        |(at, line): (usize, &str)| serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}", at + 1));
    text.lines().enumerate().map(row).collect()
}
