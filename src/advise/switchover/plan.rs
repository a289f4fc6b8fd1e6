//! The plan of one activity in one region.

use std::collections::BTreeSet;

use super::{
    before::{Missing, installs, missing},
    campaigns::stopping,
    ladder::{Ladder, ladder, primary_today},
    notice::{Notice, notice},
    people::{Part, people},
};
use crate::{
    assess::{Case, Facts, dependence::single_points},
    knowledge::{Condition, Posture, Step, Words},
    profile::Audience,
};

/// A plan that works on paper.
#[derive(Clone)]
pub struct Plan<'a> {
    pub case: Case<'a>,
    /// Service today of what people use every day.
    pub today: f64,
    pub ladder: Ladder<'a>,
    /// Node ids without which neither the primary nor any rung that reaches enough people runs.
    pub common: Vec<&'a String>,
    pub notice: Notice<'a>,
    pub people: Vec<Part<'a>>,
    pub steps: Vec<&'a Step>,
    pub words: Vec<&'a Words>,
    pub before: Vec<Missing<'a>>,
}

impl Plan<'_> {
    /// Is what people use every day below the MBCO today?
    pub fn down_today(&self) -> bool {
        self.today < self.case.activity.mbco.value
    }

    /// Source ids that the plan rests on.
    pub fn sources(&self) -> BTreeSet<String> {
        let steps = self.steps.iter().flat_map(|step| &step.sources);
        let times = self.notice.lead_times.iter().take(SHOWN).flat_map(|one| &one.sources);
        steps.chain(times).cloned().collect()
    }
}

/// Lead times that a plan shows.
pub const SHOWN: usize = 2;

/// One for each activity in each region.
pub fn plans<'a>(facts: &Facts<'a>) -> Vec<Plan<'a>> {
    facts.cases().map(|case| plan(facts, case)).collect()
}

/// The plan of one.
pub fn plan<'a>(facts: &Facts<'a>, case: Case<'a>) -> Plan<'a> {
    let stopping = stopping(facts, case);
    let ladder = ladder(facts, case, &stopping);
    let notice = notice(facts, case, &stopping);
    let people = people(facts, case);
    let today = primary_today(facts, case);
    let before = missing(facts, case, &ladder, &people, notice.hours.unwrap_or(0.0));
    let holds = conditions(facts, case, &ladder, today);
    let all = |when: &[Condition]| when.iter().all(|one| holds.contains(one));
    let known = &facts.estate.knowledge.switchover;
    let common = if ladder.rungs.is_empty() {
        Vec::new()
    } else {
        single_points(facts, case).into_iter().collect()
    };
    Plan {
        case,
        today,
        common,
        notice,
        people,
        steps: known.step.iter().filter(|step| all(&step.when)).collect(),
        words: known
            .words
            .iter()
            .filter(|words| all(&words.when) && heard(words, &holds))
            .collect(),
        before,
        ladder,
    }
}

/// Is anybody there to hear it?
fn heard(words: &Words, holds: &BTreeSet<Condition>) -> bool {
    let audience = match words.to {
        crate::knowledge::Listener::Employees => Condition::Employees,
        crate::knowledge::Listener::Partners => Condition::Partners,
    };
    holds.contains(&audience)
}

fn conditions(facts: &Facts, case: Case, ladder: &Ladder, today: f64) -> BTreeSet<Condition> {
    let next = ladder.next();
    let posture = next.map(|rung| facts.channel(rung.fallback.channel).posture.value);
    let listed = [
        (Condition::Employees, case.instance.audience.contains(&Audience::Employees)),
        (Condition::Partners, case.instance.audience.contains(&Audience::Partners)),
        (Condition::NeedsInstall, next.is_some_and(|one| installs(facts, case, one.fallback))),
        (Condition::Discloses, posture == Some(Posture::Comply)),
        (Condition::Survivor, ladder.survives()),
        (Condition::NoSurvivor, !ladder.survives()),
        (Condition::DownToday, today < case.activity.mbco.value),
    ];
    listed.into_iter().filter(|(_, holds)| *holds).map(|(condition, _)| condition).collect()
}
