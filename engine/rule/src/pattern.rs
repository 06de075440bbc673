//! The pattern language: from lines of text to a tree. `docs/rules.md` is its grammar for people.
//!
//! ```text
//! case      = "find" place? sequence { condition | mend }
//! condition = ("with" | "unless") place? sequence
//! mend      = "replace" ( quoted | "nothing" ) | ( "begin" | "move" | "end" ) quoted
//! place     = "first" | "before the fold" | "after the fold" | "in sentence" | "near" number
//! sequence  = { item }
//! item      = atom [ "?" ]
//! atom      = word ["~" | "*"] | quoted | "exact(" word ")" | "(" sequence { "|" sequence } ")"
//!           | "..." [number] | "<" class ">" | "{" list "}" | "#" (word ["*"] | "*" word | [word] "{" list "}" [word]) | "@" word
//! ```

use draftlens_text::token::{self, Kind};

use crate::Mistake;
use crate::class::Class;

/// The longest gap that a pattern may ask for, in words.
pub const MAX_GAP: u8 = 12;

/// What is flagged, with what must and must not be there.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Line of its `find`, from 1.
    pub line: u32,
    /// Column of its `find`, from 1.
    pub column: u32,
    /// Where it may stand.
    pub place: Place,
    /// What is looked for.
    pub find: Node,
    /// The part of it that is flagged; all of it when `None`.
    pub part: Option<Class>,
    /// What must, and must not, be there.
    pub conditions: Vec<Condition>,
    /// The edit that mends it.
    pub mend: Option<Mend>,
    /// Ids of the networks it is for, with spaces between; all when empty.
    pub on: String,
}

/// The edit that mends what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// Puts a text in its place; an empty one deletes it.
    Replace(String),
    /// Writes a text at the very start of the post.
    Begin(String),
    /// The same, and takes out a hashtag that was found at the end of a line.
    Move(String),
    /// Writes a text at the very end of the post.
    End(String),
}

/// Something that must, or must not, be there.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// True for `unless`.
    pub unless: bool,
    /// Where to look.
    pub place: Place,
    /// What to look for.
    pub pattern: Node,
}

/// Where a match must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere in the post.
    Anywhere,
    /// At its very start.
    First,
    /// What is seen before "more".
    BeforeFold,
    /// What is hidden behind "more".
    AfterFold,
    /// In the sentence of what was found.
    Sentence,
    /// At most so many words from what was found.
    Near(u8),
}

/// A pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// One after the other.
    Sequence(Vec<Node>),
    /// One of them.
    Either(Vec<Node>),
    /// It, or nothing.
    Maybe(Box<Node>),
    /// Up to so many words.
    Gap(u8),
    /// One token.
    Atom(Atom),
}

/// What one token must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Atom {
    /// A word or mark with this folded form.
    Word(String),
    /// A word and its inflections.
    Inflected(String),
    /// A word that begins so.
    Prefix(String),
    /// A word as typed.
    Exact(String),
    /// A kind of thing.
    Class(Class),
    /// An entry of a list, of one word or more.
    List(String),
    /// A hashtag with this folded body.
    Tag(String),
    /// A hashtag whose body begins so.
    TagPrefix(String),
    /// A hashtag whose body ends so, and is longer.
    TagSuffix(String),
    /// A hashtag that is an entry of a list.
    TagList(String),
    /// A hashtag that is an entry of a list with something before or after it: (before, list, after).
    TagAround(String, String, String),
    /// A mention of this handle.
    Mention(String),
    /// Nothing, at the start of a line.
    LineStart,
    /// Nothing, at the end of a line.
    LineEnd,
}

/// Reads the cases of a rule: lines that begin with `find`, `with`, `unless`, `replace`,
/// `begin`, `move` or `end`.
///
/// # Errors
/// The first mistake, with its line (from `first_line`) and column.
pub fn parse_cases(text: &str, first_line: u32) -> Result<Vec<Case>, Mistake> {
    let mut cases: Vec<Case> = Vec::new();
    for (i, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            Parser::new(line, first_line + i as u32).statement(&mut cases)?;
        }
    }
    Ok(cases)
}

