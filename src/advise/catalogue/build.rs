//! The whole catalogue of an organisation: what can be chosen, and what cannot and why.

use std::collections::BTreeSet;

use super::{
    changes::{Whole, is_new},
    excluded::{Excluded, Reason},
    extended::{Added, Extended, Unfit, extended, unfit},
    offer::{Offer, offers},
};
use crate::{
    estate::{Estate, Lawfulness, resolve},
    knowledge::{EffectKind, LegalMeans, Legality},
    measures::{choice::Choice, field::Field, space::Candidate},
    model::Model,
    modelling::{self, Modelled},
};

/// Everything that can be chosen.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The model with all that any offer would bring.
    pub model: Model,
    /// Highest tolerable chance of a breach, by activity of the model.
    pub appetite: Vec<f64>,
    pub groups: Vec<Group>,
    pub excluded: Vec<Excluded>,
    /// Offers that need a permit which is part of the measure, with the law.
    pub most_new_channels: usize,
}

/// Regions that some offer ties to each other, with the offers there.
#[derive(Debug, Clone)]
pub struct Group {
    pub regions: Vec<usize>,
    /// In the order of the candidates.
    pub offers: Vec<Offered>,
    pub candidates: Vec<Candidate>,
}

/// An offer that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    pub offer: Offer,
    /// Country codes in which a permit must be had first.
    pub permits: Vec<String>,
}

/// Limits of the search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Offers that take longer are left out.
    pub horizon_days: f64,
    pub most_new_channels: usize,
}

impl Limits {
    /// Those of the method.
    pub fn of(estate: &Estate) -> Self {
        let method = &estate.knowledge.method.advice;
        Self { horizon_days: method.horizon_days, most_new_channels: method.most_new_channels }
    }
}

/// Builds it. `modelled` is the model without measures.
pub fn catalogue(estate: &Estate, modelled: &Modelled, limits: Limits) -> Catalogue {
    let (mut offers, mut excluded) = offers(estate);
    offers.retain(|offer| match too_late(offer, limits).or_else(|| unlawful(estate, offer)) {
        Some((reason, detail)) => {
            excluded.push(left_out(estate, offer, reason, detail));
            false
        }
        None => true,
    });
    let permits = lawful(estate, &mut offers, &mut excluded);
    let extended = extended(estate, &offers, |offer, region| permits[offer].contains(&region));
    let whole_estate = resolve(&extended.profile, estate.knowledge, estate.as_of);
    let mut model = as_before(modelling::model(&whole_estate).model, &modelled.model);
    let appetite = appetites(&whole_estate);
    let whole = Whole::new(estate, &extended, &model, &modelled.model, &offers);
    let changes: Vec<Vec<(Field, f64)>> =
        offers.iter().enumerate().map(|(at, offer)| whole.changes(at, offer)).collect();
    silence(&mut model, &modelled.model, &changes);
    let found = Found { estate, extended: &extended, model: &model, offers, permits, changes };
    let groups = found.groups(&mut excluded);
    excluded.sort_by(|a, b| (a.reason, &a.measure).cmp(&(b.reason, &b.measure)));
    Catalogue {
        groups,
        appetite,
        excluded: joined(excluded),
        most_new_channels: limits.most_new_channels,
        model,
    }
}

fn too_late(offer: &Offer, limits: Limits) -> Option<(Reason, String)> {
    let late = offer.lead_days[1] > limits.horizon_days;
    late.then(|| {
        let detail = format!("It takes up to {:.0} days.", offer.lead_days[1]);
        (Reason::TooLate, detail)
    })
}

/// Does the law keep a company from the means that a measure uses, whatever its channel needs?
fn unlawful(estate: &Estate, offer: &Offer) -> Option<(Reason, String)> {
    let known = estate.knowledge.measures.get(&offer.measure);
    let punished = |code: &String| known.is_some_and(|one| one.counsel_first_in.contains(code));
    let worst = |region: &usize| {
        let code = &estate.regions[*region].code;
        if punished(code) {
            return Some((Reason::Unclear, offer.counsel.clone()));
        }
        let (value, law) = estate.knowledge.legality(code, &offer.legal_means)?;
        let law = law.map(|law| law.law.reason().to_owned()).unwrap_or_default();
        reason(value, false).map(|reason| (reason, law))
    };
    offer.regions.iter().find_map(worst)
}

fn reason(value: Legality, licensed: bool) -> Option<Reason> {
    match value {
        Legality::Lawful | Legality::Licence => None,
        Legality::Unclear if licensed => None,
        Legality::Unclear => Some(Reason::Unclear),
        Legality::Prohibited => Some(Reason::Prohibited),
    }
}

fn left_out(estate: &Estate, offer: &Offer, reason: Reason, detail: String) -> Excluded {
    let code = |at: &usize| estate.regions[*at].code.clone();
    Excluded {
        measure: offer.measure.clone(),
        title: offer.title.clone(),
        regions: offer.regions.iter().map(code).collect(),
        reason,
        detail,
    }
}

