//! A portfolio on a terminal.

use super::super::view::{PortfolioView, SharedName};
use crate::ui::{
    Ui,
    layout::{self, Column, line, table},
};

/// Rows that a reader takes in.
const TOLD: usize = 10;

/// The overview.
pub fn portfolio_text(view: &PortfolioView, ui: &Ui) -> String {
    let mut out = String::new();
    ranking(&mut out, ui, view);
    campaigns(&mut out, ui, view);
    names(&mut out, ui, "What hangs on one vendor", &view.vendors);
    names(&mut out, ui, "What hangs on one legal order", &view.jurisdictions);
    group(&mut out, ui, view);
    for name in &view.namesakes {
        line(&mut out, ui, 2, &format!("Several files are of {name}."));
    }
    out.push('\n');
    for sentence in &view.sentences {
        line(&mut out, ui, 0, sentence);
    }
    out
}

fn heading(out: &mut String, ui: &Ui, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    layout::heading(out, ui, text);
}

fn ranking(out: &mut String, ui: &Ui, view: &PortfolioView) {
    if view.ranking.is_empty() {
        return;
    }
    heading(out, ui, "Highest scores");
    let columns = [
        Column::text("Member"),
        Column::number("Score"),
        Column::text("Level"),
        Column::number("Loss a year"),
        Column::number("Breach"),
        Column::number("Above appetite"),
        Column::number("Grave findings"),
    ];
    let rows: Vec<Vec<String>> = view
        .ranking
        .iter()
        .take(TOLD)
        .map(|one| {
            vec![
                one.organization.clone(),
                one.score.text.clone(),
                one.level.clone(),
                one.eal.text.clone(),
                one.any_breach.text.clone(),
                one.over_appetite.to_string(),
                one.grave.to_string(),
            ]
        })
        .collect();
    *out += &table(ui, &columns, &rows);
    let more = view.members - rows.len();
    if more > 0 {
        line(out, ui, 2, &format!("{more} more: --format csv has them all"));
    }
}

fn campaigns(out: &mut String, ui: &Ui, view: &PortfolioView) {
    if view.campaigns.is_empty() {
        return;
    }
    heading(out, ui, "What one campaign would hit");
    let columns = [
        Column::text("Country"),
        Column::text("Campaign"),
        Column::number("Members"),
        Column::number("Without way out"),
        Column::number("How often"),
        Column::number("Loss when it comes"),
    ];
    let rows: Vec<Vec<String>> = view
        .campaigns
        .iter()
        .take(TOLD)
        .map(|one| {
            vec![
                one.country.clone(),
                one.name.clone(),
                one.members.to_string(),
                one.defeated.to_string(),
                one.frequency.text.clone(),
                one.loss.text.clone(),
            ]
        })
        .collect();
    *out += &table(ui, &columns, &rows);
}

fn names(out: &mut String, ui: &Ui, title: &str, all: &[SharedName]) {
    if all.is_empty() {
        return;
    }
    heading(out, ui, title);
    let columns = [
        Column::text("Name"),
        Column::number("Members"),
        Column::number("Share of the loss"),
        Column::number("Loss a year"),
    ];
    let row = |one: &SharedName| {
        vec![
            one.name.clone(),
            one.members.to_string(),
            one.share.text.clone(),
            one.loss.text.clone(),
        ]
    };
    *out += &table(ui, &columns, &all.iter().take(TOLD).map(row).collect::<Vec<_>>());
}

fn group(out: &mut String, ui: &Ui, view: &PortfolioView) {
    let Some(group) = &view.group else { return };
    heading(out, ui, "The year of the group");
    let figures = [
        ("Mean loss", &group.mean),
        ("One year in 20 loses more than", &group.var95),
        ("One year in 100 loses more than", &group.var99),
        ("Mean of the worst year in 20", &group.cvar95),
    ];
    for (name, figure) in figures {
        let band = figure.band.as_ref().map_or_else(String::new, |band| format!(" ({band})"));
        line(out, ui, 2, &format!("{name}: {}{band}", figure.text));
    }
    line(out, ui, 2, &group.sentence);
}
