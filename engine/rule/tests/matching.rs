//! What patterns find, from the outside: compile lines, run them over a text, look at the words found.

use draftlens_rule::{Class, Compiler, Own, Table, list, pattern};
use draftlens_text::{Language, Text};

fn table(lines: &str) -> Table {
    let mut compiler = Compiler::new(Table::default());
    compiler.add_list("promo", list::parse("free shipping\nshop\nen:\nsale~\nfr:\nsoldes\nlivraison offerte").unwrap());
    compiler.add_list("sad", list::parse("boston strong | bombing | attentat\naurora\nprayfor*").unwrap());
    for (i, case) in pattern::parse_cases(lines, 1).unwrap().iter().enumerate() {
        compiler.add_case(i as u32, case, Language::Unknown).unwrap();
    }
    compiler.finish()
}

fn found(lines: &str, text: &str) -> Vec<String> {
    found_where(lines, text, Vec::new())
}

/// What is found in a draft of which the host says something.
fn found_where(lines: &str, text: &str, facts: Vec<Class>) -> Vec<String> {
    let mut table = table(lines);
    #[cfg(feature = "build")]
    table.merge();
    table.freeze();
    let mut writer = draftlens_rule::codec::Writer::default();
    table.write(&mut writer);
    let written = writer.finish();
    // Everything goes through the bytes, so that reading and writing are tested by every case.
    let mut table = Table::read(&mut draftlens_rule::codec::Reader::new(&written));
    table.freeze();
    let text = Text::parse(text);
    let own = Own::new(&["maison".into()], &["maison.fr".into()], &["MaisonMarius".into()]).with_facts(facts);
    let tokens = text.tokens();
    let spans = table
        .run(&text, &own)
        .hits(None)
        .into_iter()
        .map(|h| (tokens[h.start as usize].start as usize, tokens[h.end as usize - 1].end as usize));
    spans.map(|(start, end)| text.source()[start..end].to_owned()).collect()
}

#[test]
fn words_are_found_whatever_their_case_accents_and_quotes() {
    assert_eq!(found("find here's a draft", "HERE’S  a\u{A0}draft!"), ["HERE’S  a\u{A0}draft"]);
    assert_eq!(found("find cafe creme", "Un Cafe\u{301} CRÈME"), ["Cafe\u{301} CRÈME"]);
    assert_eq!(found("find here's a draft", "here is a draft"), Vec::<String>::new());
}

#[test]
fn a_comma_breaks_a_sequence_and_a_gap_passes_over_it() {
    assert_eq!(found("find sure here", "Sure, here"), Vec::<String>::new());
    assert_eq!(found("find sure ... here", "Sure, here"), ["Sure, here"]);
    assert_eq!(found("find sure ...2 here", "sure one (two) here"), ["sure one (two) here"]);
    assert_eq!(found("find sure ...2 here", "sure one two three here"), Vec::<String>::new());
    assert_eq!(found("find sure ... here", "Sure. One here"), Vec::<String>::new());
}

#[test]
fn a_gap_before_all_else_reaches_back_as_far_as_it_may() {
    let lines = "find ...2 will (now | soon)? rain";
    assert_eq!(found(lines, "One two, (three) will soon rain"), ["two, (three) will soon rain"]);
    assert_eq!(found(lines, "Today! Will rain? #it will rain"), ["Will rain", "#it will rain"]);
    assert_eq!(found(lines, "will will will rain"), ["will will will rain"]);
}

#[test]
fn a_pattern_that_stands_first_or_begins_a_line_is_found_nowhere_else() {
    assert_eq!(found("find first sale", "🎉 Sale, sale"), ["Sale"]);
    assert_eq!(found("find <start> sale", "🎉 Sale\nsale sale"), ["sale"]);
    assert_eq!(found("find sale\n  with first free", "Free for all: sale"), ["sale"]);
}

