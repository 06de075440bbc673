//! The one way through: settings are compiled once, each draft goes in, one report comes out.

use std::cmp::Reverse;

use draftlens_rule::{Class, FIRST_ALLOW, FIRST_CUE, Matches, Own, Rule, Table};
use draftlens_text::{Kind, Language, Text, fold, order};

use crate::category::{self, CueMatch, learn};
use crate::compose;
use crate::json::Writer;
use crate::network::{self, Asked, Network, Reader};
use crate::plan::{History, Look, Moment, undated};
use crate::rule::detect::dates::Dates;
use crate::rule::detect::{Context, Facts, url};
use crate::rule::finding::{self, Found, bytes};
use crate::rule::flag::{self, Scene, overlap};
use crate::rule::{book, house};
use crate::settings::tag_of;
use crate::{
    Category, CategoryReport, Dismissal, Dismissed, Draft, Flag, Lang, NetworkReport, NotChecked, Off, Other,
    PartReport, PlanReport, Policy, Problem, Report, Settings, Settle, Severity, Stamp, Verdict,
};

/// The rule whose answers age.
const TRENDING: &str = "trending-hashtag-unresearched";

/// Compiled settings. Make one for a house, then check every draft with it.
pub struct Checker {
    settings: Settings,
    table: Table,
    rules: Vec<Rule>,
    detectors: Vec<finding::Ready>,
    own: Own,
    /// The plan, gone through once; `None` where the host gives none.
    history: Option<History>,
    model: category::Model,
    stamp: Stamp,
    problems: Vec<Problem>,
}

/// A text of the draft, and the networks that show it.
struct Shown {
    id: &'static str,
    text: Text,
    networks: Vec<NetworkReport>,
}

