  // Lists of names that are offered. Each has ids with names; some have other words too.

  const pairs = (key) => entries(profile[key]).map(({ id, name }) => ({ id, name })).filter(({ id }) => id);
  const known = {
    countries: () => data.countries.map(({ code, name }) => ({ id: code, name })),
    regions: () => entries(profile.region).map(({ country: id }) => ({ id, name: countryNames.get(id) })),
    vendors: () => [...pairs("vendor"), ...data.vendors],
    scenarios: () => data.scenarios,
    nodes: () => data.nodes,
    measures: () => [...pairs("measure").filter(({ id }) => !measureIds.has(id)), ...data.measures],
    channels: () => pairs("channel"),
    activities: () => pairs("activity"),
    contacts: () => pairs("contact"),
  };
  const CHANGING = ["vendors", "measures", "regions", "channels", "activities", "contacts"];

  const nameBy = (list, id) => {
    if (!list || typeof id !== "string") return "";
    if (list === "countries" || list === "regions") return countryNames.get(id) ?? "";
    const { name } = (list === "vendors" ? vendorOf(profile, id) : known[list]().find((one) => one.id === id)) ?? {};
    return typeof name === "string" ? name : "";
  };

  // The id that a person meant who wrote a name, an alias, or an id in other letters.
  const meantBy = (list, text) => {
    if (text === "" || known[list]().some(({ id }) => id === text)) return text;
    if (list === "countries" || list === "regions") return countryMeant(text, true)?.code ?? text;
    const wanted = folded(text);
    const short = (name) => folded(name.split(" (")[0]);
    const fits = ({ id, name, aliases = [] }) => {
      const words = typeof name === "string" ? [folded(name), short(name)] : [];
      return folded(String(id)) === wanted || aliases.some((one) => folded(one) === wanted) || words.includes(wanted);
    };
    const fitting = known[list]().filter(fits);
    return fitting.length > 0 && new Set(fitting.map(({ id }) => id)).size === 1 ? fitting[0].id : text;
  };

  const offers = make("div", { hidden: "" });
  const offered = new Map();

  const offer = (list) => {
    const now = known[list]().filter(({ id }) => typeof id === "string");
    const own = JSON.stringify(now.map(({ id, name }) => [id, name]));
    if (!offered.has(list)) {
      offered.set(list, { element: make("datalist", { id: `offer-${list}` }), own: "" });
      offers.append(offered.get(list).element);
    }
    const held = offered.get(list);
    if (held.own === own) return;
    held.own = own;
    const options = now.map(({ id, name }) => make("option", { value: id }, shownName(name)));
    held.element.replaceChildren(...options);
  };
  const shownName = (name) => (typeof name === "string" ? inert(name) : "");

  // Ids that a schema offers where no table of this page knows the key.
  const offerWords = (words) => {
    const id = unique("offer");
    offers.append(make("datalist", { id }, ...words.map((value) => make("option", { value }))));
    return id;
  };
