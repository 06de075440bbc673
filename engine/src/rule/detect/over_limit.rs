//! Texts that are too long for a network, by that network's own count.

use super::Context;
use crate::network;
use crate::rule::finding::Finding;

/// One finding a network; its place is what is too much.
pub(crate) fn over_limit(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    for report in context.networks.iter().filter(|r| r.text == context.text_id && r.count > r.limit) {
        let start = report.overflow_at.map_or(source.len(), |unit| byte_of(source, unit));
        let over = characters(report.count - report.limit);
        let spans = if start < source.len() { vec![(start as u32, source.len() as u32)] } else { Vec::new() };
        found.push(Finding {
            spans,
            matched: name(report.network).to_owned(),
            networks: Some(vec![report.network]),
            vars: vec![
                ("network", name(report.network).to_owned()),
                ("characters", over.0),
                ("caractères", over.1),
                ("count", report.count.to_string()),
                ("limit", report.limit.to_string()),
            ],
            ..Finding::default()
        });
    }
}

/// The byte of a UTF-16 offset; one inside a character counts as that character's start.
fn byte_of(source: &str, unit: u32) -> usize {
    let mut units = 0;
    for (byte, c) in source.char_indices() {
        units += c.len_utf16() as u32;
        if units > unit {
            return byte;
        }
    }
    source.len()
}

/// A network's name as its owner writes it.
fn name(id: &'static str) -> &'static str {
    network::by_id(id).map_or(id, |n| n.name)
}

/// So many characters, in English and French.
fn characters(count: u32) -> (String, String) {
    let plural = if count == 1 { "" } else { "s" };
    (format!("{count} character{plural}"), format!("{count} caractère{plural}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_in;
    use crate::{Draft, NetworkReport, Settings};

    fn report(
        network: &'static str,
        text: &'static str,
        count: u32,
        limit: u32,
        overflow: Option<u32>,
    ) -> NetworkReport {
        NetworkReport {
            network,
            text,
            count,
            limit,
            unit: "graphemes",
            fits: count <= limit,
            overflow_at: overflow,
            ..NetworkReport::default()
        }
    }

    #[test]
    fn only_the_networks_that_are_too_small_for_this_text_are_named() {
        let networks = [
            report("x", "base", 5, 3, Some(4)),
            report("bluesky", "base", 5, 300, None),
            report("mastodon", "mastodon", 9, 5, Some(1)),
        ];
        let found = find_in(&Settings::default(), "over-limit", "😀é123", &Draft::default(), &networks, "base");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].matched, "X");
        assert_eq!(found[0].spans, [(7, 9)], "the emoji is two units and four bytes, é one and two");
        assert_eq!(found[0].networks, Some(vec!["x"]));
        assert!(found[0].vars.contains(&("characters", "2 characters".to_owned())));
    }
}
