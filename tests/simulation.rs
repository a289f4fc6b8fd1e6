//! The simulation: every count and sum of the worked example, and what the exact engine cannot do.

use blackstart::{
    analysis::{
        InTurn,
        compare::{Quantity, compare},
        loss_law, simulated,
    },
    distribution::year::Year,
    engine::outcome::Outcome,
    simulation::{options::Options, setup::Simulation, tally::Tally},
};

use crate::example::{CLOSED, close, number, solved_from_expected_rates};

fn run(simulation: &Simulation) -> Tally {
    let mut tally = simulation.tally();
    for chunk in 0..simulation.chunks() {
        tally.append(simulation.run_chunk(chunk));
    }
    tally
}

#[test]
fn every_count_and_sum_of_the_worked_example() {
    let (model, _, expected) = solved_from_expected_rates();
    let tally = run(&Simulation::new(&model, Options::default()));
    let wanted = &expected["mc_100k_seed_20260101"];
    close("sum", tally.loss.sum, number(&wanted["sum_loss"]), CLOSED);
    let max = tally.losses.iter().copied().fold(0.0, f64::max);
    close("max", max, number(&wanted["max_loss"]), CLOSED);
    let losing = tally.losses.iter().filter(|loss| **loss > 0.0).count();
    assert_eq!(Some(losing as u64), wanted["trials_with_loss"].as_u64());
    for (stream, count) in model.streams.iter().zip(&tally.campaigns) {
        assert_eq!(Some(*count), wanted["campaigns"][&stream.name].as_u64(), "{}", stream.name);
    }
    for (activity, sums) in model.activities.iter().zip(&tally.activities) {
        let name = &activity.name;
        assert_eq!(Some(sums.breaches.into()), wanted["breaches"][name].as_u64(), "{name}");
        close(name, sums.hours.sum, number(&wanted["hours"][name]), CLOSED);
    }
    for pair in wanted["first_losses"].as_array().unwrap() {
        let trial = usize::try_from(pair[0].as_u64().unwrap()).unwrap();
        close("first losses", tally.losses[trial], number(&pair[1]), CLOSED);
    }
}

#[test]
fn engines_that_disagree_twice_are_told_apart() {
    let (model, mut outcome, _) = solved_from_expected_rates();
    let options = Options { trials: 20_000, ..Options::default() };
    let check = |outcome: &Outcome| simulated(&model, outcome, None, options, &InTurn);
    assert!(check(&outcome).is_ok());
    outcome.residual.eal.value *= 1.2;
    let disagreement = check(&outcome).unwrap_err();
    assert_eq!(disagreement.0.quantity, Quantity::Eal);
}

#[test]
fn exact_and_simulated_agree() {
    let (model, outcome, _) = solved_from_expected_rates();
    let law = loss_law(&Year::new(&model), outcome.residual.eal).unwrap();
    let tally = run(&Simulation::new(&model, Options::default()));
    let all = compare(&model, &outcome.residual, Some(&law), &tally);
    assert_eq!(all.len(), 4 + 4 + 3 * 5);
    for one in &all {
        assert!(!one.disagrees(), "{one:?}");
    }
    assert!(all.iter().filter(|one| one.z.is_some()).count() >= 20);
    let eal = all[0].z.unwrap();
    assert!((eal - 0.83).abs() < 0.005, "{eal}");
}
