//! Builds and calls `draftlens-cli`: the engine on the command line. Apart from xtask, so that a rule with a
//! mistake does not keep the other commands from starting.

use std::process::{Command, ExitStatus};

use crate::{
    Result,
    args::Args,
    files,
    shell::{cargo, run},
};

/// A command that runs it from the repository's root.
pub fn command() -> Result<Command> {
    built("draftlens-cli")
}

/// A command that trains and measures the category's model.
pub fn trainer() -> Result<Command> {
    let mut command = built("draftlens-train")?;
    command.current_dir(files::root());
    Ok(command)
}

fn built(package: &str) -> Result<Command> {
    run(cargo("build").args(["--quiet", "--package", package]))?;
    Ok(Command::new(files::target().join("debug").join(package)))
}

/// `cargo xtask check …` and the like: passes everything on, where the person stands; ends as it ends.
pub fn pass(name: &str, args: Args) -> Result<ExitStatus> {
    let mut command = command()?;
    command.arg(name).args(args.rest());
    command.status().map_err(|error| format!("draftlens-cli could not be started: {error}."))
}
