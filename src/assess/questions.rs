//! The four questions, answered for each channel with evidence or the word "unanswered".

use serde::Serialize;

use super::facts::Facts;
use crate::{
    knowledge::{Confidence, EncryptionLevel, Posture},
    profile::{self, Stance},
    words::{self, list},
};

/// The four questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    Data,
    Requests,
    Restrictions,
    Backup,
}

impl Question {
    pub const ALL: [Self; 4] = [Self::Data, Self::Requests, Self::Restrictions, Self::Backup];

    /// As asked.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Data => "What user data is stored, and where?",
            Self::Requests => "How does the platform handle metadata requests?",
            Self::Restrictions => {
                "What happens if local authorities restrict downloads or network access?"
            }
            Self::Backup => "Is there a backup communications plan for employees and partners?",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Data => "`[[channel.data]]`",
            Self::Requests => "`[channel.requests]`",
            Self::Restrictions => "`[channel.restrictions]`",
            Self::Backup => "`[[activity.fallback]]`",
        }
    }
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answered {
    /// The organisation, in its profile.
    Profile,
    /// The knowledge base, in its place.
    Knowledge,
    Unanswered,
}

impl Answered {
    /// As printed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Profile => "answered",
            Self::Knowledge => "unanswered: from the knowledge base",
            Self::Unanswered => "unanswered",
        }
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub question: Question,
    pub answered: Answered,
    /// The answer in a few words, for a table.
    pub short: String,
    pub lines: Vec<String>,
    /// Source ids.
    pub sources: Vec<String>,
    /// How sure what comes from the knowledge base is.
    pub confidence: Option<Confidence>,
}

impl Answer {
    /// What to add to the profile.
    pub fn how_to_answer(&self) -> String {
        format!("Add {} to the profile.", self.question.key())
    }
}

/// The four answers of a channel, in the order of the questions.
pub fn answers(facts: &Facts, channel: usize) -> Vec<Answer> {
    vec![
        data(facts, channel),
        requests(facts, channel),
        restrictions(facts, channel),
        backup(facts, channel),
    ]
}

fn data(facts: &Facts, index: usize) -> Answer {
    let channel = facts.channel(index);
    let vendor = channel.vendor;
    let short = match &channel.written.data {
        Some(entries) => {
            let mut codes: Vec<String> =
                entries.iter().flat_map(|entry| entry.stored_in.clone()).collect();
            codes.sort();
            codes.dedup();
            let kinds: Vec<&str> = entries.iter().map(|entry| entry.kind.word()).collect();
            format!("{} in {}", words::sentence(&list(&kinds)), places(facts, &codes))
        }
        None if vendor.data.regions.is_empty() => "Not known".to_owned(),
        None => format!("Usually in {}", places(facts, &vendor.data.regions)),
    };
    let (answered, mut lines) = match &channel.written.data {
        Some(entries) => {
            let line = |entry: &crate::profile::StoredData| {
                format!(
                    "{} in {}",
                    words::sentence(entry.kind.word()),
                    places(facts, &entry.stored_in)
                )
            };
            (Answered::Profile, entries.iter().map(line).collect::<Vec<_>>())
        }
        None if vendor.data.regions.is_empty() => (Answered::Unanswered, Vec::new()),
        None => (
            Answered::Knowledge,
            vec![format!(
                "{} usually stores data in {}",
                vendor.name,
                places(facts, &vendor.data.regions)
            )],
        ),
    };
    if !vendor.metadata.retained.is_empty() {
        lines.push(format!("The operator retains {}", list(&vendor.metadata.retained)));
    }
    lines.push(match vendor.encryption.level {
        EncryptionLevel::Default => "End-to-end encrypted by default".to_owned(),
        EncryptionLevel::Optional => "End-to-end encrypted only where people turn it on".to_owned(),
        EncryptionLevel::Partial => "End-to-end encrypted in part".to_owned(),
        EncryptionLevel::None => "Not end-to-end encrypted".to_owned(),
    });
    let sourced = vendor.sourced_fields.iter().any(|field| field == "data" || field == "metadata");
    answer(
        Question::Data,
        answered,
        short,
        lines,
        &vendor.sources,
        if sourced { Confidence::Sourced } else { Confidence::Known },
    )
}

fn places(facts: &Facts, codes: &[String]) -> String {
    let names: Vec<&str> =
        codes.iter().map(|code| facts.estate.knowledge.country_name(code)).collect();
    list(&names)
}

