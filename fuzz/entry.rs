//! The ways into blackstart that take text from a file, each with what must hold for any text.
//!
//! The fuzz targets feed them without end; `tests/smoke.rs` feeds them a little in every run. A promise that
//! does not hold is a panic.

use std::{collections::BTreeMap, sync::OnceLock};

use blackstart::{
    compare::Reading,
    document::{Refusal, Style, render},
    engine::{outcome::Run, solve::solve},
    estate::resolve,
    import::{self, Sheet},
    knowledge::{self, Knowledge},
    model::{self, Model},
    modelling, profile,
    report::Templates,
    snapshot,
};
use jiff::civil::{Date, date};
use serde_json::{Value, json};

/// The day of every run.
const DAY: Date = date(2026, 11, 22);

/// More states than a fuzzer has time for.
const STATES: usize = 2_000;

/// The knowledge base that is in the program.
pub fn embedded() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE
        .get_or_init(|| knowledge::load(&BTreeMap::new()).expect("the embedded seeds are sound"))
}

/// A profile: refused with places, or taken as far as a model that the engines would take.
pub fn profile(text: &str) {
    match profile::load("profile.toml", text, embedded(), DAY) {
        Err(refusal) => refused(&refusal, text),
        Ok((profile, _)) => {
            let knowledge = embedded().with_vendors(&profile.vendor);
            let modelled = modelling::model(&resolve(&profile, &knowledge, DAY));
            solved(&modelled.model);
        }
    }
}

/// The name of a file of a knowledge folder on the first line, and its text.
pub fn overlay(text: &str) {
    let (name, text) = text.split_once('\n').unwrap_or(("", text));
    let overlay = BTreeMap::from([(name.trim().to_owned(), text.to_owned())]);
    if let Err(faults) = knowledge::load(&overlay) {
        assert!(!faults.is_empty());
        for fault in faults {
            inert(&fault.to_string());
        }
    }
}

/// A model as `--emit-model` writes it.
pub fn model(text: &str) {
    match model::read("model.json", text) {
        Err(refusal) => refused(&refusal, text),
        Ok(model) => solved(&model),
    }
}

/// A snapshot, as it stands and once more as if it had been signed anew.
pub fn snapshot(text: &str) {
    if let Err(error) = snapshot::read(text) {
        inert(&error.to_string());
    }
    let Ok(mut document) = serde_json::from_str::<Value>(text) else { return };
    let written =
        document["profile"]["text"].as_str().map(|text| snapshot::sha256(text.as_bytes()));
    if let (Some(hash), Some(Value::Object(inputs))) = (written, document.get_mut("inputs")) {
        inputs.insert("profile".to_owned(), json!(hash));
    }
    let Some(object) = document.as_object_mut() else { return };
    object.remove("digest");
    let digest = snapshot::sha256(Value::Object(object.clone()).to_string().as_bytes());
    object.insert("digest".to_owned(), json!(digest));
    match snapshot::read(&document.to_string()) {
        Err(error) => inert(&error.to_string()),
        Ok(snapshot) => {
            if let Err(error) = Reading::of(&snapshot.assessment) {
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

/// The name of a template on the first line, and what stands in its place.
pub fn template(text: &str) {
    static VIEW: OnceLock<Value> = OnceLock::new();
    let (name, text) = text.split_once('\n').unwrap_or(("", text));
    let overrides = BTreeMap::from([(name.trim().to_owned(), text.to_owned())]);
    match Templates::with_overrides(&overrides) {
        Err(error) => inert(&error.to_string()),
        Ok(templates) => {
            for fault in templates.faults() {
                inert(&fault.to_string());
            }
            let view = VIEW.get_or_init(reported);
            let page = if name.starts_with("html/") { "html/report" } else { "markdown/report" };
            if let Err(error) = templates.page(page, view) {
                inert(&error.to_string());
            }
        }
    }
}

/// A report as templates see it.
fn reported() -> Value {
    let text = include_str!("../tests/snapshots/format-1.json");
    let mut snapshot: Value = serde_json::from_str(text).expect("the kept snapshot is JSON");
    snapshot["assessment"].take()
}

/// The kind of a sheet on the first line, and its rows.
pub fn sheet(text: &str) {
    let (kind, text) = text.split_once('\n').unwrap_or(("", text));
    let sheet = match kind.trim() {
        "regions" => Sheet::Regions,
        "activities" => Sheet::Activities,
        _ => Sheet::Channels,
    };
    let rows = match import::read("sheet.csv", text, sheet, embedded(), DAY) {
        Err(refusal) => return refused(&refusal, text),
        Ok(rows) => rows.rows,
    };
    let base = include_str!("../profiles/minimal.toml");
    let mut merged = base.parse().expect("the smallest profile is TOML");
    match import::merge(&mut merged, sheet, &rows) {
        Err(sentence) => inert(&sentence),
        Ok(_) => profile(&merged.to_string()),
    }
}

/// Every problem has its place in the text, and every way to say it is inert.
fn refused(refusal: &Refusal, text: &str) {
    assert!(!refusal.problems.is_empty(), "refused without a reason");
    for problem in &refusal.problems {
        let span = &problem.span;
        assert!(span.start <= span.end && span.end <= text.len(), "{span:?} is outside");
        let whole = text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
        assert!(whole, "{span:?} cuts a character");
    }
    for (graphics, short) in [(true, false), (false, true)] {
        inert(&render(refusal, Style { color: false, graphics, short }));
    }
}

/// Text for a terminal that does nothing but stand there.
fn inert(said: &str) {
    assert!(!said.is_empty(), "nothing was said");
    let wild =
        |one: char| (one.is_control() && one != '\n') || ('\u{202a}'..='\u{202e}').contains(&one);
    assert!(!said.contains(wild), "{said:?} is not inert");
}

/// What the engines say of a model, if it is small enough to be asked.
fn solved(model: &Model) {
    let states: usize =
        model.activities.iter().map(|one| one.channels.len() + one.fallbacks.len()).sum();
    let units: usize = model.campaigns.iter().map(|one| one.units.len()).max().unwrap_or(0);
    if !model::check::check(model).is_empty()
        || states * model.campaigns.len() > STATES
        || units > 6
    {
        return;
    }
    let outcome = solve(model);
    for run in [&outcome.residual, &outcome.inherent] {
        sound(run);
    }
}

/// Figures are finite, chances are chances, scores are in their range.
fn sound(run: &Run) {
    let eal = run.eal.value;
    assert!(eal.is_finite() && eal >= 0.0, "EAL {eal}");
    for activity in &run.activities {
        let chance = activity.breach.value;
        assert!((0.0..=1.0).contains(&chance), "breach {chance}");
    }
}
