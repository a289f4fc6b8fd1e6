//! Is each of the four questions answered for each channel?

use crate::assess::{
    facts::Facts,
    finding::{Finding, FindingCode, Severity},
    questions::{Answered, answers},
};

/// `unanswered-question`, by channel.
pub fn unanswered(facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, channel) in facts.estate.channels.iter().enumerate() {
        let open: Vec<_> = answers(facts, index)
            .into_iter()
            .filter(|answer| answer.answered != Answered::Profile)
            .collect();
        if open.is_empty() {
            continue;
        }
        let details = open
            .iter()
            .map(|answer| format!("{} {}", answer.question.text(), answer.how_to_answer()))
            .collect();
        findings.push(Finding {
            code: FindingCode::UnansweredQuestion,
            subject: channel.id.clone(),
            region: "all".to_owned(),
            severity: Severity::Low,
            title: format!(
                "{}: {} of the four questions without an answer of the \
                organisation",
                channel.name,
                open.len()
            ),
            details,
            remedy: "Answer them in the profile; until then the knowledge base or an assumption \
                stands in"
                .to_owned(),
            owner: None,
            sources: Vec::new(),
            accepted: None,
        });
    }
    findings
}
