//! Too many mentions, and a handle at the very start, which makes a reply of a post on X.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, words};

/// As many people as a post may call.
const MOST: usize = 3;
/// As many when it says why: the speakers of an event, a credit.
const MOST_WITH_REASON: usize = 10;

/// Words that say why many are named, folded. Sorted.
static REASONS: words::List = words::List::of(
    "\
    artistes artists cast credit credits director equipe feat featuring finalistes finalists gagnants guests hair \
    intervenants invites jury laureats lineup makeup model models nominees panel panelists panellists partenaires \
    participants partners photo photographe photographer photography photos programmation speakers sponsors starring \
    styling stylisme stylist team winners",
);

/// Weaker ones, which hold while the names do not outweigh the words, folded. Sorted.
static COMPANY: words::List = words::List::of("avec bravo congrats congratulations felicitations with");

/// What follows a handle that is the subject of the sentence, folded. Sorted.
const VERBS: &str = "\
    a accueille aime an and annonce announced announces arrive arrives at avec becomes brings celebrates celebre \
    change choisit continue debarque devient donne embauche est et expose fait ferme fermera fete fetent gagne gives \
    goes had has have hosts inaugure invite invites is joins joue just lance launched launches leads looks makes met \
    moves names nous obtient offre ont opened opens organise ouvre parle parlent plays prend presente presents propose \
    publie quitte raconte recoit recrute rejoint releases remporte rentre reprend reviennent revient s says sells sera \
    shares signait signe signs sort soutient speaks starts takes talks te tient turns vend vient visits wants was \
    welcomes were will wins won";

/// Words of somebody who answers or asks the one whose handle it is, folded. Sorted.
const ANSWERS: &str = "\
    bonjour bonsoir can desole desolee desoles dm hello hey hi merci mp no non oui please sorry svp thank thanks u vos \
    votre vous yes you your";

/// One finding for the number, and one for the start.
pub(crate) fn mention_overload(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let mentions: Vec<usize> = (0..tokens.len()).filter(|&i| tokens[i].kind == Kind::Mention).collect();
    let Some(&first) = mentions.first() else { return };
    let most = if has_reason(text) { MOST_WITH_REASON } else { MOST };
    if mentions.len() > most && !all_told(text, &mentions) {
        found.push(Finding {
            spans: mentions.iter().map(|&i| (tokens[i].start, tokens[i].end)).collect(),
            matched: mentions.len().to_string(),
            vars: vec![
                ("finding", format!("{} mentions in one post", mentions.len())),
                ("constat", format!("{} mentions dans un même post", mentions.len())),
            ],
            ..Finding::default()
        });
    }
    if first == 0 && context.draft.reply_to.is_none() && is_subject(text) && on_x(context) {
        let at = Finding::at(tokens[0].start as usize, tokens[0].end as usize, text.typed(&tokens[0]).to_owned());
        found.push(Finding {
            networks: Some(vec!["x"]),
            edits: Some(vec![(tokens[0].start, tokens[0].start, ".".to_owned())]),
            vars: vec![
                ("finding", format!("On X, a post that begins with {} reads as a reply", at.matched)),
                ("constat", format!("Sur X, un post qui commence par {} passe pour une réponse", at.matched)),
            ],
            ..at
        });
    }
}

/// Whether the post says why so many are named; who is put in copy is not named for a reason.
fn has_reason(text: &Text) -> bool {
    let words = || text.tokens().iter().filter(|t| t.kind == Kind::Word).map(|t| text.folded(t));
    let camera = text.tokens().iter().any(|t| t.kind == Kind::Emoji && text.typed(t).starts_with(['📸', '📷']));
    let names = text.tokens().iter().filter(|t| t.kind == Kind::Mention).count();
    let holds = |list: &words::List| words().any(|word| list.holds(word));
    !words().any(|word| word == "cc")
        && (camera || holds(&REASONS) || holds(&COMPANY) && word_count(text.tokens()) > names * 2)
}

