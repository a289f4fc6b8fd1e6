//! One switch-over plan for the terminal, to be read where no printer is.

use super::view::{LadderRungView, PlanView, RungChannelView};
use crate::ui::{Ui, layout, layout::line};

/// What stands where nobody has said anything.
const BLANK: &str = "________";

/// The plan.
pub fn sheet(view: &PlanView, ui: &Ui) -> String {
    let mut out = String::new();
    layout::heading(&mut out, ui, &format!("Switch-over plan: {}, {}", view.name, view.country));
    if let Some(alarm) = &view.alarm {
        layout::heading(&mut out, ui, alarm);
    }
    if let Some(closest) = &view.closest {
        line(&mut out, ui, 0, closest);
    }
    line(&mut out, ui, 0, &format!("{}, {}. {}.", view.organization, view.as_of, view.targets));
    line(&mut out, ui, 0, &format!("{} {}", view.today, view.notice));
    people(&mut out, view, ui);
    part(&mut out, ui, "Ladder");
    view.ladder.iter().for_each(|one| rung(&mut out, one, ui));
    for one in &view.ruled_out {
        line(&mut out, ui, 2, &format!("no rung: {}, {}", one.name, one.reason));
    }
    if let Some(warning) = &view.warning {
        line(&mut out, ui, 2, warning);
    }
    for phase in &view.phases {
        part(&mut out, ui, &phase.phase);
        for step in &phase.steps {
            line(&mut out, ui, 2, &format!("{}: {}", step.who, step.text));
        }
    }
    before(&mut out, view, ui);
    part(&mut out, ui, "Seen before");
    view.observed.iter().for_each(|text| line(&mut out, ui, 2, text));
    out
}

fn part(out: &mut String, ui: &Ui, title: &str) {
    out.push('\n');
    layout::heading(out, ui, title);
}

fn or_blank(text: Option<&String>) -> &str {
    text.map_or(BLANK, String::as_str)
}

fn people(out: &mut String, view: &PlanView, ui: &Ui) {
    part(out, ui, "Who");
    for one in &view.people {
        let role = one.role.as_ref().map_or_else(String::new, |role| format!(" ({role})"));
        let (name, phone, other) = (
            or_blank(one.name.as_ref()),
            or_blank(one.phone.as_ref()),
            or_blank(one.other.as_ref()),
        );
        line(out, ui, 2, &format!("{}{role}: {name}, {phone}, {other}", one.part));
    }
    part(out, ui, "Words");
    line(out, ui, 2, &format!("Code word: {}", or_blank(view.code_word.as_ref())));
    let (place, time) =
        (or_blank(view.meeting_point.as_ref()), or_blank(view.meeting_time.as_ref()));
    line(out, ui, 2, &format!("Meet at {place}, hours {time}"));
    for one in &view.words {
        line(out, ui, 2, &format!("{}: \u{201c}{}\u{201d}", one.to, one.text));
    }
}

fn rung(out: &mut String, view: &LadderRungView, ui: &Ui) {
    if let Some(go) = &view.go_when {
        line(out, ui, 2, &format!("go to {} when: {go}", view.rung));
    }
    if view.channels.is_empty() {
        line(out, ui, 2, &format!("{}: no channel stands on this rung", view.rung));
    }
    for one in &view.channels {
        line(out, ui, 2, &format!("{}: {} ({}; {})", view.rung, one.name, one.vendor, one.today));
        line(out, ui, 4, &facts(one));
    }
    if let Some(more) = &view.more {
        line(out, ui, 4, more);
    }
}

fn facts(one: &RungChannelView) -> String {
    let mut facts = one.reaches.clone();
    facts.extend(one.starts.clone());
    facts.extend(one.tested.clone());
    if let Some(verdict) = &one.verdict {
        facts.push(format!("{verdict}: {}; {}", one.reason, one.shares));
    }
    facts.join("; ")
}

fn before(out: &mut String, view: &PlanView, ui: &Ui) {
    if view.before.is_empty() {
        return;
    }
    part(out, ui, "Must have been done before");
    for one in &view.before {
        let about = one.about.as_ref().map_or_else(String::new, |about| format!("{about}: "));
        line(out, ui, 2, &format!("{}: {about}{} ({})", one.urgency, one.text, one.lead_time));
    }
}
