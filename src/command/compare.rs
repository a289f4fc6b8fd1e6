//! `compare`: two snapshots, what is different, and why.

use std::path::{Path, PathBuf};

use super::{
    json::json,
    knowledge,
    output::{self, Pending},
    parallel::Threads,
    snapshots::{self, all_in, folders, knowledge_of},
    templates,
};
use crate::{
    cli::{CompareArgs, Format},
    compare::{
        Attribution, Reading, Side, attribute, changes,
        worth::{Now, Worth, worth},
    },
    document::Refusal,
    exit::Exit,
    failure::Failure,
    gate::{self, Judging},
    knowledge::Knowledge,
    profile::{self, Profile},
    report::{
        self, Compared, ComparisonView, Run, TemplateError, Templates, chart::ComparisonPage,
    },
    snapshot::Snapshot,
    ui::Ui,
};

/// Reads both, compares, writes, and ends as the gates say.
pub fn run(args: &CompareArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let place = place(args)?;
    let templates = templates::load(args.written.templates.as_deref())?;
    let [old, new] = both(args)?;
    let pending = place.as_deref().map(Pending::create).transpose()?;
    let (view, judged) = compared(&old, &new, args)?;
    let text = render(args.written.format, &view, &templates, ui)?;
    output::deliver(pending, &text, ui)?;
    told(&judged, ui);
    Ok(gate::exit(&judged))
}

/// One line for each gate that failed.
pub fn told(judged: &[gate::Judged], ui: &mut Ui) {
    for one in judged.iter().filter(|one| !one.passed) {
        ui.note(&format!("gate {} failed: {}", one.gate, one.reason));
    }
}

/// A snapshot, and where it stands.
struct Saved {
    path: PathBuf,
    snapshot: Snapshot,
    reading: Reading,
}

impl Saved {
    fn read(path: PathBuf) -> Result<Self, Refusal> {
        let snapshot = snapshots::read(&path)?;
        Self::of(path, snapshot)
    }

    fn of(path: PathBuf, snapshot: Snapshot) -> Result<Self, Refusal> {
        let reading = Reading::of(&snapshot.assessment).map_err(|error| {
            let message = format!("the assessment in `{}` cannot be read: {error}", path.display());
            snapshots::problem(&path, message, "use the version of blackstart that wrote it")
        })?;
        Ok(Self { path, snapshot, reading })
    }
}

fn both(args: &CompareArgs) -> Result<[Saved; 2], Failure> {
    let Some(new) = &args.new else { return last_two(&args.old) };
    let read: Vec<Result<Saved, Refusal>> =
        [&args.old, new].into_iter().map(|path| Saved::read(path.clone())).collect();
    let (mut sides, mut refusals) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Ok(side) => sides.push(side),
            Err(refusal) => refusals.push(refusal),
        }
    }
    match <[Saved; 2]>::try_from(sides) {
        Ok(sides) => fitting(sides),
        Err(_) => Err(Failure::Refused(refusals)),
    }
}

fn last_two(folder: &Path) -> Result<[Saved; 2], Failure> {
    if !folder.is_dir() {
        return Err(Failure::usage(
            "compare needs two snapshots",
            "give both files, or the folder of an organisation to compare its last two",
        ));
    }
    let mut found = Vec::new();
    for folder in folders(folder)? {
        let (good, bad) = all_in(&folder)?;
        if !bad.is_empty() {
            return Err(Failure::Refused(bad));
        }
        if !good.is_empty() {
            found.push(good);
        }
    }
    if found.len() > 1 {
        return Err(Failure::Plain {
            message: format!("`{}` has snapshots of several organisations", folder.display()),
            hints: vec!["give the folder of one of them".to_owned()],
            exit: Exit::Problems,
        });
    }
    let mut good = found.pop().unwrap_or_default();
    let (Some(new), Some(old)) = (good.pop(), good.pop()) else {
        return Err(Failure::Plain {
            message: format!("`{}` has fewer than two snapshots", folder.display()),
            hints: vec!["`blackstart assess PROFILE --save DIR` adds one".to_owned()],
            exit: Exit::Problems,
        });
    };
    let side =
        |(path, snapshot)| Saved::of(path, snapshot).map_err(|one| Failure::Refused(vec![one]));
    fitting([side(old)?, side(new)?])
}

/// The same organisation, the same currency, in the order of their days.
fn fitting(sides: [Saved; 2]) -> Result<[Saved; 2], Failure> {
    let [old, new] = &sides;
    let names = [&old.reading.organization, &new.reading.organization];
    let fault = if names[0].name != names[1].name {
        let message = format!("they are of {} and of {}", names[0].name, names[1].name);
        Some((message, "compare two snapshots of one organisation"))
    } else if names[0].currency != names[1].currency {
        let message =
            format!("their amounts are in {} and {}", names[0].currency, names[1].currency);
        Some((message, "assess the earlier profile again in the currency of the later one"))
    } else if old.reading.as_of >= new.reading.as_of {
        let message = format!(
            "the first is of {} and the second of {}",
            old.reading.as_of, new.reading.as_of
        );
        Some((message, "give the earlier one first"))
    } else {
        None
    };
    match fault {
        None => Ok(sides),
        Some((why, help)) => {
            let message = format!("the two snapshots cannot be compared: {why}");
            Err(Failure::Refused(vec![snapshots::problem(&new.path, message, help)]))
        }
    }
}

