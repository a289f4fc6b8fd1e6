//! `knowledge`: look things up in the base, and check it.

mod lint;
mod overlay;

use serde_json::json;

use super::{clock, json::json as printed};
use crate::{
    browse::{self, Filter, Found, Kind, Subject},
    cli::{KnowledgeCommand, ListArgs, PageFormat, SearchArgs, ShowArgs},
    document,
    exit::Exit,
    failure::Failure,
    knowledge::Knowledge,
    ui::Ui,
    words,
};

pub use overlay::{load, read as overlay};

/// Runs what was asked for.
pub fn run(command: &KnowledgeCommand, ui: &mut Ui) -> Result<Exit, Failure> {
    match command {
        KnowledgeCommand::List(args) => list(args, ui),
        KnowledgeCommand::Show(args) => show(args, ui),
        KnowledgeCommand::Search(args) => search(args, ui),
        KnowledgeCommand::Check(args) => lint::run(args, ui),
    }
}

fn list(args: &ListArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = load(args.context.knowledge.as_deref())?;
    let resolve = |word: &Option<String>, kind: Kind| {
        word.as_ref()
            .map(|word| one(&knowledge, word, Some(kind)).map(|found| found.id))
            .transpose()
    };
    let filter = Filter {
        country: resolve(&args.country, Kind::Country)?,
        scenario: resolve(&args.scenario, Kind::Scenario)?,
        vendor: resolve(&args.vendor, Kind::Vendor)?,
    };
    if let Some(idle) = filter.idle(args.kind).first() {
        let message = format!("`{idle}` says nothing about a list of kind {}", args.kind.word());
        return Err(Failure::usage(message, "list precedents with it instead"));
    }
    let listing = browse::list(&knowledge, args.kind, &filter, clock::day(args.context.as_of));
    let text = match args.format {
        PageFormat::Text => browse::text_listing(&listing, ui),
        PageFormat::Markdown => browse::markdown_listing(&listing),
        PageFormat::Json => {
            printed(&json!({ "format": 1, "kind": listing.kind, "rows": listing.objects() }))?
        }
    };
    ui.result(&text)?;
    Ok(Exit::Done)
}

fn show(args: &ShowArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = load(args.context.knowledge.as_deref())?;
    let subject = one(&knowledge, &args.id, args.kind)?;
    let as_of = clock::day(args.context.as_of);
    let page = browse::page(&knowledge, &subject, as_of)
        .ok_or_else(|| Failure::internal(format!("no page for `{}`", subject.id)))?;
    let text = match args.format {
        PageFormat::Text => browse::text_page(&page, ui),
        PageFormat::Markdown => browse::markdown_page(&page),
        PageFormat::Json => printed(&page)?,
    };
    ui.result(&text)?;
    Ok(Exit::Done)
}

fn search(args: &SearchArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = load(args.context.knowledge.as_deref())?;
    let found = browse::search(&knowledge, &args.text);
    let text = match args.format {
        PageFormat::Json => printed(&json!({ "format": 1, "text": args.text, "found": found }))?,
        PageFormat::Markdown => browse::markdown_found(&args.text, &found),
        PageFormat::Text => browse::text_found(&args.text, &found, ui),
    };
    ui.result(&text)?;
    Ok(Exit::Done)
}

/// The one thing that a word means.
fn one(knowledge: &Knowledge, word: &str, kind: Option<Kind>) -> Result<Subject, Failure> {
    let quoted = document::quoted(&document::inert(word));
    let refused = |message: String, hints: Vec<String>| Failure::Plain {
        message,
        hints,
        exit: Exit::Problems,
    };
    match browse::find(knowledge, word, kind) {
        Found::One(subject) => Ok(subject),
        Found::Several(subjects) => Err(refused(
            format!("{quoted} can mean {}", words::count(subjects.len(), "entry")),
            subjects.iter().map(|subject| ask(word, subject, &subjects)).collect(),
        )),
        Found::Nothing(near) => {
            let noun = kind.map_or("entry", Kind::word);
            let mut hints: Vec<String> =
                near.into_iter().map(|word| format!("did you mean `{word}`?")).collect();
            hints.push("look for it with: blackstart knowledge search TEXT".to_owned());
            Err(refused(format!("the knowledge base has no {noun} {quoted}"), hints))
        }
    }
}

/// How to ask for one of several things of the same name.
fn ask(word: &str, subject: &Subject, all: &[Subject]) -> String {
    let kind = subject.kind.word();
    let alone = all.iter().filter(|other| other.kind == subject.kind).count() == 1;
    let (word, name) = (document::inert(word), document::inert(&subject.name));
    let asked = if alone { word } else { document::inert(&subject.id) };
    format!("the {kind} {name}: blackstart knowledge show \"{asked}\" --kind {kind}")
}
