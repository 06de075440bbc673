//! What the Rust crate `twitter-text` takes to count a draft for X and to find its entities: drafts on stdin, one a
//! line, as `draftlens-cli time` takes them. Prints the median in microseconds.

use std::{
    hint::black_box,
    io::{self, Read},
    time::Instant,
};

use twitter_text::extractor::{Extract, Extractor};

/// Rounds over all drafts; the last is counted, the others warm up.
const ROUNDS: usize = 6;

fn main() {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input).expect("drafts on stdin, as UTF-8");
    let texts: Vec<String> = input.lines().map(text).collect();
    let medians: Vec<f64> = (0..ROUNDS).map(|_| median(texts.iter().map(|text| micros(text)).collect())).collect();
    println!("{:.1}", medians[ROUNDS - 1]);
}

fn text(line: &str) -> String {
    let draft: serde_json::Value = serde_json::from_str(line).expect("a draft a line");
    draft["text"].as_str().expect("a draft with a text").to_owned()
}

fn micros(text: &str) -> f64 {
    let start = Instant::now();
    black_box(twitter_text::parse(text, twitter_text_config::config_v3(), true));
    black_box(Extractor::new().extract_entities_with_indices(text));
    start.elapsed().as_secs_f64() * 1e6
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
