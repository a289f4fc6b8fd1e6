//! The closed vocabularies that seeds and profiles share: capabilities, phases, lever values and so on.
//!
//! A word is here only when the engine or a rule must tell it from its neighbours. Ids of vendors, countries, scenarios
//! and nodes are never here: they are data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as written in TOML and JSON.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }
    };
}

vocabulary! {
    /// What a channel can carry.
    Capability {
        /// One-to-one and group text.
        Text = "text",
        /// Voice calls.
        Voice = "voice",
        /// Video calls and meetings.
        Video = "video",
        /// Documents and pictures.
        Files = "files",
        /// One message to many.
        Broadcast = "broadcast",
        /// Messages sent by a program.
        Api = "api",
    }
}

vocabulary! {
    /// When a node is needed, and so what its loss means.
    Phase {
        /// To put the client on a device.
        Install = "install",
        /// To open an account or move it to a new device.
        Register = "register",
        /// Every minute of use.
        Run = "run",
        /// To learn that a message has arrived.
        Notify = "notify",
        /// To pay the vendor.
        Pay = "pay",
        /// To be allowed to use it at all: owner, jurisdiction.
        Legal = "legal",
    }
}

vocabulary! {
    /// Device families with install and push paths of their own.
    Platform { Ios = "ios", Android = "android", Desktop = "desktop", Web = "web" }
}

vocabulary! {
    /// How sure a fact is.
    Confidence {
        /// A page or a data row was seen; its source is named.
        Sourced = "sourced",
        /// General knowledge, not looked up.
        Known = "known",
        /// A guess by the authors, meant to be replaced.
        Judgement = "judgement",
    }
}

vocabulary! {
    /// What a vendor is.
    VendorKind {
        ConsumerApp = "consumer-app",
        EnterpriseSaas = "enterprise-saas",
        SelfHosted = "self-hosted",
        StateBacked = "state-backed",
        /// SMS, phone, radio and other carriers that are no app.
        Medium = "medium",
    }
}

vocabulary! {
    /// Is the service still sold and run?
    VendorStatus { Active = "active", Retired = "retired", Uncertain = "uncertain" }
}

vocabulary! {
    /// What a channel needs in order to work at all.
    Reach {
        /// The public internet.
        Internet = "internet",
        /// A local network is enough.
        Lan = "lan-capable",
        /// Device to device.
        Offline = "offline-capable",
        /// No internet protocol.
        None = "none",
    }
}

vocabulary! {
    /// End-to-end encryption.
    EncryptionLevel { None = "none", Optional = "optional", Partial = "partial", Default = "default" }
}

vocabulary! {
    /// Does an account hang on a phone number?
    PhoneNumber {
        No = "no",
        Optional = "optional",
        Always = "always",
        /// Only numbers of named countries are taken.
        Domestic = "domestic",
        /// A number of the company, not of the person.
        Company = "company-number",
    }
}

vocabulary! {
    /// Is a code by SMS or call needed to register?
    SmsActivation { None = "none", Optional = "optional", Required = "required" }
}

vocabulary! {
    /// How a vendor answers a government: the three answers of the field, and what is known when none dominates.
    Posture {
        Resist = "resist",
        Comply = "comply",
        Exit = "exit",
        Mixed = "mixed",
        /// Self-run: the organisation itself is asked.
        Customer = "customer",
    }
}

vocabulary! {
    /// What a measure against a vendor touches.
    BlockScope {
        Full = "full",
        Calls = "calls",
        Registration = "registration",
        Throttle = "throttle",
        AppStore = "app-store",
        Push = "push",
        SectorBan = "sector-ban",
        RealNameSim = "real-name-sim",
        DevicePolicy = "device-policy",
        VendorCutoff = "vendor-cutoff",
        NetworkShutdown = "network-shutdown",
    }
}

vocabulary! {
    /// Is the measure still in force?
    BlockStatus {
        InForce = "in-force",
        Lifted = "lifted",
        /// Another, wider measure took its place.
        Superseded = "superseded",
        Intermittent = "intermittent",
        Pending = "pending",
        /// It began, and no page says that it ended.
        UnverifiedEnd = "unverified-end",
    }
}

vocabulary! {
    /// The ten levers of a state over messaging.
    LeverKind {
        DataLocalization = "data-localization",
        LocalPresence = "local-presence",
        DecryptionOrMetadata = "decryption-or-metadata",
        VpnRestriction = "vpn-restriction",
        AppStoreTakedown = "app-store-takedown",
        NetworkFiltering = "network-filtering",
        VoipRestriction = "voip-restriction",
        SimRegistration = "sim-registration",
        StateMessenger = "state-messenger",
        InternetShutdown = "internet-shutdown",
    }
}

vocabulary! {
    /// How far a lever has come.
    LeverValue { None = "none", Proposed = "proposed", InForce = "in-force", Enforced = "enforced" }
}

vocabulary! {
    /// Fallback means whose use by a company the law may forbid.
    LegalMeans {
        CompanyVpn = "company-vpn",
        SatellitePhone = "satellite-phone",
        SatelliteInternet = "satellite-internet",
        ForeignSim = "foreign-sim",
        Radio = "radio",
    }
}

vocabulary! {
    /// May a company use it?
    Legality {
        Lawful = "lawful",
        /// A permit, registration or licensed provider is needed.
        Licence = "licence",
        Prohibited = "prohibited",
        Unclear = "unclear",
    }
}

