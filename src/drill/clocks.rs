//! Exercise time and real time: cards in order, and when limits pass.

use jiff::civil::Date;

use super::{
    dilemma::Dilemma,
    situation::{Stake, State},
    view::ClockView,
};
use crate::{
    knowledge::{Drill, DrillCard, Knowledge, Scenario},
    likelihood::ledger::days,
    words,
};

/// Minutes for a card about the organisation's own plan.
const OWN_MINUTES: u32 = 8;
/// Minutes after the last card, for the talk.
const CLOSING_MINUTES: u32 = 15;

/// A card with its place in both times.
pub struct Placed<'a> {
    pub minute: u32,
    /// Hours of the real event since the first card.
    pub hours: f64,
    pub kind: Kind<'a>,
}

/// Where a card comes from.
#[derive(Clone, Copy)]
pub enum Kind<'a> {
    Script(&'a DrillCard),
    Own(&'a Dilemma<'a>),
}

/// All cards of an exercise.
pub struct Timeline<'a> {
    pub cards: Vec<Placed<'a>>,
    /// Position of the card with which the scenario strikes.
    pub loss: usize,
}

impl<'a> Timeline<'a> {
    /// Cards of the script in their order; those about the organisation follow the card with which
    /// the scenario strikes, and move the rest back.
    pub fn new(
        knowledge: &Knowledge,
        drill: &'a Drill,
        scenario: &Scenario,
        dilemmas: &'a [Dilemma<'a>],
    ) -> Self {
        let start = drill.card.first().and_then(|card| moment(knowledge, card));
        let hours = |card: &DrillCard| {
            let (Some(start), Some(at)) = (start, moment(knowledge, card)) else { return 0.0 };
            f64::from(days(start.0, at.0)) * 24.0 + f64::from(at.1) - f64::from(start.1)
        };
        let strikes = |card: &DrillCard| {
            let told = card.precedents.iter().filter_map(|id| knowledge.precedent(id));
            told.into_iter().any(|one| knowledge.means(&one.scenario, &scenario.id))
        };
        let loss = drill.card.iter().position(strikes).unwrap_or(0);
        let mut cards = Vec::new();
        let mut shift = 0;
        for (index, card) in drill.card.iter().enumerate() {
            let minute = card.minute + shift;
            cards.push(Placed { minute, hours: hours(card), kind: Kind::Script(card) });
            if index == loss {
                let next = drill.card.get(index + 1).map_or(f64::INFINITY, hours);
                for dilemma in dilemmas {
                    shift += OWN_MINUTES;
                    cards.push(Placed {
                        minute: card.minute + shift,
                        hours: (hours(card) + dilemma.after).min(next),
                        kind: Kind::Own(dilemma),
                    });
                }
            }
        }
        Self { cards, loss }
    }

    pub fn minutes(&self) -> u32 {
        self.cards.last().map_or(0, |card| card.minute) + CLOSING_MINUTES
    }

    /// Hours since the scenario struck.
    pub fn since_loss(&self, card: &Placed) -> f64 {
        card.hours - self.cards.get(self.loss).map_or(0.0, |loss| loss.hours)
    }

    /// When a limit of an activity passes.
    pub fn clock(&self, stake: &Stake, hours: f64) -> ClockView {
        let limit = words::hours(hours);
        let silent = |text: &str| ClockView {
            limit: limit.clone(),
            minute: None,
            card: None,
            text: text.to_owned(),
        };
        match stake.state() {
            State::DownToday => return silent("is running since before the exercise"),
            State::Dented | State::Runs => return silent("does not start"),
            State::Stops => {}
        }
        let Some((minute, card)) = self.passes(hours) else {
            return silent("does not pass within the exercise");
        };
        if let Some(back) = self.back().filter(|back| *back < card) {
            return silent(&format!("does not pass: service is back with card {}", back + 1));
        }
        let text = format!("passes at minute {minute}, before card {}", card + 1);
        ClockView { limit, minute: Some(minute), card: Some(card + 1), text }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below a gap")]
    fn after(before: u32, minutes: f64) -> u32 {
        before + minutes.ceil() as u32
    }

    /// Position of the first card after the loss with which service is back.
    fn back(&self) -> Option<usize> {
        let restores = |at: &usize| match self.cards[*at].kind {
            Kind::Script(card) => card.restores,
            Kind::Own(_) => false,
        };
        (self.loss + 1..self.cards.len()).find(restores)
    }

    /// Minute at which so many hours have passed since the loss, between two cards, and the
    /// position of the card after it.
    fn passes(&self, hours: f64) -> Option<(u32, usize)> {
        let target = self.cards.get(self.loss)?.hours + hours;
        let after = (self.loss + 1..self.cards.len()).find(|at| self.cards[*at].hours >= target)?;
        let (before, next) = (&self.cards[after - 1], &self.cards[after]);
        let gap = next.hours - before.hours;
        let part = if gap > 0.0 { (target - before.hours) / gap } else { 1.0 };
        let minutes = f64::from(next.minute - before.minute) * part.clamp(0.0, 1.0);
        Some((Self::after(before.minute, minutes), after))
    }
}

fn moment(knowledge: &Knowledge, card: &DrillCard) -> Option<(Date, i32)> {
    let hour = i32::try_from(card.hour).unwrap_or(0);
    Some((card.day(knowledge)?.first_day(), hour))
}
