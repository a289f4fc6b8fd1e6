//! Laws of a year by Fourier transform: the figures of the worked example.

use blackstart::distribution::{
    severity::Resolution,
    year::{Grid, REPORT, Year},
};

use crate::example::{close, number, solved_from_expected_rates};

const METHOD: Grid =
    Grid { step: Some(1_000.0), points: 1 << 15, resolution: Resolution::Fixed(2_000) };

#[test]
fn annual_loss_of_the_worked_example() {
    let (model, _, expected) = solved_from_expected_rates();
    let wanted = &expected["fft"];
    let severities = Year::new(&model).loss(METHOD.resolution).unwrap();
    let law = severities.law(METHOD).unwrap();
    assert!(law.quality().holds(), "{:?}", law.quality());
    close("mean", law.mean(), number(&wanted["mean"]), 1e-6);
    close("P(0)", law.none(), number(&wanted["p0"]), 1e-6);
    close("sd", severities.deviation(), 659_144.96, 1e-4);
    for p in ["0.5", "0.9", "0.95", "0.99"] {
        let (value, wanted) = (law.quantile(p.parse().unwrap()), number(&wanted["var"][p]));
        assert!((value - wanted).abs() <= 1_000.0, "VaR {p}: {value} {wanted}");
    }
    for p in ["0.95", "0.99"] {
        let value = law.tail_mean(p.parse().unwrap());
        close("CVaR", value, number(&wanted["tvar"][p]), 1e-6);
    }
    assert!((law.exceedance(1e6) - 0.0845).abs() < 5e-5, "{}", law.exceedance(1e6));
}

#[test]
fn the_grid_of_reports_is_fine_enough() {
    let (model, outcome, _) = solved_from_expected_rates();
    let law = Year::new(&model).loss(REPORT.resolution).unwrap().law(REPORT).unwrap();
    close("mean", law.mean(), outcome.residual.eal.value, 1e-3);
    close("VaR95", law.quantile(0.95), 1_980_900.0, 2e-3);
    close("CVaR95", law.tail_mean(0.95), 2_738_661.5, 1e-3);
    close("CVaR99", law.tail_mean(0.99), 3_805_291.7, 1e-3);
}

#[test]
fn annual_hours_of_the_worked_example() {
    let (model, outcome, _) = solved_from_expected_rates();
    let year = Year::new(&model);
    let grid = Grid { step: Some(1.0), points: 1 << 14, resolution: Resolution::Fixed(2_000) };
    let wanted = [
        [24.0, 104.0, 722.0],
        [24.0, 100.0, 732.0],
        [28.0, 214.0, 480.0],
        [0.0, 0.0, 737.0],
        [0.0, 0.0, 144.0],
    ];
    for (index, wanted) in wanted.into_iter().enumerate() {
        let law = year.hours(index, grid.resolution).unwrap().law(grid).unwrap();
        close("hours", law.mean(), outcome.residual.activities[index].totals.hours, 1e-3);
        for (p, wanted) in [0.9, 0.95, 0.99].into_iter().zip(wanted) {
            assert!((law.quantile(p) - wanted).abs() <= 1.0, "{index} {p}: {}", law.quantile(p));
        }
    }
}