/// A flag with its severity on each network.
type Levelled = (Flag, Vec<(&'static str, Severity)>);

impl Checker {
    /// Compiles the settings. What is wrong with them is told, here and in every report; the rest works.
    #[must_use]
    pub fn new(settings: Settings) -> (Self, Vec<Problem>) {
        Self::with_book(settings, book::BUILT_IN)
    }

    /// The same with another book of rules, as [`draftlens_rule::book`] writes it: to try rules without building
    /// the engine anew.
    #[must_use]
    pub fn with_book(settings: Settings, book: &[u8]) -> (Self, Vec<Problem>) {
        let book = book::read(book);
        let mut rules = book.rules;
        let mut problems = Vec::new();
        let table = house::compile(book.table, &mut rules, &settings, &mut problems);
        let policy = &settings.policy;
        let own = Own::new(&policy.handles, &policy.domains, &policy.hashtags);
        let stamp = book.stamp;
        let model = category::Model::built_in();
        let detectors = finding::detectors(&rules);
        let mut checker =
            Self { own, history: None, model, table, rules, detectors, stamp, problems: problems.clone(), settings };
        checker.history = checker.settings.plan.as_ref().map(|plan| {
            History::new(plan, |post, text| {
                let reply_to = post.reply_to.clone().map(|text| Other { text, ..Other::default() });
                let report = checker.category(&Draft { reply_to, ..Draft::default() }, text);
                (report.label, checker.is_sourced(&report, text))
            })
        });
        (checker, problems)
    }

    /// Adds problems that were met while the settings were read, so that every report carries them.
    #[must_use]
    pub fn with_problems(mut self, mut problems: Vec<Problem>) -> Self {
        problems.append(&mut self.problems);
        self.problems = problems;
        self
    }

    /// The settings it was made from.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether a rule is off until a house gives it a level; false where there is no such rule.
    #[must_use]
    pub fn is_off_by_default(&self, rule: &str) -> bool {
        self.rules.iter().any(|known| known.off && house::is_rule(known, rule))
    }

    /// Checks a draft. The same draft always gives the same report.
    #[must_use]
    pub fn check(&self, draft: &Draft) -> Report {
        let mut report = Report {
            rules: self.stamp.clone(),
            policy: self.settings.policy.stamp(),
            problems: self.problems.clone(),
            text_hash: draft.hash(),
            ..Report::default()
        };
        let networks = chosen(draft);
        let shown = self.shown(draft, &networks);
        let own = self.own.with_facts(facts(draft, &self.settings.policy));
        let at = self.moment(draft);
        let look = self.history.as_ref().zip(at).map(|(history, at)| Look::new(history, at, &draft.id, &self.settings));
        let mut flags: Vec<Levelled> = Vec::new();
        for (index, part) in shown.iter().enumerate() {
            let matches = self.table.run(&part.text, &own);
            if index == 0 {
                report.language = part.text.language().code();
                report.category = self.score(draft, &part.text, &matches);
            }
            let sourced = draft.category.is_none() && self.is_sourced(&report.category, &part.text);
            let facts = Facts {
                look: look.as_ref(),
                category: draft.category.or(report.category.label),
                sourced: sourced || draft.category == Some(Category::Curated),
                first: index == 0,
            };
            self.flag(draft, part, &matches, facts, &mut flags, &mut report.off);
        }
        report.plan = self.plan(look.as_ref(), &networks);
        report.networks = in_order(&networks, shown);
        self.settle(draft, flags, &mut report);
        report.verdict = self.verdict(&report);
        self.not_checked(draft, &mut report);
        report
    }

    /// What a screen reader says of the draft, a line each: its text, its link, its pictures. With networks, the
    /// text that the first of them shows.
    #[must_use]
    pub fn hear(&self, draft: &Draft) -> Vec<String> {
        let source = draft.networks.first().map_or(draft.text.as_str(), |first| draft.text_for(first));
        let text = parse(source, draft);
        crate::speech::hear(&text, draft, self.settings.lang)
    }

    /// The same as a JSON list of texts.
    #[must_use]
    pub fn hear_json(&self, draft: &Draft) -> String {
        let mut out = Writer::default();
        out.open('[');
        self.hear(draft).iter().for_each(|line| out.text(line));
        out.close(']');
        out.finish()
    }

    /// The texts of the draft with the networks that show them: the base first, when any shows it.
    fn shown(&self, draft: &Draft, networks: &[&'static Network]) -> Vec<Shown> {
        let has_own = |network: &&'static Network| draft.variant(network.id).is_some();
        let (own, base): (Vec<_>, Vec<_>) = networks.iter().copied().partition(has_own);
        let mut shown = Vec::new();
        if !base.is_empty() {
            shown.push(self.read("base", &draft.text, &base, draft));
        }
        for network in own {
            shown.push(self.read(network.id, draft.text_for(network.id), &[network], draft));
        }
        shown
    }

    /// What a network's report depends on beside the text.
    pub(crate) fn asked(&self, network: &Network, draft: &Draft) -> Asked {
        let policy = &self.settings.policy;
        let attached = |is_video: bool| draft.media.iter().flatten().any(|media| (media.kind == "video") == is_video);
        Asked {
            limit: policy.limit(network.id),
            premium: policy.premium.iter().any(|paid| paid == network.id),
            pictures: attached(false),
            videos: attached(true),
            route: policy.route(network.id),
            ..Asked::default()
        }
        .covered(network, draft.sensitive.as_deref())
    }

    /// One text as its networks read it.
    fn read(&self, id: &'static str, source: &str, networks: &[&'static Network], draft: &Draft) -> Shown {
        let text = parse(source, draft);
        let reader = Reader::new(&text);
        let row = |network: &&'static Network| {
            let asked = self.asked(network, draft);
            let mut row = NetworkReport { text: id, ..reader.report(network, &asked) };
            let parts = compose::parts(network, &text, asked);
            by_parts(&mut row, parts);
            row
        };
        let networks = networks.iter().map(row).collect();
        Shown { id, text, networks }
    }

    /// When the draft goes out: as it is scheduled, or now.
    fn moment(&self, draft: &Draft) -> Option<Moment> {
        draft.scheduled_at.as_deref().and_then(Moment::parse).or_else(|| self.now())
    }

    fn now(&self) -> Option<Moment> {
        self.settings.now.as_deref().and_then(Moment::parse)
    }

    fn plan(&self, look: Option<&Look<'_>>, networks: &[&'static Network]) -> Option<PlanReport> {
        let history = self.history.as_ref()?;
        let ids: Vec<&'static str> = networks.iter().map(|network| network.id).collect();
        Some(look.map(|look| look.report(&ids)).unwrap_or_else(|| PlanReport {
            notes: undated(history.undated, self.settings.lang == Lang::Fr).into_iter().collect(),
            ..PlanReport::default()
        }))
    }

    /// What a text of the plan is for.
    fn category(&self, draft: &Draft, text: &Text) -> CategoryReport {
        let matches = self.table.run(text, &self.own);
        self.score(draft, text, &matches)
    }

    fn score(&self, draft: &Draft, text: &Text, matches: &Matches<'_>) -> CategoryReport {
        category::score(&self.model, text, &cues(matches), &self.own, &self.settings, draft)
    }

    /// Whether a text surely comes from another source: it leads to somebody else's page, or is curated without
    /// leading to one of ours.
    fn is_sourced(&self, report: &CategoryReport, text: &Text) -> bool {
        let links = || text.tokens().iter().filter(|t| t.kind == Kind::Link).map(|t| self.own.has_link(text.folded(t)));
        let curated = report.label == Some(Category::Curated);
        let known = !self.settings.policy.domains.is_empty();
        links().any(|ours| !ours) && (curated || known) || curated && report.confident && !links().any(|ours| ours)
    }

    /// What the category's model sees in a draft: for `cargo xtask train`.
    #[doc(hidden)]
    #[must_use]
    pub fn see(&self, draft: &Draft) -> learn::Seen {
        let text = parse(&draft.text, draft);
        let own = self.own.with_facts(facts(draft, &self.settings.policy));
        let matches = self.table.run(&text, &own);
        category::see(&text, &cues(&matches), &self.own, &self.settings, draft)
    }

    fn flag(
        &self,
        draft: &Draft,
        part: &Shown,
        matches: &Matches<'_>,
        facts: Facts<'_>,
        flags: &mut Vec<Levelled>,
        off: &mut Vec<Off>,
    ) {
        let scene = Scene {
            rules: &self.rules,
            settings: &self.settings,
            draft,
            text: &part.text,
            text_id: part.id,
            networks: &part.networks,
            table: &self.table,
        };
        let urls = url::find(&part.text);
        let context = Context {
            text: &part.text,
            text_id: part.id,
            networks: &part.networks,
            draft,
            settings: &self.settings,
            own: &self.own,
            table: &self.table,
            facts,
            at: self.moment(draft),
            now: self.now(),
            args: "",
            urls: &urls,
            dates: &Dates::default(),
        };
        let found = finding::from_patterns(&part.text, matches, &part.networks, self.rules.len());
        let mut found = finding::weighed(&context, &self.rules, found);
        found.extend(finding::from_detectors(&context, &self.detectors));
        found.extend(finding::from_attached(&context, &self.detectors));
        let found = self.allowed(part, matches, found, off);
        let made = flag::make(&scene, found);
        flags.extend(made.flags);
        off.extend(made.off);
    }

    /// Takes out what the house allows, and says so.
    fn allowed(&self, part: &Shown, matches: &Matches<'_>, found: Vec<Found>, off: &mut Vec<Off>) -> Vec<Found> {
        let allows = &self.settings.policy.allow;
        if allows.is_empty() {
            return found;
        }
        let hits: Vec<_> = matches.hits(None).into_iter().filter(|h| h.owner >= FIRST_ALLOW).collect();
        let mut kept = Vec::with_capacity(found.len());
        for (index, finding) in found {
            let rule = &self.rules[index as usize];
            let exempt = hits.iter().find_map(|hit| {
                let allow = &allows[(hit.owner - FIRST_ALLOW) as usize];
                let place = bytes(&part.text, hit.start, hit.end);
                let here = || finding.spans.iter().any(|span| overlap(*span, place));
                let holds = house::is_rule(rule, &allow.rule) && !self.is_over(&allow.until) && here();
                holds.then_some(allow)
            });
            match exempt {
                Some(allow) => off.push(Off { rule: rule.id.clone(), by: allow.why.clone() }),
                None => kept.push((index, finding)),
            }
        }
        kept
    }

    /// Sorts the flags, and puts aside those the writer dismissed or answered.
    fn settle(&self, draft: &Draft, mut flags: Vec<Levelled>, report: &mut Report) {
        order::sort_by(&mut flags, &|(a, _), (b, _)| rank(a) < rank(b));
        order::sort_by(&mut report.off, &|a, b| (&a.rule, &a.by) < (&b.rule, &b.by));
        report.off.dedup();
        for (mut flag, levels) in flags {
            flag.settle = self.settle_of(&flag.rule).cloned();
            let holds = |d: &&Dismissal| {
                d.id == flag.id
                    && !self.is_over(&d.until)
                    && (d.text_hash.is_empty() || d.text_hash == report.text_hash)
                    && flag.settle.as_ref().is_none_or(|settle| settle.allows(d))
            };
            let said = |list: &[Dismissal]| list.iter().find(holds).cloned();
            let answer = if flag.ask.is_some() {
                said(&draft.answers).or_else(|| self.house_answer(&flag, draft))
            } else {
                None
            };
            let answer = answer.filter(|a| flag.rule != TRENDING || self.is_fresh(a));
            let answered = answer.is_some();
            match answer.or_else(|| said(&draft.dismissed)) {
                Some(d) => {
                    let Dismissal { reason, by, at, until, role, second, .. } = d;
                    report.dismissed.push(Dismissed { flag, reason, answered, by, at, until, role, second });
                }
                None => {
                    judge(&mut report.networks, &levels);
                    report.flags.push(flag);
                }
            }
        }
    }

    /// Who may set aside the flags of a rule; `None` where everybody may.
    fn settle_of(&self, id: &str) -> Option<&Settle> {
        let policy = &self.settings.policy;
        if policy.settles.is_empty() {
            return None;
        }
        let aliases = self.rules.iter().find(|rule| rule.id == id).into_iter().flat_map(|rule| &rule.aliases);
        let names = [Some(id), id.strip_prefix("house/")].into_iter().flatten();
        policy.settle(names.chain(aliases.map(String::as_str)))
    }

    /// The house's own answer to the question about a hashtag: one serves every draft until it expires.
    fn house_answer(&self, flag: &Flag, draft: &Draft) -> Option<Dismissal> {
        if flag.rule != TRENDING {
            return None;
        }
        let source = draft.text_for(flag.text);
        let span = flag.spans.first()?;
        let units: Vec<u16> =
            source.encode_utf16().skip(span.start as usize).take((span.end - span.start) as usize).collect();
        let tag = tag_of(&String::from_utf16_lossy(&units));
        let holds = |a: &&Dismissal| tag_of(&a.id) == tag && !self.is_over(&a.until) && self.is_fresh(a);
        self.settings.answers.iter().find(holds).cloned()
    }

    /// Whether an answer about a hashtag is younger than the policy wants it; one without its hour is not, where the
    /// policy says hours.
    fn is_fresh(&self, answer: &Dismissal) -> bool {
        const DAY: u32 = 24;
        let hours = self.settings.policy.hashtag_hours;
        match (Moment::parse(&answer.at), self.now()) {
            (Some(at), Some(now)) => now.minute - at.minute <= i64::from(hours.unwrap_or(DAY)) * 60,
            (None, Some(_)) => hours.is_none(),
            (_, None) => true,
        }
    }

    /// Whether a day or moment has passed, as far as the host tells the time. A day counts to its end.
    fn is_over(&self, until: &str) -> bool {
        let Some(now) = &self.settings.now else { return false };
        let len = until.len().min(now.len());
        !until.is_empty() && now.is_char_boundary(len) && until.is_char_boundary(len) && now[..len] > until[..len]
    }

    /// The whole is as bad as its worst network.
    fn verdict(&self, report: &Report) -> Verdict {
        let worst = report.networks.iter().map(|n| n.verdict).max().unwrap_or_default();
        let unsure = self.settings.pending || self.settings.policy_failed;
        if unsure { worst.max(Verdict::Pending) } else { worst }
    }

    fn not_checked(&self, draft: &Draft, report: &mut Report) {
        for rule in &self.rules {
            let Some(need) = rule.needs.as_deref().and_then(|n| self.missing(n, draft)) else { continue };
            let spoke = report.flags.iter().chain(report.dismissed.iter().map(|d| &d.flag)).any(|f| f.rule == rule.id);
            if !spoke {
                report.not_checked.push(NotChecked { rule: rule.id.clone(), needs: need });
            }
        }
    }

    /// The fact that is missing, when it is.
    fn missing(&self, need: &str, draft: &Draft) -> Option<&'static str> {
        match need {
            "media" if draft.media.is_none() => Some("media"),
            "paid" if draft.paid.is_none() => Some("paid"),
            "ai" if draft.ai_generated.is_none() => Some("ai"),
            "author" if draft.author.as_ref().is_none_or(|a| a.kind.is_empty()) => Some("author"),
            "trending" if self.settings.trending.is_none() => Some("trending"),
            "schedule" if draft.scheduled_at.is_none() => Some("schedule"),
            "plan" if self.settings.plan.is_none() => Some("plan"),
            "plan" | "now" if self.moment(draft).is_none() => Some("now"),
            "brand" if self.settings.policy.brand.is_empty() => Some("brand"),
            "domains" if self.settings.policy.domains.is_empty() => Some("domains"),
            _ => self.settings.policy.editorial.missing(need, draft),
        }
    }
}

