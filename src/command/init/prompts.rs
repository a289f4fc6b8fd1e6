//! Questions on a terminal, with suggestions while typing.

use inquire::{
    Autocomplete, CustomUserError, InquireError, Select, Text, autocompletion::Replacement,
};

use super::ask::{Asker, Reply};
use crate::{
    exit::Exit,
    failure::Failure,
    interview::{Kind, Question},
};

/// Suggestions that are shown at once.
const SHOWN: usize = 7;

/// Asks with inquire.
pub struct Prompts;

impl Asker for Prompts {
    fn ask(&mut self, question: &Question, at: usize, of: usize) -> Result<Reply, Failure> {
        let title = format!("{at}/{of} {}", question.text);
        let help = format!("{} | Esc: back, Ctrl-C: stop, answers are kept", question.why);
        let answer = match &question.kind {
            Kind::Choice(choices) => choose(&title, &help, choices, question),
            _ => write(&title, &help, question),
        };
        match answer {
            Ok(text) if text.trim() == "<" => Ok(Reply::Back),
            Ok(text) if text.trim() == "!" => Ok(Reply::Stop),
            Ok(text) => Ok(Reply::Typed(text)),
            Err(InquireError::OperationCanceled) => Ok(Reply::Back),
            Err(InquireError::OperationInterrupted) => Ok(Reply::Stop),
            Err(error) => Err(Failure::Plain {
                message: format!("cannot ask on this terminal: {error}"),
                hints: vec!["--plain asks line by line".to_owned()],
                exit: Exit::Problems,
            }),
        }
    }

    fn say(&mut self, text: &str) {
        anstream::eprintln!("{text}");
    }
}

fn choose(
    title: &str,
    help: &str,
    choices: &[(String, String)],
    question: &Question,
) -> Result<String, InquireError> {
    let mut shown: Vec<String> = choices.iter().map(|(_, said)| said.clone()).collect();
    let default = question.default.as_ref();
    let first = default
        .and_then(|(word, _)| choices.iter().position(|(own, said)| own == word || said == word));
    let passed = default.filter(|(word, _)| word.is_empty());
    if let Some((_, said)) = passed {
        shown.insert(0, said.clone());
    }
    let cursor = first.unwrap_or_default();
    let chosen = Select::new(title, shown)
        .with_help_message(help)
        .with_starting_cursor(cursor)
        .raw_prompt()?;
    let index = chosen.index;
    Ok(match (passed.is_some(), index) {
        (true, 0) => String::new(),
        (true, at) => choices[at - 1].0.clone(),
        (false, at) => choices[at].0.clone(),
    })
}

fn write(title: &str, help: &str, question: &Question) -> Result<String, InquireError> {
    let shown = question.default.as_ref().map(|(_, shown)| format!("Enter: {shown}"));
    let mut prompt = Text::new(title).with_help_message(help).with_page_size(SHOWN);
    if let Some(shown) = &shown {
        prompt = prompt.with_placeholder(shown);
    }
    if !question.offered.is_empty() {
        let several = matches!(question.kind, Kind::Vendors | Kind::Countries);
        prompt = prompt.with_autocomplete(Offer { all: question.offered.clone(), several });
    }
    prompt.prompt()
}

/// Names that hold what was typed; in a list, what was typed last.
#[derive(Clone)]
struct Offer {
    all: Vec<String>,
    several: bool,
}

impl Offer {
    fn split<'t>(&self, typed: &'t str) -> (&'t str, &'t str) {
        match typed.rfind(',').filter(|_| self.several) {
            Some(at) => (&typed[..=at], typed[at + 1..].trim_start()),
            None => ("", typed),
        }
    }
}

impl Autocomplete for Offer {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        let (before, last) = self.split(typed);
        let wanted = last.trim().to_lowercase();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let space = if before.is_empty() { "" } else { " " };
        let fits = self.all.iter().filter(|name| name.to_lowercase().contains(&wanted));
        Ok(fits.map(|name| format!("{before}{space}{name}")).collect())
    }

    fn get_completion(
        &mut self,
        _: &str,
        highlighted: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(highlighted)
    }
}
