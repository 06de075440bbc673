//! Reads a policy out of JSON, key by key.

use super::{Allow, Group, HouseRule, HouseWords, Level, ListChange, Placed, Policy};
use crate::json::{Kind, Member, Path, Reading, Value, Writer};
use crate::{Intent, NETWORKS, Severity, Source};

/// The keys of a policy.
const KEYS: [&str; 13] = [
    "version",
    "brand",
    "handles",
    "domains",
    "hashtags",
    "countries",
    "sector",
    "levels",
    "rules",
    "lists",
    "allow",
    "limits",
    "$schema",
];

/// The six facts that a host may give where there is no policy, or a policy that leaves them out.
const FACTS: [&str; 6] = ["brand", "handles", "domains", "hashtags", "countries", "sector"];

const LEVELS: [&str; 4] = ["off", "stop", "review", "advise"];
const SEVERITIES: [&str; 3] = ["stop", "review", "advise"];

impl Policy {
    /// Reads the facts of the house, without a policy.
    pub(crate) fn read_facts(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for Member { key, at, value } in reading.members(path, value) {
            let path = Path::Key(path, &key);
            if !self.read_fact(reading, &path, &key, value) {
                reading.unknown_key(&path, at, &key, &FACTS);
            }
        }
    }

    /// Reads a policy over the facts: a key that is there replaces the fact of that name.
    pub(crate) fn read_policy(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        self.digest = digest(&value);
        for Member { key, at, value } in reading.members(path, value) {
            let path = Path::Key(path, &key);
            match key.as_str() {
                "version" => self.version = version(reading, &path, value),
                "levels" => self.read_levels(reading, &path, value),
                "rules" => self.read_rules(reading, &path, value),
                "lists" => self.read_lists(reading, &path, value),
                "allow" => self.read_allow(reading, &path, value),
                "limits" => self.read_limits(reading, &path, value),
                "$schema" => {}
                _ if matches!(value.kind, Kind::Null) && FACTS.contains(&key.as_str()) => {}
                _ => {
                    if !self.read_fact(reading, &path, &key, value) {
                        reading.unknown_key(&path, at, &key, &KEYS);
                    }
                }
            }
        }
    }

    /// Reads one fact; false when the key is none.
    fn read_fact(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, key: &str, value: Value) -> bool {
        match key {
            "brand" => self.read_brand(reading, path, value),
            "handles" => self.handles = reading.words(path, value),
            "domains" => self.domains = reading.words(path, value),
            "hashtags" => self.hashtags = reading.words(path, value),
            "countries" => self.countries = countries(reading, path, value),
            "sector" => self.sector = reading.text(path, value).unwrap_or_default().trim().to_owned(),
            _ => return false,
        }
        true
    }

    /// A name, or `{"name", "aliases"}`.
    fn read_brand(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        let mut name = None;
        let mut aliases = Vec::new();
        if matches!(value.kind, Kind::Object(_)) {
            for Member { key, at, value } in reading.members(path, value) {
                let path = Path::Key(path, &key);
                match key.as_str() {
                    "name" => name = reading.text(&path, value),
                    "aliases" => aliases = reading.texts(&path, value),
                    _ => reading.unknown_key(&path, at, &key, &["name", "aliases"]),
                }
            }
        } else {
            name = reading.text(path, value);
        }
        self.brand = name.unwrap_or_default().trim().to_owned();
        self.aliases = aliases;
    }

    fn read_levels(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for Member { key: rule, value, .. } in reading.members(path, value) {
            let path = Path::Key(path, &rule);
            if !matches!(value.kind, Kind::Object(_)) {
                self.read_level(reading, &path, &rule, None, None, &value);
                continue;
            }
            for Member { key, at, value } in reading.members(&path, value) {
                let path = Path::Key(&path, &key);
                let (network, intent) = match key.as_str() {
                    "default" => (None, None),
                    "save" => (None, Some(Intent::Save)),
                    "publish" => (None, Some(Intent::Publish)),
                    id if NETWORKS.contains(&id) => (Some(id), None),
                    _ => {
                        let mut known = vec!["default", "save", "publish"];
                        known.extend(NETWORKS);
                        reading.unknown_key(&path, at, &key, &known);
                        continue;
                    }
                };
                self.read_level(reading, &path, &rule, network, intent, &value);
            }
        }
    }

