//! Words of the vocabularies as a page prints them.

use crate::knowledge::{BlockScope, LegalMeans, Legality, LeverKind, RecordKind};

pub const fn lever(kind: LeverKind) -> &'static str {
    match kind {
        LeverKind::DataLocalization => "Data localization",
        LeverKind::LocalPresence => "Local presence",
        LeverKind::DecryptionOrMetadata => "Decryption or metadata",
        LeverKind::VpnRestriction => "VPN restriction",
        LeverKind::AppStoreTakedown => "App store takedown",
        LeverKind::NetworkFiltering => "Network filtering",
        LeverKind::VoipRestriction => "Call restriction",
        LeverKind::SimRegistration => "SIM registration",
        LeverKind::StateMessenger => "State messenger",
        LeverKind::InternetShutdown => "Internet shutdown",
    }
}

pub const fn means(means: LegalMeans) -> &'static str {
    match means {
        LegalMeans::CompanyVpn => "Company VPN",
        LegalMeans::SatellitePhone => "Satellite phone",
        LegalMeans::SatelliteInternet => "Satellite internet",
        LegalMeans::ForeignSim => "Foreign SIM",
        LegalMeans::Radio => "Two-way radio",
    }
}

pub const fn legality(value: Legality) -> &'static str {
    match value {
        Legality::Lawful => "lawful",
        Legality::Licence => "needs a licence",
        Legality::Prohibited => "prohibited",
        Legality::Unclear => "unclear",
    }
}

pub const fn scope(scope: BlockScope) -> &'static str {
    match scope {
        BlockScope::Full => "blocked",
        BlockScope::Calls => "calls restricted",
        BlockScope::Registration => "registration restricted",
        BlockScope::Throttle => "slowed down",
        BlockScope::AppStore => "out of an app store",
        BlockScope::Push => "notices cut",
        BlockScope::SectorBan => "barred for named sectors",
        BlockScope::RealNameSim => "tied to a registered SIM",
        BlockScope::DevicePolicy => "barred from devices",
        BlockScope::VendorCutoff => "cut off by the vendor",
        BlockScope::NetworkShutdown => "down with the network",
    }
}

pub const fn record(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Restriction => "took effect",
        RecordKind::Relaxation => "was a relaxation",
        RecordKind::Threat => "was a threat",
        RecordKind::OrderNotEnforced => "was ordered and not enforced",
        RecordKind::Proposal => "is a proposal",
        RecordKind::SameIncident => "was a further step of an incident",
    }
}

/// A name within a sentence: "network block", but "VPN restriction".
pub fn inside(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next();
    if characters.next().is_some_and(char::is_uppercase) {
        return name.to_owned();
    }
    let rest = name.chars().skip(1);
    first.into_iter().flat_map(char::to_lowercase).chain(rest).collect()
}

/// "data-center" reads "data center".
pub fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

/// Words with commas, each spaced.
pub fn listed<T: AsRef<str>>(words: &[T]) -> String {
    words.iter().map(|word| spaced(word.as_ref())).collect::<Vec<_>>().join(", ")
}
