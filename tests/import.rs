//! `import csv`: sheets that people have.

use crate::support::{Ran, Tool, root};

const DAY: &str = "2026-11-22";

const REGIONS: &str =
    "Country;Head count;Partners;Managed Devices;Comment\nRussia;1,400;35;60 %;x\nTR;260;;;\n";
const CHANNELS: &str = "Tool,Vendor,Countries,stored in,Stance,Reviewed,Installed\n\
    Driver groups,WhatsApp,\"Russia, Turkey\",US,resist,2026-06-01,90%\n\
    SMS gateway,sms-a2p,,,,,\n";
const ACTIVITIES: &str = "process\towner\tpriority\tMTPD\tRTO\tmbco\tloss\truns on\tbackup\tlast test\ttest result\n\
    Driver dispatch\tHead of operations\tTier 1\t24 hours\t4\t60 %\t2500\tDriver groups\tSMS gateway\t2026-08-01\tPassed\n";

fn import(profile: Option<&str>, sheets: &[(&str, &str)]) -> Ran {
    let mut args = vec!["import", "csv", "acme.toml", "--as-of", DAY];
    let names: Vec<String> = sheets.iter().map(|(sheet, _)| format!("{sheet}.csv")).collect();
    let flags: Vec<String> = sheets.iter().map(|(sheet, _)| format!("--{sheet}")).collect();
    for (flag, name) in flags.iter().zip(&names) {
        args.extend([flag.as_str(), name.as_str()]);
    }
    let mut tool = Tool::new(&args);
    for (sheet, text) in sheets {
        tool = tool.file(&format!("{sheet}.csv"), text);
    }
    if let Some(text) = profile {
        tool = tool.file("acme.toml", text);
    }
    tool.run()
}

