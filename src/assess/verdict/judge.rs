//! The judgement: every ground that holds is looked for in its order, and the first decides.

use std::collections::BTreeSet;

use super::{
    chance::{Struck, struck},
    counting::{Counting, Verdict},
    evidence::ranges,
    ground::Ground,
    scene::Scene,
    ties::{Ties, ties},
    wording::words_for,
};
use crate::{
    assess::facts::{Case, Facts},
    estate::{Deployment, Fallback},
    likelihood::readiness::Tested,
    model::Activity,
    words::without_note,
};

/// All that a verdict on one fallback rests on.
pub struct Bench<'a, 'f> {
    pub facts: &'f Facts<'a>,
    pub case: Case<'a>,
    pub fallback: &'a Fallback,
    /// Channels that the activity runs on today.
    pub primaries: &'f [usize],
    /// The activity as it runs today.
    pub activity: &'f Activity,
    /// None for what holds in any scenario.
    pub scene: Option<&'f Scene>,
    pub ties: Ties,
    pub struck: Struck,
    /// Does the fallback carry the activity today?
    pub acting: bool,
}

impl<'a, 'f> Bench<'a, 'f> {
    pub fn new(
        facts: &'f Facts<'a>,
        case: Case<'a>,
        fallback: &'a Fallback,
        primaries: &'f [usize],
        activity: &'f Activity,
    ) -> Self {
        let acting = facts.acting(case).is_some_and(|one| one.channel == fallback.channel);
        let ties = ties(facts, case, primaries, fallback.channel);
        let struck = Struck::default();
        Self { facts, case, fallback, primaries, activity, scene: None, ties, struck, acting }
    }

    /// The same in one scenario.
    #[must_use]
    pub fn in_scene(mut self, scene: &'f Scene) -> Self {
        let name = &self.facts.channel(self.fallback.channel).id;
        let known = self.activity.fallbacks.iter().find(|one| one.channel.name == *name);
        self.struck = known.map_or_else(Struck::default, |known| {
            struck(self.facts, scene, self.activity, &known.channel)
        });
        self.scene = Some(scene);
        self
    }

    /// The verdict on the fallback at this position.
    pub fn verdict(&self, fallback: usize) -> Verdict {
        let ground = Ground::ALL.iter().copied().find(|ground| self.holds(*ground));
        Verdict {
            fallback,
            counting: ground.map_or(Counting::Counts, Ground::counting),
            ground,
            reason: words_for(self, ground),
        }
    }

    pub fn deployment(&self) -> Option<&'a Deployment> {
        self.facts.deployment(self.fallback.channel, self.case.instance.region)
    }

    fn holds(&self, ground: Ground) -> bool {
        let rules = &self.facts.estate.knowledge.method.verdict;
        let stale = self.facts.estate.knowledge.method.readiness.stale_days;
        let (activity, fallback) = (self.case.activity, self.fallback);
        let mbco = activity.mbco.value;
        match ground {
            Ground::Unlawful => self.deployment().is_none_or(|one| !one.lawfulness.counts()),
            Ground::Acting => self.acting,
            Ground::DownToday => {
                self.deployment().is_none_or(|one| one.service(&activity.needs.value) < mbco)
            }
            Ground::ForeignRange => self.range_hit(true),
            Ground::SameHand => !self.ties.hand.is_empty(),
            Ground::SameBlow => self.struck.chance > 1.0 - 1e-9,
            Ground::LikelyHit => self.struck.chance >= rules.likely,
            Ground::FailedTest => fallback.tested == Tested::Failed,
            Ground::BeyondMtpd => fallback.activation.value > activity.mtpd.value,
            Ground::HardlyReaches => fallback.reach < rules.least_reach,
            Ground::ShortReach => fallback.reach < mbco - 1e-9,
            Ground::ForeignServer => self.range_hit(false),
            Ground::MayBeHit => self.struck.chance >= rules.possible,
            Ground::BeyondRto => fallback.activation.value > activity.rto.value,
            Ground::NeverTested => fallback.tested == Tested::Never,
            Ground::StaleTest => {
                matches!(fallback.tested, Tested::Passed(days) if f64::from(days) > stale)
            }
            Ground::SharedNode => !self.shared().is_empty(),
        }
    }

    /// Were ranges that its server needs hit there, by this scenario or by any?
    fn range_hit(&self, by_this: bool) -> bool {
        let this = self.scene.map(|scene| scene.scenario.as_str());
        let all = ranges(self.facts, self.case, self.fallback.channel);
        all.iter().any(|range| !by_this || Some(range.effect.scenario.as_str()) == this)
    }

    /// Names of what it shares beside owner and sign-in. What some scenario hits counts in that
    /// scenario, and where none is looked at.
    pub fn shared(&self) -> BTreeSet<String> {
        let exposed = self.scene.is_none().then(|| self.ties.exposed.iter());
        self.ties.other.iter().chain(exposed.into_iter().flatten()).cloned().collect()
    }

    /// Names of the shared units that a scenario hits on both sides.
    pub fn common_units(&self) -> BTreeSet<String> {
        self.unit_names(&self.struck.common)
    }

    /// Names of the units that stop the fallback.
    pub fn own_units(&self) -> BTreeSet<String> {
        self.unit_names(&self.struck.own)
    }

    fn unit_names(&self, units: &[(usize, usize)]) -> BTreeSet<String> {
        let origins = &self.facts.modelled.campaigns;
        units
            .iter()
            .flat_map(|(campaign, unit)| {
                let origin = &origins[*campaign];
                let scenario = self.facts.estate.knowledge.scenarios.get(&origin.scenario);
                let from = &origin.units[*unit];
                match &from.vendor {
                    Some(id) => vec![without_note(self.facts.vendor_name(id)).to_owned()],
                    None => scenario
                        .and_then(|scenario| scenario.hit.get(from.hit))
                        .into_iter()
                        .flat_map(|hit| &hit.nodes)
                        .filter(|node| self.needs(node))
                        .map(|node| without_note(self.facts.node_name(node)).to_owned())
                        .collect(),
                }
            })
            .collect()
    }

    fn needs(&self, node: &String) -> bool {
        let groups = self.deployment().map(|one| one.groups.iter());
        groups.into_iter().flatten().any(|group| group.any_of.contains(node))
    }
}
