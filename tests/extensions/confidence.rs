//! Conversations that reach a government: disclosure, channels given up for it, use held back,
//! staff who move to a state-run app.

use blackstart::{engine::outcome::Run, model::Model};

use super::{
    agree::{agree, near, residual},
    build::{
        COMPLY, FULL, RATE, RESIST, activity, campaign, channel, endless, fallback, gamma, model,
        shrink, unit, v,
    },
};

/// A mandate that takes nothing away by itself; the vendor complies with chance .4.
fn mandate() -> Model {
    let mut one = activity("A", 0, vec![channel("V1", 1.0, &[(0, 0, 1.0)])]);
    one.part = 0.5;
    one.mbco = 0.6;
    one.disclosure_impact = 3.0;
    let mut campaign = campaign(0, vec![unit("V1", 0.5, [0.4, 0.6, 0.0])]);
    campaign.discloses = true;
    campaign.chill = 0.3;
    model(vec![gamma("P0", 0, 2.0, 4.0)], vec![campaign], vec![one])
}

fn hours(run: &Run) -> f64 {
    run.activities[0].totals.hours / RATE
}

fn loss(run: &Run) -> f64 {
    run.activities[0].totals.loss / RATE
}

fn harm(run: &Run) -> f64 {
    run.harm.value / RATE
}

#[test]
fn disclosure_that_is_accepted_is_harm_once() {
    // .5 * .4 campaigns end in a disclosure, of which this place bears half. The .7 that use it
    // still are enough for an MBCO of .6.
    let run = residual(&mandate());
    near("harm", harm(&run), 0.5 * 0.4 * 0.5 * v(3.0));
    near("disclosure", run.activities[0].cells[0].disclosure / RATE, 0.5 * 0.4 * 0.5 * v(3.0));
    near("hours", hours(&run), 0.0);
}

#[test]
fn a_channel_that_is_given_up_is_an_outage_without_end() {
    // Nobody discloses; the outage lasts the 1,000 hours until the organisation has left.
    let mut model = mandate();
    model.activities[0].channels[0].suspend_on_disclosure = true;
    let run = residual(&model);
    near("harm", harm(&run), 0.0);
    near("hours", hours(&run), 0.5 * 0.4 * 1_000.0);
    near("loss", loss(&run), 0.5 * 0.4 * 100_000.0);
    near("theta", run.activities[0].cells[0].theta, 0.5 * 0.4);
    // A fallback at the same vendor is given up too; one elsewhere is not.
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 1.0, 1.0)];
    near("elsewhere", hours(&residual(&model)), 0.5 * 0.4 * 10.0);
    model.activities[0].fallbacks[0].channel = model.activities[0].channels[0].clone();
    near("the same", hours(&residual(&model)), 0.5 * 0.4 * 1_000.0);
}

#[test]
fn use_that_is_held_back_counts_below_the_mbco() {
    // With an MBCO of .8 the .7 that are left are too few: depth 1 - .7/.8 = .125, and people never
    // trust it again. The conversations of the others are disclosed all the same.
    let mut model = mandate();
    model.activities[0].mbco = 0.8;
    let run = residual(&model);
    near("hours", hours(&run), 0.5 * 0.4 * 1_000.0);
    near("loss", loss(&run), 0.5 * 0.4 * 0.125 * 100_000.0);
    near("harm", harm(&run), 0.5 * 0.4 * 0.5 * v(3.0));
    // At .7 itself service is just enough.
    model.activities[0].mbco = 1.0 - 0.3;
    near("hours", hours(&residual(&model)), 0.0);
}

#[test]
fn only_the_channel_whose_vendor_discloses_is_held_back() {
    // Half of the users are on V1 and hold back .3: .5 * .7 + .5 = .85. Half of the conversations
    // are disclosed.
    let mut model = mandate();
    let one = &mut model.activities[0];
    one.channels = vec![channel("V1", 0.5, &[(0, 0, 1.0)]), channel("V2", 0.5, &[])];
    one.mbco = 0.85;
    let run = residual(&model);
    near("hours", hours(&run), 0.0);
    near("harm", harm(&run), 0.5 * 0.4 * 0.5 * 0.5 * v(3.0));
    model.activities[0].mbco = 0.9;
    let run = residual(&model);
    near("loss", loss(&run), 0.5 * 0.4 * (1.0 - 0.85 / 0.9) * 100_000.0);
}

