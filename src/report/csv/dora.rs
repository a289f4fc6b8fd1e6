//! Rows in the columns of the register of information of DORA (Commission Implementing Regulation (EU)
//! 2024/2956, templates B_02.02 and B_07.01). What neither the profile nor the knowledge base knows
//! stays empty: contract numbers, LEIs, dates.

use super::{Table, number, text};
use crate::report::view::{ReportView, ThirdPartyView};

const B_02_02: [&str; 18] = [
    "b_02.02.0010 Contractual arrangement reference number",
    "b_02.02.0020 LEI of the entity making use of the ICT service",
    "b_02.02.0030 Identification code of the provider",
    "b_02.02.0040 Type of code of the provider",
    "b_02.02.0050 Function identifier",
    "b_02.02.0060 Type of ICT services",
    "b_02.02.0070 Start date",
    "b_02.02.0080 End date",
    "b_02.02.0090 Reason of the termination",
    "b_02.02.0100 Notice period for the financial entity, days",
    "b_02.02.0110 Notice period for the provider, days",
    "b_02.02.0120 Country of the governing law",
    "b_02.02.0130 Country of provision",
    "b_02.02.0140 Storage of data",
    "b_02.02.0150 Location of the data at rest",
    "b_02.02.0160 Location of the processing",
    "b_02.02.0170 Sensitiveness of the data stored",
    "b_02.02.0180 Level of reliance",
];

const B_07_01: [&str; 12] = [
    "b_07.01.0010 Contractual arrangement reference number",
    "b_07.01.0020 Identification code of the provider",
    "b_07.01.0030 Type of code of the provider",
    "b_07.01.0040 Type of ICT services",
    "b_07.01.0050 Substitutability of the provider",
    "b_07.01.0060 Reason if not substitutable or difficult to substitute",
    "b_07.01.0070 Date of the last audit",
    "b_07.01.0080 Existence of an exit plan",
    "b_07.01.0090 Possibility of reintegration",
    "b_07.01.0100 Impact of discontinuing the services",
    "b_07.01.0110 Are alternative providers identified",
    "b_07.01.0120 Identification of alternative providers",
];

/// Beside the columns of the template: which channel a row is of.
const OWN: [&str; 2] = ["channel", "provider"];

/// Contractual arrangements: a row for each channel, function, and country of the data at rest.
pub fn b_02_02(view: &ReportView) -> Result<String, csv::Error> {
    let mut table = Table::new(&[&OWN[..], &B_02_02[..]].concat())?;
    for party in &view.third_parties {
        let functions = party.functions.iter().map(|id| (id, party.reliance.as_str()));
        let backed = party.backs_up.iter().filter(|id| !party.functions.contains(id));
        for (function, reliance) in functions.chain(backed.map(|id| (id, "low"))) {
            for place in places(party) {
                table.row(&arrangement(party, function, place, reliance))?;
            }
        }
    }
    table.finish()
}

/// Where data rests, or one empty place where nobody knows.
fn places(party: &ThirdPartyView) -> Vec<&str> {
    let known: Vec<&str> = party.stored_in.iter().map(String::as_str).collect();
    if known.is_empty() { vec![""] } else { known }
}

fn arrangement(
    party: &ThirdPartyView,
    function: &str,
    place: &str,
    reliance: &str,
) -> [String; 20] {
    let mut row: [String; 20] = std::array::from_fn(|_| String::new());
    row[0] = text(&party.channel);
    row[1] = text(&party.provider);
    row[6] = text(function);
    row[11] = party.notice_days.map_or_else(String::new, number);
    row[15] = yes(party.stores_data).into();
    place.clone_into(&mut row[16]);
    row[19] = match reliance {
        "full" => "Full reliance",
        "material" => "Material reliance",
        "low" => "Low reliance",
        _ => "Not significant",
    }
    .into();
    row
}

/// Assessment of the services: a row for each channel.
pub fn b_07_01(view: &ReportView) -> Result<String, csv::Error> {
    let mut table = Table::new(&[&OWN[..], &B_07_01[..]].concat())?;
    for party in &view.third_parties {
        table.row(&assessment(party))?;
    }
    table.finish()
}

fn assessment(party: &ThirdPartyView) -> [String; 14] {
    let mut row: [String; 14] = std::array::from_fn(|_| String::new());
    row[0] = text(&party.channel);
    row[1] = text(&party.provider);
    row[6] = match party.substitutability.as_deref() {
        Some("none") => "Not substitutable",
        Some("highly-complex") => "Highly complex substitutability",
        Some("medium") => "Medium complexity in terms of substitutability",
        Some("easy") => "Easily substitutable",
        _ => "",
    }
    .into();
    row[7] = reason(party).into();
    row[9] = yes(party.exit_plan).into();
    row[10] = match party.reintegration.as_deref() {
        Some("easy") => "Easy",
        Some("difficult") => "Difficult",
        Some("highly-complex") => "Highly complex",
        _ => "",
    }
    .into();
    row[11] = match party.impact.as_deref() {
        Some("high") => "High",
        Some("medium") => "Medium",
        Some("low") => "Low",
        _ => "Assessment not performed",
    }
    .into();
    row[12] = if party.alternatives.is_empty() { "Assessment not performed" } else { "Yes" }.into();
    row[13] = super::list(&party.alternatives);
    row
}

/// Why a provider cannot be replaced easily; only such a one needs a reason.
fn reason(party: &ThirdPartyView) -> &'static str {
    let hard = matches!(party.substitutability.as_deref(), Some("none" | "highly-complex"));
    let stuck = matches!(party.reintegration.as_deref(), Some("difficult" | "highly-complex"));
    match (hard, party.alternatives.is_empty(), stuck) {
        (false, _, _) => "",
        (true, true, true) => {
            "Lack of real alternatives and difficulties in migrating or reintegrating"
        }
        (true, true, false) => "Lack of real alternatives",
        (true, false, _) => "Difficulties in migrating or reintegrating",
    }
}

const fn yes(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "",
    }
}
