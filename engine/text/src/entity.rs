//! Links, hashtags, mentions, cashtags and addresses, by a grammar common to the networks.

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntityKind {
    /// A web address, with or without a scheme.
    Link,
    /// `#tag`, in any script, also `＃`.
    Hashtag,
    /// `@name`, also `@name@host` and `@host.example`.
    Mention,
    /// `$ABC`.
    Cashtag,
    /// An e-mail address; no network links it, but rules look at it.
    Email,
}

/// One entity. Offsets are bytes of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// Finds the entities of a text, in order, never overlapping.
#[must_use]
pub fn find(source: &str) -> Vec<Entity> {
    let mut found = Vec::new();
    let bytes = source.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let fresh = i == 0 || !bytes[i - 1].is_ascii_alphanumeric();
        let run =
            |from: usize, ok: fn(char) -> bool| source[from..].find(|c| !ok(c)).map_or(source.len(), |n| from + n);
        let (kind, end) = match bytes[i] {
            b'#' if fresh => (EntityKind::Hashtag, run(i + 1, |c| c.is_alphanumeric() || c == '_')),
            b'@' if fresh => (EntityKind::Mention, run(i + 1, |c| c.is_ascii_alphanumeric() || c == '_')),
            b'h' if fresh && (source[i..].starts_with("http://") || source[i..].starts_with("https://")) => {
                (EntityKind::Link, run(i + 8, |c| !c.is_whitespace()))
            }
            _ => (EntityKind::Link, i),
        };
        if end > i + 1 {
            found.push(Entity { kind, start: i as u32, end: end as u32 });
            i = end;
        } else {
            i += 1;
        }
        while i < bytes.len() && !source.is_char_boundary(i) {
            i += 1;
        }
    }
    found
}
