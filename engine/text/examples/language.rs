//! How often the detected language is the labelled one:
//! `cargo run --release -p draftlens-text --example language < ../shared/data/posts/posts.jsonl`.
//! With `-v` it prints the posts it gets wrong.

use draftlens_text::{Language, Text};
use std::io::{BufRead, stdin};

#[derive(Default)]
struct Tally {
    posts: u32,
    right: u32,
    unknown: u32,
}

fn main() {
    let verbose = std::env::args().any(|arg| arg == "-v");
    let mut tallies = [Tally::default(), Tally::default()];
    for line in stdin().lock().lines().map_while(Result::ok) {
        let Ok(post) = serde_json::from_str::<serde_json::Value>(&line) else { continue };
        let (Some(text), Some(lang)) = (post["text"].as_str(), post["lang"].as_str()) else { continue };
        let (tally, expected) = match Language::from_code(lang) {
            Language::English => (&mut tallies[0], Language::English),
            Language::French => (&mut tallies[1], Language::French),
            Language::Unknown => continue,
        };
        let found = Text::parse(text).language();
        tally.posts += 1;
        tally.right += u32::from(found == expected);
        tally.unknown += u32::from(found == Language::Unknown);
        if verbose && found != expected {
            println!("{lang}\t{}\t{}", found.code(), text.replace('\n', " "));
        }
    }
    for (tally, lang) in tallies.iter().zip(["en", "fr"]) {
        let percent = |n: u32| 100.0 * f64::from(n) / f64::from(tally.posts.max(1));
        let wrong = tally.posts - tally.right - tally.unknown;
        println!(
            "{lang}: {} posts, right {:.2}%, unknown {:.2}%, wrong {:.2}%",
            tally.posts,
            percent(tally.right),
            percent(tally.unknown),
            percent(wrong)
        );
    }
}
