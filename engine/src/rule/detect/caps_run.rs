//! Shouting: many words in capitals side by side, or most of a post.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, Token, words};

/// Words in a row that are a shout, and letters they must have together.
const RUN: usize = 4;
const RUN_LETTERS: usize = 14;
/// A run of fewer words is a headline, a label or a name, unless it is a fifth of the letters.
const LONG_RUN: usize = 8;
const SHARE: usize = 5;
/// Letters a post must have before its share of capitals counts.
const SHARE_LETTERS: usize = 20;

/// Small words, folded: in capitals they are no acronym. Sorted.
const SMALL: &str = "\
    a all and are au aux avec be best ce ces cest cette dans day de des du en est et for get go have i il in \
    is it la le les my need new no nos not notre nous now of off on only or ou our out par pas plus pour que \
    qui sur that the this to today tous tout un une vos votre vous we what will with you your";

/// Acronyms that stay in capitals when the rest is lowered. Sorted.
const ACRONYMS: &str = "\
    AI API B2B B2C BBC CAC CEO CES CFO CGT CNN CNRS CTO DIY DJ DNA DVD EDF ESA EU FAQ FBI FIFA GPS HD HR IA \
    IBM INSEE KPI LED MBA MIT NASA NATO NBA NFL NHL NHS OK ONG ONU PDF PME PR QR RATP RH RTT SAV SEO SMS SNCF \
    TGV TV UE UK UNESCO UNICEF URL USA USB UX VIP VR VTC VTT WWE XL XXL";

/// One finding a run; one for the whole text where capitals rule it. The edit writes sentence case.
pub(crate) fn caps_run(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let mut runs = runs(context);
    if runs.is_empty() {
        return;
    }
    let loud: Vec<usize> = runs.iter().flatten().copied().collect();
    let letters = |kept: &dyn Fn(&Token) -> bool| -> usize {
        text.tokens().iter().filter(|t| t.kind == Kind::Word && kept(t)).map(|t| letters_of(text, t)).sum()
    };
    let (all, shouted) = (letters(&|_| true), loud.iter().map(|&i| letters_of(text, &text.tokens()[i])).sum::<usize>());
    let rules = all >= SHARE_LETTERS && shouted * 10 > all * 4;
    if rules && (loud.len() >= RUN && has_speech(text, &loud)) {
        runs.retain(|run| run.len() > 1);
    } else {
        runs.retain(|run| is_shout(text, run, all));
    }
    for run in runs {
        found.push(finding(context, &run));
    }
}

/// Neighbouring words in capitals, by sentence; acronyms count inside a run and make none.
fn runs(context: &Context<'_>) -> Vec<Vec<usize>> {
    let text = context.text;
    let tokens = text.tokens();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for (i, token) in tokens.iter().enumerate() {
        let loud = token.kind == Kind::Word && (token.caps || is_single_capital(text.typed(token)));
        if loud && !is_brand(context, token) && !is_code(text, token) {
            let joined =
                open && runs.last().and_then(|r| r.last()).is_some_and(|&j| tokens[j].sentence == token.sentence);
            match runs.last_mut().filter(|_| joined) {
                Some(run) => run.push(i),
                None => runs.push(vec![i]),
            }
            open = true;
        } else if open && !matches!(token.kind, Kind::Number | Kind::Emoji) && !is_light(text.typed(token)) {
            open = false;
        }
    }
    runs.retain(|run| run.iter().any(|&i| !is_acronym(text.typed(&tokens[i]))));
    runs
}

/// Four words or more, with enough letters, that are speech and not a row of names.
fn is_shout(text: &Text, run: &[usize], all: usize) -> bool {
    let letters: usize = run.iter().map(|&i| letters_of(text, &text.tokens()[i])).sum();
    let words = run.iter().filter(|&&i| letters_of(text, &text.tokens()[i]) > 1).count();
    let loud = words >= LONG_RUN || letters * SHARE >= all;
    words >= RUN && letters >= RUN_LETTERS && loud && has_small(text, run)
}

/// A small word, or two long ones: acronyms side by side have neither.
fn has_speech(text: &Text, words: &[usize]) -> bool {
    let long = words.iter().filter(|&&i| letters_of(text, &text.tokens()[i]) >= 6).count();
    long >= 2 || has_small(text, words)
}

/// A small word, which the name of a product seldom has.
fn has_small(text: &Text, words: &[usize]) -> bool {
    words.iter().any(|&i| {
        let token = &text.tokens()[i];
        let typed = text.typed(token);
        typed.chars().count() > 1 && words::holds(SMALL, text.folded(token)) && !is_acronym(typed)
    })
}

