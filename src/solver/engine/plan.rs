//! What one state of a campaign does to one activity, before chance decides how long it lasts and
//! which fallbacks work.

use super::curve::{NEVER, SHORT, WEEK_HOURS};

/// The course of events in one state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// In order. There is more than one only where service shrinks: what complying vendors bring
    /// back may be enough at first and too little some weeks later.
    pub outages: Vec<Outage>,
    pub leaving: Leaving,
    /// Harm of conversations that reach a government.
    pub disclosure: f64,
}

impl Plan {
    /// Does the same happen however long the campaign lasts?
    pub fn fixed(&self) -> bool {
        let leaves = match self.leaving {
            Leaving::By(_, end) => end == NEVER,
            Leaving::Stays | Leaving::Certain => true,
        };
        leaves && self.outages.iter().all(|one| one.end() == NEVER && one.stages.len() == 1)
    }
}

/// When the organisation leaves a vendor though nothing is disrupted any more, or yet.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Leaving {
    #[default]
    Stays,
    /// The vendor goes, and there is time to go elsewhere.
    Certain,
    /// Service would shrink below the MBCO after so many hours: it leaves by then, if the campaign
    /// lasts so long. The second part is the end that decides.
    By(f64, usize),
}

impl Leaving {
    /// Does it leave, given when complied outages and the campaign end?
    pub fn happens(self, ends: [f64; 3]) -> bool {
        match self {
            Self::Stays => false,
            Self::Certain => true,
            Self::By(hours, end) => ends[end] >= hours,
        }
    }
}

/// A time below the MBCO.
#[derive(Debug, Clone, PartialEq)]
pub struct Outage {
    /// Week in which it begins, from the start of the campaign.
    pub week: usize,
    /// Week from which the next outage of the plan takes its place.
    pub until: Option<usize>,
    /// In order; the last one's end is the end of the outage.
    pub stages: Vec<Stage>,
    /// Fallbacks that restore the MBCO, the soonest first.
    pub full: Vec<Standby>,
    /// Fallbacks that reach only some people, the widest first.
    pub partial: Vec<Standby>,
}

/// A stretch between two ends during which the level stays below the MBCO.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// End that opens it; the beginning if none.
    pub from: Option<usize>,
    /// End that closes it.
    pub to: usize,
    /// Service level in each week from the first of the outage; the last value stays.
    pub levels: Vec<f64>,
}

impl Stage {
    /// Service level at a time of the campaign, for an outage that began in `week`.
    pub fn level(&self, week: usize, hours: f64) -> f64 {
        if let [only] = self.levels[..] {
            return only;
        }
        let at = week_of(hours).saturating_sub(week);
        self.levels[at.min(self.levels.len() - 1)]
    }
}

/// A fallback that survives the state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standby {
    /// Position among the fallbacks of the activity.
    pub index: usize,
    /// Hours from the start of the campaign until it is up.
    pub activation: f64,
    pub ready: f64,
    /// Share of people reached.
    pub reach: f64,
}

impl Outage {
    /// Hours from the start of the campaign until the outage begins.
    pub fn onset(&self) -> f64 {
        week_start(self.week)
    }

    /// The end that ends it.
    pub fn end(&self) -> usize {
        self.stages.last().map_or(SHORT, |stage| stage.to)
    }

    /// Hours from the start of the campaign to the last moment that counts here, if that is not
    /// the switch for good.
    pub fn cut(&self) -> Option<f64> {
        self.until.map(week_start)
    }
}

/// Hours from the start of a campaign to the start of a week.
pub fn week_start(week: usize) -> f64 {
    week as f64 * WEEK_HOURS
}

/// Week of a time. The small amount keeps `week_start` of a week in that week.
pub fn week_of(hours: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let week = (hours / WEEK_HOURS + 1e-9) as usize;
    week
}
