//! What only the simulation does within a year: overlapping outages, random activation times,
//! measures that neighbours copy; and what its trials have in common with those of other models.

use blackstart::{
    analysis::compare::{Quantity, compare},
    engine::normal,
    model::Model,
    simulation::{
        arrivals::Counts,
        options::Options,
        random::{Draws, Name},
        setup::Simulation,
        tally::Tally,
    },
};

use super::{
    agree::{near, residual, simulate, trials},
    build::{
        FULL, RESIST, activity, campaign, channel, closed_case, endless, fallback, gamma, model,
        planned, unit,
    },
};

const YEAR: f64 = 8_760.0;

/// An exact value and a mean over trials.
#[track_caller]
fn apart(what: &str, mean: f64, error: f64, exact: f64) {
    assert!((mean - exact).abs() < 4.0 * error, "{what}: {mean} +- {error} instead of {exact}");
}

#[track_caller]
fn hours_are(tally: &Tally, exact: f64) {
    let hours = tally.activities[0].hours;
    apart("hours", hours.mean(tally.trials), hours.error(tally.trials), exact);
}

/// Many campaigns a year, each an outage of 1,000 hours.
fn crowded() -> Model {
    let mut model = endless();
    model.streams[0] = gamma("P0", 0, 6.0, 1.0);
    model
}

#[test]
fn overlapping_outages_are_the_union_of_the_drawn_intervals() {
    // Onsets are named draws, so the union of each trial can be made by hand: in ascending order
    // each outage adds what is beyond the end of those before.
    let model = crowded();
    let options = Options { overlaps: true, ..trials(5_000) };
    let tally = simulate(&model, options);
    let counts = Counts::new(model.streams[0].arrivals, 1.0);
    let draws = Draws::new(options.seed);
    let (count, onset) = (Name::new("P0|N"), Name::new("P0|onset"));
    let (mut union, mut pairs) = (0.0, 0);
    for trial in 0..options.trials {
        let drawn = counts.of(draws.uniform(count, trial, 0));
        let mut starts: Vec<f64> =
            (0..drawn).map(|index| draws.uniform(onset, trial, index) * YEAR).collect();
        starts.sort_by(f64::total_cmp);
        pairs += u32::from(drawn == 2);
        for (at, start) in starts.iter().enumerate() {
            let next = starts.get(at + 1).copied().unwrap_or(f64::INFINITY);
            union += (next - start).min(1_000.0);
        }
    }
    assert!(pairs > 100);
    near("union", tally.activities[0].hours.sum, union);
    // The sum overstates it; losses and breaches are those of each campaign as before.
    let summed = simulate(&model, trials(5_000));
    assert!(tally.activities[0].hours.sum < 0.9 * summed.activities[0].hours.sum);
    assert_eq!(tally.loss, summed.loss);
    assert_eq!(tally.activities[0].breaches, summed.activities[0].breaches);
}

#[test]
fn overlapping_outages_have_the_expected_union() {
    // An hour is covered if a campaign began in the 1,000 hours before it, of the year. With a rate
    // that is Gamma(6, 1) no campaign begins in a part x of the year with chance (1 + x)^-6. So the
    // union is the integral of 1 - (1 + x)^-6: twice over the rising parts, once over the rest.
    let x = 1_000.0 / YEAR;
    let covered = |x: f64| 1.0 - (1.0 + x).powi(-6);
    // Integral from 0 to x of 1 - (1 + t)^-6 = x - (1 - (1 + x)^-5) / 5.
    let rising = x - (1.0 - (1.0 + x).powi(-5)) / 5.0;
    let union = YEAR * (2.0 * rising + (1.0 - x) * covered(x));
    let tally = simulate(&crowded(), Options { overlaps: true, ..trials(60_000) });
    hours_are(&tally, union);
    hours_are(&simulate(&crowded(), trials(60_000)), 6_000.0);
}

#[test]
fn an_overlap_of_two_measures_by_hand() {
    // Two measures that are certain, each an outage of 1,000 hours: two uniform starts in a year of
    // Y hours are closer than L with chance 2 L/Y - (L/Y)^2, and the overlap has the mean
    // 2 / Y^2 * integral of (L - x)(Y - x) from 0 to L = L^2 / Y - L^3 / (3 Y^2).
    let mut model = endless();
    model.streams = vec![planned("one", 0, 1.0), planned("two", 0, 1.0)];
    let mut second = model.campaigns[0].clone();
    second.stream = 1;
    model.campaigns.push(second);
    model.activities[0].channels = vec![channel("V1", 1.0, &[(0, 0, 0.0), (1, 0, 0.0)])];
    let tally = simulate(&model, Options { overlaps: true, ..trials(60_000) });
    hours_are(&tally, 2_000.0 - (1e6 / YEAR - 1e9 / (3.0 * YEAR * YEAR)));
}