    fn read_level(
        &mut self,
        reading: &mut Reading<'_>,
        path: &Path<'_>,
        rule: &str,
        network: Option<&str>,
        intent: Option<Intent>,
        value: &Value,
    ) {
        let Some(word) = reading.one_of(path, value, "level", &LEVELS) else { return };
        self.levels.push(Level {
            rule: rule.to_owned(),
            network: network.map(str::to_owned),
            intent,
            level: Severity::parse(word),
            place: reading.place(path, value.at),
        });
    }

    fn read_rules(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for (index, item) in reading.items(path, value).into_iter().enumerate() {
            let rule = read_rule(reading, &Path::Item(path, index), index, item);
            let twice = self.rules.iter().any(|earlier| earlier.id == rule.id);
            if twice {
                reading.problems.push(rule.place.problem(format!("there are two rules \"{}\"", rule.id)));
            }
            self.rules.push(rule);
        }
    }

    fn read_lists(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for Member { key: name, at, value } in reading.members(path, value) {
            let path = Path::Key(path, &name);
            let place = reading.place(&path, at);
            let mut list = ListChange { place, ..ListChange::default() };
            if matches!(value.kind, Kind::List(_)) {
                list.whole = true;
                list.add = reading.texts(&path, value);
            } else {
                for Member { key, at, value } in reading.members(&path, value) {
                    let path = Path::Key(&path, &key);
                    match key.as_str() {
                        "add" => list.add = reading.texts(&path, value),
                        "drop" => list.drop = reading.texts(&path, value),
                        _ => reading.unknown_key(&path, at, &key, &["add", "drop"]),
                    }
                }
            }
            list.name = name;
            self.lists.push(list);
        }
    }

    fn read_allow(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for (index, item) in reading.items(path, value).into_iter().enumerate() {
            let path = Path::Item(path, index);
            let at = item.at;
            let mut allow = Allow { place: reading.place(&path, at), ..Allow::default() };
            for Member { key, at, value } in reading.members(&path, item) {
                let path = Path::Key(&path, &key);
                match key.as_str() {
                    "rule" => allow.rule = reading.text(&path, value).unwrap_or_default(),
                    "patterns" => allow.patterns = patterns(reading, &path, value).unwrap_or_default(),
                    "why" => allow.why = reading.text(&path, value).unwrap_or_default(),
                    "until" => allow.until = reading.text(&path, value).unwrap_or_default(),
                    _ => reading.unknown_key(&path, at, &key, &["rule", "patterns", "why", "until"]),
                }
            }
            if allow.rule.is_empty() || allow.patterns.text.is_empty() {
                reading.problem(&path, at, "an exemption needs a rule and patterns; it is left out".into());
            } else {
                self.allow.push(allow);
            }
        }
    }

    fn read_limits(&mut self, reading: &mut Reading<'_>, path: &Path<'_>, value: Value) {
        for Member { key, at, value } in reading.members(path, value) {
            let path = Path::Key(path, &key);
            if reading.known(&path, at, &key, "network", &NETWORKS).is_some()
                && let Some(most) = reading.whole(&path, &value)
            {
                self.limits.push((key, most));
            }
        }
    }
}

