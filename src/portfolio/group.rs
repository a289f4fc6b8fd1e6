//! The year of the whole group. Members share the campaigns of a simulation: draws go by the names of
//! streams, so a campaign that comes comes to all of them, and losses are added year by year.

use super::Member;
use crate::{
    analysis::{InTurn, simulate},
    engine::band::Band,
    simulation::{
        interval::{quantile, tail_mean},
        options::Options,
    },
};

/// Losses of simulated years, summed over members.
#[derive(Debug, Clone, Default)]
pub struct Group {
    trials: u32,
    /// In euros, by trial.
    losses: Vec<f64>,
    /// What each member's own worst years come to, added up.
    alone: Sums,
    members: usize,
    /// Members whose currency has no rate.
    left_out: usize,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    var95: f64,
    cvar95: f64,
}

/// The law of the group's year, in euros.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupLaw {
    pub trials: u32,
    pub members: usize,
    pub left_out: usize,
    pub mean: f64,
    pub none: f64,
    pub p50: Band,
    pub var95: Band,
    pub var99: Band,
    pub cvar95: Band,
    /// The members' own VaR95 added up: what the group would have to hold if their worst years were the same.
    pub var95_added: f64,
    pub cvar95_added: f64,
}

/// Losses of one member in all trials, in its currency.
pub fn member_losses(member: &Member, trials: u32) -> Vec<f64> {
    let options = Options { trials, ..Options::default() };
    simulate(&member.own_model(), options, &InTurn).losses
}

impl Group {
    pub fn new(trials: u32) -> Self {
        Self { trials, losses: vec![0.0; trials as usize], ..Self::default() }
    }

    pub const fn trials(&self) -> u32 {
        self.trials
    }

    /// Adds a member; `rate` is what a euro costs in its currency.
    pub fn add(&mut self, losses: &[f64], rate: Option<f64>) {
        let Some(rate) = rate.filter(|rate| *rate > 0.0) else {
            self.left_out += 1;
            return;
        };
        if self.losses.is_empty() {
            return;
        }
        self.members += 1;
        for (sum, loss) in self.losses.iter_mut().zip(losses) {
            *sum += loss / rate;
        }
        let mut sorted = losses.to_vec();
        sorted.sort_by(f64::total_cmp);
        self.alone.var95 += quantile(&sorted, 0.95).value / rate;
        self.alone.cvar95 += tail_mean(&sorted, 0.95).value / rate;
    }

    /// None where nothing was simulated.
    pub fn law(&self) -> Option<GroupLaw> {
        if self.members == 0 || self.losses.is_empty() {
            return None;
        }
        let mut sorted = self.losses.clone();
        sorted.sort_by(f64::total_cmp);
        let n = sorted.len() as f64;
        Some(GroupLaw {
            trials: self.trials,
            members: self.members,
            left_out: self.left_out,
            mean: sorted.iter().sum::<f64>() / n,
            none: sorted.partition_point(|loss| *loss <= 0.0) as f64 / n,
            p50: quantile(&sorted, 0.5),
            var95: quantile(&sorted, 0.95),
            var99: quantile(&sorted, 0.99),
            cvar95: tail_mean(&sorted, 0.95),
            var95_added: self.alone.var95,
            cvar95_added: self.alone.cvar95,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_added_and_not_their_quantiles() {
        let mut group = Group::new(100);
        let first: Vec<f64> = (0..100).map(|at| if at < 10 { 100.0 } else { 0.0 }).collect();
        let second: Vec<f64> = (0..100).map(|at| if at >= 90 { 100.0 } else { 0.0 }).collect();
        group.add(&first, Some(1.0));
        group.add(&second, Some(2.0));
        group.add(&second, None);
        let law = group.law().unwrap();
        assert_eq!((law.members, law.left_out), (2, 1));
        assert!((law.mean - 15.0).abs() < 1e-9);
        assert!((law.none - 0.8).abs() < 1e-9);
        assert!((law.var95.value - 100.0).abs() < 1e-9);
        assert!((law.var95_added - 150.0).abs() < 1e-9);
    }
}
