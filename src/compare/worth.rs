//! What each edit of a profile is worth: the figures of today with it and without it.

use jiff::civil::Date;
use toml::Table;

use super::{
    corner::{Figures, Key, figures},
    edits::{Edit, edits, without},
};
use crate::{
    analysis::Spread,
    knowledge::Knowledge,
    profile::{self, Profile},
};

/// Edits that are looked at one by one; more are a rewrite, and no list of causes.
pub const MOST: usize = 150;

/// An edit, and what would be otherwise without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    pub edit: Edit,
    /// None where the profile does not hold together without the edit: another one needs it.
    pub change: Option<Difference>,
}

/// Figures with the edit less figures without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub score: f64,
    pub eal: f64,
    pub further_breach: f64,
    /// The activity in a country whose score moves most, with its points.
    pub most: Option<(Key, f64)>,
}

/// The new side as text and figures.
pub struct Now<'a> {
    pub text: &'a str,
    pub knowledge: &'a Knowledge,
    pub as_of: Date,
    pub figures: &'a Figures,
}

/// What the edits between two texts are worth, those that move most first. `None` where there are too many
/// to tell apart.
pub fn worth(old: &str, now: &Now, spread: &dyn Spread) -> Option<Vec<Worth>> {
    let (old, new): (Table, Table) = (old.parse().ok()?, now.text.parse().ok()?);
    let edits = edits(&old, &new);
    if edits.len() > MOST {
        return None;
    }
    let mut all = spread.map(edits.len(), |at| Worth {
        change: without(&new, &edits[at]).and_then(|table| difference(&table, now)),
        edit: edits[at].clone(),
    });
    let size = |one: &Worth| {
        one.change.as_ref().map_or((0.0, 0.0), |change| {
            let most = change.most.as_ref().map_or(0.0, |(_, points)| points.abs());
            (change.score.abs().max(most), change.eal.abs())
        })
    };
    all.sort_by(|a, b| {
        let ((points_a, loss_a), (points_b, loss_b)) = (size(a), size(b));
        points_b.total_cmp(&points_a).then(loss_b.total_cmp(&loss_a))
    });
    Some(all)
}

fn difference(table: &Table, now: &Now) -> Option<Difference> {
    let before = figures(&sound(table, now)?, now.knowledge, now.as_of);
    let after = now.figures;
    let moved = after.cases.iter().filter_map(|(key, case)| {
        let by = case.score - before.cases.get(key)?.score;
        (by.abs() > 1e-9).then(|| (key.clone(), by))
    });
    Some(Difference {
        score: after.score - before.score,
        eal: after.eal - before.eal,
        further_breach: after.further_breach - before.further_breach,
        most: moved.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())),
    })
}

/// The profile, if it passes all checks.
fn sound(table: &Table, now: &Now) -> Option<Profile> {
    let text = toml::to_string(table).ok()?;
    profile::load("", &text, now.knowledge, now.as_of).ok().map(|(profile, _)| profile)
}
