//! What a reader sees first, when it says nothing: greetings, joy, emoji, tags and names alone.

use super::Context;
use crate::network;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, language, words};

/// Words of greeting, joy and announcement, folded. Sorted.
const JOY: &str = "\
    afternoon amazing annonce annoncer announce announcement announcing bienvenue blessed bonheur bonjour bonsoir \
    buzzing cher chere cheres chers chuffed content contente contentes contents coucou dear delighted devoiler \
    drumroll ecstatic elated emotion emotional emu emue emues emus enchante enchantee enchantes enfin enorme \
    enthousiasme evening excited excitement exciting fantastic fier fiere fieres fiers fierte finally grateful \
    gratitude greetings hello heureuse heureuses heureux hey hi hiya honneur honor honore honored honoree honorees \
    honores honour honoured howdy huge humbled immense impatient impatiente impatients incredible incroyable introduce \
    introducing joie joy massive milestone morning news nouvelle nouvelles officially officiellement overjoyed \
    partager plaisir pleased pleasure presenter pride privileged proud pumped ravi ravie ravies ravis reconnaissant \
    reconnaissante reconnaissants reveal reveler salut speechless stoked surprise thankful thrilled touche touchee \
    update welcome wonderful";

/// Other words that say nothing yet, beside the small words of the language. Sorted.
const EMPTY: &str = "\
    a able abonnes absolutely adorables adore alert all allez am amazingly ami amies amis and apprendre are attendait \
    attendez attendiez attendons attendu attente aventure avez beau beautiful beaux been behalf believe belle belles \
    beyond bien bienvenues bienvenus big bises bisous bon bonne bonnes bottom breaking bref cant chaleureusement \
    chapitre chapter chats cheris chouchous coeur coming comme communaute community copains copines cote d day deeply \
    devinez dimanche dire dont drop drum du dying each end enjoying espere esperons et etape every everybody everyone \
    everywhere excellente extremely extremement facebook fam famille family fans far fidele fideles fin fine folk \
    folks folle followers forward fou friday friend friends full gather gens gentlemen genuinely good gourmandes \
    gourmands grand grande grandes grands great gros guess guys had hand hands happening happy has hats have having \
    heart hearted hearts here hold hope hourra humble humblement i im imagine impatience incredibly infiniment \
    informer instagram instagrammers is it j janvier je jeudi joli jolie journee journey keeping la ladies larmes le \
    lecteurs lectrices les let lets linkedin linkedinfam ll long longs longue longues lovelies lovely lundi m mardi \
    mates merci mercredi merveilleuse merveilleux mes mesdames messieurs mille moment monday months most mots my \
    network new nice nous nouveaute of oh ohe ok okay omg one onto ouah our out page parcours part particulierement \
    passe passez peeps pensees people personal petits peu possible pouvoir present pret prete pretes prets \
    professionnel professionnelle profite profitez profondement profoundly que quite raconter re reconnaissance \
    reellement remerciements rentree reposez reseau retrouve retrouver retrouvons revoici roll roulement roulements \
    round s samedi saturday secret semaine seriously share sharing silence sincerely sincerement sitting so soleil \
    something soon soul special speciale stay storytime sun sunday super t tambour tambours team tears tell tellement \
    telling tenez thank thanks that thats the there this threads thursday to today totally tous toute toutes truly \
    tuesday tuesdays tuned tweeps twitter un une us utterly vais ve vendredi venus very vie vous vraiment wahou wait \
    waited waiting waouh we wednesday week weekend weeks well wonder woohoo words world wouah wow x y yay yes yet yeux \
    yippee you youpi your";

/// So few words may be a post by themselves: “Good morning ☀️”.
const FEW: usize = 8;

/// So many words that say nothing, with so much joy among them, are a weak opening wherever the fold is.
const LONG: usize = 7;
const MUCH: usize = 2;

/// So many tags and names, with nothing else, are no post.
const NAMES: usize = 5;

/// One finding for an opening that says nothing, or whose readers see nothing but a greeting before “more”.
pub(crate) fn hook(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    if context.draft.reply_to.is_some() || tokens.is_empty() {
        return;
    }
    let empty = |small: bool| tokens.iter().position(|t| says(text, t, small)).unwrap_or(tokens.len());
    let first = empty(true);
    let joy = tokens[..first].iter().filter(|t| t.kind == Kind::Word && words::holds(JOY, text.folded(t))).count();
    let plain = tokens[..first].iter().all(|t| !matches!(t.kind, Kind::Hashtag | Kind::Mention));
    let long = first < tokens.len() && plain && joy >= MUCH && words(&tokens[..first]) >= LONG;
    let first = if long { first } else { empty(false) };
    let names = tokens.iter().filter(|t| matches!(t.kind, Kind::Hashtag | Kind::Mention)).count();
    let emoji = tokens.iter().any(|t| t.kind == Kind::Emoji) && words(tokens) == 0;
    let bare = first == tokens.len() && (names >= NAMES || emoji);
    if !long && !bare && words(tokens) < FEW {
        return;
    }
    let begins = tokens.get(first).map_or(text.utf16_len(), |t| text.utf16(t.start));
    let hidden = |fold: Option<u32>| long || bare || fold.is_some_and(|fold| begins >= fold);
    let networks: Vec<&'static str> =
        context.networks.iter().filter(|n| hidden(n.fold_at)).map(|n| n.network).collect();
    if let Some(name) = networks.first().and_then(|id| network::by_id(id)) {
        let start = tokens.first().map_or(0, |t| t.start as usize);
        let end = tokens.get(first).map_or(text.source().len(), |t| t.start as usize);
        let shown = text.source()[start..end].trim_end();
        let first_words: String = shown.chars().take(40).collect();
        found.push(Finding {
            // On every network, it is one flag with what the patterns find.
            networks: (!long && !bare).then_some(networks),
            vars: vec![("network", name.name.to_owned())],
            ..Finding::at(start, start + shown.len(), first_words)
        });
    }
}

/// Words, tags and names.
fn words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Hashtag | Kind::Mention)).count()
}

/// Whether a token tells something: no joy, no cry such as “wouaaah”, and no small word where those are passed over.
fn says(text: &Text, token: &Token, small: bool) -> bool {
    let word = text.folded(token);
    match token.kind {
        Kind::Word => {
            (!small || language::of_word(word) == Language::Unknown)
                && !words::holds(JOY, word)
                && !words::holds(EMPTY, word)
                && !word.as_bytes().windows(3).any(|run| run[0] == run[1] && run[1] == run[2])
        }
        Kind::Number | Kind::Link => true,
        _ => false,
    }
}
