//! Problems for programs.

use std::ops::Range;

use serde_json::{Value, json};

use super::{Document, Problem, Refusal, Remark, inert};

/// `{file, problems: [{code, message, path, line, column, end_line, end_column, help, patch,
/// also}], omitted}`. Lines and columns count from 1, columns in characters; the end is the first
/// column behind the place.
pub fn to_json(refusal: &Refusal) -> Value {
    let document = &refusal.document;
    let problems: Vec<_> =
        refusal.problems.iter().map(|problem| problem_json(document, problem)).collect();
    json!({ "file": document.name, "problems": problems, "omitted": refusal.omitted })
}

fn problem_json(document: &Document, problem: &Problem) -> Value {
    let mut value = place_json(document, &problem.span);
    value["code"] = problem.code.word().into();
    value["message"] = inert(&problem.message).into();
    value["label"] = inert(&problem.label).into();
    value["path"] = problem.path.to_string().into();
    value["help"] = problem.help.iter().map(|help| inert(help).into_owned()).collect();
    value["patch"] = Value::Null;
    value["also"] = Value::Null;
    if let Some(patch) = &problem.patch {
        let mut change = place_json(document, &patch.span);
        change["replacement"] = patch.replacement.as_str().into();
        change["advice"] = inert(&patch.advice).into();
        change["safe"] = patch.safe.into();
        value["patch"] = change;
    }
    if let Some((span, label)) = &problem.also {
        let mut second = place_json(document, span);
        second["label"] = inert(label).into();
        value["also"] = second;
    }
    value
}

/// A remark: `{code, id, message, path, line, column, end_line, end_column, help}`.
pub fn remark_json(document: &Document, remark: &Remark) -> Value {
    let mut value = place_json(document, &remark.span);
    value["code"] = remark.word.into();
    value["id"] = remark.id.as_str().into();
    value["message"] = inert(&remark.message).into();
    value["path"] = remark.path.to_string().into();
    value["help"] = remark.help.iter().map(|help| inert(help).into_owned()).collect();
    value
}

fn place_json(document: &Document, span: &Range<usize>) -> Value {
    let (line, column) = document.line_column(span.start);
    let (end_line, end_column) = document.line_column(span.end);
    json!({ "line": line, "column": column, "end_line": end_line, "end_column": end_column })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Code;

    #[test]
    fn every_part_of_a_problem_is_there() {
        let problem = Problem::new(Code::DuplicateId, 9..11, "`é` stands twice")
            .help("rename one")
            .patch(9..11, "e", "use `e`")
            .also(3..5, "the first");
        let document = Document::unplaced("a.toml", "a: é\nb: é\n");
        let value = to_json(&Refusal::new(document, vec![problem]));
        let found = &value["problems"][0];
        assert_eq!(value["file"], "a.toml");
        assert_eq!((&found["code"], &found["line"]), (&json!("duplicate-id"), &json!(2)));
        assert_eq!((&found["column"], &found["end_column"]), (&json!(4), &json!(5)));
        assert_eq!(found["patch"]["replacement"], "e");
        assert_eq!(found["also"]["line"], 1);
        assert_eq!(found["help"][0], "rename one");
    }
}
