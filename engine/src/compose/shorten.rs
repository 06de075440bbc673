//! Ways to make a text shorter that lose little: each is an edit of its own, with what it saves.

use draftlens_text::{Kind, Language, Text, Token, order};

use super::Ruler;
use crate::Edit;

/// How a text can be made to fit a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortening {
    /// How much too long it is, in the network's unit; 0 when it fits.
    pub over: u32,
    /// Cuts, those that lose least first. None touches another: any choice of them can be made together.
    pub cuts: Vec<Cut>,
    /// How many of the first cuts make it fit; 0 when it fits already, or all together do not suffice.
    pub enough: usize,
}

/// One way to save something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What is done.
    pub kind: CutKind,
    /// The edit that does it.
    pub edit: Edit,
    /// What it saves by itself, in the network's unit.
    pub saves: u32,
}

/// What a cut does, from what loses nothing to what a reader may miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CutKind {
    /// Takes out spaces and blank lines that nobody sees.
    Space,
    /// Takes out what a link carries only to count clicks.
    Tracking,
    /// Writes one mark for a run of marks.
    Marks,
    /// Writes a shorter form of the same words.
    Form,
    /// Takes out a word that says little.
    Filler,
    /// Takes out one hashtag of several at the end.
    Hashtag,
    /// Takes out an emoji of several.
    Emoji,
    /// Takes out an aside in brackets.
    Aside,
    /// Takes out a link, to put it into a reply or the link field.
    Link,
}

impl CutKind {
    /// Its word in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::Tracking => "tracking",
            Self::Marks => "marks",
            Self::Form => "form",
            Self::Filler => "filler",
            Self::Hashtag => "hashtag",
            Self::Emoji => "emoji",
            Self::Aside => "aside",
            Self::Link => "link",
        }
    }
}

/// A stretch of bytes, and what stands there instead.
type Change = (CutKind, usize, usize, String);

/// No more is looked for: nobody reads a longer list, and each cut is counted.
const MOST: usize = 40;

/// Above this many bytes the cuts are not counted one by one: a draft a hundred times too long wants rewriting.
const TOO_LONG: usize = 100_000;

/// Finds ways to shorten a text for a network.
pub(super) fn shorten(ruler: &Ruler, source: &str) -> Shortening {
    let seen = ruler.measure(source);
    let over = seen.count.saturating_sub(seen.limit);
    if seen.fits || source.len() > TOO_LONG {
        return Shortening { over, ..Shortening::default() };
    }
    let text = Text::parse(source);
    let mut changes = changes(&text);
    changes.truncate(MOST);
    let counted = |change: &Change| seen.count.saturating_sub(ruler.measure(&applied(source, [change])).count);
    let cuts: Vec<(Cut, Change)> = changes
        .into_iter()
        .filter_map(|change| {
            let saves = counted(&change);
            (saves > 0).then(|| (cut(&text, &change, saves), change))
        })
        .collect();
    let enough = enough(ruler, source, &cuts);
    Shortening { over, cuts: cuts.into_iter().map(|(cut, _)| cut).collect(), enough }
}

fn cut(text: &Text, (kind, start, end, with): &Change, saves: u32) -> Cut {
    let unit = |byte: usize| text.utf16(byte as u32);
    Cut { kind: *kind, edit: Edit { start: unit(*start), end: unit(*end), replacement: with.clone() }, saves }
}

/// How many of the first cuts make the text fit.
fn enough(ruler: &Ruler, source: &str, cuts: &[(Cut, Change)]) -> usize {
    let fits = |n: usize| ruler.fits(&applied(source, cuts[..n].iter().map(|(_, change)| change)));
    if cuts.is_empty() || !fits(cuts.len()) {
        return 0;
    }
    let (mut low, mut high) = (0, cuts.len());
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) { high = middle } else { low = middle }
    }
    high
}

fn applied<'a>(source: &str, changes: impl IntoIterator<Item = &'a Change>) -> String {
    let mut sorted: Vec<&Change> = changes.into_iter().collect();
    order::sort_by(&mut sorted, &|a, b| a.1 < b.1);
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (_, start, end, with) in sorted {
        out.push_str(&source[at..*start]);
        out.push_str(with);
        at = *end;
    }
    out.push_str(&source[at..]);
    out
}

