//! From what was typed to an answer in the profile's own words, or to what is wrong with it.

use jiff::civil::Date;

use super::{
    answers::LIST,
    question::{Kind, Question},
};
use crate::{
    document::{inert, quoted},
    knowledge::Knowledge,
    typed,
};

/// Names and texts longer than this are refused, so that a pasted file does not become a name.
const LONGEST: usize = 2_000;

/// Lists longer than this are no list that somebody typed.
const MOST: usize = 50;

/// Reads an answer. The fault is a sentence for the person who typed it.
pub fn read(
    question: &Question,
    typed: &str,
    knowledge: &Knowledge,
    as_of: Date,
) -> Result<String, String> {
    let typed = typed.trim();
    if typed.chars().count() > LONGEST {
        return Err(format!("That is longer than {LONGEST} characters."));
    }
    if typed.chars().any(char::is_control) || inert(typed) != typed {
        return Err("That holds a character that cannot be seen. Type it by hand.".to_owned());
    }
    if typed.is_empty() {
        return match &question.default {
            Some((default, _)) if default.is_empty() => Ok(String::new()),
            Some((default, _)) => value(&question.kind, default, knowledge, as_of),
            None => Err("This one needs an answer.".to_owned()),
        };
    }
    value(&question.kind, typed, knowledge, as_of)
}

fn value(kind: &Kind, text: &str, knowledge: &Knowledge, as_of: Date) -> Result<String, String> {
    match kind {
        Kind::Text(most) => short(text, *most),
        Kind::Country => typed::country(text, knowledge),
        Kind::Countries => list(text, |part| typed::country(part, knowledge)),
        Kind::People => typed::people(text).map(|number| number.to_string()),
        Kind::Vendors => {
            list(text, |part| Ok(typed::vendor(part, knowledge).unwrap_or_else(|| part.to_owned())))
        }
        Kind::Known => typed::vendor(text, knowledge).ok_or_else(|| {
            format!("{} is not known here either. Take one that people know.", quoted(text))
        }),
        Kind::Choice(choices) => choice(text, choices),
        Kind::Names => list(text, |part| short(part, 120)),
        Kind::Share => typed::share(text).map(|share| share.to_string()),
        Kind::Day => typed::past_day(text, as_of).map(|day| day.to_string()),
    }
}

fn short(typed: &str, most: usize) -> Result<String, String> {
    if typed.chars().count() > most {
        return Err(format!("That is longer than {most} characters."));
    }
    Ok(typed.to_owned())
}

/// Every part by itself; repeats are left out.
fn list(typed: &str, each: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let parts = typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let mut read: Vec<String> = Vec::new();
    for part in parts {
        let one = short(&each(part)?, 120)?;
        if !read.contains(&one) {
            read.push(one);
        }
    }
    match read.len() {
        0 => Err("This one needs an answer.".to_owned()),
        number if number > MOST => {
            Err(format!("That are more than {MOST}; name the important ones."))
        }
        _ => Ok(read.join(&LIST.to_string())),
    }
}

fn choice(typed: &str, choices: &[(String, String)]) -> Result<String, String> {
    let lower = typed.to_lowercase();
    let number = lower.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
    let word = || choices.iter().find(|(word, _)| word.to_lowercase() == lower);
    let begun = || choices.iter().find(|(_, said)| said.to_lowercase().starts_with(&lower));
    word()
        .or(number)
        .or_else(begun)
        .map(|(word, _)| word.clone())
        .ok_or_else(|| format!("{} is none of the choices. Type its number.", quoted(typed)))
}
