//! Channels with shares of the users: service comes back in stages.

use blackstart::{engine::outcome::Run, model::Model};

use super::{
    agree::{agree, near, residual, within},
    build::{
        COMPLY, EXIT, FULL, RATE, RESIST, SHORT, activity, campaign, channel, gamma, model, unit,
        v, v_after,
    },
};

/// Six tenths of the users are on V1, four on V2; any campaign hits both and leaves nothing.
fn two(first: [f64; 3], second: [f64; 3]) -> Model {
    let channels = vec![channel("V1", 0.6, &[(0, 0, 0.0)]), channel("V2", 0.4, &[(0, 1, 0.0)])];
    let units = vec![unit("V1", 1.0, first), unit("V2", 1.0, second)];
    let one = activity("A", 0, channels);
    model(vec![gamma("P0", 0, 2.0, 4.0)], vec![campaign(0, units)], vec![one])
}

fn hours(run: &Run) -> f64 {
    run.activities[0].totals.hours / RATE
}

fn loss(run: &Run) -> f64 {
    run.activities[0].totals.loss / RATE
}

#[test]
fn one_vendor_comes_back_before_the_other() {
    // V1 complies and is back after .1 D, V2 after D. With an MBCO of .8 the level is 0 and then
    // .6, so the depth is 1 and then 1 - .6/.8 = .25.
    let run = residual(&two(COMPLY, RESIST));
    let (short, full) = (SHORT.up_to(1_000.0), FULL.up_to(1_000.0));
    near("hours", hours(&run), full);
    near("loss", loss(&run), 100.0 * (short + 0.25 * (full - short)));
    near("theta", run.activities[0].cells[0].theta, FULL.beyond(48.0));
    // The same as numbers: E[min(D, 1000)] of LN(ln 100, 1) and of LN(ln 10, 1).
    near("E[min(D, 1000)]", full, 159.636_440_914_770_56);
    near("E[min(.1 D, 1000)]", short, 16.486_701_770_298_01);
}

#[test]
fn an_outage_ends_with_the_first_stage_that_is_enough() {
    // With an MBCO of .5 the .6 of V1 are enough: it lasts .1 D.
    let mut model = two(COMPLY, RESIST);
    model.activities[0].mbco = 0.5;
    let run = residual(&model);
    near("hours", hours(&run), SHORT.up_to(1_000.0));
    near("loss", loss(&run), 100.0 * SHORT.up_to(1_000.0));
    near("theta", run.activities[0].cells[0].theta, SHORT.beyond(48.0));
    // If V1 resists and V2 complies, the .4 of V2 are not enough: it lasts D, at a depth of 1 and
    // then of 1 - .4/.5 = .2.
    let mut model = two(RESIST, COMPLY);
    model.activities[0].mbco = 0.5;
    let run = residual(&model);
    let (short, full) = (SHORT.up_to(1_000.0), FULL.up_to(1_000.0));
    near("hours", hours(&run), full);
    near("loss", loss(&run), 100.0 * (short + 0.2 * (full - short)));
}

#[test]
fn what_an_exit_took_never_comes_back() {
    // V1 leaves, V2 complies: level 0 for .1 D, then .4 for good, so it lasts the 1,000 hours until
    // the organisation has left too, at depths of 1 and .5.
    let mut model = two(EXIT, COMPLY);
    model.activities[0].switch_cost = 7_000.0;
    let run = residual(&model);
    let short = SHORT.up_to(1_000.0);
    near("hours", hours(&run), 1_000.0);
    near("loss", loss(&run), 100.0 * (short + 0.5 * (1_000.0 - short)));
    near("switch cost", run.activities[0].switch_cost / RATE, 7_000.0);
    near("theta", run.activities[0].cells[0].theta, 1.0);
    // V1 leaves and V2 resists: three stages, of which the first two are the same: level 0 for D.
    let run = residual(&two(EXIT, RESIST));
    let full = FULL.up_to(1_000.0);
    near("loss", loss(&run), 100.0 * (full + 0.5 * (1_000.0 - full)));
}

