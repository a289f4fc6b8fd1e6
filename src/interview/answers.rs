//! What was answered, in order.

use serde::{Deserialize, Serialize};

/// One answer. An empty text says that the question was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Id of the question, such as `staff:RU`.
    pub question: String,
    /// In the form that the profile needs: codes and ids, not names.
    pub text: String,
}

/// All answers, in the order in which they were given. This is also the form in which an unfinished
/// interview is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    #[serde(default)]
    pub answer: Vec<Answer>,
}

impl Answers {
    /// The answer to a question, if it was asked.
    pub fn get(&self, question: &str) -> Option<&str> {
        self.answer.iter().find(|one| one.question == question).map(|one| one.text.as_str())
    }

    /// The answer to a question that was not passed over.
    pub fn given(&self, question: &str) -> Option<&str> {
        self.get(question).filter(|text| !text.is_empty())
    }

    /// The parts of an answer that is a list.
    pub fn list(&self, question: &str) -> Vec<&str> {
        let parts = self.given(question).unwrap_or_default().split(LIST);
        parts.filter(|part| !part.is_empty()).collect()
    }

    pub fn push(&mut self, question: &str, text: String) {
        self.answer.push(Answer { question: question.to_owned(), text });
    }

    /// Takes the last answer back.
    pub fn back(&mut self) -> bool {
        self.answer.pop().is_some()
    }

    pub fn len(&self) -> usize {
        self.answer.len()
    }

    pub fn is_empty(&self) -> bool {
        self.answer.is_empty()
    }
}

/// Between the parts of a list: no name has it.
pub const LIST: char = '\n';
