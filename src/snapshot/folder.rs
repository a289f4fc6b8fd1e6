//! Names in a folder of snapshots: `ORG/DATE.json`, and `knowledge/HASH.json` beside them.

use std::path::PathBuf;

use jiff::civil::Date;

/// Longest name of a folder, in characters.
const LONGEST: usize = 60;

/// Folder of the knowledge bases. No organisation has it, since theirs have no point in them.
const KNOWLEDGE: &str = "knowledge.base";

/// The folder of an organisation: its name in lower case, with a hyphen for all that is neither
/// letter nor digit.
pub fn folder_name(organization: &str) -> String {
    let lower = organization.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST).collect();
    let name = name.trim_end_matches('-');
    if name.is_empty() { "organisation".to_owned() } else { name.to_owned() }
}

/// Where the snapshot of a day stands in a folder.
pub fn snapshot_name(organization: &str, as_of: Date) -> PathBuf {
    PathBuf::from(folder_name(organization)).join(format!("{as_of}.json"))
}

/// Where a knowledge base stands in a folder.
pub fn archive_name(hash: &str) -> PathBuf {
    let hash: String = hash.chars().filter(char::is_ascii_hexdigit).collect();
    PathBuf::from(KNOWLEDGE).join(format!("{hash}.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_lead_out_of_the_folder() {
        assert_eq!(folder_name("Meridian Freight"), "meridian-freight");
        assert_eq!(folder_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(folder_name("東京 物流"), "東京-物流");
        assert_eq!(folder_name("..."), "organisation");
        assert_eq!(folder_name(&"a ".repeat(200)).len(), 59);
        assert_eq!(archive_name("../a1"), PathBuf::from("knowledge.base/a1.json"));
    }
}
