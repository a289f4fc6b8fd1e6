//! What is written: rows as they come, or the overview at the end.

use serde_json::json;

use crate::{
    cli::{PortfolioArgs, PortfolioFormat},
    command::{
        json::json as pretty,
        output::{self, Pending},
    },
    document::{Refusal, inert_json},
    failure::Failure,
    portfolio::Row,
    report::{self, PortfolioView, TemplateError, Templates, csv},
    ui::Ui,
};

pub struct Writer {
    format: PortfolioFormat,
    pending: Option<Pending>,
}

impl Writer {
    pub fn open(args: &PortfolioArgs, ui: &mut Ui) -> Result<Self, Failure> {
        let format = if args.jsonl { PortfolioFormat::Jsonl } else { args.format };
        if args.output.is_some() && format == PortfolioFormat::Terminal {
            return Err(Failure::usage(
                "--output needs a format that is a file",
                "add --format csv, jsonl, html, markdown or json",
            ));
        }
        let pending = args.output.as_deref().map(Pending::create).transpose()?;
        let mut writer = Self { format, pending };
        if format == PortfolioFormat::Csv {
            let head = csv::members_head().map_err(|error| Failure::internal(error.to_string()))?;
            writer.add(&head, ui)?;
        }
        Ok(writer)
    }

    fn add(&mut self, text: &str, ui: &mut Ui) -> Result<(), Failure> {
        match &mut self.pending {
            Some(file) => file.add(text),
            None => ui.result(text),
        }
    }

    /// A member, where rows are written.
    pub fn row(&mut self, row: &Row, ui: &mut Ui) -> Result<(), Failure> {
        let internal = |error: String| Failure::internal(error);
        match self.format {
            PortfolioFormat::Csv => {
                let text = csv::member(row).map_err(|error| internal(error.to_string()))?;
                self.add(&text, ui)
            }
            PortfolioFormat::Jsonl => {
                let text =
                    serde_json::to_string(row).map_err(|error| internal(error.to_string()))?;
                self.add(&(inert_json(&text) + "\n"), ui)
            }
            _ => Ok(()),
        }
    }

    /// A file that could not be assessed: a line of its own among lines, so that each input has one.
    pub fn refused(&mut self, name: &str, refusal: &Refusal, ui: &mut Ui) -> Result<(), Failure> {
        if self.format != PortfolioFormat::Jsonl {
            return Ok(());
        }
        let problems: Vec<_> = refusal
            .problems
            .iter()
            .map(|one| json!({ "code": one.code.word(), "message": one.message }))
            .collect();
        let line = json!({ "file": name, "problems": problems }).to_string();
        self.add(&(inert_json(&line) + "\n"), ui)
    }

    /// The overview, where one is written, and the file in its place.
    pub fn finish(
        self,
        view: &PortfolioView,
        templates: &Templates,
        ui: &mut Ui,
    ) -> Result<(), Failure> {
        let failed = |error: TemplateError| Failure::template(&error);
        let text = match self.format {
            PortfolioFormat::Terminal => report::portfolio_text(view, ui),
            PortfolioFormat::Html => templates.page("html/portfolio", view).map_err(failed)?,
            PortfolioFormat::Markdown => {
                templates.page("markdown/portfolio", view).map_err(failed)?
            }
            PortfolioFormat::Json => pretty(view)?,
            PortfolioFormat::Csv | PortfolioFormat::Jsonl => String::new(),
        };
        output::deliver(self.pending, &text, ui)
    }
}
