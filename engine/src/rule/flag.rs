//! From findings to flags: places with the same words become one, and the rule speaks.

use draftlens_rule::{Rule, Words};
use draftlens_text::{Text, fold, order};

use crate::digest::fnv;
use crate::rule::finding::{Finding, Found, slice};
use crate::rule::house;
use crate::{Draft, Edit, Fix, Flag, Lang, NetworkReport, Off, Settings, Severity, Source, Span};

/// What one text is checked with.
pub(crate) struct Scene<'a> {
    pub(crate) rules: &'a [Rule],
    pub(crate) settings: &'a Settings,
    pub(crate) draft: &'a Draft,
    pub(crate) text: &'a Text,
    /// `base`, or the id of the network whose own text this is.
    pub(crate) text_id: &'static str,
    /// The networks that show this text.
    pub(crate) networks: &'a [NetworkReport],
    /// What is known of list entries, by their joined words.
    pub(crate) table: &'a draftlens_rule::Table,
}

/// Flags of one text, each with its severity on each network, and the rules that are off.
pub(crate) struct Flags {
    pub(crate) flags: Vec<(Flag, Vec<(&'static str, Severity)>)>,
    pub(crate) off: Vec<Off>,
}

/// Makes flags of findings.
pub(crate) fn make(scene: &Scene<'_>, found: Vec<Found>) -> Flags {
    let mut out = Flags { flags: Vec::new(), off: Vec::new() };
    for (index, group) in group(scene, yielded(scene, found)) {
        let rule = &scene.rules[index as usize];
        let levels = levels(scene, rule, &group);
        match levels.iter().map(|(_, severity)| *severity).max() {
            Some(worst) => out.flags.push((flag(scene, rule, &group, worst, &levels), levels)),
            None if !rule.off && applies(scene, rule, &group) => {
                out.off.push(Off { rule: rule.id.clone(), by: "level".to_owned() });
            }
            None => {}
        }
    }
    out
}

/// Whether the rule is for people of these countries, as far as the draft or the house says whom it speaks to.
fn is_for(rule: &Rule, draft: &Draft, settings: &Settings) -> bool {
    const EU: &str = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
    let to = if draft.audience.is_empty() { &settings.policy.countries } else { &draft.audience };
    let holds = |code: &String| to.contains(code) || code == "EU" && to.iter().any(|c| EU.split(' ').any(|eu| eu == c));
    rule.countries.is_empty() || to.is_empty() || rule.countries.iter().any(holds)
}

/// Drops what a rule found where a rule it yields to found something in the same place.
fn yielded(scene: &Scene<'_>, mut found: Vec<Found>) -> Vec<Found> {
    let rule = |index: u32| &scene.rules[index as usize];
    found.retain(|(index, _)| is_for(rule(*index), scene.draft, scene.settings));
    let mut spoken = Vec::with_capacity(found.len());
    // A rule's findings stand together: what it yields to is looked up once, not for each of them.
    for own in found.chunk_by(|(a, _), (b, _)| a == b) {
        let yields_to = &rule(own[0].0).yields_to;
        let theirs = found.iter().filter(|(other, _)| yields_to.contains(&rule(*other).id));
        let theirs = union(theirs.flat_map(|(_, theirs)| theirs.spans.iter().copied()).collect());
        spoken.extend(own.iter().map(|(_, finding)| finding.spans.iter().any(|span| overlaps_any(&theirs, *span))));
    }
    found.into_iter().zip(spoken).filter_map(|(finding, spoken)| (!spoken).then_some(finding)).collect()
}

/// First byte and the one after the last.
pub(crate) type Place = (u32, u32);

/// The same places in order, with those that overlap or touch made one.
fn union(mut places: Vec<Place>) -> Vec<Place> {
    order::sort(&mut places);
    places.dedup_by(|next, last| {
        let joins = next.0 <= last.1;
        if joins {
            last.1 = last.1.max(next.1);
        }
        joins
    });
    places
}

/// Whether a place overlaps one of those, which are in order and apart.
fn overlaps_any(places: &[Place], own: Place) -> bool {
    let next = places.partition_point(|place| place.1 <= own.0);
    places.get(next).is_some_and(|place| overlap(*place, own))
}

/// Whether two places overlap.
pub(crate) fn overlap(a: Place, b: Place) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Puts together what is one flag: equal words of a rule, or all of it when the rule says so.
fn group(scene: &Scene<'_>, found: Vec<Found>) -> Vec<Found> {
    let keyed = |(at, (index, finding)): (usize, Found)| {
        let one = scene.rules[index as usize].one_flag;
        let key = if one { String::new() } else { group_key(scene, &finding) };
        Member { at, index, key, finding }
    };
    let mut members: Vec<Member> = found.into_iter().enumerate().map(keyed).collect();
    order::sort_by(&mut members, &|a, b| a.group() < b.group());
    let mut groups: Vec<Member> = Vec::with_capacity(members.len());
    for member in members {
        match groups.last_mut().filter(|group| group.group() == member.group()) {
            Some(group) => merge(&mut group.finding, member.finding),
            None => groups.push(member),
        }
    }
    order::sort_by(&mut groups, &|a, b| a.at < b.at);
    groups.into_iter().map(|group| (group.index, group.finding)).collect()
}

/// A finding that may share a flag with others.
struct Member {
    /// Its place among all findings.
    at: usize,
    index: u32,
    key: String,
    finding: Finding,
}

impl Member {
    /// What findings of one flag have in common.
    fn group(&self) -> (u32, &str, Option<&[&'static str]>) {
        (self.index, &self.key, self.finding.networks.as_deref())
    }
}

/// Equal words, not equal masks: two secrets that look alike when masked stay two flags.
fn group_key(scene: &Scene<'_>, finding: &Finding) -> String {
    let words: String = finding.spans.iter().map(|&s| slice(scene.text, s)).collect();
    if words.is_empty() { finding.matched.clone() } else { fold::fold(&words) }
}

fn merge(first: &mut Finding, next: Finding) {
    if next.spans.iter().any(|span| first.spans.binary_search(span).is_ok()) {
        return;
    }
    // The flag quotes its worst place, and of equals the one that is read first.
    let rank = |finding: &Finding| (std::cmp::Reverse(finding.severity), finding.spans.first().copied());
    if rank(&next) < rank(first) {
        first.matched = next.matched;
        first.vars = next.vars;
    }
    next.spans.into_iter().for_each(|span| insert(&mut first.spans, span));
    // A fix must mend every place: one place without an edit leaves none.
    first.edits = match (first.edits.take(), next.edits) {
        (Some(mut edits), Some(more)) => {
            more.into_iter().for_each(|edit| insert(&mut edits, edit));
            Some(edits)
        }
        _ => None,
    };
    first.severity = first.severity.max(next.severity);
}

/// Puts an item where it belongs among others in order. Two places may ask for the same words at the start of the post:
/// they stand there once.
fn insert<T: Ord>(items: &mut Vec<T>, item: T) {
    if let Err(at) = items.binary_search(&item) {
        items.insert(at, item);
    }
}

/// Whether the rule is for any network of this text.
fn applies(scene: &Scene<'_>, rule: &Rule, finding: &Finding) -> bool {
    scene.networks.iter().any(|n| concerns(rule, finding, n.network))
}

fn concerns(rule: &Rule, finding: &Finding, network: &str) -> bool {
    let of_rule = rule.networks.is_empty() || rule.networks.iter().any(|n| n == network);
    of_rule && finding.networks.as_ref().is_none_or(|ids| ids.contains(&network))
}

/// How bad it is on each network, where it is not off.
fn levels(scene: &Scene<'_>, rule: &Rule, finding: &Finding) -> Vec<(&'static str, Severity)> {
    let own = finding.severity.unwrap_or(rule.severity);
    let networks = scene.networks.iter().map(|n| n.network).filter(|id| concerns(rule, finding, id));
    networks.filter_map(|id| house::level(scene.settings, rule, own, id, scene.draft.intent).map(|s| (id, s))).collect()
}

fn flag(
    scene: &Scene<'_>,
    rule: &Rule,
    finding: &Finding,
    severity: Severity,
    levels: &[(&'static str, Severity)],
) -> Flag {
    let words = if scene.settings.lang == Lang::Fr { &rule.fr } else { &rule.en };
    let say = |template: &str| fill(template, scene, finding);
    let unit = |at: u32| scene.text.utf16(at);
    Flag {
        id: id(scene, rule, finding),
        rule: rule.id.clone(),
        severity,
        text: scene.text_id,
        spans: finding.spans.iter().map(|s| Span { start: unit(s.0), end: unit(s.1) }).collect(),
        networks: levels.iter().map(|(id, _)| *id).collect(),
        title: say(&words.title),
        why: say(&words.why),
        advice: say(&words.advice),
        ask: (!words.ask.is_empty()).then(|| say(&words.ask)),
        sources: rule
            .sources
            .iter()
            .map(|s| Source { url: s.url.clone(), title: s.title.clone(), date: s.date.clone() })
            .collect(),
        fixes: fixes(scene, words, finding),
        settle: None,
    }
}

fn fixes(scene: &Scene<'_>, words: &Words, finding: &Finding) -> Vec<Fix> {
    let Some(edits) = finding.edits.as_ref().filter(|e| !e.is_empty()) else { return Vec::new() };
    let unit = |at: u32| scene.text.utf16(at);
    let edits =
        edits.iter().map(|(start, end, with)| Edit { start: unit(*start), end: unit(*end), replacement: with.clone() });
    let label = match (words.fix.as_str(), scene.settings.lang) {
        ("", Lang::En) => "Mend".to_owned(),
        ("", Lang::Fr) => "Corriger".to_owned(),
        (fix, _) => fill(fix, scene, finding),
    };
    vec![Fix { label, edits: edits.collect() }]
}

/// Writes the values into a text: `{match}`, `{note}`, and what the detector knows.
fn fill(template: &str, scene: &Scene<'_>, finding: &Finding) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            out.push('{');
            rest = tail;
            continue;
        };
        match name {
            "match" => out.push_str(quoted(&finding.matched)),
            "note" => out.push_str(&note(scene, finding)),
            _ => out.push_str(finding.vars.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v)),
        }
        rest = after;
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// What was found, without the mark that ends the sentence before it.
fn quoted(matched: &str) -> &str {
    let rest = matched.trim_start_matches(['.', '!', '?']);
    let words = rest.trim_start();
    if words.is_empty() || words.len() == rest.len() { matched } else { words }
}

/// What the lists know of the words found.
fn note(scene: &Scene<'_>, finding: &Finding) -> String {
    scene.table.note(&fold::joined(&finding.matched), scene.settings.lang == Lang::Fr)
}

/// The flag's stable key: rule, text, words found and the word on either side, never the message.
fn id(scene: &Scene<'_>, rule: &Rule, finding: &Finding) -> String {
    let mut key = String::from(scene.text_id);
    for &span in &finding.spans {
        key.push('\n');
        key.push_str(&fold::fold(slice(scene.text, span)));
        for side in neighbours(scene.text, span) {
            key.push('\t');
            key.push_str(side);
        }
    }
    if finding.spans.is_empty() {
        key.push('\n');
        key.push_str(&finding.matched);
    }
    if let Some(networks) = &finding.networks {
        networks.iter().for_each(|n| key.push_str(n));
    }
    let hash = fnv(key.as_bytes());
    let short = (hash >> 32) as u32 ^ hash as u32;
    format!("{}:{short:08x}", rule.id)
}

fn neighbours(text: &Text, (start, end): (u32, u32)) -> [&str; 2] {
    let tokens = text.tokens();
    let before = tokens.partition_point(|t| t.end <= start).checked_sub(1).map(|i| &tokens[i]);
    let after = tokens.get(tokens.partition_point(|t| t.start < end));
    [before, after].map(|t| t.map_or("", |t| text.folded(t)))
}