#[test]
fn what_the_host_says_stands_at_the_first_word() {
    assert_eq!(found("find <first>", "✨ «Glow» up"), ["Glow"]);
    let lines = "find <paid>\n  unless #ad\nfind up\n  unless <by-brand>";
    assert_eq!(found_where(lines, "✨ Glow up", vec![Class::Paid, Class::ByBrand]), ["Glow"]);
    assert_eq!(found_where(lines, "✨ Glow up #ad", vec![Class::Paid]), ["up"]);
    assert_eq!(found_where(lines, "✨", vec![Class::Paid]), Vec::<String>::new());
}

#[test]
fn a_hashtag_is_known_by_its_end_and_a_ticker_by_its_kind() {
    assert_eq!(
        found("find #*partner", "#AcmePartner #partners #Acme_partner #partner"),
        ["#AcmePartner", "#Acme_partner"]
    );
    assert_eq!(found("find buy <cashtag>", "Buy $ACME, not $5"), ["Buy $ACME"]);
}

#[test]
fn alternatives_optional_words_prefixes_and_inflections() {
    let lines = "find (buy | shop now? | order~) (it)?";
    assert_eq!(found(lines, "Shop now, ordered it, buy it"), ["Shop now", "ordered it", "buy it"]);
    assert_eq!(found("find pray* for", "prayers for"), ["prayers for"]);
    assert_eq!(found("find exact(US)", "us US Us"), ["US"]);
}

#[test]
fn lists_match_words_phrases_and_hashtags() {
    assert_eq!(found("find {promo}", "Free  shipping in our shop"), ["Free  shipping", "shop"]);
    assert_eq!(
        found("find #{sad}", "#BostonStrong #Boston_Strong #PrayForNice #aurora boston strong"),
        ["#BostonStrong", "#Boston_Strong", "#PrayForNice", "#aurora"]
    );
    assert_eq!(found("find <percent> ... {promo}", "20 % on the sale of the year"), ["20 % on the sale"]);
}

#[test]
fn a_list_entry_of_one_language_is_silent_in_the_other() {
    assert_eq!(found("find {promo}", "Cette eau est trop sale pour nous et pour vous."), Vec::<String>::new());
    assert_eq!(found("find {promo}", "The sale of the year is on for you and your friends."), ["sale"]);
}

#[test]
fn classes_are_found() {
    assert_eq!(found("find <money>", "5 € or $1,299.00 or 25 000 euros"), ["5 €", "$1,299.00", "25 000 euros"]);
    assert_eq!(
        found("find <money>", "$3k, £2m, 500 FCFA, 100 balles, $NEWS, 3k, $4th"),
        ["$3k", "£2m", "500 FCFA", "100 balles"]
    );
    assert_eq!(
        found("find <date>", "le 12/03, le 1er mars, March 12th, 3 of May 2020"),
        ["12/03", "1er mars", "March 12th", "3 of May"]
    );
    assert_eq!(
        found("find <own-link>", "https://shop.maison.fr/x https://maison.example/x"),
        ["https://shop.maison.fr/x"]
    );
    assert_eq!(found("find <own-hashtag>", "#maisonmarius #maison"), ["#maisonmarius"]);
    assert_eq!(found("find <caps> <caps>", "THIS IS loud"), ["THIS IS"]);
    assert_eq!(
        found("find thanks <capital>", "Thanks Zoé, thanks all, THANKS ANNA, thanks É"),
        ["Thanks Zoé", "thanks É"]
    );
}

#[test]
fn a_short_post_has_few_words_and_no_link_or_hashtag_and_its_first_letter_may_be_small() {
    let short = |text: &str| !found("find <short>", text).is_empty();
    let words = |n: usize| vec!["word"; n].join(" ");
    assert!(short("🎉 Home by six x") && short(&words(24)));
    assert_eq!(found("find <small>", "🎉 home, Zoé"), ["home"]);
    assert_eq!(found("find <small>", "Home, zoé"), Vec::<String>::new());
    assert!(!short(&words(25)) && !short("Home by six #x") && !short("Home https://acme.fr/six"));
}

