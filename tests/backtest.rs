//! The track record through the real binary. Its figures were computed by another program from the
//! same tables.

use std::{collections::BTreeMap, fs};

use blackstart::backtest::claims::{MAY, MAY_NOT};
use serde_json::Value;
use snapbox::{Data, assert_data_eq};

use crate::support::{Ran, Tool, root};

/// For each outcome its events, then by way to forecast: Brier, log loss, AUC, skill. Persistence,
/// which has no counterpart there, is held to what docs/backtest.md defines.
const REFERENCE: &str = "\
block 152
0.0877 0.3193 0.492 0.000
0.0821 0.2973 0.618 0.064
0.0728 0.2604 0.776 0.170
0.0712 0.2528 0.815 0.188

messenger 107
0.0640 0.2536 0.469 0.000
0.0587 0.2280 0.620 0.083
0.0564 0.2115 0.768 0.119
0.0545 0.2000 0.822 0.149

any 241
0.1306 0.4313 0.533 0.000
0.1035 0.3521 0.726 0.207
0.0912 0.3156 0.822 0.301
0.0886 0.2985 0.860 0.322

shutdown 119
0.0704 0.2706 0.509 0.000
0.0607 0.2298 0.673 0.138
0.0547 0.2075 0.785 0.223
0.0537 0.1955 0.859 0.237";

/// The rule is the last of the ways to forecast.
const RULE: usize = 3;

fn backtest(args: &[&str]) -> Ran {
    let mut all = vec!["backtest"];
    all.extend(args);
    Tool::new(&all).run()
}

fn record(args: &[&str]) -> Value {
    let mut all = vec!["--format", "json"];
    all.extend(args);
    serde_json::from_str(&backtest(&all).code(0).stdout).unwrap()
}

fn outcomes(record: &Value) -> &Vec<Value> {
    record["outcomes"].as_array().unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn expected(name: &str) -> Data {
    Data::read_from(&root().join("tests/expected/backtest").join(name), None)
}

#[test]
fn every_figure_of_the_reference_comes_out() {
    let record = record(&["--resamples", "20"]);
    let blocks: Vec<&str> = REFERENCE.split("\n\n").collect();
    assert_eq!(outcomes(&record).len(), blocks.len());
    for (found, block) in outcomes(&record).iter().zip(blocks) {
        assert_eq!(found["country_years"], 1568);
        let head = format!("{} {}", found["id"].as_str().unwrap(), found["events"]);
        let ways = found["forecasts"].as_array().unwrap().iter().map(|way| {
            let figure = |key: &str| number(&way[key]["value"]);
            let (brier, log_loss) = (figure("brier"), figure("log_loss"));
            format!("{brier:.4} {log_loss:.4} {:.3} {:.3}", figure("auc"), figure("skill"))
        });
        let lines: Vec<String> = std::iter::once(head).chain(ways).collect();
        assert_eq!(lines.join("\n"), block);
    }
}

#[test]
fn parts_of_the_brier_score_are_those_of_an_isotonic_regression() {
    let record = record(&["--resamples", "20", "--outcome", "block"]);
    let block = &outcomes(&record)[0];
    let part = |key: &str| number(&block["forecasts"][RULE][key]["value"]);
    assert!((part("miscalibration") - 0.001_805_21).abs() < 1e-6);
    assert!((part("discrimination") - 0.018_110_87).abs() < 1e-6);
    assert!((number(&block["uncertainty"]) - 0.087_541_65).abs() < 1e-8);
}

#[test]
fn every_claim_is_borne_out() {
    let record = record(&[]);
    let low = |estimate: &Value| number(&estimate["low"]);
    for outcome in outcomes(&record) {
        let rule = &outcome["forecasts"][RULE];
        let block = outcome["id"] == "block";
        assert!(number(&rule["auc"]["value"]) >= 0.8);
        assert!(low(&rule["skill"]) > 0.0 && low(&outcome["comparisons"][0]["skill"]) > 0.0);
        assert_eq!(low(&outcome["comparisons"][1]["skill"]) > 0.0, !block);
        assert!(low(&outcome["first_time"]["auc_tier_and_size"]) > 0.5);
        assert!(low(&outcome["first_time"]["auc_own_rate"]) < 0.5);
        let lines_up =
            outcome["reliability"].as_array().unwrap().iter().all(|bin| {
                (number(&bin["mean_forecast"]) - number(&bin["observed"])).abs() <= 0.03
            });
        assert_eq!(lines_up, block);
        assert!(number(&rule["mean_forecast"]) < number(&outcome["base_rate"]));
    }
}

#[test]
fn the_priors_of_an_assessment_are_those_of_the_next_forecast() {
    let knowledge = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let record = record(&["--resamples", "20"]);
    for outcome in outcomes(&record) {
        let stream = &knowledge.rates.streams.stream[outcome["id"].as_str().unwrap()];
        let next = &outcome["next"];
        let near = |fitted: &Value, used: f64| (number(fitted) / used - 1.0).abs() < 0.05;
        assert!(near(&next["shape"], stream.shape), "{next}");
        for tier in 0..4 {
            assert!(near(&next["small"][tier], stream.small[tier]), "{tier}");
            assert!(near(&next["large"][tier], stream.large[tier]), "{tier}");
        }
    }
}

#[test]
fn the_terminal_shows_everything_in_eighty_columns() {
    let text = backtest(&[]).code(0).stdout;
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(!text.contains('\u{1b}'), "colour in a pipe");
    assert_data_eq!(text, expected("all.txt").raw());
}

#[test]
fn plain_means_no_table() {
    let args = ["--plain", "--outcome", "messenger", "--as-of", "2020", "--resamples", "100"];
    let text = backtest(&args).code(0).stdout;
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("  Forecast by: Own rate; Brier: "), "{text}");
    assert!(!text.contains("   Brier"), "{text}");
}

