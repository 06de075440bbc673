//! English advertising for people in France, where it must be translated.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, language, words};

/// Words of English side by side that are a phrase and no loanword, and how many of them must be small words.
const WORDS: usize = 3;
const SMALL: usize = 2;
/// Words of French posts that no English one has, folded. Sorted.
const TELLING: &str = "\
    avec chez commandez dans decouvrez des dispo disponible disponibles gratuit gratuite jusqu livraison magasin \
    magasins nos notre nouveau nouveaute nouveautes nouveaux nouvelle nouvelles offre offres profitez remise rendez \
    reservez soldes sont venez vos votre vous";

/// Words of English advertising that no French post has but in English, beside the small ones. Sorted.
const SPOKEN: &str = "\
    actually ahead alive along amazing anytime anywhere apply away awesome beautiful believe born breath bring build \
    buy care catch choose chosen click comes coming crazy deal deals delicious deserve designed discover doing dream \
    dreams eat else enjoy enough everything everywhere explore eyes face families fast favorite favourite feeling \
    feels follow forever forget forward friends future getting goes gone grab grow hand hands happen happening happens \
    happiness hear heart hold hungry hurry inside inspired instead joy kind late leave left less listen lives living \
    longer loud loved lovely lover lovers luck mad meet meets mind mine miss money move moving myself names open order \
    others ourselves outside pretty proud quick rise safe same save send sharing shine shop simply sleep smell smile \
    something soon soul sound speak spend started starts stay steal strong stuff sure sweet tap taste tell till \
    together told treat true trust try turn ultimate until wait waiting walk wanted waste wear wearing welcome went \
    whatever whole wild wish woman women wonderful word words worry worth yes yet young yours yourself";

/// Places and marks by which a post says that it speaks to Canada, folded. Sorted.
const CANADIAN: &str = "canada canadien canadienne canadiennes canadiens montreal quebec quebecois quebecoise rimouski saguenay sherbrooke";

/// Two words of English that stand in French dictionaries side by side.
const LOANS: [[&str; 2]; 8] = [
    ["best", "of"],
    ["burn", "out"],
    ["coming", "out"],
    ["knock", "out"],
    ["making", "of"],
    ["must", "have"],
    ["stand", "up"],
    ["work", "out"],
];

/// From so many on, a text stands in both languages side by side.
const PARAGRAPH: usize = 14;

/// One finding for each English phrase inside a French post; one for a whole English post to France alone.
pub(crate) fn english_for_french(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let speaks_french = speaks_french(text);
    let for_france = is_for_france_alone(context);
    if !for_france && (!speaks_french || is_canadian(text)) {
        return;
    }
    let phrases = phrases(text);
    if speaks_french {
        let english = phrases.iter().map(ExactSizeIterator::len).sum::<usize>();
        let bilingual = english > PARAGRAPH && english * 5 > word_count(text.tokens()) * 2;
        if bilingual || phrases.iter().any(|p| p.len() >= PARAGRAPH) {
            return;
        }
    }
    for phrase in phrases {
        let (start, end) = (text.tokens()[phrase.start].start as usize, text.tokens()[phrase.end - 1].end as usize);
        found.push(Finding::at(start, end, text.source()[start..end].to_owned()));
        if !speaks_french {
            return;
        }
    }
}

/// Whether the post is French, or short and with a word that no English post has, or with two small words.
fn speaks_french(text: &Text) -> bool {
    if text.language() == Language::French {
        return true;
    }
    let words = || text.tokens().iter().filter(|t| t.kind == Kind::Word);
    let yours = words().next().is_some_and(|t| matches!(text.folded(t), "ton" | "ta" | "tes" | "mon" | "mes"));
    let small = words().filter(|t| is_french(text, t) && text.folded(t).len() > 1 || text.typed(t) == "à").count();
    let short = word_count(text.tokens()) <= PARAGRAPH;
    short && (yours || small >= 2 || words().any(|t| words::holds(TELLING, text.folded(t))))
}

/// Whether the post names a place of Canada, in a word or a hashtag.
fn is_canadian(text: &Text) -> bool {
    text.tokens().iter().any(|t| words::holds(CANADIAN, text.folded(t).trim_start_matches('#')))
}

/// Those whom the draft, or else the house, speaks to.
fn is_for_france_alone(context: &Context<'_>) -> bool {
    let draft = &context.draft.audience;
    let audience = if draft.is_empty() { &context.settings.policy.countries } else { draft };
    !audience.is_empty() && audience.iter().all(|country| country.eq_ignore_ascii_case("FR"))
}

/// Runs of words that are English: as tokens `start..end`, without those that are quoted, starred or explained.
fn phrases(text: &Text) -> Vec<std::ops::Range<usize>> {
    let tokens = text.tokens();
    let mut out = Vec::new();
    let mut quoted = false;
    let mut i = 0;
    while i < tokens.len() {
        match tokens[i].kind {
            Kind::Word => {
                let end = run_end(text, i);
                let run = english_part(text, i, end);
                if !quoted && !is_translated(text, end) {
                    out.extend(run.filter(|run| !french_follows(text, run)));
                }
                i = end;
                continue;
            }
            Kind::Mark => match text.typed(&tokens[i]) {
                "«" | "“" => quoted = true,
                "»" | "”" => quoted = false,
                mark if mark.starts_with('"') => quoted = !quoted,
                _ => {}
            },
            Kind::Break => quoted = false,
            _ => {}
        }
        i += 1;
    }
    out
}

/// The end of the run of words from token `i` on; a comma goes on with it.
fn run_end(text: &Text, i: usize) -> usize {
    let tokens = text.tokens();
    let mut end = i + 1;
    while let Some(token) = tokens.get(end) {
        let comma = text.typed(token) == "," && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word);
        let amount = token.kind == Kind::Number || text.typed(token) == "%";
        let goes_on = amount && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word || text.typed(t) == "%");
        if token.kind != Kind::Word && !comma && !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Of a run, the part between its French words that is English enough.
