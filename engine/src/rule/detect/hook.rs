//! What a reader sees first, when it says nothing: greetings, joy, emoji, tags and names alone.

use super::Context;
use crate::network;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, language, words};

/// Words of greeting, joy and announcement, folded. Sorted.
const JOY: &str = "\
    afternoon amazing annonce annoncer announce announcement announcing attendait attendions attendre bienvenue \
    blessed bonheur bonjour bonsoir buzzing cher chere cheres chers chuffed coeur content contente contentes contents \
    coucou cry crying dear delighted devoiler dream dreaming dreams drumroll ecstatic elated emotion emotional emu \
    emue emues emus enchante enchantee enchantes enfin enorme enthousiasme espere evening excited excitement exciting \
    fantastic feeling fier fiere fieres fiers fierte finally goosebumps grateful gratitude greetings hate heart hello \
    heureuse heureuses heureux hey hi hiya honneur honor honore honored honoree honorees honores honour honoured hope \
    hopes hoping howdy huge humbled immense impatient impatiente impatients incredible incroyable introduce \
    introducing jespere joie journee joy lovely massive milestone moment moments morning news nouvelle nouvelles \
    officially officiellement overjoyed partager pinching plaisir pleased pleasure presenter pride privileged proud \
    pumped ravi ravie ravies ravis reconnaissant reconnaissante reconnaissants reveal reveler salut secret share \
    special speechless stoked surprise tears thankful thrilled touche touchee update waiting welcome wonderful words";

/// Other words that say nothing yet, beside the small words of the language. Sorted.
const EMPTY: &str = "\
    a able abonnes absolutely adorables adore alert all allez am amazingly ami amies amis and apprendre are arrivait \
    arrive arrivee arrives attendez attendiez attendons attendu attente automne aventure avez beau beautiful beaux \
    been begin behalf behind believe belle belles beyond bien bienvenues bienvenus big bises bisous bon bonne bonnes \
    bottom breaking bref brilliantly cachais cachait cannot cant certainly chaleureusement chapitre chapter chats \
    cheris chose choses chouchous coming comme commence commenceez commencer comment communaute community compares \
    copains copines cote d day deeply devinez dimanche dire dis disais dont drop drum du dying each end enjoy enjoying \
    entire entre esperons et etape ete ever every everybody everyone everywhere exactly excellente express extremely \
    extremement facebook fam famille family fans far fidele fideles fin fine folk folks folle followers forward fou \
    friday friend friends full garde gardions gather gens gentlemen genuinely give gives going good gourmandes \
    gourmands grand grande grandes grands great gros guess guys had hand hands happening happy hard has hats have \
    having hear hearing hearted hearts here hi5 hiver hold honestly hourra humans humble humblement hyper i im imagine \
    imagined impatience incredibly infiniment informer instagram instagrammers is it j janvier je jeudi joli jolie \
    journey keeping knew know la ladies larmes lately le lecteurs lectrices les let lets linkedin linkedinfam \
    literally ll long longs longue longues loved lovelies lundi m mardi mates mega merci mercredi merveilleuse \
    merveilleux mes mesdames messieurs mille miss missed missing monday months most mots my network new nice nothing \
    nous nouveaute of oh ohe ok okay omg one onto ouah ouf our out page parcours part particulierement passe passez \
    peeps pensees people personal petits peu pfiou plume possible pouvait pouvions pouvoir prends present pret prete \
    pretes prets printemps professionnel professionnelle profite profitez profondement profoundly promis que quite \
    quoi raconter re reconnaissance reellement remerciements rentree reposez reseau retrouve retrouver retrouvons \
    revoici roll roulement roulements round s sait samedi saturday saying scenes semaine seriously sharing silence \
    simply sincerely sincerement sitting so soleil something soon soul speciale start started stay still storytime \
    summer sun sunday super sure t tambour tambours team tease teasing tell tellement telling tenez tenir thank thanks \
    that thats the there this thought threads thursday tient to today totally tous toute toutes truc trucs truly \
    tuesday tuesdays tuned tweeps twitter ultra un une us utterly vais ve vendredi venus very vie vite voici voila \
    vous vraiment wahou wait waited waouh warm we wednesday week weekend weeks well went whatever wherever whoever \
    whole wish wonder woohoo work world wouah wow x y yay yes yet yeux yippee you youpi your";

/// So few words may be a post by themselves: “Good morning ☀️”.
const FEW: usize = 8;

/// So many words that say nothing, with so much joy among them, are a weak opening wherever the fold is.
const LONG: usize = 7;
const MUCH: usize = 2;

/// One word in so many may tell something, and the sentence still says nothing.
const VAGUE: usize = 5;

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
    let run = first < tokens.len() && plain && joy >= MUCH && words(&tokens[..first]) >= LONG;
    let sentences = if run { None } else { vague_sentences(text) };
    let long = run || sentences.is_some();
    let first = sentences.unwrap_or_else(|| if run { first } else { empty(false) });
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

/// The first token after sentences of which one word in five at most tells something, where joy is among them and
/// more follows.
fn vague_sentences(text: &Text) -> Option<usize> {
    let tokens = text.tokens();
    let (mut end, mut count, mut joy) = (0, 0, 0);
    while let Some(next) = tokens.get(end) {
        let sentence = tokens[end..].iter().take_while(|t| t.sentence == next.sentence);
        let (mut length, mut all, mut telling, mut glad, mut fact) = (0, 0, 0, 0, false);
        for token in sentence {
            length += 1;
            match token.kind {
                Kind::Word => {
                    all += 1;
                    telling += usize::from(says(text, token, true));
                    glad += usize::from(words::holds(JOY, text.folded(token)));
                }
                Kind::Mark | Kind::Emoji | Kind::Break => {}
                _ => fact = true,
            }
        }
        if fact || telling * VAGUE > all {
            break;
        }
        (end, count, joy) = (end + length, count + all, joy + glad);
    }
    (end < tokens.len() && count >= LONG && joy >= MUCH).then_some(end)
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
