//! Too many hashtags for a network.

use super::{Context, word_count};
use crate::Severity;
use crate::rule::finding::{Finding, deletion};
use draftlens_text::{Kind, Text};

/// As many as help anywhere.
const MOST: usize = 5;

/// As many as help on a network, by its id: what is commonly advised.
fn most(network: &str) -> usize {
    match network {
        "threads" => 1,
        "x" => 2,
        "facebook" => 3,
        // Its posts are found by their tags.
        "tiktok" => 10,
        _ => MOST,
    }
}

/// So many times what helps are too many in any text; fewer, where the tags outweigh half of the words.
const FAR: usize = 2;

/// What Instagram's help page says it takes; its API reference says 30.
const INSTAGRAM: usize = 30;

/// One finding for all networks that have too many, or where tags are most of the words.
pub(crate) fn hashtag_overload(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tags: Vec<usize> = (0..text.tokens().len()).filter(|&i| text.tokens()[i].kind == Kind::Hashtag).collect();
    let words = word_count(text.tokens());
    let inside = tags.iter().filter(|&&i| is_inside(text, i)).count();
    let speech = tags.len() > 3 && inside > 2 && inside * 2 > words;
    // A draft that names no network is measured by the most patient one.
    let named = !context.draft.networks.is_empty();
    let most = |id: &str| if named { most(id) } else { MOST };
    let outweigh = tags.len() * 2 > words;
    let over = |id: &str| tags.len() > most(id) * FAR || (tags.len() > most(id) && outweigh) || speech;
    let networks: Vec<&'static str> = context.networks.iter().map(|n| n.network).filter(|id| over(id)).collect();
    let Some(fewest) = networks.iter().map(|id| most(id)).min() else { return };
    let hard = tags.len() > INSTAGRAM && networks.contains(&"instagram");
    let kept = fewest.min(tags.len());
    found.push(Finding {
        spans: tags.iter().map(|&i| (text.tokens()[i].start, text.tokens()[i].end)).collect(),
        matched: tags.len().to_string(),
        edits: edits(text, &tags[kept..]),
        severity: hard.then_some(Severity::Review),
        networks: Some(networks),
        vars: vec![("most", fewest.to_string())],
    });
}

/// Whether a word of the line follows: the tag is part of a sentence.
pub(super) fn is_inside(text: &Text, i: usize) -> bool {
    let rest = &text.tokens()[i + 1..];
    let line = rest.iter().take_while(|t| t.kind != Kind::Break).take(12);
    line.into_iter().any(|t| matches!(t.kind, Kind::Word | Kind::Number))
}

/// Takes the last tags out, where none of them is part of a sentence.
fn edits(text: &Text, tags: &[usize]) -> Option<Vec<(u32, u32, String)>> {
    if tags.is_empty() || tags.iter().any(|&i| is_inside(text, i)) {
        return None;
    }
    let token = |i: &usize| &text.tokens()[*i];
    let cut = |i: &usize| deletion(text.source(), (token(i).start, token(i).end));
    Some(tags.iter().map(cut).map(|(start, end)| (start, end, String::new())).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find_in, mended};
    use crate::{Draft, Settings, network};
    use draftlens_text::Text;

    fn overload(source: &str, ids: &[&str]) -> Vec<crate::rule::finding::Finding> {
        let text = Text::parse(source);
        let networks: Vec<_> =
            ids.iter().map(|id| network::report(network::by_id(id).expect("a network"), &text, None)).collect();
        let draft = Draft { networks: ids.iter().map(|id| (*id).to_owned()).collect(), ..Draft::default() };
        find_in(&Settings::default(), "hashtag-overload", source, &draft, &networks, "base")
    }

    #[test]
    fn each_network_has_its_own_measure() {
        let found = overload("Out now #a1 #b2 #c3 #d4", &["x", "linkedin"]);
        assert_eq!(found[0].networks.as_deref(), Some(&["x"][..]));
        assert_eq!(mended("Out now #a1 #b2 #c3 #d4", &found[0]), "Out now #a1 #b2");
        assert_eq!(overload("Our #NewPhone is here #one #two", &["facebook", "linkedin"]), []);
        assert_eq!(
            overload("#a1 #b2 #c3 #d4 #e5 #f6", &["linkedin", "mastodon"])[0].networks.as_ref().map(Vec::len),
            Some(2)
        );
    }

    #[test]
    fn a_long_text_may_carry_a_few_more() {
        let text = "We open the mill on Friday with bread, cheese and music from noon until the lamps go out at ten. ";
        assert_eq!(overload(&(text.to_owned() + "#a1 #b2 #c3 #d4"), &["x"]), []);
        assert_eq!(overload(&(text.to_owned() + "#a1 #b2 #c3 #d4 #e5 #f6 #g7"), &["x"]).len(), 1);
    }

    #[test]
    fn a_sentence_of_tags_is_flagged_everywhere_and_rewritten_by_hand() {
        let found = overload("Our #new #shiny #fast #great #blue phone", &["linkedin"]);
        assert_eq!((found.len(), found[0].edits.as_ref()), (1, None));
    }
}
