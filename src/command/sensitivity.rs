//! `sensitivity`: which numbers and which open fields would change the answer.

use serde_json::{Value, json};

use super::{json::json, judged::judged, parallel::Threads};
use crate::{
    analysis::{Analysis, Sensitivity},
    assess::Facts,
    cli::{SensitivityArgs, SensitivityFormat},
    exit::Exit,
    failure::Failure,
    model::Model,
    report::{self, SensitivityView},
    sensitivity::{
        factor::Factor,
        sobol::{Design, Index, log_eal},
    },
    ui::{
        Ui,
        layout::{self, Column, line, table},
    },
};

/// Solves the model many times.
pub fn run(args: &SensitivityArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let threads = Threads::default();
    judged(&args.profile, &args.context, threads, |facts| {
        let model = &facts.modelled.model;
        let analysis = with_tails(facts.analysis.clone(), model, threads);
        let view = report::sensitivity(&Facts { analysis: &analysis, ..*facts });
        let design = Design { dimensions: Factor::OF_SOBOL.len(), samples: args.samples as usize };
        let figures = threads.map(design.points(), |number| log_eal(model, &design.point(number)));
        let indices = design.indices(&figures);
        match args.format {
            SensitivityFormat::Terminal => ui.result(&printed(&view, &indices, ui)),
            SensitivityFormat::Json => ui.result(&json(&document(&view, &indices, args.samples))?),
        }
    })?;
    Ok(Exit::Done)
}

/// Here every bar has its tail, not only those that a report tells.
fn with_tails(analysis: Analysis, model: &Model, threads: Threads) -> Analysis {
    let known = analysis.sensitivity;
    let bars = threads.map(known.bars.len(), |at| known.bars[at].with_tail(model));
    Analysis { sensitivity: Sensitivity { bars, ..known }, ..analysis }
}

fn document(view: &SensitivityView, indices: &[Index], samples: u32) -> Value {
    let sobol: Vec<Value> = Factor::OF_SOBOL
        .into_iter()
        .zip(indices)
        .map(|(factor, index)| {
            json!({ "factor": factor.name(), "first": index.first, "total": index.total })
        })
        .collect();
    json!({ "format": 1, "samples": samples, "sobol": sobol, "sensitivity": view })
}

fn printed(view: &SensitivityView, indices: &[Index], ui: &Ui) -> String {
    let mut out = String::new();
    layout::heading(&mut out, ui, "One number at a time, the widest first");
    for bar in &view.bars {
        line(&mut out, ui, 2, &format!("{}: {}; {}", bar.name, bar.low, bar.high));
        let tail = match (&bar.cvar95_low, &bar.cvar95_high) {
            (Some(low), Some(high)) => format!("; worst year in 20 {} to {}", low.text, high.text),
            _ => String::new(),
        };
        let text = format!(
            "expected loss {} to {}; any breach {} to {}{tail}",
            bar.eal_low.text, bar.eal_high.text, bar.breach_low.text, bar.breach_high.text
        );
        line(&mut out, ui, 4, &text);
    }
    out.push('\n');
    layout::heading(&mut out, ui, "All together: shares of the variance of ln EAL (Sobol indices)");
    let columns = [Column::text("Number"), Column::number("Alone"), Column::number("With others")];
    let mut rows: Vec<(f64, Vec<String>)> = Factor::OF_SOBOL
        .into_iter()
        .zip(indices)
        .map(|(factor, index)| {
            let cells = vec![
                factor.name().to_owned(),
                format!("{:.2}", index.first.max(0.0)),
                format!("{:.2}", index.total),
            ];
            (index.total, cells)
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rows: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
    out += &table(ui, &columns, &rows);
    if !view.open.is_empty() {
        out.push('\n');
        layout::heading(&mut out, ui, "Open fields worth answering");
        for one in &view.open {
            line(&mut out, ui, 2, &format!("{}: {}", one.place, one.line));
            line(&mut out, ui, 4, &one.sentence);
        }
    }
    out
}
