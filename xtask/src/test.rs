//! `cargo xtask test`: every check there is, in one go, with one closing line that sums them.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use crate::{
    Result,
    args::Args,
    build, docs, files, setup,
    shell::{can_install_packages, cargo, cargo_path, install_packages, run, say, succeeds, which},
    toolchain::Toolchain,
};

/// A part of the tests: its name, and what runs it.
type Part = (&'static str, fn() -> Result<Tally>);

const PARTS: [Part; 5] =
    [("fmt", fmt), ("clippy", clippy), ("rust", rust), ("docs", docs_are_fresh), ("browser", browser)];

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// One check that runs as a whole.
    fn one(done: Result<()>) -> Self {
        match done {
            Ok(()) => Self { passed: 1, failed: 0 },
            Err(message) => {
                say(&message);
                Self { passed: 0, failed: 1 }
            }
        }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Runs the parts that are named, or all of them. A part that fails does not keep the others from running.
pub fn command(mut args: Args) -> Result<()> {
    let mut wanted = Vec::new();
    while let Some(name) = args.command() {
        let part = PARTS.iter().find(|(part, _)| *part == name);
        let names = || PARTS.map(|(name, _)| name).join(", ");
        wanted.push(*part.ok_or_else(|| format!("There is no part `{name}`; there are {}.", names()))?);
    }
    if wanted.is_empty() {
        wanted = PARTS.to_vec();
    }
    let mut sum = Tally::default();
    for (name, part) in wanted {
        let start = Instant::now();
        say(&format!("── test {name} ──"));
        let tally = part().unwrap_or_else(|message| Tally::one(Err(message)));
        say(&format!(
            "── {name}: {} passed, {} failed, {} s ──\n",
            tally.passed,
            tally.failed,
            start.elapsed().as_secs()
        ));
        sum.add(tally);
        if tally == Tally::default() {
            sum.add(Tally::one(Err(format!("The part `{name}` ran no test."))));
        }
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { Ok(()) } else { Err("Not everything passed.".to_owned()) }
}

fn fmt() -> Result<Tally> {
    component("fmt", "rustfmt", "rustfmt-web")?;
    Ok(Tally::one(run(cargo("fmt").args(["--all", "--check"]))))
}

/// The whole workspace as it is tested, then the widget as it is shipped.
fn clippy() -> Result<Tally> {
    component("clippy", "clippy", "rust-web-clippy")?;
    let deny = ["--quiet", "--", "-D", "warnings"];
    let mut tally = Tally::one(run(cargo("clippy").args(["--workspace", "--all-targets"]).args(deny)));
    let toolchain = Toolchain::find()?;
    if toolchain == Toolchain::Debian {
        debian_clippy()?;
    }
    tally.add(Tally::one(run(toolchain.cargo("clippy").args(["--package", "draftlens"]).args(deny))));
    Ok(tally)
}

fn rust() -> Result<Tally> {
    counted(cargo("test").args(["--workspace", "--no-fail-fast"]))
}

fn docs_are_fresh() -> Result<Tally> {
    Ok(Tally::one(docs::check()))
}

/// Chromium, Node and the command line, from the outside.
fn browser() -> Result<Tally> {
    let tests = files::root().join("tests");
    let browser = setup::chromium()?;
    setup::npm(&tests)?;
    build::build()?;
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.js");
    let suites: Vec<PathBuf> = files::list(&tests).into_iter().filter(is_test).collect();
    let mut node = Command::new("node");
    // One file after the other: on two cores, two browsers make each other late.
    node.current_dir(&tests).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(suites);
    counted(node.env("CHROMIUM", browser))
}

/// Makes sure of `cargo fmt` or `cargo clippy`: a minimal rustup leaves them out, and so does Debian.
fn component(command: &str, rustup: &str, debian: &str) -> Result<()> {
    let there = || succeeds(Command::new(cargo_path()).args([command, "--version"]));
    if there() || which("rustup").is_some() && succeeds(Command::new("rustup").args(["component", "add", rustup])) {
        return Ok(());
    }
    if is_brought(debian, there)? {
        Ok(())
    } else {
        Err(format!("`cargo {command}` is missing: `rustup component add {command}`, or Debian's {debian}."))
    }
}

/// Debian's own, which fits its compiler: `cargo clippy` would find rustup's first.
fn debian_clippy() -> Result<()> {
    const PACKAGE: &str = "rust-web-clippy";
    if is_brought(PACKAGE, || Path::new("/usr/bin/cargo-clippy").is_file())? {
        Ok(())
    } else {
        Err(format!("Debian's clippy is missing: `apt-get install {PACKAGE}`."))
    }
}

/// Whether what a package of Debian brings is there; it is installed first where it is not and we may.
fn is_brought(package: &str, there: impl Fn() -> bool) -> Result<bool> {
    if !there() && can_install_packages() {
        install_packages(&[package])?;
    }
    Ok(there())
}

/// Runs a test runner, shows what it prints and sums what it counts.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{} could not be started: {error}.", command.get_program().display()))?;
    let mut tally = Tally::default();
    let mut out = std::io::stdout();
    for line in BufReader::new(child.stdout.take().expect("stdout is piped")).split(b'\n') {
        let line = line.map_err(|error| format!("The tests' output could not be read: {error}."))?;
        let line = String::from_utf8_lossy(&line);
        // A closed pipe must not end the tests.
        let _ = writeln!(out, "{line}");
        tally.add(count(&line));
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// What a line of cargo's or Node's test runner counts.
fn count(line: &str) -> Tally {
    let number = |text: &str| text.trim().parse().unwrap_or(0);
    if let Some(rest) = line.strip_prefix("test result: ") {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let before =
            |name: &str| words.iter().position(|word| *word == name).and_then(|at| words.get(at.wrapping_sub(1)));
        return Tally {
            passed: before("passed;").map_or(0, |text| number(text)),
            failed: before("failed;").map_or(0, |text| number(text)),
        };
    }
    let node = |name: &str| line.strip_prefix("ℹ ").and_then(|rest| rest.strip_prefix(name)).map_or(0, number);
    Tally { passed: node("pass "), failed: node("fail ") + node("cancelled ") }
}

#[cfg(test)]
mod tests {
    use super::{Tally, count};

    #[test]
    fn the_closing_lines_of_both_runners_are_counted() {
        let cargo =
            "test result: FAILED. 11 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(count(cargo), Tally { passed: 11, failed: 2 });
        assert_eq!(count("ℹ pass 7"), Tally { passed: 7, failed: 0 });
        assert_eq!(count("ℹ fail 3"), Tally { passed: 0, failed: 3 });
        assert_eq!(count("ℹ cancelled 1"), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn a_test_that_prints_such_words_counts_for_nothing() {
        for line in ["ℹ passed 7", "ok. 3 passed; 0 failed;", "  ℹ pass 7", "✔ pass 7 (1 ms)"] {
            assert_eq!(count(line), Tally::default(), "{line}");
        }
    }
}
