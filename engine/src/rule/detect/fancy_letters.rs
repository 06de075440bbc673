//! Letters of mathematics, of circles and boxes, full-width ones, small capitals and struck-through words,
//! used as a font: screen readers spell them, searches miss them.

use draftlens_text::fold::fancy_letter;
use draftlens_text::{Kind, Text, Token, chars};

use super::Context;
use crate::rule::finding::Finding;

/// Small capitals and the letters they stand for.
const SMALL_CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ";
/// Raised small letters, without q.
const RAISED: &str = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖqʳˢᵗᵘᵛʷˣʸᶻ";

/// How a run is dressed up, and how many letters side by side make it a font.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dress {
    /// Mathematical, circled and boxed letters.
    Letter,
    /// Full-width letters and digits.
    Wide,
    SmallCapital,
    Raised,
}

impl Dress {
    fn least(self) -> usize {
        match self {
            Self::Letter | Self::Wide => 2,
            Self::SmallCapital => 3,
            Self::Raised => 4,
        }
    }
}

/// One finding for the whole text; the edit writes ordinary letters.
pub(crate) fn fancy_letters(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let is_dressed = |c: char| c >= '\u{250}' && (plain(c).is_some() || is_stroke(c) || chars::is_flag_letter(c));
    if !source.chars().any(is_dressed) {
        return;
    }
    let mut edits = runs(source);
    edits.extend(struck(source));
    edits.extend(flags(context.text));
    if edits.is_empty() {
        return;
    }
    draftlens_text::order::sort(&mut edits);
    let spans: Vec<(u32, u32)> = edits.iter().map(|e| (e.0, e.1)).collect();
    let matched = source[spans[0].0 as usize..spans[0].1 as usize].to_owned();
    let vars = vec![("plain", edits[0].2.clone())];
    found.push(Finding { spans, matched, edits: Some(edits), vars, ..Finding::default() });
}

/// Runs of dressed-up letters and digits, with the spaces between them, and what they stand for.
fn runs(source: &str) -> Vec<(u32, u32, String)> {
    let wide_is_usual = source.chars().any(is_east_asian);
    let mut edits = Vec::new();
    let mut run = Run::default();
    for (at, c) in source.char_indices().filter(|(_, c)| !c.is_ascii()) {
        // A picture, not a letter: 🅰️, Ⓜ️.
        let is_picture = chars::at(source, at + c.len_utf8()) == Some('\u{FE0F}');
        let Some((letter, dress)) =
            plain(c).filter(|(_, dress)| !(is_picture || wide_is_usual && *dress == Dress::Wide))
        else {
            continue;
        };
        if run.end != at && !run.reaches(source, at) {
            run.finish(&mut edits);
        }
        run.push(source, at, c, letter, dress);
    }
    run.finish(&mut edits);
    edits
}

/// Letters that flags are made of, each alone: 🇸 🇦 🇱 🇪.
fn flags(text: &Text) -> Vec<(u32, u32, String)> {
    const LEAST: usize = 3;
    let letter = |token: &Token| {
        let mut chars = text.typed(token).chars();
        let first = chars.next().filter(|c| chars::is_flag_letter(*c) && chars.next().is_none())?;
        Some(ascii(0x41 + first as u32 - 0x1F1E6))
    };
    let alone = text.tokens().iter().filter(|t| t.kind == Kind::Emoji && t.end - t.start == 4);
    let edits: Vec<_> = alone.filter_map(|t| Some((t.start, t.end, letter(t)?.to_string()))).collect();
    if edits.len() < LEAST { Vec::new() } else { edits }
}

#[derive(Default)]
struct Run {
    start: usize,
    end: usize,
    text: String,
    least: usize,
    /// The most letters side by side.
    longest: usize,
    beside: usize,
}

impl Run {
    /// Whether only a space or a mark stands between.
    fn reaches(&self, source: &str, at: usize) -> bool {
        const BETWEEN: &[&str] = &[" ", "-", "’", "'", "\u{200B}", " \u{200B}", "\u{A0}", "&", " & "];
        let between = &source[self.end..at];
        let accents = between.len() <= 6 && between.chars().all(|c| ('\u{300}'..='\u{36F}').contains(&c));
        !self.text.is_empty() && (accents || BETWEEN.contains(&between))
    }

    fn push(&mut self, source: &str, at: usize, c: char, letter: char, dress: Dress) {
        if self.text.is_empty() {
            self.start = at;
            self.least = dress.least();
        } else {
            self.text.extend(source[self.end..at].chars().filter(|c| *c != '\u{200B}'));
        }
        self.beside = if self.end == at && !self.text.is_empty() { self.beside + 1 } else { 1 };
        self.longest = self.longest.max(self.beside);
        self.least = self.least.min(dress.least());
        self.text.push(letter);
        self.end = at + c.len_utf8();
    }

    fn finish(&mut self, edits: &mut Vec<(u32, u32, String)>) {
        if self.longest >= self.least && !self.text.is_empty() {
            edits.push((self.start as u32, self.end as u32, core::mem::take(&mut self.text)));
        }
        *self = Self::default();
    }
}

