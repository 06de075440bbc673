//! Detectors: what no pattern can say, one file a detector.

use draftlens_rule::Own;
use draftlens_text::Text;

use crate::rule::finding::Finding;
use crate::{Draft, NetworkReport, Settings};

/// What a detector may look at.
#[allow(dead_code, reason = "detectors land next")]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a Text,
    /// `base`, or the id of the network whose own text this is.
    pub(crate) text_id: &'a str,
    /// The networks that show this text, counted.
    pub(crate) networks: &'a [NetworkReport],
    pub(crate) draft: &'a Draft,
    pub(crate) settings: &'a Settings,
    pub(crate) own: &'a Own,
}

/// Runs the detector of that name; `None` when there is none.
pub(crate) fn run(name: &str, _args: &str, _context: &Context<'_>) -> Option<Vec<Finding>> {
    let _ = name;
    None
}
