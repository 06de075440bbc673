//! What the widget says, a file a language. Every sentence is written in its language, none is put together.

mod date;
mod en;
mod fr;

use draftlens_engine::{Category, Report, Severity};

pub use date::Date;

/// Every word of the interface in one language.
pub struct Words {
    /// Its code.
    pub code: &'static str,
    pub panel: &'static str,
    pub stop: &'static str,
    pub review: &'static str,
    pub advise: &'static str,
    pub nothing: &'static str,
    pub ready_but: fn(usize) -> String,
    pub pending: &'static str,
    pub pending_why: &'static str,
    pub source: &'static str,
    pub rewrite: &'static str,
    pub shorten: &'static str,
    pub make_thread: &'static str,
    pub own_version: fn(&str) -> String,
    pub own_text: fn(&str) -> String,
    pub common_text: &'static str,
    /// How many of the cuts shown make it fit.
    pub cuts_enough: fn(usize) -> String,
    pub cuts_not_enough: &'static str,
    pub cut_all: &'static str,
    pub write_it: &'static str,
    pub looked_up: &'static str,
    pub dismiss: &'static str,
    pub dismiss_why: &'static str,
    pub reasons: [&'static str; 3],
    /// In the order of `Scope::ALL`.
    pub scopes: [&'static str; 3],
    pub only_may: fn(&str) -> String,
    pub nobody_may: &'static str,
    pub second_person: &'static str,
    pub dismiss_now: &'static str,
    pub answer_now: &'static str,
    pub cancel: &'static str,
    pub networks: &'static str,
    pub fits: &'static str,
    pub folds: &'static str,
    pub left: fn(&str) -> String,
    pub over: fn(&str) -> String,
    pub about: &'static str,
    pub preview: fn(&str) -> String,
    pub more: &'static str,
    pub less: &'static str,
    /// Network, and what of it is only about right.
    pub approximate: fn(&str, &str) -> String,
    /// The fold, the crop of pictures, the card of a link, what a link shows.
    pub roughly: [&'static str; 4],
    /// Network, and what of the draft it does not show.
    pub lacks: fn(&str, &str) -> String,
    /// A poll, a quoted post, a cover, a card.
    pub lacking: [&'static str; 4],
    pub too_many_pictures: fn(&str, usize, usize) -> String,
    pub handle_spaces: fn(&str) -> String,
    pub no_address: fn(&str) -> String,
    pub card_no_title: &'static str,
    pub poll_too_short: &'static str,
    pub sensitive: &'static str,
    pub replies_to: fn(&str) -> String,
    pub phone: &'static str,
    pub desk: &'static str,
    pub compare: &'static str,
    pub change_columns: [&'static str; 4],
    pub all_seen: &'static str,
    pub seen_until: fn(&str) -> String,
    pub nothing_cut: &'static str,
    pub cut_from: fn(&str, &str) -> String,
    pub elsewhere: &'static str,
    pub search_result: &'static str,
    pub search_note: &'static str,
    pub no_page_description: &'static str,
    pub card_alone: &'static str,
    pub too_long_to_show: fn(&str) -> String,
    pub your_name: &'static str,
    pub no_description: &'static str,
    pub picture: &'static str,
    pub pictures: &'static str,
    pub video: &'static str,
    pub broken_picture: &'static str,
    pub card_unknown: fn(&str, &str) -> String,
    pub from: fn(&str) -> String,
    pub actions: [&'static str; 5],
    pub kind: &'static str,
    pub kind_perhaps: &'static str,
    pub categories: [&'static str; 3],
    pub percent: &'static str,
    pub why: &'static str,
    pub why_hide: &'static str,
    pub not_right: &'static str,
    pub which_kind: &'static str,
    pub you_say: fn(&str) -> String,
    pub no_evidence: &'static str,
    /// A category, and what would move the post there.
    pub toward: fn(&str, &str) -> String,
    /// In the order of `Hint::ALL`.
    pub hints: [&'static str; 7],
    pub then: &'static str,
    pub next_key: &'static str,
    pub next: &'static str,
    pub suggestions: fn(usize) -> String,
    pub show: &'static str,
    pub hide: &'static str,
    pub not_checked: &'static str,
    pub need: fn(&str) -> &str,
    pub hear: &'static str,
    pub heard: &'static str,
    pub settled: fn(usize) -> String,
    pub reopen: &'static str,
    pub problems: &'static str,
    pub place: fn(u32, u32) -> String,
    pub sends_nothing: &'static str,
    pub rules_of: fn(&str) -> String,
    pub help: &'static str,
    pub keys: [(&'static str, &'static str); 5],
    pub privacy: &'static str,
    pub empty: &'static str,
    pub starters: [(&'static str, &'static str); 3],
    pub publishing_waits: &'static str,
    pub publish_anyway: &'static str,
    pub publish_why: &'static str,
    pub publish_keep: &'static str,
    pub publish_open: &'static str,
    pub not_taken: &'static str,
    pub copy: &'static str,
    pub close: &'static str,
    pub months: [&'static str; 12],
    pub weekdays: [&'static str; 7],
    /// What separates the groups of a long number.
    pub group: char,
    pub announce: fn(&Words, &Report) -> String,
    pub also: fn(usize) -> String,
}

/// There is one set of words a language: the same code is the same words.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Words {
    /// The word of a severity.
    pub fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Stop => self.stop,
            Severity::Review => self.review,
            Severity::Advise => self.advise,
        }
    }

    /// The word of a category.
    pub fn category(&self, category: Category) -> &'static str {
        self.categories[category as usize]
    }

    /// A number with its groups, and a minus that is one.
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut out = String::new();
        if number < 0 {
            out.push('−');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && digits.len() > 4 && (digits.len() - index).is_multiple_of(3) {
                out.push(self.group);
            }
            out.push(digit);
        }
        out
    }

    /// What a screen reader is told of a new report: the worst finding, and how many more there are.
    fn told(&self, report: &Report) -> String {
        let findings = report.flags.iter().filter(|flag| flag.severity > Severity::Advise);
        match (report.flags.first(), findings.count()) {
            (Some(flag), count) if count > 0 => {
                let mut out = [self.severity(flag.severity), flag.title.as_str()].concat();
                if count > 1 {
                    out.push_str(". ");
                    out.push_str(&(self.also)(count - 1));
                }
                out
            }
            _ if report.verdict == draftlens_engine::Verdict::Pending => self.pending.to_owned(),
            (_, _) => self.nothing.to_owned(),
        }
    }
}

/// The words of a language's code; English where there are none.
pub fn of(code: &str) -> &'static Words {
    if code == "fr" { &fr::WORDS } else { &en::WORDS }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(of("en").number(-1_048_296), "−1,048,296");
        assert_eq!(of("fr").number(10_000), "10\u{202f}000");
        assert_eq!(of("fr").number(2_999), "2999");
    }
}
