//! What a checker is made from: the house's policy, and what the host knows.

use crate::hold::{Hold, read_holds};
use crate::json::{Node, Reading, read};
use crate::plan::{Plan, check_moment, read_plan};
use crate::policy::Policy;
use crate::{Dismissal, Problem};

/// All that a checker needs to know before the first draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Language of titles, reasons and advice. It changes words only.
    pub lang: Lang,
    /// The house: the policy over the facts.
    pub policy: Policy,
    /// True when the policy could not be read at all: the verdict must never be `ready`.
    pub policy_failed: bool,
    /// True while the host still loads the policy: the verdict is `pending`.
    pub pending: bool,
    /// What trends, as far as the host knows; `None` when it does not say.
    pub trending: Option<Vec<Trend>>,
    /// Past and scheduled posts; `None` when the host does not say.
    pub plan: Option<Plan>,
    /// Answers that the house keeps for hashtags, whatever the draft: the tag is in `id`.
    pub answers: Vec<Dismissal>,
    /// Holds of the host, beside those of the policy.
    pub holds: Vec<Hold>,
    /// Words that the host wants a person to look at today, beside those of the policy.
    pub sensitive_today: Vec<String>,
    /// The present moment, ISO 8601 with offset; `None` when the host does not say.
    pub now: Option<String>,
}

/// A language the engine speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Its code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language of a tag such as `fr` or `fr-CA`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?;
        if code.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else if code.eq_ignore_ascii_case("fr") {
            Some(Self::Fr)
        } else {
            None
        }
    }
}

/// A hashtag or phrase that trends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// The hashtag, with or without `#`.
    pub tag: String,
    /// Since when, ISO 8601; may be empty.
    pub since: String,
    /// What it is about, in a sentence; may be empty.
    pub summary: String,
    /// Its topic in a word (`tragedy`, `sport`, …); may be empty.
    pub topic: String,
}

const KEYS: [&str; 11] = [
    "lang",
    "policy",
    "policyText",
    "facts",
    "plan",
    "trending",
    "now",
    "pending",
    "answers",
    "holds",
    "sensitiveToday",
];

impl Settings {
    /// Reads settings from JSON text. What does not fit is a problem, and the rest is read; a text
    /// that is no JSON object gives the settings of a house that failed to say who it is.
    #[must_use]
    pub fn from_json(text: &str) -> (Self, Vec<Problem>) {
        let mut settings = Self::default();
        let mut reading = Reading::default();
        match read(text) {
            Ok(value) => settings.read(&mut reading, &Node::root("", &value)),
            Err(fault) => {
                settings.policy_failed = true;
                reading.problems.push(fault.problem("settings", "the settings are not JSON"));
            }
        }
        (settings, reading.problems)
    }

    fn read(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        if !node.is_object() {
            self.policy_failed = true;
            return reading.wrong(&Node::root("settings", node.value), "an object");
        }
        reading.keys(node, &KEYS);
        if let Some(lang) = node.get("lang") {
            self.lang = read_lang(reading, &lang).unwrap_or_default();
        }
        self.pending = reading.truth(node, "pending");
        self.now = reading.maybe_text(node, "now");
        if let Some(now) = node.get("now") {
            check_moment(reading, &now);
        }
        if let Some(answers) = reading.list(node, "answers") {
            self.answers = read_answers(reading, &answers);
        }
        if let Some(holds) = node.get("holds") {
            self.holds = read_holds(reading, &holds);
        }
        if node.get("sensitiveToday").is_some() {
            self.sensitive_today = reading.words(node, "sensitiveToday");
        }
        self.trending = reading.list(node, "trending").map(|list| read_trending(reading, &list));
        self.plan = node.get("plan").and_then(|plan| read_plan(reading, node, &plan));
        // The facts before the policy, which overrides them.
        if let Some(facts) = node.get("facts") {
            self.policy.read_facts(reading, &facts);
        }
        match (node.get("policy"), node.get("policyText")) {
            (Some(_), Some(text)) => reading.problem(&text, "there is a policy too; that one is taken".into()),
            (None, Some(text)) => self.read_policy_text(reading, &text),
            (_, None) => {}
        }
        if let Some(policy) = node.get("policy") {
            self.read_policy(reading, &Node::root("policy", policy.value));
        }
    }

    fn read_policy(&mut self, reading: &mut Reading<'_>, policy: &Node<'_>) {
        if policy.is_object() {
            self.policy.read_policy(reading, policy);
        } else {
            self.policy_failed = true;
            reading.wrong(policy, "an object");
        }
    }

