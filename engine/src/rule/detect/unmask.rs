//! What a disguised word may read as: figures and signs for letters, look-alikes of other alphabets, and gaps.

use draftlens_text::{fold, words};

/// Words that people write with stars, by first letter: only these are guessed at. Sorted.
static MASKED: words::List = words::List::of(
    "\
    arse arsehole ass asshole bastard bastards bite bitch bitches bollocks bordel bullshit chiant chier \
    clusterfuck cock cocksucker connard connards connasse couille couilles crap cul cunt cunts damn dick dickhead encule \
    encules enfoire foutre fuck goddamn merde merdique motherfucker nique niquer piss pissed prick pussy \
    putain pute putes salaud salope shit slut sluts tits twat wank wanker whore whores",
);
/// The same for slurs. Sorted.
static MASKED_SLURS: words::List = words::List::of(
    "\
    bougnoule chink fag faggot faggots kike negro nigga niggas nigger niggers paki pede pedes retard retards \
    spic tranny youpin",
);
/// Endings that follow a word with stars.
const ENDINGS: [&str; 16] =
    ["", "s", "ed", "er", "ers", "in", "ing", "y", "e", "ty", "head", "face", "hole", "load", "show", "storm"];

/// The most letters that a run of stars may stand for, beside its own length.
const LOOSE: usize = 2;

/// The words that a chunk may read as when its figures and signs are letters: none where it has no letter of
/// its own, or is too short to tell.
pub(super) fn readings(chunk: &str) -> Vec<String> {
    let mut out = Vec::new();
    for bar in ['i', 'l'] {
        let Some(word) = read(chunk, bar) else { break };
        if !out.contains(&word) {
            out.push(word);
        }
    }
    out
}

fn read(chunk: &str, bar: char) -> Option<String> {
    let mut word = String::with_capacity(chunk.len());
    let (mut own, mut figures, mut signs, mut folded) = (0, 0, 0, String::new());
    for c in chunk.chars() {
        folded.clear();
        fold::push_char(c, &mut folded);
        for c in folded.chars() {
            match c {
                'a'..='z' => own += 1,
                '0'..='9' => figures += 1,
                _ => signs += 1,
            }
            word.push(letter(c, bar)?);
        }
    }
    // A55 is a telephone and a road; a$$ is neither.
    let enough = if signs > 0 { word.len() >= 3 } else { word.len() >= 4 && own >= 2 };
    (own > 0 && figures + signs > 0 && figures <= own + signs + 1 && enough).then_some(word)
}

/// The letter that a folded character stands for.
fn letter(c: char, bar: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        '0' | 'о' | 'ο' => 'o',
        '1' | '!' | '|' | '¡' => bar,
        'і' | 'ι' | 'ї' => 'i',
        '3' | '€' | 'е' | 'ε' | 'ё' | 'э' => 'e',
        '4' | '@' | 'а' | 'α' => 'a',
        '5' | '$' | 'ѕ' | '§' => 's',
        '7' | '+' | 'т' | 'τ' => 't',
        '8' | 'в' | 'β' => 'b',
        '9' | 'ɡ' => 'g',
        'с' | 'ς' | '¢' => 'c',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'н' => 'h',
        'п' | 'η' => 'n',
        'р' | 'ρ' => 'p',
        'у' | 'γ' => 'y',
        'υ' | 'µ' | 'μ' | 'ц' => 'u',
        'х' | 'χ' | '×' => 'x',
        'ν' | 'ѵ' => 'v',
        'ԁ' => 'd',
        _ => return None,
    })
}

/// Runs of three letters or more, shortened to `keep`.
pub(super) fn shortened(word: &str, keep: usize) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let after = rest.trim_start_matches(c);
        let run = &rest[..rest.len() - after.len()];
        let len = run.len() / c.len_utf8();
        out.push_str(if len > 2 { &run[..keep.min(len) * c.len_utf8()] } else { run });
        rest = after;
    }
    out
}