/// All changes, those that lose least first; where two would touch, the one that loses less stays.
fn changes(text: &Text) -> Vec<Change> {
    let mut found = Vec::new();
    spaces(text, &mut found);
    tracking(text, &mut found);
    marks(text, &mut found);
    words(text, &mut found);
    extras(text, Kind::Hashtag, CutKind::Hashtag, &mut found);
    extras(text, Kind::Emoji, CutKind::Emoji, &mut found);
    asides(text, &mut found);
    links(text, &mut found);
    order::sort_by(&mut found, &|a, b| a.0 < b.0);
    let mut kept: Vec<Change> = Vec::new();
    for change in found {
        if !kept.iter().any(|k| k.1 < change.2 && change.1 < k.2) {
            kept.push(change);
        }
    }
    kept
}

/// Double spaces, spaces before a line break, more than one blank line.
fn spaces(text: &Text, found: &mut Vec<Change>) {
    let source = text.source();
    let end = source.trim_end().len();
    let mut at = 0;
    while let Some(offset) = source[at..end].find(char::is_whitespace) {
        let start = at + offset;
        let run = &source[start..];
        let len = run.len() - run.trim_start().len();
        let shown = match source[start..start + len].matches('\n').count() {
            0 => " ",
            1 => "\n",
            _ => "\n\n",
        };
        // A space of French typography is one character wide and stays.
        if len > shown.len() && source[start..start + len].chars().count() > shown.len() {
            found.push((CutKind::Space, start, start + len, shown.to_owned()));
        }
        at = start + len;
    }
    if end < source.len() {
        found.push((CutKind::Space, end, source.len(), String::new()));
    }
}

/// Parameters that only count clicks.
fn tracking(text: &Text, found: &mut Vec<Change>) {
    for link in text.tokens().iter().filter(|t| t.kind == Kind::Link) {
        let typed = text.typed(link);
        let bare = without_tracking(typed);
        if bare.len() < typed.len() {
            found.push((CutKind::Tracking, link.start as usize, link.end as usize, bare));
        }
    }
}