/// Reads one pattern without a verb, as in `allow` or in a cue.
///
/// # Errors
/// The first mistake, with its column in line `line`.
pub fn parse_find(text: &str, line: u32) -> Result<Case, Mistake> {
    let mut parser = Parser::new(text, line);
    parser.find()
}

impl Case {
    /// Puts patterns that have a name in the place of `{name}`.
    pub fn expand(&mut self, named: &[(String, Node)]) {
        self.find.expand(named);
        self.conditions.iter_mut().for_each(|c| c.pattern.expand(named));
    }
}

impl Node {
    /// Puts patterns that have a name in the place of `{name}`.
    pub fn expand(&mut self, named: &[(String, Node)]) {
        match self {
            Self::Sequence(items) | Self::Either(items) => items.iter_mut().for_each(|n| n.expand(named)),
            Self::Maybe(inner) => inner.expand(named),
            Self::Atom(Atom::List(name)) => {
                if let Some((_, node)) = named.iter().find(|(n, _)| n == name) {
                    *self = node.clone();
                }
            }
            Self::Gap(_) | Self::Atom(_) => {}
        }
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    line: u32,
}

impl Parser {
    fn new(text: &str, line: u32) -> Self {
        Self { chars: text.chars().collect(), at: 0, line }
    }

    fn statement(&mut self, cases: &mut Vec<Case>) -> Result<(), Mistake> {
        self.space();
        let start = self.at;
        let verb = self.letters();
        match verb.as_str() {
            "find" => cases.push(self.find()?),
            "with" | "unless" => {
                let place = self.place()?;
                if matches!(place, Place::AfterFold) && verb == "unless" {
                    return self.fail_at(start, "“unless after the fold” says nothing: use “with before the fold”");
                }
                let condition = Condition { unless: verb == "unless", place, pattern: self.whole()? };
                self.last(cases, start)?.conditions.push(condition);
            }
            "replace" => {
                let replacement = self.replacement()?;
                self.last(cases, start)?.mend = Some(Mend::Replace(replacement));
            }
            "begin" | "move" | "end" => {
                let mend = match verb.as_str() {
                    "begin" => Mend::Begin,
                    "move" => Mend::Move,
                    _ => Mend::End,
                };
                self.space();
                if self.peek() != Some('"') {
                    return self.fail(&format!("after {verb} comes a text in straight quotes"));
                }
                self.last(cases, start)?.mend = Some(mend(self.quoted()?));
            }
            "on" => {
                let networks = self.rest_of_line();
                if networks.is_empty() {
                    return self.fail("after on come ids of networks");
                }
                self.last(cases, start)?.on = networks;
            }
            _ => return self.fail_at(start, "a line begins with find, with, unless, on, replace, begin, move or end"),
        }
        Ok(())
    }

    fn find(&mut self) -> Result<Case, Mistake> {
        self.space();
        let column = self.at as u32 + 1;
        let start = self.at;
        let place = self.place()?;
        if matches!(place, Place::Sentence | Place::Near(_)) {
            return self.fail_at(start, "“in sentence” and “near” go with with and unless, not with find");
        }
        let part = self.part();
        let find = self.whole()?;
        Ok(Case { line: self.line, column, place, find, part, conditions: Vec::new(), mend: None, on: String::new() })
    }

    /// `<class> in:` before a pattern names the part of it that is flagged.
    fn part(&mut self) -> Option<Class> {
        self.space();
        let start = self.at;
        if self.take("<") {
            let name = self.until('>', start, "").unwrap_or_default();
            if self.take(" in:") {
                return Class::parse(&name);
            }
        }
        self.at = start;
        None
    }

