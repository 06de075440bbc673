//! Cuts a text into a thread: each post fits, and all of them together are the text.

use std::ops::Range;

use draftlens_text::Text;

use super::Ruler;
use super::cut::{self, Place};
use crate::PartReport;

/// The networks on which one answers oneself to go on.
const THREADED: [&str; 4] = ["x", "bluesky", "mastodon", "threads"];

/// A post of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// First code unit of the draft's text in it.
    pub start: u32,
    /// Code unit after its last.
    pub end: u32,
    /// What goes out, number included.
    pub text: String,
    /// Its length, in the network's unit.
    pub count: u32,
    /// Whether it fits. A link or hashtag that is too long by itself is kept whole, and does not.
    pub fits: bool,
}

/// Whether a network has threads.
#[must_use]
pub fn has_threads(network: &str) -> bool {
    THREADED.contains(&network)
}

/// The posts that the writer made by lines of three hyphens, counted; empty where there is no such line.
pub(super) fn parts(ruler: &Ruler, text: &Text) -> Vec<PartReport> {
    let source = text.source();
    if !has_threads(ruler.network.id) || !source.contains("---") || !source.lines().any(cut::is_mark) {
        return Vec::new();
    }
    let part = |piece: Range<usize>| {
        let seen = ruler.measure(&source[piece.clone()]);
        let unit = |byte: usize| text.utf16(byte as u32);
        let start = unit(piece.start);
        PartReport {
            start,
            end: unit(piece.end),
            count: seen.count,
            fits: seen.fits,
            overflow_at: seen.overflow_at.map(|at| start + at),
        }
    };
    cut::forced(source).into_iter().map(part).collect()
}

/// Cuts a text into posts that fit. With `numbered`, “(1/4)” at the end of each is counted in.
pub(super) fn split(ruler: &Ruler, source: &str, numbered: bool) -> Vec<Post> {
    let text = Text::parse(source);
    let whole = cut::forced(source);
    if whole.len() <= 1 && whole.iter().all(|piece| ruler.fits(&source[piece.clone()])) {
        return posts(ruler, &text, whole, false);
    }
    if !numbered {
        return posts(ruler, &text, pieces(ruler, &text, &whole, 0), false);
    }
    // The longest number decides how much room a post has; few threads have ten posts.
    for digits in 1..=6 {
        let found = pieces(ruler, &text, &whole, digits);
        if found.len() < 10_usize.pow(digits) {
            return posts(ruler, &text, found, true);
        }
    }
    posts(ruler, &text, pieces(ruler, &text, &whole, 0), false)
}

fn posts(ruler: &Ruler, text: &Text, pieces: Vec<Range<usize>>, numbered: bool) -> Vec<Post> {
    let total = pieces.len();
    let numbered = numbered && total > 1;
    let post = |(index, piece): (usize, Range<usize>)| {
        let mut out = text.source()[piece.clone()].to_owned();
        if numbered {
            out.push_str(&number(index + 1, total));
        }
        let seen = ruler.measure(&out);
        let unit = |byte: usize| text.utf16(byte as u32);
        Post { start: unit(piece.start), end: unit(piece.end), text: out, count: seen.count, fits: seen.fits }
    };
    pieces.into_iter().enumerate().map(post).collect()
}

fn number(index: usize, total: usize) -> String {
    [" (", &index.to_string(), "/", &total.to_string(), ")"].concat()
}

/// The bytes of each post, when a number of so many digits must fit behind it.
fn pieces(ruler: &Ruler, text: &Text, whole: &[Range<usize>], digits: u32) -> Vec<Range<usize>> {
    let suffix = match digits {
        0 => String::new(),
        _ => number(10_usize.pow(digits) - 1, 10_usize.pow(digits) - 1),
    };
    let cutter = Cutter { ruler, text, suffix };
    let mut pieces = Vec::new();
    whole.iter().for_each(|piece| cutter.cut(piece.clone(), &mut pieces));
    pieces
}

struct Cutter<'a> {
    ruler: &'a Ruler,
    text: &'a Text,
    /// What is written behind each post.
    suffix: String,
}

