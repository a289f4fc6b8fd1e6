//! Scenarios of announced measures and of effects that the knowledge base does not have.

use crate::{
    document::{Code, KeyPath, Problem, nearest, quoted},
    profile::{
        refer::Names,
        rules::{Seen, numbered},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let announced = numbered("announced", &seen.profile.announced)
        .map(|(path, announced)| (path.key("scenario"), announced.scenario.as_str()));
    let measures = numbered("measure", &seen.profile.measure).flat_map(|(path, measure)| {
        numbered("effect", &measure.effect).flat_map(move |(rest, change)| {
            let path = path.clone().join(&rest);
            numbered("scenarios", change.scenarios.as_deref().unwrap_or_default())
                .map(move |(rest, id)| (path.clone().join(&rest), id.as_str()))
        })
    });
    announced
        .chain(measures)
        .filter(|(_, id)| !names.has_scenario(id))
        .map(|(path, id)| unknown(seen, names, path, id))
        .collect()
}

fn unknown(seen: &Seen<'_>, names: &dyn Names, path: KeyPath, id: &str) -> Problem {
    let span = seen.value(&path);
    let message = format!("the knowledge base has no scenario {}", quoted(id));
    let problem = seen.at(Code::UnknownScenario, path, message).label("no such kind of measure");
    match meant(id, &names.scenarios()) {
        Some(id) => problem.patch(span, format!("\"{id}\""), format!("did you mean `{id}`?")),
        None => problem.help("`blackstart knowledge list scenarios` shows them all"),
    }
}

/// The scenario of that name, or of the nearest id.
fn meant<'a>(written: &str, scenarios: &[(&'a str, &'a str)]) -> Option<&'a str> {
    let named = scenarios.iter().find(|(_, name)| name.eq_ignore_ascii_case(written));
    named
        .map(|(id, _)| *id)
        .or_else(|| nearest(&written.to_lowercase(), scenarios.iter().map(|(id, _)| *id)))
}
