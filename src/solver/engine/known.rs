//! What is known of a model that was solved, for others that differ from it in a few numbers.
//!
//! A search, or a question what a number is worth, asks for the figures of very many models. The table of
//! an activity under a campaign depends on these two and on the scale alone, so one that is the same in
//! both models is taken over, and gives the same bits.

use std::sync::Arc;

use super::{
    clock::Clocks,
    exposed::Exposed,
    joint::{Joint, any_breach},
    outcome::Run,
    solve::run,
    summed::{Summed, Tables, tables},
};
use crate::model::{Campaign, Model};

/// The tables of a model, with fallbacks, and what they come to together.
pub struct Known<'m> {
    model: &'m Model,
    activities: Vec<(Exposed<'m>, Tables)>,
    /// By campaign: its tables, and the chance that any of their activities breaches.
    joints: Vec<(Vec<Arc<Summed>>, Joint)>,
}

impl<'m> Known<'m> {
    /// Takes as long as to solve the model, and keeps its tables in memory.
    pub fn new(model: &'m Model) -> Self {
        let clocks = Clocks::new(model);
        let activities = model.activities.iter().map(|one| {
            let exposed = Exposed::new(model, one, true);
            let tables = tables(model, &clocks, &exposed, None);
            (exposed, tables)
        });
        let activities: Vec<(Exposed, Tables)> = activities.collect();
        let joints = (0..model.campaigns.len()).map(|index| {
            let own = of_campaign(activities.iter().map(|(_, tables)| tables), index);
            let joint = any_breach(&model.campaigns[index], &own);
            (own, joint)
        });
        Self { joints: joints.collect(), activities, model }
    }

    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// Solves a model, with fallbacks: the same figures as without anything known.
    pub fn residual(&self, model: &Model) -> Run {
        run(model, &Clocks::new(model), true, Some(self))
    }

    /// What is known of an activity, where it is the same in a model.
    pub fn of(&self, model: &Model, activity: usize, exposed: &Exposed) -> Option<Own<'_>> {
        let (known, tables) = self.activities.get(activity)?;
        let same = model.scale == self.model.scale && known.activity() == exposed.activity();
        same.then_some(Own { campaigns: &self.model.campaigns, tables })
    }

    /// The chance that a campaign makes any of its activities breach, where these tables are all known.
    pub fn joint(&self, campaign: usize, own: &[Arc<Summed>]) -> Option<Joint> {
        let (tables, joint) = self.joints.get(campaign)?;
        let same = tables.len() == own.len()
            && tables.iter().zip(own).all(|(known, one)| Arc::ptr_eq(known, one));
        same.then_some(*joint)
    }
}

/// The tables of one activity.
#[derive(Clone, Copy)]
pub struct Own<'k> {
    campaigns: &'k [Campaign],
    tables: &'k Tables,
}

impl Own<'_> {
    /// The table of a campaign, where that is the same in a model.
    pub fn table(&self, model: &Model, campaign: usize) -> Option<Arc<Summed>> {
        let same = alike(self.campaigns.get(campaign)?, &model.campaigns[campaign]);
        table_of(self.tables, campaign).filter(|_| same)
    }
}

/// The tables of a campaign among those of some activities.
pub fn of_campaign<'t>(
    each: impl Iterator<Item = &'t Tables>,
    campaign: usize,
) -> Vec<Arc<Summed>> {
    each.filter_map(|tables| table_of(tables, campaign)).collect()
}

fn table_of(tables: &Tables, campaign: usize) -> Option<Arc<Summed>> {
    let at = tables.binary_search_by_key(&campaign, |(index, _)| *index).ok()?;
    Some(Arc::clone(&tables[at].1))
}

/// Do both do the same to an activity, if they come? Every field is named, so that a new one is not
/// forgotten.
fn alike(a: &Campaign, b: &Campaign) -> bool {
    let Campaign {
        name: _,
        stream: _,
        weight: _,
        response_cost: _,
        never_ends,
        median_hours,
        sigma,
        discloses,
        chill,
        notice_hours,
        units,
    } = a;
    let numbers = [never_ends, median_hours, sigma, chill, notice_hours];
    let others = [&b.never_ends, &b.median_hours, &b.sigma, &b.chill, &b.notice_hours];
    numbers == others && *discloses == b.discloses && *units == b.units
}
