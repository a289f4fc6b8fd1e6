//! The exact solution of a model: annual means, breach probabilities, joint figures, bands.

use super::{
    band::{Band, linear},
    curve::Totals,
    joint::{Joint, any_breach},
    outcome::{ActivityOutcome, Cell, Outcome, PlaceOutcome, Run},
    standing::{Standing, stand},
    table::Table,
};
use crate::model::{Activity, Campaign, Model};

/// Solves a model with fallbacks off (inherent) and on (residual).
pub fn solve(model: &Model) -> Outcome {
    Outcome { inherent: run(model, false), residual: run(model, true) }
}

fn run(model: &Model, fallbacks: bool) -> Run {
    let solved: Vec<Solved> =
        model.activities.iter().map(|activity| Solved::new(model, activity, fallbacks)).collect();
    let places: Vec<Place> =
        (0..model.places.len()).map(|place| Place::new(model, &solved, place)).collect();
    let fixed: f64 = solved.iter().map(Solved::standing_loss).sum();
    let mut eal = vec![0.0; model.streams.len()];
    let mut harm = vec![0.0; model.streams.len()];
    for one in &solved {
        one.add_per_stream(model, &mut eal, &mut harm);
    }
    for (stream, cost) in places.iter().flat_map(|place| &place.cost_per_campaign) {
        eal[*stream] += cost;
    }
    let spare = |pick: fn(&Joint) -> f64| {
        1.0 - places.iter().map(|place| 1.0 - pick(&place.outcome.any_breach)).product::<f64>()
    };
    let band = model.scale.band;
    Run {
        eal: linear(&model.streams, &eal, fixed, band),
        any_breach: Joint { low: spare(|j| j.low), high: spare(|j| j.high) },
        harm: linear(&model.streams, &harm, solved.iter().map(Solved::standing_harm).sum(), band),
        places: places.into_iter().map(|place| place.outcome).collect(),
        activities: solved.into_iter().map(|one| one.outcome).collect(),
    }
}

/// An activity with its tables, by campaign.
struct Solved {
    tables: Vec<(usize, Table)>,
    outcome: ActivityOutcome,
    place: usize,
    switch_cost: f64,
}

impl Solved {
    fn new(model: &Model, activity: &Activity, fallbacks: bool) -> Self {
        let (standing, acting) = stand(&model.scale, activity, fallbacks);
        let exposed = acting.as_ref().unwrap_or(activity);
        let tables: Vec<(usize, Table)> = match standing {
            Standing::Disrupted(_) => Vec::new(),
            _ => relevant(model, exposed)
                .map(|(index, campaign)| {
                    (index, Table::new(&model.scale, exposed, campaign, index, fallbacks))
                })
                .collect(),
        };
        let cells = tables.iter().map(|(index, table)| cell(model, *index, table)).collect();
        let simplified = tables.iter().any(|(_, table)| table.simplified);
        let outcome = sum_up(model, activity, standing, cells, simplified);
        Self { tables, outcome, place: activity.place, switch_cost: activity.switch_cost }
    }

    fn standing(&self) -> Option<&super::standing::Disruption> {
        match &self.outcome.standing {
            Standing::Disrupted(disruption) => Some(disruption),
            _ => None,
        }
    }

    fn standing_loss(&self) -> f64 {
        self.standing().map_or(0.0, |disruption| disruption.totals.loss + disruption.switch_cost)
    }

    fn standing_harm(&self) -> f64 {
        self.standing().map_or(0.0, |disruption| disruption.totals.harm)
    }

    /// Adds this activity's loss and harm, per unit of each stream's rate.
    fn add_per_stream(&self, model: &Model, eal: &mut [f64], harm: &mut [f64]) {
        for cell in &self.outcome.cells {
            let stream = model.campaigns[cell.campaign].stream;
            let rate = model.streams[stream].rate();
            eal[stream] += (cell.totals.loss + cell.switches * self.switch_cost) / rate;
            harm[stream] += cell.harm() / rate;
        }
    }
}

