//! Cards about the organisation's own plan: what happens when people turn to their fallbacks.

use super::{
    flaw::Flaw,
    situation::{Spare, Stake, State},
    view::TaskView,
};
use crate::{knowledge::Role, words};

/// An exercise holds so many of them: more would push the story out of an afternoon.
const MOST: usize = 4;

/// A card about one activity.
#[derive(Clone, Copy)]
pub struct Dilemma<'a> {
    pub stake: &'a Stake<'a>,
    pub cause: Cause,
    /// Hours after the loss at which people learn of it.
    pub after: f64,
}

/// Why the activity is in trouble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    Lost,
    DownToday,
    /// Service goes on, and may be read.
    Disclosed,
    /// The scenario does not stop it: the card supposes a loss.
    Supposed,
}

/// The cards, by the time at which they come, and the stopped activities that are not played.
pub fn dilemmas<'a>(
    stakes: &'a [Stake<'a>],
    discloses: bool,
) -> (Vec<Dilemma<'a>>, Vec<&'a Stake<'a>>) {
    let mut stopped: Vec<&Stake> = stakes.iter().filter(|stake| stake.stopped()).collect();
    // The first to restore come first, then those that nothing holds up.
    stopped.sort_by_key(|stake| (stake.activity.tier.value, stake.spares.iter().any(Spare::holds)));
    let rest = stopped.split_off(stopped.len().min(MOST));
    let supposed = if discloses { Cause::Disclosed } else { Cause::Supposed };
    if stopped.is_empty() {
        stopped.extend(stakes.iter().min_by_key(|stake| stake.activity.tier.value));
    }
    let mut cards: Vec<Dilemma> = stopped.iter().map(|stake| dilemma(stake, supposed)).collect();
    cards.sort_by(|a, b| a.after.total_cmp(&b.after));
    (cards, rest)
}

fn dilemma<'a>(stake: &'a Stake<'a>, otherwise: Cause) -> Dilemma<'a> {
    let cause = match stake.state() {
        State::DownToday => Cause::DownToday,
        State::Stops => Cause::Lost,
        State::Dented | State::Runs => otherwise,
    };
    // When the first fallback should be running, or at the RTO if that is sooner.
    let rto = stake.activity.rto.value;
    let after = stake.spares.first().map_or(rto, |spare| spare.fallback.activation.value.min(rto));
    Dilemma { stake, cause, after }
}

impl Dilemma<'_> {
    pub fn title(&self) -> String {
        let name = &self.stake.activity.name;
        if self.stake.spares.is_empty() {
            return format!("{name}: the plan names no fallback");
        }
        if self.stake.spares.iter().any(Spare::holds) {
            format!("{name}: the fallback is put to the test")
        } else {
            format!("{name}: no fallback holds")
        }
    }

    /// What players read.
    pub fn text(&self) -> String {
        let stake = self.stake;
        let channels = words::list(&stake.channel_names());
        let (name, minimum) = (&stake.activity.name, words::share(stake.activity.mbco.value));
        let opening = match self.cause {
            Cause::Lost => format!(
                "{name} has stopped: on {channels} it has {} of its normal service, and the \
                 minimum is {minimum}.",
                words::share(stake.under)
            ),
            Cause::DownToday => format!(
                "{name} has been below its minimum since before today: on {channels} it has {} \
                 of its normal service, and the minimum is {minimum}.",
                words::share(stake.today)
            ),
            Cause::Disclosed => format!(
                "{name} still runs on {channels}. It can no longer be taken for granted that \
                 nobody reads along. Suppose that you decide to leave the channel today."
            ),
            Cause::Supposed => format!(
                "Suppose for this card that you lose {channels} all the same, and {name} with it."
            ),
        };
        let mut parts = vec![opening];
        if stake.spares.is_empty() {
            parts.push("The plan names no fallback for it in this country.".to_owned());
        }
        parts.extend(stake.spares.iter().map(|spare| match spare.flaws.first() {
            Some(flaw) => flaw.event(spare, stake),
            None => format!("{} starts as planned. Count who answers.", spare.channel.name),
        }));
        parts.join(" ")
    }

    pub fn tasks(&self) -> Vec<TaskView> {
        let stake = self.stake;
        let owner = stake.activity.owner.clone();
        let says = self.target().map_or_else(
            || {
                format!(
                    "{} is interrupted. We have no other channel yet. Next word in 30 minutes, by \
                     telephone.",
                    stake.activity.name
                )
            },
            |spare| {
                format!(
                    "From now on {} runs on {}. Answer there with your name. If you get no answer \
                     within 15 minutes, ring your lead.",
                    stake.activity.name, spare.channel.name
                )
            },
        );
        let does = match self.target() {
            Some(spare) => format!(
                "Order the switch to {}, and have it started for real: a message to all who are \
                 on it.",
                spare.channel.name
            ),
            None => "Decide how the work goes on without a channel, and who rings whom.".to_owned(),
        };
        let mut tasks = vec![TaskView {
            role: owner.unwrap_or_else(|| format!("Owner of {}", stake.activity.name)),
            does,
            says,
        }];
        for flaw in stake.spares.iter().filter_map(|spare| spare.flaws.first()) {
            let (role, does) = flaw.task();
            let role = super::roles::name(role).to_owned();
            if !tasks.iter().any(|task| task.does == does) {
                tasks.push(TaskView { role, does: does.to_owned(), says: String::new() });
            }
        }
        let observer = super::roles::name(Role::Observer).to_owned();
        let does = "Write down the minute of the order and of the first answer, and count answers \
                    at 15 and 60 minutes, on your own watch."
            .to_owned();
        tasks.push(TaskView { role: observer, does, says: String::new() });
        tasks
    }

    pub fn decisions(&self) -> Vec<String> {
        let name = &self.stake.activity.name;
        let mut decisions = vec![match self.target() {
            Some(spare) => format!("Switch {name} to {}, by name and time", spare.channel.name),
            None => format!("How {name} goes on until there is a channel, or that it stops"),
        }];
        for spare in &self.stake.spares {
            if let Some(Flaw::Unlawful(_)) = spare.flaws.first() {
                let channel = &spare.channel.name;
                decisions.push(format!("Whether {channel} may be used: counsel, with a time"));
            }
        }
        decisions
    }

    pub fn questions(&self) -> Vec<String> {
        let mut questions: Vec<String> = Vec::new();
        for flaw in self.stake.spares.iter().filter_map(|spare| spare.flaws.first()) {
            let question = flaw.question().to_owned();
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        if self.stake.spares.is_empty() {
            questions.push("What would it take to have a fallback here by next month?".to_owned());
        }
        questions
    }

    /// What each flaw of each fallback is, for the facilitator only.
    pub fn effects(&self) -> Vec<String> {
        let said = |spare: &Spare| {
            let name = &spare.channel.name;
            let flaws: Vec<String> =
                spare.flaws.iter().map(|flaw| flaw.statement(spare, self.stake)).collect();
            if flaws.is_empty() {
                format!("{name}: nothing speaks against it.")
            } else {
                format!("{name}: {}.", flaws.join("; "))
            }
        };
        self.stake.spares.iter().map(said).collect()
    }

    /// The first fallback that holds.
    fn target(&self) -> Option<&Spare<'_>> {
        self.stake.spares.iter().find(|spare| spare.holds())
    }
}
