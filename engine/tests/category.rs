//! The category as a writer meets it: typical drafts of each kind, in both languages.

use draftlens_engine::{Author, Category, CategoryReport, Checker, Draft, Other, Settings};

use Category::{Curated, Engagement, Promotional};

const FACTS: &str = r#"{"facts":{"brand":"Atelier Marius","handles":["ateliermarius"],"domains":["ateliermarius.fr"],"hashtags":["ateliermarius"]}}"#;

fn report(text: &str) -> CategoryReport {
    let (settings, problems) = Settings::from_json(FACTS);
    assert!(problems.is_empty(), "{problems:?}");
    let (checker, _) = Checker::new(settings);
    checker.check(&Draft { text: text.to_owned(), ..Draft::default() }).category
}

fn all_are(category: Category, texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| (text, report(text)))
        .filter(|(_, r)| r.label != Some(category))
        .map(|(text, r)| format!("{text}\n  {:?} {:?} {:?}", r.label, r.scores, r.evidence))
        .collect();
    assert!(wrong.is_empty(), "not {category:?}:\n{}", wrong.join("\n"));
}

#[test]
fn offers_news_of_ours_and_contests_are_promotional() {
    all_are(
        Promotional,
        &[
            "20% off all leather bags this weekend only. Shop now: https://ateliermarius.fr/bags",
            "We're thrilled to announce the opening of our second shop in Lyon on 4 May!",
            "Our new autumn collection is here. Discover it at ateliermarius.fr",
            "We're hiring! Join our team as a leather craftsman. Apply by Friday.",
            "Tired of bags that fall apart? Meet the Marius tote, built to last.",
            "Win a tote! Like this post and tag a friend for your chance to win.",
            "Atelier Marius named Craft Business of the Year. So proud of our team.",
            "Download our free guide to caring for leather: link in bio",
            "-20 % sur tous les sacs jusqu’à dimanche. Profitez-en sur https://ateliermarius.fr/sacs",
            "Nous sommes fiers de vous présenter notre nouvelle collection, disponible en boutique.",
            "L’atelier recrute ! Envoyez votre candidature avant le 30 juin.",
            "Portes ouvertes samedi 12 mai : venez découvrir notre savoir-faire.",
            "Concours : tentez de gagner un sac Marius. Pour participer, suivez notre page et identifiez un ami.",
            "Notre boutique de Lyon sera fermée lundi 1er mai. Nos horaires : ateliermarius.fr",
            "Inscrivez-vous à notre webinaire gratuit jeudi à 18 h.",
        ],
    );
}

#[test]
fn news_and_knowledge_from_elsewhere_are_curated() {
    all_are(
        Curated,
        &[
            "According to a new study, 61% of Europeans repaired something last year. https://www.theguardian.com/a",
            "Scientists find microplastics in rain over the Alps, via @nature",
            "Why do some leathers crack in winter? A good read from the BBC: https://www.bbc.co.uk/news/1",
            "RT @unesco: the craft of the saddlers of Hermès joins the list of living heritage",
            "Did you know? Vegetable tanning is more than 5,000 years old.",
            "Fed raises interest rates by a quarter point as inflation slows https://reut.rs/x",
            "5 tips to protect leather from the rain",
            "Selon une étude de l’Insee, les Français réparent davantage leurs vêtements. https://www.insee.fr/a",
            "À lire : comment les tanneries italiennes économisent l’eau, via @lemondefr",
            "Le gouvernement annonce un bonus réparation pour la maroquinerie. https://www.lemonde.fr/a",
            "Le saviez-vous ? Le tannage végétal a plus de 5 000 ans.",
            "Aujourd’hui, c’est la Journée mondiale de l’eau : une personne sur quatre n’a pas accès à l’eau potable.",
        ],
    );
}

#[test]
fn talk_thanks_wishes_and_service_are_engagement() {
    all_are(
        Engagement,
        &[
            "What’s your favourite comfort dish? Tell us in the comments!",
            "@lea_m Sorry to hear that! Please DM us your order number and we will look into it.",
            "Thank you all for 10,000 followers! You are amazing.",
            "Happy Mother’s Day to all the mums out there!",
            "Congratulations @studiolume on a well-deserved award!",
            "Tea or coffee?",
            "Good morning! How was your weekend?",
            "Our site is down, we are aware and working on it. Sorry for the inconvenience.",
            "Quelle est votre recette préférée ? Dites-nous tout en commentaire !",
            "@lea_m Bonjour Léa, nous sommes désolés. Pouvez-vous nous envoyer votre numéro en message privé ?",
            "Merci à tous pour vos messages, vous êtes formidables !",
            "Joyeux Noël à toutes et à tous !",
            "Bravo à Camille pour sa médaille !",
            "Et vous, plutôt thé ou café ?",
            "Bonne année ! Que 2027 vous apporte santé et bonheur.",
        ],
    );
}

