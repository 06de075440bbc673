//! An answer to a complaint that neither understands, thanks, asks nor helps, and speaks of the other person: it argues,
//! whatever its words are.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, fold::fold, words};

/// Words of people who complain, in both languages, folded. Sorted.
const UNHAPPY: &str = "\
    aberrant abime abimee abimes abuse abusif affreux ages agressif agressive angry annoyed annoying apart \
    appalling arnaque arnaques arnaqueur arnaqueurs atrocious attendons attendu aucun aucune avoid awful bacle \
    baclee bad barre barree bidon bland bloque bloquee blurry bof boring bots boycott broke broken bruit brule \
    brulee brules bruyant bug bugs burned burnt cafard cafards casse cassee cassees casses cata catastrophe \
    catastrophique cheated cheveu chiant cockroach cockroaches complain complaint con cracked crap crashed \
    crashing cringe damaged daylight debile deborde debordes deception decevant decevante dechire dechiree \
    decourage decu decue decus deg degoutant degoute degoutee degueu degueulasse delayed depite deplorable \
    derangeant desagreable desastre desastreux desinvolte dirty disappointed disappointing disappointment disaster \
    disgrace disgraceful disgusted disgusting dishonest disparu disrespect dodgy dont dreadful dry dull dur \
    embarrassed embarrassing empty enerve erreur error escroc escrocs escroquerie ew eww fail failed fails fake \
    fane fanes fault faulty faute faux fell filthy flimsy foireux forever forgot forgotten foutage foutez foutu \
    foutue foutus fraud freezing froides froisse fuit fuite furious gache galere garbage grasse greasy greedy \
    greve gross hassle hate hautain hautaine hidden honte honteuse honteux hopeless horrible ignorant ignore \
    ignored ignoring impoli impolie impossible inacceptable inadmissible incapable incapables incompetent \
    incompetents incomprehensible incorrect incorrecte injoignable injoignables injuste insipide insult insulting \
    insupportable intoxication inutile jamais joke junk lame lamentable lamentables leak leaked leaking leaks liar \
    liars lied lies lourd lukewarm mal malade malpoli manque marre mauvais mauvaise mediocre mensonge mensonger \
    mensongere mensonges menteur menteurs mepris meprisant meprisante mess minable misleading misled misspelled \
    moche moisi moque moths mouldy moyen nasty never nobody nonsense nothing nul nulle nullissime nuls odeur \
    oublie outrageous overbooked overcharged overcooked overpriced overrated panne pathetic patronising \
    patronizing penible perime personne pire poisoned poisoning politics poor pourri pourrie pourris pricey \
    propagande pue pushy queued racist raciste radin radins ras rassis rate ratee raw reclamation refus refuse \
    refused relou remboursez ridicule ridiculous rien rip ripoff robbed robbery rotten rubbish rude ruined rushed \
    sad sale salee sales salty scam scammed scammers scandale scandaleuse scandaleux scratched sec seche sellout \
    serieux seriously sexiste shambles shame shameful shit shocking shoddy shut sickening smashed smell smells \
    smelly snapped soaked soggy sour stained stale stealing stinks stodgy stole stuck stupid sucks surcuit tacky \
    tasteless terrible theft thieves tiede tiny torn trash triste trompe trompee trompeur trompeuse ugly \
    unacceptable uncomfortable undercooked unfair unfollowing unhappy unhelpful unprofessional unreadable \
    unreliable unsafe unsubscribing upset useless vide vol vole voleur voleurs vomi waited waste wasted watery \
    weak woke worse worst worthless wrong wtf yawn yuck zero";

/// Words that complain where they do not ask. Sorted.
const UNHAPPY_TOLD: &str = "\
    again annule annulee annules attend attends attente cancel canceled cancelled charged cher chere cheres chers \
    closed cold delai delais delay delays encore expensive fee fees ferme fermee fermees fermes frais froid froide \
    froids heures hours late lent lente lost loud min minutes missed missing n no noisy none not pas perdu perdue \
    petit petites problem probleme problemes queue refund remboursement rembourser retard retards slow small still \
    too trop wait waiting why";

/// Words of people who are content. Sorted.
const CONTENT: &str = "\
    adore amazing awesome bravo brilliant delicieux delicious excellent genial great love loved lovely magnifique \
    merci parfait perfect super thank thanks thx";

