//! Folding: two spellings that a reader takes for the same word get the same form.
//!
//! Case, accents, curly quotes, full-width and "fake bold" letters disappear. Small tables of our
//! own: three Unicode normal forms would cost the wasm 48 KB.

use crate::chars;

/// Base letters of U+00C0 to U+017F; `*` where more than one letter stands or none.
const LATIN: &str = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*lllllll\
lllnnnnnnn**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasss**aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy****yy";

/// Appends the folded form of `c`; nothing where `c` is invisible or a mark over a letter.
pub fn push_char(c: char, out: &mut String) {
    match c {
        '\0'..='\x7F' => out.push(c.to_ascii_lowercase()),
        '\u{C0}'..='\u{17F}' => push_latin(c, out),
        '\u{300}'..='\u{36F}' => {}
        'ẞ' => out.push_str("ss"),
        '\u{1E00}'..='\u{1EFF}' => push_from(LATIN_ADDITIONAL, c as u32 - 0x1E00, c, out),
        '´' | '‘' | '’' | 'ʼ' | '′' | '‛' => out.push('\''),
        '“' | '”' | '„' | '«' | '»' | '″' => out.push('"'),
        '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
        '…' => out.push_str("..."),
        '\u{FF01}'..='\u{FF5E}' => push_char(ascii(c as u32 - 0xFEE0), out),
        '\u{1D7CE}'..='\u{1D7FF}' => out.push(ascii(0x30 + (c as u32 - 0x1D7CE) % 10)),
        _ if is_invisible(c) => {}
        _ if chars::is_space(c) => out.push(' '),
        _ => match fancy_letter(c) {
            Some(letter) => out.push(letter),
            None => push_lower(c, out),
        },
    }
}

/// Whether a character shows nothing: joiners, soft hyphens, direction marks, variation selectors.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The plain letter of one from the mathematical, circled or squared alphabets: fake bold and the like.
#[must_use]
pub fn fancy_letter(c: char) -> Option<char> {
    let code = c as u32;
    let index = match code {
        0x1D400..=0x1D6A3 => code - 0x1D400,
        0x24B6..=0x24E9 => code - 0x24B6,
        0x1F130..=0x1F149 => code - 0x1F130,
        0x1F150..=0x1F169 => code - 0x1F150,
        0x1F170..=0x1F189 => code - 0x1F170,
        0x1D6A4 => 8,
        0x1D6A5 => 9,
        0x210E => 7,
        _ => return SCRIPT.iter().find(|s| s.0 == code).map(|s| s.1),
    };
    Some(ascii(0x61 + index % 26))
}

/// Letters that have their place among the mathematical ones elsewhere, for reasons of history.
const SCRIPT: [(u32, char); 24] = [
    (0x2102, 'c'),
    (0x210A, 'g'),
    (0x210B, 'h'),
    (0x210C, 'h'),
    (0x210D, 'h'),
    (0x2110, 'i'),
    (0x2111, 'i'),
    (0x2112, 'l'),
    (0x2113, 'l'),
    (0x2115, 'n'),
    (0x2119, 'p'),
    (0x211A, 'q'),
    (0x211B, 'r'),
    (0x211C, 'r'),
    (0x211D, 'r'),
    (0x2124, 'z'),
    (0x2128, 'z'),
    (0x212C, 'b'),
    (0x212D, 'c'),
    (0x212F, 'e'),
    (0x2130, 'e'),
    (0x2131, 'f'),
    (0x2133, 'm'),
    (0x2134, 'o'),
];

/// The folded form of a whole string.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(text, &mut out);
    out
}

/// The folded letters and figures of a string, as a hashtag has them.
#[must_use]
pub fn joined(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Appends the folded form of a string.
pub fn push(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
    } else {
        text.chars().for_each(|c| push_char(c, out));
    }
}

fn push_latin(c: char, out: &mut String) {
    match c {
        'Æ' | 'æ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'Ĳ' | 'ĳ' => out.push_str("ij"),
        'ß' => out.push_str("ss"),
        'Þ' | 'þ' => out.push_str("th"),
        _ => push_from(LATIN, c as u32 - 0xC0, c, out),
    }
}

fn push_from(table: &str, index: u32, c: char, out: &mut String) {
    match table.as_bytes().get(index as usize) {
        Some(&base) if base != b'*' => out.push(char::from(base)),
        _ => push_lower(c, out),
    }
}

/// The small letter, which may have an accent of its own to lose: the ångström sign is a capital of `å`.
fn push_lower(c: char, out: &mut String) {
    for small in c.to_lowercase() {
        if small == c {
            out.push(c);
        } else {
            push_char(small, out);
        }
    }
}

fn ascii(code: u32) -> char {
    char::from(code as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn accents_case_quotes_and_fake_bold_disappear() {
        assert_eq!(fold("ÉTÉ à l’Œuvre"), "ete a l'oeuvre");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("𝗦𝗔𝗟𝗘 ＳＡＬＥ"), "sale sale");
        assert_eq!(fold("Straße Łódź Ñandú Žižek İğüş"), "strasse lodz nandu zizek igus");
        assert_eq!(fold("Ấp ệ ữ ỷ"), "ap e u y");
    }

    #[test]
    fn no_character_folds_further_when_it_is_folded_twice() {
        for c in '\0'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
        assert_eq!(fold("\u{212B} \u{212A}"), "a k");
    }

    #[test]
    fn every_accented_latin_letter_folds_to_its_base() {
        for c in ('\u{C0}'..='\u{17F}').chain('\u{1E00}'..='\u{1EFF}') {
            let parts: String = c.to_lowercase().nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).collect();
            if parts.is_ascii() {
                assert_eq!(fold(&c.to_string()), parts, "U+{:04X}", c as u32);
            }
        }
        assert_eq!(fold("Øø Đđ Łł Ħħ ı ß ẞ Æ Œ × ÷"), "oo dd ll hh i ss ss ae oe × ÷");
    }

    #[test]
    fn fancy_letters_fold_as_their_compatibility_forms() {
        for c in ('\u{2100}'..='\u{214F}')
            .chain('\u{24B6}'..='\u{24E9}')
            .chain('\u{1D400}'..='\u{1D7FF}')
            .chain('\u{1F130}'..='\u{1F149}')
        {
            let plain: String = c.nfkd().collect::<String>().to_lowercase();
            if let (Some(letter), true) = (fancy_letter(c), c.nfkd().ne([c])) {
                assert!(plain.starts_with([letter, 'ı', 'ȷ']), "U+{:04X} {plain}", c as u32);
            }
        }
        assert_eq!(fold("Ⓢⓐⓛⓔ 🅂🄰🄻🄴 ℋello 𝒽i 𝟓"), "sale sale hello hi 5");
    }

    #[test]
    fn what_is_invisible_leaves_no_trace() {
        assert_eq!(fold("s\u{200B}a\u{AD}l\u{202E}e\u{FE0F}"), "sale");
        assert_eq!(fold("a\u{A0}b\u{2009}c"), "a b c");
    }

    #[test]
    fn the_latin_tables_cover_their_blocks() {
        assert_eq!(LATIN.len(), 0x180 - 0xC0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
    }
}
