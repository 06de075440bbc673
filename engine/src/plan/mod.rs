//! The calendar: past and scheduled posts as the host gives them, and what they say of the next one.
//!
//! Read from JSON with the settings, gone through once when the checker is made (`history`), then only
//! asked. Touches the text, the category scorer and the policy.

mod history;
mod look;
mod moment;
mod similar;

pub(crate) use history::History;
pub(crate) use look::{Look, undated};
pub(crate) use moment::{DAY, Written};
pub use moment::{Day, Moment};
pub(crate) use similar::Sketch;

use crate::Category;
use crate::json::{Node, Reading};

/// The calendar: what went out and what is scheduled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Its posts, in the order given.
    pub posts: Vec<PlanPost>,
}

/// A post of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanPost {
    /// The host's own name for it; a draft with the same one is this post. May be empty.
    pub id: String,
    /// Its text.
    pub text: String,
    /// When it went or goes out, ISO 8601 with offset.
    pub at: String,
    /// Ids of its networks; all when empty.
    pub networks: Vec<String>,
    /// What it is for, where the host says so; scored when `None`.
    pub category: Option<Category>,
    /// `published`, `scheduled`, `draft` or `cancelled`; the last two do not count. May be empty.
    pub status: String,
    /// The post it answers, where it is a reply.
    pub reply_to: Option<String>,
}

impl PlanPost {
    /// Whether it went out, or will.
    pub(crate) fn counts(&self) -> bool {
        !matches!(self.status.as_str(), "draft" | "cancelled")
    }
}

/// A list of posts, or `{"posts": […]}`.
pub(crate) fn read_plan(reading: &mut Reading<'_>, settings: &Node<'_>, plan: &Node<'_>) -> Option<Plan> {
    let posts = if plan.is_object() {
        reading.keys(plan, &["posts"]);
        reading.list(plan, "posts")?
    } else {
        reading.list(settings, "plan")?
    };
    Some(Plan { posts: posts.items().map(|node| read_post(reading, &node)).collect() })
}

fn read_post(reading: &mut Reading<'_>, node: &Node<'_>) -> PlanPost {
    reading.keys(node, &["id", "text", "at", "networks", "category", "status", "replyTo"]);
    let categories = Category::ALL.map(Category::as_str);
    let category = reading.one_of(node, "category", &categories);
    let status = reading.one_of(node, "status", &["published", "scheduled", "draft", "cancelled"]);
    let post = PlanPost {
        id: reading.text(node, "id"),
        text: reading.text(node, "text"),
        at: reading.text(node, "at"),
        networks: reading.networks(node, "networks"),
        category: category.and_then(|word| Category::ALL.into_iter().find(|c| c.as_str() == word)),
        status: status.unwrap_or_default().to_owned(),
        reply_to: reading.maybe_text(node, "replyTo"),
    };
    match node.get("at") {
        Some(at) => check_moment(reading, &at),
        None if node.is_object() => reading.problem(node, "a post of the plan needs \"at\": when it goes out".into()),
        None => {}
    }
    post
}

/// Tells where a text is neither a day nor a moment.
pub(crate) fn check_day(reading: &mut Reading<'_>, node: &Node<'_>) {
    let Some(text) = node.as_text() else { return };
    if text.trim().len() > 10 {
        return check_moment(reading, node);
    }
    if Moment::day_of(text.trim()).is_none() {
        let message = format!("\"{text}\" is no day such as 2026-11-24, and no time such as 2026-11-24T09:00:00+01:00");
        reading.problem(node, message);
    }
}

/// Tells where a moment is none, or lacks its offset.
pub(crate) fn check_moment(reading: &mut Reading<'_>, node: &Node<'_>) {
    let Some(text) = node.as_text() else { return };
    let message = match Moment::read(text.trim()) {
        Written::Whole(_) => return,
        Written::NoOffset(moment) => {
            let example = moment.day().iso();
            format!("\"{text}\" has no offset: write {example}T09:00:00+01:00; it is read as UTC here")
        }
        Written::Unreadable => format!("\"{text}\" is no time such as 2026-11-24T09:00:00+01:00"),
    };
    reading.problem(node, message);
}
