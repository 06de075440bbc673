//! Hashtags that read differently when they are split elsewhere: `#susanalbumparty`.

use super::Context;
use super::hashtag_split::{camel_case, cut, is_one_word};
use super::words::Words;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, fold, words};

/// Words that nobody wants to be read, one language a line: see `engine/data/misread.md`.
const RUDE: &str = include_str!("../../../data/misread.txt");
/// How they begin.
static RUDE_STARTS: words::Starts = words::Starts::of(RUDE);
/// Words after which it matters whose name stands before.
const DEAD: &str = "dead decede died dies killed mort morte morts murdered";
/// Words and names that hold a rude one and are not in the dictionary. Sorted.
const HARMLESS: &str = "\
    analog analogue analys analytic analytics arsenal banal bassett boumerdes canal cockatoo cockburn cockfosters \
    cockpit cocktail cocktails dickens dickinson dickson disputes essex gobbledygook grape grapes \
    hancock hitchcock hooked marseillais marseillaise marseille marseilles middlesex nazionale nazionali passexam \
    peacock peacocks penistone raccoon \
    scrap scrapbook scrape scraper scraps scunthorpe seinsation sextant sexten shagreen shiitake shitake spices suckling sussex \
    therape therapist therapists titus unisex vagabond violet violette violin violon violons wessex";
/// Letters of the longest and the shortest tag that is looked at.
const LETTERS: std::ops::RangeInclusive<usize> = 6..=48;
/// The longest word of [`RUDE`].
const LONGEST: usize = 11;

/// One finding a tag, with what else it says.
pub(crate) fn misread(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    for token in text.tokens().iter().filter(|t| t.kind == Kind::Hashtag) {
        let typed = text.typed(token);
        let body = typed.trim_start_matches(['#', '＃']);
        if !LETTERS.contains(&body.chars().count()) || context.own.has_hashtag(text.folded(token)) {
            continue;
        }
        let Some(other) = second_reading(body) else { continue };
        let start = token.end - body.len() as u32;
        let edits = other.meant.as_ref().map(|cuts| vec![(start, token.end, camel_case(body, cuts))]);
        let camel = edits.as_ref().map_or_else(|| typed.to_owned(), |e| ["#", &e[0].2].concat());
        let vars = vec![("other", other.says), ("camel", camel)];
        found.push(Finding { edits, vars, ..Finding::at(token.start as usize, token.end as usize, typed.to_owned()) });
    }
}

struct Reading {
    /// The words that one may read.
    says: String,
    /// Where the words begin that were meant, as far as one can tell.
    meant: Option<Vec<usize>>,
}

fn second_reading(body: &str) -> Option<Reading> {
    if body.contains('_') {
        return None;
    }
    let letters: Vec<String> = body.chars().map(|c| fold::fold(c.encode_utf8(&mut [0; 4]))).collect();
    let whole = letters.concat();
    if is_one_word(&whole) || !whole.bytes().all(|b| b.is_ascii_alphanumeric()) || whole.len() != letters.len() {
        return None;
    }
    if let Some(cuts) = capitals(body) {
        // Capitals show the words; only a lone letter beside a word is read over (#CLitFest).
        let lone = |&cut: &usize| cut == 1 || cuts.iter().any(|next| *next == cut + 1);
        let lone: Vec<usize> = cuts.iter().copied().filter(lone).collect();
        return if lone.is_empty() { None } else { rude(&letters, &lone, LONGEST) };
    }
    rude(&letters, &[], !0).or_else(|| of_the_dead(&letters))
}

fn is_rude(word: &str) -> bool {
    RUDE.lines().any(|line| words::holds(line, word))
}

/// Whether any of these words begins with the first two letters.
fn may_be_rude(letters: &[String]) -> bool {
    letters.get(..2).is_some_and(|letters| RUDE_STARTS.begin(letters.concat().as_bytes()))
}

/// Where capitals begin words, when the tag is written with one at each.
fn capitals(body: &str) -> Option<Vec<usize>> {
    let chars: Vec<char> = body.chars().collect();
    let is_camel = chars.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    let begins = |i: usize| {
        let next_is_small = chars.get(i + 1).is_some_and(|c| c.is_lowercase());
        chars[i].is_uppercase() && (chars[i - 1].is_lowercase() || next_is_small)
    };
    is_camel.then(|| (1..chars.len()).filter(|&i| begins(i)).collect())
}

/// The longest rude word in the letters that no word around it explains, and that one can read there. Where `seams`
/// are given it must cross one of them.
fn rude(letters: &[String], seams: &[usize], most: usize) -> Option<Reading> {
    let mut best: Option<(usize, usize)> = None;
    for start in (0..letters.len().min(most)).filter(|&start| may_be_rude(&letters[start..])) {
        for end in start + 3..=letters.len().min(start + LONGEST) {
            let longer = best.is_none_or(|(a, b)| end - start > b - a);
            let crosses = seams.is_empty() || seams.iter().any(|&seam| start < seam && seam < end);
            let candidate = longer && crosses && is_rude(&letters[start..end].concat());
            if candidate && !is_explained(letters, start, end) && reads(letters, start, end) {
                best = Some((start, end));
            }
        }
    }
    let (start, end) = best?;
    let side = |from: usize, to: usize| spaced(&letters[from..to]);
    let parts = [side(0, start), letters[start..end].concat(), side(end, letters.len())];
    let says: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    let meant = [Words::English, Words::French].into_iter().filter_map(|words| cut(letters, words, &is_rude));
    let meant = meant.min_by_key(|(cost, _)| *cost).map(|(_, cuts)| cuts);
    let meant = meant.filter(|cuts| cuts.iter().any(|&seam| start < seam && seam < end));
    Some(Reading { says: says.join(" "), meant })
}

