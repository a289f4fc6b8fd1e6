//! What stops when: for each activity the campaign that harms it most, hour by hour.

use super::facts::{Case, Facts};
use crate::engine::{below::below, outcome::Cell, standing::Standing};

/// How far ahead it is looked: thirty days.
pub const HORIZON_HOURS: f64 = 720.0;

/// Hours at which the chance is told in figures, beside RTO and MTPD.
pub const TOLD_HOURS: [f64; 6] = [0.0, 4.0, 24.0, 72.0, 168.0, HORIZON_HOURS];

/// Points of a curve between nothing and the horizon.
const POINTS: u32 = 96;

/// The campaign that harms one activity most, in the country where it does.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Index of the case.
    pub case: usize,
    /// Campaign of the model; none where nothing ahead stops the activity anywhere.
    pub ahead: Option<Ahead>,
    /// Is the activity below its MBCO today in every country?
    pub down_today: bool,
}

/// What such a campaign does to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    pub campaign: usize,
    /// Disruptions a year.
    pub frequency: f64,
    /// Hours from the start, chance to be below the MBCO with fallbacks, and without.
    pub curve: Vec<Moment>,
    /// The same at [`TOLD_HOURS`], at the RTO and at the MTPD, by time.
    pub told: Vec<Moment>,
    pub at_rto: Moment,
    pub at_mtpd: Moment,
}

/// Chances at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    pub hours: f64,
    pub with: f64,
    pub without: f64,
}

/// One for each activity that is done anywhere, in the order of the profile.
pub fn stops(facts: &Facts) -> Vec<Stop> {
    (0..facts.estate.activities.len()).filter_map(|activity| stop(facts, activity)).collect()
}

fn stop(facts: &Facts, activity: usize) -> Option<Stop> {
    let here: Vec<Case> = facts.cases().filter(|case| case.instance.activity == activity).collect();
    let up = |case: &&Case| !matches!(case.residual.standing, Standing::Disrupted(_));
    let cells = here.iter().filter(up).flat_map(|case| {
        let live = case.residual.cells.iter().filter(|cell| cell.frequency > 0.0);
        live.map(move |cell| (case, cell))
    });
    let worst = cells.max_by(|a, b| a.1.harm().total_cmp(&b.1.harm()));
    match worst {
        Some((case, cell)) => Some(Stop {
            case: case.index,
            ahead: Some(ahead(facts, *case, cell)),
            down_today: false,
        }),
        None => here.first().map(|case| Stop {
            case: case.index,
            ahead: None,
            down_today: !here.iter().any(|case| up(&case)),
        }),
    }
}

fn ahead(facts: &Facts, case: Case, cell: &Cell) -> Ahead {
    let (rto, mtpd) = (case.activity.rto.value, case.activity.mtpd.value);
    let mut told: Vec<f64> = TOLD_HOURS.to_vec();
    told.extend([rto, mtpd].into_iter().filter(|hours| *hours <= HORIZON_HOURS));
    told.sort_by(f64::total_cmp);
    told.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    let at = |times: &[f64]| moments(facts, case, cell.campaign, times);
    Ahead {
        campaign: cell.campaign,
        frequency: cell.frequency,
        curve: at(&times(facts, case)),
        told: at(&told),
        at_rto: at(&[rto])[0],
        at_mtpd: at(&[mtpd])[0],
    }
}

/// Evenly spaced on a logarithmic scale, and on both sides of each start of a fallback and of the
/// switch for good, where the chance jumps.
fn times(facts: &Facts, case: Case) -> Vec<f64> {
    let whole = libm::log1p(HORIZON_HOURS);
    let even = (0..=POINTS).map(|at| libm::expm1(whole * f64::from(at) / f64::from(POINTS)));
    let activity = &facts.modelled.model.activities[case.index];
    let starts = activity.fallbacks.iter().map(|fallback| fallback.activation_hours);
    let jumps = starts.chain([activity.switch_hours]);
    let both = jumps.flat_map(|hours| [hours * (1.0 - 1e-9), hours]);
    let mut times: Vec<f64> = even.chain(both).filter(|hours| *hours <= HORIZON_HOURS).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    times
}

fn moments(facts: &Facts, case: Case, campaign: usize, times: &[f64]) -> Vec<Moment> {
    let model = &facts.modelled.model;
    let activity = &model.activities[case.index];
    let with = below(model, activity, campaign, true, times);
    // On a fallback today, the risk is that of what it runs on: without fallbacks it would be down.
    let without = match case.residual.standing {
        Standing::OnFallback(_) => vec![1.0; times.len()],
        _ => below(model, activity, campaign, false, times),
    };
    let each = times.iter().zip(with.iter().zip(&without));
    each.map(|(hours, (with, without))| Moment { hours: *hours, with: *with, without: *without })
        .collect()
}
