//! What an activity needs, against what its channels carry.

use crate::{
    document::{Code, KeyPath, Problem, list, quoted},
    knowledge::Capability,
    profile::{
        Activity, Channel,
        refer::Names,
        rules::{Seen, numbered, primaries},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    seen.activities().flat_map(|(path, activity)| missing(seen, names, &path, activity)).collect()
}

fn missing(
    seen: &Seen<'_>,
    names: &dyn Names,
    path: &KeyPath,
    activity: &Activity,
) -> Vec<Problem> {
    let running = primaries(path, activity);
    let ids: Vec<_> = running.iter().map(|(_, id)| *id).collect();
    // A channel or vendor that is unknown is reported as such; what it carries cannot be said.
    let carried: Option<Vec<_>> = ids.iter().map(|id| carried(names, seen.channel(id)?)).collect();
    let Some(carried) = carried.map(|carried| carried.concat()).filter(|_| !ids.is_empty()) else {
        return Vec::new();
    };
    let Some(needs) = &activity.needs else {
        let place = running.first().map(|(path, _)| path.clone()).unwrap_or_default();
        return assumed(seen, place, activity, &ids, &carried).into_iter().collect();
    };
    numbered("needs", needs)
        .filter(|(_, need)| !carried.contains(need))
        .map(|(rest, need)| {
            let message = format!("{} does not carry {need}", list(&ids, "or"));
            seen.at(Code::CapabilityMissing, path.clone().join(&rest), message)
                .label(format!("activity `{}` needs it", activity.id))
                .help(carries(&carried))
        })
        .collect()
}

/// Where nothing is written, text is needed; a channel of voice alone then never suffices.
fn assumed(
    seen: &Seen<'_>,
    place: KeyPath,
    activity: &Activity,
    ids: &[&str],
    carried: &[Capability],
) -> Option<Problem> {
    if carried.contains(&Capability::Text) {
        return None;
    }
    let message = format!("{} does not carry text", list(ids, "or"));
    Some(
        seen.at(Code::CapabilityMissing, place, message)
            .label(format!(
                "activity {} needs text, as `needs` is not written",
                quoted(&activity.id)
            ))
            .help(carries(carried))
            .help("write `needs`, if something else is meant"),
    )
}

fn carried(names: &dyn Names, channel: &Channel) -> Option<Vec<Capability>> {
    match &channel.carries {
        Some(carries) => Some(carries.clone()),
        None => Some(names.vendor(&channel.vendor)?.capabilities.clone()),
    }
}

fn carries(carried: &[Capability]) -> String {
    let mut words: Vec<_> = carried.iter().map(|capability| capability.word()).collect();
    words.sort_unstable();
    words.dedup();
    match words.as_slice() {
        [] => "it carries nothing".to_owned(),
        words => format!("it carries {}", list(words, "and")),
    }
}