#[test]
fn activation_times_without_spread_are_those_stated() {
    let mut model = closed_case();
    model.campaigns[0].notice_hours = 3.0;
    model.activities[0].fallbacks.push(fallback("F2", 4.0, 0.5, 0.6));
    let stated = simulate(&model, trials(8_192));
    assert_eq!(stated, simulate(&model, Options { activation_sigma: 0.0, ..trials(8_192) }));
    let hardly = simulate(&model, Options { activation_sigma: 1e-13, ..trials(8_192) });
    near("hours", hardly.activities[0].hours.sum, stated.activities[0].hours.sum);
    near("loss", hardly.loss.sum, stated.loss.sum);
}

#[test]
fn activation_times_with_spread_have_the_mean_of_the_shorter() {
    // A sure fallback after A = LN(ln 10, .8) hours, less a warning of 4: E[min(A - 4, D, 1000)] is
    // the integral of P(A > 4 + t) P(D > t). Simpson's rule in ln t.
    let mut model = endless();
    model.campaigns[0].never_ends = 0.0;
    model.campaigns[0].notice_hours = 4.0;
    model.activities[0].fallbacks = vec![fallback("F1", 10.0, 1.0, 1.0)];
    let both =
        |hours: f64| normal::cdf(-((hours + 4.0) / 10.0_f64).ln() / 0.8) * FULL.beyond(hours);
    let (from, to, steps) = (1e-6_f64.ln(), 1_000.0_f64.ln(), 4_000);
    let width = (to - from) / f64::from(steps);
    let at = |step: i32| {
        let hours = (from + width * f64::from(step)).exp();
        hours * both(hours)
    };
    let inner: f64 = (1..steps).map(|step| if step % 2 == 1 { 4.0 } else { 2.0 } * at(step)).sum();
    let mean = (at(0) + inner + at(steps)) * width / 3.0;
    assert!(7.0 < mean && mean < 10.0, "{mean}");
    let spread = Options { activation_sigma: 0.8, ..trials(200_000) };
    hours_are(&simulate(&model, spread), 0.5 * mean);
}

/// Three places; campaigns come by themselves to the first only (a rate of nothing at all would
/// mean that there can be none), and cost 1 each. The second is its neighbour, the third the
/// neighbour of the second.
fn row() -> Model {
    let streams =
        vec![gamma("P0", 0, 2.0, 4.0), gamma("P1", 1, 1e-12, 1.0), gamma("P2", 2, 1e-12, 1.0)];
    let of = |stream: usize| {
        let mut own = campaign(stream, vec![unit("V1", 1.0, RESIST)]);
        own.never_ends = 1.0;
        own.response_cost = 1.0;
        own
    };
    let used = |at| activity(["A", "B", "C"][at], at, vec![channel("V1", 1.0, &[(at, 0, 0.0)])]);
    let mut row = model(streams, (0..3).map(of).collect(), (0..3).map(used).collect());
    row.neighbours = vec![[0, 1], [1, 2]];
    row
}

#[test]
fn a_neighbour_copies_every_campaign_at_most_once() {
    let row = row();
    let spread =
        |model: &Model, contagion| simulate(model, Options { contagion, ..trials(20_000) });
    // Off, and with nobody beside: the same trials.
    let off = spread(&row, 0.0);
    assert_eq!(off, simulate(&row, trials(20_000)));
    let mut apart = row.clone();
    apart.neighbours.clear();
    assert_eq!(off, spread(&apart, 1.0));
    // Always: each campaign of the first place costs the second one more, and the third nothing,
    // since copies are not copied again.
    let always = spread(&row, 1.0);
    assert_eq!(always.campaigns, off.campaigns);
    let costs: Vec<f64> = always.places.iter().map(|place| place.sum).collect();
    near("source", costs[0], off.places[0].sum);
    near("copy", costs[1], costs[0]);
    near("copy of a copy", costs[2], 0.0);
    assert_eq!(u64::from(always.activities[0].disruptions), off.campaigns[0]);
    assert_eq!(off.places[1].sum.to_bits(), 0.0_f64.to_bits());
}

