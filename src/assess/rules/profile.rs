//! What a practitioner would question in a profile: nothing that is wrong, but that reads as if it had
//! been filled in for the form's sake.

use jiff::civil::Date;

use crate::{
    assess::{
        facts::Facts,
        finding::{Finding, FindingCode, Severity},
    },
    estate::{Activity, Channel},
    knowledge::months_before,
    profile::Day,
    words::{self, list},
};

/// An RTO that takes up this much of the MTPD leaves no time for what goes wrong. Judgement.
const TIGHT: f64 = 0.9;

fn finding(
    code: FindingCode,
    (subject, region): (&str, &str),
    title: String,
    remedy: &str,
    owner: Option<String>,
) -> Finding {
    Finding {
        code,
        subject: subject.to_owned(),
        region: region.to_owned(),
        severity: Severity::Low,
        title,
        details: Vec::new(),
        remedy: remedy.to_owned(),
        owner,
        sources: Vec::new(),
        accepted: None,
    }
}

/// About an activity in all its regions.
fn of_activity(code: FindingCode, activity: &Activity, title: String, remedy: &str) -> Finding {
    finding(code, (&activity.id, "all"), title, remedy, activity.owner.clone())
}

/// `rto-at-mtpd`: recovery is promised for the moment from which it is too late.
pub fn rto_at_mtpd(facts: &Facts) -> Vec<Finding> {
    let tight = |one: &&Activity| {
        let own = !one.rto.assumed() && !one.mtpd.assumed();
        own && one.rto.value >= TIGHT * one.mtpd.value
    };
    let view = |one: &Activity| {
        of_activity(
            FindingCode::RtoAtMtpd,
            one,
            format!(
                "{} is to be recovered within {} and is intolerable from {} on",
                one.name,
                words::hours(one.rto.value),
                words::hours(one.mtpd.value)
            ),
            "Ask the owner for an RTO with room for a switch that goes wrong at first",
        )
    };
    facts.estate.activities.iter().filter(tight).map(view).collect()
}

/// `impact-below-tier`: the impact stated for an activity does not reach what its tier stands for.
pub fn impact_below_tier(facts: &Facts) -> Vec<Finding> {
    let method = &facts.estate.knowledge.method;
    let most = |levels: [f64; 4]| levels.into_iter().fold(0.0, f64::max);
    let mut findings = Vec::new();
    for one in facts.estate.activities.iter().filter(|one| !one.impact.assumed()) {
        let (stated, usual) = (most(one.impact.value), most(method.tier(one.tier.value).impact));
        if stated < usual {
            findings.push(of_activity(
                FindingCode::ImpactBelowTier,
                one,
                format!(
                    "{} is of tier {}, but its impact never passes {stated} of 5; that tier \
                     reaches {usual}",
                    one.name, one.tier.value
                ),
                "Lower its priority (a higher tier number), or ask the owner what a month without \
                 it would mean",
            ));
        }
    }
    findings
}

/// `same-tenant`: a fallback is the same service, or hangs on something of the organisation's own
/// that the channel hangs on too.
pub fn same_tenant(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, activity) in facts.estate.activities.iter().enumerate() {
        let instances = facts.estate.instances.iter().filter(|one| one.activity == index);
        let mut shared: Vec<String> = Vec::new();
        for fallback in instances.flat_map(|one| &one.fallbacks) {
            let second = facts.channel(fallback.channel);
            for share in &activity.channels {
                let first = facts.channel(share.channel);
                shared.extend(
                    common(first, second)
                        .map(|what| format!("{} and {} share {what}", first.name, second.name)),
                );
            }
        }
        shared.sort();
        shared.dedup();
        if !shared.is_empty() {
            let mut one = of_activity(
                FindingCode::SameTenant,
                activity,
                format!("{} falls back to the tenant that it runs on", activity.name),
                "Name a fallback with another vendor, another account and another sign-in",
            );
            one.details = shared;
            findings.push(one);
        }
    }
    findings
}

/// What two channels have in common beside the public internet and the phones.
fn common(first: &Channel, second: &Channel) -> Option<String> {
    if first.id == second.id {
        return None;
    }
    if first.vendor.id == second.vendor.id {
        return Some(first.vendor.name.clone());
    }
    let own = first.written.depends_on.iter().filter(|node| node.starts_with("own."));
    let mut both = own.filter(|node| second.written.depends_on.contains(node));
    both.next().map(|node| format!("`{node}`"))
}

/// `people-without-channel`: people work where no activity has a channel.
pub fn people_without_channel(facts: &Facts) -> Vec<Finding> {
    let estate = facts.estate;
    let mut findings = Vec::new();
    for (index, region) in estate.regions.iter().enumerate() {
        let served = estate.instances.iter().any(|one| one.region == index);
        if region.staff > 0 && !served {
            let mut one = finding(
                FindingCode::PeopleWithoutChannel,
                ("people", &region.code),
                format!(
                    "{} in {} take part in no activity of the profile",
                    words::count(region.staff as usize, "employee"),
                    region.name
                ),
                "Name the activity and the channel that they use, or take the country out",
                None,
            );
            one.severity = Severity::Medium;
            findings.push(one);
        }
    }
    findings
}

/// `no-owner`: nobody answers for an activity.
pub fn no_owner(facts: &Facts) -> Vec<Finding> {
    let open = facts.estate.activities.iter().filter(|one| one.owner.is_none());
    open.map(|one| {
        of_activity(
            FindingCode::NoOwner,
            one,
            format!("Nobody is named who answers for {}", one.name),
            "Write `owner` into the profile: whoever decides when it stops",
        )
    })
    .collect()
}

/// `review-overdue`: answers about a channel that nobody looked at for two quarters.
pub fn review_overdue(facts: &Facts) -> Vec<Finding> {
    let months = facts.estate.knowledge.method.review.answers_months;
    let since = months_before(facts.estate.as_of, i32::from(months));
    let mut findings = Vec::new();
    for channel in &facts.estate.channels {
        let old = overdue(channel, since);
        if !old.is_empty() {
            findings.push(finding(
                FindingCode::ReviewOverdue,
                (&channel.id, "all"),
                format!(
                    "{} was last looked at more than {months} months ago: {}",
                    channel.name,
                    list(&old)
                ),
                "Look again, and write the new date",
                None,
            ));
        }
    }
    findings
}

fn overdue(channel: &Channel, since: Date) -> Vec<String> {
    let written = &channel.written;
    let requests = written.requests.as_ref().and_then(|one| one.reviewed);
    let restrictions = written.restrictions.as_ref().and_then(|one| one.tested);
    let old = |what: &str, day: Option<Day>| {
        day.filter(|day| day.0 < since).map(|day| format!("{what} on {day}"))
    };
    [old("its stance on requests", requests), old("the test of restrictions", restrictions)]
        .into_iter()
        .flatten()
        .collect()
}
