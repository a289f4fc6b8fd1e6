//! What one activity bears of each campaign: its tables, and the sums over their states.

use std::sync::Arc;

use super::{clock::Clocks, exposed::Exposed, known::Own, outcome::Cell, table::Table};
use crate::model::{Campaign, Model};

/// A table with what it comes to.
pub struct Summed {
    pub table: Table,
    /// Given that the campaign comes; the chance of a breach too.
    given: Cell,
}

/// Tables of one activity, by campaign.
pub type Tables = Vec<(usize, Arc<Summed>)>;

/// The tables of every campaign that can touch an activity: those that are known, and others anew.
pub fn tables(model: &Model, clocks: &Clocks, exposed: &Exposed, known: Option<Own>) -> Tables {
    let each = exposed.campaigns.iter().copied();
    each.map(|campaign| {
        let known = known.and_then(|own| own.table(model, campaign));
        let new = || Arc::new(Summed::new(model, clocks, exposed, campaign));
        (campaign, known.unwrap_or_else(new))
    })
    .collect()
}

impl Summed {
    fn new(model: &Model, clocks: &Clocks, exposed: &Exposed, index: usize) -> Self {
        let table = Table::new(&exposed.case(model, clocks, index));
        Self { given: given(&model.campaigns[index], &table), table }
    }

    /// What the activity bears of the campaign, a year.
    pub fn cell(&self, model: &Model, index: usize) -> Cell {
        let (campaign, given) = (&model.campaigns[index], &self.given);
        let rate = model.streams[campaign.stream].rate() * campaign.weight;
        Cell {
            campaign: index,
            frequency: given.frequency * rate,
            defeats: given.defeats * rate,
            unrelieved: given.unrelieved * rate,
            totals: given.totals * rate,
            disclosure: given.disclosure * rate,
            drift: given.drift * rate,
            switches: given.switches * rate,
            theta: given.theta * campaign.weight,
        }
    }
}

fn given(campaign: &Campaign, table: &Table) -> Cell {
    let mut given = Cell::default();
    for (chance, effect) in table.states(campaign) {
        given.frequency += effect.disruptions * chance;
        given.defeats += effect.defeats * chance;
        given.unrelieved += effect.unrelieved * chance;
        given.totals += effect.totals * chance;
        given.disclosure += effect.disclosure * chance;
        given.drift += effect.drift * chance;
        given.switches += effect.switches * chance;
        given.theta += effect.breach.chance() * chance;
    }
    given
}
