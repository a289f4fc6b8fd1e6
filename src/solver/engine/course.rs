//! One outage as it happens: the plan of a state, a duration, and which fallbacks work.
//!
//! It walks along time and shares no formula with the closed forms of the engine, so that the two
//! check each other.

use super::{
    curve::{NEVER, WEEK_HOURS},
    harm::TOP,
    plan::{Outage, Standby},
};
use crate::model::{Activity, Scale};

/// What an outage did.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Course {
    /// Did it begin, or was the campaign over before?
    pub begun: bool,
    /// Hours from the start of the campaign to the start of the outage.
    pub onset: f64,
    pub hours: f64,
    pub loss: f64,
    pub harm: f64,
    /// Did it last until the organisation left the vendor for good?
    pub switched: bool,
}

/// Amounts of one activity, ready to be read off.
#[derive(Debug, Clone)]
pub struct Amounts {
    mbco: f64,
    switch_hours: f64,
    /// Ends of the loss bands, and the loss in all bands before.
    bands: [(f64, f64); 4],
    rates: [f64; 4],
    /// Harm is `scale * t^power - shift` from each anchor on.
    segments: [(f64, f64, f64, f64); 5],
    part: f64,
}

impl Amounts {
    pub fn new(scale: &Scale, activity: &Activity) -> Self {
        let mut before = 0.0;
        let mut start = 0.0;
        let edges = scale.loss_bands_hours;
        let bands = std::array::from_fn(|band| {
            let own = (start, before);
            if band < 3 {
                before += activity.loss_per_hour[band] * (edges[band] - start);
                start = edges[band];
            }
            own
        });
        Self {
            mbco: activity.mbco,
            switch_hours: activity.switch_hours,
            bands,
            rates: activity.loss_per_hour,
            segments: segments(scale, activity),
            part: activity.part,
        }
    }

    /// Loss of an outage of so many hours at full depth.
    fn loss(&self, hours: f64) -> f64 {
        let band = self.bands.iter().rposition(|(start, _)| hours > *start).unwrap_or(0);
        let (start, before) = self.bands[band];
        before + self.rates[band] * (hours - start)
    }

    /// Harm of an outage of so many hours at full depth.
    fn harm(&self, hours: f64) -> f64 {
        if hours <= 0.0 {
            return 0.0;
        }
        let at = self.segments.iter().rposition(|(start, ..)| hours > *start).unwrap_or(0);
        let (_, scale, power, shift) = self.segments[at];
        let grown = if power == 0.0 { 1.0 } else { libm::exp(power * libm::log(hours)) };
        self.part * (scale * grown - shift)
    }

    /// Walks along the outage. `ends` are the hours at which complied outages end, at which the
    /// campaign ends, and infinity; `up` tells when a fallback is up, if it works.
    pub fn course(
        &self,
        outage: &Outage,
        ends: [f64; 3],
        mut up: impl FnMut(&Standby) -> Option<f64>,
    ) -> Course {
        let (onset, end) = (outage.onset(), ends[outage.end()]);
        if end <= onset {
            return Course::default();
        }
        let mut stop = end.min(outage.cut().unwrap_or(self.switch_hours));
        for standby in &outage.full {
            if let Some(hours) = up(standby) {
                stop = stop.min(hours.max(onset));
            }
        }
        let mut course = Course {
            begun: true,
            onset,
            hours: stop - onset,
            switched: outage.until.is_none() && end >= self.switch_hours,
            ..Course::default()
        };
        match (&outage.stages[..], &outage.partial[..]) {
            ([stage], []) if stage.levels.len() == 1 => {
                let depth = self.depth(stage.levels[0]);
                course.loss = depth * self.loss(course.hours);
                course.harm = depth * self.harm(course.hours);
            }
            _ => self.piecewise(outage, ends, stop, up, &mut course),
        }
        course
    }

    fn depth(&self, level: f64) -> f64 {
        (1.0 - level / self.mbco).max(0.0)
    }

    /// The same where the depth changes on the way.
    fn piecewise(
        &self,
        outage: &Outage,
        ends: [f64; 3],
        stop: f64,
        mut up: impl FnMut(&Standby) -> Option<f64>,
        course: &mut Course,
    ) {
        let working: Vec<(f64, f64)> = (outage.partial.iter())
            .filter_map(|standby| Some((up(standby)?, standby.reach)))
            .collect();
        let weekly = outage.stages.iter().any(|stage| stage.levels.len() > 1);
        let weeks = (1..)
            .map(|week| f64::from(week) * WEEK_HOURS)
            .take_while(|hours| weekly && *hours < stop);
        let stages = outage.stages.iter().filter(|stage| stage.to < NEVER);
        let mut cuts: Vec<f64> = (working.iter().map(|(hours, _)| *hours))
            .chain(stages.map(|stage| ends[stage.to]))
            .chain(weeks)
            .filter(|hours| course.onset < *hours && *hours < stop)
            .chain([course.onset, stop])
            .collect();
        cuts.sort_by(f64::total_cmp);
        for piece in cuts.windows(2) {
            let (from, to) = (piece[0], piece[1]);
            let level = outage
                .stages
                .iter()
                .find(|stage| from < ends[stage.to])
                .map_or(1.0, |stage| stage.level(outage.week, from));
            let reached = working.iter().filter(|(hours, _)| *hours <= from).map(|(_, r)| *r);
            let depth = self.depth(reached.fold(level, f64::max));
            let clock = |hours: f64| hours - course.onset;
            course.loss += depth * (self.loss(clock(to)) - self.loss(clock(from)));
            course.harm += depth * (self.harm(clock(to)) - self.harm(clock(from)));
        }
    }
}

/// Start, scale, power and shift of the harm on each stretch between anchors.
fn segments(scale: &Scale, activity: &Activity) -> [(f64, f64, f64, f64); 5] {
    let (levels, anchors) = (&activity.impact, &scale.impact_anchors_hours);
    let flat = |level: f64| (libm::pow(10.0, level / 2.0) / TOP, 0.0);
    std::array::from_fn(|i| {
        let start = if i == 0 { 0.0 } else { anchors[i - 1] };
        let (factor, power) = if i == 0 || i == 4 {
            flat(levels[i.min(3)])
        } else {
            let ratio = libm::log(anchors[i] / anchors[i - 1]);
            let rise = (levels[i] - levels[i - 1]) / 2.0 * std::f64::consts::LN_10;
            let power = rise / ratio;
            let (height, _) = flat(levels[i - 1]);
            (height * libm::exp(-power * libm::log(anchors[i - 1])), power)
        };
        (start, factor, power, 1.0 / TOP)
    })
}
