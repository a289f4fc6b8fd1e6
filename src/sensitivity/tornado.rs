//! One number at a time: what the figures would be at both ends of its range.
//!
//! The exact engine has no noise, so a difference is a difference.

use serde::Serialize;

use super::factor::{Factor, Range};
use crate::{
    distribution::year::{COARSE, Year},
    engine::solve::residual,
    model::Model,
};

/// Headline figures of one model.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// Expected annual loss.
    pub eal: f64,
    /// Chance that any activity breaches its MTPD within a year.
    pub any_breach: f64,
    /// Mean of the worst twentieth of years; none where its law cannot be computed.
    pub cvar95: Option<f64>,
}

/// Share of years that CVaR95 leaves out.
const TAIL: f64 = 0.95;

impl Figures {
    pub fn of(model: &Model) -> Self {
        let run = residual(model);
        let law = Year::new(model).loss(COARSE.resolution).and_then(|all| all.law(COARSE));
        Self {
            eal: run.eal.value,
            any_breach: run.any_breach.joint.high,
            cvar95: law.map(|law| law.tail_mean(TAIL)),
        }
    }
}

/// One bar of a tornado.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bar {
    pub factor: Factor,
    pub range: Range,
    /// Figures at the low end of the range.
    pub low: Figures,
    pub high: Figures,
}

impl Bar {
    /// Figures at both ends of a factor's range.
    pub fn new(model: &Model, factor: Factor) -> Self {
        let range = factor.range();
        let at = |value| Figures::of(&factor.applied(model, value));
        Self { factor, range, low: at(range.low), high: at(range.high) }
    }

    /// By how much the expected annual loss changes along the bar.
    pub fn swing(&self) -> f64 {
        (self.high.eal - self.low.eal).abs()
    }
}

/// Bars, the widest first.
pub fn sorted(mut bars: Vec<Bar>) -> Vec<Bar> {
    bars.sort_by(|a, b| b.swing().total_cmp(&a.swing()).then(a.factor.cmp(&b.factor)));
    bars
}
