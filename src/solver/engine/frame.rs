//! Which units matter to an activity, and how.

use std::collections::BTreeMap;

use super::{
    setting::{Felt, FeltHit, Setting},
    slot::{Role, Slot, felt},
    table::Case,
};
use crate::model::{Campaign, Fallback, Use};

/// More states than this are not enumerated for one activity: later fallbacks are then left out,
/// which never makes a risk look smaller.
const MAX_STATES: usize = 4096;

/// The units of a campaign as one activity tells their answers apart.
pub struct Frame {
    /// In ascending order of units.
    pub slots: Vec<Slot>,
    /// Positions of the fallbacks that are counted.
    kept: Vec<usize>,
    /// Were fallbacks left out, because all of them would be too many states?
    pub simplified: bool,
}

impl Frame {
    pub fn new(case: &Case) -> Self {
        let mut roles: BTreeMap<usize, Role> = BTreeMap::new();
        for channel in &case.activity.channels {
            let own = felt(channel, case.campaign, case.index);
            roles.extend(own.map(|exposure| (exposure.unit, Role::Full)));
        }
        let mut kept: Vec<usize> = Vec::new();
        let all = if case.fallbacks { case.activity.fallbacks.as_slice() } else { &[] };
        for (position, fallback) in all.iter().enumerate() {
            let mut wider = roles.clone();
            for exposure in felt(&fallback.channel, case.campaign, case.index) {
                let own = role(case, fallback, exposure.left);
                let role = wider.entry(exposure.unit).or_insert(own);
                *role = own.max(*role);
            }
            if count(&wider, case.campaign) <= MAX_STATES.max(count(&roles, case.campaign)) {
                roles = wider;
                kept.push(position);
            }
        }
        let slots = roles
            .iter()
            .map(|(unit, role)| Slot::new(*unit, &case.campaign.units[*unit], *role))
            .collect();
        Self { slots, simplified: kept.len() < all.len(), kept }
    }

    /// The case, ready to be asked what a state does.
    pub fn setting<'a>(&'a self, case: &Case<'a>) -> Setting<'a> {
        let activity = case.activity;
        let feel = |channel: &Use| Felt {
            share: channel.share,
            baseline: channel.baseline,
            suspends: channel.suspend_on_disclosure,
            hits: felt(channel, case.campaign, case.index)
                .filter_map(|exposure| {
                    let unit = self.slots.iter().position(|slot| slot.unit == exposure.unit)?;
                    Some(FeltHit { unit, left: exposure.left, shrinks: exposure.shrinks })
                })
                .collect(),
        };
        Setting {
            scale: case.scale,
            activity,
            campaign: case.campaign,
            clocks: case.clocks,
            channels: activity.channels.iter().map(feel).collect(),
            fallbacks: self
                .kept
                .iter()
                .map(|at| (*at, feel(&activity.fallbacks[*at].channel)))
                .collect(),
        }
    }
}

/// Does an exit take more from a fallback than the campaign itself?
fn role(case: &Case, fallback: &Fallback, left: f64) -> Role {
    let (campaign, mbco) = (case.campaign, case.activity.mbco);
    if campaign.discloses && (fallback.channel.suspend_on_disclosure || campaign.chill > 0.0) {
        return Role::Full;
    }
    let given = left.min(fallback.channel.baseline).min(fallback.reach);
    let counts = given >= mbco || (case.scale.partial_fallbacks && given > 0.0);
    if counts { Role::LostOrGone } else { Role::Lost }
}

fn count(roles: &BTreeMap<usize, Role>, campaign: &Campaign) -> usize {
    let each = roles.iter().map(|(unit, role)| Slot::new(*unit, &campaign.units[*unit], *role));
    each.fold(1, |product, slot| product.saturating_mul(slot.outcomes.len()))
}
