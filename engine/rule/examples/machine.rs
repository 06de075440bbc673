//! The machine at the size it is made for: a generated catalogue of 118 rules and lists of 10,000
//! words over a long text, and over hostile ones. Prints microseconds a thousand bytes, so that growth
//! shows.
//!
//! `cargo run --release -p draftlens-rule --features build --example machine`

use std::time::Instant;

use draftlens_rule::{Compiler, Own, Table, list, pattern};
use draftlens_text::{Language, Text};

/// A word that is like no other, from a number.
fn word(mut n: usize) -> String {
    let mut out = String::new();
    while out.len() < 4 || n > 0 {
        out.push(char::from(b"bdfglmnprstv"[n % 12]));
        out.push(char::from(b"aeiou"[n / 12 % 5]));
        n /= 60;
    }
    out
}

fn table() -> Table {
    let mut compiler = Compiler::new(Table::default());
    for name in 0..10 {
        let words: Vec<String> = (0..1000)
            .map(|i| if i % 7 == 0 { format!("{} {}", word(i), word(name * 1000 + i)) } else { word(name * 1000 + i) })
            .collect();
        compiler.add_list(&format!("list{name}"), list::parse(&words.join("\n")).expect("words"));
    }
    for rule in 0..118 {
        let (a, b, c) = (word(rule * 31), word(rule * 17 + 5), word(rule * 13 + 7));
        let list = rule % 10;
        let text = format!(
            "find {{list{list}}} ...3 ({a} | {b} {c}? | <percent> off)\n  with near 8 (your | our ...2 {b}~)\n  unless in sentence {c}\nfind our ...5 {{list{list}}}\nfind the ...5 {a} ...5 {b}"
        );
        for case in pattern::parse_cases(&text, 1).expect("patterns") {
            compiler.add_case(rule as u32, &case, Language::Unknown).expect("a case");
        }
    }
    compiler.finish()
}

fn main() {
    let started = Instant::now();
    let mut table = table();
    let (_, _, unmerged) = table.size();
    table.merge();
    let (words, patterns, positions) = table.size();
    println!(
        "{words} words, {patterns} patterns, {positions} positions of {unmerged}, compiled in {} ms",
        started.elapsed().as_millis()
    );
    // One word in eight is in a list, and "our" and "the" are as frequent as in posts.
    let honest: String = (0..20_000)
        .map(|i| match i % 16 {
            3 => "our ".to_owned(),
            7 => "the ".to_owned(),
            5 | 11 => word(i * 7 % 9000) + " ",
            15 => word(i + 70_000) + ". ",
            _ => word(i + 20_000) + " ",
        })
        .collect();
    let kinds = [
        ("honest", honest),
        ("the the the", "the ".repeat(16_000)),
        ("our, our", "our, ".repeat(13_000)),
        ("one list", format!("{} ", word(3)).repeat(13_000)),
    ];
    for (name, text) in kinds {
        for size in [300, 3_000, 63_000] {
            let text = Text::parse(&text[..size.min(text.len())]);
            let rounds = 2_000_000 / size;
            let started = Instant::now();
            let hits: usize = (0..rounds).map(|_| table.run(&text, &Own::default()).hits(None).len()).sum();
            let micros = started.elapsed().as_secs_f64() * 1e6 / rounds as f64;
            println!(
                "{name:12} {size:6} bytes: {micros:9.1} µs, {:6.1} a thousand bytes, {} hits",
                micros * 1000.0 / size as f64,
                hits / rounds
            );
        }
    }
}