/// Whether the letters belong to a longer word that everybody reads: `cock` in “cocktail”.
fn is_explained(letters: &[String], start: usize, end: usize) -> bool {
    for from in start.saturating_sub(LONGEST)..=start {
        if is_cut_elsewhere(letters, from, start, end) {
            continue;
        }
        for to in end..=letters.len().min(end + LONGEST) {
            if to - from < end - start + 1 || to - from < 4 {
                continue;
            }
            let word = letters[from..to].concat();
            if Words::Either.cost(&word).is_some() || words::holds(HARMLESS, &word) {
                return true;
            }
        }
    }
    false
}

/// Whether a word that begins at `from` would be read over: the tag begins with “the” and the rude word follows, or the
/// letters before the rude word end another word (`its crap` for `it scrap`) and all the rest reads too.
fn is_cut_elsewhere(letters: &[String], from: usize, start: usize, end: usize) -> bool {
    let whole = |part: &[String]| part.is_empty() || cut(part, Words::Either, &|_| false).is_some();
    if from == 0 || from == start {
        return from == 0
            && start == 3
            && end < letters.len()
            && letters[..start].concat() == "the"
            && whole(&letters[end..]);
    }
    let ends_over = |first: usize| {
        start - first > 2 && Words::Either.cost(&letters[first..start].concat()).is_some() && whole(&letters[..first])
    };
    (0..from).any(ends_over) && whole(&letters[end..])
}

/// Whether the rest can be read beside the word: one side whole and the other at least short.
fn reads(letters: &[String], start: usize, end: usize) -> bool {
    let is_read = |part: &[String]| part.len() < 4 || cut(part, Words::Either, &|_| false).is_some();
    let (left, right) = (&letters[..start], &letters[end..]);
    match end - start {
        3 => start > 1 && is_read(left) && !right.is_empty(),
        _ => is_read(left) || is_read(right),
    }
}

/// The letters with spaces between words, as far as they are words.
fn spaced(letters: &[String]) -> String {
    let cuts = cut(letters, Words::Either, &|_| false).map(|(_, cuts)| cuts).unwrap_or_default();
    with_spaces(letters, &cuts)
}

fn with_spaces(letters: &[String], cuts: &[usize]) -> String {
    let mut out = String::with_capacity(letters.len() * 2);
    for (i, letter) in letters.iter().enumerate() {
        if cuts.contains(&i) {
            out.push(' ');
        }
        out.push_str(letter);
    }
    out
}

/// Somebody's death is told in a tag that does not show where the name begins: `#nowthatchersdead`.
fn of_the_dead(letters: &[String]) -> Option<Reading> {
    let whole = letters.concat();
    let ending = DEAD.split(' ').find(|word| whole.ends_with(word) && whole.len() > word.len() + 6)?;
    let name = &letters[..letters.len() - ending.len()];
    let (_, cuts) = cut(name, Words::Either, &|_| false).filter(|_| name.last().is_some_and(|last| last == "s"))?;
    let says = [&with_spaces(name, &cuts), " ", ending].concat();
    (cuts.len() > 1).then_some(Reading { says, meant: None })
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn tags_that_read_otherwise_are_found() {
        for tag in [
            "#susanalbumparty",
            "#rimjobs",
            "#RIMjobs",
            "#thehobbitch",
            "#penisland",
            "#CLitFest",
            "#molestationnursery",
            "#clubdesexpats",
            "#lesexpertspourtous",
            "#whorepresents",
            "#expertsexchange",
            "#speedofart",
            "#powergenitalia",
            "#nowthatchersdead",
            "#itscrap",
            "#parcanal",
            "#therapistsday",
            "#bonsplansculture",
        ] {
            assert_eq!(find("misread", tag).len(), 1, "{tag}");
        }
    }

    #[test]
    fn ordinary_tags_pass() {
        for tag in [
            "#productlaunch",
            "#newalbum",
            "#springsale",
            "#salonduvin",
            "#bonnerentree",
            "#SusanAlbumParty",
            "#therapist",
            "#classaction",
            "#analytics",
            "#scrapmetal",
            "#essexcricket",
            "#sussexfarms",
            "#cocktailparty",
            "#dataanalysis",
            "#massagetherapist",
            "#peacockblue",
            "#walkingdead",
            "#blackfriday",
            "#shiitakesoup",
            "#lecanaldumidi",
            "#londoncocktails",
            "#cinemanight",
            "#basementsale",
            "#arrondissement",
            "#",
        ] {
            assert_eq!(find("misread", tag), [], "{tag}");
        }
    }

    #[test]
    fn the_other_reading_is_shown() {
        let found = find("misread", "Join #susanalbumparty");
        assert!(
            found[0].vars.iter().any(|(name, says)| *name == "other" && says.contains("anal")),
            "{:?}",
            found[0].vars
        );
    }
}