fn english_part(text: &Text, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
    let tokens = text.tokens();
    let mut from = start;
    for i in start..=end {
        if i < end && !is_french(text, &tokens[i]) {
            continue;
        }
        let first = (from..i).find(|&k| is_english(text, &tokens[k]) || is_small_caps(text, &tokens[k]));
        if let Some(first) = first.filter(|&first| is_phrase(text, &tokens[first..i])) {
            let last = (first..i).rev().find(|&k| tokens[k].kind == Kind::Word).unwrap_or(first);
            return Some(first..last + 1);
        }
        from = i + 1;
    }
    None
}

fn is_phrase(text: &Text, run: &[Token]) -> bool {
    // A long week-end is French.
    let loan = |i: usize| {
        let pair =
            |i: usize| run.get(i..i + 2).is_some_and(|p| LOANS.contains(&[text.folded(&p[0]), text.folded(&p[1])]));
        pair(i) || i > 0 && pair(i - 1)
    };
    let counts = |i: usize, t: &Token| t.kind == Kind::Word && !matches!(text.folded(t), "week" | "end") && !loan(i);
    let words = || run.iter().enumerate().filter(|&(i, t)| counts(i, t)).map(|(_, t)| t);
    let small = words().filter(|t| is_english(text, t)).count();
    let accents = words().any(|t| !text.typed(t).is_ascii());
    // Names stand in capitals: The Lord of the Rings.
    let big = words().filter(|t| starts_big(text, t)).count();
    let named = big > 1 && words().all(|t| starts_big(text, t) || text.folded(t).len() < 4);
    let shouted = words().all(|t| t.caps);
    let count = words().count();
    let call = count == 2 && small == 2 && words().next().is_some_and(|t| is_call(text.folded(t)));
    (count >= WORDS && small >= SMALL || call) && !accents && (!named || shouted)
}

fn starts_big(text: &Text, token: &Token) -> bool {
    text.typed(token).starts_with(char::is_uppercase)
}

/// A word in small letters that begins the sentence, such as "shop" in "shop it now".
fn is_small_caps(text: &Text, token: &Token) -> bool {
    token.kind == Kind::Word && text.typed(token).is_ascii() && is_call(text.folded(token))
}

/// Calls of advertising.
fn is_call(word: &str) -> bool {
    const CALLS: &str =
        "book buy click come discover enjoy explore feel follow hurry join link meet play save shop stay swipe try";
    words::holds(CALLS, word)
}

/// A star or a bracket right after it: the translation stands there.
fn is_translated(text: &Text, end: usize) -> bool {
    text.tokens().get(end).is_some_and(|t| text.typed(t).starts_with(['*', '(', '¹', '=']))
}

/// Whether the sentence is English alone and the next one French, and not much longer: that is its translation.
fn french_follows(text: &Text, run: &std::ops::Range<usize>) -> bool {
    let sentence = text.tokens()[run.start].sentence as usize;
    let [own, next] = [sentence, sentence + 1].map(|i| text.sentences().get(i).map_or(&[][..], |s| text.within(s)));
    let french = |t: &&Token| t.kind == Kind::Word && is_french(text, t);
    !own.iter().any(|t| french(&t))
        && next.iter().filter(french).nth(1).is_some()
        && word_count(next) <= word_count(own) * 2 + 2
}

fn is_english(text: &Text, token: &Token) -> bool {
    token.kind == Kind::Word
        && (language::of_word(text.folded(token)) == Language::English
            || is_call(text.folded(token))
            || words::holds(SPOKEN, text.folded(token)))
}

fn is_french(text: &Text, token: &Token) -> bool {
    language::of_word(text.folded(token)) == Language::French
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use crate::{Policy, Settings};

    fn for_france(source: &str) -> Vec<String> {
        let policy = Policy { countries: vec!["FR".into()], ..Policy::default() };
        let settings = Settings { policy, ..Settings::default() };
        find_for(&settings, "english-for-french", source).into_iter().map(|f| f.matched).collect()
    }

    #[test]
    fn an_english_phrase_in_a_french_post_is_found() {
        let found = |source: &str| find("english-for-french", source).pop().map(|f| f.matched);
        assert_eq!(
            found("Notre collection est là : shop it now and feel good").as_deref(),
            Some("shop it now and feel good")
        );
        assert_eq!(found("Be part of the story avec Acme").as_deref(), Some("Be part of the story"));
    }

    #[test]
    fn loanwords_names_quotes_and_translations_pass() {
        for source in [
            "Le brunch du week-end",
            "Nos idées pour ce long week-end avec vous",
            "Notre campagne « Be part of it » (Faites partie de l’histoire)",
            "Be part of it (faites-en partie) avec nous",
            "On regarde The Lord of the Rings ce soir avec vous",
            "Join the movement now",
            "Son coming out queer, ses débuts et nos souvenirs",
            "Venez chez nous à Montréal et enjoy the good life",
            "Le marketing digital est là",
            "Just do it* avec nous. *Faites-le",
            "Join the movement now. Rejoignez le mouvement avec nous.",
        ] {
            assert_eq!(find("english-for-french", source), [], "{source}");
        }
    }

    #[test]
    fn a_whole_english_post_is_found_where_france_alone_reads_it() {
        for source in ["Join the movement now", "Just feel the difference today", "New collection, shop it now"] {
            assert_eq!(for_france(source).len(), 1, "{source}");
        }
        assert_eq!(for_france("Marketing digital"), [""; 0]);
        assert_eq!(for_france("#JustDoIt"), [""; 0]);
    }
}