/// Words of an answer that serves. Sorted.
const SERVES: &str = "\
    account aide aider aidons apologies apologise apologising apologize apology appreciate appreciated arrange \
    arrangeons assist assistance assisting available bientot bonjour bonsoir browser cheers compensate \
    compensation comprenons concern concerned concerns conseiller conseillere contactez cordialement corrige \
    corrigeons coucou desole desolee desolees desoles device dm dms dossier ecrivez envoyez excuse excuses \
    excusons expedie expedions feedback fix fixed fixing frustrating frustration geste glad happy hello help \
    helpful helping helps heureuse heureux hey hi inbox inconvenience investigate investigating journee love \
    malheureusement merci mp navre navree navres numero pardon plaisir pleasure ravi ravie ravis reference refund \
    refunded refunding refunds regardons regret regrettable regrettons rembourse remboursement rembourses \
    remboursons remplace remplacement remplacons renvoie renvoye renvoyer renvoyons repare reparons replace \
    replaced replacement resolve resolved revenez screenshot soiree solve solved sorry souhaitez steps technicien \
    technicienne thank thanks troubleshoot troubleshooting unfortunately verifions version voucher welcome";

/// Phrases of an answer that serves, folded, without marks.
const SERVING: &str = "\
    a votre disposition, as tu essaye, avez vous essaye, avez vous recu, avez vous regarde, blame us, bonne \
    journee, call us, can we, can you check, can you confirm, can you dm, can you drop, can you email, can you \
    give, can you let, can you message, can you please, can you pop, can you provide, can you send, can you share, \
    can you show, can you tell, can you try, contact us, contactez, could you check, could you confirm, could you \
    dm, could you drop, could you email, could you give, could you let, could you message, could you please, could \
    you pop, could you provide, could you send, could you share, could you show, could you tell, could you try, de \
    notre part, dis nous, dites nous, drop us, ecrivez nous, email us, en cours, envoyez nous, feel free, follow \
    us, get in touch, give us, have you tried, here are the, here is how, here s how, i ll, i understand, i will, \
    if you d like, in touch, is on us, keep us posted, learn more, let me, let us, look into, looking into, make \
    it right, make sure, may we, message prive, message us, more info, n hesitez, notre erreur, notre faute, nous \
    allons, nous avons, nous faisons, nous sommes en train, nous vous contact, nous vous envoyons, nous vous pri, \
    nous vous propos, nous vous rappel, nous vous remboursons, nous vous tenons, nous y travaillons, on a, on fait \
    le, on its way, on regarde, on s en occupe, on the way, on us this time, on va faire le, on va voir, on va \
    vous, on vous envoie, on vous offre, on vous rappelle, on vous rembour, on vous renvoi, on vous tient, on y \
    travaille, our bad, our error, our fault, our mistake, par ici, passez nous voir, peux tu, pourrais tu, \
    pourriez vous donner, pourriez vous ecrire, pourriez vous envoyer, pourriez vous essayer, pourriez vous me, \
    pourriez vous nous, pourriez vous passer, pourriez vous preciser, pourriez vous verifier, pouvez vous donner, \
    pouvez vous ecrire, pouvez vous envoyer, pouvez vous essayer, pouvez vous me, pouvez vous nous, pouvez vous \
    passer, pouvez vous preciser, pouvez vous verifier, private message, put it right, reach out, see you, send \
    us, tell us, tu as raison, voici, vous avez raison, we are checking, we can, we have, we hear you, we ll, we \
    re checking, we re on, we understand, we ve added, we ve contacted, we ve escalated, we ve fixed, we ve made, \
    we ve passed, we ve raised, we ve refunded, we ve sent, we were wrong, we will, which os, working on, would \
    you check, would you confirm, would you dm, would you drop, would you email, would you give, would you let, \
    would you message, would you please, would you pop, would you provide, would you send, would you share, would \
    you show, would you tell, would you try, write to us, you are right, you can also, you can find, you can \
    reach, you re right, you were right";

/// Words for the person who is answered. Sorted.
const YOU: &str = "\
    t ta te tes toi ton tu u ur vos votre vous you your yours yourself";

/// Words that make a sentence pointed without naming the person. Sorted.
const POINTED: &str = "\
    buddy clearly complique content contente contents else evidemment joke karen literally madam madame mate mec \
    monsieur nobody obviously pal personne pourtant serieusement seriously sir";

