//! Measures as they are offered: from the knowledge base for each country by itself, or from the
//! profile as it has them.

use super::{
    cost::{Cost, priced},
    excluded::{Excluded, Reason},
};
use crate::{
    estate::Estate,
    knowledge::{Confidence, EffectKind, LegalMeans, Measure, MeasureEffect},
    profile::{self, MeasureChange, MeasureStatus, Span},
};

/// A measure that can be taken or left.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// `sms-gateway:RU`, or the id of a measure that is one thing for several countries.
    pub id: String,
    /// Measure id.
    pub measure: String,
    pub title: String,
    pub what: String,
    /// Indices of regions.
    pub regions: Vec<usize>,
    pub cost: Cost,
    /// Does the cost come from the profile?
    pub own_cost: bool,
    /// From the decision until it is ready: from, to.
    pub lead_days: [f64; 2],
    /// Is it too late once the campaign has begun?
    pub only_before: bool,
    /// What counsel should look at.
    pub counsel: String,
    pub legal_means: Vec<LegalMeans>,
    /// Measure ids.
    pub requires: Vec<String>,
    pub changes: Vec<Change>,
    pub confidence: Confidence,
}

/// What a measure changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub kind: EffectKind,
    /// Activity ids; none means every one.
    pub activities: Option<Vec<String>>,
    /// The channel that is meant, or the vendor of a new one.
    pub means: Option<Means>,
    /// Node ids that the new channel depends on.
    pub depends_on: Vec<String>,
    pub activation_hours: Option<f64>,
    pub employees: f64,
    pub partners: f64,
    pub switch_hours: Option<f64>,
    /// Scenario ids; empty means every one.
    pub scenarios: Vec<String>,
    pub factor: Option<f64>,
}

/// Over what a new fallback runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// A channel of the profile.
    Channel(String),
    /// A new channel of this vendor.
    Vendor(String),
}

impl Change {
    /// Is it for this activity?
    pub fn concerns(&self, activity: &str) -> bool {
        self.activities.as_ref().is_none_or(|ids| ids.iter().any(|id| id == activity))
    }
}

/// All offers, and what the profile itself leaves out.
pub fn offers(estate: &Estate) -> (Vec<Offer>, Vec<Excluded>) {
    let (mut offers, mut excluded) = (Vec::new(), Vec::new());
    let written = &estate.profile.measure;
    for measure in estate.knowledge.measures.values() {
        match written.iter().find(|one| one.id == measure.id) {
            Some(one) => of_profile(estate, one, Some(measure), &mut offers, &mut excluded),
            None => of_knowledge(estate, measure, &mut offers, &mut excluded),
        }
    }
    let own = written.iter().filter(|one| !estate.knowledge.measures.contains_key(&one.id));
    for one in own {
        of_profile(estate, one, None, &mut offers, &mut excluded);
    }
    (offers, excluded)
}

fn of_knowledge(
    estate: &Estate,
    measure: &Measure,
    offers: &mut Vec<Offer>,
    excluded: &mut Vec<Excluded>,
) {
    let mut unpriced = Vec::new();
    for (index, region) in estate.regions.iter().enumerate() {
        let Some(cost) = priced(estate, measure, region) else {
            unpriced.push(region.code.clone());
            continue;
        };
        offers.push(Offer {
            id: format!("{}:{}", measure.id, region.code),
            measure: measure.id.clone(),
            title: measure.title.clone(),
            what: measure.what.clone(),
            regions: vec![index],
            cost,
            own_cost: false,
            lead_days: measure.lead_time_days,
            only_before: measure.only_before,
            counsel: measure.legality.clone(),
            legal_means: measure.legal_means.clone(),
            requires: measure.requires.clone(),
            changes: measure.effect.iter().map(|effect| known(measure, effect)).collect(),
            confidence: measure.cost_confidence,
        });
    }
    if !unpriced.is_empty() {
        excluded.push(Excluded {
            measure: measure.id.clone(),
            title: measure.title.clone(),
            regions: unpriced,
            reason: Reason::Unpriced,
            detail: "A `[[measure]]` with this id and a `cost` brings it back.".to_owned(),
        });
    }
}