#[test]
fn every_format_has_the_claims_and_files_have_every_country() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for format in ["terminal", "markdown", "json"] {
        let args = ["--outcome", "shutdown", "--resamples", "20", "--format", format];
        let text = words(&backtest(&args).code(0).stdout);
        for claim in MAY.iter().chain(MAY_NOT) {
            assert!(text.contains(&words(claim)), "{format}: {claim}");
        }
        assert_eq!(text.contains("Namibia"), format != "terminal");
    }
}

#[test]
fn the_code_of_namibia_is_a_code() {
    let record = record(&["--outcome", "any", "--resamples", "20"]);
    let ranking = outcomes(&record)[0]["next"]["countries"].as_array().unwrap();
    assert_eq!(ranking.len(), 196);
    let namibia = ranking.iter().find(|one| one["code"] == "NA").unwrap();
    assert_eq!((&namibia["name"], &namibia["tier"]), (&"Namibia".into(), &1.into()));
    let descending =
        |pair: &[Value]| number(&pair[0]["probability"]) >= number(&pair[1]["probability"]);
    assert!(ranking.windows(2).all(descending));
}

#[test]
fn the_same_options_give_the_same_bytes_and_a_seed_moves_only_intervals() {
    let run = |seed| backtest(&["--format", "json", "--resamples", "100", "--seed", seed]).stdout;
    assert_eq!(run("7"), run("7"));
    let values = |seed| -> Vec<Value> {
        let record: Value = serde_json::from_str(&run(seed)).unwrap();
        outcomes(&record)
            .iter()
            .flat_map(|one| one["forecasts"].as_array().unwrap())
            .map(|way| way["skill"].clone())
            .collect()
    };
    let (one, other) = (values("7"), values("8"));
    assert_ne!(one, other);
    for (one, other) in one.iter().zip(&other) {
        assert_eq!(one["value"], other["value"]);
    }
}

