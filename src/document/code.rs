//! What can be wrong: one word for each kind of problem, stable across versions so that scripts may
//! rely on it.

use std::fmt;

macro_rules! codes {
    ($($variant:ident = $word:literal, $description:literal;)+) => {
        /// The kind of a problem. `docs/problems.md` has a heading for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $description] $variant),+ }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in messages and in JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// One sentence on what it means.
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description),+ }
            }
        }
    };
}

codes! {
    MissingFile = "missing-file",
        "There is no file of that name.";
    IsDirectory = "is-directory",
        "The name is that of a folder, and a file is wanted.";
    NotAFile = "not-a-file",
        "The name is that of a device, a pipe or a socket, and a file is wanted.";
    Unreadable = "unreadable",
        "The system did not let the file be read.";
    NotUtf8 = "not-utf8",
        "The file is not UTF-8 text.";
    Empty = "empty",
        "The file holds nothing but white space and comments.";
    TooLarge = "too-large",
        "The file is larger than 1 MiB, or a model larger than 16 MiB.";
    TooDeep = "too-deep",
        "Tables or lists stand inside each other more than 16 levels deep.";
    TooMany = "too-many",
        "The file holds more than 100,000 values.";
    Syntax = "syntax",
        "The text is not TOML.";
    DuplicateKey = "duplicate-key",
        "A key stands twice in one table.";
    UnknownKey = "unknown-key",
        "No such key is known here.";
    MissingKey = "missing-key",
        "A key that must be there is not.";
    WrongType = "wrong-type",
        "The value is of another type than the key takes.";
    UnknownValue = "unknown-value",
        "The word is not one of the choices.";
    OutOfRange = "out-of-range",
        "The number is too small or too large, or is not a number at all.";
    WrongLength = "wrong-length",
        "The text or list is too short or too long.";
    BadCharacter = "bad-character",
        "The text holds an invisible character that could disguise it.";
    BadDate = "bad-date",
        "The value is not a date, or is one in another form than the key takes.";
    BadSpan = "bad-span",
        "The value is not a span of time.";
    BadValue = "bad-value",
        "The value breaks a rule that has no code of its own.";
    BadId = "bad-id",
        "The id holds a character that ids must not have.";
    BadFinding = "bad-finding",
        "The acceptance does not name a finding in a form that findings have.";
    DuplicateId = "duplicate-id",
        "The same id stands twice where it may stand once.";
    UnknownVendor = "unknown-vendor",
        "The knowledge base has no such vendor.";
    UnknownCountry = "unknown-country",
        "There is no country of that code.";
    UnknownScenario = "unknown-scenario",
        "The knowledge base has no such scenario.";
    UnknownNode = "unknown-node",
        "The knowledge base has no such node.";
    UnknownSource = "unknown-source",
        "The knowledge base has no such source.";
    UnknownRegion = "unknown-region",
        "The country is not one of the profile's regions.";
    UnknownChannel = "unknown-channel",
        "The profile has no such channel.";
    UnknownActivity = "unknown-activity",
        "The profile has no such activity.";
    UnknownMeasure = "unknown-measure",
        "Neither the profile nor the knowledge base has such a measure.";
    CircularRequirement = "circular-requirement",
        "Measures require each other in a circle.";
    MeasureIncomplete = "measure-incomplete",
        "A measure does not say what it costs, what it changes, or by how much.";
    UnknownContact = "unknown-contact",
        "The profile has no such contact.";
    ContactNotInRegion = "contact-not-in-region",
        "A contact has a part in an activity that is done in none of the contact's countries.";
    DeputyDecides = "deputy-decides",
        "The deputy is the one who decides, so there is no deputy.";
    ChannelOrChannels = "channel-or-channels",
        "An activity names one channel or several with shares, not both or neither.";
    ChannelNotInRegion = "channel-not-in-region",
        "A channel is relied on in a country where it is not in use.";
    RegionNotInActivity = "region-not-in-activity",
        "A fallback covers a country where the activity is not done.";
    FallbackIsPrimary = "fallback-is-primary",
        "The fallback is the only channel that the activity runs on.";
    CapabilityMissing = "capability-missing",
        "No channel of the activity carries what the activity needs.";
    SharesNotOne = "shares-not-one",
        "The shares of an activity's channels do not sum to 1.";
    DevicesNotOne = "devices-not-one",
        "The shares of Android and iOS sum to more than 1.";
    ImpactFalls = "impact-falls",
        "The impact of an outage falls as the outage lasts longer.";
    RtoAboveMtpd = "rto-above-mtpd",
        "The recovery time objective is above the maximum tolerable period of disruption.";
    FutureDate = "future-date",
        "Something is said to have happened on a day that has not come yet.";
    ImplausibleDate = "implausible-date",
        "The day lies before 2000 or after 2100, which cannot be meant.";
    ModelSyntax = "model-syntax",
        "The text is not JSON.";
    ModelFormat = "model-format",
        "The model has no format that this version reads.";
    ModelValue = "model-value",
        "A key or value of the model is missing, unknown, or not what it must be.";
    ModelReference = "model-reference",
        "A name or a number that stands for something in the model stands for nothing, or for two.";
    ModelSize = "model-size",
        "The model, or the one that a profile becomes, is larger than the engines can take.";
    SheetSyntax = "sheet-syntax",
        "A row of a spreadsheet cannot be read.";
    SheetColumn = "sheet-column",
        "A column that is needed is missing, or stands twice.";
    SheetValue = "sheet-value",
        "A cell of a spreadsheet does not hold what its column takes.";
    TemplateName = "template-name",
        "No template of the reports has that name.";
    TemplateSyntax = "template-syntax",
        "The text is no template.";
    TemplateValue = "template-value",
        "The report has no such value there.";
    TemplateHelper = "template-helper",
        "No helper has that name.";
    TemplatePartial = "template-partial",
        "A template includes one that does not exist, or one that an expression names.";
    TemplateCycle = "template-cycle",
        "Templates include each other without end.";
    Snapshot = "snapshot",
        "A file is no snapshot, was changed, or cannot be compared.";
    EarlierReport = "earlier-report",
        "The file is no earlier report of this organisation.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Code;

    #[test]
    fn words_are_unique_and_in_kebab_case() {
        let words: BTreeSet<_> = Code::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        for word in words {
            let plain = word.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric());
            assert!(plain && word == word.to_lowercase(), "{word}");
        }
    }

    #[test]
    fn descriptions_are_sentences() {
        for code in Code::ALL {
            let text = code.description();
            assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{code}: {text}");
        }
    }

    #[test]
    fn each_code_has_a_heading_in_the_documentation_and_each_heading_a_code() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/problems.md");
        let text = std::fs::read_to_string(path).unwrap();
        let headings: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let words: Vec<_> = Code::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(headings, words);
        for code in Code::ALL {
            assert!(text.contains(code.description()), "{code} is not described in its own words");
        }
    }
}
