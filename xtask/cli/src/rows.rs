//! Files of JSON lines: posts and cases.

use std::{fs, path::Path};

use serde_json::Value;

/// The rows of a file, in order.
///
/// # Errors
///
/// A file that cannot be read, or the first line that is no JSON.
pub fn read(path: impl AsRef<Path>) -> Result<Vec<Value>, String> {
    let file = path.as_ref().display();
    let text = fs::read_to_string(&path).map_err(|error| format!("{file} could not be read: {error}."))?;
    let row = |(number, line)| serde_json::from_str(line).map_err(|error| format!("{file}:{number}: {error}"));
    (1..).zip(text.lines()).map(row).collect()
}

/// The text under a key; none is empty.
pub fn word<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}
