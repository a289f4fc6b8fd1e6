  // TOML: reading.

  const MOST_BYTES = 1 << 20;
  const DEEPEST = 16;

  // The offset behind the string that opens at `at`; one that is never closed ends with its line.
  const stringEnd = (text, at) => {
    const quote = text[at];
    const triple = text.startsWith(quote.repeat(3), at);
    let now = at + (triple ? 3 : 1);
    for (; now < text.length; now += 1) {
      if (text[now] === "\n" && !triple) return now;
      if (text[now] === "\\" && quote === '"' && text[now + 1] !== "\n") now += 1;
      else if (text[now] === quote && !triple) return now + 1;
      else if (text[now] === quote && text.startsWith(quote.repeat(3), now)) return now + 3;
    }
    return text.length;
  };

  // A look at the text before it is parsed: how many lines have comments, where it is too deep, and
  // dates that no calendar has. The parser would move those into the next month without a word, so
  // they are put into quotes for it.
  const scan = (text) => {
    const found = { comments: 0, tooDeep: -1, text: "" };
    const open = [];
    let [depth, dots, kept] = [0, 0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (character === "#") {
        const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
        if (!text.startsWith("#:schema", at)) found.comments += 1;
        at = end - 1;
      } else if (character === '"' || character === "'") {
        at = stringEnd(text, at) - 1;
      } else if (/[0-9]/.test(character) && !/[\w.:+-]/.test(text[at - 1] ?? "")) {
        const word = /^[\w:+.-]+/.exec(text.slice(at, at + 40))[0];
        if (isDay(word) && !isRealDay(word)) {
          found.text += `${text.slice(kept, at)}"${word}"`;
          kept = at + word.length;
        }
        if (isDay(word)) at += word.length - 1;
      } else if (character === "[" || character === "{") {
        open.push(dots + 1);
        depth += dots + 1;
        dots = 0;
      } else if (character === "]" || character === "}") {
        depth -= open.pop() ?? 0;
        dots = 0;
      } else if (character === "," || character === "\n") {
        dots = 0;
      } else if (character === ".") {
        dots += 1;
      }
      if (depth + dots > DEEPEST && found.tooDeep < 0) found.tooDeep = at;
    }
    found.text += text.slice(kept);
    return found;
  };

  const lineColumn = (text, offset) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: [...before.at(-1)].length + 1 };
  };

  // A file that cannot be opened: what is wrong, and where.
  const refusal = (message, place = {}) => Object.assign(new Error(message), { refused: true, ...place });

  const fromToml = (text) => {
    const blank = text.replace(/^\ufeff/, "").split("\n").every((line) => /^\s*(#|$)/.test(line));
    if (blank) throw refusal("the file holds nothing but white space and comments");
    const looked = scan(text);
    if (looked.tooDeep >= 0) {
      const message = `tables or lists stand inside each other more than ${DEEPEST} levels deep`;
      throw refusal(message, lineColumn(text, looked.tooDeep));
    }
    try {
      return { profile: parse(looked.text, { integersAsBigInt: true }), comments: looked.comments };
    } catch (error) {
      const message = String(error.message).split("\n")[0].replace("Invalid TOML document: ", "");
      const { line, column } = error;
      throw refusal(message, { line, column, excerpt: text.split("\n")[line - 1] });
    }
  };

  const decoded = (bytes) => {
    const reads = (length, stream) => {
      try {
        const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
        return decoder.decode(bytes.subarray(0, length), { stream });
      } catch {
        return null;
      }
    };
    const whole = reads(bytes.length, false);
    if (whole !== null) return whole;
    // The shortest beginning that cannot be read ends with the byte that does not fit.
    let [good, bad] = [0, bytes.length + 1];
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (reads(middle, true) === null) bad = middle;
      else good = middle;
    }
    while (reads(good, false) === null) good -= 1;
    const line = reads(good, false).split("\n").length;
    const byte = bytes[good].toString(16).padStart(2, "0");
    throw refusal(`not UTF-8 text: byte ${good + 1} on line ${line} is 0x${byte}`);
  };
