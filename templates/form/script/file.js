  // The file: what state it is in, and what can be done with it.

  const bar = document.getElementById("bar");
  const state = document.getElementById("state");
  const picker = make("input", { type: "file", accept: ".toml", hidden: "", "aria-label": "Open a profile" });
  // On a narrow screen the first word has to do.
  const twoPart = (word, rest) => [word, make("span", { class: "rest" }, rest)];
  const opener = button(twoPart("Open", " a file"), () => picker.click());
  const copier = button(twoPart("Copy", " as TOML"), () => copy());
  const saver = button(twoPart("Save", ""), () => save(), { class: "main" });
  document.getElementById("actions").append(opener, picker, copier, saver);

  const stateLink = make("a", { href: "#problems" });
  stateLink.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("problems-title").focus();
    summary.scrollIntoView({ block: "start" });
  });
  const stateWords = make("span", {});
  state.append(stateWords, stateLink);

  const showState = () => {
    stateLink.textContent = tally(problems) || "no problems";
    stateLink.className = problems.every(isQuiet) ? "" : "wrong";
    const now = dirty ? "not saved yet" : saved;
    stateWords.replaceChildren(make("b", {}, inert(file)), ` ${now}, `);
    saver.lastChild.textContent = ` ${inert(file)}`;
    const name = profile.organization?.name;
    const untitled = saved === "new" ? "A new profile" : inert(file);
    masthead.textContent = (typeof name === "string" && inert(name)) || untitled;
    document.title = `${masthead.textContent}: profile`;
  };

  const contentsAreNew = memory();
  const showContents = () => {
    const entry = (target, name, found, act) => {
      const anchor = make("a", { href: `#${target}` }, name);
      if (act) anchor.addEventListener("click", act);
      const tone = found.every(isQuiet) ? "tail" : "wrong";
      if (found.length > 0) anchor.append(" ", make("span", { class: tone }, tally(found)));
      return make("li", {}, anchor);
    };
    const all = sections.map((section) => ({ section, cards: section.cards() }));
    const told = (one) => [one.id, one.name(), tally(one.found())];
    if (!contentsAreNew(all.map(({ cards }) => cards.map(told)))) return;
    const lists = all.map(({ section, cards }) => {
      const item = entry(section.id, section.title, []);
      const inside = cards.map((one) => {
        const open = () => {
          one.open();
          one.element.querySelector("summary").focus();
        };
        return entry(one.id, one.name(), one.found(), open);
      });
      if (inside.length > 0) item.append(make("ol", {}, ...inside));
      return item;
    });
    contents.replaceChildren(make("p", { class: "kicker" }, "Contents"), make("ol", {}, ...lists));
  };

  // The text as it will be saved.
  const preview = make("details", { id: "preview", class: "behind" });
  const previewText = make("pre", { tabindex: "0", "aria-label": "The file as it will be saved" });
  preview.append(make("summary", {}, make("b", {}, "The file as it will be saved")), previewText);
  const showPreview = () => {
    if (!preview.open) return;
    const text = toToml(profile);
    if (previewText.textContent !== text) previewText.textContent = text;
  };
  preview.addEventListener("toggle", showPreview);

  const refresh = later(() => {
    problems = problemsOf(profile);
    for (const list of CHANGING) offer(list);
    const branch = grown(problems);
    for (const section of sections) section.show(branch);
    showSummary();
    showState();
    showContents();
    showPreview();
  }, 120);

  // What a field holds that was not left yet.
  const settleField = () => {
    const active = document.activeElement;
    if (!main.contains(active) || !active.matches("input, textarea")) return;
    active.blur();
    active.focus();
  };

  // From here on nothing is quiet: the file is said to be done.
  const speakUp = () => {
    begun = new WeakSet();
    refresh.now();
  };

  const outcome = () => {
    const found = problems.filter(({ early }) => !early).length;
    if (found === 0) return "`blackstart check` accepts it";
    return `\`blackstart check\` will find ${count(found, "problem")} in it`;
  };

  const save = () => {
    settleField();
    const address = URL.createObjectURL(new Blob([toToml(profile)], { type: "application/toml" }));
    const link = make("a", { href: address, download: file, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    dirty = false;
    saved = "saved";
    forget(session);
    speakUp();
    tell("saved", [`Saved as ${inert(file)}: ${outcome()}.`]);
  };

  const copy = async () => {
    settleField();
    speakUp();
    try {
      await navigator.clipboard.writeText(toToml(profile));
      tell("saved", [`Copied: ${outcome()}.`]);
    } catch {
      // Where a page may not use the clipboard, its reader may.
      preview.open = true;
      showPreview();
      previewText.focus();
      getSelection().selectAllChildren(previewText);
      tell("saved", ["The text is selected below: copy it with the keys or the menu of your browser."]);
    }
  };
