//! How large a model may be, so that the engines stay in memory.

use std::collections::BTreeMap;

use super::{Activity, Campaign, Model, Use, check::Faults};
use crate::document::{Code, Document, KeyPath, Problem, Refusal, bound};

/// More than all countries.
pub const MOST_PLACES: usize = 250;
/// Some ten causes in each of them.
pub const MOST_STREAMS: usize = 2_500;
pub const MOST_CAMPAIGNS: usize = 10_000;
pub const MOST_ACTIVITIES: usize = 10_000;
/// In one campaign.
pub const MOST_UNITS: usize = 200;
/// Of one activity.
pub const MOST_CHANNELS: usize = 50;
/// Of one activity.
pub const MOST_FALLBACKS: usize = 50;

/// States of its own channels that one activity can be in under one campaign. Twice as many as six
/// vendors and three networks have; each unit more would quadruple them.
pub const MOST_OWN_STATES: usize = 1 << 16;

/// Those that the engine keeps where fallbacks are counted too.
const KEPT_STATES: usize = 4_096;

/// States of all activities under all campaigns, as if every answer of every unit could be told
/// apart. The engines keep those that can. Twenty activities with three channels and three fallbacks
/// in twenty countries have 15 million, and took 7 GB when each state still had a plan of its own.
pub const MOST_STATES: usize = 16_000_000;

/// The same for the model that a profile becomes, which is solved some hundred times over for advice:
/// fifty times as many as the largest example has. Twenty countries, five activities and three fallbacks are close to it.
const MOST_STATES_OF_PROFILE: usize = 250_000;

/// Refuses a profile whose model would fill the memory, or keep the machine for an hour, before that begins.
pub fn bounded(document: &Document, model: &Model) -> Result<(), Refusal> {
    let each = model.activities.iter().map(|activity| States::of(model, activity).all);
    let states = each.fold(0, usize::saturating_add);
    if states <= MOST_STATES_OF_PROFILE {
        return Ok(());
    }
    let [states, most] = [states, MOST_STATES_OF_PROFILE].map(|count| bound(count as f64));
    let message = format!(
        "its activities can be in {states} states, by country, channel and fallback, and at most {most} are taken"
    );
    let place = document.locate(&KeyPath::from("activity").index(0)).value;
    let help =
        "write a profile for each group of countries, and bring them together with `portfolio`";
    let problem = Problem::new(Code::ModelSize, place, message).help(help);
    Err(Refusal::new(document.clone(), vec![problem]))
}

const HELP: &str = "leave out what matters least, or split the model by country";

/// Lengths of lists.
pub fn counts(model: &Model, faults: &mut Faults) {
    let mut most = |path: KeyPath, count: usize, most: usize| {
        if count > most {
            let [count, most] = [count, most].map(|number| bound(number as f64));
            faults.size(path, format!("has {count} entries, and at most {most} are taken"), HELP);
        }
    };
    most(KeyPath::from("places"), model.places.len(), MOST_PLACES);
    most(KeyPath::from("neighbours"), model.neighbours.len(), MOST_PLACES * MOST_PLACES / 2);
    most(KeyPath::from("streams"), model.streams.len(), MOST_STREAMS);
    most(KeyPath::from("campaigns"), model.campaigns.len(), MOST_CAMPAIGNS);
    most(KeyPath::from("activities"), model.activities.len(), MOST_ACTIVITIES);
    for (index, campaign) in model.campaigns.iter().enumerate() {
        let at = KeyPath::from("campaigns").index(index);
        most(at.key("units"), campaign.units.len(), MOST_UNITS);
    }
    for (index, activity) in model.activities.iter().enumerate() {
        let at = KeyPath::from("activities").index(index);
        most(at.clone().key("channels"), activity.channels.len(), MOST_CHANNELS);
        most(at.key("fallbacks"), activity.fallbacks.len(), MOST_FALLBACKS);
    }
}

/// States, of each activity and of all. Every index must lead somewhere.
pub fn states(model: &Model, faults: &mut Faults) {
    let mut all = 0_usize;
    for (index, activity) in model.activities.iter().enumerate() {
        let states = States::of(model, activity);
        if states.own > MOST_OWN_STATES {
            let message = format!(
                "can be in more than {} states at once under one campaign",
                bound(MOST_OWN_STATES as f64)
            );
            let help = "an activity's own channels may feel about eight units of a campaign";
            let at = KeyPath::from("activities").index(index).key("channels");
            faults.size(at, message, help);
        }
        all = all.saturating_add(states.all);
    }
    if all > MOST_STATES {
        let [all, most] = [all, MOST_STATES].map(|number| bound(number as f64));
        let message = format!("can be in {all} states, and at most {most} are taken");
        faults.size(KeyPath::from("activities"), message, HELP);
    }
}

struct States {
    /// Most states under one campaign of its own channels, or of a fallback that it may run on.
    own: usize,
    /// Most that can be kept of it, over all campaigns.
    all: usize,
}

impl States {
    fn of(model: &Model, activity: &Activity) -> Self {
        let own = felt(model, &activity.channels, Felt::new());
        let fallbacks = || activity.fallbacks.iter().map(|fallback| &fallback.channel);
        let alone = fallbacks().map(|one| largest(&felt(model, [one], Felt::new())));
        let most = alone.fold(largest(&own), usize::max);
        let wide = felt(model, fallbacks(), own.clone());
        let kept = wide.iter().map(|(campaign, units)| {
            let least = own.get(campaign).map_or(1, product);
            product(units).min(KEPT_STATES.max(least))
        });
        Self { own: most, all: kept.fold(0, usize::saturating_add) }
    }
}

/// By campaign and unit, how many answers can be told apart.
type Felt = BTreeMap<usize, BTreeMap<usize, usize>>;

fn product(units: &BTreeMap<usize, usize>) -> usize {
    units.values().fold(1, |product, answers| product.saturating_mul(*answers))
}

fn largest(felt: &Felt) -> usize {
    felt.values().map(product).max().unwrap_or(1)
}

fn felt<'u>(model: &Model, channels: impl IntoIterator<Item = &'u Use>, mut felt: Felt) -> Felt {
    for exposure in channels.into_iter().flat_map(|channel| &channel.exposure) {
        let answers = answers(&model.campaigns[exposure.campaign], exposure.unit);
        felt.entry(exposure.campaign).or_default().insert(exposure.unit, answers);
    }
    felt
}

fn answers(campaign: &Campaign, unit: usize) -> usize {
    let unit = &campaign.units[unit];
    let hit = unit.response.iter().filter(|chance| **chance > 0.0).count();
    if unit.hit > 0.0 { hit + usize::from(unit.hit < 1.0) } else { 1 }
}
