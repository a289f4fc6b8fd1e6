  // Rules between the fields, and names that lead nowhere. Everything has its type by now.

  // What is asked again and again while the rules are judged.
  const survey = (tree) => {
    const found = [];
    const add = (...given) => found.push(problem(...given));
    const all = (key) => entries(tree[key]);
    const regions = all("region").map(({ country }) => country);
    const channelOf = (id) => all("channel").find((one) => one.id === id);
    const usedIn = (channel) => channel.regions ?? regions;
    const inUse = (channel, country) => usedIn(channel).includes(country) && regions.includes(country);
    const primaries = (activity, path) => [
      ...(activity.channel === undefined ? [] : [[[...path, "channel"], activity.channel]]),
      ...numbered(activity.channels).map(([index, one]) => [[...path, "channels", index, "id"], one.id]),
    ];
    // Where an activity is done: as written, or wherever its channels are in use.
    const doneIn = (activity) =>
      activity.regions ??
      primaries(activity, []).flatMap(([, id]) => (channelOf(id) ? usedIn(channelOf(id)) : []));
    const list = (path, key, value) => numbered(value).map(([index, one]) => [[...path, key, index], one]);
    const each = (key) => numbered(tree[key]).map(([index, one]) => [[key, index], one]);
    const ids = (key) => each(key).map(([path, { id }]) => [[...path, "id"], id]);

    const duplicates = (noun, named, help) => {
      const first = new Set();
      for (const [path, id] of named) {
        if (first.has(id)) add("duplicate-id", path, `${noun} ${quoted(id)} stands twice`, { help: [help] });
        first.add(id);
      }
    };

    const badId = ([path, id]) => {
      if (/^[a-z0-9_.-]*$/.test(id)) return;
      const better = id.trim().toLowerCase().split(/\s+/).join("-").replace(/[^a-z0-9_.-]/g, "");
      const fix = better ? instead(better, `write \`${better}\`, here and wherever the id is used`) : {};
      const help = ["ids have lower-case letters a to z, digits, `-`, `_`, and `.`; `name` may have all"];
      add("bad-id", path, `${quoted(id)} cannot be an id`, { help, ...fix });
    };

    const unknownRegion = (path, country) => {
      if (regions.includes(country)) return;
      const near = regions.find((one) => one.toLowerCase() === country.toLowerCase());
      const message = `${quoted(country)} is not one of the profile's regions`;
      const help = [`add a \`[[region]]\` for it, or use one of the profile's regions: ${listed(regions, "or")}`];
      add("unknown-region", path, message, near ? meant(near) : { help });
    };

    const listedRegions = (path, value) => {
      const named = list(path, "regions", value);
      duplicates("region", named, "once is enough");
      for (const [here, country] of named) unknownRegion(here, country);
    };

    return {
      tree, found, add, all, regions, channelOf, usedIn, inUse, primaries, doneIn, list, each, ids,
      duplicates, badId, unknownRegion, listedRegions,
    };
  };
