//! Activities as they are exposed to what comes next.

use std::collections::BTreeSet;

use super::{
    clock::Clocks,
    standing::{Standing, stand},
    table::Case,
};
use crate::model::{Activity, Model};

/// One activity: how it stands today, and what can touch it.
pub struct Exposed<'m> {
    pub written: &'m Activity,
    pub standing: Standing,
    /// The activity as it runs today, where that is on a fallback.
    acting: Option<Activity>,
    /// Are fallbacks counted?
    fallbacks: bool,
    /// Campaigns that can touch it, in order; none while it is disrupted.
    pub campaigns: Vec<usize>,
}

impl<'m> Exposed<'m> {
    pub fn new(model: &'m Model, written: &'m Activity, fallbacks: bool) -> Self {
        let (standing, acting) = stand(&model.scale, written, fallbacks);
        let campaigns = match standing {
            Standing::Disrupted(_) => Vec::new(),
            _ => relevant(model, acting.as_ref().unwrap_or(written)),
        };
        Self { written, standing, acting, fallbacks, campaigns }
    }

    /// The activity as it runs today.
    pub fn activity(&self) -> &Activity {
        self.acting.as_ref().unwrap_or(self.written)
    }

    /// The activity under one campaign.
    pub fn case<'a>(&'a self, model: &'a Model, clocks: &'a Clocks, index: usize) -> Case<'a> {
        Case {
            scale: &model.scale,
            activity: self.activity(),
            campaign: &model.campaigns[index],
            clocks: clocks.of(index),
            index,
            fallbacks: self.fallbacks,
        }
    }
}

/// Campaigns that can touch an activity, in order.
fn relevant(model: &Model, activity: &Activity) -> Vec<usize> {
    let exposures = activity.channels.iter().flat_map(|channel| &channel.exposure);
    let felt = exposures.filter(|exposure| {
        let campaign = &model.campaigns[exposure.campaign];
        let live = campaign.weight > 0.0 && model.streams[campaign.stream].rate() > 0.0;
        live && campaign.units[exposure.unit].hit > 0.0
    });
    let indices: BTreeSet<usize> = felt.map(|one| one.campaign).collect();
    indices.into_iter().collect()
}
