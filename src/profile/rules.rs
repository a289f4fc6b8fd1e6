//! Rules between the fields of a profile: what its schema cannot say and needs no knowledge base to
//! judge.

mod acceptances;
mod channels;
mod contacts;
mod ids;
mod measures;
mod numbers;
mod regions;
mod time;

use std::ops::Range;

use jiff::civil::Date;

use super::{Activity, Channel, Profile};
use crate::document::{Code, Document, KeyPath, Problem, list, nearest, quoted};

/// A profile that has been read, with its text and the day on which it is judged.
pub struct Seen<'a> {
    pub profile: &'a Profile,
    pub document: &'a Document,
    pub as_of: Date,
}

/// One family of rules.
type Rule = fn(&Seen<'_>) -> Vec<Problem>;

const RULES: [Rule; 8] = [
    ids::check,
    regions::check,
    channels::check,
    contacts::check,
    time::check,
    numbers::check,
    measures::check,
    acceptances::check,
];

/// Every broken rule, family by family.
pub fn check(seen: &Seen<'_>) -> Vec<Problem> {
    RULES.iter().flat_map(|rule| rule(seen)).collect()
}

impl<'a> Seen<'a> {
    /// A problem at a value.
    pub(super) fn at(&self, code: Code, path: KeyPath, message: impl Into<String>) -> Problem {
        Problem::new(code, self.value(&path), message).at(path)
    }

    pub(super) fn value(&self, path: &KeyPath) -> Range<usize> {
        self.document.locate(path).value
    }

    pub(super) fn channels(&self) -> impl Iterator<Item = (KeyPath, &'a Channel)> {
        numbered("channel", &self.profile.channel)
    }

    pub(super) fn activities(&self) -> impl Iterator<Item = (KeyPath, &'a Activity)> {
        numbered("activity", &self.profile.activity)
    }

    pub(super) fn channel(&self, id: &str) -> Option<&'a Channel> {
        self.profile.channel.iter().find(|channel| channel.id == id)
    }

    /// Countries of the profile.
    pub(super) fn regions(&self) -> Vec<&'a str> {
        self.profile.region.iter().map(|region| region.country.as_str()).collect()
    }

    /// Countries where a channel is in use.
    pub(super) fn regions_of(&self, channel: &'a Channel) -> Vec<&'a str> {
        match &channel.regions {
            Some(regions) => regions.iter().map(String::as_str).collect(),
            None => self.regions(),
        }
    }
}

/// The channels that an activity runs on, each with the path of its id.
pub(super) fn primaries<'a>(path: &KeyPath, activity: &'a Activity) -> Vec<(KeyPath, &'a str)> {
    let single = activity.channel.iter().map(|id| (path.clone().key("channel"), id.as_str()));
    let shared = numbered("channels", activity.channels.as_deref().unwrap_or_default())
        .map(|(rest, share)| (path.clone().join(&rest).key("id"), share.id.as_str()));
    single.chain(shared).collect()
}

/// The entries of a list, each with its path.
pub(super) fn numbered<'a, T>(
    key: &str,
    entries: &'a [T],
) -> impl Iterator<Item = (KeyPath, &'a T)> + use<'a, T> {
    let path = KeyPath::from(key);
    entries.iter().enumerate().map(move |(index, entry)| (path.clone().index(index), entry))
}
