//! `cargo xtask bench`, `size` and `eval`: reports for people. None of them fails for a number.

use std::process::{Command, Stdio};

use crate::{
    Result,
    args::Args,
    build, cli, files, setup,
    shell::{output, run},
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
    let input = std::fs::File::open(&file).map_err(|error| error.to_string())?;
    let status = cli::command()?.arg("time").stdin(Stdio::from(input)).status();
    status
        .map_err(|error| error.to_string())?
        .success()
        .then_some(())
        .ok_or_else(|| "The native timing failed.".to_owned())
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
