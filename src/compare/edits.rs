//! Single changes of a profile, found in the text of both quarters, and undone one at a time.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::words;

/// A step into a profile: a key, or an entry of a list by what names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    Entry(String),
}

/// One difference. What is new has no `before`, what was taken out no `after`.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub path: Vec<Step>,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

/// Keys that name an entry of a list, the first that it has.
const NAMES: [&str; 6] = ["id", "country", "channel", "finding", "scenario", "kind"];

/// Differences between two profiles, in the order of their places.
pub fn edits(old: &Table, new: &Table) -> Vec<Edit> {
    let mut found = Vec::new();
    tables(&mut found, &[], old, new);
    found
}

fn tables(found: &mut Vec<Edit>, path: &[Step], old: &Table, new: &Table) {
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for key in keys {
        let path = [path, &[Step::Key(key.clone())]].concat();
        values(found, path, old.get(key), new.get(key));
    }
}

fn values(found: &mut Vec<Edit>, path: Vec<Step>, old: Option<&Value>, new: Option<&Value>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Table(old)), Some(Value::Table(new))) => tables(found, &path, old, new),
        (Some(Value::Array(before)), Some(Value::Array(after)))
            if named(before) && named(after) =>
        {
            entries(found, &path, before, after);
        }
        (Some(Value::Array(list)), None) if named(list) => entries(found, &path, list, &[]),
        (None, Some(Value::Array(list))) if named(list) => entries(found, &path, &[], list),
        (old, new) => found.push(Edit { path, before: old.cloned(), after: new.cloned() }),
    }
}

fn entries(found: &mut Vec<Edit>, path: &[Step], old: &[Value], new: &[Value]) {
    let names: BTreeSet<String> = old.iter().chain(new).filter_map(name).collect();
    for one in names {
        let of =
            |list: &[Value]| list.iter().find(|entry| name(entry).as_ref() == Some(&one)).cloned();
        let path = [path, &[Step::Entry(one.clone())]].concat();
        values(found, path, of(old).as_ref(), of(new).as_ref());
    }
}

/// Is it a list of tables each of which has a name of its own?
fn named(list: &[Value]) -> bool {
    let names: BTreeSet<String> = list.iter().filter_map(name).collect();
    !list.is_empty() && names.len() == list.len()
}

/// "sms-gateway in RU": one channel may be a fallback more than once, for other countries.
fn name(entry: &Value) -> Option<String> {
    let table = entry.as_table()?;
    let name = NAMES.iter().find_map(|key| table.get(*key)?.as_str())?;
    let regions = table.get("regions").filter(|_| !table.contains_key("id"));
    let regions: Vec<&str> =
        regions.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    if regions.is_empty() {
        Some(name.to_owned())
    } else {
        Some(format!("{name} in {}", regions.join(", ")))
    }
}

