//! Where in a profile a finding belongs.

use super::finding::{Finding, FindingCode};
use crate::{document::KeyPath, profile::Profile};

/// The path of what a finding is about: a key where there is one, else the entry, else the whole file.
pub fn place(profile: &Profile, finding: &Finding) -> KeyPath {
    let entry = entry(profile, finding);
    let parts = keys(finding.code);
    parts.iter().fold(entry, |path, key| path.key(key))
}

fn entry(profile: &Profile, finding: &Finding) -> KeyPath {
    let subject = finding.subject.as_str();
    let at = |key: &str, index: Option<usize>| index.map(|at| KeyPath::from(key).index(at));
    let number = subject.strip_prefix("acceptance-").and_then(|rest| rest.parse::<usize>().ok());
    at("activity", profile.activity.iter().position(|one| one.id == subject))
        .or_else(|| at("channel", profile.channel.iter().position(|one| one.id == subject)))
        .or_else(|| at("acceptance", number.and_then(|number| number.checked_sub(1))))
        .or_else(|| {
            at("region", profile.region.iter().position(|one| one.country == finding.region))
        })
        .unwrap_or_else(KeyPath::root)
}

/// Keys below the entry, where the finding is about one.
const fn keys(code: FindingCode) -> &'static [&'static str] {
    match code {
        FindingCode::RtoAtMtpd => &["rto"],
        FindingCode::ImpactBelowTier => &["impact"],
        FindingCode::SameTenant
        | FindingCode::LoweredWithoutEvidence
        | FindingCode::ResidualAboveInherent
        | FindingCode::StatesLeftOut => &["fallback"],
        FindingCode::ReviewOverdue => &["requests"],
        FindingCode::AcceptanceExpired
        | FindingCode::AcceptanceExpiring
        | FindingCode::AcceptanceLasting => &["until"],
        FindingCode::AcceptanceUnmatched => &["finding"],
        _ => &[],
    }
}
