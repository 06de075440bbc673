//! `eval`: what the rules find on real posts that stay outside the repository; `draftlens-train` measures the
//! category. A report, not a test. Never reads the reserved posts.

use std::path::Path;

use crate::{eval_rules, rows};
use draftlens_engine::{Checker, Settings};

const POSTS: &str = "../shared/data/posts/posts.jsonl";

/// Prints the evaluation, or says that the posts are not here.
pub fn run() -> Result<(), String> {
    if !Path::new(POSTS).is_file() {
        println!("Nothing to evaluate on: {POSTS} is not here.");
        return Ok(());
    }
    let (checker, _) = Checker::new(Settings::default());
    eval_rules::run(&checker, &rows::read(POSTS)?)
}
