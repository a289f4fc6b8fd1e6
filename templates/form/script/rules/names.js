  // Names of the knowledge base.
  const nameRules = ({ tree, found, add, all, list, each }) => {
    const unknownVendor = (path, id) => {
      if (id === undefined || vendorOf(tree, id)) return;
      const named = vendorWords(tree).find((word) => vendorOf(tree, word).name?.toLowerCase() === id.toLowerCase());
      const near = nearest(id, vendorWords(tree)) ?? named;
      const help = ["`blackstart knowledge list vendors` shows those that are known"];
      add("unknown-vendor", path, `the knowledge base has no vendor ${quoted(id)}`, near ? meant(near) : { help });
    };

    const unknownScenario = (path, id) => {
      if (scenarioIds.has(id)) return;
      const named = data.scenarios.find(({ name }) => name.toLowerCase() === id.toLowerCase())?.id;
      const near = named ?? nearest(id.toLowerCase(), data.scenarios.map((one) => one.id));
      const help = ["`blackstart knowledge list scenarios` shows them all"];
      add("unknown-scenario", path, `the knowledge base has no scenario ${quoted(id)}`, near ? meant(near) : { help });
    };

    const unknownNode = (path, id) => {
      if (id.startsWith("own.")) {
        if (/^own\.[a-z0-9_.-]+$/.test(id)) return;
        const help = ["write `own.` and a word in lower-case letters, digits, `-`, `_`, and `.`"];
        add("bad-id", path, `${quoted(id)} cannot be the id of a node of your own`, { help });
      } else if (!nodeIds.has(id)) {
        const near = nearest(id, nodeIds);
        const help = ["for something of your own, write `own.` and a word of yours"];
        add("unknown-node", path, `the knowledge base has no node ${quoted(id)}`, near ? meant(near) : { help });
      }
    };

    const country = (path, code) => {
      if (code !== undefined && !countryNames.has(code)) found.push(unknownCountry(path, code));
    };

    const checkNames = () => {
      country(["organization", "home"], tree.organization.home);
      for (const [path, region] of each("region")) country([...path, "country"], region.country);
      for (const [path, channel] of each("channel")) {
        unknownVendor([...path, "vendor"], channel.vendor);
        const alternatives = list([...path, "contract"], "alternatives", channel.contract?.alternatives);
        for (const [here, id] of alternatives) unknownVendor(here, id);
        for (const [here, id] of list(path, "depends_on", channel.depends_on)) unknownNode(here, id);
        for (const key of ["hosted_in", "licensed_in"]) {
          for (const [here, code] of list(path, key, channel[key])) country(here, code);
        }
        for (const [here, kept] of list(path, "data", channel.data)) {
          for (const key of ["stored_in", "subjects"]) {
            for (const [place, code] of list(here, key, kept[key])) country(place, code);
          }
        }
      }
      for (const [path, announced] of each("announced")) {
        unknownScenario([...path, "scenario"], announced.scenario);
        for (const [here, id] of list(path, "vendors", announced.vendors)) unknownVendor(here, id);
      }
      for (const [path, measure] of each("measure")) {
        for (const [here, change] of list(path, "effect", measure.effect)) {
          unknownVendor([...here, "vendor"], change.vendor);
          for (const [place, id] of list(here, "scenarios", change.scenarios)) unknownScenario(place, id);
        }
      }
    };

    checkNames();
  };

  // What activities need, and what channels carry.
  const capabilityRules = ({ tree, add, channelOf, primaries, list, each }) => {
    // What an activity needs, against what its channels carry, as far as the page knows.
    const checkCapabilities = () => {
      for (const [path, activity] of each("activity")) {
        const running = primaries(activity, path);
        const known = running.map(([, id]) => {
          const channel = channelOf(id);
          return channel && (channel.carries ?? vendorOf(tree, channel.vendor)?.capabilities);
        });
        if (known.length === 0 || known.includes(undefined)) continue;
        const carried = [...new Set(known.flat())].sort();
        const needs = list(path, "needs", activity.needs ?? ["text"]);
        const help = [carried.length > 0 ? `it carries ${listed(carried, "and")}` : "it carries nothing"];
        for (const [here, need] of needs.filter(([, one]) => !carried.includes(one))) {
          const place = activity.needs ? here : running[0][0];
          const names = listed(running.map(([, id]) => id), "or");
          add("capability-missing", place, `${names} does not carry ${need}`, { help });
        }
      }
    };

    checkCapabilities();
  };

  // Vendors that the profile brings along.
  const vendorRules = ({ add, list, each, ids }) => {
    // Vendors of the profile itself: made of what is known.
    const checkOwnVendors = () => {
      for (const [path, vendor] of each("vendor")) {
        if (vendorsByWord.has(vendor.id)) {
          const message = `the knowledge base has a vendor ${quoted(vendor.id)} already`;
          const help = ["use it as it is, or give yours another id"];
          add("duplicate-id", [...path, "id"], message, { help });
        }
        const { owner = {}, local_entities: local = {}, hosting = {}, needs = {} } = vendor;
        const parts = [
          ["owner.node", owner.node], ["owner.jurisdictions", owner.jurisdictions],
          ["install", Object.values(vendor.install ?? {}).flat()], ["push", Object.values(vendor.push ?? {}).flat()],
          ["push_gateways", vendor.push_gateways], ["hosting.nodes", hosting.nodes],
          ["needs.hard", needs.hard], ["needs.soft", needs.soft],
        ];
        for (const [place, named] of parts) {
          const lost = [].concat(named ?? []).filter((one) => !one.startsWith("own.") && !nodeIds.has(one));
          for (const id of lost) {
            const here = [...path, ...place.split(".")];
            const help = ["`blackstart knowledge list nodes` shows those it has"];
            add("unknown-node", here, `the knowledge base has no node ${quoted(id)}`, { help });
          }
        }
        const places = [
          ["owner", [...(owner.countries ?? []), ...[].concat(owner.headquarters ?? [])]],
          ["local_entities", [...(local.present_in ?? []), ...(local.absent_in ?? [])]],
          ["allowed_in", vendor.allowed_in ?? []],
          ["block", entries(vendor.block).flatMap((block) => block.country ?? [])],
        ];
        const cited = [
          ["sources", vendor.sources], ["stance.sources", vendor.stance?.sources],
          ["block", entries(vendor.block).map(({ source }) => source)], ["attention.source", vendor.attention?.source],
        ];
        for (const [place, ids] of sourceIds ? cited : []) {
          for (const id of [].concat(ids ?? []).filter((one) => !sourceIds.has(one))) {
            const help = ["leave it out, or describe the source in a folder for `--knowledge DIR`"];
            const here = [...path, ...place.split(".")];
            add("unknown-source", here, `the knowledge base has no source ${quoted(id)}`, { help });
          }
        }
        for (const [key, codes] of places) {
          for (const code of codes.filter((one) => !countryNames.has(one))) {
            const help = ["countries are written as ISO 3166-1 alpha-2 codes, such as `DE`"];
            add("unknown-country", [...path, key], `${quoted(code)} is not the code of a country`, { help });
          }
        }
      }
    };

    checkOwnVendors();
  };
