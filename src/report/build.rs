//! From an assessment to the view: every sentence and every rounded figure is made here, once, for
//! all formats.

mod actions;
mod activities;
mod ahead;
mod captions;
mod channels;
mod cited;
mod comparison;
mod concentration;
mod decisions;
mod dependencies;
mod dependency_map;
mod fallbacks;
mod figures;
mod findings;
mod history;
mod importance;
mod in_short;
mod indicators;
mod map;
mod measures;
mod needs;
mod open;
mod places;
mod plan;
mod portfolio;
mod quantified;
mod register;
mod sensitivity;
mod stops;
mod stress;
mod switchover;
mod third_parties;
mod trend;
mod verdict;
mod verdicts;

use super::{
    earlier::Earlier,
    view::{
        AcceptanceView, AssumptionView, CaptionsView, DOCUMENT, FORMAT, GradeView, KnowledgeView,
        MethodView, OrganizationView, ReportView,
    },
};
use crate::{
    advise::{
        Advised,
        decision::decisions as asked,
        switchover::{Plan, plans},
        target::target,
    },
    assess::{Assessment, Facts, acceptance::AcceptanceState},
    engine::score::LEVEL_POINTS,
    estate::Estate,
    likelihood::evidence::Grade,
};
use cited::Cited;

pub use comparison::{Compared, Run, changes, comparison};
pub use history::history;
pub use indicators::gates;
pub use plan::plan;
pub use portfolio::{Summed, portfolio};
pub use sensitivity::sensitivity;

/// Builds the view.
pub fn build(
    facts: &Facts,
    assessment: &Assessment,
    advised: &Advised,
    earlier: &[Earlier],
) -> ReportView {
    let plans = plans(facts);
    let cited = Cited::new(facts, &cited_ids(assessment, &plans));
    let estate = facts.estate;
    let target = target(facts, advised);
    let decided = asked(facts, assessment, advised, &target);
    let cases = activities::cases(facts, &target);
    let sensitivity = sensitivity::sensitivity(facts);
    let (activities, channels) =
        (activities::activities(facts), channels::channels(facts, assessment, &cited));
    let third_parties = third_parties::third_parties(facts);
    let shared_nodes = dependencies::shared_nodes(facts);
    let dependency_map = dependency_map::dependency_map(&dependency_map::Parts {
        activities: &activities,
        channels: &channels,
        third_parties: &third_parties,
        shared_nodes: &shared_nodes,
    });
    let fallback_verdicts = verdicts::verdicts(facts, assessment);
    let beside = register::Beside { assessment, advised, target: &target, cited: &cited };
    let mut view = ReportView {
        document: DOCUMENT.to_owned(),
        format: FORMAT,
        tool: format!("blackstart {}", env!("CARGO_PKG_VERSION")),
        organization: organization_of(estate),
        as_of: estate.as_of.to_string(),
        method: method(facts),
        knowledge: knowledge(facts),
        verdict: verdict::verdict(facts, &assessment.headline),
        trend: trend::trend(facts, assessment, earlier),
        changes: Vec::new(),
        indicators: indicators::indicators(&assessment.indicators),
        gates: Vec::new(),
        decisions: decisions::decisions(facts, assessment, advised, &target, &decided),
        in_force: findings::in_force(facts, &cited),
        top_risks: register::top_risks(facts, assessment),
        finding_counts: findings::counts(assessment),
        findings: findings::findings(assessment, &cited),
        actions: actions::actions(facts, assessment),
        open_questions: open::open_questions(facts, assessment, advised, &sensitivity),
        unknown: verdict::unknown(facts, assessment),
        regions: verdict::regions(facts),
        channels,
        third_parties,
        activities,
        stops: stops::stops(facts, assessment),
        over_appetite: activities::over_appetite(&cases),
        cases,
        single_points: dependencies::single_points(facts),
        defeats: dependencies::defeats(facts),
        shared_nodes,
        dependency_map,
        concentration: concentration::concentration(facts),
        importance: importance::importance(facts),
        dependencies: needs::dependencies(facts),
        announced: ahead::announced(facts, &cited),
        scenario_map: map::scenario_map(facts, assessment),
        register: register::register(facts, &beside),
        matrix: register::matrix(facts, assessment),
        stress: stress::stress(facts, assessment),
        quantified: quantified::quantified(facts),
        measures: measures::measures(estate, advised),
        fallbacks: fallbacks::fallbacks(facts, assessment),
        survival: verdicts::in_short(&fallback_verdicts),
        fallback_verdicts,
        acceptances: assessment.acceptances.iter().map(acceptance).collect(),
        assumptions: estate
            .assumptions
            .iter()
            .map(|one| AssumptionView {
                key: one.key.clone(),
                value: one.value.clone(),
                why: one.why.clone(),
            })
            .collect(),
        sensitivity,
        track_record: ahead::track_record(),
        limits: verdict::limits(),
        switchover: switchover::switchover(facts, &plans, &cited),
        captions: CaptionsView::default(),
        in_short: Vec::new(),
        sources: cited.views(),
    };
    view.in_short = in_short::in_short(facts, assessment, &view);
    view.captions = captions::captions(&view);
    view
}

