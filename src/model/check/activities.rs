//! Activities, their channels and their fallbacks.

use std::collections::BTreeSet;

use super::{Faults, ROUNDING};
use crate::{
    document::{KeyPath, quoted},
    model::{Activity, Exposure, Model, Use},
};

pub fn check(model: &Model, faults: &mut Faults) {
    let mut fallbacks = BTreeSet::new();
    for (position, activity) in model.activities.iter().enumerate() {
        let at = KeyPath::from("activities").index(position);
        faults.index(at.clone().key("place"), activity.place, model.places.len(), "place");
        own(activity, &at, faults);
        for (index, channel) in activity.channels.iter().enumerate() {
            exposures(model, activity, channel, &at.clone().key("channels").index(index), faults);
        }
        for (index, fallback) in activity.fallbacks.iter().enumerate() {
            let at = at.clone().key("fallbacks").index(index);
            if !fallbacks.insert((activity.place, &fallback.name)) {
                let message = format!("is {}, as another fallback is", quoted(&fallback.name));
                let help = "draws of a place are named after its fallbacks";
                faults.reference(at.clone().key("name"), message, help);
            }
            exposures(model, activity, &fallback.channel, &at.key("channel"), faults);
        }
    }
}

fn own(activity: &Activity, at: &KeyPath, faults: &mut Faults) {
    let shares: f64 = activity.channels.iter().map(|channel| channel.share).sum();
    if (shares - 1.0).abs() > ROUNDING {
        let message = format!("has shares that sum to {shares} instead of 1");
        faults.value(at.clone().key("channels"), message, "each person uses one channel");
    }
    if !activity.impact.windows(2).all(|pair| pair[0] <= pair[1]) {
        let help = "the levels are those at the four anchors, from the shortest outage on";
        faults.value(at.clone().key("impact"), "must not fall", help);
    }
}

fn exposures(model: &Model, activity: &Activity, channel: &Use, at: &KeyPath, faults: &mut Faults) {
    for (index, exposure) in channel.exposure.iter().enumerate() {
        let at = at.clone().key("exposure").index(index);
        leads(model, activity, exposure, &at, faults);
        if exposure.shrinks.is_some_and(|shrinks| shrinks.floor > exposure.left + ROUNDING) {
            let help = "what is left shrinks towards the floor";
            faults.value(at.key("shrinks").key("floor"), "must not be above `left`", help);
        }
    }
}

/// A campaign that is known, in the country of the activity, and one of its units.
fn leads(
    model: &Model,
    activity: &Activity,
    exposure: &Exposure,
    at: &KeyPath,
    faults: &mut Faults,
) {
    let to = at.clone().key("campaign");
    if !faults.index(to.clone(), exposure.campaign, model.campaigns.len(), "campaign") {
        return;
    }
    let campaign = &model.campaigns[exposure.campaign];
    faults.index(at.clone().key("unit"), exposure.unit, campaign.units.len(), "unit of it");
    let elsewhere = |stream: &crate::model::Stream| stream.place != activity.place;
    if model.streams.get(campaign.stream).is_some_and(elsewhere) {
        let message = format!("is {}, a campaign of another place", exposure.campaign);
        faults.reference(to, message, "an activity feels only campaigns of its own place");
    }
}
