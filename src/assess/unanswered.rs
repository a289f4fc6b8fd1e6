//! Which fields that the profile leaves open would change the figures most if they were answered.
//!
//! Each open field is filled with the least and the most that one may reasonably expect, the model
//! is built anew for both, and the figures are compared. The ranges are judgement.

use serde::Serialize;

use crate::{
    analysis::Spread,
    engine::{band::Band, known::Known},
    estate::{Activity, Channel, Estate, Fallback, resolve},
    model::Model,
    modelling::model,
    profile::{Contract, LossRate, Profile, Restrictions, Span, Substitutability},
};

/// Fills in the least, or the most.
type Edit = Box<dyn Fn(&mut Profile, bool) + Send + Sync>;

/// An open field.
pub struct Unanswered {
    /// Where it is, such as "activity `dispatch`".
    pub place: String,
    /// What it is, in words.
    pub what: &'static str,
    /// The line to add, with the value that is taken today.
    pub line: String,
    /// What it may be at least and at most, in words.
    pub ends: [String; 2],
    edit: Edit,
}

/// Figures that an answer can move.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Moved {
    /// Expected annual loss.
    pub eal: f64,
    /// Annual harm, from which the score follows.
    pub harm: f64,
    /// Expected number of pairs of activity and region that breach their MTPD within a year.
    pub breaches: f64,
}

/// An open field with the figures at both ends.
#[derive(Debug, Clone)]
pub struct Worth {
    pub low: Moved,
    pub high: Moved,
}

impl Moved {
    fn of(known: &Known, model: &Model) -> Self {
        let run = known.residual(model);
        Self {
            eal: run.eal.value,
            harm: run.harm.value,
            breaches: run.activities.iter().map(|one| one.breach.value).sum(),
        }
    }
}

impl Worth {
    /// Figures at both ends of a field.
    fn of(estate: &Estate, known: &Known, field: &Unanswered) -> Self {
        let at = |most: bool| {
            let mut profile = estate.profile.clone();
            (field.edit)(&mut profile, most);
            let answered = resolve(&profile, estate.knowledge, estate.as_of);
            Moved::of(known, &model(&answered).model)
        };
        Self { low: at(false), high: at(true) }
    }

    /// The largest relative change of a figure along the range.
    pub fn swing(&self) -> f64 {
        let of = |read: fn(&Moved) -> f64| {
            let (low, high) = (read(&self.low).max(1e-12), read(&self.high).max(1e-12));
            libm::log(high / low).abs()
        };
        [of(|f| f.eal), of(|f| f.harm), of(|f| f.breaches)].into_iter().fold(0.0, f64::max)
    }

    /// A figure at both ends, the smaller first.
    pub fn band(&self, read: impl Fn(&Moved) -> f64) -> Band {
        let (a, b) = (read(&self.low), read(&self.high));
        Band { low: a.min(b), value: f64::midpoint(a, b), high: a.max(b) }
    }
}

/// How many open fields a report names.
const NAMED: usize = 5;

/// Fields that are worth the most; those that change next to nothing are left out. `modelled` is the
/// model of the estate.
pub fn worth_answering(
    estate: &Estate,
    modelled: &Model,
    spread: &dyn Spread,
) -> Vec<(Unanswered, Worth)> {
    let fields = unanswered(estate);
    let known = Known::new(modelled);
    let worth = spread.map(fields.len(), |field| Worth::of(estate, &known, &fields[field]));
    let mut all: Vec<(Unanswered, Worth)> = fields.into_iter().zip(worth).collect();
    all.retain(|(_, worth)| worth.swing() > LEAST);
    all.sort_by(|(_, a), (_, b)| b.swing().total_cmp(&a.swing()));
    all.truncate(NAMED);
    all
}

/// A field that moves every figure by less than half a per cent is not worth a question.
const LEAST: f64 = 0.005;

/// Open fields that are tried; the first are those of the activities in the order of the profile.
const MOST: usize = 60;

/// All open fields, by activity, then by channel.
fn unanswered(estate: &Estate) -> Vec<Unanswered> {
    let mut fields = Vec::new();
    for (index, activity) in estate.activities.iter().enumerate() {
        fields.extend(of_activity(estate, index, activity));
    }
    for (index, activity) in estate.profile.activity.iter().enumerate() {
        for (position, written) in activity.fallback.iter().enumerate() {
            let resolved = estate.instances.iter().filter(|one| one.activity == index);
            let same = resolved
                .flat_map(|one| &one.fallbacks)
                .find(|one| estate.channels[one.channel].id == written.channel);
            fields.extend(
                same.into_iter().flat_map(|one| {
                    of_fallback(index, position, &activity.id, &written.channel, one)
                }),
            );
        }
    }
    for (index, channel) in estate.channels.iter().enumerate() {
        fields.extend(of_channel(index, channel));
    }
    fields.truncate(MOST);
    fields
}

