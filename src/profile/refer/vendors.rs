//! Vendors that the knowledge base does not have.

use crate::{
    document::{Code, KeyPath, Problem, nearest, quoted},
    profile::{
        refer::Names,
        rules::{Seen, numbered},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, channel) in seen.channels() {
        problems.extend(unknown(seen, names, path.clone().key("vendor"), &channel.vendor));
        let alternatives = channel.contract.as_ref().map(|contract| &contract.alternatives);
        let path = path.key("contract");
        for (rest, id) in numbered("alternatives", alternatives.map_or(&[], Vec::as_slice)) {
            problems.extend(unknown(seen, names, path.clone().join(&rest), id));
        }
    }
    for (path, announced) in numbered("announced", &seen.profile.announced) {
        for (rest, id) in numbered("vendors", announced.vendors.as_deref().unwrap_or_default()) {
            problems.extend(unknown(seen, names, path.clone().join(&rest), id));
        }
    }
    for (path, measure) in numbered("measure", &seen.profile.measure) {
        for (rest, change) in numbered("effect", &measure.effect) {
            let path = path.clone().join(&rest).key("vendor");
            problems.extend(
                change.vendor.iter().filter_map(|id| unknown(seen, names, path.clone(), id)),
            );
        }
    }
    problems
}

fn unknown(seen: &Seen<'_>, names: &dyn Names, path: KeyPath, id: &str) -> Option<Problem> {
    if names.vendor(id).is_some() {
        return None;
    }
    let ids = names.vendor_ids();
    let span = seen.value(&path);
    let message = format!("the knowledge base has no vendor {}", quoted(id));
    let problem = seen.at(Code::UnknownVendor, path, message).label("no such vendor or medium");
    Some(match nearest(id, ids.iter().copied()).or_else(|| named(names, &ids, id)) {
        Some(near) => problem.patch(span, format!("\"{near}\""), format!("did you mean `{near}`?")),
        None => problem
            .help("`blackstart knowledge list vendors` shows those that are known")
            .help("one of your own can be added with `--knowledge DIR`"),
    })
}

/// The id of the vendor whose name was written in place of its id.
fn named<'a>(names: &dyn Names, ids: &[&'a str], written: &str) -> Option<&'a str> {
    let wanted = written.to_lowercase();
    ids.iter()
        .copied()
        .find(|id| names.vendor(id).is_some_and(|vendor| vendor.name.to_lowercase() == wanted))
}
