  // Names: of the knowledge base, and of what the form holds.

  let profile = table();

  const entries = (value) => (Array.isArray(value) ? value.filter(isTable) : []);
  const texts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
  const numbered = (value) => (Array.isArray(value) ? value : []).map((one, index) => [index, one]);

  const countryNames = new Map(data.countries.map(({ code, name }) => [code, name]));
  const nodeIds = new Set(data.nodes.map(({ id }) => id));
  const sourceIds = data.sources && new Set(data.sources.map(({ id }) => id));
  const measureIds = new Set(data.measures.map(({ id }) => id));
  const scenarioIds = new Set(data.scenarios.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const vendorsByWord = new Map();
  for (const one of data.vendors) for (const alias of one.aliases ?? []) vendorsByWord.set(alias, one);
  for (const one of data.vendors) vendorsByWord.set(one.id, one);

  const ownVendors = (of) => entries(of.vendor).filter(({ id }) => typeof id === "string");
  const vendorOf = (of, word) => ownVendors(of).find(({ id }) => id === word) ?? vendorsByWord.get(word);
  const vendorWords = (of) => [...ownVendors(of).map(({ id }) => id), ...vendorsByWord.keys()];

  // "Did you mean": the candidate nearest to a word. Case, hyphens and underscores do not count; a
  // third of the letters may differ.
  const LONGEST = 64;
  const folded = (word) => word.trim().toLowerCase().replace(/[_ ]/g, "-");

  // Letters to change, to add, to drop, or to swap with their neighbour.
  const distance = (a, b) => {
    const [from, to] = [[...a], [...b]];
    const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= from.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= to.length; j += 1) {
        const other = from[i - 1] === to[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + other);
        const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
        if (swapped) least = Math.min(least, rows[i - 2][j - 2] + 1);
        rows[i].push(least);
      }
    }
    return rows[from.length][to.length];
  };

  const nearest = (word, candidates) => {
    if (word === "" || word.length > LONGEST) return null;
    const own = folded(word);
    const most = Math.max(1, Math.floor([...own].length / 3));
    let best = null;
    for (const candidate of candidates) {
      if (candidate.length > LONGEST) continue;
      const other = folded(candidate);
      const far = own === other ? 0 : distance(own, other);
      const nearer = !best || far < best.far || (far === best.far && candidate < best.candidate);
      if (far <= most && nearer) best = { far, candidate };
    }
    return best?.candidate ?? null;
  };

  const initials = (name) =>
    name.split(/\s+/).filter((word) => !["of", "the", "and"].includes(word)).map((word) => word[0] ?? "").join("");

  // The country that was meant: by code, by name, by the initials of its name, by a part of its name,
  // or by a name that is nearly right.
  const countryMeant = (text, sure = false) => {
    const lower = text.trim().toLowerCase();
    if (lower === "") return null;
    const all = data.countries.map(({ code, name }) => ({ code, name, lower: name.toLowerCase() }));
    const find = (fits) => {
      const fitting = all.filter(fits);
      return sure && fitting.length > 1 ? null : fitting[0];
    };
    const near = () => {
      const name = lower.length > 3 && !sure ? nearest(lower, all.map((one) => one.name)) : null;
      return all.find((one) => one.name === name);
    };
    return (
      find((one) => one.code.toLowerCase() === lower) ??
      find((one) => one.lower === lower) ??
      find((one) => initials(one.lower) === lower) ??
      find((one) => lower.length > 3 && one.lower.startsWith(lower)) ??
      find((one) => lower.length > 4 && one.lower.includes(lower)) ??
      near() ??
      null
    );
  };
