//! From files to a knowledge base.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use validator::Validate;

use super::{
    Announcement, Backtest, Dispute, Disputes, Drill, Fault, History, Jurisdiction, Knowledge,
    Ladder, Lint, Measure, MeasuredDuration, Method, Node, Precedent, Rates, Scenario, Source,
    Streams, Switchover, Together, Vendor,
    files::{EMBEDDED, EMBEDDED_HASH, Entries, FileKind, Overlay},
    integrity,
    reading::{Read, Text, read},
    tables,
};

/// Loads the embedded knowledge base under an overlay. All faults are returned together.
pub fn load(overlay: &Overlay) -> Result<Knowledge, Vec<Fault>> {
    load_over(EMBEDDED.iter().copied(), overlay, hash(overlay))
}

/// Loads the files that some version of the program had in it, under an overlay.
pub(super) fn load_over<'t>(
    base: impl Iterator<Item = (&'t str, &'t str)>,
    overlay: &'t Overlay,
    hash: String,
) -> Result<Knowledge, Vec<Fault>> {
    let mut parts = Parts::default();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (name, text) in base {
        known.insert(name);
        match overlay.get(name) {
            None => parts.add(name, Text::Embedded(text)),
            Some(over) => parts.add(name, Text::Laid { under: text, over }),
        }
    }
    for (name, text) in overlay.iter().filter(|(name, _)| !known.contains(name.as_str())) {
        parts.add(name, Text::Own(text));
    }
    parts.finish(hash)
}

