//! Cards as the facilitator sees them.

use super::{
    clocks::{Kind, Placed, Timeline},
    dilemma::Dilemma,
    fill::Blanks,
    roles,
    situation::{Stake, State},
    struck::Struck,
    view::{CardView, FactView, StakeView, TaskView},
};
use crate::{
    estate::Estate,
    knowledge::{DrillCard, Precedent, RecordKind, Role},
    modelling::Modelled,
    words,
};

/// What cards are made from.
pub struct Deck<'a> {
    pub estate: &'a Estate<'a>,
    pub modelled: &'a Modelled,
    pub region: usize,
    /// Positions of the activities in the model.
    pub played: &'a [usize],
    pub breadth: f64,
    pub blanks: &'a Blanks,
    pub timeline: &'a Timeline<'a>,
    /// Source ids in the order of their numbers.
    pub sources: &'a [&'a String],
}

impl Deck<'_> {
    /// All cards, numbered from 1, with the clocks of these activities.
    pub fn cards(&self, stakes: &[StakeView]) -> Vec<CardView> {
        let placed = self.timeline.cards.iter().enumerate();
        placed
            .map(|(index, placed)| {
                let mut view = match placed.kind {
                    Kind::Script(card) => self.scripted(placed, card),
                    Kind::Own(dilemma) => self.own(placed, dilemma),
                };
                view.number = index + 1;
                view.clocks = clocks(stakes, view.number);
                view
            })
            .collect()
    }

    fn scripted(&self, placed: &Placed, card: &DrillCard) -> CardView {
        let knowledge = self.estate.knowledge;
        let told: Vec<&Precedent> =
            card.precedents.iter().filter_map(|id| knowledge.precedent(id)).collect();
        let date = card.day(knowledge);
        let dated = |one: &&Precedent| date == Some(one.date) || (date == one.end);
        let day = whole_days(placed.hours);
        let stage = knowledge.ladder.stage.iter().find(|stage| stage.stage == card.stage);
        let tasks = card.task.iter().map(|task| TaskView {
            role: roles::name(task.role).to_owned(),
            does: self.blanks.fill(&task.does),
            says: self.blanks.fill(&task.says),
        });
        CardView {
            number: 0,
            minute: placed.minute,
            day,
            when: date.map_or_else(|| format!("day {day}"), |date| format!("{date}, day {day}")),
            dated: told.iter().any(dated),
            stage: Some(card.stage),
            stage_name: stage.map(|stage| stage.name.clone()).unwrap_or_default(),
            own: false,
            to: roles::name(card.to).to_owned(),
            title: self.blanks.fill(&card.title),
            text: self.blanks.fill(&card.text),
            tasks: tasks.collect(),
            decisions: self.blanks.all(&card.decide),
            questions: self.blanks.all(&card.ask),
            measures: self.blanks.all(&card.measure),
            effects: self.effects(&told),
            clocks: Vec::new(),
            facts: told.iter().map(|one| self.fact(one)).collect(),
        }
    }

    fn own(&self, placed: &Placed, dilemma: &Dilemma) -> CardView {
        let since = words::hours(self.timeline.since_loss(placed));
        CardView {
            number: 0,
            minute: placed.minute,
            day: whole_days(placed.hours),
            when: format!("{since} after the loss"),
            dated: false,
            stage: None,
            stage_name: String::new(),
            own: true,
            to: dilemma
                .stake
                .activity
                .owner
                .clone()
                .unwrap_or_else(|| roles::name(Role::Owner).to_owned()),
            title: dilemma.title(),
            text: dilemma.text(),
            tasks: dilemma.tasks(),
            decisions: dilemma.decisions(),
            questions: dilemma.questions(),
            measures: vec![
                "minutes from the order to the first answer".to_owned(),
                "answers at 15 and at 60 minutes, employees and partners apart".to_owned(),
            ],
            effects: dilemma.effects(),
            clocks: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// What the measures of a card do to this organisation, one sentence a scenario.
    fn effects(&self, told: &[&Precedent]) -> Vec<String> {
        let mut effects: Vec<String> = Vec::new();
        for precedent in told {
            let knowledge = self.estate.knowledge;
            let Some(scenario) = knowledge.scenario(&precedent.scenario) else { continue };
            let name = &scenario.name;
            let sentence = if precedent.record == RecordKind::Relaxation {
                format!("{name}: service comes back in part. Nothing new is struck.")
            } else {
                let struck =
                    Struck::new(self.estate, self.modelled, self.region, scenario, self.breadth);
                format!("{name}: {}", self.sentence(&struck))
            };
            if !effects.contains(&sentence) {
                effects.push(sentence);
            }
        }
        effects
    }

    fn sentence(&self, struck: &Struck) -> String {
        if struck.nothing() {
            return "strikes nothing that you use there.".to_owned();
        }
        let stakes: Vec<Stake> = (self.played.iter())
            .map(|index| Stake::new(self.estate, self.modelled, *index, struck))
            .collect();
        let named = |state: State| -> Vec<&str> {
            let all = stakes.iter().filter(|stake| stake.state() == state);
            all.map(|stake| stake.activity.name.as_str()).collect()
        };
        let mut parts = vec![format!("strikes {}", words::list(&struck.names()))];
        for (state, says) in [
            (State::DownToday, "down today already"),
            (State::Stops, "stops"),
            (State::Dented, "with less service"),
        ] {
            let names = named(state);
            if !names.is_empty() {
                parts.push(format!("{says}: {}", words::list(&names)));
            }
        }
        if parts.len() == 1 {
            parts.push("no activity loses service".to_owned());
        }
        parts.join("; ") + "."
    }

    fn fact(&self, precedent: &Precedent) -> FactView {
        FactView {
            precedent: precedent.id.clone(),
            summary: precedent.summary.clone(),
            confidence: precedent.confidence.word().to_owned(),
            source: self.sources.iter().position(|id| **id == precedent.source).map(|at| at + 1),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days of a story")]
fn whole_days(hours: f64) -> i32 {
    (hours / 24.0).floor() as i32
}

/// Limits that pass between the card before and this one.
fn clocks(stakes: &[StakeView], number: usize) -> Vec<String> {
    let mut passed = Vec::new();
    for stake in stakes {
        for (name, clock) in [("RTO", &stake.rto), ("MTPD", &stake.mtpd)] {
            if let Some(minute) = clock.minute.filter(|_| clock.card == Some(number)) {
                let limit = &clock.limit;
                passed.push(format!(
                    "{name} of {} ({limit}) has passed, at minute {minute}",
                    stake.name
                ));
            }
        }
    }
    passed
}
