//! Countries where people work, with defaults made explicit.

use super::{Assumption, Told};
use crate::{
    knowledge::{Knowledge, Platform},
    profile,
};

/// One country of the organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    pub code: String,
    pub name: String,
    pub staff: u32,
    pub partners: u32,
    pub android: Told<f64>,
    pub ios: Told<f64>,
    pub managed: Told<f64>,
}

impl Region {
    pub fn new(
        knowledge: &Knowledge,
        written: &profile::Region,
        assumptions: &mut Vec<Assumption>,
    ) -> Self {
        let defaults = &knowledge.method.assumed;
        let devices = written.devices.as_ref();
        let android = devices.and_then(|d| d.android.or(d.ios.map(|ios| (1.0 - ios).max(0.0))));
        let ios = devices.and_then(|d| d.ios.or(d.android.map(|android| (1.0 - android).max(0.0))));
        let region = Self {
            code: written.country.clone(),
            name: knowledge.country_name(&written.country).to_owned(),
            staff: written.staff,
            partners: written.partners.unwrap_or(0),
            android: Told::or_assumed(android, || defaults.android),
            ios: Told::or_assumed(ios, || 1.0 - defaults.android),
            managed: Told::or_assumed(devices.and_then(|d| d.managed), || defaults.managed),
        };
        if region.android.assumed() {
            let value = format!("{:.0} % Android, the rest iOS", defaults.android * 100.0);
            let why = "roughly the share among phones in use world-wide".to_owned();
            assumptions.push(Assumption {
                key: format!("region.{}.devices", region.code),
                value,
                why,
            });
        }
        region
    }

    /// Everybody there.
    pub fn people(&self) -> u32 {
        self.staff.saturating_add(self.partners)
    }

    /// Share of phones of a platform; desktops and browsers are not what decides reach.
    pub fn share_of(&self, platform: Platform) -> f64 {
        match platform {
            Platform::Android => self.android.value,
            Platform::Ios => self.ios.value,
            Platform::Desktop | Platform::Web => 0.0,
        }
    }
}
