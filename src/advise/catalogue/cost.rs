//! What a measure costs in the twelve months ahead.

use crate::{
    estate::{Estate, Region},
    knowledge::{EffectKind, Measure, Per},
};

/// In the profile's currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Middle of the range.
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Cost {
    pub const fn of(value: f64) -> Self {
        Self { value, low: value, high: value }
    }
}

/// Currency in which the knowledge base states prices.
const PRICED_IN: &str = "USD";

/// A measure of the knowledge base in one country: working days, what is paid once, and twelve
/// months of running cost for everyone it serves. None where the profile's currency has no rate.
pub fn priced(estate: &Estate, measure: &Measure, region: &Region) -> Option<Cost> {
    let method = &estate.knowledge.method;
    let per_euro = estate.costs.per_euro?;
    let rate = per_euro / method.assumed.per_euro.get(PRICED_IN)?;
    let people = f64::from(region.people()) * served(measure);
    let once = match measure.one_off_per {
        Per::Country => 1.0,
        Per::Person => people,
    };
    let bound = |side: usize| {
        let days = measure.setup_person_days[side] * method.advice.person_day_euro * per_euro;
        let bought = measure.one_off_usd[side] * once;
        days + (bought + measure.usd_per_user_month[side] * 12.0 * people) * rate
    };
    let (low, high) = (bound(0), bound(1));
    Some(Cost { value: f64::midpoint(low, high), low, high })
}

/// Share of people whom it serves: those that its new channel reaches, or all.
fn served(measure: &Measure) -> f64 {
    let added = measure.effect.iter().filter(|effect| effect.kind == EffectKind::AddFallback);
    added.filter_map(|effect| effect.reach).reduce(f64::max).unwrap_or(1.0)
}
