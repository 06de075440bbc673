//! How readers are addressed: tu and vous in one post, the house's form of address, slang in a formal
//! house, and acronyms that readers may not know.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, words};

/// Words of tu and of vous, folded. “ton” and “te” are other words too often. Sorted.
const TU: &str = "ta tes toi tu";
const VOUS: &str = "vos votre vous";
/// What stands before “ton” where it is a sound or a colour. Sorted.
const BEFORE_TONE: &str =
    "au autre bas beau bon ce d de du haut le leur meme mon notre nouveau quel sans son sur un votre";
/// Orders to somebody who is called tu, where they begin a sentence; most are nothing else there. Sorted.
const TU_ORDERS: &str = "\
    abonne active apporte appelle attrape choisis clique commente craque decouvre dis ecris emmene envoie \
    essaie essaye fais inscris laisse oublie ose participe pense prends prepare profite raconte regarde rejoins \
    reponds reserve savoure tague telecharge teste tente viens vote";

/// Slang of both languages, folded. Sorted.
const SLANG: &str = "\
    aint arvo askip babe babes bae bails balek baleze banger banging bants barjo barjot barmy bcp bestie besties \
    bff bfr bg bigre bikkies biloute biloutes bisous bled blimey bloke blokes boloss bolosse bonkers bosser \
    bossin bouffe bouffer bougie brekkie brekky bro bruh bruv bussin buzzing cartonne cartonnent chanme cheeky \
    chelou cheum chiant chiche chicos chill chillax chiller chillin chouchou chouchous chuffed cimer clope \
    connerie coucou coz crevant crikey cuppa cuz cuzzies daron daronne darons deadass deets defo delulu dingo \
    dingos dingue dinguerie dodgy doggo dope dude dudes dunnit dunno dw enjaille enjailler fab fam faque fella \
    fellas finna flemme fomo footy frangin frangine frerot frerots frfr fric fringues gaff galere galerer gars \
    gg ghosted gimme glander glandouille goat gobsmacked gonna gosse gosses gotcha gotta gueule gurl hella \
    highkey hiya hmu holla homies hubby huns hyped icitte idc idgaf idk ikr imma imo innit iykyk jpp jsp keuf \
    kif kiff kiffant kiffante kiffe kiffent kiffer kiffez kinda knackered lads legit lemme lfg lit lmao lmfao \
    lmk lol lolz lotsa loulou loulous lowkey luv mates mdr mdrr mdrrr mec mecs meuf meufs miskine moula mytho \
    naff nah nana nanas ngl noob nope nuff obvs oklm omg omw oops osef ouaip ouais ouf oups outta pantoute peeps \
    periodt pls plz pognon pompette pote potes poto potos preggers prolly psyched ptdr ptdrr punaise rekt relou \
    reuf ridic rizz rofl roflmao sah servo sesh seum shook sick skibidi slaps slay slayed smashin smh smol sorta \
    stoked stp stylax style stylee styles sus swag sweetpeas swole tada taf tafer tbf tbh tema teuf tho thru \
    thune thunes thx tiguidou tkt totes tradie tradies tranquillou tse vibe vibes vibing vnr wallah wanna wassap \
    wassup wesh whaddup whatcha whatevs whoa woah wowza wowzers wsh wtf yaas yall yas yass yay yeah yeepee yeet \
    yep yikes yipes yo yolo youhou youpi yummy yup zarbi zbeul zinzin zouz zut";

/// Slang of several words, folded.
const SLANG_PHRASES: &str = "\
    a bosse, a donf, a fond la caisse, a right laugh, absolute unit, ain t, all the feels, au taquet, ben la, \
    big mood, big up, bob s your uncle, bring it, c est abuse, c est carre, c est chaud, c est dingo, c est la \
    base, c est malade, c est pas pire, ca dechire, ca envoie, ca envoie du pate, ca gaze, ca passe creme, ca \
    poutre, ca roule, ca tue, ca va faire mal, can t even, cartonne grave, chef s kiss, crack on, crushing it, \
    de malade, de ouf, du lourd, dumpster fire, en mode, en vrai, fair dinkum, get in there, go off, goes hard, \
    gone mad, good on ya, grave bien, grave content, grave cool, gros bisous, hats off fam, heck yeah, hell \
    yeah, here for it, high key, hit different, hits different, hold my beer, holy moly, hot mess, it s giving, \
    its giving, j avoue, just sayin, killing it, la team, les frerots, les gars, les loulous, let him cook, let \
    s gooo, let s goooo, let them cook, lets gooo, living for, low key, mad respect, main character, mic drop, \
    mort de rire, my bad, nailed it, no biggie, no cap, no worries mate, on fleek, on lache rien, on s est \
    regales, on va pas se mentir, on va tout dechirer, on vous fait un bisou, ont bosse, over the moon yall, \
    ramene toi, ramenez votre fraise, ramenez vous, rent free, rock up, safe w, say less, she ll be right, shout \
    out to my, sick as, smashing it, spill the tea, sugarcoat it, sur le cul, t as vu, t inquiete, taking the \
    mick, the ick, too right, tout est carre, tout schuss, trop bien, trop content, trop cool, trop de la balle, \
    trop forts, trop hate, trop kiffant, trop la classe, trop style, truc de dingue, truc de fou, trucs de \
    dingue, un max, un truc de malade, up for grabs innit, vibe check, we stan, what s up, whats up, y a pas \
    photo, y all";

