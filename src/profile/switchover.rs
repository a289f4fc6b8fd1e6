//! What the paper of a switch-over plan needs from the organisation: people, numbers and words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

/// Somebody whose name and number stand in switch-over plans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Short id by which activities name the contact.
    #[validate(length(min = 1, max = 60))]
    pub id: String,
    /// Name as it should stand on paper. Default: a blank.
    #[validate(length(min = 1, max = 80))]
    pub name: Option<String>,
    /// What this person does, such as "Head of operations". Default: the part in the plan.
    #[validate(length(min = 1, max = 80))]
    pub role: Option<String>,
    /// Number to ring. Default: a blank.
    #[validate(length(min = 3, max = 40))]
    pub phone: Option<String>,
    /// Another way: a second number, a desk, an address. Default: a blank.
    #[validate(length(min = 1, max = 80))]
    pub other: Option<String>,
    /// Countries for whose plans this is a contact. Default: all.
    #[validate(length(min = 1, max = 200))]
    #[schemars(extend("x-names" = "country"))]
    pub regions: Option<Vec<String>>,
}

impl Contact {
    /// Is this one for the plans of that country?
    pub fn serves(&self, country: &str) -> bool {
        self.regions.as_ref().is_none_or(|regions| regions.iter().any(|code| code == country))
    }
}

/// Who decides on the switch of an activity, who is told, and by which word.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Switchover {
    /// Contact ids of those who decide, one for each country or one for all. Default: a blank for
    /// the owner of the activity.
    #[validate(length(min = 1, max = 20))]
    pub decides: Option<Vec<String>>,
    /// Contact ids of those who decide where the decider cannot be reached.
    #[validate(length(min = 1, max = 20))]
    pub deputy: Option<Vec<String>>,
    /// Contact ids of those in IT who hold accounts and installers.
    #[validate(length(min = 1, max = 20))]
    pub it: Option<Vec<String>>,
    /// Contact ids of those who speak with the partners.
    #[validate(length(min = 1, max = 20))]
    pub partners: Option<Vec<String>>,
    /// Contact ids of those who are told first and tell their teams.
    #[validate(length(min = 1, max = 20))]
    pub tells: Option<Vec<String>>,
    /// Word by which people know that a message is no trick.
    #[validate(length(min = 1, max = 40))]
    pub code_word: Option<String>,
    /// Where people meet when nothing carries.
    #[validate(length(min = 1, max = 80))]
    pub meeting_point: Option<String>,
    /// When they meet there, such as "09:00 and 17:00".
    #[validate(length(min = 1, max = 40))]
    pub meeting_time: Option<String>,
}

impl Switchover {
    /// Every list of contact ids with its key.
    pub fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("decides", self.decides.as_deref().unwrap_or_default()),
            ("deputy", self.deputy.as_deref().unwrap_or_default()),
            ("it", self.it.as_deref().unwrap_or_default()),
            ("partners", self.partners.as_deref().unwrap_or_default()),
            ("tells", self.tells.as_deref().unwrap_or_default()),
        ]
    }
}