#[test]
fn three_sheets_make_a_profile() {
    let all = [("regions", REGIONS), ("channels", CHANNELS), ("activities", ACTIVITIES)];
    let ran = import(None, &all).code(0).says("columns that are not read: Comment");
    let text = ran.read("acme.toml");
    for part in [
        "name = \"acme\"  # from the file",
        "home = \"RU\"  # the first country",
        "country = \"RU\"\nstaff = 1400\npartners = 35",
        "managed = 0.6",
        "id = \"driver-groups\"",
        "regions = [\"RU\", \"TR\"]",
        "stored_in = [\"US\"]",
        "stance = \"resist\"\nreviewed = 2026-06-01",
        "tier = 1",
        "mtpd = \"24h\"\nrto = \"4h\"\nmbco = 0.6",
        "channel = \"driver-groups\"",
        "[[activity.fallback]]\nchannel = \"sms-gateway\"\ntested = 2026-08-01\nresult = \"passed\"",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert!(ran.stdout.contains("2 regions added, 0 changed; 2 channels added"), "{}", ran.stdout);
    assert!(
        ran.files().contains(&"blackstart.schema.json".to_owned()),
        "which its first line names"
    );
    Tool::new(&["check", "acme.toml", "--as-of", DAY]).file("acme.toml", text).run().code(0);
}

#[test]
fn rows_are_put_into_a_profile_and_everything_else_stays() {
    let old = std::fs::read_to_string(root().join("profiles/meridian-freight.toml")).unwrap();
    let sheet = "country,staff\nIndia,999\nKZ,12\n";
    let ran = import(Some(&old), &[("regions", sheet)]).code(0);
    let new = ran.read("acme.toml");
    let removed: Vec<&str> =
        old.lines().filter(|line| !new.lines().any(|one| one == *line)).collect();
    let added: Vec<&str> =
        new.lines().filter(|line| !old.lines().any(|one| one == *line)).collect();
    assert_eq!(removed.len(), 1, "{removed:?}");
    assert!(removed[0].starts_with("staff = "));
    assert!(added.contains(&"staff = 999") && added.contains(&"country = \"KZ\""), "{added:?}");
    assert!(ran.stdout.contains("1 region added, 1 changed"), "{}", ran.stdout);
    // A second time changes nothing.
    let again = import(Some(&new), &[("regions", sheet)]).code(0);
    assert_eq!(again.read("acme.toml"), new);
}

#[test]
fn a_second_fallback_is_a_second_row() {
    let sheet = "id,fallback,activation\ndispatch,satphone,2h\ndispatch,New one,1d\n";
    let old = std::fs::read_to_string(root().join("profiles/meridian-freight.toml")).unwrap();
    let channels = "id,vendor\nnew-one,signal\n";
    let ran = import(Some(&old), &[("channels", channels), ("activities", sheet)]).code(0);
    let new: toml::Value = toml::from_str(&ran.read("acme.toml")).unwrap();
    let dispatch = new["activity"].as_array().unwrap().iter();
    let dispatch = dispatch.clone().find(|one| one["id"].as_str() == Some("dispatch")).unwrap();
    let fallbacks = dispatch["fallback"].as_array().unwrap();
    let find = |id: &str| fallbacks.iter().find(|one| one["channel"].as_str() == Some(id)).unwrap();
    assert_eq!(find("satphone")["activation"].as_str(), Some("2h"));
    assert_eq!(find("new-one")["activation"].as_str(), Some("1d"));
}

#[test]
fn every_fault_is_located_and_nothing_is_written() {
    let minimal = std::fs::read_to_string(root().join("profiles/minimal.toml")).unwrap();
    for (sheet, text, said) in [
        (
            "regions",
            "country,staff\nAtlantis,12\nRU,many\n",
            &[
                "2:1",
                "3:1",
                "Atlantis",
                "sheet-value",
                "column `staff`",
                "2 problems in regions.csv",
            ][..],
        ),
        ("regions", "land,staff\nRU,3\n", &["sheet-column", "no column is called `country`"]),
        ("regions", "country,staff\nRU,3,4\n", &["sheet-syntax", "3 cells, and the header 2"]),
        ("regions", "country,Country\nRU,RU\n", &["two columns mean"]),
        ("regions", "country,staff\n", &["a header and no rows"]),
        ("regions", "", &["empty"]),
        ("channels", "id,stance\nchat,maybe\n", &["unknown-value", "after the import"]),
        ("channels", "id,vendor\nnew,nobody\n", &["unknown-vendor"]),
        ("activities", "id,tested\nsupport,2026-08-01\n", &["names no fallback"]),
        ("activities", "id,tested,fallback\nsupport,2027-08-01,chat\n", &["has not come yet"]),
        ("activities", "id,tier\nsupport,9\n", &["is not a tier from 1 to 4"]),
        ("activities", "id,mtpd\nsupport,soon\n", &["is not a span"]),
        ("activities", "id,fallback\nsupport,gone\n", &["unknown-channel"]),
    ] {
        let ran = import(Some(&minimal), &[(sheet, text)]).code(1);
        for part in said {
            assert!(ran.stderr.contains(part), "no {part:?} in\n{}", ran.stderr);
        }
        assert_eq!(ran.read("acme.toml"), minimal);
        assert_eq!(ran.files().len(), 2);
    }
    import(None, &[("regions", "country,staff\nRU,3\n")]).code(1).says("missing-key");
    for (sheet, text) in [("channels", "id,vendor\nnew,signal\n"), ("activities", "id\nnew\n")] {
        let ran = import(None, &[(sheet, text)]).code(1).says("missing-key");
        assert_eq!(ran.files(), [format!("{sheet}.csv")]);
    }
    import(Some("x = "), &[("regions", "country,staff\nRU,3\n")]).code(1).says("acme.toml:1");
    import(
        Some(&minimal.replace("[[region]]\ncountry = \"RU\"\nstaff = 40", "region = []")),
        &[("regions", "country,staff\nRU,3\n")],
    )
    .code(1);
}
