//! Calls to action that compete: three different things asked of one reader.

use super::{Context, word_count};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, Token, order, words};

/// What a reader is asked to do, as folded verbs, each with a letter for the action. Sorted.
static VERBS: words::List = words::List::of(
    "\
    abonneze achetezf activezd adhereze adoptn aimeza amenezi answerp appelezh applys apportezi attendi bingel bookg \
    bookmarkr browseo buyf calculezv callh candidatezs choisissezf claimf clickw cliquezw collectt comei commandezf \
    commentb commentezb compareo comparezo completezj consultezo contactq contactezq contribuezn courezi craquezf \
    decouvrezo demandezv deposezx devenezy dialh diffusezc discovero donaten donnezn downloadk ecoutezl ecrisq \
    ecrivezq emailq enregistrezr enrolj enrollj entert entrezi envoiex envoyezx epinglezr essayezv estimezv evaluezu \
    exploreo explorezo feuilletezo filezi financezn followd foncezf forwardc fostery fundraisen giftf goutezv grabf \
    guesst hearta identifiezc inscrisj inscrivezj installk installezk interpellezq invitec invitezc joignezh joinj \
    jouezt lancezl likea likeza liso lisezo listenl magasinezf mentionnezc metsr mettezr mobilisezy nabf nominatej \
    notezu offrezf optezf orderf parcourezo parrainezc partagezc participezt peeko phoneh pinr playl pledgen postezx \
    postulezs precommandezg preorderg proposezb purchasef rateu reado reagissezb redeemf regardezl registerj \
    rejoignezj relayezc remplisj remplissezj renewf replyp repondezp repondsp repostc repostezc reserveg reservezg \
    resharec retweetc retweetezc rewatchl ringh rsvpj rtc sauvegardezr saver scanw scannezw scoref screenshotr sendx \
    sharec shopf signm signezm signupj simulezv snagf souscriveze soutenezn spint streaml streamezl submitx subscribee \
    suggestb suivezd supportn swipew swipezw switchf tagc taguezc tapw tastev telechargezk telephoneh telephonezh \
    televersezx tentezt testezv textezq transmettezc treatf tryv upgradef uploadx venezi viewo visionnezl visiti \
    visitezi volunteery votem votezm watchl whatsapph",
);

/// What a reader is asked to do in two words, joined by a point, with the letter of the action. Sorted.
static PAIRS: words::List = words::List::of(
    "\
    add.tof add.usd add.yourj aidez.nousn ajoutez.auf allez.ecoutero allez.lireo allez.voiro ask.forv become.ae \
    bloquez.lar bloquez.votreg book.ing bring.ai bring.youri catch.usi chat.withq check.ito check.ouro check.outo \
    check.theo chip.inn choose.yourf come.alongi complete.ourj complete.thej connect.withd connectez.vousj dis.nousb \
    dites.nousb dm.meq dm.usq donnez.nousb donnez.votreb double.tapa drop.aa drop.byi drop.ini drop.intoi drop.meq \
    drop.somea drop.usq drop.yourb email.meq en.savoiro engagez.vousy enter.yourj envoyez.nousq fais.suivrec \
    fais.tournerc fais.unn faites.circulerc faites.passerc faites.suivrec faites.tournerc faites.unn fill.inj \
    fill.outj find.outo get.inq get.involvedy get.onj get.somef get.startedj get.thek get.ticketsf get.yourg \
    get.yoursf gift.af give.bloodn give.generouslyn give.ton give.todayn give.usd give.whatn have.ao have.yourb \
    head.overi head.toi hit.followe hit.likea hit.lovea hit.playl hit.saver hit.subscribee hit.thew hop.onl jetez.uno \
    join.ini join.usi laissez.nousu laissez.unb laissez.vosb laissez.votreb learn.moreo leave.ab leave.usu leave.yourb \
    let.usb lock.ing log.inj mark.yourr meet.usi message.usq mettez.nousu notez.lar notez.nousu offre.toif parle.enc \
    parlez.enc pass.itc pass.thisc passez.ai passez.aui passez.chezi passez.eni passez.noush passez.voiri pick.upf \
    pick.yourf ping.meq ping.usq pitch.inn pop.byi pop.downi pop.ini pop.intoi pop.overi pop.yourj post.ax post.yourx \
    poussez.lai pre.orderg pre.saver prends.rdvg prends.rendezg prenez.rdvg prenez.rendezg press.playl procurez.vousf \
    profitez.enf racontez.nousb raise.yourb reach.outq request.av request.yourv retrouvez.nousi review.usu ring.thed \
    save.itr save.thisr save.yourg schedule.ag schedule.yourg see.foro see.moreo see.ouro see.theo send.itc send.thisc \
    send.usq set.ar share.yourb shoot.usq show.usx sign.upj slide.intoq slip.intoq smash.thata snap.ax snap.upf \
    sound.offb speak.toq speak.withq spread.thec start.yourf step.upy stock.upf stop.byi suis.moid suis.nousd \
    surprise.yourf swing.byi take.ao take.ourp take.thep talk.toq tell.meb tell.themb tell.usb tell.yourc test.drivev \
    text.theh text.ush top.upf treat.yourf treat.yourselff tune.inl turn.ond use.codef use.ourf use.thef viens.ai \
    viens.aui viens.nousi walk.ini weigh.inb write.toq write.usq",
);

