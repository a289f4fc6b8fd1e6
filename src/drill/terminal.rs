//! The facilitator's copy for a terminal.

use super::view::{CardView, DrillView, EvaluationView, StakeView};
use crate::ui::{
    Ui,
    layout::{Column, heading, line, table},
};

/// Everything, in the order in which it is needed.
pub fn terminal(view: &DrillView, ui: &Ui) -> String {
    let mut out = String::new();
    head(&mut out, ui, view);
    stakes(&mut out, ui, &view.stakes);
    title(&mut out, ui, "Who sits at the table");
    for role in &view.roles {
        line(&mut out, ui, 2, &format!("{}: {}", role.name, role.who.join("; ")));
    }
    title(&mut out, ui, &format!("Cards: {} minutes in all", view.minutes));
    for one in &view.cards {
        card(&mut out, ui, one);
    }
    sheet(&mut out, ui, &view.evaluation);
    lines(&mut out, ui, view);
    title(&mut out, ui, "Sources");
    for source in &view.sources {
        let date = source.date.as_deref().unwrap_or("no date");
        let text = format!("[{}] {}, {} ({date})", source.number, source.publisher, source.title);
        line(&mut out, ui, 2, &text);
    }
    line(&mut out, ui, 0, &view.judgement);
    out
}

fn title(out: &mut String, ui: &Ui, text: &str) {
    out.push('\n');
    heading(out, ui, text);
}

fn head(out: &mut String, ui: &Ui, view: &DrillView) {
    heading(
        out,
        ui,
        &format!(
            "{}: drill for {} in {}, {}",
            view.organization, view.scenario.name, view.region.name, view.as_of
        ),
    );
    line(out, ui, 2, &view.scenario.summary);
    let script = &view.script;
    line(out, ui, 2, &format!("Based on: {}", script.title));
    line(out, ui, 4, &format!("{} ({} to {})", script.story, script.from, script.to));
    line(out, ui, 4, &script.why);
    let struck = if view.struck.is_empty() {
        "nothing that is used there".to_owned()
    } else {
        view.struck.join(", ")
    };
    line(out, ui, 2, &format!("Struck in this exercise: {struck}"));
    if !view.notices.is_empty() {
        title(out, ui, "Know before you start");
        for notice in &view.notices {
            line(out, ui, 2, &notice.text);
        }
    }
}

fn stakes(out: &mut String, ui: &Ui, stakes: &[StakeView]) {
    if stakes.is_empty() {
        return;
    }
    title(out, ui, "Where you stand");
    let columns = [
        Column::text("Activity"),
        Column::text("State"),
        Column::number("Today"),
        Column::number("Struck"),
        Column::number("MBCO"),
        Column::text("RTO"),
        Column::text("MTPD"),
    ];
    let clock = |clock: &super::view::ClockView| match clock.minute {
        Some(minute) => format!("{}, minute {minute}", clock.limit),
        None => clock.limit.clone(),
    };
    let rows: Vec<Vec<String>> = stakes
        .iter()
        .map(|stake| {
            vec![
                stake.name.clone(),
                stake.state.clone(),
                stake.today.clone(),
                stake.under.clone(),
                stake.minimum.clone(),
                clock(&stake.rto),
                clock(&stake.mtpd),
            ]
        })
        .collect();
    out.push_str(&table(ui, &columns, &rows));
    title(out, ui, "Their fallbacks");
    for stake in stakes {
        line(out, ui, 2, &format!("{}: {}", stake.name, stake.owner));
        for spare in &stake.fallbacks {
            let flaws = if spare.flaws.is_empty() {
                "nothing speaks against it".to_owned()
            } else {
                spare.flaws.join("; ")
            };
            line(out, ui, 4, &format!("{}: {}: {flaws}", spare.name, spare.verdict));
        }
        if stake.fallbacks.is_empty() {
            line(out, ui, 4, "no fallback");
        }
    }
}

fn card(out: &mut String, ui: &Ui, card: &CardView) {
    out.push('\n');
    heading(out, ui, &format!("Minute {}: card {}, {}", card.minute, card.number, card.title));
    let stage = match card.stage {
        Some(stage) => format!("; stage {stage}, {}", card.stage_name),
        None => "; about your own plan".to_owned(),
    };
    let judged = if card.dated || card.own { "" } else { " (day: judgement)" };
    line(out, ui, 2, &format!("{}{judged}{stage}; to: {}", card.when, card.to));
    for clock in &card.clocks {
        line(out, ui, 2, &format!("Clock: {clock}"));
    }
    line(out, ui, 2, &card.text);
    for effect in &card.effects {
        line(out, ui, 2, &format!("For you: {effect}"));
    }
    for fact in &card.facts {
        let number = fact.source.map(|number| format!(" [{number}]")).unwrap_or_default();
        let text = format!("What happened: {} ({}){number}", fact.summary, fact.confidence);
        line(out, ui, 2, &text);
    }
    for task in &card.tasks {
        line(out, ui, 2, &format!("{}: {}", task.role, task.does));
        if !task.says.is_empty() {
            line(out, ui, 4, &format!("Words: \u{201c}{}\u{201d}", task.says));
        }
    }
    let lists =
        [("Decide", &card.decisions), ("Ask", &card.questions), ("Measure", &card.measures)];
    for (label, items) in lists {
        for item in items {
            line(out, ui, 2, &format!("{label}: {item}"));
        }
    }
}

fn sheet(out: &mut String, ui: &Ui, sheet: &EvaluationView) {
    title(out, ui, "Evaluation sheet");
    for one in &sheet.criteria {
        line(out, ui, 2, &format!("[ ] {}: {}", one.what, one.target));
    }
    for one in &sheet.fallbacks {
        line(out, ui, 2, &format!("{} on {}", one.activity, one.fallback));
        let limits =
            format!("started after ______ minutes; planned {}, RTO {}", one.activation, one.rto);
        line(out, ui, 4, &limits);
        for who in &one.audiences {
            let text = format!(
                "{}: answered at 15 min ______, at 60 min ______ of {}; needed {}, planned {}",
                who.name, who.people, who.needed, who.planned
            );
            line(out, ui, 4, &text);
        }
    }
    if !sheet.missing.is_empty() {
        title(out, ui, "Missing in the profile");
        for one in &sheet.missing {
            line(out, ui, 2, one);
        }
    }
    title(out, ui, "Right afterwards");
    for question in &sheet.debrief {
        line(out, ui, 2, question);
    }
}

/// The lines for the profile, not wrapped: a broken line is no TOML.
fn lines(out: &mut String, ui: &Ui, view: &DrillView) {
    if view.paste.is_empty() {
        return;
    }
    title(out, ui, "Back into the profile");
    for one in &view.paste {
        for line in &one.lines {
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
}
