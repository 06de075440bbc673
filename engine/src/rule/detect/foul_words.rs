//! Foul words that hide: sh1t, f*ck, @ss, f u c k, fuuuck, look-alike letters, and words inside hashtags and handles.
//! Plainly written ones are for the patterns of the same rule.

use super::Context;
use super::unmask;
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, words::Starts};

/// The longest disguise that is looked at, in bytes.
const LONGEST: usize = 48;
/// The shortest stem, in bytes.
const SHORTEST: usize = 4;
/// Single letters side by side that may spell a word.
const SPELLED: std::ops::RangeInclusive<usize> = 4..=12;

/// What is foul wherever it stands in a word, with the letters before and after it that make it harmless.
struct Stem {
    stem: &'static str,
    not_after: &'static str,
    not_before: &'static str,
}

const fn stem(stem: &'static str, not_after: &'static str, not_before: &'static str) -> Stem {
    Stem { stem, not_after, not_before }
}

/// Oaths that no other word has inside.
const OATHS: &[Stem] = &[
    stem("fuck", "", ""),
    stem("bullshit", "", ""),
    stem("asshole", "", ""),
    stem("bitches", "", ""),
    stem("connard", "", ""),
    stem("encule", "", ""),
    stem("putain", "", ""),
    stem("merde", "", "k"),
    stem("filsdepute", "", ""),
    stem("niquetamere", "", ""),
];
/// Slurs and rallying cries that no other word has inside.
const SLURS: &[Stem] = &[
    stem("nigger", "s", ""),
    stem("nigga", "", "ra"),
    stem("faggot", "", ""),
    stem("bougnoul", "", ""),
    stem("youpin", "", ""),
    stem("siegheil", "", ""),
    stem("heilhitler", "", ""),
    stem("whitepower", "", ""),
    stem("gasthejews", "", ""),
    stem("sandnigg", "", ""),
    stem("mortauxjuifs", "", ""),
    stem("mortauxarabes", "", ""),
    stem("mortauxnoirs", "", ""),
    stem("mortauxgays", "", ""),
    stem("mortauxmusulmans", "", ""),
    stem("dehorslesarabes", "", ""),
    stem("arabesdehors", "", ""),
    stem("salejuif", "", ""),
    stem("salearabe", "", ""),
    stem("hitlerwas", "", ""),
    stem("hitlerdid", "", ""),
    stem("hitleravait", "", ""),
    stem("hitlerfan", "", ""),
    stem("killalljews", "", ""),
    stem("killjews", "", ""),
    stem("ihatejews", "", ""),
    stem("ihateblacks", "", ""),
    stem("ihatemuslims", "", ""),
    stem("ihategays", "", ""),
    stem("blutundehre", "", ""),
];

/// How they begin.
static OATH_STARTS: Starts = starts(OATHS);
static SLUR_STARTS: Starts = starts(SLURS);

const fn starts(stems: &[Stem]) -> Starts {
    let (mut starts, mut i) = (Starts::of(""), 0);
    while i < stems.len() {
        starts = starts.and(stems[i].stem.as_bytes());
        i += 1;
    }
    starts
}

/// Finds disguised entries of the first list named, and any entry of the second, which is milder: advice.
pub(crate) fn foul_words(context: &Context<'_>, found: &mut Vec<Finding>) {
    let (strong, mild) = context.args.split_once(' ').unwrap_or((context.args, ""));
    let slurs = mild.is_empty();
    let (stems, starts) = if slurs { (SLURS, &SLUR_STARTS) } else { (OATHS, &OATH_STARTS) };
    let table = context.table;
    let [strong, mild] = [strong, mild].map(|list| table.list_number(list));
    let search = Search { context, strong, mild, slurs, stems, starts };
    let tokens = context.text.tokens();
    let mut at = 0;
    while at < tokens.len() {
        at = search.token(at, found).max(at + 1);
    }
}

struct Search<'a> {
    context: &'a Context<'a>,
    /// Numbers of the lists; `None` for a list that is not there.
    strong: Option<u32>,
    mild: Option<u32>,
    /// Whether it looks for slurs, of which none is mild.
    slurs: bool,
    stems: &'static [Stem],
    starts: &'static Starts,
}

