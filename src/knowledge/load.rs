//! From files to a knowledge base.
//!
//! The embedded files are proved sound by tests and are read without places. The files of an overlay come from people
//! and go through the same checks as a profile, with places and remedies.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use validator::Validate;

use crate::document;

use super::{
    Jurisdiction, Knowledge, Ladder, Measure, Method, Rates, Scenario, Streams, Vendor,
    files::{EMBEDDED, Entries, FileKind, Overlay},
    integrity, tables,
};

/// Why a knowledge base cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Relative name of the file.
    pub file: String,
    /// What is wrong, with place and remedy where they are known.
    pub what: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.what)
    }
}

/// Loads the embedded knowledge base under an overlay. All faults are returned together.
pub fn load(overlay: &Overlay) -> Result<Knowledge, Vec<Fault>> {
    let mut parts = Parts::default();
    let mut hasher = Sha256::new();
    for (name, text) in merged(overlay) {
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(text.as_bytes());
        hasher.update([0]);
        parts.add(name, text, overlay.contains_key(name));
    }
    let mut hash = String::new();
    for byte in hasher.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    parts.finish(hash)
}

fn merged(overlay: &Overlay) -> BTreeMap<&str, &str> {
    let own = overlay.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    EMBEDDED.iter().copied().chain(own).collect()
}

/// A knowledge base in the making.
#[derive(Default)]
struct Parts {
    faults: Vec<Fault>,
    vendors: BTreeMap<String, Vendor>,
    jurisdictions: BTreeMap<String, Jurisdiction>,
    scenarios: BTreeMap<String, Scenario>,
    measures: BTreeMap<String, Measure>,
    entries: Vec<(String, Entries)>,
    method: Option<Method>,
    ladder: Ladder,
    countries: BTreeMap<String, String>,
    streams: Option<Streams>,
    starts: tables::StartsTable,
    tiers: tables::TiersTable,
}

impl Parts {
    fn add(&mut self, name: &str, text: &str, checked: bool) {
        let Some(kind) = FileKind::of(name) else {
            return self.fault(
                name,
                "this is not a file of a knowledge base: see docs/knowledge.md for the names",
            );
        };
        let result = match kind {
            FileKind::Vendor => read(name, text, checked)
                .map(|v: Vendor| insert(&mut self.vendors, v.id.clone(), v)),
            FileKind::Jurisdiction => read(name, text, checked)
                .map(|j: Jurisdiction| insert(&mut self.jurisdictions, j.code.clone(), j)),
            FileKind::Scenario => read(name, text, checked)
                .map(|s: Scenario| insert(&mut self.scenarios, s.id.clone(), s)),
            FileKind::Measure => read(name, text, checked)
                .map(|m: Measure| insert(&mut self.measures, m.id.clone(), m)),
            FileKind::Nodes | FileKind::Precedents | FileKind::Sources => read(name, text, checked)
                .map(|e: Entries| {
                    self.entries.push((name.to_owned(), e));
                    true
                }),
            FileKind::Method => {
                read(name, text, checked).map(|m: Method| self.method.replace(m).is_none())
            }
            FileKind::Ladder => read(name, text, checked).map(|l: Ladder| {
                self.ladder = l;
                true
            }),
            FileKind::Streams => {
                read(name, text, checked).map(|s: Streams| self.streams.replace(s).is_none())
            }
            FileKind::Countries => tables::countries(text).map(|table| {
                self.countries = table;
                true
            }),
            FileKind::Starts => tables::starts(text).map(|table| {
                self.starts = table;
                true
            }),
            FileKind::Tiers => tables::tiers(text).map(|table| {
                self.tiers = table;
                true
            }),
        };
        match result {
            Ok(true) => {}
            Ok(false) => self.fault(name, "its id is already defined in another file"),
            Err(what) => self.fault(name, &what),
        }
    }

    fn fault(&mut self, file: &str, what: &str) {
        self.faults.push(Fault { file: file.to_owned(), what: what.to_owned() });
    }

    fn finish(mut self, hash: String) -> Result<Knowledge, Vec<Fault>> {
        let mut nodes = BTreeMap::new();
        let mut sources = BTreeMap::new();
        let mut precedents = Vec::new();
        let mut ids = BTreeSet::new();
        for (file, entries) in std::mem::take(&mut self.entries) {
            for node in entries.node {
                if !insert(&mut nodes, node.id.clone(), node) {
                    self.fault(&file, "a node is already defined in another file");
                }
            }
            for source in entries.source {
                let id = source.id.clone();
                if !insert(&mut sources, id.clone(), source) {
                    self.fault(&file, &format!("source `{id}` is already defined"));
                }
            }
            for precedent in entries.precedent {
                if !ids.insert(precedent.id.clone()) {
                    self.fault(&file, &format!("precedent `{}` is already defined", precedent.id));
                }
                precedents.push(precedent);
            }
        }
        precedents.sort_by(|a, b| {
            (&a.country, a.date.first_day(), &a.id).cmp(&(&b.country, b.date.first_day(), &b.id))
        });
        let (Some(method), Some(streams)) = (self.method, self.streams) else {
            self.faults.push(Fault {
                file: "method.toml".to_owned(),
                what: "is missing or faulty".to_owned(),
            });
            return Err(self.faults);
        };
        let vendor_aliases = aliases(self.vendors.values().map(|v| (&v.id, &v.aliases)));
        let scenario_aliases = aliases(self.scenarios.values().map(|s| (&s.id, &s.aliases)));
        let knowledge = Knowledge {
            method,
            vendors: self.vendors,
            jurisdictions: self.jurisdictions,
            scenarios: self.scenarios,
            measures: self.measures,
            nodes,
            precedents,
            sources,
            ladder: self.ladder,
            countries: self.countries,
            rates: Rates { streams, starts: self.starts, tiers: self.tiers },
            hash,
            vendor_aliases,
            scenario_aliases,
        };
        self.faults.extend(integrity::check(&knowledge));
        if self.faults.is_empty() { Ok(knowledge) } else { Err(self.faults) }
    }
}

/// Adds under an id; `false` where the id is taken.
fn insert<T>(map: &mut BTreeMap<String, T>, id: String, value: T) -> bool {
    map.insert(id, value).is_none()
}

fn aliases<'a>(
    entries: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
) -> BTreeMap<String, String> {
    entries
        .flat_map(|(id, aliases)| aliases.iter().map(|alias| (alias.clone(), id.clone())))
        .collect()
}

fn read<T: DeserializeOwned + JsonSchema + Validate>(
    name: &str,
    text: &str,
    checked: bool,
) -> Result<T, String> {
    if !checked {
        return toml::from_str(text).map_err(|error| error.to_string());
    }
    document::load::<T>(name, text).map(|(value, _)| value).map_err(|refusal| {
        let style = document::Style { color: false, graphics: true, short: false };
        format!("\n{}", document::render(&refusal, style))
    })
}
