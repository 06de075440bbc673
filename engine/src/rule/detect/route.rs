//! Texts that a network takes, but not what posts them for the house.

use super::Context;
use super::over_limit::{byte_of, characters, name};
use crate::rule::finding::Finding;
use crate::{NetworkReport, RouteReport};

/// One finding a network: what is too much there, or what is lost after the cut.
pub(crate) fn route(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    for report in context.networks.iter().filter(|r| r.text == context.text_id) {
        let Some(route) = report.route.filter(|route| !route.fits) else { continue };
        let start = match route.cut_at {
            Some(unit) => byte_of(source, unit),
            // What is too long for the network itself is told elsewhere.
            None if report.count > report.limit => continue,
            None => source.len(),
        };
        let spans = if start < source.len() { vec![(start as u32, source.len() as u32)] } else { Vec::new() };
        let (finding, constat) = sentences(report, &route);
        found.push(Finding {
            spans,
            matched: name(report.network).to_owned(),
            networks: Some(vec![report.network]),
            vars: vec![("finding", finding), ("constat", constat)],
            ..Finding::default()
        });
    }
}

/// What goes wrong, in English and French.
fn sentences(report: &NetworkReport, route: &RouteReport) -> (String, String) {
    let network = name(report.network);
    if route.cut_at.is_some() {
        return (
            format!("{} would cut this text on its way to {network}", route.name),
            format!("{} couperait ce texte avant {network}", route.name),
        );
    }
    let over = characters(route.count - route.limit);
    (
        format!("Fits on {network}; {} refuses it by {}", route.name, over.0),
        format!("Tient sur {network} ; {} le refuse, pour {}", route.name, over.1),
    )
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Settings};

    fn titles(route: &str, network: &str, text: &str) -> Vec<(String, usize)> {
        let (settings, problems) = Settings::from_json(&format!(r#"{{"policy": {{"route": "{route}"}}}}"#));
        assert_eq!(problems, []);
        let draft = Draft { text: text.to_owned(), networks: vec![network.to_owned()], ..Draft::default() };
        let report = Checker::new(settings).0.check(&draft);
        let ours = report.flags.into_iter().filter(|flag| flag.rule == "route-refuses");
        ours.map(|flag| (flag.title, flag.spans.len())).collect()
    }

    #[test]
    fn a_publisher_with_less_room_is_named_with_what_is_too_much() {
        let said = "Fits on Instagram; Buffer refuses it by 4 characters".to_owned();
        assert_eq!(titles("buffer", "instagram", &"word ".repeat(440)), [(said, 0)]);
        assert_eq!(titles("buffer", "instagram", &"word ".repeat(439)), []);
        assert_eq!(titles("buffer", "x", &"word ".repeat(80)), [], "too long for X itself");
    }

    #[test]
    fn a_cut_is_shown_from_where_it_begins() {
        let said = "LinkedIn's API would cut this text on its way to LinkedIn".to_owned();
        assert_eq!(titles("linkedin-api", "linkedin", "Open (and warm) all day"), [(said, 1)]);
    }
}