#[test]
fn a_question_that_sells_sells_and_a_tagged_on_question_leaves_news_curated() {
    assert_eq!(report("Ready to save 20%? Shop the sale now.").label, Some(Promotional));
    assert_eq!(report("Envie d’un nouveau sac ? Profitez de -20 % en boutique.").label, Some(Promotional));
    let news = "Researchers say that most plastic in the ocean comes from ten rivers, according to a study in Science. \
                https://www.science.org/a Thoughts?";
    assert_eq!(report(news).label, Some(Curated));
}

#[test]
fn an_empty_draft_has_no_category() {
    for text in ["", "  \n\n ", "\u{FE0F}"] {
        let report = report(text);
        assert_eq!((report.label, report.scores, report.confident), (None, [0; 3], false), "{text:?}");
    }
}

#[test]
fn whatever_the_text_the_shares_are_a_whole_and_evidence_lies_in_the_text() {
    let long = "Merci à tous ! Our new shop 🎉 opens, 20% off. According to @nature? ".repeat(40);
    for text in ["😀", "?", "#", "@", "a", long.as_str()] {
        let report = report(text);
        assert_eq!(report.scores.iter().sum::<u16>(), 10_000, "{text}");
        assert!(report.label.is_some());
        assert!(report.evidence.len() <= 12);
        let units: Vec<u16> = text.encode_utf16().collect();
        for pair in report.evidence.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{pair:?}");
        }
        for place in &report.evidence {
            assert!(place.start < place.end && place.end as usize <= units.len() && place.weight > 0, "{place:?}");
            assert!(String::from_utf16(&units[place.start as usize..place.end as usize]).is_ok());
        }
    }
}

#[test]
fn the_words_that_decide_are_shown() {
    let shown = places("Happy spring 🌸! 20% off everything", Promotional);
    assert!(shown.contains(&"20% off".to_owned()), "{shown:?}");
}

#[test]
fn little_words_that_convince_nobody_are_not_shown() {
    let text = "Our new spring menu is out. Come and taste it at the Lyon shop on Friday from 6 pm.";
    let shown = places(text, Promotional);
    assert!(
        !shown.is_empty() && !shown.iter().any(|word| ["is", "at", "the", "it"].contains(&word.as_str())),
        "{shown:?}"
    );
}

/// The places of the text that speak for a category.
fn places(text: &str, category: Category) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let evidence = report(text).evidence.into_iter().filter(|place| place.category == category);
    evidence.map(|place| String::from_utf16_lossy(&units[place.start as usize..place.end as usize])).collect()
}

#[test]
fn our_own_link_name_and_the_post_answered_count() {
    let (settings, _) = Settings::from_json(FACTS);
    let (ours, _) = Checker::new(settings);
    let (nobody, _) = Checker::new(Settings::default());
    let share = |checker: &Checker, draft: &Draft, category: usize| checker.check(draft).category.scores[category];
    let link = Draft { text: "How leather is tanned https://ateliermarius.fr/tanning".to_owned(), ..Draft::default() };
    assert!(share(&ours, &link, 0) > share(&nobody, &link, 0));
    let plain = Draft { text: "It opens at nine.".to_owned(), ..Draft::default() };
    let reply =
        Draft { reply_to: Some(Other { text: "When does it open?".to_owned(), ..Other::default() }), ..plain.clone() };
    assert!(share(&ours, &reply, 2) > share(&ours, &plain, 2));
    let author = Some(Author { name: "Studio Lume".to_owned(), ..Author::default() });
    let named = Draft { text: "Studio Lume in three pictures".to_owned(), ..Draft::default() };
    assert!(share(&nobody, &Draft { author, ..named.clone() }, 0) > share(&nobody, &named, 0));
    let (settings, problems) = Settings::from_json(r#"{"facts":{"sector":"media"}}"#);
    assert!(problems.is_empty(), "{problems:?}");
    let (newsroom, _) = Checker::new(settings);
    let report = Draft { text: "The mayor opens the new bridge".to_owned(), ..Draft::default() };
    assert!(share(&newsroom, &report, 1) > share(&nobody, &report, 1));
}
