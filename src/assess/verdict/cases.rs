//! Verdicts of every activity in every region.

use super::{
    counting::{Counting, Verdict},
    judge::Bench,
    scene::{exposed, scenes},
};
use crate::{
    assess::facts::{Case, Facts},
    model::Activity,
};

/// Verdicts of one activity in one region.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseVerdicts {
    /// Index of the case.
    pub case: usize,
    /// What holds whatever the scenario, one for each fallback.
    pub standing: Vec<Verdict>,
    /// Scenarios that can take the activity below its MBCO, the most frequent first.
    pub scenes: Vec<SceneVerdicts>,
}

/// Verdicts in one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct SceneVerdicts {
    /// Scenario id.
    pub scenario: String,
    /// How often a year such a campaign hits what the activity runs on.
    pub frequency: f64,
    /// One for each fallback.
    pub verdicts: Vec<Verdict>,
}

impl SceneVerdicts {
    /// Is there no fallback that counts, not even in part?
    pub fn lost(&self) -> bool {
        self.verdicts.iter().all(|one| one.counting == Counting::DoesNotCount)
    }
}

/// All of them.
pub fn verdicts(facts: &Facts) -> Vec<CaseVerdicts> {
    facts.cases().map(|case| of(facts, case)).collect()
}

fn of(facts: &Facts, case: Case) -> CaseVerdicts {
    let activity = exposed(facts, case);
    let primaries = primaries(facts, &activity);
    let benches = || {
        let all = case.instance.fallbacks.iter();
        all.map(|one| Bench::new(facts, case, one, &primaries, &activity)).enumerate()
    };
    let scenes = scenes(facts, case, &activity).into_iter().map(|scene| SceneVerdicts {
        verdicts: benches().map(|(at, bench)| bench.in_scene(&scene).verdict(at)).collect(),
        scenario: scene.scenario,
        frequency: scene.frequency,
    });
    CaseVerdicts {
        case: case.index,
        scenes: scenes.collect(),
        standing: benches().map(|(at, bench)| bench.verdict(at)).collect(),
    }
}

/// Channels that the activity runs on today.
fn primaries(facts: &Facts, activity: &Activity) -> Vec<usize> {
    let index = |name: &String| facts.estate.channels.iter().position(|one| one.id == *name);
    activity.channels.iter().filter_map(|channel| index(&channel.name)).collect()
}
