//! `check`: every problem of profiles, what a practitioner would question, and what to answer next.

mod fix;
mod told;

use std::path::Path;

use self::told::Told;
use super::{clock, json::json, knowledge, parallel::Threads, subject::Subject};
use crate::{
    assess::{assess, place::place},
    cli::{CheckArgs, MessageFormat},
    document::{self, Refusal, Remark},
    exit::Exit,
    failure::Failure,
    ui::Ui,
};

/// Checks each profile; all that is to be said of all files in one run.
pub fn run(args: &CheckArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let mut knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    if let Some(months) = args.facts_months {
        knowledge.method.review.facts_months = months;
    }
    let as_of = clock::day(args.context.as_of);
    if args.fix {
        for path in &args.profiles {
            fix::fix(path, &knowledge, as_of, ui)?;
        }
    }
    let files: Vec<Result<Told, Refusal>> = args
        .profiles
        .iter()
        .map(|path| match Subject::read(path, &knowledge, as_of) {
            Ok(subject) => told(path, &subject, args.problems_only).map(Ok),
            Err(refusal) => Ok(Err(refusal)),
        })
        .collect::<Result<_, Failure>>()?;
    match args.message_format {
        MessageFormat::Json => {
            let files: Vec<_> = files.iter().map(told::json).collect();
            ui.result(&json(&serde_json::json!({ "format": 1, "files": files }))?)?;
        }
        MessageFormat::Human | MessageFormat::Short => say(args, &files, ui)?,
    }
    Ok(if files.iter().all(Result::is_ok) { Exit::Done } else { Exit::Problems })
}

fn told(path: &Path, subject: &Subject, problems_only: bool) -> Result<Told, Failure> {
    let name = path.display().to_string();
    if problems_only {
        let document = subject.document.clone();
        return Ok(Told { name, document, remarks: Vec::new(), accepted: 0, open: Vec::new() });
    }
    subject.weigh(Threads::default(), |facts| {
        let assessment = assess(facts);
        let shown = || assessment.findings.iter().filter(|finding| finding.code.in_check());
        let remark = |finding: &crate::assess::finding::Finding| {
            let path = place(&subject.profile, finding);
            let mut help = finding.details.clone();
            help.push(finding.remedy.clone());
            Remark {
                word: finding.code.word(),
                id: finding.id(),
                message: finding.title.clone(),
                span: subject.document.locate(&path).key,
                path,
                help,
            }
        };
        let mut remarks: Vec<Remark> =
            shown().filter(|finding| finding.accepted.is_none()).map(remark).collect();
        remarks.sort_by_key(|remark| remark.span.start);
        Ok(Told {
            name,
            document: subject.document.clone(),
            remarks,
            accepted: shown().filter(|finding| finding.accepted.is_some()).count(),
            open: facts.open.iter().map(|(field, _)| field.into()).collect(),
        })
    })
}

fn say(args: &CheckArgs, files: &[Result<Told, Refusal>], ui: &mut Ui) -> Result<(), Failure> {
    let short = args.message_format == MessageFormat::Short;
    let style = ui.style(short);
    for file in files {
        match file {
            Err(refusal) => ui.note(document::render(refusal, style).trim_end()),
            Ok(told) => {
                let said = document::remarks(&told.document, &told.remarks, style);
                if !said.is_empty() {
                    ui.note(said.trim_end());
                }
            }
        }
    }
    let mut text = String::new();
    for told in files.iter().flatten() {
        text.push_str(&told.summary(args.problems_only));
        if !short {
            text.push_str(&told.questions(ui));
        }
    }
    ui.result(&text)
}
