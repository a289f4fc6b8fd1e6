  // The smallest profile that is of use: one country, one channel, one activity.
  const fresh = () => {
    const own = begin(rootNode);
    for (const key of keysOf(rootNode)) {
      const entry = entryOf(property(rootNode, key));
      if (isRequired(rootNode, key) && entry?.kind === "table") own[key] = [begin(entry)];
    }
    return own;
  };

  document.body.append(offers);
  masthead.tabIndex = -1;
  bar.hidden = false;
  contents.hidden = false;
  for (const list of Object.keys(known)) offer(list);

  fill(fresh(), data.file ?? "profile.toml");
  saved = "new";
  showState();
  if (data.text === null) {
    tell("new", [
      "To begin with, a profile needs the name of your organisation and the country of its head office, one country " +
        "where people work, one channel that they talk over, and one activity that must keep working. " +
        "All else can wait: what is left out is assumed, and the report says so.",
    ]);
  } else {
    try {
      fillText(data.text, data.file ?? "profile.toml");
    } catch (error) {
      refuse(error, data.file ?? "profile.toml");
    }
  }
  offerDrafts();
})();
