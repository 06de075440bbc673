//! What goes in: one draft, as the host describes it.

use crate::digest::digest;
use crate::{Category, Goal};

/// What the writer is writing, with all that the host knows about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The host's own name for it: the row of the plan with the same one is this draft. May be empty.
    pub id: String,
    /// The text. Unpaired surrogates were read as U+FFFD, one for one, so offsets hold.
    pub text: String,
    /// Ids of the networks it is for, in order; empty means the usual ones: x, linkedin, bluesky, mastodon.
    pub networks: Vec<String>,
    /// A text of its own for a network: (id, text), in the order given.
    pub variants: Vec<(String, String)>,
    /// The link that is attached apart from the text.
    pub link: Option<Link>,
    /// Pictures and videos; `None` when the host does not say.
    pub media: Option<Vec<Media>>,
    /// When it goes out, ISO 8601 with offset.
    pub scheduled_at: Option<String>,
    /// Who writes it: a role of the house's `settle`; `None` when the host does not say.
    pub role: Option<String>,
    /// Who speaks.
    pub author: Option<Author>,
    /// Whether somebody pays for the post, with money, goods or favours; `None` when the host does not say.
    pub paid: Option<bool>,
    /// Whether its text or media were made by AI; `None` when the host does not say.
    pub ai_generated: Option<bool>,
    /// Country codes of the people it is for.
    pub audience: Vec<String>,
    /// The post it answers.
    pub reply_to: Option<Other>,
    /// The post it quotes.
    pub quote: Option<Other>,
    /// The poll that hangs on it.
    pub poll: Option<Poll>,
    /// What the cover says that readers must open first; empty for a cover without words.
    pub sensitive: Option<String>,
    /// Its place in a thread.
    pub thread: Option<Part>,
    /// Language of the text, `en` or `fr`; detected when `None`.
    pub text_lang: Option<String>,
    /// What the writer is about to do with it.
    pub intent: Intent,
    /// What the writer says it is for; `None` leaves it to the scorer.
    pub category: Option<Category>,
    /// The campaign it belongs to; may be empty.
    pub campaign: String,
    /// What it is to achieve.
    pub goal: Option<Goal>,
    /// What it is about, as the host knows.
    pub topics: Vec<String>,
    /// All parts of the thread it belongs to, in order; empty where it stands alone.
    pub parts: Vec<String>,
    /// Who approved it.
    pub approvals: Vec<Approval>,
    /// Flags the writer dismissed, with the reason.
    pub dismissed: Vec<Dismissal>,
    /// Answers to questions that rules asked.
    pub answers: Vec<Dismissal>,
}

/// What the writer is about to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// Keep it for later: a house may lower its levels here.
    Save,
    /// Send it out or schedule it.
    #[default]
    Publish,
}

/// A link card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Address.
    pub url: String,
    /// Title of the page.
    pub title: String,
    /// Description of the page.
    pub description: String,
    /// Address of its picture.
    pub image: String,
    /// `large` or `small`, as the page asks (`twitter:card`); empty when nobody knows.
    pub card: String,
}

impl Link {
    /// Whether the address is one of a page, of which a card can be made: http or https or neither, a host with a
    /// point, no spaces.
    #[must_use]
    pub fn is_web_address(&self) -> bool {
        let url = self.url.trim();
        let rest = match url.split_once("://") {
            Some((scheme, rest)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => rest,
            Some(_) => return false,
            None => url,
        };
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let (host, port) = host.split_once(':').unwrap_or((host, "80"));
        let fits = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c == '-' || c.is_ascii_alphanumeric() || !c.is_ascii())
        };
        let has_spaces = url.chars().any(|c| c.is_whitespace() || c.is_control());
        !has_spaces && host.contains('.') && host.split('.').all(fits) && port.bytes().all(|b| b.is_ascii_digit())
    }
}

/// A post of somebody else, as far as the host knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Other {
    /// Name of its author.
    pub name: String,
    /// Handle of its author, without `@`.
    pub handle: String,
    /// What it says.
    pub text: String,
}

/// A poll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// The question, where the text does not ask it.
    pub question: String,
    /// The answers to choose from.
    pub options: Vec<String>,
}

