//! Three roads to the same figures.

use blackstart::{
    analysis::{
        compare::{Comparison, compare},
        loss_law,
    },
    distribution::{
        severity::Resolution,
        year::{Grid, REPORT, Year},
    },
    engine::{outcome::Run, solve::solve},
    model::Model,
    simulation::{options::Options, setup::Simulation, tally::Tally},
};

/// Held to this where the arithmetic is done by hand.
pub const CLOSED: f64 = 1e-9;

/// The grid of hours of reports.
pub const HOURS: Grid =
    Grid { step: Some(1.0), points: 1 << 12, resolution: Resolution::Shared(2_000) };

#[track_caller]
pub fn near(what: &str, value: f64, expected: f64) {
    within(what, value, expected, CLOSED);
}

#[track_caller]
pub fn within(what: &str, value: f64, expected: f64, part: f64) {
    let apart = (value - expected).abs();
    assert!(apart <= part * expected.abs().max(part), "{what}: {value} instead of {expected}");
}

/// Figures with fallbacks.
pub fn residual(model: &Model) -> Run {
    solve(model).residual
}

pub fn simulate(model: &Model, options: Options) -> Tally {
    let simulation = Simulation::new(model, options);
    let mut tally = simulation.tally();
    for chunk in 0..simulation.chunks() {
        tally.append(simulation.run_chunk(chunk));
    }
    tally
}

pub fn trials(trials: u32) -> Options {
    Options { trials, ..Options::default() }
}

/// Compares exact and simulated figures of a model, all of which must be comparable, and the laws
/// of its year with both.
#[track_caller]
pub fn agree(model: &Model, count: u32) {
    let run = residual(model);
    let law = loss_law(&Year::new(model), run.eal);
    let tally = simulate(model, trials(count));
    let all = compare(model, &run, law.as_ref(), &tally);
    for one in &all {
        assert!(!one.disagrees(), "{one:?}");
        assert!(one.z.is_some(), "too few trials for {one:?}");
    }
    laws(model, &run, REPORT);
}

/// Means of the laws of loss and of hours are the exact means.
#[track_caller]
pub fn laws(model: &Model, run: &Run, grid: Grid) {
    let year = Year::new(model);
    let law = year.loss(grid.resolution).and_then(|severities| severities.law(grid)).unwrap();
    assert!(law.quality().holds(), "{:?}", law.quality());
    let (mean, exact) = (law.mean(), run.eal.value);
    assert!((mean - exact).abs() <= 0.01 * exact + law.step, "loss {mean} {exact} {}", law.step);
    for (index, activity) in run.activities.iter().enumerate() {
        let law = year.hours(index, HOURS.resolution).unwrap().law(HOURS).unwrap();
        let (mean, exact) = (law.mean(), activity.totals.hours);
        let apart = (mean - exact).abs();
        assert!(apart <= 0.01 * exact + law.step, "hours of {index}: {mean} {exact}");
    }
}

/// Largest |z| of comparisons, and how many there are.
pub fn largest(all: &[Comparison]) -> (f64, usize) {
    let known = all.iter().filter_map(|one| one.z);
    known.fold((0.0, 0), |(most, count), z| (most.max(z.abs()), count + 1))
}
