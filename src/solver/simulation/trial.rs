//! Running trials.

use std::ops::Range;

use super::{
    setup::{CampaignSetup, Simulation, UnitSetup, Voice},
    tally::Tally,
};
use crate::{
    engine::{
        answer::Answer,
        felt::Felt,
        normal,
        plan::{Leaving, Plan, Standby},
    },
    model::YEAR_HOURS,
};

/// Trials of one chunk. Sums are taken by chunk and chunks are added in order.
pub const CHUNK: u32 = 4096;

/// What happened in one trial.
struct Happened {
    loss: f64,
    harm: f64,
    places: Vec<f64>,
    activities: Vec<Activity>,
    /// Those with anything to report.
    touched: Vec<usize>,
    answers: Vec<Answer>,
}

#[derive(Clone, Default)]
struct Activity {
    touched: bool,
    hours: f64,
    loss: f64,
    breached: bool,
    disruptions: u32,
    /// Start and end of each outage, where overlaps count once.
    intervals: Vec<[f64; 2]>,
}

/// One campaign of a trial.
#[derive(Clone, Copy)]
struct Event<'s> {
    campaign: &'s CampaignSetup,
    voice: &'s Voice,
    trial: u32,
    index: u32,
}

impl Simulation<'_> {
    /// Number of chunks.
    pub fn chunks(&self) -> u32 {
        self.options.trials.div_ceil(CHUNK)
    }

    /// Runs one chunk of trials.
    pub fn run_chunk(&self, chunk: u32) -> Tally {
        let first = chunk * CHUNK;
        self.run(first..(first + CHUNK).min(self.options.trials))
    }

    /// An empty tally of the right shape.
    pub fn tally(&self) -> Tally {
        Tally::new(self.streams.len(), self.activities.len(), self.model.places.len())
    }

    fn run(&self, trials: Range<u32>) -> Tally {
        let mut tally = self.tally();
        let mut happened = Happened {
            loss: 0.0,
            harm: 0.0,
            places: vec![0.0; self.model.places.len()],
            activities: vec![Activity::default(); self.activities.len()],
            touched: Vec::new(),
            answers: Vec::new(),
        };
        for trial in trials {
            self.standing(&mut happened);
            for (at, stream) in self.streams.iter().enumerate() {
                let count = stream.counts.of(self.draws.uniform(stream.count, trial, 0));
                tally.campaigns[at] += u64::from(count);
                for index in 0..count {
                    let u = self.draws.uniform(stream.scenario, trial, index);
                    let pick = stream.picks.iter().find(|(sum, _)| u <= *sum);
                    if let Some((_, campaign)) = pick {
                        self.strike(*campaign, trial, index, &mut happened);
                    }
                }
            }
            happened.close(&mut tally);
        }
        tally
    }

    /// What stands today counts in every trial.
    fn standing(&self, happened: &mut Happened) {
        for index in &self.standing {
            let (index, activity) = (*index, &self.activities[*index]);
            if let Some(disruption) = &activity.standing {
                let loss = disruption.totals.loss + disruption.switch_cost;
                happened.bear(index, activity.place, loss);
                happened.harm += disruption.totals.harm;
                let own = &mut happened.activities[index];
                own.hours += disruption.totals.hours;
                own.breached |= disruption.breaches;
            }
        }
    }

    /// A campaign, and its copies next door.
    fn strike(&self, campaign: usize, trial: u32, index: u32, happened: &mut Happened) {
        let setup = &self.campaigns[campaign];
        self.play(Event { campaign: setup, voice: &setup.voice, trial, index }, happened);
        for copy in &setup.copies {
            if self.draws.uniform(copy.spreads, trial, index) < self.options.contagion {
                let campaign = &self.campaigns[copy.campaign];
                self.play(Event { campaign, voice: &copy.voice, trial, index }, happened);
            }
        }
    }

    fn play(&self, event: Event, happened: &mut Happened) {
        let cost = self.answers(event, &mut happened.answers);
        happened.loss += cost;
        happened.places[event.campaign.place] += cost;
        let mut ends = None;
        for (at, felt) in event.campaign.felt.iter().enumerate() {
            let state = felt.state(&happened.answers);
            let plan = |never| felt.plans.plan(state, never);
            if [false, true].into_iter().all(|never| plan(never).is_none_or(quiet)) {
                continue;
            }
            let (never, ends) = *ends.get_or_insert_with(|| self.ends(event));
            if let Some(plan) = plan(never) {
                self.feel(event, at, plan, ends, happened);
            }
        }
    }

    /// How every unit answers, and what that costs.
    fn answers(&self, event: Event, answers: &mut Vec<Answer>) -> f64 {
        answers.clear();
        let (mut cost, mut any) = (0.0, false);
        for (unit, names) in event.campaign.units.iter().zip(&event.voice.units) {
            let draw = |name| self.draws.uniform(names[name], event.trial, event.index);
            let answer = answer(unit, draw);
            any |= answer != Answer::NotHit;
            if answer != Answer::NotHit {
                cost += unit.cost[answer as usize - 1];
            }
            answers.push(answer);
        }
        if any { cost + event.campaign.response_cost } else { cost }
    }

    /// Does the campaign never end, and when do complied outages and the campaign end?
    fn ends(&self, event: Event) -> (bool, [f64; 3]) {
        let (campaign, voice) = (event.campaign, event.voice);
        let draw = |name| self.draws.uniform(name, event.trial, event.index);
        let never = campaign.never_ends > 0.0 && draw(voice.indefinite) < campaign.never_ends;
        let z = normal::quantile(draw(voice.duration));
        let full = &campaign.durations[1];
        let hours = libm::exp(full.mu + full.sigma * z);
        let last = if never { f64::INFINITY } else { hours };
        (never, [hours * campaign.comply_duration, last, f64::INFINITY])
    }

    fn feel(&self, event: Event, at: usize, plan: &Plan, ends: [f64; 3], happened: &mut Happened) {
        let felt = &event.campaign.felt[at];
        let activity = &self.activities[felt.activity];
        happened.harm += plan.disclosure;
        let (mut loss, mut switched, mut drifted) = (0.0, plan.leaving.happens(ends), false);
        for outage in &plan.outages {
            let up = |standby: &Standby| self.up(event, at, felt, standby);
            let course = activity.amounts.course(outage, ends, up);
            loss += course.loss;
            switched |= course.switched;
            drifted |= course.hours > activity.drift_after_hours;
            happened.harm += course.harm;
            let own = &mut happened.activities[felt.activity];
            own.disruptions += u32::from(course.begun);
            own.breached |= course.hours > activity.mtpd_hours;
            if self.options.overlaps && course.hours > 0.0 {
                let u = self.draws.uniform(event.voice.onset, event.trial, event.index);
                let start = u * YEAR_HOURS * f64::from(self.options.years) + course.onset;
                own.intervals.push([start, start + course.hours]);
            } else {
                own.hours += course.hours;
            }
        }
        if drifted {
            happened.harm += activity.drift;
        }
        if switched {
            loss += activity.switch_cost;
        }
        happened.bear(felt.activity, activity.place, loss);
    }

    /// When a fallback is up, if it works.
    fn up(&self, event: Event, at: usize, felt: &Felt, standby: &Standby) -> Option<f64> {
        let [ready, activation] = event.voice.fallbacks[at][standby.index];
        let [hours, _] = self.activities[felt.activity].fallbacks[standby.index];
        if self.draws.uniform(ready, event.trial, event.index) >= standby.ready {
            return None;
        }
        if self.options.activation_sigma == 0.0 {
            return Some(standby.activation);
        }
        let z = normal::quantile(self.draws.uniform(activation, event.trial, event.index));
        let drawn = hours * libm::exp(self.options.activation_sigma * z);
        Some((drawn - event.campaign.notice_hours).max(0.0))
    }
}

