//! A check of the machinery on a set with labels of its own: tweets of brands, called information, action or
//! dialogue by others. The cues keep no prior here: what they say is about our labels, not these.

use std::fs;
use std::path::Path;

use draftlens_engine::{Checker, Settings};

use crate::figures::{Answer, confusion, macro_f1};
use crate::groups::{draw, near};
use crate::linear::{Recipe, Sample, softmax, train};
use crate::meaning::Meanings;
use crate::rows::Row;
use crate::{recipe, shared};

/// The labels of the set.
const LABELS: [&str; 3] = ["Action", "Information", "Dialogue"];
/// Folds of near-duplicate groups.
const FOLDS: usize = 5;

/// The recipe for a set without cues of its own: what words say counts for more.
const RECIPE: Recipe = Recipe {
    grams: [0.9, 0.6, 0.7, 0.3],
    cue_prior: 0.0,
    known: false,
    meanings: 0.0,
    accounts: 1,
    keep: 8000,
    ..recipe::CHOSEN
};

/// Prints both figures, or nothing where the set is not here.
pub fn run() -> Result<(), String> {
    let path = format!("{}/corporate_messaging/corporate_messaging_utf8.csv", shared::SHARED);
    if !Path::new(&path).is_file() {
        return Ok(());
    }
    let text = fs::read_to_string(&path).map_err(|error| format!("{path} could not be read: {error}."))?;
    let rows: Vec<Row> = shared::csv(&text).iter().skip(1).filter_map(|record| row(record)).collect();
    let (checker, _) = Checker::new(Settings::default());
    let groups = near(&rows);
    let mut brands: Vec<&str> = rows.iter().map(|row| row.author.as_str()).collect();
    brands.sort_unstable();
    brands.dedup();
    let brand = |row: &Row| brands.binary_search(&row.author.as_str()).unwrap_or(0);
    let samples: Vec<Sample> = rows
        .iter()
        .zip(&groups)
        .map(|(row, group)| Sample {
            seen: checker.see(&row.draft()),
            target: row.target(),
            weight: 1.0,
            account: *group,
        })
        .collect();
    let by_group: Vec<usize> =
        groups.iter().map(|group| (draw("brands", &group.to_string()) % FOLDS as u64) as usize).collect();
    let by_brand: Vec<usize> = rows.iter().map(brand).collect();
    println!(
        "\nThe machinery on corporate_messaging, with its own labels ({} rows, {} brands)",
        rows.len(),
        brands.len()
    );
    println!("  near-duplicate-grouped folds   macro-F1 {:.3}", crossed(&rows, &samples, &by_group));
    println!("  one brand out at a time        macro-F1 {:.3}", crossed(&rows, &samples, &by_brand));
    Ok(())
}

fn row(record: &[String]) -> Option<Row> {
    let [_, _, _, category, _, _, author, text] = record else { return None };
    let label = LABELS.iter().position(|label| label == category)?;
    Some(Row { text: text.clone(), author: author.clone(), real: true, label, ..Row::default() })
}

fn crossed(rows: &[Row], samples: &[Sample], fold: &[usize]) -> f64 {
    let mut answers = Vec::new();
    for held in 0..=fold.iter().copied().max().unwrap_or(0) {
        let rest: Vec<&Sample> = samples.iter().zip(fold).filter(|(_, f)| **f != held).map(|(s, _)| s).collect();
        let model = train(&rest, &Meanings::default(), &RECIPE);
        for at in (0..rows.len()).filter(|&at| fold[at] == held) {
            let shares = softmax(model.scores(&samples[at].seen)).0;
            answers.push(Answer { label: rows[at].label, alt: None, shares, sure: false });
        }
    }
    macro_f1(&confusion(&answers))
}
