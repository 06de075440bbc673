//! Reads a policy out of JSON, key by key.

use super::{Allow, Group, HouseRule, HouseWords, Level, ListChange, Placed, Policy, editorial_read};
use crate::json::{Kind, Node, Reading, Value, join};
use crate::network::{ROUTE_IDS, ROUTES};
use crate::{Intent, NETWORKS, Severity, Source};

/// The keys of a policy.
const KEYS: [&str; 21] = [
    "version",
    "brand",
    "handles",
    "domains",
    "hashtags",
    "phones",
    "countries",
    "sector",
    "levels",
    "settle",
    "rules",
    "lists",
    "allow",
    "limits",
    "accounts",
    "route",
    "$schema",
    "holds",
    "sensitiveToday",
    "hashtagHours",
    "hashtagAnswers",
];

/// The six facts that a host may give where there is no policy, or a policy that leaves them out.
const FACTS: [&str; 6] = ["brand", "handles", "domains", "hashtags", "countries", "sector"];

const LEVELS: [&str; 4] = ["off", "stop", "review", "advise"];

impl Policy {
    /// Reads the facts of the house, without a policy.
    pub(crate) fn read_facts(&mut self, reading: &mut Reading<'_>, facts: &Node<'_>) {
        reading.keys(facts, &FACTS);
        self.read_house(reading, facts);
    }

    /// Reads a policy over the facts: a key that is there replaces the fact of that name.
    pub(crate) fn read_policy(&mut self, reading: &mut Reading<'_>, policy: &Node<'_>) {
        self.digest = crate::digest::hex(stamp(policy.value));
        reading.keys(policy, &[&KEYS[..], &editorial_read::KEYS].concat());
        self.read_house(reading, policy);
        self.editorial.read(reading, policy);
        self.read_version(reading, policy);
        if let Some(phones) = reading.list(policy, "phones") {
            self.phones = reading.texts(&phones);
        }
        if let Some(holds) = policy.get("holds") {
            self.holds = crate::hold::read_holds(reading, &holds);
        }
        if policy.get("sensitiveToday").is_some() {
            self.sensitive_today = reading.words(policy, "sensitiveToday");
        }
        self.hashtag_hours = reading.whole(policy, "hashtagHours");
        self.hashtag_answers = reading.one_of(policy, "hashtagAnswers", &["asked", "required"]) == Some("required");
        if let Some(levels) = policy.get("levels") {
            self.read_levels(reading, &levels);
        }
        if let Some(settles) = policy.get("settle") {
            self.read_settles(reading, &settles);
        }
        if let Some(limits) = policy.get("limits") {
            self.read_limits(reading, &limits);
        }
        if let Some(accounts) = policy.get("accounts") {
            self.read_accounts(reading, &accounts);
        }
        if let Some(route) = policy.get("route") {
            self.read_routes(reading, &route);
        }
        if let Some(lists) = policy.get("lists") {
            self.read_lists(reading, &lists);
        }
        if let Some(rules) = reading.list(policy, "rules") {
            self.read_rules(reading, &rules);
        }
        if let Some(allow) = reading.list(policy, "allow") {
            self.read_allow(reading, &allow);
        }
    }

    /// Reads who the house is; what is not there stays as it was.
    fn read_house(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        if let Some(brand) = node.get("brand") {
            self.read_brand(reading, node, &brand);
        }
        for (key, field) in
            [("handles", &mut self.handles), ("domains", &mut self.domains), ("hashtags", &mut self.hashtags)]
        {
            if node.get(key).is_some() {
                *field = reading.words(node, key);
            }
        }
        if let Some(countries) = node.get("countries") {
            self.countries = reading.words(node, "countries");
            self.countries.retain_mut(|code| is_country(reading, &countries, code));
        }
        if let Some(sector) = reading.maybe_text(node, "sector") {
            self.sector = sector.trim().to_owned();
        }
    }

    /// A name, or `{"name", "aliases"}`.
    fn read_brand(&mut self, reading: &mut Reading<'_>, node: &Node<'_>, brand: &Node<'_>) {
        self.aliases.clear();
        let name = if brand.is_object() {
            reading.keys(brand, &["name", "aliases"]);
            if let Some(aliases) = reading.list(brand, "aliases") {
                self.aliases = reading.texts(&aliases);
            }
            reading.text(brand, "name")
        } else {
            reading.text(node, "brand")
        };
        self.brand = name.trim().to_owned();
    }

    /// A text or a number.
    fn read_version(&mut self, reading: &mut Reading<'_>, policy: &Node<'_>) {
        let Some(version) = policy.get("version") else { return };
        self.version = match &version.value.kind {
            Kind::Integer(number) => number.to_string(),
            Kind::Number(number) => number.clone(),
            _ => reading.text(policy, "version"),
        };
    }

