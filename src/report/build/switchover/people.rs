//! People with a part in a plan.

use crate::{advise::switchover::Plan, knowledge::Actor, report::view::PersonView};

/// Rows of the table of people that fit on the sheet.
const ROWS: usize = 9;

/// One row for each, blanks for parts that nobody has.
pub fn people(plan: &Plan) -> Vec<PersonView> {
    let rows = plan.people.iter().take(ROWS).map(|part| {
        let contact = part.contact;
        let owner = plan.case.activity.owner.as_ref().filter(|_| part.role == Actor::Decider);
        PersonView {
            part: name(part.role).to_owned(),
            role: contact.and_then(|one| one.role.as_ref()).or(owner).cloned(),
            name: contact.and_then(|one| one.name.clone()),
            phone: contact.and_then(|one| one.phone.clone()),
            other: contact.and_then(|one| one.other.clone()),
        }
    });
    rows.collect()
}

/// The part in words.
pub const fn name(role: Actor) -> &'static str {
    match role {
        Actor::Decider => "Decides",
        Actor::Deputy => "Deputy",
        Actor::It => "IT staff",
        Actor::TeamLead => "Is told first",
        Actor::PartnerContact => "Speaks with partners",
        Actor::Everyone => "Everyone",
    }
}
