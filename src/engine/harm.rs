//! Harm on the organisation's scale: impact levels over time, and their expected value for a
//! lognormal outage.

use super::lognormal::LogNormal;

/// Impact levels of one activity at the anchors of the scale.
#[derive(Debug, Clone, Copy)]
pub struct ImpactCurve<'a> {
    pub levels: &'a [f64; 4],
    pub anchors: &'a [f64; 4],
}

/// Value of the highest level before it is scaled to 1.
fn top() -> f64 {
    libm::pow(10.0, 2.5) - 1.0
}

/// Harm value of an impact level: 0 at level 0, 1 at level 5, ten times more every two levels.
pub fn level_value(level: f64) -> f64 {
    (libm::pow(10.0, level / 2.0) - 1.0) / top()
}

impl ImpactCurve<'_> {
    /// Level after `hours`: linear in ln t between anchors, constant outside, 0 at 0.
    pub fn level_at(self, hours: f64) -> f64 {
        if hours <= 0.0 {
            return 0.0;
        }
        if hours <= self.anchors[0] {
            return self.levels[0];
        }
        for i in 0..3 {
            let (from, to) = (self.anchors[i], self.anchors[i + 1]);
            if hours <= to {
                let part = libm::log(hours / from) / libm::log(to / from);
                return self.levels[i] + (self.levels[i + 1] - self.levels[i]) * part;
            }
        }
        self.levels[3]
    }

    /// Harm of an outage of exactly `hours`.
    pub fn value_at(self, hours: f64) -> f64 {
        level_value(self.level_at(hours))
    }

    /// Expected harm of an outage of min(D, cap) with lognormal D.
    ///
    /// Between two anchors the harm is a power of the time, so each stretch is a partial moment.
    pub fn expected_value(self, cap: f64, duration: LogNormal) -> f64 {
        if cap <= 0.0 {
            return 0.0;
        }
        let flat = |level: f64, low: f64, high: f64| {
            if high > low {
                level_value(level) * duration.partial_moment(0.0, low, high)
            } else {
                0.0
            }
        };
        let mut total = flat(self.levels[0], 0.0, self.anchors[0].min(cap));
        for i in 0..3 {
            total += self.stretch(i, cap, duration);
        }
        total += flat(self.levels[3], self.anchors[3], cap);
        total + self.value_at(cap) * duration.survival(cap)
    }

    fn stretch(self, i: usize, cap: f64, duration: LogNormal) -> f64 {
        let (from, to) = (self.anchors[i], self.anchors[i + 1]);
        let high = to.min(cap);
        if high <= from {
            return 0.0;
        }
        let rise = self.levels[i + 1] - self.levels[i];
        let power = rise / 2.0 * std::f64::consts::LN_10 / libm::log(to / from);
        let scale = libm::pow(10.0, self.levels[i] / 2.0) * libm::pow(from, -power);
        (scale * duration.partial_moment(power, from, high)
            - duration.partial_moment(0.0, from, high))
            / top()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANCHORS: [f64; 4] = [1.0, 24.0, 168.0, 730.0];

    #[test]
    fn levels_have_the_values_of_the_method() {
        for (level, value) in
            [(0.0, 0.0), (1.0, 0.0069), (2.0, 0.0286), (3.0, 0.0971), (4.0, 0.314), (5.0, 1.0)]
        {
            assert!((level_value(level) - value).abs() < 5e-4, "level {level}");
        }
    }

    #[test]
    fn expected_harm_reproduces_the_method() {
        let curve = ImpactCurve { levels: &[0.5, 2.0, 4.0, 5.0], anchors: &ANCHORS };
        let value = curve.expected_value(720.0, LogNormal::with_median(168.0, 2.0));
        assert!((value / 0.430_254_287_500_343_67 - 1.0).abs() < 1e-9, "{value}");
    }

    #[test]
    fn expected_harm_is_the_mean_over_quantiles() {
        let curve = ImpactCurve { levels: &[0.0, 1.0, 3.0, 4.0], anchors: &ANCHORS };
        let duration = LogNormal::with_median(60.0, 1.7);
        let exact = curve.expected_value(500.0, duration);
        let steps = 400_000;
        let mut sum = 0.0;
        let (mut low, width) = (-8.0_f64, 16.0 / f64::from(steps));
        for _ in 0..steps {
            let z = low + width / 2.0;
            let hours = libm::exp(duration.mu + duration.sigma * z).min(500.0);
            sum += curve.value_at(hours) * libm::exp(-z * z / 2.0) * width;
            low += width;
        }
        let numeric = sum / (2.0 * std::f64::consts::PI).sqrt();
        assert!((exact / numeric - 1.0).abs() < 1e-6, "{exact} {numeric}");
    }
}
