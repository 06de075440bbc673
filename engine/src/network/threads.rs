//! Threads: 500 characters, emoji by their bytes; one topic; names of Instagram.

use draftlens_text::{EntityKind, chars, emoji};

use super::count::{Counter, plain_run};
use super::fact::{Fact, Read, fact};
use super::grammar::{entities, hashtag, name_at};
use super::reader::{Reader, Reading, Seen};
use super::{Fold, Media, Network, PLAIN};

/// Threads.
pub(super) static THREADS: Network = Network {
    id: "threads",
    name: "Threads",
    limit: 500,
    fold: Fold::lines((6, 250), (8, 500)),
    hashtags: Some(1),
    urls: Some(5),
    media: Media { images: Some(20), gifs: Some(1), videos: Some(20), mixed: true, needed: false },
    alt: Some(1000),
    read,
    ..PLAIN
};

const POSTS: &str = "https://developers.facebook.com/documentation/threads/posts";
const AYRSHARE: &str = "https://www.ayrshare.com/docs/apis/post/social-networks/threads";

pub(super) const FACTS: &[Fact] = &[
    fact(
        "limit",
        "500 characters; emoji count as their bytes of UTF-8; nothing says it of other signs",
        POSTS,
        Read::Yes,
    ),
    fact("limit", "a text attached to the post takes 10,000 more", POSTS, Read::Yes),
    fact("link", "counts in full; more than 5 different links and the post fails", POSTS, Read::Yes),
    fact("hashtag", "the first is the topic, 1 a post: up to 50 characters, without . and &", AYRSHARE, Read::Second),
    fact("mention", "@ and a name; its grammar is that of Instagram's names", AYRSHARE, Read::Second),
    fact("fold", "at about 250 characters on phones", "https://posttruncate.com/en/platform-limits/", Read::Second),
    fact("media", "2 to 20 images and videos together", POSTS, Read::Quoted),
    fact("alt text", "1,000 characters", POSTS, Read::Quoted),
    fact("card", "for the first link, when no media is attached", POSTS, Read::Yes),
];

/// The longest topic, in characters.
const LONGEST_TOPIC: usize = 50;
/// The longest name.
const LONGEST_NAME: usize = 30;

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let mut counter = Counter::new(limit);
    let mut unsure = false;
    let mut at = 0;
    loop {
        let run = plain_run(source, at, source.len());
        counter.add_run(at, run - at);
        at = run;
        let Some(c) = chars::at(source, at) else { break };
        let picture = if c < '\u{2000}' && !followed_by_more(source, at) { None } else { emoji::end_at(source, at) };
        match picture {
            Some(end) => {
                counter.add(at, (end - at) as u32);
                at = end;
            }
            None => {
                counter.add(at, 1);
                // A sign that may be one character, two units or a part of a cluster.
                unsure |= c > '\u{FFFF}' || c == '\u{200D}' || ('\u{300}'..='\u{36F}').contains(&c);
                at += c.len_utf8();
            }
        }
    }
    Reading {
        overflow: counter.overflow,
        unsure,
        entities: topic_and_names(reader),
        ..Reading::of(counter.count, limit)
    }
}

/// Whether what follows a character is not ASCII, as in a keycap.
fn followed_by_more(source: &str, at: usize) -> bool {
    source.as_bytes().get(at + 1).is_some_and(|b| !b.is_ascii())
}

/// Links, names and the first hashtag that can be a topic.
fn topic_and_names(reader: &Reader<'_>) -> Vec<Seen> {
    let mut seen = entities(reader, true, |source, at, sign| match sign {
        '@' => name_at(source, at, &['.'], LONGEST_NAME),
        _ => hashtag(source, at, sign).filter(|&(_, end)| source[at..end].chars().count() <= LONGEST_TOPIC + 1),
    });
    let mut topics = 0;
    seen.retain(|seen| {
        topics += usize::from(seen.entity.kind == EntityKind::Hashtag);
        seen.entity.kind != EntityKind::Hashtag || topics == 1
    });
    seen
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{counted, texts};
    use super::super::{by_id, report};
    use draftlens_text::Text;

    #[test]
    fn emoji_count_their_bytes_and_other_signs_one() {
        assert_eq!(counted("threads", "é日", 500), (2, None));
        assert_eq!(counted("threads", "👍🏽", 500), (8, None));
        assert_eq!(counted("threads", "1️⃣ 1 #️⃣", 500), (7 + 3 + 7, None));
        assert_eq!(counted("threads", "ab👍", 4), (6, Some(2)));
        let about = |source: &str| report(by_id("threads").unwrap(), &Text::parse(source), None).approximate;
        assert_eq!((about("👍 é"), about("e\u{301}"), about("𝐛")), (false, true, true));
    }

    #[test]
    fn the_first_hashtag_is_the_topic() {
        assert_eq!(texts("threads", "@anna.b. on #tea, #coffee at acme.fr"), ["@anna.b", "#tea", "acme.fr"]);
        let long = format!("#{} #tea", "x".repeat(51));
        assert_eq!(texts("threads", &long), ["#tea"]);
    }
}
