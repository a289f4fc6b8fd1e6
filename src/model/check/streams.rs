//! Streams.

use std::collections::BTreeSet;

use super::{Faults, ROUNDING};
use crate::{
    document::{KeyPath, quoted},
    model::Model,
};

/// Campaigns a year that a stream may send: more than one a week is not what the method counts, and
/// trials would take as much longer.
const MOST_A_YEAR: f64 = 52.0;

pub fn check(model: &Model, faults: &mut Faults) {
    let mut names = BTreeSet::new();
    for (position, stream) in model.streams.iter().enumerate() {
        let at = KeyPath::from("streams").index(position);
        faults.index(at.clone().key("place"), stream.place, model.places.len(), "place");
        if !names.insert(&stream.name) {
            let message = format!("is {}, as another stream is", quoted(&stream.name));
            faults.reference(at.clone().key("name"), message, "draws are named after streams");
        }
        if stream.rate() > MOST_A_YEAR {
            let message = format!("sends {:.1} campaigns a year", stream.rate());
            let help = "alpha / beta may be at most 52: split the stream, or count campaigns";
            faults.value(at.key("arrivals"), message, help);
        }
    }
    weights(model, faults);
}

fn weights(model: &Model, faults: &mut Faults) {
    let mut sums = vec![0.0; model.streams.len()];
    for campaign in &model.campaigns {
        if let Some(sum) = sums.get_mut(campaign.stream) {
            *sum += campaign.weight;
        }
    }
    for (position, sum) in sums.into_iter().enumerate().filter(|(_, sum)| *sum > 1.0 + ROUNDING) {
        let message = format!("has campaigns whose weights sum to {sum}");
        let help = "weights are shares of the stream's campaigns: they sum to at most 1";
        faults.value(KeyPath::from("streams").index(position), message, help);
    }
}
