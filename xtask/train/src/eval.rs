//! `eval`: how right the model is, beside what is simpler, and where. A report, not a test. Figures are on real
//! posts only; the model of this build answers through the engine, as it does in the browser.

use std::collections::BTreeMap;

use draftlens_engine::{Category, Checker, Settings};

use crate::figures::{Answer, accuracy, calibration, confusion, ece, f1, kappa, macro_f1};
use crate::folds::Set;
use crate::rows::{Data, Readings, Row};
use crate::{baseline, brands, pack, recipe};

/// Languages, as figures are told.
const LANGS: [&str; 2] = ["en", "fr"];

/// Prints the report.
pub fn run(data: Data) -> Result<(), String> {
    told(&data);
    let readings = data.readings;
    let set = Set::new(data.rows)?;
    readers(&set, &readings);
    let test: Vec<usize> = set.test();
    if test.is_empty() {
        println!("\nNo real posts are here: ../shared/data is absent, and written rows are no test.");
        return Ok(());
    }
    if pack::digest()? != draftlens_engine::category::learn::digest() {
        println!("\nThe model of this build is older than its data: run `cargo xtask train`.");
    }
    let answers = asked(&set, &test);
    println!("\nTest accounts, which the model has not seen ({} rows)", test.len());
    table(&set, &answers);
    parts(&set, &answers);
    plot(&answers);
    println!("\nEvery account in turn kept out ({} folds, near-duplicates never on both sides)", crate::folds::COUNT);
    let all: Vec<usize> = (0..set.rows.len()).collect();
    let crossed = set.cross(&all, |train| {
        let model = pack::rounded(&set.fit(train, &recipe::CHOSEN));
        let set = &set;
        move |at| model.scores(&set.samples[at].seen)
    });
    let crossed: Vec<(usize, Answer)> = crossed.iter().map(|(at, s)| (*at, set.answer(*at, *s, 1.0))).collect();
    line(&set, "this model", &crossed);
    trades(&set, &crossed);
    written(&set, &all);
    simple(&set, &crossed);
    baseline::run(&set)?;
    brands::run()
}

/// What the data is.
fn told(data: &Data) {
    println!("Category: labelled posts\n");
    let mut counts: BTreeMap<(&str, bool), [usize; 4]> = BTreeMap::new();
    for row in &data.rows {
        let count = counts.entry((&row.lang, row.real)).or_default();
        count[row.label] += 1;
        count[3] += usize::from(row.alt.is_some());
    }
    println!("  lang  kind      rows  promotional  curated  engagement  of which ambiguous");
    for ((lang, real), [a, b, c, open]) in counts {
        let kind = if real { "real" } else { "written" };
        println!("  {lang:4}  {kind:7} {:6} {a:12} {b:8} {c:11} {open:19}", a + b + c);
    }
    if data.absent > 0 {
        println!("  {} labels of posts that are not here", data.absent);
    }
}

/// How often two readers agree.
fn readers(set: &Set, readings: &Readings) {
    println!("\nReaders: pairs of independent labels of one post");
    println!("  lang  pairs  agree  kappa   both clear  agree  kappa");
    for lang in LANGS {
        let (mut all, mut clear) = (Vec::new(), Vec::new());
        for row in set.rows.iter().filter(|row| row.lang == lang) {
            for pair in readings.get(&row.id).into_iter().flat_map(|said| said.windows(2)) {
                all.push((pair[0].label, pair[1].label));
                if pair[0].alt.is_none() && pair[1].alt.is_none() {
                    clear.push((pair[0].label, pair[1].label));
                }
            }
        }
        let ((k, a), (clear_k, clear_a)) = (kappa(&all), kappa(&clear));
        println!("  {lang:4} {:6}  {a:.3}  {k:.3}   {:10}  {clear_a:.3}  {clear_k:.3}", all.len(), clear.len());
    }
}

/// What the engine of this build says of some rows.
fn asked(set: &Set, rows: &[usize]) -> Vec<(usize, Answer)> {
    let (checker, _) = Checker::new(Settings::default());
    let ask = |&at: &usize| {
        let row = &set.rows[at];
        let report = checker.check(&row.draft()).category;
        let shares = report.scores.map(|score| f64::from(score) / 10_000.0);
        (at, Answer { label: row.label, alt: row.alt, shares, sure: report.confident })
    };
    rows.iter().map(ask).collect()
}

fn of<'a>(set: &Set, answers: &'a [(usize, Answer)], is: impl Fn(&Row) -> bool) -> Vec<&'a Answer> {
    answers.iter().filter(|(at, _)| is(&set.rows[*at])).map(|(_, answer)| answer).collect()
}

fn table(set: &Set, answers: &[(usize, Answer)]) {
    println!("  lang  clear  accuracy  macro-F1   F1 promotional, curated, engagement   sure  right when sure    ECE");
    for lang in ["en", "fr", "both"] {
        let mine = of(set, answers, |row| lang == "both" || row.lang == lang);
        let seen = confusion(mine.iter().copied());
        let [a, b, c] = f1(&seen);
        let sure: Vec<&&Answer> = mine.iter().filter(|answer| answer.sure).collect();
        let right: f64 = sure.iter().map(|answer| answer.right()).sum::<f64>() / sure.len().max(1) as f64;
        println!(
            "  {lang:4} {:6} {:9.3} {:9.3}   {a:.3}, {b:.3}, {c:.3} {:26.2} {right:16.3} {:6.3}",
            seen.iter().flatten().sum::<u32>(),
            accuracy(&seen),
            macro_f1(&seen),
            sure.len() as f64 / mine.len().max(1) as f64,
            ece(&calibration(mine.iter().copied())),
        );
    }
    println!("\n  labelled as      answered promotional  curated  engagement");
    let seen = confusion(answers.iter().map(|(_, answer)| answer));
    for (category, row) in Category::ALL.into_iter().zip(seen) {
        println!("  {:12} {:24} {:8} {:11}", category.as_str(), row[0], row[1], row[2]);
    }
}