vocabulary! {
    /// May data of the named kinds be stored abroad?
    StorageAbroad {
        Forbidden = "forbidden",
        Conditional = "conditional",
        WithLocalCopy = "allowed-with-local-copy",
        Allowed = "allowed",
    }
}

vocabulary! {
    /// Whom a localisation duty binds.
    Bound {
        /// Whoever holds such data.
        Everyone = "everyone",
        /// Public messaging and social services, not an organisation's own tenant or server.
        Platforms = "platforms",
        /// Only the operators that the law names or that pass a threshold: a matter for counsel, not a conflict by itself.
        NamedOperators = "named-operators",
    }
}

vocabulary! {
    /// What a dated record in the ledger is.
    RecordKind {
        /// A restriction or law that took effect.
        Restriction = "restriction",
        Relaxation = "relaxation",
        Threat = "threat",
        OrderNotEnforced = "order-not-enforced",
        Proposal = "proposal",
        /// A further step of an incident that is already counted.
        SameIncident = "same-incident",
    }
}

vocabulary! {
    /// How far an announced measure has come, and so how likely it is to take effect.
    AnnouncedStage {
        /// Said, proposed or drafted.
        Announced = "announced",
        /// Passed as a law or issued as an order, with work still to be done before it binds.
        Enacted = "enacted",
        /// In force from a set date, with a named body to enforce it.
        Dated = "dated",
    }
}

vocabulary! {
    /// Where a notice period comes from.
    NoticeBasis {
        ComputedFromDates = "computed-from-dates",
        UsersNotNotified = "users-not-notified",
        NoWarningFound = "no-warning-found",
    }
}

vocabulary! {
    /// The three layers of pressure on a vendor.
    Layer {
        ComplianceMandate = "compliance-mandate",
        DistributionControl = "distribution-control",
        PoliticalSignalling = "political-signalling",
    }
}

vocabulary! {
    /// What a parameter of the likelihood or consequence model rests on.
    Basis {
        /// Fitted to a data set that is named.
        Measured = "measured",
        /// Counted in the ledger of precedents, which is no census.
        Ledger = "ledger",
        /// A default that a user should replace.
        Judgement = "judgement",
    }
}

vocabulary! {
    /// Circumstances under which a vendor is more likely to be hit. All of a rule's circumstances must hold.
    Circumstance {
        /// A localisation law is in force and data of its residents is stored where the law does not allow it.
        LocalizationConflict = "localization-conflict",
        /// A local presence is required and the vendor has none.
        PresenceMissing = "presence-missing",
        /// A decryption or metadata law is in force and the vendor encrypts end to end.
        CoveredAndEncrypted = "covered-and-encrypted",
        /// The organisation's sector is one of those that regulators single out.
        RegulatedSector = "regulated-sector",
        /// The owner sits outside the country.
        ForeignOwner = "foreign-owner",
        /// The owner sits in the country.
        DomesticOwner = "domestic-owner",
        /// The service costs money.
        Paid = "paid",
        /// A state messenger is in force or enforced there.
        StateMessenger = "state-messenger",
        /// The vendor is run by its customer.
        SelfRun = "self-run",
        /// The vendor is a medium, not an app.
        Medium = "medium",
        /// The country has so many people that several regions are seldom all of it.
        Populous = "populous-country",
    }
}

vocabulary! {
    /// Who sits at the table of an exercise.
    Role {
        /// Leads, decides, keeps the time of decisions.
        CrisisLead = "crisis-lead",
        /// Runs channels, accounts and devices.
        It = "it",
        /// Answers for an activity.
        Owner = "owner",
        /// Writes to staff, customers and the press.
        Communications = "communications",
        /// Says what is lawful.
        Counsel = "counsel",
        /// Speaks with partners.
        PartnerContact = "partner-contact",
        /// Keeps the clock and the record, and plays no part.
        Observer = "observer",
    }
}

vocabulary! {
    /// When a step of a switch-over plan is taken.
    PlanPhase {
        FirstHour = "first-hour",
        FirstDay = "first-day",
        FirstWeek = "first-week",
        WayBack = "way-back",
    }
}

vocabulary! {
    /// Who takes a step of a switch-over plan.
    Actor {
        Decider = "decider",
        Deputy = "deputy",
        It = "it",
        TeamLead = "team-lead",
        PartnerContact = "partner-contact",
        Everyone = "everyone",
    }
}

vocabulary! {
    /// Whom a message of a switch-over plan is for.
    Listener {
        Employees = "employees",
        Partners = "partners",
    }
}

vocabulary! {
    /// What must be the case for a step of a switch-over plan.
    Condition {
        /// Employees have to be reached.
        Employees = "employees",
        /// Partners have to be reached.
        Partners = "partners",
        /// The client of the next channel comes from somewhere.
        NeedsInstall = "needs-install",
        /// The vendor of the next channel answers requests of the state.
        Discloses = "discloses",
        /// There is a surviving channel.
        Survivor = "survivor",
        /// There is none.
        NoSurvivor = "no-survivor",
        /// What people use every day gives less than the MBCO today.
        DownToday = "down-today",
    }
}

vocabulary! {
    /// What is missing for a switch-over plan to work.
    Lack {
        NoSurvivingChannel = "no-surviving-channel",
        TestFailed = "test-failed",
        NeverTested = "never-tested",
        TestOld = "test-old",
        PermitMissing = "permit-missing",
        NotProvisioned = "not-provisioned",
        StoreOnly = "store-only",
        PartnersBelowMbco = "partners-below-mbco",
        TooSlow = "too-slow",
        NumbersMissing = "numbers-missing",
    }
}
