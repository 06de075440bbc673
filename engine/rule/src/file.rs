//! Rule files, for the build script: front matter with patterns and examples, then the rule's page.

use draftlens_text::Language;

use crate::pattern::{self, Case, Node};
use crate::rule::{Rule, RuleSource, Words};
use crate::{Mistake, Severity};

/// Parts of a policy that bring a rule its words: such a rule has no pattern of its own.
const HOUSE_WORDS: [&str; 2] = ["forbidden", "spellings"];

/// A rule file, read.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// What the engine carries.
    pub rule: Rule,
    /// Patterns, each with the language of its sentences.
    pub cases: Vec<(Language, Case)>,
    /// Drafts that must flag and drafts that must pass.
    pub examples: Vec<Example>,
    /// The rule's page, in Markdown.
    pub page: String,
}

/// A draft that must flag, or must pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Line in the file, from 1.
    pub line: u32,
    /// The language it stands under.
    pub language: Language,
    /// Whether it must flag.
    pub flags: bool,
    /// The text, or JSON when it begins with `{"`.
    pub text: String,
}

impl Example {
    /// Whether it is a draft in JSON rather than a text.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.text.starts_with("{\"")
    }

    /// Settings and draft, both as JSON, with the interface in the language of that code. In an example with
    /// settings, `"draft"` comes last.
    #[must_use]
    pub fn settings_and_draft(&self, lang: &str) -> (String, String) {
        let plain = format!("{{\"lang\": \"{lang}\"}}");
        if !self.is_json() {
            return (plain, format!("{{\"text\": {}}}", quoted(&self.text)));
        }
        let halves = self.text.rsplit_once("\"draft\":");
        let Some((settings, draft)) = halves.and_then(|(s, d)| Some((s, d.trim().strip_suffix('}')?))) else {
            return (plain, self.text.clone());
        };
        (format!("{settings}\"lang\": \"{lang}\"}}"), draft.to_owned())
    }
}

/// Reads a rule file; `id` comes from its path.
///
/// # Errors
/// The first mistake, with line and column.
pub fn parse(id: &str, text: &str) -> Result<RuleFile, Mistake> {
    let mut lines = text.lines();
    if lines.next() != Some("---") {
        return Err(Mistake::new(1, 1, "a rule file begins with a line of three hyphens"));
    }
    let head: Vec<&str> = lines.by_ref().take_while(|l| *l != "---").collect();
    let page = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    if page.is_empty() {
        return Err(Mistake::new(head.len() as u32 + 2, 1, "after the second line of hyphens comes the rule's page"));
    }
    let mut reader = FileReader::new(id);
    let mut at = 0;
    while at < head.len() {
        at = reader.line(&head, at)?;
    }
    reader.finish(page)
}

struct FileReader {
    file: RuleFile,
    severity: Option<Severity>,
    section: Option<Language>,
    seen: Vec<(Language, u32)>,
    /// Patterns that the file gives a name with `let`.
    named: Vec<(String, Node)>,
}

impl FileReader {
    fn new(id: &str) -> Self {
        let rule = Rule {
            id: id.to_owned(),
            severity: Severity::Advise,
            sources: Vec::new(),
            detect: None,
            needs: None,
            yields_to: Vec::new(),
            one_flag: false,
            networks: Vec::new(),
            countries: Vec::new(),
            off: false,
            aliases: Vec::new(),
            en: Words::default(),
            fr: Words::default(),
        };
        let file = RuleFile { rule, cases: Vec::new(), examples: Vec::new(), page: String::new() };
        Self { file, severity: None, section: None, seen: Vec::new(), named: Vec::new() }
    }

