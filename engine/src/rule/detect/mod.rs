//! Detectors: what no pattern can say, one file a detector. They read a draft and touch nothing else.

mod alt_text;
mod alt_text_poor;
mod anniversary;
pub(crate) mod ascii_art;
mod assistant_marks;
mod authors;
mod bidi;
mod calendar;
mod caps_run;
mod cards;
mod credit;
mod crisis_hold;
mod ctas;
pub(crate) mod dates;
mod digits;
mod double_word;
mod email;
mod emoji_mid;
mod emoji_overload;
mod english_for_french;
pub(crate) mod fancy_letters;
mod film;
mod foul_words;
mod hashtag_overload;
mod hashtag_split;
mod hook;
mod iban;
mod insecure_link;
mod internal_link;
mod link_deception;
mod link_limit;
mod lookalike_domain;
mod media_limit;
mod mention_overload;
mod messages;
mod misread;
mod national_id;
mod not_clickable;
mod over_limit;
mod past_date;
mod phone;
mod phrase;
mod placeholder_link;
mod punctuation;
mod readability;
mod refused;
mod register;
mod relative_date;
mod repost;
mod required;
mod retort;
mod route;
mod secrets;
mod shortener;
mod strange_hashtag;
mod thread_numbering;
mod tracking;
mod unmask;
pub(crate) mod url;
mod vague_link;
mod weekday;
mod words;
mod zero_width;

use draftlens_rule::{Own, Table};
use draftlens_text::{Kind, Language, Text, Token};

use crate::plan::{Look, Moment};
use crate::rule::detect::dates::Dates;
use crate::rule::detect::url::Url;
use crate::rule::finding::Finding;
use crate::{Category, Draft, NetworkReport, Settings};

/// What a detector may look at.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a Text,
    /// `base`, or the id of the network whose own text this is.
    pub(crate) text_id: &'a str,
    /// The networks that show this text, counted.
    pub(crate) networks: &'a [NetworkReport],
    pub(crate) draft: &'a Draft,
    pub(crate) settings: &'a Settings,
    pub(crate) own: &'a Own,
    pub(crate) facts: Facts<'a>,
    /// When the draft goes out: as it is scheduled, or now.
    pub(crate) at: Option<Moment>,
    /// The present moment.
    pub(crate) now: Option<Moment>,
    /// The lists, house's entries included.
    pub(crate) table: &'a Table,
    /// What the rule file says after the detector's name.
    pub(crate) args: &'a str,
    /// The web addresses of the text, in order: see [`url::find`].
    pub(crate) urls: &'a [Url<'a>],
    /// The dates of the text.
    pub(crate) dates: &'a Dates,
}

/// What is known of the draft beside its text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Facts<'a> {
    /// The calendar around it; `None` without a plan, or where nobody knows when it goes out.
    pub(crate) look: Option<&'a Look<'a>>,
    /// What it is for.
    pub(crate) category: Option<Category>,
    /// Whether it comes from another source, beyond doubt.
    pub(crate) sourced: bool,
    /// Whether this is the first of its texts: what concerns the whole draft is said there.
    pub(crate) first: bool,
}

impl Context<'_> {
    /// Which languages' words to try: English, French, or both where the text does not tell.
    fn languages(&self) -> (bool, bool) {
        let language = self.text.language();
        (language != Language::French, language != Language::English)
    }

    /// The house's names, folded.
    fn names(&self) -> Vec<String> {
        let policy = &self.settings.policy;
        let names = std::iter::once(&policy.brand).chain(&policy.aliases);
        names.map(|n| draftlens_text::fold::fold(n)).filter(|n| !n.is_empty()).collect()
    }
}

impl Finding {
    /// A finding at one place, without an edit.
    fn at(start: usize, end: usize, matched: String) -> Self {
        Self { spans: vec![(start as u32, end as u32)], matched, ..Self::default() }
    }
}

