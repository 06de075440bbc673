//! What a reader sees before “more”, when it says nothing: greetings, emoji, tags and names alone.

use super::Context;
use crate::network;
use crate::rule::finding::Finding;
use draftlens_text::{Kind, words};

/// Words that open a letter and say nothing yet, folded. Sorted.
const EMPTY: &str = "\
    a all allez amis and announcement are avez beau beaux been belle bien big bisous bon bonjour bonne bonsoir \
    breaking chats cheres cheris chers chouchous coucou day du each espere et evening every everybody everyone \
    exciting facebook fam family far fine folks friday friends good grande great gros guys had happy have having \
    hello hey hi hope i instagram is it j je jeudi jolie journee la le les linkedin linkedinfam lovelies lovely \
    lundi mardi mercredi merveilleuse mes monday morning most my network news nous nouvelle of ohe one passe \
    passez people petits profite que re reseau salut samedi saturday semaine so soleil sun sunday super team that \
    the there threads thursday to today tous toutes tuesday tuesdays twitter une update ve vendredi very vous \
    wednesday week weekend well wonderful world x you your";

/// So few words may be a post by themselves: “Good morning ☀️”.
const FEW: usize = 8;

/// One finding for the networks whose readers see nothing but a greeting before “more”.
pub(crate) fn hook(context: &Context<'_>, found: &mut Vec<Finding>) {
    let text = context.text;
    let tokens = text.tokens();
    if tokens.iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Hashtag)).count() < FEW {
        return;
    }
    let says = |kind: Kind, word: &str| match kind {
        Kind::Word => !words::holds(EMPTY, word),
        Kind::Number | Kind::Link => true,
        _ => false,
    };
    let Some(first) = tokens.iter().find(|t| says(t.kind, text.folded(t))) else { return };
    let begins = text.utf16(first.start);
    let hidden = |fold: Option<u32>| fold.is_some_and(|fold| begins >= fold);
    let networks: Vec<&'static str> =
        context.networks.iter().filter(|n| hidden(n.fold_at)).map(|n| n.network).collect();
    if let Some(name) = networks.first().and_then(|id| network::by_id(id)) {
        let start = tokens.first().map_or(0, |t| t.start as usize);
        let shown = text.source()[start..first.start as usize].trim_end();
        let first_words: String = shown.chars().take(40).collect();
        found.push(Finding {
            networks: Some(networks),
            vars: vec![("network", name.name.to_owned())],
            ..Finding::at(start, start + shown.len(), first_words)
        });
    }
}
