//! Means of communication that the knowledge base does not have: described by what they are most like.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    answers::Answers,
    question::{Kind, Question},
};
use crate::{
    knowledge::{Confidence, DataLocation, Knowledge, LocalEntities, Vendor},
    typed,
};

/// What has to be asked about a name that is no vendor.
pub(super) fn unknown(tool: &str, knowledge: &Knowledge, names: &[String]) -> Vec<Question> {
    if typed::vendor(tool, knowledge).is_some() {
        return Vec::new();
    }
    vec![
        Question::new(
            format!("like:{tool}"),
            Kind::Known,
            format!("{tool} is not known here. Which one does it work most like?"),
        )
        .why(
            "It is described in your profile as a copy of that one under its own name, without its \
             history. If it is only another name for one, go back and type that one.",
        )
        .offer(names.to_vec()),
        Question::new(
            format!("owner:{tool}"),
            Kind::Country,
            format!("In which country is the head office of whoever runs {tool}?"),
        )
        .why("The law of that country reaches it.")
        .offer(knowledge.countries.values().cloned().collect()),
    ]
}

/// Name of a tool as people know it.
pub(super) fn name(tool: &str, knowledge: &Knowledge) -> String {
    knowledge.vendor(tool).map_or_else(|| tool.to_owned(), |vendor| vendor.name.clone())
}

/// The tools that are described, as vendors of the profile.
pub(super) fn vendors(answers: &Answers, knowledge: &Knowledge, as_of: Date) -> Vec<Vendor> {
    let described = answers.answer.iter().filter_map(|one| one.question.strip_prefix("like:"));
    let mut seen = BTreeSet::new();
    described
        .filter(|tool| seen.insert((*tool).to_owned()))
        .filter_map(|tool| vendor(tool, answers, knowledge, as_of))
        .collect()
}

fn vendor(tool: &str, answers: &Answers, knowledge: &Knowledge, as_of: Date) -> Option<Vendor> {
    let like = answers.list(&format!("like:{tool}")).first().copied().unwrap_or_default();
    let mut own = knowledge.vendor(like)?.clone();
    let home = answers.given(&format!("owner:{tool}"));
    own.id = typed::id(tool);
    tool.clone_into(&mut own.name);
    own.aliases = Vec::new();
    tool.clone_into(&mut own.owner.name);
    own.owner.node = format!("own.owner-{}", own.id);
    own.owner.headquarters = home.map(str::to_owned);
    own.owner.countries = home.map(str::to_owned).into_iter().collect();
    own.owner.jurisdictions = Vec::new();
    own.metadata.transparency_report = None;
    own.data =
        DataLocation { regions: Vec::new(), residency_options: Vec::new(), note: String::new() };
    own.local_entities = LocalEntities::default();
    own.attention = None;
    own.stance.evidence = format!("Not known; taken to be that of {like} (judgement)");
    own.stance.sources = Vec::new();
    own.stance.confidence = Confidence::Judgement;
    own.allowed_in = Vec::new();
    own.inherits = Vec::new();
    own.sourced_fields = Vec::new();
    own.sources = Vec::new();
    own.reviewed = as_of.to_string().parse().ok()?;
    own.block = Vec::new();
    Some(own)
}

/// Words that laws know sectors by, for suggestions.
pub(super) fn sectors(knowledge: &Knowledge) -> Vec<String> {
    let blocks = knowledge.vendors.values().flat_map(|one| &one.block).flat_map(|one| &one.sectors);
    let singled = knowledge.scenarios.values().flat_map(|one| &one.sectors);
    let all: BTreeSet<String> = blocks.chain(singled).cloned().collect();
    all.into_iter().collect()
}
