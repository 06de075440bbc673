//! Reads the folders `rules`, `lists` and `category` of the engine into a book, for the build script and for
//! trying rules without a build.

use std::path::{Path, PathBuf};
use std::{fs, io};

use draftlens_text::Language;

use crate::Mistake;
use crate::book::{Book, Fault, Source};

/// A cue of the category scorer: the number of its category, and its weight in hundredths.
pub type CueRow = (usize, i16);

/// The book of the folder `engine`, compiled and tried, with the rows of its cues in the order of their numbers.
///
/// # Errors
/// The faults of all files.
pub fn compile(engine: &Path) -> Result<(Vec<u8>, Vec<CueRow>), Vec<Fault>> {
    let mut book = Book::default();
    let mut faults = Vec::new();
    for file in sources(engine, "lists", "txt") {
        faults.extend(file.and_then(|f| book.list(&f)).err());
    }
    for file in sources(engine, "lists", "events") {
        faults.extend(file.and_then(|f| book.events(&f)).err());
    }
    for file in sources(engine, "rules", "md") {
        faults.extend(file.and_then(|f| book.rule(&f)).err());
    }
    let rows = cues(engine, &mut book, &mut faults);
    match book.compile() {
        Ok(bytes) if faults.is_empty() => Ok((bytes, rows)),
        Ok(_) => Err(faults),
        Err(more) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

/// The cues, `category weight pattern` a line. Patterns go to the book.
fn cues(engine: &Path, book: &mut Book, faults: &mut Vec<Fault>) -> Vec<CueRow> {
    let mut rows = Vec::new();
    for file in sources(engine, "category", "cues") {
        let file = match file {
            Ok(file) => file,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let name = file.path.rsplit('/').next().unwrap_or("").trim_end_matches(".cues");
        let language = Language::from_code(name);
        for (number, line) in (1..).zip(file.text.lines().map(str::trim)) {
            if line.is_empty() || line == "#" || line.starts_with("# ") {
                continue;
            }
            match cue(line) {
                Ok((row, pattern)) => {
                    rows.push(row);
                    book.cue(&file.path, number, pattern, language);
                }
                Err(message) => {
                    faults.push(Fault { path: file.path.clone(), mistake: Mistake::new(number, 1, message) });
                }
            }
        }
    }
    rows
}

fn cue(line: &str) -> Result<(CueRow, &str), &'static str> {
    const USAGE: &str = "a cue is “promotional|curated|engagement weight pattern”, the weight in hundredths";
    let (category, rest) = line.split_once(' ').ok_or(USAGE)?;
    let (weight, pattern) = rest.trim_start().split_once(' ').ok_or(USAGE)?;
    let category = ["promotional", "curated", "engagement"].iter().position(|c| *c == category).ok_or(USAGE)?;
    Ok(((category, weight.parse().map_err(|_| USAGE)?), pattern.trim()))
}

/// The files of a folder and those in it that end so, in order of their paths; `README` is for
/// people. A file that cannot be read is a fault.
pub fn sources(engine: &Path, folder: &str, ending: &str) -> impl Iterator<Item = Result<Source, Fault>> {
    let mut paths = Vec::new();
    walk(&engine.join(folder), ending, &mut paths);
    paths.sort();
    let engine = engine.to_owned();
    paths.into_iter().map(move |path| {
        let shown = path.strip_prefix(&engine).unwrap_or(&path).display().to_string().replace('\\', "/");
        let shown = format!("engine/{shown}");
        read(&path)
            .map(|text| Source { path: shown.clone(), text })
            .map_err(|error| Fault { path: shown, mistake: Mistake::new(1, 1, error.to_string()) })
    })
}

fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
}

fn walk(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            walk(&path, ending, paths);
        } else if path.extension().is_some_and(|e| e == ending) && path.file_stem().is_some_and(|s| s != "README") {
            paths.push(path);
        }
    }
}
