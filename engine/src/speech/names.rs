//! What signs are called: letters dressed up as others, emoji, marks. Names of our own, in English and French.

use draftlens_text::chars;

use crate::Lang;

/// Emoji, one a line: the sign, its name in English, `|`, its name in French.
static EMOJI: &str = include_str!("emoji.txt");

/// Marks that are read aloud, with their names.
const MARKS: &[(char, &str, &str)] = &[
    ('*', "asterisk", "astérisque"),
    ('_', "underscore", "tiret bas"),
    ('=', "equals", "égal"),
    ('~', "tilde", "tilde"),
    ('|', "vertical bar", "barre verticale"),
    ('/', "slash", "barre oblique"),
    ('\\', "backslash", "barre oblique inversée"),
    ('-', "dash", "tiret"),
    ('—', "dash", "tiret"),
    ('–', "dash", "tiret"),
    ('+', "plus", "plus"),
    ('<', "less than", "inférieur à"),
    ('>', "greater than", "supérieur à"),
    ('^', "caret", "accent circonflexe"),
    ('`', "backtick", "accent grave"),
    ('¯', "macron", "macron"),
    ('°', "degree", "degré"),
    ('•', "bullet", "puce"),
    ('·', "middle dot", "point médian"),
    ('→', "right arrow", "flèche vers la droite"),
    ('←', "left arrow", "flèche vers la gauche"),
    ('↓', "down arrow", "flèche vers le bas"),
    ('↑', "up arrow", "flèche vers le haut"),
    ('★', "black star", "étoile noire"),
    ('☆', "white star", "étoile blanche"),
    ('♥', "heart", "cœur"),
    ('●', "black circle", "cercle noir"),
    ('○', "white circle", "cercle blanc"),
    ('■', "black square", "carré noir"),
    ('□', "white square", "carré blanc"),
    ('◆', "black diamond", "losange noir"),
    ('░', "light shade", "trame claire"),
    ('▒', "medium shade", "trame moyenne"),
    ('▓', "dark shade", "trame foncée"),
    ('█', "full block", "bloc plein"),
    ('✓', "tick", "coche"),
    ('✗', "cross", "croix"),
    ('©', "copyright", "copyright"),
    ('®', "registered", "marque déposée"),
    ('™', "trademark", "marque commerciale"),
];

/// The thirteen alphabets of mathematics, in the order of their characters.
const STYLES: [(&str, &str); 13] = [
    ("bold", "gras"),
    ("italic", "italique"),
    ("bold italic", "gras italique"),
    ("script", "de ronde"),
    ("bold script", "de ronde gras"),
    ("fraktur", "gothique"),
    ("double-struck", "ajouré"),
    ("bold fraktur", "gothique gras"),
    ("sans-serif", "sans empattement"),
    ("sans-serif bold", "sans empattement gras"),
    ("sans-serif italic", "sans empattement italique"),
    ("sans-serif bold italic", "sans empattement gras italique"),
    ("monospace", "à chasse fixe"),
];

/// The name of a letter or digit that is dressed up as another: “mathematical bold script small f”.
pub(super) fn fancy(c: char, plain: char, lang: Lang) -> String {
    let (style, genre) = style(c);
    let digit = plain.is_ascii_digit();
    match lang {
        Lang::En => {
            let case = if digit {
                "digit"
            } else if plain.is_ascii_uppercase() {
                "capital"
            } else {
                "small"
            };
            [style.as_str(), " ", case, " ", plain.encode_utf8(&mut [0; 4])].concat()
        }
        Lang::Fr => {
            let case = if digit {
                ""
            } else if plain.is_ascii_uppercase() {
                " majuscule"
            } else {
                " minuscule"
            };
            [plain.to_ascii_lowercase().encode_utf8(&mut [0; 4]), case, " ", genre.as_str()].concat()
        }
    }
}

fn style(c: char) -> (String, String) {
    let code = c as u32;
    let of_mathematics = |(en, fr): (&str, &str)| (["mathematical ", en].concat(), [fr, " mathématique"].concat());
    let named = |en: &str, fr: &str| (en.to_owned(), fr.to_owned());
    match code {
        0x1D400..=0x1D6A3 => of_mathematics(STYLES[((code - 0x1D400) / 52) as usize]),
        0x1D7CE..=0x1D7FF => {
            let order = [0, 6, 8, 9, 12];
            of_mathematics(STYLES[order[((code - 0x1D7CE) / 10) as usize % 5]])
        }
        0x2102 | 0x210D | 0x2115 | 0x2119 | 0x211A | 0x211D | 0x2124 => named("double-struck", "ajouré"),
        0x210C | 0x2111 | 0x211C | 0x2128 | 0x212D => named("black-letter", "gothique"),
        0x210A..=0x2134 => named("script", "de ronde"),
        0x24B6..=0x24E9 => named("circled", "entouré"),
        0x249C..=0x24B5 | 0x1F110..=0x1F129 => named("parenthesized", "entre parenthèses"),
        0x1F130..=0x1F149 => named("squared", "encadré"),
        0x1F150..=0x1F169 => named("negative circled", "entouré en négatif"),
        0x1F170..=0x1F189 => named("negative squared", "encadré en négatif"),
        0xFF10..=0xFF5A => named("fullwidth", "pleine chasse"),
        0x1F1E6..=0x1F1FF => named("regional indicator", "indicateur régional"),
        0x2B0..=0x2FF | 0x1D2C..=0x1D6A | 0x1D9C..=0x1DBF | 0x2071 | 0x207F => named("superscript", "en exposant"),
        _ => named("small capital", "petite capitale"),
    }
}

