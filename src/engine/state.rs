//! What one state of a campaign does to one activity.
//!
//! A state says of each unit whether it is hit and how it answers. The service level then rises in
//! at most three steps: complying vendors come back early, resisting ones when the campaign ends,
//! those that leave never do. Fallbacks cap the disruption (they restore at least the MBCO) or
//! lessen its depth. Their readiness is independent, so expectations over it are products and no
//! enumeration is needed.

use super::curve::{Curve, FULL, NEVER, SHORT, Totals};
use crate::model::{Activity, Campaign, Scale};

/// The answer of a unit in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    NotHit,
    Comply,
    Resist,
    Exit,
}

impl Answer {
    pub const ALL: [Self; 4] = [Self::NotHit, Self::Comply, Self::Resist, Self::Exit];

    /// Probability for a unit.
    pub fn chance(self, hit: f64, response: [f64; 3]) -> f64 {
        match self {
            Self::NotHit => 1.0 - hit,
            Self::Comply => hit * response[0],
            Self::Resist => hit * response[1],
            Self::Exit => hit * response[2],
        }
    }
}

/// What a state means for an activity.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Effect {
    pub disrupted: bool,
    pub totals: Totals,
    /// Chance that the organisation ends up leaving the vendor for good.
    pub switches: f64,
    /// Chance that the outage outlasts the MTPD if no fallback works in time.
    pub outlasts: f64,
    /// Chance that no fallback works in time.
    pub uncovered: f64,
    /// Harm of conversations that reach a government.
    pub disclosure: f64,
}

/// One activity under one campaign: everything but the state.
pub struct Setting<'a> {
    pub scale: &'a Scale,
    pub activity: &'a Activity,
    pub campaign: &'a Campaign,
    pub curve: &'a Curve,
    /// Its channels, in order.
    pub channels: Vec<Felt>,
    /// Its fallbacks, in order; none where fallbacks are not counted and the risk is inherent.
    pub fallbacks: Vec<Felt>,
}

/// What a channel feels of a campaign.
pub struct Felt {
    pub share: f64,
    pub baseline: f64,
    pub suspends: bool,
    /// Positions of units in the state, each with what is left when it is hit.
    pub hits: Vec<(usize, f64)>,
}

/// A fallback that restores at least the MBCO in a state.
struct Full {
    activation: f64,
    ready: f64,
}

/// A fallback that reaches only some people.
struct Partial {
    activation: f64,
    ready: f64,
    reach: f64,
}

/// A stretch between two ends during which the level stays below the MBCO.
struct Stage {
    from: Option<usize>,
    to: usize,
    level: f64,
}

