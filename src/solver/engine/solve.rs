//! The exact solution of a model: annual means, breach probabilities, joint figures, bands.

use super::{
    band::{Band, at_least_one, linear},
    clock::Clocks,
    curve::Totals,
    exposed::Exposed,
    joint::Joint,
    known::Known,
    outcome::{ActivityOutcome, Breach, Cell, Outcome, Run},
    place::Place,
    standing::{Disruption, Standing},
    summed::{Tables, tables},
};
use crate::model::{Activity, Model};

/// Solves a model with fallbacks off (inherent) and on (residual).
pub fn solve(model: &Model) -> Outcome {
    let clocks = Clocks::new(model);
    Outcome {
        inherent: run(model, &clocks, false, None),
        residual: run(model, &clocks, true, None),
    }
}

/// Solves a model once, with fallbacks.
pub fn residual(model: &Model) -> Run {
    run(model, &Clocks::new(model), true, None)
}

/// Solves a model; what is known is that of a run with fallbacks.
pub fn run(model: &Model, clocks: &Clocks, fallbacks: bool, known: Option<&Known>) -> Run {
    let mut solved: Vec<(usize, Solved)> = Vec::with_capacity(model.activities.len());
    let mut places: Vec<Place> = Vec::with_capacity(model.places.len());
    for place in 0..model.places.len() {
        let own = model.activities.iter().enumerate().filter(|(_, one)| one.place == place);
        let solve = |(index, one)| {
            let exposed = Exposed::new(model, one, fallbacks);
            let known = known.and_then(|known| known.of(model, index, &exposed));
            let tables = tables(model, clocks, &exposed, known);
            (index, Solved::new(model, exposed, tables))
        };
        let mut here: Vec<(usize, Solved)> = own.map(solve).collect();
        places.push(Place::new(model, here.iter().map(|(_, one)| one), place, known));
        // The tables are large and served the joint figures of this place only.
        for (_, one) in &mut here {
            one.tables = Vec::new();
        }
        solved.append(&mut here);
    }
    solved.sort_by_key(|(index, _)| *index);
    let solved: Vec<Solved> = solved.into_iter().map(|(_, one)| one).collect();
    let fixed: f64 = solved.iter().map(Solved::standing_loss).sum();
    let mut eal = vec![0.0; model.streams.len()];
    let mut harm = vec![0.0; model.streams.len()];
    for one in &solved {
        one.add_per_stream(model, &mut eal, &mut harm);
    }
    for (stream, cost, _) in places.iter().flat_map(|place| &place.per_campaign) {
        eal[*stream] += cost;
    }
    let band = model.scale.band;
    let further = breach(model, &places);
    Run {
        eal: linear(&model.streams, &eal, fixed, band),
        eal_by_stream: eal,
        any_breach: if solved.iter().any(Solved::breaches_today) {
            Breach::certain()
        } else {
            further
        },
        further_breach: further,
        harm: linear(&model.streams, &harm, solved.iter().map(Solved::standing_harm).sum(), band),
        places: places.into_iter().map(|place| place.outcome).collect(),
        activities: solved.into_iter().map(|one| one.outcome).collect(),
    }
}

/// The chance that campaigns make any activity breach, with bounds where states were too many, and its band.
fn breach(model: &Model, places: &[Place]) -> Breach {
    let (mut low, mut high) = (vec![0.0; model.streams.len()], vec![0.0; model.streams.len()]);
    for (stream, _, theta) in places.iter().flat_map(|place| &place.per_campaign) {
        low[*stream] = theta.low;
        high[*stream] = theta.high;
    }
    let at = |theta: &[f64]| at_least_one(&model.streams, theta, model.scale.band);
    let (least, most) = (at(&low), at(&high));
    Breach {
        joint: Joint { low: least.value, high: most.value },
        band: Band { low: least.low, value: f64::midpoint(least.value, most.value), ..most },
    }
}

/// An activity with its tables, by campaign.
pub struct Solved<'m> {
    pub exposed: Exposed<'m>,
    pub tables: Tables,
    pub outcome: ActivityOutcome,
}

impl<'m> Solved<'m> {
    fn new(model: &Model, exposed: Exposed<'m>, tables: Tables) -> Self {
        let cells = tables.iter().map(|(index, summed)| summed.cell(model, *index)).collect();
        let simplified = tables.iter().any(|(_, summed)| summed.table.simplified);
        let outcome = sum_up(model, exposed.written, exposed.standing.clone(), cells, simplified);
        Self { exposed, tables, outcome }
    }

    fn standing(&self) -> Option<&Disruption> {
        match &self.exposed.standing {
            Standing::Disrupted(disruption) => Some(disruption),
            _ => None,
        }
    }

    /// Is its breach certain because it is down today?
    pub fn breaches_today(&self) -> bool {
        self.standing().is_some_and(|disruption| disruption.breaches)
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
            eal[stream] +=
                (cell.totals.loss + cell.switches * self.exposed.written.switch_cost) / rate;
            harm[stream] += cell.harm() / rate;
        }
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
    let mut breach = at_least_one(&model.streams, &theta, model.scale.band);
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
