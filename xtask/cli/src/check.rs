//! `check`: one draft a line in, one report a line out, by the path that the widget takes.

use std::{
    fs,
    io::{self, BufRead, Write},
};

use draftlens_engine::{Checker, Draft, Problem, Settings};
use serde_json::{Value, json};

/// A checker from `--policy FILE --plan FILE --trending FILE --lang en|fr`, and how many things are wrong with
/// them: said on stderr, and carried by every report as in the widget.
pub fn checker(arguments: &[String]) -> Result<(Checker, usize), String> {
    let (settings, problems) = settings(arguments)?;
    let (checker, more) = Checker::new(settings);
    say(&more);
    let count = problems.len() + more.len();
    Ok((checker.with_problems(problems), count))
}

/// The settings that the options name, and what is wrong with them: said on stderr.
pub fn settings(arguments: &[String]) -> Result<(Settings, Vec<Problem>), String> {
    let (settings, problems) = Settings::from_json(&settings_json(arguments)?);
    say(&problems);
    Ok((settings, problems))
}

/// Writes a line for each line; gives the number of lines that were no drafts.
pub fn reports(checker: &Checker, mut input: impl BufRead, out: &mut impl Write) -> io::Result<u64> {
    let (mut number, mut bad) = (0_u64, 0_u64);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(bad);
        }
        number += 1;
        match report(checker, &bytes, number) {
            Ok(report) => writeln!(out, "{report}")?,
            Err(message) => {
                bad += 1;
                writeln!(out, "{}", json!({ "error": format!("line {number}: {message}") }))?;
            }
        }
    }
}

fn report(checker: &Checker, bytes: &[u8], number: u64) -> Result<String, String> {
    let line =
        std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8 from byte {} on", error.valid_up_to() + 1))?;
    // Some editors put a mark before the first line of a file.
    let line = if number == 1 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
    let line = line.trim_end_matches(['\r', '\n']);
    if line.trim().is_empty() {
        return Err("empty; each line holds one draft such as {\"text\": \"…\"}".to_owned());
    }
    let (draft, problems) = Draft::from_json(line).map_err(|problem| sentence(&problem))?;
    let mut report = checker.check(&draft);
    report.problems.extend(problems);
    Ok(report.to_json())
}

/// The settings as the JSON text that the widget would hand over.
fn settings_json(arguments: &[String]) -> Result<String, String> {
    let mut settings = serde_json::Map::new();
    for pair in arguments.chunks(2) {
        let [option, value] = pair else { return Err(format!("{} needs a value after it.", pair[0])) };
        let (key, value) = match option.as_str() {
            "--lang" if ["en", "fr"].contains(&value.as_str()) => ("lang", Value::from(value.as_str())),
            "--lang" => return Err(format!("--lang can be en or fr, not `{value}`.")),
            // As text, so that its errors name line and column.
            "--policy" => ("policyText", Value::from(read(value)?)),
            "--plan" => ("plan", read_json(value)?),
            "--trending" => ("trending", read_json(value)?),
            other => {
                return Err(format!(
                    "`{other}` is not understood. Options: --policy FILE, --plan FILE, --trending FILE, --lang en|fr."
                ));
            }
        };
        settings.insert(key.to_owned(), value);
    }
    Ok(Value::Object(settings).to_string())
}

fn read(path: &str) -> Result<String, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path} could not be read: {error}."))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn read_json(path: &str) -> Result<Value, String> {
    serde_json::from_str(&read(path)?).map_err(|error| format!("{path} is not JSON: {error}."))
}

pub fn say(problems: &[Problem]) {
    for problem in problems {
        eprintln!("{}", sentence(problem));
    }
}

/// A problem in one line: where, then what.
pub fn sentence(problem: &Problem) -> String {
    let Problem { at, line, column, message } = problem;
    // Some messages name the place themselves.
    if *line == 0 || message.contains(&format!("line {line}, column {column}")) {
        return format!("{at}: {message}");
    }
    format!("{at} (line {line}, column {column}): {message}")
}

#[cfg(test)]
mod tests {
    use super::{checker, reports};

    /// The lines that come out for the bytes that go in, and how many were bad.
    fn lines(input: &[u8]) -> (Vec<String>, u64) {
        let mut out = Vec::new();
        let bad = reports(&checker(&[]).unwrap().0, input, &mut out).unwrap();
        (String::from_utf8(out).unwrap().lines().map(str::to_owned).collect(), bad)
    }

    #[test]
    fn a_bad_line_is_answered_in_its_place() {
        let (lines, bad) = lines(b"{\"text\":\"one\"}\nnope\n\n{\"text\":\"\xff\"}\n{\"text\":\"two\"}");
        assert_eq!((lines.len(), bad), (5, 3));
        assert!(lines[0].starts_with("{\"schema\":1,") && lines[4].starts_with("{\"schema\":1,"));
        for (at, line) in lines[1..4].iter().enumerate() {
            assert!(line.starts_with(&format!("{{\"error\":\"line {}: ", at + 2)), "{line}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
        assert_eq!(lines(b"\xef\xbb\xbf{\"text\":\"one\"}\r\n"), lines(b"{\"text\":\"one\"}\n"));
    }

    #[test]
    fn an_option_that_is_not_understood_is_named() {
        for options in [&["--lang", "de"][..], &["--polcy", "x"], &["--policy"], &["--plan", "/no/such/file"]] {
            let message = checker(&options.iter().map(|&word| word.to_owned()).collect::<Vec<_>>()).err().unwrap();
            assert!(message.contains(options[0]) || message.contains(options[1]), "{message}");
        }
    }
}