/// What ends in -ez and is no verb. Sorted.
const NO_VERB: &str = "assez chez";

/// Words of the sentence that are shown.
const SHOWN: usize = 12;

/// One finding at the sentence that speaks of the person.
pub(crate) fn retort(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let Some(other) = &context.draft.reply_to else { return };
    if !complains(&other.text) || !text.links().is_empty() || serves(text.source()) {
        return;
    }
    let tokens = text.tokens();
    let french = text.language() != Language::English;
    let points = |word: &str| {
        words::holds(YOU, word)
            || words::holds(POINTED, word)
            || (french && word.len() > 4 && word.ends_with("ez") && !words::holds(NO_VERB, word))
    };
    let Some(token) = tokens.iter().find(|t| t.kind == Kind::Word && points(text.folded(t))) else { return };
    found.push(sentence(text, token.sentence as usize));
}

/// A finding at the beginning of a sentence.
fn sentence(text: &Text, number: usize) -> Finding {
    let sentence = &text.sentences()[number];
    let tokens = &text.tokens()[sentence.start as usize..sentence.end as usize];
    let said: Vec<_> = tokens.iter().filter(|t| t.kind == Kind::Word).take(SHOWN).collect();
    let (start, end) = (said[0].start as usize, said[said.len() - 1].end as usize);
    Finding::at(start, end, text.source()[start..end].to_owned())
}

/// Whether a post complains: more of it is unhappy than content.
fn complains(post: &str) -> bool {
    let said = plain(post);
    let count = |list: &str| said.split(' ').filter(|word| words::holds(list, word)).count();
    let marks = ["!!", "??", "?!"].iter().filter(|mark| post.contains(*mark)).count();
    let sour = ["for nothing", "merci bien", "one star", "un etoile", "une etoile", "where s my", "where is my"];
    let sour = sour.iter().filter(|phrase| said.contains(&[" ", phrase, " "].concat())).count();
    let asks = post.trim_end().ends_with('?') && marks == 0;
    let told = if asks { 0 } else { count(UNHAPPY_TOLD) };
    count(UNHAPPY) + told + marks + 2 * sour > count(CONTENT)
}

/// Whether an answer has something in it for who complained.
fn serves(answer: &str) -> bool {
    let said = plain(answer);
    said.split(' ').any(|word| words::holds(SERVES, word))
        || SERVING.split(", ").any(|phrase| said.contains(&[" ", phrase, " "].concat()))
}

/// Folded words with a space before and after each.
fn plain(text: &str) -> String {
    let mut out = String::from(" ");
    for word in fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_in;
    use super::*;
    use crate::draft::Other;
    use crate::{Draft, Settings};

    fn argues(answer: &str, to: &str) -> bool {
        let reply_to = Some(Other { text: to.into(), ..Other::default() });
        let draft = Draft { reply_to, ..Draft::default() };
        !find_in(&Settings::default(), "retort", answer, &draft, &[], "base").is_empty()
    }

    #[test]
    fn an_answer_that_only_speaks_of_the_person_argues() {
        assert!(argues("Mate, you were an hour late.", "They refused my slot!!"));
        assert!(argues("It’s called a joke, Linda.", "Not funny"));
        assert!(argues("Gardez vos conseils pour vos enfants", "Service nul"));
        assert!(argues("Prenez donc un taxi.", "Votre navette est en retard"));
    }

    #[test]
    fn an_answer_that_serves_does_not() {
        assert!(!argues("Sorry, Ana! You will have a new one tomorrow.", "It broke again"));
        assert!(!argues("Could you send us your number?", "Still no parcel"));
        assert!(!argues("Vous avez raison, on corrige.", "Affiche illisible, honteux"));
        assert!(!argues("The lift runs again since noon.", "Broken lift, awful"));
    }

    #[test]
    fn who_does_not_complain_is_not_argued_with() {
        assert!(!argues("You chose the best day!", "I am coming on Saturday"));
        assert!(!argues("You may, on the ground floor.", "Can I not bring my dog?"));
        assert!(!argues("You are the best", "Love it, never had better, thanks, amazing"));
        assert!(!argues("", "Awful") && !argues("You", ""));
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [UNHAPPY, UNHAPPY_TOLD, CONTENT, SERVES, YOU, POINTED, NO_VERB] {
            assert!(list.split(' ').is_sorted(), "{list}");
        }
    }
}
