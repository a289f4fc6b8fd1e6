  // Contacts, and what they do in a switch-over.
  const contactRules = ({ add, all, doneIn, list, each, ids, duplicates, badId, listedRegions }) => {
    const checkContacts = () => {
      for (const [path, contact] of each("contact")) listedRegions(path, contact.regions);
      ids("contact").forEach(badId);
      duplicates("contact", ids("contact"), "rename one of them");
      for (const [path, activity] of each("activity")) {
        if (activity.switchover) parts([...path, "switchover"], activity, activity.switchover);
      }
    };

    const parts = (path, activity, switchover) => {
      const known = [...new Set(all("contact").map(({ id }) => id))].sort();
      for (const key of ["decides", "deputy", "it", "partners", "tells"]) {
        const named = list(path, key, switchover[key]);
        for (const [here, id] of named) {
          const contact = all("contact").find((one) => one.id === id);
          if (contact) elsewhere(here, activity, contact);
          else {
            const near = nearest(id, known);
            const add_one = "add a `[[contact]]` with that id";
            const help = [known.length > 0 ? `${add_one}, or use one of ${listed(known, "or")}` : add_one];
            add("unknown-contact", here, `the profile has no contact ${quoted(id)}`, near ? meant(near) : { help });
          }
        }
        duplicates("contact", named, "once is enough");
      }
      for (const [here, id] of list(path, "deputy", switchover.deputy)) {
        if (!(switchover.decides ?? []).includes(id)) continue;
        const help = ["name somebody else, or leave the deputy out and fill it in by hand"];
        add("deputy-decides", here, `contact ${quoted(id)} decides and is the deputy too`, { help });
      }
    };

    const elsewhere = (path, activity, contact) => {
      const done = doneIn(activity);
      const serves = (country) => contact.regions === undefined || contact.regions.includes(country);
      if (done.length === 0 || done.some(serves)) return;
      const message = `contact ${quoted(contact.id)} is one for ${listed(contact.regions, "and")} only`;
      const help = [`activity \`${activity.id}\` is done in ${listed(done, "and")}`];
      add("contact-not-in-region", path, message, { help });
    };

    checkContacts();
  };

  // Acceptances, and the findings that they name.
  const acceptanceRules = ({ add, each, duplicates }) => {
    const checkAcceptances = () => {
      const named = each("acceptance").map(([path, { finding }]) => [[...path, "finding"], finding]);
      duplicates("the acceptance of", named, "keep the one that holds");
      for (const [path, finding] of named) {
        if (finding.split(":").every((part) => part === "*" || /^[A-Za-z0-9_.-]+$/.test(part))) continue;
        const help = [
          "copy the id from the report: `stale-test:dispatch:RU`", "`*` stands for any part: `stale-test:*:RU`",
        ];
        add("bad-finding", path, `${quoted(finding)} is not the id of a finding`, { help });
      }
    };

    checkAcceptances();
  };
