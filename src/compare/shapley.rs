//! What moved a figure: its change is shared out between four factors, by Shapley's value.

use serde::Serialize;

/// What an assessment depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    /// What the organisation wrote.
    Profile,
    /// Facts of the knowledge base.
    Knowledge,
    /// Ageing of tests, expiries, and older events counting for less.
    Time,
    /// Parameters of the method.
    Method,
}

/// How many there are.
pub const FACTORS: usize = 4;

/// Combinations of old and new factors.
pub const CORNERS: usize = 1 << FACTORS;

impl Factor {
    /// In the order of the bits of a corner.
    pub const ALL: [Self; FACTORS] = [Self::Profile, Self::Knowledge, Self::Time, Self::Method];

    /// The order in which a waterfall changes them: the ground first, then what was done on it.
    pub const WATERFALL: [Self; FACTORS] =
        [Self::Method, Self::Knowledge, Self::Time, Self::Profile];

    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Knowledge => "knowledge",
            Self::Time => "time",
            Self::Method => "method",
        }
    }

    const fn bit(self) -> usize {
        1 << self as usize
    }

    /// Is it the new one in a corner?
    pub const fn is_new(self, corner: usize) -> bool {
        corner & self.bit() != 0
    }
}

/// A value for each factor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Parts {
    pub profile: f64,
    pub knowledge: f64,
    pub time: f64,
    pub method: f64,
}

impl Parts {
    fn from_each(each: impl Fn(Factor) -> f64) -> Self {
        Self {
            profile: each(Factor::Profile),
            knowledge: each(Factor::Knowledge),
            time: each(Factor::Time),
            method: each(Factor::Method),
        }
    }

    /// That of one factor.
    pub const fn of(&self, factor: Factor) -> f64 {
        match factor {
            Factor::Profile => self.profile,
            Factor::Knowledge => self.knowledge,
            Factor::Time => self.time,
            Factor::Method => self.method,
        }
    }

    /// All together: the whole change.
    pub fn sum(&self) -> f64 {
        Factor::ALL.iter().map(|factor| self.of(*factor)).sum()
    }
}

/// Values of a figure for each combination of factors; bit `k` of the index says whether factor `k` is
/// the new one.
pub type Corners = [f64; CORNERS];

/// The mean change that a factor makes over all orders in which the four could have changed. It does not
/// depend on an order, and the parts sum to the whole change.
///
/// A factor that joins `s` others stands in `s! (3 - s)!` of the 24 orders.
pub fn shapley(values: &Corners) -> Parts {
    const ORDERS: [f64; FACTORS] = [6.0, 2.0, 2.0, 6.0];
    Parts::from_each(|factor| {
        let without = (0..CORNERS).filter(|corner| !factor.is_new(*corner));
        let steps = without.map(|corner| {
            let step = values[corner | factor.bit()] - values[corner];
            ORDERS[corner.count_ones() as usize] * step
        });
        steps.sum::<f64>() / 24.0
    })
}

/// The change that each factor makes when they change one after the other.
pub fn waterfall(values: &Corners) -> Parts {
    Parts::from_each(|factor| {
        let before = Factor::WATERFALL.iter().take_while(|one| **one != factor);
        let corner = before.fold(0, |corner, one| corner | one.bit());
        values[corner | factor.bit()] - values[corner]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }

    fn corners(value: impl Fn([f64; 4]) -> f64) -> Corners {
        std::array::from_fn(|corner| {
            value(Factor::ALL.map(|factor| f64::from(u8::from(factor.is_new(corner)))))
        })
    }

    #[test]
    fn what_adds_up_is_told_apart_exactly() {
        let values = corners(|[p, k, t, m]| 10.0 - 4.0 * p + 3.0 * k + 2.0 * t + m);
        for parts in [shapley(&values), waterfall(&values)] {
            close(parts.profile, -4.0);
            close(parts.knowledge, 3.0);
            close(parts.time, 2.0);
            close(parts.method, 1.0);
        }
    }

    #[test]
    fn what_two_do_together_is_shared() {
        let values = corners(|[p, k, _, _]| 6.0 * p * k);
        let parts = shapley(&values);
        close(parts.profile, 3.0);
        close(parts.knowledge, 3.0);
        close(parts.time, 0.0);
        let steps = waterfall(&values);
        close(steps.knowledge, 0.0);
        close(steps.profile, 6.0);
    }

    #[test]
    fn parts_sum_to_the_whole_and_are_the_mean_of_the_orders() {
        let values: Corners = std::array::from_fn(|corner| ((corner * 37 + 11) % 101) as f64);
        let parts = shapley(&values);
        close(parts.sum(), values[CORNERS - 1] - values[0]);
        close(waterfall(&values).sum(), values[CORNERS - 1] - values[0]);
        let mut means = [0.0; 4];
        let mut orders = 0.0;
        for a in 0..4 {
            for b in (0..4).filter(|b| *b != a) {
                for c in (0..4).filter(|c| *c != a && *c != b) {
                    let d = 6 - a - b - c;
                    orders += 1.0;
                    let mut corner = 0;
                    for factor in [a, b, c, d] {
                        means[factor] += values[corner | 1 << factor] - values[corner];
                        corner |= 1 << factor;
                    }
                }
            }
        }
        for factor in Factor::ALL {
            close(parts.of(factor), means[factor as usize] / orders);
        }
    }
}
