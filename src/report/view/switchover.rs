//! Switch-over plans as they stand on paper. What nobody has said is `null` and printed as a blank.

use serde::Serialize;

use super::SourceRef;

/// All plans.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SwitchoverView {
    /// How many there are, and how many of them have no surviving channel.
    pub summary: String,
    /// "Driver dispatch in Russia and Turkey", for each activity without one.
    pub without_survivor: Vec<String>,
    pub plans: Vec<PlanView>,
}

/// One activity in one region: one sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanView {
    /// `activity:region`.
    pub id: String,
    pub organization: String,
    pub as_of: String,
    pub activity: String,
    pub name: String,
    pub region: String,
    pub country: String,
    pub owner: Option<String>,
    /// How much stands on the sheet: normal, dense, tight. Print is set smaller so that it fits.
    pub density: String,
    /// Is there a channel below the primary that would carry the activity?
    pub survives: bool,
    /// "There is no surviving channel for Driver dispatch in Russia." and what comes closest.
    pub alarm: Option<String>,
    pub closest: Option<String>,
    /// What everything on the ladder needs.
    pub warning: Option<String>,
    /// What to do first, in one line.
    pub first_step: String,
    /// "RTO 4 h, MTPD 24 h, at least 60 % (MBCO)".
    pub targets: String,
    pub today: String,
    pub ladder: Vec<LadderRungView>,
    /// Fallbacks that are no rung, and why.
    pub ruled_out: Vec<RuledOutView>,
    pub notice: String,
    pub observed: Vec<String>,
    pub people: Vec<PersonView>,
    pub code_word: Option<String>,
    pub meeting_point: Option<String>,
    pub meeting_time: Option<String>,
    pub words: Vec<WordsView>,
    pub phases: Vec<PlanPhaseView>,
    pub before: Vec<BeforeView>,
    pub sources: Vec<SourceRef>,
}

/// A rung with everything that stands on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LadderRungView {
    /// primary, alternate, contingency, emergency.
    pub rung: String,
    pub meaning: String,
    /// When one goes to it; none for the primary and where nothing stands.
    pub go_when: Option<String>,
    pub channels: Vec<RungChannelView>,
    /// Channels of this rung that did not fit on the sheet.
    pub more: Option<String>,
}

/// A channel on a rung.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RungChannelView {
    pub channel: String,
    pub name: String,
    pub vendor: String,
    /// Whom it reaches, a line for each audience.
    pub reaches: Vec<String>,
    /// How soon, against RTO and MTPD; none for the primary.
    pub starts: Option<String>,
    pub tested: Option<String>,
    pub today: String,
    /// What it shares with what stands above it.
    pub shares: String,
    /// survives, survives in part, does not survive; none for the primary.
    pub verdict: Option<String>,
    pub reason: String,
}

/// A fallback that is no rung.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuledOutView {
    pub name: String,
    pub reason: String,
}

/// A part in the plan and who has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonView {
    pub part: String,
    pub role: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub other: Option<String>,
}

/// A message, word for word.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WordsView {
    pub to: String,
    pub text: String,
}

/// First hour, first day, first week, way back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanPhaseView {
    pub phase: String,
    pub steps: Vec<PlanStepView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanStepView {
    pub who: String,
    pub text: String,
}

/// What must have been done before.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BeforeView {
    /// Code of what is missing.
    pub lack: String,
    /// The channel it is about.
    pub about: Option<String>,
    pub text: String,
    /// "10 to 30 days (SMS broadcast from two routes)", or that it is not known.
    pub lead_time: String,
    /// "do it now", "notice is enough", "lead time not known".
    pub urgency: String,
}
