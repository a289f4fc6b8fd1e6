//! What holds in every model.

use blackstart::{
    analysis::compare::compare,
    distribution::{
        severity::Resolution,
        year::{Grid, REPORT, Year},
    },
    engine::{
        exposed::Exposed,
        felt::felt_by_campaign,
        outcome::{ActivityOutcome, Outcome, Run},
        solve::solve,
        standing::Standing,
    },
    model::Model,
};

use super::{
    agree::{largest, laws, simulate, trials, within},
    random::{self, Dice},
};

/// Random models, of a seed that is fixed.
pub fn models() -> impl Iterator<Item = Model> {
    let mut dice = Dice::new(20_260_701);
    (0..200).map(move |at| random::model(&mut dice, 1 + at % 3))
}

/// Sums of floating-point numbers are compared with this much room.
const ROUNDING: f64 = 1e-9;

pub fn at_most(what: &str, small: f64, large: f64) {
    assert!(small <= large + ROUNDING * large.abs().max(1.0), "{what}: {small} above {large}");
}

fn sane(run: &Run) {
    let chances = |all: &[f64]| assert!(all.iter().all(|p| (0.0..=1.0).contains(p)), "{all:?}");
    let amounts = |all: &[f64]| assert!(all.iter().all(|x| x.is_finite() && *x >= 0.0), "{all:?}");
    for joint in run.places.iter().map(|place| place.any_breach).chain([run.any_breach.joint]) {
        chances(&[joint.low, joint.high]);
        at_most("bounds", joint.low, joint.high);
    }
    for place in &run.places {
        chances(&[place.any_campaign]);
        amounts(&[place.rate, place.campaign_cost, place.eal, place.harm]);
    }
    for one in &run.activities {
        chances(&[one.breach.low, one.breach.value, one.breach.high]);
        at_most("band", one.breach.low, one.breach.high);
        let totals = one.totals;
        amounts(&[totals.hours, totals.over, totals.loss, totals.harm, one.harm, one.switch_cost]);
        at_most("over", totals.over, totals.hours);
        amounts(&[one.disruptions]);
        for cell in &one.cells {
            at_most("theta", cell.theta, 1.0);
            amounts(&[cell.theta, cell.frequency, cell.disclosure, cell.drift, cell.switches]);
        }
    }
    amounts(&[run.eal.low, run.eal.value, run.eal.high, run.harm.low, run.harm.high]);
    at_most("band", run.eal.low, run.eal.high);
}

fn harmful(outcome: &ActivityOutcome) -> [f64; 5] {
    let totals = outcome.totals;
    [totals.hours, totals.over, totals.loss, outcome.harm, outcome.breach.value]
}

/// Fallbacks make nothing worse, and change nothing of switching, of disclosures and of costs of
/// campaigns. The exception is an activity that runs on a fallback today: without it, it would be
/// down for certain but perhaps not deeply, and with it, it has the risks of the fallback.
fn fallbacks_help(outcome: &Outcome) -> bool {
    let pairs = || outcome.inherent.activities.iter().zip(&outcome.residual.activities);
    let acting = |one: &ActivityOutcome| matches!(one.standing, Standing::OnFallback(_));
    for (inherent, residual) in pairs().filter(|(_, residual)| !acting(residual)) {
        for (with, without) in harmful(residual).into_iter().zip(harmful(inherent)) {
            at_most("residual", with, without);
        }
        at_most("switching", residual.switch_cost, inherent.switch_cost);
        at_most("switching", inherent.switch_cost, residual.switch_cost);
    }
    if pairs().any(|(_, residual)| acting(residual)) {
        return false;
    }
    at_most("EAL", outcome.residual.eal.value, outcome.inherent.eal.value);
    at_most("harm", outcome.residual.harm.value, outcome.inherent.harm.value);
    at_most(
        "breach",
        outcome.residual.any_breach.joint.low,
        outcome.inherent.any_breach.joint.high,
    );
    true
}

