//! Drawings made of signs: kaomoji, tables flipped, bunnies with placards, rows of lines and stars, and a
//! clap between every word. A screen reader reads them sign by sign.

use draftlens_text::{Kind, chars};

use super::Context;
use crate::rule::finding::{Finding, deletion};

/// Faces and pieces of them that nothing else is written with.
const FACES: &[&str] = &[
    "¯\\_(",
    "¯\\(",
    "(╯",
    "(ノ",
    "(ﾉ",
    "┻━┻",
    "┬─┬",
    "┬──┬",
    "ಠ_ಠ",
    "ಠ益ಠ",
    "(ಠ",
    "(づ",
    "(っ",
    "(つ",
    "ʕ•",
    "ʕ·",
    "ʕっ",
    "( ͡°",
    "(ง",
    "(•_•",
    "( •_•",
    "(⌐■",
    "(✿",
    "(◕",
    "(｡",
    "(＾",
    "(^_^",
    "(^o^",
    "(^.^",
    "(^-^",
    "(>_<",
    "(T_T",
    "(;_;",
    "(-_-",
    "(¬_¬",
    "(¬‿",
    "(╥",
    "(ಥ",
    "(♥_",
    "(≧",
    "(◠",
    "(☞",
    "☞ﾟ",
    "(ʘ",
    "(｀",
    "(´",
    "( ´",
    "(*^",
    "(*´",
    "(ﾟ",
    "٩(",
    "ヽ(",
    "ヾ(",
    "ლ(",
    "└(",
    "┐(",
    "♪┏(",
    "(•ㅅ•",
    "(•́",
    "(˘",
    "(ᵔ",
    "(๑",
    "(・",
    "( ・",
    "ᕦ(",
    "ᕙ(",
    "(｡◕",
    "(\\_/)",
    "(\\__/)",
    "(\\(\\",
    "|\\_/|",
    "( ˘",
    "༼",
    "(☉",
    "(⊙",
    "(ᵕ",
    "(◍",
    "(❁",
    "(⊃",
    "(∩",
    "(°_°",
    "(°o°",
    "(°□°",
    "☜(",
    "⊂(",
    "ᕕ(",
    "⊂（",
    "ʘ‿ʘ",
    "◉_◉",
    "◕_◕",
    "◕‿◕",
];

/// One finding a drawing. A face and a line of signs can go; claps go and leave the words.
pub(crate) fn ascii_art(context: &Context<'_>, found: &mut Vec<Finding>) {
    faces(context, found);
    drawn_lines(context, found);
    claps(context, found);
}

fn faces(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    // Every face begins with a bracket, a stroke or a letter of a far script: most texts have none.
    for (at, _) in source.char_indices().filter(|(_, c)| may_begin_face(*c)) {
        if spans.last().is_some_and(|last| at < last.1) {
            continue;
        }
        let rest = &source[at..];
        let Some(face) = FACES.iter().find(|face| rest.starts_with(**face)) else { continue };
        let (start, end) = face_around(source, at, at + face.len());
        match spans.last_mut() {
            // A table that flies belongs to who threw it.
            Some(last) if source[last.1..start.max(last.1)].trim().is_empty() => last.1 = end.max(last.1),
            _ => spans.push((start, end)),
        }
    }
    for (start, end) in spans {
        let face = &source[start..end];
        let shrugs = face.contains('ツ') || face.starts_with("¯\\");
        let edit = if shrugs {
            (start as u32, end as u32, "🤷".to_owned())
        } else {
            let (from, to) = deletion(source, (start as u32, end as u32));
            (from, to, String::new())
        };
        found.push(Finding { edits: Some(vec![edit]), ..Finding::at(start, end, face.to_owned()) });
    }
}

fn may_begin_face(c: char) -> bool {
    matches!(
        c,
        '(' | '¯'
            | '|'
            | '┻'
            | '┬'
            | 'ಠ'
            | 'ʕ'
            | '☞'
            | '٩'
            | 'ヽ'
            | 'ヾ'
            | 'ლ'
            | '└'
            | '┐'
            | '♪'
            | 'ᕦ'
            | 'ᕙ'
            | 'ᕕ'
            | '༼'
            | '☜'
            | '⊂'
            | 'ʘ'
            | '◉'
            | '◕'
    )
}

