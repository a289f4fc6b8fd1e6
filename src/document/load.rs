//! From text to a checked value, or to everything that stands in the way.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use toml::{Spanned, de::DeTable};
use validator::Validate;

use super::{Code, Document, Problem, Refusal, decode, limits, shape, syntax, validated};

/// Reads a `T`. Each stage needs what the one before it has promised, so each reports all it sees
/// before the next.
pub fn load<T>(name: &str, text: &str) -> Result<(T, Document), Refusal>
where
    T: DeserializeOwned + JsonSchema + Validate,
{
    let mut document = Document::unplaced(name, text);
    let tree = match tree(&mut document, text, &shape::schema::<T>()) {
        Ok(tree) => tree,
        Err(problems) => return Err(Refusal::new(document, problems)),
    };
    let value: T = match decode::decode(&document, tree) {
        Ok(value) => value,
        Err(problem) => return Err(Refusal::new(document, vec![*problem])),
    };
    match validated::problems(&document, &value) {
        problems if problems.is_empty() => Ok((value, document)),
        problems => Err(Refusal::new(document, problems)),
    }
}

/// The tree, when its syntax and its shape are right.
fn tree<'i>(
    document: &mut Document,
    text: &'i str,
    schema: &serde_json::Value,
) -> Result<Spanned<DeTable<'i>>, Vec<Problem>> {
    if let Some(problem) = limits::before_parsing(text) {
        return Err(vec![problem]);
    }
    let (tree, errors) = DeTable::parse_recoverable(text);
    let mut problems = syntax::problems(document, tree.get_ref(), &errors);
    // A date that does not exist leaves the tree whole, so the shape of everything else can still
    // be judged.
    if problems.iter().any(|problem| problem.code != Code::BadDate) {
        return Err(problems);
    }
    if let Some(problem) = limits::after_parsing(tree.get_ref()) {
        return Err(vec![problem]);
    }
    document.note(tree.get_ref());
    problems.extend(shape::problems(document, tree.get_ref(), schema));
    if problems.is_empty() { Ok(tree) } else { Err(problems) }
}

/// The sound rest of a document whose shape was refused, for stages that can judge it. None where
/// the text could not be read as a whole.
pub fn rest<T>(refusal: &Refusal) -> Option<T>
where
    T: DeserializeOwned + JsonSchema,
{
    let whole = |problem: &Problem| !matches!(problem.code, Code::Syntax | Code::DuplicateKey);
    if refusal.document.text.is_empty() || !refusal.problems.iter().all(whole) {
        return None;
    }
    let tree: toml::Table = toml::from_str(&refusal.document.text).ok()?;
    let mended = shape::mend::mended(&shape::schema::<T>(), &tree, &refusal.problems);
    T::deserialize(mended).ok()
}
