//! Who sits at the table.

use super::{situation::Stake, view::RoleView};
use crate::knowledge::Role;

/// Name of a role for readers.
pub const fn name(role: Role) -> &'static str {
    match role {
        Role::CrisisLead => "Crisis lead",
        Role::It => "IT lead",
        Role::Owner => "Activity owners",
        Role::Communications => "Communications",
        Role::Counsel => "Counsel",
        Role::PartnerContact => "Partner contact",
        Role::Observer => "Observer and timekeeper",
    }
}

const fn duty(role: Role) -> &'static str {
    match role {
        Role::CrisisLead => "Decides, and says each decision aloud with the time.",
        Role::It => {
            "Says what works and what does not; starts fallbacks for real when a card asks."
        }
        Role::Owner => "Says when the activity must move, to what, and who must know.",
        Role::Communications => "Writes the messages to staff, customers and the press.",
        Role::Counsel => {
            "Says what is lawful in this country, and by when an open question is answered."
        }
        Role::PartnerContact => "Tells partners where to find us, and counts who has answered.",
        Role::Observer => "Keeps the clock, writes times and decisions down, and helps nobody.",
    }
}

/// What stands where a name has to be filled in by hand.
pub const BLANK: &str = "________________";

/// All roles; owners by the names of the profile.
pub fn roles(stakes: &[Stake]) -> Vec<RoleView> {
    let who = |role: Role| match role {
        Role::Owner => owners(stakes),
        _ => vec![BLANK.to_owned()],
    };
    let view = |role: &Role| RoleView {
        id: role.word().to_owned(),
        name: name(*role).to_owned(),
        who: who(*role),
        duty: duty(*role).to_owned(),
    };
    Role::ALL.iter().map(view).collect()
}

fn owners(stakes: &[Stake]) -> Vec<String> {
    let one = |stake: &Stake| {
        let owner = stake.activity.owner.as_deref().unwrap_or(BLANK);
        format!("{owner} ({})", stake.activity.name)
    };
    stakes.iter().map(one).collect()
}
