  // Measures of the organisation itself.
  const measureRules = ({ add, all, list, each }) => {
    const checkMeasures = () => {
      const known = all("activity").map(({ id }) => id);
      for (const [path, measure] of each("measure")) {
        for (const [here, id] of list(path, "requires", measure.requires)) required(here, measure, id);
        incomplete([...path, "id"], measure);
        for (const [here, change] of list(path, "effect", measure.effect)) {
          vague([...here, "kind"], change);
          for (const [place, id] of list(here, "activities", change.activities)) {
            if (known.includes(id)) continue;
            const near = nearest(id, known);
            const more = near ? meant(near) : { help: ["use the id of an `[[activity]]`"] };
            add("unknown-activity", place, `the profile has no activity ${quoted(id)}`, more);
          }
        }
      }
    };

    const required = (path, measure, id) => {
      const own = new Map(all("measure").map((one) => [one.id, one]));
      if (!own.has(id) && !measureIds.has(id)) {
        const near = nearest(id, [...own.keys(), ...measureIds]);
        const help = ["`blackstart knowledge list measures` shows those that are known"];
        add("unknown-measure", path, `there is no measure ${quoted(id)}`, near ? meant(near) : { help });
        return;
      }
      const seen = new Set();
      for (const open = [id]; open.length > 0;) {
        const one = open.pop();
        if (one === measure.id) {
          const turn = `${quoted(measure.id)} requires ${quoted(id)}, which requires it in turn`;
          const message = id === measure.id ? `the measure ${quoted(id)} requires itself` : turn;
          const help = ["leave one of the requirements out, or make one measure of both"];
          add("circular-requirement", path, message, { help });
          return;
        }
        if (!seen.has(one)) open.push(...(own.get(one)?.requires ?? []));
        seen.add(one);
      }
    };

    const incomplete = (path, measure) => {
      const changes = (measure.effect ?? []).length > 0;
      if (measureIds.has(measure.id) || (measure.cost !== undefined && changes)) return;
      const lacking = [measure.cost === undefined && "`cost`", !changes && "an `[[measure.effect]]`"].filter(Boolean);
      const near = nearest(measure.id, measureIds);
      const help = [near ? `did you mean \`${near}\`?` : "say what it costs, and what it changes"];
      add("measure-incomplete", path, `the measure ${quoted(measure.id)} lacks ${lacking.join(" and ")}`, { help });
    };

    // An effect must have the keys of its kind.
    const vague = (path, { kind, channel, vendor, activation, factor, switch_time: time, employees }) => {
      const lacks = {
        "add-fallback": (channel === undefined) === (vendor === undefined) && "`channel` or `vendor`, one of them",
        "shorten-activation": activation === undefined && factor === undefined && "`activation` or `factor`",
        "shorten-switch": time === undefined && factor === undefined && "`switch_time` or `factor`",
        "reduce-hit": factor === undefined && "`factor`",
        provision: employees === undefined && "`employees`",
      }[kind];
      if (lacks) add("measure-incomplete", path, `an effect of this kind needs ${lacks}`);
    };

    checkMeasures();
  };
