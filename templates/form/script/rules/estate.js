  // Ids that stand twice, and countries in which something is not in use.
  const idRules = ({ add, list, each, ids, duplicates, badId }) => {
    const checkIds = () => {
      for (const key of ["channel", "activity", "measure", "vendor"]) ids(key).forEach(badId);
      for (const key of ["channel", "activity", "measure", "vendor"]) duplicates(key, ids(key), "rename one of them");
      const countries = each("region").map(([path, { country }]) => [[...path, "country"], country]);
      duplicates("region", countries, "put both into one");
      for (const [path, region] of each("region")) {
        const days = list(path, "elections", region.elections).map(([here, one]) => [here, dayOf(one)]);
        duplicates("the election day", days, "once is enough");
      }
      for (const [path, activity] of each("activity")) {
        const shares = list(path, "channels", activity.channels).map(([here, { id }]) => [[...here, "id"], id]);
        duplicates("the activity's channel", shares, "add up their shares");
      }
    };

    checkIds();
  };

  // Regions of channels, activities and fallbacks.
  const regionRules = (asked) => {
    const { add, regions, channelOf, inUse, primaries, doneIn, list, each, unknownRegion, listedRegions } = asked;
    const checkRegions = () => {
      for (const [path, channel] of each("channel")) listedRegions(path, channel.regions);
      for (const [path, measure] of each("measure")) listedRegions(path, measure.regions);
      for (const [path, announced] of each("announced")) unknownRegion([...path, "region"], announced.region);
      for (const [path, activity] of each("activity")) {
        listedRegions(path, activity.regions);
        unserved(path, activity);
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          listedRegions(here, fallback.regions);
          uncovered(here, activity, fallback);
        }
      }
    };

    // Regions of an activity in which none of its channels is in use.
    const unserved = (path, activity) => {
      const named = primaries(activity, path).map(([, id]) => id);
      const known = named.map(channelOf);
      if (known.length === 0 || known.includes(undefined)) return;
      for (const [here, country] of list(path, "regions", activity.regions)) {
        if (!regions.includes(country) || known.some((channel) => inUse(channel, country))) continue;
        const message = `${listed(named, "or")} is not in use in \`${country}\``;
        const help = [`add \`${country}\` to the channel's \`regions\`, or another channel to the activity`];
        add("channel-not-in-region", here, message, { help });
      }
    };

    // What a fallback cannot cover: countries where its channel is not in use, or the activity is not
    // done.
    const uncovered = (path, activity, fallback) => {
      const channel = channelOf(fallback.channel);
      if (!channel) return;
      const done = doneIn(activity);
      if (fallback.regions === undefined) {
        if (done.length === 0 || done.some((country) => inUse(channel, country))) return;
        const message = `\`${channel.id}\` is in use in no region of the activity: not in ${listed(done, "or")}`;
        const help = [`add those countries to the \`regions\` of channel \`${channel.id}\``];
        add("channel-not-in-region", [...path, "channel"], message, { help });
      }
      for (const [here, country] of list(path, "regions", fallback.regions)) {
        if (!regions.includes(country)) continue;
        if (!inUse(channel, country)) {
          const help = [`add \`${country}\` to the \`regions\` of channel \`${channel.id}\``];
          add("channel-not-in-region", here, `\`${channel.id}\` is not in use in \`${country}\``, { help });
        } else if (!done.includes(country)) {
          const help = [`add \`${country}\` to the activity's \`regions\`, or take it out here`];
          add("region-not-in-activity", here, `activity \`${activity.id}\` is not done in \`${country}\``, { help });
        }
      }
    };

    checkRegions();
  };

  // Channels that activities, fallbacks and measures name.
  const channelRules = ({ add, all, channelOf, primaries, list, each }) => {
    // A channel id that no channel has. Vendors are often written where the channel's own id belongs.
    const unknownChannel = (path, id) => {
      if (channelOf(id)) return;
      const known = all("channel").map((one) => one.id);
      const ofVendor = all("channel").find(({ vendor }) => vendor === id)?.id;
      const near = nearest(id, known);
      let more = { help: [`the profile's channels: ${listed(known, "and")}`] };
      if (ofVendor) more = instead(ofVendor, `\`${id}\` is the vendor; did you mean its channel \`${ofVendor}\`?`);
      else if (near) more = meant(near);
      add("unknown-channel", path, `there is no channel ${quoted(id)}`, more);
    };

    const checkChannels = () => {
      for (const [path, activity] of each("activity")) {
        oneOrSeveral(path, activity);
        const running = primaries(activity, path);
        for (const [here, id] of running) unknownChannel(here, id);
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          const place = [...here, "channel"];
          if (running.length === 1 && running[0][1] === fallback.channel) {
            const message = `${quoted(fallback.channel)} is what activity ${quoted(activity.id)} runs on`;
            const help = ["a fallback must be another channel: what has failed cannot replace itself"];
            add("fallback-is-primary", place, message, { help });
          } else unknownChannel(place, fallback.channel);
        }
      }
      for (const [path, measure] of each("measure")) {
        for (const [here, change] of list(path, "effect", measure.effect)) {
          if (change.channel !== undefined) unknownChannel([...here, "channel"], change.channel);
        }
      }
    };

    const oneOrSeveral = (path, activity) => {
      const name = quoted(activity.id);
      if (activity.channel !== undefined && activity.channels !== undefined) {
        const help = ["keep `channel` if there is one, `channels` if there are several with shares"];
        const message = `activity ${name} has both \`channel\` and \`channels\``;
        add("channel-or-channels", [...path, "channels"], message, { help });
      } else if (activity.channel === undefined && activity.channels === undefined) {
        const more = { at: [...path, "channel"], key: "channel" };
        add("channel-or-channels", path, `activity ${name} has no channel`, more);
      }
      if (activity.channels === undefined) return;
      const sum = activity.channels.reduce((total, { share }) => total + Number(share), 0);
      if (Math.abs(sum - 1) <= 0.001) return;
      const message = `the shares of activity ${name} sum to ${plain(Math.round(sum * 1000) / 1000)}, not 1`;
      const help = ["each person uses one channel: what one has less, another has more"];
      add("shares-not-one", [...path, "channels"], message, { help });
    };

    checkChannels();
  };
