//! `docs/networks.md`, written from what the engine knows of each network, so that the page cannot drift from the code.

use std::{fmt::Write as _, path::PathBuf};

use draftlens_engine::network::{self, Card, Fold, Network, ROUTES, Window, facts};

use crate::pages::Page;

const HEAD: &str = "<!-- Written by `cargo xtask docs` from engine/src/network/. -->
# The networks

What the engine knows of each network, where it comes from, and how far its source was seen:

- **yes**: the network's own page, API description or source was read;
- **quoted**: the network's page was read in somebody's dated quotation;
- **second**: a third party's claim; **no**: recalled, no source was seen.

A limit of the last kind is marked `approximate` in the report, and the widget writes “about”. Where a network does not
tell what a character is, a count is approximate when the text has characters that count differently (emoji, combining
marks). Folds by lines are always approximate: nobody can know how a screen lays out a text. A house can set other
limits, and say what posts for it: see [policy.md](policy.md).

A draft that names no networks is for the first four.

";

/// The page.
pub fn page() -> Page {
    let mut out = HEAD.to_owned();
    overview(&mut out);
    for network in network::ALL {
        let _ = writeln!(out, "## {}\n", network.name);
        sources(&mut out, network.id);
    }
    out.push_str("# What posts for a house\n\nThe values of `route` in a policy, and what they take.\n\n");
    for route in &ROUTES {
        let _ = writeln!(out, "## {} (`{}`)\n", route.name, route.id);
        sources(&mut out, route.id);
    }
    (PathBuf::from("docs/networks.md"), out)
}

fn overview(out: &mut String) {
    out.push_str(
        "| network | id | limit | folds, phone | folds, desk | hashtags | links | media | alt text | card |\n",
    );
    out.push_str("|---|---|---|---|---|---|---|---|---|---|\n");
    for network in network::ALL {
        let [phone, desk] = folds(&network.fold);
        let cells = [
            network.name.to_owned(),
            format!("`{}`", network.id),
            limit(network),
            phone,
            desk,
            most(network.hashtags),
            links(network),
            media(network),
            network.alt.map_or("?".to_owned(), grouped),
            card(network.card).to_owned(),
        ];
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out.push('\n');
}

fn sources(out: &mut String, id: &str) {
    out.push_str("| what | value | source | seen | looked up |\n|---|---|---|---|---|\n");
    for fact in facts(id) {
        let source = if fact.source.is_empty() { "–".to_owned() } else { format!("<{}>", fact.source) };
        let _ = writeln!(out, "| {} | {} | {source} | {} | {} |", fact.what, fact.value, fact.read.as_str(), fact.date);
    }
    out.push('\n');
}

fn limit(network: &Network) -> String {
    let about = if network.approximate { "about " } else { "" };
    let unit = match network.unit {
        "utf16" => "UTF-16 units",
        unit => unit,
    };
    format!("{about}{} {unit}", grouped(network.limit))
}

fn folds(fold: &Fold) -> [String; 2] {
    match fold {
        Fold::Never => ["never".to_owned(), "never".to_owned()],
        Fold::Unknown => ["?".to_owned(), "?".to_owned()],
        Fold::Count(count) => [grouped(*count), grouped(*count)],
        Fold::Lines { phone, desk } => [window(phone), window(desk)],
    }
}

fn window(window: &Window) -> String {
    let lines = format!("{} lines of {}", window.lines, window.columns);
    if window.characters == u32::MAX { lines } else { format!("{lines}, {} characters", grouped(window.characters)) }
}

fn links(network: &Network) -> String {
    match (network.links, network.urls) {
        (false, _) => "text".to_owned(),
        (true, Some(most)) => format!("up to {most}"),
        (true, None) => "yes".to_owned(),
    }
}

fn media(network: &Network) -> String {
    let media = network.media;
    let kinds = [(media.images, "image"), (media.gifs, "GIF"), (media.videos, "video")];
    let counted = |most: u32, kind: &str| format!("{most} {kind}{}", if most == 1 { "" } else { "s" });
    let known: Vec<String> = kinds.into_iter().filter_map(|(most, kind)| Some(counted(most?, kind))).collect();
    let joined = if known.is_empty() { "?".to_owned() } else { known.join(if media.mixed { " and " } else { " or " }) };
    if media.needed { format!("{joined}; needed") } else { joined }
}

fn card(card: Card) -> &'static str {
    match card {
        Card::Never => "never",
        Card::WithoutMedia => "without media",
        Card::Always => "always",
    }
}

fn most(number: Option<u32>) -> String {
    number.map_or("?".to_owned(), |most| format!("up to {most}"))
}

/// `63,206`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{grouped, page};
    use draftlens_engine::network;

    #[test]
    fn the_page_has_every_network_and_whole_tables() {
        let (path, text) = page();
        assert_eq!(path.to_string_lossy(), "docs/networks.md");
        assert!(network::ALL.iter().all(|network| text.contains(&format!("\n## {}\n", network.name))));
        let cells = |line: &str| line.matches('|').count();
        for table in text.split("\n\n").filter(|block| block.starts_with('|')) {
            assert!(table.lines().all(|line| cells(line) == cells(table) / table.lines().count()), "{table}");
        }
        assert_eq!((grouped(280), grouped(63_206)), ("280".into(), "63,206".into()));
    }
}