    fn read_policy_text(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        let Some(text) = node.as_text() else {
            self.policy_failed = true;
            return reading.wrong(node, "a text");
        };
        let mut inner = Reading::of_text(text);
        match read(text) {
            Ok(value) => self.read_policy(&mut inner, &Node::root("policy", &value)),
            Err(fault) => {
                self.policy_failed = true;
                inner.problems.push(fault.problem("policy", "the policy is not JSON"));
            }
        }
        reading.problems.append(&mut inner.problems);
    }
}

/// The language of a tag such as `fr-CA`, or a problem.
pub(crate) fn read_lang(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Lang> {
    let lang = node.as_text().and_then(Lang::parse);
    if lang.is_none() {
        reading.known(node, "language", &["en", "fr"]);
    }
    lang
}

/// A hashtag as tags are compared: folded, without its mark and underscores.
pub(crate) fn tag_of(text: &str) -> String {
    draftlens_text::fold::fold(text.trim().trim_start_matches(['#', '＃'])).replace('_', "")
}

/// What the house answered about hashtags.
fn read_answers(reading: &mut Reading<'_>, list: &Node<'_>) -> Vec<Dismissal> {
    let mut answers = Vec::new();
    for node in list.items() {
        reading.keys(&node, &["tag", "answer", "by", "at", "until"]);
        let answer = Dismissal {
            id: reading.text(&node, "tag"),
            reason: reading.text(&node, "answer"),
            by: reading.text(&node, "by"),
            at: reading.text(&node, "at"),
            until: reading.text(&node, "until"),
            ..Dismissal::default()
        };
        if let Some(at) = node.get("at") {
            check_moment(reading, &at);
        }
        if answer.id.is_empty() || answer.reason.trim().is_empty() {
            reading.problem(&node, "an answer needs the \"tag\" it is about and the \"answer\"; it is left out".into());
        } else {
            answers.push(answer);
        }
    }
    answers
}

/// Tags, or objects that say more of them.
fn read_trending(reading: &mut Reading<'_>, list: &Node<'_>) -> Vec<Trend> {
    let mut trends = Vec::new();
    for node in list.items() {
        let mut trend = Trend::default();
        if let Some(tag) = node.as_text() {
            trend.tag = tag.to_owned();
        } else {
            reading.keys(&node, &["tag", "since", "summary", "why", "topic"]);
            trend.tag = reading.text(&node, "tag");
            trend.since = reading.text(&node, "since");
            trend.summary = reading.text(&node, "summary");
            trend.topic = reading.text(&node, "topic");
            if trend.summary.is_empty() {
                trend.summary = reading.text(&node, "why");
            }
            if trend.tag.trim().is_empty() && node.is_object() {
                reading.problem(&node, "what trends needs a \"tag\"; it is left out".into());
            }
        }
        if !tag_of(&trend.tag).is_empty() {
            trends.push(trend);
        }
    }
    trends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(json: &str) -> Settings {
        let (settings, problems) = Settings::from_json(json);
        assert_eq!(problems, [], "{json}");
        settings
    }

    /// The problems, each as `at:line:column: message`.
    fn problems(json: &str) -> Vec<String> {
        let told = |p: &Problem| format!("{}:{}:{}: {}", p.at, p.line, p.column, p.message);
        Settings::from_json(json).1.iter().map(told).collect()
    }

    #[test]
    fn nothing_told_is_nothing_known() {
        let settings = clean("{}");
        assert_eq!(settings, Settings::default());
        assert_eq!(settings.policy.stamp(), None);
        assert_eq!(
            clean(r#"{"lang":null,"policy":null,"plan":null,"trending":null,"now":null,"pending":null}"#),
            settings
        );
    }

    #[test]
    fn the_host_tells_language_calendar_trends_and_time() {
        let settings = clean(
            r##"{"lang": "fr-CA", "now": "2026-11-24T10:00:00Z", "pending": true,
                "trending": ["#Monday", {"tag": "#Aurora", "since": "2012-07-20", "summary": "A shooting.", "topic": "tragedy"}],
                "plan": {"posts": [{"text": "Hi", "at": "2026-11-25T09:00:00Z", "networks": ["x"]}]}}"##,
        );
        assert_eq!(settings.lang, Lang::Fr);
        assert_eq!(settings.now.as_deref(), Some("2026-11-24T10:00:00Z"));
        assert!(settings.pending);
        let trending = settings.trending.unwrap();
        assert_eq!((trending[0].tag.as_str(), trending[1].topic.as_str()), ("#Monday", "tragedy"));
        assert_eq!(settings.plan.unwrap().posts[0].networks, ["x"]);
    }

    #[test]
    fn an_empty_list_of_trends_is_knowledge_and_no_list_is_none() {
        assert_eq!(clean(r#"{"trending": []}"#).trending, Some(vec![]));
        assert_eq!(clean(r#"{"plan": []}"#).plan, Some(Plan::default()));
        assert_eq!(Settings::from_json(r#"{"trending": 3, "plan": {}}"#).0.trending, None);
    }

    #[test]
    fn the_policy_overrides_the_facts_wherever_they_stand() {
        let settings = clean(
            r##"{"policy": {"brand": {"name": "Marius", "aliases": ["Marius Lyon"]}, "handles": ["@marius"], "sector": null},
                "facts": {"brand": "Old", "handles": "@old @older", "domains": "marius.fr, marius.com", "countries": "fr be", "sector": "fashion"}}"##,
        );
        let policy = &settings.policy;
        assert_eq!((policy.brand.as_str(), policy.sector.as_str()), ("Marius", "fashion"));
        assert_eq!(policy.aliases, ["Marius Lyon"]);
        assert_eq!(policy.handles, ["@marius"]);
        assert_eq!(policy.domains, ["marius.fr", "marius.com"]);
        assert_eq!(policy.countries, ["FR", "BE"]);
    }

    #[test]
    fn a_policy_that_is_not_json_fails_with_its_line_and_column() {
        let json = r#"{"policyText": "{\n  \"brand\": \"Marius\"\n  \"levels\": {}\n}"}"#;
        assert_eq!(problems(json), ["policy:3:3: the policy is not JSON: expected a comma or } after the value"]);
        let settings = Settings::from_json(json).0;
        assert!(settings.policy_failed);
        assert_eq!(settings.policy.stamp(), None);
        for failed in [
            r#"{"policyText": ""}"#,
            r#"{"policyText": "[]"}"#,
            r#"{"policyText": 3}"#,
            r#"{"policy": "x"}"#,
            "[]",
            "{",
        ] {
            let (settings, problems) = Settings::from_json(failed);
            assert!(settings.policy_failed && problems.len() == 1, "{failed}: {problems:?}");
        }
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place_and_the_rest_works() {
        let text = r#"{"policyText": "{\n \"brand\": \"Marius\",\n \"lévels\": {},\n \"handels\": [\"@m\"]\n}"}"#;
        let known = "the known ones are version, brand, handles, domains, hashtags, phones, countries, sector, levels, settle, rules, lists, allow, limits, accounts, route, $schema, holds, sensitiveToday, hashtagHours, hashtagAnswers, forbidden, spellings, competitors, required, messages, goals, audience, topics, authors, mix, cadence, exceptions";
        assert_eq!(
            problems(text),
            [
                format!("policy.lévels:3:2: unknown key \"lévels\": {known}; did you mean levels?"),
                format!("policy.handels:4:2: unknown key \"handels\": {known}; did you mean handles?"),
            ]
        );
        let settings = Settings::from_json(text).0;
        assert_eq!(settings.policy.brand, "Marius");
        assert!(!settings.policy_failed);
        let object = r#"{"policy": {"rules": [{"id": "a", "patterns": 3, "en": {"title": "A"}}]}, "langue": "fr"}"#;
        assert_eq!(
            problems(object),
            [
                "langue:0:0: unknown key \"langue\": the known ones are lang, policy, policyText, facts, plan, trending, now, pending, answers, holds, sensitiveToday; did you mean lang?",
                "policy.rules[0].patterns:0:0: expected a text, found a number",
                "policy.rules[0]:0:0: a rule needs patterns; this one finds nothing",
            ]
        );
    }

    #[test]
    fn wrong_values_name_the_right_ones() {
        assert_eq!(
            problems(r#"{"lang": "de", "plan": [{"networks": ["twiter", "x"]}], "pending": "yes"}"#),
            [
                "lang:0:0: unknown language \"de\": the known ones are en, fr",
                "pending:0:0: expected true or false, found a text",
                "plan[0].networks:0:0: unknown network \"twiter\": the known ones are x, linkedin, bluesky, mastodon, threads, facebook, instagram, tiktok, pinterest, youtube, tumblr, reddit, telegram, whatsapp, google-business, nextdoor, discord",
                "plan[0]:0:0: a post of the plan needs \"at\": when it goes out",
            ]
        );
        assert_eq!(
            problems(r#"{"facts": {"countries": ["FRA"], "brand": 3}, "policy": {}, "policyText": "{}"}"#),
            [
                "facts.brand:0:0: expected a text, found a number",
                "facts.countries:0:0: \"FRA\" is no country code of two letters, such as FR",
                "policyText:0:0: there is a policy too; that one is taken",
            ]
        );
    }

    #[test]
    fn a_hostile_policy_ends_in_a_hundred_problems() {
        let keys: Vec<String> = (0..50_000).map(|i| format!("\\\"{i}\\\":0")).collect();
        let (_, problems) = Settings::from_json(&format!("{{\"policyText\": \"{{{}}}\"}}", keys.join(",\\n")));
        assert_eq!(problems.len(), 100);
        assert_eq!(problems[98].line, 99);
        assert_eq!(problems[99].message, "there are more problems from here on");
    }
}
