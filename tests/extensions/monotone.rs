//! What must never lower a risk, what must never raise one, and what must change none.

use blackstart::{
    engine::{outcome::Run, score::score, solve::solve},
    model::{Activity, Arrivals, Model},
};

use super::{build, properties::at_most, properties::models};

/// Every figure that a reader takes for risk: of the whole, of each place, of each activity.
fn risks(model: &Model, run: &Run) -> Vec<(String, f64)> {
    let named = |what: &str, value: f64| (what.to_owned(), value);
    let mut all = vec![
        named("EAL", run.eal.value),
        named("harm", run.harm.value),
        named("score", score(&model.scale, run.harm.value)),
    ];
    for (place, one) in model.places.iter().zip(&run.places) {
        all.push((format!("EAL in {place}"), one.eal));
        all.push((format!("harm in {place}"), one.harm));
    }
    for (activity, one) in model.activities.iter().zip(&run.activities) {
        let of = |what: &str| format!("{what} of {}", activity.name);
        all.push((of("hours"), one.totals.hours));
        all.push((of("loss"), one.totals.loss));
        all.push((of("harm"), one.harm));
        all.push((of("breach"), one.breach.value));
    }
    all
}

/// No risk of `worse` is below that of `model`, with fallbacks or without.
fn never_lower(what: &str, model: &Model, worse: &Model) {
    let (before, after) = (solve(model), solve(worse));
    for (low, high) in [(&before.inherent, &after.inherent), (&before.residual, &after.residual)] {
        for ((name, low), (_, high)) in risks(model, low).into_iter().zip(risks(worse, high)) {
            at_most(&format!("{what}: {name}"), low, high);
        }
    }
}

#[test]
fn more_frequent_is_never_a_lower_risk() {
    for model in models() {
        let mut worse = model.clone();
        for stream in &mut worse.streams {
            match &mut stream.arrivals {
                Arrivals::GammaPoisson { alpha, .. } => *alpha *= 1.3,
                Arrivals::Scheduled { chance } => *chance = (*chance * 1.3).min(1.0),
            }
        }
        never_lower("more frequent", &model, &worse);
    }
}

#[test]
fn longer_is_never_a_lower_risk() {
    for model in models() {
        let mut worse = model.clone();
        for campaign in &mut worse.campaigns {
            campaign.median_hours *= 1.5;
            campaign.never_ends = (campaign.never_ends + 0.1).min(1.0);
        }
        never_lower("longer", &model, &worse);
    }
}

/// No vendor exits here: an organisation that is told of an exit leaves in time, and is spared what
/// the same campaign would have done to it later. That is dearer, but a shorter outage.
#[test]
fn more_likely_to_be_hit_is_never_a_lower_risk() {
    for mut model in models() {
        for unit in model.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units) {
            let [comply, resist, exit] = unit.response;
            unit.response = [comply, resist + exit, 0.0];
        }
        let mut worse = model.clone();
        for unit in worse.campaigns.iter_mut().flat_map(|campaign| &mut campaign.units) {
            unit.hit = (unit.hit * 1.4).min(1.0);
        }
        never_lower("more likely", &model, &worse);
    }
}

/// What is hit leaves less.
#[test]
fn deeper_is_never_a_lower_risk() {
    for model in models() {
        let mut worse = model.clone();
        for activity in &mut worse.activities {
            let own = activity.channels.iter_mut();
            let others = activity.fallbacks.iter_mut().map(|fallback| &mut fallback.channel);
            for exposure in own.chain(others).flat_map(|channel| &mut channel.exposure) {
                exposure.left *= 0.5;
                if let Some(shrinks) = &mut exposure.shrinks {
                    shrinks.floor *= 0.5;
                }
            }
        }
        never_lower("deeper", &model, &worse);
    }
}

/// More loss per hour, more harm at every time, and less patience.
#[test]
fn dearer_is_never_a_lower_risk() {
    for model in models() {
        let mut worse = model.clone();
        for activity in &mut worse.activities {
            activity.loss_per_hour = activity.loss_per_hour.map(|loss| loss * 1.5);
            // By as much everywhere: what lies beyond the anchors goes on as steeply as before.
            let room = 5.0 - activity.impact.into_iter().fold(0.0, f64::max);
            activity.impact = activity.impact.map(|level| level + room.min(0.3));
            activity.mtpd_hours *= 0.7;
        }
        never_lower("dearer", &model, &worse);
    }
}

