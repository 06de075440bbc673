//! Compiles rules, lists and category cues into one table, and tries every rule's examples. A mistake
//! in any of these files stops the build and names file, line and column.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use draftlens_rule::Mistake;
use draftlens_rule::book::{Book, Fault, Source};
use draftlens_text::Language;

fn main() {
    let mut book = Book::default();
    let mut faults = Vec::new();
    for file in read("lists", "txt") {
        faults.extend(book.list(&file).err());
    }
    for file in read("rules", "md") {
        faults.extend(book.rule(&file).err());
    }
    let cues = read_cues(&mut book, &mut faults);
    let bytes = book.compile().unwrap_or_else(|more| {
        faults.extend(more);
        Vec::new()
    });
    if !faults.is_empty() {
        stop(&faults);
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write(&out.join("book.bin"), &bytes);
    write(&out.join("cues.rs"), cues.as_bytes());
    write(&out.join("words.txt"), pack_words(&["data/words.en", "data/words.fr"]).as_bytes());
}

/// The hashtag splitter's words of two languages in one sorted list. Of each word stands: a capital, how
/// many letters of the word before it drops (`A` for none), and the letters that it adds. After a line
/// break follows one sign a word: `!` and nine times its class in English plus its class in French, 8
/// where it has none.
fn pack_words(paths: &[&str; 2]) -> String {
    const CLASSES: usize = 8;
    let mut words: BTreeMap<String, [u8; 2]> = BTreeMap::new();
    for (language, path) in paths.iter().enumerate() {
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
        for (class, line) in text.lines().take(CLASSES).enumerate() {
            for word in line.split(' ') {
                words.entry(word.to_owned()).or_insert([CLASSES as u8; 2])[language] = class as u8;
            }
        }
    }
    let (mut letters, mut classes, mut last) = (String::new(), String::from("\n"), "");
    for (word, [english, french]) in &words {
        let same = word.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        letters.push(char::from(b'A' + (last.len() - same) as u8));
        letters.push_str(&word[same..]);
        classes.push(char::from(b'!' + 9 * english + french));
        last = word;
    }
    letters + &classes
}

/// The cues of the category scorer, `category weight pattern` a line. Patterns go to the book; the rows
/// `(category, weight in hundredths)` go to a Rust table in the same order.
fn read_cues(book: &mut Book, faults: &mut Vec<Fault>) -> String {
    let mut rows = String::new();
    for file in read("category", "cues") {
        let name = file.path.rsplit('/').next().unwrap_or("").trim_end_matches(".cues");
        let language = Language::from_code(name);
        for (i, line) in file.text.lines().enumerate() {
            let number = i as u32 + 1;
            let line = line.trim();
            if line.is_empty() || line == "#" || line.starts_with("# ") {
                continue;
            }
            match cue(line) {
                Ok((category, weight, pattern)) => {
                    rows.push_str(&format!("({category}, {weight}),"));
                    book.cue(&file.path, number, pattern, language);
                }
                Err(message) => {
                    faults.push(Fault { path: file.path.clone(), mistake: Mistake::new(number, 1, message) });
                }
            }
        }
    }
    format!("&[{rows}]")
}

fn cue(line: &str) -> Result<(usize, i16, &str), &'static str> {
    const USAGE: &str = "a cue is “promotional|curated|engagement weight pattern”, the weight in hundredths";
    let (category, rest) = line.split_once(' ').ok_or(USAGE)?;
    let (weight, pattern) = rest.trim_start().split_once(' ').ok_or(USAGE)?;
    let category = ["promotional", "curated", "engagement"].iter().position(|c| *c == category).ok_or(USAGE)?;
    Ok((category, weight.parse().map_err(|_| USAGE)?, pattern.trim()))
}

/// The files of a folder and those in it that end so, in order of their paths.
fn read(folder: &str, ending: &str) -> Vec<Source> {
    println!("cargo::rerun-if-changed={folder}");
    let mut paths = Vec::new();
    walk(Path::new(folder), ending, &mut paths);
    paths.sort();
    let text = |path: &PathBuf| fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    paths.iter().map(|p| Source { path: format!("engine/{}", p.display()), text: text(p) }).collect()
}

fn walk(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            walk(&path, ending, paths);
        } else if path.extension().is_some_and(|e| e == ending) && path.file_stem().is_some_and(|s| s != "README") {
            println!("cargo::rerun-if-changed={}", path.display());
            paths.push(path);
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
}

fn stop(faults: &[Fault]) -> ! {
    for fault in faults {
        eprintln!("{fault}");
        println!("cargo::error={fault}");
    }
    process::exit(1)
}
