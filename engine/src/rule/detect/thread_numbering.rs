//! Numbers of a thread's parts (1/4, 2/4 …): parts that are missing, and totals that do not agree.

use super::Context;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, Text};

/// The most parts a thread has; more is a date or a share.
const MOST: u32 = 50;

/// `2/5`, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    part: u32,
    /// How many there are; `None` for `1/n`.
    of: Option<u32>,
    span: (u32, u32),
}

/// Looks at the parts as the host gives them, else at what the text itself holds.
pub(crate) fn thread_numbering(context: &Context<'_>, found: &mut Vec<Finding>) {
    let here = markers(context.text);
    let draft = context.draft;
    if draft.parts.len() > 1 {
        parts(&draft.parts, context, &here, found);
    } else if let (Some(place), [marker]) = (draft.thread, &here[..]) {
        let of = if place.of > 0 { Some(place.of) } else { marker.of };
        check(marker, place.number, of, found);
    } else if let [marker] = here[..] {
        if marker.of.is_none() {
            found.push(finding(
                &marker,
                (
                    format!("“{}/n” does not say how many parts there are", marker.part),
                    format!("« {}/n » ne dit pas combien il y a de parties", marker.part),
                ),
            ));
        }
    } else if here.first().is_some_and(|first| first.part == 1)
        && here.windows(2).all(|pair| pair[0].part < pair[1].part)
    {
        whole(&here, found);
    }
}

/// Several parts in one text: each number follows the one before, up to the total.
fn whole(here: &[Marker], found: &mut Vec<Finding>) {
    let total = here.len() as u32;
    for (number, marker) in (1..).zip(here) {
        check(marker, number, Some(total), found);
    }
}

/// The parts of the host: what is said once is enough, at the part that is at hand.
fn parts(parts: &[String], context: &Context<'_>, here: &[Marker], found: &mut Vec<Finding>) {
    let total = parts.len() as u32;
    let source = context.text.source().trim();
    if let (Some(index), [marker]) = (parts.iter().position(|part| part.trim() == source), here) {
        check(marker, index as u32 + 1, Some(total), found);
    }
    if !found.is_empty() || !context.facts.first {
        return;
    }
    for (number, part) in (1..).zip(parts) {
        let markers = markers(&Text::parse(part));
        let [marker] = markers[..] else { continue };
        if marker.part != number || marker.of.is_some_and(|of| of != total) {
            let of = marker.of.map_or("n".to_owned(), |of| of.to_string());
            let matched = format!("{}/{of}", marker.part);
            let vars = vec![
                ("finding", format!("Part {number} of {total} is numbered {matched}")),
                ("constat", format!("La partie {number} sur {total} porte le numéro {matched}")),
            ];
            found.push(Finding { matched, vars, ..Finding::default() });
            return;
        }
    }
}

fn check(marker: &Marker, number: u32, of: Option<u32>, found: &mut Vec<Finding>) {
    if marker.part == number && (marker.of == of || of.is_none()) {
        return;
    }
    let written = marker.of.map_or("n".to_owned(), |of| of.to_string());
    let total = of.or(marker.of).unwrap_or(number);
    let mut finding = finding(
        marker,
        (
            format!("“{}/{written}” is part {number} of {total}", marker.part),
            format!("« {}/{written} » est la partie {number} sur {total}", marker.part),
        ),
    );
    finding.edits = Some(vec![(marker.span.0, marker.span.1, format!("{number}/{total}"))]);
    found.push(finding);
}

fn finding(marker: &Marker, (english, french): (String, String)) -> Finding {
    let of = marker.of.map_or("n".to_owned(), |of| of.to_string());
    Finding {
        vars: vec![("finding", english), ("constat", french)],
        ..Finding::at(marker.span.0 as usize, marker.span.1 as usize, format!("{}/{of}", marker.part))
    }
}

