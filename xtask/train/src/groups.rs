//! Which rows belong together: one account, and posts that are nearly the same. Splits and folds go by these.

use std::collections::HashMap;

use draftlens_text::{Kind, Text};

use crate::rows::Row;

/// Accounts of one house that go by different names: what their squashed names begin with or hold.
const HOUSES: &[&[&str]] = &[
    &["ratp"],
    &["radiocanada", "ici", "rdi"],
    &["tva", "mariodumontlcn", "salutbonjour"],
    &["rds"],
    &["noovo"],
    &["narcity", "mtlblog"],
    &["nationalgeographic", "natgeo"],
    &["cnn"],
    &["fox"],
    &["bbc"],
    &["cbc"],
    &["huffpost", "huffingtonpost"],
    &["thenewyorktimes", "nytimes"],
    &["espn", "sportscenter"],
    &["msnbc", "msnhealth", "nbc", "todayshow", "cnbc"],
    &["abcnews", "goodmorningamerica"],
    &["npr"],
    &["barclays"],
    &["danone"],
    &["basco"],
    &["dior", "babydior"],
    &["chanel"],
    &["lgeastafrica", "lgglobal"],
    &["latribune"],
    &["radiox", "choi", "kyk", "mauraislive"],
    &["goldsgym", "wealthgym"],
    &["playstation", "xbox"],
    &["playapex"],
    &["festivebread"],
    &["twitter"],
    &["ign"],
    &["realmadrid"],
    &["validatedid"],
    &["medicalmedium"],
    &["service desk", "servicedesk"],
];

/// The house of an author: the name that stands for all its accounts.
pub fn house(author: &str) -> String {
    let squashed: String = author.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let is_of = |name: &&str| squashed.starts_with(name) || (name.len() > 3 && squashed.ends_with(name));
    HOUSES.iter().find(|names| names.iter().any(&is_of)).map_or(squashed.clone(), |h| h[0].to_owned())
}

/// A number from a name that looks like chance and is always the same: FNV-1a, spread.
pub fn draw(seed: &str, name: &str) -> u64 {
    let bytes = seed.bytes().chain([0]).chain(name.bytes());
    let mut h = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01B3));
    h = (h ^ (h >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    h ^ (h >> 32)
}

/// A group number for each row: rows that share half of their word triples are in one group.
pub fn near(rows: &[Row]) -> Vec<usize> {
    let triples: Vec<Vec<u64>> = rows.iter().map(|row| triples(&row.text)).collect();
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut group: Vec<usize> = (0..rows.len()).collect();
    for (at, mine) in triples.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for triple in mine {
            let held = holders.entry(*triple).or_default();
            held.iter().for_each(|&other| *shared.entry(other).or_default() += 1);
            held.push(at);
        }
        for (other, both) in shared {
            if 2 * both >= mine.len() + triples[other].len() - both {
                let (a, b) = (root(&group, at), root(&group, other));
                group[a.max(b)] = a.min(b);
            }
        }
    }
    (0..rows.len()).map(|at| root(&group, at)).collect()
}

fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

/// Hashes of three words in a row, each once; of fewer words all of them.
fn triples(text: &str) -> Vec<u64> {
    let text = Text::parse(text);
    let words: Vec<&str> = text.tokens().iter().filter(|t| t.kind == Kind::Word).map(|t| text.folded(t)).collect();
    let mut triples: Vec<u64> = if words.len() < 3 {
        vec![draw("few", &words.join(" "))]
    } else {
        words.windows(3).map(|three| draw("three", &three.join(" "))).collect()
    };
    triples.sort_unstable();
    triples.dedup();
    triples
}