/// SHA-256 of all files. That of the embedded ones is known since the program was built.
pub(super) fn hash(overlay: &Overlay) -> String {
    if overlay.is_empty() {
        return EMBEDDED_HASH.to_owned();
    }
    let mut hasher = Sha256::new();
    hasher.update(EMBEDDED_HASH);
    for (name, text) in overlay {
        for part in [name.as_bytes(), &[0], text.as_bytes(), &[0]] {
            hasher.update(part);
        }
    }
    let mut hash = String::new();
    for byte in hasher.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// A knowledge base in the making.
#[derive(Default)]
struct Parts {
    faults: Vec<Fault>,
    vendors: BTreeMap<String, Vendor>,
    jurisdictions: BTreeMap<String, Jurisdiction>,
    scenarios: BTreeMap<String, Scenario>,
    measures: BTreeMap<String, Measure>,
    drills: BTreeMap<String, Drill>,
    nodes: BTreeMap<String, Node>,
    sources: BTreeMap<String, Source>,
    precedents: BTreeMap<String, Precedent>,
    announcements: BTreeMap<String, Announcement>,
    disputes: BTreeMap<String, Dispute>,
    method: Option<Method>,
    ladder: Ladder,
    switchover: Switchover,
    countries: BTreeMap<String, String>,
    borders: tables::BordersTable,
    streams: Option<Streams>,
    starts: tables::StartsTable,
    tiers: tables::TiersTable,
    durations: Vec<MeasuredDuration>,
    together: Vec<Together>,
    backtest: Option<Backtest>,
    history: History,
    overlaid: BTreeSet<String>,
}

impl Parts {
    fn add(&mut self, name: &str, text: Text) {
        let Some(kind) = FileKind::of(name) else {
            return self.faults.push(Fault::new(
                Lint::UnknownFile,
                name,
                "this is not a file of a knowledge base: see docs/knowledge.md for the names",
            ));
        };
        if let Err(fault) = self.add_kind(kind, name, text) {
            self.faults.push(fault);
        }
    }

    fn add_kind(&mut self, kind: FileKind, name: &str, text: Text) -> Result<(), Fault> {
        match kind {
            FileKind::Vendor => {
                let vendor: Vendor = self.one(kind, name, text, |v: &Vendor| ("vendor", &v.id))?;
                insert(&mut self.vendors, vendor.id.clone(), vendor, name)
            }
            FileKind::Jurisdiction => {
                let country =
                    self.one(kind, name, text, |j: &Jurisdiction| ("country", &j.code))?;
                insert(&mut self.jurisdictions, country.code.clone(), country, name)
            }
            FileKind::Scenario => {
                let scenario = self.one(kind, name, text, |s: &Scenario| ("scenario", &s.id))?;
                insert(&mut self.scenarios, scenario.id.clone(), scenario, name)
            }
            FileKind::Measure => {
                let measure = self.one(kind, name, text, |m: &Measure| ("measure", &m.id))?;
                insert(&mut self.measures, measure.id.clone(), measure, name)
            }
            FileKind::Drill => {
                let drill = self.one(kind, name, text, |d: &Drill| ("drill", &d.id))?;
                insert(&mut self.drills, drill.id.clone(), drill, name)
            }
            FileKind::Nodes | FileKind::Precedents | FileKind::Announced | FileKind::Sources => {
                let entries: Entries = self.many(kind, name, text)?;
                self.entries(entries, name, text.is_own())
            }
            FileKind::Disputes => {
                let disputes: Disputes = self.many(kind, name, text)?;
                let mut all = disputes.dispute.into_iter();
                all.try_for_each(|d| insert(&mut self.disputes, d.id.clone(), d, name))
            }
            FileKind::Method => {
                self.method = Some(self.parameters(kind, name, text)?);
                Ok(())
            }
            FileKind::Streams => {
                self.streams = Some(self.parameters(kind, name, text)?);
                Ok(())
            }
            FileKind::Backtest => {
                self.backtest = Some(self.parameters(kind, name, text)?);
                Ok(())
            }
            FileKind::Ladder => {
                self.ladder = self.parameters(kind, name, text)?;
                Ok(())
            }
            FileKind::Switchover => {
                self.switchover = self.parameters(kind, name, text)?;
                Ok(())
            }
            _ => self.table(kind, name, text),
        }
    }

    fn table(&mut self, kind: FileKind, name: &str, text: Text) -> Result<(), Fault> {
        let csv = text.table();
        let result = match kind {
            FileKind::Countries => tables::countries(csv).map(|table| self.countries = table),
            FileKind::Borders => tables::borders(csv).map(|table| self.borders = table),
            FileKind::Starts => tables::starts(csv).map(|table| self.starts = table),
            FileKind::Tiers => tables::tiers(csv).map(|table| self.tiers = table),
            FileKind::Durations => tables::durations(csv).map(|table| self.durations = table),
            FileKind::Together => tables::together(csv).map(|table| self.together = table),
            // The embedded ones are read when they are asked for.
            FileKind::Levers | FileKind::Population if matches!(text, Text::Embedded(_)) => Ok(()),
            FileKind::Levers => {
                tables::levers(csv).map(|_| self.history.levers = Some(csv.to_owned()))
            }
            FileKind::Population => {
                tables::population(csv).map(|_| self.history.population = Some(csv.to_owned()))
            }
            _ => Ok(()),
        };
        if !matches!(text, Text::Embedded(_)) {
            self.overlaid.insert(name.to_owned());
        }
        result.map_err(|what| Fault::new(Lint::Unreadable, name, what))
    }

    /// A file that holds one thing, whose keys are its facts.
    fn one<T>(
        &mut self,
        kind: FileKind,
        name: &str,
        text: Text,
        id: fn(&T) -> (&'static str, &String),
    ) -> Result<T, Fault>
    where
        T: DeserializeOwned + JsonSchema + Validate,
    {
        let Read { value, changed } = read::<T>(kind, name, text)?;
        let (noun, id) = id(&value);
        if text.is_own() {
            self.overlaid.insert(format!("{noun} {id}"));
        }
        self.overlaid.extend(changed.into_iter().map(|fact| format!("{noun} {id}: {fact}")));
        Ok(value)
    }

    /// A file of entries, each of which is a fact.
    fn many<T>(&mut self, kind: FileKind, name: &str, text: Text) -> Result<T, Fault>
    where
        T: DeserializeOwned + JsonSchema + Validate,
    {
        let Read { value, changed } = read::<T>(kind, name, text)?;
        self.overlaid.extend(changed);
        Ok(value)
    }

    /// A file of parameters.
    fn parameters<T>(&mut self, kind: FileKind, name: &str, text: Text) -> Result<T, Fault>
    where
        T: DeserializeOwned + JsonSchema + Validate,
    {
        let Read { value, changed } = read::<T>(kind, name, text)?;
        self.overlaid.extend(changed.into_iter().map(|fact| format!("{name}: {fact}")));
        Ok(value)
    }

    fn entries(&mut self, entries: Entries, file: &str, own: bool) -> Result<(), Fault> {
        let mut note = |noun: &str, id: &str| {
            if own {
                self.overlaid.insert(format!("{noun} {id}"));
            }
        };
        for node in entries.node {
            note("node", &node.id);
            insert(&mut self.nodes, node.id.clone(), node, file)?;
        }
        for source in entries.source {
            note("source", &source.id);
            insert(&mut self.sources, source.id.clone(), source, file)?;
        }
        for precedent in entries.precedent {
            note("precedent", &precedent.id);
            insert(&mut self.precedents, precedent.id.clone(), precedent, file)?;
        }
        for one in entries.announced {
            note("announced", &one.id);
            insert(&mut self.announcements, one.id.clone(), one, file)?;
        }
        Ok(())
    }

    fn finish(mut self, hash: String) -> Result<Knowledge, Vec<Fault>> {
        let (Some(method), Some(streams), Some(backtest)) =
            (self.method, self.streams, self.backtest)
        else {
            self.faults.push(Fault::new(
                Lint::MissingFile,
                "method.toml, rates/streams.toml and rates/backtest.toml",
                "are missing or faulty",
            ));
            return Err(self.faults);
        };
        let mut precedents: Vec<Precedent> = self.precedents.into_values().collect();
        precedents.sort_by(|a, b| {
            (&a.country, a.date.first_day(), &a.id).cmp(&(&b.country, b.date.first_day(), &b.id))
        });
        let mut announcements: Vec<Announcement> = self.announcements.into_values().collect();
        announcements.sort_by(|a, b| (&a.country, &a.id).cmp(&(&b.country, &b.id)));
        let vendor_aliases = aliases(self.vendors.values().map(|v| (&v.id, &v.aliases)));
        let scenario_aliases = aliases(self.scenarios.values().map(|s| (&s.id, &s.aliases)));
        let rates = Rates {
            streams,
            starts: self.starts,
            tiers: self.tiers,
            durations: self.durations,
            together: self.together,
            backtest,
            history: self.history,
        };
        let knowledge = Knowledge {
            method,
            vendors: self.vendors,
            jurisdictions: self.jurisdictions,
            scenarios: self.scenarios,
            measures: self.measures,
            drills: self.drills,
            nodes: self.nodes,
            precedents,
            announcements,
            sources: self.sources,
            ladder: self.ladder,
            switchover: self.switchover,
            countries: self.countries,
            borders: self.borders,
            rates,
            disputes: self.disputes,
            overlaid: self.overlaid,
            hash,
            vendor_aliases,
            scenario_aliases,
        };
        // A file that could not be read leaves names undefined everywhere; that says nothing new.
        if self.faults.is_empty() {
            self.faults = integrity::check(&knowledge);
        }
        if self.faults.is_empty() { Ok(knowledge) } else { Err(self.faults) }
    }
}

/// Adds under an id that must be free.
fn insert<T>(map: &mut BTreeMap<String, T>, id: String, value: T, file: &str) -> Result<(), Fault> {
    if map.contains_key(&id) {
        return Err(Fault::new(Lint::DuplicateId, file, format!("`{id}` is already defined")));
    }
    map.insert(id, value);
    Ok(())
}

fn aliases<'a>(
    entries: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
) -> BTreeMap<String, String> {
    entries
        .flat_map(|(id, aliases)| aliases.iter().map(|alias| (alias.clone(), id.clone())))
        .collect()
}
