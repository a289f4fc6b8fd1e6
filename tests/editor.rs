//! Samples that an editor underlines are refused by `check` too.

use std::fs;

use crate::support::{Tool, root};

#[test]
fn what_the_schema_refuses_is_refused() {
    let mut names: Vec<_> =
        fs::read_dir(root().join("tests/editor")).unwrap().map(|one| one.unwrap().path()).collect();
    names.sort();
    assert!(names.len() > 14);
    for path in names {
        let text = fs::read(&path).unwrap();
        let ran = Tool::new(&["check", "a.toml", "--problems-only"]).file("a.toml", text).run();
        assert_eq!(ran.code, 1, "{} is accepted", path.display());
    }
}
