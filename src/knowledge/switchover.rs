//! What a switch-over plan is made of: steps, words to send, and what has to be done before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Actor, Condition, Confidence, EffectKind, Lack, Listener, PlanPhase};

/// `switchover.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Switchover {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    /// Thresholds by which a ladder is made.
    #[validate(nested)]
    pub rules: LadderRules,
    #[serde(default)]
    #[validate(nested)]
    pub step: Vec<Step>,
    #[serde(default)]
    #[validate(nested)]
    pub words: Vec<Words>,
    #[serde(default)]
    #[validate(nested)]
    pub before: Vec<Before>,
}

/// Thresholds by which a ladder is made; all of them are judgement.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct LadderRules {
    /// Share of the campaigns that stop the primary which a surviving channel has to outlive.
    #[validate(range(min = 0.0, max = 1.0))]
    pub outlives: f64,
    /// Share of people below which a channel is one for emergencies only.
    #[validate(range(min = 0.0, max = 1.0))]
    pub emergency_reach: f64,
}

/// One thing that somebody does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[validate(length(min = 2, max = 60))]
    pub id: String,
    pub phase: PlanPhase,
    pub who: Actor,
    /// All of them must hold. Empty: always.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// One or two sentences. Names in braces are filled in, see docs/knowledge.md.
    #[validate(length(min = 5, max = 200))]
    pub text: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub confidence: Confidence,
}

/// A message, word for word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub to: Listener,
    /// All of them must hold. Empty: always.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Names in braces are filled in, see docs/knowledge.md.
    #[validate(length(min = 5, max = 300))]
    pub text: String,
}

/// What to do in advance about something that is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Before {
    pub lack: Lack,
    /// What to do, without a full stop.
    #[validate(length(min = 5, max = 160))]
    pub text: String,
    /// Measures with this effect help, and give the lead time.
    pub effect: Option<EffectKind>,
    /// Ids of measures that help as well.
    #[serde(default)]
    pub measures: Vec<String>,
}

/// Names that texts may have in braces.
pub const PLACEHOLDERS: [&str; 11] = [
    "activity",
    "code_word",
    "country",
    "mbco",
    "mtpd",
    "next",
    "organization",
    "phone",
    "place",
    "rto",
    "time",
];

/// The names in braces of a text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn names_in_braces_are_found() {
        let found: Vec<&str> = placeholders("{a} to {b}, {c").collect();
        assert_eq!(found, ["a", "b", "c"]);
    }
}
