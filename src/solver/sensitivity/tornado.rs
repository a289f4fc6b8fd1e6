//! One number at a time: what the figures would be at both ends of its range.
//!
//! The exact engine has no noise, so a difference is a difference.

use serde::Serialize;

use super::factor::{Factor, Range};
use crate::{
    distribution::year::{COARSE, Year},
    engine::known::Known,
    model::Model,
};

/// Headline figures of one model.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Expected annual loss.
    pub eal: f64,
    /// Chance that any activity that is not down today breaches its MTPD within a year.
    pub any_breach: f64,
    /// Mean of the worst twentieth of years; none where its law cannot be computed.
    pub cvar95: Option<f64>,
}

/// Share of years that CVaR95 leaves out.
const TAIL: f64 = 0.95;

impl Figures {
    /// Those of the model itself.
    pub fn of(known: &Known) -> Self {
        Self { cvar95: cvar95(known.model()), ..Self::without_tail(known, known.model()) }
    }

    /// The tail costs most of the time, and not every bar is shown.
    fn without_tail(known: &Known, model: &Model) -> Self {
        let run = known.residual(model);
        Self { eal: run.eal.value, any_breach: run.further_breach.joint.high, cvar95: None }
    }
}

fn cvar95(model: &Model) -> Option<f64> {
    let law = Year::new(model).loss(COARSE.resolution)?.law(COARSE)?;
    Some(law.tail_mean(TAIL))
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
    pub fn new(known: &Known, factor: Factor) -> Self {
        Self::without_tail(known, factor).with_tail(known.model())
    }

    /// The same without the tail.
    pub fn without_tail(known: &Known, factor: Factor) -> Self {
        let range = factor.range();
        let at = |value| Figures::without_tail(known, &factor.applied(known.model(), value));
        Self { factor, range, low: at(range.low), high: at(range.high) }
    }

    /// Fills in the tail.
    #[must_use]
    pub fn with_tail(mut self, model: &Model) -> Self {
        for (value, figures) in [(self.range.low, &mut self.low), (self.range.high, &mut self.high)]
        {
            figures.cvar95 = cvar95(&self.factor.applied(model, value));
        }
        self
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
