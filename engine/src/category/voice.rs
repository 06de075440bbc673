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

/// The house and the author, as far as a text can show them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice<'a> {
    own: Option<&'a Own>,
    names: Vec<Name>,
    /// Whether the name is one of a newsroom.
    pub newsroom: bool,
    /// Whether the name is one of a help desk.
    pub help_desk: bool,
    /// Whether the name is one of those who tell how traffic or supply goes.
    pub carrier: bool,
}

/// Whose link it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The house's or the author's.
    Ours,
    /// Somebody else's.
    Others,
    /// A shortened link: nobody can say.
    Unknown,
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
        voice.newsroom |= has_part(&policy.sector, PRESS);
        voice
    }

    /// Who speaks under these names: the house's, its other names, the author's name and handle.
    pub(crate) fn new<'n>(names: impl IntoIterator<Item = &'n str>, own: Option<&'a Own>) -> Self {
        let mut voice = Self { own, ..Self::default() };
        for name in names {
            voice.newsroom |= press::is_newsroom(&fold(name));
            voice.carrier |= has_beginning(name);
            voice.help_desk |= has_part(name, HELP_DESK);
            voice.names.extend(Name::new(name));
        }
        voice.newsroom &= !voice.help_desk;
        voice
    }

    /// For each token, how many tokens from it on are a name of ours; 0 where none begins.
    pub(crate) fn names_in(&self, text: &Text) -> Vec<u8> {
        (0..text.tokens().len()).map(|i| self.name_at(text, i) as u8).collect()
    }

    /// How many tokens from `i` on are a name of ours; none when it is 0.
    fn name_at(&self, text: &Text, i: usize) -> usize {
        let token = &text.tokens()[i];
        match token.kind {
            Kind::Word | Kind::Number => self.names.iter().map(|n| n.words_at(text, i)).max().unwrap_or(0),
            Kind::Hashtag => usize::from(self.owns_tag(text.folded(token))),
            Kind::Mention => usize::from(self.owns_handle(text.folded(token))),
            _ => 0,
        }
    }

    /// Whose link a folded address is.
    pub(crate) fn whose(&self, link: &str) -> Whose {
        let host = host(link);
        if self.own.is_some_and(|own| own.has_link(link)) || self.names.iter().any(|n| n.is_in_host(host)) {
            Whose::Ours
        } else if words::holds(SHORT, host) {
            Whose::Unknown
        } else {
            Whose::Others
        }
    }

    /// Whether a folded handle is ours.
    pub(crate) fn owns_handle(&self, handle: &str) -> bool {
        let squashed = squash(handle);
        self.own.is_some_and(|own| own.has_handle(handle)) || self.names.iter().any(|n| n.is_tag(&squashed))
    }

    fn owns_tag(&self, tag: &str) -> bool {
        self.own.is_some_and(|own| own.has_hashtag(tag)) || self.names.iter().any(|n| n.is_tag(tag))
    }
}

impl Name {
    fn new(name: &str) -> Option<Self> {
        let whole = squash(&fold(name));
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

fn has_part(name: &str, endings: &[&str]) -> bool {
    let folded = fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).any(|part| endings.iter().any(|e| part.ends_with(e)))
}

fn has_beginning(name: &str) -> bool {
    let folded = fold(name);
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
        let at = |i: usize| {
            let len = voice.name_at(&text, i);
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
        assert_eq!(voice.whose("http://go.nasa.gov/1un"), Whose::Ours);
        assert_eq!(voice.whose("https://shop.example.fr/a"), Whose::Ours);
        assert_eq!(voice.whose("https://bit.ly/nasa"), Whose::Unknown);
        assert_eq!(voice.whose("https://nasal.org/"), Whose::Others);
    }
}
