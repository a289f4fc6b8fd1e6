//! Did it happen? What the ledger says of a forecast.

use crate::{
    knowledge::{Knowledge, Precedent, RecordKind, VendorKind, class},
    snapshot::Forecast,
};

/// Is there a restriction in the country, in the time of the forecast, that names the vendor or a class to
/// which it belongs? A shutdown of the whole internet is no measure against a vendor, and is not what was
/// forecast. What nobody recorded counts as not happened.
pub fn happened(forecast: &Forecast, knowledge: &Knowledge) -> bool {
    knowledge.precedents.iter().any(|precedent| settles(precedent, forecast, knowledge))
}

fn settles(precedent: &Precedent, forecast: &Forecast, knowledge: &Knowledge) -> bool {
    let day = precedent.date.first_day();
    precedent.record == RecordKind::Restriction
        && precedent.country == forecast.country
        && day > forecast.after
        && day <= forecast.until
        && precedent.vendors.iter().any(|word| hits(word, &forecast.vendor, knowledge))
}

fn hits(word: &str, vendor: &str, knowledge: &Knowledge) -> bool {
    let of = knowledge.vendor(vendor);
    let messenger = of.is_none_or(|vendor| vendor.kind != VendorKind::Medium);
    if word == class::MESSENGERS || word == class::VENDORS {
        return messenger;
    }
    let meant = knowledge.vendor(word).map_or(word, |named| named.id.as_str());
    meant == of.map_or(vendor, |vendor| vendor.id.as_str())
}
