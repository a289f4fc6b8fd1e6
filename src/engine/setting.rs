//! One activity under one campaign: from the answers of units to a plan.
//!
//! The service level rises in at most three steps: complying vendors come back early, resisting
//! ones when the campaign ends, those that leave never do. Where apps cannot be installed any more
//! it also falls, week by week, as devices and staff are replaced.

use super::{
    answer::{Answer, Moment},
    clock::Clock,
    curve::{FULL, NEVER, SHORT, activation},
    plan::{Leaving, Outage, Plan, Stage, Standby, week_of, week_start},
};
use crate::model::{Activity, Campaign, Scale, Shrinking, YEAR_HOURS};

/// Everything but the state.
pub struct Setting<'a> {
    pub scale: &'a Scale,
    pub activity: &'a Activity,
    pub campaign: &'a Campaign,
    /// Durations of a complied outage and of the campaign.
    pub clocks: [&'a Clock; 2],
    /// Its channels, in order.
    pub channels: Vec<Felt>,
    /// Those of its fallbacks that are counted, by position; none where the risk is inherent.
    pub fallbacks: Vec<(usize, Felt)>,
}

/// What a channel feels of a campaign.
pub struct Felt {
    pub share: f64,
    pub baseline: f64,
    pub suspends: bool,
    pub hits: Vec<FeltHit>,
}

/// One hit.
pub struct FeltHit {
    /// Position of the unit in the state.
    pub unit: usize,
    pub left: f64,
    pub shrinks: Option<Shrinking>,
}

impl FeltHit {
    /// What is left in a week of the campaign.
    fn left_in(&self, week: usize) -> f64 {
        match self.shrinks {
            Some(Shrinking { half_life_hours, floor }) if week > 0 => {
                floor + (self.left - floor) * libm::exp2(-week_start(week) / half_life_hours)
            }
            _ => self.left,
        }
    }
}

/// Stretches of a campaign, each with the end that closes it.
const MOMENTS: [(Moment, usize); 3] =
    [(Moment::Early, SHORT), (Moment::Late, FULL), (Moment::After, NEVER)];

impl Setting<'_> {
    /// Does service shrink while the campaign lasts?
    pub fn shrinks(&self) -> bool {
        let felt = self.channels.iter().chain(self.fallbacks.iter().map(|(_, felt)| felt));
        felt.flat_map(|channel| &channel.hits).any(|hit| hit.shrinks.is_some())
    }

    /// Last week in which the activity can still be on its old channels.
    pub fn last_week(&self) -> usize {
        if !self.shrinks() {
            return 0;
        }
        let week = week_of(self.activity.switch_hours);
        if week_start(week) < self.activity.switch_hours { week } else { week.saturating_sub(1) }
    }

    /// What one state does.
    pub fn plan(&self, state: &[Answer], never_ends: bool, last_week: usize) -> Plan {
        let disclosure = self.disclosure(state);
        let mbco = self.activity.mbco;
        let mut plan = Plan { disclosure, ..Plan::default() };
        if self.level(state, Moment::Announced, never_ends, 0) < mbco {
            plan.outage = Some(self.outage(state, never_ends, 0, last_week));
            return plan;
        }
        let hits = self.channels.iter().flat_map(|channel| &channel.hits);
        if hits.into_iter().any(|hit| state[hit.unit] == Answer::Exit) {
            plan.leaving = Leaving::Certain;
            return plan;
        }
        let Some(onset) = self.onset(state, never_ends, last_week) else { return plan };
        if onset <= last_week {
            plan.outage = Some(self.outage(state, never_ends, onset, last_week));
        } else {
            let below = |moment: Moment| self.level(state, moment, never_ends, onset) < mbco;
            let ends = MOMENTS.into_iter().take_while(|(moment, _)| below(*moment));
            plan.leaving = Leaving::By(week_start(onset), ends.last().map_or(SHORT, |(_, to)| to));
        }
        plan
    }

    /// First week of the year in which service has shrunk below the MBCO.
    fn onset(&self, state: &[Answer], never_ends: bool, last_week: usize) -> Option<usize> {
        if last_week == 0 {
            return None;
        }
        let below =
            |week: &usize| self.level(state, Moment::Early, never_ends, *week) < self.activity.mbco;
        (1..=week_of(YEAR_HOURS)).find(below)
    }

    /// Harm of disclosure: a channel in use whose vendor complies, and which is not given up for
    /// it.
    fn disclosure(&self, state: &[Answer]) -> f64 {
        if !self.campaign.discloses || self.activity.disclosure_impact <= 0.0 {
            return 0.0;
        }
        let complies =
            |channel: &&Felt| channel.hits.iter().any(|hit| state[hit.unit] == Answer::Comply);
        let disclosed: f64 = (self.channels.iter())
            .filter(|channel| channel.baseline > 0.0 && !channel.suspends)
            .filter(complies)
            .map(|channel| channel.share)
            .sum();
        self.activity.part
            * disclosed.min(1.0)
            * super::harm::level_value(self.activity.disclosure_impact)
    }

    fn level(&self, state: &[Answer], moment: Moment, never_ends: bool, week: usize) -> f64 {
        let part = |channel: &Felt| {
            channel.share * self.channel_level(channel, state, moment, never_ends, week)
        };
        self.channels.iter().map(part).sum()
    }

    fn channel_level(
        &self,
        channel: &Felt,
        state: &[Answer],
        moment: Moment,
        never_ends: bool,
        week: usize,
    ) -> f64 {
        let mut level = channel.baseline;
        for hit in &channel.hits {
            let answer = state[hit.unit];
            if self.campaign.discloses && answer == Answer::Comply {
                level = level.min(if channel.suspends { 0.0 } else { 1.0 - self.campaign.chill });
            }
            level = level.min(moment.left(answer, hit.left_in(week), never_ends));
        }
        level
    }

    fn outage(&self, state: &[Answer], never_ends: bool, week: usize, last_week: usize) -> Outage {
        let mut stages: Vec<Stage> = Vec::with_capacity(3);
        for (moment, to) in MOMENTS {
            let level = |week| self.level(state, moment, never_ends, week);
            if level(last_week) >= self.activity.mbco {
                break;
            }
            let levels: Vec<f64> = (week..=last_week).map(level).collect();
            match stages.last_mut() {
                Some(last) if last.levels == levels => last.to = to,
                _ => stages.push(Stage { from: stages.last().map(|last| last.to), to, levels }),
            }
        }
        let (full, partial) = self.standbys(state, last_week);
        Outage { week, stages, full, partial }
    }

    /// Fallbacks that survive the state: they must hold until the organisation has left for good.
    fn standbys(&self, state: &[Answer], last_week: usize) -> (Vec<Standby>, Vec<Standby>) {
        let (mut full, mut partial) = (Vec::new(), Vec::new());
        for (index, felt) in &self.fallbacks {
            let fallback = &self.activity.fallbacks[*index];
            let level = self.channel_level(felt, state, Moment::Early, true, last_week);
            let standby = Standby {
                index: *index,
                activation: activation(fallback.activation_hours, self.campaign),
                ready: fallback.readiness,
                reach: level.min(fallback.reach),
            };
            if standby.reach >= self.activity.mbco {
                full.push(standby);
            } else if self.scale.partial_fallbacks && standby.reach > 0.0 {
                partial.push(standby);
            }
        }
        full.sort_by(|a, b| a.activation.total_cmp(&b.activation));
        partial.sort_by(|a, b| b.reach.total_cmp(&a.reach));
        (full, partial)
    }
}
