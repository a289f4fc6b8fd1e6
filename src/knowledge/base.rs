//! The knowledge base as one value, with the look-ups that the rest needs.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    Announcement, Dispute, Drill, Jurisdiction, Ladder, LegalMeans, Legality, Lever, LeverKind,
    MeansLaw, Measure, Method, Node, Precedent, Rates, Scenario, Source, Switchover, Vendor,
};

/// Everything blackstart knows. Maps are by id, so every order is stable.
#[derive(Debug, Clone)]
pub struct Knowledge {
    pub method: Method,
    pub vendors: BTreeMap<String, Vendor>,
    pub jurisdictions: BTreeMap<String, Jurisdiction>,
    pub scenarios: BTreeMap<String, Scenario>,
    pub measures: BTreeMap<String, Measure>,
    /// Scripts of exercises, by id.
    pub drills: BTreeMap<String, Drill>,
    pub nodes: BTreeMap<String, Node>,
    /// By country, then date.
    pub precedents: Vec<Precedent>,
    /// By country, then id.
    pub announcements: Vec<Announcement>,
    pub sources: BTreeMap<String, Source>,
    pub ladder: Ladder,
    /// What switch-over plans are made of.
    pub switchover: Switchover,
    /// ISO 3166-1 codes and names.
    pub countries: BTreeMap<String, String>,
    /// Land neighbours, both ways.
    pub borders: BTreeMap<String, BTreeSet<String>>,
    pub rates: Rates,
    /// What sources contradict each other on, by id.
    pub disputes: BTreeMap<String, Dispute>,
    /// Facts that come from the overlay: "vendor acme-chat" for a new entry, "vendor acme-chat:
    /// encryption" for one that was laid over an embedded fact.
    pub overlaid: BTreeSet<String>,
    /// SHA-256 of all files, as hex.
    pub hash: String,
    pub(super) vendor_aliases: BTreeMap<String, String>,
    pub(super) scenario_aliases: BTreeMap<String, String>,
}

impl Knowledge {
    /// By id or alias.
    pub fn vendor(&self, id: &str) -> Option<&Vendor> {
        self.vendors.get(id).or_else(|| self.vendors.get(self.vendor_aliases.get(id)?))
    }

    /// With vendors of an organisation's own beside those that are known.
    pub fn with_vendors(&self, own: &[Vendor]) -> Cow<'_, Self> {
        if own.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut all = self.clone();
        for vendor in own {
            all.overlaid.insert(format!("vendor {}", vendor.id));
            all.vendors.insert(vendor.id.clone(), vendor.clone());
        }
        Cow::Owned(all)
    }

    /// Every id and alias of a vendor.
    pub fn vendor_words(&self) -> Vec<&str> {
        self.vendors.keys().chain(self.vendor_aliases.keys()).map(String::as_str).collect()
    }

    /// By id or alias.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.get(id).or_else(|| self.scenarios.get(self.scenario_aliases.get(id)?))
    }

    /// By id.
    pub fn precedent(&self, id: &str) -> Option<&Precedent> {
        self.precedents.iter().find(|precedent| precedent.id == id)
    }

    /// By id.
    pub fn announcement(&self, id: &str) -> Option<&Announcement> {
        self.announcements.iter().find(|announcement| announcement.id == id)
    }

    /// Common name of a country, or its code where it has none.
    pub fn country_name<'a>(&'a self, code: &'a str) -> &'a str {
        self.countries.get(code).map_or(code, String::as_str)
    }

    /// Countries that a country meets on land, by code; none for an island.
    pub fn neighbours(&self, code: &str) -> impl Iterator<Item = &str> {
        self.borders.get(code).into_iter().flatten().map(String::as_str)
    }

    /// The lever of a country: its own, or that of a group it belongs to.
    pub fn lever<'a>(&'a self, country: &str, kind: LeverKind) -> Option<&'a Lever> {
        let stated = self.jurisdictions.get(country).into_iter().chain(self.groups_of(country));
        stated.flat_map(|jurisdiction| &jurisdiction.lever).find(|lever| lever.kind == kind)
    }

    /// What the law of a country says of a means of communication.
    pub fn means_law<'a>(&'a self, country: &str, means: LegalMeans) -> Option<&'a MeansLaw> {
        let stated = self.jurisdictions.get(country).into_iter().chain(self.groups_of(country));
        stated.flat_map(|jurisdiction| &jurisdiction.legality).find(|law| law.means == means)
    }

    /// The worst legality of several means; `None` where there is nothing to ask.
    pub fn legality<'a>(
        &'a self,
        country: &str,
        means: &[LegalMeans],
    ) -> Option<(Legality, Option<&'a MeansLaw>)> {
        means
            .iter()
            .map(|means| {
                let law = self.means_law(country, *means);
                (law.map_or(Legality::Unclear, |law| law.value), law)
            })
            .max_by_key(|(value, _)| severity(*value))
    }

    fn groups_of<'a, 'b>(
        &'a self,
        country: &'b str,
    ) -> impl Iterator<Item = &'a Jurisdiction> + use<'a, 'b> {
        self.jurisdictions
            .values()
            .filter(move |group| group.members.iter().any(|member| member == country))
    }
}

const fn severity(value: Legality) -> u8 {
    match value {
        Legality::Lawful => 0,
        Legality::Licence => 1,
        Legality::Unclear => 2,
        Legality::Prohibited => 3,
    }
}
