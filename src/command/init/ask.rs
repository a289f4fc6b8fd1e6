//! `init --ask`: the interview, whoever puts the questions.

use std::{
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use super::{create, lines::Lines, prompts::Prompts};
use crate::{
    assess::assess,
    cli::InitArgs,
    command::{clock, output::Pending, parallel::Threads, subject::Subject},
    document::{self, file},
    exit::Exit,
    failure::Failure,
    interview::{self, Answers, Question, Step},
    knowledge::Knowledge,
    ui::{Ui, layout},
    words,
};

/// What came back.
pub enum Reply {
    Typed(String),
    Back,
    Stop,
}

/// Puts questions to a person.
pub trait Asker {
    /// Asks; `at` is the number of the question, `of` about how many there are.
    fn ask(&mut self, question: &Question, at: usize, of: usize) -> Result<Reply, Failure>;
    /// Says a sentence in between.
    fn say(&mut self, text: &str);
}

/// How many findings are shown at the end.
const SHOWN: usize = 3;

/// Asks until all is answered or somebody stops.
pub fn run(args: &InitArgs, knowledge: &Knowledge, ui: &mut Ui) -> Result<Exit, Failure> {
    let as_of = clock::day(args.context.as_of);
    let kept = kept(&args.path);
    let mut answers = earlier(&kept)?;
    let spoken = ui.plain || !io::stdin().is_terminal() || !io::stderr().is_terminal();
    let mut asker: Box<dyn Asker> =
        if spoken { Box::new(Lines::new(ui.clone())) } else { Box::new(Prompts) };
    if !answers.is_empty() {
        let number = words::count(answers.len(), "answer");
        asker.say(&format!("Going on with {number} from {}.", kept.display()));
    }
    while let Step::Ask { question, of } = interview::next(&answers, knowledge) {
        match asker.ask(&question, answers.len() + 1, of)? {
            Reply::Typed(text) => match interview::read(&question, &text, knowledge, as_of) {
                Ok(answer) => answers.push(&question.id, answer),
                Err(fault) => {
                    asker.say(&fault);
                    continue;
                }
            },
            Reply::Back if !answers.back() => asker.say("This is the first question."),
            Reply::Back => {}
            Reply::Stop => return Ok(stopped(&args.path, &kept, &answers, ui)),
        }
        keep(&kept, &answers)?;
    }
    finish(args, &kept, &interview::profile(&answers, knowledge, as_of), knowledge, ui)
}

/// Where answers are kept until all are there: `acme.answers.toml` beside `acme.toml`.
fn kept(path: &Path) -> PathBuf {
    path.with_extension("answers.toml")
}

fn earlier(kept: &Path) -> Result<Answers, Failure> {
    if kept.symlink_metadata().is_err() {
        return Ok(Answers::default());
    }
    let text = file::read(kept).map_err(|refusal| Failure::Refused(vec![refusal]))?;
    toml::from_str(&text).map_err(|_| Failure::Plain {
        message: format!("`{}` does not hold answers of an interview", kept.display()),
        hints: vec!["move it away to begin anew".to_owned()],
        exit: Exit::Problems,
    })
}

/// After each answer, so that nothing is lost whatever happens next.
fn keep(kept: &Path, answers: &Answers) -> Result<(), Failure> {
    let text = toml::to_string(answers).map_err(|error| Failure::internal(error.to_string()))?;
    Pending::create(kept)?.finish(&text).map(drop)
}

fn stopped(path: &Path, kept: &Path, answers: &Answers, ui: &mut Ui) -> Exit {
    if answers.is_empty() {
        ui.note("nothing was answered, and nothing was written");
    } else {
        let number = words::count(answers.len(), "answer");
        ui.note(&format!("{number} kept in {}; to go on:", kept.display()));
        ui.note(&format!("  blackstart init --ask {}", path.display()));
    }
    Exit::Problems
}

fn finish(
    args: &InitArgs,
    kept: &Path,
    text: &str,
    knowledge: &Knowledge,
    ui: &mut Ui,
) -> Result<Exit, Failure> {
    create(&args.path, text, knowledge, ui)?;
    // The profile has everything that was answered.
    let _ = fs::remove_file(kept);
    let name = args.path.display().to_string();
    let subject = match Subject::of(&name, text, knowledge, clock::day(args.context.as_of)) {
        Ok(subject) => subject,
        Err(refusal) => {
            ui.note(document::render(&refusal, ui.style(false)).trim_end());
            return Ok(Exit::Problems);
        }
    };
    let summary = subject.weigh(Threads::default(), |facts| {
        let assessment = assess(facts);
        let mut out = String::from("\nFirst findings\n");
        for (at, finding) in assessment.findings.iter().take(SHOWN).enumerate() {
            layout::line(&mut out, ui, 2, &format!("{}. {}", at + 1, finding.title));
        }
        Ok(out)
    })?;
    ui.result(&format!(
        "{summary}\nNext\n  blackstart assess {name}\n  blackstart check {name}   says what to \
         answer next\n"
    ))?;
    Ok(Exit::Done)
}
