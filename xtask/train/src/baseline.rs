//! The baseline: TF-IDF and a linear support vector machine of scikit-learn on the same rows and folds, where
//! Python has it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::eval::line;
use crate::figures::Answer;
use crate::folds::{COUNT, Set};

const SCRIPT: &str = include_str!("../baseline.py");

/// Prints its figures, or that it is not here.
pub fn run(set: &Set) -> Result<(), String> {
    let python = std::env::var("DRAFTLENS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let child = Command::new(&python)
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return absent() };
    let input = rows(set);
    if let Some(mut to) = child.stdin.take() {
        // A Python without the package ends before it reads.
        let _ = to.write_all(input.as_bytes());
    }
    let out = child.wait_with_output().map_err(|error| format!("{python} did not end: {error}."))?;
    if !out.status.success() {
        return absent();
    }
    let text = String::from_utf8_lossy(&out.stdout);
    for name in ["words", "words and letters"] {
        let said = |row: &str| -> Option<(usize, Answer)> {
            let mut parts = row.split('\t');
            let (whose, at, label) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse::<usize>().ok()?);
            let mut shares = [0.0; 3];
            *shares.get_mut(label)? = 1.0;
            let row = set.rows.get::<usize>(at)?;
            (whose == name).then_some((at, Answer { label: row.label, alt: row.alt, shares, sure: false }))
        };
        line(set, &format!("TF-IDF + LinearSVC, {name}"), &text.lines().filter_map(said).collect::<Vec<_>>());
    }
    Ok(())
}

fn absent() -> Result<(), String> {
    println!("  TF-IDF + LinearSVC: Python with scikit-learn is not here (DRAFTLENS_PYTHON names another Python).");
    Ok(())
}

/// A row a line: its text, its label, the folds in which it trains, and the one in which it is asked.
fn rows(set: &Set) -> String {
    let all: Vec<usize> = (0..set.rows.len()).collect();
    let mut trains = vec![Vec::new(); all.len()];
    let mut asked = vec![None; all.len()];
    for fold in 0..COUNT {
        let held = set.held(&all, fold);
        held.iter().for_each(|&at| asked[at] = Some(fold));
        set.without(&all, &held).iter().for_each(|&at| trains[at].push(fold));
    }
    let row = |at: usize| {
        let clear = set.rows[at].alt.is_none();
        let trains: &[usize] = if clear { &trains[at] } else { &[] };
        json!({"at": at, "text": set.rows[at].text, "label": set.rows[at].label, "trains": trains, "asked": asked[at]})
    };
    all.iter().map(|&at| row(at).to_string() + "\n").collect()
}
