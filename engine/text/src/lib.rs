//! What a draft is made of, parsed once: tokens with folded forms, entities, sentences,
//! language and UTF-16 offsets. Touches nothing but std and the Unicode tables.
#![forbid(unsafe_code)]

pub mod chars;
pub mod emoji;
pub mod entity;
pub mod fold;
pub mod language;
pub mod nfc;
pub mod order;
pub mod token;
pub mod utf16;
pub mod words;

mod tables;
mod text;

pub use entity::{Entity, EntityKind};
pub use language::Language;
pub use text::{Sentence, Text};
pub use token::{Kind, Token};
pub use utf16::Utf16;