/// A face from its first sign to its last: what is glued to it, and what follows its bracket.
fn face_around(source: &str, start: usize, end: usize) -> (usize, usize) {
    const LONGEST: usize = 24;
    let before = &source[..start];
    let arms = before.trim_end_matches(|c: char| {
        !c.is_ascii_alphanumeric() && !c.is_whitespace() && !matches!(c, '.' | ',' | '!' | '?' | ':' | '"')
    });
    let start = arms.len().max(start.saturating_sub(LONGEST));
    let start = (start..=end).find(|&i| source.is_char_boundary(i)).unwrap_or(end);
    let mut tail = end;
    let mut open = source[start..end].contains(['(', '༼']);
    for c in source[end..].chars().take(LONGEST) {
        if c == '\n' || !open && (c.is_whitespace() || c.is_ascii_alphanumeric()) {
            break;
        }
        if matches!(c, ')' | '༽') {
            open = false;
        }
        tail += c.len_utf8();
    }
    (start, tail)
}

/// Two lines or more of signs, or one long line of them that is no rule of plain hyphens.
fn drawn_lines(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let mut open: Option<(usize, usize, usize)> = None;
    let mut at = 0;
    let mut sketch = (0, false);
    for line in source.split_inclusive('\n').chain(["\n"]) {
        let body = line.trim_end();
        if at >= sketch.0 && is_sketch_line(body) {
            sketch = sketch_at(source, at);
        }
        let drawn = is_drawn(body) || sketch.1 && at < sketch.0;
        match (&mut open, drawn) {
            (Some((_, end, lines)), true) => (*end, *lines) = (at + body.len(), *lines + 1),
            (None, true) => open = Some((at, at + body.len(), 1)),
            (Some((start, end, lines)), false) if !body.trim().is_empty() || line == "\n" => {
                let (start, end) = (*start, *end);
                let alone = *lines == 1;
                if !alone || is_ornament(&source[start..end]) {
                    draw(source, start, end, found);
                }
                open = None;
            }
            _ => {}
        }
        at = (at + line.len()).min(source.len());
    }
}

fn draw(source: &str, start: usize, end: usize, found: &mut Vec<Finding>) {
    let covered = found.iter().any(|f| f.spans.iter().any(|s| (s.0 as usize) < end && start < s.1 as usize));
    if covered {
        return;
    }
    let to = if source[end..].starts_with('\n') { end + 1 } else { end };
    let edits = Some(vec![(start as u32, to as u32, String::new())]);
    let shown: String = source[start..end].chars().take(12).collect();
    found.push(Finding { edits, ..Finding::at(start, end, shown.trim().to_owned()) });
}

/// Six signs or more that draw, and hardly anything else.
pub(crate) fn is_drawn(line: &str) -> bool {
    if !line.trim_start().starts_with(draws) {
        return false;
    }
    let (mut signs, mut rest) = (0, 0);
    for c in line.chars() {
        if draws(c) {
            signs += 1;
        } else if !c.is_whitespace() {
            rest += 1;
        }
    }
    signs >= 6 && rest * 2 < signs
}

/// Signs that draw when many stand together. Emoji do not: they have a name each, and are another matter.
fn draws(c: char) -> bool {
    matches!(
        c,
        '/' | '\\'
            | '|'
            | '_'
            | '-'
            | '='
            | '+'
            | '*'
            | '~'
            | '<'
            | '>'
            | '('
            | ')'
            | '^'
            | '`'
            | '\''
            | '.'
            | ':'
            | '"'
    ) || matches!(c, '\u{2500}'..='\u{25FC}' | '\u{2605}' | '\u{2606}' | '\u{2800}'..='\u{28FF}' | '•' | '·' | '°' | '¨' | '¯' | '\u{FF65}' | '\u{FF9F}' | '✧' | '✦' | '\u{3000}' | '＿' | '￣' | '｜' | '／' | '＼' | '—' | '–' | '˚' | '⋆' | '♡')
}

/// Signs in pairs at least, and no word: a line of a small drawing, such as a tree's.
fn is_sketch_line(line: &str) -> bool {
    let signs = line.chars().filter(|c| draws(*c)).count();
    let rest = line.chars().filter(|c| !draws(*c) && !c.is_whitespace()).count();
    let words = line.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 1);
    signs >= 1 && rest < signs && !words && line.len() <= 64
}

/// Where lines of signs that begin here end, and whether they are a small drawing: three at least, with slanting
/// strokes among them.
fn sketch_at(source: &str, at: usize) -> (usize, bool) {
    let lines = source[at..].split_inclusive('\n').take_while(|line| is_sketch_line(line.trim_end()));
    let (count, len) = lines.fold((0, 0), |(count, len), line| (count + 1, len + line.len()));
    let strokes = source[at..at + len].chars().filter(|c| matches!(c, '/' | '\\' | '|')).count();
    (at + len, count >= 3 && strokes >= 2)
}

