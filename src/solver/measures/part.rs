//! A piece of the figures that adds up with the others: what an activity bears of one campaign, or of
//! what stands today, or the costs of campaigns in a country, or how likely it comes through the year.

use super::{
    choice::Choice,
    field::Field,
    space::{Slot, apply},
};
use crate::{
    engine::{
        alone::{Alone, activity, breaches, campaign_costs},
        clock::Clocks,
    },
    model::{Campaign, Model, Unit},
};

/// What is asked of a part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Question {
    /// What the activity loses and pays by what stands today, in a year.
    Standing,
    /// What it loses and pays by one campaign of the model, in a year.
    Campaign(usize),
    /// Response and mandate costs of the country, a year.
    Campaigns,
    /// Activities that are beyond their MTPD today, and minus the logarithm of the chance that no
    /// other follows.
    Breaches,
    /// By how much the activity's chance of a breach is above this, as a difference of minus the
    /// logarithms of the chances that there is none; 0 where it is not above.
    Above(f64),
}

/// A breach that is certain outweighs every chance of one.
const CERTAIN: f64 = 1_000.0;

/// One part.
#[derive(Debug, Clone)]
pub struct Part {
    question: Question,
    /// The campaigns of its country and its activities.
    model: Model,
    clocks: Clocks,
    slots: Vec<Slot>,
    /// The distinct orders in which candidates improve a number.
    orders: Vec<Vec<usize>>,
    /// Candidates that change anything here.
    pub touched: Choice,
}

impl Part {
    /// `activities` are indices of the whole model; all belong to `place`.
    pub fn new(
        whole: &Model,
        slots: &[Slot],
        place: usize,
        activities: &[usize],
        question: Question,
    ) -> Self {
        let streams: Vec<usize> = positions(&whole.streams, |stream| stream.place == place);
        let campaigns: Vec<usize> = match question {
            Question::Standing => Vec::new(),
            Question::Campaign(only) => vec![only],
            _ => positions(&whole.campaigns, |campaign| streams.contains(&campaign.stream)),
        };
        let model = restricted(whole, &streams, &campaigns, activities);
        let own = slots.iter().filter_map(|slot| {
            let activity = slot.field.activity().map(|own| position(activities, own));
            let campaign = slot.field.unit().map(|(own, _)| position(&campaigns, own));
            let field =
                slot.field.renumbered(activity.unwrap_or(Some(0))?, campaign.unwrap_or(Some(0))?);
            Some(Slot { field, ..slot.clone() })
        });
        let slots: Vec<Slot> = own.filter(|slot| felt(&model, slot.field, question)).collect();
        let mut orders: Vec<Vec<usize>> =
            slots.iter().map(|slot| slot.offers.iter().map(|(one, _)| *one).collect()).collect();
        orders.sort();
        orders.dedup();
        let touched = orders.iter().flatten().copied().collect();
        Self { question, clocks: Clocks::new(&model), model, slots, orders, touched }
    }

    /// The candidates of a choice that decide here: choices with the same key have the same value.
    pub fn key(&self, choice: Choice) -> Choice {
        let strongest =
            |order: &Vec<usize>| order.iter().find(|one| choice.contains(**one)).copied();
        self.orders.iter().filter_map(strongest).collect()
    }

    /// Its value with a choice of measures.
    pub fn value(&self, choice: Choice) -> f64 {
        let mut model = self.model.clone();
        apply(&mut model, &self.slots, choice);
        match self.question {
            Question::Standing => {
                let alone = activity(&model, &self.clocks, &model.activities[0]);
                alone.loss + alone.switch_cost
            }
            Question::Campaign(_) => {
                let alone = activity(&model, &self.clocks, &model.activities[0]);
                // Nothing new can happen to what is down, and what stands is a part of its own.
                if alone.down { 0.0 } else { alone.loss + alone.switch_cost }
            }
            Question::Campaigns => campaign_costs(&model),
            Question::Above(appetite) => {
                let alone = activity(&model, &self.clocks, &model.activities[0]);
                above(&alone, appetite)
            }
            Question::Breaches => {
                let found = breaches(&model, &self.clocks, &model.activities);
                CERTAIN * found.today as f64 + found.further
            }
        }
    }
}

