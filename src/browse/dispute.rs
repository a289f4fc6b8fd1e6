//! What sources contradict each other on, beside the facts it concerns.

use super::{Fact, Writer};
use crate::knowledge::About;

/// A section with the disputes that concern the subject of the page.
pub fn section(writer: &mut Writer, concerns: impl Fn(&About) -> bool) {
    writer.section("Where sources contradict each other");
    let knowledge = writer.knowledge;
    for dispute in knowledge.disputes.values().filter(|dispute| concerns(&dispute.about)) {
        let own = writer.overlaid(&format!("dispute {}", dispute.id));
        let question = Fact::new(&dispute.question, format!("taken here: {}", dispute.used));
        writer.fact(question.own(own).detail(&dispute.note));
        for side in &dispute.sides {
            let fact = Fact::new("One side", &side.claim).sure(side.confidence);
            writer.cited(fact, side.source.as_ref());
        }
    }
}
