//! Writes JSON: compact, keys in the order given, the same bytes on every machine.

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

    /// A key; its value must follow.
    pub(crate) fn key(&mut self, key: &str) {
        self.text(key);
        self.out.push(':');
        self.comma = false;
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.put_comma();
        self.out.push('"');
        let mut start = 0;
        for (at, c) in text.char_indices() {
            let short = match c {
                '"' | '\\' => c,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{C}' => 'f',
                // The last two end a line in old JavaScript, and with it a script they are put in.
                '\0'..='\u{1F}' | '\u{2028}' | '\u{2029}' => 'u',
                _ => continue,
            };
            self.out.push_str(&text[start..at]);
            self.out.push('\\');
            self.out.push(short);
            if short == 'u' {
                self.four_digits(u32::from(c));
            }
            start = at + c.len_utf8();
        }
        self.out.push_str(&text[start..]);
        self.out.push('"');
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
        self.out.extend(digits[start..].iter().map(|b| char::from(*b)));
    }

    fn four_digits(&mut self, code: u32) {
        self.out.extend((0..4).rev().filter_map(|i| char::from_digit(code >> (i * 4) & 15, 16)));
    }
}
