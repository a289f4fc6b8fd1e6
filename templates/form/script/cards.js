  // Cards: one for each entry of a list that the file begins with `[[…]]`.

  const titleOf = (value) => {
    const country = countryNames.get(value.country ?? value.region);
    const scenario = nameBy("scenarios", value.scenario) || value.scenario;
    const announced = scenario && [scenario, country].filter(Boolean).join(", ");
    const words = [value.name, announced, country, value.id, value.finding, value.country];
    return words.find((word) => typeof word === "string" && word !== "") ?? "";
  };

  // What a closed card tells of its entry.
  const tailOf = (value) => {
    const counted = (key) => (typeof value[key] === "bigint" ? `${bound(Number(value[key]))} ${key}` : "");
    const people = ["staff", "partners"].map(counted).filter(Boolean);
    const channels = texts([value.channel, ...entries(value.channels).map(({ id }) => id)]);
    const on = channels.map((id) => nameBy("channels", id) || id).join(" and ");
    const vendor = nameBy("vendors", value.vendor);
    const parts = [vendor, people.join(", "), on && `on ${on}`, value.role, value.stage, value.owner];
    return parts.filter((one) => typeof one === "string" && one !== "").slice(0, 2).join(", ");
  };

  const card = (place, node, noun, level, drop) => {
    const id = unique("card");
    const title = make(`h${level}`, {});
    const tail = make("span", { class: "tail" });
    const wrong = make("span", { class: "wrong" });
    const summary = make("summary", {}, title, tail, wrong);
    const element = make("details", { class: "card", id }, summary);
    let fields = null;
    let branch = NOTHING;
    // A closed card has no fields: a profile may have some hundred cards of thirty fields each.
    const build = () => {
      if (fields) return;
      fields = tableFields(place, node, level + 1);
      const foot = make("p", { class: "foot" }, button(`Take out this ${noun}`, drop, { class: "drop-entry" }));
      element.append(make("div", { class: "body" }, fields.element, foot));
      quietly(() => fields.show(branch));
    };
    element.addEventListener("toggle", () => { if (element.open) build(); });
    const open = () => {
      build();
      element.open = true;
    };
    const show = (now) => {
      branch = now;
      const value = place.read();
      const own = value.id ?? value.country;
      title.replaceChildren(inert(titleOf(value)) || `New ${noun}`);
      if (typeof own === "string" && own !== titleOf(value)) title.append(" ", make("code", {}, inert(own)));
      tail.textContent = inert(tailOf(value));
      wrong.textContent = tally(branch.all);
      wrong.classList.toggle("quiet", branch.all.every(isQuiet));
      fields?.show(branch);
    };
    const focus = (path) => {
      open();
      fields.focus(path);
    };
    const name = () => inert(titleOf(place.read())) || `New ${noun}`;
    return { id, element, show, open, focus, name, found: () => branch.all };
  };

  // More cards than these start out closed.
  const FEW = 3;

  const cardsField = (place, node, about) => {
    const noun = nounOf(about.key);
    const level = about.alone ? 3 : 4;
    const cards = make("div", { class: "cards" });
    const box = problemBox(unique("problems"), () => adder.focus());
    const held = new Map();
    const undo = undoLine(place, (entry) => held.get(entry)?.focus([]));
    const adder = button(`Add ${withArticle(noun)}`, () => {
      const entry = begin(entryOf(node));
      place.write([...(place.read() ?? []), entry]);
      changed();
      refresh.now();
      held.get(entry).focus([]);
      say(`New ${noun} added`);
    }, { class: "add" });
    let first = true;

    const newCard = (entry) =>
      card(entryPlace(place, entry), entryOf(node), noun, level, () => {
        undo.take(entry, place.read().indexOf(entry), `${capital(noun)} ${held.get(entry).name()}`);
        changed();
        refresh.now();
        undo.focus();
      });
    const show = (branch) => {
      const value = place.read() ?? [];
      for (const entry of held.keys()) if (!value.includes(entry)) held.delete(entry);
      for (const entry of value) {
        if (held.has(entry)) continue;
        held.set(entry, newCard(entry));
        if (first && value.length <= FEW && (about.early || begun.has(entry))) held.get(entry).open();
      }
      first = false;
      value.forEach((entry, index) => held.get(entry).show(under(branch, index)));
      arrange(cards, undo.among(value.map((entry) => held.get(entry).element)));
      box.show(branch.own);
    };
    const focus = ([index, ...rest]) => {
      const entry = (place.read() ?? [])[index];
      if (entry) held.get(entry).focus(rest);
      else adder.focus();
    };
    const listed = () => (place.read() ?? []).map((entry) => held.get(entry)).filter(Boolean);
    const title = about.alone ? "" : make(`h${level - 1}`, { class: "title" }, about.label, " ", keyCode(about.key));
    const repeated = SECTIONS.some((one) => about.alone && about.hint === `${one.title}.`);
    const hint = about.hint && !repeated ? make("p", { class: "hint" }, ...prose(about.hint)) : "";
    const head = make("div", { class: "list-head" }, title, hint);
    return { element: make("div", { class: "card-list" }, head, box.element, cards, adder), show, focus, listed };
  };
