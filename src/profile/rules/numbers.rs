//! Numbers that must agree with each other.

use super::{Code, KeyPath, Problem, Seen, numbered, quoted};
use crate::profile::{Activity, Region};

/// Shares that sum to a hair above 1 are rounded thirds, not faults.
const WHOLE: f64 = 1.0001;

/// Highest level of an impact scale.
const HIGHEST: f64 = 5.0;

/// Largest loss an hour; the products of larger ones would lose digits, and no organisation loses
/// so much.
const LARGEST_LOSS: f64 = 1e12;

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, region) in numbered("region", &seen.profile.region) {
        problems.extend(devices(seen, &path, region));
    }
    for (path, activity) in seen.activities() {
        problems.extend(impact(seen, &path, activity));
        problems.extend(loss(seen, &path, activity));
    }
    problems
}

fn devices(seen: &Seen<'_>, path: &KeyPath, region: &Region) -> Option<Problem> {
    let devices = region.devices.as_ref()?;
    let (android, ios) = (devices.android?, devices.ios?);
    if android + ios <= WHOLE {
        return None;
    }
    let country = quoted(&region.country);
    let message =
        format!("the phones of {country} are {android} Android and {ios} iOS, more than 1");
    let path = path.clone().key("devices");
    Some(
        seen.at(Code::DevicesNotOne, path.clone().key("ios"), message)
            .label("together more than 1")
            .also(seen.value(&path.key("android")), "with this")
            .help("each is a share of all phones there; what neither has runs something else"),
    )
}

fn impact(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Vec<Problem> {
    let Some(levels) = activity.impact else {
        return Vec::new();
    };
    let path = path.clone().key("impact");
    let entry = |index| path.clone().index(index);
    let mut problems: Vec<_> = (0..levels.len())
        .filter(|&index| !(0.0..=HIGHEST).contains(&levels[index]))
        .map(|index| {
            let message = format!("`{}` must lie between 0 and {HIGHEST}", entry(index));
            seen.at(Code::OutOfRange, entry(index), message)
                .label("no level of the scale")
                .help("impact levels run from 0 (none) to 5 (the organisation may not survive it)")
        })
        .collect();
    if problems.is_empty()
        && let Some(index) = (1..levels.len()).find(|&index| levels[index] < levels[index - 1])
    {
        let message =
            format!("the impact on activity {} falls as the outage lasts", quoted(&activity.id));
        problems.push(
            seen.at(Code::ImpactFalls, entry(index), message)
                .label("lower than before")
                .also(seen.value(&entry(index - 1)), "earlier")
                .help("the levels are those after an hour, a day, a week, and a month without it"),
        );
    }
    problems
}

fn loss(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Option<Problem> {
    let bands = activity.loss_per_hour?.0;
    let index = bands.iter().position(|loss| *loss > LARGEST_LOSS)?;
    // One number for all bands has no entries; the lookup then falls back to the number itself.
    let path = path.clone().key("loss_per_hour").index(index);
    let message = "a loss of more than 1,000,000,000,000 an hour is not believable";
    Some(seen.at(Code::OutOfRange, path, message).label("too large"))
}
