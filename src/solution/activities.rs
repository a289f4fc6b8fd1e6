//! Figures of activities and of places.

use serde::Serialize;

use super::{Computed, figures::JointFigure, laws::LawFigures};
use crate::{
    engine::band::Band,
    engine::{outcome::ActivityOutcome, score::score, standing::Standing},
    model::{Activity, Model},
};

/// One activity, with its fallbacks and without.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityFigures {
    pub name: String,
    pub place: String,
    /// How it stands today.
    pub standing: &'static str,
    /// The fallback that it runs on today.
    pub runs_on: Option<String>,
    #[serde(flatten)]
    pub residual: Own,
    pub hours_law: Option<LawFigures>,
    pub inherent: Own,
}

/// One run.
#[derive(Debug, Clone, Serialize)]
pub struct Own {
    pub disruptions: f64,
    pub hours: f64,
    pub hours_beyond_mtpd: f64,
    pub loss: f64,
    pub switch_cost: f64,
    pub harm: Band,
    pub score: f64,
    pub breach: Band,
    pub simplified: bool,
}

impl ActivityFigures {
    pub fn all(computed: &Computed) -> Vec<Self> {
        let Computed { model, outcome, .. } = computed;
        let one = |(index, activity): (usize, &Activity)| {
            let own = &outcome.residual.activities[index];
            let (standing, runs_on) = standing(activity, &own.standing);
            Self {
                name: activity.name.clone(),
                place: model.places[activity.place].clone(),
                standing,
                runs_on,
                residual: Own::new(model, own),
                hours_law: computed.hours[index].as_ref().map(LawFigures::new),
                inherent: Own::new(model, &outcome.inherent.activities[index]),
            }
        };
        model.activities.iter().enumerate().map(one).collect()
    }
}

fn standing(activity: &Activity, standing: &Standing) -> (&'static str, Option<String>) {
    match standing {
        Standing::Normal => ("normal", None),
        Standing::OnFallback(index) => {
            ("on-fallback", activity.fallbacks.get(*index).map(|one| one.name.clone()))
        }
        Standing::Disrupted(_) => ("disrupted", None),
    }
}

impl Own {
    fn new(model: &Model, one: &ActivityOutcome) -> Self {
        Self {
            disruptions: one.disruptions,
            hours: one.totals.hours,
            hours_beyond_mtpd: one.totals.over,
            loss: one.totals.loss,
            switch_cost: one.switch_cost,
            harm: one.harm_band,
            score: score(&model.scale, one.harm),
            breach: one.breach,
            simplified: one.simplified,
        }
    }
}

/// One place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceFigures {
    pub name: String,
    pub campaigns: f64,
    pub any_campaign: f64,
    pub campaign_cost: f64,
    pub loss: f64,
    pub harm: f64,
    pub any_breach: JointFigure,
}

impl PlaceFigures {
    pub fn all(computed: &Computed) -> Vec<Self> {
        let names = computed.model.places.iter();
        let one = |(name, place): (&String, &crate::engine::outcome::PlaceOutcome)| Self {
            name: name.clone(),
            campaigns: place.rate,
            any_campaign: place.any_campaign,
            campaign_cost: place.campaign_cost,
            loss: place.eal,
            harm: place.harm,
            any_breach: JointFigure::new(place.any_breach, None, None),
        };
        names.zip(&computed.outcome.residual.places).map(one).collect()
    }
}
