//! `cargo xtask bench`, `size` and `eval`: reports for people. None of them fails for a number.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    Result,
    args::Args,
    build, cli, files, setup,
    shell::{cargo, output, run, say},
};

/// What a check costs, in Node beside its peers, then natively on the same posts.
pub fn bench() -> Result<()> {
    let benches = files::root().join("benches");
    setup::npm(&benches)?;
    build::build()?;
    run(Command::new("node").current_dir(&benches).arg("bench.js"))?;
    println!("\nNative, the same posts");
    let drafts = output(Command::new("node").current_dir(&benches).arg("drafts.js"))?;
    let file = files::target().join("xtask/drafts.jsonl");
    files::write(&file, drafts.as_bytes())?;
    run_on(&file, cli::command()?.arg("time"))?;
    rust_twitter_text(&file)
}

/// The Rust crate `twitter-text` on the same drafts. It stands apart because its build needs a C++ compiler.
fn rust_twitter_text(drafts: &Path) -> Result<()> {
    let manifest = files::root().join("benches/twitter-text/Cargo.toml");
    let mut build = cargo("build");
    build.args(["--release", "--quiet", "--locked", "--manifest-path"]).arg(manifest);
    if run(&mut build).is_err() {
        say("  The crate twitter-text could not be built, so it is not timed: it needs a C++ compiler (Debian: g++).");
        return Ok(());
    }
    print!("  the crate twitter-text, parse + extract, X alone, median µs: ");
    io::stdout().flush().map_err(|error| error.to_string())?;
    run_on(drafts, &mut Command::new(files::target().join("release/twitter-text-bench")))
}

/// Runs a program with a file as its input.
fn run_on(input: &Path, command: &mut Command) -> Result<()> {
    let file = File::open(input).map_err(|error| format!("{}: {error}.", input.display()))?;
    let status = command.stdin(Stdio::from(file)).status().map_err(|error| error.to_string())?;
    status.success().then_some(()).ok_or_else(|| "The native timing failed.".to_owned())
}

/// What a page downloads, and whose bytes they are.
pub fn size() -> Result<()> {
    let (named, book) = build::named_module()?;
    run(Command::new("node").arg(files::root().join("benches/size.js")).args([named, book]))
}

/// How often category and rules are right on real posts.
pub fn eval() -> Result<()> {
    run(cli::trainer()?.arg("eval"))?;
    run(cli::command()?.current_dir(files::root()).arg("eval"))
}

/// Trains the category's model and writes it; `--check` only compares, `--compare` tries other kinds.
pub fn train(mut args: Args) -> Result<()> {
    let (check, compare) = (args.switch("--check"), args.switch("--compare"));
    args.end()?;
    let mut command = cli::trainer()?;
    command.arg(if compare { "compare" } else { "train" });
    if check {
        command.arg("--check");
    }
    run(&mut command)
}
