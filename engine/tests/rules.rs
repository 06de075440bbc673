//! Every example of every rule file, tried through the whole engine: detectors, facts and house included.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{env, fs};

use draftlens_engine::{Checker, Draft, Report, Settings, Span};
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

/// A checker for these settings, made once a test: most examples share theirs.
fn checker(settings: &str) -> Rc<Checker> {
    thread_local!(static MADE: RefCell<HashMap<String, Rc<Checker>>> = RefCell::default());
    MADE.with_borrow_mut(|made| {
        let make = || {
            let (read, problems) = Settings::from_json(settings);
            assert_eq!(problems, [], "{settings}");
            let (checker, problems) = Checker::new(read);
            assert_eq!(problems, [], "{settings}");
            Rc::new(checker)
        };
        made.entry(settings.to_owned()).or_insert_with(make).clone()
    })
}

/// What the engine says of an example, in the words of a language.
fn report(example: &Example, lang: &str) -> Report {
    let (settings, draft) = example.settings_and_draft(lang);
    let (draft, problems) = Draft::from_json(&draft).expect("an example is a draft");
    assert_eq!(problems, [], "{}", example.text);
    checker(&settings).check(&draft)
}

/// Every example, with the id of its rule and its place.
fn examples() -> Vec<(String, String, Example)> {
    let mut files = Vec::new();
    rule_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), &mut files);
    let mut all = Vec::new();
    for path in files {
        let id = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).expect("a rule file");
        for example in file::parse(&id, &text).expect("a rule").examples {
            all.push((id.clone(), format!("{id}.md:{}", example.line), example));
        }
    }
    assert!(!all.is_empty());
    all
}

#[test]
fn every_example_flags_or_passes_as_its_file_says() {
    let mut wrong = Vec::new();
    for (id, place, example) in examples() {
        let flags = report(&example, example.language.code()).flags.iter().any(|f| f.rule == id);
        if flags != example.flags {
            let verb = if flags { "flags" } else { "does not flag" };
            wrong.push(format!("{place}: {verb}: {}", example.text));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_flag_speaks_in_both_languages_and_leaves_no_hole() {
    let mut holes = Vec::new();
    for (_, place, example) in examples() {
        let units: Vec<u16> = example.text.encode_utf16().collect();
        for lang in ["en", "fr"] {
            for flag in report(&example, lang).flags {
                // What the draft says may hold anything; the rule's own words may not.
                let found =
                    |span: &Span| units.get(span.start as usize..span.end as usize).map(String::from_utf16_lossy);
                let found: Vec<String> = flag.spans.iter().filter_map(found).filter(|f| f.len() > 1).collect();
                let quoted = example.text.contains(['{', '}']) || example.text.contains("  ");
                for text in [&flag.title, &flag.why, &flag.advice] {
                    let own = found.iter().fold(text.clone(), |own, found| own.replace(found, "…"));
                    let hole = own.is_empty() || ["{", "}", "  ", " .", "“”", "« »"].iter().any(|h| own.contains(h));
                    if hole && !quoted {
                        holes.push(format!("{place} in {lang}: {text}"));
                    }
                }
            }
        }
    }
    assert!(holes.is_empty(), "\n{}", holes.join("\n"));
}

#[test]
fn a_fix_removes_its_flag() {
    let mut kept = Vec::new();
    for (id, place, example) in examples().into_iter().filter(|(.., e)| e.flags && !e.is_json()) {
        let before = report(&example, "en");
        for flag in before.flags.iter().filter(|f| f.rule == id && !f.fixes.is_empty()) {
            let mut units: Vec<u16> = example.text.encode_utf16().collect();
            for edit in flag.fixes[0].edits.iter().rev() {
                units.splice(edit.start as usize..edit.end as usize, edit.replacement.encode_utf16());
            }
            let mended = Example { text: String::from_utf16(&units).expect("whole characters"), ..example.clone() };
            let count = |report: &Report| report.flags.iter().filter(|f| f.rule == id).count();
            if count(&report(&mended, "en")) >= count(&before) {
                kept.push(format!("{place}: “{}” became “{}”", example.text, mended.text));
            }
        }
    }
    assert!(kept.is_empty(), "\n{}", kept.join("\n"));
}

#[test]
fn the_language_of_the_interface_changes_words_only() {
    for (_, place, example) in examples() {
        let bare = |lang| {
            let mut report = report(&example, lang);
            report.plan.iter_mut().for_each(|plan| plan.notes.clear());
            let dismissed = report.dismissed.iter_mut().map(|d| &mut d.flag);
            for flag in report.flags.iter_mut().chain(dismissed) {
                [&mut flag.title, &mut flag.why, &mut flag.advice].into_iter().for_each(String::clear);
                flag.ask = flag.ask.take().map(|_| String::new());
                flag.fixes.iter_mut().for_each(|f| f.label.clear());
            }
            report
        };
        assert_eq!(bare("en"), bare("fr"), "{place}");
    }
}
