//! One activity under one campaign: from the answers of units to a plan.
//!
//! The service level rises in at most three steps: complying vendors come back early, resisting
//! ones when the campaign ends, those that leave never do. Where apps cannot be installed any more
//! it also falls, week by week, as devices and staff are replaced.

use std::ops::RangeInclusive;

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

/// A stretch in which service is too low, from some week of the campaign on.
struct Below {
    moment: Moment,
    /// End that closes it.
    to: usize,
    week: usize,
}

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

    /// What one state does, fallbacks aside.
    pub fn bare(&self, state: &[Answer], never_ends: bool, last_week: usize) -> Plan {
        let mut plan = Plan { disclosure: self.disclosure(state), ..Plan::default() };
        let mut hits = self.channels.iter().flat_map(|channel| &channel.hits);
        let exits = hits.any(|hit| state[hit.unit] == Answer::Exit);
        if exits && self.level(state, Moment::Announced, never_ends, 0) >= self.activity.mbco {
            plan.leaving = Leaving::Certain;
            return plan;
        }
        let below = self.below(state, never_ends);
        // A vendor that is gone is left for good, also where service without it is enough again.
        plan.leaving = if exits { Leaving::Certain } else { self.leaving(&below, last_week) };
        let mut weeks: Vec<usize> = below.iter().map(|below| below.week).collect();
        weeks.retain(|week| *week <= last_week);
        weeks.dedup();
        for (at, week) in weeks.iter().enumerate() {
            let on = below.iter().take_while(|below| below.week <= *week);
            let stages = self.stages(state, never_ends, on, *week..=last_week);
            let until = weeks.get(at + 1).copied();
            let (full, partial) = (Vec::new(), Vec::new());
            plan.outages.push(Outage { week: *week, until, stages, full, partial });
        }
        plan
    }

    /// Stretches of the campaign in which service is below the MBCO, or falls below it within the
    /// year: each begins no sooner than the one before.
    fn below(&self, state: &[Answer], never_ends: bool) -> Vec<Below> {
        let last = if self.shrinks() { week_of(YEAR_HOURS) } else { 0 };
        let each = MOMENTS.into_iter().map_while(|(moment, to)| {
            let level = |week: usize| self.level(state, moment, never_ends, week);
            let week = (0..=last).find(|week| level(*week) < self.activity.mbco)?;
            Some(Below { moment, to, week })
        });
        each.collect()
    }

    /// Does the organisation leave before service falls below the MBCO? Ends come in order, so the
    /// likeliest case holds all others.
    fn leaving(&self, below: &[Below], last_week: usize) -> Leaving {
        let chance = |to: usize, hours: f64| {
            self.clocks.get(to).map_or(1.0, |clock| clock.at(hours).survival)
        };
        let later = below.iter().filter(|below| below.week > last_week);
        later
            .map(|below| (week_start(below.week), below.to))
            .max_by(|a, b| chance(a.1, a.0).total_cmp(&chance(b.1, b.0)))
            .map_or(Leaving::Stays, |(hours, to)| Leaving::By(hours, to))
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

    /// Levels of an outage in the weeks that it can have.
    fn stages<'b>(
        &self,
        state: &[Answer],
        never_ends: bool,
        on: impl Iterator<Item = &'b Below>,
        weeks: RangeInclusive<usize>,
    ) -> Vec<Stage> {
        let mut stages: Vec<Stage> = Vec::with_capacity(3);
        for Below { moment, to, .. } in on {
            let level = |week| self.level(state, *moment, never_ends, week);
            let levels: Vec<f64> = weeks.clone().map(level).collect();
            match stages.last_mut() {
                Some(last) if last.levels == levels => last.to = *to,
                _ => {
                    let from = stages.last().map(|last| last.to);
                    stages.push(Stage { from, to: *to, levels });
                }
            }
        }
        stages
    }

    /// Fallbacks that survive the state, those that restore the MBCO and those that reach only some
    /// people: they must hold until the organisation has left for good.
    pub fn standbys(&self, state: &[Answer], last_week: usize) -> (Vec<Standby>, Vec<Standby>) {
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