fn finding(context: &Context<'_>, run: &[usize]) -> Finding {
    let text = context.text;
    let tokens = text.tokens();
    let (start, end) = (tokens[run[0]].start as usize, tokens[run[run.len() - 1]].end as usize);
    let (english, _) = context.languages();
    let mut edits: Vec<(u32, u32, String)> = Vec::new();
    for &i in run {
        let typed = text.typed(&tokens[i]);
        if is_acronym(typed) || (english && typed == "I") {
            continue;
        }
        let lowered = typed.to_lowercase();
        let lowered = if begins_sentence(text, i) { capitalized(&lowered) } else { lowered };
        if lowered != typed {
            edits.push((tokens[i].start, tokens[i].end, lowered));
        }
    }
    let edits = (!edits.is_empty()).then_some(edits);
    Finding { edits, ..Finding::at(start, end, text.source()[start..end].to_owned()) }
}

/// Nothing but marks, numbers and emoji stand before it in its sentence.
fn begins_sentence(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let before = tokens[..i].iter().rev().take_while(|t| t.sentence == tokens[i].sentence);
    before.clone().all(|t| matches!(t.kind, Kind::Mark | Kind::Emoji | Kind::Break))
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn is_brand(context: &Context<'_>, token: &Token) -> bool {
    let folded = context.text.folded(token);
    context.names().iter().any(|brand| brand.split(' ').any(|word| word == folded))
}

/// Part of a name such as `CLIENT_ID`.
fn is_code(text: &Text, token: &Token) -> bool {
    let bytes = text.source().as_bytes();
    let before = token.start.checked_sub(1).map(|i| bytes[i as usize]);
    before == Some(b'_') || bytes.get(token.end as usize) == Some(&b'_')
}

fn is_acronym(typed: &str) -> bool {
    words::holds(ACRONYMS, typed) || typed.chars().any(|c| c.is_ascii_digit())
}

fn is_single_capital(typed: &str) -> bool {
    // No character takes more bytes; most words do.
    let mut chars = typed.chars();
    typed.len() <= 4 && chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

fn letters_of(text: &Text, token: &Token) -> usize {
    text.typed(token).chars().filter(|c| c.is_alphabetic()).count()
}

/// Marks that a shout goes on over.
fn is_light(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, ',' | '"' | '“' | '”' | '«' | '»' | '&' | '+' | '!' | '?' | '.'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for, mended};
    use crate::{Policy, Settings};

    fn mend(source: &str) -> String {
        let found = find("caps-run", source);
        found.iter().rev().fold(source.to_owned(), |text, f| mended(&text, f))
    }

    #[test]
    fn the_lists_are_sorted_for_the_binary_search() {
        assert!(super::SMALL.split(' ').is_sorted() && super::ACRONYMS.split(' ').is_sorted());
    }

    #[test]
    fn a_headline_and_a_name_in_a_longer_text_pass() {
        let text = "\nOur new bakers start on Monday, and the ovens are warm from five in the morning on. Come by for \
                    the first loaves, the coffee and a chat with the people who made them, all week long.";
        assert_eq!(find("caps-run", &("COMING UP ON MONDAY".to_owned() + text)), []);
        assert_eq!(find("caps-run", &("RADIANCE BODY CREAM GABRIELLE".to_owned() + text)), []);
        let shout = "THIS IS THE LAST DAY TO BOOK YOUR SEAT".to_owned() + text;
        assert_eq!(find("caps-run", &shout).len(), 1);
    }

    #[test]
    fn a_run_of_capitals_becomes_a_sentence() {
        assert_eq!(mend("THIS IS THE BEST DAY EVER FOLKS"), "This is the best day ever folks");
        assert_eq!(mend("Hey: BUY NOW OR REGRET IT FOREVER. Really."), "Hey: buy now or regret it forever. Really.");
        assert_eq!(mend("VENEZ NOMBREUX, C’EST LA FÊTE"), "Venez nombreux, c’est la fête");
        assert_eq!(mend("I KNOW WHAT I WANT FROM NASA"), "I know what I want from NASA");
    }

    #[test]
    fn acronyms_names_and_tags_do_not_shout() {
        for source in [
            "NASA and ESA sign a deal",
            "Meet us at CES 2027",
            "USB-C is here",
            "La SNCF et la RATP s’allient",
            "NASA ESA CNES JAXA sign a deal",
            "#BUYNOW #OFFTODAY #ONLYNOW #YES",
            "Our CEO and CFO at the MIT in the USA",
            "LVMH, BNP, EDF et SNCF en tête",
            "WE OPEN",
            "$AAPL $GOOG $MSFT $META up",
        ] {
            assert_eq!(find("caps-run", source), [], "{source}");
        }
    }

    #[test]
    fn the_brand_s_own_capitals_are_its_name() {
        assert_eq!(find("caps-run", "NOUVELLE COLLECTION CHEZ MARIUS LYON").len(), 1);
        let policy = Policy { brand: "Marius et fils Lyon".into(), ..Policy::default() };
        let house = Settings { policy, ..Settings::default() };
        assert_eq!(find_for(&house, "caps-run", "Venez chez MARIUS ET FILS LYON"), []);
    }
}
