//! Labelled posts: labels and written rows of `data/category`, joined with the posts outside the repository.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use draftlens_engine::{Author, Category, Draft, Other};
use serde_json::Value;

use crate::shared;

/// Where labels and written rows stand.
pub const DATA: &str = "data/category";

/// A post with its label.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its id: `p-…`, `ibm-…`, `sg-…` for real posts, `w-…` for written ones.
    pub id: String,
    /// What it says.
    pub text: String,
    /// `en` or `fr`.
    pub lang: String,
    /// Where it was posted.
    pub network: String,
    /// Name of its author.
    pub author: String,
    /// Handle of its author, where it is known apart from the name.
    pub handle: String,
    /// The post that it answers.
    pub reply_to: Option<String>,
    /// The trade of its author, where it is known.
    pub industry: String,
    /// Whether somebody really posted it.
    pub real: bool,
    /// Index of its label in `Category::ALL`.
    pub label: usize,
    /// The second label of a post that the guide leaves open.
    pub alt: Option<usize>,
}

impl Row {
    /// The draft that a writer would have typed.
    pub fn draft(&self) -> Draft {
        let author = Author { name: self.author.clone(), handle: self.handle.clone(), ..Author::default() };
        Draft {
            text: self.text.clone(),
            author: Some(author),
            reply_to: self.reply_to.clone().map(|text| Other { text, ..Other::default() }),
            networks: vec!["x".to_owned()],
            ..Draft::default()
        }
    }

    /// How likely each label is, by its readers: all on one, or half on each of two.
    pub fn target(&self) -> [f64; 3] {
        let mut target = [0.0; 3];
        target[self.label] = 1.0;
        if let Some(alt) = self.alt {
            (target[self.label], target[alt]) = (0.5, 0.5);
        }
        target
    }
}

/// One reader's label of one post.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Name of the reader's file.
    pub reader: String,
    /// First label.
    pub label: usize,
    /// Second label of a post that the guide leaves open.
    pub alt: Option<usize>,
}

/// All readings of each post, by id; readers in the order of their files.
pub type Readings = BTreeMap<String, Vec<Reading>>;

/// What was read.
pub struct Data {
    /// Rows in the order of their ids.
    pub rows: Vec<Row>,
    /// What each reader said.
    pub readings: Readings,
    /// Labels whose posts are not here.
    pub absent: usize,
}

/// Reads everything. A broken or contradictory row stops it, with file and line.
pub fn read() -> Result<Data, String> {
    let mut readings = Readings::new();
    for path in files(&format!("{DATA}/labels"))? {
        read_labels(&path, &mut readings)?;
    }
    let (posts, industries) = (shared::posts()?, industries()?);
    let (mut rows, mut absent) = (Vec::new(), 0);
    for (id, said) in &readings {
        match posts.get(id) {
            Some(post) => {
                let industry = industries.get(&post.author).cloned().unwrap_or_default();
                rows.push(settle(Row { industry, ..post.clone() }, said));
            }
            None if posts.is_empty() => absent += 1,
            None => return Err(format!("{DATA}/labels: `{id}` is no post of ../shared/data.")),
        }
    }
    for path in files(&format!("{DATA}/written"))? {
        read_written(&path, &mut rows)?;
    }
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    if let Some(twice) = rows.windows(2).find(|pair| pair[0].id == pair[1].id) {
        return Err(format!("{DATA}/written: two rows are called `{}`.", twice[0].id));
    }
    Ok(Data { rows, readings, absent })
}

/// The trade of each author that is in the table.
fn industries() -> Result<BTreeMap<String, String>, String> {
    let mut found = BTreeMap::new();
    for (_, row) in lines(&format!("{DATA}/industries.jsonl"))? {
        for author in row.get("authors").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            found.insert(author.to_owned(), word(&row, "industry").to_owned());
        }
    }
    Ok(found)
}

/// The JSONL files of a folder, in order; none where the folder is not there.
pub fn files(folder: &str) -> Result<Vec<String>, String> {
    let entries = match fs::read_dir(Path::new(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(format!("{folder} could not be read: {error}.")),
    };
    let paths = entries.flatten().map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
    let mut paths: Vec<String> = paths.filter(|path| path.ends_with(".jsonl")).collect();
    paths.sort();
    Ok(paths)
}

/// The objects of a JSONL file with their line numbers.
pub fn lines(path: &str) -> Result<Vec<(usize, Value)>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path} could not be read: {error}."))?;
    let read = |(at, line): (usize, &str)| {
        let value: Value = serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}.", at + 1))?;
        value.is_object().then_some((at + 1, value)).ok_or_else(|| format!("{path}:{}: not an object.", at + 1))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// A key's text, or nothing.
pub fn word<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn read_labels(path: &str, readings: &mut Readings) -> Result<(), String> {
    let reader = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".jsonl").to_owned();
    for (line, row) in lines(path)? {
        let (id, label, alt) = labelled(&row).map_err(|why| format!("{path}:{line}: {why}"))?;
        let said = readings.entry(id.to_owned()).or_default();
        if said.iter().any(|other| other.reader == reader) {
            return Err(format!("{path}:{line}: `{id}` was labelled before in this file."));
        }
        said.push(Reading { reader: reader.clone(), label, alt });
    }
    Ok(())
}

