//! Search results on a terminal, grouped by kind.

use super::{heading, line};
use crate::{
    browse::{Kind, Subject},
    document::quoted,
    ui::Ui,
    words,
};

/// One line a result.
pub fn found(text: &str, subjects: &[Subject], ui: &Ui) -> String {
    let mut out = String::new();
    let wanted = quoted(text);
    if subjects.is_empty() {
        line(&mut out, ui, 0, &format!("nothing holds {wanted}"));
        return out;
    }
    for kind in Kind::ALL {
        let of: Vec<&Subject> = subjects.iter().filter(|subject| subject.kind == kind).collect();
        if of.is_empty() {
            continue;
        }
        heading(&mut out, ui, &words::sentence(&words::count(of.len(), kind.word())));
        for subject in of {
            line(&mut out, ui, 2, &format!("{}: {}", subject.id, subject.name));
        }
        out.push('\n');
    }
    line(&mut out, ui, 0, "To read one: blackstart knowledge show ID");
    out
}
