//! Reads a JSON text into a tree that keeps the order of keys and the place of every value.

use super::position;
use crate::Problem;

/// How deep lists and objects may lie in one another; the reader calls itself that often at most.
const DEEPEST: u32 = 64;

/// A value and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    /// Byte of the text at which it begins.
    pub at: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number without fraction or exponent that 64 bits hold.
    Integer(i64),
    /// Any other number, as written: nothing in a draft or policy needs its value.
    Number(String),
    /// A text; unpaired surrogates are U+FFFD, one for one.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order written, each key once.
    Object(Vec<Member>),
}

/// One key of an object and its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    /// The key.
    pub key: String,
    /// Byte of the text at which the key begins.
    pub at: usize,
    /// Its value.
    pub value: Value,
}

impl Value {
    /// What it is, for messages: "a number", "a list", …
    pub(crate) fn name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "true or false",
            Kind::Integer(_) | Kind::Number(_) => "a number",
            Kind::Text(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }
}

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl Fault {
    /// As a problem at a path, with what the text should have been.
    pub(crate) fn problem(self, at: &str, lead: &str) -> Problem {
        let message = format!("{lead}: {}", self.message);
        Problem { at: at.to_owned(), line: self.line, column: self.column, message }
    }
}

/// Reads one JSON value with nothing after it.
pub(crate) fn read(text: &str) -> Result<Value, Fault> {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, message: String::new() };
    reader.whole().ok_or_else(|| {
        let (line, column) = position(text, reader.at);
        Fault { line, column, message: reader.message }
    })
}

/// Reads from `at`. Where a method gives `None`, `at` is the place of the fault and `message` its reason.
struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    message: String,
}

