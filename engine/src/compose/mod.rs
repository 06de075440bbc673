//! What the writer may do with a text that does not fit: cut it into a thread, or shorten it. Touches texts and
//! networks; changes nothing by itself.

mod cut;
mod json;
mod shorten;
mod thread;

pub use shorten::{Cut, CutKind, Shortening};
pub use thread::{Post, has_threads};

use draftlens_text::Text;

use crate::network::{self, Asked, Network, Reader};
use crate::{Checker, Draft, PartReport};

impl Checker {
    /// The draft's text for a network, cut into posts that fit it: see [`Post`]. `numbered` writes “(1/4)” at the end
    /// of each and counts it in. `None` where there is no such network, or it has no threads.
    #[must_use]
    pub fn thread(&self, draft: &Draft, network: &str, numbered: bool) -> Option<Vec<Post>> {
        let network = network::by_id(network).filter(|n| has_threads(n.id))?;
        Some(thread::split(&self.ruler(network, draft), draft.text_for(network.id), numbered))
    }

    /// Ways to shorten the draft's text for a network, those that lose least first. `None` where there is no such
    /// network.
    #[must_use]
    pub fn shorten(&self, draft: &Draft, network: &str) -> Option<Shortening> {
        let network = network::by_id(network)?;
        Some(shorten::shorten(&self.ruler(network, draft), draft.text_for(network.id)))
    }

    fn ruler(&self, network: &'static Network, draft: &Draft) -> Ruler {
        Ruler::new(network, self.asked(network, draft))
    }
}

/// How each post of a thread fits, where the writer has cut the text by lines of three hyphens; empty where not.
pub(crate) fn parts(network: &'static Network, text: &Text, asked: Asked) -> Vec<PartReport> {
    thread::parts(&Ruler::new(network, asked), text)
}

/// Counts pieces of text as a network does.
struct Ruler {
    network: &'static Network,
    asked: Asked,
}

impl Ruler {
    /// A piece is counted for the network alone: what posts it takes the draft as a whole.
    fn new(network: &'static Network, asked: Asked) -> Self {
        Self { network, asked: Asked { route: None, ..asked } }
    }

    fn fits(&self, piece: &str) -> bool {
        self.measure(piece).fits
    }

    fn measure(&self, piece: &str) -> crate::NetworkReport {
        Reader::new(&Text::parse(piece)).report(self.network, &self.asked)
    }
}
