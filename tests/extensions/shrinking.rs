//! Service that shrinks week by week while a campaign lasts.

use blackstart::model::{Arrivals, Model};

use super::{
    agree::{agree, near, residual, within},
    build::{
        COMPLY, FULL, Lasts, RATE, RESIST, SHORT, activity, campaign, channel, endless, fallback,
        gamma, model, shrink, unit, v_after,
    },
};

/// Of .8, .2 never shrink and the rest halves in four weeks: .5 from the fourth week on, and
/// .2 + .6 * 2^-1.25 in the fifth. The MBCO is .52, so the outage begins after 672 hours; the
/// organisation has left after 1,000.
fn slow() -> Model {
    let mut model = endless();
    let one = &mut model.activities[0];
    one.mbco = 0.52;
    one.channels[0].exposure[0].left = 0.8;
    shrink(&mut one.channels[0], 672.0, 0.2);
    model
}

fn depth(week: f64) -> f64 {
    1.0 - (0.2 + 0.6 * (-week / 4.0).exp2()) / 0.52
}

#[test]
fn an_outage_begins_when_too_few_are_left() {
    // 672 to 840 h at the depth of week 4, 840 to 1,000 h at that of week 5. Its own clock begins
    // at 672 h: the first hour costs 10, up to 24 h 20, up to 168 h 30, then 40 an hour.
    let mut model = slow();
    model.activities[0].loss_per_hour = [10.0, 20.0, 30.0, 40.0];
    model.activities[0].impact = [0.5, 2.0, 4.0, 5.0];
    let run = residual(&model);
    let one = &run.activities[0];
    near("hours", one.totals.hours / RATE, 328.0);
    let first = 10.0 + 23.0 * 20.0 + 144.0 * 30.0;
    near("loss", one.totals.loss / RATE, depth(4.0) * first + depth(5.0) * 160.0 * 40.0);
    let harm = |hours| v_after([0.5, 2.0, 4.0, 5.0], hours);
    let grown = depth(4.0) * harm(168.0) + depth(5.0) * (harm(328.0) - harm(168.0));
    near("harm", one.totals.harm / RATE, grown);
    near("theta", one.cells[0].theta, 1.0);
    // An MTPD of 328 hours and more is not passed: the organisation has left by then.
    model.activities[0].mtpd_hours = 328.0;
    near("theta", residual(&model).activities[0].cells[0].theta, 0.0);
}

#[test]
fn a_campaign_that_is_over_before_disrupts_nothing() {
    // LN(ln 100, 1): E[min(D, 1000)] - E[min(D, 672)] hours, and disruptions where D > 672.
    let mut model = slow();
    model.campaigns[0].never_ends = 0.0;
    model.activities[0].impact = [0.5, 2.0, 4.0, 5.0];
    let run = residual(&model);
    let one = &run.activities[0];
    let grown = |from, to| FULL.up_to(to) - FULL.up_to(from);
    near("hours", one.totals.hours / RATE, grown(672.0, 1_000.0));
    let loss = depth(4.0) * grown(672.0, 840.0) + depth(5.0) * grown(840.0, 1_000.0);
    near("loss", one.totals.loss / RATE, 100.0 * loss);
    near("frequency", one.disruptions / RATE, FULL.beyond(672.0));
    near("theta", one.cells[0].theta, FULL.beyond(720.0));
    let harm = FULL.mean(|hours| {
        let after = |end: f64| v_after([0.5, 2.0, 4.0, 5.0], hours.min(end) - 672.0);
        depth(4.0) * after(840.0) + depth(5.0) * (after(1_000.0) - after(840.0))
    });
    // The jump at the onset lies between two of the steps of this mean.
    within("harm", one.totals.harm / RATE, harm, 1e-4);
    // A complied outage lasts .1 D.
    model.campaigns[0].units[0].response = COMPLY;
    let short = residual(&model).activities[0].totals.hours / RATE;
    near("complied", short, SHORT.up_to(1_000.0) - SHORT.up_to(672.0));
}

