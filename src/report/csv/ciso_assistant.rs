//! The register in the columns that the data import wizard of CISO Assistant takes for a risk
//! assessment. Levels are those of its built-in matrix `critical 5x5`. What it calls current is the
//! residual risk here, with fallbacks; what it calls residual is the target, with the measures.

use super::{Table, lines, text};
use crate::report::view::{RegisterView, ReportView};

const COLUMNS: [&str; 12] = [
    "ref_id",
    "name",
    "description",
    "inherent_impact",
    "inherent_proba",
    "existing_controls",
    "current_impact",
    "current_proba",
    "additional_controls",
    "residual_impact",
    "residual_proba",
    "treatment",
];

/// One risk scenario a row.
pub fn ciso_assistant(view: &ReportView) -> Result<String, csv::Error> {
    let mut table = Table::new(&COLUMNS)?;
    for one in &view.register {
        table.row(&row(view, one))?;
    }
    table.finish()
}

/// Measures and fallbacks change what a campaign does, not how often one comes, so likelihood stays.
fn row(view: &ReportView, one: &RegisterView) -> [String; 12] {
    let often = level(&one.frequency_level);
    let inherent = one.inherent_harm_level.as_deref().map_or("", level);
    [
        text(&one.id),
        text(&format!("{}, {}: {}", one.scenario_name, one.country, one.channel_name)),
        text(&description(view, one)),
        inherent.to_owned(),
        if inherent.is_empty() { String::new() } else { often.to_owned() },
        lines(&one.fallbacks),
        level(&one.harm_level).to_owned(),
        often.to_owned(),
        lines(&one.measures),
        level(&one.target_harm_level).to_owned(),
        often.to_owned(),
        one.treatment.clone(),
    ]
}

fn description(view: &ReportView, one: &RegisterView) -> String {
    format!(
        "Expected {} (evidence grade {}). Stops {}. Score {} of 100 with fallbacks, {} with the \
         recommended measures. {} of {}.",
        one.frequency.text,
        one.grade,
        one.activities.join(", "),
        one.score.text,
        one.target_score.text,
        view.tool,
        view.as_of
    )
}

/// The word of the matrix for a level.
fn level(own: &str) -> &'static str {
    match own {
        "Very low" => "Very Low",
        "Low" => "Low",
        "Moderate" => "Medium",
        "High" => "High",
        _ => "Very High",
    }
}
