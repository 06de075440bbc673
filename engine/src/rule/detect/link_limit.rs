//! More different links than a network takes.

use super::Context;
use super::over_limit::name;
use crate::network;
use crate::rule::finding::Finding;

/// One finding a network; an attached link counts when it is not in the text.
pub(crate) fn link_limit(context: &Context<'_>, found: &mut Vec<Finding>) {
    for report in context.networks.iter().filter(|r| r.text == context.text_id) {
        let Some(most) = network::by_id(report.network).and_then(|network| network.urls) else { continue };
        let links = report.entities.iter().filter(|entity| entity.kind == "link").map(|entity| entity.text.as_str());
        let attached = context.draft.link.iter().map(|link| link.url.as_str()).filter(|url| !url.is_empty());
        let mut different: Vec<&str> = Vec::new();
        for url in links.chain(attached) {
            // So many are far too many: a text made of links is not compared link by link to its end.
            if different.len() <= most as usize && !different.contains(&url) {
                different.push(url);
            }
        }
        if different.len() > most as usize {
            found.push(Finding {
                matched: name(report.network).to_owned(),
                networks: Some(vec![report.network]),
                vars: vec![("most", most.to_string())],
                ..Finding::default()
            });
        }
    }
}
