//! Folding: two spellings that a reader takes for the same word get the same form.
//!
//! Case, accents, curly quotes, full-width and "fake bold" letters disappear. Small tables of our
//! own: three Unicode normal forms would cost the wasm 48 KB.

/// Base letters of U+00C0 to U+017F; `*` where more than one letter stands or none.
const LATIN: &str = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*lllllll\
lllnnnnnnn**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwyasss**aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy****yy";

/// Appends the folded form of `c`.
pub fn push_char(c: char, out: &mut String) {
    match c {
        '\0'..='\x7F' => out.push(c.to_ascii_lowercase()),
        '\u{C0}'..='\u{17F}' => push_latin(c, out),
        '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{200B}'..='\u{200D}' | '\u{AD}' => {}
        '\u{1E00}'..='\u{1EFF}' => push_from(LATIN_ADDITIONAL, c as u32 - 0x1E00, c, out),
        '‘' | '’' | 'ʼ' | '′' | '‛' => out.push('\''),
        '“' | '”' | '„' | '«' | '»' | '″' => out.push('"'),
        '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
        '\u{A0}' | '\u{202F}' | '\u{2009}' => out.push(' '),
        '…' => out.push_str("..."),
        '\u{FF01}'..='\u{FF5E}' => push_char(ascii(c as u32 - 0xFEE0), out),
        '\u{1D400}'..='\u{1D6A3}' => out.push(letter((c as u32 - 0x1D400) % 26)),
        '\u{1D7CE}'..='\u{1D7FF}' => out.push(ascii(0x30 + (c as u32 - 0x1D7CE) % 10)),
        _ => out.extend(c.to_lowercase()),
    }
}

/// The folded form of a whole string.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_char(c, &mut out);
    }
    out
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
        _ => out.extend(c.to_lowercase()),
    }
}

fn ascii(code: u32) -> char {
    char::from(code as u8)
}

fn letter(index: u32) -> char {
    ascii(0x61 + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_quotes_and_fake_bold_disappear() {
        assert_eq!(fold("ÉTÉ à l’Œuvre"), "ete a l'oeuvre");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("𝗦𝗔𝗟𝗘 ＳＡＬＥ"), "sale sale");
        assert_eq!(fold("Straße Łódź Ñandú Žižek İğüş"), "strasse lodz nandu zizek igus");
        assert_eq!(fold("Ấp ệ ữ ỷ"), "ap e u y");
    }

    #[test]
    fn the_latin_tables_cover_their_blocks() {
        assert_eq!(LATIN.len(), 0x180 - 0xC0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
    }
}
