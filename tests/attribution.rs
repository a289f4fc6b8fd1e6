//! The quarterly attribution of the method: the same worked example in all 16 combinations of old and new
//! profile, knowledge, time and method.

use blackstart::{
    compare::shapley::{CORNERS, Corners, Factor, shapley, waterfall},
    engine::{score::score, solve::solve},
};
use serde_json::{Value, json};

use crate::example::{EXAMPLE, close, model_of, number, read};

/// The example with some factors of the next quarter.
fn quarter(corner: usize) -> Value {
    let mut example = read(EXAMPLE);
    if Factor::Time.is_new(corner) {
        for ages in example["LEDGER"].as_object_mut().unwrap().values_mut() {
            for age in ages.as_array_mut().unwrap() {
                *age = json!(number(age) + 0.25);
            }
        }
        for fallback in example["FB"].as_object_mut().unwrap().values_mut() {
            fallback["age"] = json!(number(&fallback["age"]) + 91.0);
        }
    }
    if Factor::Knowledge.is_new(corner) {
        // A shutdown eighteen days ago, and blocks that last longer than was known.
        example["LEDGER"]["AA"].as_array_mut().unwrap().push(json!(0.05));
        example["TYPES"]["AA"]["shutdown"] = json!(1);
        example["DUR"]["block"] = json!([0.24, 130.0, 2.28]);
    }
    if Factor::Method.is_new(corner) {
        example["COMPLY_MULT"] = json!(0.15);
    }
    if Factor::Profile.is_new(corner) {
        example["FB"]["F7"] =
            json!({ "c": "CC", "dep": "telco", "act": 2.0, "cov": 0.8, "age": 0 });
        example["PROC"]["P4_exec_CC"]["fb"] = json!(["F7"]);
        example["FB"]["F2"]["age"] = json!(0);
    }
    example
}

#[test]
fn the_change_of_a_quarter_is_shared_out_as_in_the_method() {
    let solved: Vec<(f64, f64)> = (0..CORNERS)
        .map(|corner| {
            let model = model_of(&quarter(corner));
            let residual = solve(&model).residual;
            (residual.eal.value, score(&model.scale, residual.harm.value))
        })
        .collect();
    let eal: Corners = std::array::from_fn(|corner| solved[corner].0);
    let points: Corners = std::array::from_fn(|corner| solved[corner].1);
    let near = |what: &str, value: f64, wanted: f64, by: f64| {
        assert!((value - wanted).abs() <= by, "{what}: {value}, wanted {wanted}");
    };
    near("EAL before", eal[0], 266_968.0, 0.5);
    near("EAL after", eal[CORNERS - 1], 254_523.0, 0.5);
    near("score before", points[0], 77.43, 0.005);
    near("score after", points[CORNERS - 1], 77.20, 0.005);
    let wanted = [-85_287.0, 53_169.0, 17_846.0, 1_827.0];
    let steps = [-101_856.0, 62_329.0, 25_156.0, 1_927.0];
    let of_score = [-2.11, 1.43, 0.39, 0.07];
    for (at, factor) in Factor::ALL.into_iter().enumerate() {
        near(factor.name(), shapley(&eal).of(factor), wanted[at], 0.5);
        near(factor.name(), waterfall(&eal).of(factor), steps[at], 0.5);
        near(factor.name(), shapley(&points).of(factor), of_score[at], 0.005);
    }
    close("sum", shapley(&eal).sum(), eal[CORNERS - 1] - eal[0], 1e-9);
}
