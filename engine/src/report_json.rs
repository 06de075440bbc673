//! Writes a report as JSON: the order of keys and the form of every number are fixed, so that equal
//! reports are equal bytes. `docs/report.md` describes every key.

use crate::json::Writer;
use crate::{
    Category, CategoryReport, Dismissed, Evidence, Fix, Flag, MixReport, NetworkEntity, NetworkReport, NotChecked, Off,
    PartReport, PlanReport, Problem, Report, RouteReport, Source, Span, Stamp,
};

/// The shape of the report. A key that goes or changes its meaning raises it; a new key does not.
const SCHEMA: i64 = 1;

impl Report {
    /// The report as JSON text, as `docs/report.md` describes it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Writer::default();
        out.open('{');
        out.key("schema");
        out.integer(SCHEMA);
        text(&mut out, "verdict", self.verdict.as_str());
        text(&mut out, "language", self.language);
        list(&mut out, "networks", &self.networks, network);
        category(&mut out, &self.category);
        list(&mut out, "flags", &self.flags, flag);
        list(&mut out, "dismissed", &self.dismissed, dismissed);
        list(&mut out, "off", &self.off, off);
        list(&mut out, "notChecked", &self.not_checked, not_checked);
        out.key("plan");
        match &self.plan {
            Some(report) => plan(&mut out, report),
            None => out.null(),
        }
        list(&mut out, "problems", &self.problems, problem);
        text(&mut out, "textHash", &self.text_hash);
        text(&mut out, "engine", env!("CARGO_PKG_VERSION"));
        out.key("rules");
        rules(&mut out, &self.rules);
        out.key("policy");
        match &self.policy {
            Some(stamp) => policy(&mut out, stamp),
            None => out.null(),
        }
        out.close('}');
        out.finish()
    }
}

/// Problems as a JSON list, in the shape that a report has them.
#[must_use]
pub fn problems_json(problems: &[Problem]) -> String {
    let mut out = Writer::default();
    items(&mut out, problems, problem);
    out.finish()
}

fn network(out: &mut Writer, network: &NetworkReport) {
    out.open('{');
    text(out, "network", network.network);
    text(out, "verdict", network.verdict.as_str());
    text(out, "text", network.text);
    number(out, "count", network.count);
    number(out, "limit", network.limit);
    out.key("remaining");
    out.integer(network.remaining());
    text(out, "unit", network.unit);
    if network.approximate {
        truth(out, "approximate", true);
    }
    truth(out, "fits", network.fits);
    number_or_null(out, "foldAt", network.fold_at);
    if network.fold_desk != network.fold_at {
        number_or_null(out, "foldDesk", network.fold_desk);
    }
    if network.fold_approximate {
        truth(out, "foldApproximate", true);
    }
    number_or_null(out, "overflowAt", network.overflow_at);
    if let Some(api) = network.api {
        out.key("api");
        out.open('{');
        number(out, "count", api.count);
        truth(out, "fits", api.fits);
        out.close('}');
    }
    if let Some(bytes) = network.bytes {
        out.key("bytes");
        out.open('{');
        number(out, "count", bytes.count);
        number(out, "limit", bytes.limit);
        out.close('}');
    }
    if let Some(passage) = network.route {
        route(out, &passage);
    }
    list(out, "entities", &network.entities, entity);
    if !network.parts.is_empty() {
        list(out, "parts", &network.parts, part);
    }
    out.close('}');
}

fn part(out: &mut Writer, part: &PartReport) {
    out.open('{');
    number(out, "start", part.start);
    number(out, "end", part.end);
    number(out, "count", part.count);
    truth(out, "fits", part.fits);
    number_or_null(out, "overflowAt", part.overflow_at);
    out.close('}');
}

fn route(out: &mut Writer, route: &RouteReport) {
    out.key("route");
    out.open('{');
    text(out, "id", route.id);
    text(out, "name", route.name);
    number(out, "count", route.count);
    number(out, "limit", route.limit);
    truth(out, "fits", route.fits);
    if route.cut_at.is_some() {
        number_or_null(out, "cutAt", route.cut_at);
    }
    out.close('}');
}

