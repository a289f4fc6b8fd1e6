//! A value that remembers who said it.

use serde::Serialize;

/// Who said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The profile.
    Profile,
    /// The knowledge base.
    Knowledge,
    /// Nobody: a default of the method.
    Assumed,
}

/// A value and its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told<T> {
    pub value: T,
    pub origin: Origin,
}

impl<T> Told<T> {
    /// What the profile says, or else a default.
    pub fn or_assumed(written: Option<T>, default: impl FnOnce() -> T) -> Self {
        match written {
            Some(value) => Self { value, origin: Origin::Profile },
            None => Self { value: default(), origin: Origin::Assumed },
        }
    }

    /// What the profile says, or else the knowledge base.
    pub fn or_known(written: Option<T>, known: impl FnOnce() -> T) -> Self {
        match written {
            Some(value) => Self { value, origin: Origin::Profile },
            None => Self { value: known(), origin: Origin::Knowledge },
        }
    }

    pub fn assumed(&self) -> bool {
        self.origin == Origin::Assumed
    }
}

/// A default that stands in for something the profile does not say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Assumption {
    /// Key path as one would write it, such as `activity.dispatch.mtpd`.
    pub key: String,
    /// The value taken, with its unit.
    pub value: String,
    /// Why this value.
    pub why: String,
}
