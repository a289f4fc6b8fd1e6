//! From an estate to the model: every name becomes a number, and what each number rests on is kept
//! beside it.

mod activities;
mod campaigns;
mod circumstances;

pub use campaigns::{CampaignOrigin, Cause, Counted, UnitOrigin};

use crate::{
    estate::Estate,
    model::{FORMAT, Model, Scale},
};

/// A model with the origin of its numbers.
#[derive(Debug, Clone)]
pub struct Modelled {
    pub model: Model,
    /// One for each campaign of the model.
    pub campaigns: Vec<CampaignOrigin>,
    /// For each activity of the model the index of its instance in the estate.
    pub instances: Vec<usize>,
    /// For each region the activities of the model that are there.
    pub by_region: Vec<Vec<usize>>,
}

/// Pairs of the organisation's countries that share a border.
fn neighbours(estate: &Estate) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    for (index, region) in estate.regions.iter().enumerate() {
        for code in estate.knowledge.neighbours(&region.code) {
            let other = estate.regions.iter().position(|other| other.code == code);
            pairs.extend(other.filter(|other| *other > index).map(|other| [index, other]));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Builds the model of an estate.
pub fn model(estate: &Estate) -> Modelled {
    let method = &estate.knowledge.method;
    let built = campaigns::build(estate);
    let (instances, activities) = activities::build(estate, &built);
    let model = Model {
        format: FORMAT,
        method: method.version.clone(),
        scale: Scale {
            loss_bands_hours: method.harm.loss_bands_hours,
            impact_anchors_hours: method.harm.impact_anchors_hours,
            score_offset: method.harm.score_offset,
            score_per_decade: method.harm.score_per_decade,
            comply_duration: method.response.comply_duration,
            partial_fallbacks: true,
            acting_readiness: method.readiness.floor,
            band: method.harm.band,
        },
        places: estate.regions.iter().map(|region| region.code.clone()).collect(),
        neighbours: neighbours(estate),
        streams: built.streams,
        campaigns: built.campaigns,
        activities,
    };
    let mut by_region = vec![Vec::new(); estate.regions.len()];
    for (index, activity) in model.activities.iter().enumerate() {
        by_region[activity.place].push(index);
    }
    Modelled { model, campaigns: built.origins, instances, by_region }
}
