//! `cargo xtask …`: the one door for every chore. Runs other programs; holds no logic of the product.
#![forbid(unsafe_code)]

mod args;
mod build;
mod cli;
mod docs;
mod files;
mod http;
mod measure;
mod serve;
mod setup;
mod shell;
mod strip;
mod tables;
mod test;
mod toolchain;
mod watch;

use std::process::ExitCode;

use args::Args;

const USAGE: &str = "\
cargo xtask <command>

  setup             install what is missing (wasm target, wasm-opt, Chromium)
  build             leave the npm package in dist/
  serve             build, serve the demo at http://127.0.0.1:8080, rebuild and reload on change
                    --port N       another port
                    --no-reload    serve the files as they are: no rebuilding, no reloading
  test [part]…      fmt, clippy, rust, docs, browser; all of them when none is named
  check             one draft a line in, one report a line out: check < drafts.jsonl > reports.jsonl
                    --policy FILE  the house's settings, JSON
                    --plan FILE    past and scheduled posts, JSON
                    --trending FILE  what trends, JSON
                    --lang en|fr   the language of titles and advice
  rehearse          what a policy would have done to posts, one a line: rehearse --policy FILE < posts.jsonl
                    --rule ID,…      these rules only, switched on whatever the policy says; every place is shown
  rules             try the rule files as they stand, without building the engine anew
                    --only ID,GROUP  these rules only
                    --text TEXT      what they say of one text
                    --posts FILE     how many posts of a JSON-lines file each one flags; --show N shows some
                    --cases FILE     how many cases of a JSON-lines file, each with rule, lang, flags and text, are as it says
                    --policy FILE    the house's settings, JSON
  eval              how often category and rules are right on the posts in ../shared, where there are any
  train             train the category's model from data/category and ../shared/data
                    --check        only say whether the file is what the data says
                    --compare      try other kinds of model, and print how they do
  bench             what a check costs, beside twitter-text and harper.js
  size              what a page downloads, and whose bytes they are
  package           the npm package of dist/ as a file
  tables            make the tables of top-level domains and characters
                    --zone FILE    the names of today's root zone, one a line
  docs              write the pages that come from the rules; --check only compares

Environment
  DRAFTLENS_WASM    `rustup` or `debian`: where the wasm target comes from (default: whichever works)
  CHROMIUM          path of the browser to test with (default: chromium on the PATH)
";

/// What went wrong, as sentences for a person.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let mut arguments = Args::from_env();
    let command = arguments.command();
    let done = match command.as_deref() {
        Some("setup") => arguments.end().and_then(|()| setup::all()),
        Some("build") => arguments.end().and_then(|()| build::build()),
        Some("serve") => serve::command(arguments),
        Some("test") => test::command(arguments),
        Some("eval") => arguments.end().and_then(|()| measure::eval()),
        Some("train") => measure::train(arguments),
        Some("bench") => arguments.end().and_then(|()| measure::bench()),
        Some("size") => arguments.end().and_then(|()| measure::size()),
        Some("package") => arguments.end().and_then(|()| build::package()),
        Some("docs") => docs::command(arguments),
        Some("tables") => tables::command(arguments),
        Some(name @ ("check" | "rehearse" | "rules")) => match cli::pass(name, arguments) {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => return ExitCode::FAILURE,
            Err(message) => Err(message),
        },
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Some(other) => Err(format!("There is no command `{other}`. `cargo xtask help` lists them.")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