/// Campaigns that can touch an activity, in order.
fn relevant<'m>(
    model: &'m Model,
    activity: &Activity,
) -> impl Iterator<Item = (usize, &'m Campaign)> + use<'m> {
    let exposures = activity.channels.iter().flat_map(|channel| &channel.exposure);
    let felt = exposures.filter(|exposure| {
        let campaign = &model.campaigns[exposure.campaign];
        let live = campaign.weight > 0.0 && model.streams[campaign.stream].alpha > 0.0;
        live && campaign.units[exposure.unit].hit > 0.0
    });
    let indices: std::collections::BTreeSet<usize> = felt.map(|one| one.campaign).collect();
    indices.into_iter().map(|index| (index, &model.campaigns[index]))
}

fn cell(model: &Model, index: usize, table: &Table) -> Cell {
    let campaign = &model.campaigns[index];
    let rate = model.streams[campaign.stream].rate() * campaign.weight;
    let mut cell = Cell { campaign: index, ..Cell::default() };
    for (chance, effect) in table.states(campaign) {
        cell.frequency += if effect.disrupted { chance } else { 0.0 };
        cell.totals += effect.totals * chance;
        cell.disclosure += effect.disclosure * chance;
        cell.switches += effect.switches * chance;
        cell.theta += effect.outlasts * effect.uncovered * chance;
    }
    Cell {
        campaign: index,
        frequency: cell.frequency * rate,
        totals: cell.totals * rate,
        disclosure: cell.disclosure * rate,
        switches: cell.switches * rate,
        theta: cell.theta * campaign.weight,
    }
}

fn sum_up(
    model: &Model,
    activity: &Activity,
    standing: Standing,
    cells: Vec<Cell>,
    simplified: bool,
) -> ActivityOutcome {
    let mut totals = Totals::default();
    let mut switch_cost = 0.0;
    let (mut theta, mut harm) = (vec![0.0; model.streams.len()], vec![0.0; model.streams.len()]);
    for cell in &cells {
        totals += cell.totals;
        switch_cost += cell.switches * activity.switch_cost;
        let stream = model.campaigns[cell.campaign].stream;
        theta[stream] += cell.theta;
        harm[stream] += cell.harm() / model.streams[stream].rate();
    }
    let mut fixed = 0.0;
    let mut breach = breach_band(model, &theta);
    if let Standing::Disrupted(disruption) = &standing {
        totals += disruption.totals;
        switch_cost += disruption.switch_cost;
        fixed = disruption.totals.harm;
        if disruption.breaches {
            breach = Band::certain(1.0);
        }
    }
    let harm_band = linear(&model.streams, &harm, fixed, model.scale.band);
    ActivityOutcome {
        harm: fixed + cells.iter().map(Cell::harm).sum::<f64>(),
        disruptions: cells.iter().map(|cell| cell.frequency).sum(),
        standing,
        cells,
        totals,
        switch_cost,
        breach,
        harm_band,
        simplified,
    }
}

/// Thinned Gamma-Poisson: exact for the value; the band is that of the rates.
fn breach_band(model: &Model, theta: &[f64]) -> Band {
    let spared: f64 = model
        .streams
        .iter()
        .zip(theta)
        .map(|(s, t)| libm::pow(s.beta / (s.beta + t), s.alpha))
        .product();
    let rates = linear(&model.streams, theta, 0.0, model.scale.band);
    Band { value: 1.0 - spared, ..rates.map(|rate| -libm::expm1(-rate)) }
}

/// A country, with what a campaign of each stream costs.
struct Place {
    outcome: PlaceOutcome,
    cost_per_campaign: Vec<(usize, f64)>,
}

impl Place {
    fn new(model: &Model, solved: &[Solved], place: usize) -> Self {
        let here: Vec<&Solved> = solved.iter().filter(|one| one.place == place).collect();
        let streams: Vec<usize> = (0..model.streams.len())
            .filter(|stream| model.streams[*stream].place == place)
            .collect();
        let cost_per_campaign: Vec<(usize, f64)> =
            streams.iter().map(|stream| (*stream, campaign_cost(model, *stream))).collect();
        let campaign_cost: f64 = cost_per_campaign
            .iter()
            .map(|(stream, cost)| model.streams[*stream].rate() * cost)
            .sum();
        let activity_loss: f64 =
            here.iter().map(|one| one.outcome.totals.loss + one.outcome.switch_cost).sum();
        let quiet: f64 = streams
            .iter()
            .map(|stream| &model.streams[*stream])
            .map(|stream| libm::pow(stream.beta / (stream.beta + 1.0), stream.alpha))
            .product();
        let outcome = PlaceOutcome {
            rate: streams.iter().map(|stream| model.streams[*stream].rate()).sum(),
            any_campaign: 1.0 - quiet,
            campaign_cost,
            eal: activity_loss + campaign_cost,
            any_breach: place_breach(model, &here, &streams),
            harm: here.iter().map(|one| one.outcome.harm).sum(),
        };
        Self { outcome, cost_per_campaign }
    }
}

/// Expected cost of one campaign of a stream: response if any unit in use is hit, and each unit's
/// cost by its answer.
fn campaign_cost(model: &Model, stream: usize) -> f64 {
    let cost = |campaign: &Campaign| {
        let missed: f64 = campaign.units.iter().map(|unit| 1.0 - unit.hit).product();
        let mandates: f64 = (campaign.units.iter())
            .map(|unit| {
                unit.hit * unit.response.iter().zip(unit.cost).map(|(r, c)| r * c).sum::<f64>()
            })
            .sum();
        campaign.weight * (campaign.response_cost * (1.0 - missed) + mandates)
    };
    model.campaigns.iter().filter(|campaign| campaign.stream == stream).map(cost).sum()
}

fn place_breach(model: &Model, here: &[&Solved], streams: &[usize]) -> Joint {
    let certain =
        here.iter().any(|one| one.standing().is_some_and(|disruption| disruption.breaches));
    if certain {
        return Joint { low: 1.0, high: 1.0 };
    }
    let (mut low, mut high) = (1.0, 1.0);
    for stream in streams {
        let (mut theta_low, mut theta_high) = (0.0, 0.0);
        for (index, campaign) in
            model.campaigns.iter().enumerate().filter(|(_, c)| c.stream == *stream)
        {
            let tables: Vec<&Table> = here
                .iter()
                .flat_map(|one| &one.tables)
                .filter(|(at, _)| *at == index)
                .map(|(_, table)| table)
                .collect();
            if !tables.is_empty() {
                let joint = any_breach(campaign, &tables);
                theta_low += campaign.weight * joint.low;
                theta_high += campaign.weight * joint.high;
            }
        }
        let stream = &model.streams[*stream];
        low *= libm::pow(stream.beta / (stream.beta + theta_low), stream.alpha);
        high *= libm::pow(stream.beta / (stream.beta + theta_high), stream.alpha);
    }
    Joint { low: 1.0 - low, high: 1.0 - high }
}
