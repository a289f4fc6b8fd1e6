//! Rows put into the text of a profile.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};

use super::{
    column::{Column, Kind, Sheet},
    sheet::Row,
};

/// How many entries were new, and how many were there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    pub added: usize,
    pub changed: usize,
}

/// Puts the rows of a sheet into a profile. The fault is a sentence.
pub fn merge(text: &mut DocumentMut, sheet: Sheet, rows: &[Row]) -> Result<Changes, String> {
    let channels = names(text);
    let table = sheet.table();
    let item =
        text.as_table_mut().entry(table).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(entries) = item.as_array_of_tables_mut() else {
        return Err(format!("write `{table}` as `[[{table}]]`, so that rows can be put into it"));
    };
    let mut changes = Changes::default();
    let mut seen: Vec<&str> = Vec::new();
    for row in rows {
        let at = position(entries, sheet.key(), &row.key);
        let first = !seen.contains(&row.key.as_str());
        seen.push(&row.key);
        let index = at.unwrap_or_else(|| {
            let mut entry = Table::new();
            entry.insert(sheet.key(), value(row.key.as_str()));
            entries.push(entry);
            entries.len() - 1
        });
        match (at, first) {
            (None, _) => changes.added += 1,
            (Some(_), true) => changes.changed += 1,
            (Some(_), false) => {}
        }
        if let Some(entry) = entries.get_mut(index) {
            fill(entry, row, &channels)?;
        }
    }
    Ok(changes)
}

/// Ids and names of the channels.
fn names(text: &DocumentMut) -> Vec<(String, String)> {
    let entries = text.get("channel").and_then(Item::as_array_of_tables);
    let word = |entry: &Table, key: &str| {
        entry.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
    };
    entries
        .into_iter()
        .flatten()
        .map(|entry| (word(entry, "id"), word(entry, "name").to_lowercase()))
        .collect()
}

fn position(entries: &ArrayOfTables, key: &str, wanted: &str) -> Option<usize> {
    entries.iter().position(|entry| entry.get(key).and_then(Item::as_str) == Some(wanted))
}

fn fill(entry: &mut Table, row: &Row, channels: &[(String, String)]) -> Result<(), String> {
    let named = |column: &Column, value: &Value| match (column.kind, value.as_str()) {
        (Kind::Channel, Some(name)) => Value::from(channel(name, channels)),
        _ => value.clone(),
    };
    // Which fallback the row speaks of decides where its other cells about fallbacks go.
    let fallback = row.values.iter().find(|(column, _)| column.path == ["fallback[]", "channel"]);
    let fallback = fallback.map(|(column, value)| named(column, value));
    for (column, value) in &row.values {
        let new = named(column, value);
        match column.path {
            [key] => set(entry, key, new),
            [list, key] if list.ends_with("[]") => {
                let list = list.trim_end_matches("[]");
                let by = match (list, &fallback) {
                    ("fallback", Some(channel)) => ("channel", channel.clone()),
                    ("fallback", None) => {
                        return Err(format!(
                            "the row of `{}` has `{}` and names no fallback",
                            row.key, column.name
                        ));
                    }
                    _ => ("kind", Value::from("content")),
                };
                inside_list(entry, list, by, key, new)?;
            }
            [table, key] => inside(entry, table, key, new)?,
            _ => {}
        }
    }
    Ok(())
}

/// The id of a channel that is named; a name that no channel has is left for the check.
fn channel(name: &str, channels: &[(String, String)]) -> String {
    let lower = name.to_lowercase();
    let known = channels.iter().find(|(id, own)| *id == name || *own == lower || *id == lower);
    known.map_or_else(|| crate::typed::id(name), |(id, _)| id.clone())
}

/// A new value in the place of the old: the comment behind it stays.
fn set(table: &mut dyn TableLike, key: &str, mut new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *new.decor_mut() = old.decor().clone();
            *old = new;
        }
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

fn inside(entry: &mut Table, table: &str, key: &str, new: Value) -> Result<(), String> {
    let item = entry.entry(table).or_insert(Item::Table(Table::new()));
    let Some(inner) = item.as_table_like_mut() else {
        return Err(format!("`{table}` is no table in the profile"));
    };
    set(inner, key, new);
    Ok(())
}

fn inside_list(
    entry: &mut Table,
    list: &str,
    (by, wanted): (&str, Value),
    key: &str,
    new: Value,
) -> Result<(), String> {
    let item = entry.entry(list).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(entries) = item.as_array_of_tables_mut() else {
        return Err(format!(
            "write `{list}` as a table under a header, so that rows can be put into it"
        ));
    };
    let text = wanted.as_str().unwrap_or_default().to_owned();
    let at = position(entries, by, &text).unwrap_or_else(|| {
        let mut inner = Table::new();
        inner.insert(by, Item::Value(wanted.clone()));
        entries.push(inner);
        entries.len() - 1
    });
    if let Some(inner) = entries.get_mut(at) {
        set(inner, key, new);
    }
    Ok(())
}
