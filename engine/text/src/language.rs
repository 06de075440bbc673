//! English or French, by their small words. Anything else, or too little, is unknown.

use crate::text::Sentence;
use crate::token::{Kind, Token};

/// A language that the rules speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Neither, or too short to tell: rules of both are tried.
    #[default]
    Unknown,
}

impl Language {
    /// Its BCP 47 code; `und` for unknown.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Unknown => "und",
        }
    }

    /// The language of a BCP 47 tag.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code.split(['-', '_']).next() {
            Some("en") => Self::English,
            Some("fr") => Self::French,
            _ => Self::Unknown,
        }
    }
}

/// Small and common English words that are none in French: folded, sorted, eight letters at most.
const ENGLISH: &str = "\
    about after again against all also always am an and another any anything are aren around as at back be \
    because been before being best better big both but by can check could couldn day days did didn do does doesn \
    don during each even ever every everyone feel few find first for free from get give go going gonna good got \
    great had happy has have he help her here high him his home how i if in into is isn it its join just keep \
    know learn let life like little ll long look looking love made make makes making many might more morning \
    most much must my need never new next no not nothing now of off one only or our out over own people please \
    read ready really right said say says see share she should so some someone still story such support take \
    team than thank thanks that the their them then there these they thing things think this those three through \
    time to today tomorrow tonight too two under up us ve want was wasn watch way we week well were what when \
    where which while who whose why will with within without work working world would year years you your";
/// The same of French.
const FRENCH: &str = "\
    afin ainsi allez alors annee apres au aujourd aussi autre autres aux avait avant avec avez avoir avons beau \
    beaucoup belle bien bon bonjour bonne bravo c ce cela certains ces cet cette chaque chez comme contre d dans \
    de demain depuis des deux doit donc dont du elle elles en encore entre equipe est et etaient etait ete etes \
    etre eux faire fait faut fois gagner grand grande hier hui ici il ils j jamais je jour journee jours jusqu l \
    la le les leur leurs lors lorsque lui ma mais matin merci mes mieux moi moins mon monde mot n ne nos notre \
    nous nouveau nouveaux nouvelle ont ou par pas pendant petit petite peu peut peuvent plus pour pourquoi \
    pouvez puis qu quand que quel quelle quelles quelques quels qui retour sa saison sans se selon semaine sera \
    seront ses si soir soit sommes son sont sous suis sur ta tes toi toujours tous tout toute toutes tres trop \
    tu un une va vais vers veut veux vive voici voila vont vos votre vous y";

const WORD_COUNT: usize = count(ENGLISH) + count(FRENCH);
/// All words in one order, each with whether it is French.
static WORDS: [(u64, bool); WORD_COUNT] = merge();

/// Where the words of each first letter begin, and the end.
static STARTS: [u16; 27] = starts();

const fn starts() -> [u16; 27] {
    let (words, mut starts, mut i) = (merge(), [0; 27], 0);
    while i < WORD_COUNT {
        let letter = (words[i].0 >> 56) as usize - b'a' as usize;
        starts[letter + 1] = i as u16 + 1;
        i += 1;
    }
    let mut letter = 1;
    while letter < 27 {
        if starts[letter] == 0 {
            starts[letter] = starts[letter - 1];
        }
        letter += 1;
    }
    starts
}

/// The language that a folded word tells of: one of the small words of English or French alone.
#[must_use]
pub fn of_word(word: &str) -> Language {
    match is_french(word) {
        Some(true) => Language::French,
        Some(false) => Language::English,
        None => Language::Unknown,
    }
}

/// Whether a word is French, when it is one of ours at all.
fn is_french(word: &str) -> Option<bool> {
    let letter = usize::from(word.as_bytes().first()?.checked_sub(b'a')?);
    let (start, end) = (*STARTS.get(letter)?, *STARTS.get(letter + 1)?);
    let words = &WORDS[usize::from(start)..usize::from(end)];
    let word = pack(word)?;
    words.binary_search_by_key(&word, |known| known.0).ok().map(|known| words[known].1)
}

const fn merge() -> [(u64, bool); WORD_COUNT] {
    let english: [u64; count(ENGLISH)] = pack_all(ENGLISH);
    let french: [u64; count(FRENCH)] = pack_all(FRENCH);
    let (mut words, mut e, mut f) = ([(0, false); WORD_COUNT], 0, 0);
    while e + f < WORD_COUNT {
        let is_french = e == english.len() || (f < french.len() && french[f] < english[e]);
        words[e + f] = if is_french { (french[f], true) } else { (english[e], false) };
        if is_french {
            f += 1;
        } else {
            e += 1;
        }
    }
    words
}

