//! What people type, in an interview or a spreadsheet: names for ids, per cent for shares.

use jiff::civil::Date;

use crate::{
    document::{nearest, quoted},
    knowledge::Knowledge,
};

/// The code of a country, by code or name; the beginning of only one name will do. The fault is a
/// sentence.
pub fn country(typed: &str, knowledge: &Knowledge) -> Result<String, String> {
    let lower = typed.trim().to_lowercase();
    let known = || knowledge.countries.iter();
    let exact = known()
        .find(|(code, name)| code.to_lowercase() == lower || name.to_lowercase() == lower)
        .map(|(code, _)| code.clone());
    let common = || {
        let mut all = knowledge.jurisdictions.values();
        all.find(|one| one.name.to_lowercase() == lower).map(|one| one.code.clone())
    };
    let begun = || {
        let begins = |name: &str| lower.len() > 3 && name.to_lowercase().starts_with(&lower);
        only(known().filter(|(_, name)| begins(name)).map(|(code, _)| code.clone()))
    };
    exact.or_else(common).or_else(begun).ok_or_else(|| unknown_country(typed, &lower, knowledge))
}

fn unknown_country(typed: &str, lower: &str, knowledge: &Knowledge) -> String {
    let names: Vec<(String, &str, &str)> = knowledge
        .countries
        .iter()
        .map(|(code, name)| (name.to_lowercase(), code.as_str(), name.as_str()))
        .collect();
    let near = nearest(lower, names.iter().map(|(name, _, _)| name.as_str()));
    match names.iter().find(|(name, _, _)| Some(name.as_str()) == near) {
        Some((_, code, name)) => {
            format!("{} is no country known here. Did you mean {name} ({code})?", quoted(typed))
        }
        None => format!("{} is no country known here. A code such as DE will do.", quoted(typed)),
    }
}

/// The only one, if there is one and no more.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next();
    first.filter(|_| all.next().is_none())
}

/// The id of a vendor, by id, alias or name; the beginning of only one name will do.
pub fn vendor(typed: &str, knowledge: &Knowledge) -> Option<String> {
    let lower = typed.trim().to_lowercase();
    let named = |fits: &dyn Fn(&str) -> bool| {
        let fit = knowledge.vendors.values().filter(|one| fits(&one.name.to_lowercase()));
        only(fit.map(|one| one.id.clone()))
    };
    let by_id = |id: &str| knowledge.vendor(id).map(|one| one.id.clone());
    by_id(&lower)
        .or_else(|| named(&|name| name == lower))
        .or_else(|| by_id(&lower.replace(' ', "-")))
        .or_else(|| named(&|name| lower.len() > 2 && name.starts_with(&lower)))
}

/// A number of people: "1,400" and "1 400" are 1400.
pub fn people(typed: &str) -> Result<u32, String> {
    let digits: String =
        typed.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | ',' | '.' | '\'')).collect();
    let number = digits.parse::<u32>().ok().filter(|number| *number <= 100_000_000);
    number.ok_or_else(|| format!("{} is not a number of people, such as 140.", quoted(typed)))
}

/// A share from 0 to 1: "80 %", "80%", "0.8" and "0,8" are the same. A number above 1 without a sign is
/// taken as per cent.
pub fn share(typed: &str) -> Result<f64, String> {
    let fault = || format!("{} is not a share, such as 80 %.", quoted(typed));
    let typed = typed.trim();
    let (number, cent) = match typed.strip_suffix('%') {
        Some(rest) => (rest.trim(), true),
        None => (typed, false),
    };
    let value: f64 = number.replace(',', ".").parse().map_err(|_| fault())?;
    let share = if cent || value > 1.0 { value / 100.0 } else { value };
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(fault()) }
}

/// A day that has been.
pub fn past_day(typed: &str, as_of: Date) -> Result<Date, String> {
    let day: Date = typed
        .trim()
        .parse()
        .map_err(|_| format!("{} is not a day, such as 2026-05-01.", quoted(typed)))?;
    if day > as_of {
        return Err(format!("{day} has not come yet. Only what was done counts."));
    }
    if day.year() < 2000 {
        return Err(format!("{day} is too long ago to be meant."));
    }
    Ok(day)
}

/// A name as an id: lower-case letters, digits, and hyphens between.
pub fn id(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || c == '_' || c == '.' { c } else { '-' })
        .collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let short: String = parts.join("-").chars().take(50).collect();
    if short.is_empty() { "one".to_owned() } else { short.trim_end_matches('-').to_owned() }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::LazyLock};

    use super::*;

    static KNOWLEDGE: LazyLock<Knowledge> =
        LazyLock::new(|| crate::knowledge::load(&BTreeMap::new()).unwrap());

    #[test]
    fn countries_go_by_code_name_and_beginning() {
        for (typed, code) in
            [("ru", "RU"), ("Russia", "RU"), (" turkey ", "TR"), ("Kazakh", "KZ"), ("india", "IN")]
        {
            assert_eq!(country(typed, &KNOWLEDGE).as_deref(), Ok(code), "{typed}");
        }
        assert!(country("Atlantis", &KNOWLEDGE).is_err());
        assert!(country("Germny", &KNOWLEDGE).unwrap_err().contains("Did you mean Germany (DE)?"));
        assert!(country("united", &KNOWLEDGE).is_err(), "several begin so");
    }

    #[test]
    fn vendors_go_by_id_alias_name_and_beginning() {
        for (typed, id) in
            [("WhatsApp", "whatsapp"), ("signal", "signal"), ("Telegram", "telegram")]
        {
            assert_eq!(vendor(typed, &KNOWLEDGE).as_deref(), Some(id), "{typed}");
        }
        assert_eq!(vendor("Carrier pigeon", &KNOWLEDGE), None);
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(people("1,400"), Ok(1400));
        assert!(people("many").is_err() && people("-3").is_err() && people("").is_err());
        for typed in ["80 %", "80%", "0.8", "0,8", "80"] {
            assert!((share(typed).unwrap() - 0.8).abs() < 1e-12, "{typed}");
        }
        assert!(share("120 %").is_err() && share("NaN").is_err() && share("-1").is_err());
    }

    #[test]
    fn ids_hold_only_what_ids_may() {
        for (name, wanted) in [
            ("Driver dispatch", "driver-dispatch"),
            ("Ça va?", "a-va"),
            ("漢字", "one"),
            ("a--b", "a-b"),
        ] {
            assert_eq!(id(name), wanted);
        }
        assert!(id(&"x".repeat(500)).len() <= 60);
    }
}
