//! `docs`: one page a rule, written from the rule's own file, so that the page cannot drift from the rule; and the page
//! of the networks.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use draftlens_rule::{
    Words,
    file::{self, Example, RuleFile},
};
use draftlens_text::Language;

use crate::judged::{Judged, Share};

/// A page: its path from the repository's root, and its text.
pub type Page = (PathBuf, String);

/// Every generated page of a repository, in order of their paths.
pub fn pages(root: &Path) -> Result<Vec<Page>, String> {
    let rules = rules(root)?;
    let judged = Judged::read(root)?;
    let path = |rule: &Rule| folder().join(format!("{}.md", rule.id()));
    let mut pages: Vec<Page> = rules.iter().map(|rule| (path(rule), page(rule, judged.of(rule.id())))).collect();
    pages.push((folder().join("README.md"), index(&rules, &judged)));
    pages.push(crate::networks::page());
    Ok(pages)
}

/// Where the pages lie: nothing else lies there.
pub fn folder() -> PathBuf {
    PathBuf::from("docs/risks")
}

/// A rule file and the group that its folder names.
struct Rule {
    group: String,
    file: RuleFile,
}

impl Rule {
    fn id(&self) -> &str {
        &self.file.rule.id
    }

    /// What it says; where that depends wholly on what was found, the first sentence of its page.
    fn title(&self) -> String {
        let title = named(&self.file.rule.en.title);
        if title != "…" {
            return title;
        }
        let page = self.file.page.trim_start_matches("**What it catches.**").trim_start();
        page.split(['.', ':']).next().unwrap_or(page).replace('\n', " ")
    }
}

fn rules(root: &Path) -> Result<Vec<Rule>, String> {
    let mut rules = Vec::new();
    for folder in list(&root.join("engine/rules"))? {
        for path in list(&folder)? {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let id = path.file_stem().unwrap_or_default().to_string_lossy();
            let file = file::parse(&id, &text).map_err(|mistake| format!("{}:{mistake}", path.display()))?;
            let group = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            rules.push(Rule { group, file });
        }
    }
    Ok(rules)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn index(rules: &[Rule], judged: &Judged) -> String {
    let mut out = String::from("<!-- Written by `cargo xtask docs` from engine/rules/. -->\n# The rules\n\n");
    out.push_str("| rule | says | severity | group | right on real posts |\n|---|---|---|---|---|\n");
    for rule in rules {
        let severity = if rule.file.rule.off { "off" } else { rule.file.rule.severity.as_str() };
        let share = judged.of(rule.id());
        let right = if share.read == 0 { String::new() } else { format!("{} of {}", share.right, share.read) };
        let (id, says, group) = (rule.id(), cell(&rule.title()), &rule.group);
        let _ = writeln!(out, "| [{id}]({id}.md) | {says} | {severity} | {group} | {right} |");
    }
    out.push_str("\nHow the last column was read: [precision.md](../precision.md).\n");
    out.push_str("\nHow to write one: [rules.md](../rules.md).\n");
    out
}

fn page(rule: &Rule, share: Share) -> String {
    let RuleFile { rule: head, page, examples, .. } = &rule.file;
    let (id, group) = (&head.id, &rule.group);
    let mut out =
        format!("<!-- Written by `cargo xtask docs` from engine/rules/{group}/{id}.md. -->\n# {}\n\n", rule.title());
    let off = if head.off { " · off until a house gives it a level" } else { "" };
    let _ = writeln!(out, "`{id}` · {} · {group}{off}\n", head.severity.as_str());
    for (what, codes) in [("Networks", &head.networks), ("Countries", &head.countries), ("Was called", &head.aliases)] {
        if !codes.is_empty() {
            let _ = writeln!(out, "{what}: {}.\n", codes.join(", "));
        }
    }
    let _ = writeln!(out, "{page}\n");
    said(&mut out, "What it says", "Why:", "What to do:", "It asks:", &head.en);
    said(&mut out, "En français", "Pourquoi :", "Que faire :", "Question posée :", &head.fr);
    shown(&mut out, "Flagged", examples, true);
    shown(&mut out, "Not flagged", examples, false);
    if let Some(needs) = &head.needs {
        let _ = writeln!(
            out,
            "## What it needs\n\nThe host’s `{needs}`. Without it the rule is listed under `notChecked`.\n"
        );
    }
    if share.read > 0 {
        let few = if share.is_telling() { "" } else { " Fewer than ten say nothing about a share." };
        let _ = writeln!(
            out,
            "## On real posts\n\nOf its flags on real posts {} were read, and {} were right.{few} How: [precision.md](../precision.md).\n",
            share.read, share.right
        );
    }
    out.push_str("## Sources\n\n");
    for source in &head.sources {
        let read = if source.date.is_empty() { "not read by us".to_owned() } else { format!("read {}", source.date) };
        let _ = writeln!(out, "- [{}]({}), {read}", source.title, source.url);
    }
    let _ = writeln!(
        out,
        "\n## Switching it off\n\nIn the house’s policy: `{{\"levels\": {{\"{id}\": \"off\"}}}}`, or allow what is fine here with `allow`."
    );
    out
}

fn said(out: &mut String, heading: &str, why: &str, advice: &str, ask: &str, words: &Words) {
    let _ = writeln!(out, "## {heading}\n\n**{}**\n", named(&words.title));
    let lines = [(why, &words.why), (advice, &words.advice), (ask, &words.ask)];
    for (label, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        let _ = writeln!(out, "- {label} {}", named(text));
    }
    out.push('\n');
}

fn shown(out: &mut String, heading: &str, examples: &[Example], flags: bool) {
    let _ = writeln!(out, "## {heading}\n");
    for example in examples.iter().filter(|example| example.flags == flags) {
        let language = match example.language {
            Language::French => " (fr)",
            _ => "",
        };
        let _ = writeln!(out, "- {}{language}", code(&example.text));
    }
    out.push('\n');
}

/// A sentence with an ellipsis for each thing that was found.
fn named(text: &str) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('…');
        out.push_str(part.split_once('}').map_or("", |(_, after)| after));
    }
    out
}

/// Text as code, on one line, whatever it holds: hidden characters are written by number.
fn code(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        match character {
            '\n' => shown.push('↵'),
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\0'..='\u{1f}' => {
                let _ = write!(shown, "\\u{{{:04X}}}", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
    if shown.contains('`') { format!("`` {shown} ``") } else { format!("`{shown}`") }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::{cell, code, named};

    #[test]
    fn what_was_found_is_an_ellipsis() {
        assert_eq!(named("Goes out on {day} as “{match}”"), "Goes out on … as “…”");
        assert_eq!((named("{finding}"), named("Plain")), ("…".to_owned(), "Plain".to_owned()));
    }

    #[test]
    fn an_example_cannot_break_its_page() {
        assert_eq!(code("a\nb"), "`a↵b`");
        assert_eq!(code("a `b`"), "`` a `b` ``");
        assert_eq!(code("\u{202e}x"), "`\\u{202E}x`");
        assert_eq!(cell("a | b"), "a \\| b");
    }
}
