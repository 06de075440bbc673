//! How readers are addressed: tu and vous in one post, the house's form of address, slang in a formal
//! house, and acronyms that readers may not know.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, words};

/// Words of tu and of vous, folded. “ton” and “te” are other words too often. Sorted.
const TU: &str = "ta tes toi tu";
const VOUS: &str = "vos votre vous";

/// Slang of both languages, folded. Sorted.
const SLANG: &str = "\
    askip balek bestie bff bfr bg bro bruh bussin chelou chill cimer deadass dope fam finna flemme frerot frfr \
    goat gonna gotta highkey idk iykyk jpp jsp kiff kiffe kiffent kiffer kiffez lit lmao lmfao lol lowkey mdr \
    meuf ngl oklm omg osef ouf periodt ptdr rizz rofl seum sick skibidi slaps slay slayed smh stylax sus tbh tkt \
    vibe vibes vibing wanna wesh wsh wtf yall yeet yolo";

/// Acronyms that need no words anywhere. Sorted.
const KNOWN: &str = "\
    ai am api bbc bd be ca ceo cm covid cv diy dj dvd eu eur faq fm fr gb gmt gps ia id it km ko led ma mp nasa \
    no ny ok onu pdf pm pme qr radio sav sms sncf sos sud tgv tv tva ue uk un us usa usb vip vtt wc wifi";

/// So many acronyms in one sentence are a language of their own.
const ACRONYMS: usize = 3;

/// One finding for each kind of slip.
pub(crate) fn register(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let audience = &context.settings.policy.editorial.audience;
    if text.language() == Language::French {
        address(text, &audience.address, found);
    }
    if audience.register == "formal" {
        for token in text.tokens().iter().filter(|t| t.kind == Kind::Word && words::holds(SLANG, text.folded(t))) {
            let typed = text.typed(token);
            let vars =
                vec![("finding", format!("“{typed}” is slang")), ("constat", format!("« {typed} » est familier"))];
            found.push(Finding { vars, ..Finding::at(token.start as usize, token.end as usize, typed.to_owned()) });
        }
    }
    let told = !audience.address.is_empty() || !audience.register.is_empty();
    if told && !audience.experts {
        acronyms(context, &audience.acronyms, found);
    }
}

/// Tu where the house says vous, vous where it says tu, or both where it says nothing.
fn address(text: &Text, asked: &str, found: &mut Vec<Finding>) {
    let tokens = text.tokens();
    // Names of shows and contests say “ta” and “toi”; only “tu” speaks to the reader for sure.
    if asked.is_empty() && !tokens.iter().any(|t| text.folded(t) == "tu") {
        return;
    }
    let of = |list: &str| -> Vec<usize> {
        (0..tokens.len())
            .filter(|&i| {
                tokens[i].kind == Kind::Word && words::holds(list, text.folded(&tokens[i])) && !is_quoted(text, i)
            })
            .collect()
    };
    let (tu, vous) = (of(TU), of(VOUS));
    // An imperative says vous without the word: “Inscrivez-vous” has it, “Participez” has not.
    let orders = imperatives(text);
    let wrong = match asked {
        "vous" => tu.first().copied(),
        "tu" => vous.first().copied().or(orders.first().copied()),
        _ if !tu.iter().any(|&i| text.folded(&tokens[i]) == "tu") || vous.is_empty() && orders.is_empty() => None,
        _ => tu.first().copied().max(vous.first().or(orders.first()).copied()),
    };
    let Some(i) = wrong else { return };
    let typed = text.typed(&tokens[i]);
    let (english, french) = match asked {
        "" => ("Tu and vous in one post".to_owned(), "Tu et vous dans le même post".to_owned()),
        asked => (format!("“{typed}” where we say {asked}"), format!("« {typed} » alors que nous disons {asked}")),
    };
    let vars = vec![("finding", english), ("constat", french)];
    found.push(Finding { vars, ..Finding::at(tokens[i].start as usize, tokens[i].end as usize, typed.to_owned()) });
}

/// Words in -ez that begin a sentence.
fn imperatives(text: &Text) -> Vec<usize> {
    let tokens = text.tokens();
    let mut found = Vec::new();
    for sentence in text.sentences() {
        let first = (sentence.start as usize..sentence.end as usize).find(|&i| tokens[i].kind == Kind::Word);
        found.extend(first.filter(|&i| {
            let word = text.folded(&tokens[i]);
            word.len() >= 5 && word.ends_with("ez") && !matches!(word, "assez" | "chez")
        }));
    }
    found
}

/// Whether it stands between quotes on its line: somebody else speaks there.
fn is_quoted(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let quotes = tokens[..i]
        .iter()
        .rev()
        .take_while(|t| t.kind != Kind::Break)
        .filter(|t| t.kind == Kind::Mark && matches!(text.folded(t), "\"" | "\"\""));
    quotes.count() % 2 == 1
}

fn acronyms(context: &Context<'_>, own: &[String], found: &mut Vec<Finding>) {
    let text = context.text;
    let names = context.names();
    let caps = text.tokens().iter().filter(|t| t.caps).count();
    let all = word_count(text.tokens());
    // Where most words are in capitals, they shout; another rule says so.
    if caps * 2 > all {
        return;
    }
    let mut unknown: Vec<(&str, usize, usize)> = Vec::new();
    for token in text.tokens().iter().filter(|t| t.caps && (2..=5).contains(&(t.end - t.start))) {
        let word = text.folded(token);
        let ours = own.iter().any(|one| draftlens_text::fold::fold(one) == word)
            || names.iter().any(|name| name.split(' ').any(|part| part == word));
        if !ours && !words::holds(KNOWN, word) && !unknown.iter().any(|(seen, ..)| *seen == word) {
            unknown.push((word, token.start as usize, token.end as usize));
        }
    }
    if unknown.len() >= ACRONYMS {
        let list: Vec<&str> = unknown.iter().map(|&(_, start, end)| &text.source()[start..end]).collect();
        let list = list.join(", ");
        let vars = vec![
            ("finding", format!("Readers may not know {list}")),
            ("constat", format!("Les lecteurs ignorent peut-être {list}")),
        ];
        let spans = unknown.iter().map(|&(_, start, end)| (start as u32, end as u32)).collect();
        found.push(Finding { spans, matched: list, vars, ..Finding::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_for};
    use crate::Settings;

    fn formal(text: &str) -> usize {
        let mut settings = Settings::default();
        settings.policy.editorial.audience.register = "formal".into();
        find_for(&settings, "register", text).len()
    }

    #[test]
    fn one_post_keeps_to_one_form_of_address() {
        assert_eq!(find("register", "Tu veux gagner ? Inscrivez-vous sur notre site, c’est gratuit").len(), 1);
        assert_eq!(find("register", "Participez au concours et dis-nous ce que tu en penses avec tes amis").len(), 1);
        assert_eq!(find("register", "Vous voulez gagner ? Inscrivez-vous sur notre site"), []);
        assert_eq!(find("register", "Tu veux venir ? Inscris-toi sur notre site"), []);
        assert_eq!(find("register", "Vous avez dit « tu es le meilleur » à votre voisin cette semaine"), []);
    }

    #[test]
    fn a_formal_house_hears_slang_and_acronyms() {
        assert_eq!(formal("yo fam, that was lit"), 2);
        assert_eq!(formal("Our API-first RAG with KPI and OKR for the SEO of you all"), 1);
        assert_eq!(formal("We cut the time for invoices in the UK and the USA"), 0);
        assert_eq!(find("register", "yo fam, that was lit"), []);
    }
}
