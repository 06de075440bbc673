//! `cargo xtask docs`: writes the pages that come from data, or says which have drifted.

use std::process::Command;

use crate::{Result, args::Args, cli, shell::run};

/// Runs the command: `--check` only compares.
pub fn command(mut args: Args) -> Result<()> {
    let check_only = args.switch("--check");
    args.end()?;
    if check_only { check() } else { run(&mut docs()?) }
}

/// Fails where a page is not what its data says.
pub fn check() -> Result<()> {
    run(docs()?.arg("--check"))
}

fn docs() -> Result<Command> {
    let mut command = cli::command()?;
    command.arg("docs");
    Ok(command)
}
