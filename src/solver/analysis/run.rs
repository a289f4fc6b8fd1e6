//! Runs all engines over a model and compares them.

use super::{
    Analysis, Sensitivity, Simulated, YearLaw,
    compare::{Comparison, MOST_Z, compare},
    hours_law, hours_transforms, loss_law,
    spread::Spread,
};
use crate::{
    distribution::year::Year,
    engine::{known::Known, outcome::Outcome, solve::solve},
    model::Model,
    resilience::importance::importance,
    sensitivity::{
        factor::Factor,
        tornado::{Bar, Figures, sorted},
    },
    simulation::{
        interval::wilson,
        options::{MOST_TRIALS, Options},
        setup::Simulation,
        tally::Tally,
    },
};

/// Two engines disagree about a figure, and did so again with more trials and another seed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(
    "the self-check failed: {} is {:.6e} exactly and {:.6e} in a simulation, which is more than \
     {MOST_Z} standard errors apart", .0.quantity, .0.exact, .0.simulated
)]
pub struct Disagreement(pub Comparison);

/// Computes all of it. Exact and simulated figures that disagree are a fault of blackstart.
pub fn analyse(
    model: &Model,
    options: Options,
    spread: &dyn Spread,
) -> Result<Analysis, Disagreement> {
    let outcome = solve(model);
    let (loss, hours) = laws(model, &outcome, spread);
    let simulated = simulated(model, &outcome, loss.as_ref(), options, spread)?;
    let known = Known::new(model);
    Ok(Analysis {
        loss: loss.unwrap_or_else(|| YearLaw::by_simulation(&simulated.tally.losses)),
        hours,
        sensitivity: sensitivity(&known, spread),
        importance: importance(&known, outcome.residual.eal.value, spread),
        simulated,
        outcome,
    })
}

/// The law of the organisation's loss, and those of the activities' hours, by transform; none where
/// there are too many states.
pub fn laws(
    model: &Model,
    outcome: &Outcome,
    spread: &dyn Spread,
) -> (Option<YearLaw>, Vec<Option<YearLaw>>) {
    let year = Year::new(model);
    let transforms = hours_transforms();
    let laws = spread.map(model.activities.len() + 1, |task| match task {
        0 => loss_law(&year, outcome.residual.eal),
        activity => hours_law(&year, &transforms, activity - 1, outcome),
    });
    let mut laws = laws.into_iter();
    (laws.next().flatten(), laws.collect())
}

/// Simulates, and compares where the exact engine computes the same.
pub fn simulated(
    model: &Model,
    outcome: &Outcome,
    loss: Option<&YearLaw>,
    options: Options,
    spread: &dyn Spread,
) -> Result<Simulated, Disagreement> {
    let tally = simulate(model, options, spread);
    let comparisons = if options.comparable() {
        checked(model, outcome, loss, &tally, options, spread)?
    } else {
        Vec::new()
    };
    Ok(Simulated {
        options,
        any_breach: wilson(tally.any_breach, tally.trials),
        tally,
        comparisons,
    })
}

/// Runs all trials.
pub fn simulate(model: &Model, options: Options, spread: &dyn Spread) -> Tally {
    let simulation = Simulation::new(model, options);
    let chunks = spread.map(simulation.chunks() as usize, |chunk| {
        simulation.run_chunk(u32::try_from(chunk).unwrap_or(u32::MAX))
    });
    let mut tally = simulation.tally();
    for chunk in chunks {
        tally.append(chunk);
    }
    tally
}

/// Bars that reports tell in sentences; only for these the tail is computed.
pub const TOLD: usize = 5;

fn sensitivity(known: &Known, spread: &dyn Spread) -> Sensitivity {
    let factors = Factor::of_tornado(known.model());
    let bars = spread.map(factors.len(), |at| Bar::without_tail(known, factors[at]));
    let bars = sorted(bars);
    let told = spread.map(bars.len().min(TOLD), |at| bars[at].with_tail(known.model()));
    let rest = bars.into_iter().skip(TOLD);
    Sensitivity { base: Figures::of(known), bars: told.into_iter().chain(rest).collect() }
}

/// Times as many trials, with another seed, that decide whether a disagreement is real.
const AGAIN: u32 = 8;

/// Compares, and looks again at what disagrees: of very many comparisons one may be off by chance,
/// but not twice.
fn checked(
    model: &Model,
    outcome: &Outcome,
    loss: Option<&YearLaw>,
    tally: &Tally,
    options: Options,
    spread: &dyn Spread,
) -> Result<Vec<Comparison>, Disagreement> {
    let against = |tally: &Tally| compare(model, &outcome.residual, loss, tally);
    let first = against(tally);
    if !first.iter().any(Comparison::disagrees) {
        return Ok(first);
    }
    let more = Options {
        trials: options.trials.saturating_mul(AGAIN).min(MOST_TRIALS),
        seed: options.seed.wrapping_add(1),
        ..options
    };
    let second = against(&simulate(model, more, spread));
    let twice = first.iter().zip(&second).find(|(a, b)| a.disagrees() && b.disagrees());
    match twice {
        None => Ok(first),
        Some((_, one)) => Err(Disagreement(one.clone())),
    }
}
