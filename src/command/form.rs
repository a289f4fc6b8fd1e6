//! `form`.

use super::{clock, knowledge, output::Pending};
use crate::{
    cli::FormArgs,
    document::file,
    exit::Exit,
    failure::Failure,
    form::{Opened, page},
    ui::Ui,
};

/// Writes the page.
pub fn run(args: &FormArgs, ui: &mut Ui) -> Result<Exit, Failure> {
    let knowledge = knowledge::load(args.context.knowledge.as_deref())?;
    // A profile with problems can be opened too: the form is there to mend it.
    let text = match &args.profile {
        Some(path) => Some(file::read(path).map_err(|refusal| Failure::Refused(vec![refusal]))?),
        None => None,
    };
    let name = args.profile.as_ref().and_then(|path| path.file_name());
    let name = name.map(|name| name.to_string_lossy().into_owned());
    let opened = name.as_deref().zip(text.as_deref()).map(|(file, text)| Opened { file, text });
    let pending = args.output.as_deref().map(Pending::create).transpose()?;
    let page = page(&knowledge, clock::day(args.context.as_of), opened.as_ref())
        .map_err(Failure::internal)?;
    match pending {
        Some(file) => ui.note(&format!("wrote {}", file.finish(&page)?.display())),
        None => ui.result(&page)?,
    }
    Ok(Exit::Done)
}
