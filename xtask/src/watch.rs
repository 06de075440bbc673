//! Sees that a source file changed, by looking once a second: no library, the same on every system.

use std::{fs, path::Path, time::SystemTime};

use crate::files;

/// What the demo is made of.
const WATCHED: [&str; 7] = ["src", "engine", "www", "demo", "index.html", "Cargo.toml", "Cargo.lock"];

/// A look at the sources; two looks differ when a file was changed, added or removed.
#[derive(PartialEq, Eq)]
pub struct Look(Vec<(std::path::PathBuf, SystemTime, u64)>);

impl Look {
    /// Looks now.
    pub fn now(root: &Path) -> Self {
        let paths = WATCHED.iter().map(|name| root.join(name));
        let files = paths.flat_map(|path| if path.is_dir() { files::walk(&path) } else { vec![path] });
        let seen = files.filter_map(|path| {
            let about = fs::metadata(&path).ok()?;
            let changed = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            Some((path, changed, about.len()))
        });
        Self(seen.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Look;
    use std::{env, fs};

    #[test]
    fn a_file_that_is_added_changed_or_removed_is_seen() {
        let root = env::temp_dir().join(format!("draftlens-watch-{}", std::process::id()));
        fs::create_dir_all(root.join("src")).unwrap();
        let empty = Look::now(&root);
        fs::write(root.join("src/a.rs"), "one").unwrap();
        let added = Look::now(&root);
        fs::write(root.join("src/a.rs"), "three").unwrap();
        let changed = Look::now(&root);
        fs::remove_dir_all(&root).unwrap();
        assert!(empty != added && added != changed && changed != Look::now(&root));
    }
}
