//! Trains and measures the category model: `train`, `eval`, `compare`. Called by `cargo xtask`.
#![forbid(unsafe_code)]

mod baseline;
mod brands;
mod calibrate;
mod eval;
mod figures;
mod folds;
mod groups;
mod lbfgs;
mod linear;
mod meaning;
mod pack;
mod recipe;
mod rows;
mod shared;

use std::process::ExitCode;

use figures::{accuracy, confusion, macro_f1};
use folds::Set;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    match arguments.first().map(String::as_str) {
        Some("train") => train(has("--check")),
        Some("eval") => eval::run(rows::read()?),
        Some("compare") => compare(),
        other => Err(format!("draftlens-train knows no command `{}`.", other.unwrap_or_default())),
    }
}

fn train(check: bool) -> Result<(), String> {
    let set = Set::new(rows::read()?.rows)?;
    let pool = set.train();
    let scores = set.cross(&pool, |train| {
        let model = pack::rounded(&set.fit(train, &recipe::CHOSEN));
        let set = &set;
        move |at| model.scores(&set.samples[at].seen)
    });
    let dials = calibrate::dials(&set, &scores);
    let model = set.fit(&pool, &recipe::CHOSEN);
    let bytes = pack::bytes(&model, dials, pack::digest()?);
    println!("{} rows, {dials:?}, {} grams, {} bytes", pool.len(), model.grams.len(), bytes.len());
    if check {
        let same = std::fs::read(pack::PATH).ok().as_ref() == Some(&bytes);
        return if same {
            Ok(())
        } else {
            Err(format!("{} is not what the data says: run `cargo xtask train`.", pack::PATH))
        };
    }
    std::fs::write(pack::PATH, bytes).map_err(|error| format!("{} could not be written: {error}.", pack::PATH))
}

fn compare() -> Result<(), String> {
    let data = rows::read()?;
    let set = Set::with(data.rows, |seen| seen)?;
    let pool = set.train();
    println!("{} rows of accounts that are not in the test", pool.len());
    for recipe in &recipe::TRIED {
        let scores = set.cross(&pool, |train| {
            let model = set.fit(train, recipe);
            let set = &set;
            move |at| model.scores(&set.samples[at].seen)
        });
        let of = |lang: &str| -> Vec<figures::Answer> {
            let mine = scores.iter().filter(|(at, _)| set.rows[*at].lang == lang);
            mine.map(|(at, s)| set.answer(*at, *s, 1.0)).collect()
        };
        print!("{:30}", recipe.name);
        for lang in ["en", "fr"] {
            let seen = confusion(&of(lang));
            print!("  {lang} F1 {:.3} acc {:.3}", macro_f1(&seen), accuracy(&seen));
        }
        println!();
    }
    Ok(())
}
