//! Measures that are announced come once or not at all.

use blackstart::model::Exposure;

use super::{
    agree::{agree, near, residual, simulate, trials},
    build::{RATE, closed_case, planned},
};

#[test]
fn the_closed_case_of_the_method() {
    let run = residual(&closed_case());
    let one = &run.activities[0];
    // E[T | hit] = .8 E[min(D, 10)] + .2 E[min(D, 1000)].
    near("E[T | hit]", one.totals.hours / (RATE * 0.5), 39.905_257_079_728_09);
    near("EAL", run.eal.value, 997.631_426_993_202_2);
    // theta = .5 * .2 * P(D > 48).
    near("theta", one.cells[0].theta, 0.076_851_623_745_576_41);
    near("P(breach)", one.breach.value, 0.037_346_107_348_634_86);
    near("P(any breach)", run.any_breach.joint.high, 0.037_346_107_348_634_86);
    near("P(N >= 1)", run.places[0].any_campaign, 0.36);
}

#[test]
fn a_scheduled_stream_multiplies_what_is_spared() {
    // 1 - (4 / (4 + theta))^2 * (1 - .6 theta), and 1 - .64 * .4 for any campaign.
    let mut model = closed_case();
    model.streams.push(planned("P0 announced", 0, 0.6));
    let mut announced = model.campaigns[0].clone();
    announced.stream = 1;
    model.campaigns.push(announced);
    let exposure = &mut model.activities[0].channels[0].exposure;
    exposure.push(Exposure { campaign: 1, ..exposure[0].clone() });
    let run = residual(&model);
    near("P(breach)", run.activities[0].breach.value, 0.081_735_016_201_789_25);
    near("P(any breach)", run.any_breach.joint.high, 0.081_735_016_201_789_25);
    near("P(any campaign)", run.places[0].any_campaign, 0.744);
    // .5 campaigns a year from the one stream, .6 from the other.
    near("EAL", run.eal.value, 997.631_426_993_202_2 * 1.1 / 0.5);
    model.activities[0].impact = [1.0, 2.0, 3.0, 4.0];
    agree(&model, 200_000);
}

#[test]
fn alone_it_is_a_coin() {
    // P(breach) = p theta, with no band: nothing is unsure but whether it comes.
    let mut model = closed_case();
    model.streams[0] = planned("P0", 0, 0.6);
    let run = residual(&model);
    let breach = run.activities[0].breach;
    near("P(breach)", breach.value, 0.6 * 0.076_851_623_745_576_41);
    near("low", breach.low, breach.value);
    near("high", breach.high, breach.value);
    near("EAL", run.eal.low, 0.6 * 0.5 * 3_990.525_707_972_809);
    model.streams[0] = planned("P0", 0, 1.0);
    let tally = simulate(&model, trials(1_000));
    assert_eq!(tally.campaigns, [1_000]);
}
