//! The knowledge base as the source of the names that a profile may use.

use super::Names;
use crate::knowledge::{Knowledge, Vendor};

impl Names for Knowledge {
    fn vendor(&self, id: &str) -> Option<&Vendor> {
        Knowledge::vendor(self, id)
    }

    fn vendor_ids(&self) -> Vec<&str> {
        self.vendor_words()
    }

    fn country(&self, code: &str) -> Option<&str> {
        self.countries.get(code).map(String::as_str)
    }

    fn countries(&self) -> Vec<(&str, &str)> {
        self.countries.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect()
    }

    fn has_scenario(&self, id: &str) -> bool {
        self.scenario(id).is_some()
    }

    fn scenarios(&self) -> Vec<(&str, &str)> {
        self.scenarios.values().map(|one| (one.id.as_str(), one.name.as_str())).collect()
    }

    fn has_node(&self, id: &str) -> bool {
        self.nodes.contains_key(id)
    }

    fn node_ids(&self) -> Vec<&str> {
        self.nodes.keys().map(String::as_str).collect()
    }

    fn has_source(&self, id: &str) -> bool {
        self.sources.contains_key(id)
    }

    fn measure_ids(&self) -> Vec<&str> {
        self.measures.keys().map(String::as_str).collect()
    }
}