fn entity(out: &mut Writer, entity: &NetworkEntity) {
    out.open('{');
    text(out, "kind", entity.kind);
    number(out, "start", entity.start);
    number(out, "end", entity.end);
    text(out, "text", &entity.text);
    if let Some(shown) = &entity.shown {
        text(out, "shown", shown);
    }
    out.close('}');
}

fn category(out: &mut Writer, category: &CategoryReport) {
    out.key("category");
    out.open('{');
    text_or_null(out, "label", category.label.map(Category::as_str));
    out.key("scores");
    out.open('{');
    for (kind, score) in Category::ALL.into_iter().zip(category.scores) {
        out.key(kind.as_str());
        out.decimal(u64::from(score), 4);
    }
    out.close('}');
    truth(out, "confident", category.confident);
    list(out, "evidence", &category.evidence, evidence);
    list(out, "hints", &category.hints, |out, hint| out.text(hint.as_str()));
    out.close('}');
}

fn evidence(out: &mut Writer, evidence: &Evidence) {
    out.open('{');
    number(out, "start", evidence.start);
    number(out, "end", evidence.end);
    text(out, "category", evidence.category.as_str());
    out.key("weight");
    out.decimal(u64::from(evidence.weight), 2);
    out.close('}');
}

fn flag(out: &mut Writer, flag: &Flag) {
    out.open('{');
    flag_keys(out, flag);
    out.close('}');
}

fn flag_keys(out: &mut Writer, flag: &Flag) {
    text(out, "id", &flag.id);
    text(out, "rule", &flag.rule);
    text(out, "severity", flag.severity.as_str());
    text(out, "text", flag.text);
    list(out, "spans", &flag.spans, span);
    list(out, "networks", &flag.networks, |out, id| out.text(id));
    text(out, "title", &flag.title);
    text(out, "why", &flag.why);
    text(out, "advice", &flag.advice);
    text_or_null(out, "ask", flag.ask.as_deref());
    list(out, "sources", &flag.sources, source);
    list(out, "fixes", &flag.fixes, fix);
    if let Some(settle) = &flag.settle {
        out.key("settle");
        out.open('{');
        list(out, "by", &settle.by, |out, role| out.text(role));
        truth(out, "second", settle.second);
        out.close('}');
    }
}

fn span(out: &mut Writer, span: &Span) {
    out.open('{');
    number(out, "start", span.start);
    number(out, "end", span.end);
    out.close('}');
}

fn source(out: &mut Writer, source: &Source) {
    out.open('{');
    text(out, "url", &source.url);
    text(out, "title", &source.title);
    text(out, "date", &source.date);
    out.close('}');
}

fn fix(out: &mut Writer, fix: &Fix) {
    out.open('{');
    text(out, "label", &fix.label);
    list(out, "edits", &fix.edits, |out, edit| {
        out.open('{');
        number(out, "start", edit.start);
        number(out, "end", edit.end);
        text(out, "replacement", &edit.replacement);
        out.close('}');
    });
    out.close('}');
}

fn dismissed(out: &mut Writer, dismissed: &Dismissed) {
    out.open('{');
    out.key("flag");
    flag(out, &dismissed.flag);
    text(out, "reason", &dismissed.reason);
    truth(out, "answered", dismissed.answered);
    text(out, "by", &dismissed.by);
    text(out, "at", &dismissed.at);
    for (key, said) in [("until", &dismissed.until), ("role", &dismissed.role), ("second", &dismissed.second)] {
        if !said.is_empty() {
            text(out, key, said);
        }
    }
    out.close('}');
}

fn off(out: &mut Writer, off: &Off) {
    out.open('{');
    text(out, "rule", &off.rule);
    text(out, "by", &off.by);
    out.close('}');
}

fn not_checked(out: &mut Writer, not_checked: &NotChecked) {
    out.open('{');
    text(out, "rule", &not_checked.rule);
    text(out, "needs", not_checked.needs);
    out.close('}');
}

