//! A document that is not accepted, and why.

use std::{error, fmt};

use super::{Code, Document, Problem, count, inert};

/// More problems than this help nobody; the rest is counted.
const MOST: usize = 100;

/// A document that is not accepted, with its problems in the order of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    pub document: Document,
    pub problems: Vec<Problem>,
    /// How many problems were found beyond those that are kept.
    pub omitted: usize,
}

impl Refusal {
    /// Sorts the problems by place, drops repeats, and moves every span into the text.
    pub fn new(document: Document, mut problems: Vec<Problem>) -> Self {
        for problem in &mut problems {
            settle(&document, problem);
        }
        problems.sort_by(|a, b| key(a).cmp(&key(b)));
        problems.dedup_by(|a, b| key(a) == key(b));
        let omitted = problems.len().saturating_sub(MOST);
        problems.truncate(MOST);
        Self { document, problems, omitted }
    }

    /// A file of which nothing could be read.
    pub(super) fn unread(name: &str, code: Code, message: String, help: &[&str]) -> Self {
        let mut problem = Problem::new(code, 0..0, message);
        problem.help = help.iter().map(|&line| line.to_owned()).collect();
        Self::new(Document::unplaced(name, ""), vec![problem])
    }

    /// "3 problems in acme.toml".
    pub fn summary(&self) -> String {
        let total = self.problems.len() + self.omitted;
        let all = format!("{} in {}", count(total, "problem"), inert(&self.document.name));
        if self.omitted == 0 {
            all
        } else {
            format!("{all}; the first {} are shown", self.problems.len())
        }
    }
}

fn key(problem: &Problem) -> (usize, usize, Code, &str) {
    (problem.span.start, problem.span.end, problem.code, &problem.message)
}

fn settle(document: &Document, problem: &mut Problem) {
    problem.span = document.clamp(&problem.span);
    if let Some(patch) = &mut problem.patch {
        patch.span = document.clamp(&patch.span);
    }
    if let Some((span, _)) = &mut problem.also {
        *span = document.clamp(span);
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.summary())
    }
}

impl error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_place_and_drops_repeats() {
        let at = |start| Problem::new(Code::Syntax, start..start + 1, "fault");
        let document = Document::unplaced("a.toml", "abcdef");
        let refusal = Refusal::new(document, vec![at(4), at(1), at(4)]);
        let starts: Vec<_> = refusal.problems.iter().map(|problem| problem.span.start).collect();
        assert_eq!(starts, [1, 4]);
        assert_eq!(refusal.to_string(), "2 problems in a.toml");
    }

    #[test]
    fn keeps_the_first_hundred_and_counts_the_rest() {
        let document = Document::unplaced("a.toml", &"x".repeat(1000));
        let problems = (0..150).map(|at| Problem::new(Code::Syntax, at..at, "fault")).collect();
        let refusal = Refusal::new(document, problems);
        assert_eq!(refusal.to_string(), "150 problems in a.toml; the first 100 are shown");
    }
}
