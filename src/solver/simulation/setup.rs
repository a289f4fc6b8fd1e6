//! A model made ready for simulation: plans of all states, names of all draws.

use std::collections::BTreeSet;

use super::{
    arrivals::Counts,
    options::Options,
    random::{Draws, Name},
};
use crate::{
    engine::{
        course::Amounts,
        curve::durations,
        exposed::Exposed,
        felt::{Felt, felt_by_campaign},
        harm::level_value,
        lognormal::LogNormal,
        standing::{Disruption, Standing},
    },
    model::{Model, Unit},
};

/// A simulation that can run any of its trials.
pub struct Simulation<'m> {
    pub(super) model: &'m Model,
    pub(super) options: Options,
    pub(super) draws: Draws,
    pub(super) streams: Vec<StreamSetup>,
    pub(super) campaigns: Vec<CampaignSetup>,
    pub(super) activities: Vec<ActivitySetup>,
    /// Activities that are disrupted today.
    pub(super) standing: Vec<usize>,
}

pub(super) struct StreamSetup {
    pub count: Name,
    pub scenario: Name,
    pub counts: Counts,
    /// Cumulative weights and the campaigns they belong to.
    pub picks: Vec<(f64, usize)>,
}

pub(super) struct CampaignSetup {
    pub place: usize,
    /// Durations of a complied outage and of the campaign.
    pub durations: [LogNormal; 2],
    pub comply_duration: f64,
    pub never_ends: f64,
    pub notice_hours: f64,
    pub response_cost: f64,
    pub units: Vec<UnitSetup>,
    pub felt: Vec<Felt>,
    /// Draws of a campaign that comes by itself.
    pub voice: Voice,
    /// Neighbours that may copy it.
    pub copies: Vec<Copy>,
}

/// A campaign of the same scenario in a neighbouring country.
pub(super) struct Copy {
    pub spreads: Name,
    pub campaign: usize,
    pub voice: Voice,
}

pub(super) struct UnitSetup {
    pub hit: f64,
    /// Below the first it complies, below the second it resists.
    pub answers: [f64; 2],
    pub cost: [f64; 3],
}

/// Names of the draws of one campaign.
pub(super) struct Voice {
    pub duration: Name,
    pub indefinite: Name,
    pub onset: Name,
    /// Hit and response of each unit.
    pub units: Vec<[Name; 2]>,
    /// Readiness and activation, by activity that feels it, by fallback.
    pub fallbacks: Vec<Vec<[Name; 2]>>,
}

pub(super) struct ActivitySetup {
    pub place: usize,
    pub mtpd_hours: f64,
    pub drift_after_hours: f64,
    /// Harm of staff who drift away, times its chance.
    pub drift: f64,
    pub switch_cost: f64,
    /// Stated activation and readiness of each fallback.
    pub fallbacks: Vec<[f64; 2]>,
    pub amounts: Amounts,
    pub standing: Option<Disruption>,
}

impl<'m> Simulation<'m> {
    /// Prepares the trials of a model. Fallbacks are counted: it simulates the residual risk.
    pub fn new(model: &'m Model, options: Options) -> Self {
        let exposed: Vec<Exposed> =
            model.activities.iter().map(|one| Exposed::new(model, one, true)).collect();
        let disrupted = |index: &usize| matches!(exposed[*index].standing, Standing::Disrupted(_));
        let mut simulation = Self {
            standing: (0..exposed.len()).filter(disrupted).collect(),
            model,
            options,
            draws: Draws::new(options.seed),
            streams: (0..model.streams.len()).map(|at| stream(model, at, options)).collect(),
            campaigns: felt_by_campaign(model, &exposed)
                .into_iter()
                .enumerate()
                .map(|(index, felt)| campaign(model, &exposed, index, felt))
                .collect(),
            activities: exposed.iter().map(|one| activity(model, one)).collect(),
        };
        if options.contagion > 0.0 {
            simulation.spread(&exposed);
        }
        simulation
    }

    fn spread(&mut self, exposed: &[Exposed]) {
        for index in 0..self.campaigns.len() {
            let copies = self.copies(exposed, index);
            self.campaigns[index].copies = copies;
        }
    }