    /// Reads the entry that begins at line `at` of the head; gives the line after it.
    fn line(&mut self, head: &[&str], at: usize) -> Result<usize, Mistake> {
        let number = at as u32 + 2;
        let line = head[at];
        let body = line.trim();
        let indent = indent_of(line);
        if body.is_empty() {
            return Ok(at + 1);
        }
        if indent == 0 {
            self.section = match body {
                "en:" => Some(Language::English),
                "fr:" => Some(Language::French),
                _ => None,
            };
            if let Some(language) = self.section {
                self.seen.push((language, number));
                return Ok(at + 1);
            }
        }
        let end = at + 1 + head[at + 1..].iter().take_while(|l| indent_of(l) > indent && !l.trim().is_empty()).count();
        if let Some(definition) = body.strip_prefix("let ") {
            self.define(definition, number, (indent + "let ".len()) as u32 + 1)?;
            return Ok(at + 1);
        }
        if body.starts_with("find ") || body == "find" {
            let language = self.section.unwrap_or(Language::Unknown);
            let mut cases = pattern::parse_cases(&head[at..end].join("\n"), number)?;
            cases.iter_mut().for_each(|c| c.expand(&self.named));
            self.file.cases.extend(cases.into_iter().map(|c| (language, c)));
            return Ok(end);
        }
        let Some((key, first)) = body.split_once(':') else {
            return Err(Mistake::new(number, indent as u32 + 1, "a line is “key: value” or begins with find"));
        };
        let mut value = first.trim().to_owned();
        for more in &head[at + 1..end] {
            value.push(' ');
            value.push_str(more.trim());
        }
        let column = indent as u32 + 1;
        match self.section {
            None => self.key(key, &value).map_err(|m| Mistake::new(number, column, m))?,
            Some(language) => self.words(language, key, value, number).map_err(|m| Mistake::new(number, column, m))?,
        }
        Ok(end)
    }

    /// `let name = pattern`: from here on `{name}` stands for the pattern. A name has one meaning in a file.
    fn define(&mut self, definition: &str, line: u32, column: u32) -> Result<(), Mistake> {
        let Some((name, pattern)) = definition.split_once('=') else {
            return Err(Mistake::new(line, 1, "a definition is “let name = pattern”"));
        };
        let name = name.trim();
        if self.named.iter().any(|(known, _)| known == name) {
            return Err(Mistake::new(
                line,
                column,
                format!("{name} has been given a pattern above: choose another name"),
            ));
        }
        let mut case = pattern::parse_find(pattern, line)?;
        case.expand(&self.named);
        self.named.push((name.to_owned(), case.find));
        Ok(())
    }

    fn key(&mut self, key: &str, value: &str) -> Result<(), String> {
        let rule = &mut self.file.rule;
        match key {
            "severity" => {
                self.severity = Some(Severity::parse(value).ok_or("a severity is stop, review or advise")?);
            }
            "source" => rule.sources.push(source(value)?),
            "detect" => {
                let (name, args) = value.split_once(' ').unwrap_or((value, ""));
                rule.detect = Some((name.to_owned(), args.trim().to_owned()));
            }
            "needs" => rule.needs = Some(value.to_owned()),
            "yields-to" => rule.yields_to = words(value),
            "networks" => rule.networks = words(value),
            "countries" => rule.countries = countries(value)?,
            "default" if value == "off" => rule.off = true,
            "default" => return Err("the only default is off".to_owned()),
            "alias" => rule.aliases = words(value),
            "group" => {
                rule.one_flag = match value {
                    "rule" => true,
                    "word" => false,
                    _ => return Err("group is word or rule".to_owned()),
                }
            }
            _ => {
                return Err(format!(
                    "there is no key {key}; there are severity, source, detect, needs, yields-to, group, networks, countries, default, alias, en and fr"
                ));
            }
        }
        Ok(())
    }

    fn words(&mut self, language: Language, key: &str, value: String, line: u32) -> Result<(), String> {
        let rule = &mut self.file.rule;
        let words = if language == Language::English { &mut rule.en } else { &mut rule.fr };
        let place = match key {
            "title" => &mut words.title,
            "why" => &mut words.why,
            "advice" => &mut words.advice,
            "ask" => &mut words.ask,
            "fix" => &mut words.fix,
            "flag" | "pass" => {
                let text = if value.starts_with("{\"") { value } else { unescape(&value)? };
                self.file.examples.push(Example { line, language, flags: key == "flag", text });
                return Ok(());
            }
            _ => {
                return Err(format!(
                    "there is no key {key} here; there are title, why, advice, ask, fix, flag, pass and find"
                ));
            }
        };
        if !place.is_empty() {
            return Err(format!("{key} is there already"));
        }
        *place = value;
        Ok(())
    }

