//! From what an offer changes in words to the numbers of the model that it makes better.

use std::collections::BTreeMap;

use super::{
    difference::improvements,
    extended::{Added, Extended},
    offer::{Change, Means, Offer},
};
use crate::{
    estate::{Estate, resolve},
    knowledge::{EffectKind, Knowledge},
    likelihood::readiness::{Tested, readiness},
    measures::field::Field,
    model::{Activity, Campaign, Model},
    modelling,
    profile::{DataKind, Profile, Restrictions, StoredData},
};

/// The extended estate with its model.
pub struct Whole<'a> {
    pub estate: &'a Estate<'a>,
    pub extended: &'a Extended,
    pub model: &'a Model,
    /// The model without any measure.
    pub before: &'a Model,
    edited: Edited,
}

/// Models of the extended profile as a change of a measure would have it in all regions at once, by
/// measure and position of the change.
type Edited = BTreeMap<(String, usize), Model>;

impl<'a> Whole<'a> {
    pub fn new(
        estate: &'a Estate<'a>,
        extended: &'a Extended,
        model: &'a Model,
        before: &'a Model,
        offers: &[Offer],
    ) -> Self {
        let mut edited = Edited::new();
        let codes: Vec<&str> = estate.regions.iter().map(|region| region.code.as_str()).collect();
        for offer in offers {
            for (at, change) in offer.changes.iter().enumerate() {
                let key = (offer.measure.clone(), at);
                if let Some(edit) = edit(change.kind).filter(|_| !edited.contains_key(&key)) {
                    let mut profile = extended.profile.clone();
                    edit(&mut profile, change, &codes);
                    let estate = resolve(&profile, estate.knowledge, estate.as_of);
                    edited.insert(key, modelling::model(&estate).model);
                }
            }
        }
        Self { estate, extended, model, before, edited }
    }
}

/// How a change is written into a profile, for the kinds that are.
fn edit(kind: EffectKind) -> Option<fn(&mut Profile, &Change, &[&str])> {
    match kind {
        EffectKind::Provision => Some(provisioned),
        EffectKind::InstallWithoutStore => Some(installable),
        EffectKind::LocalHosting => Some(hosted),
        _ => None,
    }
}

impl Whole<'_> {
    fn knowledge(&self) -> &Knowledge {
        self.estate.knowledge
    }

    /// Everything that an offer makes better.
    pub fn changes(&self, at: usize, offer: &Offer) -> Vec<(Field, f64)> {
        let mut found: Vec<(Field, f64)> = Vec::new();
        for (position, change) in offer.changes.iter().enumerate() {
            match change.kind {
                EffectKind::Retest => self.retested(&mut found, offer, change),
                EffectKind::ShortenActivation => self.sooner(&mut found, offer, change),
                EffectKind::ShortenSwitch => self.left_sooner(&mut found, offer, change),
                EffectKind::ReduceHit => self.hit_less(&mut found, offer, change),
                EffectKind::Provision
                | EffectKind::InstallWithoutStore
                | EffectKind::LocalHosting => self.better(&mut found, offer, position),
                EffectKind::AddFallback | EffectKind::Organisational => {}
            }
        }
        for added in self.extended.added.iter().filter(|added| added.offer == at) {
            self.added(&mut found, offer, added);
        }
        found
    }

    fn code(&self, region: usize) -> &str {
        &self.estate.regions[region].code
    }

    /// Activities of the model that a change is for.
    fn activities<'s>(
        &'s self,
        offer: &'s Offer,
        change: &'s Change,
    ) -> impl Iterator<Item = (usize, &'s Activity)> {
        self.model.activities.iter().enumerate().filter(|(_, activity)| {
            let id = activity.name.split(':').next().unwrap_or_default();
            offer.regions.contains(&activity.place) && change.concerns(id)
        })
    }

    /// Fallbacks of these activities that are meant.
    fn fallbacks<'s>(
        &'s self,
        offer: &'s Offer,
        change: &'s Change,
    ) -> impl Iterator<Item = (usize, usize)> {
        self.activities(offer, change).flat_map(move |(activity, one)| {
            let own =
                one.fallbacks.iter().enumerate().filter(|(_, fallback)| match &change.means {
                    Some(Means::Channel(id)) => fallback.channel.name == *id,
                    _ => true,
                });
            own.map(move |(fallback, _)| (activity, fallback))
        })
    }

    /// A test does not mend what failed.
    fn retested(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, change: &Change) {
        let parameters = &self.knowledge().method.readiness;
        let fresh = readiness(parameters, Tested::Passed(0));
        let failed = readiness(parameters, Tested::Failed);
        for (activity, fallback) in self.fallbacks(offer, change) {
            if self.model.activities[activity].fallbacks[fallback].readiness > failed {
                found.push((Field::Readiness { activity, fallback }, fresh));
            }
        }
    }

    fn sooner(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, change: &Change) {
        for (activity, fallback) in self.fallbacks(offer, change) {
            let field = Field::Activation { activity, fallback };
            let scaled = field.get(self.model) * change.factor.unwrap_or(1.0);
            found.push((field, change.activation_hours.unwrap_or(scaled)));
        }
    }

    fn left_sooner(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, change: &Change) {
        for (activity, _) in self.activities(offer, change) {
            let field = Field::Switch { activity };
            let scaled = field.get(self.model) * change.factor.unwrap_or(1.0);
            found.push((field, change.switch_hours.unwrap_or(scaled).max(1.0)));
        }
    }

    fn hit_less(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, change: &Change) {
        let counters = |name: &str| {
            let is = |id: &String| self.knowledge().scenario(id).is_some_and(|one| one.id == name);
            change.scenarios.is_empty() || change.scenarios.iter().any(is)
        };
        for (campaign, one) in self.model.campaigns.iter().enumerate() {
            let here = offer.regions.contains(&self.model.streams[one.stream].place);
            if !here || !counters(&one.name) {
                continue;
            }
            for (unit, own) in one.units.iter().enumerate() {
                found.push((Field::Hit { campaign, unit }, own.hit * change.factor.unwrap_or(1.0)));
            }
        }
    }

    /// What gets better in the model of the edited profile.
    fn better(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, position: usize) {
        let change = &offer.changes[position];
        let Some(edited) = self.edited.get(&(offer.measure.clone(), position)) else { return };
        let concerned = |field: &Field| {
            field.activity().is_none_or(|activity| {
                let name = &self.model.activities[activity].name;
                change.concerns(name.split(':').next().unwrap_or_default())
            })
        };
        let better = improvements(self.model, edited, &offer.regions);
        found.extend(better.into_iter().filter(|(field, _)| concerned(field)));
    }

    /// A fallback that is new, or one that is there and gets better; with it come the units of its
    /// vendor that no channel had before.
    fn added(&self, found: &mut Vec<(Field, f64)>, offer: &Offer, added: &Added) {
        let name = format!("{}:{}", added.activity, self.code(added.region));
        let Some(activity) = self.model.activities.iter().position(|one| one.name == name) else {
            return;
        };
        let own = &self.model.activities[activity];
        let Some(fallback) = own.fallbacks.iter().position(|one| one.channel.name == added.channel)
        else {
            return;
        };
        if added.known {
            let change = offer.changes.iter().find(|one| one.kind == EffectKind::AddFallback);
            let Some(change) = change else { return };
            let fresh = readiness(&self.knowledge().method.readiness, Tested::Passed(0));
            found.push((Field::Readiness { activity, fallback }, fresh));
            found
                .push((Field::Reach { activity, fallback }, change.employees.min(change.partners)));
            let hours = change.activation_hours;
            found.extend(hours.map(|hours| (Field::Activation { activity, fallback }, hours)));
            return;
        }
        found.push((Field::Offered { activity, fallback }, 1.0));
        for exposure in &own.fallbacks[fallback].channel.exposure {
            let (campaign, unit) = (exposure.campaign, exposure.unit);
            if is_new(self.model, self.before, campaign, unit) {
                found.push((Field::InUse { campaign, unit }, 1.0));
            }
        }
    }
}