/// The name of an emoji, whatever its skin tone; “emoji” where it is none of the commonest.
pub(super) fn emoji(typed: &str, lang: Lang) -> String {
    let mut chars = typed.chars().filter(|c| !matches!(c, '\u{FE0F}' | '\u{FE0E}') && !chars::is_skin_tone(*c));
    let Some(first) = chars.next() else { return String::new() };
    if chars::is_flag_letter(first) {
        let letters = core::iter::once(first).chain(chars).filter(|c| chars::is_flag_letter(*c));
        let names: String = letters.flat_map(|c| [' ', char::from((c as u32 - 0x1F1E6) as u8 + b'A')]).collect();
        return [said(lang, "flag", "drapeau"), &names].concat();
    }
    if first.is_ascii() {
        return [said(lang, "keycap ", "touche "), first.encode_utf8(&mut [0; 4])].concat();
    }
    // A family, a profession: what it begins with says the most.
    let name = known(first, lang).unwrap_or("emoji").to_owned();
    let tone = typed.chars().find(|c| chars::is_skin_tone(*c));
    match tone {
        Some(tone) => [&name, ", ", tone_name(tone, lang)].concat(),
        None => name,
    }
}

fn known(first: char, lang: Lang) -> Option<&'static str> {
    let line = EMOJI.lines().find(|line| line.starts_with(first))?;
    let (english, french) = line.split_once(' ')?.1.split_once('|')?;
    Some(said(lang, english, french))
}

fn tone_name(tone: char, lang: Lang) -> &'static str {
    match tone {
        '\u{1F3FB}' => said(lang, "light skin", "peau claire"),
        '\u{1F3FC}' => said(lang, "medium-light skin", "peau assez claire"),
        '\u{1F3FD}' => said(lang, "medium skin", "peau mate"),
        '\u{1F3FE}' => said(lang, "medium-dark skin", "peau assez foncée"),
        _ => said(lang, "dark skin", "peau foncée"),
    }
}

/// The name of a mark that is read aloud; none where it is only a pause.
pub(super) fn mark(c: char, lang: Lang) -> Option<&'static str> {
    let known = MARKS.iter().find(|m| m.0 == c).map(|m| said(lang, m.1, m.2));
    known.or_else(|| match c {
        '\u{2500}'..='\u{257F}' => Some(said(lang, "box-drawing line", "trait de cadre")),
        '\u{2580}'..='\u{25FF}' | '\u{2600}'..='\u{27BF}' | '\u{2800}'..='\u{28FF}' => {
            Some(said(lang, "symbol", "symbole"))
        }
        _ => None,
    })
}

/// The word of a language.
pub(super) fn said(lang: Lang, english: &'static str, french: &'static str) -> &'static str {
    if lang == Lang::Fr { french } else { english }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_sign_and_two_names_and_no_sign_comes_twice() {
        let signs: Vec<&str> = EMOJI.lines().filter_map(|l| l.split(' ').next()).collect();
        assert!(signs.len() > 200);
        for (i, line) in EMOJI.lines().enumerate() {
            let (sign, names) = line.split_once(' ').expect("a sign and its names");
            assert!(sign.chars().count() == 1 && !signs[..i].contains(&sign), "{line}");
            assert!(names.split('|').count() == 2 && names.split('|').all(|n| !n.trim().is_empty()), "{line}");
        }
    }

    #[test]
    fn letters_are_named_as_unicode_does() {
        assert_eq!(fancy('𝓯', 'f', Lang::En), "mathematical bold script small f");
        assert_eq!(fancy('𝗕', 'B', Lang::En), "mathematical sans-serif bold capital B");
        assert_eq!(fancy('𝗕', 'B', Lang::Fr), "b majuscule sans empattement gras mathématique");
        assert_eq!(fancy('𝟓', '5', Lang::En), "mathematical bold digit 5");
        assert_eq!(fancy('Ⓝ', 'N', Lang::En), "circled capital N");
    }

    #[test]
    fn emoji_have_names_with_tones_flags_and_keys() {
        assert_eq!(emoji("❤\u{FE0F}", Lang::Fr), "cœur rouge");
        assert_eq!(emoji("👍🏽", Lang::En), "thumbs up, medium skin");
        assert_eq!(emoji("🇫🇷", Lang::En), "flag F R");
        assert_eq!(emoji("1\u{FE0F}\u{20E3}", Lang::Fr), "touche 1");
        assert_eq!(emoji("🫠", Lang::En), "emoji");
    }
}
