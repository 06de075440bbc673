//! “Hear it”: what a screen reader says of a post, in words. Touches the text, and what the host says of media.

mod names;

use draftlens_text::{Kind, Language, Text, Token, fold};

use crate::rule::detect::{ascii_art, fancy_letters};
use crate::{Draft, Lang, Media};
use names::said;

/// How many dressed-up letters are spelled before the rest is only counted.
const SPELLED: usize = 12;

/// What is said of one text of a draft, a line each: the post's lines, then its link and its pictures. It
/// speaks the text's language, or `lang` where that is unknown.
pub(crate) fn hear(text: &Text, draft: &Draft, lang: Lang) -> Vec<String> {
    let lang = match text.language() {
        Language::English => Lang::En,
        Language::French => Lang::Fr,
        Language::Unknown => lang,
    };
    let mut speaker =
        Speaker { text, lang, line: String::new(), lines: Vec::new(), spelled: 0, unspelled: 0, named: false };
    speaker.read();
    let mut lines = speaker.lines;
    if let Some(link) = &draft.link {
        let title = if link.title.is_empty() { &link.url } else { &link.title };
        lines.push([said(lang, "Link: ", "Lien : "), title].concat());
    }
    lines.extend(draft.media.iter().flatten().map(|media| of_media(media, lang)));
    lines
}

fn of_media(media: &Media, lang: Lang) -> String {
    let alt = media.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty());
    let (kind, none) = match media.kind.as_str() {
        "video" if media.captions => return described(said(lang, "Video, with captions", "Vidéo, sous-titrée"), alt),
        "video" => return described(said(lang, "Video, without captions", "Vidéo, sans sous-titres"), alt),
        "gif" => (said(lang, "Moving picture", "Image animée"), said(lang, "no description", "sans description")),
        _ => (said(lang, "Picture", "Image"), said(lang, "no description", "sans description")),
    };
    if media.decorative {
        return said(
            lang,
            "(A decorative picture, which is passed over)",
            "(Une image décorative, passée sous silence)",
        )
        .to_owned();
    }
    match alt {
        Some(_) => described(kind, alt),
        None => [kind, ", ", none].concat(),
    }
}

fn described(kind: &str, alt: Option<&str>) -> String {
    alt.map_or_else(|| kind.to_owned(), |alt| [kind, ": ", alt].concat())
}

struct Speaker<'a> {
    text: &'a Text,
    lang: Lang,
    line: String,
    lines: Vec<String>,
    /// Dressed-up letters that were spelled, and those of this line that were only counted.
    spelled: usize,
    unspelled: usize,
    /// Whether the last thing said was a name: what follows stands apart from it.
    named: bool,
}

