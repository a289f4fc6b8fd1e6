//! Contacts of switch-over plans: each id once, each name known, and nobody for a country where the
//! activity is not done.

use super::{Code, KeyPath, Problem, Seen, ids, list, nearest, numbered, quoted, regions};
use crate::profile::{Activity, Contact, Switchover};

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for (path, contact) in numbered("contact", &seen.profile.contact) {
        problems.extend(regions::listed(seen, &path, contact.regions.as_deref()));
        let path = path.key("id");
        problems.extend(ids::bad_id(seen, &path, &contact.id));
        all.push((path, contact.id.clone()));
    }
    problems.extend(ids::duplicates(seen, "contact", "rename one of them", &all));
    for (path, activity) in seen.activities() {
        if let Some(switchover) = &activity.switchover {
            let path = path.key("switchover");
            problems.extend(parts(seen, &path, activity, switchover));
            problems.extend(own_deputy(seen, &path, switchover));
        }
    }
    problems
}

fn parts(
    seen: &Seen<'_>,
    path: &KeyPath,
    activity: &Activity,
    switchover: &Switchover,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, named) in switchover.lists() {
        let entries: Vec<_> =
            numbered(key, named).map(|(rest, id)| (path.clone().join(&rest), id.clone())).collect();
        for (path, id) in &entries {
            match seen.profile.contact.iter().find(|contact| contact.id == *id) {
                None => problems.push(unknown(seen, path, id)),
                Some(contact) => problems.extend(elsewhere(seen, path, activity, contact)),
            }
        }
        problems.extend(ids::duplicates(seen, "contact", "once is enough", &entries));
    }
    problems
}

fn unknown(seen: &Seen<'_>, path: &KeyPath, id: &str) -> Problem {
    let message = format!("the profile has no contact {}", quoted(id));
    let problem = seen.at(Code::UnknownContact, path.clone(), message).label("no such contact");
    let ids: std::collections::BTreeSet<&str> =
        seen.profile.contact.iter().map(|one| one.id.as_str()).collect();
    let known: Vec<&str> = ids.into_iter().collect();
    match nearest(id, known.iter().copied()) {
        Some(id) => {
            problem.patch(seen.value(path), format!("\"{id}\""), format!("did you mean `{id}`?"))
        }
        None if known.is_empty() => problem.help("add a `[[contact]]` with that id"),
        None => problem.help(format!(
            "add a `[[contact]]` with that id, or use one of {}",
            list(&known, "or")
        )),
    }
}

fn elsewhere(
    seen: &Seen<'_>,
    path: &KeyPath,
    activity: &Activity,
    contact: &Contact,
) -> Option<Problem> {
    let done_in = regions::done_in(seen, activity);
    if done_in.is_empty() || done_in.iter().any(|country| contact.serves(country)) {
        return None;
    }
    let message = format!(
        "contact {} is one for {} only",
        quoted(&contact.id),
        list(contact.regions.as_deref().unwrap_or_default(), "and")
    );
    let help = format!("activity `{}` is done in {}", activity.id, list(&done_in, "and"));
    Some(
        seen.at(Code::ContactNotInRegion, path.clone(), message)
            .label("has no part in this activity")
            .help(help),
    )
}

fn own_deputy(seen: &Seen<'_>, path: &KeyPath, switchover: &Switchover) -> Vec<Problem> {
    let decides = switchover.decides.as_deref().unwrap_or_default();
    numbered("deputy", switchover.deputy.as_deref().unwrap_or_default())
        .filter_map(|(rest, id)| {
            let at = decides.iter().position(|decider| decider == id)?;
            let first = seen.value(&path.clone().key("decides").index(at));
            let message = format!("contact {} decides and is the deputy too", quoted(id));
            Some(
                seen.at(Code::DeputyDecides, path.clone().join(&rest), message)
                    .label("the deputy")
                    .also(first, "the one who decides")
                    .help("name somebody else, or leave the deputy out and fill it in by hand"),
            )
        })
        .collect()
}