/// Acronyms that need no words anywhere. Sorted.
const KNOWN: &str = "\
    ai am api bbc bd be ca ceo cm covid cv diy dj dvd eu eur faq fm fr gb gmt gps ia id it km ko led ma mp nasa \
    no ny ok onu pdf pm pme qr radio sav sms sncf sos sud tgv tv tva ue uk un us usa usb vip vtt wc wifi";

/// So many acronyms in one post are a language of their own.
const ACRONYMS: usize = 3;
/// And so many where the house says that its readers are no experts.
const FOR_LAYMEN: usize = 2;

/// One finding for each kind of slip.
pub(crate) fn register(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let audience = &context.settings.policy.editorial.audience;
    if text.language() == Language::French {
        address(text, &audience.address, found);
    }
    if audience.register == "formal" {
        slang(text, found);
    }
    let told = !audience.address.is_empty() || !audience.register.is_empty();
    match audience.experts {
        Some(false) => acronyms(context, &audience.acronyms, FOR_LAYMEN, found),
        None if told => acronyms(context, &audience.acronyms, ACRONYMS, found),
        _ => {}
    }
}

/// Slang, words and phrases.
fn slang(text: &Text, found: &mut Vec<Finding>) {
    let tokens = text.tokens();
    let mut at = 0;
    while at < tokens.len() {
        let length = slang_at(text, at);
        if length > 0 {
            let (start, end) = (tokens[at].start as usize, tokens[at + length - 1].end as usize);
            let typed = &text.source()[start..end];
            let vars =
                vec![("finding", format!("“{typed}” is slang")), ("constat", format!("« {typed} » est familier"))];
            found.push(Finding { vars, ..Finding::at(start, end, typed.to_owned()) });
        }
        at += length.max(1);
    }
}