impl Speaker<'_> {
    fn read(&mut self) {
        let tokens = self.text.tokens();
        let mut at = 0;
        while at < tokens.len() {
            let same = tokens[at..].iter().take_while(|t| self.is_like(t, &tokens[at])).count().max(1);
            self.say(&tokens[at], same);
            at += same;
        }
        self.finish_line();
    }

    /// Emoji that are the same, side by side, are said once with their number.
    fn is_like(&self, token: &Token, first: &Token) -> bool {
        token.kind == Kind::Emoji && first.kind == Kind::Emoji && self.text.typed(token) == self.text.typed(first)
    }

    fn say(&mut self, token: &Token, times: usize) {
        let typed = self.text.typed(token);
        match token.kind {
            Kind::Break => self.finish_line(),
            Kind::Emoji => {
                let name = names::emoji(typed, self.lang);
                self.word(&name);
                self.times(times);
            }
            Kind::Hashtag => {
                let body = typed.trim_start_matches(['#', '＃']);
                let parted = [said(self.lang, "hashtag ", "hashtag "), &parted(body)].concat();
                self.word(&parted);
            }
            Kind::Mention => {
                let handle = typed.trim_start_matches(['@', '＠']);
                let said = [said(self.lang, "at ", "arobase "), handle].concat();
                self.word(&said);
            }
            Kind::Link => {
                let said = self.link(typed);
                self.word(&said);
            }
            Kind::Mark => self.mark(token, typed),
            Kind::Word | Kind::Number if !typed.is_ascii() => self.letters(token, typed),
            _ => self.plain(token, typed),
        }
    }

    /// A word with what joins it to the one before: an apostrophe, a hyphen.
    fn plain(&mut self, token: &Token, typed: &str) {
        if core::mem::take(&mut self.named) {
            self.space();
            return self.line.push_str(typed);
        }
        let before = self.text.source()[..token.start as usize].chars().next_back();
        match before {
            Some(c) if !self.line.is_empty() && (matches!(c, '\'' | '’' | '-' | '‑' | '_') || token.glued) => {
                if !token.glued {
                    self.line.push(c);
                }
            }
            _ => self.space(),
        }
        self.line.push_str(typed);
    }

    /// A word whose letters may be dressed up: those are named one by one.
    fn letters(&mut self, token: &Token, typed: &str) {
        let dressed = typed.chars().filter(|c| fancy_letters::plain(*c).is_some()).count();
        if dressed == 0 {
            let seen: String = typed.chars().filter(|c| !fold::is_invisible(*c)).collect();
            return self.plain(token, &seen);
        }
        for c in typed.chars() {
            match fancy_letters::plain(c) {
                Some(_) if self.spelled >= SPELLED => self.unspelled += 1,
                Some((plain, _)) => {
                    self.spelled += 1;
                    let name = names::fancy(c, plain, self.lang);
                    self.word(&name);
                    self.line.push(',');
                }
                None => self.line.push(c),
            }
        }
    }

    /// Pauses stay as they are; other marks are named, runs of them with their number.
    fn mark(&mut self, token: &Token, typed: &str) {
        let Some(c) = typed.chars().next() else { return };
        let count = typed.chars().count();
        match names::mark(c, self.lang) {
            // A hyphen or slash between two words is a pause.
            Some(name) if count > 1 || !matches!(c, '-' | '–' | '—' | '/' | '+' | '°') => {
                self.word(name);
                self.times(count);
            }
            _ => {
                if !token.glued {
                    self.space();
                }
                self.named = false;
                self.line.push_str(typed);
            }
        }
    }

    /// A link as it is read: the points and strokes of its host are words, and its end is only counted.
    fn link(&self, typed: &str) -> String {
        const READ: usize = 40;
        let bare = typed.split_once("://").map_or(typed, |(_, rest)| rest);
        let mut out = String::from(said(self.lang, "link ", "lien "));
        for c in bare.chars().take(READ) {
            match c {
                '.' => out.push_str(said(self.lang, " dot ", " point ")),
                '/' => out.push_str(said(self.lang, " slash ", " barre oblique ")),
                '?' => out.push_str(said(self.lang, " question mark ", " point d’interrogation ")),
                '=' => out.push_str(said(self.lang, " equals ", " égal ")),
                '&' => out.push_str(said(self.lang, " and ", " et ")),
                '-' => out.push_str(said(self.lang, " dash ", " tiret ")),
                '_' => out.push_str(said(self.lang, " underscore ", " tiret bas ")),
                '%' => out.push_str(said(self.lang, " percent ", " pour cent ")),
                _ => out.push(c),
            }
        }
        let more = bare.chars().count().saturating_sub(READ);
        if more > 0 {
            out.push_str(said(self.lang, "… and ", "… et "));
            out.push_str(&more.to_string());
            out.push_str(said(self.lang, " more characters", " autres caractères"));
        }
        out.trim_end().to_owned()
    }

    fn times(&mut self, count: usize) {
        if count > 1 {
            self.line.push_str(", ");
            self.line.push_str(&count.to_string());
            self.line.push_str(said(self.lang, " times", " fois"));
        }
    }

    fn word(&mut self, word: &str) {
        self.named = true;
        self.space();
        self.line.push_str(word);
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(['(', '«', '“', '[']) {
            self.line.push(' ');
        }
    }

    fn finish_line(&mut self) {
        if self.unspelled > 0 {
            let count = self.unspelled.to_string();
            let more = [
                said(self.lang, "and ", "et "),
                &count,
                said(self.lang, " more such letters", " autres lettres de ce genre"),
            ];
            self.word(&more.concat());
            self.unspelled = 0;
        }
        let line = core::mem::take(&mut self.line);
        let line = line.trim_end_matches(',').trim();
        if !line.is_empty() {
            let drawn = ascii_art::is_drawn(line);
            self.lines.push(if drawn {
                [said(self.lang, "(a drawing) ", "(un dessin) "), line].concat()
            } else {
                line.to_owned()
            });
        }
    }
}

