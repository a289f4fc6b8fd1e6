//! What is said of one profile that is accepted.

use serde_json::{Value, json};

use crate::{
    assess::unanswered::Unanswered,
    document::{self, Document, Refusal, Remark, inert, remark_json},
    ui::{Ui, layout},
    words,
};

/// An accepted profile with what is worth a look.
pub struct Told {
    pub name: String,
    pub document: Document,
    pub remarks: Vec<Remark>,
    /// How many remarks somebody has accepted in the profile.
    pub accepted: usize,
    pub open: Vec<Open>,
}

/// A field that is worth answering.
pub struct Open {
    pub place: String,
    pub what: &'static str,
    /// As it could stand in the profile.
    pub line: String,
}

impl From<&Unanswered> for Open {
    fn from(field: &Unanswered) -> Self {
        Self { place: field.place.clone(), what: field.what, line: field.line.clone() }
    }
}

impl Told {
    /// "acme.toml: no problems, 2 warnings; 1 accepted".
    pub fn summary(&self, problems_only: bool) -> String {
        let name = inert(&self.name);
        if problems_only {
            return format!("{name}: no problems\n");
        }
        let warnings = match self.remarks.len() {
            0 => "no warnings".to_owned(),
            number => words::count(number, "warning"),
        };
        let accepted = match self.accepted {
            0 => String::new(),
            number => format!("; {number} accepted"),
        };
        format!("{name}: no problems, {warnings}{accepted}\n")
    }

    /// The fields most worth answering, each with the line to add.
    pub fn questions(&self, ui: &Ui) -> String {
        let mut out = String::new();
        if self.open.is_empty() {
            return out;
        }
        out.push_str("\nWorth answering next: write your own value in place of the one assumed\n");
        for one in &self.open {
            layout::line(&mut out, ui, 2, &format!("{}: {}", one.place, one.what));
            layout::line(&mut out, ui, 4, &one.line);
        }
        out
    }
}

/// `{file, problems, omitted, warnings, accepted, open}`.
pub fn json(file: &Result<Told, Refusal>) -> Value {
    match file {
        Err(refusal) => {
            let mut value = document::to_json(refusal);
            value["warnings"] = json!([]);
            value["accepted"] = 0.into();
            value["open"] = json!([]);
            value
        }
        Ok(told) => {
            let warnings: Vec<Value> =
                told.remarks.iter().map(|one| remark_json(&told.document, one)).collect();
            let open: Vec<Value> = told
                .open
                .iter()
                .map(|one| json!({ "place": one.place, "what": one.what, "line": one.line }))
                .collect();
            json!({
                "file": told.name, "problems": [], "omitted": 0,
                "warnings": warnings, "accepted": told.accepted, "open": open,
            })
        }
    }
}
