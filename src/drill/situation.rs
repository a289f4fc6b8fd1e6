//! Where each activity of the region stands when the scenario strikes: its channels, its fallbacks.

use std::collections::BTreeSet;

use super::{
    flaw::Flaw,
    struck::{NEARLY, Struck},
};
use crate::{
    estate::{Activity, Channel, Deployment, Estate, Fallback, Instance},
    knowledge::Phase,
    likelihood::readiness::Tested,
    model::{self, Use},
    modelling::Modelled,
    profile::Audience,
};

/// Category of nodes that carry internet traffic.
pub const NETWORK: &str = "network";

/// One activity in the region.
pub struct Stake<'a> {
    pub activity: &'a Activity,
    pub instance: &'a Instance,
    pub country: &'a str,
    pub staff: u32,
    pub partners: u32,
    pub channels: Vec<Own<'a>>,
    pub spares: Vec<Spare<'a>>,
    /// Service today, of normal service.
    pub today: f64,
    /// Service when the scenario strikes.
    pub under: f64,
}

/// One of the channels that an activity runs on.
pub struct Own<'a> {
    pub channel: &'a Channel<'a>,
    pub share: f64,
    pub used: &'a Use,
    pub under: f64,
}

/// One fallback.
pub struct Spare<'a> {
    pub fallback: &'a Fallback,
    pub channel: &'a Channel<'a>,
    pub deployment: &'a Deployment,
    /// Absent where it is not lawful: such fallbacks are not in the model.
    pub used: Option<&'a Use>,
    pub under: f64,
    /// The gravest first.
    pub flaws: Vec<Flaw>,
}

/// How an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Below its minimum before the exercise begins.
    DownToday,
    /// The scenario takes it below its minimum.
    Stops,
    /// It loses service, and keeps its minimum.
    Dented,
    /// It loses none.
    Runs,
}

impl State {
    pub const fn word(self) -> &'static str {
        match self {
            Self::DownToday => "down today",
            Self::Stops => "stops",
            Self::Dented => "runs on with less",
            Self::Runs => "runs on",
        }
    }
}

impl<'a> Stake<'a> {
    /// The activity at this place of the model.
    pub fn new(
        estate: &'a Estate<'a>,
        modelled: &'a Modelled,
        index: usize,
        struck: &Struck,
    ) -> Self {
        let instance = &estate.instances[modelled.instances[index]];
        let known = &modelled.model.activities[index];
        let activity = &estate.activities[instance.activity];
        let region = &estate.regions[instance.region];
        let named = |id: &str| estate.channels.iter().find(|channel| channel.id == id);
        let channels: Vec<Own> = known
            .channels
            .iter()
            .filter_map(|used| {
                let under = struck.left(used);
                Some(Own { channel: named(&used.name)?, share: used.share, used, under })
            })
            .collect();
        let sum = |level: fn(&Own) -> f64| channels.iter().map(|own| own.share * level(own)).sum();
        let (today, under) = (sum(|own| own.used.baseline), sum(|own| own.under));
        let mut stake = Self {
            activity,
            instance,
            country: &region.name,
            staff: region.staff,
            partners: region.partners,
            today,
            under,
            channels,
            spares: Vec::new(),
        };
        stake.spares = instance
            .fallbacks
            .iter()
            .filter_map(|fallback| stake.spare(estate, known, fallback, struck))
            .collect();
        stake
    }

    pub fn state(&self) -> State {
        let minimum = self.activity.mbco.value;
        if self.today < minimum {
            State::DownToday
        } else if self.under < minimum {
            State::Stops
        } else if self.under < self.today * NEARLY {
            State::Dented
        } else {
            State::Runs
        }
    }

    pub fn stopped(&self) -> bool {
        matches!(self.state(), State::DownToday | State::Stops)
    }

    /// Names of the channels it runs on.
    pub fn channel_names(&self) -> Vec<&str> {
        self.channels.iter().map(|own| own.channel.name.as_str()).collect()
    }

    /// Those who have to be reached, of whom there are any.
    pub fn audiences(&self) -> Vec<Who> {
        let all = [(Audience::Employees, self.staff), (Audience::Partners, self.partners)];
        let wanted = all.into_iter().filter(|(audience, people)| {
            self.instance.audience.contains(audience)
                && (*people > 0 || *audience == Audience::Employees)
        });
        wanted.map(|(audience, people)| Who { audience, people }).collect()
    }