/// The chance of any breach is between the largest part and the sum of parts.
fn joint_is_between(run: &Run) {
    let parts = || run.activities.iter().map(|one| one.breach.value);
    at_most("largest part", parts().fold(0.0, f64::max), run.any_breach.joint.high);
    at_most("sum of parts", run.any_breach.joint.low, parts().sum());
}

#[test]
fn figures_of_random_models_are_sane() {
    let (mut whole, mut standing, mut twice) = (0, 0, 0);
    for model in models() {
        let outcome = solve(&model);
        sane(&outcome.inherent);
        sane(&outcome.residual);
        whole += u32::from(fallbacks_help(&outcome));
        joint_is_between(&outcome.inherent);
        joint_is_between(&outcome.residual);
        let places: f64 = outcome.residual.places.iter().map(|place| place.eal).sum();
        at_most("places", places, outcome.residual.eal.value);
        at_most("places", outcome.residual.eal.value, places);
        let activities = || outcome.residual.activities.iter();
        let down = |one: &ActivityOutcome| matches!(one.standing, Standing::Disrupted(_));
        standing += u32::from(activities().any(down));
        let exposed: Vec<Exposed> =
            model.activities.iter().map(|one| Exposed::new(&model, one, true)).collect();
        let felt = felt_by_campaign(&model, &exposed);
        let mut plans = felt.iter().flatten().flat_map(|felt| &felt.plans.distinct);
        twice += u32::from(plans.any(|plan| plan.outages.len() > 1));
    }
    // The models are of all sorts.
    assert!(whole > 150 && standing > 20 && twice >= 5, "{whole} {standing} {twice}");
}

#[test]
fn laws_of_random_models_have_the_exact_means() {
    let grid = Grid { step: None, points: 1 << 12, resolution: Resolution::Shared(250) };
    let mut known = 0;
    for model in models() {
        let outcome = solve(&model);
        if Year::new(&model).loss(grid.resolution).is_some() {
            known += 1;
            laws(&model, &outcome.residual, grid);
        }
    }
    assert!(known > 180, "{known}");
}

#[test]
fn trials_of_random_models_agree() {
    let (mut most, mut count, mut all_of_them) = (0.0_f64, 0, 0);
    for (at, model) in models().enumerate() {
        let outcome = solve(&model);
        let tally = simulate(&model, trials(20_000));
        let all = compare(&model, &outcome.residual, None, &tally);
        for one in &all {
            let apart = one.z.unwrap_or(0.0).abs();
            assert!(apart < 4.5, "model {at}: {one:?}");
        }
        let (z, known) = largest(&all);
        most = most.max(z);
        count += known;
        all_of_them += all.len();
    }
    // Of 2,800 independent figures the largest would be below 4.5 in 98 of 100 cases.
    assert!(most > 2.0 && count > 2_500, "{count} of {all_of_them}, {most}");
}

#[test]
fn a_law_whose_losses_are_all_alike_does_not_wrap_round() {
    // Four outages of 2,000 hours do not fit a grid of 4,096 hours, but no hour near its end is
    // touched: only the mean, .5 a year, tells.
    let mut model = super::build::endless();
    model.activities[0].switch_hours = 2_000.0;
    model.streams[0] = super::build::gamma("P0", 0, 2.0, 1.0);
    laws(&model, &solve(&model).residual, REPORT);
    let year = Year::new(&model);
    let hours = year.hours(0, super::agree::HOURS.resolution).unwrap();
    let law = hours.law(super::agree::HOURS).unwrap();
    // P(N > 3) of a negative binomial with p = q = 1/2: 1 - 1/4 - 1/4 - 3/16 - 1/8.
    within("P(more than 6,500)", law.exceedance(6_500.0), 0.1875, 1e-3);
    within("mean", law.mean(), 4_000.0, 1e-4);
}
