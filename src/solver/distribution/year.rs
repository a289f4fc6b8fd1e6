//! The year of the organisation, and of one activity.

use super::{
    atoms::{Atoms, middle_quantiles},
    law::Law,
    severity::{Resolution, Severity},
    sharer::Sufferer,
    spectrum::{Rates, Spectrum, Transforms},
    working::firsts,
};
use crate::{
    engine::{
        course::Amounts,
        curve::durations,
        exposed::Exposed,
        felt::{Felt, felt_by_campaign},
        plan::{Outage, Standby},
        plans::{Plans, ends},
        standing::Standing,
    },
    model::{Model, Stream},
};

/// Everything needed to make laws of a model.
pub struct Year<'m> {
    model: &'m Model,
    exposed: Vec<Exposed<'m>>,
    felt: Vec<Vec<Felt>>,
    sufferers: Vec<Sufferer>,
}

/// How finely a law is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    /// Width of a step; none fits it to the law.
    pub step: Option<f64>,
    /// Number of steps, a power of two.
    pub points: usize,
    pub resolution: Resolution,
}

/// What reports use.
pub const REPORT: Grid =
    Grid { step: None, points: 1 << 13, resolution: Resolution::Shared(1_000) };

/// Enough for comparisons.
pub const COARSE: Grid = Grid { step: None, points: 1 << 11, resolution: Resolution::Shared(125) };

/// Part of the mean that a law may miss: less than a tail shows, and no reason for a coarser grid.
const MEAN: f64 = 1e-4;

/// Doublings of the step that are tried before a law is given up.
const DOUBLINGS: u32 = 8;

/// Severities of each stream, from which laws follow.
pub struct Severities<'m> {
    streams: Vec<(&'m Stream, Atoms)>,
    shift: f64,
}

impl<'m> Year<'m> {
    pub fn new(model: &'m Model) -> Self {
        let exposed: Vec<Exposed> =
            model.activities.iter().map(|one| Exposed::new(model, one, true)).collect();
        let sufferer = |one: &Exposed| Sufferer {
            amounts: Amounts::new(&model.scale, one.activity()),
            switch_cost: one.activity().switch_cost,
        };
        Self {
            model,
            felt: felt_by_campaign(model, &exposed),
            sufferers: exposed.iter().map(sufferer).collect(),
            exposed,
        }
    }

    /// Severities of loss of the organisation; none where there are too many joint states.
    pub fn loss(&self, resolution: Resolution) -> Option<Severities<'m>> {
        let mut streams: Vec<(&Stream, Atoms)> =
            self.model.streams.iter().map(|stream| (stream, Atoms::default())).collect();
        for (campaign, felt) in self.model.campaigns.iter().zip(&self.felt) {
            let severity =
                Severity { scale: &self.model.scale, campaign, felt, sufferers: &self.sufferers };
            let (stream, atoms) = &mut streams[campaign.stream];
            let counts = campaign.weight > 0.0 && stream.rate() > 0.0;
            if counts && !severity.add(campaign.weight, resolution, atoms) {
                return None;
            }
        }
        let standing = self.exposed.iter().filter_map(|one| match &one.standing {
            Standing::Disrupted(down) => Some(down.totals.loss + down.switch_cost),
            _ => None,
        });
        Some(Severities { streams, shift: standing.sum() })
    }

    /// Severities of hours of one activity; none where its fallbacks are too many to tell apart.
    pub fn hours(&self, activity: usize, resolution: Resolution) -> Option<Severities<'m>> {
        let one = &self.exposed[activity];
        let mut streams: Vec<(&Stream, Atoms)> = (self.model.streams.iter())
            .filter(|stream| stream.place == one.written.place)
            .map(|stream| (stream, Atoms::default()))
            .collect();
        for index in &one.campaigns {
            let own = self.felt[*index].iter().find(|felt| felt.activity == activity)?;
            let stream = &self.model.streams[self.model.campaigns[*index].stream];
            let atoms = streams.iter_mut().find(|(known, _)| std::ptr::eq(*known, stream))?;
            self.add_hours(*index, own, resolution, &mut atoms.1);
        }
        let shift = match &one.standing {
            Standing::Disrupted(down) => down.totals.hours,
            _ => 0.0,
        };
        Some(Severities { streams, shift })
    }

    fn add_hours(&self, index: usize, felt: &Felt, resolution: Resolution, atoms: &mut Atoms) {
        let campaign = &self.model.campaigns[index];
        let amounts = &self.sufferers[felt.activity].amounts;
        let drawn = durations(&self.model.scale, campaign)[1];
        let nodes = match resolution {
            Resolution::Fixed(nodes) => nodes,
            Resolution::Shared(nodes) => nodes / 8,
        };
        let quantiles = middle_quantiles(nodes);
        for (part, never) in ends(campaign) {
            for (outages, chance) in merged(&felt.plans, never) {
                // All outages of a plan have the same fallbacks.
                for (first, full) in firsts(&outages[0]) {
                    let chance = campaign.weight * part * chance * first / nodes as f64;
                    let up = |standby: &Standby| {
                        let works = full.map(|at| outages[0].full[at].index);
                        (works == Some(standby.index)).then_some(standby.activation)
                    };
                    for z in &quantiles {
                        let hours = libm::exp(drawn.mu + drawn.sigma * z);
                        let last = if never { f64::INFINITY } else { hours };
                        let short = hours * self.model.scale.comply_duration;
                        let ends = [short, last, f64::INFINITY];
                        let each = outages.iter().map(|one| amounts.course(one, ends, up).hours);
                        atoms.add(chance, each.sum());
                    }
                }
            }
        }
    }
}