fn of_profile(
    estate: &Estate,
    written: &profile::Measure,
    known: Option<&Measure>,
    offers: &mut Vec<Offer>,
    excluded: &mut Vec<Excluded>,
) {
    let title = written.name.clone().or_else(|| known.map(|one| one.title.clone()));
    let title = title.unwrap_or_else(|| written.id.clone());
    let reason = match written.status {
        Some(MeasureStatus::InPlace) => Some(Reason::InPlace),
        Some(MeasureStatus::RuledOut) => Some(Reason::RuledOut),
        Some(MeasureStatus::Open) | None => None,
    };
    let named = |code: &String| written.regions.as_ref().is_none_or(|codes| codes.contains(code));
    let regions: Vec<usize> =
        (0..estate.regions.len()).filter(|at| named(&estate.regions[*at].code)).collect();
    if let Some(reason) = reason {
        excluded.push(Excluded {
            measure: written.id.clone(),
            title,
            regions: written.regions.clone().unwrap_or_default(),
            reason,
            detail: written.reason.clone().unwrap_or_default(),
        });
        return;
    }
    let Some(cost) = written.cost.map(Cost::of) else {
        // Without a price of its own it is bought country by country, as the knowledge base has it.
        let mut all = Vec::new();
        if let Some(known) = known {
            of_knowledge(estate, known, &mut all, excluded);
        }
        all.retain(|offer| offer.regions.iter().any(|region| regions.contains(region)));
        offers.extend(all.into_iter().map(|offer| overlaid(offer, written, &title)));
        return;
    };
    let lead = known.map_or([0.0, 0.0], |one| one.lead_time_days);
    let codes: Vec<&str> = regions.iter().map(|at| estate.regions[*at].code.as_str()).collect();
    let id = match codes[..] {
        [only] => format!("{}:{only}", written.id),
        _ => written.id.clone(),
    };
    let offer = Offer {
        id,
        measure: written.id.clone(),
        what: known.map(|one| one.what.clone()).unwrap_or_default(),
        title: title.clone(),
        regions,
        cost,
        own_cost: true,
        lead_days: lead,
        only_before: known.is_none_or(|one| one.only_before),
        counsel: known.map(|one| one.legality.clone()).unwrap_or_default(),
        legal_means: known.map(|one| one.legal_means.clone()).unwrap_or_default(),
        requires: known.map(|one| one.requires.clone()).unwrap_or_default(),
        changes: known
            .map(|one| one.effect.iter().map(|effect| self::known(one, effect)).collect())
            .unwrap_or_default(),
        confidence: Confidence::Judgement,
    };
    offers.push(overlaid(offer, written, &title));
}

/// What the profile says stands before what the knowledge base says.
fn overlaid(offer: Offer, written: &profile::Measure, title: &str) -> Offer {
    let lead = written.lead_time.map(|span| [span.hours() / 24.0; 2]);
    let changes: Vec<Change> = written.effect.iter().map(of_change).collect();
    let mut requires = offer.requires;
    requires.extend(written.requires.iter().cloned());
    requires.sort();
    requires.dedup();
    Offer {
        title: title.to_owned(),
        lead_days: lead.unwrap_or(offer.lead_days),
        requires,
        changes: if changes.is_empty() { offer.changes } else { changes },
        ..offer
    }
}

fn known(measure: &Measure, effect: &MeasureEffect) -> Change {
    let reach = effect.reach.unwrap_or(1.0);
    Change {
        kind: effect.kind,
        activities: None,
        means: effect.vendor.clone().map(Means::Vendor),
        depends_on: effect.depends_on.clone(),
        activation_hours: effect.activation_hours,
        employees: reach,
        partners: reach,
        switch_hours: None,
        scenarios: measure.counters.clone(),
        factor: effect.factor,
    }
}

fn of_change(change: &MeasureChange) -> Change {
    let channel = change.channel.clone().map(Means::Channel);
    let employees = change.employees.unwrap_or(1.0);
    Change {
        kind: change.kind,
        activities: change.activities.clone(),
        means: channel.or_else(|| change.vendor.clone().map(Means::Vendor)),
        depends_on: Vec::new(),
        activation_hours: change.activation.map(Span::hours),
        employees,
        partners: change.partners.unwrap_or(employees),
        switch_hours: change.switch_time.map(Span::hours),
        scenarios: change.scenarios.clone().unwrap_or_default(),
        factor: change.factor,
    }
}
