//! An answer to a complaint that neither understands, thanks, asks nor helps, and speaks of the other person: it argues,
//! whatever its words are.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Language, Text, fold::fold, words};

/// Words of people who complain, in both languages, folded. Sorted.
const UNHAPPY: &str = "\
    aberrant abuse abusif affreux again agressif angry annoyed annoying annule annulee annules appalling arnaque \
    arnaques arnaqueur arnaqueurs atrocious attend attends attendu attente aucun aucune avoid awful bad barre \
    barree bland bof boring boycott broke broken bruit brule brules bruyant burnt cancel canceled cancelled casse \
    cassee cassees casses cata catastrophe catastrophique charged cheated cher chere cheres chers closed cold \
    complain complaint con cracked crap crashed crashing damaged debile deception decevant decevante decu decue \
    decus degoutant degueu degueulasse delay delayed delays deplorable derangeant desagreable desastre desastreux \
    dirty disappointed disappointing disappointment disaster disgrace disgraceful disgusting dishonest disparu \
    dodgy dont dreadful dry dull dur empty encore enerve erreur error escroc escrocs escroquerie expensive fail \
    failed fails fake fane fanes fault faulty faute faux fee fees ferme fermee fermees fermes filthy forgot \
    forgotten foutage foutez fraud freezing froid froide froides fuite furious gache galere garbage gross hate \
    hidden honte honteuse honteux hopeless horrible ignorant ignore ignored impoli impossible inacceptable \
    inadmissible incompetent incompetents incomprehensible injuste insulting insupportable inutile jamais joke \
    junk lame lamentable late leak leaked leaking leaks lent lente liar liars lied lies lost loud lourd lukewarm \
    mal malpoli manque mauvais mauvaise mediocre mensonge mensonges menteur menteurs mess minable misleading \
    missed missing moche moisi moque mouldy moyen nasty never no nobody noisy none nonsense not nothing nul nulle \
    nuls oublie outrageous overcharged overcooked overpriced panne pas pathetic penible perdu perdue perime \
    personne pire poor pourri pourrie pricey problem probleme problemes queue queued racist rassis rate ratee raw \
    reclamation refund refus refuse refused remboursement rembourser remboursez retard retards ridicule ridiculous \
    rien rip ripoff robbed rotten rubbish rude ruined sale sales scam scammed scammers scandale scandaleux sec \
    seche serieux seriously shambles shame shameful shit shocking shoddy slow smelly soaked soggy sour stale \
    stealing still stinks stole stuck stupid sucks tasteless terrible theft thieves tiede tiny too torn trash \
    triste trop ugly unacceptable undercooked unfair unfollowing unhappy unhelpful unprofessional unreliable \
    unsafe unsubscribing upset useless vide vol vole voleur voleurs waited waiting waste wasted weak why worse \
    worst wrong wtf yawn zero";

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
    journee, call us, can we, can you, contact us, contactez, could you, de notre part, dis nous, dites nous, drop \
    us, ecrivez nous, email us, en cours, envoyez nous, feel free, follow us, get in touch, give us, have you \
    tried, here are the, here is how, here s how, i ll, i understand, i will, if you d like, in touch, is on us, \
    keep us posted, learn more, let me, let us, look into, looking into, make it right, make sure, may we, message \
    prive, message us, more info, n hesitez, notre erreur, notre faute, nous allons, nous avons, nous faisons, \
    nous sommes en train, nous vous contact, nous vous envoyons, nous vous pri, nous vous propos, nous vous \
    rappel, nous vous remboursons, nous vous tenons, nous y travaillons, on a, on fait le, on its way, on regarde, \
    on s en occupe, on the way, on us this time, on va faire le, on va voir, on va vous, on vous envoie, on vous \
    offre, on vous rappelle, on vous rembour, on vous renvoi, on vous tient, on y travaille, our bad, our error, \
    our fault, our mistake, par ici, passez nous voir, peux tu, pourrais tu, pourriez vous, pouvez vous, private \
    message, put it right, reach out, see you, send us, tell us, tu as raison, voici, vous avez raison, we are \
    checking, we can, we have, we hear you, we ll, we re checking, we re on, we understand, we ve added, we ve \
    contacted, we ve escalated, we ve fixed, we ve made, we ve passed, we ve raised, we ve refunded, we ve sent, \
    we were wrong, we will, which os, working on, would you, write to us, you are right, you can also, you can \
    find, you can reach, you re right, you were right";

/// Words for the person who is answered. Sorted.
const YOU: &str = "\
    t ta te tes toi ton tu u ur vos votre vous you your yours yourself";

/// Words that make a sentence pointed without naming the person. Sorted.
const POINTED: &str = "\
    clearly complique else evidemment joke literally nobody obviously personne pourtant serieusement seriously";

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
    let sour = ["for nothing", "merci bien", "one star", "un etoile", "une etoile", "where s my", "where is my", "n t"];
    let sour = sour.iter().filter(|phrase| said.contains(&[" ", phrase, " "].concat())).count();
    count(UNHAPPY) + marks + 2 * sour > count(CONTENT)
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
        assert!(!argues("You are the best", "Love it, never had better, thanks, amazing"));
        assert!(!argues("", "Awful") && !argues("You", ""));
    }

    #[test]
    fn the_lists_are_sorted() {
        for list in [UNHAPPY, CONTENT, SERVES, YOU, POINTED, NO_VERB] {
            assert!(list.split(' ').is_sorted(), "{list}");
        }
    }
}
