//! Words before a link that do not say what it opens, weighed by the link itself.

use super::Context;
use crate::rule::finding::Finding;

/// A bare domain is a name: “more at acme.com” says whose page it opens. Any other link is left to the words.
pub(crate) fn unnamed(context: &Context<'_>, finding: Finding) -> Option<Finding> {
    let is_name = |end: u32| {
        let url = context.urls.iter().find(|url| url.end() == end as usize);
        url.is_some_and(|url| url.scheme.is_empty() && url.path().len() < 2 && url.query().is_none())
    };
    let named = !finding.spans.is_empty() && finding.spans.iter().all(|&(_, end)| is_name(end));
    (!named).then_some(finding)
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Settings};

    fn flags(text: &str) -> usize {
        let draft = Draft { text: text.to_owned(), ..Draft::default() };
        Checker::new(Settings::default())
            .0
            .check(&draft)
            .flags
            .iter()
            .filter(|flag| flag.rule == "vague-link-text")
            .count()
    }

    #[test]
    fn a_bare_domain_is_a_name_and_a_page_is_none() {
        assert_eq!(flags("Learn more at acme.com."), 0);
        assert_eq!(flags("Learn more at acme.com/a1"), 1);
        assert_eq!(flags("Learn more at https://acme.com"), 1);
    }
}
