//! What is the house's own, so that `<own-link>` and its kin can tell, and what the host says of the draft.

use draftlens_text::fold::fold;

use crate::class::Class;

/// The house's handles, domains and hashtags, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    handles: Vec<String>,
    domains: Vec<String>,
    hashtags: Vec<String>,
    facts: Vec<Class>,
}

impl Own {
    /// Folds what the house gives; `@`, `#`, `www.`, schemes and paths are taken off.
    #[must_use]
    pub fn new(handles: &[String], domains: &[String], hashtags: &[String]) -> Self {
        Self {
            handles: handles
                .iter()
                .map(|h| fold(h.trim().trim_start_matches(['@', '＠'])))
                .filter(|h| !h.is_empty())
                .collect(),
            domains: domains.iter().map(|d| host(&fold(d.trim())).to_owned()).filter(|d| !d.is_empty()).collect(),
            hashtags: hashtags.iter().map(|h| tag(h)).filter(|h| !h.is_empty()).collect(),
            facts: Vec::new(),
        }
    }

    /// The same house with what the host says of one draft: the first word of the text is of these classes too.
    #[must_use]
    pub fn with_facts(&self, facts: Vec<Class>) -> Self {
        Self { facts, ..self.clone() }
    }

    /// What the host says of the draft.
    #[must_use]
    pub fn facts(&self) -> &[Class] {
        &self.facts
    }

    /// Whether a folded handle is ours; `name@host` is also known by its name.
    #[must_use]
    pub fn has_handle(&self, handle: &str) -> bool {
        let name = handle.split('@').next().unwrap_or(handle);
        self.handles.iter().any(|h| h == handle || h == name)
    }

    /// Whether a folded link leads to a domain of ours or to one under it.
    #[must_use]
    pub fn has_link(&self, link: &str) -> bool {
        let host = host(link);
        self.domains.iter().any(|d| host == d || host.strip_suffix(d.as_str()).is_some_and(|rest| rest.ends_with('.')))
    }

    /// Whether a folded hashtag body is ours.
    #[must_use]
    pub fn has_hashtag(&self, tag: &str) -> bool {
        self.hashtags.iter().any(|h| h == tag)
    }
}

fn tag(text: &str) -> String {
    fold(text.trim().trim_start_matches(['#', '＃'])).replace('_', "")
}

/// The host of a folded link or domain, without `www.`.
#[must_use]
pub fn host(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    let rest = rest.rsplit('@').next().unwrap_or(rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_owns_what_is_under_it_and_nothing_that_only_ends_alike() {
        let own = Own::new(&["@Marius".into()], &["https://www.Example.fr/shop".into()], &["#Marius_Lyon".into()]);
        assert!(own.has_link("http://shop.example.fr/a?b#c"));
        assert!(own.has_link("example.fr"));
        assert!(!own.has_link("badexample.fr"));
        assert!(!own.has_link("example.fr.evil.com/example.fr"));
        assert!(own.has_handle("marius") && own.has_handle("marius@mode.social"));
        assert!(own.has_hashtag("mariuslyon"));
    }
}