fn above(alone: &Alone, appetite: f64) -> f64 {
    if alone.breaches_today && appetite < 1.0 {
        return CERTAIN;
    }
    (libm::log1p(-appetite) - libm::log1p(-alone.breach)).clamp(0.0, CERTAIN)
}

fn positions<T>(all: &[T], own: impl Fn(&T) -> bool) -> Vec<usize> {
    (0..all.len()).filter(|index| own(&all[*index])).collect()
}

fn position(all: &[usize], one: usize) -> Option<usize> {
    all.iter().position(|own| *own == one)
}

/// The model of one country with some of its activities.
fn restricted(
    whole: &Model,
    streams: &[usize],
    campaigns: &[usize],
    activities: &[usize],
) -> Model {
    let mut model = Model {
        streams: streams.iter().map(|index| whole.streams[*index].clone()).collect(),
        campaigns: campaigns.iter().map(|index| whole.campaigns[*index].clone()).collect(),
        activities: activities.iter().map(|index| whole.activities[*index].clone()).collect(),
        neighbours: Vec::new(),
        places: Vec::new(),
        method: String::new(),
        scale: whole.scale.clone(),
        format: whole.format,
    };
    for campaign in &mut model.campaigns {
        campaign.stream = position(streams, campaign.stream).unwrap_or(0);
    }
    nameless(&mut model);
    // Harm is not asked for, and takes time.
    model.activities.iter_mut().for_each(|activity| activity.impact = [0.0; 4]);
    let uses = model.activities.iter_mut().flat_map(|activity| {
        let standby = activity.fallbacks.iter_mut().map(|fallback| &mut fallback.channel);
        activity.channels.iter_mut().chain(standby)
    });
    for exposure in uses.flat_map(|channel| &mut channel.exposure) {
        if let Some(own) = position(campaigns, exposure.campaign) {
            exposure.campaign = own;
        } else {
            // It keeps its place in the list, since it is known by that, and is felt nowhere.
            (exposure.campaign, exposure.unit) = (campaigns.len(), 0);
        }
    }
    model.campaigns.push(silent());
    model
}

/// A campaign that never comes.
fn silent() -> Campaign {
    let unit = Unit {
        name: String::new(),
        shared: false,
        hit: 0.0,
        response: [0.0, 1.0, 0.0],
        cost: [0.0; 3],
    };
    Campaign {
        name: String::new(),
        stream: 0,
        weight: 0.0,
        never_ends: 0.0,
        median_hours: 1.0,
        sigma: 1.0,
        response_cost: 0.0,
        discloses: false,
        chill: 0.0,
        notice_hours: 0.0,
        units: vec![unit],
    }
}

/// Names are for people, and a model that is copied very many times is copied faster without them.
fn nameless(model: &mut Model) {
    model.streams.iter_mut().for_each(|stream| stream.name = String::new());
    for campaign in &mut model.campaigns {
        campaign.name = String::new();
        campaign.units.iter_mut().for_each(|unit| unit.name = String::new());
    }
    for activity in &mut model.activities {
        activity.name = String::new();
        activity.channels.iter_mut().for_each(|channel| channel.name = String::new());
        for fallback in &mut activity.fallbacks {
            fallback.name = String::new();
            fallback.channel.name = String::new();
        }
    }
}

/// Does the answer depend on this number? A unit matters to an activity only if one of its channels
/// or fallbacks is exposed to it.
fn felt(model: &Model, field: Field, question: Question) -> bool {
    if question == Question::Campaigns {
        return field.unit().is_some();
    }
    if let Field::Left { activity, way, exposure } | Field::Floor { activity, way, exposure } =
        field
    {
        let exposure = &way.of(&model.activities[activity]).exposure[exposure];
        return exposure.campaign + 1 < model.campaigns.len();
    }
    let Some((campaign, unit)) = field.unit() else { return true };
    let channels = model.activities.iter().flat_map(|activity| {
        let standby = activity.fallbacks.iter().map(|fallback| &fallback.channel);
        activity.channels.iter().chain(standby)
    });
    let mut exposures = channels.flat_map(|channel| &channel.exposure);
    exposures.any(|exposure| exposure.campaign == campaign && exposure.unit == unit)
}
