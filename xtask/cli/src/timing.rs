//! `time`: what a check costs natively, on drafts from stdin. A report, not a test.

use std::{
    hint::black_box,
    io::{self, Read},
    time::Instant,
};

use draftlens_engine::network::{self, Asked, Network, Reader};
use draftlens_engine::{Checker, Draft, Settings};
use draftlens_text::Text;

/// Rounds over all drafts; the first warms up and is not counted.
const ROUNDS: usize = 6;

/// Prints medians over the drafts, in microseconds.
pub fn run() -> Result<(), String> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|error| format!("The drafts could not be read: {error}."))?;
    let lines: Vec<&str> = text.lines().collect();
    let start = Instant::now();
    let (checker, _) = Checker::new(Settings::default());
    let made = start.elapsed();
    let mut steps: [Vec<f64>; 3] = Default::default();
    for round in 0..ROUNDS {
        for line in &lines {
            let times = times(&checker, line)?;
            if round > 0 {
                steps.iter_mut().zip(times).for_each(|(list, time)| list.push(time));
            }
        }
    }
    let [read, check, write] = steps.map(median);
    println!("  {} drafts; medians: read {read:.1} µs, check {check:.1} µs, write {write:.1} µs", lines.len());
    println!("  the checker was made in {:.2} ms", made.as_secs_f64() * 1e3);
    networks(&lines)
}

/// What count and entities cost for each network alone, and for all of them, once a text is parsed.
fn networks(lines: &[&str]) -> Result<(), String> {
    let mut texts = Vec::new();
    for line in lines {
        texts.push(Draft::from_json(line).map_err(|problem| problem.message)?.0.text);
    }
    let parse: Vec<f64> = texts.iter().map(|text| micros(|| drop(black_box(Text::parse(text))))).collect();
    let parsed: Vec<Text> = texts.iter().map(|text| Text::parse(text)).collect();
    println!("  a text is parsed in {:.1} µs; then count and entities of", median(parse));
    for network in network::ALL {
        println!("    {:24}{:8.2} µs", network.name, counted(&parsed, &[network]));
    }
    println!("    {:24}{:8.2} µs", "all of them", counted(&parsed, network::ALL));
    Ok(())
}

/// Median over the texts, the last of several rounds.
fn counted(texts: &[Text], networks: &[&'static Network]) -> f64 {
    let round = || {
        let one = |text: &Text| {
            micros(|| {
                let reader = Reader::new(text);
                for network in networks {
                    black_box(reader.report(network, &Asked::default()));
                }
            })
        };
        median(texts.iter().map(one).collect())
    };
    (1..ROUNDS).for_each(|_| {
        black_box(round());
    });
    round()
}

fn micros(run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_secs_f64() * 1e6
}

fn times(checker: &Checker, line: &str) -> Result<[f64; 3], String> {
    let start = Instant::now();
    let (draft, _) = Draft::from_json(line).map_err(|problem| problem.message)?;
    let read = start.elapsed();
    let report = checker.check(black_box(&draft));
    let check = start.elapsed();
    black_box(report.to_json());
    let write = start.elapsed();
    Ok([read, check - read, write - check].map(|time| time.as_secs_f64() * 1e6))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