/// Reads one rule. What it lacks is a problem, and is filled in: a rule that a person wrote to stop
/// something must not vanish over a typing slip.
fn read_rule(reading: &mut Reading<'_>, path: &Path<'_>, index: usize, value: Value) -> HouseRule {
    let at = value.at;
    let mut rule = HouseRule {
        id: String::new(),
        severity: Severity::Review,
        group: Group::Word,
        networks: Vec::new(),
        patterns: None,
        en: None,
        fr: None,
        sources: Vec::new(),
        place: reading.place(path, at),
    };
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        match key.as_str() {
            "id" => rule.id = reading.text(&path, value).unwrap_or_default(),
            "severity" => {
                let word = reading.one_of(&path, &value, "severity", &SEVERITIES);
                rule.severity = word.and_then(Severity::parse).unwrap_or(rule.severity);
            }
            "group" => {
                if reading.one_of(&path, &value, "group", &["word", "rule"]) == Some("rule") {
                    rule.group = Group::Rule;
                }
            }
            "networks" => rule.networks = reading.networks(&path, value, &NETWORKS),
            "patterns" => rule.patterns = patterns(reading, &path, value),
            "en" => rule.en = Some(read_words(reading, &path, value)),
            "fr" => rule.fr = Some(read_words(reading, &path, value)),
            "sources" => rule.sources = read_sources(reading, &path, value),
            _ => {
                let known = ["id", "severity", "group", "networks", "patterns", "en", "fr", "sources"];
                reading.unknown_key(&path, at, &key, &known);
            }
        }
    }
    check_rule(reading, path, at, index, &mut rule);
    rule
}

fn check_rule(reading: &mut Reading<'_>, path: &Path<'_>, at: usize, index: usize, rule: &mut HouseRule) {
    if rule.id.is_empty() {
        rule.id = format!("rule-{}", index + 1);
        reading.problem(path, at, format!("a rule needs an id; it is called {} here", rule.id));
    }
    let words = [&rule.en, &rule.fr];
    if words.iter().all(|words| words.as_ref().is_none_or(|w| w.title.is_empty())) {
        reading.problem(path, at, "a rule needs a title in \"en\" or \"fr\"".into());
    }
    if rule.patterns.is_none() && words.iter().all(|words| words.as_ref().is_none_or(|w| w.patterns.is_none())) {
        reading.problem(path, at, "a rule needs patterns; this one finds nothing".into());
    }
}

fn read_words(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> HouseWords {
    let mut words = HouseWords::default();
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        match key.as_str() {
            "title" => words.title = reading.text(&path, value).unwrap_or_default(),
            "why" => words.why = reading.text(&path, value).unwrap_or_default(),
            "advice" => words.advice = reading.text(&path, value).unwrap_or_default(),
            "ask" => words.ask = reading.text(&path, value),
            "fix" => words.fix = reading.text(&path, value),
            "patterns" => words.patterns = patterns(reading, &path, value),
            "flag" => words.flag = reading.texts(&path, value),
            "pass" => words.pass = reading.texts(&path, value),
            _ => {
                let known = ["title", "why", "advice", "ask", "fix", "patterns", "flag", "pass"];
                reading.unknown_key(&path, at, &key, &known);
            }
        }
    }
    words
}