/// Outages of all states with their chances; states with the same outages are one.
fn merged(plans: &Plans, never: bool) -> impl Iterator<Item = (&[Outage], f64)> {
    let (classes, of) = plans.classes(never, |a, b| a.outages == b.outages);
    let mut chances = vec![0.0; classes.len()];
    for (class, chance) in of.into_iter().zip(&plans.chances) {
        chances[class] += chance;
    }
    let outages = classes.into_iter().map(|plan| plan.outages.as_slice());
    outages.zip(chances).filter(|(outages, _)| !outages.is_empty())
}

impl Severities<'_> {
    /// Mean of the year.
    pub fn mean(&self) -> f64 {
        let each = self.streams.iter().map(|(stream, atoms)| stream.rate() * atoms.mean());
        self.shift + each.sum::<f64>()
    }

    /// Standard deviation of the year.
    pub fn deviation(&self) -> f64 {
        let variance = |(stream, atoms): &(&Stream, Atoms)| {
            let mean = atoms.mean();
            let spread = match stream.arrivals {
                crate::model::Arrivals::GammaPoisson { .. } => stream.rate_variance(),
                crate::model::Arrivals::Scheduled { chance } => -chance * chance,
            };
            stream.rate() * atoms.square() + spread * mean * mean
        };
        libm::sqrt(self.streams.iter().map(variance).sum::<f64>().max(0.0))
    }

    /// Transforms on a grid that is wide enough, or none if none is.
    pub fn spectrum(&self, grid: Grid, transforms: &Transforms) -> Option<(Spectrum, Law)> {
        let wide = self.mean() - self.shift + 12.0 * self.deviation();
        let mut step = grid.step.unwrap_or_else(|| round_up(wide / grid.points as f64));
        for _ in 0..=DOUBLINGS {
            let pairs = self.streams.iter().map(|(stream, atoms)| (*stream, atoms));
            let spectrum = Spectrum::new(step, transforms, pairs);
            let law = spectrum.law(Rates::Mixed, self.shift);
            if law.quality().holds() && self.keeps_mean(&law) {
                return Some((spectrum, law));
            }
            step *= 2.0;
        }
        None
    }

    /// Grids keep means, so a mean that is missing has wrapped round. Losses that are all alike can
    /// do so past the end of the grid without touching it.
    fn keeps_mean(&self, law: &Law) -> bool {
        let mean = self.mean();
        (law.mean() - mean).abs() <= MEAN * mean
    }

    /// The law of the year.
    pub fn law(&self, grid: Grid) -> Option<Law> {
        self.spectrum(grid, &Transforms::new(grid.points)).map(|(_, law)| law)
    }

    /// What is certain.
    pub fn shift(&self) -> f64 {
        self.shift
    }
}

/// The next number of the form 1, 2 or 5 times a power of ten.
fn round_up(x: f64) -> f64 {
    if x <= 0.0 || !x.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(x)));
    [1.0, 2.0, 5.0].map(|digit| digit * power).into_iter().find(|y| *y >= x).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn steps_are_round() {
        for (x, rounded) in [(0.8, 1.0), (1.1, 2.0), (37.0, 50.0), (600.0, 1000.0), (0.0, 1.0)] {
            assert!((round_up(x) - rounded).abs() < 1e-9, "{x} {}", round_up(x));
        }
    }
}
