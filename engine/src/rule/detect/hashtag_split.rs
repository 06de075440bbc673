//! Hashtags of several words in small letters: screen readers read `#BlackFriday` as two words.

use super::Context;
use super::hashtag_overload::is_inside;
use super::words::Words;
use crate::rule::finding::Finding;
use draftlens_text::Kind;
use draftlens_text::fold;
use draftlens_text::order;
use draftlens_text::words;

/// The longest tag that is looked at, in letters.
const LONGEST: usize = 48;
/// A tag of two words is told apart from one word by its length: shorter ones are read in one go.
const SHORTEST_PAIR: usize = 9;
/// With more tags than these, those after the words are a list for a search: `hashtag-overload` has the word there.
const LIST: usize = 5;
/// How much better the best cut must be than the next, for an edit to be offered.
const MARGIN: u32 = 80;
/// Two words of two letters side by side are trusted when the second costs no more than this.
const RARE: u32 = 700;
/// What the other language than the draft's costs more.
const FOREIGN: u32 = 200;

/// Tags that people write so often that their parts are known (those of a network's own feed among them), or
/// that are one word in spite of their look. Sorted.
const WHOLE: &str = "\
    activewear aftersun airbnb appstore arcenciel aujourdhui autoentrepreneur ballroom beachwear beautytok bedtime \
    bienvenue birthday blockchain bodybuilding bookstagram booktok brainstorm breakdance bushfire bushfires carpool \
    chatgpt childcare cityscape classroom cleantech coliving cookbook copywriter copywriting cosplay courtyard \
    couvrefeu covoiturage coworking crowdfunding cyberattaque cybersecurity darkside daycare deepfake duststorm \
    edtech eurovision eyewear facebook farmhouse fintech foodporn footwear foryou foryoupage foryoupages \
    foryourpage freelance freelancer fundraiser fundraising gameday github greenhouse hairstyle halftime handmade \
    hashtag headphones healthcare homecoming homemade homeschool hometown instagood instagram insurtech knitwear \
    letterbox lightroom linkedin livestock livestream longtemps martech mastodon matchday medtech menswear \
    microentreprise microsoft milkshake minecraft montblanc motorsport nationwide netflix networking newborn \
    newsroom nightlife openai openrange overtime paramotor payday paypal photobook photocall photoshoot photoshop \
    pinterest playground playstation playtime portefeuille portemonnaie pourtoi pourtoipage pourtoipages powerhouse \
    proptech quicksilver sandstorm savoirfaire screenshot showroom skateboard sketchbook smartphone smartphones \
    snapchat snowboard snowstorm soundtrack sportswear spotify starbucks stonewall storytelling storytime \
    streetwear strongman sunflower swimwear teletravail telework throwdown tiktok timelapse touchscreen \
    volunteering wastewater waterfall waterpark womenswear woodworking wordpress workwear youtube youtuber";

/// Words that no tag ends with: a cut that leaves one at the end was no cut. Sorted.
const NEVER_LAST: &str = "\
    a ai an and as at au aux c ce ces cet cette d de des du en es est et from je l la le les leur ma mes mon \
    my n ne nos notre of on or ou our par pour qu que qui s sa se ses si son sur t ta te tes the their to ton \
    un une vos votre with your";

/// One finding a tag; the edit writes a capital at each word and keeps the letters as typed.
pub(crate) fn hashtag_split(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tags: Vec<usize> = (0..text.tokens().len()).filter(|&i| text.tokens()[i].kind == Kind::Hashtag).collect();
    if tags.is_empty() {
        return;
    }
    let ours = names(context);
    for &i in &tags {
        let token = &text.tokens()[i];
        let typed = text.typed(token);
        let body = typed.trim_start_matches(['#', '＃']);
        let folded = text.folded(token);
        let listed = tags.len() > LIST && !is_inside(text, i);
        if listed || !is_low(body) || context.own.has_hashtag(folded) || ours.iter().any(|name| name == folded) {
            continue;
        }
        let Some(split) = split(body, context.languages()) else { continue };
        if split.cuts.len() < 2 && body.chars().count() < SHORTEST_PAIR {
            continue;
        }
        let start = token.end - body.len() as u32;
        let camel = camel_case(body, &split.cuts);
        let shown = format!("#{camel}");
        let edits = split.sure.then(|| vec![(start, token.end, camel)]);
        let vars = vec![("camel", shown)];
        let matched = typed.to_owned();
        found.push(Finding { edits, vars, ..Finding::at(token.start as usize, token.end as usize, matched) });
    }
}

/// The names of the house and of who speaks, as tags are written: a name is read as one knows it.
fn names(context: &Context<'_>) -> Vec<String> {
    let (policy, author) = (&context.settings.policy, context.draft.author.as_ref());
    let speaker = author.into_iter().flat_map(|author| [&author.name, &author.handle]);
    let house = std::iter::once(&policy.brand).chain(&policy.aliases).chain(&policy.handles);
    house.chain(speaker).map(|name| fold::joined(name)).collect()
}

