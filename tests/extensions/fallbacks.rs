//! Fallbacks that reach only some people, and warnings that let them start sooner.

use blackstart::model::Model;

use super::{
    agree::{agree, near, residual},
    build::{RATE, channel, closed_case, endless, fallback, unit, v},
};

/// An outage of 200 hours with two fallbacks that reach .4 and .6 of the people, the MBCO being .8.
fn partial() -> Model {
    let mut model = endless();
    let one = &mut model.activities[0];
    one.switch_hours = 200.0;
    one.fallbacks = vec![fallback("F1", 10.0, 0.5, 0.4), fallback("F2", 50.0, 0.5, 0.6)];
    model
}

#[test]
fn a_partial_fallback_lessens_depth_from_its_activation_on() {
    // F1 gives a depth of 1 - .4/.8 = .5, F2 one of .25; each works with chance .5.
    // 0 to 10 h: 1. 10 to 50 h: .5 * .5 + .5 * 1 = .75. From 50 h on the widest that works counts:
    // .5 * .25 + .5 * .75 = .5. So 10 * 1 + 40 * .75 + 150 * .5 = 115 hours at full depth.
    let run = residual(&partial());
    near("loss", run.activities[0].totals.loss / RATE, 11_500.0);
    near("hours", run.activities[0].totals.hours / RATE, 200.0);
    near("theta", run.activities[0].cells[0].theta, 1.0);
}

#[test]
fn a_full_fallback_ends_what_a_partial_one_lessened() {
    // F3 restores service at 100 h with chance .8, so what follows counts for a fifth:
    // 10 * 1 + 40 * .75 + 50 * .5 + .2 * 100 * .5 = 75, and 100 + .2 * 100 = 120 hours.
    let mut model = partial();
    model.activities[0].fallbacks.push(fallback("F3", 100.0, 0.8, 1.0));
    let run = residual(&model);
    near("loss", run.activities[0].totals.loss / RATE, 7_500.0);
    near("hours", run.activities[0].totals.hours / RATE, 120.0);
}

#[test]
fn a_partial_fallback_below_what_is_left_does_nothing() {
    // .5 are left: F1 adds nothing, F2 a depth of .25 instead of 1 - .5/.8 = .375.
    // 50 * .375 + 150 * (.5 * .25 + .5 * .375) = 65.625.
    let mut model = partial();
    model.activities[0].channels[0].exposure[0].left = 0.5;
    near("loss", residual(&model).activities[0].totals.loss / RATE, 6_562.5);
    model.scale.partial_fallbacks = false;
    near("loss", residual(&model).activities[0].totals.loss / RATE, 200.0 * 37.5);
}

#[test]
fn harm_that_is_added_later_counts_by_the_depth_of_then() {
    // Level 2 after 24 h and 4 after 168 h. A sure fallback halves the depth after 24 h, and the
    // organisation has left after 168 h: v(2) + .5 * (v(4) - v(2)).
    let mut model = partial();
    let one = &mut model.activities[0];
    one.switch_hours = 168.0;
    one.impact = [0.0, 2.0, 4.0, 5.0];
    one.fallbacks = vec![fallback("F1", 24.0, 1.0, 0.4)];
    near("harm", residual(&model).harm.value / RATE, v(2.0) + 0.5 * (v(4.0) - v(2.0)));
    // With a readiness of .8 the second depth is .8 * .5 + .2 = .6.
    model.activities[0].fallbacks[0].readiness = 0.8;
    near("harm", residual(&model).harm.value / RATE, v(2.0) + 0.6 * (v(4.0) - v(2.0)));
}

#[test]
fn a_fallback_survives_only_what_leaves_it_enough() {
    // F1 hangs on the vendor that is hit, and of it .7 are left: it restores an MBCO of .7, lessens
    // one of .8 to 1 - .7/.8 = .125, and is nothing once that vendor leaves for good.
    let mut model = partial();
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 1.0, 1.0)];
    let exposure = model.activities[0].channels[0].exposure.clone();
    model.activities[0].fallbacks[0].channel.exposure = exposure;
    model.activities[0].fallbacks[0].channel.exposure[0].left = 0.7;
    near("partial", residual(&model).activities[0].totals.loss / RATE, 1_000.0 + 0.125 * 19_000.0);
    model.activities[0].mbco = 0.7;
    near("full", residual(&model).activities[0].totals.loss / RATE, 1_000.0);
    model.campaigns[0].units[0].response = [0.0, 0.25, 0.75];
    near("gone", residual(&model).activities[0].totals.hours / RATE, 0.25 * 10.0 + 0.75 * 200.0);
}

#[test]
fn a_warning_lets_fallbacks_start_sooner() {
    // A sure fallback needs 10 hours. Warned by 0, 4, 10 and 12 hours it is up after 10, 6, 0, 0.
    let mut model = endless();
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 1.0, 1.0)];
    model.activities[0].mtpd_hours = 8.0;
    for (notice, hours, breaches) in
        [(0.0, 10.0, 1.0), (4.0, 6.0, 0.0), (10.0, 0.0, 0.0), (12.0, 0.0, 0.0)]
    {
        model.campaigns[0].notice_hours = notice;
        let run = residual(&model);
        near("hours", run.activities[0].totals.hours / RATE, hours);
        near("loss", run.activities[0].totals.loss / RATE, 100.0 * hours);
        near("theta", run.activities[0].cells[0].theta, breaches);
    }
    // It does not change what nobody has a fallback for: with a readiness of .8 and a warning of 4
    // hours, .8 * 6 + .2 * 1,000.
    model.campaigns[0].notice_hours = 4.0;
    model.activities[0].fallbacks[0].readiness = 0.8;
    near("hours", residual(&model).activities[0].totals.hours / RATE, 204.8);
}

#[test]
fn trials_and_laws_agree() {
    let mut model = closed_case();
    model.campaigns[0].never_ends = 0.2;
    model.campaigns[0].notice_hours = 5.0;
    model.campaigns[0].response_cost = 1_000.0;
    let one = &mut model.activities[0];
    one.impact = [1.0, 2.0, 4.0, 5.0];
    one.loss_per_hour = [10.0, 50.0, 200.0, 80.0];
    one.switch_cost = 10_000.0;
    one.fallbacks = vec![
        fallback("F1", 3.0, 0.6, 0.3),
        fallback("F2", 12.0, 0.7, 0.5),
        fallback("F3", 30.0, 0.5, 0.7),
        fallback("F4", 40.0, 0.6, 0.9),
        fallback("F5", 90.0, 0.5, 1.0),
    ];
    agree(&model, 200_000);
}

#[test]
fn a_fallback_whose_vendor_leaves_is_none() {
    // The block leaves .9 of F1, which is enough; its vendor stays or goes, each with chance .5. It is up after
    // 10 hours, and the organisation has left its own vendor after 1,000: 10 + .5 * 990.
    let mut model = endless();
    model.campaigns[0].units.push(unit("V2", 1.0, [0.0, 0.5, 0.5]));
    let mut standby = fallback("F1", 10.0, 1.0, 1.0);
    standby.channel = channel("F1", 1.0, &[(0, 1, 0.9)]);
    model.activities[0].fallbacks = vec![standby];
    for partial in [true, false] {
        model.scale.partial_fallbacks = partial;
        near("hours", residual(&model).activities[0].totals.hours / RATE, 505.0);
    }
}