    fn spare(
        &self,
        estate: &'a Estate<'a>,
        known: &'a model::Activity,
        fallback: &'a Fallback,
        struck: &Struck,
    ) -> Option<Spare<'a>> {
        let channel = &estate.channels[fallback.channel];
        let deployment = estate.deployment(fallback.channel, self.instance.region)?;
        let used = known.fallbacks.iter().map(|one| &one.channel).find(|u| u.name == channel.id);
        let mut spare = Spare {
            fallback,
            channel,
            deployment,
            used,
            under: used.map_or(0.0, |used| struck.left(used)),
            flaws: Vec::new(),
        };
        spare.flaws = self.flaws(estate, &spare, struck);
        Some(spare)
    }

    fn flaws(&self, estate: &Estate, spare: &Spare, struck: &Struck) -> Vec<Flaw> {
        let minimum = self.activity.mbco.value;
        let fallback = spare.fallback;
        let mut flaws = Vec::new();
        if !spare.deployment.lawfulness.counts() {
            flaws.push(Flaw::Unlawful(spare.deployment.lawfulness.value));
        }
        if spare.used.is_some_and(|used| used.baseline < minimum) {
            flaws.push(Flaw::Down);
        } else if let Some(used) = spare.used.filter(|_| spare.under < minimum) {
            flaws.push(Flaw::Falls(struck.by(used)));
        }
        if fallback.tested == Tested::Failed {
            flaws.push(Flaw::Failed);
        }
        if self.audiences().iter().any(|who| who.of(fallback) < minimum) {
            flaws.push(Flaw::Short);
        }
        if fallback.activation.value > self.activity.rto.value {
            flaws.push(Flaw::Slow);
        }
        match fallback.tested {
            Tested::Never => flaws.push(Flaw::Untested),
            Tested::Passed(days)
                if f64::from(days) > estate.knowledge.method.readiness.stale_days =>
            {
                flaws.push(Flaw::Stale(days));
            }
            Tested::Passed(_) | Tested::Failed => {}
        }
        let shared = self.shared(estate, spare);
        if !shared.is_empty() {
            flaws.push(Flaw::Shares(shared));
        }
        flaws
    }

    /// Names of what the fallback and every channel of the activity cannot run without.
    fn shared(&self, estate: &Estate, spare: &Spare) -> Vec<String> {
        let mut shared = needed(spare.deployment);
        for own in &self.channels {
            let place = estate.channels.iter().position(|channel| channel.id == own.channel.id);
            let deployment = place.and_then(|at| estate.deployment(at, self.instance.region));
            let own = deployment.map(needed).unwrap_or_default();
            shared.retain(|node| own.contains(node));
        }
        let name = |id: &String| match estate.knowledge.nodes.get(id) {
            // Which of its parts they share tells a reader nothing.
            Some(node) if node.category == NETWORK => "the network".to_owned(),
            Some(node) => node.name.clone(),
            None => id.clone(),
        };
        let names: BTreeSet<String> = shared.into_iter().map(name).collect();
        names.into_iter().collect()
    }
}

/// Nodes without which a channel neither runs nor can be joined.
fn needed(deployment: &Deployment) -> BTreeSet<&String> {
    let counts = |phase: Phase| matches!(phase, Phase::Run | Phase::Register);
    let alone = deployment.groups.iter().filter(|one| one.any_of.len() == 1 && counts(one.phase));
    alone.filter_map(|group| group.any_of.first()).collect()
}

/// An audience and how many they are.
#[derive(Debug, Clone, Copy)]
pub struct Who {
    pub audience: Audience,
    pub people: u32,
}

impl Who {
    pub const fn word(self) -> &'static str {
        match self.audience {
            Audience::Employees => "employees",
            Audience::Partners => "partners",
        }
    }

    /// How many of them are just enough.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a head count")]
    pub fn needed(self, minimum: f64) -> u32 {
        // A product that is whole but for rounding is no head more.
        (f64::from(self.people) * minimum - 1e-9).ceil() as u32
    }

    /// Share of them that a fallback is planned to reach.
    pub const fn of(self, fallback: &Fallback) -> f64 {
        match self.audience {
            Audience::Employees => fallback.employees.value,
            Audience::Partners => fallback.partners.value,
        }
    }
}

impl Spare<'_> {
    /// Does nothing keep the activity from running on it?
    pub fn holds(&self) -> bool {
        !self.flaws.iter().any(Flaw::fatal)
    }

    /// In words: what starts too late, for too few, or failed when tried, holds in part.
    pub fn verdict(&self) -> &'static str {
        let partly = |flaw: &Flaw| matches!(flaw, Flaw::Failed | Flaw::Short | Flaw::Slow);
        match (self.holds(), self.flaws.iter().any(partly)) {
            (false, _) => "does not hold",
            (true, true) => "holds in part",
            (true, false) => "holds",
        }
    }
}