fn plan(out: &mut Writer, plan: &PlanReport) {
    out.open('{');
    out.key("mix");
    match &plan.mix {
        Some(report) => mix(out, report),
        None => out.null(),
    }
    out.key("frequency");
    out.open('{');
    for row in &plan.frequency {
        out.key(row.network);
        out.open('{');
        number(out, "day", row.day);
        number(out, "limit", row.limit);
        number_or_null(out, "gap", row.gap);
        out.close('}');
    }
    out.close('}');
    list(out, "notes", &plan.notes, |out, note| out.text(note));
    out.close('}');
}

fn mix(out: &mut Writer, mix: &MixReport) {
    out.open('{');
    number(out, "days", mix.days);
    for (key, numbers) in [("posts", mix.posts), ("target", mix.target)] {
        out.key(key);
        out.open('{');
        for (category, count) in Category::ALL.into_iter().zip(numbers) {
            number(out, category.as_str(), count);
        }
        out.close('}');
    }
    out.close('}');
}

fn problem(out: &mut Writer, problem: &Problem) {
    out.open('{');
    text(out, "at", &problem.at);
    number(out, "line", problem.line);
    number(out, "column", problem.column);
    text(out, "message", &problem.message);
    out.close('}');
}

fn rules(out: &mut Writer, stamp: &Stamp) {
    out.open('{');
    text(out, "version", &stamp.version);
    text(out, "digest", &stamp.digest);
    text(out, "date", &stamp.date);
    out.close('}');
}

fn policy(out: &mut Writer, stamp: &Stamp) {
    out.open('{');
    text(out, "version", &stamp.version);
    text(out, "digest", &stamp.digest);
    out.close('}');
}

fn list<T>(out: &mut Writer, key: &'static str, list: &[T], write: impl Fn(&mut Writer, &T)) {
    out.key(key);
    items(out, list, write);
}

fn items<T>(out: &mut Writer, list: &[T], write: impl Fn(&mut Writer, &T)) {
    out.open('[');
    for item in list {
        write(out, item);
    }
    out.close(']');
}

fn text(out: &mut Writer, key: &'static str, value: &str) {
    out.key(key);
    out.text(value);
}

fn text_or_null(out: &mut Writer, key: &'static str, value: Option<&str>) {
    out.key(key);
    match value {
        Some(value) => out.text(value),
        None => out.null(),
    }
}

fn number(out: &mut Writer, key: &'static str, value: u32) {
    out.key(key);
    out.integer(i64::from(value));
}

fn number_or_null(out: &mut Writer, key: &'static str, value: Option<u32>) {
    out.key(key);
    match value {
        Some(value) => out.integer(i64::from(value)),
        None => out.null(),
    }
}

