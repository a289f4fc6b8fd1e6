//! Measures on a terminal: what to take, what it is worth, what more would buy.

use crate::{
    report::view::{LeftOutView, MeasureSetView, MeasuresView, PlanReport},
    ui::{
        Ui,
        layout::{self, Column, line, table},
    },
    words,
};

/// The whole plan.
pub fn plan_text(view: &PlanReport, ui: &Ui) -> String {
    let mut out = String::new();
    let head = format!("{}: measures, as of {}", view.organization.name, view.as_of);
    line(&mut out, ui, 0, &head);
    measures(&mut out, ui, &view.measures);
    switchover(&mut out, ui, view);
    out
}

/// The first step of each plan; whole plans are for paper.
fn switchover(out: &mut String, ui: &Ui, view: &PlanReport) {
    heading(out, ui, "Switch-over plans");
    for place in &view.switchover.without_survivor {
        line(out, ui, 2, &format!("There is no surviving channel for {place}."));
    }
    for plan in &view.switchover.plans {
        let text = format!("{}, {}: {}", plan.name, plan.country, plan.first_step);
        line(out, ui, 2, &text);
    }
    line(
        out,
        ui,
        0,
        "One plan as a sheet: --activity ID --region CC. All of them to print: --format html.",
    );
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    out.push('\n');
    layout::heading(out, ui, text);
}

fn measures(out: &mut String, ui: &Ui, view: &MeasuresView) {
    heading(out, ui, "The plan");
    line(out, ui, 2, &view.headline);
    if !view.measures.is_empty() {
        out.push('\n');
        chosen(out, ui, view);
    }
    heading(out, ui, "What it means");
    for sentence in &view.sentences {
        line(out, ui, 2, sentence);
    }
    heading(out, ui, "What money buys");
    *out += &steps(ui, &view.steps);
    heading(out, ui, "Wanted all the same: these buy notice, order or evidence");
    for one in &view.organisational {
        line(out, ui, 2, &one.title);
    }
    if !view.left_out.is_empty() {
        heading(out, ui, "Left out");
        for one in &view.left_out {
            line(out, ui, 2, &left_out(one));
        }
    }
}

/// Titles are long, so each measure has lines of its own instead of a row.
fn chosen(out: &mut String, ui: &Ui, view: &MeasuresView) {
    for (at, one) in view.measures.iter().enumerate() {
        let place = words::list(&one.countries);
        line(out, ui, 2, &format!("{}. {} ({place})", at + 1, one.title));
        let range = one.cost.band.as_ref().map_or_else(String::new, |band| format!(" ({band})"));
        let text = format!(
            "costs {}{range}, ready in {}; without it the year loses {} more",
            one.cost.text, one.lead_time, one.last.text
        );
        line(out, ui, 5, &text);
        line(out, ui, 5, &words::list(&one.effects));
    }
}

fn steps(ui: &Ui, steps: &[MeasureSetView]) -> String {
    let columns = [
        Column::number("Cost"),
        Column::number("Loss a year"),
        Column::number("Breach"),
        Column::number("Worst year in 20"),
        Column::number("Above appetite"),
        Column::text("What it is"),
    ];
    let rows: Vec<Vec<String>> = steps
        .iter()
        .map(|step| {
            vec![
                step.cost.text.clone(),
                step.eal.text.clone(),
                step.further_breach.text.clone(),
                step.cvar95.as_ref().map_or_else(String::new, |figure| figure.text.clone()),
                step.above_appetite.to_string(),
                step.marks.join(", "),
            ]
        })
        .collect();
    table(ui, &columns, &rows)
}

fn left_out(one: &LeftOutView) -> String {
    let place = match one.countries.as_slice() {
        [] => String::new(),
        countries => format!(", {}", words::list(countries)),
    };
    format!("{}{place}: {}", one.title, one.why)
}
