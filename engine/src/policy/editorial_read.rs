//! Reads the editorial part of a policy out of JSON.

use super::editorial::{AuthorRule, Cadence, Editorial, Exception, Goal, Message, Mix, Required, Spelling, Term};
use crate::NETWORKS;
use crate::json::{Node, Reading};

/// The keys of a policy that are read here.
pub(super) const KEYS: [&str; 12] = [
    "forbidden",
    "spellings",
    "competitors",
    "required",
    "messages",
    "goals",
    "audience",
    "topics",
    "authors",
    "mix",
    "cadence",
    "exceptions",
];

/// Mixes that have a name, as shares of the three categories.
const PRESETS: [(&str, [u32; 3]); 5] = [
    ("thirds", [34, 33, 33]),
    ("80-20", [20, 40, 40]),
    ("4-1-1", [17, 66, 17]),
    ("5-3-2", [30, 50, 20]),
    ("70-20-10", [10, 20, 70]),
];

impl Editorial {
    /// Reads what is there; the rest stays as it was.
    pub(super) fn read(&mut self, reading: &mut Reading<'_>, policy: &Node<'_>) {
        if let Some(list) = reading.list(policy, "forbidden") {
            self.forbidden = list.items().map(|node| read_term(reading, &node)).collect();
            self.forbidden.retain(|term| !term.term.trim().is_empty());
        }
        if let Some(list) = reading.list(policy, "spellings") {
            self.spellings = list.items().map(|node| read_spelling(reading, &node)).collect();
            self.spellings.retain(|spelling| !spelling.write.trim().is_empty());
        }
        if let Some(list) = policy.get("competitors") {
            self.competitors = reading.texts(&list);
        }
        if let Some(list) = reading.list(policy, "required") {
            self.required = list.items().map(|node| read_required(reading, &node)).collect();
            self.required.retain(|required| !required.any.is_empty());
        }
        if let Some(list) = reading.list(policy, "messages") {
            self.messages = list.items().map(|node| read_message(reading, &node)).collect();
        }
        if let Some(list) = reading.list(policy, "goals") {
            self.goals = list.items().filter_map(|node| read_goal(reading, &node)).collect();
        }
        if let Some(audience) = policy.get("audience") {
            self.read_audience(reading, &audience);
        }
        if let Some(topics) = policy.get("topics") {
            reading.any_keys(&topics);
            for member in topics.members() {
                let words = reading.texts(&topics.member(member));
                self.topics.push((member.key.clone(), words));
            }
        }
        if let Some(list) = reading.list(policy, "authors") {
            self.authors = list.items().map(|node| read_author(reading, &node)).collect();
        }
        if let Some(mix) = policy.get("mix") {
            self.mix = read_mix(reading, &mix);
        }
        if let Some(cadence) = policy.get("cadence") {
            self.read_cadence(reading, &cadence);
        }
        if let Some(list) = reading.list(policy, "exceptions") {
            self.exceptions = list.items().map(|node| read_exception(reading, &node)).collect();
        }
    }

    fn read_audience(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        reading.keys(node, &["address", "register", "experts", "acronyms"]);
        let audience = &mut self.audience;
        audience.address = reading.one_of(node, "address", &["tu", "vous"]).unwrap_or_default().to_owned();
        audience.register = reading.one_of(node, "register", &["formal", "casual"]).unwrap_or_default().to_owned();
        audience.experts = reading.maybe_truth(node, "experts");
        audience.acronyms = reading.words(node, "acronyms");
    }

    fn read_cadence(&mut self, reading: &mut Reading<'_>, node: &Node<'_>) {
        reading.any_keys(node);
        for member in node.members() {
            if !reading.knows_key(node, member, "network", &NETWORKS) {
                continue;
            }
            let row = node.member(member);
            reading.keys(&row, &["perDay", "minGap", "maxGap"]);
            let mut number = |key| reading.whole(&row, key).unwrap_or_default();
            let cadence = Cadence { per_day: number("perDay"), min_gap: number("minGap"), max_gap: number("maxGap") };
            self.cadence.push((member.key.clone(), cadence));
        }
    }
}