/// The new profile as it would be without the edit. `None` where the place is not there.
pub fn without(new: &Table, edit: &Edit) -> Option<Table> {
    let mut whole = Value::Table(new.clone());
    set(&mut whole, &edit.path, edit.before.clone())?;
    match whole {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

/// Puts a value in a place, or takes out what is there.
fn set(at: &mut Value, path: &[Step], value: Option<Value>) -> Option<()> {
    let (step, rest) = path.split_first()?;
    match (at, step) {
        (Value::Table(table), Step::Key(key)) => {
            if !rest.is_empty() {
                let below = table.entry(key.clone()).or_insert_with(|| Value::Array(Vec::new()));
                set(below, rest, value)?;
                if below.as_array().is_some_and(Vec::is_empty) {
                    table.remove(key);
                }
            } else if let Some(value) = value {
                table.insert(key.clone(), value);
            } else {
                table.remove(key);
            }
        }
        (Value::Array(list), Step::Entry(one)) => {
            let place = list.iter().position(|entry| name(entry).as_ref() == Some(one));
            match (place, rest.is_empty(), value) {
                (Some(place), false, value) => set(&mut list[place], rest, value)?,
                (Some(place), true, Some(value)) => list[place] = value,
                (Some(place), true, None) => {
                    list.remove(place);
                }
                (None, true, Some(value)) => list.push(value),
                _ => return None,
            }
        }
        _ => return None,
    }
    Some(())
}

/// "activity `dispatch`, fallback `sms-dispatch`: tested".
pub fn place(path: &[Step]) -> String {
    let mut words = String::new();
    for step in path {
        match step {
            Step::Key(key) if words.is_empty() => words.clone_from(key),
            Step::Key(key) if words.ends_with('`') => words = format!("{words}, {key}"),
            Step::Key(key) => words = format!("{words}.{key}"),
            Step::Entry(name) => words = format!("{words} `{name}`"),
        }
    }
    words
}

/// A value in a line, as it stands in a profile; long ones are cut.
pub fn shown(value: Option<&Value>) -> String {
    const LONGEST: usize = 60;
    let text = match value {
        None => return "nothing".to_owned(),
        Some(Value::Table(_)) => return "an entry".to_owned(),
        Some(Value::Array(list)) if list.iter().any(Value::is_table) => {
            return words::count(list.len(), "entry");
        }
        Some(value) => value.to_string(),
    };
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        text.parse().unwrap()
    }

    const OLD: &str = "
        format = 1
        [[activity]]
        id = 'dispatch'
        mtpd = '4h'
        [[activity.fallback]]
        channel = 'sms'
        [[channel]]
        id = 'sms'
        [[channel]]
        id = 'old'
    ";
    const NEW: &str = "
        format = 1
        [[channel]]
        id = 'sms'
        [[channel]]
        id = 'radio'
        [[activity]]
        id = 'dispatch'
        mtpd = '8h'
        [[activity.fallback]]
        channel = 'radio'
        [[activity.fallback]]
        channel = 'sms'
        tested = 2026-04-30
    ";

    #[test]
    fn edits_have_a_place_in_words_and_order_is_no_change() {
        let places: Vec<String> =
            edits(&table(OLD), &table(NEW)).iter().map(|edit| place(&edit.path)).collect();
        assert_eq!(
            places,
            [
                "activity `dispatch`, fallback `radio`",
                "activity `dispatch`, fallback `sms`, tested",
                "activity `dispatch`, mtpd",
                "channel `old`",
                "channel `radio`",
            ]
        );
    }

    #[test]
    fn a_list_that_comes_or_goes_is_told_by_its_entries() {
        let (none, two) = ("format = 1", "[[channel]]\nid = 'sms'\n[[channel]]\nid = 'radio'");
        let nameless = "[[channel]]\nvendor = 'sms-a2p'";
        let places = |old: &str, new: &str| -> Vec<String> {
            let all = edits(&table(old), &table(new));
            let channels =
                all.iter().filter(|edit| edit.path[0] == Step::Key("channel".to_owned()));
            channels.map(|edit| place(&edit.path)).collect()
        };
        assert_eq!(places(none, two), ["channel `radio`", "channel `sms`"]);
        assert_eq!(places(two, none), ["channel `radio`", "channel `sms`"]);
        // Entries without a name cannot be told apart.
        assert_eq!(places(two, nameless), ["channel"]);
        assert_eq!(places(nameless, two), ["channel"]);
        assert_eq!(places(none, nameless), ["channel"]);
    }

    #[test]
    fn undoing_all_edits_gives_the_old_profile() {
        let (old, new) = (table(OLD), table(NEW));
        let mut back = new.clone();
        for edit in edits(&old, &new) {
            let one = without(&new, &edit).unwrap();
            assert_ne!(one, new);
            back = without(&back, &edit).unwrap();
        }
        assert!(edits(&old, &back).is_empty());
    }

    #[test]
    fn a_first_entry_can_be_taken_out_and_put_back() {
        let (old, new) = (table("a = 1"), table("a = 1\n[[region]]\ncountry = 'RU'"));
        let there = edits(&old, &new);
        assert_eq!(without(&new, &there[0]), Some(old.clone()));
        let back = edits(&new, &old);
        assert_eq!(without(&old, &back[0]), Some(new));
    }
    #[test]
    fn values_are_shown_in_a_line() {
        let value = |text: &str| table(&format!("a = {text}"))["a"].clone();
        let shown = |text: &str| shown(Some(&value(text)));
        assert_eq!(super::shown(None), "nothing");
        assert_eq!(shown("{ b = 1 }"), "an entry");
        assert_eq!(shown("[{ b = 1 }, { b = 2 }]"), "2 entries");
        assert_eq!(shown("[1, 2]"), "[1, 2]");
        assert_eq!(shown("'4h'"), "\"4h\"");
        // With its quotes, sixty characters are shown whole, and more are cut to sixty.
        let whole = format!("\"{}\"", "é".repeat(58));
        assert_eq!(shown(&whole), whole);
        assert_eq!(shown(&format!("'{}'", "é".repeat(59))), format!("\"{}…", "é".repeat(58)));
    }

    #[test]
    fn a_place_without_entries_is_a_dotted_key() {
        let (old, new) = (table("[a]\nb = 1"), table("[a]\nb = 2"));
        assert_eq!(place(&edits(&old, &new)[0].path), "a.b");
    }
}
