//! Switch-over plans as they stand on paper. What nobody has said is `null` and printed as a blank.

use schemars::JsonSchema;
use serde::Serialize;

use super::SourceRef;

/// All plans.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SwitchoverView {
    /// How many there are, and how many of them have no surviving channel.
    pub summary: String,
    /// "Driver dispatch in Russia and Turkey", for each activity without one.
    pub without_survivor: Vec<String>,
    /// One for each case, in the order of `cases`.
    pub plans: Vec<PlanView>,
}

/// One activity in one region: one sheet.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlanView {
    /// `activity:region`.
    pub id: String,
    /// As in the report: a sheet stands alone.
    pub organization: String,
    /// Day of the assessment.
    pub as_of: String,
    /// Activity id.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Country code.
    pub region: String,
    /// Name of the country.
    pub country: String,
    /// Of the activity.
    pub owner: Option<String>,
    /// How much stands on the sheet: normal, dense, tight. Print is set smaller so that it fits.
    pub density: String,
    /// Is there a channel below the primary that would carry the activity?
    pub survives: bool,
    /// "There is no surviving channel for Driver dispatch in Russia." and what comes closest.
    pub alarm: Option<String>,
    /// What comes closest where there is no surviving channel.
    pub closest: Option<String>,
    /// What everything on the ladder needs.
    pub warning: Option<String>,
    /// What to do first, in one line.
    pub first_step: String,
    /// "RTO 4 h, MTPD 24 h, at least 60 % (MBCO)".
    pub targets: String,
    /// Whether the primary works today.
    pub today: String,
    /// The four rungs.
    pub ladder: Vec<LadderRungView>,
    /// Fallbacks that are no rung, and why.
    pub ruled_out: Vec<RuledOutView>,
    /// The smallest notice to count on, and for what.
    pub notice: String,
    /// How long transitions took, and notice on record in the country.
    pub observed: Vec<String>,
    /// Who does what.
    pub people: Vec<PersonView>,
    /// As in the profile.
    pub code_word: Option<String>,
    /// As in the profile.
    pub meeting_point: Option<String>,
    /// As in the profile.
    pub meeting_time: Option<String>,
    /// Messages, word for word.
    pub words: Vec<WordsView>,
    /// Steps by phase.
    pub phases: Vec<PlanPhaseView>,
    /// What must have been done before, at most six, what cannot wait first.
    pub before: Vec<BeforeView>,
    /// References.
    pub sources: Vec<SourceRef>,
}

/// A rung with everything that stands on it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LadderRungView {
    /// primary, alternate, contingency, emergency.
    pub rung: String,
    /// In words.
    pub meaning: String,
    /// When one goes to it; none for the primary and where nothing stands.
    pub go_when: Option<String>,
    /// What stands on it.
    pub channels: Vec<RungChannelView>,
    /// Channels of this rung that did not fit on the sheet.
    pub more: Option<String>,
}

/// A channel on a rung.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RungChannelView {
    /// Channel id.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// Name of the vendor.
    pub vendor: String,
    /// Whom it reaches, a line for each audience.
    pub reaches: Vec<String>,
    /// How soon, against RTO and MTPD; none for the primary.
    pub starts: Option<String>,
    /// Last test and readiness.
    pub tested: Option<String>,
    /// Whether it works today.
    pub today: String,
    /// What it shares with what stands above it.
    pub shares: String,
    /// survives, survives in part, does not survive; none for the primary.
    pub verdict: Option<String>,
    /// Of the verdict.
    pub reason: String,
}

/// A fallback that is no rung.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RuledOutView {
    /// Name of the channel.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A part in the plan and who has it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PersonView {
    /// What they do.
    pub part: String,
    /// As in the profile.
    pub role: Option<String>,
    /// As in the profile.
    pub name: Option<String>,
    /// As in the profile.
    pub phone: Option<String>,
    /// As in the profile.
    pub other: Option<String>,
}

/// A message, word for word.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WordsView {
    /// To whom.
    pub to: String,
    /// Word for word.
    pub text: String,
}

/// First hour, first day, first week, way back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlanPhaseView {
    /// When.
    pub phase: String,
    /// In order.
    pub steps: Vec<PlanStepView>,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlanStepView {
    /// Who does it.
    pub who: String,
    /// What.
    pub text: String,
}

/// What must have been done before.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct BeforeView {
    /// Code of what is missing.
    pub lack: String,
    /// The channel it is about.
    pub about: Option<String>,
    /// What to do.
    pub text: String,
    /// "10 to 30 days (SMS broadcast from two routes)", or that it is not known.
    pub lead_time: String,
    /// "do it now", "notice is enough", "lead time not known".
    pub urgency: String,
}