fn of_activity(estate: &Estate, index: usize, activity: &Activity) -> Vec<Unanswered> {
    let place = format!("activity `{}`", activity.id);
    let currency = &estate.currency.value;
    let mut fields = Vec::new();
    let mut add = |what, line: String, ends: [String; 2], edit: Edit| {
        fields.push(Unanswered { place: place.clone(), what, line, ends, edit });
    };
    let loss = activity.loss_per_hour.value[0];
    if activity.loss_per_hour.assumed() {
        let ends = [loss / 3.0, (loss * 3.0).max(300.0)];
        add(
            "loss per hour of outage",
            format!("loss_per_hour = {loss:.0}"),
            ends.map(|loss| format!("{currency} {loss:.0}")),
            Box::new(move |profile, most| {
                let rate = LossRate([ends[usize::from(most)]; 4]);
                profile.activity[index].loss_per_hour = Some(rate);
            }),
        );
    }
    let mtpd = activity.mtpd.value;
    if activity.mtpd.assumed() {
        let ends = [mtpd / 2.0, mtpd * 2.0];
        add(
            "longest tolerable outage",
            format!("mtpd = \"{mtpd:.0}h\""),
            ends.map(|hours| format!("{hours:.0} h")),
            Box::new(move |profile, most| {
                profile.activity[index].mtpd = Some(Span::from_hours(ends[usize::from(most)]));
            }),
        );
    }
    let mbco = activity.mbco.value;
    if activity.mbco.assumed() {
        let ends = [(mbco - 0.2).max(0.1), (mbco + 0.2).min(1.0)];
        add(
            "least acceptable service",
            format!("mbco = {mbco}"),
            ends.map(|share| format!("{share:.1}")),
            Box::new(move |profile, most| {
                profile.activity[index].mbco = Some(ends[usize::from(most)]);
            }),
        );
    }
    if activity.impact.assumed() {
        let impact = activity.impact.value;
        let shifted = [-1.0, 1.0].map(|by| impact.map(|level| (level + by).clamp(0.0, 5.0)));
        add(
            "impact over time",
            format!("impact = {impact:?}"),
            ["one level lower".to_owned(), "one level higher".to_owned()],
            Box::new(move |profile, most| {
                profile.activity[index].impact = Some(shifted[usize::from(most)]);
            }),
        );
    }
    if activity.switch_time.assumed() {
        let ends = [336.0, 2_160.0];
        add(
            "time to leave the vendor for good",
            format!("switch_time = \"{:.0}h\"", activity.switch_time.value),
            ends.map(|hours| format!("{:.0} days", hours / 24.0)),
            Box::new(move |profile, most| {
                let span = Span::from_hours(ends[usize::from(most)]);
                profile.activity[index].switch_time = Some(span);
            }),
        );
    }
    fields
}

fn of_fallback(
    activity: usize,
    position: usize,
    id: &str,
    channel: &str,
    fallback: &Fallback,
) -> Vec<Unanswered> {
    let place = format!("activity `{id}`, fallback `{channel}`");
    let mut fields = Vec::new();
    let mut add = |what, line: String, ends: [&str; 2], edit: Edit| {
        let ends = ends.map(str::to_owned);
        fields.push(Unanswered { place: place.clone(), what, line, ends, edit });
    };
    if fallback.activation.assumed() {
        add(
            "time to start it",
            format!("activation = \"{:.0}h\"", fallback.activation.value),
            ["2 h", "72 h"],
            Box::new(move |profile, most| {
                let span = Span::from_hours(if most { 72.0 } else { 2.0 });
                profile.activity[activity].fallback[position].activation = Some(span);
            }),
        );
    }
    if fallback.employees.assumed() {
        add(
            "share of employees it reaches",
            format!("employees = {}", fallback.employees.value),
            ["0.4", "0.95"],
            Box::new(move |profile, most| {
                let share = if most { 0.95 } else { 0.4 };
                profile.activity[activity].fallback[position].employees = Some(share);
            }),
        );
    }
    if fallback.partners.assumed() {
        add(
            "share of partners it reaches",
            format!("partners = {}", fallback.partners.value),
            ["0.1", "0.9"],
            Box::new(move |profile, most| {
                let share = if most { 0.9 } else { 0.1 };
                profile.activity[activity].fallback[position].partners = Some(share);
            }),
        );
    }
    fields
}

fn of_channel(index: usize, channel: &Channel) -> Vec<Unanswered> {
    let place = format!("channel `{}`", channel.id);
    let mut fields = Vec::new();
    if channel.provisioned.assumed() {
        fields.push(Unanswered {
            place: place.clone(),
            what: "share of users who are installed and registered",
            line: format!("restrictions.provisioned = {}", channel.provisioned.value),
            ends: ["0.4".to_owned(), "1.0".to_owned()],
            edit: Box::new(move |profile, most| {
                let open =
                    Restrictions { install_without_store: None, provisioned: None, tested: None };
                let restrictions = profile.channel[index].restrictions.get_or_insert(open);
                restrictions.provisioned = Some(if most { 1.0 } else { 0.4 });
            }),
        });
    }
    let graded = channel.written.contract.as_ref().and_then(|one| one.substitutability).is_some();
    if !graded {
        fields.push(Unanswered {
            place,
            what: "how easily the vendor can be replaced",
            line: "contract.substitutability = \"medium\"".to_owned(),
            ends: ["easy".to_owned(), "highly-complex".to_owned()],
            edit: Box::new(move |profile, most| {
                let open = Contract {
                    substitutability: None,
                    exit_plan: None,
                    reintegration: None,
                    alternatives: Vec::new(),
                    notice: None,
                };
                let contract = profile.channel[index].contract.get_or_insert(open);
                let complex = Substitutability::HighlyComplex;
                contract.substitutability =
                    Some(if most { complex } else { Substitutability::Easy });
            }),
        });
    }
    fields
}
