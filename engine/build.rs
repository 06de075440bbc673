//! Compiles rules, lists and category cues into one table, and tries every rule's examples. A mistake
//! in any of these files stops the build and names file, line and column.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use draftlens_rule::book::Fault;
use draftlens_rule::folder::{self, CueRow};

fn main() {
    for folder in ["lists", "rules", "category"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let (bytes, cues) = folder::compile(Path::new(".")).unwrap_or_else(|faults| stop(&faults));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    write(&out.join("book.bin"), &bytes);
    write(&out.join("cues.rs"), rows(&cues).as_bytes());
    write(&out.join("words.txt"), pack_words(&["data/words.en", "data/words.fr"]).as_bytes());
}

/// The cues' categories and weights as a Rust table.
fn rows(cues: &[CueRow]) -> String {
    let rows: String = cues.iter().map(|(category, weight)| format!("({category}, {weight}),")).collect();
    format!("&[{rows}]")
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
