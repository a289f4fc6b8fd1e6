//! Ranges of the numbers of a model, checked where they are read, so that a fault has its place.
//!
//! They are wide enough for whatever a profile can say, and narrow enough that the engines stay
//! within the numbers that a computer can hold: no figure of a model in range is infinite.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, de};

/// A bound as people read it: `1000000` is `1,000,000`, and `0.5` stays.
pub fn bound(number: f64) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// A range of numbers.
pub trait Range {
    const LOW: f64;
    const HIGH: f64;
    /// Is zero in it too, where it lies below the range?
    const OR_ZERO: bool = false;
    /// The key, where the path of a fault cannot name it.
    const KEY: &'static str = "";
}

macro_rules! ranges {
    ($($(#[$doc:meta])+ $name:ident = $low:literal to $high:literal;)+) => {
        $(
            $(#[$doc])+
            pub struct $name;

            impl Range for $name {
                const LOW: f64 = $low;
                const HIGH: f64 = $high;
            }
        )+
    };
}

ranges! {
    /// A chance, a share, a service level.
    Chance = 0.0 to 1.0;
    /// A share that something is divided by.
    Fraction = 0.001 to 1.0;
    /// Money, in whatever currency.
    Amount = 0.0 to 1e15;
    /// A time that may be none at all; a million hours are 114 years.
    Hours = 0.0 to 1e6;
    /// A time that must be one: 0.001 hours are 3.6 seconds.
    Positive = 0.001 to 1e6;
    /// Time to leave a vendor, at most ten years: what shrinks is counted week by week up to it.
    Switch = 0.001 to 87_600.0;
    /// Standard deviation of ln hours.
    Sigma = 0.05 to 5.0;
    /// Impact level.
    Level = 0.0 to 5.0;
    /// Half-life of service, in hours.
    HalfLife = 1.0 to 1e12;
    /// Points of a score.
    Points = 0.0 to 1_000.0;
    /// Width of a band.
    Width = 0.1 to 0.99;
}

/// Campaigns of experience behind a rate, or none at all.
pub struct Alpha;

impl Range for Alpha {
    const LOW: f64 = 1e-6;
    const HIGH: f64 = 1e6;
    const OR_ZERO: bool = true;
    const KEY: &'static str = "alpha";
}

/// Years of experience behind a rate.
pub struct Beta;

impl Range for Beta {
    const LOW: f64 = 0.1;
    const HIGH: f64 = 1e9;
    const KEY: &'static str = "beta";
}

/// Chance of a measure that has a date.
pub struct Dated;

impl Range for Dated {
    const LOW: f64 = 0.0;
    const HIGH: f64 = 1.0;
    const KEY: &'static str = "chance";
}

/// A number in a range.
pub fn one<'de, D: Deserializer<'de>, R: Range>(from: D) -> Result<f64, D::Error> {
    Within::<R>::deserialize(from).map(|number| number.0)
}

/// Three of them.
pub fn three<'de, D: Deserializer<'de>, R: Range>(from: D) -> Result<[f64; 3], D::Error> {
    <[Within<R>; 3]>::deserialize(from).map(|all| all.map(|number| number.0))
}

/// Four of them.
pub fn four<'de, D: Deserializer<'de>, R: Range>(from: D) -> Result<[f64; 4], D::Error> {
    <[Within<R>; 4]>::deserialize(from).map(|all| all.map(|number| number.0))
}

/// A name.
pub fn name<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Name::deserialize(from).map(|name| name.0)
}

/// Names.
pub fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let names = Vec::<Name>::deserialize(from)?;
    Ok(names.into_iter().map(|name| name.0).collect())
}

/// Longest name, in characters.
pub const LONGEST_NAME: usize = 1_000;

struct Within<R>(f64, PhantomData<R>);

impl<'de, R: Range> Deserialize<'de> for Within<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(from)?;
        let zero = R::OR_ZERO && number == 0.0;
        if zero || (R::LOW..=R::HIGH).contains(&number) {
            // Minus zero is zero, and is not to be printed.
            return Ok(Self(number + 0.0, PhantomData));
        }
        let key = if R::KEY.is_empty() { String::new() } else { format!("have `{}` ", R::KEY) };
        let verb = if R::KEY.is_empty() { "be " } else { "" };
        let zero = if R::OR_ZERO { "0, or " } else { "" };
        Err(de::Error::custom(format!(
            "must {key}{verb}{zero}{} to {}, not {number}",
            bound(R::LOW),
            bound(R::HIGH)
        )))
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        if (1..=LONGEST_NAME).contains(&name.chars().count()) {
            return Ok(Self(name));
        }
        Err(de::Error::custom(format!("must have 1 to {LONGEST_NAME} characters")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_grouped() {
        let said = [bound(0.0), bound(100_000_000.0), bound(-1234.5), bound(0.01), bound(999.0)];
        assert_eq!(said, ["0", "100,000,000", "-1,234.5", "0.01", "999"]);
    }
}
