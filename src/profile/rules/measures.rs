//! Measures: the activities that their effects name.

use super::{Code, Problem, Seen, numbered, quoted};
use crate::document::nearest;

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let known: Vec<&str> = seen.activities().map(|(_, activity)| activity.id.as_str()).collect();
    let mut problems = Vec::new();
    for (path, measure) in numbered("measure", &seen.profile.measure) {
        for (rest, change) in numbered("effect", &measure.effect) {
            let path = path.clone().join(&rest);
            let named = change.activities.as_deref().unwrap_or_default();
            for (rest, id) in numbered("activities", named) {
                if known.contains(&id.as_str()) {
                    continue;
                }
                let path = path.clone().join(&rest);
                let span = seen.value(&path);
                let message = format!("the profile has no activity {}", quoted(id));
                let problem =
                    seen.at(Code::UnknownActivity, path, message).label("no such activity");
                problems.push(match nearest(id, known.iter().copied()) {
                    Some(near) => problem.patch(
                        span,
                        format!("\"{near}\""),
                        format!("did you mean `{near}`?"),
                    ),
                    None => problem.help("use the id of an `[[activity]]`"),
                });
            }
        }
    }
    problems
}
