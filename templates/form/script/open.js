  // Puts a profile into the form.
  const fill = (own, name) => {
    calls = false;
    profile = own;
    file = ownName(name);
    saved = "unchanged";
    dirty = false;
    sections = SECTIONS.map((section, index) => sectionOf(section, index === SECTIONS.length - 1));
    main.replaceChildren(notices, summary, ...sections.map(({ element }) => element), preview);
    refresh.now();
    calls = true;
  };

  const fillText = (text, name) => {
    const { profile: own, comments } = fromToml(text);
    for (const kind of ["comments", "fault", "saved", "new"]) hush(kind);
    fill(own, name);
    const lines = count(comments, "line");
    if (comments > 0) tell("comments", [`This file has ${lines} of comments. Saving from here drops them.`]);
  };

  // Tells why a file was not opened, and where it must be mended.
  const refuse = (error, name) => {
    if (!error.refused) throw error;
    const place = error.line ? ` line ${error.line}, column ${error.column}:` : "";
    const element = tell("fault", [`${inert(name)} was not opened.${place} ${inert(error.message)}`]);
    element.classList.add("wrong");
    if (error.excerpt !== undefined) {
      const cut = error.excerpt.length > 160 ? `${error.excerpt.slice(0, 160)}…` : error.excerpt;
      element.firstChild.after(make("pre", {}, `${error.line} | ${inert(cut)}`));
    }
    element.setAttribute("role", "alert");
    element.focus();
  };

  const openText = (text, name) => {
    try {
      fillText(text, name);
    } catch (error) {
      refuse(error, name);
      return;
    }
    masthead.focus();
    say(`${inert(file)} is open: ${tally(problems) || "no problems"}`);
  };

  const open = async (chosen) => {
    const name = ownName(chosen.name);
    try {
      if (chosen.size > MOST_BYTES) {
        const size = bound(chosen.size);
        throw refusal(`the file has ${size} bytes; at most 1 MiB (${bound(MOST_BYTES)} bytes) is read`);
      }
      const text = decoded(new Uint8Array(await chosen.arrayBuffer()));
      insteadOf(name, () => openText(text, name));
    } catch (error) {
      refuse(error, name);
    }
  };

  // What is not saved is not replaced without a question.
  const insteadOf = (name, act) => {
    if (!dirty) {
      act();
      return;
    }
    const question = [`What you have filled in is not saved. Open ${inert(name)} in its place?`];
    const drop = () => {
      forget(session);
      act();
    };
    const stay = () => masthead.focus();
    tell("question", question, [`Open ${inert(name)}`, drop], ["Keep what is here", stay]).focus();
  };

  picker.addEventListener("change", () => {
    const [chosen] = picker.files;
    if (chosen) open(chosen);
    picker.value = "";
  });

  // A file may be dropped anywhere.
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!carriesFile(event)) return;
    event.preventDefault();
    const [chosen] = event.dataTransfer.files;
    if (chosen) open(chosen);
  });

  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    save();
  });
