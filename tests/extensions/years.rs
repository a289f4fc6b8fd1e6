//! Several years, and bounds where joint states are too many.

use blackstart::{
    engine::solve::solve,
    model::Model,
    simulation::{interval::wilson, options::Options},
};

use super::{
    agree::{near, residual, simulate, trials},
    build::{
        EXIT, activity, campaign, channel, closed_case, fallback, gamma, model, planned, unit,
    },
};

#[test]
fn over_several_years_the_rate_stays_and_losses_add_up() {
    // P(breach in Y years) = 1 - (beta / (beta + Y theta))^alpha; the mean loss is Y times EAL.
    let mut model = closed_case();
    model.activities[0].switch_cost = 2_000.0;
    let run = residual(&model);
    let theta = run.activities[0].cells[0].theta;
    for years in [3_u32, 10] {
        let y = f64::from(years);
        let tally = simulate(&model, Options { years, ..trials(200_000) });
        let breach = 1.0 - (4.0 / (4.0 + y * theta)).powi(2);
        let n = f64::from(tally.trials);
        let apart = f64::from(tally.any_breach) / n - breach;
        let error = (breach * (1.0 - breach) / n).sqrt();
        assert!(apart.abs() < 4.0 * error, "{years}: {apart} {error}");
        let apart = tally.loss.mean(tally.trials) - y * run.eal.value;
        let error = tally.loss.error(tally.trials);
        assert!(apart.abs() < 4.0 * error, "{years}: {apart} {error}");
    }
}

#[test]
fn a_scheduled_measure_comes_once_in_all_years() {
    let mut model = closed_case();
    model.streams[0] = planned("P0", 0, 0.6);
    let one = simulate(&model, trials(4_096));
    let many = simulate(&model, Options { years: 10, ..trials(4_096) });
    assert_eq!(one, many);
}

#[test]
fn overlaps_get_rarer_in_a_longer_trial() {
    // Ten years with a tenth of the rate: the same campaigns, spread over ten times the time.
    let mut model = closed_case();
    model.streams[0] = gamma("P0", 0, 8.0, 1.0);
    let union = |years, alpha: f64, beta: f64| {
        let mut model = model.clone();
        model.streams[0] = gamma("P0", 0, alpha, beta);
        simulate(&model, Options { years, overlaps: true, ..trials(4_096) })
    };
    let (short, long) = (union(1, 8.0, 1.0), union(10, 8.0, 10.0));
    assert_eq!(short.campaigns, long.campaigns);
    let hours = |years, alpha, beta| {
        let mut model = model.clone();
        model.streams[0] = gamma("P0", 0, alpha, beta);
        simulate(&model, Options { years, ..trials(4_096) }).activities[0].hours.sum
    };
    let sum = hours(1, 8.0, 1.0);
    near("sum", hours(10, 8.0, 10.0), sum);
    let lost = |tally: &blackstart::simulation::tally::Tally| sum - tally.activities[0].hours.sum;
    assert!(0.0 < lost(&long) && lost(&long) < 0.3 * lost(&short));
}

/// Two activities of one vendor, of which one breaches if it complies (the channel is given up) and
/// one if it does not; and nine of other vendors that never breach, to make states many.
fn many() -> Model {
    let mut units = vec![unit("V0", 1.0, [0.5, 0.5, 0.0])];
    units.extend((1..10).map(|at| unit(&format!("V{at}"), 0.5, [0.3, 0.4, 0.3])));
    let mut campaign = campaign(0, units);
    (campaign.never_ends, campaign.discloses) = (1.0, true);
    (campaign.median_hours, campaign.sigma) = (1.0, 0.1);
    let mut given_up = channel("V0", 1.0, &[(0, 0, 1.0)]);
    given_up.suspend_on_disclosure = true;
    let mut activities = vec![
        activity("A", 0, vec![given_up]),
        activity("B", 0, vec![channel("V0", 1.0, &[(0, 0, 0.0)])]),
    ];
    activities.extend((1..10).map(|at| {
        let name = format!("V{at}");
        let mut other = activity(&name, 0, vec![channel(&name, 1.0, &[(0, at, 0.0)])]);
        other.mtpd_hours = 2_000.0;
        other
    }));
    model(vec![planned("P0", 0, 1.0)], vec![campaign], activities)
}

#[test]
fn bounds_hold_where_one_answer_spares_what_the_other_stops() {
    // Each of the two breaches with chance .5, and one of them does for certain: the largest part
    // is .5 and the sum is 1, where independence would say .75.
    let model = many();
    let run = residual(&model);
    near("low", run.any_breach.joint.low, 0.5);
    near("high", run.any_breach.joint.high, 1.0);
    let tally = simulate(&model, trials(4_096));
    assert_eq!(tally.any_breach, 4_096);
    let estimate = wilson(tally.any_breach, tally.trials);
    assert!(estimate.value <= run.any_breach.joint.high);
    // With fewer activities the figure is exact.
    let mut few = model;
    few.activities.truncate(6);
    let joint = residual(&few).any_breach.joint;
    near("exact", joint.low, 1.0);
    near("exact", joint.high, 1.0);
}

#[test]
fn bounds_are_certain_where_anything_is_down_today() {
    let mut model = many();
    model.activities[2].channels[0].baseline = 0.1;
    model.activities[2].mtpd_hours = 48.0;
    let outcome = solve(&model);
    for run in [&outcome.inherent, &outcome.residual] {
        for joint in [run.any_breach.joint, run.places[0].any_breach] {
            near("low", joint.low, 1.0);
            near("high", joint.high, 1.0);
        }
        near("band", run.any_breach.band.low, 1.0);
    }
}

#[test]
fn fallbacks_that_make_too_many_states_are_left_out() {
    // Seven fallbacks with a vendor each, over the one in use: 4 * 3^6 states are kept, and with
    // them six fallbacks; the seventh would be too many.
    let mut units = vec![unit("V0", 1.0, [0.2, 0.6, 0.2])];
    units.extend((1..9).map(|at| unit(&format!("V{at}"), 0.5, [0.3, 0.4, 0.3])));
    let campaign = campaign(0, units);
    let mut one = activity("A", 0, vec![channel("V0", 1.0, &[(0, 0, 0.0)])]);
    for at in 1..9 {
        let mut extra = fallback(&format!("F{at}"), 10.0, 0.1, 1.0);
        extra.channel = channel(&extra.name, 1.0, &[(0, at, 0.9)]);
        one.fallbacks.push(extra);
    }
    let mut model = model(vec![gamma("P0", 0, 2.0, 4.0)], vec![campaign], vec![one]);
    let run = residual(&model);
    assert!(run.activities[0].simplified);
    // What is left out makes no risk smaller.
    model.campaigns[0].units[8].hit = 0.0;
    let with_one_more = residual(&model);
    assert!(with_one_more.eal.value < run.eal.value);
    model.campaigns[0].units[0].response = EXIT;
    assert!(residual(&model).activities[0].breach.value > run.activities[0].breach.value);
}