/// Does the model without measures lack this unit?
pub fn is_new(model: &Model, before: &Model, campaign: usize, unit: usize) -> bool {
    let own = &model.campaigns[campaign];
    let stream = &model.streams[own.stream].name;
    let same = |one: &&Campaign| one.name == own.name && before.streams[one.stream].name == *stream;
    let mut known = before.campaigns.iter().filter(same).flat_map(|one| &one.units);
    !known.any(|one| one.name == own.units[unit].name)
}

fn provisioned(profile: &mut Profile, change: &Change, _: &[&str]) {
    for channel in &mut profile.channel {
        if meant(change, &channel.id) {
            let restrictions = channel.restrictions.get_or_insert(SILENT);
            let now = restrictions.provisioned.unwrap_or(0.0);
            restrictions.provisioned = Some(now.max(change.employees));
        }
    }
}

fn installable(profile: &mut Profile, change: &Change, _: &[&str]) {
    for channel in &mut profile.channel {
        if meant(change, &channel.id) {
            channel.restrictions.get_or_insert(SILENT).install_without_store = Some(true);
        }
    }
}

const SILENT: Restrictions =
    Restrictions { install_without_store: None, provisioned: None, tested: None };

fn meant(change: &Change, channel: &str) -> bool {
    match &change.means {
        Some(Means::Channel(id)) => id == channel,
        _ => true,
    }
}

/// What is stored of people in these countries is stored there.
fn hosted(profile: &mut Profile, _: &Change, codes: &[&str]) {
    let all: Vec<String> = profile.region.iter().map(|region| region.country.clone()).collect();
    for channel in &mut profile.channel {
        let in_use = channel.regions.clone().unwrap_or_else(|| all.clone());
        let Some(data) = &mut channel.data else { continue };
        let mut kinds: Vec<DataKind> = Vec::new();
        for stored in data.iter_mut() {
            let subjects = stored.subjects.clone().unwrap_or_else(|| in_use.clone());
            let (moved, kept): (Vec<String>, Vec<String>) =
                subjects.into_iter().partition(|code| codes.contains(&code.as_str()));
            stored.subjects = Some(kept);
            if !moved.is_empty() && !kinds.contains(&stored.kind) {
                kinds.push(stored.kind);
            }
        }
        data.retain(|stored| stored.subjects.as_ref().is_none_or(|codes| !codes.is_empty()));
        for kind in kinds {
            data.extend(codes.iter().filter(|code| in_use.iter().any(|one| one == *code)).map(
                |code| StoredData {
                    kind,
                    stored_in: vec![(*code).to_owned()],
                    subjects: Some(vec![(*code).to_owned()]),
                },
            ));
        }
    }
}
