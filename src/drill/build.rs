//! From an estate, its model and a question to one exercise.

use super::{
    brief::{self, Briefing},
    cards::Deck,
    choose::{Choice, choose},
    clocks::Timeline,
    dilemma::dilemmas,
    evaluation::evaluation,
    fill::Blanks,
    paste, roles,
    situation::Stake,
    struck::{NEARLY, Struck},
    view::{DrillView, PlaceView, ScenarioView, ScriptView},
};
use crate::{
    estate::Estate,
    knowledge::{Drill, Knowledge, Scenario},
    modelling::Modelled,
    report::view::SourceView,
    words,
};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub scenario: &'a Scenario,
    /// Position of the region in the estate.
    pub region: usize,
    /// Position of the activity in the estate; none for all that are done there.
    pub activity: Option<usize>,
}

const JUDGEMENT: &str = "What happened follows the record, with its sources. The scenes, tasks, \
    words to say, questions, the choice of cards and exercise time are judgement.";

/// The exercise; none where no script exercises the scenario.
pub fn drill(estate: &Estate, modelled: &Modelled, asked: &Asked) -> Option<DrillView> {
    let knowledge = estate.knowledge;
    let region = &estate.regions[asked.region];
    let choice = choose(knowledge, asked.scenario, &region.code)?;
    let script = choice.drill;
    let struck = Struck::new(estate, modelled, asked.region, asked.scenario, script.breadth);
    let played: Vec<usize> = modelled.by_region[asked.region]
        .iter()
        .copied()
        .filter(|index| {
            let instance = &estate.instances[modelled.instances[*index]];
            asked.activity.is_none_or(|activity| instance.activity == activity)
        })
        .collect();
    let stakes: Vec<Stake> =
        played.iter().map(|index| Stake::new(estate, modelled, *index, &struck)).collect();
    let (own, not_played) = dilemmas(&stakes, struck.discloses);
    let timeline = Timeline::new(knowledge, script, asked.scenario, &own);
    let rows = brief::stakes(&stakes, &timeline);
    let blanks = blanks(estate, region.name.clone(), &stakes, &struck);
    let sources = source_ids(knowledge, script);
    let cards = Deck {
        estate,
        modelled,
        region: asked.region,
        played: &played,
        breadth: script.breadth,
        blanks: &blanks,
        timeline: &timeline,
        sources: &sources,
    }
    .cards(&rows);
    let organization = &estate.profile.organization.name;
    let briefing = Briefing {
        scenario: asked.scenario,
        choice: &choice,
        organization,
        country: &region.name,
        script_country: knowledge.country_name(&script.country),
        struck: &struck,
        stakes: &stakes,
        not_played: &not_played,
    };
    Some(DrillView {
        format: 1,
        tool: format!("blackstart {}", env!("CARGO_PKG_VERSION")),
        organization: organization.clone(),
        as_of: estate.as_of.to_string(),
        region: PlaceView { code: region.code.clone(), name: region.name.clone() },
        scenario: ScenarioView {
            id: asked.scenario.id.clone(),
            name: asked.scenario.name.clone(),
            summary: asked.scenario.summary.clone(),
        },
        activity: asked.activity.map(|at| estate.activities[at].name.clone()),
        script: script_view(knowledge, &choice, &region.name, &asked.scenario.name),
        minutes: timeline.minutes(),
        judgement: JUDGEMENT.to_owned(),
        notices: briefing.notices(),
        struck: struck.names(),
        roles: roles::roles(&stakes),
        evaluation: evaluation(&own, &cards, script),
        paste: own.iter().flat_map(|one| paste::blocks(estate, one.stake)).collect(),
        stakes: rows,
        cards,
        sources: sources_view(knowledge, &sources),
    })
}

/// Channels in the text of a script are those that lose service; where none does, the words say so.
fn blanks(estate: &Estate, country: String, stakes: &[Stake], struck: &Struck) -> Blanks {
    let mut channels: Vec<&str> = Vec::new();
    for own in stakes.iter().flat_map(|stake| &stake.channels) {
        let hit = own.under < own.used.baseline * NEARLY || !struck.by(own.used).is_empty();
        if hit && !channels.contains(&own.channel.name.as_str()) {
            channels.push(&own.channel.name);
        }
    }
    let channels = if channels.is_empty() {
        "the messenger in daily use".to_owned()
    } else {
        words::list(&channels)
    };
    Blanks { country, organization: estate.profile.organization.name.clone(), channels }
}

fn script_view(
    knowledge: &Knowledge,
    choice: &Choice,
    country: &str,
    scenario: &str,
) -> ScriptView {
    let script = choice.drill;
    let day = |card: Option<&crate::knowledge::DrillCard>| {
        card.and_then(|card| card.day(knowledge)).map(|day| day.to_string()).unwrap_or_default()
    };
    ScriptView {
        id: script.id.clone(),
        title: script.title.clone(),
        country: knowledge.country_name(&script.country).to_owned(),
        from: day(script.card.first()),
        to: day(script.card.last()),
        story: script.story.clone(),
        why: choice.why(country, scenario),
    }
}

/// In the order of the cards, each once.
fn source_ids<'k>(knowledge: &'k Knowledge, script: &Drill) -> Vec<&'k String> {
    let mut ids: Vec<&String> = Vec::new();
    for id in script.card.iter().flat_map(|card| &card.precedents) {
        let source = knowledge.precedent(id).map(|precedent| &precedent.source);
        ids.extend(source.filter(|source| !ids.contains(source)));
    }
    ids
}

fn sources_view(knowledge: &Knowledge, ids: &[&String]) -> Vec<SourceView> {
    let known = ids.iter().enumerate().filter_map(|(at, id)| {
        let source = knowledge.sources.get(*id)?;
        Some(SourceView {
            number: at + 1,
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            date: source.date.map(|date| date.to_string()),
            url: source.url.clone(),
            confidence: source.confidence.word().to_owned(),
        })
    });
    known.collect()
}
