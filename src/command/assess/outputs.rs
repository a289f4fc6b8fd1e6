//! What goes where.

use std::path::{Path, PathBuf};

use crate::{
    cli::{AssessArgs, ReportFormat},
    command::output::Pending,
    failure::Failure,
};

/// What is printed, and what is written to which file.
pub struct Outputs {
    pub printed: Vec<ReportFormat>,
    pub written: Vec<(ReportFormat, PathBuf)>,
}

impl Outputs {
    pub fn new(args: &AssessArgs) -> Result<Self, Failure> {
        let mut formats = args.format.clone();
        formats.sort_unstable();
        formats.dedup();
        let (screen, documents): (Vec<ReportFormat>, Vec<ReportFormat>) =
            formats.into_iter().partition(|format| *format == ReportFormat::Terminal);
        let Some(output) = &args.output else {
            return match (screen.len(), documents.len()) {
                (_, 0) => Ok(Self { printed: screen, written: Vec::new() }),
                (0, 1) => Ok(Self { printed: documents, written: Vec::new() }),
                _ => Err(Failure::usage(
                    "several formats need a folder to go to",
                    "add --output out/",
                )),
            };
        };
        if documents.is_empty() {
            return Err(Failure::usage(
                "--output needs a format that is a file",
                "add --format html, or several: --format html,markdown,json",
            ));
        }
        let single = documents.len() == 1 && output.extension().is_some() && !output.is_dir();
        let place = |format: ReportFormat| {
            if single { output.clone() } else { output.join(file_name(&args.profile, format)) }
        };
        Ok(Self {
            printed: screen,
            written: documents.iter().map(|format| (*format, place(*format))).collect(),
        })
    }

    /// Opens every file, so that a place that cannot be written fails before the work.
    pub fn open(&self) -> Result<Vec<(ReportFormat, Pending)>, Failure> {
        self.written.iter().map(|(format, place)| Ok((*format, Pending::create(place)?))).collect()
    }
}

fn file_name(profile: &Path, format: ReportFormat) -> String {
    let stem = profile.file_stem().map_or_else(|| "report".into(), |stem| stem.to_string_lossy());
    let ending = match format {
        ReportFormat::Html => "html",
        ReportFormat::Markdown => "md",
        ReportFormat::Json => "json",
        ReportFormat::Terminal => "txt",
        ReportFormat::Csv => "register.csv",
        ReportFormat::FindingsCsv => "findings.csv",
        ReportFormat::CisoAssistant => "ciso-assistant.csv",
        ReportFormat::DoraB0202 => "b_02.02.csv",
        ReportFormat::DoraB0701 => "b_07.01.csv",
    };
    format!("{stem}.{ending}")
}