impl Happened {
    /// Adds a trial to the tally and clears it.
    fn close(&mut self, tally: &mut Tally) {
        let mut any = false;
        for index in self.touched.drain(..) {
            let own = &mut self.activities[index];
            own.hours += union(&mut own.intervals);
            let sums = &mut tally.activities[index];
            sums.hours.add(own.hours);
            sums.loss.add(own.loss);
            sums.breaches += u32::from(own.breached);
            sums.disruptions += own.disruptions;
            any |= own.breached;
            let intervals = std::mem::take(&mut own.intervals);
            *own = Activity { intervals, ..Activity::default() };
        }
        for (place, sums) in self.places.iter_mut().zip(&mut tally.places) {
            sums.add(std::mem::take(place));
        }
        tally.trials += 1;
        tally.losses.push(self.loss);
        tally.loss.add(std::mem::take(&mut self.loss));
        tally.harm.add(std::mem::take(&mut self.harm));
        tally.any_breach += u32::from(any);
    }

    fn bear(&mut self, activity: usize, place: usize, loss: f64) {
        let own = &mut self.activities[activity];
        if !own.touched {
            own.touched = true;
            self.touched.push(activity);
        }
        own.loss += loss;
        self.loss += loss;
        self.places[place] += loss;
    }
}

/// Nothing happens to the activity whatever the duration.
fn quiet(plan: &Plan) -> bool {
    plan.outages.is_empty() && plan.leaving == Leaving::Stays && plan.disclosure == 0.0
}

/// Draws are made only where they decide anything; each has a name of its own, so leaving one out
/// changes no other.
#[inline]
fn answer(unit: &UnitSetup, draw: impl Fn(usize) -> f64) -> Answer {
    if unit.hit < 1.0 && (unit.hit <= 0.0 || draw(0) >= unit.hit) {
        return Answer::NotHit;
    }
    let [complies, resists] = unit.answers;
    if complies <= 0.0 && resists >= 1.0 {
        return Answer::Resist;
    }
    let u = draw(1);
    if u < complies {
        Answer::Comply
    } else if u < resists {
        Answer::Resist
    } else {
        Answer::Exit
    }
}

/// Length of the union of intervals; empties them.
fn union(intervals: &mut Vec<[f64; 2]>) -> f64 {
    intervals.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let (mut length, mut reached) = (0.0, f64::NEG_INFINITY);
    for [start, end] in intervals.drain(..) {
        if end > reached {
            length += end - start.max(reached);
            reached = end;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::union;

    #[test]
    fn overlapping_hours_count_once() {
        let mut intervals = vec![[10.0, 20.0], [0.0, 5.0], [12.0, 14.0], [18.0, 25.0]];
        assert!((union(&mut intervals) - 20.0).abs() < 1e-12);
        assert!(intervals.is_empty() && union(&mut intervals) == 0.0);
    }
}
