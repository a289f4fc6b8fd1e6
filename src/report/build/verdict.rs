//! Section 1 and the regions: where the organisation stands.

use super::figures;
use crate::{
    assess::{Assessment, Facts, Headline, questions::Answered},
    engine::{band::Band, standing::Standing},
    report::view::{RegionView, Verdict},
    words,
};

/// The verdict against appetite.
pub fn verdict(facts: &Facts, headline: &Headline) -> Verdict {
    let currency = &facts.estate.currency.value;
    Verdict {
        inside: headline.inside(),
        sentence: sentence(facts, headline),
        score: figures::points(headline.score),
        level: headline.level.name().to_owned(),
        inherent_score: figures::points(Band::certain(headline.inherent_score)),
        inherent_level: figures::level_name(headline.inherent_score),
        eal: figures::money_per_year(headline.eal, currency),
        inherent_eal: figures::money_per_year(Band::certain(headline.inherent_eal), currency),
        any_breach: if facts.outcome.residual.any_breach.joint.exact() {
            figures::probability(headline.any_breach)
        } else {
            figures::simulated(figures::probability(headline.any_breach))
        },
        inherent_any_breach: figures::probability(headline.inherent_any_breach),
        further_breach: figures::probability(headline.further_breach),
        cvar95: figures::of_law(
            &facts.analysis.loss,
            figures::money_per_year(facts.analysis.loss.tails[0], currency),
        ),
    }
}

fn sentence(facts: &Facts, headline: &Headline) -> String {
    let name = &facts.estate.profile.organization.name;
    let down = facts
        .cases()
        .filter(|case| matches!(case.residual.standing, Standing::Disrupted(_)))
        .count();
    let today = match down {
        0 => String::new(),
        1 => " One of them is below minimum service today.".to_owned(),
        _ => format!(" Of these, {down} are below minimum service today."),
    };
    let pairs = format!("{} pairs of activity and region", headline.cases);
    if headline.inside() {
        return format!(
            "{name} is inside its appetite: for all {pairs} the probability of a breach of the \
             MTPD within 12 months is at most what it tolerates.{today}"
        );
    }
    format!(
        "{name} is outside its appetite: for {} of {pairs} the probability of a breach of the \
         MTPD within 12 months is above what it tolerates.{today}",
        headline.over_appetite
    )
}

/// What is not known, in a few lines.
pub fn unknown(facts: &Facts, assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    let answers = || assessment.questions.iter().flatten();
    let open = answers().filter(|answer| answer.answered != Answered::Profile).count();
    if open > 0 {
        lines.push(format!(
            "{open} of {} answers to the four questions are not the organisation's own.",
            answers().count()
        ));
    }
    let assumed = facts.estate.assumptions.len();
    if assumed > 0 {
        lines.push(format!(
            "{} stand in for fields that the profile leaves open (annex H).",
            words::count(assumed, "default")
        ));
    }
    let judged = assessment
        .register
        .iter()
        .filter(|row| row.grade == crate::likelihood::evidence::Grade::D)
        .count();
    if facts.cases().any(|case| matches!(case.residual.standing, Standing::Disrupted(_))) {
        lines.push(
            "What is below minimum service today counts in the scores, and not in the register, \
             which holds what may come."
                .to_owned(),
        );
    }
    if judged > 0 {
        lines.push(format!(
            "{judged} of {} rows of the register rest on judgement about how often such campaigns \
             come (grade D).",
            assessment.register.len()
        ));
    }
    if facts.cases().any(|case| case.residual.simplified) {
        lines.push(
            "Some activities have more vendors than are enumerated together; fallbacks beyond \
             that were left out, which makes the figures cautious."
                .to_owned(),
        );
    }
    lines
}

/// Each country in figures.
pub fn regions(facts: &Facts) -> Vec<RegionView> {
    let currency = &facts.estate.currency.value;
    let scale = &facts.modelled.model.scale;
    let places = facts.estate.regions.iter().zip(&facts.outcome.residual.places);
    places
        .map(|(region, place)| {
            let score = figures::score_of(scale, Band::certain(place.harm));
            RegionView {
                code: region.code.clone(),
                name: region.name.clone(),
                staff: region.staff,
                partners: region.partners,
                campaigns: figures::frequency(place.rate),
                any_campaign: figures::probability(Band::certain(place.any_campaign)),
                eal: figures::money_per_year(Band::certain(place.eal), currency),
                any_breach: figures::joint(place.any_breach),
                level: figures::level_name(score.value),
                score,
            }
        })
        .collect()
}

/// What no figure of the report covers.
pub fn limits() -> Vec<String> {
    [
        "The model ranks countries and is calibrated for blocks and shutdowns on past years. It \
            does not say when, nor that a country is next.",
        "Rates of call limits, store removals, mandates, bans and exits are drawn from a \
            hand-made ledger and from judgement: grades B and D say where.",
        "Countries are independent in the model; a measure in one does not make the same \
            measure next door more likely.",
        "Circumvention tools are not counted as controls, whatever people do with them: their \
            lawfulness and reach cannot be relied on.",
        "Shutdowns are counted when they cut several regions. What share of them reaches a \
            given office is judgement: half in populous countries.",
        "Losses are those that the profile states. Reputation and lost competition count as \
            nothing unless they are in those figures.",
        "Legal positions are pointers for counsel, not advice. blackstart makes no network \
            connection: it knows what its knowledge base knew on its date.",
    ]
    .map(str::to_owned)
    .to_vec()
}
