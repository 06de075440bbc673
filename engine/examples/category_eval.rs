//! Measures the category scorer on labelled posts, which are not part of this repository:
//! `cargo run -p draftlens-engine --example category_eval [dev|test] [folder of shared data]`.
//!
//! Reads `engine/category/labels.jsonl` for the labels and `posts/posts.jsonl` in the folder for the
//! texts, and `corporate_messaging/hand60_our_labels.csv` for a second, older set. Prints accuracy and
//! macro-F1 by language on clear rows, and how often it is right where it is sure, on all rows.

use std::path::{Path, PathBuf};
use std::{env, fs};

use draftlens_engine::{Author, Category, Checker, Draft, Settings};

/// What a row asks for, and what the scorer said.
struct Row {
    language: String,
    label: usize,
    /// A second label that would do as well; then the row counts in calibration only.
    other: Option<usize>,
    said: usize,
    sure: bool,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let split = env::args().nth(1).unwrap_or_else(|| "test".to_owned());
    let shared = env::args().nth(2).map_or_else(|| root.join("../../shared/data"), PathBuf::from);
    let labels = fs::read_to_string(root.join("category/labels.jsonl")).expect("the labels are in the repository");
    let (Ok(posts), Ok(hand)) = (
        fs::read_to_string(shared.join("posts/posts.jsonl")),
        fs::read_to_string(shared.join("corporate_messaging/hand60_our_labels.csv")),
    ) else {
        println!("The posts are not in {}: pass the folder that holds posts/posts.jsonl.", shared.display());
        return;
    };
    let (checker, _) = Checker::new(Settings::default());
    let rows = labelled(&checker, &labels, &posts, &split);
    for language in ["en", "fr"] {
        tell(&format!("{split} {language}"), &rows.iter().filter(|r| r.language == language).collect::<Vec<_>>());
    }
    tell(&format!("{split} both"), &rows.iter().collect::<Vec<_>>());
    tell("hand60 en", &by_hand(&checker, &hand).iter().collect::<Vec<_>>());
}

/// The rows of `labels` that are in the split, with what the scorer says of each.
fn labelled(checker: &Checker, labels: &str, posts: &str, split: &str) -> Vec<Row> {
    let texts: Vec<(String, &str)> = posts.lines().map(|line| (field(line, "id"), line)).collect();
    let ours = labels.lines().filter(|line| field(line, "split") == split);
    ours.filter_map(|line| {
        let id = field(line, "id");
        let post = texts.iter().find(|(other, _)| *other == id)?.1;
        let (said, sure) = ask(checker, &field(post, "text"), &field(post, "author"));
        let label = category(&field(line, "label"))?;
        Some(Row { language: field(line, "lang"), label, other: category(&field(line, "other")), said, sure })
    })
    .collect()
}

/// The older set: `unit_id,…,screenname,our_label,text`. Rows nobody could place are left out.
fn by_hand(checker: &Checker, csv: &str) -> Vec<Row> {
    records(csv)
        .iter()
        .skip(1)
        .filter_map(|record| {
            let [.., author, label, text] = record.as_slice() else { return None };
            let label = if label == "curated_info" { "curated" } else { label };
            let (said, sure) = ask(checker, text, author);
            Some(Row { language: "en".to_owned(), label: category(label)?, other: None, said, sure })
        })
        .collect()
}

fn ask(checker: &Checker, text: &str, author: &str) -> (usize, bool) {
    let author = Author { name: author.to_owned(), ..Author::default() };
    let draft = Draft { text: text.to_owned(), author: Some(author), ..Draft::default() };
    let report = checker.check(&draft).category;
    let said = Category::ALL.iter().position(|c| Some(*c) == report.label);
    (said.unwrap_or(usize::MAX), report.confident)
}

fn category(word: &str) -> Option<usize> {
    Category::ALL.iter().position(|c| c.as_str() == word)
}

fn tell(name: &str, rows: &[&Row]) {
    let clear: Vec<&&Row> = rows.iter().filter(|r| r.other.is_none()).collect();
    let right = clear.iter().filter(|r| r.said == r.label).count();
    let f1: Vec<f64> = (0..3).map(|c| f1(&clear, c)).collect();
    println!(
        "{name}: {} rows, {} clear; accuracy {:.3}, macro-F1 {:.3} (promotional {:.2}, curated {:.2}, engagement {:.2})",
        rows.len(),
        clear.len(),
        ratio(right, clear.len()),
        (f1[0] + f1[1] + f1[2]) / 3.0,
        f1[0],
        f1[1],
        f1[2]
    );
    let sure: Vec<&&Row> = rows.iter().filter(|r| r.sure).collect();
    let first = sure.iter().filter(|r| r.said == r.label).count();
    let either = sure.iter().filter(|r| r.said == r.label || Some(r.said) == r.other).count();
    println!(
        "    sure of {:.0}% of all rows, and right in {:.0}% of these ({:.0}% when the second label of ambiguous rows counts too)",
        100.0 * ratio(sure.len(), rows.len()),
        100.0 * ratio(first, sure.len()),
        100.0 * ratio(either, sure.len())
    );
}

fn f1(rows: &[&&Row], class: usize) -> f64 {
    let both = rows.iter().filter(|r| r.label == class && r.said == class).count();
    let all = rows.iter().filter(|r| r.label == class).count() + rows.iter().filter(|r| r.said == class).count();
    ratio(2 * both, all)
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The text of a key in a flat JSON object; empty when it is not there.
fn field(line: &str, key: &str) -> String {
    let mark = format!("\"{key}\": \"");
    let Some(start) = line.find(&mark) else { return String::new() };
    let mut out: Vec<u16> = Vec::new();
    let mut rest = line[start + mark.len()..].chars();
    while let Some(c) = rest.next().filter(|c| *c != '"') {
        match (c, if c == '\\' { rest.next() } else { None }) {
            (_, Some('u')) => {
                let digits: String = rest.by_ref().take(4).collect();
                out.push(u16::from_str_radix(&digits, 16).unwrap_or(0xFFFD));
            }
            (_, Some('n')) => out.push(0x0A),
            (_, Some('t')) => out.push(0x09),
            (_, Some('r')) => out.push(0x0D),
            (_, Some(escaped)) => out.extend(escaped.encode_utf16(&mut [0; 2]).iter()),
            (plain, None) => out.extend(plain.encode_utf16(&mut [0; 2]).iter()),
        }
    }
    String::from_utf16_lossy(&out)
}

/// The records of a CSV file with quoted fields.
fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut value, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                value.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut value)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut value));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            _ => value.push(c),
        }
    }
    records
}