/// Source ids that the assessment or a plan names, sorted.
fn cited_ids(assessment: &Assessment, plans: &[Plan]) -> Vec<String> {
    let mut ids = assessment.sources.clone();
    ids.extend(plans.iter().flat_map(Plan::sources));
    ids.sort();
    ids.dedup();
    ids
}

fn organization_of(estate: &Estate) -> OrganizationView {
    let written = &estate.profile.organization;
    OrganizationView {
        name: written.name.clone(),
        sector: written.sector.clone(),
        home: estate.knowledge.country_name(&written.home).to_owned(),
        currency: estate.currency.value.clone(),
        staff: estate.regions.iter().map(|region| region.staff).sum(),
        partners: estate.regions.iter().map(|region| region.partners).sum(),
    }
}

fn method(facts: &Facts) -> MethodView {
    let harm = &facts.estate.knowledge.method.harm;
    let grade = |grade: &Grade| GradeView {
        letter: grade.letter().to_owned(),
        meaning: grade.meaning().to_owned(),
    };
    MethodView {
        version: facts.estate.knowledge.method.version.clone(),
        scale: format!(
            "Scores run from 0 to 100. {:.0} points more are ten times the annual harm, 6 \
                points about twice. A level is a \
             step of {:.0} points; a change of less than {:.0} points is no material change.",
            harm.score_per_decade, LEVEL_POINTS, harm.material_points
        ),
        score_offset: harm.score_offset,
        score_per_decade: harm.score_per_decade,
        grades: Grade::ALL.iter().map(grade).collect(),
    }
}

fn knowledge(facts: &Facts) -> KnowledgeView {
    let knowledge = facts.estate.knowledge;
    KnowledgeView {
        hash: knowledge.hash.clone(),
        overlaid: knowledge.overlaid.iter().cloned().collect(),
        vendors: knowledge.vendors.len(),
        jurisdictions: knowledge.jurisdictions.len(),
        precedents: knowledge.precedents.len(),
        sources: knowledge.sources.len(),
    }
}

fn acceptance(one: &AcceptanceState) -> AcceptanceView {
    let state = match (one.days_left, one.covers.is_empty()) {
        (..0, _) => "expired",
        (_, true) => "matches nothing",
        (0..=30, _) => "expires within 30 days",
        _ => "in force",
    };
    AcceptanceView {
        finding: one.pattern.clone(),
        owner: one.owner.clone(),
        reason: one.reason.clone(),
        until: one.until.to_string(),
        days_left: one.days_left,
        state: state.to_owned(),
        covers: one.covers.clone(),
    }
}
