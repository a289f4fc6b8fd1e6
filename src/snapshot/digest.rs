//! Digests: whether a file is what was written.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Snapshot;

/// Key of the digest in a snapshot.
const KEY: &str = "digest";

/// SHA-256 as hex.
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The digest that a snapshot should bear.
pub fn of(snapshot: &Snapshot) -> String {
    serde_json::to_value(snapshot).map_or_else(|_| String::new(), of_value)
}

/// The digest of a document that was read. Keys that only a later version knows count as well, so
/// that a change of them is seen.
pub fn of_value(mut document: Value) -> String {
    if let Some(keys) = document.as_object_mut() {
        keys.remove(KEY);
    }
    sha256(document.to_string().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_of_everything_but_itself() {
        let before = serde_json::json!({ "a": 1.5, "digest": "x" });
        let same = serde_json::json!({ "digest": "y", "a": 1.5 });
        let other = serde_json::json!({ "a": 1.5, "b": null, "digest": "x" });
        assert_eq!(of_value(before.clone()), of_value(same));
        assert_ne!(of_value(before), of_value(other));
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
