  // The form.

  // Places of the profile that fields read and write. A table that is not there yet is made by the
  // first field in it that is filled in, and left out again with the last.
  let begun = new WeakSet();
  const visited = new WeakMap();

  // A table with what can only have one value, and with those tables in it that must be there.
  const begin = (node) => {
    const fresh = table();
    begun.add(fresh);
    for (const key of node ? keysOf(node) : []) {
      const inside = property(node, key);
      const { minimum, maximum } = inside.schema;
      if (!isRequired(node, key)) continue;
      if (inside.kind === "table") fresh[key] = begin(inside);
      else if (inside.kind === "whole" && minimum !== undefined && minimum === maximum) fresh[key] = BigInt(minimum);
    }
    return fresh;
  };

  const top = { path: () => [], read: () => profile, hold: () => profile, tidy: () => {} };

  const keyPlace = (above, key, node, kept) => {
    const place = {
      path: () => [...above.path(), key],
      read: () => (isTable(above.read()) ? above.read()[key] : undefined),
      write: (value) => { above.hold()[key] = value; },
      clear: () => {
        if (isTable(above.read())) delete above.read()[key];
        above.tidy();
      },
      hold: () => {
        if (!isTable(place.read())) place.write(begin(node));
        return place.read();
      },
      tidy: () => {
        const value = place.read();
        if (!kept && isTable(value) && Object.keys(value).length === 0) place.clear();
      },
      // Somebody has been here: what is missing is missing.
      visit: () => {
        const owner = above.read();
        if (isTable(owner)) visited.set(owner, (visited.get(owner) ?? new Set()).add(key));
      },
    };
    return place;
  };

  const entryPlace = (list, entry) => ({
    path: () => [...list.path(), list.read().indexOf(entry)],
    read: () => entry,
    hold: () => entry,
    tidy: () => {},
  });

  const shownText = (value) => {
    if (value === undefined) return "";
    return typeof value === "string" ? value : scalarText(value);
  };

  // What can only have been meant, once a field is left: quotes around it, per cent, a comma for a
  // point, thousands set apart, and the name of what has an id.
  const settledText = (node, list, text) => {
    let clean = text.trim().replace(/^"(.*)"$/, "$1");
    const share = node.schema.maximum <= 1 && /^(\d+(?:[.,]\d+)?)\s*%$/.exec(clean);
    if (share) clean = plain(Number(share[1].replace(",", ".")) / 100);
    if (node.kind === "number" && node.schema.maximum <= 5) clean = clean.replace(/^(\d+),(\d+)$/, "$1.$2");
    if (node.kind === "whole" && /^\d{1,3}([ ,'\u00a0\u202f]\d{3})+$/.test(clean)) clean = clean.replace(/\D/g, "");
    return list ? meantBy(list, clean) : clean;
  };
