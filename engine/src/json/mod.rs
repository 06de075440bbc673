//! JSON at the engine's edge: one reader, one writer, both small. It touches nothing but texts.
//!
//! Of our own, because it must keep the place of every key and value, read unpaired surrogates as
//! U+FFFD one for one (so that UTF-16 offsets hold), and weigh little.

mod fields;
mod position;
mod reader;
mod spelling;
mod writer;

pub use fields::Place;
pub(crate) use fields::{Node, Reading};
pub(crate) use position::{Cursor, position};
pub(crate) use reader::{Fault, Kind, Value, read};
pub(crate) use spelling::{choices, join, nearest};
pub(crate) use writer::Writer;
