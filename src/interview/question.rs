//! A question, with all that an asker needs to put it.

/// What an answer has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Any text of at most so many characters.
    Text(usize),
    /// One country, by code or name.
    Country,
    /// Several countries.
    Countries,
    /// A whole number of people.
    People,
    /// Means of communication, by id, alias or name; what is not known is described afterwards.
    Vendors,
    /// One means of communication that is known.
    Known,
    /// One of these, by its word or its number.
    Choice(Vec<(String, String)>),
    /// Names of one's own, with commas.
    Names,
    /// A share, in per cent or from 0 to 1.
    Share,
    /// A day that has been, as 2026-05-01.
    Day,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The same in every run: answers are kept under it.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// Why it matters, in one or two sentences.
    pub why: String,
    pub kind: Kind,
    /// What Enter stands for, as a person would type it, and how it is shown. None where an answer is
    /// needed.
    pub default: Option<(String, String)>,
    /// What can be offered while typing.
    pub offered: Vec<String>,
}

impl Question {
    pub fn new(id: impl Into<String>, kind: Kind, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            why: String::new(),
            kind,
            default: None,
            offered: Vec::new(),
        }
    }

    #[must_use]
    pub fn why(mut self, why: &str) -> Self {
        why.clone_into(&mut self.why);
        self
    }

    /// Enter stands for this text.
    #[must_use]
    pub fn or(mut self, default: impl Into<String>) -> Self {
        let text = default.into();
        self.default = Some((text.clone(), text));
        self
    }

    /// Enter passes the question over; `shown` says what then holds.
    #[must_use]
    pub fn or_nothing(mut self, shown: impl Into<String>) -> Self {
        self.default = Some((String::new(), shown.into()));
        self
    }

    #[must_use]
    pub fn offer(mut self, offered: Vec<String>) -> Self {
        self.offered = offered;
        self
    }
}