/// The ordinary letter or digit, and how it was dressed.
pub(crate) fn plain(c: char) -> Option<(char, Dress)> {
    let code = c as u32;
    let letter = |index: u32| if index % 52 < 26 { ascii(0x41 + index % 52) } else { ascii(0x61 + index % 52 - 26) };
    Some(match code {
        0x1D400..=0x1D6A3 => (letter(code - 0x1D400), Dress::Letter),
        0x1D7CE..=0x1D7FF => (ascii(0x30 + (code - 0x1D7CE) % 10), Dress::Letter),
        0x24B6..=0x24CF => (ascii(0x41 + code - 0x24B6), Dress::Letter),
        0x24D0..=0x24E9 => (ascii(0x61 + code - 0x24D0), Dress::Letter),
        0x249C..=0x24B5 => (ascii(0x61 + code - 0x249C), Dress::Letter),
        0x1F110..=0x1F129 => (ascii(0x41 + code - 0x1F110), Dress::Letter),
        0x1F130..=0x1F149 => (ascii(0x41 + code - 0x1F130), Dress::Letter),
        0x1F150..=0x1F169 => (ascii(0x41 + code - 0x1F150), Dress::Letter),
        0x1F170..=0x1F189 => (ascii(0x41 + code - 0x1F170), Dress::Letter),
        0xFF21..=0xFF3A | 0xFF41..=0xFF5A | 0xFF10..=0xFF19 => (ascii(code - 0xFEE0), Dress::Wide),
        0x2102..=0x2134 => {
            let small = fancy_letter(c)?;
            let is_small = matches!(code, 0x210A | 0x210E | 0x2113 | 0x212F | 0x2134);
            (if is_small { small } else { small.to_ascii_uppercase() }, Dress::Letter)
        }
        0x250..=0x2FF | 0x1D00..=0x1DBF | 0x2071 | 0x207F | 0xA730..=0xA7AF => {
            of_list(SMALL_CAPITALS, c, Dress::SmallCapital).or_else(|| of_list(RAISED, c, Dress::Raised))?
        }
        _ => return None,
    })
}

fn of_list(list: &str, c: char, dress: Dress) -> Option<(char, Dress)> {
    let at = list.chars().position(|known| known == c)?;
    Some((ascii(0x61 + at as u32), dress))
}

/// Words with a stroke or line on every letter, and the same without.
fn struck(source: &str) -> Vec<(u32, u32, String)> {
    const LEAST: usize = 3;
    let mut edits: Vec<(u32, u32, String)> = Vec::new();
    // First byte and end of the run, how many strokes it has, and its letters.
    let (mut start, mut end, mut strokes, mut text) = (0, 0, 0, String::new());
    let mut last: Option<(usize, char)> = None;
    for (at, c) in source.char_indices() {
        if !is_stroke(c) {
            last = Some((at, c));
            continue;
        }
        let Some((letter_at, letter)) = last.take() else {
            end = at + c.len_utf8();
            continue;
        };
        if strokes == 0 || end != letter_at {
            if strokes >= LEAST {
                edits.push((start as u32, end as u32, core::mem::take(&mut text)));
            }
            (start, strokes) = (letter_at, 0);
            text.clear();
        }
        text.push(letter);
        strokes += usize::from(letter != ' ');
        end = at + c.len_utf8();
    }
    if strokes >= LEAST {
        edits.push((start as u32, end as u32, text));
    }
    edits
}

/// Overlays and lines below: no alphabet of ours writes them over every letter.
fn is_stroke(c: char) -> bool {
    matches!(
        c,
        '\u{332}' | '\u{333}' | '\u{335}'
            ..='\u{338}' | '\u{305}' | '\u{20D2}' | '\u{20D3}' | '\u{20DD}' | '\u{20DE}' | '\u{489}'
    )
}

/// Kana, Chinese and Korean, beside which full-width letters are at home.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn ascii(code: u32) -> char {
    char::from(code as u8)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};
    use super::{RAISED, SMALL_CAPITALS};

    #[test]
    fn every_font_is_found_and_written_in_ordinary_letters() {
        for (source, plain) in [
            ("𝗕𝗶𝗴 news today", "Big news today"),
            ("𝓗𝓮𝓵𝓵𝓸 there", "Hello there"),
            ("Ⓝⓔⓦ in store", "New in store"),
            ("Ｓｏｌｄｅｓ ici", "Soldes ici"),
            ("ℌ𝔢𝔩𝔩𝔬 𝔴𝔬𝔯𝔩𝔡, he said", "Hello world, he said"),
            ("ℋℯ𝓁𝓁ℴ", "Hello"),
            ("🆂🅰🅻🅴 now", "SALE now"),
            ("ɴᴇᴡ ᴄᴏʟʟᴇᴄᴛɪᴏɴ", "new collection"),
            ("𝟓𝟎 % 𝐨𝐟𝐟", "50 % off"),
            ("s̶o̶l̶d̶ out", "sold out"),
            ("ᵗʰⁱˢ ᵉⁿᵈ", "this end"),
            ("𝐜𝐚𝐟𝐞\u{301}𝐬 ici", "cafe\u{301}s ici"),
            ("🇸 🇦 🇱 🇪", "S A L E"),
            ("Ｎｅｗ here 𝗮𝗻𝗱 there", "New here and there"),
        ] {
            let found = find("fancy-letters", source);
            assert_eq!(found.len(), 1, "{source}");
            assert_eq!(mended(source, &found[0]), plain);
        }
    }

    #[test]
    fn mathematics_pictures_and_other_scripts_pass() {
        for source in [
            "Big news today",
            "H₂O facts, E = mc²",
            "let 𝑥 be in ℝ",
            "1ᵉʳ étage, Mᵐᵉ Durand, n° 5",
            "Price: 5 €",
            "Line Ⓜ️ and 🅿️🅰️",
            "新しいＣＤを発売",
            "naïve café ÉTÉ Straße ª º",
            "[ˈbɪɡ ˈnjuːz]",
            "🇫🇷🇧🇪 France, Belgique",
            "Ελλάδα Москва",
            "① first ② second",
        ] {
            assert_eq!(find("fancy-letters", source), [], "{source}");
        }
    }

    #[test]
    fn the_lists_have_one_sign_a_letter() {
        assert_eq!((SMALL_CAPITALS.chars().count(), RAISED.chars().count()), (26, 26));
    }
}