#[test]
fn a_fallback_that_survives_never_raises_a_breach() {
    let mut helped = 0;
    for model in models() {
        let mut better = model.clone();
        for activity in &mut better.activities {
            let standby = build::fallback("survivor", 0.5, 0.9, 1.0);
            activity.fallbacks.push(standby);
        }
        let (before, after) = (solve(&model), solve(&better));
        for (with, without) in after.residual.activities.iter().zip(&before.residual.activities) {
            at_most("breach", with.breach.value, without.breach.value);
            helped += u32::from(with.breach.value < 0.9 * without.breach.value);
        }
        let any = |run: &Run| run.any_breach.joint;
        at_most("any breach", any(&after.residual).low, any(&before.residual).high);
    }
    assert!(helped > 100, "{helped} activities were helped");
}

/// Two halves of an activity, by people and by money, are the whole of it. Only the chance of any breach
/// may rise: the halves have fallbacks of their own, each of which can fail to work.
#[test]
fn splitting_an_activity_with_its_impact_leaves_the_totals() {
    for model in models() {
        let mut halves = model.clone();
        halves.activities = Vec::new();
        for activity in &model.activities {
            let mut half = activity.clone();
            half.part /= 2.0;
            half.switch_cost /= 2.0;
            half.loss_per_hour = half.loss_per_hour.map(|loss| loss / 2.0);
            let other = format!("{} again", activity.name);
            halves.activities.extend([half.clone(), Activity { name: other, ..half }]);
        }
        let (whole, split) = (solve(&model), solve(&halves));
        for (one, two) in [(&whole.inherent, &split.inherent), (&whole.residual, &split.residual)] {
            same("EAL", one.eal.value, two.eal.value);
            same("harm", one.harm.value, two.harm.value);
            at_most("any breach", one.any_breach.joint.low, two.any_breach.joint.high);
            for (place, again) in one.places.iter().zip(&two.places) {
                same("EAL of a place", place.eal, again.eal);
                same("harm of a place", place.harm, again.harm);
            }
        }
    }
}

fn same(what: &str, one: f64, other: f64) {
    at_most(what, one, other);
    at_most(what, other, one);
}

#[test]
fn scores_stay_in_their_range_and_rise_with_harm() {
    let scale = build::scale();
    let mut last = 0.0;
    for exponent in -400..400 {
        let harm = libm::pow(10.0, f64::from(exponent) / 20.0);
        let one = score(&scale, harm);
        assert!((0.0..=100.0).contains(&one), "{harm}: {one}");
        at_most("score", last, one);
        last = one;
    }
    for (harm, extreme) in [(0.0, 0.0), (1e-300, 0.0), (1e300, 100.0)] {
        assert!((score(&scale, harm) - extreme).abs() < f64::EPSILON, "{harm}");
    }
}

/// The whole is never below its worst part.
#[test]
fn aggregates_are_never_below_their_worst_part() {
    for model in models() {
        let outcome = solve(&model);
        for run in [&outcome.inherent, &outcome.residual] {
            let most = |of: &mut dyn Iterator<Item = f64>| of.fold(0.0, f64::max);
            let activities = || run.activities.iter();
            let places = || run.places.iter();
            at_most("harm", most(&mut activities().map(|one| one.harm)), run.harm.value);
            at_most("harm", most(&mut places().map(|one| one.harm)), run.harm.value);
            at_most("loss", most(&mut activities().map(|one| one.totals.loss)), run.eal.value);
            at_most("EAL", most(&mut places().map(|one| one.eal)), run.eal.value);
            let breach = most(&mut activities().map(|one| one.breach.value));
            at_most("breach", breach, run.any_breach.joint.high);
            let here = most(&mut places().map(|one| one.any_breach.low));
            at_most("breach", here, run.any_breach.joint.high);
            let worst = activities().map(|one| score(&model.scale, one.harm));
            at_most("score", most(&mut { worst }), score(&model.scale, run.harm.value));
        }
    }
}
