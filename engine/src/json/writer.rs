//! Writes JSON: compact, keys in the order given, the same bytes on every machine.

/// The first byte of U+2028 and U+2029, and of other marks.
const FIRST_OF_SEPARATORS: u8 = 0xE2;

/// A JSON text in the making. It puts the commas; the caller opens and closes.
#[derive(Default)]
pub(crate) struct Writer {
    out: String,
    /// Whether a comma is due before the next key or value.
    comma: bool,
}

impl Writer {
    /// The finished text.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// Opens an object or a list: `{` or `[`.
    pub(crate) fn open(&mut self, mark: char) {
        self.put_comma();
        self.out.push(mark);
        self.comma = false;
    }

    /// Closes it: `}` or `]`.
    pub(crate) fn close(&mut self, mark: char) {
        self.out.push(mark);
        self.comma = true;
    }

    /// A key, which needs no escapes; its value must follow.
    pub(crate) fn key(&mut self, key: &'static str) {
        self.out.push_str(if self.comma { ",\"" } else { "\"" });
        self.out.push_str(key);
        self.out.push_str("\":");
        self.comma = false;
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.put_comma();
        self.out.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0..=0x1F | FIRST_OF_SEPARATORS)) {
            let (plain, tail) = rest.split_at(at);
            self.out.push_str(plain);
            let mut chars = tail.chars();
            if let Some(c) = chars.next() {
                self.character(c);
            }
            rest = chars.as_str();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    fn character(&mut self, c: char) {
        let short = match c {
            '"' | '\\' => c,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{8}' => 'b',
            '\u{C}' => 'f',
            // The last two end a line in old JavaScript, and with it a script they are put in.
            '\0'..='\u{1F}' | '\u{2028}' | '\u{2029}' => 'u',
            _ => return self.out.push(c),
        };
        self.out.push('\\');
        self.out.push(short);
        if short == 'u' {
            let code = u32::from(c);
            self.out.extend((0..4).rev().filter_map(|i| char::from_digit(code >> (i * 4) & 15, 16)));
        }
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, number: i64) {
        self.put_comma();
        if number < 0 {
            self.out.push('-');
        }
        self.digits(number.unsigned_abs(), 1);
    }

    /// A whole number of tenths (`places` 1), hundredths (2), … of one: 8600 with 4 places is `0.86`.
    ///
    /// Zeros at the end are left out, as JavaScript leaves them.
    pub(crate) fn decimal(&mut self, mut number: u64, mut places: u32) {
        while places > 0 && number.is_multiple_of(10) {
            (number, places) = (number / 10, places - 1);
        }
        let one = 10_u64.pow(places);
        self.put_comma();
        self.digits(number / one, 1);
        if places > 0 {
            self.out.push('.');
            self.digits(number % one, places as usize);
        }
    }

    /// `true` or `false`.
    pub(crate) fn bool(&mut self, yes: bool) {
        self.raw(if yes { "true" } else { "false" });
    }

    /// `null`.
    pub(crate) fn null(&mut self) {
        self.raw("null");
    }

    /// A value that is JSON already.
    pub(crate) fn raw(&mut self, json: &str) {
        self.put_comma();
        self.out.push_str(json);
    }

    fn put_comma(&mut self) {
        if self.comma {
            self.out.push(',');
        }
        self.comma = true;
    }

    fn digits(&mut self, mut number: u64, least: usize) {
        let mut digits = [b'0'; 20];
        let mut start = digits.len();
        while number > 0 || digits.len() - start < least {
            start -= 1;
            digits[start] = b'0' + (number % 10) as u8;
            number /= 10;
        }
        for digit in &digits[start..] {
            self.out.push(char::from(*digit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;
    use crate::json::reader::Member;
    use crate::json::{Kind, Value, read};
    use proptest::prelude::*;

    fn written(write: impl Fn(&mut Writer)) -> String {
        let mut out = Writer::default();
        write(&mut out);
        out.finish()
    }

    #[test]
    fn commas_stand_between_and_nowhere_else() {
        let json = written(|out| {
            out.open('{');
            out.key("a");
            out.open('[');
            out.close(']');
            out.key("b");
            out.open('[');
            out.integer(1);
            out.null();
            out.open('{');
            out.close('}');
            out.bool(true);
            out.close(']');
            out.close('}');
        });
        assert_eq!(json, r#"{"a":[],"b":[1,null,{},true]}"#);
    }

    #[test]
    fn texts_are_escaped_as_javascript_does_and_never_break_a_line() {
        let json = written(|out| out.text("é\"\\/\n\r\t\u{8}\u{C}\0\u{1F}\u{7F}\u{2028}\u{2029}😀"));
        assert_eq!(json, "\"é\\\"\\\\/\\n\\r\\t\\b\\f\\u0000\\u001f\u{7F}\\u2028\\u2029😀\"");
    }

    #[test]
    fn numbers_are_written_from_integers_alone() {
        let decimal = |number, places| written(|out| out.decimal(number, places));
        assert_eq!(decimal(8612, 4), "0.8612");
        assert_eq!(decimal(8600, 4), "0.86");
        assert_eq!(decimal(7, 4), "0.0007");
        assert_eq!(decimal(10_000, 4), "1");
        assert_eq!(decimal(0, 4), "0");
        assert_eq!(decimal(140, 2), "1.4");
        assert_eq!(decimal(1205, 2), "12.05");
        let integer = |number| written(|out| out.integer(number));
        assert_eq!(integer(0), "0");
        assert_eq!(integer(-305), "-305");
        assert_eq!(integer(i64::MIN), "-9223372036854775808");
    }

    fn write(out: &mut Writer, value: &Value) {
        match &value.kind {
            Kind::Null => out.null(),
            Kind::Bool(yes) => out.bool(*yes),
            Kind::Integer(number) => out.integer(*number),
            Kind::Number(number) => out.raw(number),
            Kind::Text(text) => out.text(text),
            Kind::List(items) => {
                out.open('[');
                items.iter().for_each(|item| write(out, item));
                out.close(']');
            }
            Kind::Object(members) => {
                out.open('{');
                for member in members {
                    out.text(&member.key);
                    out.out.push(':');
                    out.comma = false;
                    write(out, &member.value);
                }
                out.close('}');
            }
        }
    }

    /// The tree without its places, which spaces move.
    fn placeless(mut value: Value) -> Value {
        value.at = 0;
        match &mut value.kind {
            Kind::List(items) => *items = items.drain(..).map(placeless).collect(),
            Kind::Object(members) => {
                for member in members {
                    member.at = 0;
                    member.value = placeless(member.value.clone());
                }
            }
            _ => {}
        }
        value
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Kind::Null),
            any::<bool>().prop_map(Kind::Bool),
            any::<i64>().prop_map(Kind::Integer),
            "-?[1-9][0-9]{0,3}\\.[0-9]{1,4}([eE][+-]?[0-9]{1,3})?".prop_map(Kind::Number),
            any::<String>().prop_map(Kind::Text),
        ]
        .prop_map(|kind| Value { at: 0, kind });
        leaf.prop_recursive(5, 40, 6, |inner| {
            let object = prop::collection::btree_map(any::<String>(), inner.clone(), 0..6).prop_map(|members| {
                let members = members.into_iter().map(|(key, value)| Member { key, at: 0, value });
                Kind::Object(members.collect())
            });
            let list = prop::collection::vec(inner, 0..6).prop_map(Kind::List);
            prop_oneof![list, object].prop_map(|kind| Value { at: 0, kind })
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back_as_it_was(value in any_value()) {
            let json = written(|out| write(out, &value));
            prop_assert_eq!(placeless(read(&json).unwrap()), value);
        }

        #[test]
        fn no_text_makes_the_reader_fall(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn no_text_of_json_marks_makes_the_reader_fall(text in r#"[\[\]{}:,"\\u0-9eEn.+\-tru l]{0,60}"#) {
            if let Err(fault) = read(&text) {
                prop_assert!(fault.line == 1 && fault.column >= 1 && !fault.message.is_empty());
            }
        }
    }
}
