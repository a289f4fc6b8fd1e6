//! What a board is asked, in words.

use crate::{
    advise::{Advised, decision::Decision, target::Target},
    assess::{Assessment, Facts},
    report::view::DecisionView,
    words,
};

use super::places::{by_activity, place};

/// One for each decision.
pub fn decisions(
    facts: &Facts,
    assessment: &Assessment,
    advised: &Advised,
    target: &Target,
    asked: &[Decision],
) -> Vec<DecisionView> {
    let view = |decision: &Decision| {
        let (ask, about) = match decision {
            Decision::RunNow { cases } => run_now(facts, cases),
            Decision::Fund => fund(facts, advised),
            Decision::AcceptOrChange { cases } => accept(facts, target, cases),
            Decision::RenewAcceptances { acceptances } => renew(assessment, acceptances),
            Decision::AskCounsel { measures } => counsel(advised, measures),
        };
        DecisionView { code: decision.word().to_owned(), ask, about }
    };
    asked.iter().map(view).collect()
}

fn run_now(facts: &Facts, cases: &[usize]) -> (String, Vec<String>) {
    let about = by_activity(facts, cases);
    let one = cases.len() == 1;
    let ask = format!(
        "Say how {} from today: {} below minimum service, and no fallback restores it.",
        match &about[..] {
            [only] if one => format!("{only} runs"),
            _ => format!("{} by country run", words::count(cases.len(), "activity")),
        },
        if one { "it is" } else { "they are" }
    );
    (ask, about)
}

fn fund(facts: &Facts, advised: &Advised) -> (String, Vec<String>) {
    let money = |value: f64| words::money(value, &facts.estate.currency.value);
    let (now, chosen) = (&advised.advice.now, &advised.advice.chosen);
    let taken: usize = chosen.choices.iter().map(|choice| choice.len()).sum();
    // Where nothing stays down, what is left is all there is; else what is down would hide the rest.
    let restored = now.breaches_today > 0 && chosen.breaches_today == 0;
    let (kind, before) = if restored { ("any", 1.0) } else { ("a further", now.further_breach) };
    let ask = format!(
        "Fund {} for {}: expected loss from {} to {} a year, chance of {kind} breach from {} to {}.",
        words::count(taken, "measure"),
        money(chosen.cost),
        money(now.eal),
        money(chosen.eal),
        words::probability(before),
        words::probability(chosen.further_breach),
    );
    (ask, Vec::new())
}

fn accept(facts: &Facts, target: &Target, cases: &[usize]) -> (String, Vec<String>) {
    let ask = format!(
        "Accept until a date, spend more, or change the way of working: {} by country {} above \
         appetite with these measures in place.",
        words::count(cases.len(), "activity"),
        if cases.len() == 1 { "stays" } else { "stay" }
    );
    let each = cases.iter().map(|index| {
        let case = facts.case(*index);
        let left = target.cases.get(*index).map_or(case.residual.breach, |one| one.breach);
        format!("{} {}", place(case), words::probability(left.value))
    });
    (ask, each.collect())
}

fn renew(assessment: &Assessment, acceptances: &[usize]) -> (String, Vec<String>) {
    let ask = format!(
        "Treat what was accepted, or accept it again with a new date: {} {} ended or {} within 30 \
         days.",
        words::count(acceptances.len(), "acceptance"),
        if acceptances.len() == 1 { "has" } else { "have" },
        if acceptances.len() == 1 { "ends" } else { "end" }
    );
    let about = acceptances.iter().filter_map(|index| {
        let one = assessment.acceptances.get(*index)?;
        Some(format!("{} ({}, until {})", one.pattern, one.owner, one.until))
    });
    (ask, about.collect())
}

fn counsel(advised: &Advised, measures: &[String]) -> (String, Vec<String>) {
    let ask = format!(
        "Have counsel say whether a company may use {}: until then {} left out of the plan.",
        words::count(measures.len(), "measure"),
        if measures.len() == 1 { "it is" } else { "they are" }
    );
    let title = |id: &String| {
        let known = advised.catalogue.excluded.iter().find(|one| one.measure == *id);
        known.map_or_else(|| id.clone(), |one| one.title.clone())
    };
    (ask, measures.iter().map(title).collect())
}