#[test]
fn who_would_be_below_only_later_leaves_in_time() {
    // After 672 hours and less the organisation can be elsewhere, when the outage would begin.
    let mut model = slow();
    model.activities[0].switch_cost = 900.0;
    for switch_hours in [672.0, 600.0, 168.0, 100.0] {
        model.activities[0].switch_hours = switch_hours;
        model.campaigns[0].never_ends = 1.0;
        let run = residual(&model);
        near("hours", run.activities[0].totals.hours, 0.0);
        near("disruptions", run.activities[0].disruptions, 0.0);
        near("for certain", run.activities[0].switch_cost / RATE, 900.0);
        model.campaigns[0].never_ends = 0.0;
        let run = residual(&model);
        near("if it lasts", run.activities[0].switch_cost / RATE, 900.0 * FULL.beyond(672.0));
    }
}

#[test]
fn what_would_come_after_a_year_is_nothing() {
    // .8 * 2^(-w / w0) < .5 after .678 w0 weeks: with w0 = 76 in week 52, with w0 = 78 in week 53.
    let mut model = slow();
    model.activities[0].mbco = 0.5;
    model.activities[0].switch_cost = 900.0;
    for (weeks, switches) in [(76.0, 1.0), (78.0, 0.0)] {
        shrink(&mut model.activities[0].channels[0], weeks * 168.0, 0.0);
        let run = residual(&model);
        near("hours", run.activities[0].totals.hours, 0.0);
        near("switches", run.activities[0].switch_cost / RATE, 900.0 * switches);
    }
}

#[test]
fn a_fallback_must_hold_until_the_organisation_has_left() {
    // A fallback that does not shrink is up when the outage would begin. One that shrinks as the
    // channel does gives .452 in the last week, the fifth: too little, and never more than the
    // channel itself.
    let mut model = slow();
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 1.0, 1.0)];
    near("hours", residual(&model).activities[0].totals.hours, 0.0);
    model.activities[0].fallbacks[0].channel = model.activities[0].channels[0].clone();
    let run = residual(&model);
    near("hours", run.activities[0].totals.hours / RATE, 328.0);
    let loss = 168.0 * depth(4.0) + 160.0 * depth(5.0);
    near("loss", run.activities[0].totals.loss / RATE, 100.0 * loss);
}

/// Half of the users on each of two vendors, of whom .8 are left at first and half of that after 52
/// weeks. The first complies, the second resists; the campaign never ends. The MBCO is .85.
///
/// Both: .8, too low from the start. The second alone: .5 + .4 * 2^(-w / 52), which is .9 at first
/// and below .85 after 10.02 weeks, so from week 11 on. The organisation has left after 2,160
/// hours.
fn mixed() -> Model {
    let channels = vec![channel("V1", 0.5, &[(0, 0, 0.8)]), channel("V2", 0.5, &[(0, 1, 0.8)])];
    let mut one = activity("A", 0, channels);
    one.mbco = 0.85;
    one.switch_hours = 2_160.0;
    for used in &mut one.channels {
        shrink(used, 52.0 * 168.0, 0.0);
    }
    let units = vec![unit("V1", 1.0, COMPLY), unit("V2", 1.0, RESIST)];
    let mut campaign = campaign(0, units);
    campaign.never_ends = 1.0;
    model(vec![gamma("P0", 0, 2.0, 4.0)], vec![campaign], vec![one])
}

#[test]
fn service_can_be_enough_again_and_then_too_low() {
    // Outages: 0 to .1 D, and 1,848 to 2,160 h.
    let model = mixed();
    let run = residual(&model);
    let one = &run.activities[0];
    near("hours", one.totals.hours / RATE, SHORT.up_to(1_848.0) + 312.0);
    near("disruptions", one.disruptions / RATE, 2.0);
    let both = |week: i32| 1.0 - 0.8 * (-f64::from(week) / 52.0).exp2() / 0.85;
    let second = |week: i32| 1.0 - (0.5 + 0.4 * (-f64::from(week) / 52.0).exp2()) / 0.85;
    let mut loss = 0.0;
    for week in 0..=12 {
        let (from, to) = (168.0 * f64::from(week), (168.0 * f64::from(week + 1)).min(2_160.0));
        let short = SHORT.up_to(to) - SHORT.up_to(from);
        loss += both(week) * short;
        loss += if week < 11 { 0.0 } else { second(week) * (to - from - short) };
    }
    near("loss", one.totals.loss / RATE, 100.0 * loss);
}