/// How many words are among tokens.
fn word_count(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.kind == Kind::Word).count()
}

/// Where a piece of a text begins in it, in bytes.
fn offset(source: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - source.as_ptr() as usize
}

/// Finds what it is made for in a text.
pub(crate) type Detector = fn(&Context<'_>, &mut Vec<Finding>);
type Scale = fn(&Context<'_>, Finding) -> Option<Finding>;

/// Detectors that weigh what the patterns of their rule found: they let it pass, say more of it, or drop it.
const SCALES: [(&str, Scale); 4] = [
    ("anniversary", anniversary::anniversary),
    ("crisis-hold", crisis_hold::light),
    ("strange-hashtag", strange_hashtag::trending),
    ("vague-link", vague_link::unnamed),
];

/// Every detector, by the name that rule files call it. Sorted.
const ALL: &[(&str, Detector)] = &[
    ("alt-text", alt_text::alt_text),
    ("alt-text-poor", alt_text_poor::alt_text_poor),
    ("ascii-art", ascii_art::ascii_art),
    ("assistant-marks", assistant_marks::assistant_marks),
    ("author", authors::author),
    ("bidi", bidi::bidi),
    ("cadence", calendar::cadence),
    ("caps-run", caps_run::caps_run),
    ("captions", film::captions),
    ("cards", cards::cards),
    ("credit", credit::credit),
    ("crisis-hold", crisis_hold::crisis_hold),
    ("ctas", ctas::ctas),
    ("double-word", double_word::double_word),
    ("email", email::email),
    ("emoji-mid", emoji_mid::emoji_mid),
    ("emoji-overload", emoji_overload::emoji_overload),
    ("english-for-french", english_for_french::english_for_french),
    ("fancy-letters", fancy_letters::fancy_letters),
    ("flashes", film::flashes),
    ("foul-words", foul_words::foul_words),
    ("goal", messages::goal),
    ("hashtag-overload", hashtag_overload::hashtag_overload),
    ("hashtag-split", hashtag_split::hashtag_split),
    ("hook", hook::hook),
    ("iban", iban::iban),
    ("insecure-link", insecure_link::insecure_link),
    ("internal-link", internal_link::internal_link),
    ("key-message", messages::key_message),
    ("link-deception", link_deception::link_deception),
    ("link-limit", link_limit::link_limit),
    ("lookalike-domain", lookalike_domain::lookalike_domain),
    ("media-needed", media_limit::media_needed),
    ("mention-overload", mention_overload::mention_overload),
    ("misread", misread::misread),
    ("mix-curation", calendar::mix_curation),
    ("mix-interaction", calendar::mix_interaction),
    ("mix-promo", calendar::mix_promo),
    ("national-id", national_id::national_id),
    ("not-clickable", not_clickable::not_clickable),
    ("over-limit", over_limit::over_limit),
    ("past-date", past_date::past_date),
    ("phone", phone::phone),
    ("placeholder-link", placeholder_link::placeholder_link),
    ("punctuation", punctuation::punctuation),
    ("readability", readability::readability),
    ("refused", refused::refused),
    ("register", register::register),
    ("relative-date", relative_date::relative_date),
    ("required", required::required),
    ("retort", retort::retort),
    ("route", route::route),
    ("same-everywhere", repost::same_everywhere),
    ("same-mould", repost::same_mould),
    ("same-post", repost::same_post),
    ("same-reply", repost::same_reply),
    ("secrets", secrets::secrets),
    ("shortener", shortener::shortener),
    ("strange-hashtag", strange_hashtag::strange_hashtag),
    ("thread-numbering", thread_numbering::thread_numbering),
    ("too-much-media", media_limit::too_much_media),
    ("tracking", tracking::tracking),
    ("weekday", weekday::weekday),
    ("zero-width", zero_width::zero_width),
];

/// A finding of a rule's patterns, as the detector of that name weighs it.
pub(crate) fn weigh(name: &str, context: &Context<'_>, finding: Finding) -> Option<Finding> {
    match SCALES.iter().find(|(known, _)| *known == name) {
        Some((_, scale)) => scale(context, finding),
        None => Some(finding),
    }
}

/// Those that look at web addresses alone, each for itself: they are asked of an attached link as well.
const OF_LINKS: [&str; 7] = [
    "insecure-link",
    "internal-link",
    "link-deception",
    "lookalike-domain",
    "placeholder-link",
    "shortener",
    "tracking",
];

/// Whether the detector of that name looks at links and at nothing else.
pub(crate) fn is_of_links(name: &str) -> bool {
    OF_LINKS.contains(&name)
}

/// The detector of that name; `None` when there is none.
pub(crate) fn by_name(name: &str) -> Option<Detector> {
    let at = ALL.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    Some(ALL[at].1)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use draftlens_rule::Compiler;

    /// Runs the detector of that name; `None` when there is none.
    fn run(name: &str, args: &str, context: &Context<'_>) -> Option<Vec<Finding>> {
        let mut found = Vec::new();
        by_name(name)?(&Context { args, ..*context }, &mut found);
        Some(found)
    }

    /// Runs a detector on a text, for a house without a name.
    pub(crate) fn find(name: &str, source: &str) -> Vec<Finding> {
        find_for(&Settings::default(), name, source)
    }

    /// Runs a detector on a text, for a house.
    pub(crate) fn find_for(settings: &Settings, name: &str, source: &str) -> Vec<Finding> {
        find_in(settings, name, source, &Draft::default(), &[], "base")
    }

    /// Runs a detector on one text of a draft.
    pub(crate) fn find_in(
        settings: &Settings,
        name: &str,
        source: &str,
        draft: &Draft,
        networks: &[NetworkReport],
        text_id: &str,
    ) -> Vec<Finding> {
        let policy = &settings.policy;
        let own = Own::new(&policy.handles, &policy.domains, &policy.hashtags);
        let text = Text::parse(source);
        let now = settings.now.as_deref().and_then(Moment::parse);
        let at = draft.scheduled_at.as_deref().and_then(Moment::parse).or(now);
        let sourced = draft.category == Some(Category::Curated);
        let facts = Facts { first: text_id == "base", category: draft.category, sourced, ..Facts::default() };
        let table = Table::default();
        let (own, table, urls) = (&own, &table, &url::find(&text));
        let context = Context {
            text: &text,
            text_id,
            networks,
            draft,
            settings,
            own,
            table,
            facts,
            at,
            now,
            args: "",
            urls,
            dates: &Dates::default(),
        };
        run(name, "", &context).expect("a detector of this name")
    }

    /// Runs a detector that asks for lists.
    pub(crate) fn find_listed(name: &str, args: &str, lists: &[(&str, &str)], source: &str) -> Vec<Finding> {
        let mut compiler = Compiler::new(Table::default());
        for (list, entries) in lists {
            compiler.add_list(list, draftlens_rule::list::parse(entries).expect("a list"));
            compiler.ask_list(list);
        }
        let table = compiler.finish();
        let (text, own, settings, draft) = (Text::parse(source), Own::default(), Settings::default(), Draft::default());
        let context = Context {
            text: &text,
            text_id: "base",
            networks: &[],
            draft: &draft,
            settings: &settings,
            own: &own,
            table: &table,
            facts: Facts::default(),
            at: None,
            now: None,
            args,
            urls: &url::find(&text),
            dates: &Dates::default(),
        };
        run(name, args, &context).expect("a detector of this name")
    }

    /// A network that shows the text, whether or not the engine knows it.
    pub(crate) fn row(id: &'static str) -> NetworkReport {
        let mut row = crate::network::report(crate::network::ALL[0], &Text::parse(""), None);
        row.network = id;
        row
    }

    /// The source after all edits of a finding.
    pub(crate) fn mended(source: &str, finding: &Finding) -> String {
        let mut out = source.to_owned();
        for (start, end, replacement) in finding.edits.as_ref().expect("an edit").iter().rev() {
            out.replace_range(*start as usize..*end as usize, replacement);
        }
        out
    }

    #[test]
    fn the_detectors_are_sorted_by_name() {
        assert!(ALL.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn every_detector_survives_odd_texts() {
        let odd = [
            "",
            "#",
            "@",
            "http://",
            "é",
            "\u{202E}",
            "#é@é.é",
            "a@b@c.d",
            "password:",
            "sk-",
            "{{",
            "**",
            "-----BEGIN",
            "eyJ.",
            "😀😀😀",
            "#ÀÉÎ",
            "HTTP://É",
            "mot de passe : é",
            "\u{2069}\u{2069}",
            "a [at] [dot]",
            "：",
            "##",
            "](",
            "06 12 34",
            "+",
            "(0",
            "1 85 05 2A",
            "FR76",
            "www.",
            "https://",
            "javascript:",
            "https://é",
            "(╯",
            "𝗕é𝗕",
            "a\u{336}",
            "xn--é.fr",
            "👏 a",
            "\u{E0041}",
            "İstanbul PASSWORD: é1é2é3",
            "*",
            "f*é",
            "ééé",
            "$é@",
            "f-",
            "!?!",
            "é é é é",
            "0е",
        ];
        for &(name, _) in ALL {
            for text in odd {
                find(name, text);
                find(name, &text.repeat(50));
                find(name, &format!("{text} {text}\n{text}"));
            }
        }
    }

    /// A long text of each is read to its end: a detector that starts over would take minutes, not moments.
    #[test]
    fn every_detector_reads_a_long_text() {
        let hostile = [
            "a",
            "A ",
            "@",
            "a@",
            "a@b.",
            "#",
            "#blackfriday",
            "SG.",
            "eyJ.",
            "sk-",
            "1:",
            "-----BEGIN ",
            "password:",
            "password is ",
            "http://",
            "http://a ",
            "**",
            "**a",
            "[",
            "](http",
            "utm_source=",
            "\u{2066}",
            "\u{202E}",
            "é",
            "a [at] ",
            " dot ",
            "a/",
            "24 ",
            "mon ",
            "monday 24 and ",
            "1/2 ",
            "1/n\n",
            "like, ",
            "like and then ",
            "the ",
            "and then ",
            "\"a b c d e f g h ",
            "tu vous ",
            "f*",
            "f*ck",
            "f u c k ",
            "1a",
            "aaab",
            "$a",
            "!",
            "! ",
            "😀",
            "#a ",
            "@a ",
            "the ",
            "0",
            "1 ",
            "06 ",
            "4111 ",
            "FR76 ",
            "AB 12",
            "javascript:",
            ":",
            "https://a)",
            "https://a.fr?fbclid=1&",
            "https://https://",
            "www.",
            "(",
            "(╯",
            "¯\\_(",
            "|||||||\n",
            "a 👏 ",
            "a 🚀 is ",
            "𝗕",
            "a\u{336}",
            "\u{200B}",
            "\u{430}a.",
            "日a.co",
            "xn--a-",
        ];
        for piece in hostile {
            let text = Text::parse(&format!("#{} at", piece.repeat((1 << 17) / piece.len())));
            let (settings, draft, own) = (Settings::default(), Draft::default(), Own::default());
            let (table, urls) = (Table::default(), url::find(&text));
            let context = Context {
                text: &text,
                text_id: "base",
                networks: &[],
                draft: &draft,
                settings: &settings,
                own: &own,
                facts: Facts::default(),
                at: None,
                now: None,
                table: &table,
                args: "",
                urls: &urls,
                dates: &Dates::default(),
            };
            for &(name, _) in ALL {
                run(name, "", &context);
            }
        }
    }
}
