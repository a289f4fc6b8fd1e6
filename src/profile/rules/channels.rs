//! What an activity runs on, and what it falls back to.

use super::{Code, KeyPath, Problem, Seen, list, nearest, numbered, primaries, quoted};
use crate::{document::count, profile::Activity};

/// How far from 1 the sum of shares may be: people write thirds as 0.333.
const TOLERANCE: f64 = 0.001;

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, activity) in seen.activities() {
        problems.extend(one_or_several(seen, &path, activity));
        problems.extend(shares(seen, &path, activity));
        for (path, id) in primaries(&path, activity) {
            problems.extend(unknown(seen, path, id));
        }
        problems.extend(fallbacks(seen, &path, activity));
    }
    for (path, measure) in numbered("measure", &seen.profile.measure) {
        for (rest, change) in numbered("effect", &measure.effect) {
            let path = path.clone().join(&rest);
            let channel = change.channel.iter();
            problems
                .extend(channel.filter_map(|id| unknown(seen, path.clone().key("channel"), id)));
        }
    }
    problems
}

fn one_or_several(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Option<Problem> {
    let id = &activity.id;
    match (&activity.channel, &activity.channels) {
        (Some(_), Some(_)) => {
            let second = path.clone().key("channels");
            let problem = Problem::new(
                Code::ChannelOrChannels,
                seen.document.locate(&second).key,
                format!("activity {} has both `channel` and `channels`", quoted(id)),
            );
            let first = seen.document.locate(&path.clone().key("channel")).key;
            let help =
                "keep `channel` if there is one, `channels` if there are several with shares";
            Some(
                problem.at(second).also(first, "one channel here").label("several here").help(help),
            )
        }
        (None, None) => {
            let message = format!("activity {} has no channel", quoted(id));
            let problem = seen.at(Code::ChannelOrChannels, path.clone(), message);
            let help = "write `channel = \"…\"`, or `channels = [{ id = \"…\", share = 0.7 }, …]`";
            Some(problem.label("`channel` or `channels` is missing").help(help))
        }
        _ => None,
    }
}

fn shares(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Option<Problem> {
    let channels = activity.channels.as_ref()?;
    let sum: f64 = channels.iter().map(|channel| channel.share).sum();
    if (sum - 1.0).abs() <= TOLERANCE {
        return None;
    }
    let rounded = (sum * 1000.0).round() / 1000.0;
    let message =
        format!("the shares of activity {} sum to {rounded}, not 1", quoted(&activity.id));
    let label = format!("{} here", count(channels.len(), "share"));
    let path = path.clone().key("channels");
    Some(
        seen.at(Code::SharesNotOne, path, message)
            .label(label)
            .help("each person uses one channel: what one has less, another has more"),
    )
}

fn fallbacks(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Vec<Problem> {
    let running = primaries(path, activity);
    let only = match running.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    numbered("fallback", &activity.fallback)
        .filter_map(|(rest, fallback)| {
            let path = path.clone().join(&rest).key("channel");
            let Some((primary, _)) = only.filter(|(_, id)| *id == fallback.channel) else {
                return unknown(seen, path, &fallback.channel);
            };
            let name = quoted(&fallback.channel);
            let message = format!("{name} is what activity {} runs on", quoted(&activity.id));
            let problem = seen.at(Code::FallbackIsPrimary, path, message);
            let help = "a fallback must be another channel: what has failed cannot replace itself";
            Some(
                problem
                    .label("so it is no fallback")
                    .also(seen.value(primary), "the channel in use")
                    .help(help),
            )
        })
        .collect()
}

/// A channel id that no `[[channel]]` has. Vendors are often written where the channel's own id
/// belongs.
fn unknown(seen: &Seen<'_>, path: KeyPath, id: &str) -> Option<Problem> {
    if seen.channel(id).is_some() {
        return None;
    }
    let ids: Vec<_> = seen.channels().map(|(_, channel)| channel.id.as_str()).collect();
    let span = seen.value(&path);
    let message = format!("there is no channel {}", quoted(id));
    let problem = seen.at(Code::UnknownChannel, path, message).label("no such channel");
    let of_vendor = seen.channels().find(|(_, channel)| channel.vendor == id);
    Some(if let Some((_, channel)) = of_vendor {
        let advice = format!("`{id}` is the vendor; did you mean its channel `{}`?", channel.id);
        problem.patch(span, format!("\"{}\"", channel.id), advice)
    } else if let Some(near) = nearest(id, ids.iter().copied()) {
        problem.patch(span, format!("\"{near}\""), format!("did you mean `{near}`?"))
    } else {
        problem.help(format!("the profile's channels: {}", list(&ids, "and")))
    })
}