/// Id, label and second label of a row.
fn labelled(row: &Value) -> Result<(&str, usize, Option<usize>), String> {
    let id = word(row, "id");
    if id.is_empty() {
        return Err("the row has no `id`.".to_owned());
    }
    let label = category(word(row, "label")).ok_or_else(|| unknown("label", word(row, "label")))?;
    let ambiguous = match row.get("ambiguous") {
        None | Some(Value::Bool(false)) => false,
        Some(Value::Bool(true)) => true,
        Some(_) => return Err("`ambiguous` is true or false.".to_owned()),
    };
    let alt = match row.get("alt") {
        None | Some(Value::Null) => None,
        Some(alt) => {
            let alt = alt.as_str().unwrap_or_default();
            Some(category(alt).ok_or_else(|| unknown("alt", alt))?)
        }
    };
    match (ambiguous, alt) {
        (true, None) => Err("an ambiguous row needs its second label in `alt`.".to_owned()),
        (false, Some(_)) => Err("`alt` is for rows that are `ambiguous`.".to_owned()),
        (true, Some(alt)) if alt == label => Err("`label` and `alt` are the same.".to_owned()),
        _ => Ok((id, label, alt)),
    }
}

fn unknown(key: &str, value: &str) -> String {
    format!("`{key}` is “{value}”, not promotional, curated or engagement.")
}

/// The index of a category's word.
pub fn category(name: &str) -> Option<usize> {
    Category::ALL.iter().position(|category| category.as_str() == name)
}

fn read_written(path: &str, rows: &mut Vec<Row>) -> Result<(), String> {
    for (line, row) in lines(path)? {
        let stop = |why: String| format!("{path}:{line}: {why}");
        let (id, label, alt) = labelled(&row).map_err(stop)?;
        if !id.starts_with("w-") {
            return Err(stop(format!("`{id}` does not begin with `w-`.")));
        }
        if !matches!(word(&row, "lang"), "en" | "fr") || word(&row, "text").trim().is_empty() {
            return Err(stop("a written row needs `text`, and `lang`: en or fr.".to_owned()));
        }
        let owned = |key: &str| word(&row, key).to_owned();
        let handle = row.get("handles").and_then(|list| list.get(0)).and_then(Value::as_str).unwrap_or_default();
        rows.push(Row {
            id: id.to_owned(),
            text: owned("text"),
            lang: owned("lang"),
            network: owned("network"),
            author: owned("author"),
            handle: handle.trim_start_matches('@').to_owned(),
            industry: owned("industry"),
            reply_to: row.get("replyTo").and_then(Value::as_str).map(str::to_owned),
            real: false,
            label,
            alt,
        });
    }
    Ok(())
}

/// One label from what the readers said: see `data/category/README.md`.
fn settle(mut row: Row, said: &[Reading]) -> Row {
    let mut votes = [0; 3];
    said.iter().filter(|reading| reading.alt.is_none()).for_each(|reading| votes[reading.label] += 1);
    let open = said.iter().find_map(|reading| reading.alt.map(|alt| (reading.label, alt)));
    let first = said.iter().map(|reading| reading.label).max_by_key(|&label| (votes[label], label == said[0].label));
    let first = first.unwrap_or_default();
    let rival = (0..3).find(|&label| label != first && votes[label] > 0 && votes[label] == votes[first]);
    (row.label, row.alt) = match open {
        // Nobody was clear: as the first of them saw it.
        Some((label, alt)) if votes[first] == 0 => (label, Some(alt)),
        Some((label, _)) if label == first => (first, rival),
        Some((label, _)) => (first, Some(label)),
        None => (first, rival),
    };
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(said: &[(usize, Option<usize>)]) -> (usize, Option<usize>) {
        let reading = |&(label, alt): &(usize, Option<usize>)| Reading { reader: String::new(), label, alt };
        let row = settle(Row::default(), &said.iter().map(reading).collect::<Vec<_>>());
        (row.label, row.alt)
    }

    #[test]
    fn readers_become_one_label() {
        assert_eq!(settled(&[(1, None)]), (1, None));
        assert_eq!(settled(&[(1, None), (1, None)]), (1, None));
        assert_eq!(settled(&[(1, None), (0, None)]), (1, Some(0)), "divided: both, the first reader's first");
        assert_eq!(settled(&[(1, None), (0, None), (0, None)]), (0, None), "most of them");
        assert_eq!(settled(&[(1, Some(2))]), (1, Some(2)));
        assert_eq!(settled(&[(1, Some(2)), (1, None)]), (1, None), "one who was sure of the first of two");
        assert_eq!(settled(&[(1, Some(2)), (2, None)]), (2, Some(1)), "one who was sure of the second");
    }

    #[test]
    fn a_broken_row_is_told_with_its_reason() {
        let why = |json: &str| labelled(&serde_json::from_str(json).unwrap()).unwrap_err();
        assert!(why(r#"{"label":"curated"}"#).contains("no `id`"));
        assert!(why(r#"{"id":"p-1","label":"news"}"#).contains("“news”"));
        assert!(why(r#"{"id":"p-1","label":"curated","ambiguous":true}"#).contains("`alt`"));
        assert!(why(r#"{"id":"p-1","label":"curated","alt":"engagement"}"#).contains("`ambiguous`"));
        assert!(why(r#"{"id":"p-1","label":"curated","alt":"curated","ambiguous":true}"#).contains("the same"));
    }

    #[test]
    fn a_contradictory_file_is_told_with_its_line() {
        let path = std::env::temp_dir().join("draftlens-labels-twice.jsonl");
        let row = r#"{"id":"p-1","label":"curated"}"#;
        fs::write(&path, format!("{row}\n\n{row}\n")).unwrap();
        let path = path.to_string_lossy().into_owned();
        let told = read_labels(&path, &mut Readings::new()).unwrap_err();
        assert!(told.starts_with(&format!("{path}:3: `p-1`")), "{told}");
        fs::write(&path, "{\"id\":\n").unwrap();
        assert!(read_labels(&path, &mut Readings::new()).unwrap_err().starts_with(&format!("{path}:1: ")));
        fs::remove_file(&path).unwrap();
    }
}
