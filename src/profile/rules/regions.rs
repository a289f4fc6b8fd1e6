//! Countries: each must be a region of the profile, and a channel must be in use where it is relied
//! on.

use super::{Code, KeyPath, Problem, Seen, list, numbered, primaries, quoted};
use crate::profile::{Activity, Channel, Fallback};

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, channel) in seen.channels() {
        problems.extend(listed(seen, &path, channel.regions.as_deref()));
    }
    for (path, measure) in numbered("measure", &seen.profile.measure) {
        problems.extend(listed(seen, &path, measure.regions.as_deref()));
    }
    let known = seen.regions();
    for (path, announced) in numbered("announced", &seen.profile.announced) {
        if !known.contains(&announced.region.as_str()) {
            problems.push(unknown(seen, &path.key("region"), &announced.region, &known));
        }
    }
    for (path, activity) in seen.activities() {
        problems.extend(listed(seen, &path, activity.regions.as_deref()));
        problems.extend(unserved(seen, &path, activity));
        for (rest, fallback) in numbered("fallback", &activity.fallback) {
            let path = path.clone().join(&rest);
            problems.extend(listed(seen, &path, fallback.regions.as_deref()));
            problems.extend(uncovered(seen, &path, activity, fallback));
        }
    }
    problems
}

/// Entries of a `regions` list that are no region of the profile, or stand there twice.
pub(super) fn listed(seen: &Seen<'_>, path: &KeyPath, regions: Option<&[String]>) -> Vec<Problem> {
    let entries: Vec<_> = numbered("regions", regions.unwrap_or_default())
        .map(|(rest, country)| (path.clone().join(&rest), country.clone()))
        .collect();
    let known = seen.regions();
    let mut problems = super::ids::duplicates(seen, "region", "once is enough", &entries);
    problems.extend(
        entries
            .into_iter()
            .filter(|(_, country)| !known.contains(&country.as_str()))
            .map(|(path, country)| unknown(seen, &path, &country, &known)),
    );
    problems
}

fn unknown(seen: &Seen<'_>, path: &KeyPath, country: &str, known: &[&str]) -> Problem {
    let message = format!("{} is not one of the profile's regions", quoted(country));
    let problem = seen.at(Code::UnknownRegion, path.clone(), message).label("no such region");
    match known.iter().find(|region| region.eq_ignore_ascii_case(country)) {
        Some(region) => problem
            .patch(seen.value(path), format!("\"{region}\""), format!("did you mean `{region}`?"))
            .safe(),
        None => problem.help(format!(
            "add a `[[region]]` for it, or use one of the profile's regions: {}",
            list(known, "or")
        )),
    }
}

/// Regions of an activity in which none of its channels is in use.
fn unserved(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Vec<Problem> {
    let channels: Vec<_> = primaries(path, activity).into_iter().map(|(_, id)| id).collect();
    let known: Option<Vec<_>> = channels.iter().map(|id| seen.channel(id)).collect();
    // An unknown channel is reported as such; where it is in use cannot be said.
    let Some(known) = known.filter(|known| !known.is_empty()) else {
        return Vec::new();
    };
    numbered("regions", activity.regions.as_deref().unwrap_or_default())
        .filter(|(_, country)| seen.regions().contains(&country.as_str()))
        .filter(|(_, country)| !known.iter().any(|channel| in_use(seen, channel, country)))
        .map(|(rest, country)| {
            let message = format!("{} is not in use in `{country}`", list(&channels, "or"));
            seen.at(Code::ChannelNotInRegion, path.clone().join(&rest), message)
                .label("the activity has no channel here")
                .help(format!(
                    "add `{country}` to the channel's `regions`, or another channel to the activity"
                ))
        })
        .collect()
}

/// What a fallback cannot cover: countries where its channel is not in use, or the activity is not
/// done.
fn uncovered(
    seen: &Seen<'_>,
    path: &KeyPath,
    activity: &Activity,
    fallback: &Fallback,
) -> Vec<Problem> {
    let Some(channel) = seen.channel(&fallback.channel) else {
        return Vec::new();
    };
    let done_in = done_in(seen, activity);
    if fallback.regions.is_none() {
        return idle(seen, path, channel, &done_in).into_iter().collect();
    }
    let known = seen.regions();
    numbered("regions", fallback.regions.as_deref().unwrap_or_default())
        .filter(|(_, country)| known.contains(&country.as_str()))
        .filter_map(|(rest, country)| {
            let path = path.clone().join(&rest);
            if !in_use(seen, channel, country) {
                let message = format!("`{}` is not in use in `{country}`", channel.id);
                let help = format!("add `{country}` to the `regions` of channel `{}`", channel.id);
                Some(seen.at(Code::ChannelNotInRegion, path, message).help(help))
            } else if !done_in.contains(&country.as_str()) {
                let message = format!("activity `{}` is not done in `{country}`", activity.id);
                let help =
                    format!("add `{country}` to the activity's `regions`, or take it out here");
                Some(seen.at(Code::RegionNotInActivity, path, message).help(help))
            } else {
                None
            }
        })
        .collect()
}

/// A fallback whose channel is in use nowhere that the activity is done.
fn idle(seen: &Seen<'_>, path: &KeyPath, channel: &Channel, done_in: &[&str]) -> Option<Problem> {
    if done_in.is_empty() || done_in.iter().any(|country| in_use(seen, channel, country)) {
        return None;
    }
    let message = format!(
        "`{}` is in use in no region of the activity: not in {}",
        channel.id,
        list(done_in, "or")
    );
    let help = format!("add those countries to the `regions` of channel `{}`", channel.id);
    Some(seen.at(Code::ChannelNotInRegion, path.clone().key("channel"), message).help(help))
}

/// Where an activity is done: as written, or wherever its channels are in use.
pub(super) fn done_in<'a>(seen: &Seen<'a>, activity: &'a Activity) -> Vec<&'a str> {
    match &activity.regions {
        Some(regions) => regions.iter().map(String::as_str).collect(),
        None => primaries(&KeyPath::root(), activity)
            .into_iter()
            .filter_map(|(_, id)| seen.channel(id))
            .flat_map(|channel| seen.regions_of(channel))
            .collect(),
    }
}

fn in_use(seen: &Seen<'_>, channel: &Channel, country: &str) -> bool {
    channel.regions.as_ref().is_none_or(|regions| regions.iter().any(|region| region == country))
        && seen.regions().contains(&country)
}