/// A table of the knowledge base without the rows after a year.
fn until(name: &str, year: i16) -> String {
    let text = fs::read_to_string(root().join("seeds").join(name)).unwrap();
    let kept = |line: &&str| {
        let second = line.split(',').nth(1).unwrap().parse::<i16>();
        second.is_ok_and(|found| found <= year)
    };
    let rows = text.lines().skip(1).filter(kept);
    text.lines().take(1).chain(rows).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn a_forecast_sees_nothing_of_later_years() {
    let args = ["--as-of", "2021", "--resamples", "50"];
    let all = record(&args);
    let mut blind = vec!["backtest", "--format", "json", "--knowledge", "past"];
    blind.extend(args);
    let ran = Tool::new(&blind)
        .file("past/rates/starts.csv", until("rates/starts.csv", 2021))
        .file("past/rates/levers.csv", until("rates/levers.csv", 2020))
        .file("past/rates/population.csv", until("rates/population.csv", 2020))
        .run()
        .code(0);
    let blind: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(all["outcomes"], blind["outcomes"]);
    assert_eq!(all["scored_years"], serde_json::json!([2018, 2021]));
    assert_eq!(all["outcomes"][0]["next"]["year"], 2022);
}

#[test]
fn wrong_usage_is_refused_with_a_remedy() {
    for (args, says) in [
        (["--as-of", "2017"], "choose 2018 to 2025"),
        (["--as-of", "2026"], "nothing can be scored at the end of 2026"),
        (["--as-of", "-1"], "choose 2018 to 2025"),
        (["--as-of", "soon"], "invalid value 'soon'"),
        (["--as-of", "99999"], "invalid value '99999'"),
        (["--outcome", "blok"], "did you mean `block`?"),
        (["--outcome", "weather"], "the outcomes are block, messenger, any, and shutdown"),
        (["--resamples", "3"], "20..=100000"),
        (["--seed", "x"], "invalid value 'x'"),
    ] {
        let ran = backtest(&args).code(2).says(says);
        assert!(ran.stdout.is_empty());
    }
}

/// A run under an overlay of one file.
fn under(name: &str, text: &str) -> Ran {
    Tool::new(&["backtest", "--resamples", "20", "--knowledge", "own"])
        .file(&format!("own/{name}"), text)
        .run()
}

#[test]
fn tables_that_lack_what_a_forecast_needs_are_refused() {
    let levers = "code,year,freedom\n";
    under("rates/levers.csv", levers).code(1).says("levers.csv has no row of 2016 or before");
    let people = "code,year,population\nFR,2019,67000000\n";
    under("rates/population.csv", people).code(1).says("population.csv has no row of 2016");
    let starts = "code,year,block_or_throttle\nFR,2017,1\nTR,2019,2\n";
    under("rates/starts.csv", starts).code(1).says("no column `messenger`");
    under("rates/starts.csv", "code,year,any\n").code(1).says("starts.csv has no country");
    let years = "format = 1\nyears = [2024, 2025]\n";
    under("rates/streams.toml", years).code(1).says("too few years before the first forecast");
}

#[test]
fn faults_of_the_tables_have_their_line() {
    for (name, text, says) in [
        ("levers.csv", "code,year,freedom\nFR,2016,high\n", "line 2: `freedom` is `high`"),
        ("levers.csv", "code,year,freedom\nFR,2016,NaN\n", "line 2: levers are numbers"),
        ("levers.csv", "code,year,freedom\nFR,2016,1\nFR,2016,2\n", "line 3: FR has two rows"),
        ("levers.csv", "code,year,freedom\nZZ,2016,1\n", "country `ZZ` is not in countries.csv"),
        ("population.csv", "code,year,population\nFR,2016,-1\n", "line 2: `population` is `-1`"),
        ("backtest.toml", "format = 1\nbins = [0.5, 0.2]\n", "`bins` takes ascending shares"),
        ("backtest.toml", "format = 1\nlag_years = 0\n", "lag_years"),
        ("streams.toml", "format = 1\nyears = [2020, 32767]\n", "from 1900 to 2200"),
    ] {
        under(&format!("rates/{name}"), text).code(1).says(says);
    }
}

#[test]
fn a_small_panel_of_ones_own_has_gaps_but_no_faults() {
    let starts = "code,year,any\nFR,2016,0\nTR,2016,0\n";
    let ran =
        Tool::new(&["backtest", "--outcome", "any", "--resamples", "20", "--knowledge", "own"])
            .file("own/rates/starts.csv", starts)
            .run()
            .code(0);
    assert!(ran.stdout.contains("It happened in 0 of 16 country-years"), "{}", ran.stdout);
    assert!(ran.stdout.contains("n/a"), "{}", ran.stdout);
    assert!(ran.stdout.contains("1 fact of the knowledge base comes from your overlay"));
}

#[test]
fn the_tables_by_year_are_complete() {
    let knowledge = blackstart::knowledge::load(&BTreeMap::new()).unwrap();
    let levers = knowledge.rates.history.levers().unwrap();
    let people = knowledge.rates.history.populations().unwrap();
    assert_eq!((levers.len(), people.len()), (175, 194));
    assert!(levers.values().all(|years| years.len() == 8));
    assert!(levers.values().flat_map(BTreeMap::values).all(|values| values.len() == 5));
    assert!(people.values().all(|years| years.len() == 9));
    let panel = &knowledge.rates.starts;
    assert!(levers.keys().chain(people.keys()).all(|code| panel.contains_key(code)));
}
