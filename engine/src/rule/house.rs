//! The house's own rules, lists and exemptions: compiled into the same table as the built-in ones.

use draftlens_rule::pattern::{Atom, Case, Mend, Node, Place};
use draftlens_rule::{Compiler, FIRST_ALLOW, Rule, RuleSource, Severity, Table, Words, list, pattern};
use draftlens_text::{Language, Text};

use crate::policy::{Group, HouseRule, HouseWords, ListChange, Placed, Policy};
use crate::{Problem, Settings};

/// Adds what the settings bring to the built-in table and rules. What cannot be used is told and left out.
pub(crate) fn compile(table: Table, rules: &mut Vec<Rule>, settings: &Settings, problems: &mut Vec<Problem>) -> Table {
    let mut compiler = Compiler::new(table);
    let policy = &settings.policy;
    fill(&mut compiler, "brand", std::iter::once(&policy.brand).chain(&policy.aliases));
    fill(&mut compiler, "trending", settings.trending.iter().flatten().map(|t| &t.tag));
    let rivals = fill(&mut compiler, "competitor", policy.editorial.competitors.iter());
    compiler.extend_handles("competitor", &rivals);
    for change in &policy.lists {
        problems.extend(change_list(&mut compiler, change).err());
    }
    editorial(&mut compiler, rules, policy, problems);
    let first = rules.len();
    for rule in &policy.rules {
        add_rule(&mut compiler, rules, rule, problems);
    }
    for (index, allow) in policy.allow.iter().enumerate() {
        let owner = FIRST_ALLOW + index as u32;
        add_cases(&mut compiler, owner, &allow.patterns, Language::Unknown, problems);
    }
    let ids = rules.iter().flat_map(|r| std::iter::once(&r.id).chain(&r.aliases));
    problems.extend(policy.unknown_rules(&ids.map(String::as_str).collect::<Vec<_>>()));
    let table = compiler.finish();
    try_examples(&table, first as u32, &policy.rules, &rules[first..], problems);
    table
}

/// Whether a rule goes by this id, now or before; a house's own also without its `house/`.
pub(crate) fn is_rule(rule: &Rule, id: &str) -> bool {
    rule.id == id || rule.aliases.iter().any(|a| a == id) || rule.id.strip_prefix("house/") == Some(id)
}

fn fill<'a>(compiler: &mut Compiler, name: &str, words: impl Iterator<Item = &'a String>) -> Vec<list::Entry> {
    let bare = |word: &'a String| word.trim_start_matches(['#', '＃', '@', '＠']);
    let entries: Vec<_> = words.filter_map(|w| list::entry(bare(w), Language::Unknown).ok()).collect();
    compiler.extend_list(name, &entries);
    entries
}

/// The house's words become patterns of the built-in rules that are about them.
fn editorial(compiler: &mut Compiler, rules: &[Rule], policy: &Policy, problems: &mut Vec<Problem>) {
    let owner = |id: &str| rules.iter().position(|rule| rule.id == id).map(|index| index as u32);
    if let Some(owner) = owner("brand-forbidden-term") {
        for term in &policy.editorial.forbidden {
            let instead = term.instead.trim();
            let replace = (!instead.is_empty()).then(|| instead.to_owned());
            add_words(compiler, owner, &term.term, true, replace, &term.place, problems);
        }
    }
    if let Some(owner) = owner("brand-preferred-spelling") {
        for spelling in &policy.editorial.spellings {
            let write = spelling.write.trim();
            for words in spelling.not.iter().map(String::as_str).chain([write]) {
                add_words(compiler, owner, words, false, Some(write.to_owned()), &spelling.place, problems);
            }
        }
    }
    if let Some(owner) = owner("competitor-named") {
        for name in &policy.editorial.competitors {
            let Ok(entry) = list::entry(name.trim_start_matches(['#', '＃', '@', '＠']), Language::Unknown) else {
                continue;
            };
            let joined = entry.words.concat();
            let mut either = vec![Node::Atom(Atom::Mention(joined.clone()))];
            // A short name begins many words that are not its own.
            if joined.len() >= 5 {
                either.push(Node::Atom(Atom::TagPrefix(joined)));
            }
            add_node(compiler, owner, Node::Either(either), None);
        }
    }
}

/// Adds a case that looks for words of the policy, with their inflections where it is asked.
fn add_words(
    compiler: &mut Compiler,
    owner: u32,
    words: &str,
    inflect: bool,
    replace: Option<String>,
    place: &crate::Place,
    problems: &mut Vec<Problem>,
) {
    let entry = match list::entry(words, Language::Unknown) {
        Ok(entry) => entry,
        Err(message) => return problems.push(place.problem(message)),
    };
    let last = entry.words.len() - 1;
    let node = |(index, word): (usize, &String)| match entry.ending {
        list::Ending::Prefix if index == last => Node::Atom(Atom::Prefix(word.clone())),
        list::Ending::Inflected if index == last => Node::Atom(Atom::Inflected(word.clone())),
        // “usager” is no verb, “usage” none of its forms: `~` asks for them.
        list::Ending::Plain if inflect && word.ends_with("er") => {
            Node::Either([word.clone(), format!("{word}s")].map(|form| Node::Atom(Atom::Word(form))).to_vec())
        }
        // A short word has forms that are other words.
        list::Ending::Plain if inflect && word.chars().count() > 3 => Node::Atom(Atom::Inflected(word.clone())),
        _ => Node::Atom(Atom::Word(word.clone())),
    };
    add_node(compiler, owner, Node::Sequence(entry.words.iter().enumerate().map(node).collect()), replace);
}

