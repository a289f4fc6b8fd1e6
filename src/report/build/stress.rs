//! Severe but plausible cases in words.

use super::{figures, places::by_activity};
use crate::{
    assess::{Assessment, Facts, stress::StressCase},
    engine::band::Band,
    report::view::StressView,
    words,
};

/// Each case, the greatest loss first.
pub fn stress(facts: &Facts, assessment: &Assessment) -> Vec<StressView> {
    assessment.stress.iter().map(|case| view(facts, case)).collect()
}

fn view(facts: &Facts, case: &StressCase) -> StressView {
    let indices: Vec<usize> = case.stopped.iter().map(|one| one.case).collect();
    let names = by_activity(facts, &indices);
    let beyond = case.stopped.iter().filter(|one| one.breach > 0.5).count();
    let longest = case.stopped.first().map_or(0.0, |one| one.hours);
    StressView {
        id: case.id.clone(),
        title: case.title.clone(),
        sentence: format!(
            "Stops {} by country, {beyond} of them for longer than the MTPD; up to {} below \
             minimum service.",
            words::count(case.stopped.len(), "activity"),
            words::hours(longest)
        ),
        stopped: case.stopped.len(),
        beyond_mtpd: beyond,
        names,
        longest: figures::hours(longest),
        loss: figures::money(Band::certain(case.loss), &facts.estate.currency.value),
    }
}
