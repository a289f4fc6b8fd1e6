//! All states of a campaign as one activity sees them.
//!
//! An activity feels only the units that its own channels and fallbacks need, so its states are
//! few. The table serves the activity's own expectations and, looked up by unit answers, the joint
//! figures of a country.

use std::collections::BTreeMap;

use super::{
    curve::Curve,
    slot::{Role, Slot, felt},
    state::{Answer, Effect, Felt, Setting},
};
use crate::model::{Activity, Campaign, Fallback, Scale, Use};

/// More states than this are not enumerated for one activity: later fallbacks are then left out,
/// which never makes a risk look smaller.
const MAX_STATES: usize = 4096;

/// Effects of every state of the units that matter to one activity.
pub struct Table {
    /// Units of the campaign that matter, in ascending order.
    pub slots: Vec<Slot>,
    /// Chance of each state, the draw of an end aside.
    chances: Vec<f64>,
    /// `effects[never_ends][state]`.
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
        let choice = Choice::new(scale, activity, campaign, index, fallbacks);
        let activity = choice.fewer.as_ref().unwrap_or(activity);
        let slots = choice.slots(campaign);
        let curve = Curve::new(scale, activity, campaign);
        let place = |unit: usize| slots.iter().position(|slot| slot.unit == unit);
        let feel = |channel: &Use| Felt {
            share: channel.share,
            baseline: channel.baseline,
            suspends: channel.suspend_on_disclosure,
            hits: felt(channel, campaign, index)
                .filter_map(|(unit, left)| Some((place(unit)?, left)))
                .collect(),
        };
        let counted = if fallbacks { activity.fallbacks.as_slice() } else { &[] };
        let setting = Setting {
            scale,
            activity,
            campaign,
            curve: &curve,
            channels: activity.channels.iter().map(feel).collect(),
            fallbacks: counted.iter().map(|fallback| feel(&fallback.channel)).collect(),
        };
        let states = states(&slots);
        let effects = [false, true]
            .map(|never| states.iter().map(|(state, _)| setting.effect(state, never)).collect());
        let chances = states.into_iter().map(|(_, chance)| chance).collect();
        Self { slots, chances, effects, simplified: choice.fewer.is_some() }
    }

    pub fn effect(&self, state: usize, never_ends: bool) -> &Effect {
        &self.effects[usize::from(never_ends)][state]
    }

    /// Probability and effect of every state that can occur.
    pub fn states<'t>(
        &'t self,
        campaign: &'t Campaign,
    ) -> impl Iterator<Item = (f64, &'t Effect)> + 't {
        let ends = [(1.0 - campaign.never_ends, false), (campaign.never_ends, true)];
        self.chances.iter().enumerate().flat_map(move |(state, chance)| {
            ends.into_iter()
                .filter(|(part, _)| *part > 0.0)
                .map(move |(part, never)| (chance * part, self.effect(state, never)))
        })
    }
}

#[cfg(test)]
impl Table {
    /// A table with one state.
    pub fn single(effect: Effect) -> Self {
        let effects = [vec![effect], vec![effect]];
        Self { slots: Vec::new(), chances: vec![1.0], effects, simplified: false }
    }
}

/// Every combination of outcomes with its chance; the first slot changes fastest.
fn states(slots: &[Slot]) -> Vec<(Vec<Answer>, f64)> {
    let mut states = vec![(Vec::with_capacity(slots.len()), 1.0)];
    for slot in slots {
        let grown = slot.outcomes.iter().flat_map(|(answer, chance)| {
            states.iter().map(move |(state, so_far): &(Vec<Answer>, f64)| {
                let mut state = state.clone();
                state.push(*answer);
                (state, so_far * chance)
            })
        });
        states = grown.collect();
    }
    states
}

/// Which units matter, and how.
struct Choice {
    roles: BTreeMap<usize, Role>,
    /// The activity with fewer fallbacks, where all of them would be too many.
    fewer: Option<Activity>,
}

impl Choice {
    fn new(
        scale: &Scale,
        activity: &Activity,
        campaign: &Campaign,
        index: usize,
        fallbacks: bool,
    ) -> Self {
        let mut roles: BTreeMap<usize, Role> = BTreeMap::new();
        for channel in &activity.channels {
            roles.extend(felt(channel, campaign, index).map(|(unit, _)| (unit, Role::Full)));
        }
        let mut kept: Vec<Fallback> = Vec::new();
        let all = if fallbacks { activity.fallbacks.as_slice() } else { &[] };
        for fallback in all {
            let mut wider = roles.clone();
            for (unit, left) in felt(&fallback.channel, campaign, index) {
                let own = role(scale, activity, campaign, fallback, left);
                let role = wider.entry(unit).or_insert(own);
                *role = own.max(*role);
            }
            if count(&wider, campaign) <= MAX_STATES.max(count(&roles, campaign)) {
                roles = wider;
                kept.push(fallback.clone());
            }
        }
        let fewer =
            (kept.len() < all.len()).then(|| Activity { fallbacks: kept, ..activity.clone() });
        Self { roles, fewer }
    }

    fn slots(&self, campaign: &Campaign) -> Vec<Slot> {
        self.roles
            .iter()
            .map(|(unit, role)| Slot::new(*unit, &campaign.units[*unit], *role))
            .collect()
    }
}

/// Does an exit take more from a fallback than the campaign itself?
fn role(
    scale: &Scale,
    activity: &Activity,
    campaign: &Campaign,
    fallback: &Fallback,
    left: f64,
) -> Role {
    if campaign.discloses && fallback.channel.suspend_on_disclosure {
        return Role::Full;
    }
    let given = left.min(fallback.channel.baseline).min(fallback.reach);
    let counts = given >= activity.mbco || (scale.partial_fallbacks && given > 0.0);
    if counts { Role::LostOrGone } else { Role::Lost }
}

fn count(roles: &BTreeMap<usize, Role>, campaign: &Campaign) -> usize {
    let each = roles.iter().map(|(unit, role)| Slot::new(*unit, &campaign.units[*unit], *role));
    each.fold(1, |product, slot| product.saturating_mul(slot.outcomes.len()))
}
