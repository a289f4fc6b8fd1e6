  // Notices at the top of the page, one of each kind.

  const notices = make("div", { id: "notices" });

  const tell = (kind, text, ...actions) => {
    hush(kind);
    const lines = text.map((line) => make("p", {}, ...prose(line)));
    const element = make("div", { class: "notice", "data-kind": kind, tabindex: "-1" }, ...lines);
    const close = () => element.remove();
    const buttons = actions.map(([label, act]) => button(label, () => {
      close();
      act();
    }));
    if (buttons.length === 0) buttons.push(button("Close", close));
    element.append(make("p", { class: "actions" }, ...buttons));
    notices.append(element);
    say(text.join(" ").replaceAll("`", ""));
    return element;
  };

  const hush = (kind) => {
    for (const one of Array.from(notices.children)) if (one.dataset.kind === kind) one.remove();
  };