#[test]
fn every_pair_of_answers_counts_by_its_chance() {
    // Each vendor is missed, complies, resists, exits with chance .4, .18, .3, .12. What is left
    // is .5 of V1 and .2 of V2, so that a hit on V2 alone leaves .6 + .4 * .2 = .68 < .8, and one
    // on V1 alone .6 * .5 + .4 = .7 < .8: every hit disrupts, whoever it is.
    let answers = [0.3, 0.5, 0.2];
    let mut model = two(answers, answers);
    for (used, left) in model.activities[0].channels.iter_mut().zip([0.5, 0.2]) {
        used.exposure[0].left = left;
    }
    for unit in &mut model.campaigns[0].units {
        unit.hit = 0.6;
    }
    let chances = [0.4, 0.18, 0.3, 0.12];
    // Level of a channel before .1 D, before D, after: by answer.
    let levels =
        |left: f64| [[1.0, 1.0, 1.0], [left, 1.0, 1.0], [left, left, 1.0], [0.0, 0.0, 0.0]];
    let grown = [SHORT.up_to(1_000.0), FULL.up_to(1_000.0), 1_000.0];
    let (mut hours_by_hand, mut loss_by_hand) = (0.0, 0.0);
    for (p, first) in chances.iter().zip(levels(0.5)) {
        for (q, second) in chances.iter().zip(levels(0.2)) {
            let mut before = 0.0;
            for stage in 0..3 {
                let level = 0.6 * first[stage] + 0.4 * second[stage];
                if level >= 0.8 {
                    break;
                }
                hours_by_hand += p * q * (grown[stage] - before);
                loss_by_hand += p * q * 100.0 * (1.0 - level / 0.8) * (grown[stage] - before);
                before = grown[stage];
            }
        }
    }
    let run = residual(&model);
    near("hours", hours(&run), hours_by_hand);
    near("loss", loss(&run), loss_by_hand);
}

#[test]
fn harm_grows_by_the_depth_of_its_time() {
    // Levels that are 2 throughout jump at once and never rise: the harm is v(2) at the first
    // depth.
    let mut model = two(COMPLY, RESIST);
    model.activities[0].impact = [2.0; 4];
    near("flat", residual(&model).harm.value / RATE, v(2.0));
    // Levels that rise: v(l(t)) up to .1 D at depth 1, what is added up to D at depth .25.
    let levels = [0.5, 2.0, 4.0, 5.0];
    model.activities[0].impact = levels;
    let by_hand = FULL.mean(|hours| {
        let short = v_after(levels, (0.1 * hours).min(1_000.0));
        short + 0.25 * (v_after(levels, hours.min(1_000.0)) - short)
    });
    within("rising", residual(&model).harm.value / RATE, by_hand, 1e-7);
}

#[test]
fn trials_and_laws_agree() {
    let answers = [0.3, 0.5, 0.2];
    let mut model = two(answers, answers);
    model.campaigns[0].never_ends = 0.2;
    model.campaigns[0].response_cost = 3_000.0;
    for (unit, cost) in model.campaigns[0].units.iter_mut().zip([2_000.0, 500.0]) {
        unit.hit = 0.6;
        unit.cost = [cost, 2.0 * cost, 0.0];
    }
    model.activities[0].impact = [0.5, 2.0, 4.0, 5.0];
    model.activities[0].loss_per_hour = [10.0, 50.0, 200.0, 80.0];
    model.activities[0].switch_cost = 20_000.0;
    let mut other = model.activities[0].clone();
    "B".clone_into(&mut other.name);
    other.mbco = 0.5;
    other.mtpd_hours = 6.0;
    model.activities.push(other);
    // Response and mandates by hand: .5 a year, each missing both with chance .4^2.
    let cost = 3_000.0 * (1.0 - 0.16) + 0.6 * (0.3 * 2_500.0 + 0.5 * 5_000.0);
    near("campaign cost", residual(&model).places[0].campaign_cost, RATE * cost);
    agree(&model, 200_000);
}