#[test]
fn copies_add_the_rate_of_the_source_times_their_chance() {
    // Campaigns come to the second place at .7 a year by themselves and at .3 * .5 as copies. Each
    // costs 1 and 100 an hour for 1,000 hours.
    let mut row = row();
    row.streams[1] = gamma("P1", 1, 0.7, 1.0);
    let tally = simulate(&row, Options { contagion: 0.3, ..trials(100_000) });
    let place = tally.places[1];
    let expected = (0.7 + 0.3 * 0.5) * 100_001.0;
    apart("copies", place.mean(tally.trials), place.error(tally.trials), expected);
    // And to the first at .5 by themselves and .3 * .7 as copies of those.
    let place = tally.places[0];
    let expected = (0.5 + 0.3 * 0.7) * 100_001.0;
    apart("copies back", place.mean(tally.trials), place.error(tally.trials), expected);
}

#[test]
fn a_neighbour_where_the_same_is_announced_copies_once_too() {
    let mut row = row();
    row.streams.push(planned("P1 announced", 1, 1e-12));
    let mut announced = row.campaigns[1].clone();
    announced.stream = 3;
    row.campaigns.push(announced);
    row.activities[1].channels[0] = channel("V1", 1.0, &[(1, 0, 0.0), (3, 0, 0.0)]);
    let tally = simulate(&row, Options { contagion: 1.0, ..trials(20_000) });
    assert_eq!(u64::from(tally.activities[1].disruptions), tally.campaigns[0]);
}

#[test]
fn what_is_added_changes_no_other_draw() {
    let base = super::random::model(&mut super::random::Dice::new(4), 2);
    let before = simulate(&base, trials(6_000));
    let sums =
        |tally: &Tally, count: usize| (tally.activities[..count].to_vec(), tally.places.clone());
    let count = base.activities.len();
    // An activity, as the last and as the first.
    let mut more = base.clone();
    let mut added = base.activities[0].clone();
    "new".clone_into(&mut added.name);
    for fallback in &mut added.fallbacks {
        fallback.name.push_str(" new");
    }
    more.activities.push(added.clone());
    let after = simulate(&more, trials(6_000));
    assert_eq!(sums(&after, count).0, before.activities);
    assert_eq!(after.campaigns, before.campaigns);
    more.activities.rotate_right(1);
    assert_eq!(simulate(&more, trials(6_000)).activities[1..], before.activities);
    // A fallback of the first activity.
    let mut more = base.clone();
    more.activities[0].fallbacks.insert(0, fallback("new", 1.0, 0.7, 1.0));
    let after = simulate(&more, trials(6_000));
    assert_eq!(after.activities[1..], before.activities[1..]);
    assert!(after.activities[0].hours.sum < before.activities[0].hours.sum);
    // A country with a stream, a campaign and an activity.
    let mut more = base.clone();
    more.places.push("new".to_owned());
    let place = base.places.len();
    more.streams.push(gamma("new", place, 2.0, 4.0));
    more.campaigns.push(campaign(base.streams.len(), vec![unit("V1", 0.5, RESIST)]));
    let used = channel("V1", 1.0, &[(base.campaigns.len(), 0, 0.0)]);
    more.activities.push(activity("there", place, vec![used]));
    let after = simulate(&more, trials(6_000));
    assert_eq!(sums(&after, count).0, before.activities);
    assert_eq!(after.places[..place], before.places);
    assert!(after.places[place].sum > 0.0);
}

#[test]
fn chunks_can_be_run_in_any_order() {
    let model = super::random::model(&mut super::random::Dice::new(9), 3);
    let options =
        Options { overlaps: true, activation_sigma: 0.5, contagion: 0.5, ..trials(20_000) };
    let simulation = Simulation::new(&model, options);
    let mut chunks: Vec<(u32, Tally)> =
        [3, 0, 4, 2, 1].map(|chunk| (chunk, simulation.run_chunk(chunk))).into();
    chunks.sort_by_key(|(chunk, _)| *chunk);
    let mut tally = simulation.tally();
    for (_, chunk) in chunks {
        tally.append(chunk);
    }
    assert_eq!(tally, simulate(&model, options));
    assert_eq!((tally.trials, tally.losses.len()), (20_000, 20_000));
}

#[test]
fn what_cannot_happen_must_not_happen_in_a_trial() {
    // A comparison with an exact figure of nothing, or of certainty, needs no number of trials.
    let model = closed_case();
    let mut run = residual(&model);
    let tally = simulate(&model, trials(4_096));
    run.activities[0].breach.value = 0.0;
    run.activities[0].totals.hours = 0.0;
    run.any_breach.joint.low = 1.0;
    run.any_breach.joint.high = 1.0;
    let all = compare(&model, &run, None, &tally);
    let wrong = all.iter().filter(|one| one.disagrees()).map(|one| &one.quantity);
    let wrong: Vec<&Quantity> = wrong.collect();
    let hours = Quantity::Hours("A".to_owned());
    let breach = Quantity::Breach("A".to_owned());
    assert_eq!(wrong, [&Quantity::AnyBreach, &hours, &breach]);
}
