//! Invitations and deadlines whose day has passed when the post goes out.

use super::{Context, dates, word_count};
use crate::Severity;
use crate::plan::{Day, Moment};
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text, words};

/// Words that invite or set a limit, folded. Sorted.
const AHEAD: &str = "\
    agenda agendas apply attend attending aurez begins billetterie book candidatez close closes closing cloture \
    come commandez commence commencera deadline debute debutera doors ending ends enter expire expirent expires \
    finit hurry inscription inscriptions inscris inscrivez join jusqu jusque limite ll manque manquez meet \
    nominate nominez opens order ouvre ouvrira participe participez places postulez pourrez pourront profite \
    profitez prolonge prolongee rdv register registration registrations rejoignez rejoins rendez reservation \
    reservations reserve reservez retrouve retrouvez rsvp sera serons seront signup starts submissions submit \
    termine tickets till until upcoming valable valid venez viens visit votez webinaire will";

/// Words that look back, folded. Sorted.
const BACK: &str = "\
    ago ancien annonce annonced attended avaient avait cree creee dated decede decedee depuis did died effective \
    established etaient etait eu fete fonde fondee founded gagnant gagnante gagnantes gagnants gagne had \
    happened held joined lance lancee launched lost merci mort morte nee opened ouvert ouverte passe passed \
    photo photos posted publie publiee published recap recent recents released remember replay retour revient \
    said since souvenir souvenirs started tbt tenu tenue thank thanks throwback took updated was went were \
    winner winners won wrote";

/// The day these rules were written: no draft goes out before it.
const WRITTEN: (i64, u32, u32) = (2026, 11, 24);

/// One finding for each sentence that invites to what is over.
pub(crate) fn past_date(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let dates = context.dates.of(text);
    let floor = Day::new(WRITTEN.0, WRITTEN.1, WRITTEN.2);
    let Some(today) = context.at.map(Moment::day).or(floor) else { return };
    let mut last: Option<(u32, Day, &dates::Written)> = None;
    let mut over = Vec::new();
    for date in dates {
        let Some(day) = date.date(context.at) else { continue };
        let sentence = text.tokens()[date.tokens.0].sentence;
        match &mut last {
            // “from 20 to 27 November”: the last day of a sentence counts.
            Some((of, latest, of_day)) if *of == sentence => {
                if day > *latest {
                    (*latest, *of_day) = (day, date);
                }
            }
            _ => over.extend(last.replace((sentence, day, date))),
        }
    }
    over.extend(last);
    for (sentence, day, date) in over {
        if day < today && invites(text, sentence, date.tokens.0) {
            let (start, end) = date.span(text);
            // Where nobody tells the time, it is over for sure, and perhaps an old post that is looked at.
            let severity = context.at.is_none().then_some(Severity::Advise);
            found.push(Finding { severity, ..Finding::at(start, end, text.source()[start..end].to_owned()) });
        }
    }
}

/// Whether the sentence looks ahead and not back; one that is little more than a date takes the whole post.
fn invites(text: &Text, sentence: u32, date: usize) -> bool {
    let span = text.sentences()[sentence as usize];
    let own = (span.start as usize, span.end as usize);
    let short = word_count(text.within(&span)) <= 3;
    let (ahead, back) = look(text, own, date);
    if back {
        return false;
    }
    ahead || short && matches!(look(text, (0, text.tokens().len()), date), (true, false))
}

/// Whether words of these tokens look ahead, and whether any looks back.
fn look(text: &Text, (from, to): (usize, usize), date: usize) -> (bool, bool) {
    let (mut ahead, mut back) = (false, false);
    let words = &text.tokens()[from..to];
    for (i, token) in words.iter().enumerate().filter(|(_, t)| matches!(t.kind, Kind::Word | Kind::Hashtag)) {
        let word = text.folded(token);
        back |= words::holds(BACK, word);
        let next = words.get(i + 1).map_or("", |t| text.folded(t));
        ahead |= words::holds(AHEAD, word)
            || matches!(
                (word, next),
                ("save", "the") | ("see", "you") | ("don", "t") | ("sign", "up") | ("partir", "du") | ("des", "le")
            );
        let before = from + i + 1 == date || from + i + 2 == date;
        // “Best before” is on the label.
        let label = i > 0 && text.folded(&words[i - 1]) == "best";
        ahead |= before && !label && matches!(word, "by" | "before" | "avant" | "ici" | "through");
    }
    (ahead, back)
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_for;
    use crate::Settings;

    fn flagged(text: &str) -> bool {
        let settings = Settings { now: Some("2026-11-24T10:00:00+01:00".into()), ..Settings::default() };
        !find_for(&settings, "past-date", text).is_empty()
    }

    #[test]
    fn an_invitation_to_what_is_over_is_found() {
        for text in [
            "Join us on 3 March 2024",
            "Offer ends 1 January 2026",
            "Register before 15 May 2025",
            "Rendez-vous le 3 mars 2024",
            "Offre jusqu’au 1er janvier 2026",
            "Reply by 20 November",
            "Inscrivez-vous avant le 20 novembre",
            "Join us!\n📅 Friday 20 November",
            "Save the date: 2026-03-01",
        ] {
            assert!(flagged(text), "{text}");
        }
    }

    #[test]
    fn the_past_may_be_told_and_the_future_announced() {
        for text in [
            "Founded on 3 March 1924",
            "Join us on 3 March 2027",
            "Thanks for coming on 3 March 2024",
            "Fondée le 3 mars 1924",
            "Rendez-vous le 3 mars 2027",
            "Open from 20 to 27 November 2026, join us",
            "Join us on 24 November",
            "Join us on 3 March",
            "Our study of 3 March 2024 is out",
            "The rule will replace that of 3 March 2024, which was withdrawn",
        ] {
            assert!(!flagged(text), "{text}");
        }
    }
}
