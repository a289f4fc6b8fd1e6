//! Section 3: the four questions for each channel, and what the channel needs.

use std::collections::BTreeMap;

use super::cited::Cited;
use crate::{
    assess::{
        Assessment, Facts,
        questions::{Answer, Answered},
    },
    knowledge::Phase,
    report::view::{AnswerView, ChannelView, NeedView},
};

/// Each channel.
pub fn channels(facts: &Facts, assessment: &Assessment, cited: &Cited) -> Vec<ChannelView> {
    let all = facts.estate.channels.iter().enumerate().zip(&assessment.questions);
    all.map(|((index, channel), answers)| {
        let contract = channel.written.contract.as_ref();
        let yes_no = |value: Option<bool>| match value {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not stated",
        };
        let regions = facts.estate.regions.iter().filter(|region| channel.serves(&region.code));
        ChannelView {
            id: channel.id.clone(),
            name: channel.name.clone(),
            vendor: channel.vendor.name.clone(),
            owner: channel.vendor.owner.name.clone(),
            regions: regions.map(|region| region.code.clone()).collect(),
            carries: channel.carries.iter().map(|c| c.word().to_owned()).collect(),
            substitutability: contract
                .and_then(|c| c.substitutability)
                .map_or("not stated", |s| s.word())
                .to_owned(),
            exit_plan: yes_no(contract.and_then(|c| c.exit_plan)).to_owned(),
            answers: answers.iter().map(|answer| answer_view(answer, cited)).collect(),
            needs: needs(facts, index),
        }
    })
    .collect()
}

fn answer_view(answer: &Answer, cited: &Cited) -> AnswerView {
    AnswerView {
        question: answer.question.text().to_owned(),
        status: answer.answered.name().to_owned(),
        answered: answer.answered == Answered::Profile,
        short: answer.short.clone(),
        lines: answer.lines.clone(),
        confidence: answer.confidence.map(|confidence| confidence.word().to_owned()),
        sources: cited.refs(&answer.sources),
    }
}

/// What it needs by phase; regions differ only in device shares, so the first stands for all.
fn needs(facts: &Facts, channel: usize) -> Vec<NeedView> {
    let Some(deployment) = facts.estate.deployments.iter().find(|one| one.channel == channel)
    else {
        return Vec::new();
    };
    let mut by_phase: BTreeMap<Phase, Vec<String>> = BTreeMap::new();
    for group in &deployment.groups {
        let mut names: Vec<&str> = group.any_of.iter().map(|node| facts.node_name(node)).collect();
        names.dedup();
        let text = match names.as_slice() {
            [one] => (*one).to_owned(),
            several => format!("any one of {}", several.join(", ")),
        };
        let text = if group.people < 1.0 { format!("{}: {text}", group.purpose) } else { text };
        let own = by_phase.entry(group.phase).or_default();
        if !own.contains(&text) {
            own.push(text);
        }
    }
    by_phase
        .into_iter()
        .map(|(phase, groups)| NeedView { phase: phase.word().to_owned(), groups })
        .collect()
}