/// One line of signs that is more than a plain rule: eight at least, not of hyphens, points or the like alone.
fn is_ornament(line: &str) -> bool {
    const LEAST: usize = 8;
    let signs = line.chars().filter(|c| draws(*c));
    signs.clone().count() >= LEAST
        && signs.clone().any(|c| {
            !matches!(c, '-' | '_' | '.' | '*' | '=' | '~' | '—' | '–' | '+' | '/' | '\u{2800}' | '•' | '>' | '<' | ':')
        })
}

/// `Stop 👏 scrolling 👏 now`: the same hands between three words.
fn claps(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let is_clap = |i: usize| tokens.get(i).is_some_and(|t| t.kind == Kind::Emoji && text.typed(t).starts_with('👏'));
    let mut at = 1;
    while at + 1 < tokens.len() {
        let mut hands = Vec::new();
        let mut next = at;
        let mut words = 0;
        while is_clap(next)
            && tokens[next - 1].kind == Kind::Word
            && next + 1 < tokens.len()
            && matches!(tokens[next + 1].kind, Kind::Word | Kind::Number)
        {
            hands.push(next);
            // Two words at most between two hands: “c’est”, “don’t”.
            next += if is_clap(next + 2) || tokens.get(next + 3).is_none() || !is_clap(next + 3) { 2 } else { 3 };
            words += 1;
        }
        if words >= 2 {
            let span = (tokens[at - 1].start as usize, tokens[(next - 1).min(tokens.len() - 1)].end as usize);
            let edits = hands.iter().map(|&i| clap_edit(text.source(), (tokens[i].start, tokens[i].end))).collect();
            found.push(Finding {
                edits: Some(edits),
                ..Finding::at(span.0, span.1, text.source()[span.0..span.1].to_owned())
            });
        }
        at = next.max(at + 1);
    }
}

/// One space in place of a hand and the spaces around it.
fn clap_edit(source: &str, (start, end): (u32, u32)) -> (u32, u32, String) {
    let start = source[..start as usize].trim_end_matches(' ').len();
    let end = source.len() - source[end as usize..].trim_start_matches(' ').len();
    let needs = chars::before(source, start).is_some_and(|c| !c.is_whitespace());
    (start as u32, end as u32, if needs { " ".to_owned() } else { String::new() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    #[test]
    fn drawings_are_found_and_mended() {
        for (source, without) in [
            ("¯\\_(ツ)_/¯ new sale", "🤷 new sale"),
            ("Stop 👏 scrolling 👏 now", "Stop scrolling now"),
            ("On 👏 y 👏 va", "On y va"),
            ("C'est 👏🏽 la 👏🏽 rentrée 👏🏽", "C'est la rentrée 👏🏽"),
            ("(╯°□°)╯︵ ┻━┻ Mondays", "Mondays"),
            ("Lundi ʕ•ᴥ•ʔ matin", "Lundi matin"),
            ("Sale (づ｡◕‿‿◕｡)づ today", "Sale today"),
            ("News\n★━━━━━━━━━━★\nMore", "News\nMore"),
            ("  *\n /.\\\n/o..\\\n  |_|\nFêtes", "Fêtes"),
        ] {
            let found = find("ascii-art", source);
            assert_eq!(found.len(), 1, "{source} {found:?}");
            assert_eq!(mended(source, &found[0]), without);
        }
        assert_eq!(find("ascii-art", "us when it works ༼ つ ◕_◕ ༽つ").len(), 1);
        let bunny = "(\\__/)\n(•ㅅ•)\n/ 　 づ";
        assert!(!find("ascii-art", bunny).is_empty());
        assert_eq!(find("ascii-art", "Look\n /\\_____/\\\n( o     o )\n(==  ^  ==)\nnice cat").len(), 1);
    }

    #[test]
    fn marks_lists_and_rules_pass() {
        for source in [
            "Stop scrolling now 👏",
            "Sale :-) and <3",
            "C++ & C# jobs",
            "Bravo 👏 Merci 👏",
            "One\n----------\nTwo",
            "Prices: 10 € / 20 € / 30 € (taxes included)",
            "* one\n* two\n* three",
            "🔥🔥🔥🔥🔥🔥🔥🔥",
            "(see our shop) (or not)",
            "To be continued.........",
            "#a #b #c #d @x @y",
            "**********",
            "f(x) = |x|",
            ".\n.\n.\n.\nNews",
            "- a\n- b\n- c",
            "1/4\n2/4\n3/4",
        ] {
            assert_eq!(find("ascii-art", source), [], "{source}");
        }
    }
}
