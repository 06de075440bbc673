//! What rules find in one text, before it is put into words.

use draftlens_rule::pattern::Mend;
use draftlens_rule::{Hit, Matches, Rule};
use draftlens_text::{Kind, Text, Token};

use crate::NetworkReport;
use crate::Severity;
use crate::rule::detect::{self, Context, Detector};

/// One place, or several that belong together, where a rule says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Finding {
    /// Bytes of the text, in order; empty when it is about the draft as a whole.
    pub(crate) spans: Vec<(u32, u32)>,
    /// The words found, as messages show them; masked when they are secret.
    pub(crate) matched: String,
    /// Edits that mend it: bytes and replacement.
    pub(crate) edits: Option<Vec<(u32, u32, String)>>,
    /// How bad, where that differs from the rule's own severity.
    pub(crate) severity: Option<Severity>,
    /// The networks it is about; `None` for all that show this text.
    pub(crate) networks: Option<Vec<&'static str>>,
    /// Values for the rule's texts, beside `{match}`.
    pub(crate) vars: Vec<(&'static str, String)>,
}

/// A finding with the number of its rule.
pub(crate) type Found = (u32, Finding);

/// Turns the hits of patterns into findings. Where a case looks at the fold, each network is asked alone.
pub(crate) fn from_patterns(
    text: &Text,
    matches: &Matches<'_>,
    networks: &[NetworkReport],
    rules: usize,
) -> Vec<Found> {
    let ours = |hit: &Hit<'_>| (hit.owner as usize) < rules;
    if !matches.fold_matters() {
        let hits = matches.hits(None);
        let ours = hits.iter().filter(|h| ours(h) && !is_right(text, h));
        return ours.map(|h| (h.owner, from_hit(text, h, on(h, networks)))).collect();
    }
    let mut found: Vec<(Hit<'_>, Vec<&'static str>)> = Vec::new();
    for network in networks {
        let fold = network.fold_at.map(|at| token_at(text, at));
        for hit in matches.hits(fold).into_iter().filter(|h| ours(h) && !is_right(text, h)) {
            if !is_on(&hit, network.network) {
                continue;
            }
            match found.iter_mut().find(|(h, _)| *h == hit) {
                Some((_, ids)) => ids.push(network.network),
                None => found.push((hit, vec![network.network])),
            }
        }
    }
    found.into_iter().map(|(hit, ids)| (hit.owner, from_hit(text, &hit, Some(ids)))).collect()
}

/// What patterns found, as the detectors of their rules weigh it.
pub(crate) fn weighed(context: &Context<'_>, rules: &[Rule], found: Vec<Found>) -> Vec<Found> {
    let weigh = |(index, finding): Found| match &rules[index as usize].detect {
        Some((name, _)) => detect::weigh(name, context, finding).map(|finding| (index, finding)),
        None => Some((index, finding)),
    };
    found.into_iter().filter_map(weigh).collect()
}

/// A detector of a rule.
pub(crate) struct Ready {
    /// The number of the rule.
    rule: u32,
    run: Detector,
    /// What the rule's file says after the detector's name.
    args: String,
    /// Whether it looks at links and at nothing else.
    of_links: bool,
}

/// The detectors of rules, looked up once.
pub(crate) fn detectors(rules: &[Rule]) -> Vec<Ready> {
    let ready = |(index, rule): (usize, &Rule)| {
        let (name, args) = rule.detect.as_ref()?;
        let run = detect::by_name(name)?;
        Some(Ready { rule: index as u32, run, args: args.clone(), of_links: detect::is_of_links(name) })
    };
    rules.iter().enumerate().filter_map(ready).collect()
}

/// Runs detectors.
pub(crate) fn from_detectors<'d>(context: &Context<'_>, detectors: impl IntoIterator<Item = &'d Ready>) -> Vec<Found> {
    let (mut found, mut findings) = (Vec::new(), Vec::new());
    for Ready { rule, run, args, .. } in detectors {
        run(&Context { args, ..*context }, &mut findings);
        found.extend(findings.drain(..).map(|finding| (*rule, finding)));
    }
    found
}

