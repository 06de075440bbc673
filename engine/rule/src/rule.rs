//! A rule as the engine carries it: what it is called, how bad it is, what it says.

use crate::codec::{Reader, Writer};
use crate::{Mistake, Severity};

/// A rule, without its patterns: those are in the table, under its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable id; a house's own begins with `house/`.
    pub id: String,
    /// How bad a finding is when the house says nothing.
    pub severity: Severity,
    /// Where the reason comes from.
    pub sources: Vec<RuleSource>,
    /// Detector and its arguments.
    pub detect: Option<(String, String)>,
    /// A fact of the host without which it cannot be checked.
    pub needs: Option<String>,
    /// Rules that speak in its place where they flag the same words.
    pub yields_to: Vec<String>,
    /// Whether all places make one flag, not only those with equal words.
    pub one_flag: bool,
    /// Networks it is for; all when empty.
    pub networks: Vec<String>,
    /// Countries it is for, ISO 3166-1, or `EU`; all when empty.
    pub countries: Vec<String>,
    /// Whether it ships switched off, until a house gives it a level.
    pub off: bool,
    /// Ids it had before.
    pub aliases: Vec<String>,
    /// What it says in English.
    pub en: Words,
    /// What it says in French.
    pub fr: Words,
}

/// A page that carries a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSource {
    /// Address.
    pub url: String,
    /// What it shows.
    pub title: String,
    /// Day it was read, ISO 8601; empty where nobody read it.
    pub date: String,
}

/// What a rule says in one language. `{match}` stands for the words found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What is wrong, in one line.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub advice: String,
    /// A question whose answer settles it; empty when there is none.
    pub ask: String,
    /// Label of the fix; empty when there is none.
    pub fix: String,
}

impl Rule {
    /// Writes it.
    pub fn write(&self, out: &mut Writer) {
        out.text(&self.id);
        out.number(self.severity as u32 | u32::from(self.one_flag) << 2 | u32::from(self.off) << 3);
        let (name, args) = self.detect.as_ref().map_or(("", ""), |(n, a)| (n, a));
        for text in [name, args, self.needs.as_deref().unwrap_or("")] {
            out.text(text);
        }
        for texts in [&self.yields_to, &self.networks, &self.countries, &self.aliases] {
            out.number(texts.len() as u32);
            texts.iter().for_each(|t| out.text(t));
        }
        out.number(self.sources.len() as u32);
        for source in &self.sources {
            [&source.url, &source.title, &source.date].into_iter().for_each(|t| out.text(t));
        }
        for words in [&self.en, &self.fr] {
            [&words.title, &words.why, &words.advice, &words.ask, &words.fix].into_iter().for_each(|t| out.text(t));
        }
    }

    /// Reads one.
    #[must_use]
    pub fn read(from: &mut Reader<'_>) -> Self {
        let id = from.text().to_owned();
        let bits = from.number();
        let (name, args, needs) = (from.text(), from.text(), from.text());
        let mut lists = [const { Vec::new() }; 4];
        for list in &mut lists {
            *list = (0..from.number()).map(|_| from.text().to_owned()).collect();
        }
        let [yields_to, networks, countries, aliases] = lists;
        let sources = (0..from.number())
            .map(|_| RuleSource {
                url: from.text().to_owned(),
                title: from.text().to_owned(),
                date: from.text().to_owned(),
            })
            .collect();
        Self {
            id,
            severity: [Severity::Advise, Severity::Review, Severity::Stop][(bits & 3).min(2) as usize],
            sources,
            detect: (!name.is_empty()).then(|| (name.to_owned(), args.to_owned())),
            needs: (!needs.is_empty()).then(|| needs.to_owned()),
            yields_to,
            one_flag: bits & 4 != 0,
            networks,
            countries,
            off: bits & 8 != 0,
            aliases,
            en: Words::read(from),
            fr: Words::read(from),
        }
    }
}

impl Words {
    fn read(from: &mut Reader<'_>) -> Self {
        let mut next = || from.text().to_owned();
        Self { title: next(), why: next(), advice: next(), ask: next(), fix: next() }
    }

    /// Which of the required texts is missing.
    ///
    /// # Errors
    /// The first missing one, at the line given.
    pub fn complete(&self, line: u32) -> Result<(), Mistake> {
        for (name, text) in [("title", &self.title), ("why", &self.why), ("advice", &self.advice)] {
            if text.is_empty() {
                return Err(Mistake::new(line, 1, format!("{name} is missing in this language")));
            }
        }
        Ok(())
    }
}
