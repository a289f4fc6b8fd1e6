// The form of a profile: a TOML file is opened, filled in, checked and saved, all on this machine.
//
// The fields come from the schema. What stands in the tables below only says in which order they are
// shown, what they are called and which names they take; a key that no table knows is shown as well.
//
// This part opens the function around all parts; start.js closes it. src/form/script.rs has their order.
(() => {
  "use strict";

  const { parse, stringify, TomlDate } = TOML;
  const data = JSON.parse(document.getElementById("data").textContent);
