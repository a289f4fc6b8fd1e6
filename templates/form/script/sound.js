  // In the order in which `check` judges.
  const RULES = [
    idRules, regionRules, channelRules, contactRules, timeRules, numberRules, measureRules, acceptanceRules,
    vendorRules, nameRules, capabilityRules,
  ];
  const ruleProblems = (tree) => {
    const asked = survey(tree);
    for (const rules of RULES) rules(asked);
    return asked.found;
  };

  // Keys by which other parts of a profile are named: where one is faulty, a name that leads nowhere
  // may be the fault of the key.
  const NAMING = ["id", "country", "region", "channel", "channels", "regions"];
  const ALONE = [
    "unknown-vendor", "unknown-country", "unknown-scenario", "unknown-node", "future-date", "implausible-date",
  ];
  // What concerns nothing but its own place.
  const LOCAL = [
    "bad-id", "duplicate-id", "bad-span", "rto-above-mtpd", "impact-falls", "devices-not-one", "shares-not-one",
    "channel-or-channels", "bad-finding", "deputy-decides", "out-of-range",
  ];

  // Does a problem of the sound rest hold, whatever the faulty values were meant to be?
  const stands = (tree, faults) => {
    const given = faults.filter(({ code }) => !["unknown-key", "missing-key"].includes(code));
    const naming = faults.some(
      ({ code, path }) => ["unknown-key", "missing-key"].includes(code) || NAMING.includes(lastKey(path)),
    );
    return ({ code, path }) => {
      if (reach(tree, path) === undefined || given.some((fault) => startsWith(path, fault.path))) return false;
      return ALONE.includes(code) || !naming;
    };
  };

  // Problems of the sound rest. `check` waits with some of them until nothing is missing any more;
  // while a card is being filled in that would be late, so they are shown early.
  const restProblems = (tree, faults) => {
    const sound = faults.length > 0 ? mended(tree, faults) : tree;
    const found = sound ? ruleProblems(sound) : [];
    if (faults.length === 0) return found;
    const now = stands(tree, faults);
    const soon = stands(tree, faults.filter((one) => !isQuiet(one)));
    const early = found.filter((one) => !now(one) && LOCAL.includes(one.code) && soon(one));
    return [...found.filter(now), ...early.map((one) => ({ ...one, early: true }))];
  };

  // Every problem, each once, in the order of the file.
  const problemsOf = (tree) => {
    const faults = shapeProblems(tree);
    const more = restProblems(tree, faults);
    const once = new Map();
    for (const one of [...faults, ...more]) {
      const target = targetOf(one);
      const own = [one.code, pathText(one.path), one.message].join("\n");
      if (!once.has(own)) once.set(own, { ...one, message: inert(one.message), at: target, rank: rank(target) });
    }
    return [...once.values()].sort((a, b) => compareRanks(a.rank, b.rank));
  };

  // Where a path stands in the file, as numbers that can be compared.
  const rank = (path) => {
    let node = rootNode;
    return path.map((step) => {
      if (typeof step === "number") {
        node = node && node.kind === "list" ? entryOf(node) : null;
        return step;
      }
      const index = node ? keysOf(node).indexOf(step) : -1;
      node = node && index >= 0 ? property(node, step) : null;
      return index < 0 ? 1000 : index;
    });
  };

  const compareRanks = (a, b) => {
    const index = a.findIndex((one, position) => one !== b[position]);
    if (index < 0) return a.length - b.length;
    return index < b.length ? a[index] - b[index] : 1;
  };
