//! Nodes that a channel depends on.

use crate::{
    document::{Code, KeyPath, Problem, nearest, quoted},
    profile::{
        refer::Names,
        rules::{Seen, numbered},
    },
};

/// What the organisation shares inside itself, and so names itself.
const OWN: &str = "own.";

pub(super) fn check(seen: &Seen<'_>, names: &dyn Names) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, channel) in seen.channels() {
        for (rest, id) in numbered("depends_on", &channel.depends_on) {
            let path = path.clone().join(&rest);
            problems.extend(match id.strip_prefix(OWN) {
                Some(word) => own(seen, path, id, word),
                None => unknown(seen, names, path, id),
            });
        }
    }
    problems
}

fn own(seen: &Seen<'_>, path: KeyPath, id: &str, word: &str) -> Option<Problem> {
    let fits =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    if !word.is_empty() && word.chars().all(fits) {
        return None;
    }
    let message = format!("{} cannot be the id of a node of your own", quoted(id));
    let help = "write `own.` and a word in lower-case letters, digits, `-`, `_`, and `.`";
    Some(seen.at(Code::BadId, path, message).help(help))
}

fn unknown(seen: &Seen<'_>, names: &dyn Names, path: KeyPath, id: &str) -> Option<Problem> {
    if names.has_node(id) {
        return None;
    }
    let span = seen.value(&path);
    let message = format!("the knowledge base has no node {}", quoted(id));
    let problem = seen.at(Code::UnknownNode, path, message).label("no such node");
    Some(match nearest(id, names.node_ids()) {
        Some(near) => problem.patch(span, format!("\"{near}\""), format!("did you mean `{near}`?")),
        None => {
            problem.help(format!("for something of your own, write `{OWN}` and a word of yours"))
        }
    })
}
