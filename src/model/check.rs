//! What no single number of a model can show: indices, sums, orders and names.

mod activities;
mod campaigns;
mod streams;

use super::{Model, Scale, size};
use crate::document::{Code, KeyPath};

/// One thing that is wrong with a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: Code,
    pub path: KeyPath,
    /// What comes behind the path in a sentence.
    pub message: String,
    pub help: String,
}

/// Sums of chances and shares may be off by so much.
const ROUNDING: f64 = 1e-6;

/// Everything that is wrong. Numbers are taken to be in their ranges.
pub fn check(model: &Model) -> Vec<Fault> {
    let mut faults = Faults::default();
    size::counts(model, &mut faults);
    scale(&model.scale, &mut faults);
    neighbours(model, &mut faults);
    streams::check(model, &mut faults);
    campaigns::check(model, &mut faults);
    activities::check(model, &mut faults);
    if faults.all.is_empty() {
        // The states can be counted only where every index leads somewhere.
        size::states(model, &mut faults);
    }
    faults.all
}

/// Faults in the making.
#[derive(Default)]
pub struct Faults {
    all: Vec<Fault>,
}

impl Faults {
    /// A value that must not be.
    pub fn value(&mut self, path: KeyPath, message: impl Into<String>, help: &str) {
        self.add(Code::ModelValue, path, message.into(), help);
    }

    /// A name or an index.
    pub fn reference(&mut self, path: KeyPath, message: impl Into<String>, help: &str) {
        self.add(Code::ModelReference, path, message.into(), help);
    }

    /// Too many of something.
    pub fn size(&mut self, path: KeyPath, message: impl Into<String>, help: &str) {
        self.add(Code::ModelSize, path, message.into(), help);
    }

    /// An index into a list of so many.
    pub fn index(&mut self, path: KeyPath, index: usize, count: usize, what: &str) -> bool {
        if index < count {
            return true;
        }
        let message = match count {
            0 => format!("is {index}, but there is no {what}"),
            _ => format!("is {index}, but the last {what} is {}", count - 1),
        };
        self.reference(path, message, "lists are counted from 0");
        false
    }

    fn add(&mut self, code: Code, path: KeyPath, message: String, help: &str) {
        self.all.push(Fault { code, path, message, help: help.to_owned() });
    }
}

/// Anchors this close would make harm rise so steeply that its moments leave the numbers.
const LEAST_RATIO: f64 = 3.0;

fn scale(scale: &Scale, faults: &mut Faults) {
    let at = |key: &str| KeyPath::from("scale").key(key);
    if !scale.loss_bands_hours.windows(2).all(|pair| pair[0] < pair[1]) {
        let help = "write the ends of the bands from the shortest to the longest";
        faults.value(at("loss_bands_hours"), "must rise", help);
    }
    if !scale
        .impact_anchors_hours
        .windows(2)
        .all(|pair| pair[0] * LEAST_RATIO <= pair[1] * (1.0 + ROUNDING))
    {
        let help = "write the times from the shortest to the longest, well apart";
        let message = "must rise, each to at least three times the one before";
        faults.value(at("impact_anchors_hours"), message, help);
    }
}

fn neighbours(model: &Model, faults: &mut Faults) {
    for (position, pair) in model.neighbours.iter().enumerate() {
        let at = KeyPath::from("neighbours").index(position);
        let mut known = true;
        for (end, place) in pair.iter().enumerate() {
            known &= faults.index(at.clone().index(end), *place, model.places.len(), "place");
        }
        if known && pair[0] >= pair[1] {
            let help = "no place is its own neighbour, and each pair is written once";
            faults.reference(at, "must name two places, the smaller number first", help);
        }
    }
}