/// Whether every handle but two has its part in a sentence (“with @a, @b and @c at @d”), or is of a name in the text.
fn all_told(text: &Text, mentions: &[usize]) -> bool {
    let tokens = text.tokens();
    let is = |i: usize, kinds: &[Kind]| tokens.get(i).is_none_or(|t| kinds.contains(&t.kind));
    let loose = |i: usize| {
        let alone = [Kind::Break, Kind::Hashtag, Kind::Mention];
        let before = i == 0 || is(i - 1, &alone);
        before && is(i + 1, &alone)
            || i > 0 && is(i - 1, &[Kind::Mention])
            || is(i + 1, &[Kind::Mention]) && i + 1 < tokens.len()
    };
    let mut loose: Vec<usize> = mentions.iter().copied().filter(|&i| loose(i)).collect();
    if loose.len() <= MOST_WITH_REASON {
        let names: String = tokens.iter().filter(|t| t.kind == Kind::Word).map(|t| text.folded(t)).collect();
        let plain = |i: usize| text.folded(&tokens[i]).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        loose.retain(|&i| !names.contains(&plain(i)));
        if loose.is_empty() && mentions.iter().all(|&i| names.contains(&plain(i))) {
            return true;
        }
    }
    // Who is only counted off has no part: “seen it, @a, @b, @c, @d?”.
    let next = |pair: &[usize]| {
        let between = &text.source()[tokens[pair[0]].end as usize..tokens[pair[1]].start as usize];
        // What is glued to the first handle is the rest of it.
        let pieces = between.split_whitespace().skip(usize::from(!between.starts_with(char::is_whitespace)));
        pieces.into_iter().all(|piece| matches!(piece, "," | "&" | "|" | "and" | "et"))
    };
    let row = mentions.windows(MOST + 1).any(|row| row.windows(2).all(next));
    loose.len() < MOST && !row
}

/// Whether the post goes on as one about the handle, or as one for everybody, and is not to it alone.
fn is_subject(text: &Text) -> bool {
    let word = |i: usize| text.tokens().get(i).filter(|t| t.kind == Kind::Word).map_or("", |t| text.folded(t));
    let new =
        matches!(word(2), "new" | "latest" | "first" | "nouveau" | "nouvel" | "nouvelle" | "nouveaux" | "nouvelles");
    let coming = matches!(word(2), "ll" | "will" | "serons" | "sera" | "arrivons" | "arrive");
    let answers = || text.tokens().iter().any(|t| t.kind == Kind::Word && words::holds(ANSWERS, text.folded(t)));
    match word(1) {
        "our" | "notre" | "nos" => new,
        "we" | "nous" | "on" if coming => !answers(),
        verb => words::holds(VERBS, verb) || verb.len() > 4 && verb.ends_with("ed"),
    }
}

fn on_x(context: &Context<'_>) -> bool {
    context.networks.iter().any(|n| n.network == "x")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_in};
    use crate::{Draft, Settings, network};
    use draftlens_text::Text;

    #[test]
    fn the_lists_are_sorted_for_the_binary_search() {
        assert!(super::ANSWERS.split(' ').is_sorted() && super::REASONS.each().is_sorted());
    }

    #[test]
    fn many_calls_are_one_finding_unless_a_reason_is_given() {
        assert_eq!(find("mention-overload", "Hi @jo1 @jo2 @jo3 @jo4")[0].matched, "4");
        for source in
            ["Our speakers: @jo1 @jo2 @jo3 @jo4", "With @aa and @bb", "Write to a@b.fr", "Photos : @a1 @b2 @c3 @d4"]
        {
            assert_eq!(find("mention-overload", source), [], "{source}");
        }
    }

    #[test]
    fn a_handle_that_begins_a_statement_hides_the_post_on_x() {
        let on = |source: &str, id: &str, reply: bool| {
            let networks = [network::report(network::by_id(id).expect("a network"), &Text::parse(source), None)];
            let draft = Draft { reply_to: reply.then(crate::draft::Other::default), ..Draft::default() };
            find_in(&Settings::default(), "mention-overload", source, &draft, &networks, "base").len()
        };
        assert_eq!(on("@acme is our partner this year", "x", false), 1);
        assert_eq!(on("@acme is our partner this year", "x", true), 0);
        assert_eq!(on("@acme is our partner this year", "mastodon", false), 0);
        assert_eq!(on("@zoe sorry about that!", "x", false), 0);
        assert_eq!(on("@rail our new lockers open on Monday", "x", false), 1);
        assert_eq!(on("@zoe our parcel left today, sorry", "x", false), 0);
    }
}
