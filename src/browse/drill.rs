//! The script of an exercise: what it is built on, and its cards.

use super::{Fact, Kind, Page, Writer, wording};
use crate::knowledge::{Drill, DrillCard, Knowledge};

pub fn page(knowledge: &Knowledge, drill: &Drill) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Drill, &drill.id, &drill.title);
    let own = knowledge.overlaid.iter().any(|fact| {
        fact.strip_prefix("drill ")
            .is_some_and(|rest| rest == drill.id || rest.starts_with(&format!("{}:", drill.id)))
    });
    writer.section("What it is");
    writer.fact(Fact::new("What happened", &drill.story).own(own));
    writer.fact(Fact::new("Where", knowledge.country_name(&drill.country)));
    writer.fact(Fact::new("Exercises", names(knowledge, &drill.scenarios)));
    writer.fact(Fact::new("Touches too", names(knowledge, &drill.chain)));
    let guess = "tasks, words to say, questions and exercise time; what happened has its sources";
    writer.fact(Fact::new("By the authors", guess).sure(drill.confidence));
    let example = drill.scenarios.first().map(String::as_str).unwrap_or_default();
    let run = format!("blackstart drill PROFILE --scenario {example} --region CC");
    writer.fact(Fact::new("Run it with", run));
    writer.section("Cards");
    for card in &drill.card {
        add(&mut writer, card);
    }
    writer.section("Questions for the talk afterwards");
    for (index, question) in drill.debrief.iter().enumerate() {
        writer.fact(Fact::new((index + 1).to_string(), question));
    }
    writer.finish()
}

fn add(writer: &mut Writer, card: &DrillCard) {
    let day = card.day(writer.knowledge).map(|day| day.to_string()).unwrap_or_default();
    let text = format!("{day}, stage {}, to {}", card.stage, wording::spaced(card.to.word()));
    let mut fact = Fact::new(format!("Minute {}: {}", card.minute, card.title), text);
    fact = fact.detail(&card.text);
    for id in &card.precedents {
        let told = writer.knowledge.precedent(id).map(|one| one.summary.clone());
        fact = fact.detail(format!("Built on {id}: {}", told.unwrap_or_default()));
    }
    let sources = card.precedents.iter().filter_map(|id| writer.knowledge.precedent(id));
    let sources: Vec<&String> = sources.map(|precedent| &precedent.source).collect();
    writer.cited(fact, sources);
}

/// Names of scenarios, with commas.
pub fn names(knowledge: &Knowledge, ids: &[String]) -> String {
    let all = ids.iter().map(|id| knowledge.scenario(id).map_or(id.as_str(), |s| &s.name));
    all.collect::<Vec<_>>().join(", ")
}