/// A word, or `{"term", "use"}`.
fn read_term(reading: &mut Reading<'_>, node: &Node<'_>) -> Term {
    let mut term = Term { place: reading.place(node), ..Term::default() };
    match node.as_text() {
        Some(text) => text.clone_into(&mut term.term),
        None => {
            reading.keys(node, &["term", "use"]);
            term.term = reading.text(node, "term");
            term.instead = reading.text(node, "use");
        }
    }
    if term.term.trim().is_empty() {
        reading.problem(node, "a forbidden term needs a word; it is left out".into());
    }
    term
}

/// A word, or `{"write", "not"}`.
fn read_spelling(reading: &mut Reading<'_>, node: &Node<'_>) -> Spelling {
    let mut spelling = Spelling { place: reading.place(node), ..Spelling::default() };
    match node.as_text() {
        Some(text) => text.clone_into(&mut spelling.write),
        None => {
            reading.keys(node, &["write", "not"]);
            spelling.write = reading.text(node, "write");
            if let Some(not) = node.get("not") {
                spelling.not = match not.as_text() {
                    Some(one) => vec![one.to_owned()],
                    None => reading.texts(&not),
                };
            }
        }
    }
    if spelling.write.trim().is_empty() {
        reading.problem(node, "a spelling needs the word as you write it; it is left out".into());
    }
    spelling
}

/// A tag, or `{"any", "campaign", "networks"}`.
fn read_required(reading: &mut Reading<'_>, node: &Node<'_>) -> Required {
    if let Some(one) = node.as_text() {
        return Required { any: vec![one.to_owned()], ..Required::default() };
    }
    reading.keys(node, &["any", "campaign", "networks"]);
    let any = node.get("any").map(|any| match any.as_text() {
        Some(one) => vec![one.to_owned()],
        None => reading.texts(&any),
    });
    let any = any.unwrap_or_default();
    if any.is_empty() {
        reading.problem(node, "what is required is named in \"any\"; it is left out".into());
    }
    Required { any, campaign: reading.text(node, "campaign"), networks: reading.networks(node, "networks") }
}

/// Words, or `{"name", "words"}`.
fn read_message(reading: &mut Reading<'_>, node: &Node<'_>) -> Message {
    if let Some(one) = node.as_text() {
        return Message { name: one.to_owned(), words: vec![one.to_owned()] };
    }
    reading.keys(node, &["name", "words"]);
    let words = reading.list(node, "words").map(|list| reading.texts(&list)).unwrap_or_default();
    let name = reading.text(node, "name");
    if words.is_empty() {
        reading.problem(node, "a message needs words that carry it".into());
    }
    Message { name, words }
}

