//! Scales and ticks.

use schemars::JsonSchema;
use serde::Serialize;

use super::round;

/// From values to places, straight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub from: [f64; 2],
    pub to: [f64; 2],
}

impl Scale {
    pub fn at(self, value: f64) -> f64 {
        let [a, b] = self.from;
        let [c, d] = self.to;
        let part = if b > a { (value - a) / (b - a) } else { 0.0 };
        c + part.clamp(0.0, 1.0) * (d - c)
    }
}

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Tick {
    pub at: f64,
    pub text: String,
}

impl Tick {
    pub fn new(at: f64, text: impl Into<String>) -> Self {
        Self { at: round(at), text: text.into() }
    }
}

/// Round steps (1, 2 or 5 times a power of ten) from nothing up to a value, about `count` of them.
pub fn steps(most: f64, count: f64) -> Vec<f64> {
    if most <= 0.0 || !most.is_finite() {
        return vec![0.0];
    }
    let raw = most / count;
    let power = libm::pow(10.0, libm::floor(libm::log10(raw)));
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|x| x * power).find(|step| *step >= raw);
    let step = step.unwrap_or(10.0 * power);
    let mut all = Vec::new();
    let mut at = 0.0;
    while at <= most * 1.000_001 {
        all.push(at);
        at += step;
    }
    all
}

/// "0", "500 k", "2.5 M": amounts on an axis, whose currency stands beside it.
pub fn short(value: f64) -> String {
    let plain = |value: f64| {
        let text = format!("{value:.1}");
        text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
    };
    match value {
        1e9.. => format!("{} bn", plain(value / 1e9)),
        1e6.. => format!("{} M", plain(value / 1e6)),
        1e3.. => format!("{} k", plain(value / 1e3)),
        _ => plain(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!(steps(90.0, 5.0), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(steps(1.0, 4.0).len(), 3);
        assert_eq!(steps(0.0, 4.0), [0.0]);
        assert_eq!(steps(f64::NAN, 4.0), [0.0]);
    }

    #[test]
    fn amounts_are_short() {
        assert_eq!(
            [0.0, 950.0, 20_000.0, 2_500_000.0, 3e9].map(short),
            ["0", "950", "20 k", "2.5 M", "3 bn"]
        );
    }

    #[test]
    fn a_scale_without_width_does_not_divide_by_it() {
        let scale = Scale { from: [2.0, 2.0], to: [10.0, 20.0] };
        assert_eq!(scale.at(2.0).to_bits(), 10.0_f64.to_bits());
    }
}
