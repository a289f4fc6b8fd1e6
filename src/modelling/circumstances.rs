//! Which circumstances hold for a vendor in a country.

use crate::{
    estate::{Deployment, Estate},
    knowledge::{
        Circumstance, EncryptionLevel, LeverKind, LeverValue, Scenario, Vendor, VendorKind,
    },
};

/// All that hold. `deployments` are those of the vendor in that region.
pub fn holding(
    estate: &Estate,
    scenario: &Scenario,
    vendor: &Vendor,
    region: usize,
    deployments: &[&Deployment],
) -> Vec<Circumstance> {
    let country = estate.regions[region].code.as_str();
    let sector = estate.profile.organization.sector.as_deref();
    let binding = |kind: LeverKind| binding(estate, country, kind);
    let domestic = vendor.owner.countries.iter().any(|code| code == country);
    let encrypts =
        matches!(vendor.encryption.level, EncryptionLevel::Default | EncryptionLevel::Optional);
    let present = domestic || vendor.local_entities.present_in.iter().any(|code| code == country);
    let medium = vendor.kind == VendorKind::Medium;
    let holds = |circumstance: Circumstance| match circumstance {
        Circumstance::LocalizationConflict => {
            deployments.iter().any(|one| !one.conflicts.is_empty())
        }
        Circumstance::PresenceMissing => binding(LeverKind::LocalPresence) && !present,
        Circumstance::CoveredAndEncrypted => binding(LeverKind::DecryptionOrMetadata) && encrypts,
        Circumstance::RegulatedSector => sector
            .is_some_and(|sector| scenario.sectors.iter().any(|regulated| regulated == sector)),
        Circumstance::ForeignOwner => !domestic,
        Circumstance::DomesticOwner => domestic,
        Circumstance::Paid => vendor.price.usd_per_user_month[1] > 0.0,
        Circumstance::StateMessenger => binding(LeverKind::StateMessenger),
        Circumstance::SelfRun => vendor.kind == VendorKind::SelfHosted,
        Circumstance::Medium => medium,
        Circumstance::Populous => populous(estate, region),
    };
    Circumstance::ALL.iter().copied().filter(|circumstance| holds(*circumstance)).collect()
}

/// Is a lever in force in a country?
pub fn binding(estate: &Estate, country: &str, kind: LeverKind) -> bool {
    let lever = estate.knowledge.lever(country, kind);
    lever.is_some_and(|lever| matches!(lever.value, LeverValue::InForce | LeverValue::Enforced))
}

/// Those that hold whatever the vendor: all that a hit on shared nodes can depend on.
pub fn of_country(estate: &Estate, region: usize) -> Vec<Circumstance> {
    populous(estate, region).then_some(Circumstance::Populous).into_iter().collect()
}

fn populous(estate: &Estate, region: usize) -> bool {
    let tier = estate.knowledge.rates.tiers.get(&estate.regions[region].code);
    let populous = estate.knowledge.method.counting.populous_from;
    tier.is_some_and(|tier| tier.population >= populous)
}
