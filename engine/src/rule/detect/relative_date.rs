//! “Tomorrow” and its kin in a post that goes out on another day than it is written, and wishes for a
//! weekday on another one.

use super::{Context, dates};
use crate::Severity;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text};

/// One finding a word. Nothing is said where the post goes out today, or its sentence names the day.
pub(crate) fn relative_date(context: &Context<'_>, found: &mut Vec<Finding>) {
    let (Some(_), Some(at), Some(now)) = (&context.draft.scheduled_at, context.at, context.now) else { return };
    let text = context.text;
    let day = at.day();
    // The writer's day, by the clock of the place where the post goes out.
    let written = crate::plan::Moment { offset: at.offset, ..now }.day();
    let named: Vec<u32> = context.dates.of(text).iter().map(|date| text.tokens()[date.tokens.0].sentence).collect();
    let vars = |word: &str| {
        let (english, french) = dates::names(day.weekday());
        vec![
            ("word", word.to_owned()),
            ("day", format!("{english} {}", day.iso())),
            ("jour", format!("{french} {}", day.iso())),
        ]
    };
    for (i, token) in text.tokens().iter().enumerate() {
        if token.kind != Kind::Word {
            continue;
        }
        let wish = wish(text, i).filter(|(weekday, _)| *weekday != day.weekday());
        if let Some((_, end)) = wish {
            let typed = text.tokens()[end];
            let mut finding = at_tokens(text, i, end + 1);
            let right = dates::weekday_like(text.typed(&typed), day.weekday());
            finding.edits = Some(vec![(typed.start, typed.end, right)]);
            finding.vars = vars(&finding.matched);
            found.push(finding);
        } else if written != day
            && let Some((end, mild)) = relative(text, i)
            && !named.contains(&token.sentence)
        {
            let mut finding = at_tokens(text, i, end);
            finding.severity = mild.then_some(Severity::Advise);
            finding.vars = vars(&finding.matched);
            found.push(finding);
        }
    }
}

fn at_tokens(text: &Text, from: usize, to: usize) -> Finding {
    let (start, end) = (text.tokens()[from].start as usize, text.tokens()[to - 1].end as usize);
    Finding::at(start, end, text.source()[start..end].to_owned())
}

/// “Happy Friday”, “bon vendredi”: the weekday and its token.
fn wish(text: &Text, i: usize) -> Option<(usize, usize)> {
    let wishes = matches!(word(text, i), "happy" | "merry" | "bon" | "joyeux" | "excellent");
    let next = word(text, i + 1);
    // What follows may make a name of it: Good Friday Agreement, Happy Monday Club.
    let name = text
        .tokens()
        .get(i + 2)
        .is_some_and(|t| t.kind == Kind::Word && text.typed(t).starts_with(|c: char| c.is_ascii_uppercase()));
    let (day, short) = dates::weekday(next)?;
    (wishes && !short && !name).then_some((day, i + 1))
}

/// The token after a word that means another day tomorrow, and whether it may well be meant: “today” is
/// usually the day of the post.
fn relative(text: &Text, i: usize) -> Option<(usize, bool)> {
    let (before, here, next) = (if i == 0 { "" } else { word(text, i - 1) }, word(text, i), word(text, i + 1));
    match here {
        "today" if !matches!(before, "of" | "usa" | "until") && next != "s" && next != "more" => Some((i + 1, true)),
        "tonight" => Some((i + 1, true)),
        "aujourd" if next == "hui" && !matches!(before, "d" | "jusqu") && word(text, i + 2) != "encore" => {
            Some((i + 2, true))
        }
        "ce" if matches!(next, "soir" | "matin") => Some((i + 2, true)),
        "cet" if next == "apres" && word(text, i + 2) == "midi" => Some((i + 3, true)),
        "this" if matches!(next, "morning" | "afternoon" | "evening") => Some((i + 2, true)),
        // “The world of tomorrow” is not the day after.
        "tomorrow"
            if !matches!(before, "of" | "better" | "for" | "build" | "building" | "shape" | "shaping")
                && next != "s" =>
        {
            Some((i + 1, false))
        }
        "yesterday" if next != "s" && before != "of" => Some((i + 1, false)),
        "demain" if !matches!(before, "de" | "construire" | "inventer" | "apres" | "pour" | "dessine" | "dessiner") => {
            Some((i + 1, false))
        }
        "hier" if !matches!(before, "d" | "avant") => Some((i + 1, false)),
        "apres" if next == "demain" => Some((i + 2, false)),
        "avant" if next == "hier" => Some((i + 2, false)),
        _ => None,
    }
}

fn word(text: &Text, i: usize) -> &str {
    text.tokens().get(i).filter(|token| token.kind == Kind::Word).map_or("", |token| text.folded(token))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find_in, mended};
    use crate::rule::finding::Finding;
    use crate::{Draft, Settings, Severity};

    fn scheduled(text: &str, at: &str) -> Vec<Finding> {
        let settings = Settings { now: Some("2026-11-24T10:00:00+01:00".into()), ..Settings::default() };
        let draft = Draft { scheduled_at: Some(at.into()), ..Draft::default() };
        find_in(&settings, "relative-date", text, &draft, &[], "base")
    }

    #[test]
    fn tomorrow_on_another_day_is_found() {
        let sunday = "2026-11-29T09:00:00+01:00";
        assert_eq!(scheduled("Tomorrow we open", sunday).len(), 1);
        assert_eq!(scheduled("Demain, on ouvre", sunday).len(), 1);
        assert_eq!(scheduled("Tonight at 8", sunday)[0].severity, Some(Severity::Advise));
        assert_eq!(scheduled("Tomorrow we open", "2026-11-24T20:00:00+01:00"), [], "written and sent on one day");
        assert_eq!(scheduled("On 3 December we open", sunday), []);
        assert_eq!(scheduled("Demain, lundi 30 novembre, on ouvre", sunday), []);
        assert_eq!(scheduled("The leaders of tomorrow, le monde de demain", sunday), []);
    }

    #[test]
    fn a_wish_for_another_weekday_is_mended() {
        let source = "Happy Friday!";
        assert_eq!(mended(source, &scheduled(source, "2026-11-29T09:00:00+01:00")[0]), "Happy Sunday!");
        assert_eq!(scheduled("Bon vendredi !", "2026-11-27T09:00:00+01:00"), []);
        assert_eq!(scheduled("The Good Friday Agreement", "2026-11-29T09:00:00+01:00"), []);
    }
}
