//! Harm on the organisation's scale: impact levels over time, and their expected value for a
//! lognormal outage.

use super::{
    clock::{Clock, Point},
    lognormal::LogNormal,
    normal,
};

/// Impact levels of one activity at the anchors of the scale.
#[derive(Debug, Clone, Copy)]
pub struct ImpactCurve<'a> {
    pub levels: &'a [f64; 4],
    pub anchors: &'a [f64; 4],
}

/// Value of the highest level before it is scaled to 1: 10^2.5 - 1.
pub const TOP: f64 = 315.227_766_016_837_9;

/// Harm value of an impact level: 0 at level 0, 1 at level 5, ten times more every two levels.
pub fn level_value(level: f64) -> f64 {
    (libm::pow(10.0, level / 2.0) - 1.0) / TOP
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

    /// Expected harm of an outage of min(D - onset, cap) with lognormal D, none where D ends before
    /// the onset.
    pub fn expected_value(self, onset: f64, cap: f64, duration: LogNormal) -> f64 {
        if cap <= 0.0 {
            0.0
        } else if onset > 0.0 {
            self.delayed_value(onset, cap, duration)
        } else {
            let clock = Clock::without_scale(duration, *self.anchors);
            self.growth(&clock).value_at(&clock.at(cap))
        }
    }

    /// Expected harm of a prompt outage, ready to be cut off at any time.
    pub fn growth(self, clock: &Clock) -> Growth {
        let sigma = clock.duration.sigma;
        let mut whole = level_value(self.levels[0]) * (1.0 - clock.anchors[0].survival);
        let mut pieces = [Piece::default(); 5];
        pieces[0].height = level_value(self.levels[0]);
        pieces[0].below = 1.0;
        for i in 0..3 {
            let (scale, power) = self.power(i);
            let shift = power * sigma;
            let moment = scale * libm::exp(power * clock.duration.mu + shift * shift / 2.0);
            let [from, to] = [clock.anchors[i], clock.anchors[i + 1]];
            let below = normal::cdf(from.z - shift);
            pieces[i + 1] = Piece { before: whole, height: moment, shift, below };
            let grown = moment * (normal::cdf(to.z - shift) - below);
            whole += (grown - (from.survival - to.survival)) / TOP;
        }
        pieces[4].before = whole;
        pieces[4].height = level_value(self.levels[3]);
        let survivals = clock.anchors.map(|anchor| anchor.survival);
        Growth { levels: *self.levels, anchors: *self.anchors, survivals, pieces }
    }

    /// With an onset there is no closed form: harm grows by `v'(x)` while the outage lasts, so its
    /// expectation is the integral of `v'(x) P(D > onset + x)`. Simpson's rule in ln x, 64 steps a
    /// stretch.
    fn delayed_value(self, onset: f64, cap: f64, duration: LogNormal) -> f64 {
        let lasts = |hours: f64| duration.survival(onset + hours);
        let mut total = level_value(self.levels[0]) * lasts(0.0);
        for i in 0..3 {
            let (from, to) = (self.anchors[i], self.anchors[i + 1].min(cap));
            if to > from {
                total += self.integral(i, libm::log(from), libm::log(to), lasts);
            }
        }
        total
    }

    fn integral(self, i: usize, from: f64, to: f64, lasts: impl Fn(f64) -> f64) -> f64 {
        const STEPS: i32 = 64;
        let (scale, power) = self.power(i);
        let width = (to - from) / f64::from(STEPS);
        // dv/d ln x = power * scale * x^power / top.
        let at = |step: i32| {
            let hours = libm::exp(from + width * f64::from(step));
            power * scale * libm::pow(hours, power) * lasts(hours)
        };
        let inner: f64 =
            (1..STEPS).map(|step| if step % 2 == 1 { 4.0 } else { 2.0 } * at(step)).sum();
        (at(0) + inner + at(STEPS)) * width / 3.0 / TOP
    }

    /// On stretch `i` the value is `(scale * t^power - 1) / top`.
    fn power(self, i: usize) -> (f64, f64) {
        let (from, to) = (self.anchors[i], self.anchors[i + 1]);
        let rise = self.levels[i + 1] - self.levels[i];
        let power = rise / 2.0 * std::f64::consts::LN_10 / libm::log(to / from);
        (libm::pow(10.0, self.levels[i] / 2.0) * libm::pow(from, -power), power)
    }
}