/// What detectors of links say of the one that goes with the post: it stands at no place of a text, and is said once
/// for all of them.
pub(crate) fn from_attached(context: &Context<'_>, detectors: &[Ready]) -> Vec<Found> {
    let url = context.draft.link.as_ref().map_or("", |link| link.url.trim());
    if url.is_empty() || !context.facts.first || context.text.source().contains(url) {
        return Vec::new();
    }
    let text = Text::parse(url);
    let urls = &detect::url::find(&text);
    let attached = Context { text: &text, urls, ..*context };
    let found = from_detectors(&attached, detectors.iter().filter(|detector| detector.of_links));
    let nowhere = |(rule, finding)| (rule, Finding { spans: Vec::new(), edits: None, ..finding });
    found.into_iter().map(nowhere).collect()
}

fn from_hit(text: &Text, hit: &Hit<'_>, networks: Option<Vec<&'static str>>) -> Finding {
    let span = bytes(text, hit.start, hit.end);
    let edits = hit.mend.and_then(|mend| edits(text, hit, span, mend));
    Finding { spans: vec![span], matched: slice(text, span).to_owned(), edits, networks, ..Finding::default() }
}

/// The networks of the text that a case is for; `None` where it is for all.
fn on(hit: &Hit<'_>, networks: &[NetworkReport]) -> Option<Vec<&'static str>> {
    let ids = networks.iter().map(|report| report.network).filter(|id| is_on(hit, id));
    (!hit.on.is_empty()).then(|| ids.collect())
}

fn is_on(hit: &Hit<'_>, network: &str) -> bool {
    hit.on.is_empty() || hit.on.split(' ').any(|id| id == network)
}

/// Whether the words stand already as the edit would write them.
fn is_right(text: &Text, hit: &Hit<'_>) -> bool {
    matches!(hit.mend, Some(Mend::Replace(with)) if slice(text, bytes(text, hit.start, hit.end)) == with)
}

/// The bytes of tokens `start..end`.
pub(crate) fn bytes(text: &Text, start: u32, end: u32) -> (u32, u32) {
    let tokens = text.tokens();
    (tokens[start as usize].start, tokens[end as usize - 1].end)
}

pub(crate) fn slice(text: &Text, span: (u32, u32)) -> &str {
    &text.source()[span.0 as usize..span.1 as usize]
}

fn edits(text: &Text, hit: &Hit<'_>, span: (u32, u32), mend: &Mend) -> Option<Vec<(u32, u32, String)>> {
    let begin = |with: &String| (0, 0, with.clone());
    match mend {
        Mend::Replace(with) => edit(text, hit, span, with).map(|e| vec![e]),
        Mend::Begin(with) => Some(vec![begin(with)]),
        Mend::End(with) => {
            let end = text.source().trim_end().len() as u32;
            Some(vec![(end, end, with.clone())])
        }
        Mend::Move(with) => {
            let is_tag = text.tokens()[hit.start as usize].kind == Kind::Hashtag;
            let taken = if is_tag { edit(text, hit, span, "") } else { None };
            Some(std::iter::once(begin(with)).chain(taken).collect())
        }
    }
}

/// The edit of a `replace`. A hashtag is only deleted where it hangs at the end of a line: elsewhere it
/// is a word of the sentence, and what is left would be none.
fn edit(text: &Text, hit: &Hit<'_>, span: (u32, u32), with: &str) -> Option<(u32, u32, String)> {
    if !with.is_empty() {
        return Some((span.0, span.1, with.to_owned()));
    }
    let first = &text.tokens()[hit.start as usize];
    if first.kind == Kind::Hashtag && !hangs(&text.tokens()[hit.end as usize..]) {
        return None;
    }
    let (start, end) = deletion(text.source(), span);
    Some((start, end, String::new()))
}

/// Whether nothing of a sentence follows on the line.
fn hangs(rest: &[Token]) -> bool {
    let line = rest.iter().take_while(|t| t.kind != Kind::Break);
    line.into_iter().all(|t| matches!(t.kind, Kind::Hashtag | Kind::Link | Kind::Emoji | Kind::Mark | Kind::Mention))
}

/// What to take out so that no double or hanging space is left.
pub(crate) fn deletion(source: &str, (start, end): (u32, u32)) -> (u32, u32) {
    let before = source[..start as usize].trim_end_matches(' ').len() as u32;
    let after = end + (source[end as usize..].len() - source[end as usize..].trim_start_matches(' ').len()) as u32;
    let line_starts = before == 0 || source[..before as usize].ends_with('\n');
    if line_starts { (start, after) } else { (before, end) }
}

/// The first token that does not end before UTF-16 offset `at`.
fn token_at(text: &Text, at: u32) -> u32 {
    text.tokens().partition_point(|t| text.utf16(t.end) <= at) as u32
}
