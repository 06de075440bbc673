//! The engine on the command line: `check`, `rehearse`, `rules`, `docs`, `time`, `eval`. Called by `cargo xtask`, which explains the options.
#![forbid(unsafe_code)]

mod cases;
mod check;
mod eval;
mod eval_rules;
mod judged;
mod networks;
mod pages;
mod rehearse;
mod rows;
mod rules;
mod timing;

use std::{
    env, fs,
    io::{self, BufWriter, ErrorKind, Write},
    path::Path,
    process::ExitCode,
};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match command.as_str() {
        "check" => check(&rest),
        "rehearse" => ended(rehearse::run(&rest, io::stdin().lock(), &mut io::stdout().lock())),
        "rules" => ended(rules::run(&rest)),
        "docs" => ended(docs(&rest)),
        "time" => ended(timing::run()),
        "eval" => ended(eval::run()),
        other => fail(&format!("draftlens-cli knows no command `{other}`.")),
    }
}

fn check(arguments: &[String]) -> ExitCode {
    let (checker, problems) = match check::checker(arguments) {
        Ok(made) => made,
        Err(message) => return fail(&message),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = check::reports(&checker, io::stdin().lock(), &mut out).and_then(|bad| out.flush().map(|()| bad));
    match done {
        // Nobody looks at a run that succeeds: a policy with a mistake must not pass in silence.
        Ok(0) if problems > 0 => fail("The drafts were checked, but the settings are not as they should be."),
        Ok(0) => ExitCode::SUCCESS,
        Ok(1) => fail("1 line was not a draft: see its `error`."),
        Ok(bad) => fail(&format!("{bad} lines were not drafts: see their `error`.")),
        // Who reads has had enough, as `| head` does.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&format!("Reading or writing failed: {error}.")),
    }
}

/// Writes the pages into the current folder, the repository's root; with `--check`, only compares.
fn docs(arguments: &[String]) -> Result<(), String> {
    let pages = pages::pages(Path::new("."))?;
    let check_only = arguments.iter().any(|argument| argument == "--check");
    let held = fs::read_dir(pages::folder()).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut stray = held.filter(|path| !pages.iter().any(|(page, _)| page == path));
    let mut drifted = pages.iter().filter(|(path, text)| fs::read_to_string(path).ok().as_ref() != Some(text));
    if check_only {
        let paths: Vec<String> =
            drifted.map(|(path, _)| path.clone()).chain(stray).map(|path| path.display().to_string()).collect();
        return if paths.is_empty() {
            Ok(())
        } else {
            Err(format!("Run `cargo xtask docs`: not as the data says: {}.", paths.join(", ")))
        };
    }
    let failed = |error: io::Error| format!("The pages could not be written: {error}.");
    fs::create_dir_all(pages::folder()).map_err(failed)?;
    stray.try_for_each(fs::remove_file).map_err(failed)?;
    drifted.try_for_each(|(path, text)| fs::write(path, text)).map_err(failed)
}

fn ended(done: Result<(), String>) -> ExitCode {
    done.map_or_else(|message| fail(&message), |()| ExitCode::SUCCESS)
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
