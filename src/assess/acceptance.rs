//! Acceptances silence findings until a date, and are themselves reported when they run out or
//! match nothing.

use jiff::civil::Date;

use super::finding::{Accepted, Finding, FindingCode, Severity, matches};
use crate::profile::Acceptance;

/// One acceptance with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptanceState {
    pub pattern: String,
    pub owner: String,
    pub reason: String,
    pub until: Date,
    pub days_left: i32,
    /// Ids of the findings it covers.
    pub covers: Vec<String>,
}

/// Applies acceptances to findings and adds the findings about acceptances themselves.
pub fn apply(
    acceptances: &[Acceptance],
    findings: &mut Vec<Finding>,
    as_of: Date,
) -> Vec<AcceptanceState> {
    let states: Vec<AcceptanceState> =
        acceptances.iter().map(|one| state(one, findings, as_of)).collect();
    for (index, state) in states.iter().enumerate() {
        let expired = state.days_left < 0;
        if !expired {
            for finding in
                findings.iter_mut().filter(|finding| state.covers.contains(&finding.id()))
            {
                finding.accepted = Some(Accepted {
                    owner: state.owner.clone(),
                    reason: state.reason.clone(),
                    until: state.until.to_string(),
                });
            }
        }
        findings.extend(about(state, index, expired));
    }
    states
}

fn state(one: &Acceptance, findings: &[Finding], as_of: Date) -> AcceptanceState {
    AcceptanceState {
        pattern: one.finding.clone(),
        owner: one.owner.clone(),
        reason: one.reason.clone(),
        until: one.until.0,
        days_left: crate::likelihood::ledger::days(as_of, one.until.0),
        covers: findings.iter().map(Finding::id).filter(|id| matches(&one.finding, id)).collect(),
    }
}

fn about(state: &AcceptanceState, index: usize, expired: bool) -> Option<Finding> {
    let (code, severity, title, remedy) = if expired {
        let title = format!("The acceptance of `{}` ran out on {}", state.pattern, state.until);
        (
            FindingCode::AcceptanceExpired,
            Severity::High,
            title,
            "Treat the risk, or accept it again with a new date",
        )
    } else if state.covers.is_empty() {
        let title = format!("The acceptance of `{}` matches no finding", state.pattern);
        (
            FindingCode::AcceptanceUnmatched,
            Severity::Low,
            title,
            "Take it out of the profile, or correct the id",
        )
    } else {
        return None;
    };
    Some(Finding {
        code,
        subject: format!("acceptance-{}", index + 1),
        region: "all".to_owned(),
        severity,
        title,
        details: vec![format!("Reason given: {}", state.reason)],
        remedy: remedy.to_owned(),
        owner: Some(state.owner.clone()),
        sources: Vec::new(),
        accepted: None,
    })
}
