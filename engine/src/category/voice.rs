//! Who speaks: the names by which a text can be seen to be about the writer's own house.

use draftlens_rule::{Own, host};
use draftlens_text::fold::fold;
use draftlens_text::{Kind, Text, Token, words};

use super::press;
use crate::{Draft, Settings};

/// Parts of names that say nothing of whose name it is.
const COMMON: &str = "\
    american british canal city club first france general global group health info international journal ligne \
    media medias national news radio sport sports studio super ville world";

/// Sectors of newsrooms, in English and French.
const PRESS: &[&str] = &["broadcasting", "journalism", "media", "medias", "news", "press", "presse", "publishing"];

/// Names of help desks have a part that ends so.
const HELP_DESK: &[&str] = &["ask", "assist", "assistance", "care", "cares", "help", "sav", "support"];

/// Names of those who show what others make have a part that ends so.
const BLOGS: &[&str] = &["blog", "blogger", "blogs", "diaries", "diary", "digest", "reviews"];

/// Names of those who carry people, water or current to others have a part that begins so: they tell how it goes.
const CARRIERS: &[&str] = &[
    "autoroute",
    "bus",
    "enedis",
    "ligne",
    "metro",
    "metrolink",
    "ratp",
    "rer",
    "sncf",
    "ter",
    "tfl",
    "trafic",
    "traffic",
    "train",
    "trains",
    "tram",
    "transilien",
    "transit",
    "transport",
    "transports",
];

/// Hosts that shorten links: they tell nothing of where a link leads.
const SHORT: &str = "\
    bit.ly buff.ly dlvr.it fb.me goo.gl hubs.ly huff.to is.gd lnkd.in ow.ly t.co tinyurl.com youtu.be";

/// A link to the house's or the author's pages.
pub(crate) const OURS: u8 = 0xF1;
/// A link to somebody else's.
pub(crate) const OTHERS: u8 = 0xF2;
/// A shortened link: nobody can say whose.
pub(crate) const UNKNOWN: u8 = 0xF3;

/// Whether a mark is a name of ours.
pub(crate) fn is_name(mark: u8) -> bool {
    (1..OURS).contains(&mark)
}

/// The house and the author, as far as a text can show them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice<'a> {
    own: Option<&'a Own>,
    names: Vec<Name>,
    /// A bit for each ASCII letter or digit that a name begins with.
    letters: u128,
    /// Whether the name is one of a newsroom.
    pub newsroom: bool,
    /// Whether the name is one of a help desk.
    pub help_desk: bool,
    /// Whether the name is one of those who tell how traffic or supply goes.
    pub carrier: bool,
    /// Whether the name is one of a blog.
    pub blog: bool,
}

#[derive(Clone, Debug)]
struct Name {
    /// Folded letters and digits of the whole name.
    whole: String,
    /// Its first part, where that alone says whose it is; else empty.
    first: String,
}

impl<'a> Voice<'a> {
    /// Who speaks in a draft: the house by its brand, its other names and its handles, and the author.
    pub(crate) fn of(own: &'a Own, settings: &Settings, draft: &Draft) -> Self {
        let policy = &settings.policy;
        let house = policy.aliases.iter().chain(&policy.handles).chain([&policy.brand]);
        let author = draft.author.iter().flat_map(|a| [&a.name, &a.handle]);
        let mut voice = Self::new(house.chain(author).map(String::as_str), Some(own));
        voice.newsroom |= has_part(&fold(&policy.sector), PRESS);
        voice
    }

    /// Who speaks under these names: the house's, its other names, the author's name and handle.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n str>, own: Option<&'a Own>) -> Self {
        let mut voice = Self { own, ..Self::default() };
        for name in names {
            let folded = fold(name);
            let Some(made) = Name::new(name, &folded) else { continue };
            // A handle is mostly the name without its spaces.
            if voice.names.iter().any(|known| known.whole == made.whole && known.first.len() >= made.first.len()) {
                continue;
            }
            voice.newsroom |= press::is_newsroom(&folded);
            voice.carrier |= has_beginning(&folded);
            voice.help_desk |= has_part(&folded, HELP_DESK);
            voice.blog |= has_part(&folded, BLOGS);
            voice.letters |= made.whole.bytes().next().filter(u8::is_ascii).map_or(0, |b| 1 << b);
            voice.names.push(made);
        }
        voice.newsroom &= !voice.help_desk;
        voice
    }

    /// What each token is to us: how many tokens a name of ours that begins there has, whose a link is
    /// ([`OURS`], [`OTHERS`], [`UNKNOWN`]), else 0.
    pub(crate) fn marks(&self, text: &Text) -> Vec<u8> {
        (0..text.tokens().len()).map(|i| self.mark(text, i)).collect()
    }

    fn mark(&self, text: &Text, i: usize) -> u8 {
        let token = &text.tokens()[i];
        let folded = text.folded(token);
        match token.kind {
            Kind::Word | Kind::Number if self.may_begin(folded) => {
                self.names.iter().map(|n| n.words_at(text, i)).max().unwrap_or(0) as u8
            }
            Kind::Hashtag => u8::from(self.owns_tag(folded)),
            Kind::Mention => u8::from(self.owns_handle(folded)),
            Kind::Link => self.whose(folded),
            _ => 0,
        }
    }

    /// Whether a name of ours begins with the letter that this begins with: most tokens need no closer look.
    fn may_begin(&self, folded: &str) -> bool {
        match folded.bytes().find(|&b| b.is_ascii_alphanumeric() || b >= 0x80) {
            Some(b) if b < 0x80 => self.letters >> b & 1 == 1,
            Some(_) => true,
            None => false,
        }
    }

    /// Whose link a folded address is.
    pub(crate) fn whose(&self, link: &str) -> u8 {
        let host = host(link);
        if self.own.is_some_and(|own| own.has_link(link)) || self.names.iter().any(|n| n.is_in_host(host)) {
            OURS
        } else if words::holds(SHORT, host) {
            UNKNOWN
        } else {
            OTHERS
        }
    }

    fn owns_handle(&self, handle: &str) -> bool {
        self.own.is_some_and(|own| own.has_handle(handle))
            || self.may_begin(handle) && {
                let squashed = squash(handle);
                self.names.iter().any(|n| n.is_tag(&squashed))
            }
    }

    fn owns_tag(&self, tag: &str) -> bool {
        self.own.is_some_and(|own| own.has_hashtag(tag))
            || self.may_begin(tag) && self.names.iter().any(|n| n.is_tag(tag))
    }
}

