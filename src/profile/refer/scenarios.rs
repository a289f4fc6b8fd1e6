//! Scenarios of announced measures that the knowledge base does not have.

use crate::{
    document::{Code, Problem, nearest, quoted},
    profile::{
        refer::Names,
        rules::{Seen, numbered},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    numbered("announced", &seen.profile.announced)
        .filter(|(_, announced)| !names.has_scenario(&announced.scenario))
        .map(|(path, announced)| {
            let path = path.key("scenario");
            let span = seen.value(&path);
            let id = &announced.scenario;
            let message = format!("the knowledge base has no scenario {}", quoted(id));
            let problem =
                seen.at(Code::UnknownScenario, path, message).label("no such kind of measure");
            match meant(id, &names.scenarios()) {
                Some(id) => {
                    problem.patch(span, format!("\"{id}\""), format!("did you mean `{id}`?"))
                }
                None => problem.help("`blackstart knowledge list scenarios` shows them all"),
            }
        })
        .collect()
}

/// The scenario of that name, or of the nearest id.
fn meant<'a>(written: &str, scenarios: &[(&'a str, &'a str)]) -> Option<&'a str> {
    let named = scenarios.iter().find(|(_, name)| name.eq_ignore_ascii_case(written));
    named
        .map(|(id, _)| *id)
        .or_else(|| nearest(&written.to_lowercase(), scenarios.iter().map(|(id, _)| *id)))
}
