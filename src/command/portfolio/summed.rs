//! Sums over members, of a size that does not depend on how many there are.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Done, namesakes};
use crate::{
    document::Refusal,
    engine::score::Level,
    knowledge::Knowledge,
    portfolio::{Group, Row, Shared},
    report::{self, PortfolioView, Summed, view::LeftOutFile},
};

/// Members of the ranking.
const TOP: usize = 50;

/// Refused files that are named.
const NAMED: usize = 100;

pub struct Summing {
    members: usize,
    over_appetite: usize,
    levels: BTreeMap<Level, usize>,
    top: Vec<Row>,
    shared: Shared,
    group: Group,
    names: BTreeMap<String, usize>,
    pub left_out: Vec<LeftOutFile>,
    pub refused: usize,
}

impl Summing {
    pub fn new(trials: u32) -> Self {
        Self {
            members: 0,
            over_appetite: 0,
            levels: BTreeMap::new(),
            top: Vec::new(),
            shared: Shared::default(),
            group: Group::new(trials),
            names: BTreeMap::new(),
            left_out: Vec::new(),
            refused: 0,
        }
    }

    pub fn add(&mut self, done: Done) {
        let Done { row, shared, losses, rate } = done;
        self.members += 1;
        self.over_appetite += usize::from(row.over_appetite > 0);
        *self.levels.entry(Level::of_score(row.score)).or_default() += 1;
        if let Some(shared) = shared {
            self.shared.merge(shared);
            self.group.add(&losses, rate);
            *self.names.entry(row.organization.clone()).or_default() += 1;
        }
        self.rank(row);
    }

    /// The highest scores; of equal ones those that came first.
    fn rank(&mut self, row: Row) {
        let place = self.top.partition_point(|one| one.score >= row.score);
        if place < TOP {
            self.top.insert(place, row);
            self.top.truncate(TOP);
        }
    }

    pub fn refused(&mut self, name: &str, refusal: &Refusal) {
        self.refused += 1;
        if self.left_out.len() < NAMED {
            let why = refusal.problems.first().map_or_else(String::new, |one| one.message.clone());
            self.left_out.push(LeftOutFile { file: name.to_owned(), why });
        }
    }

    /// How many were given.
    pub const fn seen(&self) -> usize {
        self.members + self.refused
    }

    pub fn view(self, knowledge: &Knowledge, as_of: Date) -> PortfolioView {
        report::portfolio(Summed {
            knowledge,
            as_of,
            members: self.members,
            levels: &self.levels,
            top: &self.top,
            shared: &self.shared,
            group: self.group.law(),
            namesakes: namesakes(&self.names),
            left_out: self.left_out,
            refused: self.refused,
            over_appetite: self.over_appetite,
        })
    }
}
