//! The engine for JavaScript: JSON text in, JSON text out. Knows no page.

use draftlens_engine::{Checker, Draft, Post, Problem, Settings, problems_json};
use wasm_bindgen::prelude::*;

/// Compiled settings, ready to check drafts.
#[wasm_bindgen]
pub struct Engine {
    checker: Checker,
    problems: Vec<Problem>,
}

#[wasm_bindgen]
impl Engine {
    /// Compiles settings, given as JSON text.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str) -> Self {
        let (checker, problems) = compile(settings);
        Self { checker, problems }
    }

    /// What is wrong with the settings, as a JSON list; the rest works.
    #[must_use]
    pub fn problems(&self) -> String {
        problems_json(&self.problems)
    }

    /// Checks a draft and gives the report, both as JSON text.
    ///
    /// # Errors
    /// A JavaScript `Error` with a sentence when it is not a draft.
    pub fn check(&self, draft: &str) -> Result<String, JsError> {
        let (draft, problems) = Draft::from_json(draft).map_err(|problem| JsError::new(&sentence(&problem)))?;
        let mut report = self.checker.check(&draft);
        report.problems.extend(problems);
        Ok(report.to_json())
    }

    /// The draft's text for a network as a thread of posts, as a JSON list; `null` where the network has none.
    ///
    /// # Errors
    /// A JavaScript `Error` with a sentence when it is not a draft.
    pub fn thread(&self, draft: &str, network: &str, numbered: bool) -> Result<String, JsError> {
        let (draft, _) = Draft::from_json(draft).map_err(|problem| JsError::new(&sentence(&problem)))?;
        let posts = self.checker.thread(&draft, network, numbered);
        Ok(posts.map_or("null".to_owned(), |posts| Post::list_to_json(&posts)))
    }

    /// What a screen reader says of the draft, as a JSON list of texts, a line each.
    ///
    /// # Errors
    /// A JavaScript `Error` with a sentence when it is not a draft.
    pub fn hear(&self, draft: &str) -> Result<String, JsError> {
        let (draft, _) = Draft::from_json(draft).map_err(|problem| JsError::new(&sentence(&problem)))?;
        Ok(self.checker.hear_json(&draft))
    }

    /// Ways to shorten the draft's text for a network, as JSON; `null` for an unknown network.
    ///
    /// # Errors
    /// A JavaScript `Error` with a sentence when it is not a draft.
    pub fn shorten(&self, draft: &str, network: &str) -> Result<String, JsError> {
        let (draft, _) = Draft::from_json(draft).map_err(|problem| JsError::new(&sentence(&problem)))?;
        Ok(self.checker.shorten(&draft, network).map_or("null".to_owned(), |found| found.to_json()))
    }
}

/// A checker from JSON text, with every problem met on the way.
pub fn compile(settings: &str) -> (Checker, Vec<Problem>) {
    let (settings, mut problems) = Settings::from_json(settings);
    let (checker, more) = Checker::new(settings);
    let checker = checker.with_problems(problems.clone());
    problems.extend(more);
    (checker, problems)
}

fn sentence(problem: &Problem) -> String {
    [problem.at.as_str(), ": ", problem.message.as_str()].concat()
}
