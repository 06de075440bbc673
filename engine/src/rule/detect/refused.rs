//! Hidden characters with which X takes no post.

use super::Context;
use crate::network::REFUSED_BY_X;
use crate::rule::finding::Finding;

/// One finding for all of them; the edit takes them out.
pub(crate) fn refused(context: &Context<'_>, found: &mut Vec<Finding>) {
    let networks: Vec<&'static str> = context.networks.iter().filter(|r| r.network == "x").map(|r| r.network).collect();
    if networks.is_empty() {
        return;
    }
    let source = context.text.source();
    // All of them begin with this byte.
    if !source.as_bytes().contains(&0xEF) {
        return;
    }
    let spans: Vec<(u32, u32)> =
        source.match_indices(REFUSED_BY_X).map(|(at, c)| (at as u32, (at + c.len()) as u32)).collect();
    if !spans.is_empty() {
        let edits = spans.iter().map(|&(start, end)| (start, end, String::new())).collect();
        let matched = "X".to_owned();
        found.push(Finding { spans, matched, edits: Some(edits), networks: Some(networks), ..Finding::default() });
    }
}
