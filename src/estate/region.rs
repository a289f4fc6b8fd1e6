//! Countries where people work, with defaults made explicit.

use jiff::civil::Date;

use super::{Assumption, Told};
use crate::{
    knowledge::{Knowledge, Platform},
    likelihood::{
        election::{Due, due},
        turnover::installed_half_life_hours,
    },
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
    /// Hours after which half of those who have an app installed have it no longer.
    pub installed_half_life_hours: f64,
    /// Is a national election due in the twelve months ahead?
    pub election: Due,
}

impl Region {
    pub fn new(
        knowledge: &Knowledge,
        organization: &profile::Organization,
        written: &profile::Region,
        as_of: Date,
        assumptions: &mut Vec<Assumption>,
    ) -> Self {
        let defaults = &knowledge.method.assumed;
        let devices = written.devices.as_ref();
        let android = devices.and_then(|d| d.android.or(d.ios.map(|ios| (1.0 - ios).max(0.0))));
        let ios = devices.and_then(|d| d.ios.or(d.android.map(|android| (1.0 - android).max(0.0))));
        let turnover = &knowledge.method.turnover;
        let phone = written.phone_life.or(organization.phone_life).map(profile::Span::hours);
        let staff = written.staff_turnover.or(organization.staff_turnover);
        let days: Option<Vec<Date>> =
            written.elections.as_ref().map(|days| days.iter().map(|day| day.0).collect());
        let region = Self {
            code: written.country.clone(),
            name: knowledge.country_name(&written.country).to_owned(),
            staff: written.staff,
            partners: written.partners.unwrap_or(0),
            android: Told::or_assumed(android, || defaults.android),
            ios: Told::or_assumed(ios, || 1.0 - defaults.android),
            managed: Told::or_assumed(devices.and_then(|d| d.managed), || defaults.managed),
            installed_half_life_hours: installed_half_life_hours(
                phone.unwrap_or_else(|| turnover.phone_life_hours()),
                staff.unwrap_or(turnover.staff_per_year),
            ),
            election: due(days.as_deref(), as_of),
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
        if phone.is_none() || staff.is_none() {
            let (years, staff) = (turnover.phone_years, turnover.staff_per_year);
            let value = format!(
                "phones are kept {years:.0} years, {:.0} % of staff leave a year",
                staff * 100.0
            );
            let why = "says how fast an app is lost that cannot be installed any more".to_owned();
            assumptions.push(Assumption { key: "organization.phone_life".to_owned(), value, why });
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