fn add_node(compiler: &mut Compiler, owner: u32, find: Node, replace: Option<String>) {
    let mend = replace.map(Mend::Replace);
    let case = Case {
        line: 1,
        column: 1,
        place: Place::Anywhere,
        find,
        part: None,
        conditions: Vec::new(),
        mend,
        on: String::new(),
    };
    // It has no list that could be missing, and is never empty.
    let _ = compiler.add_case(owner, &case, Language::Unknown);
}

fn change_list(compiler: &mut Compiler, change: &ListChange) -> Result<(), Problem> {
    let read = |texts: &[String]| -> Result<Vec<_>, Problem> {
        texts.iter().map(|t| list::entry(t, Language::Unknown).map_err(|m| change.place.problem(m))).collect()
    };
    let (add, drop) = (read(&change.add)?, read(&change.drop)?);
    if change.whole {
        if compiler.has_list(&change.name) {
            let message = format!("there is a built-in list {}; change it by \"add\" and \"drop\"", change.name);
            return Err(change.place.problem(message));
        }
        compiler.add_list(&change.name, add);
        return Ok(());
    }
    if !compiler.extend_list(&change.name, &add) {
        return Err(change
            .place
            .problem(format!("there is no built-in list {}; a list of your own is written as an array", change.name)));
    }
    match compiler.shrink_list(&change.name, &drop).first() {
        Some(entry) => {
            Err(change.place.problem(format!("“{}” is not in the list {}", entry.words.join(" "), change.name)))
        }
        None => Ok(()),
    }
}

fn add_rule(compiler: &mut Compiler, rules: &mut Vec<Rule>, house: &HouseRule, problems: &mut Vec<Problem>) {
    let owner = rules.len() as u32;
    if let Some(patterns) = &house.patterns {
        add_cases(compiler, owner, patterns, Language::Unknown, problems);
    }
    for (words, language) in [(&house.en, Language::English), (&house.fr, Language::French)] {
        if let Some(patterns) = words.as_ref().and_then(|w| w.patterns.as_ref()) {
            add_cases(compiler, owner, patterns, language, problems);
        }
    }
    // A house that speaks one language is shown that one in both.
    let (en, fr) = (house.en.as_ref().or(house.fr.as_ref()), house.fr.as_ref().or(house.en.as_ref()));
    rules.push(Rule {
        id: format!("house/{}", house.id),
        severity: house.severity,
        sources: house.sources.iter().map(source).collect(),
        detect: None,
        needs: None,
        yields_to: Vec::new(),
        one_flag: house.group == Group::Rule,
        networks: house.networks.clone(),
        countries: Vec::new(),
        off: false,
        aliases: Vec::new(),
        en: en.map(words).unwrap_or_default(),
        fr: fr.map(words).unwrap_or_default(),
    });
}

fn words(house: &HouseWords) -> Words {
    Words {
        title: house.title.clone(),
        why: house.why.clone(),
        advice: house.advice.clone(),
        ask: house.ask.clone().unwrap_or_default(),
        fix: house.fix.clone().unwrap_or_default(),
    }
}

fn source(source: &crate::Source) -> RuleSource {
    RuleSource { url: source.url.clone(), title: source.title.clone(), date: source.date.clone() }
}

fn add_cases(compiler: &mut Compiler, owner: u32, patterns: &Placed, language: Language, problems: &mut Vec<Problem>) {
    let cases = pattern::parse_cases(&patterns.text, 1);
    let added =
        cases.and_then(|cases| cases.iter().try_for_each(|c| compiler.add_case(owner, c, language).map(|_| ())));
    if let Err(mistake) = added {
        problems.push(patterns.problem(mistake.line, mistake.column, &mistake.message));
    }
}

/// A house's own examples are tried when the checker is made: one that does not hold is told.
fn try_examples(table: &Table, first: u32, house: &[HouseRule], rules: &[Rule], problems: &mut Vec<Problem>) {
    for ((rule, compiled), owner) in house.iter().zip(rules).zip(first..) {
        for words in [&rule.en, &rule.fr].into_iter().flatten() {
            let examples = words.flag.iter().map(|e| (e, true)).chain(words.pass.iter().map(|e| (e, false)));
            for (example, flags) in examples {
                let text = Text::parse(example);
                let hit = table.run(&text, &draftlens_rule::Own::default()).hits(None).iter().any(|h| h.owner == owner);
                if hit != flags {
                    let verb = if flags { "does not flag" } else { "flags" };
                    problems.push(rule.place.problem(format!("{} {verb} its example “{example}”", compiled.id)));
                }
            }
        }
    }
}

/// The severity that a house gives a rule: `None` when it is off there.
pub(crate) fn level(
    settings: &Settings,
    rule: &Rule,
    own: Severity,
    network: &str,
    intent: crate::Intent,
) -> Option<Severity> {
    let ids = [Some(rule.id.as_str()), rule.id.strip_prefix("house/")];
    let names = ids.into_iter().flatten().chain(rule.aliases.iter().map(String::as_str));
    let mut said = names.filter_map(|id| settings.policy.level(id, Some(network), intent));
    said.next().map_or((!rule.off).then_some(own), |level| level.level)
}
