//! Where nothing survives, and what the loss hangs on: the sentences a board has to hear.

use super::heading;
use crate::{
    report::view::ReportView,
    ui::{Ui, layout::line},
};

/// Lines at most; the reports have them all.
const MOST: usize = 6;

/// Activities of this tier are told here.
const FIRST: u8 = 1;

/// One line for each activity and region of the first tier, and one on what hangs on what.
pub fn survival(out: &mut String, view: &ReportView, ui: &Ui) {
    let first = view.fallback_verdicts.iter().filter(|one| one.tier == FIRST);
    let lost: Vec<&String> = first.filter_map(|one| one.lost.as_ref()).collect();
    let hangs = view.importance.first();
    if lost.is_empty() && hangs.is_none() {
        return;
    }
    heading(out, ui, "What survives");
    for text in lost.iter().take(MOST) {
        line(out, ui, 2, text);
    }
    if lost.len() > MOST {
        line(out, ui, 2, &format!("and {} more in the report", lost.len() - MOST));
    }
    if let Some(one) = hangs {
        line(out, ui, 2, &one.sentence);
    }
}
