//! Campaigns and their units.

use std::collections::BTreeSet;

use super::{Faults, ROUNDING};
use crate::{
    document::{KeyPath, quoted},
    model::{Model, Unit},
};

pub fn check(model: &Model, faults: &mut Faults) {
    for (position, campaign) in model.campaigns.iter().enumerate() {
        let at = KeyPath::from("campaigns").index(position);
        faults.index(at.clone().key("stream"), campaign.stream, model.streams.len(), "stream");
        let mut names = BTreeSet::new();
        for (index, unit) in campaign.units.iter().enumerate() {
            let at = at.clone().key("units").index(index);
            if !names.insert(&unit.name) {
                let message = format!("is {}, as another unit is", quoted(&unit.name));
                let help = "draws of a campaign are named after its units";
                faults.reference(at.clone().key("name"), message, help);
            }
            response(unit, at.key("response"), faults);
        }
    }
}

fn response(unit: &Unit, at: KeyPath, faults: &mut Faults) {
    let sum: f64 = unit.response.iter().sum();
    if (sum - 1.0).abs() > ROUNDING {
        let message = format!("sums to {sum} instead of 1");
        faults.value(at, message, "a unit that is hit complies, resists or exits");
    }
}
