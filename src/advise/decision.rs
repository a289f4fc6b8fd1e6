//! What a board is asked to decide, as values. Wording is made where reports are built.

use super::{Advised, catalogue::Reason, target::Target};
use crate::{
    assess::{Assessment, Facts, finding::FindingCode},
    engine::standing::Standing,
};

/// One decision that is asked for. Cases are indices of activities by country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// These are below their minimum today: say how they run from now on.
    RunNow { cases: Vec<usize> },
    /// Fund the chosen measures.
    Fund,
    /// These stay above appetite with the chosen measures: accept them in writing, spend more, or
    /// change the way of working.
    AcceptOrChange { cases: Vec<usize> },
    /// These acceptances have run out, or do so within a month: renew them or treat the risk. Indices
    /// of acceptances.
    RenewAcceptances { acceptances: Vec<usize> },
    /// Measures that wait for counsel: ask. Measure ids.
    AskCounsel { measures: Vec<String> },
}

impl Decision {
    /// The word in JSON, in the order in which decisions are asked.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::RunNow { .. } => "run-now",
            Self::Fund => "fund",
            Self::AcceptOrChange { .. } => "accept-or-change",
            Self::RenewAcceptances { .. } => "renew-acceptances",
            Self::AskCounsel { .. } => "ask-counsel",
        }
    }

    /// Every word, as documented.
    pub const WORDS: [&'static str; 5] =
        ["run-now", "fund", "accept-or-change", "renew-acceptances", "ask-counsel"];
}

/// Days ahead of its end at which an acceptance is to be looked at again.
pub const WARNING_DAYS: i32 = 30;

/// Those that the day asks for.
pub fn decisions(
    facts: &Facts,
    assessment: &Assessment,
    advised: &Advised,
    target: &Target,
) -> Vec<Decision> {
    let mut all = Vec::new();
    let down: Vec<usize> = facts
        .cases()
        .filter(|case| matches!(case.residual.standing, Standing::Disrupted(_)))
        .filter(|case| !accepted(assessment, FindingCode::DisruptedNow, case))
        .map(|case| case.index)
        .collect();
    if !down.is_empty() {
        all.push(Decision::RunNow { cases: down });
    }
    if advised.advice.chosen.choices.iter().any(|choice| !choice.is_empty()) {
        all.push(Decision::Fund);
    }
    let above: Vec<usize> = facts
        .cases()
        .filter(|case| target.cases.get(case.index).is_some_and(|one| one.above_appetite))
        .filter(|case| !accepted(assessment, FindingCode::BreachOverAppetite, case))
        .map(|case| case.index)
        .collect();
    if !above.is_empty() {
        all.push(Decision::AcceptOrChange { cases: above });
    }
    let ends = assessment.acceptances.iter().enumerate();
    let ending: Vec<usize> = ends
        .filter(|(_, one)| one.days_left <= WARNING_DAYS && !one.covers.is_empty())
        .map(|(at, _)| at)
        .collect();
    if !ending.is_empty() {
        all.push(Decision::RenewAcceptances { acceptances: ending });
    }
    let unclear = advised.catalogue.excluded.iter().filter(|one| one.reason == Reason::Unclear);
    let mut measures: Vec<String> = unclear.map(|one| one.measure.clone()).collect();
    measures.dedup();
    if !measures.is_empty() {
        all.push(Decision::AskCounsel { measures });
    }
    all
}

fn accepted(assessment: &Assessment, code: FindingCode, case: &crate::assess::Case) -> bool {
    assessment.findings.iter().any(|finding| {
        finding.code == code
            && finding.subject == case.activity.id
            && finding.region == case.region.code
            && finding.accepted.is_some()
    })
}
