//! What is in force today is a state, not a chance.

use blackstart::{
    engine::{solve::solve, standing::Standing},
    model::Model,
};

use super::{
    agree::{agree, near, residual, simulate, trials},
    build::{FULL, RATE, channel, closed_case, fallback, unit, v},
};

/// The closed case with a measure in force that leaves .2 of a channel with an MBCO of .8.
fn down() -> Model {
    let mut model = closed_case();
    let one = &mut model.activities[0];
    one.channels[0].baseline = 0.2;
    one.fallbacks.clear();
    one.switch_cost = 700.0;
    one.impact = [0.0, 1.0, 3.0, 4.0];
    model
}

#[test]
fn a_disruption_that_stands_lasts_until_the_organisation_has_left() {
    // 1,000 hours at a depth of 1 - .2/.8 = .75; no campaign is added on top.
    let run = residual(&down());
    let one = &run.activities[0];
    near("hours", one.totals.hours, 1_000.0);
    near("over", one.totals.over, 952.0);
    near("EAL", run.eal.value, 75_000.0 + 700.0);
    near("harm", run.harm.value, 0.75 * v(4.0));
    near("P(breach)", one.breach.value, 1.0);
    near("P(any breach)", run.any_breach.joint.low, 1.0);
    near("place", run.places[0].any_breach.low, 1.0);
    assert!(one.cells.is_empty() && run.eal.low.to_bits() == run.eal.high.to_bits());
}

#[test]
fn who_leaves_within_the_mtpd_breaches_nothing() {
    let mut model = down();
    model.activities[0].switch_hours = 48.0;
    let run = residual(&model);
    near("P(breach)", run.activities[0].breach.value, 0.0);
    near("P(any breach)", run.any_breach.joint.high, 0.0);
    near("loss", run.activities[0].totals.loss, 0.75 * 4_800.0);
}

#[test]
fn a_partial_fallback_lessens_what_stands() {
    // .6 instead of .2: a depth of .25. One whose last test failed lessens nothing.
    let mut model = down();
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 0.9, 0.6)];
    near("loss", residual(&model).activities[0].totals.loss, 25_000.0);
    model.activities[0].fallbacks[0].readiness = 0.3;
    near("failed", residual(&model).activities[0].totals.loss, 75_000.0);
    model.activities[0].fallbacks[0].readiness = 0.9;
    model.scale.partial_fallbacks = false;
    near("not counted", residual(&model).activities[0].totals.loss, 75_000.0);
}

#[test]
fn a_fallback_that_failed_its_test_does_not_carry_the_activity() {
    // It would reach everybody, but is taken not to work: down as without it, and no loss is ever
    // negative.
    let mut model = down();
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 0.3, 1.0)];
    let run = residual(&model);
    assert!(matches!(run.activities[0].standing, Standing::Disrupted(_)));
    near("loss", run.activities[0].totals.loss, 75_000.0);
    near("harm", run.harm.value, 0.75 * v(4.0));
}

#[test]
fn an_activity_on_a_fallback_has_the_risks_of_that_fallback() {
    // Of two that serve, the one that starts sooner carries it; the other is what is left. The
    // campaign hits the acting one with chance .5: .8 * 20 + .2 * E[min(D, 1000)] hours each.
    let mut model = down();
    model.campaigns[0].units.push(unit("V2", 0.5, [0.0, 1.0, 0.0]));
    let one = &mut model.activities[0];
    one.fallbacks = vec![fallback("F1", 20.0, 0.8, 1.0), fallback("F2", 5.0, 0.9, 0.95)];
    one.fallbacks[1].channel = channel("V2", 1.0, &[(0, 1, 0.0)]);
    let outcome = solve(&model);
    let run = outcome.residual;
    assert_eq!(run.activities[0].standing, Standing::OnFallback(1));
    let hours = 0.8 * FULL.up_to(20.0) + 0.2 * FULL.up_to(1_000.0);
    near("hours", run.activities[0].totals.hours, RATE * 0.5 * hours);
    near("theta", run.activities[0].cells[0].theta, 0.5 * 0.2 * FULL.beyond(48.0));
    // Without fallbacks it is down today.
    near("inherent", outcome.inherent.activities[0].totals.loss, 75_000.0);
    near("inherent breach", outcome.inherent.any_breach.joint.low, 1.0);
}

#[test]
fn one_that_is_down_decides_the_joint_chance_but_not_the_others() {
    let mut model = down();
    let mut well = closed_case().activities.remove(0);
    "B".clone_into(&mut well.name);
    model.activities.push(well);
    let run = residual(&model);
    near("P(any breach)", run.any_breach.joint.low, 1.0);
    near("P(any breach)", run.any_breach.joint.high, 1.0);
    near("band", run.any_breach.band.low, 1.0);
    near("the other", run.activities[1].breach.value, 0.037_346_107_348_634_86);
    near("EAL", run.eal.value, 75_700.0 + 997.631_426_993_202_2);
}

#[test]
fn trials_and_laws_agree() {
    let mut model = down();
    let mut acting = model.activities[0].clone();
    "B".clone_into(&mut acting.name);
    model.campaigns[0].units.push(unit("V2", 0.7, [0.2, 0.7, 0.1]));
    acting.fallbacks = vec![fallback("F1", 20.0, 0.6, 1.0), fallback("F2", 5.0, 0.9, 0.9)];
    acting.fallbacks[1].channel = channel("V2", 1.0, &[(0, 1, 0.1)]);
    let mut well = closed_case().activities.remove(0);
    "C".clone_into(&mut well.name);
    well.impact = [1.0, 2.0, 3.0, 4.0];
    well.fallbacks[0].name = "F3".to_owned();
    model.activities.extend([acting, well]);
    agree(&model, 200_000);
    let tally = simulate(&model, trials(1_000));
    assert_eq!((tally.any_breach, tally.activities[0].breaches), (1_000, 1_000));
}
