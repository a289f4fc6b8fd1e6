//! The point of least loss, by Newton's method with a line search.

use super::loss::{Loss, Point, Slope};

/// The search ends when no logarithm moves by more than this.
const CLOSE: f64 = 1e-10;
/// Far more rounds than a search needs: it takes six to ten.
const ROUNDS: usize = 200;
/// No logarithm moves by more than this in one round, so that no exponential overflows.
const LEAP: f64 = 2.0;
/// A step must win this share of what the slope promises.
const WORTH: f64 = 1e-4;
const HALVINGS: usize = 40;

/// A move of every parameter.
#[derive(Debug)]
struct Step {
    shape: f64,
    means: Vec<f64>,
    /// Change of the loss that the slope promises: below zero.
    promise: f64,
}

/// Follows the loss downhill from a point.
pub fn minimum(loss: &Loss, from: Point) -> Point {
    let mut at = from;
    let mut value = loss.value(&at);
    for _ in 0..ROUNDS {
        let step = step(&loss.slope(&at));
        let largest = step.means.iter().fold(step.shape.abs(), |most, one| most.max(one.abs()));
        let first = (LEAP / largest).min(1.0);
        let Some((point, lower)) = search(loss, &at, value, &step, first) else { break };
        (at, value) = (point, lower);
        if largest < CLOSE {
            break;
        }
    }
    at
}

/// Solves the arrow. The diagonal is positive everywhere; where the loss bends down along the
/// shape, the bend is taken as up, so that the step goes downhill all the same.
fn step(slope: &Slope) -> Step {
    let arrow = || slope.mixed.iter().zip(&slope.means_twice);
    let taken: f64 = arrow().map(|(mixed, twice)| mixed * mixed / twice).sum();
    let carried: f64 =
        arrow().zip(&slope.means).map(|((mixed, twice), mean)| mixed * mean / twice).sum();
    let bend = (slope.shape_twice - taken).abs().max(f64::EPSILON);
    let shape = (carried - slope.shape) / bend;
    let means: Vec<f64> = arrow()
        .zip(&slope.means)
        .map(|((mixed, twice), mean)| -(mean + mixed * shape) / twice)
        .collect();
    let along: f64 = means.iter().zip(&slope.means).map(|(step, mean)| step * mean).sum();
    Step { promise: shape * slope.shape + along, shape, means }
}

/// The first of ever shorter steps that is worth its length.
fn search(loss: &Loss, at: &Point, value: f64, step: &Step, first: f64) -> Option<(Point, f64)> {
    // Near the end the gain is below the rounding of the loss itself.
    let rounding = 1e-13 * (1.0 + value.abs());
    let mut length = first;
    for _ in 0..HALVINGS {
        let means = at.ln_means.iter().zip(&step.means);
        let point = Point {
            ln_shape: at.ln_shape + length * step.shape,
            ln_means: means.map(|(mean, by)| mean + length * by).collect(),
        };
        let lower = loss.value(&point);
        if lower <= value + WORTH * length * step.promise + rounding {
            return Some((point, lower));
        }
        length /= 2.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backtest::loss::Penalty;

    #[test]
    fn every_start_leads_to_the_point_where_the_slope_is_zero() {
        let counts = [0.0, 0.0, 9.0, 1.0, 0.0, 0.0, 2.0, 30.0];
        let penalty = Penalty { ln_shape: libm::log(0.4), ln_mean: -1.2, sd: 1.5 };
        let loss = Loss::new(&counts, &[0, 0, 1, 1, 0, 2, 2, 1], 8.0, penalty);
        let ends: Vec<Point> = [-4.0, -0.9, 3.0]
            .map(|start| minimum(&loss, Point { ln_shape: start, ln_means: vec![start; 3] }))
            .into();
        for end in &ends {
            let slope = loss.slope(end);
            let steepest =
                slope.means.iter().fold(slope.shape.abs(), |most, one| most.max(one.abs()));
            assert!(steepest < 1e-10, "{steepest:e}");
            assert!((end.ln_shape - ends[0].ln_shape).abs() < 1e-9);
        }
    }
}
