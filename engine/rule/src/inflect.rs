//! Inflections: the forms that `word~` stands for, in folded spelling.
//!
//! Regular forms only: an irregular one is written out in the pattern.

use draftlens_text::{Language, order};

/// The word and its regular inflections in a language; in both where it is unknown.
#[must_use]
pub fn forms(word: &str, language: Language) -> Vec<String> {
    let mut out = vec![word.to_owned()];
    if language != Language::French {
        english(word, &mut out);
    }
    if language != Language::English {
        french(word, &mut out);
    }
    order::sort(&mut out);
    out.dedup();
    out
}

fn english(word: &str, out: &mut Vec<String>) {
    let mut add = |stem: &str, endings: &[&str]| out.extend(endings.iter().map(|e| format!("{stem}{e}")));
    let last = word.bytes().last().unwrap_or(b' ');
    let before = word.bytes().rev().nth(1).unwrap_or(b' ');
    if let Some(stem) = word.strip_suffix('e') {
        add(word, &["s", "d", "r", "rs"]);
        add(stem, &["ing"]);
    } else if last == b'y' && !is_vowel(before) {
        add(&word[..word.len() - 1], &["ies", "ied"]);
        add(word, &["ing"]);
    } else {
        let hisses = matches!(last, b's' | b'x' | b'z' | b'o') || word.ends_with("ch") || word.ends_with("sh");
        add(word, if hisses { &["es"] } else { &["s"] });
        add(word, &["ed", "ing"]);
        if doubles(word) {
            let doubled = format!("{word}{}", char::from(last));
            add(&doubled, &["ed", "ing"]);
        }
    }
}

/// Consonant, vowel, consonant: stop, stopped. Longer words are stressed elsewhere, so both forms are given.
fn doubles(word: &str) -> bool {
    let b = word.as_bytes();
    let n = b.len();
    n >= 3
        && !is_vowel(b[n - 1])
        && !matches!(b[n - 1], b'w' | b'x' | b'y')
        && is_vowel(b[n - 2])
        && !is_vowel(b[n - 3])
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn french(word: &str, out: &mut Vec<String>) {
    let mut add = |stem: &str, endings: &[&str]| out.extend(endings.iter().map(|e| format!("{stem}{e}")));
    if let Some(stem) = word.strip_suffix("er") {
        add(stem, &["e", "es", "ent", "ez", "ons", "ant", "ee", "ees", "ait", "aient", "era", "erez", "erons"]);
        if stem.ends_with('g') {
            add(stem, &["eons", "eant"]);
        }
    } else if let Some(stem) = word.strip_suffix("ir") {
        add(stem, &["is", "it", "issez", "issons", "issent", "i", "ie", "ies", "irez", "ira"]);
    } else if let Some(stem) = word.strip_suffix("re") {
        add(stem, &["s", "ez", "ons", "ent", "u", "ue", "us", "ues", "ra", "rez"]);
        add(word, &["s"]);
    } else if let Some(stem) = word.strip_suffix("al") {
        add(stem, &["als", "ale", "ales", "aux"]);
    } else if word.ends_with("eau") || word.ends_with("eu") {
        add(word, &["x"]);
    } else if let Some(stem) = word.strip_suffix("eux") {
        add(stem, &["euse", "euses"]);
    } else if let Some(stem) = word.strip_suffix('e') {
        add(stem, &["es"]);
    } else if !word.ends_with(['s', 'x', 'z']) {
        add(word, &["s", "e", "es"]);
    } else {
        add(word, &["e", "es"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_are_found_in_both_languages() {
        let has = |word, language, form: &str| forms(word, language).iter().any(|f| f == form);
        for form in ["like", "likes", "liked", "liking"] {
            assert!(has("like", Language::English, form), "{form}");
        }
        assert!(
            has("stop", Language::English, "stopped")
                && has("party", Language::English, "parties")
                && has("box", Language::English, "boxes")
        );
        for form in ["profiter", "profitez", "profite", "profitons"] {
            assert!(has("profiter", Language::French, form), "{form}");
        }
        assert!(
            has("solde", Language::French, "soldes")
                && has("offert", Language::French, "offertes")
                && has("cadeau", Language::French, "cadeaux")
        );
    }
}
