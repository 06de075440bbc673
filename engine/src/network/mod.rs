//! Networks: how each counts, folds and links.

use draftlens_text::Text;

use crate::{NetworkReport, Verdict};

/// A network.
pub struct Network {
    /// Id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Limit.
    pub limit: u32,
}

const fn network(id: &'static str, name: &'static str, limit: u32) -> Network {
    Network { id, name, limit }
}

static X: Network = network("x", "X", 280);
static LINKEDIN: Network = network("linkedin", "LinkedIn", 3000);
static BLUESKY: Network = network("bluesky", "Bluesky", 300);
static MASTODON: Network = network("mastodon", "Mastodon", 500);

/// All networks.
pub static ALL: &[&Network] = &[&X, &LINKEDIN, &BLUESKY, &MASTODON];

/// The network of an id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Network> {
    ALL.iter().copied().find(|n| n.id == id)
}

/// Counts a text.
#[must_use]
pub fn report(network: &'static Network, text: &Text, limit: Option<u32>) -> NetworkReport {
    let (count, limit) = (text.utf16_len(), limit.unwrap_or(network.limit));
    NetworkReport {
        network: network.id,
        verdict: Verdict::Ready,
        text: "base",
        count,
        limit,
        unit: "characters",
        approximate: true,
        fits: count <= limit,
        fold_at: None,
        fold_approximate: false,
        overflow_at: (count > limit).then_some(limit),
        api: None,
        entities: Vec::new(),
    }
}