/// A place in a thread, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Which part this is.
    pub number: u32,
    /// How many parts there are; 0 when nobody knows.
    pub of: u32,
}

/// A picture or video.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// `image`, `gif` or `video`; `image` when empty.
    pub kind: String,
    /// Address, for the preview only.
    pub src: String,
    /// What it shows, for people who do not see it; `None` when nobody wrote it.
    pub alt: Option<String>,
    /// Width in pixels, 0 when unknown.
    pub width: u32,
    /// Height in pixels, 0 when unknown.
    pub height: u32,
    /// Address of a still picture of a video, for the preview only.
    pub poster: String,
    /// Whether what is said in it can be read: captions, or nothing is said.
    pub captions: bool,
    /// Whether it flashes more than three times in a second.
    pub flashes: bool,
    /// Whether it only decorates, so that there is nothing to describe.
    pub decorative: bool,
    /// Whether a face or figure in it was retouched, or is not real.
    pub retouched: bool,
}

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// Name shown.
    pub name: String,
    /// Handle, without `@`.
    pub handle: String,
    /// `brand`, `employee`, `agency`, `influencer` or `employer`.
    pub kind: String,
    /// Role in the house, as the policy names it; may be empty.
    pub role: String,
}

/// Somebody's word that a draft may go out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approval {
    /// Who.
    pub by: String,
    /// The `textHash` that was approved; empty for any.
    pub text_hash: String,
}

/// A dismissal of a flag, or an answer to its question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dismissal {
    /// Id of the flag.
    pub id: String,
    /// The reason or the answer.
    pub reason: String,
    /// Who; may be empty.
    pub by: String,
    /// When, as the host wrote it; may be empty.
    pub at: String,
    /// ISO 8601 day or time after which it no longer holds; empty for never.
    pub until: String,
    /// Role of who said it, as the host names roles; may be empty.
    pub role: String,
    /// Who agreed; empty where nobody was asked.
    pub second: String,
    /// The report's `textHash` that it holds for; empty where it holds for the draft whatever is changed elsewhere.
    pub text_hash: String,
}

impl Draft {
    /// The text that a network has of its own; `None` where it shows the base.
    #[must_use]
    pub fn variant(&self, network: &str) -> Option<&str> {
        self.variants.iter().find(|(id, _)| id == network).map(|(_, text)| text.as_str())
    }

    /// The text that a network shows; the base too where `network` is `base`.
    #[must_use]
    pub fn text_for(&self, network: &str) -> &str {
        self.variant(network).unwrap_or(&self.text)
    }

    /// Ties an approval to what was seen: text, variants, media, alt texts, link, poll, quote and date.
    pub(crate) fn hash(&self) -> String {
        let mut seen = vec![self.text.as_str()];
        for (network, text) in &self.variants {
            seen.extend([network.as_str(), text]);
        }
        for media in self.media.iter().flatten() {
            seen.extend([media.kind.as_str(), &media.src, media.alt.as_deref().unwrap_or("")]);
        }
        if let Some(link) = &self.link {
            seen.extend([link.url.as_str(), &link.title, &link.description, &link.image]);
        }
        for other in self.reply_to.iter().chain(&self.quote) {
            seen.extend([other.name.as_str(), &other.handle, &other.text]);
        }
        if let Some(poll) = &self.poll {
            seen.push(&poll.question);
            seen.extend(poll.options.iter().map(String::as_str));
        }
        seen.extend(self.sensitive.as_deref());
        seen.push(self.scheduled_at.as_deref().unwrap_or(""));
        // A unit separator between the parts: moving a word from one to the next changes the hash.
        digest(seen.join("\u{1F}").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_has_a_host_with_a_point() {
        let is_one = |url: &str| Link { url: url.to_owned(), ..Link::default() }.is_web_address();
        for url in ["https://example.fr/a?b#c", "HTTP://a.b:80", "example.fr", "https://été.fr/ü"] {
            assert!(is_one(url), "{url}");
        }
        let others = [
            "",
            "https://",
            "htp://a.b",
            "example",
            "javascript:alert(1)",
            "https://a b.fr",
            "https://a..b",
            "mailto:a@b.fr",
        ];
        for url in others {
            assert!(!is_one(url), "{url}");
        }
    }
}