    fn copies(&self, exposed: &[Exposed], index: usize) -> Vec<Copy> {
        let model = self.model;
        let own = &model.campaigns[index];
        let from = &model.streams[own.stream];
        let beside = |place: usize| {
            let pair = [place.min(from.place), place.max(from.place)];
            model.neighbours.contains(&pair)
        };
        let same = model.campaigns.iter().enumerate().filter(|(_, other)| {
            let stream = &model.streams[other.stream];
            let comes = other.weight > 0.0 && stream.rate() > 0.0;
            other.name == own.name && beside(stream.place) && comes
        });
        // A neighbour copies it once, also where the same kind is announced there.
        let mut places = BTreeSet::new();
        let once = same.filter(|(_, other)| places.insert(model.streams[other.stream].place));
        once.map(|(campaign, other)| {
            let to = &model.streams[other.stream].name;
            let prefix = format!("{to} from {}", from.name);
            Copy {
                spreads: Name::new(&format!("{}|spread|{to}", from.name)),
                campaign,
                voice: voice(&prefix, &other.units, exposed, &self.campaigns[campaign].felt),
            }
        })
        .collect()
    }
}

fn stream(model: &Model, at: usize, options: Options) -> StreamSetup {
    let stream = &model.streams[at];
    let own = model.campaigns.iter().enumerate().filter(|(_, campaign)| campaign.stream == at);
    let mut sum = 0.0;
    let picks = own
        .filter(|(_, campaign)| campaign.weight > 0.0)
        .map(|(index, campaign)| {
            sum += campaign.weight;
            (sum, index)
        })
        .collect();
    StreamSetup {
        count: Name::new(&format!("{}|N", stream.name)),
        scenario: Name::new(&format!("{}|scenario", stream.name)),
        counts: Counts::new(stream.arrivals, f64::from(options.years)),
        picks,
    }
}

fn campaign(model: &Model, exposed: &[Exposed], index: usize, felt: Vec<Felt>) -> CampaignSetup {
    let campaign = &model.campaigns[index];
    let stream = &model.streams[campaign.stream];
    let unit = |unit: &Unit| UnitSetup {
        hit: unit.hit,
        answers: [unit.response[0], unit.response[0] + unit.response[1]],
        cost: unit.cost,
    };
    CampaignSetup {
        place: stream.place,
        durations: durations(&model.scale, campaign),
        comply_duration: model.scale.comply_duration,
        never_ends: campaign.never_ends,
        notice_hours: campaign.notice_hours,
        response_cost: campaign.response_cost,
        units: campaign.units.iter().map(unit).collect(),
        voice: voice(&stream.name, &campaign.units, exposed, &felt),
        felt,
        copies: Vec::new(),
    }
}

fn voice(prefix: &str, units: &[Unit], exposed: &[Exposed], felt: &[Felt]) -> Voice {
    let name = |rest: &str| Name::new(&format!("{prefix}|{rest}"));
    let both = |first: &str, second: &str, of: &str| {
        [name(&format!("{first}|{of}")), name(&format!("{second}|{of}"))]
    };
    let fallbacks = |one: &Felt| {
        let own = exposed[one.activity].activity().fallbacks.iter();
        own.map(|fallback| both("ready", "activation", &fallback.name)).collect()
    };
    Voice {
        duration: name("duration"),
        indefinite: name("indefinite"),
        onset: name("onset"),
        units: units.iter().map(|unit| both("hit", "response", &unit.name)).collect(),
        fallbacks: felt.iter().map(fallbacks).collect(),
    }
}

fn activity(model: &Model, exposed: &Exposed) -> ActivitySetup {
    let activity = exposed.activity();
    let fallbacks = activity.fallbacks.iter();
    ActivitySetup {
        place: activity.place,
        mtpd_hours: activity.mtpd_hours,
        drift_after_hours: activity.drift_after_hours,
        drift: activity.drift_chance * activity.part * level_value(activity.disclosure_impact),
        switch_cost: activity.switch_cost,
        fallbacks: fallbacks.map(|one| [one.activation_hours, one.readiness]).collect(),
        amounts: Amounts::new(&model.scale, activity),
        standing: match &exposed.standing {
            Standing::Disrupted(disruption) => Some(disruption.clone()),
            _ => None,
        },
    }
}
