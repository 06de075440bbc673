//! Reads a draft from JSON.

use crate::json::{Fault, Kind, Member, Path, Reading, Value, position, read};
use crate::{Author, Dismissal, Draft, Intent, Lang, Link, Media, NETWORKS, Problem};

const KEYS: [&str; 13] = [
    "text",
    "networks",
    "variants",
    "link",
    "media",
    "scheduledAt",
    "author",
    "audience",
    "replyTo",
    "dismissed",
    "answers",
    "textLang",
    "intent",
];

const AUTHORS: [&str; 5] = ["brand", "employee", "agency", "influencer", "employer"];
const MEDIA: [&str; 3] = ["image", "gif", "video"];

impl Draft {
    /// Reads a draft from JSON text. What does not fit is a problem, and the rest is read.
    ///
    /// # Errors
    /// Where there is no text to check: it is no JSON, no object, or its `text` is missing or none.
    pub fn from_json(json: &str) -> Result<(Self, Vec<Problem>), Problem> {
        let value = read(json).map_err(|fault| unreadable(&fault))?;
        let at = value.at;
        if !matches!(value.kind, Kind::Object(_)) {
            return Err(refusal(json, "draft", &value, "a draft is an object such as {\"text\": \"…\"}"));
        }
        let mut draft = Self::default();
        let mut reading = Reading::default();
        let mut has_text = false;
        for Member { key, at, value } in reading.members(&Path::Root("draft"), value) {
            match value.kind {
                Kind::Text(text) if key == "text" => (draft.text, has_text) = (text, true),
                _ if key == "text" => return Err(refusal(json, "text", &value, "a draft needs a text")),
                _ => draft.read_key(&mut reading, &key, at, value),
            }
        }
        if !has_text {
            let (line, column) = position(json, at);
            let message = "a draft needs a text: there is no key \"text\"".to_owned();
            return Err(Problem { at: "draft".into(), line, column, message });
        }
        Ok((draft, reading.problems))
    }

