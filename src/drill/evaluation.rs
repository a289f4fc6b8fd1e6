//! The sheet that the observer fills in.

use super::{
    dilemma::Dilemma,
    roles::BLANK,
    situation::{Spare, Stake},
    view::{AudienceView, CardView, CriterionView, DecisionView, EvaluationView, MeasureView},
};
use crate::{estate::Told, knowledge::Drill, likelihood::readiness::Tested, words};

/// Questions after every exercise, whatever the script.
const DEBRIEF: [&str; 5] = [
    "What surprised you most, and at which minute?",
    "Which decision came too late, and what would have made it earlier?",
    "Whom did nobody think of?",
    "Which number, name or permit was missing, who gets it, and by which day?",
    "What one change to the plan would you make before the next exercise?",
];

/// The sheet for the activities that are played.
pub fn evaluation(dilemmas: &[Dilemma], cards: &[CardView], drill: &Drill) -> EvaluationView {
    let decisions = cards.iter().flat_map(|card| {
        card.decisions.iter().map(|decision| DecisionView {
            card: card.number,
            minute: card.minute,
            decision: decision.clone(),
        })
    });
    let spares = || dilemmas.iter().flat_map(|one| one.stake.spares.iter().map(|s| (one.stake, s)));
    let lawful = spares().filter(|(_, spare)| spare.deployment.lawfulness.counts());
    EvaluationView {
        fallbacks: lawful.map(|(stake, spare)| measure(stake, spare)).collect(),
        decisions: decisions.collect(),
        missing: missing(dilemmas),
        criteria: criteria(dilemmas),
        debrief: drill.debrief.iter().cloned().chain(DEBRIEF.map(str::to_owned)).collect(),
    }
}

fn measure(stake: &Stake, spare: &Spare) -> MeasureView {
    let minimum = stake.activity.mbco.value;
    let audiences = stake.audiences().into_iter().map(|who| AudienceView {
        name: who.word().to_owned(),
        people: who.people,
        needed: who.needed(minimum),
        planned: words::share(who.of(spare.fallback)),
    });
    MeasureView {
        activity: stake.activity.name.clone(),
        fallback: spare.channel.name.clone(),
        rto: words::hours(stake.activity.rto.value),
        activation: words::hours(spare.fallback.activation.value),
        minimum: words::share(minimum),
        audiences: audiences.collect(),
    }
}

/// What the profile does not say about what is played.
fn missing(dilemmas: &[Dilemma]) -> Vec<String> {
    let mut missing = Vec::new();
    for Dilemma { stake, .. } in dilemmas {
        let name = &stake.activity.name;
        let mut lacks = |what: &str| missing.push(format!("{name}: {what} {BLANK}"));
        if stake.activity.owner.is_none() {
            lacks("who answers for it");
        }
        let limits = [
            ("RTO", &stake.activity.rto),
            ("MTPD", &stake.activity.mtpd),
            ("MBCO", &stake.activity.mbco),
        ];
        for (limit, _) in limits.into_iter().filter(|(_, told)| told.assumed()) {
            lacks(&format!("its {limit}, which is assumed"));
        }
        for spare in &stake.spares {
            let channel = &spare.channel.name;
            let figure = |told: &Told<f64>| told.assumed();
            if figure(&spare.fallback.activation) {
                lacks(&format!("how long the switch to {channel} takes"));
            }
            if stake.audiences().iter().any(|who| match who.word() {
                "employees" => figure(&spare.fallback.employees),
                _ => figure(&spare.fallback.partners),
            }) {
                lacks(&format!("whom {channel} reaches"));
            }
            if spare.fallback.tested == Tested::Never {
                lacks(&format!("the day of the first test of {channel}"));
            }
        }
    }
    missing
}

fn criteria(dilemmas: &[Dilemma]) -> Vec<CriterionView> {
    let criterion = |what: &str, target: String| CriterionView { what: what.to_owned(), target };
    let mut criteria = vec![
        criterion("A crisis lead is named", "within 5 minutes of card 1".to_owned()),
        criterion("First word to staff", "within 15 minutes of the loss".to_owned()),
        criterion("First word to partners", "within 30 minutes of the loss".to_owned()),
    ];
    for Dilemma { stake, .. } in dilemmas {
        let who = stake.audiences().into_iter().map(|who| {
            let needed = who.needed(stake.activity.mbco.value);
            format!("{needed} of {} {}", who.people, who.word())
        });
        let reached = words::list(&who.collect::<Vec<_>>());
        let rto = words::hours(stake.activity.rto.value);
        let what = format!("{} runs again", stake.activity.name);
        criteria.push(criterion(&what, format!("within the RTO of {rto}, reaching {reached}")));
    }
    criteria
}