/// What the host says of the draft, as patterns ask for it.
fn facts(draft: &Draft, policy: &Policy) -> Vec<Class> {
    let author = match draft.author.as_ref().map_or("", |a| &a.kind) {
        "brand" => Some(Class::ByBrand),
        "employee" => Some(Class::ByEmployee),
        "agency" => Some(Class::ByAgency),
        "influencer" => Some(Class::ByInfluencer),
        "employer" => Some(Class::ByEmployer),
        _ => None,
    };
    let paid = (draft.paid == Some(true)).then_some(Class::Paid);
    let by_ai = (draft.ai_generated == Some(true)).then_some(Class::ByAi);
    let retouched = draft.media.iter().flatten().any(|m| m.retouched).then_some(Class::Retouched);
    let reply = draft.reply_to.is_some().then_some(Class::Reply);
    let food = sells_food(&policy.sector).then_some(Class::SellsFood);
    let audience = if draft.audience.is_empty() { &policy.countries } else { &draft.audience };
    let france = audience.iter().any(|c| c.eq_ignore_ascii_case("FR")).then_some(Class::ForFrance);
    [author, paid, by_ai, retouched, reply, food, france].into_iter().flatten().collect()
}

/// Whether a sector, as the house names it in either language, is one of food or drink.
fn sells_food(sector: &str) -> bool {
    const PARTS: [&str; 14] = [
        "food",
        "drink",
        "beverage",
        "grocer",
        "snack",
        "confection",
        "soda",
        "aliment",
        "boisson",
        "agro",
        "restaura",
        "restaurant",
        "epicerie",
        "confiserie",
    ];
    let sector = fold::fold(sector);
    PARTS.iter().any(|part| sector.contains(part))
}