/// Small letters, perhaps but for the first; digits and no underscore.
fn is_low(body: &str) -> bool {
    let mut chars = body.chars();
    chars.next();
    body.chars().filter(|c| c.is_alphabetic()).count() >= 6
        && body.chars().count() <= LONGEST
        && chars.all(|c| c.is_lowercase() || c.is_ascii_digit())
}

struct Split {
    /// Where its words begin, in characters, without the first.
    cuts: Vec<usize>,
    /// Whether no other cut comes near.
    sure: bool,
}

/// The words of a tag; `None` when it is one word, or not understood.
fn split(body: &str, (english, french): (bool, bool)) -> Option<Split> {
    let folded: Vec<String> = body.chars().map(|c| fold::fold(c.encode_utf8(&mut [0; 4]))).collect();
    let whole = folded.concat();
    if is_one_word(&whole) {
        return None;
    }
    let tries = [(Words::English, !english), (Words::French, !french)];
    let mut paths: Vec<Path> = Vec::new();
    for (words, foreign) in tries {
        let extra = if foreign { FOREIGN } else { 0 };
        paths.extend(Lattice::of(&folded, words, &|_| false).into_iter().map(|p| Path { cost: p.cost + extra, ..p }));
    }
    order::sort_by(&mut paths, &|a, b| a.cost < b.cost);
    let letters = |from: usize| folded[from..].concat();
    paths.retain(|p| p.cuts.last().is_none_or(|&cut| !words::holds(NEVER_LAST, &letters(cut))));
    let best = paths.first()?;
    let rival = paths.iter().find(|p| p.cuts != best.cuts);
    if best.words < 2 || best.cost > ceiling(folded.len()) {
        return None;
    }
    if rival.is_some_and(|r| r.words < 2 && r.cost < best.cost + MARGIN) {
        return None;
    }
    let sure = !best.frail && rival.is_none_or(|r| r.cost >= best.cost + MARGIN);
    Some(Split { cuts: best.cuts.clone(), sure })
}

/// What a tag or a part of one costs when it is cut into words at best, some words avoided, and where the cuts are;
/// `None` when it is not made of words.
pub(super) fn cut(letters: &[String], words: Words, avoid: &dyn Fn(&str) -> bool) -> Option<(u32, Vec<usize>)> {
    let paths = Lattice::of(letters, words, avoid);
    let best = paths.into_iter().next().filter(|path| path.cost <= ceiling(letters.len()))?;
    Some((best.cost, best.cuts))
}

/// Whether a tag is one word of either language.
pub(super) fn is_one_word(whole: &str) -> bool {
    let word = whole.trim_end_matches(|c: char| c.is_ascii_digit());
    words::holds(WHOLE, word) || is_word(word)
}

/// A word of the dictionary in either language, or one with a regular ending.
fn is_word(word: &str) -> bool {
    let known = |w: &str| w.len() > 3 && Words::Either.cost(w).is_some();
    known(word)
        || ["s", "es", "ed", "d", "ing", "er", "ers", "ly", "e", "ee", "ees", "ment", "x"]
            .iter()
            .any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.len() > 4 && known(stem)))
}

/// The most that words of so many letters may cost together: short words glued by chance cost more.
fn ceiling(letters: usize) -> u32 {
    400 + 190 * letters as u32
}

/// A way to cut a tag.
#[derive(Clone, Default)]
struct Path {
    cost: u32,
    cuts: Vec<usize>,
    /// Words of letters in it.
    words: u32,
    /// Whether rare words of two letters stand side by side in it.
    frail: bool,
    /// Letters of the last word.
    last: usize,
}

/// The two cheapest ways up to each letter.
struct Lattice;

impl Lattice {
    fn of(letters: &[String], words: Words, avoid: &dyn Fn(&str) -> bool) -> Vec<Path> {
        let mut best: Vec<Vec<Path>> = vec![Vec::new(); letters.len() + 1];
        best[0].push(Path::default());
        for end in 1..=letters.len() {
            let mut here: Vec<Path> = Vec::new();
            for start in end.saturating_sub(18)..end {
                if best[start].is_empty() {
                    continue;
                }
                let word = letters[start..end].concat();
                if avoid(&word) {
                    continue;
                }
                let next = letters.get(end).map_or("", String::as_str);
                let Some((cost, is_word)) = price(&word, next, words, letters, start, end) else { continue };
                here.extend(best[start].iter().filter_map(|path| path.extended(start, end, cost, is_word)));
            }
            order::sort_by(&mut here, &|a, b| a.cost < b.cost);
            here.truncate(2);
            best[end] = here;
        }
        best.pop().unwrap_or_default()
    }
}

