//! Numbers: whole or not, finite, within bounds.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeInteger, DeValue},
};

use super::{Kind, NEWER, Node, Walk};
use crate::document::{Code, KeyPath, Problem, bound};

impl<'a> Walk<'a> {
    pub(super) fn number(&mut self, node: &Node<'a>, path: &KeyPath, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        let number = match value.get_ref() {
            DeValue::Integer(written) => whole(written),
            DeValue::Float(written) => written.as_str().parse().unwrap_or(f64::NAN),
            _ => return,
        };
        if !number.is_finite() {
            let written = &self.document.text[span.clone()];
            let label = if written.contains(['n', 'N']) { "not a number" } else { "too large" };
            let message = match label {
                "too large" => format!("`{path}` is too large to be read"),
                _ => format!("`{path}` is not a number"),
            };
            let problem = Problem::new(Code::OutOfRange, span, message).label(label);
            self.report(problem, node, path);
        } else if node.kind() == Kind::Whole && value.get_ref().is_float() {
            self.broken(node, path, number, span);
        } else {
            self.bounds(node, path, number, span);
        }
    }

    fn broken(&mut self, node: &Node<'a>, path: &KeyPath, number: f64, span: Range<usize>) {
        let message = format!("`{path}` takes a whole number");
        let problem = Problem::new(Code::WrongType, span.clone(), message)
            .label("this is a number with a point");
        let problem = if number.fract() == 0.0 && number.abs() < 1e15 {
            problem.patch(span, format!("{number:.0}"), "write it without the point").safe()
        } else {
            problem
        };
        self.report(problem, node, path);
    }

    fn bounds(&mut self, node: &Node<'a>, path: &KeyPath, number: f64, span: Range<usize>) {
        let (low, high) = limits(node);
        if low.is_none_or(|low| number >= low) && high.is_none_or(|high| number <= high) {
            return;
        }
        let message = format!("`{path}` must {}", wanted(low, high));
        let too = if low.is_some_and(|low| number < low) { "too small" } else { "too large" };
        let problem = Problem::new(Code::OutOfRange, span.clone(), message).label(too);
        let problem = if *path == KeyPath::from("format") {
            format_help(problem, number, high)
        } else if high == Some(1.0) && low.is_some() && number > 1.0 && number <= 100.0 {
            let share = format!("{}", number / 100.0);
            problem.patch(span, share, "a share is written from 0 to 1, not in per cent")
        } else {
            problem
        };
        self.report(problem, node, path);
    }
}

/// A file of a newer format is not wrong, only ahead.
fn format_help(problem: Problem, number: f64, high: Option<f64>) -> Problem {
    let read = high.map_or_else(|| "no".to_owned(), bound);
    let problem = problem.help(format!("this blackstart reads format {read}"));
    if high.is_some_and(|high| number > high) {
        problem.label(NEWER).help("the file was written for a newer blackstart: update this one")
    } else {
        problem
    }
}

fn limits(node: &Node<'_>) -> (Option<f64>, Option<f64>) {
    let (low, high) = match node.word("format").and_then(storable) {
        Some((low, high)) => (Some(low), Some(high)),
        None => (None, None),
    };
    // A bound of the schema is never wider than what the type can store.
    (node.bound("minimum").or(low), node.bound("maximum").or(high))
}

/// What a type of the language can hold, for whole numbers that have no bounds of their own.
fn storable(format: &str) -> Option<(f64, f64)> {
    Some(match format {
        "uint8" => (0.0, f64::from(u8::MAX)),
        "uint16" => (0.0, f64::from(u16::MAX)),
        "uint32" => (0.0, f64::from(u32::MAX)),
        "uint" | "uint64" => (0.0, 9e15),
        "int8" => (f64::from(i8::MIN), f64::from(i8::MAX)),
        "int16" => (f64::from(i16::MIN), f64::from(i16::MAX)),
        "int32" => (f64::from(i32::MIN), f64::from(i32::MAX)),
        "int" | "int64" => (-9e15, 9e15),
        _ => return None,
    })
}

fn wanted(low: Option<f64>, high: Option<f64>) -> String {
    match (low.map(bound), high.map(blackstart_solver::model::bound)) {
        (Some(low), Some(high)) if low == high => format!("be {low}"),
        (Some(low), Some(high)) => format!("lie between {low} and {high}"),
        (Some(low), None) => format!("be at least {low}"),
        (None, Some(high)) => format!("be at most {high}"),
        (None, None) => "be a number".to_owned(),
    }
}

/// The number, or infinity if it is too long for any type.
fn whole(written: &DeInteger<'_>) -> f64 {
    i128::from_str_radix(written.as_str(), written.radix())
        .map_or(f64::INFINITY, |number| number as f64)
}
