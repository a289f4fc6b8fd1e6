//! What nobody has answered yet: fields, questions of channels, questions for counsel.

use crate::{
    advise::{Advised, catalogue::Reason},
    assess::{Assessment, Facts, questions::Answered},
    report::view::{OpenQuestion, SensitivityView},
    words,
};

/// Fields that move the result most, then channels, then counsel.
pub fn open_questions(
    facts: &Facts,
    assessment: &Assessment,
    advised: &Advised,
    sensitivity: &SensitivityView,
) -> Vec<OpenQuestion> {
    let question = |kind: &str, question: String, why: String| OpenQuestion {
        kind: kind.to_owned(),
        question,
        why,
    };
    let fields = sensitivity.open.iter().map(|one| {
        let why = format!("{} Write `{}` with your own value.", one.sentence, one.line);
        question("field", words::sentence(&format!("{}: {}?", one.place, one.what)), why)
    });
    let mut all: Vec<OpenQuestion> = fields.collect();
    for (channel, answers) in facts.estate.channels.iter().zip(&assessment.questions) {
        for answer in answers.iter().filter(|one| one.answered != Answered::Profile) {
            let asked = format!("{}: {}", channel.name, answer.question.text());
            all.push(question("channel", asked, answer.how_to_answer()));
        }
    }
    for one in advised.catalogue.excluded.iter().filter(|one| one.reason == Reason::Unclear) {
        let names: Vec<&str> =
            one.regions.iter().map(|code| facts.estate.knowledge.country_name(code)).collect();
        let place =
            if names.is_empty() { String::new() } else { format!(" in {}", words::list(&names)) };
        let asked = format!("May a company use this{place}: {}?", one.title);
        let why = if one.detail.is_empty() { Reason::Unclear.meaning() } else { &one.detail };
        all.push(question("counsel", asked, words::sentence(why)));
    }
    all
}
