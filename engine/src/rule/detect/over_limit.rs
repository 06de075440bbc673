//! Texts that are too long for a network, by that network's own count.

use super::Context;
use crate::NetworkReport;
use crate::network;
use crate::rule::finding::Finding;

/// One finding a network; its place is what is too much.
pub(crate) fn over_limit(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    for report in context.networks.iter().filter(|r| r.text == context.text_id && !r.fits) {
        let Some(Over { count, limit, over }) = over(report) else { continue };
        let start = report.overflow_at.map_or(source.len(), |unit| byte_of(source, unit));
        let spans = if start < source.len() { vec![(start as u32, source.len() as u32)] } else { Vec::new() };
        found.push(Finding {
            spans,
            matched: name(report.network).to_owned(),
            networks: Some(vec![report.network]),
            vars: vec![
                ("network", name(report.network).to_owned()),
                ("characters", over.0),
                ("caractères", over.1),
                ("count", count),
                ("limit", limit),
            ],
            ..Finding::default()
        });
    }
}

/// What is too much, in words.
struct Over {
    count: String,
    limit: String,
    /// In English and French.
    over: (String, String),
}

/// By what a text is too long: by the composer's count, the server's, or its bytes.
fn over(report: &NetworkReport) -> Option<Over> {
    if let Some(bytes) = report.bytes.filter(|_| report.count <= report.limit) {
        let (count, limit) = (bytes.count.to_string(), [&bytes.limit.to_string(), " bytes"].concat());
        let over = (bytes.count - bytes.limit).to_string();
        return Some(Over { count, limit, over: ([&over, " bytes"].concat(), [&over, " octets"].concat()) });
    }
    let count = report.count.max(report.api.map_or(0, |api| api.count));
    let over = characters(count.checked_sub(report.limit).filter(|&over| over > 0)?);
    Some(Over { count: count.to_string(), limit: report.limit.to_string(), over })
}

/// The byte of a UTF-16 offset; one inside a character counts as that character's start.
pub(super) fn byte_of(source: &str, unit: u32) -> usize {
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
pub(super) fn name(id: &'static str) -> &'static str {
    network::by_id(id).map_or(id, |n| n.name)
}

/// So many characters, in English and French.
pub(super) fn characters(count: u32) -> (String, String) {
    let plural = if count == 1 { "" } else { "s" };
    (format!("{count} character{plural}"), format!("{count} caractère{plural}"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::find_in;
    use crate::{ByteReport, Draft, NetworkReport, Settings};

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
        assert_eq!(found.len(), 1, "a network that has room is not named");
        assert_eq!(found[0].matched, "X");
        assert_eq!(found[0].spans, [(7, 9)], "the emoji is two units and four bytes, é one and two");
        assert_eq!(found[0].networks, Some(vec!["x"]));
        assert!(found[0].vars.contains(&("characters", "2 characters".to_owned())));
    }
    #[test]
    fn a_text_may_be_too_long_in_bytes_alone() {
        let bytes = Some(ByteReport { count: 3002, limit: 3000 });
        let networks = [NetworkReport { fits: false, bytes, ..report("bluesky", "base", 150, 300, None) }];
        let found = find_in(&Settings::default(), "over-limit", "👨‍👩‍👧‍👦", &Draft::default(), &networks, "base");
        assert!(found[0].vars.contains(&("characters", "2 bytes".to_owned())));
        assert!(found[0].vars.contains(&("caractères", "2 octets".to_owned())));
    }
}
