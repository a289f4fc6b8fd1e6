  // Work in progress is kept in the browser, where a page on a disk may do that. Each window has a
  // draft of its own; what an earlier one left behind is offered, and stays until somebody decides.

  const SHELF = `blackstart form ${location.pathname} `;
  let session = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

  const shelved = (work) => {
    try {
      return work(window.localStorage);
    } catch {
      return null;
    }
  };

  const forget = (one) => shelved((shelf) => shelf.removeItem(SHELF + one));

  const keep = later(() => {
    if (!dirty) return;
    const draft = { at: new Date().toISOString(), file, text: toToml(profile) };
    shelved((shelf) => shelf.setItem(SHELF + session, JSON.stringify(draft)));
  }, 400);

  const drafts = () =>
    shelved((shelf) => {
      const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
      const own = keys.filter((key) => key.startsWith(SHELF));
      return own.map((key) => ({ one: key.slice(SHELF.length), ...readDraft(shelf, key) }));
    }) ?? [];

  const readDraft = (shelf, key) => {
    try {
      const { at, file: name, text } = JSON.parse(shelf.getItem(key));
      return { at: new Date(at), name: String(name), profile: fromToml(text).profile };
    } catch {
      return {};
    }
  };

  const offerDrafts = () => {
    for (const { one, at, name, profile: own } of drafts()) {
      if (!own || Number.isNaN(at.getTime())) {
        forget(one);
        continue;
      }
      const two = (number) => String(number).padStart(2, "0");
      const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
      const title = own.organization?.name;
      const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
      const what = [...texts([title, name]).map(inert), time].join(", ");
      const lines = [`Go on with what you had on ${date}?`, `${what}. It was not saved as a file.`];
      const goOn = () => insteadOf(name, () => {
        hush("new");
        hush("comments");
        fill(own, name);
        session = one;
        dirty = true;
        showState();
        masthead.focus();
      });
      tell(`draft ${one}`, lines, ["Go on", goOn], ["Discard it", () => forget(one)]);
    }
  };

  addEventListener("pagehide", () => keep.now());
  addEventListener("beforeunload", (event) => {
    keep.now();
    if (dirty) event.preventDefault();
  });