/// Numbers of parts: at the start or end of a line, or in brackets. “1/2 cup” is a share.
fn markers(text: &Text) -> Vec<Marker> {
    let tokens = text.tokens();
    let mut found = Vec::new();
    for i in 0..tokens.len() {
        let Some(&[part, slash, of]) = tokens.get(i..i + 3).and_then(|t| t.first_chunk::<3>()) else { break };
        if part.kind != Kind::Number || text.folded(&slash) != "/" || !slash.glued || !of.glued {
            continue;
        }
        let total = match (of.kind, text.folded(&of)) {
            (Kind::Number, digits) => match digits.parse().ok() {
                Some(total) => Some(total),
                None => continue,
            },
            (Kind::Word, "n" | "x" | "xx") | (Kind::Mark, "?" | "…" | "??") => None,
            _ => continue,
        };
        let Some(number) =
            text.folded(&part).parse::<u32>().ok().filter(|n| (1..=total.unwrap_or(MOST).min(MOST)).contains(n))
        else {
            continue;
        };
        if total.is_none_or(|total| (2..=MOST).contains(&total)) && stands_apart(text, i) {
            found.push(Marker { part: number, of: total, span: (part.start, of.end) });
        }
    }
    found
}

fn stands_apart(text: &Text, i: usize) -> bool {
    let tokens = text.tokens();
    let before = i.checked_sub(1).map(|i| &tokens[i]);
    let after = tokens.get(i + 3);
    let folded = |token: Option<&draftlens_text::Token>| token.map_or("", |t| text.folded(t)).to_owned();
    if matches!((folded(before).as_str(), folded(after).as_str()), ("(", ")") | ("[", "]")) {
        return true;
    }
    // A third number makes it a date.
    if after.is_some_and(|t| t.glued && text.folded(t) == "/") || before.is_some_and(|t| text.folded(t) == "/") {
        return false;
    }
    let ends = after.is_none_or(|t| matches!(t.kind, Kind::Break | Kind::Emoji | Kind::Hashtag | Kind::Link));
    let begins = before.is_none_or(|t| matches!(t.kind, Kind::Break | Kind::Emoji));
    // “1/2 cup of flour” begins a line of a recipe; a part begins with a sentence or a mark.
    let sentence = after.is_some_and(|t| {
        matches!(t.kind, Kind::Mark) && !matches!(text.folded(t), "," | "-")
            || text.typed(t).starts_with(|c: char| c.is_uppercase())
    });
    let speaks = before.is_some_and(|t| matches!(t.kind, Kind::Mark | Kind::Hashtag | Kind::Word));
    (begins && (sentence || ends)) || (ends && speaks && total_is_small(text, i))
}

/// At the end of a line stand dates too: 11/24 is one.
fn total_is_small(text: &Text, i: usize) -> bool {
    text.typed(&text.tokens()[i + 2]).len() < 2
        || text.typed(&text.tokens()[i]).len() == 2 && text.folded(&text.tokens()[i + 2]) <= "12"
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, find_in, mended};
    use crate::{Draft, Part, Settings};

    #[test]
    fn parts_that_are_missing_in_one_text_are_found() {
        assert_eq!(find("thread-numbering", "1/3 We begin.\n\n3/3 We end.").len(), 2);
        assert_eq!(find("thread-numbering", "Announcement 1/n").len(), 1);
        assert_eq!(find("thread-numbering", "We begin (1/4)\n\nThen (2/4)\n\nThe end (3/4)").len(), 3);
    }

    #[test]
    fn shares_dates_and_whole_threads_stay() {
        for text in [
            "3/4 of us agree",
            "Half 1/2 cup",
            "1/2 tasse",
            "1/4 We begin today",
            "1/2 One.\n\n2/2 Two.",
            "1/2 cup of flour\n2/3 cup of milk",
            "See you on 11/24",
            "24/7",
            "Score: 6/4",
            "Le 03/04",
        ] {
            assert_eq!(find("thread-numbering", text), [], "{text}");
        }
    }

    #[test]
    fn the_hosts_parts_say_which_one_this_is() {
        let parts = ["One 1/3", "Two 3/3"].map(str::to_owned).to_vec();
        let draft = Draft { parts, ..Draft::default() };
        let found = find_in(&Settings::default(), "thread-numbering", "Two 3/3", &draft, &[], "base");
        assert_eq!(mended("Two 3/3", &found[0]), "Two 2/2");
        let draft = Draft { thread: Some(Part { number: 2, of: 4 }), ..Draft::default() };
        assert_eq!(
            mended(
                "(2/3) Then",
                &find_in(&Settings::default(), "thread-numbering", "(2/3) Then", &draft, &[], "base")[0]
            ),
            "(2/4) Then"
        );
        assert_eq!(find_in(&Settings::default(), "thread-numbering", "(2/4) Then", &draft, &[], "base"), []);
    }
}
