//! Indicators and gates in words.

use crate::{
    assess::indicators::{Indicator, State, Unit},
    gate::Judged,
    report::view::{GateView, IndicatorView},
    words,
};

/// All indicators.
pub fn indicators(all: &[Indicator]) -> Vec<IndicatorView> {
    all.iter().map(indicator).collect()
}

fn indicator(one: &Indicator) -> IndicatorView {
    let unit = one.code.unit();
    let text = match one.value {
        None => "nothing to measure".to_owned(),
        Some(value) if !value.is_finite() => "never".to_owned(),
        Some(value) => shown(value, unit),
    };
    IndicatorView {
        id: one.code.word().to_owned(),
        name: one.code.name().to_owned(),
        value: one.value.filter(|value| value.is_finite()),
        unit: match unit {
            Unit::Count => "count",
            Unit::Days => "days",
            Unit::Share => "share",
            Unit::Times => "times",
            Unit::StandardErrors => "standard errors",
        }
        .to_owned(),
        text,
        state: one.state.word().to_owned(),
        note: one.note.clone(),
        limits: limits(one, unit),
    }
}

fn shown(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Count => format!("{value:.0}"),
        Unit::Days => format!("{value:.0} days"),
        Unit::Share => words::share(value),
        Unit::Times => format!("{value:.2} times"),
        Unit::StandardErrors => format!("{value:.1} standard errors"),
    }
}

fn limits(one: &Indicator, unit: Unit) -> String {
    let from = |state: State, limit: Option<f64>| {
        limit.map(|limit| format!("{} from {}", state.word(), shown(limit, unit)))
    };
    let both = [from(State::Amber, one.limits.amber), from(State::Red, one.limits.red)];
    let both: Vec<String> = both.into_iter().flatten().collect();
    both.join(", ")
}

/// Gates as they were judged.
pub fn gates(judged: &[Judged]) -> Vec<GateView> {
    let view = |one: &Judged| GateView {
        gate: one.gate.to_string(),
        passed: one.passed,
        exit: one.gate.exit().code(),
        reason: one.reason.clone(),
        ids: one.ids.clone(),
    };
    judged.iter().map(view).collect()
}
