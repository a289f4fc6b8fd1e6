//! The ladders: four ways to reach people, when to move to the next, and how fast things moved.

use super::{Fact, Kind, Page, Writer};
use crate::knowledge::Knowledge;

/// The ladders by id and name.
pub const LADDERS: [(&str, &str); 3] = [
    ("pace", "PACE: primary, alternate, contingency, emergency"),
    ("triggers", "Six stages: what one sees, and what one does then"),
    ("lead-times", "How long transitions took in cases that happened"),
];

pub fn page(knowledge: &Knowledge, id: &str) -> Option<Page> {
    let (_, name) = LADDERS.iter().find(|(own, _)| *own == id)?;
    let mut writer = Writer::new(knowledge, Kind::Ladder, id, *name);
    match id {
        "pace" => pace(&mut writer),
        "triggers" => triggers(&mut writer),
        _ => lead_times(&mut writer),
    }
    Some(writer.finish())
}

fn pace(writer: &mut Writer) {
    for rung in &writer.knowledge.ladder.pace {
        writer.section(crate::words::sentence(&rung.rung));
        let meaning = Fact::new("What it is", &rung.meaning);
        writer.cited(meaning, &rung.sources);
        writer.fact(Fact::new("Usually", &rung.typical));
        writer.fact(Fact::new("Leave it when", &rung.leave_when));
    }
}

fn triggers(writer: &mut Writer) {
    for stage in &writer.knowledge.ladder.stage {
        writer.section(format!("Stage {}: {}", stage.stage, stage.name));
        writer.fact(Fact::new("What one sees", &stage.signals));
        writer.fact(Fact::new("What one does", &stage.actions));
    }
}

fn lead_times(writer: &mut Writer) {
    writer.section("Observed");
    for one in &writer.knowledge.ladder.lead_time {
        let fact = Fact::new(&one.transition, &one.duration).detail(&one.dates);
        writer.cited(fact, &one.sources);
    }
}
