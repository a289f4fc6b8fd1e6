//! Steps and messages with the names of the plan filled in.

use crate::{
    advise::switchover::{Plan, people::switchover},
    assess::Facts,
    knowledge::{Actor, Listener, PlanPhase},
    report::view::{PlanPhaseView, PlanStepView, WordsView},
    words,
};

/// What stands where nobody has said anything: room to write by hand.
const BLANK: &str = "________";

/// Letters of a name that fit into a sentence.
const LONGEST: usize = 44;

/// The four phases.
pub fn phases(facts: &Facts, plan: &Plan) -> Vec<PlanPhaseView> {
    let names = Names::of(facts, plan);
    let views = PlanPhase::ALL.iter().map(|phase| PlanPhaseView {
        phase: match phase {
            PlanPhase::FirstHour => "First hour",
            PlanPhase::FirstDay => "First day",
            PlanPhase::FirstWeek => "First week",
            PlanPhase::WayBack => "Way back",
        }
        .to_owned(),
        steps: (plan.steps.iter())
            .filter(|step| step.phase == *phase)
            .map(|step| PlanStepView {
                who: actor(step.who).to_owned(),
                text: names.fill(&step.text),
            })
            .collect(),
    });
    views.collect()
}

const fn actor(role: Actor) -> &'static str {
    match role {
        Actor::Decider => "Decider",
        Actor::Deputy => "Deputy",
        Actor::It => "IT staff",
        Actor::TeamLead => "Team leads",
        Actor::PartnerContact => "Partner contact",
        Actor::Everyone => "Everyone",
    }
}

/// The messages.
pub fn words(facts: &Facts, plan: &Plan) -> Vec<WordsView> {
    let names = Names::of(facts, plan);
    let views = plan.words.iter().map(|one| WordsView {
        to: match one.to {
            Listener::Employees => "To employees",
            Listener::Partners => "To partners",
        }
        .to_owned(),
        text: names.fill(&one.text),
    });
    views.collect()
}

/// A name that fits into a sentence of the sheet; the whole of it stands in the ladder.
fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Names in braces and what they stand for.
struct Names(Vec<(&'static str, String)>);

impl Names {
    fn of(facts: &Facts, plan: &Plan) -> Self {
        let (activity, region) = (plan.case.activity, plan.case.region);
        let own = switchover(facts.estate.profile, &activity.id);
        let or_blank = |text: Option<&String>| text.cloned().unwrap_or_else(|| BLANK.to_owned());
        let next = plan.ladder.next();
        let next = next.map(|rung| short(&facts.channel(rung.fallback.channel).name));
        let ring = |role: Actor| {
            let mut own = plan.people.iter().filter(move |part| part.role == role);
            own.find_map(|part| part.contact?.phone.as_ref())
        };
        Self(vec![
            ("activity", short(&activity.name)),
            ("code_word", or_blank(own.and_then(|own| own.code_word.as_ref()))),
            ("country", region.name.clone()),
            ("mbco", words::share(activity.mbco.value)),
            ("mtpd", words::hours(activity.mtpd.value)),
            ("next", or_blank(next.as_ref())),
            ("organization", short(&facts.estate.profile.organization.name)),
            ("phone", or_blank(ring(Actor::PartnerContact).or(ring(Actor::Decider)))),
            ("place", or_blank(own.and_then(|own| own.meeting_point.as_ref()))),
            ("rto", words::hours(activity.rto.value)),
            ("time", or_blank(own.and_then(|own| own.meeting_time.as_ref()))),
        ])
    }

    /// Fills them in, each once: what a name stands for may hold braces of its own.
    fn fill(&self, text: &str) -> String {
        let mut parts = text.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            let known = self.0.iter().find(|(known, _)| *known == name);
            out.push_str(known.map_or(BLANK, |(_, value)| value));
            out.push_str(rest);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_filled_in_once() {
        let names = Names(vec![("a", "{b}".to_owned()), ("b", "no".to_owned())]);
        assert_eq!(names.fill("x {a} y"), "x {b} y");
        assert_eq!(names.fill("{c}."), "________.");
    }
}
