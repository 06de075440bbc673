//! Every example of every rule file, tried through the whole engine: detectors, facts and house included.

use std::path::{Path, PathBuf};
use std::{env, fs};

use draftlens_engine::{Checker, Draft, Settings};
use draftlens_rule::file::{self, Example};

fn rule_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder of rules").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rule_files(&path, files);
        } else if path.extension().is_some_and(|e| e == "md") && path.file_stem().is_some_and(|s| s != "README") {
            files.push(path);
        }
    }
}

/// The rules that an example fires, in the words of its language.
fn fired(example: &Example) -> Vec<String> {
    let (settings, draft) = halves(example);
    let (settings, problems) = Settings::from_json(&settings);
    assert_eq!(problems, [], "{}", example.text);
    let (checker, problems) = Checker::new(settings);
    assert_eq!(problems, [], "{}", example.text);
    let (draft, problems) = Draft::from_json(&draft).expect("an example is a draft");
    assert_eq!(problems, [], "{}", example.text);
    checker.check(&draft).flags.into_iter().map(|flag| flag.rule).collect()
}

/// Settings and draft of an example, as JSON: `"draft"` comes last in it.
fn halves(example: &Example) -> (String, String) {
    let lang = example.language.code();
    if !example.is_json() {
        return (format!("{{\"lang\": \"{lang}\"}}"), format!("{{\"text\": {}}}", quoted(&example.text)));
    }
    let Some((settings, draft)) = example.text.split_once("\"draft\":") else {
        return (format!("{{\"lang\": \"{lang}\"}}"), example.text.clone());
    };
    let draft = draft.trim().strip_suffix('}').expect("the brace of the example");
    (format!("{settings}\"lang\": \"{lang}\"}}"), draft.to_owned())
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

#[test]
fn every_example_flags_or_passes_as_its_file_says() {
    let mut files = Vec::new();
    rule_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), &mut files);
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for path in files {
        let id = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).expect("a rule file");
        for example in file::parse(&id, &text).expect("a rule").examples {
            let flags = fired(&example).contains(&id);
            if flags != example.flags {
                let verb = if flags { "flags" } else { "does not flag" };
                wrong.push(format!("{id}.md:{}: {verb}: {}", example.line, example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
