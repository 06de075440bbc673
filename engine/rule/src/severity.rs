//! How bad a finding is.

/// How bad a finding is, from the mildest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Better if.
    Advise,
    /// A person should look.
    Review,
    /// Do not publish.
    Stop,
}

impl Severity {
    /// Its word in rules, policies and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advise => "advise",
            Self::Review => "review",
            Self::Stop => "stop",
        }
    }

    /// The severity of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Advise, Self::Review, Self::Stop].into_iter().find(|s| s.as_str() == word)
    }
}
