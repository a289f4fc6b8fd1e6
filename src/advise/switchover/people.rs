//! Who has which part in a plan. What the profile does not say is left open.

use crate::{
    assess::{Case, Facts},
    knowledge::Actor,
    profile::{Audience, Contact, Profile, Switchover},
};

/// One part and who has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'a> {
    pub role: Actor,
    /// Nobody is named: a blank.
    pub contact: Option<&'a Contact>,
}

/// Every part of the plan with everybody who has it, and one open place where nobody has.
pub fn people<'a>(facts: &Facts<'a>, case: Case) -> Vec<Part<'a>> {
    let profile = facts.estate.profile;
    let written = switchover(profile, &case.activity.id);
    let country = &case.region.code;
    let partners = case.instance.audience.contains(&Audience::Partners);
    let named = |role: Actor| -> &[String] {
        let list = match role {
            Actor::Decider => written.and_then(|own| own.decides.as_deref()),
            Actor::Deputy => written.and_then(|own| own.deputy.as_deref()),
            Actor::It => written.and_then(|own| own.it.as_deref()),
            Actor::PartnerContact => written.and_then(|own| own.partners.as_deref()),
            Actor::TeamLead | Actor::Everyone => written.and_then(|own| own.tells.as_deref()),
        };
        list.unwrap_or_default()
    };
    let mut parts = Vec::new();
    for role in [Actor::Decider, Actor::Deputy, Actor::It, Actor::TeamLead, Actor::PartnerContact] {
        if role == Actor::PartnerContact && !partners {
            continue;
        }
        let before = parts.len();
        for id in named(role) {
            let contact = profile.contact.iter().find(|contact| contact.id == *id);
            parts.extend(
                contact
                    .filter(|contact| contact.serves(country))
                    .map(|contact| Part { role, contact: Some(contact) }),
            );
        }
        if parts.len() == before {
            parts.push(Part { role, contact: None });
        }
    }
    parts
}

/// The table of the activity.
pub fn switchover<'a>(profile: &'a Profile, activity: &str) -> Option<&'a Switchover> {
    profile.activity.iter().find(|one| one.id == activity)?.switchover.as_ref()
}

/// Is the name or the number of somebody with a part still open?
pub fn incomplete(parts: &[Part]) -> bool {
    parts.iter().any(|part| {
        part.contact.is_none_or(|contact| contact.name.is_none() || contact.phone.is_none())
    })
}
