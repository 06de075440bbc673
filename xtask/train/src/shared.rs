//! The posts outside the repository, where they are: `../shared/data`. Never the reserved ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::rows::{Row, lines, word};

/// Where they are.
pub const SHARED: &str = "../shared/data";

/// All posts by id; none where the folder is not there.
pub fn posts() -> Result<BTreeMap<String, Row>, String> {
    let mut posts = BTreeMap::new();
    let path = format!("{SHARED}/posts/posts.jsonl");
    if !Path::new(&path).is_file() {
        return Ok(posts);
    }
    for (_, post) in lines(&path)? {
        if word(&post, "kind") != "real" {
            continue;
        }
        let (author, handle) = names(word(&post, "author"));
        let own = |key: &str| word(&post, key).to_owned();
        let row = Row {
            id: own("id"),
            text: own("text"),
            lang: own("lang"),
            network: own("network"),
            author,
            handle,
            real: true,
            ..Row::default()
        };
        posts.insert(row.id.clone(), row);
    }
    for row in replies()?.into_iter().chain(consultancy()?) {
        posts.insert(row.id.clone(), row);
    }
    Ok(posts)
}

/// `Name (handle)`: how the posts write an author who has both.
fn names(author: &str) -> (String, String) {
    let Some((name, rest)) = author.split_once(" (") else { return (author.to_owned(), String::new()) };
    let handle = rest.trim_end_matches(')');
    let is_handle = !matches!(handle, "inferred" | "creator" | "association");
    (name.to_owned(), if is_handle { handle.to_owned() } else { String::new() })
}

/// Replies of service desks: `split,agent,text`.
fn replies() -> Result<Vec<Row>, String> {
    let path = format!("{SHARED}/ibm_care/agent_replies.csv.gz");
    if !Path::new(&path).is_file() {
        return Ok(Vec::new());
    }
    let out = Command::new("gzip").args(["-cd", &path]).output();
    let out = out.map_err(|error| format!("{path} could not be unpacked: {error}."))?;
    let rows = csv(&String::from_utf8_lossy(&out.stdout)).into_iter().skip(1).enumerate();
    let row = |(n, fields): (usize, Vec<String>)| Row {
        id: format!("ibm-{n}"),
        text: fields.get(2).cloned().unwrap_or_default(),
        lang: "en".to_owned(),
        network: "twitter".to_owned(),
        author: "service desk".to_owned(),
        real: true,
        ..Row::default()
    };
    Ok(rows.map(row).collect())
}

/// Posts of a French consultancy, handles taken out by who collected them.
fn consultancy() -> Result<Vec<Row>, String> {
    let path = format!("{SHARED}/fr_brand_saegus/saegus_tweets_unlabelled.json");
    let Ok(text) = fs::read_to_string(&path) else { return Ok(Vec::new()) };
    let list: Value = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}."))?;
    let rows = list.as_array().into_iter().flatten().enumerate();
    let row = |(n, text): (usize, &Value)| Row {
        id: format!("sg-{n}"),
        text: text.as_str().unwrap_or_default().to_owned(),
        lang: "fr".to_owned(),
        network: "twitter".to_owned(),
        author: "Saegus".to_owned(),
        real: true,
        ..Row::default()
    };
    Ok(rows.map(row).collect())
}

/// The records of a CSV file, quotes taken off.
pub fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            '\r' if !quoted => {}
            _ => field.push(c),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    records
}