/// A goal by its word, or a problem.
pub(crate) fn read_goal(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Goal> {
    reading.known(node, "goal", &Goal::WORDS).and_then(Goal::at)
}

fn read_author(reading: &mut Reading<'_>, node: &Node<'_>) -> AuthorRule {
    reading.keys(node, &["who", "networks", "topics", "notTopics", "approval"]);
    let mut some = |key| {
        node.get(key).map(|value| match value.as_text() {
            Some(one) => vec![one.to_owned()],
            None => reading.texts(&value),
        })
    };
    AuthorRule {
        who: some("who").unwrap_or_default(),
        topics: some("topics").unwrap_or_default(),
        not_topics: some("notTopics").unwrap_or_default(),
        networks: reading.networks(node, "networks"),
        approval: reading.text(node, "approval"),
    }
}

/// The name of a preset, or `{"promotional", "curated", "engagement", "days"}` in percent.
fn read_mix(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Mix> {
    if node.as_text().is_some() {
        let names = PRESETS.map(|(name, _)| name);
        let index = reading.known(node, "mix", &names)?;
        return Some(Mix { shares: PRESETS[index].1, ..Mix::default() });
    }
    reading.keys(node, &["promotional", "curated", "engagement", "days"]);
    let shares = ["promotional", "curated", "engagement"].map(|key| reading.whole(node, key).unwrap_or_default());
    let sum = shares.iter().fold(0u32, |sum, share| sum.saturating_add(*share));
    if !(99..=101).contains(&sum) {
        reading.problem(node, format!("the shares of a mix are percentages and make 100 together; these make {sum}"));
        return None;
    }
    let days = reading.whole(node, "days").unwrap_or(Mix::default().days);
    Some(Mix { shares, days: days.clamp(1, 366) })
}

fn read_exception(reading: &mut Reading<'_>, node: &Node<'_>) -> Exception {
    reading.keys(node, &["from", "until", "why"]);
    let exception = Exception {
        from: reading.text(node, "from"),
        until: reading.text(node, "until"),
        why: reading.text(node, "why"),
    };
    for (key, day) in [("from", &exception.from), ("until", &exception.until)] {
        if !day.is_empty() && crate::plan::Moment::day_of(day).is_none() {
            let message = format!("\"{day}\" is no day such as 2026-11-24");
            match node.get(key) {
                Some(value) => reading.problem(&value, message),
                None => reading.problem(node, message),
            }
        }
    }
    exception
}

#[cfg(test)]
mod tests {
    use crate::Policy;
    use crate::policy::editorial::{Cadence, Goal, Mix};

    fn policy(text: &str) -> (Policy, Vec<String>) {
        let (policy, problems) = crate::policy::read::tests::policy(text);
        let told = problems.iter().map(|p| format!("{}:{}:{}: {}", p.at, p.line, p.column, p.message)).collect();
        (policy, told)
    }

    #[test]
    fn every_editorial_key_is_read() {
        let (policy, problems) = policy(
            r##"{"forbidden": ["cheap", {"term": "users", "use": "members"}], "spellings": ["WordPress", {"write": "colour", "not": "color"}],
                "competitors": ["Globex"], "required": ["#Acme", {"any": ["@city"], "campaign": "fest", "networks": ["x"]}],
                "messages": ["repair", {"name": "Local", "words": ["near you"]}], "goals": ["traffic", "service"],
                "audience": {"address": "vous", "register": "formal", "acronyms": ["API"]}, "topics": {"finance": ["results"]},
                "authors": [{"who": "intern", "networks": ["x"], "notTopics": "finance", "approval": "Zoé"}],
                "mix": "80-20", "cadence": {"x": {"perDay": 5, "minGap": 60}}, "exceptions": [{"from": "2026-11-24", "until": "2026-11-28", "why": "Launch"}]}"##,
        );
        assert_eq!(problems, Vec::<String>::new());
        let editorial = policy.editorial;
        assert_eq!(
            (editorial.forbidden[0].term.as_str(), editorial.forbidden[1].instead.as_str()),
            ("cheap", "members")
        );
        assert_eq!(editorial.spellings[1].not, ["color"]);
        assert_eq!(
            (editorial.required[1].campaign.as_str(), &editorial.required[1].networks[..]),
            ("fest", &["x".to_owned()][..])
        );
        assert_eq!((editorial.messages[0].words.len(), editorial.messages[1].name.as_str()), (1, "Local"));
        assert_eq!(editorial.goals, [Goal::Traffic, Goal::Service]);
        assert_eq!(editorial.authors[0].who, ["intern"]);
        assert_eq!(editorial.mix, Some(Mix { shares: [20, 40, 40], days: 30 }));
        assert_eq!(editorial.cadence[0].1, Cadence { per_day: 5, min_gap: 60, max_gap: 0 });
    }

    #[test]
    fn what_cannot_be_used_is_told_with_line_and_column() {
        let (policy, problems) = policy(
            "{\"mix\": {\"promotional\": 50},\n \"goals\": [\"fame\"],\n \"forbidden\": [{\"use\": \"x\"}],\n \"cadence\": {\"myspace\": {}},\n \"exceptions\": [{\"from\": \"monday\"}]}",
        );
        assert_eq!(
            problems[..3],
            [
                "policy.forbidden[0]:3:16: a forbidden term needs a word; it is left out",
                "policy.goals[0]:2:12: unknown goal \"fame\": the known ones are awareness, leadership, traffic, leads, service",
                "policy.mix:1:9: the shares of a mix are percentages and make 100 together; these make 50",
            ]
        );
        assert!(problems[3].starts_with("policy.cadence.myspace:4:14: unknown network \"myspace\""), "{}", problems[3]);
        assert_eq!(problems[4], "policy.exceptions[0].from:5:26: \"monday\" is no day such as 2026-11-24");
        assert!(policy.editorial.mix.is_none() && policy.editorial.forbidden.is_empty());
    }
}
