//! Reads a draft from JSON.

use crate::json::{Fault, Kind, Node, Reading, Value, position, read};
use crate::plan::check_moment;
use crate::policy::read_goal;
use crate::settings::read_lang;
use crate::{Approval, Author, Category, Dismissal, Draft, Intent, Link, Media, NETWORKS, Other, Part, Poll, Problem};

const KEYS: [&str; 27] = [
    "text",
    "networks",
    "variants",
    "link",
    "media",
    "scheduledAt",
    "author",
    "paid",
    "aiGenerated",
    "audience",
    "replyTo",
    "quote",
    "poll",
    "sensitive",
    "thread",
    "role",
    "dismissed",
    "answers",
    "textLang",
    "intent",
    "id",
    "category",
    "campaign",
    "goal",
    "topics",
    "parts",
    "approvals",
];

const MEDIA: [&str; 10] =
    ["kind", "src", "alt", "width", "height", "poster", "captions", "flashes", "decorative", "retouched"];

const AUTHORS: [&str; 5] = ["brand", "employee", "agency", "influencer", "employer"];

impl Draft {
    /// Reads a draft from JSON text. What does not fit is a problem, and the rest is read.
    ///
    /// # Errors
    /// Where there is no text to check: it is no JSON, no object, or its `text` is missing or none.
    pub fn from_json(json: &str) -> Result<(Self, Vec<Problem>), Problem> {
        let value = read(json).map_err(|fault| unreadable(&fault))?;
        let node = Node::root("", &value);
        if !node.is_object() {
            return Err(refusal(json, "draft", &value, "a draft is an object such as {\"text\": \"…\"}"));
        }
        let Some(text) = node.members().iter().find(|member| member.key == "text") else {
            let (line, column) = position(json, value.at);
            let message = "a draft needs a text: there is no key \"text\"".to_owned();
            return Err(Problem { at: "draft".into(), line, column, message });
        };
        let Some(text) = node.member(text).as_text() else {
            return Err(refusal(json, "text", &text.value, "a draft needs a text"));
        };
        let mut reading = Reading::default();
        let draft = read_draft(&mut reading, &node, text);
        Ok((draft, reading.problems))
    }
}

fn read_draft(reading: &mut Reading<'_>, node: &Node<'_>, text: &str) -> Draft {
    reading.keys(node, &KEYS);
    let intent = reading.one_of(node, "intent", &["save", "publish"]);
    let category = reading.one_of(node, "category", &Category::ALL.map(Category::as_str));
    if let Some(at) = node.get("scheduledAt") {
        check_moment(reading, &at);
    }
    Draft {
        id: reading.text(node, "id"),
        text: text.to_owned(),
        networks: reading.networks(node, "networks"),
        variants: node.get("variants").map(|variants| read_variants(reading, &variants)).unwrap_or_default(),
        link: node.get("link").and_then(|link| read_link(reading, &link)),
        media: reading.list(node, "media").map(|media| read_media(reading, &media)),
        scheduled_at: reading.maybe_text(node, "scheduledAt"),
        author: node.get("author").map(|author| read_author(reading, &author)),
        paid: reading.maybe_truth(node, "paid"),
        ai_generated: reading.maybe_truth(node, "aiGenerated"),
        audience: reading.words(node, "audience"),
        reply_to: node.get("replyTo").and_then(|other| read_other(reading, &other)),
        quote: node.get("quote").and_then(|other| read_other(reading, &other)),
        poll: node.get("poll").and_then(|poll| read_poll(reading, &poll)),
        sensitive: read_sensitive(reading, node),
        thread: node.get("thread").and_then(|thread| read_part(reading, &thread)),
        role: reading.maybe_text(node, "role"),
        dismissed: read_dismissals(reading, node, "dismissed"),
        answers: read_dismissals(reading, node, "answers"),
        text_lang: node.get("textLang").and_then(|tag| read_lang(reading, &tag)).map(|lang| lang.as_str().to_owned()),
        intent: if intent == Some("save") { Intent::Save } else { Intent::Publish },
        category: category.and_then(|word| Category::ALL.into_iter().find(|c| c.as_str() == word)),
        campaign: reading.text(node, "campaign"),
        goal: node.get("goal").and_then(|goal| read_goal(reading, &goal)),
        topics: reading.words(node, "topics"),
        parts: reading.list(node, "parts").map(|list| reading.texts(&list)).unwrap_or_default(),
        approvals: read_approvals(reading, node),
    }
}