/// A text that the writer cut into a thread fits when each post does.
fn by_parts(row: &mut NetworkReport, parts: Vec<PartReport>) {
    let Some(fullest) = parts.iter().map(|p| p.count).max() else { return };
    row.count = fullest;
    row.fits = parts.iter().all(|p| p.fits);
    row.overflow_at = parts.iter().find_map(|p| p.overflow_at);
    (row.api, row.bytes) = (None, None);
    if let Some(route) = &mut row.route {
        route.count = fullest;
        route.fits = fullest <= route.limit && route.cut_at.is_none();
    }
    row.parts = parts;
}

fn parse(source: &str, draft: &Draft) -> Text {
    let text = Text::parse(source);
    match draft.text_lang.as_deref().map(Language::from_code) {
        None | Some(Language::Unknown) => text,
        Some(language) => text.in_language(language),
    }
}

/// Worst first, then by place in the text; the id settles the rest.
fn rank(flag: &Flag) -> (Reverse<Severity>, u32, &str) {
    (Reverse(flag.severity), flag.spans.first().map_or(u32::MAX, |s| s.start), &flag.id)
}

/// The networks of the draft, known ones only; the usual ones when it names none.
fn chosen(draft: &Draft) -> Vec<&'static Network> {
    let mut networks: Vec<&'static Network> = Vec::new();
    for network in draft.networks.iter().filter_map(|id| network::by_id(id)) {
        if !networks.iter().any(|n| n.id == network.id) {
            networks.push(network);
        }
    }
    if networks.is_empty() { network::ALL[..network::USUAL].to_vec() } else { networks }
}

