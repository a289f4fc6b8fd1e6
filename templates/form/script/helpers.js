  // Small helpers.

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  // Text with what stands in backticks set as code. Nothing in it is read as markup.
  const prose = (text) => text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));

  const button = (label, act, attributes = {}) => {
    const element = make("button", { type: "button", ...attributes }, ...(Array.isArray(label) ? label : [label]));
    element.addEventListener("click", act);
    return element;
  };

  let made = 0;
  const unique = (start) => `${start}-${(made += 1)}`;

  // Says whether something has changed since it was last asked. What has not is not drawn anew, which
  // would take the focus from whoever is in it.
  const memory = () => {
    let last = null;
    return (now) => {
      const text = JSON.stringify(now);
      const other = text !== last;
      last = text;
      return other;
    };
  };

  const later = (work, wait) => {
    let timer = 0;
    const run = (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => work(...given), wait);
    };
    run.now = (...given) => {
      clearTimeout(timer);
      work(...given);
    };
    return run;
  };

  // A quiet voice for those who do not see what has changed.
  const voice = make("div", { class: "hidden", role: "status" });
  document.body.append(voice);
  const say = (text) => { voice.textContent = text; };

  const count = (number, noun) => {
    if (number === 1) return `1 ${noun}`;
    return /[^aeo]y$/.test(noun) ? `${number} ${noun.slice(0, -1)}ies` : `${number} ${noun}s`;
  };

  const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const small = (text) => (/^[A-Z]{2}|^iOS/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`);

  const joined = (words, joint) =>
    words.length < 3 ? words.join(` ${joint} `) : `${words.slice(0, -1).join(", ")}, ${joint} ${words.at(-1)}`;

  // Characters that could move the cursor or turn the line round are written out wherever text is
  // shown as text.
  const ACTIVE = new RegExp(
    "[\\p{Cc}\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164" +
      "\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]", "gu",
  );
  const written = (character) => ["\\u{", character.codePointAt(0).toString(16), "}"].join("");
  const inert = (text) => text.replace(ACTIVE, written);

  // What a person wrote, in backticks, cut where it would fill the line.
  const quoted = (text) => {
    const characters = [...text];
    return characters.length > 60 ? `\`${characters.slice(0, 60).join("")}…\`` : `\`${text}\``;
  };
  const listed = (words, joint) => joined(words.map(quoted), joint);

  // A number as people read it, in full and with thousands apart.
  const plain = (number) => {
    const text = String(number);
    return text.includes("e") ? number.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 }) : text;
  };
  const bound = (number) => plain(number).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