impl Setting<'_> {
    /// Evaluates one state: how each unit answers.
    pub fn effect(&self, state: &[Answer], never_ends: bool) -> Effect {
        let mbco = self.activity.mbco;
        let disclosure = self.disclosure(state);
        if self.level(state, Moment::Announced, never_ends) >= mbco {
            let hits = self.channels.iter().flat_map(|channel| &channel.hits);
            let leaves = hits.into_iter().any(|(unit, _)| state[*unit] == Answer::Exit);
            let switches = f64::from(u8::from(leaves));
            return Effect { switches, disclosure, ..Effect::default() };
        }
        let stages = self.stages(state, never_ends);
        let end = stages.last().map_or(SHORT, |stage| stage.to);
        let (full, partial) = self.alive_fallbacks(state);
        let breach_possible = self.activity.switch_hours > self.activity.mtpd_hours;
        Effect {
            disrupted: true,
            totals: self.accumulate(&stages, &full, &partial),
            switches: self.curve.outlasts_switch[end],
            outlasts: if breach_possible { self.curve.outlasts_mtpd[end] } else { 0.0 },
            uncovered: uncovered(&full, self.activity.mtpd_hours),
            disclosure,
        }
    }

    /// Harm of disclosure: a channel in use whose vendor complies, and which is not given up for
    /// it.
    fn disclosure(&self, state: &[Answer]) -> f64 {
        if !self.campaign.discloses || self.activity.disclosure_impact <= 0.0 {
            return 0.0;
        }
        let complies =
            |channel: &&Felt| channel.hits.iter().any(|(unit, _)| state[*unit] == Answer::Comply);
        let disclosed: f64 = (self.channels.iter())
            .filter(|channel| channel.baseline > 0.0 && !channel.suspends)
            .filter(complies)
            .map(|channel| channel.share)
            .sum();
        self.activity.part
            * disclosed.min(1.0)
            * super::harm::level_value(self.activity.disclosure_impact)
    }

    fn level(&self, state: &[Answer], moment: Moment, never_ends: bool) -> f64 {
        let part =
            |channel: &Felt| channel.share * self.channel_level(channel, state, moment, never_ends);
        self.channels.iter().map(part).sum()
    }

    fn channel_level(
        &self,
        channel: &Felt,
        state: &[Answer],
        moment: Moment,
        never_ends: bool,
    ) -> f64 {
        let mut level = channel.baseline;
        for (unit, left) in &channel.hits {
            let answer = state[*unit];
            if self.campaign.discloses && channel.suspends && answer == Answer::Comply {
                return 0.0;
            }
            level = level.min(moment.left(answer, *left, never_ends));
        }
        level
    }

    fn stages(&self, state: &[Answer], never_ends: bool) -> Vec<Stage> {
        let mut stages: Vec<Stage> = Vec::with_capacity(3);
        for (moment, to) in [(Moment::Early, SHORT), (Moment::Late, FULL), (Moment::After, NEVER)] {
            let level = self.level(state, moment, never_ends);
            if level >= self.activity.mbco {
                break;
            }
            match stages.last_mut() {
                Some(last) if same(last.level, level) => last.to = to,
                _ => stages.push(Stage { from: stages.last().map(|last| last.to), to, level }),
            }
        }
        stages
    }

    /// Fallbacks that survive the state, the widest partial one first.
    fn alive_fallbacks(&self, state: &[Answer]) -> (Vec<Full>, Vec<Partial>) {
        let (mut full, mut partial) = (Vec::new(), Vec::new());
        for (fallback, felt) in self.activity.fallbacks.iter().zip(&self.fallbacks) {
            let (activation, ready) = (fallback.activation_hours, fallback.readiness);
            let level = self.channel_level(felt, state, Moment::Early, true);
            let reach = level.min(fallback.reach);
            if reach >= self.activity.mbco {
                full.push(Full { activation, ready });
            } else if self.scale.partial_fallbacks && reach > 0.0 {
                partial.push(Partial { activation, ready, reach });
            }
        }
        partial.sort_by(|a, b| b.reach.total_cmp(&a.reach));
        (full, partial)
    }

    fn accumulate(&self, stages: &[Stage], full: &[Full], partial: &[Partial]) -> Totals {
        let mut sum = Totals::default();
        for (j, start) in self.curve.breaks[..self.curve.breaks.len() - 1].iter().enumerate() {
            let going = uncovered(full, *start);
            for stage in stages {
                let depth = self.depth(stage.level, partial, *start);
                sum += self.curve.stretch(j, stage.from, stage.to).weighted(going, depth);
            }
        }
        sum
    }

    /// Expected depth below the MBCO at a time, over the readiness of partial fallbacks (the widest
    /// reach counts).
    fn depth(&self, level: f64, partial: &[Partial], time: f64) -> f64 {
        let below = |reached: f64| (1.0 - reached / self.activity.mbco).max(0.0);
        let (mut depth, mut still) = (0.0, 1.0);
        for one in partial.iter().filter(|one| one.activation <= time) {
            depth += still * one.ready * below(level.max(one.reach));
            still *= 1.0 - one.ready;
        }
        depth + still * below(level)
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-15
}

/// Chance that no fallback that restores the MBCO works by a time.
fn uncovered(full: &[Full], time: f64) -> f64 {
    full.iter().filter(|one| one.activation <= time).map(|one| 1.0 - one.ready).product()
}

/// Points in the life of a campaign at which the service level is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// What the measure itself leaves, before a vendor has had time to leave.
    Announced,
    /// From the first minute to the end of complied outages.
    Early,
    /// From there to the end of the campaign.
    Late,
    /// Afterwards.
    After,
}

impl Moment {
    fn left(self, answer: Answer, left: f64, never_ends: bool) -> f64 {
        match (answer, self) {
            (Answer::Exit, Self::Early | Self::Late | Self::After) => 0.0,
            (Answer::Resist, Self::After) if !never_ends => 1.0,
            (Answer::Exit | Answer::Resist, _)
            | (Answer::Comply, Self::Announced | Self::Early) => left,
            (Answer::NotHit, _) | (Answer::Comply, Self::Late | Self::After) => 1.0,
        }
    }
}
