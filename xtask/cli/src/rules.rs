//! `rules`: compiles the rule files of this folder as they stand and tries them, without building the engine anew:
//! their examples through the whole engine, one text, a file of posts, or a file of cases.

use std::{fs, path::Path};

use crate::cases;
use crate::rows::{self, word};
use draftlens_engine::{Checker, Draft, Flag, Problem, Settings};
use draftlens_rule::{
    file::{self, Example, RuleFile},
    folder,
};

/// What to try.
#[derive(Default)]
struct Options {
    only: Vec<String>,
    posts: Option<String>,
    cases: Option<String>,
    text: Option<String>,
    policy: Option<String>,
    show: usize,
}

/// Tries the rules as the options say.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let options = options(arguments)?;
    let (book, _) = folder::compile(Path::new("engine")).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    match (&options.text, &options.posts, &options.cases) {
        (Some(text), ..) => say(&book, &options, text),
        (None, Some(path), _) => posts(&book, &options, path),
        (None, None, Some(path)) => {
            cases::run(path, &options.only, &house(&book, &options)?, &|settings| checker(&book, settings))
        }
        (None, None, None) => examples(&book, &options),
    }
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options::default();
    for pair in arguments.chunks(2) {
        let [option, value] = pair else { return Err(format!("{} needs a value after it.", pair[0])) };
        match option.as_str() {
            "--only" => options.only = value.split(',').map(str::to_owned).collect(),
            "--posts" => options.posts = Some(value.clone()),
            "--cases" => options.cases = Some(value.clone()),
            "--text" => options.text = Some(value.clone()),
            "--policy" => options.policy = Some(fs::read_to_string(value).map_err(|e| format!("{value}: {e}."))?),
            "--show" => options.show = value.parse().map_err(|_| format!("--show takes a number, not {value}."))?,
            other => {
                return Err(format!(
                    "There is no option {other}; there are --only, --posts, --cases, --text, --policy, --show."
                ));
            }
        }
    }
    Ok(options)
}

fn checker(book: &[u8], settings: &str) -> Result<Checker, String> {
    let (settings, problems) = Settings::from_json(settings);
    let (checker, more) = Checker::with_book(settings, book);
    match problems.iter().chain(&more).next() {
        Some(problem) => Err(told(problem)),
        None => Ok(checker),
    }
}

fn told(problem: &Problem) -> String {
    format!("{}: {}", problem.at, problem.message)
}

/// The rule files with their group and path; those of `--only` when it is given.
fn files(options: &Options) -> Result<Vec<(String, RuleFile)>, String> {
    let mut files = Vec::new();
    for source in folder::sources(Path::new("engine"), "rules", "md") {
        let source = source.map_err(|fault| fault.to_string())?;
        let mut parts = source.path.trim_end_matches(".md").rsplit('/');
        let (id, group) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if options.only.is_empty() || options.only.iter().any(|o| o == id || o == group) {
            let file = file::parse(id, &source.text).map_err(|mistake| format!("{}:{mistake}", source.path))?;
            files.push((source.path.clone(), file));
        }
    }
    Ok(files)
}

fn examples(book: &[u8], options: &Options) -> Result<(), String> {
    let plain = checker(book, "{}")?;
    let (mut tried, mut wrong) = (0, 0);
    for (path, file) in files(options)? {
        for example in &file.examples {
            let flags = match flags_of(example, book, &plain) {
                Ok(flags) => flags,
                Err(message) => {
                    println!("{path}:{}: {message}", example.line);
                    wrong += 1;
                    continue;
                }
            };
            tried += 1;
            let hit = flags.iter().any(|flag| flag.rule == file.rule.id);
            // A rule that ships switched off is tried by its patterns when the book is compiled.
            if hit != example.flags && !file.rule.off {
                wrong += 1;
                let verb = if hit { "flags" } else { "does not flag" };
                println!("{path}:{}: {verb}: {}", example.line, example.text);
            }
        }
    }
    if wrong > 0 {
        Err(format!("{wrong} of {tried} examples are not as their files say."))
    } else {
        println!("{tried} examples hold.");
        Ok(())
    }
}

/// What is flagged in an example, by a checker of its own settings where it has some.
fn flags_of(example: &Example, book: &[u8], plain: &Checker) -> Result<Vec<Flag>, String> {
    let (settings, draft) = example.settings_and_draft(example.language.code());
    let own = if example.is_json() { Some(checker(book, &settings)?) } else { None };
    let (draft, problems) = Draft::from_json(&draft).map_err(|problem| told(&problem))?;
    match problems.first() {
        Some(problem) => Err(told(problem)),
        None => Ok(own.as_ref().unwrap_or(plain).check(&draft).flags),
    }
}

fn say(book: &[u8], options: &Options, text: &str) -> Result<(), String> {
    let checker = house(book, options)?;
    let draft = match text.starts_with("{\"") {
        true => Draft::from_json(text).map_err(|problem| problem.message)?.0,
        false => Draft { text: text.to_owned(), ..Draft::default() },
    };
    let report = checker.check(&draft);
    let label = report.category.label.map_or("none", |label| label.as_str());
    println!("{} · {label} · {:?}", report.language, report.verdict);
    for flag in &report.flags {
        println!("{:7} {:32} {} | {}", flag.severity.as_str(), flag.rule, places(&draft, flag), flag.title);
        for fix in &flag.fixes {
            println!("        fix: {} {:?}", fix.label, fix.edits);
        }
    }
    Ok(())
}

fn house(book: &[u8], options: &Options) -> Result<Checker, String> {
    let settings = options.policy.as_ref().map_or("{}".to_owned(), |policy| format!("{{\"policy\": {policy}}}"));
    checker(book, &settings)
}

/// The words that a flag stands on.
fn places(draft: &Draft, flag: &Flag) -> String {
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let words = flag.spans.iter().map(|s| String::from_utf16_lossy(&units[s.start as usize..s.end as usize]));
    words.collect::<Vec<_>>().join(" … ")
}

/// How many posts each rule flags, a post a line with `text` in it.
fn posts(book: &[u8], options: &Options, path: &str) -> Result<(), String> {
    let checker = house(book, options)?;
    let only: Vec<String> = files(options)?.into_iter().map(|(_, file)| file.rule.id).collect();
    let mut hits: Vec<(String, Vec<String>)> = only.into_iter().map(|id| (id, Vec::new())).collect();
    let mut count = 0;
    for row in rows::read(path)? {
        let draft = Draft { text: word(&row, "text").to_owned(), ..Draft::default() };
        count += 1;
        for flag in checker.check(&draft).flags {
            if let Some((_, seen)) = hits.iter_mut().find(|(id, _)| *id == flag.rule) {
                let what =
                    format!("{} [{}] {}", word(&row, "id"), places(&draft, &flag), draft.text.replace('\n', "⏎"));
                seen.push(format!("{:7} {what}", flag.severity.as_str()));
            }
        }
    }
    println!("{count} posts");
    hits.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.len()));
    for (id, seen) in hits {
        println!("{:6} {id}", seen.len());
        seen.iter().take(options.show).for_each(|what| println!("         {what}"));
    }
    Ok(())
}
