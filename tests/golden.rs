//! The worked example of the method: every closed-form figure, through the same engine that
//! assesses profiles.

use blackstart::{
    empirical,
    engine::{outcome::Outcome, score, solve::solve},
    model::Model,
};
use serde_json::Value;

use crate::example::{
    CLOSED, EXAMPLE, EXPECTED, close, model, number, panel, read, solved_from_expected_rates, words,
};

/// The fit itself is held to 1e-6; what follows from it to a little more than that.
const FIT: f64 = 1e-6;

fn solved() -> (Model, Outcome, Value) {
    let model = model();
    let outcome = solve(&model);
    (model, outcome, read(EXPECTED))
}

#[test]
fn empirical_bayes_fit() {
    let example = read(EXAMPLE);
    let expected = read(EXPECTED);
    let panel = panel(&example);
    let fit = empirical::fit(&panel.values().copied().collect::<Vec<_>>());
    close("a", fit.shape, number(&expected["eb"]["a"]), FIT);
    close("b", fit.strength, number(&expected["eb"]["b"]), FIT);
    close("lnL", fit.log_likelihood, -20.255_295_6, 1e-8);
    for (country, observed) in &panel {
        close(country, observed.count, number(&expected["eb"]["y"][country]), 1e-12);
        close("T", observed.years, number(&expected["eb"]["T"]), 1e-12);
    }
}

#[test]
fn scenario_shares() {
    let (model, _, expected) = solved();
    for campaign in &model.campaigns {
        let place = &model.streams[campaign.stream].name;
        close(place, campaign.weight, number(&expected["share"][place][&campaign.name]), CLOSED);
    }
}

#[test]
fn every_process() {
    let (model, outcome, expected) = solved_from_expected_rates();
    for (activity, solved) in model.activities.iter().zip(&outcome.residual.activities) {
        let wanted = &expected["process"][&activity.name];
        let theta: f64 = solved.cells.iter().map(|cell| cell.theta).sum();
        for (key, value) in [
            ("hours", solved.totals.hours),
            ("loss", solved.totals.loss),
            ("switch", solved.switch_cost),
            ("over_mtpd_hours", solved.totals.over),
            ("disruptions_per_year", solved.disruptions),
            ("theta_breach", theta),
            ("p_breach", solved.breach.value),
        ] {
            close(&format!("{} {key}", activity.name), value, number(&wanted[key]), CLOSED);
        }
    }
}

#[test]
fn every_cell() {
    let (model, outcome, expected) = solved_from_expected_rates();
    let mut checked = 0;
    for (index, activity) in model.activities.iter().enumerate() {
        for scenario in words(&read(EXAMPLE)["SCEN"]) {
            let name = format!("{}|{scenario}", activity.name);
            let wanted = &expected["cells"][&name];
            let find = |run: &blackstart::engine::outcome::Run| {
                let cells = &run.activities[index].cells;
                cells
                    .iter()
                    .find(|cell| model.campaigns[cell.campaign].name == scenario)
                    .copied()
                    .unwrap_or_default()
            };
            let (inherent, residual) = (find(&outcome.inherent), find(&outcome.residual));
            let frequency = number(&wanted["freq"]);
            close(&name, residual.frequency, frequency, CLOSED);
            close(&name, inherent.harm(), number(&wanted["R0"]), CLOSED);
            close(&name, residual.harm(), number(&wanted["R1"]), CLOSED);
            close(
                &name,
                score::score(&model.scale, inherent.harm()),
                number(&wanted["score0"]),
                CLOSED,
            );
            close(
                &name,
                score::score(&model.scale, residual.harm()),
                number(&wanted["score1"]),
                CLOSED,
            );
            if frequency > 0.0 {
                close(&name, inherent.harm() / frequency, number(&wanted["H0"]), CLOSED);
                close(&name, residual.harm() / frequency, number(&wanted["H1"]), CLOSED);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 21, "cells with a frequency");
}

#[test]
fn every_country_and_the_whole() {
    let (model, outcome, expected) = solved_from_expected_rates();
    for (name, place) in model.places.iter().zip(&outcome.residual.places) {
        let wanted = &expected["country"][name];
        close(name, place.rate, number(&wanted["lam"]), CLOSED);
        close(name, place.any_campaign, number(&wanted["p1"]), CLOSED);
        close(name, place.eal, number(&wanted["eal"]), CLOSED);
        close(name, place.any_breach.low, number(&wanted["pb_any"]), CLOSED);
        close(name, place.any_breach.high, number(&wanted["pb_any"]), CLOSED);
    }
    close("EAL", outcome.residual.eal.value, number(&expected["eal"]), CLOSED);
    close(
        "P(any)",
        outcome.residual.any_breach.joint.high,
        number(&expected["p_any_breach"]),
        CLOSED,
    );
    close("R", outcome.residual.harm.value, 0.132_212, 1e-5);
    close("R inherent", outcome.inherent.harm.value, 0.292_502, 1e-5);
    close("score", score::score(&model.scale, outcome.residual.harm.value), 77.43, 1e-4);
    close("score inherent", score::score(&model.scale, outcome.inherent.harm.value), 84.32, 1e-4);
    close("EAL inherent", outcome.inherent.eal.value, 678_034.223_256_9, CLOSED);
    close("P(any) inherent", outcome.inherent.any_breach.joint.high, 0.399_512_285_1, 1e-9);
}

#[test]
fn inherent_breach_probabilities_and_scores() {
    let (model, outcome, _) = solved_from_expected_rates();
    let printed = [
        (0.21492, 76.84, 65.36),
        (0.27059, 72.83, 57.52),
        (0.11052, 73.64, 73.15),
        (0.02033, 47.66, 47.66),
        (0.01551, 36.90, 32.51),
    ];
    for (index, (breach, inherent, residual)) in printed.into_iter().enumerate() {
        let pick = |run: &blackstart::engine::outcome::Run| run.activities[index].clone();
        assert!((pick(&outcome.inherent).breach.value - breach).abs() < 6e-6, "process {index}");
        assert!((score::score(&model.scale, pick(&outcome.inherent).harm) - inherent).abs() < 6e-3);
        assert!((score::score(&model.scale, pick(&outcome.residual).harm) - residual).abs() < 6e-3);
    }
}

#[test]
fn from_ledger_to_expected_loss_without_help() {
    let (_, outcome, expected) = solved();
    close("EAL", outcome.residual.eal.value, number(&expected["eal"]), 2.0 * FIT);
}

#[test]
fn bands_of_the_method() {
    let (model, outcome, _) = solved();
    let place_score = |place: usize| {
        let stream = &model.streams[place];
        let band = blackstart::engine::band::linear(std::slice::from_ref(stream), &[1.0], 0.0, 0.8);
        [band.low, band.high].map(|rate| 20.0 * (rate / band.value).log10())
    };
    let [low, high] = place_score(0);
    assert!((low - -5.0).abs() < 0.6 && (high - 4.0).abs() < 0.6, "AA {low} {high}");
    let [low, high] = place_score(3);
    assert!((low - -22.0).abs() < 1.0 && (high - 8.0).abs() < 0.6, "DD {low} {high}");
    let harm = outcome.residual.harm;
    assert!(harm.low < harm.value && harm.value < harm.high);
}