/// Expected harm of a lognormal outage as a function of when it is cut off.
///
/// Between two anchors the harm is a power of the time, so each stretch is a partial moment.
#[derive(Debug, Clone, Copy)]
pub struct Growth {
    levels: [f64; 4],
    anchors: [f64; 4],
    survivals: [f64; 4],
    /// Before the first anchor, between anchors, after the last.
    pieces: [Piece; 5],
}

/// One stretch: what the outages that end before it come to, and the partial moment in it.
#[derive(Debug, Clone, Copy, Default)]
struct Piece {
    before: f64,
    height: f64,
    shift: f64,
    below: f64,
}

impl Growth {
    /// Cut off at a point in time.
    pub fn value_at(&self, cap: &Point) -> f64 {
        if cap.hours <= 0.0 {
            return 0.0;
        }
        let at = self.anchors.iter().take_while(|anchor| **anchor < cap.hours).count();
        let piece = &self.pieces[at];
        let ended = match at {
            0 => piece.height * (1.0 - cap.survival),
            4 => piece.before + piece.height * (self.survivals[3] - cap.survival),
            _ => {
                let grown = piece.height * (normal::cdf(cap.z - piece.shift) - piece.below);
                piece.before + (grown - (self.survivals[at - 1] - cap.survival)) / TOP
            }
        };
        let curve = ImpactCurve { levels: &self.levels, anchors: &self.anchors };
        ended + curve.value_at(cap.hours) * cap.survival
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANCHORS: [f64; 4] = [1.0, 24.0, 168.0, 730.0];

    #[test]
    fn levels_have_the_values_of_the_method() {
        assert_eq!(TOP.to_bits(), (libm::pow(10.0, 2.5) - 1.0).to_bits());
        for (level, value) in
            [(0.0, 0.0), (1.0, 0.0069), (2.0, 0.0286), (3.0, 0.0971), (4.0, 0.314), (5.0, 1.0)]
        {
            assert!((level_value(level) - value).abs() < 5e-4, "level {level}");
        }
    }

    #[test]
    fn expected_harm_reproduces_the_method() {
        let curve = ImpactCurve { levels: &[0.5, 2.0, 4.0, 5.0], anchors: &ANCHORS };
        let value = curve.expected_value(0.0, 720.0, LogNormal::with_median(168.0, 2.0));
        assert!((value / 0.430_254_287_500_343_67 - 1.0).abs() < 1e-9, "{value}");
    }

    #[test]
    fn expected_harm_is_the_mean_over_quantiles() {
        let curve = ImpactCurve { levels: &[0.5, 1.0, 3.0, 4.0], anchors: &ANCHORS };
        let duration = LogNormal::with_median(60.0, 1.7);
        // Cut off before the first anchor, between others, and after the last.
        for cap in [0.5, 12.0, 100.0, 500.0, 2_000.0] {
            let exact = curve.expected_value(0.0, cap, duration);
            let steps = 100_000;
            let mut sum = 0.0;
            let (mut low, width) = (-8.0_f64, 16.0 / f64::from(steps));
            for _ in 0..steps {
                let z = low + width / 2.0;
                let hours = libm::exp(duration.mu + duration.sigma * z).min(cap);
                sum += curve.value_at(hours) * libm::exp(-z * z / 2.0) * width;
                low += width;
            }
            let numeric = sum / (2.0 * std::f64::consts::PI).sqrt();
            assert!((exact / numeric - 1.0).abs() < 1e-6, "{cap} h: {exact} {numeric}");
        }
    }

    #[test]
    fn a_delayed_outage_tends_to_the_prompt_one() {
        let curve = ImpactCurve { levels: &[0.5, 2.0, 4.0, 5.0], anchors: &ANCHORS };
        let duration = LogNormal::with_median(168.0, 2.0);
        let prompt = curve.expected_value(0.0, 720.0, duration);
        let delayed = curve.expected_value(1e-9, 720.0, duration);
        assert!((delayed / prompt - 1.0).abs() < 1e-7, "{delayed} {prompt}");
        assert!(curve.expected_value(336.0, 720.0, duration) < prompt);
    }
}