    fn finish(mut self, page: String) -> Result<RuleFile, Mistake> {
        let severity = self.severity.ok_or(Mistake::new(1, 1, "severity is missing"))?;
        self.file.rule.severity = severity;
        self.file.page = page;
        for language in [Language::English, Language::French] {
            let Some(&(_, line)) = self.seen.iter().find(|(l, _)| *l == language) else {
                return Err(Mistake::new(1, 1, format!("the part {}: is missing", language.code())));
            };
            let rule = &self.file.rule;
            (if language == Language::English { &rule.en } else { &rule.fr }).complete(line)?;
            for flags in [true, false] {
                if !self.file.examples.iter().any(|e| e.language == language && e.flags == flags) {
                    let key = if flags { "flag" } else { "pass" };
                    return Err(Mistake::new(line, 1, format!("an example “{key}:” is missing in this language")));
                }
            }
        }
        let from_house = self.file.rule.needs.as_deref().is_some_and(|need| HOUSE_WORDS.contains(&need));
        if self.file.cases.is_empty() && self.file.rule.detect.is_none() && !from_house {
            return Err(Mistake::new(1, 1, "the rule has neither a find line nor a detector"));
        }
        Ok(self.file)
    }
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn words(value: &str) -> Vec<String> {
    value.split(',').map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect()
}

fn countries(value: &str) -> Result<Vec<String>, String> {
    let codes = words(value);
    match codes.iter().find(|c| c.len() != 2 || !c.bytes().all(|b| b.is_ascii_uppercase())) {
        Some(wrong) => Err(format!("a country is two capitals, such as FR, or EU: not {wrong}")),
        None => Ok(codes),
    }
}

fn source(value: &str) -> Result<RuleSource, String> {
    let parts: Vec<&str> = value.split(" |").map(str::trim).collect();
    let [url, title, date] = parts[..] else {
        return Err("a source is “address | what it shows | day it was read”".to_owned());
    };
    let dated = date.is_empty() || (date.len() == 10 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
    if !dated {
        return Err("the day of a source is written 2026-11-24".to_owned());
    }
    Ok(RuleSource { url: url.to_owned(), title: title.to_owned(), date: date.to_owned() })
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        if let Some(after) = tail.strip_prefix('n') {
            out.push('\n');
            rest = after;
        } else if let Some(after) = tail.strip_prefix('\\') {
            out.push('\\');
            rest = after;
        } else if let Some((code, after)) = tail.strip_prefix("u{").and_then(|t| t.split_once('}')) {
            let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
            out.push(c.ok_or_else(|| format!("\\u{{{code}}} is no character"))?);
            rest = after;
        } else {
            return Err("after a backslash comes n, \\ or u{…}".to_owned());
        }
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "---\nseverity: stop\nsource: https://a.example | A page | 2026-11-24\nfind never forget\n  with {promo}\nen:\n  title: T\n  why: One\n    two\n  advice: A\n  flag: x\\ny\n  pass: z\nfr:\n  title: T\n  why: P\n  advice: C\n  find oubli~\n  flag: a\n  pass: b\n---\nPage.";

    #[test]
    fn a_rule_file_is_read() {
        let file = parse("never-forget", GOOD).unwrap();
        assert_eq!(file.rule.severity, Severity::Stop);
        assert_eq!(file.rule.en.why, "One two");
        assert_eq!(file.cases.len(), 2);
        assert_eq!((file.cases[1].0, file.cases[1].1.line), (Language::French, 17));
        assert_eq!(file.examples[0].text, "x\ny");
    }

    #[test]
    fn mistakes_name_line_and_column() {
        let at = |text: &str| parse("x", text).map(|_| ()).map_err(|m| (m.line, m.column)).unwrap_err();
        assert_eq!(at(&GOOD.replace("severity: stop", "severity: bad")), (2, 1));
        assert_eq!(at(&GOOD.replace("  advice: C", "  advise: C")), (16, 3));
        assert_eq!(at(&GOOD.replace("{promo}", "{promo")), (5, 8));
        assert_eq!(at(&GOOD.replace("  pass: b\n", "")), (13, 1));
        assert_eq!(at(&GOOD.replace("Page.", "")), (20, 1));
        let twice = GOOD.replace("find never", "let promo = deal\nen:\n  let promo = offer\nfind never");
        assert_eq!(at(&twice), (6, 7));
    }
}