    fn read_levels(&mut self, reading: &mut Reading<'_>, levels: &Node<'_>) {
        reading.any_keys(levels);
        for member in levels.members() {
            let level = levels.member(member);
            if !level.is_object() {
                self.read_level(reading, &level, &member.key, None, None);
            }
            for part in level.members() {
                let (network, intent) = match part.key.as_str() {
                    "default" => (None, None),
                    "save" => (None, Some(Intent::Save)),
                    "publish" => (None, Some(Intent::Publish)),
                    id if NETWORKS.contains(&id) => (Some(id), None),
                    _ => {
                        let known = [&["default", "save", "publish"][..], &NETWORKS].concat();
                        reading.knows_key(&level, part, "key", &known);
                        continue;
                    }
                };
                self.read_level(reading, &level.member(part), &member.key, network, intent);
            }
        }
    }

    fn read_level(
        &mut self,
        reading: &mut Reading<'_>,
        node: &Node<'_>,
        rule: &str,
        network: Option<&str>,
        intent: Option<Intent>,
    ) {
        if matches!(node.value.kind, Kind::Null) {
            return;
        }
        let Some(index) = reading.known(node, "level", &LEVELS) else { return };
        self.levels.push(Level {
            rule: rule.to_owned(),
            network: network.map(str::to_owned),
            intent,
            level: Severity::parse(LEVELS[index]),
            place: reading.place(node),
        });
    }

    fn read_limits(&mut self, reading: &mut Reading<'_>, limits: &Node<'_>) {
        reading.any_keys(limits);
        for member in limits.members() {
            if reading.knows_key(limits, member, "network", &NETWORKS)
                && let Some(most) = reading.whole(limits, &member.key)
            {
                self.limits.push((member.key.clone(), most));
            }
        }
    }

    /// For a network, the kind of account the house has there.
    fn read_accounts(&mut self, reading: &mut Reading<'_>, accounts: &Node<'_>) {
        reading.any_keys(accounts);
        for member in accounts.members() {
            if reading.knows_key(accounts, member, "network", &NETWORKS)
                && reading.one_of(accounts, &member.key, &["free", "premium"]) == Some("premium")
            {
                self.premium.push(member.key.clone());
            }
        }
    }

    /// The route of all networks, or of each.
    fn read_routes(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        if !node.is_object() {
            let index = reading.known(node, "route", &ROUTE_IDS);
            self.routes.extend(index.map(|index| (None, &ROUTES[index])));
            return;
        }
        for member in node.members() {
            let network = (member.key != "default").then(|| member.key.clone());
            let known = network.is_none() || reading.knows_key(node, member, "network", &NETWORKS);
            let route = node.member(member);
            if known
                && !matches!(route.value.kind, Kind::Null)
                && let Some(index) = reading.known(&route, "route", &ROUTE_IDS)
            {
                self.routes.push((network, &ROUTES[index]));
            }
        }
    }

    fn read_lists(&mut self, reading: &mut Reading<'_>, lists: &Node<'_>) {
        reading.any_keys(lists);
        for member in lists.members() {
            let node = lists.member(member);
            let mut list =
                ListChange { name: member.key.clone(), place: reading.place(&node), ..ListChange::default() };
            if node.is_list() {
                list.whole = true;
                list.add = reading.texts(&node);
            } else {
                reading.keys(&node, &["add", "drop"]);
                for (key, field) in [("add", &mut list.add), ("drop", &mut list.drop)] {
                    if let Some(entries) = node.get(key) {
                        *field = reading.texts(&entries);
                    }
                }
            }
            self.lists.push(list);
        }
    }

    fn read_rules(&mut self, reading: &mut Reading<'_>, rules: &Node<'_>) {
        for node in rules.items() {
            let rule = read_rule(reading, &node, self.rules.len());
            if self.rules.iter().any(|earlier| earlier.id == rule.id) {
                reading.problem(&node, format!("there are two rules \"{}\"", rule.id));
            }
            self.rules.push(rule);
        }
    }

    fn read_allow(&mut self, reading: &mut Reading<'_>, list: &Node<'_>) {
        for node in list.items() {
            reading.keys(&node, &["rule", "patterns", "why", "until"]);
            let allow = Allow {
                place: reading.place(&node),
                rule: reading.text(&node, "rule"),
                patterns: patterns(reading, &node).unwrap_or_default(),
                why: reading.text(&node, "why"),
                until: reading.text(&node, "until"),
            };
            if allow.rule.is_empty() || allow.patterns.text.is_empty() {
                reading.problem(&node, "an exemption needs a rule and patterns; it is left out".into());
            } else {
                self.allow.push(allow);
            }
        }
    }
}

