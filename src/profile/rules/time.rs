//! Objectives in the right order, dates that have come, and dates and spans that can be meant.

use super::{Code, KeyPath, Problem, Seen, numbered};
use crate::profile::{Activity, Day, Span};

/// Years of dates ahead and shortly behind.
const BELIEVABLE: std::ops::RangeInclusive<i16> = 2000..=2100;

/// Shortest mean life of a phone, in hours: a month.
const SHORTEST_LIFE: f64 = 720.0;

pub(super) fn check(seen: &Seen<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, activity) in seen.activities() {
        problems.extend(objectives(seen, &path, activity));
    }
    problems
        .extend(phone_lives(seen).into_iter().filter_map(|(path, life)| short(seen, path, life)));
    problems.extend(days_ahead(seen).into_iter().filter_map(|(path, day)| odd(seen, path, day)));
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
    let rto = activity.rto.filter(|rto| rto.hours() > mtpd.hours())?;
    let message = format!("the RTO of {rto} is above the MTPD of {mtpd}");
    Some(
        seen.at(Code::RtoAboveMtpd, path_of("rto"), message)
            .label("recovered by then")
            .also(seen.value(&path_of("mtpd")), "intolerable from here on")
            .help("recovery has to be done before the disruption becomes intolerable"),
    )
}

fn phone_lives(seen: &Seen<'_>) -> Vec<(KeyPath, Span)> {
    let organization = (KeyPath::from("organization"), seen.profile.organization.phone_life);
    let regions = numbered("region", &seen.profile.region);
    std::iter::once(organization)
        .chain(regions.map(|(path, region)| (path, region.phone_life)))
        .filter_map(|(path, life)| Some((path.key("phone_life"), life?)))
        .collect()
}

/// Nobody replaces phones every month, but people write `m` for months.
fn short(seen: &Seen<'_>, path: KeyPath, life: Span) -> Option<Problem> {
    if life.hours() >= SHORTEST_LIFE {
        return None;
    }
    let message = format!("`{path}` is {life}, and phones are kept for longer than a month");
    Some(
        seen.at(Code::BadSpan, path, message)
            .label("too short")
            .help("`m` stands for minutes: three years are \"156w\", 30 months are \"130w\""),
    )
}

/// Every day that may lie ahead.
fn days_ahead(seen: &Seen<'_>) -> Vec<(KeyPath, Day)> {
    let mut days = Vec::new();
    for (path, region) in numbered("region", &seen.profile.region) {
        let elections = region.elections.as_deref().unwrap_or_default();
        let elections = numbered("elections", elections);
        days.extend(elections.map(|(rest, day)| (path.clone().join(&rest), *day)));
    }
    for (path, announced) in numbered("announced", &seen.profile.announced) {
        days.extend(announced.effective.map(|day| (path.key("effective"), day)));
    }
    days
}

fn odd(seen: &Seen<'_>, path: KeyPath, day: Day) -> Option<Problem> {
    if BELIEVABLE.contains(&day.0.year()) {
        return None;
    }
    let message = format!("`{path}` is {day}, which cannot be meant");
    let problem = seen.at(Code::ImplausibleDate, path, message);
    Some(problem.label("not between 2000 and 2100").help("check the year"))
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
    for (path, acceptance) in numbered("acceptance", &seen.profile.acceptance) {
        days.extend(acceptance.since.map(|day| (path.key("since"), day)));
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
