//! What is better in one model than in another of the same activities.

use std::collections::BTreeMap;

use crate::{
    measures::field::{Field, Way},
    model::{Activity, Model, Use},
};

/// Numbers of `base` that stand better in `edited`, with what they are there.
pub fn improvements(base: &Model, edited: &Model, places: &[usize]) -> Vec<(Field, f64)> {
    let to = campaigns_of(edited);
    let mut found = hits(base, edited, places, &to);
    for (index, activity) in base.activities.iter().enumerate() {
        if !places.contains(&activity.place) {
            continue;
        }
        if let Some(other) = edited.activities.iter().find(|one| one.name == activity.name) {
            Pair { base, edited, to: &to, index, activity, other }.collect(&mut found);
        }
    }
    found.retain(|(field, value)| field.improves(*value, field.get(base)));
    found
}

/// Campaigns by stream and name.
type Campaigns<'m> = BTreeMap<(&'m str, &'m str), usize>;

fn campaigns_of(model: &Model) -> Campaigns<'_> {
    let key = |at: usize| {
        let campaign = &model.campaigns[at];
        (model.streams[campaign.stream].name.as_str(), campaign.name.as_str())
    };
    (0..model.campaigns.len()).map(|at| (key(at), at)).collect()
}

fn same_campaign(base: &Model, campaign: usize, to: &Campaigns) -> Option<usize> {
    let own = &base.campaigns[campaign];
    to.get(&(base.streams[own.stream].name.as_str(), own.name.as_str())).copied()
}

/// A unit or a campaign that is not there any more hits nobody.
fn hits(base: &Model, edited: &Model, places: &[usize], to: &Campaigns) -> Vec<(Field, f64)> {
    let mut found = Vec::new();
    for (campaign, own) in base.campaigns.iter().enumerate() {
        if !places.contains(&base.streams[own.stream].place) {
            continue;
        }
        let other = same_campaign(base, campaign, to).map(|at| &edited.campaigns[at]);
        for (unit, one) in own.units.iter().enumerate() {
            let same = other.and_then(|other| other.units.iter().find(|two| two.name == one.name));
            found.push((Field::Hit { campaign, unit }, same.map_or(0.0, |two| two.hit)));
        }
    }
    found
}

struct Pair<'m> {
    base: &'m Model,
    edited: &'m Model,
    to: &'m Campaigns<'m>,
    index: usize,
    activity: &'m Activity,
    other: &'m Activity,
}

impl Pair<'_> {
    fn collect(&self, found: &mut Vec<(Field, f64)>) {
        let activity = self.index;
        for (at, channel) in self.activity.channels.iter().enumerate() {
            if let Some(other) = self.other.channels.iter().find(|one| one.name == channel.name) {
                self.ways(found, Way::Channel(at), channel, other);
            }
        }
        for (fallback, own) in self.activity.fallbacks.iter().enumerate() {
            if let Some(other) = self.other.fallbacks.iter().find(|one| one.name == own.name) {
                found.push((Field::Reach { activity, fallback }, other.reach));
                found.push((Field::Readiness { activity, fallback }, other.readiness));
                self.ways(found, Way::Fallback(fallback), &own.channel, &other.channel);
            }
        }
    }

    fn ways(&self, found: &mut Vec<(Field, f64)>, way: Way, own: &Use, other: &Use) {
        let activity = self.index;
        found.push((Field::Baseline { activity, way }, other.baseline));
        for (exposure, one) in own.exposure.iter().enumerate() {
            let unit = &self.base.campaigns[one.campaign].units[one.unit].name;
            let campaign = same_campaign(self.base, one.campaign, self.to);
            let same = other.exposure.iter().find(|two| {
                Some(two.campaign) == campaign
                    && self.edited.campaigns[two.campaign].units[two.unit].name == *unit
            });
            let left = same.map_or(1.0, |two| two.left);
            let floor = same.and_then(|two| two.shrinks).map_or(1.0, |shrinks| shrinks.floor);
            found.push((Field::Left { activity, way, exposure }, left));
            found.push((Field::Floor { activity, way, exposure }, floor));
        }
    }
}
