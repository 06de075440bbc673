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