/// Leaves out what the law forbids a new channel, and gives the regions where each remaining offer
/// needs a permit.
fn lawful(
    estate: &Estate,
    offers: &mut Vec<Offer>,
    excluded: &mut Vec<Excluded>,
) -> Vec<Vec<usize>> {
    let tried = extended(estate, offers, |_, _| false);
    let whole = resolve(&tried.profile, estate.knowledge, estate.as_of);
    let lawfulness = |added: &Added| -> Option<Lawfulness> {
        let channel = whole.channels.iter().position(|one| one.id == added.channel)?;
        Some(whole.deployment(channel, added.region)?.lawfulness.clone())
    };
    let mut permits: Vec<Vec<usize>> = vec![Vec::new(); offers.len()];
    let mut closed: Vec<Option<(Reason, String)>> = vec![None; offers.len()];
    for added in &tried.added {
        let Some(lawfulness) = lawfulness(added) else { continue };
        let law =
            lawfulness.law.as_ref().map(|law| law.law.reason().to_owned()).unwrap_or_default();
        if let Some(reason) = reason(lawfulness.value, lawfulness.licensed) {
            closed[added.offer] = Some((reason, law));
        } else if lawfulness.value == Legality::Licence
            && !permits[added.offer].contains(&added.region)
        {
            permits[added.offer].push(added.region);
        }
    }
    for (at, offer) in offers.iter().enumerate() {
        permits[at].extend(licensed_means(estate, offer));
        permits[at].sort_unstable();
        permits[at].dedup();
        if let Some((reason, detail)) = closed[at].clone() {
            excluded.push(left_out(estate, offer, reason, detail));
        }
    }
    let mut at = 0;
    offers.retain(|_| {
        at += 1;
        closed[at - 1].is_none()
    });
    let mut at = 0;
    permits.retain(|_| {
        at += 1;
        closed[at - 1].is_none()
    });
    permits
}

fn licensed_means<'a>(estate: &'a Estate, offer: &'a Offer) -> impl Iterator<Item = usize> + 'a {
    let needs = |means: &[LegalMeans], region: usize| {
        let code = &estate.regions[region].code;
        matches!(estate.knowledge.legality(code, means), Some((Legality::Licence, _)))
    };
    offer.regions.iter().copied().filter(move |region| needs(&offer.legal_means, *region))
}

/// Units that are there without measures keep the chances that they have without them.
fn as_before(mut model: Model, before: &Model) -> Model {
    let streams: Vec<String> = model.streams.iter().map(|stream| stream.name.clone()).collect();
    for campaign in &mut model.campaigns {
        let same = before.campaigns.iter().find(|one| {
            one.name == campaign.name && before.streams[one.stream].name == streams[campaign.stream]
        });
        let Some(same) = same else { continue };
        for unit in &mut campaign.units {
            if let Some(known) = same.units.iter().find(|one| one.name == unit.name) {
                unit.clone_from(known);
            }
        }
    }
    model
}

/// A unit that is new, and that no channel feels, must not cost anything either.
fn silence(model: &mut Model, before: &Model, changes: &[Vec<(Field, f64)>]) {
    let felt: BTreeSet<(usize, usize)> = (changes.iter().flatten())
        .filter_map(|(field, _)| match field {
            Field::InUse { campaign, unit } => Some((*campaign, *unit)),
            _ => None,
        })
        .collect();
    for campaign in 0..model.campaigns.len() {
        for unit in 0..model.campaigns[campaign].units.len() {
            if !felt.contains(&(campaign, unit)) && is_new(model, before, campaign, unit) {
                model.campaigns[campaign].units[unit].hit = 0.0;
            }
        }
    }
}

fn appetites(estate: &Estate) -> Vec<f64> {
    let of =
        |instance: &crate::estate::Instance| estate.activities[instance.activity].appetite.value;
    estate.instances.iter().map(of).collect()
}

/// Offers with what they change.
struct Found<'a> {
    estate: &'a Estate<'a>,
    extended: &'a Extended,
    model: &'a Model,
    offers: Vec<Offer>,
    permits: Vec<Vec<usize>>,
    changes: Vec<Vec<(Field, f64)>>,
}