impl Name {
    fn new(name: &str, folded: &str) -> Option<Self> {
        let whole = squash(folded);
        let first = squash(&fold(first_part(name)));
        let says_whose = first.len() >= 4 && !words::holds(COMMON, &first);
        (whole.len() >= 3).then(|| Self { whole, first: if says_whose { first } else { String::new() } })
    }

    /// The whole name over several words, or its beginning as one capitalised word.
    fn words_at(&self, text: &Text, i: usize) -> usize {
        let tokens = text.tokens();
        let mut rest = self.whole.as_str();
        for (k, token) in tokens[i..].iter().take(6).enumerate() {
            let Some(after) = rest.strip_prefix(text.folded(token)).filter(|_| is_word(token)) else { break };
            rest = after;
            if rest.is_empty() {
                return k + 1;
            }
        }
        let word = text.folded(&tokens[i]);
        let capital = text.typed(&tokens[i]).starts_with(char::is_uppercase);
        usize::from(capital && self.begins_with(word))
    }

    fn begins_with(&self, word: &str) -> bool {
        let is_first = !self.first.is_empty() && word == self.first;
        is_first || word.len() >= 5 && self.whole.starts_with(word) && !words::holds(COMMON, word)
    }

    fn is_tag(&self, tag: &str) -> bool {
        let begins = |name: &str| name.len() >= 4 && tag.starts_with(name);
        tag == self.whole || begins(&self.whole) || begins(&self.first) || self.begins_with(tag)
    }

    /// A part of the host that is the name, or the beginning of it.
    fn is_in_host(&self, host: &str) -> bool {
        let mut labels = host.split('.').map(squash);
        let long = |name: &str, label: &str| name.len() >= 6 && label.starts_with(name);
        labels.any(|label| label == self.whole || long(&self.whole, &label) || self.begins_with(&label))
    }
}

fn is_word(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Number)
}

fn has_part(folded: &str, endings: &[&str]) -> bool {
    folded.split(|c: char| !c.is_alphanumeric()).any(|part| endings.iter().any(|e| part.ends_with(e)))
}

fn has_beginning(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphabetic()).any(|part| CARRIERS.contains(&part))
}

fn squash(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Up to the first space, mark, or capital after a small letter: `Danone` of `DanoneGroup`.
fn first_part(name: &str) -> &str {
    let mut small = false;
    for (at, c) in name.char_indices() {
        if !c.is_alphanumeric() || (small && c.is_uppercase()) {
            if at > 0 {
                return &name[..at];
            }
        } else {
            small = c.is_lowercase();
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_in(name: &str, text: &str) -> Vec<String> {
        let voice = Voice::new([name], None);
        let text = Text::parse(text);
        let marks = voice.marks(&text);
        let at = |i: usize| {
            let len = usize::from(marks[i]);
            (len > 0).then(|| {
                text.source()[text.tokens()[i].start as usize..text.tokens()[i + len - 1].end as usize].to_owned()
            })
        };
        (0..text.tokens().len()).filter_map(at).collect()
    }

    #[test]
    fn a_name_is_found_whole_by_its_first_part_and_in_tags() {
        assert_eq!(names_in("equipedefrance", "Allez l’Équipe de France !"), ["Équipe de France"]);
        assert_eq!(
            names_in("DanoneGroup", "Danone grows, says #Danone11 @DanoneGroup"),
            ["Danone", "#Danone11", "@DanoneGroup"]
        );
        assert_eq!(
            names_in("National Geographic", "A national park. National news. National Geographic"),
            ["National Geographic"]
        );
        assert_eq!(names_in("barclayswealth", "Barclays says"), ["Barclays"]);
        assert!(names_in("Apple Tree", "an apple a day").is_empty());
    }

    #[test]
    fn a_link_is_ours_by_domain_or_name_and_unknown_when_shortened() {
        let own = Own::new(&[], &["example.fr".to_owned()], &[]);
        let voice = Voice::new(["nasa"], Some(&own));
        assert_eq!(voice.whose("http://go.nasa.gov/1un"), OURS);
        assert_eq!(voice.whose("https://shop.example.fr/a"), OURS);
        assert_eq!(voice.whose("https://bit.ly/nasa"), UNKNOWN);
        assert_eq!(voice.whose("https://nasal.org/"), OTHERS);
    }
}
