  // Objectives, days and lives.
  const timeRules = ({ tree, add, all, list, each }) => {
    const checkTime = () => {
      for (const [path, activity] of each("activity")) objectives(path, activity);
      phoneLife(["organization"], tree.organization);
      for (const [path, region] of each("region")) {
        phoneLife(path, region);
        for (const [here, one] of list(path, "elections", region.elections)) believable(here, one);
      }
      for (const [path, announced] of each("announced")) believable([...path, "effective"], announced.effective);
      for (const [path, channel] of each("channel")) {
        past([...path, "requests", "reviewed"], channel.requests?.reviewed);
        past([...path, "restrictions", "tested"], channel.restrictions?.tested);
      }
      for (const [path, acceptance] of each("acceptance")) past([...path, "since"], acceptance.since);
      for (const [path, activity] of each("activity")) {
        for (const [here, fallback] of list(path, "fallback", activity.fallback)) {
          past([...here, "tested"], fallback.tested);
        }
      }
    };

    const objectives = (path, activity) => {
      if (activity.mtpd === undefined) return;
      const mtpd = hoursOf(activity.mtpd);
      if (mtpd <= 0) {
        const message = "an activity with an MTPD of 0 may not stop at all, which nothing can promise";
        add("bad-span", [...path, "mtpd"], message, { help: ["use a short span, such as \"5m\""] });
      } else if (activity.rto !== undefined && hoursOf(activity.rto) > mtpd) {
        const message = `the RTO of ${spanText(hoursOf(activity.rto))} is above the MTPD of ${spanText(mtpd)}`;
        const help = ["recovery has to be done before the disruption becomes intolerable"];
        add("rto-above-mtpd", [...path, "rto"], message, { help });
      }
    };

    const phoneLife = (path, { phone_life: life }) => {
      if (life === undefined || hoursOf(life) >= 720) return;
      const place = [...path, "phone_life"];
      const span = spanText(hoursOf(life));
      const message = `\`${pathText(place)}\` is ${span}, and phones are kept for longer than a month`;
      const help = ["`m` stands for minutes: three years are \"156w\", 30 months are \"130w\""];
      add("bad-span", place, message, { help });
    };

    const believable = (path, date) => {
      if (date === undefined || (dayOf(date) >= "2000" && dayOf(date) < "2101")) return;
      const message = `\`${pathText(path)}\` is ${dayOf(date)}, which cannot be meant`;
      add("implausible-date", path, message, { help: ["check the year"] });
    };

    const past = (path, date) => {
      if (date === undefined || dayOf(date) <= asOf) return;
      const message = `\`${pathText(path)}\` is ${dayOf(date)}, which has not come yet`;
      add("future-date", path, message, { help: ["only what has been done counts: leave the date out until then"] });
    };

    checkTime();
  };

  // Shares, levels and amounts.
  const numberRules = ({ add, all, list, each }) => {
    const checkNumbers = () => {
      for (const [path, { country, devices = {} }] of each("region")) {
        const { android, ios } = devices;
        if (android === undefined || ios === undefined || Number(android) + Number(ios) <= 1.0001) continue;
        const shares = `${plain(android)} Android and ${plain(ios)} iOS`;
        const message = `the phones of ${quoted(country)} are ${shares}, more than 1`;
        const help = ["each is a share of all phones there; what neither has runs something else"];
        add("devices-not-one", [...path, "devices", "ios"], message, { help });
      }
      for (const [path, activity] of each("activity")) {
        impact(path, activity);
        const place = [...path, "loss_per_hour"];
        const loss = activity.loss_per_hour;
        const index = [].concat(loss ?? []).findIndex((one) => Number(one) > 1e12);
        const message = "a loss of more than 1,000,000,000,000 an hour is not believable";
        if (index >= 0) add("out-of-range", Array.isArray(loss) ? [...place, index] : place, message);
      }
    };

    const impact = (path, activity) => {
      const levels = list(path, "impact", activity.impact).map(([here, level]) => [here, Number(level)]);
      const outside = levels.filter(([, level]) => !(level >= 0 && level <= 5));
      const help = ["impact levels run from 0 (none) to 5 (the organisation may not survive it)"];
      for (const [here] of outside) {
        add("out-of-range", here, `\`${pathText(here)}\` must lie between 0 and 5`, { help });
      }
      const falls = levels.find(([, level], index) => index > 0 && level < levels[index - 1][1]);
      if (outside.length > 0 || !falls) return;
      const message = `the impact on activity ${quoted(activity.id)} falls as the outage lasts`;
      const order = ["the levels are those after an hour, a day, a week, and a month without it"];
      add("impact-falls", falls[0], message, { help: order });
    };

    checkNumbers();
  };