/// Everything that is said of two snapshots.
fn compared(
    old: &Saved,
    new: &Saved,
    args: &CompareArgs,
) -> Result<(ComparisonView, Vec<gate::Judged>), Failure> {
    let threads = Threads::default();
    let mut notes = Vec::new();
    let now = knowledge_of(&new.path, &new.snapshot);
    // Where the method of the run is gone, that of this program says what is material.
    let material = match &now {
        Ok(knowledge) => knowledge.method.harm.material_points,
        Err(_) => knowledge::load(None)?.method.harm.material_points,
    };
    let why = why((old, new), now, &mut notes, threads);
    let found = changes(&old.reading, &new.reading, material);
    let before = Some((&old.reading, &found[..]));
    let judging = Judging { now: &new.reading, before, new_only: args.gates.new_only };
    let judged = judging.all(&args.gates.fail_on);
    let run = |side: &'_ Saved| -> (String, String) {
        (side.snapshot.tool.clone(), side.snapshot.inputs.knowledge.clone())
    };
    let (first, second) = (run(old), run(new));
    let view = report::comparison(&Compared {
        before: Run { reading: &old.reading, tool: &first.0, knowledge: &first.1 },
        after: Run { reading: &new.reading, tool: &second.0, knowledge: &second.1 },
        changes: &found,
        attribution: why.as_ref().map(|why| &why.attribution),
        edits: why.as_ref().map_or(Some(&[]), |why| why.edits.as_deref()),
        notes: &notes,
        gates: &judged,
        material,
    });
    Ok((view, judged))
}

struct Why {
    attribution: Attribution,
    edits: Option<Vec<Worth>>,
}

/// Computes both runs anew, as far as what they depended on is still there.
fn why(
    (old, new): (&Saved, &Saved),
    now: Result<Knowledge, String>,
    notes: &mut Vec<String>,
    threads: Threads,
) -> Option<Why> {
    let now = match now {
        Ok(knowledge) => knowledge,
        Err(what) => {
            notes.push(format!("Why figures moved cannot be told: {what}."));
            return None;
        }
    };
    let then = knowledge_of(&old.path, &old.snapshot).unwrap_or_else(|what| {
        notes.push(format!(
            "The knowledge base of {} is not available ({what}), so the earlier run was computed again \
             with that of {}: what knowledge and method changed is not told apart, and stands beside \
             the parts as restated.",
            old.reading.as_of, new.reading.as_of
        ));
        now.clone()
    });
    let (before, after) = (judged(old, &then, notes)?, judged(new, &now, notes)?);
    let sides = [
        Side { profile: &before, knowledge: &then, as_of: old.reading.as_of },
        Side { profile: &after, knowledge: &now, as_of: new.reading.as_of },
    ];
    let attribution = attribute(&sides[0], &sides[1], &threads);
    restated(old, new, &attribution, notes);
    let text = &new.snapshot.profile.text;
    let here = Now { text, knowledge: &now, as_of: new.reading.as_of, figures: &attribution.new };
    let edits = worth(&old.snapshot.profile.text, &here, &threads);
    Some(Why { attribution, edits })
}

/// The profile of a side, which a later version may judge differently.
fn judged(side: &Saved, knowledge: &Knowledge, notes: &mut Vec<String>) -> Option<Profile> {
    let written = &side.snapshot.profile;
    match profile::load(&written.file, &written.text, knowledge, side.reading.as_of) {
        Ok((profile, _)) => Some(profile),
        Err(refusal) => {
            let first = refusal.problems.first().map_or("", |problem| problem.message.as_str());
            notes.push(format!(
                "Why figures moved cannot be told: this version refuses the profile of {}: {first}.",
                side.reading.as_of
            ));
            None
        }
    }
}

/// Says where this program computes another figure than was reported.
fn restated(old: &Saved, new: &Saved, why: &Attribution, notes: &mut Vec<String>) {
    for (side, figures) in [(old, &why.old), (new, &why.new)] {
        let (reported, computed) = (side.reading.verdict.eal.value, figures.eal);
        if (reported - computed).abs() > 1e-6 * reported.abs().max(1.0) {
            notes.push(format!(
                "The run of {} was made by {} with the method {} and is computed anew here: its expected \
                 loss is {computed:.0} now and was {reported:.0} then. The parts explain the change \
                 between the figures of now.",
                side.reading.as_of, side.snapshot.tool, side.reading.method.version
            ));
        }
    }
}

fn render(
    format: Format,
    view: &ComparisonView,
    templates: &Templates,
    ui: &Ui,
) -> Result<String, Failure> {
    let failed = |error: TemplateError| Failure::template(&error);
    match format {
        Format::Terminal => Ok(report::comparison_text(view, ui)),
        Format::Html => templates.page("html/compare", &ComparisonPage::new(view)).map_err(failed),
        Format::Markdown => templates.page("markdown/compare", view).map_err(failed),
        Format::Json => json(view),
    }
}

/// Where it goes; standard output where nothing is said.
fn place(args: &CompareArgs) -> Result<Option<PathBuf>, Failure> {
    output::place(&args.written, "comparison")
}
