//! Scripts of table-top exercises, each built on something that really happened.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Confidence, PartialDate, Role};

/// One script, one file in `seeds/drills/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Format of this file.
    #[validate(range(min = 1, max = 1))]
    pub format: u32,
    #[validate(length(min = 2, max = 60))]
    pub id: String,
    #[validate(length(min = 1, max = 120))]
    pub title: String,
    /// Country where it happened.
    pub country: String,
    /// Scenario ids that it exercises. Each has a card with a precedent of it.
    #[validate(length(min = 1))]
    pub scenarios: Vec<String>,
    /// Scenario ids of further precedents in the story.
    #[serde(default)]
    pub chain: Vec<String>,
    /// What happened, in two or three sentences.
    #[validate(length(min = 10, max = 800))]
    pub story: String,
    /// How widely the measure strikes in the exercise: a vendor is struck whose chance of a hit is
    /// at least this share of that of the likeliest one. Default: 0.5.
    #[serde(default = "half")]
    #[validate(range(min = 0.0, max = 1.0))]
    pub breadth: f64,
    /// Of tasks, words, questions and exercise time; what happened has that of its precedents.
    pub confidence: Confidence,
    /// In the order in which they are handed out.
    #[validate(nested, length(min = 2, max = 30))]
    pub card: Vec<DrillCard>,
    /// Questions for the talk right after the exercise.
    #[serde(default)]
    pub debrief: Vec<String>,
}

const fn half() -> f64 {
    0.5
}

/// One inject: what people learn at one moment of the exercise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DrillCard {
    /// Minute of the exercise.
    #[validate(range(max = 480))]
    pub minute: u32,
    /// Day of the real event. Default: that of the first precedent.
    pub date: Option<PartialDate>,
    /// Hour of that day, where cards of one day follow each other.
    #[serde(default)]
    #[validate(range(max = 23))]
    pub hour: u32,
    /// Precedent ids it rests on.
    #[validate(length(min = 1))]
    pub precedents: Vec<String>,
    /// Stage of the ladder.
    #[validate(range(max = 9))]
    pub stage: u32,
    /// Is service back with this card, so that limits no longer run?
    #[serde(default)]
    pub restores: bool,
    /// Who is given the card.
    pub to: Role,
    #[validate(length(min = 1, max = 100))]
    pub title: String,
    /// What people see. `{country}`, `{organization}` and `{channels}` are filled.
    #[validate(length(min = 10, max = 900))]
    pub text: String,
    #[serde(default)]
    #[validate(nested)]
    pub task: Vec<DrillTask>,
    /// Decisions one expects.
    #[serde(default)]
    pub decide: Vec<String>,
    /// Questions for the discussion.
    #[serde(default)]
    pub ask: Vec<String>,
    /// What the observer measures.
    #[serde(default)]
    pub measure: Vec<String>,
}

/// What one role should do and say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct DrillTask {
    pub role: Role,
    #[validate(length(min = 3, max = 400))]
    pub does: String,
    /// Words to say or to send, for those who have to.
    #[serde(default)]
    #[validate(length(max = 400))]
    pub says: String,
}

/// Blanks that the text of a card may have.
pub const BLANKS: [&str; 3] = ["{country}", "{organization}", "{channels}"];

impl DrillCard {
    /// Every text that may have blanks.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        let said = self.task.iter().flat_map(|task| [&task.does, &task.says]);
        let lists = self.decide.iter().chain(&self.ask).chain(&self.measure);
        [&self.title, &self.text].into_iter().chain(said).chain(lists)
    }
}