/// `BlackFriday2026` as `Black Friday 2026`; small letters alone are one word to the ear.
fn parted(body: &str) -> String {
    let mut out = String::with_capacity(body.len() + 8);
    let mut before: Option<char> = None;
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        let next_small = chars.peek().is_some_and(|n| n.is_lowercase());
        let begins = before.is_some_and(|b| {
            c.is_uppercase() && (b.is_lowercase() || next_small && b.is_uppercase())
                || c.is_ascii_digit() != b.is_ascii_digit() && b != '_'
        });
        if begins && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push(if c == '_' { ' ' } else { c });
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(source: &str) -> Vec<String> {
        hear(&Text::parse(source), &Draft::default(), Lang::En)
    }

    #[test]
    fn a_post_is_read_line_by_line() {
        assert_eq!(
            heard("Our 🚀 launch is live! #BlackFriday2026 with @acme\nhttps://acme.com/a-b 🔥🔥🔥"),
            [
                "Our rocket launch is live! hashtag Black Friday 2026 with at acme",
                "link acme dot com slash a dash b fire, 3 times",
            ]
        );
        assert_eq!(heard("It's here (don't wait): co-op, now."), ["It's here (don't wait): co-op, now."]);
        assert_eq!(heard("#blackfridaydeals"), ["hashtag blackfridaydeals"]);
    }

    #[test]
    fn french_posts_are_heard_in_french() {
        assert_eq!(
            heard("On ❤️ nos clients et on l’aime, cette équipe"),
            ["On cœur rouge nos clients et on l’aime, cette équipe"]
        );
    }

    #[test]
    fn dressed_up_letters_are_spelled_and_then_counted() {
        assert_eq!(heard("𝓱𝓲 there")[0], "mathematical bold script small h, mathematical bold script small i, there");
        let long = heard(&"𝗕".repeat(40));
        assert!(long[0].ends_with("and 28 more such letters"), "{long:?}");
    }

    #[test]
    fn marks_in_rows_are_named_with_their_number() {
        assert_eq!(heard("★━━━━━━━━★ Sale")[0], "black star box-drawing line, 8 times black star Sale");
        assert_eq!(heard("**Sale**")[0], "asterisk, 2 times Sale asterisk, 2 times");
    }

    #[test]
    fn pictures_and_films_are_told_with_and_without_words() {
        let media = vec![
            Media { alt: Some("Six people".into()), ..Media::default() },
            Media::default(),
            Media { kind: "video".into(), ..Media::default() },
            Media { decorative: true, ..Media::default() },
        ];
        let draft = Draft { media: Some(media), ..Draft::default() };
        assert_eq!(
            hear(&Text::parse(""), &draft, Lang::En),
            [
                "Picture: Six people",
                "Picture, no description",
                "Video, without captions",
                "(A decorative picture, which is passed over)",
            ]
        );
    }

    #[test]
    fn any_text_can_be_heard() {
        for odd in ["", "\u{301}", "#", "@", "'", "\n\n", "a\u{200B}", "\u{FFFD}", "🏴\u{E0067}", "(((", "𝗕é"] {
            heard(odd);
            heard(&odd.repeat(500));
        }
    }
}
