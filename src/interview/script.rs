//! Which question comes next. The order is that of the four questions: who and where, what people talk
//! over (data, requests, restrictions), and what must keep working with what in reserve.

use super::{
    answers::Answers,
    describe,
    question::{Kind, Question},
};
use crate::{
    knowledge::{Knowledge, Posture, Vendor},
    words,
};

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A question, and about how many there are in all.
    Ask { question: Box<Question>, of: usize },
    /// Everything is answered.
    Done,
}

/// The first question without an answer.
pub fn next(answers: &Answers, knowledge: &Knowledge) -> Step {
    let questions = questions(answers, knowledge);
    let open = questions.iter().find(|question| answers.get(&question.id).is_none());
    match open {
        Some(question) => Step::Ask { question: Box::new(question.clone()), of: questions.len() },
        None => Step::Done,
    }
}

/// Every question that the answers so far call for. Later ones may call for more.
fn questions(answers: &Answers, knowledge: &Knowledge) -> Vec<Question> {
    let mut all = organization(answers, knowledge);
    all.extend(tools(answers, knowledge));
    all.extend(activities(answers, knowledge));
    all
}

fn organization(answers: &Answers, knowledge: &Knowledge) -> Vec<Question> {
    let countries: Vec<String> = knowledge.countries.values().cloned().collect();
    let home = answers.given("home").map(|code| country(knowledge, code));
    let mut all = vec![
        Question::new("name", Kind::Text(120), "What is your organisation called?")
            .why("It stands at the head of the report."),
        Question::new("home", Kind::Country, "In which country is its head office?")
            .why("Laws of the home country bind it everywhere.")
            .offer(countries.clone()),
        Question::new("sector", Kind::Text(60), "What does it do?")
            .why(
                "Some sectors may not use some vendors in some countries. One word is enough, such \
                 as logistics, banking or media.",
            )
            .or_nothing("leave it open")
            .offer(describe::sectors(knowledge)),
    ];
    let regions = Question::new("regions", Kind::Countries, "In which countries do people work?")
        .why("Each is scored by what its government has done before. Names or codes, with commas.")
        .offer(countries);
    all.push(match &home {
        Some(home) => regions.or(home.clone()),
        None => regions,
    });
    for code in answers.list("regions") {
        let name = country(knowledge, code);
        let text = format!("How many people work in {name}?");
        all.push(
            Question::new(format!("staff:{code}"), Kind::People, text)
                .why("Losses are shared out by people. A round figure will do."),
        );
    }
    all
}

fn country(knowledge: &Knowledge, code: &str) -> String {
    let known = knowledge.jurisdictions.get(code).map(|one| one.name.clone());
    known.or_else(|| knowledge.countries.get(code).cloned()).unwrap_or_else(|| code.to_owned())
}

fn tools(answers: &Answers, knowledge: &Knowledge) -> Vec<Question> {
    let names: Vec<String> = knowledge.vendors.values().map(|one| one.name.clone()).collect();
    let text = "Which messengers, mail and phones do people get their work done with?";
    let mut all = vec![
        Question::new("tools", Kind::Vendors, text)
            .why(
                "Also those that nobody approved: what drivers have on their own \
                 phones counts. Names with commas. What is not known here can be described in two \
                 answers.",
            )
            .offer(names.clone()),
    ];
    let tools = answers.list("tools");
    for tool in &tools {
        all.extend(describe::unknown(tool, knowledge, &names));
    }
    for tool in tools {
        all.extend(three(tool, knowledge));
    }
    all
}