#[test]
fn a_breach_is_that_of_one_outage() {
    // The second outage lasts 312 hours. An MTPD of 336 only the first can pass.
    let mut model = mixed();
    let theta = |model: &Model| residual(model).activities[0].cells[0].theta;
    model.activities[0].mtpd_hours = 336.0;
    near("by the first", theta(&model), SHORT.beyond(336.0));
    model.activities[0].mtpd_hours = 200.0;
    near("by the second", theta(&model), 1.0);
    // A fallback that is up after 1,900 hours comes before the limit of the second, 2,048, and
    // after that of the first: it works with chance .5, and if so the first outage decides.
    model.activities[0].fallbacks = vec![fallback("F1", 1_900.0, 0.5, 1.0)];
    near("by either", theta(&model), 0.5 + 0.5 * SHORT.beyond(200.0));
    // If the campaign may end, the second needs D > 2,048 and the first .1 D > 200: wherever the
    // second passes its limit, the first has done so.
    model.campaigns[0].never_ends = 0.0;
    assert!(FULL.beyond(2_048.0) < SHORT.beyond(200.0));
    near("nested", theta(&model), SHORT.beyond(200.0));
}

#[test]
fn after_an_outage_it_can_still_leave_in_time() {
    // With 1,000 hours to leave, the second outage would begin too late: it leaves by 1,848 hours
    // if the campaign lasts so long, or at 1,000 if .1 D does.
    let mut model = mixed();
    model.activities[0].switch_hours = 1_000.0;
    model.activities[0].switch_cost = 900.0;
    let run = residual(&model);
    near("hours", run.activities[0].totals.hours / RATE, SHORT.up_to(1_000.0));
    near("for certain", run.activities[0].switch_cost / RATE, 900.0);
    model.campaigns[0].never_ends = 0.0;
    let lasts = FULL.beyond(1_848.0).max(SHORT.beyond(1_000.0));
    near("if it lasts", residual(&model).activities[0].switch_cost / RATE, 900.0 * lasts);
}

#[test]
fn an_outage_ends_with_that_of_the_vendor_that_complies() {
    // An MBCO of .75: both are below it from week 5 on (.8 * 2^(-5 / 52) = .748), the second alone
    // from the 36th on, which is too late to be an outage. So it lasts from 840 h to .1 D, however
    // long the campaign does.
    let mut model = mixed();
    model.activities[0].mbco = 0.75;
    let run = residual(&model);
    near("hours", run.activities[0].totals.hours / RATE, SHORT.up_to(2_160.0) - SHORT.up_to(840.0));
    near("theta", run.activities[0].cells[0].theta, SHORT.beyond(888.0));
}

#[test]
fn trials_and_laws_agree() {
    let mut model = mixed();
    model.streams[0].arrivals = Arrivals::GammaPoisson { alpha: 4.0, beta: 3.0 };
    let campaign = &mut model.campaigns[0];
    campaign.never_ends = 0.2;
    (campaign.median_hours, campaign.sigma) = (1_500.0, 1.2);
    campaign.response_cost = 1_000.0;
    for unit in &mut campaign.units {
        (unit.hit, unit.response) = (0.8, [0.4, 0.5, 0.1]);
    }
    let one = &mut model.activities[0];
    one.impact = [1.0, 2.0, 4.0, 5.0];
    one.loss_per_hour = [10.0, 50.0, 200.0, 80.0];
    one.disclosure_impact = 3.0;
    one.drift_chance = 0.4;
    one.switch_cost = 5_000.0;
    one.mtpd_hours = 150.0;
    one.fallbacks = vec![fallback("F1", 400.0, 0.4, 0.84), fallback("F2", 1_900.0, 0.5, 1.0)];
    let mut slow = one.clone();
    "B".clone_into(&mut slow.name);
    slow.mbco = 0.75;
    slow.fallbacks = vec![fallback("F3", 900.0, 0.6, 1.0)];
    let mut late = slow.clone();
    "C".clone_into(&mut late.name);
    late.switch_hours = 500.0;
    late.fallbacks.clear();
    model.activities.extend([slow, late]);
    // Campaigns that last until the second outage are no rarity here.
    assert!(Lasts { median: 1_500.0, sigma: 1.2 }.beyond(1_848.0) > 0.4);
    agree(&model, 200_000);
}