impl Found<'_> {
    fn groups(&self, excluded: &mut Vec<Excluded>) -> Vec<Group> {
        let kept = self.kept(excluded);
        let mut sets: Vec<Vec<usize>> = Vec::new();
        for at in &kept {
            let mut joined = self.offers[*at].regions.clone();
            sets.retain(|set| {
                let apart = set.iter().all(|region| !joined.contains(region));
                if !apart {
                    joined.extend(set);
                }
                apart
            });
            joined.sort_unstable();
            joined.dedup();
            sets.push(joined);
        }
        sets.sort();
        sets.into_iter().map(|regions| self.group(regions, &kept)).collect()
    }

    fn group(&self, regions: Vec<usize>, kept: &[usize]) -> Group {
        let own = kept.iter().copied().filter(|at| regions.contains(&self.offers[*at].regions[0]));
        // More cannot be told apart; the cheapest are looked at.
        let mut own: Vec<usize> = own.collect();
        own.sort_by(|a, b| self.offers[*a].cost.value.total_cmp(&self.offers[*b].cost.value));
        own.truncate(Choice::MOST);
        own.sort_unstable();
        let candidate = |at: &usize| {
            let offer = &self.offers[*at];
            let opened = self.extended.added.iter().filter(|one| one.offer == *at && !one.known);
            let mut opens: Vec<usize> = opened.map(|added| added.region).collect();
            opens.sort_unstable();
            opens.dedup();
            Candidate {
                name: offer.id.clone(),
                cost: offer.cost.value,
                requires: self.required(offer, &own),
                opens,
                changes: self.changes[*at].clone(),
            }
        };
        let offered = |at: &usize| Offered {
            offer: self.offers[*at].clone(),
            permits: (self.permits[*at].iter())
                .map(|region| self.estate.regions[*region].code.clone())
                .collect(),
        };
        Group {
            candidates: own.iter().map(candidate).collect(),
            offers: own.iter().map(offered).collect(),
            regions,
        }
    }

    /// Candidates that an offer builds on, where they are bought.
    fn required(&self, offer: &Offer, own: &[usize]) -> Choice {
        let needed = |at: &usize| {
            let other = &self.offers[*at];
            let meets = other.regions.iter().any(|region| offer.regions.contains(region));
            meets && offer.requires.contains(&other.measure)
        };
        own.iter().enumerate().filter(|(_, at)| needed(at)).map(|(number, _)| number).collect()
    }

    /// Offers that make something better or are required by one that does.
    fn kept(&self, excluded: &mut Vec<Excluded>) -> Vec<usize> {
        let useful = |at: usize| {
            let better =
                |(field, value): &(Field, f64)| field.improves(*value, field.get(self.model));
            self.changes[at].iter().any(better)
        };
        let mut kept: Vec<usize> = (0..self.offers.len()).filter(|at| useful(*at)).collect();
        // What is useless by itself may still be what others build on.
        let needed = |at: &usize| {
            let own = &self.offers[*at];
            kept.iter().any(|other| {
                let other = &self.offers[*other];
                let meets = other.regions.iter().any(|region| own.regions.contains(region));
                meets && other.requires.contains(&own.measure)
            })
        };
        let more: Vec<usize> =
            (0..self.offers.len()).filter(|at| !kept.contains(at)).filter(needed).collect();
        kept.extend(more);
        for (at, offer) in self.offers.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
            let reason = self.useless(offer);
            let _ = at;
            excluded.push(left_out(self.estate, offer, reason, String::new()));
        }
        self.without_missing(kept, excluded)
    }

    /// Leaves out what builds on something that is not there, again and again.
    fn without_missing(&self, mut kept: Vec<usize>, excluded: &mut Vec<Excluded>) -> Vec<usize> {
        loop {
            let missing = |at: &&usize| {
                let offer = &self.offers[**at];
                offer.requires.iter().any(|id| {
                    !kept.iter().any(|other| {
                        let other = &self.offers[*other];
                        let meets =
                            other.regions.iter().any(|region| offer.regions.contains(region));
                        other.measure == *id && meets
                    })
                })
            };
            let Some(gone) = kept.iter().find(missing).copied() else {
                kept.sort_unstable();
                return kept;
            };
            let offer = &self.offers[gone];
            let detail = format!("It needs {}.", offer.requires.join(", "));
            excluded.push(left_out(self.estate, offer, Reason::NeedsAnother, detail));
            kept.retain(|at| *at != gone);
        }
    }

    /// Why an offer makes nothing better.
    fn useless(&self, offer: &Offer) -> Reason {
        let adds = |change: &&super::Change| change.kind == EffectKind::AddFallback;
        if offer.changes.iter().all(|change| change.kind == EffectKind::Organisational) {
            return Reason::Organisational;
        }
        let Some(change) = offer.changes.iter().find(adds) else { return Reason::NoEffect };
        let here = self.estate.instances.iter().filter(|one| offer.regions.contains(&one.region));
        let unfit: Vec<Option<Unfit>> =
            here.map(|instance| unfit(self.estate, change, instance)).collect();
        if unfit.iter().all(|one| *one == Some(Unfit::SameOwner)) && !unfit.is_empty() {
            Reason::NotIndependent
        } else if unfit.iter().all(Option::is_some) {
            Reason::CarriesTooLittle
        } else {
            Reason::NoEffect
        }
    }
}

/// The same reason for the same measure in several countries is one line.
fn joined(excluded: Vec<Excluded>) -> Vec<Excluded> {
    let mut joined: Vec<Excluded> = Vec::new();
    for one in excluded {
        let same = joined.iter_mut().find(|other| {
            other.measure == one.measure && other.reason == one.reason && other.detail == one.detail
        });
        match same {
            Some(other) => other.regions.extend(one.regions),
            None => joined.push(one),
        }
    }
    joined
}
