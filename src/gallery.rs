//! Profiles to start from: the commented starter and the examples.

/// Every key with its default and one line why it matters.
pub const STARTER: &str = include_str!("../profiles/starter.toml");

/// The examples, by name.
pub const EXAMPLES: [(&str, &str); 4] = [
    ("lantern-newsroom", include_str!("../profiles/lantern-newsroom.toml")),
    ("meridian-freight", include_str!("../profiles/meridian-freight.toml")),
    ("minimal", include_str!("../profiles/minimal.toml")),
    ("northgate-bank", include_str!("../profiles/northgate-bank.toml")),
];

/// What editors read to find the schema.
pub const SCHEMA_LINE: &str = "#:schema ./blackstart.schema.json\n";

/// Name of the schema file that stands beside a profile.
pub const SCHEMA_FILE: &str = "blackstart.schema.json";

/// A profile with the line that names its schema.
pub fn with_schema_line(text: &str) -> String {
    if text.starts_with("#:schema") { text.to_owned() } else { format!("{SCHEMA_LINE}{text}") }
}
