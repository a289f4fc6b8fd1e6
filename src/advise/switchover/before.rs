//! What must have been done before: what is missing, how long it takes, and whether the notice that
//! one can expect is enough for it.

use super::{
    ladder::Ladder,
    people::{Part, incomplete},
    rung::{Ruled, Rung},
};
use crate::{
    assess::{Case, Facts},
    estate::{Fallback, Origin},
    knowledge::{Before, EffectKind, Lack, Legality, Measure, Phase, VendorKind},
    likelihood::readiness::Tested,
};

/// Hours of a day.
const DAY: f64 = 24.0;

/// Does the lead time fit into the notice?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// It takes longer than the notice that can be expected.
    Now,
    /// The notice is enough for it.
    InTime,
    /// Nobody has said how long it takes.
    Unknown,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing<'a> {
    pub lack: Lack,
    /// The channel it is about.
    pub channel: Option<usize>,
    pub before: &'a Before,
    /// The measure that helps soonest.
    pub measure: Option<&'a Measure>,
    pub urgency: Urgency,
}

/// What is missing, rung by rung.
pub fn missing<'a>(
    facts: &Facts<'a>,
    case: Case<'a>,
    ladder: &Ladder,
    parts: &[Part],
    notice_hours: f64,
) -> Vec<Missing<'a>> {
    let mut found: Vec<(Lack, Option<usize>)> = Vec::new();
    if !ladder.survives() {
        found.push((Lack::NoSurvivingChannel, None));
    }
    for rung in &ladder.rungs {
        let channel = Some(rung.fallback.channel);
        found.extend(of_rung(facts, case, rung).into_iter().map(|lack| (lack, channel)));
    }
    for one in &ladder.ruled_out {
        let channel = Some(one.fallback.channel);
        match one.why {
            Ruled::Failed => found.push((Lack::TestFailed, channel)),
            Ruled::Unlawful if permit_helps(facts, case, one.fallback) => {
                found.push((Lack::PermitMissing, channel));
            }
            Ruled::Unlawful | Ruled::CarriesNothing | Ruled::Down(_) => {}
        }
    }
    if incomplete(parts) {
        found.push((Lack::NumbersMissing, None));
    }
    let known = &facts.estate.knowledge.switchover.before;
    let views = found.into_iter().filter_map(|(lack, channel)| {
        let before = known.iter().find(|before| before.lack == lack)?;
        let measure = soonest(facts, case, before, channel);
        let urgency = match measure {
            None => Urgency::Unknown,
            Some(one) if one.lead_time_days[1] * DAY > notice_hours => Urgency::Now,
            Some(_) => Urgency::InTime,
        };
        Some(Missing { lack, channel, before, measure, urgency })
    });
    views.collect()
}

fn of_rung(facts: &Facts, case: Case, rung: &Rung) -> Vec<Lack> {
    let (fallback, mbco) = (rung.fallback, case.activity.mbco.value);
    let channel = facts.channel(fallback.channel);
    let mut lacks = Vec::new();
    match fallback.tested {
        Tested::Never => lacks.push(Lack::NeverTested),
        Tested::Passed(days)
            if f64::from(days) > facts.estate.knowledge.method.readiness.stale_days =>
        {
            lacks.push(Lack::TestOld);
        }
        Tested::Failed | Tested::Passed(_) => {}
    }
    if rung.partners.is_some_and(|partners| partners < mbco) {
        lacks.push(Lack::PartnersBelowMbco);
    }
    let assumed = channel.provisioned.origin == Origin::Assumed;
    if !assumed && channel.provisioned.value < mbco {
        lacks.push(Lack::NotProvisioned);
    }
    if installs(facts, case, fallback) && !channel.install_without_store.value {
        lacks.push(Lack::StoreOnly);
    }
    if fallback.activation.value > case.activity.rto.value {
        lacks.push(Lack::TooSlow);
    }
    lacks
}

/// Has it a client that must come from somewhere? A medium has none.
pub fn installs(facts: &Facts, case: Case, fallback: &Fallback) -> bool {
    let app = facts.channel(fallback.channel).vendor.kind != VendorKind::Medium;
    let deployment = facts.deployment(fallback.channel, case.instance.region);
    app && deployment
        .is_some_and(|one| one.groups.iter().any(|group| group.phase == Phase::Install))
}

fn permit_helps(facts: &Facts, case: Case, fallback: &Fallback) -> bool {
    facts
        .deployment(fallback.channel, case.instance.region)
        .is_some_and(|one| one.lawfulness.value == Legality::Licence)
}

/// The measure with the shortest time until everybody is ready.
fn soonest<'a>(
    facts: &Facts<'a>,
    case: Case,
    before: &Before,
    channel: Option<usize>,
) -> Option<&'a Measure> {
    let knowledge = facts.estate.knowledge;
    let helps = |measure: &&Measure| {
        before.measures.contains(&measure.id)
            || before.effect.is_some_and(|kind| fits(facts, case, measure, kind))
            || channel.is_some_and(|channel| permits(facts, before, measure, channel))
    };
    let candidates = knowledge.measures.values().filter(helps);
    candidates.min_by(|a, b| a.lead_time_days[1].total_cmp(&b.lead_time_days[1]))
}

/// Has the measure the effect? A new channel has to carry what is needed, to be lawful, and to be
/// none that the activity has already.
fn fits(facts: &Facts, case: Case, measure: &Measure, kind: EffectKind) -> bool {
    let knowledge = facts.estate.knowledge;
    let mut effects = measure.effect.iter().filter(|effect| effect.kind == kind);
    if kind != EffectKind::AddFallback {
        return effects.next().is_some();
    }
    let lawful = knowledge
        .legality(&case.region.code, &measure.legal_means)
        .is_none_or(|(value, _)| value == Legality::Lawful);
    let used = |id: &str| {
        let own = case.activity.channels.iter().map(|share| share.channel);
        let spare = case.instance.fallbacks.iter().map(|fallback| fallback.channel);
        own.chain(spare).any(|channel| facts.channel(channel).vendor.id == id)
    };
    lawful
        && effects.any(|effect| {
            let vendor = effect.vendor.as_ref().and_then(|id| knowledge.vendor(id));
            let enough = effect.reach.is_some_and(|reach| reach >= case.activity.mbco.value);
            enough
                && vendor.is_some_and(|vendor| {
                    let needs = &case.activity.needs.value;
                    !used(&vendor.id) && needs.iter().all(|need| vendor.capabilities.contains(need))
                })
        })
}

/// Does the measure set up this very kind of channel, permit and all?
fn permits(facts: &Facts, before: &Before, measure: &Measure, channel: usize) -> bool {
    before.lack == Lack::PermitMissing
        && measure
            .effect
            .iter()
            .any(|effect| effect.vendor.as_deref() == Some(&facts.channel(channel).vendor.id))
}
