//! Sensitivity of the worked example.

use blackstart::{
    engine::known::Known,
    model::Model,
    sensitivity::{
        factor::Factor,
        sobol::{Design, log_eal},
        tornado::{Bar, Figures, sorted},
    },
};

use crate::{example::solved_from_expected_rates, support::Tool};

fn place(model: &Model, name: &str) -> usize {
    model.places.iter().position(|place| place == name).unwrap()
}

#[test]
fn tornado_of_the_worked_example() {
    let (model, _, _) = solved_from_expected_rates();
    // Thousands, from the method.
    for (factor, low, high) in [
        (Factor::LossRates, 154.0, 493.0),
        (Factor::Hits, 198.0, 385.0),
        (Factor::SwitchTime, 173.0, 349.0),
        (Factor::PlaceRate(place(&model, "BB")), 197.0, 352.0),
        (Factor::Readiness, 373.0, 219.0),
        (Factor::PlaceRate(place(&model, "AA")), 204.0, 339.0),
        (Factor::Durations, 223.0, 321.0),
        (Factor::NeverEnds, 244.0, 290.0),
        (Factor::Activation, 265.0, 281.0),
        (Factor::ComplyDuration, 265.0, 273.0),
    ] {
        let bar = Bar::new(&Known::new(&model), factor);
        assert!((bar.low.eal / 1e3 - low).abs() < 0.6, "{factor:?} {}", bar.low.eal);
        assert!((bar.high.eal / 1e3 - high).abs() < 0.6, "{factor:?} {}", bar.high.eal);
    }
}

#[test]
fn breach_and_tail_of_the_tornado() {
    let (model, _, _) = solved_from_expected_rates();
    for (factor, low, high) in [
        (Factor::Readiness, 0.287, 0.167),
        (Factor::Hits, 0.165, 0.283),
        (Factor::Activation, 0.211, 0.265),
    ] {
        let bar = Bar::new(&Known::new(&model), factor);
        assert!((bar.low.any_breach - low).abs() < 6e-4, "{factor:?} {}", bar.low.any_breach);
        assert!((bar.high.any_breach - high).abs() < 6e-4, "{factor:?} {}", bar.high.any_breach);
    }
    let cvar = Figures::of(&Known::new(&model)).cvar95.unwrap();
    assert!((cvar / 2_738_661.5 - 1.0).abs() < 5e-3, "{cvar}");
}

#[test]
fn bars_come_widest_first() {
    let (model, _, _) = solved_from_expected_rates();
    let factors = Factor::of_tornado(&model);
    assert_eq!(factors.len(), 4 + 10);
    let bars =
        sorted(factors.into_iter().map(|factor| Bar::new(&Known::new(&model), factor)).collect());
    assert_eq!(bars[0].factor, Factor::LossRates);
    assert!(bars.windows(2).all(|pair| pair[0].swing() >= pair[1].swing()));
}

#[test]
fn sobol_indices_of_the_worked_example() {
    let (model, _, _) = solved_from_expected_rates();
    let design = Design { dimensions: Factor::OF_SOBOL.len(), samples: 128 };
    let figures: Vec<f64> =
        (0..design.points()).map(|number| log_eal(&model, &design.point(number))).collect();
    let indices = design.indices(&figures);
    let total = |factor: Factor| {
        let at = Factor::OF_SOBOL.iter().position(|known| *known == factor).unwrap();
        indices[at].total
    };
    for (factor, wanted) in [
        (Factor::LossRates, 0.36),
        (Factor::AllRates, 0.26),
        (Factor::SwitchTime, 0.14),
        (Factor::Hits, 0.12),
        (Factor::Readiness, 0.06),
    ] {
        assert!((total(factor) - wanted).abs() < 0.06, "{factor:?} {}", total(factor));
    }
    for factor in [Factor::Durations, Factor::Activation, Factor::ComplyDuration] {
        assert!(total(factor) < 0.05, "{factor:?} {}", total(factor));
    }
}

#[test]
fn the_command_prints_and_ends_with_the_open_fields() {
    let run = |extra: &[&str]| {
        let mut args = vec!["sensitivity", "minimal.toml", "--as-of", "2026-11-22"];
        args.extend(extra);
        Tool::new(&args).profile("minimal.toml").run()
    };
    let text = run(&["--samples", "16"]);
    assert_eq!((text.code, text.stderr.as_str()), (0, ""));
    assert!(text.stdout.lines().all(|line| line.chars().count() <= 80), "{}", text.stdout);
    let parts = ["One number at a time", "Sobol indices", "loss_per_hour = 400"];
    let places: Vec<usize> = parts.iter().map(|part| text.stdout.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{}", text.stdout);

    let json = run(&["--samples", "16", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["sobol"].as_array().unwrap().len(), Factor::OF_SOBOL.len());
    assert!(value["sensitivity"]["open"][0]["line"].is_string());

    let wrong = run(&["--samples", "3"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("16..=65536"), "{}", wrong.stderr);
}
