//! Posts of a thread and cuts as JSON, for hosts in JavaScript. `docs/report.md` describes the keys.

use super::{Cut, Post, Shortening};
use crate::json::Writer;

impl Post {
    /// Posts as a JSON list: `[{"start", "end", "text", "count", "fits"}]`.
    #[must_use]
    pub fn list_to_json(posts: &[Self]) -> String {
        let mut out = Writer::default();
        out.open('[');
        posts.iter().for_each(|post| post.write(&mut out));
        out.close(']');
        out.finish()
    }

    fn write(&self, out: &mut Writer) {
        out.open('{');
        for (key, number) in [("start", self.start), ("end", self.end)] {
            out.key(key);
            out.integer(i64::from(number));
        }
        out.key("text");
        out.text(&self.text);
        out.key("count");
        out.integer(i64::from(self.count));
        out.key("fits");
        out.bool(self.fits);
        out.close('}');
    }
}

impl Shortening {
    /// As JSON: `{"over", "enough", "cuts": [{"kind", "start", "end", "replacement", "saves"}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Writer::default();
        out.open('{');
        out.key("over");
        out.integer(i64::from(self.over));
        out.key("enough");
        out.integer(self.enough as i64);
        out.key("cuts");
        out.open('[');
        self.cuts.iter().for_each(|cut| cut.write(&mut out));
        out.close(']');
        out.close('}');
        out.finish()
    }
}

impl Cut {
    fn write(&self, out: &mut Writer) {
        out.open('{');
        out.key("kind");
        out.text(self.kind.as_str());
        for (key, number) in [("start", self.edit.start), ("end", self.edit.end)] {
            out.key(key);
            out.integer(i64::from(number));
        }
        out.key("replacement");
        out.text(&self.edit.replacement);
        out.key("saves");
        out.integer(i64::from(self.saves));
        out.close('}');
    }
}
