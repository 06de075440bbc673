//! Holds: for a while a subject is not to be written about lightly. What the host says; no clock of its own.

use crate::json::{Node, Place, Reading};
use crate::plan::{Moment, check_day};
use crate::{Draft, Policy};

/// A hold on a subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hold {
    /// Words of the subject: a draft with one of them touches it.
    pub words: Vec<String>,
    /// Where it happened: counts as words do.
    pub place: Vec<String>,
    /// Countries it holds for; all when empty.
    pub countries: Vec<String>,
    /// First day or moment; from always when empty.
    pub since: String,
    /// Last day or moment; for ever when empty.
    pub until: String,
    /// Whom to ask before a post goes out; may be empty.
    pub ask: String,
    /// Why, in a few words; may be empty.
    pub reason: String,
    /// What it holds beside drafts that touch it.
    pub scope: Scope,
    /// Where the settings say so.
    pub at: Place,
}

/// What a hold stops beside drafts that touch its subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Nothing else.
    Topic,
    /// Drafts that sell or joke.
    #[default]
    Light,
    /// Every draft.
    All,
}

const KEYS: [&str; 9] = ["words", "topic", "place", "countries", "since", "until", "ask", "reason", "scope"];

/// Reads a list of holds. What does not fit is told; a hold that lacks something still holds.
pub(crate) fn read_holds(reading: &mut Reading<'_>, list: &Node<'_>) -> Vec<Hold> {
    if !list.is_list() {
        reading.wrong(list, "a list");
    }
    list.items().map(|node| read_hold(reading, &node)).collect()
}

fn read_hold(reading: &mut Reading<'_>, node: &Node<'_>) -> Hold {
    if !node.is_object() {
        reading.wrong(node, "an object with \"words\" and \"until\"");
        return Hold { scope: Scope::Topic, at: reading.place(node), ..Hold::default() };
    }
    reading.keys(node, &KEYS);
    let mut hold = Hold { at: reading.place(node), countries: reading.words(node, "countries"), ..Hold::default() };
    hold.countries.iter_mut().for_each(|code| code.make_ascii_uppercase());
    for key in ["words", "topic", "place"] {
        let Some(value) = node.get(key) else { continue };
        let more = value.as_text().map(|text| vec![text.to_owned()]);
        let field = if key == "place" { &mut hold.place } else { &mut hold.words };
        field.extend(more.unwrap_or_else(|| reading.texts(&value)));
    }
    for (key, field) in
        [("since", &mut hold.since), ("until", &mut hold.until), ("ask", &mut hold.ask), ("reason", &mut hold.reason)]
    {
        *field = reading.text(node, key);
    }
    for key in ["since", "until"] {
        if let Some(value) = node.get(key) {
            check_day(reading, &value);
        }
    }
    hold.scope = match reading.one_of(node, "scope", &["topic", "light", "all"]) {
        Some("topic") => Scope::Topic,
        Some("all") => Scope::All,
        _ => Scope::Light,
    };
    if hold.until.is_empty() {
        reading.problem(node, "a hold needs \"until\", its last day: without it, it never ends".into());
    }
    if hold.words.is_empty() && hold.place.is_empty() && hold.scope != Scope::All {
        reading.problem(node, "a hold needs \"words\" or a \"place\", or \"scope\": \"all\"".into());
    }
    hold
}

impl Hold {
    /// Whether it holds a draft that goes out at a moment: not before it begins, not after it ends, and only for its
    /// countries. What nobody knows does not lift it.
    pub(crate) fn holds(&self, draft: &Draft, policy: &Policy, at: Option<Moment>) -> bool {
        let to = if draft.audience.is_empty() { &policy.countries } else { &draft.audience };
        let elsewhere = !self.countries.is_empty()
            && !to.is_empty()
            && !to.iter().any(|country| self.countries.iter().any(|c| c.eq_ignore_ascii_case(country)));
        let early = at.is_some_and(|at| is_past(at, &self.since) == Some(false));
        let late = at.is_some_and(|at| is_past(at, &self.until) == Some(true));
        !elsewhere && !early && !late
    }

    /// What it is about, in a few words.
    pub(crate) fn about(&self) -> String {
        let first = |list: &[String]| list.first().cloned().unwrap_or_default();
        [self.reason.clone(), first(&self.place), first(&self.words)]
            .into_iter()
            .find(|text| !text.trim().is_empty())
            .unwrap_or_default()
    }
}

/// Whether a moment lies after a day (wholly over) or moment (`Some(true)`), in it (`None`) or before (`Some(false)`).
/// A text that is no time is never past.
fn is_past(at: Moment, text: &str) -> Option<bool> {
    let text = text.trim();
    if text.len() > 10 {
        let then = Moment::parse(text)?;
        return (at.minute != then.minute).then_some(at.minute > then.minute);
    }
    let day = Moment::day_of(text)?;
    (at.day() != day).then_some(at.day() > day)
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Settings};

    fn rules(settings: &str, draft: &str) -> Vec<(String, String)> {
        let (settings, problems) = Settings::from_json(settings);
        assert_eq!(problems, []);
        let report = Checker::new(settings).0.check(&Draft::from_json(draft).unwrap().0);
        report.flags.iter().filter(|f| f.rule == "crisis-hold").map(|f| (f.title.clone(), f.advice.clone())).collect()
    }

    const HOLD: &str = r#""policy": {"holds": [{"words": ["horse", "burger"], "place": "Riverside", "until": "2026-11-30",
        "ask": "Zoé", "reason": "Horse meat in our burgers"}], "sensitiveToday": ["hay"]}"#;

    #[test]
    fn a_hold_stops_what_touches_it_or_sells_and_ends_by_itself() {
        let during = format!(r#"{{{HOLD}, "now": "2026-11-24T10:00:00+01:00"}}"#);
        for text in
            ["A horse walks in", "Our burgers are back", "Good morning #Riverside", "20% off everything, shop now"]
        {
            let found = rules(&during, &format!(r#"{{"text": "{text}"}}"#));
            assert!(
                found.len() == 1 && found[0].0.contains("Horse meat") && found[0].1.contains("Zoé"),
                "{text}: {found:?}"
            );
        }
        assert_eq!(rules(&during, r#"{"text": "Our opening hours: nine to five"}"#), []);
        assert_eq!(rules(&during, r#"{"text": "A horse", "scheduledAt": "2026-12-01T09:00:00+01:00"}"#), []);
        let after = format!(r#"{{{HOLD}, "now": "2026-12-01T00:10:00+01:00"}}"#);
        assert_eq!(rules(&after, r#"{"text": "A horse walks in"}"#), []);
    }

    #[test]
    fn what_is_wrong_with_a_hold_is_told_with_its_path() {
        let told = |text: &str| -> Vec<String> {
            let problems = Settings::from_json(text).1;
            problems.iter().map(|p| format!("{}: {}", p.at, p.message)).collect()
        };
        assert_eq!(
            told(
                r#"{"holds": [{"words": ["fire"]}, "fire", {"place": "Lyon", "until": "tomorrow", "scope": "some"}]}"#
            ),
            [
                "holds[0]: a hold needs \"until\", its last day: without it, it never ends",
                "holds[1]: expected an object with \"words\" and \"until\", found a text",
                "holds[2].until: \"tomorrow\" is no day such as 2026-11-24, and no time such as 2026-11-24T09:00:00+01:00",
                "holds[2].scope: unknown scope \"some\": the known ones are topic, light, all",
            ]
        );
        assert_eq!(told(r#"{"policy": {"holds": {}}}"#), ["policy.holds: expected a list, found an object"]);
    }
}
