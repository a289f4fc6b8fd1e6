//! Sums over trials.
//!
//! Trials are summed in fixed chunks, and chunks are added in order, so that the sums have the same
//! bits for any number of threads.

/// A sum and a sum of squares.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Moments {
    pub sum: f64,
    pub squares: f64,
}

impl Moments {
    #[inline]
    pub fn add(&mut self, value: f64) {
        self.sum += value;
        self.squares += value * value;
    }

    /// Mean over so many trials.
    pub fn mean(self, trials: u32) -> f64 {
        self.sum / f64::from(trials)
    }

    /// Standard error of the mean.
    pub fn error(self, trials: u32) -> f64 {
        let n = f64::from(trials);
        let mean = self.sum / n;
        let variance = (self.squares / n - mean * mean).max(0.0);
        if trials > 1 { libm::sqrt(variance / (n - 1.0)) } else { f64::INFINITY }
    }

    fn merge(&mut self, other: Self) {
        self.sum += other.sum;
        self.squares += other.squares;
    }
}

/// Sums of one activity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ActivityTally {
    pub hours: Moments,
    pub loss: Moments,
    /// Trials in which it breached its MTPD.
    pub breaches: u32,
    /// Outages.
    pub disruptions: u32,
}

/// Sums of a simulation, or of a part of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    pub trials: u32,
    /// Loss of each trial, in order.
    pub losses: Vec<f64>,
    pub loss: Moments,
    pub harm: Moments,
    /// Trials in which any activity breached.
    pub any_breach: u32,
    /// By stream.
    pub campaigns: Vec<u64>,
    pub activities: Vec<ActivityTally>,
    /// Loss by place.
    pub places: Vec<Moments>,
}

impl Tally {
    pub fn new(streams: usize, activities: usize, places: usize) -> Self {
        Self {
            campaigns: vec![0; streams],
            activities: vec![ActivityTally::default(); activities],
            places: vec![Moments::default(); places],
            ..Self::default()
        }
    }

    /// Adds the trials that come after these.
    pub fn append(&mut self, next: Self) {
        self.trials += next.trials;
        self.losses.extend(next.losses);
        self.loss.merge(next.loss);
        self.harm.merge(next.harm);
        self.any_breach += next.any_breach;
        for (own, other) in self.campaigns.iter_mut().zip(next.campaigns) {
            *own += other;
        }
        for (own, other) in self.activities.iter_mut().zip(next.activities) {
            own.hours.merge(other.hours);
            own.loss.merge(other.loss);
            own.breaches += other.breaches;
            own.disruptions += other.disruptions;
        }
        for (own, other) in self.places.iter_mut().zip(next.places) {
            own.merge(other);
        }
    }
}
