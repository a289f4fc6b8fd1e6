//! Measures: what they name, what they need, and whether they say enough.

use std::collections::BTreeMap;

use crate::{
    document::{Code, KeyPath, Problem, nearest, quoted},
    knowledge::EffectKind,
    profile::{
        Measure, MeasureChange,
        refer::Names,
        rules::{Seen, numbered},
    },
};

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let known = names.measure_ids();
    let own: BTreeMap<&str, &Measure> =
        seen.profile.measure.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut problems = Vec::new();
    for (path, measure) in numbered("measure", &seen.profile.measure) {
        for (rest, id) in numbered("requires", &measure.requires) {
            let path = path.clone().join(&rest);
            if !own.contains_key(id.as_str()) && !known.contains(&id.as_str()) {
                let all = own.keys().copied().chain(known.iter().copied());
                problems.push(unknown(seen, path, id, all));
            } else if needs(&own, id, &measure.id) {
                problems.push(circular(seen, path, measure, id));
            }
        }
        problems.extend(incomplete(seen, &path, measure, &known));
        for (rest, change) in numbered("effect", &measure.effect) {
            problems.extend(vague(seen, &path.clone().join(&rest), change));
        }
    }
    problems
}

fn unknown<'a>(
    seen: &Seen<'_>,
    path: KeyPath,
    id: &str,
    all: impl Iterator<Item = &'a str>,
) -> Problem {
    let span = seen.value(&path);
    let message = format!("there is no measure {}", quoted(id));
    let problem = seen.at(Code::UnknownMeasure, path, message).label("no such measure");
    match nearest(id, all) {
        Some(near) => problem.patch(span, format!("\"{near}\""), format!("did you mean `{near}`?")),
        None => problem.help("`blackstart knowledge list measures` shows those that are known"),
    }
}

/// Does a measure need another one, directly or by way of others?
fn needs(own: &BTreeMap<&str, &Measure>, from: &str, wanted: &str) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if id == wanted {
            return true;
        }
        if !seen.contains(&id) {
            seen.push(id);
            open.extend(own.get(id).into_iter().flat_map(|one| &one.requires).map(String::as_str));
        }
    }
    false
}

fn circular(seen: &Seen<'_>, path: KeyPath, measure: &Measure, id: &str) -> Problem {
    let message = if id == measure.id {
        format!("the measure {} requires itself", quoted(id))
    } else {
        format!("{} requires {}, which requires it in turn", quoted(&measure.id), quoted(id))
    };
    seen.at(Code::CircularRequirement, path, message)
        .label("goes round in a circle")
        .help("leave one of the requirements out, or make one measure of both")
}

/// A measure that the knowledge base does not know must say what it costs and what it changes.
fn incomplete(
    seen: &Seen<'_>,
    path: &KeyPath,
    measure: &Measure,
    known: &[&str],
) -> Option<Problem> {
    if known.contains(&measure.id.as_str()) {
        return None;
    }
    let missing = match (measure.cost, measure.effect.is_empty()) {
        (None, true) => "`cost` and an `[[measure.effect]]`",
        (None, false) => "`cost`",
        (Some(_), true) => "an `[[measure.effect]]`",
        (Some(_), false) => return None,
    };
    let message = format!("the measure {} lacks {missing}", quoted(&measure.id));
    let problem = seen
        .at(Code::MeasureIncomplete, path.clone().key("id"), message)
        .label("not one of the knowledge base, so that nothing is known of it");
    Some(match nearest(&measure.id, known.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("say what it costs, and what it changes"),
    })
}

/// An effect must have the keys of its kind.
fn vague(seen: &Seen<'_>, path: &KeyPath, change: &MeasureChange) -> Option<Problem> {
    let wanted = match change.kind {
        EffectKind::AddFallback if change.channel.is_some() == change.vendor.is_some() => {
            "`channel` or `vendor`, one of them"
        }
        EffectKind::ShortenActivation if change.activation.is_none() && change.factor.is_none() => {
            "`activation` or `factor`"
        }
        EffectKind::ShortenSwitch if change.switch_time.is_none() && change.factor.is_none() => {
            "`switch_time` or `factor`"
        }
        EffectKind::ReduceHit if change.factor.is_none() => "`factor`",
        EffectKind::Provision if change.employees.is_none() => "`employees`",
        _ => return None,
    };
    let message = format!("an effect of this kind needs {wanted}");
    let path = path.clone().key("kind");
    Some(
        seen.at(Code::MeasureIncomplete, path, message)
            .label("does not say how much")
            .help("`docs/measures.md` lists the keys of each kind"),
    )
}