impl Reader<'_> {
    fn whole(&mut self) -> Option<Value> {
        // Files written on Windows may begin with a byte order mark.
        if self.text.starts_with('\u{FEFF}') {
            self.at = 3;
        }
        let value = self.value(0)?;
        self.skip_space();
        match self.peek() {
            None => Some(value),
            Some(_) => self.stop("expected nothing after the value"),
        }
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        self.skip_space();
        let at = self.at;
        let kind = match self.peek() {
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'{') => Kind::Object(self.object(depth)?),
            Some(b'[') => Kind::List(self.list(depth)?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.word()?,
            Some(b'\'') => return self.stop("texts are written between double quotes"),
            Some(b'/') => return self.stop("JSON has no comments"),
            Some(b'+' | b'.') => return self.stop("a number begins with a digit or a minus sign"),
            Some(_) => return self.stop("expected a value"),
            None => return self.stop("the text ends where a value is expected"),
        };
        Some(Value { at, kind })
    }

    fn object(&mut self, depth: u32) -> Option<Vec<Member>> {
        let open = self.open(depth)?;
        let mut members: Vec<Member> = Vec::new();
        self.skip_space();
        if self.eat(b'}') {
            return Some(members);
        }
        loop {
            let (at, key) = self.key(open, !members.is_empty())?;
            self.skip_space();
            if !self.eat(b':') {
                return self.stop("expected a colon after the key");
            }
            let value = self.value(depth + 1)?;
            members.push(Member { key, at, value });
            if self.closes(b'}', open)? {
                break;
            }
        }
        match repeated(&members) {
            None => Some(members),
            Some(member) => self.stop_at(member.at, &format!("the key \"{}\" is there twice", member.key)),
        }
    }

    fn key(&mut self, open: usize, after_comma: bool) -> Option<(usize, String)> {
        self.skip_space();
        let at = self.at;
        match self.peek() {
            Some(b'"') => Some((at, self.string()?)),
            Some(b'}') if after_comma => self.stop("a comma before } must go"),
            None => self.stop_at(open, "this { is never closed"),
            Some(b'/') => self.stop("JSON has no comments"),
            Some(_) => self.stop("expected a key between double quotes"),
        }
    }

    fn list(&mut self, depth: u32) -> Option<Vec<Value>> {
        let open = self.open(depth)?;
        let mut values = Vec::new();
        self.skip_space();
        if self.eat(b']') {
            return Some(values);
        }
        loop {
            self.skip_space();
            match self.peek() {
                Some(b']') => return self.stop("a comma before ] must go"),
                None => return self.stop_at(open, "this [ is never closed"),
                Some(_) => values.push(self.value(depth + 1)?),
            }
            if self.closes(b']', open)? {
                return Some(values);
            }
        }
    }

    /// Steps over `{` or `[` and gives its place.
    fn open(&mut self, depth: u32) -> Option<usize> {
        if depth >= DEEPEST {
            return self.stop("lists and objects lie more than 64 deep in one another");
        }
        self.at += 1;
        Some(self.at - 1)
    }

    /// Steps over what follows a value: true for the closing mark, false for a comma.
    fn closes(&mut self, mark: u8, open: usize) -> Option<bool> {
        self.skip_space();
        if self.eat(mark) {
            return Some(true);
        }
        if self.eat(b',') {
            return Some(false);
        }
        let object = mark == b'}';
        match self.peek() {
            None if object => self.stop_at(open, "this { is never closed"),
            None => self.stop_at(open, "this [ is never closed"),
            Some(b'/') => self.stop("JSON has no comments"),
            Some(_) if object => self.stop("expected a comma or } after the value"),
            Some(_) => self.stop("expected a comma or ] after the value"),
        }
    }

    fn word(&mut self) -> Option<Kind> {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        let kind = match &rest[..length] {
            b"null" => Kind::Null,
            b"true" => Kind::Bool(true),
            b"false" => Kind::Bool(false),
            _ => {
                let word = &self.text[self.at..self.at + length.min(20)];
                return self.stop(&format!("\"{word}\" is no JSON value; texts stand between double quotes"));
            }
        };
        self.at += length;
        Some(kind)
    }

    fn number(&mut self) -> Option<Kind> {
        let start = self.at;
        self.eat(b'-');
        let first = self.peek();
        let digits = self.digits("expected a digit")?;
        if first == Some(b'0') && digits > 1 {
            return self.stop_at(start, "a number does not begin with 0");
        }
        let mut whole = true;
        if self.eat(b'.') {
            whole = false;
            self.digits("expected a digit after the point")?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            whole = false;
            if !self.eat(b'-') {
                self.eat(b'+');
            }
            self.digits("expected a digit in the exponent")?;
        }
        let text = &self.text[start..self.at];
        Some(match text.parse() {
            Ok(integer) if whole => Kind::Integer(integer),
            _ => Kind::Number(text.to_owned()),
        })
    }

    fn digits(&mut self, missing: &str) -> Option<usize> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            return self.stop(missing);
        }
        Some(self.at - start)
    }

    fn string(&mut self) -> Option<String> {
        let open = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            let plain = self.bytes[start..].iter().position(|b| matches!(b, b'"' | b'\\' | 0..=0x1F));
            self.at = plain.map_or(self.bytes.len(), |length| start + length);
            out.push_str(&self.text[start..self.at]);
            match self.peek() {
                None => return self.stop_at(open, "this text is never closed"),
                Some(b'"') => {
                    self.at += 1;
                    return Some(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(b'\n' | b'\r') => return self.stop("a line break in a text is written \\n; is a quote missing?"),
                Some(b'\t') => return self.stop("a tab in a text is written \\t"),
                Some(_) => return self.stop("a control character in a text is written \\u and four digits"),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        self.at += 2;
        Some(match self.bytes.get(start + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b @ (b'"' | b'\\' | b'/')) => char::from(*b),
            Some(b'u') => return self.unicode(start),
            _ => return self.stop_at(start, "after \\ stands one of \" \\ / b f n r t u"),
        })
    }

    /// The character of `\uXXXX`, or of two of them that make a pair.
    fn unicode(&mut self, start: usize) -> Option<char> {
        let Some(high) = self.four_digits(self.at) else {
            return self.stop_at(start, "after \\u stand four hexadecimal digits");
        };
        self.at += 4;
        if let Some(c) = char::from_u32(high) {
            return Some(c);
        }
        if high < 0xDC00
            && self.bytes[self.at..].starts_with(b"\\u")
            && let Some(low @ 0xDC00..=0xDFFF) = self.four_digits(self.at + 2)
        {
            self.at += 6;
            let code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            return Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn four_digits(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 4)?;
        digits.iter().try_fold(0, |code, b| Some(code * 16 + char::from(*b).to_digit(16)?))
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn stop<T>(&mut self, message: &str) -> Option<T> {
        self.stop_at(self.at, message)
    }

    fn stop_at<T>(&mut self, at: usize, message: &str) -> Option<T> {
        self.note(at, message);
        None
    }

    fn note(&mut self, at: usize, message: &str) {
        self.at = at;
        self.message = message.to_owned();
    }
}

/// The first key that was there before. Wide objects go through a table, so that a hostile one
/// costs no more than its length.
fn repeated(members: &[Member]) -> Option<&Member> {
    if members.len() < 16 {
        let mut later = members.iter().enumerate();
        return later.find(|(index, m)| members[..*index].iter().any(|e| e.key == m.key)).map(|(_, member)| member);
    }
    let size = (members.len() * 2).next_power_of_two();
    let mut table = vec![0; size];
    for (index, member) in members.iter().enumerate() {
        let mut slot = crate::digest::fnv(member.key.as_bytes()) as usize & (size - 1);
        while table[slot] != 0 {
            let earlier: usize = table[slot];
            if members[earlier - 1].key == member.key {
                return Some(member);
            }
            slot = (slot + 1) & (size - 1);
        }
        table[slot] = index + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Kind {
        match read(text) {
            Ok(value) => value.kind,
            Err(fault) => panic!("{text}: {}", fault.message),
        }
    }

    fn text(json: &str) -> String {
        match kind(json) {
            Kind::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }

    /// Line, column and message of what is wrong.
    fn fault(text: &str) -> (u32, u32, String) {
        match read(text) {
            Ok(value) => panic!("{text} was read as {value:?}"),
            Err(fault) => (fault.line, fault.column, fault.message),
        }
    }

    fn says(text: &str, line: u32, column: u32, message: &str) {
        assert_eq!(fault(text), (line, column, message.to_owned()), "{text}");
    }

    #[test]
    fn every_kind_of_value_is_read() {
        assert_eq!(kind(" null "), Kind::Null);
        assert_eq!(kind("true"), Kind::Bool(true));
        assert_eq!(kind("false"), Kind::Bool(false));
        assert_eq!(kind("-12"), Kind::Integer(-12));
        assert_eq!(kind("-0"), Kind::Integer(0));
        assert_eq!(kind("9223372036854775807"), Kind::Integer(i64::MAX));
        assert_eq!(kind("9223372036854775808"), Kind::Number("9223372036854775808".into()));
        assert_eq!(kind("1.50"), Kind::Number("1.50".into()));
        assert_eq!(kind("1e9999"), Kind::Number("1e9999".into()));
        assert_eq!(kind("0E+2"), Kind::Number("0E+2".into()));
        assert_eq!(kind("[]"), Kind::List(vec![]));
        assert_eq!(kind("{ }"), Kind::Object(vec![]));
        assert_eq!(kind("\u{FEFF}\r\n\t1"), Kind::Integer(1));
    }

    #[test]
    fn keys_keep_their_order_and_everything_its_place() {
        let Kind::Object(members) = kind("{\"é\": 1, \"a\" : [ 2 ]}") else { panic!() };
        let places: Vec<_> = members.iter().map(|m| (m.key.as_str(), m.at, m.value.at)).collect();
        assert_eq!(places, [("é", 1, 7), ("a", 10, 16)]);
    }

    #[test]
    fn escapes_give_their_characters_and_pairs_one() {
        assert_eq!(text(r#""\"\\\/\b\f\n\r\t\u00e9\u0000\uD83D\ude00""#), "\"\\/\u{8}\u{C}\n\r\té\0\u{1F600}");
    }

    #[test]
    fn unpaired_surrogates_are_replaced_one_for_one() {
        assert_eq!(text(r#""a\ud83d""#), "a\u{FFFD}");
        assert_eq!(text(r#""\ud83d\ud83d\ude00""#), "\u{FFFD}\u{1F600}");
        assert_eq!(text(r#""\ude00\ud83d""#), "\u{FFFD}\u{FFFD}");
        assert_eq!(text(r#""\ud83d\n""#), "\u{FFFD}\n");
        assert_eq!(text(r#""\ud83d\u0041""#), "\u{FFFD}A");
        says(r#""\ud83d\u00""#, 1, 8, "after \\u stand four hexadecimal digits");
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        says("", 1, 1, "the text ends where a value is expected");
        says("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "expected a comma or } after the value");
        says("[1 2]", 1, 4, "expected a comma or ] after the value");
        says("{\"é\": 1,}", 1, 9, "a comma before } must go");
        says("[1,]", 1, 4, "a comma before ] must go");
        says("[,1]", 1, 2, "expected a value");
        says("{\"a\" 1}", 1, 6, "expected a colon after the key");
        says("{a: 1}", 1, 2, "expected a key between double quotes");
        says("{\"a\": 'b'}", 1, 7, "texts are written between double quotes");
        says("{\"a\": 1 // why\n}", 1, 9, "JSON has no comments");
        says("[1] 2", 1, 5, "expected nothing after the value");
        says("[\n {", 2, 2, "this { is never closed");
        says("[1,\n", 1, 1, "this [ is never closed");
        says("[\"a, 1]", 1, 2, "this text is never closed");
        says("[\"a\n\"]", 1, 4, "a line break in a text is written \\n; is a quote missing?");
        says("\"\t\"", 1, 2, "a tab in a text is written \\t");
        says("\"\u{1}\"", 1, 2, "a control character in a text is written \\u and four digits");
        says(r#""\x""#, 1, 2, r#"after \ stands one of " \ / b f n r t u"#);
        says("\"\\", 1, 2, r#"after \ stands one of " \ / b f n r t u"#);
        says("True", 1, 1, "\"True\" is no JSON value; texts stand between double quotes");
        says("NaN", 1, 1, "\"NaN\" is no JSON value; texts stand between double quotes");
        says("nullx", 1, 1, "\"nullx\" is no JSON value; texts stand between double quotes");
    }

    #[test]
    fn numbers_are_as_strict_as_json_is() {
        says("012", 1, 1, "a number does not begin with 0");
        says("-", 1, 2, "expected a digit");
        says("-x", 1, 2, "expected a digit");
        says("1.", 1, 3, "expected a digit after the point");
        says("1.e3", 1, 3, "expected a digit after the point");
        says("1e+", 1, 4, "expected a digit in the exponent");
        says("1e+-2", 1, 4, "expected a digit in the exponent");
        says(".5", 1, 1, "a number begins with a digit or a minus sign");
        says("+5", 1, 1, "a number begins with a digit or a minus sign");
        says("1x", 1, 2, "expected nothing after the value");
    }

    #[test]
    fn a_key_stands_once_in_its_object_and_may_stand_in_another() {
        says("{\"a\": 1, \"b\": {\"a\": 1}, \"\\u0061\": 2}", 1, 25, "the key \"a\" is there twice");
        assert!(read("[{\"a\":1},{\"a\":1}]").is_ok());
    }

    #[test]
    fn depth_has_an_end_and_a_message_and_no_overflow() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(64)).is_ok());
        says(&nested(65), 1, 65, "lists and objects lie more than 64 deep in one another");
        says(&"[".repeat(1_000_000), 1, 65, "lists and objects lie more than 64 deep in one another");
        says(&"{\"a\":".repeat(100_000), 1, 321, "lists and objects lie more than 64 deep in one another");
    }

    #[test]
    fn a_wide_object_is_read_in_a_moment_and_its_repeated_key_found() {
        let keys: Vec<String> = (0..200_000).map(|i| format!("\"k{i}\":0")).collect();
        let wide = format!("{{{}}}", keys.join(","));
        assert!(matches!(kind(&wide), Kind::Object(members) if members.len() == 200_000));
        let twice = format!("{{{},\"k77\":1}}", keys.join(","));
        assert_eq!(fault(&twice).2, "the key \"k77\" is there twice");
    }

    #[test]
    fn a_text_cut_anywhere_is_refused_and_nothing_worse() {
        let whole = r#"{"a": [1.5e-3, "é\ud83d\ude00\n", {"b": null}], "c": true}"#;
        assert!(read(whole).is_ok());
        for (cut, _) in whole.char_indices() {
            let fault = read(&whole[..cut]).expect_err("a part of JSON is no JSON");
            assert!(fault.column as usize <= cut + 1);
        }
    }
}
