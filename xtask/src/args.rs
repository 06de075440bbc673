//! Reads the words after `cargo xtask`. Each command takes what it knows and calls [`Args::end`].

use std::env;

use crate::Result;

/// The words that nobody has taken yet.
pub struct Args {
    rest: Vec<String>,
}

impl Args {
    /// The words of this process.
    pub fn from_env() -> Self {
        Self { rest: env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect() }
    }

    /// Takes the first word.
    pub fn command(&mut self) -> Option<String> {
        if self.rest.is_empty() { None } else { Some(self.rest.remove(0)) }
    }

    /// Takes a switch such as `--no-reload`; true when it was there.
    pub fn switch(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|word| word != name);
        self.rest.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let joined = format!("{name}=");
        let Some(at) = self.rest.iter().position(|word| word == name || word.starts_with(&joined)) else {
            return Ok(None);
        };
        let word = self.rest.remove(at);
        if let Some(value) = word.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.rest.len() && !self.rest[at].starts_with("--") {
            return Ok(Some(self.rest.remove(at)));
        }
        Err(format!("{name} needs a value after it."))
    }

    /// All that nobody took, for a program that reads it itself.
    pub fn rest(self) -> Vec<String> {
        self.rest
    }

    /// Says what nobody took.
    pub fn end(self) -> Result<()> {
        match self.rest.first() {
            None => Ok(()),
            Some(word) => Err(format!("`{word}` is not understood here. `cargo xtask help` lists what is.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn args(words: &[&str]) -> Args {
        Args { rest: words.iter().map(|&word| word.to_owned()).collect() }
    }

    #[test]
    fn a_value_is_taken_with_a_space_or_an_equals_sign() {
        for words in [&["--port", "81", "x"][..], &["x", "--port=81"][..]] {
            let mut args = args(words);
            assert_eq!(args.value("--port"), Ok(Some("81".to_owned())));
            assert_eq!(args.command().as_deref(), Some("x"));
            assert_eq!(args.end(), Ok(()));
        }
    }

    #[test]
    fn a_value_that_is_missing_is_named() {
        assert!(args(&["--port"]).value("--port").is_err());
        assert!(args(&["--port", "--no-reload"]).value("--port").is_err());
    }

    #[test]
    fn a_word_that_nobody_took_is_named() {
        let mut args = args(&["--no-reload", "--prot"]);
        assert!(args.switch("--no-reload"));
        assert!(args.end().unwrap_err().contains("--prot"));
    }
}
