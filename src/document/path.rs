//! The way from the root of a document to one value.

use std::{fmt, sync::Arc};

/// One step down.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into a table. Paths are copied far more often than made, so they share their keys.
    Key(Arc<str>),
    /// Into a list; the first entry has index 0.
    Index(usize),
}

/// Steps from the root. It prints as `channel[0].data[1].stored_in`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyPath {
    steps: Vec<Step>,
}

impl KeyPath {
    /// The document as a whole.
    pub const fn root() -> Self {
        Self { steps: Vec::new() }
    }

    /// One step further, into a table.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.steps.push(Step::Key(key.into()));
        self
    }

    /// One step further, into a list.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// One step back; the root has no parent.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.steps.split_last()?;
        Some(Self { steps: rest.to_vec() })
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn is_root(&self) -> bool {
        self.steps.is_empty()
    }

    /// The last key on the way, list indices passed over.
    pub fn last_key(&self) -> Option<&str> {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_ref()),
            Step::Index(_) => None,
        })
    }

    /// Reads what `Display` writes, as far as keys are bare. Rules of a type name their place in
    /// this way.
    pub fn parse(text: &str) -> Self {
        let mut path = Self::root();
        for part in text.split('.') {
            let mut pieces = part.split('[');
            if let Some(key) = pieces.next().filter(|key| !key.is_empty()) {
                path = path.key(key);
            }
            for index in pieces.filter_map(|piece| piece.trim_end_matches(']').parse().ok()) {
                path = path.index(index);
            }
        }
        path
    }

    /// This path, followed by another that starts where it ends.
    #[must_use]
    pub fn join(mut self, rest: &Self) -> Self {
        self.steps.extend_from_slice(&rest.steps);
        self
    }
}

impl From<&str> for KeyPath {
    fn from(key: &str) -> Self {
        Self::root().key(key)
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) => {
                    if position > 0 {
                        f.write_str(".")?;
                    }
                    write_key(f, key)?;
                }
            }
        }
        Ok(())
    }
}

fn write_key(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !key.is_empty() && key.bytes().all(bare) { f.write_str(key) } else { write!(f, "{key:?}") }
}

#[cfg(test)]
mod tests {
    use super::KeyPath;

    #[test]
    fn prints_as_a_person_would_write_it() {
        let path = KeyPath::from("channel").index(0).key("data").index(1).key("stored_in");
        assert_eq!(path.to_string(), "channel[0].data[1].stored_in");
        assert_eq!(KeyPath::from("a b").key("").to_string(), "\"a b\".\"\"");
        assert_eq!(KeyPath::root().to_string(), "");
    }

    #[test]
    fn reads_what_it_prints() {
        for text in ["format", "channel[0].data[1].stored_in", "a[1][2].b", "[3]"] {
            assert_eq!(KeyPath::parse(text).to_string(), text);
        }
    }

    #[test]
    fn walks_back_to_the_root() {
        let path = KeyPath::from("channel").index(3);
        assert_eq!(path.last_key(), Some("channel"));
        assert_eq!(path.parent().and_then(|path| path.parent()), Some(KeyPath::root()));
        assert_eq!(KeyPath::root().parent(), None);
    }
}
