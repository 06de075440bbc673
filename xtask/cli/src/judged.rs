//! What readers said of flags on real posts: `data/risks/judged.jsonl`, a row a rule and post.

use std::{collections::BTreeMap, path::Path};

use crate::rows;

/// Where the rows lie, from the repository's root.
const FILE: &str = "data/risks/judged.jsonl";
/// Fewer flags than these say nothing about a share.
const ENOUGH: u32 = 10;

/// Whether the flag of a rule on a post is right, by rule and id of the post.
#[derive(Default)]
pub struct Judged(BTreeMap<String, BTreeMap<String, bool>>);

/// What was read of one rule.
#[derive(Clone, Copy, Default)]
pub struct Share {
    pub read: u32,
    pub right: u32,
}

impl Judged {
    /// Reads the rows of a repository; none where there is no file.
    ///
    /// # Errors
    /// A file that cannot be read, or a row that is no `{"id", "rule", "right"}`.
    pub fn read(root: &Path) -> Result<Self, String> {
        let mut judged = Self::default();
        let path = root.join(FILE);
        if !path.is_file() {
            return Ok(judged);
        }
        for (number, row) in (1..).zip(rows::read(&path)?) {
            let (Some(id), Some(rule), Some(right)) =
                (row["id"].as_str(), row["rule"].as_str(), row["right"].as_bool())
            else {
                return Err(format!("{FILE}:{number}: a row has an id, a rule and right"));
            };
            if judged.0.entry(rule.to_owned()).or_default().insert(id.to_owned(), right).is_some() {
                return Err(format!("{FILE}:{number}: {rule} is judged twice on {id}"));
            }
        }
        Ok(judged)
    }

    /// Whether the flag of a rule on a post was right; `None` where nobody has read it.
    pub fn is_right(&self, rule: &str, id: &str) -> Option<bool> {
        self.0.get(rule)?.get(id).copied()
    }

    /// All that was read of a rule.
    pub fn of(&self, rule: &str) -> Share {
        let rows = self.0.get(rule);
        rows.map_or_else(Share::default, |rows| rows.values().copied().collect())
    }
}

impl Share {
    /// Whether enough were read to say something of the others.
    pub fn is_telling(self) -> bool {
        self.read >= ENOUGH
    }
}

impl FromIterator<bool> for Share {
    fn from_iter<I: IntoIterator<Item = bool>>(judgements: I) -> Self {
        let add = |share: Self, right| Self { read: share.read + 1, right: share.right + u32::from(right) };
        judgements.into_iter().fold(Self::default(), add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_tells_from_ten_on() {
        let share = |right: usize, wrong: usize| -> Share {
            std::iter::repeat_n(true, right).chain(std::iter::repeat_n(false, wrong)).collect()
        };
        assert_eq!((share(9, 1).right, share(9, 1).read), (9, 10));
        assert!(share(9, 1).is_telling() && !share(9, 0).is_telling());
    }
}
