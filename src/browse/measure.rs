//! One measure that can be taken in advance.

use super::{Fact, Kind, Page, Writer, vendor_ways::names, wording};
use crate::knowledge::{EffectKind, Knowledge, Legality, Measure, MeasureEffect};

pub fn page(knowledge: &Knowledge, measure: &Measure) -> Page {
    let mut writer = Writer::new(knowledge, Kind::Measure, &measure.id, &measure.title);
    let own = knowledge.overlaid.iter().any(|fact| {
        fact.strip_prefix("measure ")
            .is_some_and(|rest| rest == measure.id || rest.starts_with(&format!("{}:", measure.id)))
    });
    writer.section("What to do");
    let what = Fact::new("In short", &measure.what).own(own);
    writer.cited(what, &measure.sources);
    writer.fact(Fact::new("For counsel", &measure.legality));
    cost(&mut writer, measure);
    reach(&mut writer, measure);
    writer.section("What it changes in the model");
    for effect in &measure.effect {
        writer.fact(Fact::new(effect_name(effect.kind), effect_text(knowledge, effect)));
    }
    law(&mut writer, measure);
    writer.finish()
}

fn cost(writer: &mut Writer, measure: &Measure) {
    let range = |[low, high]: [f64; 2]| {
        if low.total_cmp(&high).is_eq() { format!("{low}") } else { format!("{low} to {high}") }
    };
    let sure = measure.cost_confidence;
    writer.section("Effort and cost");
    let days = format!("{} working days", range(measure.setup_person_days));
    writer.fact(Fact::new("Setting it up", days).sure(sure));
    let once = Fact::new("Once", format!("USD {}", range(measure.one_off_usd))).sure(sure);
    writer.fact(once.detail(&measure.one_off_note));
    let running = format!("USD {} per user and month", range(measure.usd_per_user_month));
    writer.fact(Fact::new("Running", running).sure(sure));
    let lead = format!("{} days from the decision", range(measure.lead_time_days));
    writer.fact(Fact::new("Ready", lead).sure(sure));
    let late = if measure.only_before { "yes" } else { "no" };
    writer.fact(Fact::new("Too late once a campaign has begun", late));
}

fn reach(writer: &mut Writer, measure: &Measure) {
    let knowledge = writer.knowledge;
    let scenarios = |ids: &[String]| {
        let name = |id: &String| knowledge.scenario(id).map_or(id.clone(), |s| s.name.clone());
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    writer.section("Where it helps, and where it fails");
    let against = match measure.counters.as_slice() {
        [] => "every scenario".to_owned(),
        counters => scenarios(counters),
    };
    writer.fact(Fact::new("Helps against", against));
    writer.fact(Fact::new("Also helps against", wording::listed(&measure.also_counters)));
    writer.fact(Fact::new("Fails in", scenarios(&measure.does_not_survive)));
    let shared = names(knowledge, &measure.shared_nodes);
    writer.fact(Fact::new("Shares with what it backs up", shared));
}

const fn effect_name(kind: EffectKind) -> &'static str {
    match kind {
        EffectKind::AddFallback => "A new fallback",
        EffectKind::Retest => "A fallback is tested",
        EffectKind::ShortenActivation => "Fallbacks start sooner",
        EffectKind::Provision => "More people are set up",
        EffectKind::LocalHosting => "Data moves into the country",
        EffectKind::ShortenSwitch => "Leaving for good takes less time",
        EffectKind::ReduceHit => "Less likely to be hit",
        EffectKind::InstallWithoutStore => "Installs without a store",
        EffectKind::Organisational => "Notice, order or evidence",
    }
}

fn effect_text(knowledge: &Knowledge, effect: &MeasureEffect) -> String {
    let mut parts = Vec::new();
    if let Some(vendor) = effect.vendor.as_ref().and_then(|id| knowledge.vendor(id)) {
        parts.push(vendor.name.clone());
    }
    if let Some(hours) = effect.activation_hours {
        parts.push(format!("starts within {}", crate::words::hours(hours)));
    }
    if let Some(reach) = effect.reach {
        parts.push(format!("reaches {}", crate::words::share(reach)));
    }
    if let Some(factor) = effect.factor {
        parts.push(format!("{} remains", crate::words::share(factor)));
    }
    if parts.is_empty() { "no figure of its own".to_owned() } else { parts.join(", ") }
}

/// Where the means it needs are closed to a company.
fn law(writer: &mut Writer, measure: &Measure) {
    writer.section("Where the law stands in the way");
    let all = &writer.knowledge.jurisdictions;
    for means in &measure.legal_means {
        for value in [Legality::Prohibited, Legality::Licence] {
            let places: Vec<&str> = all
                .values()
                .filter(|j| j.legality.iter().any(|l| l.means == *means && l.value == value))
                .map(|j| j.name.as_str())
                .collect();
            let label = format!("{} {}", wording::means(*means), wording::legality(value));
            writer.fact(Fact::new(label, places.join(", ")));
        }
    }
}