fn read_sources(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Vec<Source> {
    let mut sources = Vec::new();
    for (index, item) in reading.items(path, value).into_iter().enumerate() {
        let path = Path::Item(path, index);
        let mut source = Source { url: String::new(), title: String::new(), date: String::new() };
        for Member { key, at, value } in reading.members(&path, item) {
            let path = Path::Key(&path, &key);
            match key.as_str() {
                "url" => source.url = reading.text(&path, value).unwrap_or_default(),
                "title" => source.title = reading.text(&path, value).unwrap_or_default(),
                "date" => source.date = reading.text(&path, value).unwrap_or_default(),
                _ => reading.unknown_key(&path, at, &key, &["url", "title", "date"]),
            }
        }
        sources.push(source);
    }
    sources
}

/// Pattern lines: one text with line breaks, or a list of lines.
fn patterns(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Option<Placed> {
    let place = reading.place(path, value.at);
    let text = match value.kind {
        Kind::List(_) => reading.texts(path, value).join("\n"),
        _ => reading.text(path, value)?,
    };
    (!text.trim().is_empty()).then_some(Placed { text, place })
}

fn version(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> String {
    match value.kind {
        Kind::Integer(number) => number.to_string(),
        Kind::Number(number) => number,
        _ => reading.text(path, value).unwrap_or_default(),
    }
}

fn countries(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Vec<String> {
    let at = value.at;
    let mut codes = reading.words(path, value);
    codes.retain_mut(|code| {
        code.make_ascii_uppercase();
        let good = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        if !good {
            reading.problem(path, at, format!("\"{code}\" is no country code of two letters, such as FR"));
        }
        good
    });
    codes
}

/// The stamp of a policy: the same whatever its spaces and the order of its keys.
fn digest(value: &Value) -> String {
    let mut writer = Writer::default();
    write_sorted(&mut writer, value);
    crate::digest::digest(writer.finish().as_bytes())
}

fn write_sorted(writer: &mut Writer, value: &Value) {
    match &value.kind {
        Kind::Null => writer.null(),
        Kind::Bool(yes) => writer.bool(*yes),
        Kind::Integer(number) => writer.integer(*number),
        Kind::Number(number) => writer.raw(number),
        Kind::Text(text) => writer.text(text),
        Kind::List(items) => {
            writer.open('[');
            for item in items {
                write_sorted(writer, item);
            }
            writer.close(']');
        }
        Kind::Object(members) => {
            let mut sorted: Vec<&Member> = members.iter().collect();
            sorted.sort_unstable_by(|a, b| a.key.cmp(&b.key));
            writer.open('{');
            for member in sorted {
                writer.key(&member.key);
                write_sorted(writer, &member.value);
            }
            writer.close('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::policy::Group;
    use crate::{Policy, Problem, Settings, Severity};

    /// Reads a policy as text, as a person writes it.
    fn policy(text: &str) -> (Policy, Vec<Problem>) {
        let mut json = crate::json::Writer::default();
        json.open('{');
        json.key("policyText");
        json.text(text);
        json.close('}');
        let (settings, problems) = Settings::from_json(&json.finish());
        (settings.policy, problems)
    }

    fn told(text: &str) -> Vec<String> {
        policy(text).1.iter().map(|p| format!("{}:{}:{}: {}", p.at, p.line, p.column, p.message)).collect()
    }

    #[test]
    fn the_example_of_the_rule_format_is_read_whole() {
        let (policy, problems) = policy(
            r##"{ "version": 7, "rules": [{ "id": "no-cheap", "severity": "stop", "group": "rule", "networks": ["x"],
                "patterns": "find cheap~\n  unless near 3 not",
                "en": { "title": "“{match}” is not how we speak", "why": "Our brand book says so.", "advice": "Say “good value”.",
                        "ask": "Why?", "fix": "Mend", "flag": ["Cheap!"], "pass": ["Not cheap"] },
                "fr": { "title": "…", "patterns": ["find bradé", "  with {promo}"] },
                "sources": [{"url": "https://example.org", "title": "Brand book", "date": "2026-11-24"}] }],
              "lists": { "promo": { "add": ["open day"], "drop": ["shop"] }, "ours": ["Aurora", " "] },
              "allow": [{ "rule": "tragedy-hashtag", "patterns": "find #aurora ... store", "why": "Our shop is in Aurora.", "until": "2027-01-01" }],
              "limits": { "x": 250, "mastodon": 400 } }"##,
        );
        assert_eq!(problems, []);
        assert_eq!((policy.version.as_str(), policy.digest.len()), ("7", 16));
        let rule = &policy.rules[0];
        assert_eq!((rule.id.as_str(), rule.severity, rule.group), ("no-cheap", Severity::Stop, Group::Rule));
        assert_eq!(rule.patterns.as_ref().unwrap().text, "find cheap~\n  unless near 3 not");
        assert_eq!(rule.fr.as_ref().unwrap().patterns.as_ref().unwrap().text, "find bradé\n  with {promo}");
        assert_eq!(rule.en.as_ref().unwrap().pass, ["Not cheap"]);
        assert_eq!(rule.sources[0].title, "Brand book");
        assert!(!policy.lists[0].whole && policy.lists[1].whole);
        assert_eq!(
            (&policy.lists[0].drop[..], &policy.lists[1].add[..]),
            (&["shop".to_owned()][..], &["Aurora".to_owned()][..])
        );
        assert_eq!(
            (policy.allow[0].why.as_str(), policy.allow[0].until.as_str()),
            ("Our shop is in Aurora.", "2027-01-01")
        );
        assert_eq!((policy.limit("x"), policy.limit("linkedin")), (Some(250), None));
    }

    #[test]
    fn a_mistake_in_a_pattern_is_told_with_the_place_of_the_pattern() {
        let (policy, _) =
            policy("{\"rules\": [\n  {\"id\": \"a\", \"en\": {\"title\": \"A\"},\n   \"patterns\": \"find (\"}]}");
        let problem = policy.rules[0].patterns.as_ref().unwrap().problem(1, 6, "this ( is never closed");
        assert_eq!((problem.at.as_str(), problem.line, problem.column), ("policy.rules[0].patterns", 3, 16));
        assert_eq!(problem.message, "pattern line 1, column 6: this ( is never closed");
    }

    #[test]
    fn a_rule_with_gaps_is_mended_and_told_and_stays() {
        let text = r#"{"rules": [{"severity": "blok", "patterns": "find a"}, {"id": "b", "en": {"title": "B"}}, {"id": "b", "fr": {"title": "B", "patterns": "find b"}}]}"#;
        let severity = "unknown severity \"blok\": the known ones are stop, review, advise";
        assert_eq!(
            told(text),
            [
                format!("policy.rules[0].severity:1:25: {severity}"),
                "policy.rules[0]:1:12: a rule needs an id; it is called rule-1 here".into(),
                "policy.rules[0]:1:12: a rule needs a title in \"en\" or \"fr\"".into(),
                "policy.rules[1]:1:56: a rule needs patterns; this one finds nothing".into(),
                "policy.rules[2]:1:91: there are two rules \"b\"".into(),
            ]
        );
        let rules = policy(text).0.rules;
        assert_eq!((rules.len(), rules[0].id.as_str(), rules[0].severity), (3, "rule-1", Severity::Review));
    }

    #[test]
    fn what_cannot_be_used_is_told_and_left_out() {
        assert_eq!(
            told(r#"{"allow": [{"rule": "a"}], "limits": {"x": "many", "linkedin": 2.5, "bluesky": -1, "twiter": 3}}"#),
            [
                "policy.allow[0]:1:12: an exemption needs a rule and patterns; it is left out",
                "policy.limits.x:1:44: expected a whole number, found a text",
                "policy.limits.linkedin:1:64: expected a whole number",
                "policy.limits.bluesky:1:80: expected a whole number from 0 to 4294967295",
                "policy.limits.twiter:1:84: unknown network \"twiter\": the known ones are x, linkedin, bluesky, mastodon",
            ]
        );
    }

    #[test]
    fn the_digest_is_of_the_content_and_not_of_its_spelling() {
        let digest = |text| policy(text).0.digest;
        let one = digest(r#"{"brand": "Marius", "limits": {"x": 250, "mastodon": 1}}"#);
        assert_eq!(one, digest("{\n\"limits\":{\"mastodon\":1,\"x\":250},\"brand\":\"M\\u0061rius\"}"));
        assert_ne!(one, digest(r#"{"brand": "Marius", "limits": {"x": 251, "mastodon": 1}}"#));
        let object = Settings::from_json(r#"{"policy": {"brand": "Marius", "limits": {"x": 250, "mastodon": 1}}}"#).0;
        assert_eq!(one, object.policy.digest);
    }
}
