//! A contenteditable: its text is what `innerText` says (blocks and `<br>` are line breaks), and a map
//! leads from an offset in that text to a place in the document.

use draftlens_engine::Edit;
use js_sys::JsString;
use web_sys::{HtmlElement, Node, Range};

use super::js;

/// An element whose content a person edits.
#[derive(Clone)]
pub struct Editable {
    root: HtmlElement,
}

/// A stretch of text that stands in one text node.
struct Run {
    /// Where it starts in the text.
    at: u32,
    /// Where it starts in the node.
    from: u32,
    length: u32,
    node: Node,
}

impl Editable {
    pub fn new(root: &HtmlElement) -> Self {
        Self { root: root.clone() }
    }

    /// Without the line break that keeps the last line open.
    pub fn text(&self) -> String {
        let mut text = self.root.inner_text();
        if text.ends_with('\n') {
            text.pop();
        }
        text
    }

    pub fn selection(&self) -> Option<(u32, u32)> {
        let selection = js::selection(&self.root)?;
        if selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
        if !self.root.contains(Some(&start)) || !self.root.contains(Some(&end)) {
            return None;
        }
        let map = self.map();
        Some((offset_of(&map, &start, range.start_offset().ok()?), offset_of(&map, &end, range.end_offset().ok()?)))
    }

    pub fn select(&self, start: u32, end: u32) -> bool {
        let Some(range) = self.range(&self.map(), start, end) else { return false };
        let Some(selection) = js::selection(&self.root) else { return false };
        selection.remove_all_ranges().and_then(|()| selection.add_range(&range)).is_ok()
    }

    /// One edit where all of them stand in one text node, so that one undo takes them back; otherwise one
    /// after the other, from the last to the first, so that what stands between keeps its format.
    /// Gives the number of steps.
    pub fn write(&self, edits: &[Edit]) -> u32 {
        let (Some(first), Some(last)) = (edits.first(), edits.last()) else { return 0 };
        let map = self.map();
        if let Some(run) = map.iter().find(|run| run.at <= first.start && last.end <= run.at + run.length) {
            let text = run.node.node_value().unwrap_or_default();
            let start = run.from + first.start - run.at;
            let covered = between(&text, start, start + last.end - first.start);
            let shifted: Vec<Edit> = edits.iter().map(|edit| back(edit, first.start)).collect();
            self.replace(&map, first.start, last.end, &super::edit::applied(&covered, &shifted));
            return 1;
        }
        for edit in edits.iter().rev() {
            self.replace(&self.map(), edit.start, edit.end, &edit.replacement);
        }
        edits.len() as u32
    }

    fn replace(&self, map: &[Run], start: u32, end: u32, text: &str) {
        let Some(range) = self.range(map, start, end) else { return };
        let Some(selection) = js::selection(&self.root) else { return };
        if selection.remove_all_ranges().and_then(|()| selection.add_range(&range)).is_ok() {
            js::insert(&self.root, &JsString::from(text));
        }
    }

    fn range(&self, map: &[Run], start: u32, end: u32) -> Option<Range> {
        let range = self.root.owner_document()?.create_range().ok()?;
        if map.is_empty() {
            range.set_start(&self.root, 0).ok()?;
            return Some(range);
        }
        let first = map.iter().find(|run| start < run.at + run.length).or(map.last())?;
        range.set_start(&first.node, first.place(start)).ok()?;
        let last =
            if end == start { first } else { map.iter().find(|run| end <= run.at + run.length).or(map.last())? };
        range.set_end(&last.node, last.place(end)).ok()?;
        Some(range)
    }

    /// The runs of the text, in order.
    fn map(&self) -> Vec<Run> {
        let text: Vec<u16> = self.text().encode_utf16().collect();
        let (mut map, mut at) = (Vec::new(), 0);
        walk(&self.root, &mut |node| align(&text, &mut at, node, &mut map));
        map
    }
}

impl Run {
    /// The place of an offset in the node, kept inside the run.
    fn place(&self, offset: u32) -> u32 {
        self.from + offset.saturating_sub(self.at).min(self.length)
    }
}

/// Visits the text nodes below a node, in order.
fn walk(node: &Node, visit: &mut impl FnMut(&Node)) {
    let mut child = node.first_child();
    while let Some(here) = child {
        if here.node_type() == Node::TEXT_NODE {
            visit(&here);
        } else {
            walk(&here, visit);
        }
        child = here.next_sibling();
    }
}

/// Follows the text through one node: what the browser collapsed stands in the node alone, a line break
/// between blocks in the text alone.
fn align(text: &[u16], at: &mut usize, node: &Node, map: &mut Vec<Run>) {
    let mut run: Option<Run> = None;
    for (from, unit) in node.node_value().unwrap_or_default().encode_utf16().enumerate() {
        if !is_space(unit) {
            while text.get(*at).is_some_and(|here| is_space(*here)) {
                *at += 1;
                map.extend(run.take());
            }
        }
        let Some(here) = text.get(*at) else { break };
        if *here == unit || (is_space(*here) && is_space(unit)) {
            let run =
                run.get_or_insert_with(|| Run { at: *at as u32, from: from as u32, length: 0, node: node.clone() });
            run.length += 1;
            *at += 1;
        } else {
            map.extend(run.take());
        }
    }
    map.extend(run);
}

/// What collapses: a no-break space does not.
fn is_space(unit: u16) -> bool {
    matches!(unit, 0x20 | 0x09 | 0x0A | 0x0C | 0x0D)
}

/// The offset in the text of a place in the document.
fn offset_of(map: &[Run], node: &Node, offset: u32) -> u32 {
    let end = map.last().map_or(0, |run| run.at + run.length);
    if node.node_type() == Node::TEXT_NODE {
        let here = map.iter().find(|run| run.node.is_same_node(Some(node)) && offset <= run.from + run.length);
        return here.map_or(end, |run| run.at + offset.saturating_sub(run.from));
    }
    // Between two children: the first text at or after the place.
    let next = (0..offset).fold(node.first_child(), |child, _| child.and_then(|child| child.next_sibling()));
    let Some(next) = next else {
        let inside = map.iter().rev().find(|run| node.contains(Some(&run.node)));
        return inside.map_or(end, |run| run.at + run.length);
    };
    let follows = |run: &&Run| {
        next.contains(Some(&run.node))
            || next.compare_document_position(&run.node) & Node::DOCUMENT_POSITION_FOLLOWING != 0
    };
    map.iter().find(follows).map_or(end, |run| run.at)
}

fn between(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(start as usize).take((end - start) as usize).collect();
    String::from_utf16_lossy(&units)
}

fn back(edit: &Edit, by: u32) -> Edit {
    Edit { start: edit.start - by, end: edit.end - by, replacement: edit.replacement.clone() }
}