/// Questions 1 to 3 about a channel.
fn three(tool: &str, knowledge: &Knowledge) -> Vec<Question> {
    let vendor = knowledge.vendor(tool);
    let name = vendor.map_or(tool, |vendor| vendor.name.as_str());
    let stored = Question::new(
        format!("data:{tool}"),
        Kind::Countries,
        format!("1. Where does {name} store user data?"),
    )
    .why(
        "Localisation laws ask for this. Countries with commas, from the contract if you have one.",
    )
    .or_nothing(match vendor.map(|one| stored(one, knowledge)) {
        Some(places) if !places.is_empty() => format!("what is known: {places}"),
        _ => "not known".to_owned(),
    });
    let stances = ["comply", "resist", "exit", "unknown"];
    let said = ["it complies", "it resists", "it would rather leave", "nobody knows"];
    let choices = stances.iter().zip(said).map(|(a, b)| ((*a).to_owned(), b.to_owned()));
    let requests = Question::new(
        format!("requests:{tool}"),
        Kind::Choice(choices.collect()),
        format!("2. How does {name} handle requests for metadata?"),
    )
    .why("It decides who learns who talks to whom, and whether the vendor stays in the country.")
    .or_nothing(match vendor {
        Some(one) => format!("what is known: {}", posture(one.stance.posture)),
        None => "not known".to_owned(),
    });
    let assumed = words::share(knowledge.method.assumed.provisioned);
    let restrictions = Question::new(
        format!("restrictions:{tool}"),
        Kind::Share,
        format!("3. If {name} could not be downloaded from tomorrow on, how many have it already?"),
    )
    .why("Who has it installed and signed in keeps it for a while; everybody else is out at once.")
    .or_nothing(format!("assume {assumed}"));
    vec![stored, requests, restrictions]
}

fn stored(vendor: &Vendor, knowledge: &Knowledge) -> String {
    let places: Vec<String> =
        vendor.data.regions.iter().map(|code| country(knowledge, code)).collect();
    words::list(&places)
}

const fn posture(posture: Posture) -> &'static str {
    match posture {
        Posture::Comply => "it complies",
        Posture::Resist => "it resists",
        Posture::Exit => "it would rather leave",
        Posture::Mixed => "it differs by country",
        Posture::Customer => "your own people answer",
    }
}

fn activities(answers: &Answers, knowledge: &Knowledge) -> Vec<Question> {
    let mut all = vec![Question::new("activities", Kind::Names, "What must keep working?").why(
        "The three to five things that talk keeps going, such as Driver dispatch, Customer \
             support. Names with commas.",
    )];
    let tools: Vec<(String, String)> = answers
        .list("tools")
        .into_iter()
        .map(|tool| (tool.to_owned(), describe::name(tool, knowledge)))
        .collect();
    for activity in answers.list("activities") {
        all.extend(about(activity, &tools, answers, knowledge));
    }
    all
}

/// What is asked about one activity; the last is question 4.
fn about(
    activity: &str,
    tools: &[(String, String)],
    answers: &Answers,
    knowledge: &Knowledge,
) -> Vec<Question> {
    let mut all = Vec::new();
    let id = |what: &str| format!("{what}:{activity}");
    if tools.len() > 1 {
        let first = tools[0].1.clone();
        let text = format!("What does {activity} run on?");
        all.push(
            Question::new(id("channel"), Kind::Choice(tools.to_vec()), text)
                .why("The one that most people use for it.")
                .or(first),
        );
    }
    let urgent = [("1", "a day"), ("2", "three days"), ("3", "a week"), ("4", "two weeks")];
    let urgent = urgent.map(|(tier, said)| (tier.to_owned(), said.to_owned())).to_vec();
    all.push(
        Question::new(
            id("tier"),
            Kind::Choice(urgent),
            format!("How long may {activity} stop before it is intolerable?"),
        )
        .why("This sets its tier and the usual limits of that tier; the profile can be more exact.")
        .or("2"),
    );
    all.push(
        Question::new(id("owner"), Kind::Text(120), format!("Who answers for {activity}?"))
            .why("A role is better than a name. Actions in the report are sorted by owner.")
            .or_nothing("nobody yet"),
    );
    let names: Vec<String> = knowledge.vendors.values().map(|one| one.name.clone()).collect();
    all.push(
        Question::new(
            id("fallback"),
            Kind::Vendors,
            format!("4. If that failed, what would {activity} use instead?"),
        )
        .why(
            "The backup for employees and partners. blackstart proves whether it survives the same \
             event. Phone, SMS and radio count too.",
        )
        .or_nothing("nothing yet")
        .offer(names.clone()),
    );
    for tool in answers.list(&id("fallback")) {
        if !tools.iter().any(|(known, _)| known == tool) {
            all.extend(describe::unknown(tool, knowledge, &names));
        }
        let name = describe::name(tool, knowledge);
        all.push(
            Question::new(
                format!("tested:{activity}:{tool}"),
                Kind::Day,
                format!("When did {activity} last try {name} for real, and it worked?"),
            )
            .why("A fallback that was never tried is taken to give half of what it promises.")
            .or_nothing("never"),
        );
    }
    all
}
