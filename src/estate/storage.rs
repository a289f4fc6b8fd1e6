//! Does stored data conflict with a localisation law?

use crate::{
    knowledge::{
        Bound, Confidence, Knowledge, LeverKind, LeverValue, StorageAbroad, Vendor, VendorKind,
    },
    profile::{self, DataKind},
};

/// Data of residents of a country that rests where its law does not allow it.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Country whose law it is.
    pub country: String,
    pub kind: DataKind,
    pub stored_in: Vec<String>,
    pub abroad: StorageAbroad,
    pub law: String,
    pub duty: String,
    pub penalty: String,
    /// Source id, where the law was looked up.
    pub source: Option<String>,
    pub confidence: Confidence,
    /// The place of storage is the vendor's usual one, not one the profile states.
    pub assumed_place: bool,
}

/// Kinds of data a law names that ordinary conversations contain. A law that names none of them
/// (health records, maps) does not reach a messaging channel by itself.
const REACHES: [(&str, &[DataKind]); 7] = [
    (
        "personal",
        &[
            DataKind::Content,
            DataKind::Metadata,
            DataKind::Contacts,
            DataKind::Backups,
            DataKind::Recordings,
        ],
    ),
    ("message-content", &[DataKind::Content, DataKind::Backups, DataKind::Recordings]),
    ("telecom-metadata", &[DataKind::Metadata]),
    ("communications-data", &[DataKind::Metadata, DataKind::Content]),
    ("account", &[DataKind::Contacts, DataKind::Metadata]),
    ("contact-graph", &[DataKind::Contacts]),
    ("telecom-subscriber", &[DataKind::Contacts]),
];

/// Conflicts of one channel with the law of one country.
pub fn conflicts(
    knowledge: &Knowledge,
    vendor: &Vendor,
    channel: &profile::Channel,
    country: &str,
) -> Vec<Conflict> {
    let Some(lever) = knowledge.lever(country, LeverKind::DataLocalization) else {
        return Vec::new();
    };
    let Some(storage) = &lever.storage else {
        return Vec::new();
    };
    let binding = matches!(lever.value, LeverValue::InForce | LeverValue::Enforced);
    let bound = match storage.binds.unwrap_or(Bound::Everyone) {
        Bound::Everyone => true,
        Bound::Platforms => {
            matches!(vendor.kind, VendorKind::ConsumerApp | VendorKind::StateBacked)
        }
        Bound::NamedOperators => false,
    };
    if !binding || !bound || storage.abroad == StorageAbroad::Allowed {
        return Vec::new();
    }
    let reaches = |kind: DataKind| {
        let ordinary = storage.data_kinds.is_empty();
        let named = |(word, kinds): &(&str, &[DataKind])| {
            kinds.contains(&kind)
                && (storage.data_kinds.iter().any(|k| k == word)
                    || (ordinary && *word == "personal"))
        };
        REACHES.iter().any(named)
    };
    stored(vendor, channel, country)
        .into_iter()
        .filter(|(kind, places, _)| reaches(*kind) && violates(storage.abroad, places, country))
        .map(|(kind, stored_in, assumed_place)| Conflict {
            country: country.to_owned(),
            kind,
            stored_in,
            abroad: storage.abroad,
            law: lever.law.name.clone(),
            duty: storage.duty.clone(),
            penalty: lever.law.penalty.clone(),
            source: lever.law.source.clone(),
            confidence: lever.confidence,
            assumed_place,
        })
        .collect()
}

/// What is stored about residents of the country, and where. A profile that is silent is taken to
/// store content and metadata where the vendor usually does.
fn stored(
    vendor: &Vendor,
    channel: &profile::Channel,
    country: &str,
) -> Vec<(DataKind, Vec<String>, bool)> {
    if let Some(data) = &channel.data {
        let about = |subjects: &Option<Vec<String>>| {
            subjects.as_ref().is_none_or(|countries| countries.iter().any(|code| code == country))
        };
        let own = data.iter().filter(|entry| about(&entry.subjects));
        return own.map(|entry| (entry.kind, entry.stored_in.clone(), false)).collect();
    }
    if vendor.kind == VendorKind::Medium {
        return Vec::new();
    }
    let places: Vec<String> = match &channel.hosted_in {
        Some(hosted) => hosted.clone(),
        None => vendor.data.regions.iter().filter(|place| is_country(place)).cloned().collect(),
    };
    if places.is_empty() {
        return Vec::new();
    }
    [DataKind::Content, DataKind::Metadata].map(|kind| (kind, places.clone(), true)).to_vec()
}

fn is_country(place: &str) -> bool {
    place.len() == 2 && place.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Everything abroad is too much where storage abroad is forbidden; nothing at home is too little
/// where a copy at home is asked for or conditions apply to what leaves.
fn violates(abroad: StorageAbroad, places: &[String], country: &str) -> bool {
    let home = places.iter().any(|place| place == country);
    let away = places.iter().any(|place| place != country);
    match abroad {
        StorageAbroad::Forbidden => away,
        StorageAbroad::WithLocalCopy | StorageAbroad::Conditional => !home,
        StorageAbroad::Allowed => false,
    }
}