impl Path {
    fn extended(&self, start: usize, end: usize, cost: u32, is_word: bool) -> Option<Self> {
        let len = end - start;
        if is_word && self.last == 1 && len < 3 {
            return None;
        }
        let mut cuts = self.cuts.clone();
        if start > 0 {
            cuts.push(start);
        }
        let frail = self.frail || (is_word && len <= 2 && self.last == 2 && cost > RARE);
        Some(Self { cost: self.cost + cost, cuts, words: self.words + u32::from(is_word), frail, last: len })
    }
}

/// What a part costs, and whether it is a word; a number counts as none.
fn price(part: &str, next: &str, words: Words, letters: &[String], start: usize, end: usize) -> Option<(u32, bool)> {
    if part.bytes().all(|b| b.is_ascii_digit()) {
        let digit = |s: Option<&String>| s.is_some_and(|s| s.bytes().all(|b| b.is_ascii_digit()));
        let cut = digit(letters.get(end)) || start.checked_sub(1).is_some_and(|i| digit(letters.get(i)));
        return (!cut).then_some((700, false));
    }
    if part.len() == 1 {
        let elided = matches!(part, "c" | "d" | "j" | "l");
        let inside = end < letters.len() && (start > 0 || elided);
        let vowel = next.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
        if !inside || (elided && !vowel) {
            return None;
        }
    }
    let plural =
        || part.strip_suffix('s').filter(|stem| stem.len() > 3).and_then(|stem| words.cost(stem)).map(|c| c + 120);
    words.cost(part).or_else(plural).map(|cost| (cost, true))
}

/// The tag with a capital where each word begins.
pub(super) fn camel_case(body: &str, cuts: &[usize]) -> String {
    let mut out = String::with_capacity(body.len());
    for (i, c) in body.chars().enumerate() {
        if i == 0 || cuts.contains(&i) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, find_in, mended};
    use crate::{Author, Draft, Policy, Settings};

    fn camel(source: &str) -> Option<String> {
        find("hashtag-split", source).first().filter(|f| f.edits.is_some()).map(|f| mended(source, f))
    }

    #[test]
    fn several_words_get_their_capitals_and_keep_their_accents() {
        for (source, expected) in [
            ("#makingwebimagesaccessible", "#MakingWebImagesAccessible"),
            ("#blackfridaydeals", "#BlackFridayDeals"),
            ("#socialmediamarketing", "#SocialMediaMarketing"),
            ("#journéedelafemme", "#JournéeDeLaFemme"),
            ("#offredemploi", "#OffreDEmploi"),
            ("#rentreescolaire2026", "#RentreeScolaire2026"),
        ] {
            assert_eq!(camel(source).as_deref(), Some(expected), "{source}");
        }
    }

    #[test]
    fn one_word_and_tags_with_capitals_pass() {
        for source in [
            "#BlackFridayDeals",
            "#marketing",
            "#CES2027",
            "#JournéeDeLaFemme",
            "#emploi",
            "#basketball",
            "#instagram",
            "#BLACKFRIDAY",
            "#black_friday",
            "#weekend",
            "#sustainability",
            "#montreal",
            "#accessoires",
            "#printemps2026",
            "#nouveautes",
            "#международный",
            "#lifestyle",
        ] {
            assert_eq!(find("hashtag-split", source), [], "{source}");
        }
    }

    #[test]
    fn an_unsure_cut_offers_no_edit() {
        for source in ["#penisland", "#nowthatchersdead", "#susanalbumparty", "#therapistfinder"] {
            assert!(find("hashtag-split", source).iter().all(|f| f.edits.is_none()), "{source}");
        }
    }

    #[test]
    fn a_list_of_tags_after_the_words_stays_and_a_tag_in_a_sentence_does_not() {
        let list = "#hockey #canada #goal #coach #puck";
        assert_eq!(find("hashtag-split", &["A good night ", list, " #hockeymoments"].concat()), []);
        assert_eq!(find("hashtag-split", &["Our #hockeymoments of the night ", list].concat()).len(), 1);
        assert_eq!(find("hashtag-split", "A good night #hockey #canada #hockeymoments").len(), 1);
    }

    #[test]
    fn the_words_that_are_one_are_sorted() {
        assert!(super::WHOLE.split(' ').is_sorted());
    }

    #[test]
    fn the_names_of_the_house_and_of_who_speaks_stay_as_they_are() {
        let policy = Policy { brand: "Green Garden".into(), ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "hashtag-split", "#greengarden"), []);
        assert_eq!(find_for(&house, "hashtag-split", "#greengardens").len(), 1);
        let author = Some(Author { handle: "green.garden".into(), ..Author::default() });
        let draft = Draft { author, ..Draft::default() };
        assert_eq!(find_in(&Settings::default(), "hashtag-split", "#greengarden", &draft, &[], "base"), []);
    }

    #[test]
    fn the_house_s_own_tags_stay_as_they_are() {
        let policy = Policy { hashtags: vec!["#MakeItHappen".into()], ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "hashtag-split", "#makeithappen"), []);
    }
}