/// How many tokens from this one on are slang; 0 where it is none.
fn slang_at(text: &Text, at: usize) -> usize {
    let tokens = &text.tokens()[at..];
    if tokens[0].kind != Kind::Word {
        return 0;
    }
    let begins = |phrase: &&str| {
        let mut said = tokens.iter().map(|t| text.folded(t));
        phrase.split(' ').all(|word| said.next() == Some(word))
    };
    match SLANG_PHRASES.split(", ").find(begins) {
        Some(phrase) => phrase.split(' ').count(),
        None => usize::from(words::holds(SLANG, text.folded(&tokens[0]))),
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
    let (mut tu, vous) = (of(TU), of(VOUS));
    if asked == "vous" {
        tu.extend((0..tokens.len()).filter(|&i| says_tu(text, i) && !is_quoted(text, i)));
        tu.sort_unstable();
    }
    // An imperative says vous without the word: “Inscrivez-vous” has it, “Participez” has not.
    let orders = imperatives(text);
    let wrong = match asked {
        "vous" => tu.first().copied(),
        "tu" => vous.first().copied().or(orders.first().copied()).or_else(|| verb_in_ez(text)),
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

/// Whether a token says tu where that is not sure enough to judge a post by which the house does not ask for vous:
/// “ton vélo”, “te”, “t’attend”, “Rejoins-nous”.
fn says_tu(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let before = i.checked_sub(1).map_or("", |i| text.folded(&tokens[i]));
    let after = tokens.get(i + 1).map_or("", |t| text.folded(t));
    let begins = i == 0 || tokens[i - 1].sentence != tokens[i].sentence || tokens[i - 1].kind == Kind::Break;
    let small = begins || text.typed(&tokens[i]).starts_with(char::is_lowercase);
    match text.folded(&tokens[i]) {
        "ton" => small && after != "sur" && (begins || !words::holds(BEFORE_TONE, before)),
        "te" => small && !begins,
        "t" => small && text.source()[tokens[i].end as usize..].starts_with(['\'', '’']),
        word => begins && words::holds(TU_ORDERS, word),
    }
}

/// A verb in -ez inside a sentence; names in -ez begin with a capital.
fn verb_in_ez(text: &Text) -> Option<usize> {
    let tokens = text.tokens();
    (0..tokens.len()).find(|&i| {
        let word = text.folded(&tokens[i]);
        let verb = word.len() >= 5 && word.ends_with("ez") && !matches!(word, "assez" | "chez" | "rendez");
        tokens[i].kind == Kind::Word
            && verb
            && text.typed(&tokens[i]).starts_with(char::is_lowercase)
            && !is_quoted(text, i)
    })
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

/// Acronyms that readers may not know, where there are so many.
fn acronyms(context: &Context<'_>, own: &[String], many: usize, found: &mut Vec<Finding>) {
    let text = context.text;
    let names = context.names();
    let caps = text.tokens().iter().filter(|t| t.caps).count();
    let all = word_count(text.tokens());
    // Where most words are in capitals, they shout; another rule says so.
    if caps * 2 > all {
        return;
    }
    let mut unknown: Vec<(&str, usize, usize)> = Vec::new();
    for (i, token) in text.tokens().iter().enumerate() {
        let Some(word) = acronym(text, token).filter(|_| !is_explained(text, i)) else { continue };
        let ours = own.iter().any(|one| draftlens_text::fold::fold(one) == word)
            || names.iter().any(|name| name.split(' ').any(|part| part == word));
        if !ours && !words::holds(KNOWN, word) && !unknown.iter().any(|(seen, ..)| *seen == word) {
            unknown.push((word, token.start as usize, token.end as usize));
        }
    }
    if unknown.len() >= many {
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

/// The folded word of an acronym, without the s of its plural.
fn acronym<'a>(text: &'a Text, token: &Token) -> Option<&'a str> {
    let (typed, word) = (text.typed(token), text.folded(token));
    if token.kind != Kind::Word {
        return None;
    }
    let plural = typed.strip_suffix('s').filter(|one| one.len() > 1 && one.chars().all(char::is_uppercase));
    let one = if plural.is_some() { word.strip_suffix('s')? } else { word };
    ((token.caps || plural.is_some()) && (2..=5).contains(&one.len())).then_some(one)
}

/// Whether words in brackets stand beside it, or it stands in brackets beside words.
fn is_explained(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let opens = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| text.folded(t) == "(");
    opens(i.checked_sub(1)) || opens(Some(i + 1))
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
        assert_eq!(formal("yo fam, that was lit"), 3);
        assert_eq!(formal("Our API-first RAG with KPI and OKR for the SEO of you all"), 1);
        assert_eq!(formal("We cut the time for invoices in the UK and the USA"), 0);
        assert_eq!(find("register", "yo fam, that was lit"), []);
    }

    #[test]
    fn a_house_that_says_vous_hears_every_tu() {
        let mut settings = Settings::default();
        settings.policy.editorial.audience.address = "vous".into();
        let said = |text: &str| find_for(&settings, "register", text).len();
        assert_eq!(said("Dépose ton vélo mardi, il est réparé jeudi pour la promenade."), 1);
        assert_eq!(said("Rejoins-nous samedi dans la boutique pour la fête des voisins."), 1);
        assert_eq!(said("Une surprise t’attend ce soir dans la boutique de la rue."), 1);
        assert_eq!(said("Un salon ton sur ton, et le ton juste dans la cuisine avec nous."), 0);
        settings.policy.editorial.audience.address = "tu".into();
        let said = |text: &str| find_for(&settings, "register", text).len();
        assert_eq!(said("Prépare ton sac et surtout n’oubliez pas la gourde pour la marche."), 1);
        assert_eq!(said("Viens chez nous, il y a assez de gâteaux pour ta famille et Sanchez."), 0);
    }

    #[test]
    fn laymen_are_told_what_letters_mean() {
        let mut settings = Settings::default();
        settings.policy.editorial.audience.experts = Some(false);
        let said = |text: &str| find_for(&settings, "register", text).len();
        assert_eq!(said("Your SERPs and CTR in a single view for the shop"), 1);
        assert_eq!(said("Your ROI (return on investment) and your click rate (CTR) in a single view"), 0);
        assert_eq!(said("Two DVDs for the CEO of the shop"), 0);
    }
}