/// Figures by network, length and trade.
fn parts(set: &Set, answers: &[(usize, Answer)]) {
    println!("\n  part                 clear  accuracy  macro-F1");
    let mut networks: Vec<&str> = answers.iter().map(|(at, _)| set.rows[*at].network.as_str()).collect();
    networks.sort_unstable();
    networks.dedup();
    for network in networks {
        part(network, &of(set, answers, |row| row.network == network));
    }
    for (name, from, to) in
        [("under 80 signs", 0, 80), ("80 to 199", 80, 200), ("200 to 499", 200, 500), ("500 and more", 500, usize::MAX)]
    {
        part(name, &of(set, answers, |row| (from..to).contains(&row.text.chars().count())));
    }
    let newsroom = |at: usize| set.samples[at].seen.shapes[newsroom()] > 0.0;
    for (name, is) in [("newsrooms", true), ("all others", false)] {
        let mine: Vec<&Answer> = answers.iter().filter(|(at, _)| newsroom(*at) == is).map(|(_, a)| a).collect();
        part(name, &mine);
    }
}

/// Figures by the trade of the author; newsrooms by their names, the others by the table.
fn trades(set: &Set, answers: &[(usize, Answer)]) {
    let mut by_trade: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
    for (at, answer) in answers {
        let trade = match set.rows[*at].industry.as_str() {
            "" if set.samples[*at].seen.shapes[newsroom()] > 0.0 => "newsrooms",
            "" => "not in the table",
            trade => trade,
        };
        by_trade.entry(trade).or_default().push(answer);
    }
    println!("\n  trade                      clear  accuracy  macro-F1");
    for (trade, mine) in by_trade {
        let seen = confusion(mine);
        println!(
            "  {trade:27} {:4} {:9.3} {:9.3}",
            seen.iter().flatten().sum::<u32>(),
            accuracy(&seen),
            macro_f1(&seen)
        );
    }
}

/// The written posts, by a model that has seen none of them.
fn written(set: &Set, all: &[usize]) {
    let (real, written): (Vec<usize>, Vec<usize>) = all.iter().partition(|&&at| set.rows[at].real);
    let model = pack::rounded(&set.fit(&real, &recipe::CHOSEN));
    let answer = |&at: &usize| (at, set.answer(at, model.scores(&set.samples[at].seen), 1.0));
    println!();
    line(set, "written posts, none of them seen", &written.iter().map(answer).collect::<Vec<_>>());
}

fn newsroom() -> usize {
    use draftlens_engine::category::learn::{SHAPES, shape_name};
    (0..SHAPES).find(|&index| shape_name(index) == "Newsroom").unwrap_or(0)
}

fn part(name: &str, answers: &[&Answer]) {
    let seen = confusion(answers.iter().copied());
    let all: u32 = seen.iter().flatten().sum();
    println!("  {name:20} {all:5} {:9.3} {:9.3}", accuracy(&seen), macro_f1(&seen));
}

/// How likely answers said they were, and how often right.
fn plot(answers: &[(usize, Answer)]) {
    println!("\n  said   right  rows   (# right, | said)");
    for bar in calibration(answers.iter().map(|(_, answer)| answer)).iter().filter(|bar| bar.count > 0.0) {
        let place = |share: f64| (share * 40.0 + 0.5) as usize;
        let mut drawn = [' '; 42];
        drawn[..place(bar.right)].fill('#');
        drawn[place(bar.said)] = '|';
        println!(
            "  {:.2}   {:.2} {:6}   {}",
            bar.said,
            bar.right,
            bar.count,
            drawn.iter().collect::<String>().trim_end()
        );
    }
}

/// One line a way of answering: accuracy and F1 by language.
pub fn line(set: &Set, name: &str, answers: &[(usize, Answer)]) {
    print!("  {name:34}");
    for lang in LANGS {
        let seen = confusion(of(set, answers, |row| row.lang == lang));
        print!("  {lang} accuracy {:.3} macro-F1 {:.3}", accuracy(&seen), macro_f1(&seen));
    }
    println!();
}

/// What a line of code would say of the same rows.
fn simple(set: &Set, crossed: &[(usize, Answer)]) {
    let say = |said: &dyn Fn(&Row) -> usize| -> Vec<(usize, Answer)> {
        let of = |(at, answer): &(usize, Answer)| {
            let mut shares = [0.0; 3];
            shares[said(&set.rows[*at])] = 1.0;
            (*at, Answer { shares, ..*answer })
        };
        crossed.iter().map(of).collect()
    };
    line(set, "always promotional", &say(&|_| 0));
    line(set, "a handful of rules", &say(&by_rules));
}

/// Five rules that anybody would try first.
fn by_rules(row: &Row) -> usize {
    let text = row.text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.starts_with('@')
        || has(&["thank", "congrat", "merci", "félicitation", "bravo", "happy ", "joyeux", "dm us"])
    {
        2
    } else if has(&[
        "our ",
        "notre ",
        "nos ",
        "% off",
        "shop",
        "concours",
        "gagne",
        "win ",
        "promo",
        "link in bio",
        "€",
    ]) {
        0
    } else if text.trim_end().ends_with('?') {
        2
    } else if text.starts_with("rt @") || has(&["http", "via ", "selon ", "according", "study", "étude"]) {
        1
    } else {
        0
    }
}
