//! One activity or one country by itself, without bands: for a search that asks very many times.

use super::{
    clock::Clocks,
    exposed::Exposed,
    place::{campaign_cost, theta},
    standing::Standing,
    summed::{Tables, tables},
};
use crate::model::{Activity, Model};

/// What one activity bears in a year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Alone {
    /// Loss of disruptions.
    pub loss: f64,
    /// Cost of leaving vendors for good.
    pub switch_cost: f64,
    /// Hours beyond the MTPD.
    pub over: f64,
    /// Chance that it breaches its MTPD.
    pub breach: f64,
    /// Is it down today?
    pub down: bool,
    /// Is the breach certain because it is down today?
    pub breaches_today: bool,
}

/// Solves one activity with its fallbacks. It need not be one of the model.
pub fn activity(model: &Model, clocks: &Clocks, activity: &Activity) -> Alone {
    let exposed = Exposed::new(model, activity, true);
    let mut alone = Alone::default();
    let mut spared = vec![0.0; model.streams.len()];
    for (index, summed) in tables(model, clocks, &exposed, None) {
        let cell = summed.cell(model, index);
        alone.loss += cell.totals.loss;
        alone.over += cell.totals.over;
        alone.switch_cost += cell.switches * activity.switch_cost;
        spared[model.campaigns[index].stream] += cell.theta;
    }
    let spared: f64 =
        model.streams.iter().zip(&spared).map(|(stream, theta)| stream.spared(*theta)).product();
    alone.breach = 1.0 - spared;
    if let Standing::Disrupted(disruption) = &exposed.standing {
        alone.down = true;
        alone.loss += disruption.totals.loss;
        alone.over += disruption.totals.over;
        alone.switch_cost += disruption.switch_cost;
        alone.breaches_today = disruption.breaches;
    }
    if alone.breaches_today {
        alone.breach = 1.0;
    }
    alone
}

/// How likely a country comes through a year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Breaches {
    /// Activities whose breach is certain because they are down today.
    pub today: usize,
    /// Minus the logarithm of the chance that no other activity breaches. Where the states are too
    /// many it is that of the smallest chance possible.
    pub further: f64,
}

/// The breaches of these activities of one country together.
pub fn breaches(model: &Model, clocks: &Clocks, here: &[Activity]) -> Breaches {
    let exposed: Vec<Exposed> = here.iter().map(|one| Exposed::new(model, one, true)).collect();
    let today = |one: &&Exposed| matches!(&one.standing, Standing::Disrupted(one) if one.breaches);
    let each: Vec<Tables> = exposed.iter().map(|one| tables(model, clocks, one, None)).collect();
    let each: Vec<&Tables> = each.iter().collect();
    let spared: f64 = (model.streams.iter().enumerate())
        .map(|(index, stream)| stream.spared(theta(model, &each, index, None).high))
        .product();
    Breaches { today: exposed.iter().filter(today).count(), further: -libm::log(spared) }
}

/// Response and mandate costs a year.
pub fn campaign_costs(model: &Model) -> f64 {
    let streams = model.streams.iter().enumerate();
    streams.map(|(index, stream)| stream.rate() * campaign_cost(model, index)).sum()
}
