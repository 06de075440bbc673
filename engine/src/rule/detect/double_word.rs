//! A word that stands twice, where the language does not mean it.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, Token, words};

/// Small words that never stand twice on purpose, in English and in French. Sorted.
const SMALL: [&str; 2] = [
    "\
    a an and are as at be been but by can for from has have he his if in into is it its me my of on or our she \
    should the their these they this those to was we were where which will with would your",
    "\
    a au aux avec ce ces cet cette dans de des du elle est et il ils je la le les leur leurs ma mais me mes mon \
    ne nos notre on ou par pas pour que qui sa se ses son sont sur ta te tes tu un une vos votre",
];

/// Long words that are said twice to say them louder, sounds, and names. Sorted.
const TWICE: &str = "\
    aller alors avant away beaucoup bien black blah bonne choo chop come cool dada dance dear deep elles encore \
    ever fair faire fast fini fire game girl glou good grand grande gros gueule guili haha happy hard hear hello \
    help here hihi hubba important jamais juste kiss knock late learn less light little loin long longtemps \
    lourd lourde love machine mahi maman many merci miam mieux mini more moto much music nice night nous only \
    pareil patati petit petite petits peur please plus poke poor presque quick quiet rapide rarely rather real \
    really right rouge sale same seul shake short slow slowly small soon sorry stop super sure swing talk tapis \
    team test thank that there think till time tiny tres trop true tutti very vite vous vrai vraiment wait walk \
    wall well wild work yeah years young";

/// One finding for each; the edit leaves one of them.
pub(crate) fn double_word(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let languages = context.languages();
    let mut i = 0;
    while i + 1 < tokens.len() {
        let run = run_at(text, i);
        if run > 1 && is_slip(text, i, run, languages) {
            let (first, last) = (&tokens[i], &tokens[i + run - 1]);
            let edit = (first.end, last.end, String::new());
            let span = (first.start as usize, last.end as usize);
            found.push(Finding {
                edits: Some(vec![edit]),
                ..Finding::at(span.0, span.1, text.source()[span.0..span.1].to_owned())
            });
        }
        i += run;
    }
}

/// How often the word at `i` stands there, with nothing but spaces between.
fn run_at(text: &Text, i: usize) -> usize {
    let tokens = text.tokens();
    let mut run = 1;
    while i + run < tokens.len() && is_again(text, &tokens[i + run - 1], &tokens[i + run]) {
        run += 1;
    }
    run
}

fn is_again(text: &Text, a: &Token, b: &Token) -> bool {
    a.kind == Kind::Word
        && b.kind == Kind::Word
        && text.folded(a) == text.folded(b)
        && !b.glued
        && text.source()[a.end as usize..b.start as usize].bytes().all(|byte| byte == b' ')
        // “a à” is no repetition; what remains is compared letter by letter.
        && text.typed(a).to_lowercase() == text.typed(b).to_lowercase()
}

fn is_slip(text: &Text, i: usize, run: usize, (english, french): (bool, bool)) -> bool {
    let tokens = text.tokens();
    let token = &tokens[i];
    // “dites-le le jour venu”, “l’Est est”: the first one belongs to what stands before it.
    if i > 0 && tokens[i - 1].kind == Kind::Word && joined(text, &tokens[i - 1], token) {
        return false;
    }
    // “le la-bas”: the last one belongs to what follows.
    let last = &tokens[i + run - 1];
    if tokens.get(i + run).is_some_and(|next| next.kind == Kind::Word && joined(text, last, next)) {
        return false;
    }
    let word = text.folded(token);
    let typed = text.typed(last);
    // “la La Financière” is a name after its article; “The the” begins a sentence.
    if typed != text.typed(token) && typed.starts_with(|c: char| c.is_uppercase()) {
        return false;
    }
    if english && words::holds(SMALL[0], word) || french && words::holds(SMALL[1], word) {
        let sung = word == "la" && !goes_on(text, i, run);
        return !sung && (run == 2 || word.len() > 2);
    }
    // A name may be double (Duran Duran), a shout may repeat, three times is a song.
    let plain = typed.bytes().all(|byte| byte.is_ascii_lowercase() || (0x80..0xD0).contains(&byte));
    run == 2 && plain && word.len() >= 4 && !words::holds(TWICE, word) && goes_on(text, i, run)
}

/// Whether the sentence goes on on both sides: a refrain stands at an end.
fn goes_on(text: &Text, i: usize, run: usize) -> bool {
    let tokens = text.tokens();
    let near = |token: Option<&Token>| token.is_some_and(|t| t.kind == Kind::Word);
    let after = |token: Option<&Token>| {
        token.is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number) || matches!(text.folded(t), "." | ","))
    };
    i > 0 && near(tokens.get(i - 1)) && after(tokens.get(i + run))
}

fn joined(text: &Text, a: &Token, b: &Token) -> bool {
    let between = &text.source()[a.end as usize..b.start as usize];
    !between.is_empty() && !between.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, mended};

    #[test]
    fn a_small_word_twice_is_mended() {
        for (wrong, right) in [
            ("Join the the team", "Join the team"),
            ("Rendez-vous à à Paris", "Rendez-vous à Paris"),
            ("See you in in Paris", "See you in Paris"),
            ("The the the end", "The end"),
            ("Our new website website is live", "Our new website is live"),
            ("De de bonnes nouvelles", "De bonnes nouvelles"),
        ] {
            let found = find("double-word", wrong);
            assert_eq!(found.len(), 1, "{wrong}");
            assert_eq!(mended(wrong, &found[0]), right);
        }
    }

    #[test]
    fn what_is_said_twice_on_purpose_stays() {
        for text in [
            "He had had enough",
            "I think that that is fine",
            "Bye bye 2026",
            "Very very good",
            "Nous nous réjouissons",
            "Vous vous souvenez",
            "Bla bla bla",
            "Très très beau",
            "Duran Duran live",
            "Il a à faire",
            "Dites-le le jour venu",
            "L’Est est là",
            "Go go go",
            "Yes, yes",
            "No. No",
            "tout en en profitant",
            "2 2 2",
            "the\nthe",
            "It was a win win situation",
            "Wagga Wagga",
            "faire faire un devis",
            "la-la-la",
            "Eh la la !",
            "la La Financière",
            "Si vous vous demandez pourquoi",
            "Gave her her coat",
        ] {
            assert_eq!(find("double-word", text), [], "{text}");
        }
    }
}