#[test]
fn marks_are_found_as_they_stand() {
    assert_eq!(found("find \"{{\" ... \"}}\"", "Hi {{first_name}}!"), ["{{first_name}}"]);
    assert_eq!(found("find \"***\"", "a ***** b ** c"), ["*****"]);
    assert_eq!(found("find \"[\" link \"]\"", "[LINK]"), ["[LINK]"]);
    assert_eq!(found("find <start> \"##\" ", "## One\ntwo ## three"), ["##"]);
    assert_eq!(found("find more <end>", "more and more\nmore, and"), ["more"]);
}

#[test]
fn conditions_look_where_they_are_told() {
    assert_eq!(found("find aurora\n  with {promo}", "Aurora. Our shop."), ["Aurora"]);
    assert_eq!(found("find aurora\n  with in sentence {promo}", "Aurora. Our shop."), Vec::<String>::new());
    assert_eq!(found("find aurora\n  with near 2 shop", "aurora one two shop"), ["aurora"]);
    assert_eq!(found("find aurora\n  with near 2 shop", "aurora one two three shop"), Vec::<String>::new());
    assert_eq!(found("find aurora\n  unless near 3 not", "not the aurora"), Vec::<String>::new());
    assert_eq!(found("find first rt", "RT @x rt"), ["RT"]);
}

#[test]
fn a_house_changes_a_list_of_a_finished_table() {
    let mut compiler = Compiler::new(table("find {promo}\nfind #{sad}"));
    let entry = |t: &str| vec![list::entry(t, Language::Unknown).unwrap()];
    assert!(compiler.extend_list("promo", &entry("open day")));
    assert!(!compiler.extend_list("nothing", &entry("x")));
    assert!(compiler.shrink_list("promo", &entry("free shipping")).is_empty());
    assert!(compiler.shrink_list("sad", &entry("aurora")).is_empty());
    assert_eq!(compiler.shrink_list("promo", &entry("absent")).len(), 1);
    let table = compiler.finish();
    let text = Text::parse("Open day, free shipping, shop #aurora");
    assert_eq!(table.run(&text, &Own::default()).hits(None).len(), 2);
}

#[test]
fn mistakes_name_the_place_of_the_case() {
    let mut compiler = Compiler::new(Table::default());
    let cases = pattern::parse_cases("find a\nfind {promoo}\nfind b?", 1).unwrap();
    assert!(compiler.add_case(0, &cases[0], Language::Unknown).is_ok());
    assert_eq!(compiler.add_case(0, &cases[1], Language::Unknown).unwrap_err().line, 2);
    assert_eq!(
        compiler.add_case(0, &cases[2], Language::Unknown).unwrap_err().message,
        "a pattern must find at least one word"
    );
}

#[test]
fn a_pattern_that_may_begin_with_any_word_is_refused() {
    let refused = |find: &str| {
        let cases = pattern::parse_cases(find, 1).unwrap();
        Compiler::new(Table::default()).add_case(0, &cases[0], Language::Unknown).is_err()
    };
    assert!(refused("find (you | we)? ...2 (pay | send)") && refused("find (rides? | taxi) ...8 net zero"));
    assert!(!refused("find (you | we) ...2 (pay | send)") && !refused("find ...2 (pay | send)"));
}

#[test]
fn a_part_of_what_is_found_can_be_flagged() {
    assert_eq!(found("find <hashtag> in: why is <hashtag> trending", "Why is #One trending?"), ["#One"]);
}

#[test]
fn conditions_on_a_hostile_text_cost_no_square() {
    let lines = "find aurora\n  with near 3 shop\n  unless in sentence museum";
    let text = format!("{}{}", "aurora ".repeat(20_000), "shop ".repeat(20_000));
    assert_eq!(found(lines, &text).len(), 4, "the last four stand within three words of the shop");
}