fn truth(out: &mut Writer, key: &'static str, value: bool) {
    out.key(key);
    out.bool(value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Kind, Value, read};
    use crate::{ApiCount, Edit, Hint, Severity, Verdict};

    fn flag() -> Flag {
        Flag {
            id: "tragedy-hashtag:aurora".into(),
            rule: "tragedy-hashtag".into(),
            severity: Severity::Stop,
            text: "base",
            spans: vec![Span { start: 0, end: 7 }, Span { start: 20, end: 27 }],
            networks: vec!["x", "bluesky"],
            title: "“#Aurora” is tied to a tragedy".into(),
            why: "W".into(),
            advice: "A".into(),
            ask: Some("What is \"#Aurora\" about?".into()),
            sources: vec![Source { url: "https://a.b".into(), title: "T".into(), date: "2026-11-24".into() }],
            fixes: vec![Fix {
                label: "Remove".into(),
                edits: vec![Edit { start: 0, end: 8, replacement: String::new() }],
            }],
            settle: None,
        }
    }

    fn network() -> NetworkReport {
        NetworkReport {
            network: "bluesky",
            verdict: Verdict::Stop,
            text: "base",
            count: 310,
            limit: 300,
            unit: "graphemes",
            fits: false,
            overflow_at: Some(300),
            ..NetworkReport::default()
        }
    }

    /// A network with something in every place.
    fn about() -> NetworkReport {
        let entity =
            NetworkEntity { kind: "link", start: 1, end: 9, text: "https://a".into(), shown: Some("a".into()) };
        let api = Some(ApiCount { count: 320, fits: false });
        NetworkReport {
            approximate: true,
            fold_at: Some(210),
            fold_desk: Some(210),
            fold_approximate: true,
            overflow_at: None,
            api,
            entities: vec![entity],
            ..network()
        }
    }

    #[test]
    fn an_empty_report_has_every_key_in_its_order() {
        assert_eq!(
            Report::default().to_json(),
            concat!(
                r#"{"schema":1,"verdict":"ready","language":"","networks":[],"#,
                r#""category":{"label":null,"scores":{"promotional":0,"curated":0,"engagement":0},"confident":false,"evidence":[],"hints":[]},"#,
                r#""flags":[],"dismissed":[],"off":[],"notChecked":[],"plan":null,"problems":[],"textHash":"","engine":""#,
                env!("CARGO_PKG_VERSION"),
                r#"","rules":{"version":"","digest":"","date":""},"policy":null}"#
            )
        );
    }

    #[test]
    fn a_network_says_about_only_where_it_is_about() {
        let mut out = Writer::default();
        super::network(&mut out, &network());
        assert_eq!(
            out.finish(),
            concat!(
                r#"{"network":"bluesky","verdict":"stop","text":"base","count":310,"limit":300,"remaining":-10,"#,
                r#""unit":"graphemes","fits":false,"foldAt":null,"overflowAt":300,"entities":[]}"#
            )
        );
        let mut out = Writer::default();
        super::network(&mut out, &about());
        assert_eq!(
            out.finish(),
            concat!(
                r#"{"network":"bluesky","verdict":"stop","text":"base","count":310,"limit":300,"remaining":-10,"#,
                r#""unit":"graphemes","approximate":true,"fits":false,"foldAt":210,"foldApproximate":true,"overflowAt":null,"#,
                r#""api":{"count":320,"fits":false},"#,
                r#""entities":[{"kind":"link","start":1,"end":9,"text":"https://a","shown":"a"}]}"#
            )
        );
    }

    /// A report with something in every place.
    fn full() -> Report {
        let evidence = Evidence { start: 0, end: 8, category: Category::Promotional, weight: 140 };
        Report {
            verdict: Verdict::Pending,
            language: "en",
            category: CategoryReport {
                label: Some(Category::Promotional),
                scores: [8612, 500, 888],
                confident: true,
                evidence: vec![evidence],
                hints: vec![Hint::Ask],
            },
            flags: vec![flag()],
            dismissed: vec![Dismissed {
                flag: Flag { ask: None, sources: vec![], fixes: vec![], spans: vec![], networks: vec![], ..flag() },
                reason: "ours".into(),
                answered: true,
                by: "me".into(),
                at: "2026-11-24".into(),
                until: String::new(),
                role: String::new(),
                second: String::new(),
            }],
            off: vec![Off { rule: "shouting-caps".into(), by: "level".into() }],
            not_checked: vec![NotChecked { rule: "alt-text-missing".into(), needs: "media" }],
            problems: vec![Problem { at: "policy.levels".into(), line: 3, column: 2, message: "M".into() }],
            networks: vec![about()],
            plan: Some(crate::PlanReport {
                mix: Some(MixReport { days: 30, posts: [8, 0, 2], target: [34, 33, 33] }),
                frequency: vec![crate::FrequencyReport { network: "x", day: 2, limit: 5, gap: Some(45) }],
                notes: vec!["1 post has no date and is left out".into()],
            }),
            policy: Some(Stamp { version: "7".into(), digest: "d".into(), date: String::new() }),
            ..Report::default()
        }
    }

    #[test]
    fn a_full_report_is_written_whole() {
        let json = full().to_json();
        let parts = [
            r#""verdict":"pending","language":"en","#,
            r#""category":{"label":"promotional","scores":{"promotional":0.8612,"curated":0.05,"engagement":0.0888},"confident":true,"evidence":[{"start":0,"end":8,"category":"promotional","weight":1.4}],"hints":["ask"]}"#,
            concat!(
                r##""flags":[{"id":"tragedy-hashtag:aurora","rule":"tragedy-hashtag","severity":"stop","text":"base","##,
                r##""spans":[{"start":0,"end":7},{"start":20,"end":27}],"networks":["x","bluesky"],"##,
                r##""title":"“#Aurora” is tied to a tragedy","why":"W","advice":"A","ask":"What is \"#Aurora\" about?","##,
                r##""sources":[{"url":"https://a.b","title":"T","date":"2026-11-24"}],"##,
                r##""fixes":[{"label":"Remove","edits":[{"start":0,"end":8,"replacement":""}]}]}]"##
            ),
            r#""ask":null,"sources":[],"fixes":[]},"reason":"ours","answered":true,"by":"me","at":"2026-11-24"}],"off":[{"rule":"shouting-caps","by":"level"}],"notChecked":[{"rule":"alt-text-missing","needs":"media"}],"#,
            concat!(
                r#""plan":{"mix":{"days":30,"posts":{"promotional":8,"curated":0,"engagement":2},"#,
                r#""target":{"promotional":34,"curated":33,"engagement":33}},"#,
                r#""frequency":{"x":{"day":2,"limit":5,"gap":45}},"notes":["1 post has no date and is left out"]},"#,
                r#""problems":[{"at":"policy.levels","line":3,"column":2,"message":"M"}]"#
            ),
            r#""policy":{"version":"7","digest":"d"}}"#,
        ];
        for part in parts {
            assert!(json.contains(part), "{part}\nis not in\n{json}");
        }
        assert!(read(&json).is_ok());
    }

    #[test]
    fn problems_alone_are_a_list() {
        assert_eq!(problems_json(&[]), "[]");
        let problem = Problem { at: "for".into(), line: 0, column: 0, message: "\"body\" is not there yet".into() };
        assert_eq!(
            problems_json(&[problem]),
            r#"[{"at":"for","line":0,"column":0,"message":"\"body\" is not there yet"}]"#
        );
    }

    /// The keys of a tree as paths, each once, in the order met.
    fn keys(value: &Value, path: &str, paths: &mut Vec<String>) {
        match &value.kind {
            Kind::List(items) => items.iter().for_each(|item| keys(item, &format!("{path}[]"), paths)),
            Kind::Object(members) => {
                for member in members {
                    let path = format!("{path}.{}", member.key);
                    if !paths.contains(&path) {
                        paths.push(path.clone());
                    }
                    keys(&member.value, &path, paths);
                }
            }
            _ => {}
        }
    }

    fn keys_of(json: &str) -> Vec<String> {
        let mut paths = Vec::new();
        keys(&read(json).expect("it is JSON"), "", &mut paths);
        paths
    }

    #[test]
    fn the_page_shows_a_report_as_it_is_written_and_explains_every_key() {
        let page = include_str!("../../docs/report.md");
        let example = page.split("```").nth(1).and_then(|block| block.strip_prefix("json")).expect("an example");
        let (shown, written) = (keys_of(example), keys_of(&full().to_json()));
        let top = |paths: &[String]| -> Vec<String> {
            paths.iter().filter(|path| path.matches('.').count() == 1).cloned().collect()
        };
        assert_eq!(top(&shown), top(&written));
        let mut rest = written.iter();
        for path in &shown {
            assert!(rest.any(|other| other == path), "{path} is not written, or not there");
        }
        for key in written.iter().filter_map(|path| path.rsplit('.').next()) {
            assert!(page.contains(&format!("`{key}`")) || page.contains(&format!("\"{key}\"")), "{key}");
        }
    }
}
