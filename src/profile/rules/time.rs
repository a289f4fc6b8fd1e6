//! Objectives in the right order, and dates that have come.

use super::{Code, KeyPath, Problem, Seen, numbered};
use crate::profile::{Activity, Day};

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, activity) in seen.activities() {
        problems.extend(objectives(seen, &path, activity));
    }
    problems.extend(past_days(seen).into_iter().filter_map(|(path, day)| future(seen, path, day)));
    problems
}

fn objectives(seen: &Seen<'_>, path: &KeyPath, activity: &Activity) -> Option<Problem> {
    let mtpd = activity.mtpd?;
    let path_of = |key| path.clone().key(key);
    if mtpd.hours() <= 0.0 {
        let message =
            "an activity with an MTPD of 0 may not stop at all, which nothing can promise";
        let problem = seen.at(Code::BadSpan, path_of("mtpd"), message);
        return Some(problem.label("not longer than 0").help("use a short span, such as \"5m\""));
    }
    let rto = activity.rto.filter(|rto| rto.hours() >= mtpd.hours())?;
    let message = format!("the RTO of {rto} is not below the MTPD of {mtpd}");
    Some(
        seen.at(Code::RtoAboveMtpd, path_of("rto"), message)
            .label("recovered by then")
            .also(seen.value(&path_of("mtpd")), "intolerable from here on")
            .help("recovery has to be done before the disruption becomes intolerable"),
    )
}

/// Every day on which something is said to have been done.
fn past_days(seen: &Seen<'_>) -> Vec<(KeyPath, Day)> {
    let mut days = Vec::new();
    for (path, channel) in seen.channels() {
        let reviewed = channel.requests.as_ref().and_then(|requests| requests.reviewed);
        let tested = channel.restrictions.as_ref().and_then(|restrictions| restrictions.tested);
        days.extend(reviewed.map(|day| (path.clone().key("requests").key("reviewed"), day)));
        days.extend(tested.map(|day| (path.clone().key("restrictions").key("tested"), day)));
    }
    for (path, activity) in seen.activities() {
        for (rest, fallback) in numbered("fallback", &activity.fallback) {
            let path = path.clone().join(&rest).key("tested");
            days.extend(fallback.tested.map(|day| (path, day)));
        }
    }
    days
}

fn future(seen: &Seen<'_>, path: KeyPath, day: Day) -> Option<Problem> {
    if day.0 <= seen.as_of {
        return None;
    }
    let message = format!("`{path}` is {day}, which has not come yet");
    Some(
        seen.at(Code::FutureDate, path, message)
            .label(format!("the assessment is as of {}", seen.as_of))
            .help("only what has been done counts: leave the date out until then"),
    )
}