impl Search<'_> {
    /// Looks at token `i`; the token to go on with where several were one word.
    fn token(&self, i: usize, found: &mut Vec<Finding>) -> usize {
        let text = self.context.text;
        let token = &text.tokens()[i];
        let word = text.folded(token);
        match token.kind {
            Kind::Word if word.len() == 1 => {
                let (spelled, end) = spelled_out(text, i);
                if SPELLED.contains(&spelled.len()) && self.is_foul(&spelled, i) {
                    found.push(self.finding(i, end, None));
                    return end;
                }
            }
            Kind::Word => {
                let mild = self.holds(self.mild, word, i);
                // The stem itself is for the patterns, which look at the words beside it.
                let inside = || self.stems.iter().all(|s| word.trim_end_matches('s') != s.stem);
                if mild || (self.has_stem(word) && inside()) || self.is_stretched(word, i) {
                    found.push(self.finding(i, i + 1, mild.then_some(Severity::Advise)));
                    return i + 1;
                }
            }
            Kind::Hashtag | Kind::Mention if self.is_in_name(i) => {
                found.push(self.finding(i, i + 1, None));
                return i + 1;
            }
            Kind::Mark | Kind::Number | Kind::Mention | Kind::Cashtag => {}
            _ => return i + 1,
        }
        if begins_chunk(text, i) { self.disguised(i, found) } else { i + 1 }
    }

    fn holds(&self, list: Option<u32>, word: &str, i: usize) -> bool {
        let text = self.context.text;
        let language = text.language_of(&text.tokens()[i]);
        list.is_some_and(|list| self.context.table.is_in(list, word, language))
    }

    fn is_foul(&self, word: &str, i: usize) -> bool {
        self.holds(self.strong, word, i)
    }

    fn has_stem(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let stands = |at: usize, s: &Stem| {
            let (before, after) = (&bytes[..at], &bytes[at..]);
            after.strip_prefix(s.stem.as_bytes()).is_some_and(|after| {
                (s.not_after.is_empty() || !before.ends_with(s.not_after.as_bytes()))
                    && (s.not_before.is_empty() || !after.starts_with(s.not_before.as_bytes()))
            })
        };
        let begins = |at: &usize| self.starts.begin(&bytes[*at..]);
        // No stem is shorter.
        let last = bytes.len().saturating_sub(SHORTEST - 1);
        (0..last).filter(begins).any(|at| self.stems.iter().any(|s| stands(at, s)))
            && !self.strong.is_some_and(|list| self.context.table.is_in(list, word, Language::Unknown))
    }

    /// `fuuuuck`: three of a letter or more stand for one or two.
    fn is_stretched(&self, word: &str, i: usize) -> bool {
        let bytes = word.as_bytes();
        word.len() <= LONGEST
            && bytes.windows(3).any(|w| w[0] == w[1] && w[1] == w[2])
            && [1, 2].into_iter().any(|keep| self.is_foul(&unmask::shortened(word, keep), i))
    }

    /// Whether a part of a hashtag or handle is foul, where capitals, digits or underscores part it.
    fn is_in_name(&self, i: usize) -> bool {
        let text = self.context.text;
        let token = &text.tokens()[i];
        if text.folded(token).len() > 4 * LONGEST {
            return false;
        }
        self.has_stem(text.folded(token)) || parts(text.typed(token)).iter().any(|p| p.len() > 3 && self.is_foul(p, i))
    }

    /// A word of several tokens, or with figures or foreign letters in it, that reads as an entry.
    fn disguised(&self, i: usize, found: &mut Vec<Finding>) -> usize {
        let text = self.context.text;
        let tokens = text.tokens();
        // No chunk reaches over a space, and none that is looked at is longer.
        let rest = text.source()[tokens[i].start as usize..].chars().take(LONGEST);
        if rest.take_while(|c| !c.is_ascii_whitespace()).all(is_plain) {
            return i + 1;
        }
        let end = chunk_end(text, i);
        let (from, to) = (tokens[i].start as usize, tokens[end - 1].end as usize);
        if to - from > LONGEST || (end == i + 1 && !is_odd(text, &tokens[i])) {
            return i + 1;
        }
        let chunk = &text.source()[from..to];
        if chunk.chars().all(is_plain) {
            return i + 1;
        }
        // What ends a sentence may be part of the disguise, or not.
        let bare = chunk.trim_end_matches(['!', '?', '.', ',', ';', ':', ')', '"', '”', '»', '…']);
        let first = bare.split('-').next().unwrap_or(bare);
        if let Some(foul) = [chunk, bare, first].into_iter().find(|c| self.reads_as_foul(c, i)) {
            found.push(Finding::at(from, from + foul.len(), foul.to_owned()));
            return end;
        }
        i + 1
    }

    fn reads_as_foul(&self, chunk: &str, i: usize) -> bool {
        unmask::readings(chunk).iter().any(|word| self.is_foul(word, i) || self.is_stretched(word, i))
            || unmask::is_masked(chunk, self.slurs)
    }

    fn finding(&self, from: usize, to: usize, severity: Option<Severity>) -> Finding {
        let text = self.context.text;
        let (start, end) = (text.tokens()[from].start as usize, text.tokens()[to - 1].end as usize);
        Finding { severity, ..Finding::at(start, end, text.source()[start..end].to_owned()) }
    }
}

/// Letters of our alphabet and marks that stand for no letter: a chunk of nothing else hides nothing.
fn is_plain(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '.' | ',' | ';' | ':' | '?' | '\'' | '"' | '(' | ')' | '/' => true,
        '×' => false,
        'À'..='ÿ' | '’' | '‘' | '“' | '”' | '«' | '»' | '…' => true,
        _ => false,
    }
}

/// What single letters from token `i` on spell, and the token after the last: `f u c k`, `F.U.C.K`.
fn spelled_out(text: &Text, i: usize) -> (String, usize) {
    let mut word = String::new();
    let mut end = i;
    for (at, token) in text.tokens().iter().enumerate().skip(i).take(2 * SPELLED.end() + 1) {
        match token.kind {
            Kind::Word if text.folded(token).len() == 1 => {
                word.push_str(text.folded(token));
                end = at + 1;
            }
            Kind::Mark if matches!(text.typed(token), "." | "*" | "·") && at == end => {}
            _ => break,
        }
    }
    (word, end)
}

