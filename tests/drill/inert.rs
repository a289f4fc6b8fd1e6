//! Hostile names of a profile act in no format.

use blackstart::{drill, report::Templates};

use super::{exercises, ui};
use crate::{
    hostile::{HOSTILE, active, unescaped},
    support::views::profile,
};

fn hostile() -> Vec<drill::DrillView> {
    let mut profile = profile("meridian-freight");
    let mut next = HOSTILE.iter().copied().cycle();
    let mut text = || next.next().unwrap().to_owned();
    profile.organization.name = HOSTILE.concat();
    for channel in &mut profile.channel {
        channel.name = Some(text());
    }
    for activity in &mut profile.activity {
        activity.name = Some(text());
        activity.owner = Some(text());
    }
    exercises(&profile, &["RU", "TR"])
}

#[test]
fn in_html() {
    let templates = Templates::embedded().unwrap();
    for view in hostile() {
        let html = drill::html(&view, &templates).unwrap();
        let body = html.split_once("<body").unwrap().1.to_lowercase();
        for part in ["<script", "<img", "href=\"javascript", "href=\"data", "<!--"] {
            assert!(!body.contains(part), "{part}");
        }
        assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        for tag in body.split('<').skip(1) {
            let tag: String = tag.split('>').next().unwrap().split('"').step_by(2).collect();
            assert!(!tag.contains(" on"), "{tag}");
        }
        assert!(!html.contains(active), "a control or bidirectional character");
    }
}

#[test]
fn in_markdown() {
    let templates = Templates::embedded().unwrap();
    for view in hostile() {
        let markdown = drill::markdown(&view, &templates).unwrap();
        assert!(!markdown.contains(active), "a control or bidirectional character");
        let (mut cells, mut fenced) = (None, false);
        for line in markdown.lines() {
            if line.starts_with("```") {
                fenced = !fenced;
                assert!(matches!(line, "```toml" | "```"), "{line}");
                continue;
            }
            if fenced {
                let known = ["#", "[[activity.fallback]]", "channel = \"", "regions = [\""];
                assert!(known.iter().any(|known| line.starts_with(known)), "{line}");
                continue;
            }
            if line.starts_with('|') {
                let now = unescaped(line, '|').len();
                assert_eq!(*cells.get_or_insert(now), now, "cells of {line}");
            } else {
                cells = None;
            }
            for at in unescaped(line, '<') {
                let known = ["<!-- -->", "<http://", "<https://"];
                assert!(known.iter().any(|known| line[at..].starts_with(known)), "{line}");
            }
            for at in unescaped(line, ']') {
                assert!(!line[at..].starts_with("](") && !line[at..].starts_with("]:"), "{line}");
            }
            let text = line.trim_start();
            for mark in [">", "~~~", "===", "    "] {
                assert!(!text.starts_with(mark), "{line}");
            }
        }
        assert!(!fenced);
    }
}

#[test]
fn on_a_terminal() {
    for view in hostile() {
        let text = drill::terminal(&view, &ui());
        assert!(!text.contains(active), "a control or bidirectional character");
        for line in text.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}