impl Cutter<'_> {
    fn cut(&self, mut rest: Range<usize>, pieces: &mut Vec<Range<usize>>) {
        let places = cut::places(self.text, &rest);
        let mut at = 0;
        while rest.start < rest.end {
            at += places[at..].partition_point(|p| p.end <= rest.start);
            let Some(place) = self.next(&rest, &places[at..]) else {
                pieces.push(rest);
                return;
            };
            pieces.push(rest.start..place.end);
            rest.start = place.next;
        }
    }

    /// Where the post that begins `rest` ends; `None` when all of it is one post.
    fn next(&self, rest: &Range<usize>, places: &[Place]) -> Option<Place> {
        match self.most(rest, places) {
            Some(most) if most > places.len() => None,
            Some(most) if most > 0 => Some(best(rest.start, &places[..most])),
            _ => self.inside(rest, places),
        }
    }

    /// How many of the places, plus the end, the post may reach; the whole counts as one more.
    /// Found by doubling, then by halves, so that no more is counted than a few posts.
    fn most(&self, rest: &Range<usize>, places: &[Place]) -> Option<usize> {
        let end = |n: usize| if n == places.len() { rest.end } else { places[n].end };
        let fits = |n: usize| self.fits(rest.start..end(n));
        if !fits(0) {
            return None;
        }
        let (mut low, mut step) = (0, 1);
        let mut high = loop {
            let next = (low + step).min(places.len());
            if next == low {
                return Some(places.len() + 1);
            }
            if !fits(next) {
                break next;
            }
            (low, step) = (next, step * 2);
        };
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if fits(middle) { low = middle } else { high = middle }
        }
        Some(low + 1)
    }

    fn fits(&self, piece: Range<usize>) -> bool {
        let source = &self.text.source()[piece];
        if self.suffix.is_empty() { self.ruler.fits(source) } else { self.ruler.fits(&[source, &self.suffix].concat()) }
    }

    /// A cut inside the first run without spaces, which is too long by itself; after it where it cannot be cut.
    fn inside(&self, rest: &Range<usize>, places: &[Place]) -> Option<Place> {
        let run = rest.start..places.first().map_or(rest.end, |p| p.end);
        let piece = &self.text.source()[run.clone()];
        let text = Text::parse(piece);
        let spans: Vec<Range<usize>> =
            text.entities().iter().map(|e| run.start + e.start as usize..run.start + e.end as usize).collect();
        let inside = cut::inside(self.text.source(), &run, &spans);
        let reach = self.reach(&run, &inside);
        reach.or_else(|| places.first().copied())
    }

    /// The farthest of the places that fits.
    fn reach(&self, run: &Range<usize>, places: &[Place]) -> Option<Place> {
        let most = places.partition_point(|p| self.fits(run.start..p.end));
        most.checked_sub(1).map(|i| places[i])
    }
}