    fn last<'a>(&self, cases: &'a mut [Case], start: usize) -> Result<&'a mut Case, Mistake> {
        match cases.last_mut() {
            Some(case) => Ok(case),
            None => Err(Mistake::new(self.line, start as u32 + 1, "a find line must come first")),
        }
    }

    fn place(&mut self) -> Result<Place, Mistake> {
        self.space();
        for (words, place) in [
            ("first ", Place::First),
            ("before the fold ", Place::BeforeFold),
            ("after the fold ", Place::AfterFold),
            ("in sentence ", Place::Sentence),
        ] {
            if self.take(words) {
                return Ok(place);
            }
        }
        let start = self.at;
        if self.take("near ") {
            self.space();
            match self.number() {
                Some(n @ 1..=200) => return Ok(Place::Near(n as u8)),
                _ => {
                    return self.fail_at(
                        start,
                        "after near comes a number of words, from 1 to 200; the word near itself is written \"near\"",
                    );
                }
            }
        }
        Ok(Place::Anywhere)
    }

    fn replacement(&mut self) -> Result<String, Mistake> {
        self.space();
        if self.peek() == Some('"') {
            return self.quoted();
        }
        let start = self.at;
        if self.letters() == "nothing" {
            return Ok(String::new());
        }
        self.fail_at(start, "after replace comes a text in straight quotes, or nothing")
    }

    fn whole(&mut self) -> Result<Node, Mistake> {
        let node = self.sequence()?;
        match self.peek() {
            None => Ok(node),
            Some(c) => self.fail(&format!("unexpected “{c}”")),
        }
    }

    fn sequence(&mut self) -> Result<Node, Mistake> {
        let mut items = Vec::new();
        let start = self.at;
        loop {
            self.space();
            match self.peek() {
                None | Some(')' | '|') => break,
                Some(_) => {
                    let node = self.atom()?;
                    items.push(if self.take("?") { Node::Maybe(Box::new(node)) } else { node });
                }
            }
        }
        match items.len() {
            0 => self.fail_at(start, "a pattern is missing here"),
            1 => Ok(items.remove(0)),
            _ => Ok(Node::Sequence(items)),
        }
    }

    fn atom(&mut self) -> Result<Node, Mistake> {
        match self.peek() {
            Some('(') => self.group(),
            Some('"') => {
                let start = self.at;
                let text = self.quoted()?;
                self.literal(&text, start)
            }
            Some('<') => self.class(),
            Some('{') => Ok(Node::Atom(Atom::List(self.list()?))),
            Some('#') => self.tag(),
            Some('@') => self.mention(),
            Some('.') => self.gap(),
            _ => self.word(),
        }
    }

    fn group(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        self.at += 1;
        let mut choices = vec![self.sequence()?];
        while self.take("|") {
            choices.push(self.sequence()?);
        }
        if !self.take(")") {
            return self.fail_at(start, "this bracket is never closed");
        }
        Ok(if choices.len() == 1 { choices.remove(0) } else { Node::Either(choices) })
    }

    fn quoted(&mut self) -> Result<String, Mistake> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.peek() {
            self.at += 1;
            match c {
                '"' => return Ok(text),
                '\\' => text.extend(self.bump().map(|c| if c == 'n' { '\n' } else { c })),
                _ => text.push(c),
            }
        }
        self.fail_at(start, "this quote is never closed")
    }

    fn class(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        self.at += 1;
        let name = self.until('>', start, "this < is never closed")?;
        match name.as_str() {
            "start" => Ok(Node::Atom(Atom::LineStart)),
            "end" => Ok(Node::Atom(Atom::LineEnd)),
            _ => match Class::parse(&name) {
                Some(class) => Ok(Node::Atom(Atom::Class(class))),
                None => self.fail_at(start, &format!("there is no class <{name}>; there are {}", Class::names())),
            },
        }
    }

    fn list(&mut self) -> Result<String, Mistake> {
        let start = self.at;
        self.at += 1;
        let name = self.until('}', start, "this { is never closed; a brace to be found is written in quotes, \"{\"")?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return self.fail_at(
                start,
                "a list's name has letters, digits and hyphens; a brace to be found is written in quotes, \"{\"",
            );
        }
        Ok(name)
    }

    fn tag(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        self.at += 1;
        let is_suffix = self.take("*");
        let word = self.tag_part();
        if self.peek() == Some('{') && !is_suffix {
            let (before, list) = (draftlens_text::fold::fold(&word), self.list()?);
            let after = draftlens_text::fold::fold(&self.tag_part());
            let alone = before.is_empty() && after.is_empty();
            return Ok(Node::Atom(if alone { Atom::TagList(list) } else { Atom::TagAround(before, list, after) }));
        }
        if word.is_empty() {
            return self.fail_at(start, "a hashtag needs a name; the mark itself is written in quotes, \"#\"");
        }
        let body = draftlens_text::fold::fold(&word);
        if is_suffix {
            return Ok(Node::Atom(Atom::TagSuffix(body)));
        }
        Ok(Node::Atom(if self.take("*") { Atom::TagPrefix(body) } else { Atom::Tag(body) }))
    }

    /// Letters of a hashtag, without the underscores that it is compared without.
    fn tag_part(&mut self) -> String {
        self.run().chars().filter(|&c| c != '_').collect()
    }

    fn mention(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        self.at += 1;
        let name = self.run();
        if name.is_empty() {
            return self.fail_at(start, "a mention needs a name; the mark itself is written in quotes, \"@\"");
        }
        Ok(Node::Atom(Atom::Mention(draftlens_text::fold::fold(&name))))
    }

    fn gap(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        if !self.take("...") {
            return self.fail("a point to be found is written in quotes, \".\"; a gap is written ...");
        }
        match self.number() {
            None => Ok(Node::Gap(3)),
            Some(n) if (1..=u32::from(MAX_GAP)).contains(&n) => Ok(Node::Gap(n as u8)),
            Some(_) => self.fail_at(start, &format!("a gap has from 1 to {MAX_GAP} words")),
        }
    }

    fn word(&mut self) -> Result<Node, Mistake> {
        let start = self.at;
        if self.take("exact(") {
            let word = self.until(')', start, "this bracket is never closed")?;
            return self.single(&word, start).map(|_| Node::Atom(Atom::Exact(word)));
        }
        let text = self.run();
        if text.is_empty() {
            return self.fail("a mark to be found is written in quotes, as in \"%\"");
        }
        if self.take("*") {
            return Ok(Node::Atom(Atom::Prefix(self.single(&text, start)?)));
        }
        if self.take("~") {
            return self.inflected(&text, start);
        }
        self.literal(&text, start)
    }

    /// The last word of a joined one is the one that inflects.
    fn inflected(&self, text: &str, start: usize) -> Result<Node, Mistake> {
        let Node::Sequence(mut items) = self.sequence_of(text, start)? else { unreachable!("a sequence was made") };
        if let Some(Node::Atom(Atom::Word(last))) = items.pop() {
            items.push(Node::Atom(Atom::Inflected(last)));
        }
        Ok(simplify(items))
    }

    fn literal(&self, text: &str, start: usize) -> Result<Node, Mistake> {
        let Node::Sequence(items) = self.sequence_of(text, start)? else { unreachable!("a sequence was made") };
        Ok(simplify(items))
    }

    fn sequence_of(&self, text: &str, start: usize) -> Result<Node, Mistake> {
        let items: Vec<Node> = words_of(text).into_iter().map(|w| Node::Atom(Atom::Word(w))).collect();
        if items.is_empty() {
            return self.fail_at(start, "there is nothing to find here");
        }
        Ok(Node::Sequence(items))
    }

    fn single(&self, text: &str, start: usize) -> Result<String, Mistake> {
        let mut words = words_of(text);
        if words.len() != 1 {
            return self.fail_at(start, "one single word is needed here");
        }
        Ok(words.remove(0))
    }

    fn until(&mut self, close: char, start: usize, message: &str) -> Result<String, Mistake> {
        let from = self.at;
        while let Some(c) = self.peek() {
            self.at += 1;
            if c == close {
                return Ok(self.chars[from..self.at - 1].iter().collect());
            }
        }
        self.fail_at(start, message)
    }

    fn run(&mut self) -> String {
        let from = self.at;
        while self.peek().is_some_and(in_word) {
            self.at += 1;
        }
        self.chars[from..self.at].iter().collect()
    }

    fn letters(&mut self) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
            self.at += 1;
        }
        self.chars[from..self.at].iter().collect()
    }

    /// The words up to the end of the line, with one space between.
    fn rest_of_line(&mut self) -> String {
        let rest: String = self.chars[self.at..].iter().collect();
        self.at = self.chars.len();
        rest.split([' ', ',']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn number(&mut self) -> Option<u32> {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.chars[from..self.at].iter().collect::<String>().parse().ok()
    }

    fn take(&mut self, text: &str) -> bool {
        let mut at = self.at;
        for c in text.chars() {
            if self.chars.get(at) != Some(&c) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    fn space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek();
        self.at += usize::from(c.is_some());
        c
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn fail<T>(&self, message: &str) -> Result<T, Mistake> {
        self.fail_at(self.at, message)
    }

    fn fail_at<T>(&self, at: usize, message: &str) -> Result<T, Mistake> {
        Err(Mistake::new(self.line, at as u32 + 1, message))
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_' | '/' | '\u{300}'..='\u{36F}')
}

fn simplify(mut items: Vec<Node>) -> Node {
    if items.len() == 1 { items.remove(0) } else { Node::Sequence(items) }
}

/// The folded tokens of a text, as the matcher will see them.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    token::plain(text).into_iter().filter(|(kind, _)| *kind != Kind::Break).map(|(_, folded)| folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str) -> (u32, u32, String) {
        let m = parse_cases(text, 1).expect_err("a mistake");
        (m.line, m.column, m.message)
    }

    #[test]
    fn a_case_is_read_with_its_conditions() {
        let cases = parse_cases("find first #{trending}\n  with near 8 {promo}\n  unless museum\n  replace nothing", 5)
            .unwrap();
        assert_eq!(cases.len(), 1);
        assert_eq!((cases[0].line, cases[0].place), (5, Place::First));
        assert_eq!(cases[0].find, Node::Atom(Atom::TagList("trending".into())));
        assert_eq!(cases[0].conditions[0].place, Place::Near(8));
        assert!(cases[0].conditions[1].unless);
        assert_eq!(cases[0].mend, Some(Mend::Replace(String::new())));
    }

    #[test]
    fn joined_words_are_sequences_and_quotes_keep_marks() {
        let cases = parse_cases("find in-store~ \"[link]\" ...5 don't", 1).unwrap();
        let Node::Sequence(items) = &cases[0].find else { panic!("{cases:?}") };
        assert_eq!(
            items[0],
            Node::Sequence(vec![Node::Atom(Atom::Word("in".into())), Node::Atom(Atom::Inflected("store".into()))])
        );
        assert_eq!(items[2], Node::Gap(5));
    }

    #[test]
    fn a_case_can_be_mended_at_the_start_of_the_post() {
        let cases = parse_cases("find <first>\n  with <paid>\n  begin \"Ad: \"\nfind #ad\n  move \"Ad: \"", 1).unwrap();
        let mends: Vec<_> = cases.into_iter().map(|c| c.mend.unwrap()).collect();
        assert_eq!(mends, [Mend::Begin("Ad: ".into()), Mend::Move("Ad: ".into())]);
        assert_eq!(parse_cases("find a\n  begin b", 1).unwrap_err().line, 2);
    }

    #[test]
    fn a_case_can_be_for_some_networks() {
        let cases = parse_cases("find rt\n  on linkedin, facebook", 1).unwrap();
        assert_eq!(cases[0].on, "linkedin facebook");
        assert_eq!(parse_cases("find rt\n  on", 1).unwrap_err().line, 2);
    }

    #[test]
    fn a_part_can_be_flagged_and_a_named_pattern_stands_for_its_text() {
        let mut case = parse_find("<hashtag> in: {why} <hashtag> trending", 1).unwrap();
        assert_eq!(case.part, Some(Class::Hashtag));
        case.expand(&[("why".into(), parse_find("why is", 1).unwrap().find)]);
        assert_eq!(case.find, parse_find("(why is) <hashtag> trending", 1).unwrap().find);
        assert_eq!(parse_find("<hashtag> in time", 1).unwrap().part, None);
    }

    #[test]
    fn mistakes_say_where_they_are() {
        assert_eq!(mistake("find a (b | c"), (1, 8, "this bracket is never closed".into()));
        assert_eq!(mistake("find a\n  wiht b").0, 2);
        assert_eq!(mistake("  with b").1, 3);
        assert_eq!(mistake("find <monny>").1, 6);
        assert_eq!(mistake("find a ...99").1, 8);
        assert_eq!(mistake("find \"a").1, 6);
        assert_eq!(mistake("find").2, "a pattern is missing here");
    }
}
