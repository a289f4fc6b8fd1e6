//! How widely a figure must at least spread from trial to trial, by the exact engine.
//!
//! What comes `f` times a year and comes to `x` a year in the mean has a variance of at least
//! `x * x / f`. Where trials show far less than that, they have missed what is rare and large, and
//! their standard error means nothing.

use crate::{
    engine::outcome::{Cell, Run},
    model::{Campaign, Model},
};

/// Least variances of a year.
pub struct Least {
    /// By activity.
    pub hours: Vec<f64>,
    /// By activity, with switching.
    pub loss: Vec<f64>,
    /// By place, with the costs of campaigns.
    pub places: Vec<f64>,
    pub harm: f64,
}

impl Least {
    pub fn new(model: &Model, run: &Run) -> Self {
        let mut least = Self {
            hours: Vec::with_capacity(run.activities.len()),
            loss: Vec::with_capacity(run.activities.len()),
            places: vec![0.0; model.places.len()],
            harm: 0.0,
        };
        for (written, own) in model.activities.iter().zip(&run.activities) {
            let often = |cell: &Cell| cell.frequency + cell.switches;
            let lost = |cell: &Cell| cell.totals.loss + cell.switches * written.switch_cost;
            let sum = |each: &dyn Fn(&Cell) -> f64| own.cells.iter().map(each).sum::<f64>();
            let loss = sum(&|cell| square(lost(cell), often(cell)));
            least.hours.push(sum(&|cell| square(cell.totals.hours, cell.frequency)));
            least.loss.push(loss);
            least.places[written.place] += loss;
            least.harm += sum(&|cell| square(cell.harm(), rate(model, cell.campaign)));
        }
        for (index, campaign) in model.campaigns.iter().enumerate() {
            let place = model.streams[campaign.stream].place;
            least.places[place] += costs(campaign, rate(model, index));
        }
        least
    }
}

fn rate(model: &Model, campaign: usize) -> f64 {
    let campaign = &model.campaigns[campaign];
    model.streams[campaign.stream].rate() * campaign.weight
}

/// Of the costs of a campaign that comes so often.
fn costs(campaign: &Campaign, rate: f64) -> f64 {
    let missed: f64 = campaign.units.iter().map(|unit| 1.0 - unit.hit).product();
    let any = rate * (1.0 - missed);
    let units = campaign.units.iter().map(|unit| {
        let mandates: f64 = unit.response.iter().zip(unit.cost).map(|(r, c)| r * c).sum();
        let often = rate * unit.hit;
        square(often * mandates, often)
    });
    square(any * campaign.response_cost, any) + units.sum::<f64>()
}

/// What comes to `amount` a year, so often.
fn square(amount: f64, often: f64) -> f64 {
    if often > 0.0 { amount * (amount / often) } else { 0.0 }
}