/// The best cut among those that fit: the end of a paragraph before that of a line, a sentence, a word, unless less
/// than half of the room would be used.
fn best(start: usize, places: &[Place]) -> Place {
    let last = places[places.len() - 1];
    let half = start + (last.end - start) / 2;
    let good = places.iter().filter(|p| p.end >= half);
    good.max_by_key(|p| (p.rank, p.end)).copied().unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{self, Asked};

    fn ruler(id: &str) -> Ruler {
        Ruler::new(network::by_id(id).unwrap(), Asked::default())
    }

    fn texts(posts: &[Post]) -> Vec<&str> {
        posts.iter().map(|p| p.text.as_str()).collect()
    }

    #[test]
    fn a_text_that_fits_is_one_post_without_a_number() {
        let posts = split(&ruler("x"), "Hello", true);
        assert_eq!(texts(&posts), ["Hello"]);
    }

    #[test]
    fn a_long_text_is_cut_at_the_end_of_a_sentence_and_numbered() {
        let text = ["This sentence has some forty characters. ".repeat(9), "The end.".into()].concat();
        let posts = split(&ruler("x"), &text, true);
        assert_eq!(posts.len(), 2);
        assert!(posts[0].text.ends_with("characters. (1/2)"), "{}", posts[0].text);
        assert!(posts[1].text.ends_with("The end. (2/2)") && posts.iter().all(|p| p.fits));
    }

    #[test]
    fn a_paragraph_ends_a_post_when_half_of_the_room_is_used() {
        let text = format!("{}\n\n{}", "word ".repeat(40).trim(), "other ".repeat(30).trim());
        assert_eq!(split(&ruler("x"), &text, false)[0].text, "word ".repeat(40).trim());
    }

    #[test]
    fn every_post_of_a_thread_has_its_content_warning_counted() {
        let under = |cover: &str| {
            let mastodon = network::by_id("mastodon").unwrap();
            split(&Ruler::new(mastodon, Asked::default().covered(mastodon, Some(cover))), &"word ".repeat(120), false)
        };
        let posts = under(&"w".repeat(300));
        assert!(posts.len() >= 3 && posts.iter().all(|post| post.fits && post.text.len() <= 200));
        assert!(under(&"w".repeat(600)).iter().all(|post| !post.fits), "no room is left, and that is said");
    }

    #[test]
    fn three_hyphens_force_a_cut() {
        assert_eq!(texts(&split(&ruler("bluesky"), "One\n---\nTwo\n --- \n\nThree", false)), ["One", "Two", "Three"]);
        assert_eq!(texts(&split(&ruler("x"), "a --- b", false)), ["a --- b"]);
    }

    #[test]
    fn links_and_hashtags_are_never_cut_and_long_words_are_cut_between_graphemes() {
        let link = format!("https://example.com/{}", "a".repeat(400));
        let posts = split(&ruler("bluesky"), &format!("{} {link}", "x".repeat(299)), false);
        assert_eq!(posts[1].text, link);
        let tag = format!("#{}", "a".repeat(400));
        let posts = split(&ruler("x"), &tag, false);
        assert_eq!((posts.len(), posts[0].fits), (1, false));
        let family = "👨‍👩‍👧‍👦".repeat(301);
        let posts = split(&ruler("bluesky"), &family, false);
        assert!(posts.iter().all(|p| p.fits && p.text.starts_with('👨') && p.text.ends_with('👦')), "{posts:?}");
    }

    #[test]
    fn french_marks_stay_with_their_word() {
        let text = "Bonjour à tous ! ".repeat(30);
        for post in split(&ruler("x"), &text, true) {
            assert!(!post.text.starts_with('!'), "{}", post.text);
        }
    }

    #[test]
    fn the_posts_are_the_text_and_each_fits() {
        let words = [
            "soleil",
            "été!",
            "https://exemple.fr/à?b=1",
            "#BonPlan",
            "@someone",
            "👩🏽‍🚀",
            "\n",
            "\n\n",
            "«",
            "»",
            "a.",
            "日本語です",
            "x".repeat(90).leak(),
        ];
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as usize
        };
        for _ in 0..200 {
            let source: String = (0..next() % 160).map(|_| [words[next() % words.len()], " "].concat()).collect();
            for id in THREADED.iter().filter(|id| network::by_id(id).is_some()) {
                let posts = split(&ruler(id), &source, next() % 2 == 0);
                let units: Vec<u16> = source.encode_utf16().collect();
                let mut at = 0;
                for post in &posts {
                    let gap = String::from_utf16_lossy(&units[at..post.start as usize]);
                    assert!(gap.trim().is_empty(), "{gap:?}");
                    let piece = String::from_utf16_lossy(&units[post.start as usize..post.end as usize]);
                    assert!(post.text.starts_with(&piece) && post.fits, "{id}: {post:?}");
                    at = post.end as usize;
                }
                assert!(String::from_utf16_lossy(&units[at..]).trim().is_empty());
            }
        }
    }

    #[test]
    fn half_a_million_characters_are_cut_in_one_go() {
        let posts = split(&ruler("x"), &"all work and no play ".repeat(25_000), true);
        assert!(posts.len() > 1_800 && posts.iter().all(|p| p.fits));
    }
}