/// Words of a contest, folded. Sorted.
const CONTEST: &str = "competition concours contest gagnant gagner giveaway participate participer raffle remporter tirage winner winners";

/// Words of a way through one act, told in its steps, folded. Sorted.
const STEPS: &str = "etape etapes step steps";

/// Where a thing bought brings another, the gift that it brings, folded. Sorted.
const GIFTS: &str = "earn enjoy gagnez get obtenez profitez receive recevez repartez save take win";

/// Actions that have a letter.
const ACTIONS: usize = 26;

/// The most linking words before a verb.
const LINKS: usize = 3;

/// The most words from a call to the linking word after it.
const NEAR: usize = 7;

/// The most words from a thing bought to what it brings.
const OFFER: usize = 14;

/// So many different actions compete, and so many different pages.
const MANY: usize = 3;

/// Words of a text that may well name many pages: a list of sources, a newsletter.
const LONG: usize = 60;

/// Words of a story, whose calls to the reader stand in its last `LONG` words.
const STORY: usize = 100;

/// One finding for the whole post, with every call as a place.
pub(crate) fn ctas(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    let count = word_count(tokens);
    let told = if count > STORY { count - LONG } else { 0 };
    // The rules of a contest are steps by nature.
    let holds = |list: &str| tokens.iter().any(|t| t.kind == Kind::Word && words::holds(list, text.folded(t)));
    let contest = holds(CONTEST);
    let step = |action: usize| contest && "abcdjltuw".bytes().any(|letter| number(letter) == action);
    if holds(STEPS) {
        return;
    }
    let mut seen = [false; ACTIONS];
    let mut spans = Vec::new();
    let mut last = None;
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word).skip(told) {
        // Most words are in the middle of something.
        if !begins(text, i, last) {
            continue;
        }
        let Some(action) = asked(text, i).filter(|&action| !step(action)) else { continue };
        last = Some(i);
        if !std::mem::replace(&mut seen[action], true) {
            spans.push((token.start, token.end));
        }
    }
    // A click is how the page is read, the thing bought or the form filled in: no call of its own.
    let how = seen[number(b'w')] && "fjklov".bytes().any(|letter| seen[number(letter)]);
    if spans.len() < MANY + usize::from(how) {
        spans = if count > LONG || contest { Vec::new() } else { pages(text) };
    }
    if spans.len() >= MANY {
        let calls: Vec<&str> = spans.iter().map(|&(start, end)| &text.source()[start as usize..end as usize]).collect();
        let matched = calls.join(", ");
        found.push(Finding { matched, spans, ..Finding::default() });
    }
}

/// The different links of a text.
fn pages(text: &Text) -> Vec<(u32, u32)> {
    let tokens = text.tokens();
    let mut listed = false;
    let mut links: Vec<&Token> = Vec::new();
    for (i, link) in tokens.iter().enumerate().filter(|(_, t)| t.kind == Kind::Link) {
        // One call with a choice of pages, and a list of pages under one line.
        let other = i > 0 && matches!(text.folded(&tokens[i - 1]), "or" | "ou");
        let again = std::mem::replace(&mut listed, is_listed(text, i)) && listed;
        if !other && !again {
            links.push(link);
        }
    }
    let typed = |link: &Token| text.typed(link);
    // Side by side, equal ones cost no look at all others.
    order::sort_by(&mut links, &|a, b| (typed(a), a.start) < (typed(b), b.start));
    links.dedup_by(|next, last| typed(next) == typed(last));
    order::sort_by(&mut links, &|a, b| a.start < b.start);
    links.iter().map(|link| (link.start, link.end)).collect()
}

