//! Scores of every way to forecast with their intervals, paired by the draws.

use super::{
    forecast::Way,
    record::{Comparison, WayScores},
    resample::Estimate,
    score::{Case, Ranked, Scores, skill},
};

/// Scores of all ways to forecast: of what happened, and of each draw of countries.
#[derive(Debug)]
pub struct Judged {
    pub value: [Scores; 4],
    drawn: Vec<[Scores; 4]>,
}

impl Judged {
    pub fn new(cases: &[Vec<Case>; 4], floor: f64, all: &[f64], draws: &[Vec<f64>]) -> Self {
        let ranked = cases.each_ref().map(|cases| Ranked::new(cases, floor));
        let scores = |weights: &[f64]| ranked.each_ref().map(|ranked| ranked.scores(weights));
        Self { value: scores(all), drawn: draws.iter().map(|weights| scores(weights)).collect() }
    }

    fn estimate(&self, of: impl Fn(&[Scores; 4]) -> f64) -> Estimate {
        Estimate::new(of(&self.value), self.drawn.iter().map(&of).collect())
    }

    /// All scores of one way.
    pub fn scores(&self, way: Way, cases: &[Case]) -> WayScores {
        let (at, base) = (way as usize, Way::Climatology as usize);
        WayScores {
            way,
            name: way.name(),
            mean_forecast: cases.iter().map(|case| case.forecast).sum::<f64>() / cases.len() as f64,
            brier: self.estimate(|scores| scores[at].brier),
            log_loss: self.estimate(|scores| scores[at].log_loss),
            auc: self.estimate(|scores| scores[at].auc),
            skill: self.estimate(|scores| skill(scores[at].brier, scores[base].brier)),
            miscalibration: self.estimate(|scores| scores[at].miscalibration),
            discrimination: self.estimate(|scores| scores[at].discrimination),
        }
    }

    /// The rule beside another way.
    pub fn comparison(&self, way: Way) -> Comparison {
        let (at, rule) = (way as usize, Way::TierAndSize as usize);
        Comparison {
            with: way,
            name: way.name(),
            brier_lower_by: self.estimate(|scores| scores[at].brier - scores[rule].brier),
            skill: self.estimate(|scores| skill(scores[rule].brier, scores[at].brier)),
        }
    }
}
