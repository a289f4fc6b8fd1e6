//! `knowledge check`: faults and notes, and with `--stats` what the base holds.

use serde_json::json;

use super::{
    super::{clock, json::json as printed},
    overlay,
};
use crate::{
    browse::{self, Stats, text_check, text_stats},
    cli::{LintArgs, PageFormat},
    exit::Exit,
    failure::Failure,
    knowledge::{Fault, Severity, months_before, review},
    ui::Ui,
};

/// Exit code 1 where something must be mended.
pub fn run(args: &LintArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let as_of = clock::day(args.context.as_of);
    let since = args.older_than.map(|months| months_before(as_of, months));
    let (faults, stats) = match overlay::judge(args.context.knowledge.as_deref())? {
        Err(faults) => (faults, None),
        Ok(knowledge) => {
            let stats = args.stats.then(|| browse::stats(&knowledge, as_of));
            (review(&knowledge, as_of, since), stats)
        }
    };
    ui.result(&report(args.format, &faults, stats.as_ref(), ui)?)?;
    let error = faults.iter().any(|fault| fault.code.severity() == Severity::Error);
    Ok(if error { Exit::Problems } else { Exit::Done })
}

fn report(
    format: PageFormat,
    faults: &[Fault],
    stats: Option<&Stats>,
    ui: &Ui,
) -> Result<String, Failure> {
    match format {
        PageFormat::Text => {
            let counted = stats.map(|stats| text_stats(stats, ui)).unwrap_or_default();
            Ok(format!("{}{counted}", text_check(faults, ui)))
        }
        PageFormat::Markdown => Ok(browse::markdown_check(faults, stats)),
        PageFormat::Json => {
            let all: Vec<_> = faults
                .iter()
                .map(|fault| {
                    json!({
                        "code": fault.code, "severity": fault.code.severity(),
                        "file": fault.file, "what": fault.what,
                    })
                })
                .collect();
            printed(&json!({ "format": 1, "faults": all, "stats": stats }))
        }
    }
}
