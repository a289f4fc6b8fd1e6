//! How much stands on a sheet, so that print can be set to fit on one page.

use crate::report::view::{BeforeView, LadderRungView, PlanView};

/// Lines of a sheet at the normal size, about; measured on printed sheets.
const NORMAL: usize = 69;
const DENSE: usize = 83;

/// normal, dense or tight.
pub fn of(view: &PlanView) -> &'static str {
    let lines = lines(view);
    if lines <= NORMAL {
        "normal"
    } else if lines <= DENSE {
        "dense"
    } else {
        "tight"
    }
}

/// Lines that a text takes in a column of so many letters.
fn rows(letters: usize, column: usize) -> usize {
    letters.div_ceil(column).max(1)
}

fn length(text: Option<&String>) -> usize {
    text.map_or(0, |text| text.chars().count())
}

/// Lines of the whole sheet, about.
fn lines(view: &PlanView) -> usize {
    let top = rows(length(view.alarm.as_ref()) + length(view.closest.as_ref()), 100)
        + rows(view.name.chars().count() + view.country.chars().count(), 60)
        + rows(view.today.chars().count() + view.notice.chars().count() + 60, 130);
    top + beside(view) + ladder(view) + steps(view) + before(view)
}

/// People at the left and words at the right: the longer counts.
fn beside(view: &PlanView) -> usize {
    let people: usize = view
        .people
        .iter()
        .map(|one| {
            let part = rows(one.part.chars().count(), 16) + rows(length(one.role.as_ref()), 16);
            let name = rows(length(one.name.as_ref()), 12);
            part.max(name)
                .max(rows(length(one.phone.as_ref()), 15))
                .max(rows(length(one.other.as_ref()), 15))
        })
        .sum();
    let words: usize = view.words.iter().map(|one| rows(one.text.chars().count(), 50)).sum();
    2 + people.max(3 + words)
}

fn ladder(view: &PlanView) -> usize {
    let rung = |one: &LadderRungView| -> usize {
        let channels: usize = one
            .channels
            .iter()
            .map(|channel| {
                let name = rows(channel.name.chars().count(), 30)
                    + rows(channel.vendor.chars().count() + channel.today.chars().count(), 34);
                let text = channel.reaches.join("; ").chars().count();
                let text = rows(text, 34)
                    + rows(length(channel.starts.as_ref()) + length(channel.tested.as_ref()), 34);
                let survives =
                    1 + rows(channel.reason.chars().count() + channel.shares.chars().count(), 42);
                name.max(text).max(survives)
            })
            .sum();
        let more = usize::from(one.more.is_some());
        channels.max(1) + more + one.go_when.as_ref().map_or(0, |go| rows(go.chars().count(), 130))
    };
    let ruled: usize = view.ruled_out.iter().map(|one| one.name.len() + one.reason.len()).sum();
    2 + view.ladder.iter().map(rung).sum::<usize>()
        + rows(ruled, 130)
        + rows(length(view.warning.as_ref()), 130)
}

/// Two columns.
fn steps(view: &PlanView) -> usize {
    let all: usize = view
        .phases
        .iter()
        .map(|phase| {
            let steps = phase.steps.iter();
            2 + steps
                .map(|step| rows(step.text.chars().count() + step.who.len(), 68))
                .sum::<usize>()
        })
        .sum();
    all.div_ceil(2)
}

fn before(view: &PlanView) -> usize {
    let row = |one: &BeforeView| {
        rows(length(one.about.as_ref()) + one.text.chars().count(), 60)
            .max(rows(one.lead_time.len(), 32))
    };
    2 + view.before.iter().map(row).sum::<usize>()
}