/// Whether the link at `i` stands in a list: on a line with a bullet, or below a line that ends in a colon.
fn is_listed(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let mut line = i;
    let mut breaks = 0;
    for at in (i.saturating_sub(LONG)..i).rev() {
        if tokens[at].kind != Kind::Break {
            if breaks > 0 && tokens[at + 1].kind == Kind::Break && text.folded(&tokens[at]) == ":" {
                return true;
            }
            continue;
        }
        if breaks == 0 {
            line = at + 1;
        }
        breaks += 1;
    }
    breaks > 0 && matches!(text.folded(&tokens[line]), "-" | "•" | "*")
}

/// Whether what is bought at `i` brings a gift: “Buy two and get a mug” is an offer.
fn is_offer(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let near = tokens.iter().skip(i + 1).take(OFFER).take_while(|t| t.sentence == tokens[i].sentence);
    near.clone()
        .zip(near.skip(1))
        .any(|(and, gift)| matches!(text.folded(and), "and" | "et" | "&") && words::holds(GIFTS, text.folded(gift)))
}

/// Whether the verb at `i` says how the thing before the comma is done: “To vote, visit …”.
fn is_how(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let Some(comma) = i.checked_sub(1).filter(|&at| text.folded(&tokens[at]) == ",") else { return false };
    let first = (comma.saturating_sub(NEAR)..comma).rev().take_while(|&at| tokens[at].sentence == tokens[i].sentence);
    first.last().is_some_and(|at| matches!(text.folded(&tokens[at]), "pour" | "to"))
}

/// What the word at `i`, perhaps with the next one, asks for.
fn asked(text: &Text, i: usize) -> Option<usize> {
    let word = text.folded(&text.tokens()[i]);
    let next = text.tokens().get(i + 1);
    let next_word = next.filter(|t| t.kind == Kind::Word).map_or("", |t| text.folded(t));
    let third = || text.tokens().get(i + 2).map_or("", |t| text.folded(t));
    // “Laissez-nous vous aider” and “let us help” ask for nothing.
    let ours = match next_word {
        "nous" => matches!(third(), "vous" | "te"),
        "us" => word == "let" && third() != "know",
        _ => false,
    };
    if let Some(action) = pair(word, next_word).filter(|_| !ours) {
        return Some(action);
    }
    // Who is told to follow the line and call the lift is shown the way; “Save 20 %” is an offer.
    let way = matches!(word, "call" | "follow" | "ring") && matches!(next_word, "a" | "an" | "the");
    let offer = word == "save" && next.is_some_and(|t| matches!(t.kind, Kind::Number | Kind::Mark));
    // Neither is “follow these steps”, nor advice (“apply your skills”), nor a line of code.
    let told = match word {
        "follow" => matches!(next_word, "these" | "those"),
        "grab" => next_word == "some",
        "apply" => matches!(next_word, "your" | "these" | "what"),
        "call" => next_word == "for" && third() == "help",
        "order" => next.is_some_and(|t| text.typed(t) == "BY"),
        "repost" => i == 0 && next.is_some_and(|t| t.kind == Kind::Mention),
        "buy" | "purchase" | "achetez" => is_offer(text, i),
        "visit" | "visitez" | "click" | "cliquez" | "read" | "consultez" => is_how(text, i),
        _ => false,
    };
    // “Like it?” asks whether one does.
    let asks = word == "like" && third() == "?";
    if asks || way || offer || told {
        return None;
    }
    action(word).or_else(|| french(text, i).and_then(|word| action(&word)))
}

/// The plural command of a French one that is not: “partage”, and “partager” after “n’hésitez pas à”.
fn french(text: &Text, i: usize) -> Option<String> {
    let word = text.folded(&text.tokens()[i]);
    let asks = VERBS.begin(word) && (word.ends_with('e') || word.ends_with("er") && is_urged(text, i));
    if text.language() == Language::English || !asks {
        return None;
    }
    Some(word.trim_end_matches('r').to_owned() + "z")
}

