  // The page.

  const main = document.getElementById("main");
  const masthead = document.getElementById("title");
  const contents = document.getElementById("contents");

  let file = "profile.toml";
  let dirty = false;
  let saved = "";
  let problems = [];
  let sections = [];

  const ownName = (path) => String(path).split(/[\\/]/).at(-1) || "profile.toml";

  const changed = () => {
    dirty = true;
    refresh();
    keep();
  };

  // A key of the file, at the top of a section.
  const rootField = (key) => {
    const node = property(rootNode, key);
    const place = keyPlace(top, key, node, isRequired(rootNode, key));
    const alone = SECTIONS.some(({ keys }) => keys.length === 1 && keys[0] === key);
    const early = SECTIONS.slice(0, -1).some(({ keys }) => keys.includes(key));
    const about = { ...aboutKey(rootNode, key, 3), list: "", alone, early, asked: () => true };
    const cards = node.kind === "list" && entryOf(node)?.kind === "table";
    const build = (...given) => (cards && fits(node, place.read()) ? cardsField(...given) : fieldFor(...given));
    return { key, cards, ...slot(place, node, about, build) };
  };

  const sectionOf = ({ id, title, keys, more = [] }, last) => {
    const named = SECTIONS.flatMap((one) => [...one.keys, ...(one.more ?? [])]);
    const others = last ? keysOf(rootNode).filter((key) => !named.includes(key)) : [];
    const present = (list) => list.filter((key) => property(rootNode, key)).map(rootField);
    const [front, back] = [present([...keys, ...others]), present(more)];
    const strays = last ? strayKeys(top, rootNode) : null;
    const element = make("section", { id, "aria-labelledby": `${id}-title` });
    element.append(make("h2", { id: `${id}-title` }, title), ...(strays ? [strays.element] : []));
    const cards = front.filter((one) => one.cards || property(rootNode, one.key).kind === "table");
    const single = front.filter((one) => !cards.includes(one));
    element.append(...cards.map((one) => one.element));
    if (single.length > 0) element.append(make("div", { class: "fields" }, ...single.map((one) => one.element)));
    const filled = () => back.filter(({ key }) => Object.hasOwn(profile, key)).length;
    const behind = disclosure(back.map(({ key }) => worded("Profile", key)), filled);
    if (back.length > 0) {
      behind.element.append(...back.map((one) => one.element));
      element.append(behind.element);
    }
    return {
      id, title, element,
      holds: (key) => [...front, ...back].some((one) => one.key === key) || (last && !property(rootNode, key)),
      show: (branch) => {
        strays?.show(branch);
        for (const one of [...front, ...back]) one.show(under(branch, one.key));
        behind.show(back.map(({ key }) => under(branch, key)));
      },
      focus: ([key, ...rest]) => {
        if (back.some((one) => one.key === key)) behind.element.open = true;
        const field = [...front, ...back].find((one) => one.key === key);
        if (field) field.focus(rest);
        else strays?.focus(key);
      },
      cards: () => front.flatMap((one) => one.listed()),
    };
  };

  // Leads to the field of a problem, through whatever is closed.
  const reveal = (path) => {
    const section = sections.find((one) => one.holds(path[0]));
    section?.focus(path);
    const field = document.activeElement?.closest(".field, .stray");
    (field ?? document.activeElement)?.scrollIntoView({ block: "center" });
  };

  // Which card a path lies in, in words.
  const whereabouts = ([key, index]) => {
    const entry = typeof index === "number" ? reach(profile, [key, index]) : null;
    if (!isTable(entry)) return "";
    const noun = nounOf(key);
    return inert(titleOf(entry)) || `${capital(noun)} ${index + 1}`;
  };

  const summary = make("section", { id: "problems", class: "summary", "aria-labelledby": "problems-title" });

  const summaryIsNew = memory();
  const showSummary = () => {
    const loud = problems.filter((one) => !isQuiet(one));
    const quiet = problems.filter(isQuiet);
    const told = (one) => [one.message, one.at, whereabouts(one.at)];
    if (!summaryIsNew([loud.map(told), quiet.map(told)])) return;
    const title = make("h2", { id: "problems-title", tabindex: "-1" });
    const link = (one, text) => {
      const anchor = make("a", { href: "#problems" }, ...text);
      anchor.addEventListener("click", (event) => {
        event.preventDefault();
        reveal(one.at);
      });
      const where = whereabouts(one.at);
      return make("li", { "data-code": one.code, "data-message": one.message }, where ? `${where}: ` : "", anchor);
    };
    const lists = [];
    if (loud.length > 0) lists.push(make("ol", {}, ...loud.map((one) => link(one, prose(one.message)))));
    if (quiet.length > 0) {
      const lead = loud.length > 0 ? "Still needed:" : "These fields are still needed. All others can wait.";
      lists.push(make("p", {}, lead));
      lists.push(make("ul", { class: "needed" }, ...quiet.map((one) => link(one, [labelAt(one.at)]))));
    }
    if (loud.length > 0) title.textContent = count(loud.length, "problem");
    else title.textContent = quiet.length > 0 ? "What is needed" : "No problems";
    if (problems.length === 0) lists.push(make("p", {}, ...prose("`blackstart check` accepts this profile.")));
    summary.className = `summary ${loud.length > 0 ? "wrong" : quiet.length > 0 ? "open" : "right"}`;
    summary.replaceChildren(title, ...lists);
  };

  const labelAt = (path) => small(worded(placeType(path.slice(0, -1)), path.at(-1)));
