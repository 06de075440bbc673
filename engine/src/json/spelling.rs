//! "Did you mean": the known word that is nearest to a mistyped one.

/// The known word at most two typing slips away (one for short words), the nearest first.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let most = if word.chars().count() < 5 { 1 } else { 2 };
    let mut best = None;
    let mut least = most + 1;
    for candidate in known {
        let slips = distance(word, candidate);
        if slips < least {
            (least, best) = (slips, Some(*candidate));
        }
    }
    best
}

/// What to say of a word that is not among the known ones: all of those, then a guess when one is near.
pub(crate) fn choices(word: &str, known: &[&str]) -> String {
    let mut says = String::from("the known ones are ");
    says.push_str(&join(known, ", "));
    if let Some(guess) = nearest(word, known) {
        says.push_str("; did you mean ");
        says.push_str(guess);
        says.push('?');
    }
    says
}

/// The words with a separator between them. (The one of `std` is made for speed, and large.)
pub(crate) fn join(words: &[&str], separator: &str) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push_str(separator);
        }
        out.push_str(word);
    }
    out
}

/// Typing slips between two words: a letter too many, missing, wrong, or two swapped; case is free.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()).collect();
    let b: Vec<char> = b.chars().take(LONGEST).map(|c| c.to_ascii_lowercase()).collect();
    let mut before = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let wrong = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut slips = wrong.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                let swapped: usize = before[j - 2];
                slips = slips.min(swapped + 1);
            }
            row.push(slips);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

/// Words are compared up to here: no key is longer, and the cost grows with the square.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["x", "bluesky", "mastodon", "linkedin"];

    #[test]
    fn a_slip_of_the_hand_finds_its_word_and_another_word_finds_none() {
        assert_eq!(nearest("linkedn", &KNOWN), Some("linkedin"));
        assert_eq!(nearest("LinkedIn", &KNOWN), Some("linkedin"));
        assert_eq!(nearest("mastdoon", &KNOWN), Some("mastodon"));
        assert_eq!(nearest("twitter", &KNOWN), None);
        assert_eq!(nearest("", &[]), None);
    }

    #[test]
    fn a_message_names_the_guess_and_every_known_word() {
        assert_eq!(
            choices("blusky", &KNOWN),
            "the known ones are x, bluesky, mastodon, linkedin; did you mean bluesky?"
        );
        assert_eq!(choices("twitter", &KNOWN), "the known ones are x, bluesky, mastodon, linkedin");
    }
}