    fn read_key(&mut self, reading: &mut Reading<'_>, key: &str, at: usize, value: Value) {
        let root = Path::Root("");
        let path = Path::Key(&root, key);
        match key {
            "networks" => self.networks = reading.networks(&path, value, &NETWORKS),
            "variants" => self.variants = read_variants(reading, &path, value),
            "link" => self.link = read_link(reading, &path, value),
            "media" => self.media = read_media(reading, &path, value),
            "scheduledAt" => self.scheduled_at = reading.text(&path, value),
            "author" => self.author = read_author(reading, &path, value),
            "audience" => self.audience = reading.words(&path, value),
            "replyTo" => self.reply_to = reading.text(&path, value),
            "dismissed" => self.dismissed = read_dismissals(reading, &path, value),
            "answers" => self.answers = read_dismissals(reading, &path, value),
            "textLang" => self.text_lang = read_lang(reading, &path, value),
            "intent" => {
                if reading.one_of(&path, &value, "intent", &["save", "publish"]) == Some("save") {
                    self.intent = Intent::Save;
                }
            }
            _ => reading.unknown_key(&path, at, key, &KEYS),
        }
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

fn read_variants(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Vec<(String, String)> {
    let mut variants = Vec::new();
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        if reading.known(&path, at, &key, "network", &NETWORKS).is_some()
            && let Some(text) = reading.text(&path, value)
        {
            variants.push((key, text));
        }
    }
    variants
}

/// An address, or an object that says what its card shows.
fn read_link(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Option<Link> {
    let mut link = Link::default();
    match value.kind {
        Kind::Null => return None,
        Kind::Text(url) => link.url = url,
        _ => {
            for Member { key, at, value } in reading.members(path, value) {
                let path = Path::Key(path, &key);
                let field = match key.as_str() {
                    "url" => &mut link.url,
                    "title" => &mut link.title,
                    "description" => &mut link.description,
                    "image" => &mut link.image,
                    _ => {
                        reading.unknown_key(&path, at, &key, &["url", "title", "description", "image"]);
                        continue;
                    }
                };
                *field = reading.text(&path, value).unwrap_or_default();
            }
        }
    }
    (!link.url.trim().is_empty()).then_some(link)
}

fn read_media(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Option<Vec<Media>> {
    if !matches!(value.kind, Kind::List(_)) {
        reading.items(path, value);
        return None;
    }
    let items = reading.items(path, value).into_iter().enumerate();
    Some(items.map(|(index, item)| read_medium(reading, &Path::Item(path, index), item)).collect())
}

fn read_medium(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Media {
    let mut media = Media::default();
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        match key.as_str() {
            "kind" => media.kind = reading.one_of(&path, &value, "kind", &MEDIA).unwrap_or_default().to_owned(),
            "src" => media.src = reading.text(&path, value).unwrap_or_default(),
            "alt" => media.alt = reading.text(&path, value),
            "width" => media.width = reading.whole(&path, &value).unwrap_or_default(),
            "height" => media.height = reading.whole(&path, &value).unwrap_or_default(),
            _ => reading.unknown_key(&path, at, &key, &["kind", "src", "alt", "width", "height"]),
        }
    }
    media
}

fn read_author(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Option<Author> {
    if matches!(value.kind, Kind::Null) {
        return None;
    }
    let mut author = Author::default();
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        match key.as_str() {
            "name" => author.name = reading.text(&path, value).unwrap_or_default(),
            "handle" => {
                let handle = reading.text(&path, value).unwrap_or_default();
                author.handle = handle.trim().trim_start_matches('@').to_owned();
            }
            "type" => author.kind = reading.one_of(&path, &value, "type", &AUTHORS).unwrap_or_default().to_owned(),
            _ => reading.unknown_key(&path, at, &key, &["name", "handle", "type"]),
        }
    }
    Some(author)
}

fn read_dismissals(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Vec<Dismissal> {
    let mut dismissals = Vec::new();
    for (index, item) in reading.items(path, value).into_iter().enumerate() {
        let path = Path::Item(path, index);
        let at = item.at;
        let dismissal = read_dismissal(reading, &path, item);
        if dismissal.id.is_empty() {
            reading.problem(&path, at, "it needs the id of a flag; it is left out".into());
        } else {
            dismissals.push(dismissal);
        }
    }
    dismissals
}

fn read_dismissal(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Dismissal {
    let mut dismissal = Dismissal::default();
    for Member { key, at, value } in reading.members(path, value) {
        let path = Path::Key(path, &key);
        let field = match key.as_str() {
            "id" => &mut dismissal.id,
            "reason" | "answer" => &mut dismissal.reason,
            "by" => &mut dismissal.by,
            "at" => &mut dismissal.at,
            "until" => &mut dismissal.until,
            _ => {
                reading.unknown_key(&path, at, &key, &["id", "reason", "answer", "by", "at", "until"]);
                continue;
            }
        };
        *field = reading.text(&path, value).unwrap_or_default();
    }
    dismissal
}

fn read_lang(reading: &mut Reading<'_>, path: &Path<'_>, value: Value) -> Option<String> {
    let at = value.at;
    let tag = reading.text(path, value)?;
    match Lang::parse(&tag) {
        Some(lang) => Some(lang.as_str().to_owned()),
        None => {
            reading.known(path, at, &tag, "language", &["en", "fr"]);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_draft_is_read() {
        let json = r##"{"text": "Hi #Aurora", "networks": ["x", "linkedin", "x"], "variants": {"linkedin": "Hello"},
            "link": {"url": "https://a.b", "title": "T", "description": "D", "image": "i.png"},
            "media": [{"kind": "video", "src": "v.mp4", "alt": "", "width": 640, "height": 480}, {"alt": null}],
            "scheduledAt": "2026-11-25T09:00:00+01:00", "author": {"name": "Zoé", "handle": "@zoe", "type": "employee"},
            "audience": ["FR"], "replyTo": "p1", "textLang": "fr", "intent": "save",
            "dismissed": [{"id": "a:1", "reason": "fine", "by": "me", "at": "now", "until": "2027-01-01"}],
            "answers": [{"id": "b:2", "answer": "The northern lights"}]}"##;
        let (draft, problems) = Draft::from_json(json).unwrap();
        assert_eq!(problems, []);
        assert_eq!(draft.text, "Hi #Aurora");
        assert_eq!(draft.networks, ["x", "linkedin"]);
        assert_eq!(draft.variants, [("linkedin".to_owned(), "Hello".to_owned())]);
        assert_eq!(draft.link.unwrap().image, "i.png");
        let media = draft.media.unwrap();
        assert_eq!((media[0].alt.as_deref(), media[0].width, media[1].alt.as_deref()), (Some(""), 640, None));
        let author = draft.author.unwrap();
        assert_eq!((author.handle.as_str(), author.kind.as_str()), ("zoe", "employee"));
        assert_eq!((draft.text_lang.as_deref(), draft.intent), (Some("fr"), Intent::Save));
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
        let json = r#"{"text": "Hi", "txet": 1, "networks": ["X", "linkedin"], "variants": {"tiktok": "a", "x": 3},
            "media": [{"width": "wide", "kind": "photo", "heigth": 3}, 4], "author": {"type": "boss"}, "link": 3,
            "dismissed": [{"reason": "r"}, {"id": "k"}], "textLang": "de", "intent": "send", "audience": {}}"#;
        let (draft, problems) = Draft::from_json(json).unwrap();
        let told: Vec<_> = problems.iter().map(|p| format!("{}: {}", p.at, p.message)).collect();
        let networks = "the known ones are x, linkedin, bluesky, mastodon";
        assert_eq!(
            told,
            [
                format!("txet: unknown key \"txet\": the known ones are {}; did you mean text?", KEYS.join(", ")),
                format!("networks: unknown network \"X\": {networks}; did you mean x?"),
                format!("variants.tiktok: unknown network \"tiktok\": {networks}"),
                "variants.x: expected a text, found a number".into(),
                "media[0].width: expected a whole number, found a text".into(),
                "media[0].kind: unknown kind \"photo\": the known ones are image, gif, video".into(),
                "media[0].heigth: unknown key \"heigth\": the known ones are kind, src, alt, width, height; did you mean height?".into(),
                "media[1]: expected an object, found a number".into(),
                "author.type: unknown type \"boss\": the known ones are brand, employee, agency, influencer, employer".into(),
                "link: expected an object, found a number".into(),
                "dismissed[0]: it needs the id of a flag; it is left out".into(),
                "textLang: unknown language \"de\": the known ones are en, fr".into(),
                "intent: unknown intent \"send\": the known ones are save, publish".into(),
                "audience: expected a list, found an object".into(),
            ]
        );
        assert_eq!((draft.networks.len(), draft.dismissed.len(), draft.media.unwrap().len()), (1, 1, 2));
        // The same draft spaced otherwise must give the same report: no places.
        assert!(problems.iter().all(|p| (p.line, p.column) == (0, 0)));
    }
}
