//! Acceptances silence findings until a date, and are themselves reported when they run out or
//! match nothing.

use jiff::civil::Date;

use super::finding::{Accepted, Finding, FindingCode, Severity, matches};
use crate::{profile::Acceptance, words};

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

/// When acceptances are worth a word.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Before they run out.
    pub expiry_days: i32,
    /// Longest acceptance of a grave finding.
    pub accepted_months: i32,
}

/// Applies acceptances to findings and adds the findings about acceptances themselves.
pub fn apply(
    acceptances: &[Acceptance],
    findings: &mut Vec<Finding>,
    as_of: Date,
    rules: Rules,
) -> Vec<AcceptanceState> {
    let states: Vec<AcceptanceState> =
        acceptances.iter().map(|one| state(one, findings, as_of)).collect();
    let mut about = Vec::new();
    for (index, (state, written)) in states.iter().zip(acceptances).enumerate() {
        if state.days_left >= 0 {
            silence(state, findings);
        }
        let context = Judged { state, index, written, as_of, rules };
        about.extend([context.ended(), context.expiring(), context.lasting(findings)]);
    }
    findings.extend(about.into_iter().flatten());
    states
}

fn silence(state: &AcceptanceState, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| state.covers.contains(&finding.id())) {
        finding.accepted = Some(Accepted {
            owner: state.owner.clone(),
            reason: state.reason.clone(),
            until: state.until.to_string(),
        });
    }
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

/// One acceptance with all that findings about it need.
struct Judged<'a> {
    state: &'a AcceptanceState,
    index: usize,
    written: &'a Acceptance,
    as_of: Date,
    rules: Rules,
}

impl Judged<'_> {
    /// It has run out, or it covers nothing.
    fn ended(&self) -> Option<Finding> {
        let state = self.state;
        if state.days_left < 0 {
            let title = format!("The acceptance of `{}` ran out on {}", state.pattern, state.until);
            let remedy = "Treat the risk, or accept it again with a new date";
            return Some(self.finding(
                FindingCode::AcceptanceExpired,
                Severity::High,
                title,
                remedy,
            ));
        }
        state.covers.is_empty().then(|| {
            let title = format!("The acceptance of `{}` matches no finding", state.pattern);
            let remedy = "Take it out of the profile, or correct the id";
            self.finding(FindingCode::AcceptanceUnmatched, Severity::Low, title, remedy)
        })
    }

    fn expiring(&self) -> Option<Finding> {
        let state = self.state;
        let near = (0..=self.rules.expiry_days).contains(&state.days_left);
        (near && !state.covers.is_empty()).then(|| {
            let left = words::count(usize::try_from(state.days_left).unwrap_or(0), "day");
            let title = format!(
                "The acceptance of `{}` runs out in {left}, on {}",
                state.pattern, state.until
            );
            let remedy = "Treat the risk until then, or decide anew";
            self.finding(FindingCode::AcceptanceExpiring, Severity::Medium, title, remedy)
        })
    }

    /// A grave finding that is put off for long is a decision that a board should know of.
    fn lasting(&self, findings: &[Finding]) -> Option<Finding> {
        let state = self.state;
        let from = self.written.since.map_or(self.as_of, |since| since.0);
        let last = from.saturating_add(jiff::Span::new().months(self.rules.accepted_months));
        let long = state.days_left >= 0 && state.until > last;
        let grave = findings
            .iter()
            .filter(|one| matches!(one.severity, Severity::Critical | Severity::High))
            .filter(|one| state.covers.contains(&one.id()));
        let count = grave.count();
        (long && count > 0).then(|| {
            let title = format!(
                "The acceptance of `{}` covers {} of High severity or above for more than {} months, \
                 until {}",
                state.pattern,
                words::count(count, "finding"),
                self.rules.accepted_months,
                state.until
            );
            let remedy = "Set a nearer day, and let the board see the decision";
            self.finding(FindingCode::AcceptanceLasting, Severity::Medium, title, remedy)
        })
    }

    fn finding(
        &self,
        code: FindingCode,
        severity: Severity,
        title: String,
        remedy: &str,
    ) -> Finding {
        Finding {
            code,
            subject: format!("acceptance-{}", self.index + 1),
            region: "all".to_owned(),
            severity,
            title,
            details: vec![format!("Reason given: {}", self.state.reason)],
            remedy: remedy.to_owned(),
            owner: Some(self.state.owner.clone()),
            sources: Vec::new(),
            accepted: None,
        }
    }
}