/// Whether the words before urge: “don’t forget to”, “make sure you”, “n’oubliez pas de”.
fn is_urged(text: &Text, i: usize) -> bool {
    let word = |back: usize| i.checked_sub(back).map_or("", |at| text.folded(&text.tokens()[at]));
    match word(1) {
        "to" => matches!(word(2), "forget" | "sure" | "free" | "remember" | "hesitate" | "time"),
        "you" => word(2) == "sure" || word(2) == "why" || word(2) == "hope",
        "a" => matches!(word(2), "pas" | "pensez" | "pense" | "invite" | "invitons"),
        "de" | "d" => matches!(word(2), "pas" | "temps"),
        "not" => word(2) == "why",
        _ => false,
    }
}

fn pair(first: &str, second: &str) -> Option<usize> {
    if second.is_empty() || !PAIRS.begin(first) {
        return None;
    }
    let entry =
        PAIRS.entry(&format!("{first}.{second}"), 1).or_else(|| PAIRS.entry(&format!("{first}z.{second}"), 1))?;
    entry.bytes().next_back().map(number)
}

/// The number of an action from its letter.
fn number(letter: u8) -> usize {
    usize::from(letter - b'a').min(ACTIONS - 1)
}

fn action(word: &str) -> Option<usize> {
    // The shortest has two letters, the longest twelve.
    if !(2..=12).contains(&word.len()) {
        return None;
    }
    VERBS.entry(word, 1)?.bytes().next_back().map(number)
}

/// Whether a verb at `i` commands: it begins a sentence or a part of one, perhaps after a linking word.
fn begins(text: &Text, i: usize, last: Option<usize>) -> bool {
    let tokens = text.tokens();
    // “Comment” asks how in French.
    if text.folded(&tokens[i]) == "comment" && text.language() == Language::French {
        return false;
    }
    if is_urged(text, i) {
        return true;
    }
    let mut at = i;
    // “and now please” is the longest row of linking words that matters.
    for _ in 0..=LINKS {
        let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else { return true };
        match before.kind {
            Kind::Break | Kind::Emoji | Kind::Hashtag | Kind::Mention | Kind::Link => return true,
            Kind::Mark => {
                return matches!(
                    text.folded(before),
                    "," | "." | "!" | "?" | ":" | ";" | "&" | "+" | "-" | "..." | "(" | ">" | "→" | "•" | "!!!"
                );
            }
            Kind::Word => match text.folded(before) {
                "and" | "n" | "or" | "then" | "et" | "ou" | "puis" | "please" | "also" | "now" | "just" | "simply"
                | "aussi" | "vite" | "first" | "next" | "go" => at -= 1,
                // Before a linking word stands another call with its object: “follow us and share”.
                _ => {
                    let near = |last: usize| last + NEAR >= at && tokens[last].sentence == tokens[at].sentence;
                    return at < i && last.is_some_and(near);
                }
            },
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn three_different_calls_compete() {
        for text in [
            "Like, comment, subscribe and buy now",
            "Follow us, call us, visit us",
            "Likez, commentez, partagez et achetez",
            "Suivez-nous, appelez-nous, abonnez-vous",
            "Follow us and share this. Register today!",
            "👉 Download\n👉 Watch\n👉 Vote",
            "Shop the drop, follow us and sign up to the letter",
            "Call us, DM us or drop by the salon",
            "Plan: https://acme.com/a Seats: https://acme.com/b Helpers: https://acme.com/c",
        ] {
            assert_eq!(find("ctas", text).len(), 1, "{text}");
        }
    }

    #[test]
    fn one_or_two_do_not() {
        for text in [
            "Read our guide",
            "Call us",
            "Visit us or call",
            "Lisez le guide",
            "Appelez-nous",
            "People like to share and to follow what they buy",
            "Comment ça va ? Partagez !",
            "We like it, they order it, you share it",
            "Share it. Share it! Share it, please.",
            "Read this, see you there, and tell us",
            "Buy two pots and follow these steps. Dial 338",
            "Buy a lamp and get a bulb. Download the app or write to us",
            "Learn more here (click the link) and call us",
            "Grab some, ORDER BY date, and call us. Like it? Tell us",
            "Plans:\nhttps://acme.com/a\nhttps://acme.com/b\nhttps://acme.com/c",
            "To vote, visit the stand. Call us, and tell us more",
            "https://acme.com/a and again https://acme.com/a https://acme.com/b",
        ] {
            assert_eq!(find("ctas", text), [], "{text}");
        }
    }
}