/// Whether letters and stars (or other signs) spell one of the words that people mask.
pub(super) fn is_masked(chunk: &str, slurs: bool) -> bool {
    let Some(mask) = mask(chunk) else { return false };
    // Only a star is surely a mask: other signs stand for one letter each, in a word of four at least.
    let starred = chunk.contains('*');
    if !starred && mask.len() < 4 {
        return false;
    }
    let list = if slurs { &MASKED_SLURS } else { &MASKED };
    // What stands before the first sign is the word's.
    let open = mask.split('*').next().unwrap_or("");
    if !list.begin(open) {
        return false;
    }
    let mut guesses = list.each().filter(|word| word.starts_with(open) || open.starts_with(word));
    guesses.any(|word| ENDINGS.iter().any(|ending| fits(mask.as_bytes(), word, ending, starred)))
}

/// The letters of a chunk with `*` for every sign; `None` where nothing can be told from it.
fn mask(chunk: &str) -> Option<String> {
    let chunk = chunk.trim_start_matches(['*', '_', '~']);
    let mut mask = String::with_capacity(chunk.len());
    for c in chunk.chars() {
        match c {
            '*' | '#' | '@' | '%' | '$' | '-' | '_' | '•' | '¤' | '░' | '█' | '·' | '×' => mask.push('*'),
            _ if c.is_alphabetic() => fold::push_char(c, &mut mask),
            _ => return None,
        }
    }
    let letters = mask.bytes().filter(u8::is_ascii_lowercase).count();
    let stars = mask.bytes().filter(|b| *b == b'*').count();
    let hangs = mask.len() - mask.trim_end_matches('*').len();
    let told = match letters {
        0 => false,
        // f***, s***, b****, c***: what everybody reads.
        1 => stars >= 3 && matches!(mask.as_bytes()[0], b'f' | b's' | b'b' | b'c'),
        _ => stars > 0 && (hangs == 0 || hangs >= 2),
    };
    (told && mask.is_ascii() && mask.as_bytes()[0] != b'*').then_some(mask)
}

/// Whether a mask stands for a word with an ending: each star for one letter, or a run of them for about as many.
fn fits(mask: &[u8], word: &str, ending: &str, loose: bool) -> bool {
    let letters = || word.bytes().chain(ending.bytes());
    let len = word.len() + ending.len();
    if mask.len() == len {
        return mask.iter().zip(letters()).all(|(m, l)| *m == b'*' || *m == l);
    }
    // One run of stars between letters: what stands before and after it must be the word's.
    let Some(from) = mask.iter().position(|b| *b == b'*') else { return false };
    let stars = mask[from..].iter().take_while(|b| **b == b'*').count();
    let tail = &mask[from + stars..];
    let hidden = len.saturating_sub(from + tail.len());
    loose
        // The tail has a letter of the word itself, not of the ending alone.
        && tail.len() > ending.len()
        && !tail.contains(&b'*')
        && (1..=stars + LOOSE).contains(&hidden)
        && from + hidden + tail.len() == len
        && letters().zip(&mask[..from]).all(|(l, m)| l == *m)
        && letters().skip(from + hidden).zip(tail).all(|(l, m)| l == *m)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_signs_and_look_alikes_read_as_letters() {
        assert_eq!(readings("5h1t"), ["shit", "shlt"]);
        assert_eq!(readings("a$$"), ["ass"]);
        assert_eq!(readings("fuсk"), ["fuck"]);
        assert_eq!(readings("A55"), [""; 0]);
        assert_eq!(readings("сука"), [""; 0], "a word wholly in its own alphabet");
        assert_eq!(readings("2026"), [""; 0]);
    }

    #[test]
    fn stars_stand_for_letters_where_enough_is_left() {
        for masked in
            ["f*ck", "f**k", "f***", "f**king", "sh*t", "s**t", "b***h", "m*rde", "put***", "motherf***er", "a**hole"]
        {
            assert!(is_masked(masked, false), "{masked}");
        }
        for plain in [
            "f*", "h****", "****", "**free**", "prix*", "pas**", "as*", "c*", "n*gger", "2**8", "T&T", "S-T", "A&E",
            "wh-at",
        ] {
            assert!(!is_masked(plain, false), "{plain}");
        }
        assert!(is_masked("n*gger", true) && is_masked("n****r", true) && !is_masked("n***e", true));
    }

    #[test]
    fn long_runs_of_a_letter_are_shortened() {
        assert_eq!((shortened("fuuuck", 1), shortened("assss", 2)), ("fuck".into(), "ass".into()));
        assert_eq!(shortened("ééééa", 1), "éa");
    }
}
