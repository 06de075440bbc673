//! `cargo xtask tables`: makes the tables that come from data: top-level domains and characters.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use crate::{Result, args::Args, files, shell::cargo};

/// twitter-text's list, and the root zone's as it stands in the table that is made.
const SUITE: &str = "tests/conformance/twitter-text/tlds.yml";
const DOMAINS: &str = "engine/text/data/tlds.txt";
const CHARACTERS: &str = "engine/text/src/tables.rs";

/// Runs the command: a file with the names of the root zone, one a line, replaces the present ones.
pub fn command(mut args: Args) -> Result<()> {
    let zone = args.value("--zone")?.map(read).transpose()?;
    args.end()?;
    let present = read(files::root().join(DOMAINS))?;
    let zone: BTreeSet<String> = zone.map_or_else(|| root_of(&present), |text| names(&text));
    write(DOMAINS, &domains(&suite(&read(files::root().join(SUITE))?), &zone))?;
    let made = cargo("run").args(["--quiet", "--package", "draftlens-text", "--example", "tables"]).output();
    let made = made.map_err(|error| format!("cargo could not be started: {error}."))?;
    if !made.status.success() {
        return Err(String::from_utf8_lossy(&made.stderr).into_owned());
    }
    write(CHARACTERS, &String::from_utf8_lossy(&made.stdout))
}

/// The domains of twitter-text's suite.
fn suite(yaml: &str) -> BTreeSet<String> {
    let cases = yaml.lines().filter_map(|line| line.trim_start().strip_prefix("- https://twitter."));
    cases.map(|name| name.trim().to_owned()).collect()
}

/// The names of a file of the root zone, one a line; `#` begins a remark.
fn names(zone: &str) -> BTreeSet<String> {
    let lines = zone.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_lowercase).collect()
}

/// The names that a table says are the root zone's.
fn root_of(table: &str) -> BTreeSet<String> {
    let lines = table.lines().filter(|line| !line.ends_with('-'));
    lines.map(|line| line.trim_end_matches('+').to_owned()).collect()
}

/// One domain a line, in order of bytes: `-` after those that only the suite has, `+` after those that it lacks.
fn domains(suite: &BTreeSet<String>, zone: &BTreeSet<String>) -> String {
    let mut marks: BTreeMap<&str, &str> = suite.iter().map(|name| (name.as_str(), "-")).collect();
    for name in zone {
        marks.insert(name, if suite.contains(name) { "" } else { "+" });
    }
    marks.iter().map(|(name, mark)| format!("{name}{mark}\n")).collect()
}

fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(path).map_err(|error| format!("{}: {error}.", path.display()))
}

fn write(path: &str, text: &str) -> Result<()> {
    fs::write(files::root().join(path), text).map_err(|error| format!("{path}: {error}."))
}

#[cfg(test)]
mod tests {
    use super::{DOMAINS, SUITE, domains, names, read, root_of, suite};
    use crate::files;

    #[test]
    fn the_table_of_domains_is_what_the_command_makes() {
        let present = read(files::root().join(DOMAINS)).unwrap();
        let suite = suite(&read(files::root().join(SUITE)).unwrap());
        assert_eq!(suite.len(), 1574);
        assert!(domains(&suite, &root_of(&present)) == present, "run `cargo xtask tables`");
    }

    #[test]
    fn a_new_root_zone_moves_the_marks() {
        let suite = suite("- https://twitter.com\n- https://twitter.zuerich\n");
        assert_eq!(domains(&suite, &names("# Version 1\nCOM\nDEV\n")), "com\ndev+\nzuerich-\n");
    }
}