fn unreadable(fault: &Fault) -> Problem {
    let Fault { line, column, message } = fault;
    let message = format!("the draft is not JSON: {message}, at line {line}, column {column}");
    Problem { at: "draft".into(), line: *line, column: *column, message }
}

/// Why this is no draft: what it needs, what was found instead, and where.
fn refusal(json: &str, path: &str, found: &Value, needs: &str) -> Problem {
    let (line, column) = position(json, found.at);
    let message = format!("{needs}: found {} at line {line}, column {column}", found.name());
    Problem { at: path.to_owned(), line, column, message }
}

fn read_variants(reading: &mut Reading<'_>, node: &Node<'_>) -> Vec<(String, String)> {
    let mut variants = Vec::new();
    reading.any_keys(node);
    for member in node.members() {
        if reading.knows_key(node, member, "network", &NETWORKS)
            && let Some(text) = reading.maybe_text(node, &member.key)
        {
            variants.push((member.key.clone(), text));
        }
    }
    variants
}

/// An address, or an object that says what its card shows.
fn read_link(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Link> {
    let mut link = Link::default();
    if let Some(url) = node.as_text() {
        link.url = url.to_owned();
    } else {
        reading.keys(node, &["url", "title", "description", "image", "card"]);
        link.url = reading.text(node, "url");
        link.title = reading.text(node, "title");
        link.description = reading.text(node, "description");
        link.image = reading.text(node, "image");
        link.card = reading.one_of(node, "card", &["large", "small"]).unwrap_or_default().to_owned();
    }
    if link.url.trim().is_empty() {
        return None;
    }
    if !link.is_web_address() {
        reading
            .problem(&node.get("url").unwrap_or(*node), "it is no web address, so nothing makes a card of it".into());
    }
    Some(link)
}

fn read_media(reading: &mut Reading<'_>, list: &Node<'_>) -> Vec<Media> {
    let mut media = Vec::new();
    for node in list.items() {
        reading.keys(&node, &MEDIA);
        let kind = reading.one_of(&node, "kind", &["image", "gif", "video"]);
        media.push(Media {
            kind: kind.unwrap_or_default().to_owned(),
            src: reading.text(&node, "src"),
            alt: reading.maybe_text(&node, "alt"),
            width: reading.whole(&node, "width").unwrap_or_default(),
            height: reading.whole(&node, "height").unwrap_or_default(),
            poster: reading.text(&node, "poster"),
            captions: reading.truth(&node, "captions"),
            flashes: read_flashes(reading, &node),
            decorative: reading.truth(&node, "decorative"),
            retouched: reading.truth(&node, "retouched"),
        });
    }
    media
}

/// `true`, or how many times it flashes in a second: more than three are too many.
fn read_flashes(reading: &mut Reading<'_>, node: &Node<'_>) -> bool {
    let Some(value) = node.get("flashes") else { return false };
    match &value.value.kind {
        Kind::Integer(times) => *times > 3,
        Kind::Number(times) => is_above_three(times),
        _ => reading.truth(node, "flashes"),
    }
}

/// Whether a JSON number is above three, told by its digits: the tables that read it as a float would cost the
/// download 12 KB.
fn is_above_three(number: &str) -> bool {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = || whole.bytes().chain(part.bytes());
    let Some(first) = digits().position(|digit| digit != b'0') else { return false };
    let largest = if exponent.starts_with('-') { i32::MIN } else { i32::MAX };
    let power = exponent.parse().unwrap_or(largest).saturating_add(whole.len() as i32 - 1 - first as i32);
    let mut significant = digits().skip(first);
    let lead = significant.next().unwrap_or(b'0');
    let is_three = lead == b'3' && significant.all(|digit| digit == b'0');
    !number.starts_with('-') && (power > 0 || power == 0 && lead >= b'3' && !is_three)
}

fn read_author(reading: &mut Reading<'_>, node: &Node<'_>) -> Author {
    reading.keys(node, &["name", "handle", "type", "role"]);
    Author {
        name: reading.text(node, "name"),
        handle: read_handle(reading, node),
        kind: reading.one_of(node, "type", &AUTHORS).unwrap_or_default().to_owned(),
        role: reading.text(node, "role"),
    }
}

fn read_handle(reading: &mut Reading<'_>, node: &Node<'_>) -> String {
    let handle = reading.text(node, "handle");
    let handle = handle.trim();
    if let Some(node) = node.get("handle").filter(|_| handle.contains(char::is_whitespace)) {
        reading.problem(&node, "a handle has no spaces".into());
    }
    handle.strip_prefix('@').unwrap_or(handle).to_owned()
}

/// The text of a post, or an object that says whose it is.
fn read_other(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Other> {
    if let Some(text) = node.as_text() {
        return Some(Other { text: text.to_owned(), ..Other::default() });
    }
    reading.keys(node, &["name", "handle", "text"]);
    let other = Other {
        name: reading.text(node, "name"),
        handle: read_handle(reading, node),
        text: reading.text(node, "text"),
    };
    (other != Other::default()).then_some(other)
}

fn read_poll(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Poll> {
    reading.keys(node, &["question", "options"]);
    let options = reading.list(node, "options").map(|list| reading.texts(&list)).unwrap_or_default();
    let poll = Poll { question: reading.text(node, "question"), options };
    (poll != Poll::default()).then_some(poll)
}

/// `true`, or the words on the cover.
fn read_sensitive(reading: &mut Reading<'_>, draft: &Node<'_>) -> Option<String> {
    match &draft.get("sensitive")?.value.kind {
        Kind::Bool(covers) => covers.then(String::new),
        _ => reading.maybe_text(draft, "sensitive"),
    }
}

fn read_part(reading: &mut Reading<'_>, node: &Node<'_>) -> Option<Part> {
    reading.keys(node, &["part", "of"]);
    let number = reading.whole(node, "part")?;
    Some(Part { number, of: reading.whole(node, "of").unwrap_or_default() })
}

fn read_approvals(reading: &mut Reading<'_>, draft: &Node<'_>) -> Vec<Approval> {
    let mut approvals = Vec::new();
    let Some(list) = reading.list(draft, "approvals") else { return approvals };
    for node in list.items() {
        reading.keys(&node, &["by", "textHash"]);
        approvals.push(Approval { by: reading.text(&node, "by"), text_hash: reading.text(&node, "textHash") });
    }
    approvals
}

fn read_dismissals(reading: &mut Reading<'_>, draft: &Node<'_>, key: &str) -> Vec<Dismissal> {
    let mut dismissals = Vec::new();
    let Some(list) = reading.list(draft, key) else { return dismissals };
    for node in list.items() {
        reading.keys(&node, &["id", "reason", "answer", "by", "at", "until", "role", "second", "textHash"]);
        let answer = reading.maybe_text(&node, "answer");
        let dismissal = Dismissal {
            id: reading.text(&node, "id"),
            reason: answer.unwrap_or_else(|| reading.text(&node, "reason")),
            by: reading.text(&node, "by"),
            at: reading.text(&node, "at"),
            until: reading.text(&node, "until"),
            role: reading.text(&node, "role"),
            second: reading.text(&node, "second"),
            text_hash: reading.text(&node, "textHash"),
        };
        if dismissal.id.is_empty() {
            reading.problem(&node, "it needs the id of a flag; it is left out".into());
        } else {
            dismissals.push(dismissal);
        }
    }
    dismissals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_three_flashes_a_second_are_told_by_the_digits() {
        for above in ["3.5", "3.0001", "0.31e1", "31E-1", "0.0004e+4", "1e99999999999", "3.5e0", "10.0"] {
            assert!(is_above_three(above) && above.parse::<f64>().unwrap() > 3.0, "{above}");
        }
        for other in ["3.0", "3e0", "30e-1", "0.3e1", "2.99", "-4.0", "-3.5e9", "0.0", "0e9", "9e-99999999999"] {
            assert!(!is_above_three(other) && other.parse::<f64>().unwrap() <= 3.0, "{other}");
        }
    }

    #[test]
    fn a_link_that_is_no_address_and_a_handle_with_spaces_are_told_and_kept() {
        let json = r#"{"text": "Hi", "link": {"url": "htp:/nowhere now"}, "author": {"handle": "maison marius"},
            "quote": {"handle": "@zoé b", "text": "Ah"}}"#;
        let (draft, problems) = Draft::from_json(json).unwrap();
        let places: Vec<&str> = problems.iter().map(|problem| &*problem.at).collect();
        assert_eq!(places, ["link.url", "author.handle", "quote.handle"]);
        assert_eq!(draft.author.unwrap().handle, "maison marius");
        assert_eq!(draft.link.unwrap().url, "htp:/nowhere now");
        let (_, problems) = Draft::from_json(r#"{"text": "Hi", "link": "nowhere"}"#).unwrap();
        assert_eq!(problems[0].at, "link");
    }

    #[test]
    fn every_key_of_a_draft_is_read() {
        let json = r##"{"text": "Hi #Aurora", "networks": ["x", "linkedin", "x"], "variants": {"linkedin": "Hello"},
            "link": {"url": "https://a.b", "title": "T", "description": "D", "image": "i.png", "card": "small"},
            "media": [{"kind": "video", "src": "v.mp4", "alt": "", "width": 640, "height": 480, "captions": true, "flashes": 3.5, "retouched": true},
                {"alt": null, "flashes": 3, "decorative": true}],
            "scheduledAt": "2026-11-25T09:00:00+01:00", "author": {"name": "Zoé", "handle": "@zoe", "type": "employee"},
            "paid": true, "aiGenerated": false, "audience": ["FR"], "replyTo": "When?", "quote": {"name": "Ana", "handle": "@ana", "text": "Mended"},
            "poll": {"question": "Which?", "options": ["Wool", " ", "Linen"]}, "sensitive": true, "thread": {"part": 2, "of": 3},
            "textLang": "fr", "intent": "save",
            "dismissed": [{"id": "a:1", "reason": "fine", "by": "me", "at": "now", "until": "2027-01-01"}],
            "answers": [{"id": "b:2", "answer": "The northern lights"}]}"##;
        let (draft, problems) = Draft::from_json(json).unwrap();
        assert_eq!(problems, []);
        assert_eq!(draft.text, "Hi #Aurora");
        assert_eq!(draft.networks, ["x", "linkedin"]);
        assert_eq!(draft.variants, [("linkedin".to_owned(), "Hello".to_owned())]);
        let link = draft.link.unwrap();
        assert_eq!((link.image.as_str(), link.card.as_str()), ("i.png", "small"));
        let media = draft.media.unwrap();
        assert_eq!((media[0].alt.as_deref(), media[0].width, media[1].alt.as_deref()), (Some(""), 640, None));
        assert!(media[0].captions && media[0].flashes && !media[0].decorative);
        assert!(!media[1].captions && !media[1].flashes && media[1].decorative);
        assert_eq!((media[0].retouched, media[1].retouched), (true, false));
        assert_eq!((draft.paid, draft.ai_generated), (Some(true), Some(false)));
        let author = draft.author.unwrap();
        assert_eq!((author.handle.as_str(), author.kind.as_str()), ("zoe", "employee"));
        assert_eq!((draft.text_lang.as_deref(), draft.intent), (Some("fr"), Intent::Save));
        assert_eq!(draft.reply_to.unwrap().text, "When?");
        assert_eq!(draft.quote, Some(Other { name: "Ana".into(), handle: "ana".into(), text: "Mended".into() }));
        assert_eq!(draft.poll.unwrap().options, ["Wool", "Linen"]);
        assert_eq!((draft.sensitive.as_deref(), draft.thread), (Some(""), Some(Part { number: 2, of: 3 })));
        assert_eq!(draft.dismissed[0].until, "2027-01-01");
        assert_eq!(draft.answers[0].reason, "The northern lights");
    }

    #[test]
    fn what_the_host_does_not_say_is_not_known() {
        let nulls = r#"{"text": "", "media": null, "link": null, "author": null, "networks": null, "replyTo": null}"#;
        for json in [r#"{"text": ""}"#, nulls] {
            let (draft, problems) = Draft::from_json(json).unwrap();
            assert_eq!((draft, problems), (Draft::default(), vec![]));
        }
        assert_eq!(Draft::from_json(r#"{"text": "", "media": []}"#).unwrap().0.media, Some(vec![]));
        assert_eq!(Draft::from_json(r#"{"text": "", "link": ""}"#).unwrap().0.link, None);
    }

    #[test]
    fn offsets_hold_over_unpaired_surrogates() {
        let (draft, _) = Draft::from_json(r#"{"text": "a\ud83db\ude00"}"#).unwrap();
        assert_eq!(draft.text.encode_utf16().count(), 4);
        assert_eq!(draft.text, "a\u{FFFD}b\u{FFFD}");
    }

    #[test]
    fn what_is_no_draft_is_refused_in_one_clear_sentence() {
        let says = |json, at: &str, message: &str| {
            let problem = Draft::from_json(json).expect_err(json);
            assert_eq!((problem.at.as_str(), problem.message.as_str()), (at, message));
        };
        says(r#"{"text": 3}"#, "text", "a draft needs a text: found a number at line 1, column 10");
        says("{\n\"text\": null}", "text", "a draft needs a text: found null at line 2, column 9");
        says(r#"{"networks": []}"#, "draft", "a draft needs a text: there is no key \"text\"");
        says(r#""Hi""#, "draft", "a draft is an object such as {\"text\": \"…\"}: found a text at line 1, column 1");
        says(" [1]", "draft", "a draft is an object such as {\"text\": \"…\"}: found a list at line 1, column 2");
        says(
            "Hi",
            "draft",
            "the draft is not JSON: \"Hi\" is no JSON value; texts stand between double quotes, at line 1, column 1",
        );
        says("", "draft", "the draft is not JSON: the text ends where a value is expected, at line 1, column 1");
        says(
            r#"{"text": "a", "text": "b"}"#,
            "draft",
            "the draft is not JSON: the key \"text\" is there twice, at line 1, column 15",
        );
    }

    #[test]
    fn what_does_not_fit_is_told_and_the_rest_is_read() {
        let json = r#"{"text": "Hi", "txet": 1, "networks": ["X", "linkedin"], "variants": {"myspace": "a", "x": 3},
            "media": [{"width": "wide", "kind": "photo", "heigth": 3}, 4], "author": {"type": "boss"}, "link": 3,
            "dismissed": [{"reason": "r"}, {"id": "k"}], "textLang": "de", "intent": "send", "audience": {}}"#;
        let (draft, problems) = Draft::from_json(json).unwrap();
        let told: Vec<_> = problems.iter().map(|p| format!("{}: {}", p.at, p.message)).collect();
        let networks = format!("the known ones are {}", NETWORKS.join(", "));
        assert_eq!(
            told,
            [
                format!("txet: unknown key \"txet\": the known ones are {}; did you mean text?", KEYS.join(", ")),
                "intent: unknown intent \"send\": the known ones are save, publish".into(),
                format!("networks: unknown network \"X\": {networks}; did you mean x?"),
                format!("variants.myspace: unknown network \"myspace\": {networks}"),
                "variants.x: expected a text, found a number".into(),
                "link: expected an object, found a number".into(),
                "media[0].heigth: unknown key \"heigth\": the known ones are kind, src, alt, width, height, poster, captions, flashes, decorative, retouched; did you mean height?".into(),
                "media[0].kind: unknown kind \"photo\": the known ones are image, gif, video".into(),
                "media[0].width: expected a whole number, found a text".into(),
                "media[1]: expected an object, found a number".into(),
                "author.type: unknown type \"boss\": the known ones are brand, employee, agency, influencer, employer".into(),
                "audience: expected a list, found an object".into(),
                "dismissed[0]: it needs the id of a flag; it is left out".into(),
                "textLang: unknown language \"de\": the known ones are en, fr".into(),
            ]
        );
        assert_eq!((draft.networks.len(), draft.dismissed.len(), draft.media.unwrap().len()), (1, 1, 2));
        // The same draft spaced otherwise must give the same report: no places.
        assert!(problems.iter().all(|p| (p.line, p.column) == (0, 0)));
    }
}