/// Whether a word may begin at token `i`: after a space, or after a mark that stands before words.
fn begins_chunk(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let opens = |mark: &str| mark.starts_with(['(', '"', '“', '«', '‘', '/', ':', ';', ',', '.', '[', '…', '>']);
    !tokens[i].glued
        || i == 0
        || matches!(tokens[i - 1].kind, Kind::Break | Kind::Emoji)
        || opens(text.typed(&tokens[i - 1]))
}

/// The token after the last that stands in one word with token `i`: nothing but `-` or `_` between them.
fn chunk_end(text: &Text, i: usize) -> usize {
    let tokens = text.tokens();
    let mut end = i + 1;
    while let Some(next) = tokens.get(end) {
        let last = &tokens[end - 1];
        let gap = &text.source()[last.end as usize..next.start as usize];
        let joined = next.glued || (!gap.is_empty() && gap.len() <= 4 && gap.bytes().all(|b| matches!(b, b'-' | b'_')));
        let part = matches!(next.kind, Kind::Word | Kind::Number | Kind::Mark | Kind::Mention | Kind::Cashtag);
        if !joined || !part || (next.end - tokens[i].start) as usize > LONGEST {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a single token can be a disguise: figures among letters, foreign letters among ours, a handle, a cashtag.
fn is_odd(text: &Text, token: &Token) -> bool {
    let folded = text.folded(token).as_bytes();
    let has_letter = folded.iter().any(u8::is_ascii_alphabetic);
    match token.kind {
        Kind::Word => has_letter && folded.iter().any(|b| b.is_ascii_digit() || !b.is_ascii()),
        Kind::Mention | Kind::Cashtag => has_letter,
        _ => false,
    }
}

/// The words of a hashtag or handle, folded.
fn parts(name: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut small = false;
    for c in name.chars() {
        let new = (c.is_uppercase() && small) || !c.is_alphabetic();
        if new && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        small = c.is_lowercase();
        if c.is_alphabetic() {
            draftlens_text::fold::push_char(c, &mut part);
        }
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_listed;

    const OATHS: &str = "all:\nshit\nfuck\nfucking\nass\nasshole\nbitch\nmerde\nputain\nconnard\nen:\nbullshit\n";
    const MILD: &str = "damn\nchiant\n";

    fn found(source: &str) -> Vec<String> {
        let lists = [("strong", OATHS), ("mild", MILD)];
        find_listed("foul-words", "strong mild", &lists, source).into_iter().map(|f| f.matched).collect()
    }

    #[test]
    fn disguises_are_seen_through() {
        for (source, word) in [
            ("Holy sh1t, a sale!", "sh1t"),
            ("how to f**king drive", "f**king"),
            ("f*ck", "f*ck"),
            ("What the f@ck", "f@ck"),
            ("kick some @ss now", "@ss"),
            ("a pain in the a$$!", "a$$"),
            ("$hit happens", "$hit"),
            ("5h1t", "5h1t"),
            ("f u c k this", "f u c k"),
            ("F.U.C.K. that", "F.U.C.K"),
            ("(f*ck)", "f*ck"),
            ("fuuuuck", "fuuuuck"),
            ("What the fuсk", "fuсk"),
            ("C’est de la m*rde", "m*rde"),
            ("Put*** de bouchons", "Put***"),
            ("b!tch", "b!tch"),
            ("#MondayFuckery", "#MondayFuckery"),
            ("#ShitHappens", "#ShitHappens"),
            ("unfuckingbelievable", "unfuckingbelievable"),
            ("f_ck", "f_ck"),
            ("f--k off", "f--k"),
            ("@IHateBullshitAds", "@IHateBullshitAds"),
        ] {
            assert_eq!(found(source), [word], "{source}");
        }
    }

    #[test]
    fn harmless_words_stay() {
        for source in [
            "Scunthorpe opens a store",
            "Hôtel **** à Lyon",
            "The Galaxy A55 and the A5",
            "Assess the risk",
            "P'tit déj",
            "@NUS_Singapore",
            "$AAPL at 5$",
            "**Free** shipping",
            "offre*",
            "Gratuit** le 1er mai",
            "3*4 = 12",
            "#Merdeka",
            "C.V. et R.T.T.",
            "Plan B",
            "https://a.fr/sh1t",
            "5 @ 10",
            "as*",
            "B2B, H2O, K9",
            "A+ grades and A* pupils",
            "сука",
            "XXX",
            "w w w w",
        ] {
            assert_eq!(found(source), [""; 0], "{source}");
        }
    }

    #[test]
    fn a_mild_word_is_advice() {
        let lists = [("strong", OATHS), ("mild", MILD)];
        let found = find_listed("foul-words", "strong mild", &lists, "Damn good coffee");
        assert_eq!(found[0].severity, Some(crate::Severity::Advise));
    }
}
