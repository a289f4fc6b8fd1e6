//! Section 8: what becomes of each fallback in each scenario.

use super::figures;
use crate::{
    assess::{
        Assessment, Case, Facts,
        verdict::{CaseVerdicts, Counting, Verdict, survival},
    },
    report::view::{
        NamedScenario, SceneView, SurvivalCell, SurvivalRow, SurvivalView, VerdictCell,
        VerdictReason, VerdictRow, VerdictsView,
    },
    words,
};

/// Each activity in each region that anything can stop: those without a surviving channel first,
/// then by tier.
pub fn verdicts(facts: &Facts, assessment: &Assessment) -> Vec<VerdictsView> {
    let judged = assessment.verdicts.iter().filter(|one| !one.scenes.is_empty());
    let mut views: Vec<VerdictsView> = judged.map(|one| view(facts, one)).collect();
    views.sort_by_key(|one| (one.lost.is_none(), one.tier));
    views
}

/// The best fallback of each of them in each scenario.
pub fn in_short(views: &[VerdictsView]) -> SurvivalView {
    let mut scenarios: Vec<(NamedScenario, f64)> = Vec::new();
    for scene in views.iter().flat_map(|view| &view.scenarios) {
        let listed = scenarios.iter_mut().find(|(known, _)| known.scenario == scene.scenario);
        if let Some((_, often)) = listed {
            *often += scene.frequency.value;
        } else {
            let (scenario, name) = (scene.scenario.clone(), scene.name.clone());
            scenarios.push((NamedScenario { scenario, name }, scene.frequency.value));
        }
    }
    scenarios.sort_by(|a, b| b.1.total_cmp(&a.1));
    let scenarios: Vec<NamedScenario> =
        scenarios.into_iter().map(|(scenario, _)| scenario).collect();
    let row = |view: &VerdictsView| SurvivalRow {
        activity: view.activity.clone(),
        name: view.name.clone(),
        region: view.region.clone(),
        country: view.country.clone(),
        cells: scenarios.iter().map(|scenario| best(view, scenario)).collect(),
    };
    SurvivalView { rows: views.iter().map(row).collect(), scenarios }
}

fn best(view: &VerdictsView, scenario: &NamedScenario) -> SurvivalCell {
    let stops = view.scenarios.iter().any(|scene| scene.scenario == scenario.scenario);
    let own = view.fallbacks.iter().flat_map(|row| &row.cells);
    let here: Vec<&str> = own
        .filter(|cell| cell.scenario == scenario.scenario)
        .map(|cell| cell.verdict.as_str())
        .collect();
    let counting = Counting::ALL.iter().copied().find(|one| here.contains(&one.word()));
    let counting = stops.then(|| counting.unwrap_or(Counting::DoesNotCount));
    SurvivalCell {
        scenario: scenario.scenario.clone(),
        scenario_name: scenario.name.clone(),
        verdict: counting.map(|one| one.word().to_owned()),
        symbol: counting.map_or("", Counting::symbol).to_owned(),
        text: match counting {
            Some(Counting::Counts) => "survives",
            Some(Counting::CountsInPart) => "survives in part",
            Some(Counting::DoesNotCount) => "nothing survives",
            None => "not stopped",
        }
        .to_owned(),
    }
}

fn view(facts: &Facts, verdicts: &CaseVerdicts) -> VerdictsView {
    let case = facts.case(verdicts.case);
    let scenes = verdicts.scenes.iter().map(|scene| SceneView {
        scenario: scene.scenario.clone(),
        name: facts.scenario_name(&scene.scenario).to_owned(),
        frequency: figures::frequency(scene.frequency),
        lost: scene.lost(),
    });
    let rows = 0..case.instance.fallbacks.len();
    VerdictsView {
        activity: case.activity.id.clone(),
        name: case.activity.name.clone(),
        tier: case.activity.tier.value,
        region: case.region.code.clone(),
        country: case.region.name.clone(),
        scenarios: scenes.collect(),
        fallbacks: rows.map(|at| row(facts, case, verdicts, at)).collect(),
        lost: survival::sentence(facts, case, verdicts),
        summary: summary(facts, verdicts),
    }
}

/// "nothing survives internet shutdown (1 of 4 scenarios)".
fn summary(facts: &Facts, verdicts: &CaseVerdicts) -> String {
    let all = words::count(verdicts.scenes.len(), "scenario");
    let lost = verdicts.scenes.iter().filter(|scene| scene.lost());
    let lost: Vec<String> =
        lost.map(|scene| facts.scenario_name(&scene.scenario).to_lowercase()).collect();
    if lost.is_empty() {
        format!("a fallback is left, {all}")
    } else {
        format!("nothing survives {} ({} of {all})", words::list(&lost), lost.len())
    }
}

fn row(facts: &Facts, case: Case, verdicts: &CaseVerdicts, fallback: usize) -> VerdictRow {
    let channel = facts.channel(case.instance.fallbacks[fallback].channel);
    let own = verdicts.scenes.iter().filter_map(|scene| {
        let verdict = scene.verdicts.iter().find(|one| one.fallback == fallback)?;
        Some(cell(facts, &scene.scenario, verdict))
    });
    let cells: Vec<VerdictCell> = own.collect();
    VerdictRow {
        channel: channel.id.clone(),
        channel_name: channel.name.clone(),
        reasons: reasons(&cells),
        cells,
    }
}

fn cell(facts: &Facts, scenario: &str, verdict: &Verdict) -> VerdictCell {
    VerdictCell {
        scenario: scenario.to_owned(),
        scenario_name: facts.scenario_name(scenario).to_owned(),
        verdict: verdict.counting.word().to_owned(),
        symbol: verdict.counting.symbol().to_owned(),
        text: verdict.counting.name().to_owned(),
        ground: verdict.ground.map(|ground| ground.word().to_owned()),
        reason: verdict.reason.clone(),
    }
}

/// Scenarios with the same verdict for the same reason are told together.
fn reasons(cells: &[VerdictCell]) -> Vec<VerdictReason> {
    let mut all: Vec<VerdictReason> = Vec::new();
    for cell in cells {
        let same = |one: &&mut VerdictReason| one.text == cell.text && one.reason == cell.reason;
        match all.iter_mut().find(same) {
            Some(one) => one.scenarios.push(cell.scenario_name.clone()),
            None => all.push(VerdictReason {
                when: String::new(),
                scenarios: vec![cell.scenario_name.clone()],
                symbol: cell.symbol.clone(),
                text: cell.text.clone(),
                reason: cell.reason.clone(),
            }),
        }
    }
    for one in &mut all {
        let whole = one.scenarios.len() == cells.len() && cells.len() > 1;
        one.when = if whole { "every scenario".to_owned() } else { words::list(&one.scenarios) };
    }
    all
}
