//! `rehearse`: what a policy would have done to posts that went out, before it goes on. A report for people.

use std::io::{self, BufRead, Write};

use draftlens_engine::{Checker, Draft, Flag, Level, Place, Settings, Severity};

use crate::check::{say, sentence, settings};

/// How many places are shown of a rule that nobody asked for by name.
const SHOWN: usize = 3;

/// What one rule did.
struct Tally {
    rule: String,
    /// Posts flagged, by severity: advise, review, stop.
    posts: [u32; 3],
    /// Posts that would not be flagged, or less severely, without the policy.
    new: u32,
    /// Line and words of each.
    places: Vec<(usize, String)>,
}

/// Reads posts, a JSON object with `text` a line, and writes what each rule would have done.
pub fn run(arguments: &[String], input: impl BufRead, out: &mut impl Write) -> Result<(), String> {
    let (named, rest) = named(arguments)?;
    let house = switched_on(settings(&rest)?.0, &named);
    let without: Vec<String> = rest.chunks(2).filter(|pair| pair[0] != "--policy").flatten().cloned().collect();
    let (plain, _) = settings(&without)?;
    let ((house, problems), (plain, _)) = (Checker::new(house), Checker::new(plain));
    say(&problems);
    let mut tallies = Vec::new();
    let mut count = 0;
    for (number, line) in (1..).zip(input.lines()) {
        let line = line.map_err(|error| format!("line {number}: {error}"))?;
        if line.trim().is_empty() {
            continue;
        }
        let (draft, _) = Draft::from_json(&line).map_err(|problem| format!("line {number}: {}", sentence(&problem)))?;
        count += 1;
        let before = plain.check(&draft).flags;
        for flag in house.check(&draft).flags {
            tally(&mut tallies, &draft, &flag, &before, number);
        }
    }
    print(&tallies, &named, count, out).map_err(|error: io::Error| format!("Writing failed: {error}."))
}

/// The rules of `--rule`, and the other options.
fn named(arguments: &[String]) -> Result<(Vec<String>, Vec<String>), String> {
    let (mut named, mut rest) = (Vec::new(), Vec::new());
    for pair in arguments.chunks(2) {
        match pair {
            [option, value] if option == "--rule" => named.extend(value.split(',').map(str::to_owned)),
            [option] => return Err(format!("{option} needs a value after it.")),
            _ => rest.extend(pair.iter().cloned()),
        }
    }
    Ok((named, rest))
}

/// A rule that is rehearsed by name is on, whatever the policy says of it yet.
fn switched_on(mut settings: Settings, named: &[String]) -> Settings {
    settings.policy.levels.retain(|level| level.level.is_some() || !named.contains(&level.rule));
    let (checker, _) = Checker::new(settings.clone());
    for rule in named.iter().filter(|rule| checker.is_off_by_default(rule)) {
        let level = Some(Severity::Review);
        let levels = &mut settings.policy.levels;
        levels.push(Level { rule: rule.clone(), network: None, intent: None, level, place: Place::default() });
    }
    settings
}

fn tally(tallies: &mut Vec<Tally>, draft: &Draft, flag: &Flag, before: &[Flag], line: usize) {
    let words = words(draft, flag);
    let at = tallies.iter().position(|tally| tally.rule == flag.rule).unwrap_or_else(|| {
        tallies.push(Tally { rule: flag.rule.clone(), posts: [0; 3], new: 0, places: Vec::new() });
        tallies.len() - 1
    });
    let tally = &mut tallies[at];
    let is_new = !before.iter().any(|old| old.rule == flag.rule && old.severity >= flag.severity);
    if tally.places.last().is_none_or(|(last, _)| *last != line) {
        tally.posts[flag.severity as usize] += 1;
        tally.new += u32::from(is_new);
    }
    tally.places.push((line, words));
}

/// The words flagged, with those around them. What the rule masks stays masked: its title says it.
fn words(draft: &Draft, flag: &Flag) -> String {
    let Some(first) = flag.spans.first() else { return flag.title.clone() };
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let (start, end) = (first.start as usize, (first.end as usize).min(units.len()));
    let piece = |range: std::ops::Range<usize>| String::from_utf16_lossy(&units[range]).replace('\n', " ");
    if flag.title.contains('•') {
        return flag.title.clone();
    }
    let before = piece(start.saturating_sub(30)..start);
    let after = piece(end..(end + 30).min(units.len()));
    format!("{before}[{}]{after}", piece(start..end))
}

fn print(tallies: &[Tally], named: &[String], count: u32, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{count} posts. Posts that each rule flags under the policy; “new” are those it would not flag so without it.\n"
    )?;
    writeln!(out, "   stop review advise    new  rule")?;
    let mut sorted: Vec<&Tally> =
        tallies.iter().filter(|tally| named.is_empty() || named.contains(&tally.rule)).collect();
    sorted.sort_by_key(|tally| (std::cmp::Reverse(tally.new), tally.rule.clone()));
    for rule in named.iter().filter(|rule| !tallies.iter().any(|tally| tally.rule == **rule)) {
        writeln!(out, "      0      0      0      0  {rule}")?;
    }
    for tally in sorted {
        let [advise, review, stop] = tally.posts;
        writeln!(out, "{stop:7}{review:7}{advise:7}{:7}  {}", tally.new, tally.rule)?;
        let most = if named.is_empty() { SHOWN } else { usize::MAX };
        for (line, words) in tally.places.iter().take(most) {
            writeln!(out, "{:32}line {line}: {words}", "")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::run;

    fn rehearsed(policy: &str, options: &[&str], posts: &str) -> String {
        let path = std::env::temp_dir().join(format!("rehearse-{}.json", policy.len() + options.len()));
        fs::write(&path, policy).unwrap();
        let mut arguments = vec!["--policy".to_owned(), path.display().to_string()];
        arguments.extend(options.iter().map(|&option| option.to_owned()));
        let mut out = Vec::new();
        run(&arguments, posts.as_bytes(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    const POLICY: &str = r#"{"rules": [{"id": "no-cheap", "severity": "stop", "patterns": "find cheap",
        "en": {"title": "Not cheap", "why": "Brand book.", "advice": "Say good value."}}], "levels": {"house/no-cheap": "off"}}"#;

    #[test]
    fn a_rule_that_is_off_is_rehearsed_by_its_name() {
        let posts = "{\"text\": \"A cheap bag\"}\n{\"text\": \"A good bag\"}\n";
        let seen = rehearsed(POLICY, &["--rule", "house/no-cheap"], posts);
        assert!(
            seen.starts_with("2 posts.") && seen.contains("      1      0      0      1  house/no-cheap"),
            "{seen}"
        );
        assert!(seen.contains("line 1: A [cheap] bag"), "{seen}");
        assert!(!rehearsed(POLICY, &[], posts).contains("no-cheap"));
    }

    #[test]
    fn a_line_that_is_no_post_is_named() {
        let error = run(&[], "{}\nnope\n".as_bytes(), &mut Vec::new()).unwrap_err();
        assert!(error.starts_with("line 1") || error.starts_with("line 2"), "{error}");
    }
}
