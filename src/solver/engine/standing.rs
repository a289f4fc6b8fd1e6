//! What is in force today is a state, not a probability.
//!
//! An activity whose channels are below its MBCO before anything new happens either runs on a
//! fallback by now (which becomes its channel, so that the others are what is left as fallback) or
//! is disrupted until it leaves the vendor.

use super::curve::{Totals, certain};
use crate::model::{Activity, Scale, Use};

/// How an activity stands today.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Its channels give at least the MBCO.
    Normal,
    /// They do not, but a fallback does: its index.
    OnFallback(usize),
    /// Nothing gives the MBCO.
    Disrupted(Disruption),
}

/// A disruption that is certain because it is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Disruption {
    pub level: f64,
    pub totals: Totals,
    pub switch_cost: f64,
    pub breaches: bool,
}

/// How the activity stands, and the activity as it is exposed to what comes next.
pub fn stand(scale: &Scale, activity: &Activity, fallbacks: bool) -> (Standing, Option<Activity>) {
    let level: f64 = activity.channels.iter().map(|channel| channel.share * channel.baseline).sum();
    if level >= activity.mbco {
        return (Standing::Normal, None);
    }
    let serves = |index: &usize| {
        let fallback = &activity.fallbacks[*index];
        let works = fallback.readiness >= scale.acting_readiness;
        works && fallback.channel.baseline.min(fallback.reach) >= activity.mbco
    };
    let soonest = (0..activity.fallbacks.len()).filter(serves).min_by(|a, b| {
        activity.fallbacks[*a].activation_hours.total_cmp(&activity.fallbacks[*b].activation_hours)
    });
    if let Some(index) = soonest.filter(|_| fallbacks) {
        return (Standing::OnFallback(index), Some(acting(activity, index)));
    }
    let helped = if fallbacks { level.max(partly(scale, activity)) } else { level };
    (Standing::Disrupted(disruption(scale, activity, helped)), None)
}

fn acting(activity: &Activity, index: usize) -> Activity {
    let mut acting = activity.clone();
    let fallback = acting.fallbacks.remove(index);
    let baseline = fallback.channel.baseline.min(fallback.reach);
    acting.channels = vec![Use { share: 1.0, baseline, ..fallback.channel }];
    acting
}

/// The most that a fallback which does not restore the MBCO still gives.
fn partly(scale: &Scale, activity: &Activity) -> f64 {
    let works = activity.fallbacks.iter().filter(|one| one.readiness >= scale.acting_readiness);
    let each = works.map(|one| one.channel.baseline.min(one.reach));
    if scale.partial_fallbacks { each.fold(0.0, f64::max) } else { 0.0 }
}

fn disruption(scale: &Scale, activity: &Activity, level: f64) -> Disruption {
    let cap = activity.switch_hours;
    Disruption {
        level,
        totals: certain(scale, activity, cap).weighted(1.0, 1.0 - level / activity.mbco),
        switch_cost: activity.switch_cost,
        breaches: cap > activity.mtpd_hours,
    }
}