fn in_order(networks: &[&'static Network], shown: Vec<Shown>) -> Vec<NetworkReport> {
    let mut rows: Vec<NetworkReport> = shown.into_iter().flat_map(|s| s.networks).collect();
    let place = |row: &NetworkReport| networks.iter().position(|n| n.id == row.network);
    order::sort_by(&mut rows, &|a, b| place(a) < place(b));
    rows
}

/// A flag is as bad on a network as the house says it is there.
fn judge(networks: &mut [NetworkReport], levels: &[(&'static str, Severity)]) {
    for network in networks {
        for (_, severity) in levels.iter().filter(|(id, _)| *id == network.network) {
            network.verdict = network.verdict.max(verdict(*severity));
        }
    }
}

fn verdict(severity: Severity) -> Verdict {
    match severity {
        Severity::Stop => Verdict::Stop,
        Severity::Review => Verdict::Review,
        Severity::Advise => Verdict::Ready,
    }
}

/// The category's cues among what was found.
fn cues(matches: &Matches<'_>) -> Vec<CueMatch> {
    let hits = matches.hits(None);
    let cues = hits.iter().filter(|h| (FIRST_CUE..FIRST_ALLOW).contains(&h.owner));
    cues.map(|h| CueMatch { cue: h.owner - FIRST_CUE, start: h.start, end: h.end }).collect()
}