const fn count(words: &str) -> usize {
    let (bytes, mut i, mut count) = (words.as_bytes(), 0, 1);
    while i < bytes.len() {
        count += (bytes[i] == b' ') as usize;
        i += 1;
    }
    count
}

/// A word as one number, so that looking it up compares numbers; their order is that of the words.
const fn pack_all<const N: usize>(words: &str) -> [u64; N] {
    let mut packed = [0; N];
    let (bytes, mut i, mut word, mut shift) = (words.as_bytes(), 0, 0, 56);
    while i < bytes.len() {
        if bytes[i] == b' ' {
            word += 1;
            shift = 56;
        } else {
            packed[word] |= (bytes[i] as u64) << shift;
            shift -= if shift == 0 { 0 } else { 8 };
        }
        i += 1;
    }
    packed
}

fn pack(word: &str) -> Option<u64> {
    if word.is_empty() || word.len() > 8 {
        return None;
    }
    Some(word.bytes().fold(0, |packed, byte| packed << 8 | u64::from(byte)) << (8 * (8 - word.len())))
}

/// Detects the draft's language and writes each sentence's own.
///
/// Measured on the 10,129 posts of `../shared/data/posts/posts.jsonl`, on which the lists were also
/// tuned (`cargo run --release -p draftlens-text --example language < …`): English 97.3% right and
/// 0.05% taken for French, French 99.5% right and none taken for English; the rest is unknown, and
/// rules of both languages are tried. Spanish and Italian are often taken for French.
pub(crate) fn detect(tokens: &[Token], folded: &str, source: &str, sentences: &mut [Sentence]) -> Language {
    let mut total = Score::default();
    let mut scores = Vec::with_capacity(sentences.len());
    for sentence in sentences.iter() {
        let mut score = Score::default();
        for token in &tokens[sentence.start as usize..sentence.end as usize] {
            score.read(token, folded, source);
        }
        total.english += score.english;
        total.french += score.french;
        scores.push(score);
    }
    let whole = total.language(2);
    for (sentence, score) in sentences.iter_mut().zip(scores) {
        let own = score.language(3);
        sentence.language = if own == Language::Unknown { whole } else { own };
    }
    whole
}

#[derive(Clone, Copy, Default)]
struct Score {
    english: u32,
    french: u32,
}

impl Score {
    fn read(&mut self, token: &Token, folded: &str, source: &str) {
        if token.kind != Kind::Word {
            return;
        }
        match is_french(&folded[token.fold.0 as usize..token.fold.1 as usize]) {
            Some(true) => self.french += 2,
            Some(false) => self.english += 2,
            None => {}
        }
        let typed = &source[token.start as usize..token.end as usize];
        self.french += u32::from(!typed.is_ascii() && typed.chars().any(is_french_letter));
    }

    /// The clear winner, when it leads by more than `margin` and by half again.
    fn language(self, margin: u32) -> Language {
        let Self { english, french } = self;
        if english > french + margin && english * 2 > french * 3 {
            Language::English
        } else if french > english + margin && french * 2 > english * 3 {
            Language::French
        } else {
            Language::Unknown
        }
    }
}

/// An accented letter that French words have and English ones rarely.
fn is_french_letter(c: char) -> bool {
    matches!(
        c,
        'é' | 'è'
            | 'ê'
            | 'à'
            | 'ù'
            | 'ç'
            | 'œ'
            | 'î'
            | 'ô'
            | 'û'
            | 'ë'
            | 'ï'
            | 'É'
            | 'È'
            | 'Ê'
            | 'À'
            | 'Ç'
            | 'Œ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn the_words_are_sorted_apart_and_short_enough() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        for (words, is_french) in [(ENGLISH, false), (FRENCH, true)] {
            let packed = WORDS.iter().filter(|word| word.1 == is_french).map(|word| Some(word.0));
            assert!(words.split(' ').map(pack).eq(packed));
            assert!(words.split(' ').all(|word| self::is_french(word) == Some(is_french)));
        }
    }

    #[test]
    fn each_sentence_has_its_own_language() {
        let text =
            Text::parse("We are so happy to be here with you. Nous sommes très heureux d’être ici avec vous. OK.");
        let languages: Vec<_> = text.sentences().iter().map(|s| s.language.code()).collect();
        assert_eq!(languages, ["en", "fr", "und"]);
    }

    #[test]
    fn too_little_or_another_language_is_unknown() {
        for text in ["", "OK", "https://the-and-of.com #theand", "Guten Morgen zusammen", "42!"] {
            assert_eq!(Text::parse(text).language(), Language::Unknown, "{text}");
        }
        assert_eq!(Text::parse("Read this today").language(), Language::English);
        assert_eq!(Text::parse("Merci à tous").language(), Language::French);
    }
}