fn requests(facts: &Facts, index: usize) -> Answer {
    let channel = facts.channel(index);
    let vendor = channel.vendor;
    let written =
        channel.written.requests.as_ref().filter(|requests| requests.stance != Stance::Unknown);
    let mut lines = Vec::new();
    if let Some(requests) = written {
        lines.push(format!(
            "Expected to {}, in the organisation's view",
            posture_word(channel.posture.value)
        ));
        lines.push(match requests.notifies_customer {
            Some(true) => "Tells the customer of requests".to_owned(),
            Some(false) => "Does not tell the customer of requests".to_owned(),
            None => "Whether it tells the customer is not known".to_owned(),
        });
        lines.extend(requests.reviewed.map(|day| format!("Reviewed on {day}")));
    } else {
        lines.push(format!("Expected to {}", posture_word(vendor.stance.posture)));
    }
    if channel.suspend_on_disclosure {
        lines.push("Use is suspended when access is given".to_owned());
    }
    if !vendor.stance.evidence.is_empty() {
        lines.push(vendor.stance.evidence.clone());
    }
    let (answered, posture) = match written {
        Some(_) => (Answered::Profile, channel.posture.value),
        None => (Answered::Knowledge, vendor.stance.posture),
    };
    let short = format!("Expected to {}", posture_word(posture));
    let (sources, confidence) = (&vendor.stance.sources, vendor.stance.confidence);
    answer(Question::Requests, answered, short, lines, sources, confidence)
}

/// The verb after "expected to".
pub fn posture_word(posture: Posture) -> &'static str {
    match posture {
        Posture::Resist => "resist",
        Posture::Comply => "comply",
        Posture::Exit => "leave the market",
        Posture::Mixed => "comply in part",
        Posture::Customer => "pass the request to the organisation, which runs it",
    }
}

fn restrictions(facts: &Facts, index: usize) -> Answer {
    let channel = facts.channel(index);
    let stated = |r: &&profile::Restrictions| {
        r.install_without_store.is_some() || r.provisioned.is_some() || r.tested.is_some()
    };
    let written = channel.written.restrictions.as_ref().filter(stated);
    let mut lines = Vec::new();
    let provisioned = words::share(channel.provisioned.value);
    lines.push(match written.and_then(|w| w.provisioned) {
        Some(_) => format!("{provisioned} of users are installed and registered"),
        None => {
            format!("{provisioned} of users are taken to be installed and registered (assumed)")
        }
    });
    match written.and_then(|w| w.install_without_store) {
        Some(true) => lines.push("Can be installed without an app store".to_owned()),
        Some(false) => lines.push("Cannot be installed without an app store".to_owned()),
        None => {}
    }
    lines.extend(written.and_then(|w| w.tested).map(|day| format!("Tried on {day}")));
    for deployment in facts.estate.deployments.iter().filter(|one| one.channel == index) {
        for one in &deployment.in_force {
            let region = &facts.estate.regions[deployment.region].name;
            lines.push(format!("{region}: {}", super::rules::phrase(facts, one)));
        }
    }
    let answered = if written.is_some() { Answered::Profile } else { Answered::Unanswered };
    let mut sources: Vec<String> = facts
        .estate
        .deployments
        .iter()
        .filter(|one| one.channel == index)
        .flat_map(|one| &one.in_force)
        .map(|one| one.source.clone())
        .collect();
    sources.sort();
    sources.dedup();
    let in_force = facts.estate.deployments.iter().filter(|one| one.channel == index);
    let short = match in_force.map(|one| one.in_force.len()).sum::<usize>() {
        0 => format!("{provisioned} of users set up; nothing in force"),
        count => {
            format!("{provisioned} of users set up; {} in force", words::count(count, "measure"))
        }
    };
    Answer { question: Question::Restrictions, answered, short, lines, sources, confidence: None }
}

fn backup(facts: &Facts, index: usize) -> Answer {
    let mut lines = Vec::new();
    let (mut with, mut without) = (0, 0);
    for case in facts
        .cases()
        .filter(|case| case.activity.channels.iter().any(|share| share.channel == index))
    {
        if facts.deployment(index, case.instance.region).is_none() {
            continue;
        }
        let names: Vec<String> = (case.instance.fallbacks.iter())
            .map(|f| {
                let partners = if case.region.partners > 0 {
                    format!(", {} of partners", words::share(f.partners.value))
                } else {
                    String::new()
                };
                format!(
                    "{} ({} of employees{partners})",
                    facts.channel(f.channel).name,
                    words::share(f.employees.value)
                )
            })
            .collect();
        if names.is_empty() {
            without += 1;
            lines.push(format!("{} in {}: no fallback", case.activity.name, case.region.name));
        } else {
            with += 1;
            lines.push(format!("{} in {}: {}", case.activity.name, case.region.name, list(&names)));
        }
    }
    let answered = match (with, without) {
        (0, 0) => {
            lines.push("No activity runs on it; it serves as a fallback".to_owned());
            Answered::Profile
        }
        (_, 0) => Answered::Profile,
        _ => Answered::Unanswered,
    };
    let short = match (with, with + without) {
        (_, 0) => "Serves as a fallback only".to_owned(),
        (with, all) => format!("Fallbacks named for {with} of {}", words::count(all, "use")),
    };
    let (sources, confidence) = (Vec::new(), None);
    Answer { question: Question::Backup, answered, short, lines, sources, confidence }
}

fn answer(
    question: Question,
    answered: Answered,
    short: String,
    lines: Vec<String>,
    sources: &[String],
    confidence: Confidence,
) -> Answer {
    let (sources, confidence) = (sources.to_vec(), Some(confidence));
    Answer { question, answered, short, lines, sources, confidence }
}