/// Reads one rule. What it lacks is a problem, and is filled in: a rule that a person wrote to stop
/// something must not vanish over a typing slip.
fn read_rule(reading: &mut Reading<'_>, node: &Node<'_>, index: usize) -> HouseRule {
    reading.keys(node, &["id", "severity", "group", "networks", "patterns", "en", "fr", "sources"]);
    let severity = reading.one_of(node, "severity", &["stop", "review", "advise"]);
    let group = reading.one_of(node, "group", &["word", "rule"]);
    let mut rule = HouseRule {
        id: reading.text(node, "id"),
        severity: severity.and_then(Severity::parse).unwrap_or(Severity::Review),
        group: if group == Some("rule") { Group::Rule } else { Group::Word },
        networks: reading.networks(node, "networks"),
        patterns: patterns(reading, node),
        en: node.get("en").map(|words| read_words(reading, &words)),
        fr: node.get("fr").map(|words| read_words(reading, &words)),
        sources: read_sources(reading, node),
        place: reading.place(node),
    };
    if rule.id.is_empty() {
        rule.id = format!("rule-{}", index + 1);
        reading.problem(node, format!("a rule needs an id; it is called {} here", rule.id));
    }
    let (mut named, mut finds) = (false, rule.patterns.is_some());
    for words in [&rule.en, &rule.fr].into_iter().flatten() {
        named |= !words.title.is_empty();
        finds |= words.patterns.is_some();
    }
    if !named {
        reading.problem(node, "a rule needs a title in \"en\" or \"fr\"".into());
    }
    if !finds {
        reading.problem(node, "a rule needs patterns; this one finds nothing".into());
    }
    rule
}

fn read_words(reading: &mut Reading<'_>, node: &Node<'_>) -> HouseWords {
    reading.keys(node, &["title", "why", "advice", "ask", "fix", "patterns", "flag", "pass"]);
    let mut examples = |key| reading.list(node, key).map(|list| reading.texts(&list)).unwrap_or_default();
    let (flag, pass) = (examples("flag"), examples("pass"));
    HouseWords {
        title: reading.text(node, "title"),
        why: reading.text(node, "why"),
        advice: reading.text(node, "advice"),
        ask: reading.maybe_text(node, "ask"),
        fix: reading.maybe_text(node, "fix"),
        patterns: patterns(reading, node),
        flag,
        pass,
    }
}

fn read_sources(reading: &mut Reading<'_>, node: &Node<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    let Some(list) = reading.list(node, "sources") else { return sources };
    for node in list.items() {
        reading.keys(&node, &["url", "title", "date"]);
        let url = reading.text(&node, "url");
        sources.push(Source { url, title: reading.text(&node, "title"), date: reading.text(&node, "date") });
    }
    sources
}

/// Pattern lines: one text with line breaks, or a list of lines.
fn patterns(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Placed> {
    let value = node.get("patterns")?;
    let text = if value.is_list() {
        let lines = reading.texts(&value);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        join(&lines, "\n")
    } else {
        reading.text(node, "patterns")
    };
    let place = reading.place(&value);
    (!text.trim().is_empty()).then_some(Placed { text, place })
}

/// Whether it is a code of two letters, which it is then in capitals.
fn is_country(reading: &mut Reading<'_>, node: &Node<'_>, code: &mut str) -> bool {
    code.make_ascii_uppercase();
    let good = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    if !good {
        reading.problem(node, format!("\"{code}\" is no country code of two letters, such as FR"));
    }
    good
}

/// The stamp of a value: the same whatever its spaces and the order of its keys.
fn stamp(value: &Value) -> u64 {
    let of = |kind: u8, content: &[u8]| crate::digest::more(crate::digest::fnv(&[kind]), content);
    match &value.kind {
        Kind::Null => of(b'n', b""),
        Kind::Bool(yes) => of(b'b', &[u8::from(*yes)]),
        Kind::Integer(number) => of(b'i', &number.to_le_bytes()),
        Kind::Number(number) => of(b'd', number.as_bytes()),
        Kind::Text(text) => of(b't', text.as_bytes()),
        Kind::List(items) => {
            items.iter().fold(of(b'l', b""), |hash, item| crate::digest::more(hash, &stamp(item).to_le_bytes()))
        }
        // A sum, because the order of keys means nothing.
        Kind::Object(members) => members.iter().fold(of(b'o', b""), |hash, member| {
            let entry = crate::digest::more(of(b'k', member.key.as_bytes()), &stamp(&member.value).to_le_bytes());
            hash.wrapping_add(entry)
        }),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::policy::Group;
    use crate::{Policy, Problem, Settings, Severity};

    /// Reads a policy as text, as a person writes it.
    pub(crate) fn policy(text: &str) -> (Policy, Vec<Problem>) {
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
                "policy.limits.x:1:44: expected a whole number, found a text",
                "policy.limits.linkedin:1:64: expected a whole number",
                "policy.limits.bluesky:1:80: expected a whole number from 0 to 4294967295",
                "policy.limits.twiter:1:84: unknown network \"twiter\": the known ones are x, linkedin, bluesky, mastodon, threads, facebook, instagram, tiktok, pinterest, youtube, tumblr, reddit, telegram, whatsapp, google-business, nextdoor, discord",
                "policy.allow[0]:1:12: an exemption needs a rule and patterns; it is left out",
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
