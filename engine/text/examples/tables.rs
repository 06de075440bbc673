//! Writes `src/tables.rs` to standard output: `cargo run -p draftlens-text --example tables`.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_properties::{EmojiStatus, GeneralCategory as G, UnicodeEmoji, UnicodeGeneralCategory};

fn main() {
    println!("//! Made by `examples/tables.rs` from Unicode's data; change that, not this.");
    println!("#![cfg_attr(rustfmt, rustfmt_skip)]\n");
    list("Where a run of one class begins: first code point << 3 | class.", "RUNS", "u32", &runs());
    let pairs = pairs();
    let (near, far): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|pair| pair[2] <= 0xFFFF);
    let column = |i: usize| near.iter().map(|pair| pair[i].to_string()).collect::<Vec<_>>();
    list("Bases of the canonical compositions of the first plane, by mark, then base.", "BASES", "u16", &column(0));
    list("Their marks.", "MARKS", "u16", &column(1));
    list("What they compose to.", "WHOLES", "u16", &column(2));
    let far: Vec<_> = far.iter().map(|pair| format!("{pair:?}")).collect();
    list("Canonical compositions of the other planes: base, mark, whole.", "FAR_PAIRS", "[u32; 3]", &far);
    list("What decomposes and never composes again, with what it becomes.", "SPLITS", "(char, &str)", &splits());
    list(
        "Runs of one combining class that is not 0: first code point, length, class.",
        "ORDERS",
        "(u32, u8, u8)",
        &orders(),
    );
}

fn list(doc: &str, name: &str, of: &str, items: &[String]) {
    println!("/// {doc}\npub(crate) static {name}: [{of}; {}] = [", items.len());
    for line in items.chunks(12) {
        println!("    {},", line.join(", "));
    }
    println!("];\n");
}

fn runs() -> Vec<String> {
    let mut runs = Vec::new();
    let mut last = u32::MAX;
    for code in 0..=0x10_FFFF {
        let Some(c) = char::from_u32(code) else {
            continue;
        };
        let class = class(c);
        if class != last {
            runs.push(format!("{}", code << 3 | class));
            last = class;
        }
    }
    runs
}

/// The numbers of `chars::Class`.
fn class(c: char) -> u32 {
    match c.emoji_status() {
        EmojiStatus::EmojiModifierBase | EmojiStatus::EmojiPresentationAndModifierBase if !c.is_ascii() => {
            return 6;
        }
        _ if !c.is_ascii() && c.is_emoji_char() => return 5,
        _ => {}
    }
    match c.general_category() {
        G::UppercaseLetter | G::LowercaseLetter | G::TitlecaseLetter | G::ModifierLetter | G::OtherLetter => 1,
        G::NonspacingMark | G::SpacingMark | G::EnclosingMark => 2,
        G::DecimalNumber => 3,
        G::LetterNumber | G::OtherNumber => 4,
        G::ConnectorPunctuation
        | G::DashPunctuation
        | G::OpenPunctuation
        | G::ClosePunctuation
        | G::InitialPunctuation
        | G::FinalPunctuation
        | G::OtherPunctuation => 7,
        _ => 0,
    }
}

fn full(c: char) -> Vec<char> {
    let mut parts = Vec::new();
    decompose_canonical(c, |part| parts.push(part));
    parts
}

/// Base and mark of a character that composes again, else `None`.
fn pair(c: char) -> Option<(char, char)> {
    let parts = full(c);
    let (mark, rest) = parts.split_last()?;
    let (first, rest) = rest.split_first()?;
    let base = rest.iter().try_fold(*first, |base, part| compose(base, *part))?;
    (compose(base, *mark) == Some(c)).then_some((base, *mark))
}

fn decomposable() -> impl Iterator<Item = char> {
    ('\0'..=char::MAX).filter(|c| !('\u{AC00}'..='\u{D7A3}').contains(c) && full(*c) != [*c])
}

/// Base, mark and whole; by mark, then base.
fn pairs() -> Vec<[u32; 3]> {
    let mut pairs: Vec<_> =
        decomposable().filter_map(|c| pair(c).map(|(base, mark)| [base, mark, c].map(u32::from))).collect();
    pairs.sort_unstable_by_key(|&[base, mark, _]| (mark, base));
    pairs
}

/// Ideographs of compatibility are left out: what they become is as wide as they are.
fn splits() -> Vec<String> {
    let ideograph = |c: &char| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
    let lone = decomposable().filter(|c| !ideograph(c) && pair(*c).is_none());
    lone.map(|c| format!("({:?}, {:?})", c, full(c).into_iter().collect::<String>())).collect()
}

fn orders() -> Vec<String> {
    let mut runs: Vec<(u32, u32, u8)> = Vec::new();
    for c in '\0'..=char::MAX {
        let order = canonical_combining_class(c);
        match runs.last_mut() {
            Some((start, len, of)) if *of == order && *start + *len == c as u32 => *len += 1,
            _ if order != 0 => runs.push((c as u32, 1, order)),
            _ => {}
        }
    }
    runs.iter().map(|(start, len, order)| format!("({start}, {len}, {order})")).collect()
}