/// A link without the parameters that only count clicks.
fn without_tracking(link: &str) -> String {
    const TRACKING: [&str; 12] = [
        "utm_", "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid", "igsh", "yclid", "dclid", "_hsenc", "_hsmi",
    ];
    let Some((address, query)) = link.split_once('?') else { return link.to_owned() };
    let (query, fragment) = query.split_once('#').map_or((query, None), |(q, f)| (q, Some(f)));
    let tracks = |pair: &&str| !TRACKING.iter().any(|name| pair.starts_with(name));
    let kept: Vec<&str> = query.split('&').filter(tracks).collect();
    let mut out = address.to_owned();
    if !kept.is_empty() {
        out.push('?');
        out.push_str(&kept.join("&"));
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// `!!!` to `!`, `?????` to `?`; three points are one sign.
fn marks(text: &Text, found: &mut Vec<Change>) {
    for token in text.tokens().iter().filter(|t| t.kind == Kind::Mark) {
        let typed = text.typed(token);
        let Some(first) = typed.chars().next() else { continue };
        let with = match first {
            '!' | '?' if typed.len() > 1 => first.to_string(),
            '.' if typed.len() > 2 => "…".to_owned(),
            _ => continue,
        };
        found.push((CutKind::Marks, token.start as usize, token.end as usize, with));
    }
}

/// Shorter forms of the same words, and words that say little.
fn words(text: &Text, found: &mut Vec<Change>) {
    let tokens = text.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let language = language_of(text, &tokens[at]);
        let hit = table(language).iter().find_map(|(from, to)| Some((matched(text, at, from)?, *to)));
        let Some((len, to)) = hit else {
            at += 1;
            continue;
        };
        let (first, last) = (&tokens[at], &tokens[at + len - 1]);
        let change = match to {
            "" => without(text, first, last),
            _ => Some((first.start as usize, last.end as usize, cased(text.typed(first), to))),
        };
        let kind = if to.is_empty() { CutKind::Filler } else { CutKind::Form };
        found.extend(change.map(|(start, end, with)| (kind, start, end, with)));
        at += len;
    }
}

fn language_of(text: &Text, token: &Token) -> Language {
    text.sentences().get(token.sentence as usize).map_or(text.language(), |s| s.language)
}

/// How many tokens from `at` on are these words, with spaces or apostrophes between them.
fn matched(text: &Text, at: usize, words: &str) -> Option<usize> {
    let tokens = text.tokens();
    let mut count = 0;
    for word in words.split(' ') {
        let token = tokens.get(at + count)?;
        let same_sentence = token.sentence == tokens[at].sentence;
        if !matches!(token.kind, Kind::Word | Kind::Number) || !same_sentence || text.folded(token) != word {
            return None;
        }
        count += 1;
    }
    Some(count)
}

/// A capital stays a capital.
fn cased(typed: &str, to: &str) -> String {
    let mut letters = to.chars();
    match (typed.chars().next(), letters.next()) {
        (Some(was), Some(first)) if was.is_uppercase() => first.to_uppercase().chain(letters).collect(),
        _ => to.to_owned(),
    }
}

/// The words and the space before them, where a sentence is left: not at its beginning.
fn without(text: &Text, first: &Token, last: &Token) -> Option<(usize, usize, String)> {
    let source = text.source();
    let start = source[..first.start as usize].trim_end_matches(' ').len();
    let inside = start < first.start as usize && source[..start].ends_with(char::is_alphanumeric);
    let follows = source[last.end as usize..].starts_with(' ');
    (inside && follows).then(|| (start, last.end as usize, String::new()))
}

const ENGLISH: [(&str, &str); 42] = [
    ("in order to", "to"),
    ("due to the fact that", "because"),
    ("at this point in time", "now"),
    ("for example", "e.g."),
    ("as well as", "and"),
    ("a lot of", "many"),
    ("in the near future", "soon"),
    ("do not", "don’t"),
    ("does not", "doesn’t"),
    ("did not", "didn’t"),
    ("is not", "isn’t"),
    ("are not", "aren’t"),
    ("cannot", "can’t"),
    ("can not", "can’t"),
    ("will not", "won’t"),
    ("would not", "wouldn’t"),
    ("have not", "haven’t"),
    ("it is", "it’s"),
    ("that is", "that’s"),
    ("there is", "there’s"),
    ("we are", "we’re"),
    ("you are", "you’re"),
    ("they are", "they’re"),
    ("we have", "we’ve"),
    ("you have", "you’ve"),
    ("we will", "we’ll"),
    ("you will", "you’ll"),
    ("let us", "let’s"),
    ("and", "&"),
    ("versus", "vs"),
    ("minutes", "min"),
    ("percent", "%"),
    ("per cent", "%"),
    ("very", ""),
    ("really", ""),
    ("just", ""),
    ("actually", ""),
    ("simply", ""),
    ("basically", ""),
    ("literally", ""),
    ("truly", ""),
    ("absolutely", ""),
];

const FRENCH: [(&str, &str); 30] = [
    ("dans le but de", "pour"),
    ("afin de", "pour"),
    ("en raison de", "vu"),
    ("a partir de", "dès"),
    ("par exemple", "p. ex."),
    ("c est a dire", "soit"),
    ("ainsi que", "et"),
    ("en ce moment", "ici"),
    ("a l heure actuelle", "aujourd’hui"),
    ("d ores et deja", "déjà"),
    ("au niveau de", "pour"),
    ("un grand nombre de", "maint"),
    ("la plupart du temps", "souvent"),
    ("et", "&"),
    ("numero", "n°"),
    ("pour cent", "%"),
    ("minutes", "min"),
    ("heures", "h"),
    ("euros", "€"),
    ("rendez vous", "RDV"),
    ("s il vous plait", "SVP"),
    ("vraiment", ""),
    ("tres", ""),
    ("tout simplement", ""),
    ("simplement", ""),
    ("absolument", ""),
    ("totalement", ""),
    ("reellement", ""),
    ("veritablement", ""),
    ("litteralement", ""),
];

fn table(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Unknown => &[],
    }
}

/// Hashtags or emoji beyond the first, the last of them first, where nothing of a sentence is lost.
fn extras(text: &Text, kind: Kind, cut: CutKind, found: &mut Vec<Change>) {
    let tokens = text.tokens();
    let of_kind: Vec<usize> = (0..tokens.len()).filter(|&i| tokens[i].kind == kind).collect();
    for &index in of_kind.iter().skip(1).rev() {
        if !hangs(&tokens[index + 1..]) {
            continue;
        }
        let token = &tokens[index];
        let start = text.source()[..token.start as usize].trim_end_matches(' ').len();
        found.push((cut, start, token.end as usize, String::new()));
    }
}

