//! All states of a campaign as one activity sees them.
//!
//! An activity feels only the units that its own channels and fallbacks need, so its states are
//! few. The table serves the activity's own expectations and, looked up by unit answers, the joint
//! figures of a country.

use super::{
    curve::Curve,
    state::{Answer, Effect, Setting},
};
use crate::model::{Activity, Campaign, Scale};

/// More units than this are not enumerated for one activity: later fallbacks are then left out,
/// which never makes a risk look smaller.
pub const MAX_UNITS: usize = 6;

/// Effects of every state of the units that matter to one activity.
pub struct Table {
    /// Units of the campaign that matter, in ascending order.
    pub units: Vec<usize>,
    /// `effects[never_ends][code]`, where the code has two bits per unit of `units`.
    effects: [Vec<Effect>; 2],
    /// Were fallbacks left out to keep the table small?
    pub simplified: bool,
}

impl Table {
    pub fn new(
        scale: &Scale,
        activity: &Activity,
        campaign: &Campaign,
        index: usize,
        fallbacks: bool,
    ) -> Self {
        let (kept, units, simplified) = reduce(activity, campaign, index, fallbacks);
        let activity = kept.as_ref().unwrap_or(activity);
        let curve = Curve::new(scale, activity, campaign);
        let setting = Setting { scale, activity, campaign, index, curve: &curve, fallbacks };
        let codes = 1_usize << (2 * units.len());
        let effects = [false, true].map(|never_ends| {
            (0..codes)
                .map(|code| setting.effect(&|unit| decode(&units, code, unit), never_ends))
                .collect()
        });
        Self { units, effects, simplified }
    }

    pub fn effect(&self, code: usize, never_ends: bool) -> &Effect {
        &self.effects[usize::from(never_ends)][code]
    }

    /// Probability and effect of every state that can occur.
    pub fn states<'t>(
        &'t self,
        campaign: &'t Campaign,
    ) -> impl Iterator<Item = (f64, &'t Effect)> + 't {
        let ends = [(1.0 - campaign.never_ends, false), (campaign.never_ends, true)];
        (0..self.effects[0].len())
            .map(|code| (code_chance(&self.units, campaign, code), code))
            .filter(|(chance, _)| *chance > 0.0)
            .flat_map(move |(chance, code)| {
                ends.into_iter()
                    .filter(|(part, _)| *part > 0.0)
                    .map(move |(part, never)| (chance * part, self.effect(code, never)))
            })
    }
}

/// Probability of a code.
pub fn code_chance(units: &[usize], campaign: &Campaign, code: usize) -> f64 {
    let chance = |(position, unit): (usize, &usize)| {
        let unit = &campaign.units[*unit];
        Answer::ALL[(code >> (2 * position)) & 3].chance(unit.hit, unit.response)
    };
    units.iter().enumerate().map(chance).product()
}

fn decode(units: &[usize], code: usize, unit: usize) -> Answer {
    units
        .binary_search(&unit)
        .map_or(Answer::NotHit, |position| Answer::ALL[(code >> (2 * position)) & 3])
}

/// The units that matter, and a copy of the activity with fewer fallbacks where they are too many.
fn reduce(
    activity: &Activity,
    campaign: &Campaign,
    index: usize,
    fallbacks: bool,
) -> (Option<Activity>, Vec<usize>, bool) {
    let mut units = Vec::new();
    let touch = |units: &mut Vec<usize>, channel: &crate::model::Use| {
        let felt = channel
            .exposure
            .iter()
            .filter(|e| e.campaign == index && campaign.units[e.unit].hit > 0.0);
        units.extend(felt.map(|exposure| exposure.unit));
        units.sort_unstable();
        units.dedup();
    };
    for channel in &activity.channels {
        touch(&mut units, channel);
    }
    if !fallbacks || activity.fallbacks.is_empty() {
        return (None, units, false);
    }
    let mut kept = Vec::new();
    for fallback in &activity.fallbacks {
        let mut wider = units.clone();
        touch(&mut wider, &fallback.channel);
        if wider.len() <= MAX_UNITS.max(units.len()) {
            units = wider;
            kept.push(fallback.clone());
        }
    }
    if kept.len() == activity.fallbacks.len() {
        return (None, units, false);
    }
    (Some(Activity { fallbacks: kept, ..activity.clone() }), units, true)
}