#[test]
fn staff_drift_away_when_nothing_works() {
    // After 24 hours without a channel they do with chance .3: harm v(4), half of it here. The
    // fallback is up by then with chance .8, or after 30 hours too late.
    let mut model = endless();
    let one = &mut model.activities[0];
    one.part = 0.5;
    one.disclosure_impact = 4.0;
    one.drift_chance = 0.3;
    one.fallbacks = vec![fallback("F1", 10.0, 0.8, 1.0)];
    let drift = |model: &Model| residual(model).activities[0].cells[0].drift / RATE;
    near("endless", drift(&model), 0.2 * 0.3 * 0.5 * v(4.0));
    model.activities[0].fallbacks[0].activation_hours = 30.0;
    near("too late", drift(&model), 0.3 * 0.5 * v(4.0));
    model.campaigns[0].never_ends = 0.0;
    near("random", drift(&model), FULL.beyond(24.0) * 0.3 * 0.5 * v(4.0));
    // Who has left after 20 hours has nobody left to drift.
    model.activities[0].switch_hours = 20.0;
    near("left", drift(&model), 0.0);
}

#[test]
fn drift_counts_from_the_hour_in_which_service_is_too_low() {
    // Of .8, .2 never shrink and the rest halves in 672 hours: .5 after four weeks, below an MBCO
    // of .52. Staff drift 100 hours later, at 772, unless a fallback is up by then.
    let mut model = endless();
    let one = &mut model.activities[0];
    one.mbco = 0.52;
    one.disclosure_impact = 4.0;
    one.drift_chance = 0.3;
    one.drift_after_hours = 100.0;
    one.channels[0].exposure[0].left = 0.8;
    shrink(&mut one.channels[0], 672.0, 0.2);
    let drift = |model: &Model| residual(model).activities[0].cells[0].drift / RATE;
    near("endless", drift(&model), 0.3 * v(4.0));
    model.campaigns[0].never_ends = 0.0;
    near("random", drift(&model), FULL.beyond(772.0) * 0.3 * v(4.0));
    for (activation, uncovered) in [(10.0, 0.2), (700.0, 0.2), (773.0, 1.0)] {
        model.activities[0].fallbacks = vec![fallback("F1", activation, 0.8, 1.0)];
        near("covered", drift(&model), uncovered * FULL.beyond(772.0) * 0.3 * v(4.0));
    }
    model.activities[0].drift_after_hours = 400.0;
    near("left by then", drift(&model), 0.0);
}

#[test]
fn trials_and_laws_agree() {
    let mut model = mandate();
    model.campaigns[0].response_cost = 500.0;
    model.campaigns[0].units.push(unit("V2", 0.7, [0.5, 0.4, 0.1]));
    model.campaigns[0].never_ends = 0.3;
    let one = &mut model.activities[0];
    one.impact = [1.0, 2.0, 3.0, 4.0];
    one.drift_chance = 0.3;
    one.switch_cost = 5_000.0;
    one.channels = vec![channel("V1", 0.5, &[(0, 0, 0.9)]), channel("V2", 0.5, &[(0, 1, 0.2)])];
    one.fallbacks = vec![fallback("F1", 10.0, 0.6, 0.5), fallback("F2", 30.0, 0.5, 1.0)];
    let mut other = one.clone();
    "B".clone_into(&mut other.name);
    other.mbco = 0.9;
    other.channels[0].suspend_on_disclosure = true;
    other.fallbacks = vec![fallback("F3", 20.0, 0.7, 1.0)];
    other.fallbacks[0].channel = channel("V2", 1.0, &[(0, 1, 0.95)]);
    model.activities.push(other);
    agree(&model, 200_000);
    // A vendor that always complies, and one that never does, need no draw for their answer.
    for response in [COMPLY, RESIST] {
        model.campaigns[0].units[0].response = response;
        agree(&model, 50_000);
    }
}