/// Whether only tags, emoji, links and marks follow on the line.
fn hangs(rest: &[Token]) -> bool {
    rest.iter().take_while(|t| t.kind != Kind::Break).all(|t| !matches!(t.kind, Kind::Word | Kind::Number))
}

/// Asides in brackets.
fn asides(text: &Text, found: &mut Vec<Change>) {
    let source = text.source();
    let mut at = 0;
    while let Some(open) = source[at..].find(" (").map(|i| at + i) {
        let inner = &source[open + 2..];
        let Some(close) = inner.find(')').map(|i| open + 2 + i) else { return };
        let aside = &source[open + 2..close];
        if !aside.contains(['(', '\n', '/']) && aside.contains(' ') {
            found.push((CutKind::Aside, open, close + 1, String::new()));
        }
        at = close + 1;
    }
}

/// Links that stand at the end of a line or after a colon.
fn links(text: &Text, found: &mut Vec<Change>) {
    let tokens = text.tokens();
    for (index, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Link) {
        if hangs(&tokens[index + 1..]) {
            let before = text.source()[..token.start as usize].trim_end_matches([' ', ':', '\n']).len();
            found.push((CutKind::Link, before, token.end as usize, String::new()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{self, Asked};

    fn shortened(id: &str, source: &str) -> Shortening {
        shorten(&Ruler::new(network::by_id(id).unwrap(), Asked::default()), source)
    }

    fn after(source: &str, cuts: &[Cut]) -> String {
        let mut units: Vec<u16> = source.encode_utf16().collect();
        let mut edits: Vec<&Edit> = cuts.iter().map(|c| &c.edit).collect();
        edits.sort_by_key(|e| std::cmp::Reverse(e.start));
        for edit in edits {
            units.splice(edit.start as usize..edit.end as usize, edit.replacement.encode_utf16());
        }
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(shortened("x", "Fine  as it is!!!"), Shortening::default());
    }

    #[test]
    fn what_loses_least_comes_first_and_enough_of_it_makes_the_text_fit() {
        let long = "We do not know the answer and you are welcome to tell us. ".repeat(4);
        let source = format!("{long}Really  nice!!! See https://example.com/a?utm_source=x&b=1 #one #two #three");
        let found = shortened("x", &source);
        assert!(found.over > 0 && found.enough > 0, "{found:?}");
        assert!(found.cuts.is_sorted_by_key(|c| c.kind));
        let seen = network::report(
            network::by_id("x").unwrap(),
            &Text::parse(&after(&source, &found.cuts[..found.enough])),
            None,
        );
        assert!(seen.fits, "{}", after(&source, &found.cuts));
        let all = after(&source, &found.cuts);
        assert!(all.contains("#one") && !all.contains("#two") && !all.contains("  "), "{all}");
    }

    #[test]
    fn a_link_keeps_what_it_needs_to_work() {
        assert_eq!(without_tracking("https://a.fr/x?utm_source=n&id=4&fbclid=9#top"), "https://a.fr/x?id=4#top");
        assert_eq!(without_tracking("https://a.fr/x?gclid=1"), "https://a.fr/x");
        assert_eq!(without_tracking("https://a.fr/x"), "https://a.fr/x");
    }

    #[test]
    fn french_words_get_french_forms() {
        let source = "Nous sommes très heureux de vous accueillir afin de fêter les dix ans de la maison. ".repeat(5);
        let found = shortened("x", &source);
        let all = after(&source, &found.cuts);
        assert!(all.contains("sommes heureux") && all.contains("pour fêter"), "{all}");
    }

    #[test]
    fn odd_texts_do_no_harm() {
        for odd in [
            "( ",
            "((a b) ",
            "…",
            "!!! ??? ...",
            "\u{a0}\u{a0}",
            "é  \n\n\n\n",
            "#a #b #c",
            "https://x.fr/?utm_=&",
            "😀😀😀",
        ] {
            for id in ["x", "bluesky", "mastodon", "linkedin"] {
                let source = [odd, " "].concat().repeat(2_000);
                let found = shortened(id, &source);
                after(&source, &found.cuts);
            }
        }
    }
}
